"""Owns the claims part of a tree file: nodes to `Claim`, in its three forms. Used by `aids.compiler.loader`.

    case      if, then or never
    change    the same, for two cases that differ in the answer to one question
    worse     worse and never_lowers, with its exceptions

Whether a claim holds is for the proof. Runs in the build only.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace

from aids.compiler.diagnostics import nearest
from aids.compiler.document import Claim, ClaimForm, Exemption, Formula, Position, Question
from aids.compiler.loader_fields import Faults, Fields, filled
from aids.compiler.reading import Mapping, Node, Scalar, Sequence
from aids.compiler.syntax_types import KINDS, Scope, answers_of, condition_of
from aids.runtime.conditions import ALWAYS, UNKNOWN

KEYS = ("id", "say", "if", "then", "never", "change", "worse", "never_lowers", "except", "sources")
EXEMPTION_KEYS = ("question", "from", "to", "when", "say")
STRANGE: dict[ClaimForm, tuple[str, ...]] = {
    "case": ("except",),
    "change": ("except",),
    "worse": ("then", "never", "change"),
}
"""Keys that have no meaning in a form."""

COMPARABLE = ("one", "any", "duty")
TWO_SIDES = 2


@dataclass(frozen=True, slots=True)
class _Change:
    """The question of a claim on two cases, its answers in the first and in the second."""

    question: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def load_claims(nodes: Iterable[Mapping], scope: Scope, advice: frozenset[str], faults: Faults) -> list[Claim]:
    """Return the claims in file order; `scope` is that of the whole tree, and they may name the ids in `advice`."""
    found: dict[str, Claim] = {}
    reader = _Reader(replace(scope, advice=advice), faults)
    for node in nodes:
        claim = reader.claim(Fields(node, faults, KEYS))
        if claim.id in found:
            faults.add("VW206", claim.at, id=claim.id, line=found[claim.id].at.line)
        elif claim.id:
            found[claim.id] = claim
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads claims within one tree."""

    scope: Scope
    faults: Faults

    def claim(self, fields: Fields) -> Claim:
        """Return one claim; its keys tell its form."""
        form: ClaimForm = "worse" if {"worse", "never_lowers"} & _keys(fields) else "case"
        form = "change" if form == "case" and "change" in fields else form
        ident = fields.ident()
        at = ident.at if ident else fields.at
        for key in STRANGE[form]:
            if key in fields:
                self.faults.add("VW233", fields.key_at(key), key=key)
        change = self.change(fields) if form == "change" else _Change()
        worse = tuple(self.ordered(fields)) if form == "worse" else ()
        return Claim(
            id=ident.text if ident else "",
            say=fields.text("say"),
            form=form,
            given=self.formula(fields, "if") or ALWAYS,
            then=ALWAYS if form == "worse" else self.consequence(fields, at),
            questions=worse or change.question,
            old=change.old,
            new=change.new,
            outcomes=self.outcomes(fields) if form == "worse" else (),
            exemptions=tuple(self.exemptions(fields, worse)) if form == "worse" else (),
            sources=fields.sources(),
            at=at,
        )

    def formula(self, fields: Fields, key: str, *, results_only: bool = False) -> Formula | None:
        """Return the formula under `key`, or None if there is none."""
        scalar = fields.scalar(key, required=False)
        if scalar is None:
            return None
        found, wrong = condition_of(scalar, replace(self.scope, results_only=results_only))
        self.faults.extend(wrong)
        return found

    def consequence(self, fields: Fields, at: Position) -> Formula:
        """Return what follows: `then`, or the contrary of `never`."""
        if "then" in fields and "never" in fields:
            self.faults.add("VW232", fields.key_at("never"))
        elif "then" not in fields and "never" not in fields:
            self.faults.add("VW231", at)
        then, never = self.formula(fields, "then"), self.formula(fields, "never", results_only=True)
        if then is not None or never is None:
            return then or ALWAYS
        match never:
            case ("not", tuple(inner)):
                return inner
            case _:
                return ("not", never)

    def question(self, scalar: Scalar) -> Question | None:
        """Return the question that `scalar` names; None if there is none or its answers are unsure."""
        found = self.scope.questions.get(scalar.text)
        if found is None:
            self.faults.add("VW304", scalar.at, nearest(scalar.text, self.scope.questions), question=scalar.text)
        return None if scalar.text in self.scope.unsure else found

    def change(self, fields: Fields) -> _Change:
        """Return the question and the answers from which to which it changes."""
        node = fields.group("change")
        if node is None:
            return _Change()
        if len(node.entries) != 1:
            self.faults.add("VW234", fields.key_at("change"))
            return _Change()
        entry = node.entries[0]
        question = self.question(entry.key)
        if question is None:
            return _Change()
        if question.kind not in COMPARABLE:
            self.faults.add("VW237", entry.key.at, question=question.id, kind=KINDS.get(question.kind, "tekst"))
            return _Change()
        if not isinstance(entry.value, Sequence) or len(entry.value.items) != TWO_SIDES:
            self.faults.add("VW235", entry.key.at, question=question.id)
            return _Change()
        old, new = ([*self.side(item, question)] for item in entry.value.items)
        before = {scalar.text for scalar in old}
        for scalar in new:
            if scalar.text in before:
                self.faults.add("VW236", scalar.at, answer=scalar.text)
        return _Change((question.id,), tuple(item.text for item in old), tuple(item.text for item in new))

    def side(self, node: Node, question: Question) -> Iterator[Scalar]:
        """Yield the answers on one side of a change: one, or a list of them."""
        if isinstance(node, Sequence) and not node.items:
            self.faults.add("VW204", node.at, key=question.id)
        for item in node.items if isinstance(node, Sequence) else (node,):
            scalar = filled(item, self.faults, item.at, question.id)
            if scalar and self.known(scalar, question):
                yield scalar

    def known(self, scalar: Scalar, question: Question) -> bool:
        """Return whether `scalar` is an answer of `question`; if not it is reported."""
        allowed = answers_of(question)
        if scalar.text not in allowed:
            near = nearest(scalar.text, allowed)
            self.faults.add("VW306", scalar.at, near, question=question.id, answer=scalar.text, answers=allowed)
        return scalar.text in allowed

    def ordered(self, fields: Fields) -> Iterator[str]:
        """Yield the questions under `worse`; each has an order from best to worst."""
        for scalar in fields.scalars("worse"):
            question = self.question(scalar)
            if question is None:
                continue
            if question.kind != "any" and not question.order:
                self.faults.add("VW238", scalar.at, question=question.id)
            yield question.id

    def outcomes(self, fields: Fields) -> tuple[str, ...]:
        """Return the outcomes under `never_lowers` that exist."""
        known = self.scope.outcomes.values
        found = fields.scalars("never_lowers")
        for scalar in found:
            if scalar.text not in known:
                self.faults.add("VW313", scalar.at, nearest(scalar.text, known), outcome=scalar.text)
        return tuple(scalar.text for scalar in found if scalar.text in known)

    def exemptions(self, fields: Fields, worse: tuple[str, ...]) -> Iterator[Exemption]:
        """Yield the exceptions; each is a step of one of the questions in `worse` from better to worse."""
        for node in fields.groups("except", required=False):
            inner = Fields(node, self.faults, EXEMPTION_KEYS)
            name, old, new = inner.scalar("question"), inner.scalar("from"), inner.scalar("to")
            when = self.formula(inner, "when") or ALWAYS
            say = inner.text("say")
            question = self.question(name) if name else None
            if not (question and old and new):
                continue
            known = [self.known(scalar, question) for scalar in (old, new)]
            if question.id not in worse or (all(known) and not is_step_down(question, old.text, new.text)):
                self.faults.add("VW239", name.at if name else inner.at, question=question.id)
            yield Exemption(question.id, old.text, new.text, when, say, name.at if name else inner.at)


def ranks(question: Question) -> Map[str, int]:
    """Return the rank of each answer, 0 for the best: by the author's order, or none < onbekend < any tick."""
    if question.kind == "any":
        fixed = {question.none: 0, UNKNOWN: 1}
        return {answer.id: fixed.get(answer.id, 2) for answer in question.answers}
    return {answer: rank for rank, answer in enumerate(question.order)}


def is_step_down(question: Question, old: str, new: str) -> bool:
    """Return whether going from the answer `old` to `new` is from better to worse; true where there is no order."""
    order = ranks(question)
    return old not in order or new not in order or order[old] < order[new]


def _keys(fields: Fields) -> set[str]:
    return {entry.key.text for entry in fields.node.entries}
