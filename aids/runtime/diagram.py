"""Owns shared decision diagrams and what can be read off them once answers are filled in.

A diagram holds one reduced, ordered, multi-valued graph for all advice, decisions and applicability of a tree.
Made by `aids.compiler.diagrams`; the engine restricts it to the answers so far. Exact by construction: on the
restricted graph a root's terminals are the values that some completion gives, and its variables are exactly those
on which it still depends. Runs in browser and build. Knows no questions: variables are numbers (see `domains`).
"""

from collections.abc import Iterable, Mapping, Sequence
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
    """What a root says under a restriction: the possible values (bit v for value v), the variables it depends on."""

    values: int
    support: int

    def is_settled(self) -> bool:
        """Return whether every completion gives the same value."""
        return self.support == 0

    def terminals(self) -> list[int]:
        """Return the possible values in ascending order."""
        return [bit for bit in range(self.values.bit_length()) if self.values >> bit & 1]


type Allowed = Mapping[int, tuple[int, ...]]
"""The values that a variable may take; a variable left out may take any."""


type Branch = tuple[int, tuple[int, ...]]
"""A variable, and a place for each of the values that it may take."""


class Reduced(NamedTuple):
    """A diagram under a restriction, reduced: nodes that say the same are one, and none asks what does not matter.

    `places`: where each node of the diagram went; at the end, from behind, the terminals, so that a negative reference
    finds its own. By place, terminals first: `branches` (variable, and a place for each value that is allowed) and
    `readings`. `known` finds the place of what says the same.
    """

    places: list[int]
    branches: list[Branch]
    readings: list[Reading]
    known: dict[Branch, int]

    def reading(self, ref: Ref) -> Reading:
        """Return what the node or terminal `ref` of the diagram says."""
        return self.readings[self.places[ref]]


class Prepared(NamedTuple):
    """A diagram as it is before any answer: `usual` is what its variables may take then, `reduced` what it says.

    By node: `below` its children that are no terminals, each once, and `depends` the variables from it on, as bits.
    Every later restriction only works out the nodes that depend on what differs from `usual`.
    """

    nodes: tuple[tuple[int, tuple[Ref, ...]], ...]
    tops: tuple[Ref, ...]
    usual: Allowed
    below: list[tuple[Ref, ...]]
    depends: list[int]
    reduced: Reduced

    def restricted(self, changed: Allowed) -> Reduced:
        """Return the diagram when the variables in `changed` take those values, and all others their usual ones.

        Holds for every node that a root may reach, also through values that are not usual.
        """
        dirty = sum(1 << variable for variable in changed)
        usual = self.reduced
        result = Reduced(usual.places.copy(), usual.branches.copy(), usual.readings.copy(), {})
        _reduce(self.nodes, self._concerned(changed, dirty), {**self.usual, **changed}, result, usual.known)
        return result

    def _concerned(self, changed: Allowed, dirty: int) -> list[int]:
        """Return the nodes that depend on `dirty` variables and can be reached, children before parents."""
        nodes, below, depends = self.nodes, self.below, self.depends
        reached = bytearray(len(nodes))
        for ref in self.tops:
            reached[ref] = 1
        found = []
        index = reached.rfind(1)
        while index >= 0:
            if depends[index] & dirty:
                found.append(index)
                variable, children = nodes[index]
                values = changed.get(variable)
                for child in below[index] if values is None else [children[value] for value in values]:
                    if child >= 0:
                        reached[child] = 1
            index = reached.rfind(1, 0, index)
        found.reverse()
        return found


def prepare(diagram: Diagram, usual: Allowed) -> Prepared:
    """Return `diagram` with what follows from it while its variables take their usual values."""
    nodes = diagram.nodes
    count = -min(FALSE, *diagram.roots.values(), *(child for _, children in nodes for child in children))
    places = [0] * len(nodes) + list(range(count - 1, -1, -1))
    reduced = Reduced(places, [(-1, ())] * count, [Reading(1 << value, 0) for value in range(count)], {})
    _reduce(nodes, range(len(nodes)), usual, reduced, {})
    below = [tuple(sorted({child for child in children if child >= 0})) for _, children in nodes]
    depends: list[int] = []
    for (variable, _), inner in zip(nodes, below, strict=True):
        bits = 1 << variable
        for child in inner:
            bits |= depends[child]
        depends.append(bits)
    tops = tuple(sorted({ref for ref in diagram.roots.values() if ref >= 0}))
    return Prepared(nodes, tops, usual, below, depends, reduced)


def _reduce(
    nodes: Sequence[tuple[int, tuple[Ref, ...]]],
    order: Iterable[int],
    allowed: Allowed,
    result: Reduced,
    usual: Mapping[Branch, int],
) -> None:
    """Work out in `result` the nodes in `order`, each child before its parents; `usual` are places known before."""
    places, branches, readings, known = result
    for index in order:
        variable, refs = nodes[index]
        allow = allowed.get(variable)
        if allow is None:
            kids = tuple([places[ref] for ref in refs])
        elif len(allow) == 1:
            places[index] = places[refs[allow[0]]]
            continue
        else:
            kids = tuple([places[refs[value]] for value in allow])
        first = kids[0]
        if kids.count(first) == len(kids):
            places[index] = first
            continue
        key = (variable, kids)
        place = usual.get(key) or known.get(key)
        if place is None:
            place = known[key] = len(branches)
            values, support = 0, 1 << variable
            for kid in kids:
                more, below = readings[kid]
                values |= more
                support |= below
            branches.append(key)
            readings.append(Reading(values, support))
        places[index] = place
