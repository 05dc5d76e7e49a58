"""Owns `consult`: from a tree, answers and the day to a View. Pure; the one engine of build, command line and browser.

Certain, possible and needed are read off the tree's decision diagrams, exactly. The standing outcome of a decision is
the rows read with every unanswered question as `onbekend`. Runs in browser and build.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from aids.runtime.answers import UNTOUCHED, Answers, DutyState, read_answers
from aids.runtime.conditions import UNKNOWN, Value, holds
from aids.runtime.diagram import Reading, read
from aids.runtime.model import DECIDE, DUTY, URGENCIES, Decision, Question
from aids.runtime.tree import Layout, Tree

type View = dict[str, Any]

NOT_APPLICABLE = "nvt"


class State(NamedTuple):
    """One consultation: the tree, the answers read, and what each root of the diagram says under them."""

    tree: Tree
    answers: Answers
    readings: dict[str, Reading]
    today: str

    def may_apply(self, question: Question) -> bool:
        """Return whether the question applies in some completion."""
        return bool(self.readings[f"question:{question.id}"].values & 2)

    def applies(self, question: Question) -> bool:
        """Return whether the question applies in every completion."""
        return self.readings[f"question:{question.id}"].values == 2  # noqa: PLR2004  only terminal 1, true

    def is_given(self, question: Question) -> bool:
        """Return whether the question has a valid answer (a duty: is settled or left open on purpose)."""
        if question.purpose == DUTY:
            return self.duty(question).touched
        return question.id in self.answers.values or question.id in self.answers.empty

    def duty(self, question: Question) -> DutyState:
        """Return the duty as it stands."""
        return self.answers.duties.get(question.id, UNTOUCHED)


def consult(tree: Tree, answers: Mapping[str, Any], today: str) -> View:
    """Return the View of `tree` for `answers` (question id to JSON value) on `today` (ISO date)."""
    layout = tree.layout
    given = read_answers(layout.questions, answers)
    readings = read(tree.diagram, _allowed(layout, given, today), layout.groups)
    state = State(tree, given, readings, today)
    support = _support(state)
    needed = {question.id for question in tree.questions if layout.masks.get(question.id, 0) & support}
    due = [question for question in tree.questions if _is_due(state, question, needed)]
    following = due[0].id if due else None
    kept = [q.id for q in tree.questions if q.id in answers and state.is_given(q) and state.may_apply(q)]
    return {
        "tree": tree.id,
        "version": tree.version,
        "rules": tree.rules,
        "asked": [q.id for q in tree.questions if q.id in kept or q.id == following],
        "answered": kept,
        "next": following,
        "advice": _advice(state),
        "decisions": {decision.id: _decision(state, decision) for decision in tree.decisions},
        "duties": [
            {"id": q.id, "state": duty.state, "reason": duty.reason, "date": duty.date, "who": duty.who}
            for q in tree.questions
            if q.purpose == DUTY and state.applies(q)
            for duty in (state.duty(q),)
        ],
        "remaining": _remaining(state, needed),
        "skipped": [
            q.id
            for q in tree.questions
            if q.purpose == DECIDE and q.id not in needed and not state.is_given(q) and state.may_apply(q)
        ],
        "dropped": [q.id for q in tree.questions if q.id in answers and not state.may_apply(q)],
        "errors": given.errors,
    }


def _allowed(layout: Layout, given: Answers, today: str) -> dict[int, tuple[int, ...]]:
    """Return the values that each variable may still take."""
    allowed = {}
    for domain, first in layout.domains:
        question = domain.question
        if question.purpose == DUTY:
            fixed = domain.fix(given.duties.get(question.id, UNTOUCHED).word, today)
        elif question.id in given.values:
            fixed = domain.fix(given.values[question.id], today)
        else:
            fixed = domain.free(today)
        for offset, values in fixed:
            allowed[first + offset] = values
    return allowed


def _targets(state: State) -> list[Reading]:
    """Return what must be settled: advice, outcomes, and whether each duty and record question applies."""
    tree = state.tree
    names = [f"advice:{advice.id}" for advice in tree.advice]
    names += [f"decision:{decision.id}" for decision in tree.decisions]
    names += [f"question:{question.id}" for question in tree.questions if question.purpose != DECIDE]
    return [state.readings[name] for name in names]


def _support(state: State) -> int:
    """Return the variables on which something undecided still depends."""
    support = 0
    for reading in _targets(state):
        support |= reading.support
    return support


def _is_due(state: State, question: Question, needed: set[str]) -> bool:
    """Return whether the question is to be put now or later: it applies, has no answer, and is needed or a duty."""
    if state.is_given(question) or not state.applies(question):
        return False
    return question.id in needed if question.purpose == DECIDE else True


def _remaining(state: State, needed: set[str]) -> dict[str, Any]:
    """Return sound bounds on the questions still to put; `exact` where least and most agree."""
    least = max((reading.distance for reading in _targets(state)), default=0)
    duties = [q for q in state.tree.questions if q.purpose == DUTY and not state.is_given(q) and state.may_apply(q)]
    sure = sum(1 for question in duties if state.applies(question))
    return {
        "decide": {"min": least, "max": len(needed)},
        "duty": {"min": sure, "max": len(duties)},
        "exact": least == len(needed) and sure == len(duties),
    }


def _advice(state: State) -> list[dict[str, str]]:
    """Return certain and possible advice by urgency, then file order."""
    found = []
    for advice in state.tree.advice:
        reading = state.readings[f"advice:{advice.id}"]
        if reading.values & 2:
            certainty = "certain" if reading.is_settled() else "possible"
            found.append({"id": advice.id, "certainty": certainty, "urgency": advice.urgency})
    return sorted(found, key=lambda item: URGENCIES.index(item["urgency"]))


def _decision(state: State, decision: Decision) -> View | str:
    """Return a decision's standing, certain and possible outcomes, or "nvt" where it cannot apply."""
    terminals = state.readings[f"decision:{decision.id}"].terminals()
    if terminals == [0]:
        return NOT_APPLICABLE
    sets = state.tree.diagram.outcomes[decision.id]
    possible: list[dict[str, str] | str] = [sets[value - 1] if value else NOT_APPLICABLE for value in terminals]
    shared = {
        name: first
        for name in decision.gives
        for first in (_value(possible[0], name),)
        if first is not None and all(_value(outcomes, name) == first for outcomes in possible)
    }
    row, outcomes, floors = standing_outcome(decision, _standing_case(state), state.today)
    return {"row": row, "floors": floors, "standing": outcomes, "certain": shared or None, "possible": possible}


def _value(outcomes: dict[str, str] | str, name: str) -> str | None:
    return None if isinstance(outcomes, str) else outcomes[name]


def _standing_case(state: State) -> dict[str, Value]:
    """Return the case in which every unanswered question that applies is answered `onbekend`."""
    case: dict[str, Value] = {}
    for question in state.tree.questions:
        if holds(question.when, case, state.today):
            if question.purpose == DUTY:
                case[question.id] = state.duty(question).word
            elif question.purpose == DECIDE:
                unknown: Value = frozenset({UNKNOWN}) if question.kind == "any" else UNKNOWN
                case[question.id] = state.answers.values.get(question.id, unknown)
    return case


class Standing(NamedTuple):
    """What a decision comes to on one case: the row (None where it does not apply), outcomes, and floors that raise."""

    row: str | None
    outcomes: dict[str, str] | str
    floors: list[str]


def standing_outcome(decision: Decision, case: Mapping[str, Value], today: str) -> Standing:
    """Return the row that fires on `case`, the outcomes after the floors, and each floor that raises the row's outcome.

    (None, "nvt", []) where the decision does not apply.
    """
    if not holds(decision.when, case, today):
        return Standing(None, NOT_APPLICABLE, [])
    row = next((row for row in decision.rows if holds(row.when, case, today)), decision.otherwise)
    holding = [floor for floor in decision.floors if holds(floor.when, case, today)]
    outcomes = row.outcomes
    for floor in holding:
        outcomes = decision.lifted(floor, outcomes)
    raising = [floor.id for floor in holding if decision.lifted(floor, row.outcomes) != row.outcomes]
    return Standing(row.row, outcomes, raising)
