"""Owns what differs between two versions of a tree in what they give: every advice, outcome, urgency and task.

Both versions are read on one and the same case, which the solver is free to choose; each difference comes with the
answers that bring it about, whatever the others are. A question that only one version has is free in that one. Fed with
two loaded versions by `diff`; `revision` says what was added and removed, `difference_words` says it all in sentences.
Runs in the build only.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import z3

from aids.compiler.document import Document
from aids.compiler.proof.encoding import Case, Encoding, day_of, today, true
from aids.compiler.proof.interpretation import MEASURED, NOT_APPLICABLE
from aids.compiler.proof.solving import SECONDS, UndecidedError
from aids.compiler.proof.terms import Truth
from aids.runtime.conditions import NEVER, TODAY, UNKNOWN
from aids.runtime.model import DUTY, RECORD, Question
from aids.runtime.tree import Tree

type Sort = Literal["advice", "outcome", "urgency", "closes", "duty"]

GIVEN, NOT_GIVEN = "given", "not given"


@dataclass(frozen=True, slots=True)
class Version:
    """A tree with its texts; `name` is how the user called it."""

    name: str
    document: Document
    tree: Tree


@dataclass(frozen=True, slots=True)
class Instance:
    """A case on which two versions differ.

    `old` and `new` are the complete raw answers as each version has its questions. The `because` ones bring the
    difference about, whatever the others are, with TODAY among them where the day matters.
    """

    old: Case
    new: Case
    today: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: `subject` (advice, "decision.outcome" or duty) was `old` and is `new`."""

    sort: Sort
    subject: str
    old: str
    new: str
    instance: Instance


class Comparison:
    """Two versions on one case. Raises `UndecidedError` where the solver does not decide within its time."""

    def __init__(self, old: Version, new: Version, seconds: float = SECONDS) -> None:
        """Take the versions, and the time for one question to the solver."""
        self.old, self.new = old.tree, new.tree
        self._old, self._new = (Encoding(tree.questions, tree.advice, tree.decisions) for tree in (self.old, self.new))
        both = self._old.questions.keys() & self._new.questions.keys()
        self.changed = frozenset(ident for ident in both if not comparable(self._old, self._new, ident))
        """Questions that are another question now, though they kept their id: free in each version."""

        self._solver = z3.Solver()
        self._milliseconds = int(seconds * 1000)
        self._solver.set("timeout", max(1, self._milliseconds))
        self._solver.add(*self._old.legal(), *map(self._renamed, self._new.legal()))
        self._solver.add(*(truth for ident in both - self.changed for truth in self._shared_only(ident)))
        self._plain = [today() == date.fromisoformat(new.document.reviewed).toordinal(), *self._wishes()]
        """What makes a case plain to read: the day of review, duties open, nothing ticked, dates that lie ahead."""

    def differences(self) -> list[Difference]:
        """Return everything that differs, in the order of the new version, what is gone at the end."""
        return [*self._advice(), *self._outcomes(), *self._urgencies(), *self._duties()]

    # What differs ----------------------------------------------------------------------------------------------------

    def _advice(self) -> Iterator[Difference]:
        for ident in merged(self._new.advices, self._old.advices):
            before, after = _advised(self._old, ident), self._renamed(_advised(self._new, ident))
            yield from self._switches("advice", ident, before, after)

    def _duties(self) -> Iterator[Difference]:
        duties = [[q.id for q in tree.questions if q.purpose == DUTY] for tree in (self.new, self.old)]
        for ident in merged(*duties):
            before, after = (_applies(each, ident) for each in (self._old, self._new))
            yield from self._switches("duty", ident, before, self._renamed(after))

    def _switches(self, sort: Sort, ident: str, before: Truth, after: Truth) -> Iterator[Difference]:
        """Yield that something was given and is not, and the other way round."""
        for old, new, differs in (
            (GIVEN, NOT_GIVEN, z3.And(before, z3.Not(after))),
            (NOT_GIVEN, GIVEN, z3.And(z3.Not(before), after)),
        ):
            instance = self._instance(differs)
            if instance:
                yield Difference(sort, ident, old, new, instance)

    def _outcomes(self) -> Iterator[Difference]:
        names = ([f"{d.id}.{name}" for d in tree.decisions for name in d.gives] for tree in (self.new, self.old))
        for name in merged(*names):
            before, after = _values(self._old, name), _values(self._new, name)
            after = {value: self._renamed(truth) for value, truth in after.items()}
            pairs = [(old, new) for old in before for new in after if old != new]
            while pairs:
                model = self._model(z3.Or([z3.And(before[old], after[new]) for old, new in pairs]))
                if model is None:
                    break
                old, new = next(pair for pair in pairs if true(model, before[pair[0]]) and true(model, after[pair[1]]))
                pairs.remove((old, new))
                instance = self._generalised(model, z3.And(before[old], after[new]))
                yield Difference("outcome", name, old, new, instance)

    def _urgencies(self) -> Iterator[Difference]:
        """Yield each advice that both give with another urgency, or that closes in one of them only."""
        for ident, advice in self._new.advices.items():
            before = self._old.advices.get(ident)
            if before is None or (before.urgency, before.closes) == (advice.urgency, advice.closes):
                continue
            instance = self._instance(z3.And(self._old.advice(ident), self._renamed(self._new.advice(ident))))
            if instance and before.urgency != advice.urgency:
                yield Difference("urgency", ident, before.urgency, advice.urgency, instance)
            if instance and before.closes != advice.closes:
                yield Difference("closes", ident, str(before.closes), str(advice.closes), instance)

    # The solver ------------------------------------------------------------------------------------------------------

    def _instance(self, differs: Truth) -> Instance | None:
        model = self._model(differs)
        return self._generalised(model, differs) if model is not None else None

    def _model(self, *truths: Truth) -> z3.ModelRef | None:
        self._solver.push()
        try:
            self._solver.add(*truths)
            if not self._ask():
                return None
            hoped = self._plain
            while not self._ask(hoped):
                refused = {each.get_id() for each in self._solver.unsat_core()}
                hoped = [each for each in hoped if each.get_id() not in refused]
            return self._solver.model()
        finally:
            self._solver.pop()

    def _ask(self, assumptions: Sequence[Truth] = ()) -> bool:
        answer = self._solver.check(*assumptions) if self._milliseconds else z3.unknown
        if answer == z3.unknown:
            raise UndecidedError
        return bool(answer == z3.sat)

    def _generalised(self, model: z3.ModelRef, differs: Truth) -> Instance:
        """Return the case of `model` with the fewest answers that by themselves force `differs`."""
        old, new = self._old.raw(model), self._read(model)
        day = day_of(model)
        facts = {**self._facts(old, new), TODAY: z3.And(self._old.fixed({}, day))}
        switches = {z3.Bool(f"?{name}"): name for name in facts}
        self._solver.push()
        try:
            self._solver.add(z3.Not(differs), *(z3.Implies(switch, facts[name]) for switch, name in switches.items()))
            kept = self._refuting(list(switches)) or []
            for switch in reversed(kept):
                kept = self._refuting([each for each in kept if not each.eq(switch)]) or kept
        finally:
            self._solver.pop()
        names = {switches[switch] for switch in kept}
        return Instance(old, new, day, tuple(name for name in facts if name in names))

    def _refuting(self, switches: Sequence[Truth]) -> list[Truth] | None:
        """Return those of `switches` that cannot hold together, or None if they all can."""
        if self._ask(switches):
            return None
        core = {each.get_id() for each in self._solver.unsat_core()}
        return [each for each in switches if each.get_id() in core]

    def _facts(self, old: Case, new: Case) -> dict[str, Truth]:
        """Return per question that its answer is as in the case; of a changed one in both versions at once."""
        facts: dict[str, Truth] = {}
        for ident in merged(new, old):
            found = self._old.given(ident, old[ident]) if ident in old else []
            if ident in new:
                found += map(self._renamed, self._new.given(ident, new[ident]))
            facts[ident] = z3.And(found)
        return facts

    # Two versions, one case ------------------------------------------------------------------------------------------

    def _renamed(self, truth: Truth) -> Truth:
        """Return a formula of the new version with its changed questions on variables of their own."""
        for ident in self.changed:
            (truth,) = self._new.apart(ident, [truth])
        return truth

    def _read(self, model: z3.ModelRef) -> Case:
        """Return the raw answers of the new version."""
        return {
            ident: self._new.answer(model, ident, apart=ident in self.changed)
            for ident, question in self._new.questions.items()
            if question.purpose != RECORD
        }

    def _wishes(self) -> Iterator[Truth]:
        for version in (self._old, self._new):
            for question in version.questions.values():
                best = "open" if question.purpose == DUTY else question.none
                if best is not None:
                    yield version.choice(question.id, best)
                elif question.kind == "date":
                    yield version.amount(question.id) > today()

    def _shared_only(self, ident: str) -> Iterator[Truth]:
        """Yield that a question both have is not answered with what only one of them knows."""
        known, other = (frozenset(each.answers(ident)) for each in (self._old, self._new))
        yield from (z3.Not(self._old.choice(ident, answer)) for answer in known ^ other)


def comparable(old: Encoding, new: Encoding, ident: str) -> bool:
    """Return whether two versions of a question have answers in common, so that it can be answered once for both."""
    before, after = old.questions[ident], new.questions[ident]
    if before.kind != after.kind or (before.purpose == RECORD) != (after.purpose == RECORD):
        return False
    if before.kind in MEASURED:
        return _overlap(before, after)
    shared = frozenset(before.answers) & frozenset(after.answers) - {UNKNOWN}
    return bool(shared) or before.purpose in (DUTY, RECORD)


def merged(first: Iterable[str], second: Iterable[str]) -> list[str]:
    """Return the ids of both, each once, those of `first` before the others."""
    return list(dict.fromkeys([*first, *second]))


def _overlap(before: Question, after: Question) -> bool:
    lows = [low for low in (before.minimum, after.minimum) if low is not None]
    highs = [high for high in (before.maximum, after.maximum) if high is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _advised(version: Encoding, ident: str) -> Truth:
    return version.advice(ident) if ident in version.advices else version.condition(NEVER)


def _applies(version: Encoding, ident: str) -> Truth:
    question = version.questions.get(ident)
    return version.applies(ident) if question and question.purpose == DUTY else version.condition(NEVER)


def _values(version: Encoding, name: str) -> dict[str, Truth]:
    """Return per value of an outcome when it is the final one; a version without it never lets it apply."""
    decision, _, outcome = name.partition(".")
    table = version.decisions.get(decision)
    if table is None or outcome not in table.gives:
        return {NOT_APPLICABLE: z3.BoolVal(val=True)}
    applies = version.decides(decision)
    found = {value: z3.And(applies, version.outcome(name, value)) for value in table.gives[outcome]}
    return {**found, NOT_APPLICABLE: version.outcome(name, NOT_APPLICABLE)}
