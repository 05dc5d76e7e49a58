"""What rules say on one case. Plain functions: the browser runs them too."""

import json

from aids.runtime.cases import NOT_APPLICABLE, read_case, standing_outcome
from aids.runtime.conditions import ALWAYS
from aids.runtime.model import Question, reading_order
from aids.runtime.tree import Tree
from tests.unit.runtime.sample_tree import SAMPLE

TREE = Tree.from_json(json.loads(SAMPLE))
TODAY = "2026-11-22"


def question(ident: str, *values: str) -> Question:
    """Return a question that applies where weging.hulp is one of `values`."""
    when = ("in", "weging.hulp", values) if values else ALWAYS
    return TREE.questions[0]._replace(id=ident, when=when)


def test_standing_outcome_of_a_decision_that_does_not_apply_is_nvt() -> None:
    """Where a decision's own `when` does not hold on the case, no row speaks."""
    assert standing_outcome(TREE.decisions[0], {"gevaar": "ja"}, TODAY) == (None, NOT_APPLICABLE, [])


def test_decision_is_read_as_soon_as_all_it_names_has_been() -> None:
    """A question below may name the outcome: the decision comes before it, and after what it names itself."""
    below = question("onder", "open")
    order = list(reading_order((*TREE.questions, below), TREE.decisions))
    assert [item.id for item in order[3:]] == ["datum", "weging", "aantal", "toelichting", "bezoek", "onder"]


def test_outcome_stands_in_the_case() -> None:
    """A question that names an outcome applies where the decision applies and its outcome, floors counted, is that."""
    questions = (*TREE.questions, question("bij-open", "open"), question("bij-zelf", "zelf"))
    order = tuple(reading_order(questions, TREE.decisions))
    for danger, applies in (("nee", True), ("ja", False)):
        answered = {"gevaar": danger}
        case, standing = read_case(order, lambda asked, given=answered: given.get(asked.id, "x"), TODAY)  # type: ignore[misc]
        assert ("bij-open" in case) is applies
        assert "bij-zelf" not in case
        assert case.get("weging.hulp") == ("open" if applies else None)
        assert standing["weging"].row == ("otherwise" if applies else None)


def test_value_of_none_leaves_a_question_out() -> None:
    """What has no value is not in the case, although it applies."""
    assert read_case((question("q"),), lambda _: None, TODAY) == ({}, {})
