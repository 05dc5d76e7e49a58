"""Owns what the rules of a tree say on one case, read as they stand: row by row, floor by floor.

A case gives each question that applies its value, and each outcome of a decision that applies under
"decision.outcome". Used by the engine for what stands provisionally, and by tests. Runs in browser and build.
Knows no diagram: what is certain or possible over many cases is read there.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from aids.runtime.conditions import Value, holds
from aids.runtime.model import Decision, Question

NOT_APPLICABLE = "nvt"


class Standing(NamedTuple):
    """What a decision comes to on one case: the row (None where it does not apply), outcomes, and floors that raise."""

    row: str | None
    outcomes: dict[str, str] | str
    floors: list[str]


def read_case(
    order: Sequence[Question | Decision], value_of: Callable[[Question], Value], today: str
) -> tuple[dict[str, Value], dict[str, Standing]]:
    """Return the case in which each question that applies has the value that `value_of` gives, and each decision on it.

    `order` is the tree's reading order. A value of None leaves the question out.
    """
    case: dict[str, Value] = {}
    standing = {}
    for item in order:
        if isinstance(item, Decision):
            found = standing[item.id] = standing_outcome(item, case, today)
            if not isinstance(found.outcomes, str):
                case |= {f"{item.id}.{name}": value for name, value in found.outcomes.items()}
        elif holds(item.when, case, today) and (value := value_of(item)) is not None:
            case[item.id] = value
    return case, standing


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
