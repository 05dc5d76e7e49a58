"""Laws of the comparison over random pairs of trees: each case is true, and no difference is missed."""

from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from aids.compiler.document import Document
from aids.compiler.proof.difference import GIVEN, NOT_GIVEN, Comparison, Difference, Version
from aids.compiler.proof.oracle import Oracle
from aids.runtime.tree import Tree
from tests.property.random_trees import answer_to, trees

TODAY = "2026-11-22"
WORDLESS = Document(
    schema=1,
    id="proef",
    kind="flow",
    title="",
    lead="",
    status="denkkader",
    reviewed=TODAY,
    review_by=TODAY,
    steps=(),
    questions=(),
    advice=(),
    decisions=(),
)

type Case = dict[str, Any]


def _settled(answer: object) -> object:
    """Return a duty that is later without a day, or not done without a reason, as open."""
    if isinstance(answer, dict) and (answer["state"], len(answer)) in {("later", 1), ("not_done", 1), ("open", 1)}:
        return None
    return answer


@st.composite
def cases(draw: st.DrawFn, old: Tree, new: Tree, changed: frozenset[str]) -> tuple[Case, Case]:
    """Return the same complete case as each version has its questions; a changed question has two answers."""
    before, after = ({q.id: q for q in tree.questions if q.purpose != "record"} for tree in (old, new))
    shared = {
        ident: _settled(draw(answer_to(min(before[ident], after[ident], key=lambda question: question.unknown))))
        for ident in before.keys() & after.keys() - changed
    }
    one, other = ({ident: _settled(draw(answer_to(q))) for ident, q in each.items()} for each in (before, after))
    return one | shared, other | shared


def shown(tree: Tree, case: Case, today: str) -> dict[tuple[str, str], str]:
    """Return what a tree shows on a complete case: advice, outcomes and duties."""
    oracle = Oracle(tree.decisions, case, today)
    said = oracle.says(tree.questions, tree.advice)
    found = {("advice", advice.id): GIVEN if advice.id in said.advice else NOT_GIVEN for advice in tree.advice}
    for decision in tree.decisions:
        for name in decision.gives:
            found["outcome", f"{decision.id}.{name}"] = said.outcomes.get(f"{decision.id}.{name}", "nvt")
    for question in tree.questions:
        if question.purpose == "duty":
            found["duty", question.id] = GIVEN if oracle.holds(question.when) else NOT_GIVEN
    return found


def nothing(sort: str) -> str:
    """Return what a version shows of what it does not have."""
    return "nvt" if sort == "outcome" else NOT_GIVEN


def differing(old: Tree, before: Case, new: Tree, after: Case, today: str) -> set[tuple[str, str, str, str]]:
    """Return what differs on one case."""
    one, other = shown(old, before, today), shown(new, after, today)
    pairs = {key: (one.get(key, nothing(key[0])), other.get(key, nothing(key[0]))) for key in one | other}
    return {(*key, was, now) for key, (was, now) in pairs.items() if was != now}


def brief(item: Difference) -> tuple[str, str, str, str]:
    """Return a difference without its case."""
    return (item.sort, item.subject, item.old, item.new)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), trees(largest=4), trees(largest=4))
def test_the_comparison_is_sound_and_complete(data: st.DataObject, old: Tree, new: Tree) -> None:
    """Each difference shows on its case, whatever else is answered; what shows on any case is found."""
    comparison = Comparison(Version("oud", WORDLESS, old), Version("nieuw", WORDLESS, new))
    found = [item for item in comparison.differences() if item.sort in {"advice", "outcome", "duty"}]
    before, after = data.draw(cases(old, new, comparison.changed))
    for item in found:
        instance = item.instance
        assert brief(item) in differing(old, instance.old, new, instance.new, instance.today)
        kept = set(instance.because) - {"today"}
        today = instance.today if "today" in instance.because else TODAY
        one = before | {ident: instance.old[ident] for ident in kept & instance.old.keys()}
        other = after | {ident: instance.new[ident] for ident in kept & instance.new.keys()}
        assert brief(item) in differing(old, one, new, other, today)
    assert differing(old, before, new, after, TODAY) <= {brief(item) for item in found}


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees(largest=4))
def test_a_tree_does_not_differ_from_itself(tree: Tree) -> None:
    """The same rules give no difference."""
    version = Version("zelf", WORDLESS, tree)
    assert Comparison(version, version).differences() == []
