"""The smallest changes, against every change that a reader could make."""

import itertools
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from aids.runtime.changes import changes
from aids.runtime.engine import View, consult
from aids.runtime.model import DECIDE
from aids.runtime.tree import Tree
from tests.property.random_trees import LADDER, TODAY, answers, trees
from tests.property.test_remaining import Walker

type Wished = tuple[str, str]

MOST = 2_000
"""Changes that are tried at most; a case with more is left out."""


def ranks(view: View, tree: Tree) -> tuple[dict[Wished, int], dict[Wished, int]]:
    """Return how light each outcome stands and how light it may still become; what does not apply is lightest."""
    standing: dict[Wished, int] = {}
    lightest: dict[Wished, int] = {}
    for decision in tree.decisions:
        shown = view["decisions"][decision.id]
        for name, values in LADDER.items():
            places = {value: place for place, value in enumerate(values)}
            found: list[Any] = ["nvt"] if shown == "nvt" else [shown["standing"], *shown["possible"]]
            light = [len(values) if outcomes == "nvt" else places[outcomes[name]] for outcomes in found]
            standing[decision.id, name], lightest[decision.id, name] = light[0], max(light)
    return standing, lightest


def certain(view: View, tree: Tree) -> set[str]:
    """Return the advice to act that is certain."""
    acting = {advice.id for advice in tree.advice if not advice.closes}
    return {item["id"] for item in view["advice"] if item["certainty"] == "certain"} & acting


def is_safe(before: View, after: View, tree: Tree) -> bool:
    """Return whether nothing to act on is lost, nothing closes that did not, and no outcome is lighter."""
    closing = {advice.id for advice in tree.advice if advice.closes}
    light = all(
        now[wished] >= then[wished]
        for now, then in zip(ranks(before, tree), ranks(after, tree), strict=True)
        for wished in now
    )
    kept = certain(before, tree) <= certain(after, tree)
    return light and kept and closing & set(after["why"]) <= closing & set(before["why"])


def brought(before: View, after: View, tree: Tree) -> Iterator[tuple[str, ...]]:
    """Yield each advice that comes on top of what stands, and each outcome with each rank that it is now worse than."""
    for ident in certain(after, tree) - certain(before, tree) - set(before["why"]):
        yield (ident,)
    now, then = ranks(before, tree)[0], ranks(after, tree)[0]
    for decision, name in now:
        if now[decision, name] < len(LADDER[name]):
            for rank in range(then[decision, name], now[decision, name]):
                yield (decision, name, str(rank))


def every_change(tree: Tree, given_answers: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every set of other answers, one at least in each cell that a condition tells apart."""
    walker = Walker(tree)
    asked = [q for q in tree.questions if q.purpose == DECIDE and q.id in tree.layout.domains]
    choices: list[list[Any]] = [[None, *walker.choices(question)] for question in asked]
    total = 1
    for found in choices:
        total *= len(found)
    assume(total <= MOST)
    changed = (
        {q.id: to for q, to in zip(asked, picked, strict=True) if to is not None and to != given_answers.get(q.id)}
        for picked in itertools.product(*choices)
    )
    return [
        {ident: to for ident, to in change.items() if not _same(tree, ident, given_answers, to)} for change in changed
    ]


def _same(tree: Tree, ident: str, given_answers: dict[str, Any], to: Any) -> bool:  # noqa: ANN401  JSON data
    """Return whether a number or date lies in the cell of the given one."""
    domain, _ = tree.layout.domains[ident]
    value = given_answers.get(ident)
    if value is None or domain.question.kind not in ("number", "date"):
        return value is not None and domain.question.kind == "any" and set(to) == set(value)
    return domain.fix(to, TODAY) == domain.fix(value, TODAY)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_changes_are_safe_and_the_smallest(data: st.DataObject) -> None:
    """Each change adds and takes nothing away; what a safe change of one given answer can bring is brought."""
    tree = data.draw(trees(4))
    tree = tree._replace(advice=tuple(a._replace(closes=data.draw(st.booleans())) for a in tree.advice))
    given_answers = data.draw(answers(tree))
    before = consult(tree, given_answers, TODAY)
    smallest: dict[tuple[str, ...], int] = {}
    for change in every_change(tree, given_answers):
        after = consult(tree, {**given_answers, **change}, TODAY)
        if is_safe(before, after, tree):
            size = len(set(change) & set(given_answers))
            for wished in brought(before, after, tree):
                smallest[wished] = min(size, smallest.get(wished, size))
    found: dict[tuple[str, ...], int] = {}
    for told in changes(tree, given_answers, TODAY)["changes"]:
        assert all(answer["from"] == given_answers.get(answer["question"]) for answer in told["answers"])
        change = {answer["question"]: answer["to"] for answer in told["answers"]}
        after = consult(tree, {**given_answers, **change}, TODAY)
        assert after["errors"] == []
        assert is_safe(before, after, tree)
        gains = set(brought(before, after, tree))
        assert set(told["advice"]) == {wished[0] for wished in gains if len(wished) == 1}
        assert set(told["outcomes"]) == {".".join(wished[:2]) for wished in gains if len(wished) > 1}
        assert gains
        for wished in gains:
            size = sum(answer["from"] is not None for answer in told["answers"])
            found[wished] = min(size, found.get(wished, size))
    assert all(size <= 1 for size in found.values())
    if all(q.unknown for q in tree.questions if q.purpose == DECIDE):
        assert found == {wished: size for wished, size in smallest.items() if size <= 1}
