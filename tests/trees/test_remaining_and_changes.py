"""On the real trees what remains is exact at every state of random walks, and no change takes anything away."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from aids.compiler.compile import compile_tree
from aids.runtime.changes import changes
from aids.runtime.engine import View, consult
from aids.runtime.tree import Tree
from tests.random_walks import TODAY, choices
from tests.trees.proven_trees import document

WALKS = 25
EVERY = 12
"""One in so many states is asked for its changes."""


def states(tree: Tree) -> Iterator[tuple[dict[str, Any], View]]:
    """Yield the answers and View at each step of random walks: next or any question, now and then taken back."""
    for number in range(WALKS):
        chance = random.Random(number)  # noqa: S311  the same walks every time, no secrets
        answers: dict[str, Any] = {}
        shown = consult(tree, answers, TODAY)
        while shown["next"] is not None:
            turn = chance.random()
            if answers and turn < 0.1:
                answers.pop(chance.choice(list(answers)))
            else:
                ident = shown["next"] if turn < 0.7 else chance.choice(tree.questions).id
                answers[ident] = chance.choice(choices(tree.layout.questions[ident]))[1]
            shown = consult(tree, answers, TODAY)
            yield dict(answers), shown


def certain(tree: Tree, shown: View) -> set[str]:
    """Return the advice to act that is certain."""
    acting = {advice.id for advice in tree.advice if not advice.closes}
    return {item["id"] for item in shown["advice"] if item["certainty"] == "certain"} & acting


def ranks(tree: Tree, shown: View) -> dict[str, int]:
    """Return how light each outcome stands; what does not apply is lightest."""
    found = {}
    for decision in tree.decisions:
        weighed: Any = shown["decisions"][decision.id]
        standing: Any = "nvt" if weighed == "nvt" else weighed["standing"]
        for name, values in decision.gives.items():
            light = len(values) if standing == "nvt" else values.index(standing[name])
            found[f"{decision.id}.{name}"] = light
    return found


@pytest.mark.parametrize("name", ["meldcode", "passende-zorg"])
def test_what_remains_is_exact_and_changes_only_add(name: str) -> None:
    """In whatever order a reader answers: exact counts; changes keep all advice to act and lighten no outcome."""
    tree = compile_tree(document(name))
    for place, (answers, shown) in enumerate(states(tree)):
        assert shown["remaining"]["exact"], answers
        if place % EVERY:
            continue
        for change in changes(tree, answers, TODAY)["changes"]:
            after = consult(tree, {**answers, **{a["question"]: a["to"] for a in change["answers"]}}, TODAY)
            assert certain(tree, shown) <= certain(tree, after)
            before, then = ranks(tree, shown), ranks(tree, after)
            assert all(then[outcome] <= before[outcome] for outcome in before)
            assert set(change["advice"]) <= certain(tree, after) - certain(tree, shown)
            worse = {outcome for outcome in before if then[outcome] < before[outcome]}
            assert set(change["outcomes"]) <= worse
            assert change["advice"] or change["outcomes"]
