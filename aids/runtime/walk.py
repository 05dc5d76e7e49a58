"""Owns how many questions and duties are still to be put: the least and the most, over all ways to answer.

The compiler lays out every way through a tree as a graph of states (`aids.compiler.walks`). A state is a set of nodes
of the tree's diagram that are not settled and hang together; after an answer it falls apart into sets that share no
question, so that counts add up instead of multiplying. Questions are put in file order, so a way through the states is
a reader's way, and a question on it is put where the diagram, restricted to the answers, still depends on it.

Used by `remaining`. Runs in browser and build. Knows no questions: variables and duties are numbers.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, Self

from aids.runtime.diagram import Allowed, Reduced, Ref

type Edge = tuple[int, tuple[int, ...]]
"""Where a value leads: the duties that apply from here on (bits), and the states that remain side by side."""

type State = tuple[int, tuple[Ref, ...], tuple[Edge, ...]]
"""The first variable, the diagram's nodes that start with a variable of its question, and an edge for each value."""

type Tally = tuple[int, int, int, int, bool, int, int]
"""What is put behind a state: least and most questions, least and most duties, whether these are bounds that may be
wide; and least and most (0 or 1) that its own question adds to those who come from another."""

type Reached = tuple[int, Sequence[Edge], int, int]
"""A state, the edges that a reader may take, and least and most (0 or 1) that its own question adds."""


FARTHEST = 1_000
"""States that are gone through for one View at most, so that it is there within a frame."""


class Counts(NamedTuple):
    """Least and most questions and duties still to put; `loose` tells that they are bounds and may be wide."""

    least: int
    most: int
    least_duties: int
    most_duties: int
    loose: bool


class Walk(NamedTuple):
    """The states, children before parents, and where a tree starts."""

    states: tuple[State, ...]
    start: Edge

    def to_json(self) -> dict[str, Any]:
        """Return the walk as JSON data."""
        states = [[variable, tops, [[duties, *to] for duties, to in edges]] for variable, tops, edges in self.states]
        return {"states": states, "start": [self.start[0], *self.start[1]]}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Return the walk that `to_json` wrote."""
        states = (
            (variable, tuple(tops), tuple((duties, tuple(to)) for duties, *to in edges))
            for variable, tops, edges in data["states"]
        )
        duties, *start = data["start"]
        return cls(tuple(states), (duties, tuple(start)))


class Moment(NamedTuple):
    """Where a reader stands.

    `allowed`: the values that variables may take on the way on. `reduced`: the diagram as it stands, duties that were
    not put yet as open; `freed` returns it with the variables of those duties free. As bits: `changed`, the variables
    that are not as before any answer, those of duties that were put among them; and duties that were put or not.
    """

    allowed: Allowed
    reduced: Reduced
    freed: Callable[[], Reduced]
    changed: int
    put: int
    unput: int


class Ahead(NamedTuple):
    """A walk with what follows from it before any answer.

    By state, as bits: its question's variables, and all that its tally depends on (variables, and from `shift` on
    duties). `steered`: the variables of duties, as bits.
    """

    walk: Walk
    questions: tuple[int, ...]
    depends: tuple[int, ...]
    tallies: dict[int, Tally]
    steered: int
    shift: int

    def counts(self, moment: Moment) -> Counts | None:
        """Return what is still to be put at `moment`; None where that takes too long to count."""
        stale = moment.changed | moment.put << self.shift
        reached = self.reached(moment, self.walk.start[1], stale, FARTHEST)
        if len(reached) > FARTHEST:
            return None
        return Counts(*self._behind((self.walk.start,), 0, self.tallied(reached, moment.unput), moment.unput))

    def tallied(self, reached: Sequence[Reached], unput: int) -> dict[int, Tally]:
        """Return the tallies of the states in `reached`."""
        tallies: dict[int, Tally] = {}
        for state, edges, least, most in reversed(reached):
            behind = self._behind(edges, self.questions[state], tallies, unput)
            tallies[state] = (*behind[:4], behind[4] or least != most, least, most)
        return tallies

    def _behind(
        self, edges: Iterable[Edge], question: int, tallies: dict[int, Tally], unput: int
    ) -> tuple[int, int, int, int, bool]:
        """Return least and most over `edges`; what leads to another question than `question` adds that one."""
        usual, questions = self.tallies, self.questions
        found = []
        loose = False
        for duties, states in edges:
            least = most = 0
            least_duties = most_duties = (duties & unput).bit_count()
            for state in states:
                low, high, low_duties, high_duties, wide, put, may_be_put = tallies.get(state) or usual[state]
                least += low
                most += high
                least_duties += low_duties
                most_duties += high_duties
                loose = loose or wide
                if questions[state] != question:
                    least += put
                    most += may_be_put
            found.append((least, most, least_duties, most_duties))
        if len(found) == 1:
            return (*found[0], loose)
        lows, highs, low_duty, high_duty = zip(*found, strict=True)
        return min(lows), max(highs), min(low_duty), max(high_duty), loose

    def reached(self, moment: Moment, seeds: Iterable[int], stale: int, farthest: int) -> list[Reached]:
        """Return the states that `seeds` lead to and that depend on `stale`, parents first.

        Stops at one more than `farthest`.
        """
        states, depends, steered, allowed = self.walk.states, self.depends, self.steered, moment.allowed
        reached = bytearray(len(states))
        for state in seeds:
            reached[state] = 1
        found: list[Reached] = []
        state = reached.rfind(1)
        while state >= 0 and len(found) <= farthest:
            if depends[state] & stale:
                variable, tops, edges = states[state]
                values = allowed.get(variable)
                taken: Sequence[Edge] = edges if values is None else [edges[value] for value in values]
                least = most = 0
                if len(taken) > 1 and not steered >> variable & 1:
                    least, most = self._put(state, tops, moment)
                    taken = taken if most else taken[:1]
                found.append((state, taken, least, most))
                for _, children in taken:
                    for child in children:
                        reached[child] = 1
            state = reached.rfind(1, 0, state)
        return found

    def _put(self, state: int, tops: Iterable[Ref], moment: Moment) -> tuple[int, int]:
        """Return (1, 1) where the state's question is put, (0, 0) where not, (0, 1) where a later duty may decide."""
        question = self.questions[state]
        if _asked(tops, question, moment.reduced):
            return 1, 1
        if self.depends[state] & self.steered & ~moment.changed and _asked(tops, question, moment.freed()):
            return 0, 1
        return 0, 0


def _asked(tops: Iterable[Ref], question: int, reduced: Reduced) -> bool:
    """Return whether one of the nodes `tops` still depends on a variable in `question`."""
    places, readings = reduced.places, reduced.readings
    return any(readings[places[top]].support & question for top in tops)


def look_ahead(walk: Walk, questions: Sequence[int], steered: int, moment: Moment) -> Ahead:
    """Return `walk` with its tallies before any answer, which is when `moment` is.

    `questions`: by variable, those of the same question as bits.
    """
    count = len(questions)
    depends: list[int] = []
    for variable, _, edges in walk.states:
        below = questions[variable]
        for duties, states in edges:
            below |= duties << count
            for state in states:
                below |= depends[state]
        depends.append(below)
    of_states = tuple(questions[variable] for variable, _, _ in walk.states)
    bare = Ahead(walk, of_states, tuple(depends), {}, steered, count)
    every = bare.reached(moment, range(len(walk.states)), -1, len(walk.states))
    return bare._replace(tallies=bare.tallied(every, moment.unput))
