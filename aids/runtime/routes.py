"""Owns the cheapest ways through a diagram to goals that are wanted, past goals that are required all along.

Points are what is still pending, in the order of the variables; equal points are one. Exact: every way is a choice of
values for the variables that it meets, and its cost is what those values cost (see `Home`). Used by `changes`. Runs in
browser and build. Knows no questions: variables, goals and questions are numbers.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from aids.runtime.diagram import Allowed, Reduced


class Goal(NamedTuple):
    """A place in a reduced diagram that must come out on one of the terminals in `good` (bits)."""

    place: int
    good: int


class Home(NamedTuple):
    """What a variable costs nothing to be, the question that it belongs to, and what it costs to give another value.

    Another value is paid once for a question, however many of its variables take one.
    """

    value: int | None
    question: int
    weight: int


type Pending = frozenset[tuple[int, int]]
"""Goals that are not settled: number and place."""

type Point = tuple[Pending, Pending, int]
"""The required and the wanted that are pending; and the question that was paid for while inside it, else OUTSIDE."""

type Way = dict[int, int]
"""The value of each variable that a way meets."""

OUTSIDE = -1
UNREACHABLE = 1 << 60


class Step(NamedTuple):
    """From one point to the next by the `value` of a variable; `met` are the wanted goals that it reaches."""

    cost: int
    variable: int
    value: int
    to: int
    met: tuple[int, ...]


def cheapest_ways(
    reduced: Reduced, allowed: Allowed, homes: Sequence[Home], required: Sequence[Goal], wanted: Sequence[Goal]
) -> dict[int, Way]:
    """Return a cheapest way to each of the `wanted` goals that can be reached, by place; the `required` hold on all."""
    routes = Routes(reduced, allowed, homes, (*required, *wanted))
    return {goal - len(required): way for goal, way in routes.cheapest(len(required)).items()}


class Routes:
    """The points that lead from a start to wanted goals, by number, and what it costs to reach each."""

    def __init__(self, reduced: Reduced, allowed: Allowed, homes: Sequence[Home], goals: Sequence[Goal]) -> None:
        """Take the goals, which are known by their place in `goals` from here on."""
        self.reduced = reduced
        self.allowed = allowed
        self.homes = homes
        self.goals = goals
        self.points: list[Point] = []
        self.steps: list[list[Step]] = []
        self.costs: list[int] = []
        self.came: list[tuple[int, Step] | None] = []
        self.numbers: dict[Point, int] = {}
        self.waiting: list[list[int]] = [[] for _ in homes]

    def cheapest(self, required: int) -> dict[int, Way]:
        """Return a cheapest way to each goal that can be reached; the first `required` goals hold on every way."""
        every = [(number, goal.place) for number, goal in enumerate(self.goals)]
        pending = self._settled(every[:required])
        if pending is None:
            return {}
        wanted = frozenset(each for each in every[required:] if self._is_possible(*each) and not self._is_met(*each))
        self._number((pending, wanted, OUTSIDE))
        order = [number for variable in range(len(self.homes)) for number in self._left_at(variable)]
        onward = self._onward(order)
        best: dict[int, tuple[int, int, Step]] = {}
        for number in order:
            for step in self.steps[number]:
                total = self.costs[number] + step.cost + onward[step.to][0]
                for goal in step.met:
                    if total < best.get(goal, (UNREACHABLE,))[0]:
                        best[goal] = (total, number, step)
        return {goal: self._way(number, step, onward) for goal, (_, number, step) in best.items()}

    def _left_at(self, variable: int) -> Iterator[int]:
        """Yield each point that waits for `variable`, once its steps have been found."""
        for number in self.waiting[variable]:
            self.steps[number] = list(self._steps(number, variable))
            for step in self.steps[number]:
                cost = self.costs[number] + step.cost
                if cost < self.costs[step.to]:
                    self.costs[step.to] = cost
                    self.came[step.to] = (number, step)
            yield number

    def _steps(self, number: int, variable: int) -> Iterator[Step]:
        required, wanted, paid = self.points[number]
        home = self.homes[variable]
        children = {place: self._children(place, variable) for _, place in required | wanted}
        width = max(len(found) for found in children.values())
        for position, value in enumerate(self.allowed.get(variable, range(width))):
            moved = [(goal, found[position] if (found := children[place]) else place) for goal, place in required]
            pending = self._settled(moved)
            if pending is None:
                continue
            moved = [(goal, found[position] if (found := children[place]) else place) for goal, place in wanted]
            met = tuple(goal for goal, place in moved if self._is_met(goal, place))
            still = frozenset(each for each in moved if each[0] not in met and self._is_possible(*each))
            cost = 0 if value == home.value or paid == home.question else home.weight
            paying = home.question if cost or paid == home.question else OUTSIDE
            yield Step(cost, variable, value, self._number((pending, still, paying)), met)

    def _children(self, place: int, variable: int) -> tuple[int, ...]:
        """Return where `place` leads by the values of `variable`, or nothing if it does not ask for it."""
        asked, children = self.reduced.branches[place]
        return children if asked == variable else ()

    def _settled(self, pending: Iterable[tuple[int, int]]) -> Pending | None:
        """Return what is still pending of what is required, or None where it can no longer hold."""
        left = [each for each in pending if not self._is_met(*each)]
        return frozenset(left) if all(self._is_possible(*each) for each in left) else None

    def _is_met(self, goal: int, place: int) -> bool:
        return not self.reduced.readings[place].values & ~self.goals[goal].good

    def _is_possible(self, goal: int, place: int) -> bool:
        return bool(self.reduced.readings[place].values & self.goals[goal].good)

    def _number(self, point: Point) -> int:
        """Return the number of a point; a new one waits for the first variable that it asks for."""
        required, wanted, paid = point
        variables = [self.reduced.branches[place][0] for _, place in required | wanted]
        first = min(variables, default=None)
        if first is None or self.homes[first].question != paid:
            point = (required, wanted, OUTSIDE)
        number = self.numbers.get(point)
        if number is None:
            number = self.numbers[point] = len(self.points)
            self.points.append(point)
            self.steps.append([])
            self.costs.append(UNREACHABLE if number else 0)
            self.came.append(None)
            if first is not None:
                self.waiting[first].append(number)
        return number

    def _onward(self, order: Sequence[int]) -> list[tuple[int, Step | None]]:
        """Return for each point what it costs to meet all that is required, and the step to take."""
        onward: list[tuple[int, Step | None]] = [
            (UNREACHABLE if required else 0, None) for required, _, _ in self.points
        ]
        for number in reversed(order):
            if self.points[number][0]:
                ways = [(step.cost + onward[step.to][0], step) for step in self.steps[number]]
                onward[number] = min(ways, key=lambda way: way[0], default=onward[number])
        return onward

    def _way(self, number: int, last: Step, onward: Sequence[tuple[int, Step | None]]) -> Way:
        """Return the way to point `number`, over the step `last`, and on until all that is required is met."""
        steps = [last]
        came = self.came[number]
        while came:
            steps.append(came[1])
            came = self.came[came[0]]
        following = onward[last.to][1]
        while following:
            steps.append(following)
            following = onward[following.to][1]
        return {step.variable: step.value for step in steps}
