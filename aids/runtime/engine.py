"""Owns `consult`: from a tree, answers and the day to a View. Pure; the one engine of build, command line and browser.

Certain, possible and needed are read off the tree's decision diagrams, exactly. The standing outcome of a decision is
the rows read with every unanswered question as `onbekend`. Runs in browser and build.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from aids.runtime.cases import NOT_APPLICABLE
from aids.runtime.model import DECIDE, DUTY, URGENCIES, Decision, Question
from aids.runtime.remaining import remaining
from aids.runtime.state import State, state_of
from aids.runtime.tree import Tree
from aids.runtime.why import reasons

type View = dict[str, Any]

NEVER, ALWAYS = 0b01, 0b10
"""What a reading of applicability may hold: only false, only true."""


def consult(tree: Tree, answers: Mapping[str, Any], today: str) -> View:
    """Return the View of `tree` for `answers` (question id to JSON value) on `today` (ISO date)."""
    state = state_of(tree, answers, today)
    questions = _sorted(state, answers)
    following = questions.following
    return {
        "tree": tree.id,
        "version": tree.version,
        "rules": tree.rules,
        "asked": questions.asked,
        "answered": questions.answered,
        "next": following and following.id,
        "advice": _advice(state),
        "why": reasons(tree, state.case, state.standing, today),
        "decisions": {decision.id: _decision(state, decision) for decision in tree.decisions},
        "duties": questions.duties,
        "remaining": remaining(state, following),
        "skipped": questions.skipped,
        "dropped": questions.dropped,
        "errors": state.answers.errors,
    }


class Sorted(NamedTuple):
    """The questions by where they stand, in file order, and the next one."""

    following: Question | None
    asked: list[str]
    answered: list[str]
    duties: list[dict[str, str | None]]
    skipped: list[str]
    dropped: list[str]


def _sorted(state: State, answers: Mapping[str, Any]) -> Sorted:
    """Return where each question stands. Next is the first that applies, has no answer, and is needed or a duty."""
    needed = state.needed(state.reduced)
    result = Sorted(None, [], [], [], [], [])
    for question in state.tree.questions:
        ident, purpose = question.id, question.purpose
        applicable = state.applicable[ident].values
        is_given = state.is_given(question)
        if applicable == NEVER:
            result.dropped.extend([ident] if ident in answers else ())
            continue
        if purpose == DUTY and applicable == ALWAYS:
            duty = state.duty(question)
            about = {"id": ident, "state": duty.state, "reason": duty.reason, "date": duty.date, "who": duty.who}
            result.duties.append(about)
        if is_given:
            result.asked.append(ident)
            result.answered.append(ident)
        elif purpose == DECIDE and ident not in needed:
            result.skipped.append(ident)
        elif applicable == ALWAYS and result.following is None:
            result.asked.append(ident)
            result = result._replace(following=question)
    return result


def _advice(state: State) -> list[dict[str, str]]:
    """Return certain and possible advice by urgency, then file order."""
    found = []
    for advice in state.tree.advice:
        reading = state.advised[advice.id]
        if reading.values & 2:
            certainty = "certain" if reading.is_settled() else "possible"
            found.append({"id": advice.id, "certainty": certainty, "urgency": advice.urgency})
    return sorted(found, key=lambda item: URGENCIES.index(item["urgency"]))


def _decision(state: State, decision: Decision) -> View | str:
    """Return a decision's standing, certain and possible outcomes, or "nvt" where it cannot apply."""
    terminals = state.decided[decision.id].terminals()
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
    row, outcomes, floors = state.standing[decision.id]
    return {"row": row, "floors": floors, "standing": outcomes, "certain": shared or None, "possible": possible}


def _value(outcomes: dict[str, str] | str, name: str) -> str | None:
    return None if isinstance(outcomes, str) else outcomes[name]
