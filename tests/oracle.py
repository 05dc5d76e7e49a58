"""The reference: what a tree says, by trying every completion. Shares no code with engine or diagrams."""

import itertools
from typing import Any

from aids.runtime.model import Question
from aids.runtime.tree import Tree

type Case = dict[str, Any]

LIMIT = 100_000
"""Completions that are tried at most; a state with more is beyond the oracle."""


def true(c: Any, case: Case, today: str) -> bool:  # noqa: ANN401  a condition as nested tuples
    """Return whether condition `c` holds on `case` (question -> set of ids, number or day; absent: not applicable)."""
    if c[0] == "const":
        return bool(c[1])
    if c[0] in ("all", "any"):
        return (all if c[0] == "all" else any)(true(part, case, today) for part in c[1])
    value = case.get(c[1])
    if c[0] == "in":
        return isinstance(value, set) and bool(value & set(c[2]))
    if value is None or isinstance(value, set):
        return False
    bound = today if c[3] == "today" else c[3]
    signs = {"<": value < bound, "<=": value <= bound, "=": value == bound, ">=": value >= bound, ">": value > bound}
    return bool(signs[c[2]])


def values_of(question: Question, samples: dict[str, list[object]]) -> list[Any]:
    """Return every value of a decide question: sets of ids, or sample numbers and days, one in each cell at least."""
    exclusives = [{a} for a in question.answers if a in (question.none, "onbekend")]
    options = [a for a in question.answers if {a} not in exclusives]
    if question.kind == "one":
        return [{answer} for answer in question.answers]
    if question.kind == "any":
        return exclusives + [set(s) for n in range(len(options)) for s in itertools.combinations(options, n + 1)]
    return samples[question.id] + [{"onbekend"}] * question.unknown


def completions(
    tree: Tree, given: Case, samples: dict[str, list[object]], today: str, limit: int = LIMIT
) -> list[tuple[Any, Case]] | None:
    """Return [(values of the decide questions, complete case)] extending `given`, or None where there are too many."""
    free = [q for q in tree.questions if q.purpose == "decide"]
    choices = [[given[q.id]] if q.id in given else values_of(q, samples) for q in free]
    total = 1
    for options in choices:
        total *= len(options)
    if total > limit:
        return None
    found = []
    for picked in itertools.product(*choices):
        values = {**given, **dict(zip((q.id for q in free), picked, strict=True))}
        case: Case = {}
        for q in tree.questions:
            if q.purpose != "record" and true(q.when, case, today):
                case[q.id] = values[q.id]
        found.append((picked, case))
    return found


def says(tree: Tree, case: Case, today: str) -> tuple[frozenset[str], Case]:
    """Return the advice and the outcomes ("nvt" or pairs) on a complete case."""
    advice = {a.id for a in tree.advice if true(a.when, case, today)}
    outcomes: Case = {}
    for d in tree.decisions:
        outcomes[d.id] = "nvt"
        if true(d.when, case, today):
            row = next((r for r in d.rows if true(r.when, case, today)), d.otherwise)
            result = dict(row.outcomes)
            for floor in (f for f in d.floors if true(f.when, case, today)):
                result = {name: floor.replace.get(name, {}).get(value, value) for name, value in result.items()}
                for name, least in floor.at_least.items():
                    result[name] = min(result[name], least, key=d.gives[name].index)
            advice |= set(row.advice) if result == row.outcomes else set()
            advice |= {a for name, value in result.items() for a in d.advice[name].get(value, ())}
            outcomes[d.id] = tuple(result.items())
    return frozenset(advice), outcomes
