"""Laws of the walk as the compiler lays it out."""

from pathlib import Path

import pytest

from aids.compiler.compile import compile_tree
from aids.compiler.loader import load_document
from aids.compiler.walks import crowded_questions, walk_of
from aids.runtime.tree import Tree
from aids.runtime.walk import Walk

SAMPLE = Path(__file__).parents[1] / "runtime" / "sample.yml"


@pytest.fixture
def tree() -> Tree:
    """The sample tree."""
    document, _ = load_document(SAMPLE)
    assert document is not None
    return compile_tree(document)


def test_children_stand_before_their_parents(tree: Tree) -> None:
    """Each edge leads to a state before its own, of a later variable, and there is one for each value."""
    assert tree.walk is not None
    arities = [arity for domain, _ in tree.layout.domains.values() for arity in domain.arities()]
    for place, (variable, tops, edges) in enumerate(tree.walk.states):
        assert len(edges) == arities[variable]
        assert tops
        for _, states in edges:
            assert all(state < place and tree.walk.states[state][0] > variable for state in states)


def test_what_shares_no_question_stands_side_by_side(tree: Tree) -> None:
    """The visit decides on nothing that the other questions decide on: a state of its own from the start."""
    assert tree.walk is not None
    _, visit = tree.layout.domains["bezoek"]
    assert sorted(tree.walk.states[state][0] for state in tree.walk.start[1]) == [0, visit]


def test_duty_that_always_applies_applies_from_the_start(tree: Tree) -> None:
    """The one duty of the sample is counted where its applicability is settled: at once."""
    assert tree.walk is not None
    assert tree.walk.start[0] == tree.layout.duties["gesprek"]


def test_json_form_is_the_walk_itself(tree: Tree) -> None:
    """Reading what `to_json` wrote gives an equal walk."""
    assert tree.walk is not None
    assert Walk.from_json(tree.walk.to_json()) == tree.walk


def test_over_the_budget_there_is_no_walk(tree: Tree) -> None:
    """A walk that takes more steps than allowed is not given, and the questions at which most is open are named."""
    assert walk_of(tree.questions, tree.diagram, budget=3) is None
    assert walk_of(tree.questions, tree.diagram, budget=1_000) == tree.walk
    assert set(crowded_questions(tree.questions, tree.diagram, budget=3)) <= set(tree.layout.domains)
    assert crowded_questions(tree.questions, tree.diagram, budget=3)
    assert crowded_questions(tree.questions, tree.diagram, budget=1_000) == ()
