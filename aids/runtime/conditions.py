"""Owns the form of a condition and its value on one case. Fed by the loader (via JSON), used by engine and compiler.

A condition is a nested tuple, the same shape as its JSON form:

    ("const", bool)
    ("in", question, (value, ...))            true if the question applies and its answer is one of the values;
                                              for any-of: if at least one of the values is ticked
    ("in", "decision.outcome", (value, ...))  true if the decision applies and its outcome, floors counted, is one
    ("cmp", question, operator, bound)        operator "<" "<=" "=" ">=" ">"; bound a number, an ISO date or "today"
    ("all", (condition, ...)) and ("any", (condition, ...))

There is no "not": the parser pushes an author's `not` to the atoms, where the complement holds only the other
*known* answers (never `onbekend`, `open` or not-applicable). So every condition is monotone in "is known".
Runs in browser and build. Does no parsing of text and knows no tree.
"""

from collections.abc import Iterator, Mapping
from typing import Any

type Condition = tuple[object, ...]
type Value = str | int | float | frozenset[str] | None
"""A question's value on a case: an answer id, a set of ticked ids, a number, an ISO date or text."""

ALWAYS: Condition = ("const", True)
NEVER: Condition = ("const", False)
UNKNOWN = "onbekend"
TODAY = "today"


def from_json(data: object) -> Condition:
    """Return the condition that a JSON value (lists for tuples) stands for."""
    if isinstance(data, list):
        return tuple(from_json(item) if isinstance(item, list) else item for item in data)
    raise TypeError(data)


def holds(condition: Condition, case: Mapping[str, Value], today: str) -> bool:
    """Return whether `condition` is true on `case`: question id to value, a question that does not apply left out.

    An outcome stands in the case under "decision.outcome". `today` is an ISO date. Comparisons of an unknown or missing
    value are false.
    """
    form: Any = condition  # read by place, not by pattern: this runs for every rule of every View
    match form[0]:
        case "in":
            value = case.get(form[1])
            if isinstance(value, frozenset):
                return not value.isdisjoint(form[2])
            return bool(value is not None and value in form[2])
        case "all" | "any" as joiner:
            settling: bool = joiner == "any"
            for part in form[1]:
                if holds(part, case, today) is settling:
                    return settling
            return not settling
        case "const":
            return bool(form[1])
        case "cmp":
            return compares(case.get(form[1]), form[2], today if form[3] == TODAY else form[3])
    raise ValueError(condition)


def compares(value: object, operator: str, bound: object) -> bool:
    """Return whether `value operator bound` holds; false when the value is unknown, missing or of another type."""
    if value is None or value == UNKNOWN or isinstance(value, str) != isinstance(bound, str):
        return False
    match operator:
        case "<":
            return value < bound  # type: ignore[operator,no-any-return]
        case "<=":
            return value <= bound  # type: ignore[operator,no-any-return]
        case "=":
            return value == bound
        case ">=":
            return value >= bound  # type: ignore[operator,no-any-return]
        case ">":
            return value > bound  # type: ignore[operator,no-any-return]
    raise ValueError(operator)


def atoms(condition: Condition) -> Iterator[Condition]:
    """Yield every `in` and `cmp` atom of `condition`, from left to right."""
    match condition:
        case ("all" | "any", tuple(parts)):
            for part in parts:
                yield from atoms(part)
        case ("in" | "cmp", *_):
            yield condition


def questions_of(condition: Condition) -> frozenset[str]:
    """Return the ids of the questions that `condition` names itself, not those behind an outcome."""
    return frozenset(str(atom[1]) for atom in atoms(condition) if not is_outcome(atom))


def decisions_of(condition: Condition) -> frozenset[str]:
    """Return the ids of the decisions whose outcomes `condition` names."""
    return frozenset(outcome_of(atom)[0] for atom in atoms(condition) if is_outcome(atom))


def is_outcome(atom: Condition) -> bool:
    """Return whether an atom is about a decision's outcome instead of a question's answer."""
    return "." in str(atom[1])


def outcome_of(atom: Condition) -> tuple[str, str]:
    """Return the decision and the name of the outcome that an atom is about."""
    decision, name = str(atom[1]).split(".")
    return decision, name
