"""Owns shared decision diagrams and what can be read off them once answers are filled in.

A diagram holds one reduced, ordered, multi-valued graph for all advice, decisions and applicability of a tree.
Made by `aids.compiler.diagrams`; the engine restricts it to the answers so far. Exact by construction: on the
restricted graph a root's terminals are the values that some completion gives, and its variables are exactly those
on which it still depends. Runs in browser and build. Knows no questions: variables are numbers (see `domains`).
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Self

type Ref = int
"""A node's index, or for a terminal with value v: -v - 1."""

FALSE: Ref = -1
TRUE: Ref = -2


def terminal(value: int) -> Ref:
    """Return the reference of the terminal with `value` (0 or more)."""
    return -value - 1


class Diagram(NamedTuple):
    """`nodes`: (variable, children), each child before its parents. `roots`: name to reference.

    `outcomes`: per decision the outcome sets that its root's terminals stand for, counted from 1; terminal 0 is "nvt".
    `domains`: the questions in the order of their variables, each with its bounds (see `domains.Domain`).
    """

    nodes: tuple[tuple[int, tuple[Ref, ...]], ...]
    roots: dict[str, Ref]
    outcomes: dict[str, tuple[dict[str, str], ...]]
    domains: tuple[tuple[str, tuple[float | str, ...], bool], ...]

    def to_json(self) -> dict[str, Any]:
        """Return the diagram as JSON data."""
        return {
            "nodes": [[variable, *children] for variable, children in self.nodes],
            "roots": self.roots,
            "outcomes": {name: list(sets) for name, sets in self.outcomes.items()},
            "domains": [[question, list(bounds), today] for question, bounds, today in self.domains],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return the diagram that `to_json` wrote."""
        return cls(
            tuple((node[0], tuple(node[1:])) for node in data["nodes"]),
            data["roots"],
            {name: tuple(sets) for name, sets in data["outcomes"].items()},
            tuple((question, tuple(bounds), today) for question, bounds, today in data["domains"]),
        )


class Reading(NamedTuple):
    """What a root says under a restriction.

    `values`: the possible values (bit v for value v); `support`: the variables it depends on (bits); `distance`: the
    least number of questions whose answers settle it.
    """

    values: int
    support: int
    distance: int

    def is_settled(self) -> bool:
        """Return whether every completion gives the same value."""
        return self.support == 0

    def terminals(self) -> list[int]:
        """Return the possible values in ascending order."""
        return [bit for bit in range(self.values.bit_length()) if self.values >> bit & 1]


def read(diagram: Diagram, allowed: Mapping[int, Sequence[int]], groups: Sequence[int]) -> dict[str, Reading]:
    """Return per root what it says when each variable takes only the values in `allowed` (absent: any).

    `groups` gives each variable's question, so that `distance` counts questions.
    """
    nodes = diagram.nodes
    reached = _reached(diagram, allowed)
    canonical: dict[tuple[int, ...], int] = {}
    known: list[tuple[Reading, int, int]] = []  # reading, distance inside the same question, question
    reduced: dict[Ref, Ref] = {}
    for index in range(len(nodes)):
        if not reached[index]:
            continue
        variable, children = nodes[index]
        values = allowed.get(variable)
        chosen = children if values is None else [children[value] for value in values]
        kids = tuple([reduced[child] if child >= 0 else child for child in chosen])
        first = kids[0]
        if kids.count(first) == len(kids):
            reduced[index] = first
            continue
        key = (variable, *kids)
        found = canonical.get(key)
        if found is None:
            found = canonical[key] = len(known)
            known.append(_summary(variable, kids, known, groups))
        reduced[index] = found
    return {
        name: _leaf(final) if final < 0 else known[final][0]
        for name, ref in diagram.roots.items()
        for final in (reduced[ref] if ref >= 0 else ref,)
    }


def _reached(diagram: Diagram, allowed: Mapping[int, Sequence[int]]) -> bytearray:
    """Return a flag per node: can a root reach it under `allowed`?"""
    nodes = diagram.nodes
    reached = bytearray(len(nodes))
    for ref in diagram.roots.values():
        if ref >= 0:
            reached[ref] = 1
    for index in range(len(nodes) - 1, -1, -1):
        if reached[index]:
            variable, children = nodes[index]
            values = allowed.get(variable)
            for child in children if values is None else [children[value] for value in values]:
                if child >= 0:
                    reached[child] = 1
    return reached


def _leaf(ref: Ref) -> Reading:
    return Reading(1 << (-ref - 1), 0, 0)


def _summary(
    variable: int, kids: tuple[Ref, ...], known: list[tuple[Reading, int, int]], groups: Sequence[int]
) -> tuple[Reading, int, int]:
    """Return a reduced node's reading from its kids' readings."""
    values = 0
    support = 1 << variable
    inside: int | None = None
    for kid in kids:
        if kid < 0:
            values |= 1 << (-kid - 1)
            inside = 0
        else:
            reading, within, group = known[kid]
            values |= reading.values
            support |= reading.support
            steps = within if group == groups[variable] else reading.distance
            inside = steps if inside is None or steps < inside else inside
    inside = inside or 0
    return Reading(values, support, inside + 1), inside, groups[variable]
