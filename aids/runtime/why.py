"""Owns why advice stands: by its own condition, by the row that fired, or by an outcome. One entry for each rule.

Read on one case, that in which every unanswered question is `onbekend`. Used by the engine for `View.why`; the page
adds words and sources. Runs in browser and build.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from aids.runtime.cases import Standing
from aids.runtime.conditions import Condition, Value, holds, is_outcome, outcome_of
from aids.runtime.model import Decision
from aids.runtime.tree import Tree

type Reason = dict[str, Any]
"""{"by": "when", "questions", "outcomes"}, {"by": "row", "decision", "row"} or
{"by": "outcome", "decision", "outcome", "value"}."""


def reasons(
    tree: Tree, case: Mapping[str, Value], standing: Mapping[str, Standing], today: str
) -> dict[str, list[Reason]]:
    """Return each advice that is given on `case`, in file order, with every rule that gives it."""
    found: dict[str, list[Reason]] = {advice.id: [] for advice in tree.advice}
    for advice in tree.advice:
        if holds(advice.when, case, today):
            found[advice.id].append(_by_condition(advice.when, case, today))
    for decision in tree.decisions:
        for ident, reason in _by_decision(decision, standing[decision.id]):
            found[ident].append(reason)
    return {ident: given for ident, given in found.items() if given}


def carrying(condition: Condition, case: Mapping[str, Value], today: str) -> Iterator[Condition]:
    """Yield atoms that together make a true `condition` true: of `any` those of the first true part, of `all` every."""
    match condition:
        case ("any", tuple(parts)):
            yield from carrying(next(part for part in parts if holds(part, case, today)), case, today)
        case ("all", tuple(parts)):
            for part in parts:
                yield from carrying(part, case, today)
        case ("in" | "cmp", *_):
            yield condition


def _by_condition(condition: Condition, case: Mapping[str, Value], today: str) -> Reason:
    atoms = tuple(dict.fromkeys(carrying(condition, case, today)))
    outcomes = dict.fromkeys(outcome_of(atom) for atom in atoms if is_outcome(atom))
    return {
        "by": "when",
        "questions": list(dict.fromkeys(str(atom[1]) for atom in atoms if not is_outcome(atom))),
        "outcomes": [_outcome(decision, name, case[f"{decision}.{name}"]) for decision, name in outcomes],
    }


def _by_decision(decision: Decision, standing: Standing) -> Iterator[tuple[str, Reason]]:
    """Yield what the row gives (unless a floor changed its outcomes) and what each outcome gives."""
    if isinstance(standing.outcomes, str):
        return
    row = next(row for row in (*decision.rows, decision.otherwise) if row.row == standing.row)
    for ident in row.advice if row.outcomes == standing.outcomes else ():
        yield ident, {"by": "row", "decision": decision.id, "row": row.row}
    for name, value in standing.outcomes.items():
        for ident in decision.advice[name].get(value, ()):
            yield ident, {"by": "outcome", **_outcome(decision.id, name, value)}


def _outcome(decision: str, name: str, value: object) -> dict[str, object]:
    return {"decision": decision, "outcome": name, "value": value}
