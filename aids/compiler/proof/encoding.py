"""Owns a tree's rules as formulas for the solver, and the way back from the solver's models to answers.

Fed with the rules of `aids.runtime.model`; used by the other modules of the proof and by `diff`. Build only.

Each named answer is a Boolean variable "question=answer"; a number is a Real, a date and today are day numbers. The
variables of a question bear its name in every encoding, so that two versions of a tree are read on the same case;
`apart` gives one question variables of its own, for two cases that differ in one answer.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import z3

from aids.compiler.proof.interpretation import MEASURED, Interpretation
from aids.compiler.proof.terms import (
    FALSE,
    TRUE,
    Truth,
    conjunction,
    contrary,
    differing,
    disjunction,
    is_chosen,
    negation,
    substituted,
    variable,
)
from aids.runtime.conditions import TODAY, UNKNOWN
from aids.runtime.model import DUTY, DUTY_WORDS, RECORD, Question

type Case = dict[str, Any]
"""Answers as JSON data, by question."""

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
APART = "'"


class Encoding(Interpretation[Truth]):
    """The rules of one tree on one case that the solver is free to choose."""

    def constant(self, *, truth: bool) -> Truth:  # noqa: D102  as the base class says
        return TRUE if truth else FALSE

    def opposite(self, truth: Truth) -> Truth:  # noqa: D102
        return negation(truth)

    def both(self, truths: Sequence[Truth]) -> Truth:  # noqa: D102
        return conjunction(truths)

    def either(self, truths: Sequence[Truth]) -> Truth:  # noqa: D102
        return disjunction(truths)

    def choice(self, ident: str, answer: str) -> Truth:  # noqa: D102
        return variable(f"{ident}={answer}")

    def refused(self, ident: str, answer: str) -> Truth:
        """Return that the raw answer to a question is not `answer`."""
        return contrary(f"{ident}={answer}")

    def compared(self, ident: str, sign: str, bound: object) -> Truth:  # noqa: D102
        amount = self.amount(ident)
        against = today() if bound == TODAY else constant(bound)
        signs = {
            "<": amount < against,
            "<=": amount <= against,
            "=": amount == against,
            ">=": amount >= against,
            ">": amount > against,
        }
        return conjunction([self.refused(ident, UNKNOWN), signs[sign]])

    def amount(self, ident: str) -> z3.ArithRef:
        """Return the raw number, or the day as its number in the calendar."""
        return (z3.Int if self.questions[ident].kind == "date" else z3.Real)(ident)

    # The case --------------------------------------------------------------------------------------------------------

    def legal(self, *, unfinished: bool = False) -> list[Truth]:
        """Return the constraints that make the raw values answers, whether or not their question applies."""
        found = [today() >= FIRST_DAY, today() <= LAST_DAY]
        for question in self.questions.values():
            if question.purpose != RECORD:
                found += self.answered(question.id, unfinished=unfinished)
        return found

    def answered(self, ident: str, *, unfinished: bool = False) -> list[Truth]:
        """Return the constraints that make the raw value of one question an answer."""
        question = self.questions[ident]
        named = self.answers(ident, unfinished=unfinished)
        strange = [answer for answer in self.answers(ident, unfinished=True) if answer not in named]
        found = [self.refused(ident, answer) for answer in strange]
        if question.kind in MEASURED:
            low, high = (FIRST_DAY, LAST_DAY) if question.kind == "date" else (question.minimum, question.maximum)
            amount = self.amount(ident)
            bounds = [amount >= constant(low)] * (low is not None) + [amount <= constant(high)] * (high is not None)
            return found + bounds
        options = self.options(ident)
        ways = [self.choice(ident, answer) for answer in named if answer not in options]
        ways += [disjunction([self.choice(ident, answer) for answer in options])] if options else []
        return [*found, disjunction(ways), *(negation(conjunction(pair)) for pair in itertools.combinations(ways, 2))]

    def fixed(self, case: Mapping[str, Any], day: str) -> list[Truth]:
        """Return that the raw values are those of `case` on the ISO date `day`; what it leaves out is free."""
        found = [today() == date.fromisoformat(day).toordinal()]
        for ident, answer in case.items():
            found += self.given(ident, answer)
        return found

    def given(self, ident: str, answer: object) -> list[Truth]:
        """Return that the raw value of one question is `answer`, as JSON data."""
        question = self.questions[ident]
        if question.kind in MEASURED and answer != UNKNOWN:
            return [self.amount(ident) == constant(answer), self.refused(ident, UNKNOWN)]
        ticked = named(question, answer)
        known = self.answers(ident, unfinished=True)
        return [self.choice(ident, each) if each in ticked else self.refused(ident, each) for each in known]

    def apart(self, ident: str, truths: Sequence[Truth]) -> list[Truth]:
        """Return `truths` on another case, in which only the answer to one question may differ."""
        question = self.questions[ident]
        variables: list[Any] = [self.choice(ident, answer) for answer in self.answers(ident, unfinished=True)]
        variables += [self.amount(ident)] if question.kind in MEASURED else []
        others = [z3.Const(f"{name.decl().name()}{APART}", name.sort()) for name in variables]
        return [substituted(truth, variables, others) for truth in truths]

    # From a model back to answers ------------------------------------------------------------------------------------

    def case(self, model: z3.ModelRef) -> Case:
        """Return the answers to decide questions that apply, and the duties that are not open.

        A question that stands on `onbekend` without having that answer is left out: it is unanswered.
        """
        applying = (ident for ident in self.raw(model) if true(model, self.applies(ident)))
        answers = ((ident, self.answer(model, ident)) for ident in applying)
        return {ident: answer for ident, answer in answers if answer is not None}

    def raw(self, model: z3.ModelRef, apart: str | None = None) -> Case:
        """Return the raw answer to every decide question and duty; to `apart` that of the other case."""
        return {
            ident: self.answer(model, ident, apart=ident == apart)
            for ident, question in self.questions.items()
            if question.purpose != RECORD
        }

    def answer(self, model: z3.ModelRef, ident: str, *, apart: bool = False) -> Any:  # noqa: ANN401  JSON data
        """Return the raw answer to one question as JSON data; None for an open duty and for one that has no answer."""
        question = self.questions[ident]
        known = self.answers(ident, unfinished=True)
        choices = [self.choice(ident, answer) for answer in known]
        choices = self.apart(ident, choices) if apart else choices
        chosen = [answer for answer, choice in zip(known, choices, strict=True) if is_chosen(model, choice)]
        if question.purpose == DUTY:
            return _duty(question, chosen[0], day_of(model))
        if UNKNOWN in chosen:
            return ([UNKNOWN] if question.kind == "any" else UNKNOWN) if question.unknown else None
        if question.kind not in MEASURED:
            return chosen if question.kind == "any" else chosen[0]
        amount = z3.Const(f"{ident}{APART}", self.amount(ident).sort()) if apart else self.amount(ident)
        value = model.eval(amount, model_completion=True)
        if question.kind == "date":
            return date.fromordinal(value.as_long()).isoformat()
        number = value.as_fraction()
        return int(number) if number.denominator == 1 else float(number)


def today() -> z3.ArithRef:
    """Return the day on which the case is read, as its number in the calendar."""
    return z3.Int(TODAY)


def day_of(model: z3.ModelRef) -> str:
    """Return the model's today as an ISO date."""
    value = model.eval(today(), model_completion=True).as_long()
    return date.fromordinal(max(value, FIRST_DAY)).isoformat()


def true(model: z3.ModelRef, truth: Truth) -> bool:
    """Return whether `truth` holds in the model."""
    return bool(z3.is_true(model.eval(truth, model_completion=True)))


def named(question: Question, answer: object) -> set[str]:
    """Return the answer ids that an answer, as JSON data, names; for a duty the word that conditions use."""
    if question.purpose == DUTY:
        state = answer["state"] if isinstance(answer, Mapping) else "open"
        return {DUTY_WORDS[state]}
    return {str(each) for each in answer} if isinstance(answer, list | tuple) else {str(answer)}


def _duty(question: Question, word: str, day: str) -> dict[str, str] | None:
    """Return a duty's state as an answer; None for an open one."""
    return {
        "open": None,
        "gedaan": {"state": "done"},
        "later": {"state": "later", "date": day},
        "niet": {"state": "not_done", "reason": next(iter(question.reasons), "")},
    }[word]


def constant(value: object) -> Any:  # noqa: ANN401  a constant of the solver
    """Return an ISO date, the number of a day (an int) or another number as the solver's constant."""
    if isinstance(value, str):
        return z3.IntVal(date.fromisoformat(value).toordinal())
    return z3.IntVal(value) if isinstance(value, int) else z3.RealVal(str(Fraction(str(value))))


def differences(pairs: Iterable[tuple[Truth, Truth]]) -> list[Truth]:
    """Return for each pair of formulas that they differ, leaving out those that are one formula."""
    return [differing(one, other) for one, other in pairs if not one.eq(other)]
