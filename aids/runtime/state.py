"""Owns one consultation: the answers read, what the diagram says under them, and what stands provisionally.

Made once for each View from tree, answers and day; `engine`, `remaining` and `changes` read it. Nothing is kept from
one consultation to the next. Runs in browser and build.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from aids.runtime.answers import UNTOUCHED, Answers, DutyState, read_answers
from aids.runtime.cases import Standing, read_case
from aids.runtime.conditions import UNKNOWN, Value
from aids.runtime.diagram import Reading, Reduced
from aids.runtime.model import DECIDE, DUTY, Question
from aids.runtime.tree import Layout, Tree

type Readings = dict[str, Reading]
"""By id: what a root says."""


class State(NamedTuple):
    """One consultation.

    `changed`: the values of the variables that are not as they are before any answer. `reduced`: the diagram under
    them; by id `applicable` questions, `advised` advice and `decided` decisions as it says. `case`: the answers with
    `onbekend` for each unanswered question that applies, and `standing` each decision on it.
    """

    tree: Tree
    answers: Answers
    today: str
    changed: dict[int, tuple[int, ...]]
    reduced: Reduced
    applicable: Readings
    advised: Readings
    decided: Readings
    case: dict[str, Value]
    standing: dict[str, Standing]

    def is_given(self, question: Question) -> bool:
        """Return whether the question has a valid answer (a duty: is settled or left open on purpose)."""
        if question.purpose == DUTY:
            return self.duty(question).touched
        return question.id in self.answers.values or question.id in self.answers.empty

    def duty(self, question: Question) -> DutyState:
        """Return the duty as it stands."""
        return self.answers.duties.get(question.id, UNTOUCHED)

    def needed(self, reduced: Reduced) -> set[str]:
        """Return the questions on which, in `reduced`, something that must be settled depends.

        That is advice, an outcome, or whether a duty or record question applies.
        """
        support = 0
        for ref in self.tree.layout.targets:
            support |= reduced.reading(ref).support
        return {ident for ident, mask in self.tree.layout.masks.items() if mask & support}


def state_of(tree: Tree, answers: Mapping[str, Any], today: str) -> State:
    """Return the consultation of `tree` for `answers` (question id to JSON value) on `today` (ISO date)."""
    layout = tree.layout
    given = read_answers(layout.questions, answers)
    changed = restriction(layout, given, today)
    reduced = layout.prepared.restricted(changed)
    applicable, advised, decided = (
        {ident: reduced.readings[reduced.places[ref]] for ident, ref in layout.roots[kind].items()}
        for kind in ("question", "advice", "decision")
    )
    case, standing = standing_case(layout, given, today)
    return State(tree, given, today, changed, reduced, applicable, advised, decided, case, standing)


def restriction(layout: Layout, given: Answers, today: str) -> dict[int, tuple[int, ...]]:
    """Return the values of the variables that are not as they are before any answer."""
    fixed = [(first, domain.free(today)) for domain, first in layout.moving]
    for ident, value in given.values.items():
        if ident in layout.domains:
            domain, first = layout.domains[ident]
            fixed.append((first, domain.fix(value, today)))
    for ident, duty in given.duties.items():
        if ident in layout.domains and duty.state != UNTOUCHED.state:
            domain, first = layout.domains[ident]
            fixed.append((first, domain.fix(duty.word, today)))
    return {first + offset: values for first, part in fixed for offset, values in part}


def standing_case(layout: Layout, given: Answers, today: str) -> tuple[dict[str, Value], dict[str, Standing]]:
    """Return the case with `onbekend` for each unanswered question that applies, and what the decisions are on it."""

    def value_of(question: Question) -> Value:
        if question.purpose == DUTY:
            return given.duties.get(question.id, UNTOUCHED).word
        if question.purpose != DECIDE:
            return None
        unknown: Value = frozenset({UNKNOWN}) if question.kind == "any" else UNKNOWN
        return given.values.get(question.id, unknown)

    return read_case(layout.order, value_of, today)
