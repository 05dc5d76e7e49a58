"""Why advice stands on the sample tree. Plain functions: the browser runs them too."""

import json

from aids.runtime.engine import consult
from aids.runtime.tree import Tree
from aids.runtime.why import carrying
from tests.unit.runtime.sample_tree import SAMPLE

TREE = Tree.from_json(json.loads(SAMPLE))
TODAY = "2026-11-22"


def why(**answers: object) -> dict[str, object]:
    """Return `View.why` of the sample tree."""
    shown: dict[str, object] = consult(TREE, answers, TODAY)["why"]
    return shown


def test_condition_names_the_questions_that_make_it_true() -> None:
    """Advice by its own condition points to the answers that make the condition true."""
    found = why(gevaar="nee", aantal=3)
    assert found["wacht"] == [{"by": "when", "questions": ["aantal"], "outcomes": []}]
    assert list(why(gevaar="ja")) == ["bel-112"]


def test_unanswered_counts_as_unknown() -> None:
    """What nobody answered stands as `onbekend`, also in why an advice is given."""
    outcome = {"by": "outcome", "decision": "weging", "outcome": "melden", "value": "overleg"}
    assert why()["overleg"] == [{"by": "when", "questions": ["vlaggen"], "outcomes": []}, outcome]


def test_row_gives_its_advice_unless_a_floor_changes_its_outcome() -> None:
    """The row that fired is named; where a floor lifts its outcome, the lifted outcome is."""
    armed = why(gevaar="nee", vlaggen=["wapen"])
    assert armed["overleg"] == [{"by": "row", "decision": "weging", "row": "R1"}]
    calm = {"vlaggen": ["geen"], "gesprek": {"state": "done"}, "datum": "2026-12-01"}
    assert why(gevaar="nee", **calm)["sluit"] == [{"by": "row", "decision": "weging", "row": "R2"}]
    lifted = why(gevaar="onbekend", **calm)
    assert "sluit" not in lifted
    assert lifted["overleg"] == [{"by": "outcome", "decision": "weging", "outcome": "melden", "value": "overleg"}]


def test_condition_over_an_outcome_names_the_outcome() -> None:
    """An atom about an outcome is told as the outcome and its value, apart from the questions."""
    when = ("all", (("in", "gevaar", ("nee",)), ("in", "weging.hulp", ("open", "zelf")), ("in", "gevaar", ("nee",))))
    advice = TREE.advice[0]._replace(when=when)
    shown = consult(TREE._replace(advice=(advice, *TREE.advice[1:])), {"gevaar": "nee"}, TODAY)
    hulp = {"decision": "weging", "outcome": "hulp", "value": "open"}
    assert shown["why"]["bel-112"] == [{"by": "when", "questions": ["gevaar"], "outcomes": [hulp]}]


def test_of_any_the_first_true_part_carries_and_of_all_every_part() -> None:
    """The atoms named are enough to make the condition true, and a part that is false is never named."""
    low, high, other = ("cmp", "n", "<", 3), ("cmp", "n", ">", 3), ("in", "q", ("a",))
    condition = ("any", (("all", (low, other)), ("all", (high, other, ("const", True))), other))
    assert list(carrying(condition, {"n": 5, "q": "a"}, TODAY)) == [high, other]
    assert list(carrying(condition, {"n": 3, "q": "a"}, TODAY)) == [other]
