"""What can be read off a restricted diagram. Plain functions: the browser runs them too."""

import json

from aids.runtime.diagram import FALSE, TRUE, Diagram, read, terminal
from aids.runtime.engine import NOT_APPLICABLE, standing_outcome
from aids.runtime.tree import Tree
from tests.unit.runtime.sample_tree import SAMPLE

#   n0: x2 ? 1 : 0      n1: x1 ? n0 : 0      n2: x1 ? 1 : n0      n3: x0 ? n2 : n1
NODES = ((2, (FALSE, TRUE)), (1, (FALSE, 0)), (1, (0, TRUE)), (0, (1, 2)))
MAJORITY = Diagram(NODES, {"majority": 3, "last": 0, "constant": TRUE}, {}, ())


def test_unrestricted_root_depends_on_every_variable() -> None:
    """Majority of three depends on all three and is settled by two answers at least."""
    reading = read(MAJORITY, {}, (0, 1, 2))["majority"]
    assert (reading.terminals(), reading.support, reading.distance) == ([0, 1], 0b111, 2)
    assert not reading.is_settled()


def test_restricted_root_is_reduced() -> None:
    """With one true, majority is "one of the other two"; equal nodes become one; constants stay constants."""
    readings = read(MAJORITY, {0: (1,), 1: (0,)}, (0, 1, 2))
    assert readings["majority"] == readings["last"]
    assert readings["majority"].support == 0b100
    assert readings["constant"].is_settled()
    assert read(MAJORITY, {0: (0,), 2: (1,)}, (0, 1, 2))["majority"].distance == 1


def test_nodes_that_become_equal_are_one() -> None:
    """Two nodes that the restriction makes equal no longer count as a dependence on what told them apart."""
    nodes = ((2, (FALSE, TRUE, FALSE)), (2, (FALSE, TRUE, TRUE)), (0, (0, 1)))
    told_apart = Diagram(nodes, {"root": 2}, {}, ())
    assert read(told_apart, {}, (0, 1, 2))["root"].support == 0b101
    assert read(told_apart, {2: (0, 1)}, (0, 1, 2))["root"].support == 0b100


def test_distance_counts_questions_not_variables() -> None:
    """Variables of one question are one step."""
    assert read(MAJORITY, {}, (0, 0, 1))["majority"].distance == 1
    assert read(MAJORITY, {}, (0, 0, 0))["majority"].distance == 1


def test_terminals_may_be_more_than_true_and_false() -> None:
    """A root may have any number of terminals; each that can be reached is listed."""
    diagram = Diagram(((0, (terminal(0), terminal(5), terminal(2))),), {"d": 0}, {}, ())
    assert read(diagram, {}, (0,))["d"].terminals() == [0, 2, 5]
    assert read(diagram, {0: (1, 2)}, (0,))["d"].terminals() == [2, 5]


def test_standing_outcome_of_a_decision_that_does_not_apply_is_nvt() -> None:
    """Where a decision's own `when` does not hold on the case, no row speaks."""
    decision = Tree.from_json(json.loads(SAMPLE)).decisions[0]
    assert standing_outcome(decision, {"gevaar": "ja"}, "2026-11-22") == (None, NOT_APPLICABLE, [])
