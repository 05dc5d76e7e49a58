"""Owns the form of a condition and its value on one case. Fed by the loader (via JSON), used by engine and compiler.

A condition is a nested tuple, the same shape as its JSON form:

    ("const", bool)
    ("in", question, (value, ...))            true if the question applies and its answer is one of the values;
                                              for any-of: if at least one of the values is ticked
    ("cmp", question, operator, bound)        operator "<" "<=" "=" ">=" ">"; bound a number, an ISO date or "today"
    ("all", (condition, ...)) and ("any", (condition, ...))

There is no "not": the parser pushes an author's `not` to the atoms, where the complement holds only the other
*known* answers (never `onbekend`, `open` or not-applicable). So every condition is monotone in "is known".
Runs in browser and build. Does no parsing of text and knows no tree.
"""

from collections.abc import Iterator, Mapping

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

    `today` is an ISO date. Comparisons of an unknown or missing value are false.
    """
    match condition:
        case ("const", bool(truth)):
            return truth
        case ("in", str(question), tuple(values)):
            value = case.get(question)
            if isinstance(value, frozenset):
                return any(item in value for item in values)
            return question in case and value in values
        case ("cmp", str(question), str(operator), bound):
            return compares(case.get(question), operator, today if bound == TODAY else bound)
        case ("all", tuple(parts)):
            return all(holds(part, case, today) for part in parts)
        case ("any", tuple(parts)):
            return any(holds(part, case, today) for part in parts)
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
    """Return the ids of the questions that `condition` names."""
    return frozenset(str(atom[1]) for atom in atoms(condition))
