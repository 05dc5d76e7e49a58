"""Owns the meaning of a written condition: names resolved, kinds checked, `not` pushed to the atoms.

The complement of an atom holds only the other *known* answers, never `onbekend`, `open` or not-applicable:

    one-of    not q in S        the answers outside S, without onbekend
    duty      not d in S        gedaan, later and niet, as far as outside S
    any-of    not q in {a, b}   "geen van deze" (an option that is not ticked is known-not only there)
              not q in {geen}   at least one option
    number    not q < n         q >= n, and so on; not q = n is q < n or q > n
    any kind  onbekend in S puts no limit on the known answers; S of onbekend alone leaves all of them

`not` over `and` and `or` follows De Morgan. A complement that leaves no known answer is a fault of the author.
An outcome (`weging.hulp in {zelf}`) is named by its values in a rule, without `not`; in a claim `not` over an outcome
or an advice is classical. Fed by `syntax` and the loader; gives the `Condition` of the runtime. Runs in the build only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, nearest
from aids.compiler.document import DUTY_VALUES, Question
from aids.compiler.reading import Scalar
from aids.compiler.syntax import Comparison, Expression, Given, Junction, Membership, Negation, Token, parse
from aids.runtime.conditions import NEVER, TODAY, UNKNOWN, Condition

OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
NUMBER_OR_DATE = ("number", "date")


NOT_APPLICABLE = "nvt"
"""The value of an outcome whose decision does not apply; for claims and examples only."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Outcomes by the name "decision.outcome": the `values` of each that may be named here (none if they have faults).

    `later` ones belong to this decision or a later one; of `below` ones the decision needs the question that is named.
    """

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    later: frozenset[str] = frozenset()
    below: Mapping[str, str] = field(default_factory=dict)


NO_OUTCOMES = Outcomes()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a condition may name: `questions` by id; `every` id of the file; `unsure` ones have faults themselves.

    With the ids in `advice` it is a claim's; with `results_only` one that is about advice and outcomes alone.
    """

    questions: Mapping[str, Question]
    every: frozenset[str] = field(default_factory=frozenset)
    unsure: frozenset[str] = field(default_factory=frozenset)
    outcomes: Outcomes = NO_OUTCOMES
    advice: frozenset[str] | None = None
    results_only: bool = False


def condition_of(scalar: Scalar, scope: Scope) -> tuple[Condition, list[Diagnostic]]:
    """Return the condition that `scalar` writes and its faults; with a fault the condition is not to be trusted."""
    expression = parse(scalar, bare=scope.advice is not None)
    if isinstance(expression, Diagnostic):
        return NEVER, [expression]
    typing = _Typing(scalar, scope)
    return typing.condition(expression, positive=True), typing.faults


def parse_date(text: str) -> str | None:
    """Return `text` if it is an ISO date that exists, else None."""
    if not DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def parse_number(text: str) -> int | float | None:
    """Return the number that `text` writes (a point for decimals), a whole one as int, or None."""
    if not NUMBER.fullmatch(text):
        return None
    number = float(text)
    return int(number) if number.is_integer() else number


def known_answers(question: Question) -> tuple[str, ...]:
    """Return the answers of a choice question or duty that settle it: not onbekend, not open."""
    if question.kind == "duty":
        return tuple(value for value in DUTY_VALUES if value != "open")
    return tuple(answer.id for answer in question.answers if answer.id != UNKNOWN)


def complement(question: Question, values: frozenset[str]) -> tuple[str, ...]:
    """Return the known answers under which `question in values` is known to be false; empty if there are none.

    For any-of the answers are again read as "at least one is ticked".
    """
    known = known_answers(question)
    named = values.intersection(known)
    if question.kind != "any" or not named:
        return tuple(value for value in known if value not in named)
    if question.none in named:
        return () if len(named) > 1 else tuple(value for value in known if value != question.none)
    return (question.none,) if question.none is not None else ()


class _Typing:
    """Turns one expression into a condition and gathers the faults."""

    def __init__(self, scalar: Scalar, scope: Scope) -> None:
        self.scalar = scalar
        self.scope = scope
        self.faults: list[Diagnostic] = []

    def condition(self, expression: Expression, *, positive: bool) -> Condition:
        match expression:
            case Negation(part):
                return self.condition(part, positive=not positive)
            case Junction(every, parts):
                word = "all" if every == positive else "any"
                return joined(word, [self.condition(part, positive=positive) for part in parts])
            case Membership():
                return self.membership(expression, positive=positive)
            case Comparison():
                return self.comparison(expression, positive=positive)
            case Given(token):
                return self.given(token, positive=positive)

    def report(self, code: str, token: Token, near: str | None = None, **values: object) -> Condition:
        self.faults.append(fault(code, self.scalar.place(token.start, token.end), near=near, **values))
        return NEVER

    def question(self, token: Token) -> Question | None:
        """Return the question that `token` names, if it may be named here and is sound."""
        name = token.text
        found = self.scope.questions.get(name)
        if found and self.scope.results_only:
            self.report("VW320", token, question=name)
            return None
        if found is None and name in self.scope.every:
            self.report("VW305", token, question=name)
            return None
        if name in self.scope.unsure:
            return None
        if found is None:
            self.report("VW304", token, nearest(name, self.scope.questions), question=name)
        elif found.purpose == "record" or found.kind == "text":
            self.report("VW307", token, question=name)
            return None
        return found

    def given(self, token: Token, *, positive: bool) -> Condition:
        """Return the condition that an advice is given; only claims have these."""
        name, advice = token.text, self.scope.advice or frozenset()
        if name in advice:
            return ("advice", name) if positive else ("not", ("advice", name))
        decisions = {outcome.partition(".")[0] for outcome in self.scope.outcomes.values}
        if "." in name or name in self.scope.every or name in self.scope.questions or name in decisions:
            return self.report("VW319", token, name=name)
        return self.report("VW318", token, nearest(name, advice), advice=name)

    def outcome(self, atom: Membership, *, positive: bool) -> Condition:
        """Return the condition that an outcome has one of the values."""
        token, name, rule = atom.question, atom.question.text, self.scope.advice is None
        if not self.may_name(token):
            return NEVER
        known = self.scope.outcomes.values[name]
        before = len(self.faults)
        allowed = known if rule else (*known, NOT_APPLICABLE)
        seen: set[str] = set()
        for value in atom.values:
            if value.text in seen:
                self.report("VW310", value, answer=value.text)
            elif rule and value.text == NOT_APPLICABLE:
                self.report("VW316", value, outcome=name)
            elif known and value.text not in allowed:
                self.report("VW222", value, nearest(value.text, known), value=value.text, outcome=name, values=allowed)
            seen.add(value.text)
        if rule and not positive:
            self.report("VW315", token, outcome=name)
        if len(self.faults) > before or not known:
            return NEVER
        found = ("in", name, tuple(value for value in allowed if value in seen))
        return found if positive else ("not", found)

    def may_name(self, token: Token) -> bool:
        """Return whether the outcome that `token` names exists and may be named here."""
        outcomes, name = self.scope.outcomes, token.text
        if name in outcomes.later:
            self.report("VW314", token, outcome=name)
        elif name in outcomes.below:
            self.report("VW317", token, outcome=name, question=outcomes.below[name])
        elif name not in outcomes.values:
            self.report("VW313", token, nearest(name, outcomes.values), outcome=name)
        return name in outcomes.values

    def membership(self, atom: Membership, *, positive: bool) -> Condition:
        if "." in atom.question.text:
            return self.outcome(atom, positive=positive)
        question = self.question(atom.question)
        if question is None:
            return NEVER
        allowed = answers_of(question)
        seen: set[str] = set()
        for token in atom.values:
            self.answer(question, token, allowed, seen)
        if not seen.issubset(allowed):
            return NEVER
        if question.kind in NUMBER_OR_DATE:
            return ("in", question.id, (UNKNOWN,)) if positive else _is_known(question)
        values = tuple(value for value in allowed if value in seen)
        if not positive:
            values = complement(question, frozenset(seen))
            if not values:
                return self.report("VW311", atom.question, question=question.id)
        return ("in", question.id, values)

    def answer(self, question: Question, token: Token, allowed: tuple[str, ...], seen: set[str]) -> None:
        """Note that `token` is named among the answers of `question`."""
        if token.text in seen:
            self.report("VW310", token, answer=token.text)
        elif token.text not in allowed and question.kind in NUMBER_OR_DATE and token.text != UNKNOWN:
            self.report("VW308", token, question=question.id, kind=KINDS[question.kind], form=FORMS[question.kind])
        elif token.text not in allowed:
            near = nearest(token.text, allowed)
            self.report("VW306", token, near, question=question.id, answer=token.text, answers=allowed)
        seen.add(token.text)

    def comparison(self, atom: Comparison, *, positive: bool) -> Condition:
        if "." in atom.question.text:
            name, kind = atom.question.text, "een uitkomst van een beslissing"
            return self.report("VW308", atom.operator, question=name, kind=kind, form="beslissing.uitkomst in {waarde}")
        question = self.question(atom.question)
        if question is None:
            return NEVER
        if question.kind not in NUMBER_OR_DATE:
            form = FORMS[question.kind]
            return self.report("VW308", atom.operator, question=question.id, kind=KINDS[question.kind], form=form)
        bound = self.bound(question, atom.bound)
        if bound is None:
            return NEVER
        operator = atom.operator.text
        if positive:
            return ("cmp", question.id, operator, bound)
        if operator == "=":
            return ("any", (("cmp", question.id, "<", bound), ("cmp", question.id, ">", bound)))
        return ("cmp", question.id, OPPOSITE[operator], bound)

    def bound(self, question: Question, token: Token) -> str | int | float | None:
        """Return the bound that `token` writes, or None with a fault."""
        if question.kind == "date":
            day = token.text if token.text == TODAY else parse_date(token.text)
            if day is None:
                self.report("VW309", token, question=question.id, wanted="een datum (2026-11-21) of today")
            return day
        number = parse_number(token.text)
        if number is None:
            self.report("VW309", token, question=question.id, wanted="een getal, met een punt voor de decimalen")
            return None
        low, high = question.minimum, question.maximum
        if (low is not None and number < low) or (high is not None and number > high):
            self.report("VW312", token, question=question.id, minimum=bound_text(low), maximum=bound_text(high))
        return number


KINDS = {
    "one": "een keuzevraag",
    "any": "een vraag met meer antwoorden",
    "duty": "een plicht",
    "date": "een datum",
    "number": "een getal",
}
FORMS = {
    "one": "vraag in {antwoord}",
    "any": "vraag in {antwoord}",
    "duty": "plicht in {gedaan, later}",
    "date": "vraag >= today, of vraag in {onbekend}",
    "number": "vraag < 3, of vraag in {onbekend}",
}


def bound_text(bound: float | None) -> str:
    """Return a bound of a number as it is shown; an open one as dots."""
    return "…" if bound is None else f"{bound:g}"


def answers_of(question: Question) -> tuple[str, ...]:
    """Return every value that `question in {...}` may name, in order."""
    if question.kind == "duty":
        return DUTY_VALUES
    if question.kind in NUMBER_OR_DATE:
        return (UNKNOWN,) if question.unknown else ()
    return tuple(answer.id for answer in question.answers)


def joined(word: str, parts: list[Condition]) -> Condition:
    """Return `parts` joined by "all" or "any", parts of the same kind taken up."""
    flat: list[Condition] = []
    for part in parts:
        match part:
            case (str(kind), tuple(inner)) if kind == word:
                flat.extend(inner)
            case _:
                flat.append(part)
    return flat[0] if len(flat) == 1 else (word, tuple(flat))


def _is_known(question: Question) -> Condition:
    """Return the condition that a number or date is filled in."""
    bound: str | int = TODAY if question.kind == "date" else 0
    return ("any", (("cmp", question.id, "<", bound), ("cmp", question.id, ">=", bound)))
