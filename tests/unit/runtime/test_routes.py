"""The cheapest ways through a diagram. Plain functions: the browser runs them too."""

from aids.runtime.diagram import FALSE, TRUE, Diagram, prepare
from aids.runtime.routes import Goal, Home, cheapest_ways

#   n0: x2 ? 1 : 0      n1: x1 ? n0 : 0      n2: x1 ? 1 : n0      n3: x0 ? n2 : n1 (majority)
NODES = ((2, (FALSE, TRUE)), (1, (FALSE, 0)), (1, (0, TRUE)), (0, (1, 2)))
PREPARED = prepare(Diagram(NODES, {"majority": 3, "last": 0}, {}, ()), {})
REDUCED = PREPARED.reduced
MAJORITY, LAST = (REDUCED.places[ref] for ref in (3, 0))
TRUTH, FALSEHOOD = 0b10, 0b01


def homes(*values: int, questions: tuple[int, ...] = (0, 1, 2)) -> list[Home]:
    """Return homes at `values` that cost 10 to leave."""
    return [Home(value, question, 10) for value, question in zip(values, questions, strict=True)]


def test_cheapest_way_changes_as_little_as_can_be() -> None:
    """With one of three true, majority takes one change; what is at home stays."""
    ways = cheapest_ways(REDUCED, {}, homes(0, 0, 1), [], [Goal(MAJORITY, TRUTH)])
    assert len(ways) == 1
    assert sum(ways[0].get(variable, home) != home for variable, home in enumerate((0, 0, 1))) == 1


def test_what_is_required_holds_on_the_way_and_after_the_goal() -> None:
    """To have the majority while the last stays false, both others must be true, though the goal may be met before."""
    required = [Goal(LAST, FALSEHOOD)]
    assert cheapest_ways(REDUCED, {}, homes(0, 0, 0), required, [Goal(MAJORITY, TRUTH)]) == {0: {0: 1, 1: 1, 2: 0}}


def test_no_way_where_what_is_required_cannot_hold() -> None:
    """What is required and impossible, from the start or with the goal, leaves no way."""
    wanted = [Goal(MAJORITY, TRUTH)]
    assert cheapest_ways(REDUCED, {}, homes(0, 0, 0), [Goal(REDUCED.places[FALSE], TRUTH)], wanted) == {}
    assert cheapest_ways(REDUCED, {}, homes(0, 0, 0), [Goal(MAJORITY, FALSEHOOD)], wanted) == {}


def test_wanted_from_the_start_needs_no_way() -> None:
    """A goal that is met or impossible before anything is chosen has no way."""
    wanted = [Goal(REDUCED.places[TRUE], TRUTH), Goal(REDUCED.places[FALSE], TRUTH)]
    assert cheapest_ways(REDUCED, {}, homes(0, 0, 0), [], wanted) == {}


def test_question_is_paid_for_once() -> None:
    """Two variables of one question cost one change: cheaper than one of each of two questions would be."""
    ways = cheapest_ways(REDUCED, {}, homes(0, 0, 0, questions=(0, 0, 1)), [], [Goal(MAJORITY, TRUTH)])
    assert ways == {0: {0: 1, 1: 1}}
    late = cheapest_ways(REDUCED, {}, homes(0, 0, 0, questions=(0, 1, 1)), [], [Goal(MAJORITY, TRUTH)])
    assert late == {0: {0: 0, 1: 1, 2: 1}}


def test_only_allowed_values_are_taken() -> None:
    """A variable that may take one value is no choice."""
    allowed = {1: (0,)}
    reduced = PREPARED.restricted(allowed)
    ways = cheapest_ways(reduced, allowed, homes(0, 0, 0), [], [Goal(reduced.places[3], TRUTH)])
    assert ways == {0: {0: 1, 2: 1}}
