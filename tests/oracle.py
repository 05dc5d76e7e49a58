"""The reference: what a tree says, by trying every completion. Shares no code with engine or diagrams."""

import itertools
import math
import operator
from typing import Any

from aids.runtime.model import Question
from aids.runtime.tree import Tree

Case = dict[str, Any]


def true(c: Any, case: Case, today: str) -> bool:  # noqa: ANN401  a condition as nested tuples
    """Return whether condition `c` holds on `case` (question -> set of ids, number or day; absent: not applicable)."""
    if c[0] == "const":
        return bool(c[1])
    if c[0] in ("all", "any"):
        return (all if c[0] == "all" else any)(true(part, case, today) for part in c[1])
    value = case.get(c[1])
    if c[0] == "in":
        return isinstance(value, set) and bool(value & set(c[2]))
    signs: Case = {"<": operator.lt, "<=": operator.le, "=": operator.eq, ">=": operator.ge, ">": operator.gt}
    known = value is not None and not isinstance(value, set)
    return known and bool(signs[c[2]](value, today if c[3] == "today" else c[3]))


def values_of(question: Question, samples: dict[str, list[object]]) -> list[Any]:
    """Return every value of a decide question: sets of ids, or sample numbers and days, one in each cell at least."""
    exclusives = [{a} for a in question.answers if a in (question.none, "onbekend")]
    options = [a for a in question.answers if {a} not in exclusives]
    most = len(options) if question.kind == "any" else 1
    if question.kind in ("one", "any"):
        return exclusives + [set(s) for n in range(most) for s in itertools.combinations(options, n + 1)]
    return samples[question.id] + [{"onbekend"}] * question.unknown


def completions(
    tree: Tree, given: Case, samples: dict[str, list[object]], today: str, limit: int = 100_000
) -> list[tuple[Any, Case]] | None:
    """Return [(values of the decide questions, complete case)] extending `given`, or None where there are too many."""
    free = [q for q in tree.questions if q.purpose == "decide"]
    choices = [[given[q.id]] if q.id in given else values_of(q, samples) for q in free]
    late = {q.id for q in tree.questions if any(f"'{d.id}." in repr(q.when) for d in tree.decisions)}
    if math.prod(map(len, choices)) > limit:
        return None
    found = []
    for picked in itertools.product(*choices):
        values, case = given | dict(zip((q.id for q in free), picked, strict=True)), Case()
        for q in tree.questions:
            case = decided(tree, case, today)[1] if q.id in late else case
            if q.purpose != "record" and true(q.when, case, today):
                case[q.id] = values[q.id]
        found.append((picked, case))
    return found


def decided(tree: Tree, case: Case, today: str) -> tuple[set[str], Case, Case]:
    """Return the advice of rows and outcomes, each outcome as a value, and the outcomes ("nvt" or pairs)."""
    advice: set[str] = set()
    told = {name: value for name, value in case.items() if "." not in name}
    outcomes: Case = {d.id: "nvt" for d in tree.decisions}
    for d in tree.decisions:
        if true(d.when, told, today):
            row = next((r for r in d.rows if true(r.when, told, today)), d.otherwise)
            result = dict(row.outcomes)
            for floor in (f for f in d.floors if true(f.when, told, today)):
                lifted = {name: floor.replace.get(name, {}).get(value, value) for name, value in result.items()}
                result = {n: min(v, floor.at_least.get(n, v), key=d.gives[n].index) for n, v in lifted.items()}
            advice |= {a for name, value in result.items() for a in d.advice[name].get(value, ())}
            advice |= set(row.advice) if result == row.outcomes else set()
            outcomes[d.id] = tuple(result.items())
            told |= {f"{d.id}.{name}": {value} for name, value in result.items()}
    return advice, told, outcomes


def says(tree: Tree, case: Case, today: str) -> tuple[frozenset[str], Case]:
    """Return the advice and the outcomes ("nvt" or pairs) on a complete case."""
    advice, told, outcomes = decided(tree, case, today)
    return frozenset(advice | {a.id for a in tree.advice if true(a.when, told, today)}), outcomes
