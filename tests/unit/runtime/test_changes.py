"""What changes are told of the sample tree. Plain functions: the browser runs them too."""

import json

from aids.runtime.changes import changes
from aids.runtime.conditions import ALWAYS
from aids.runtime.diagram import FALSE, TRUE, Diagram
from aids.runtime.engine import consult
from aids.runtime.model import Row
from aids.runtime.tree import Tree, lay_out
from tests.unit.runtime.sample_tree import SAMPLE

TREE = Tree.from_json(json.loads(SAMPLE))
TODAY = "2026-11-22"
CALM: dict[str, object] = {
    "gevaar": "nee",
    "vlaggen": ["geen"],
    "gesprek": {"state": "done"},
    "datum": "2026-12-01",
    "aantal": 1,
    "bezoek": "2026-12-01",
}
"""Everything answered, nothing wrong: the outcome closes."""


def told(answers: dict[str, object]) -> dict[str, tuple[list[str], dict[str, str]]]:
    """Return per change, as "question: from > to", the advice on top and the outcomes."""
    found = changes(TREE, answers, TODAY)["changes"]
    return {
        ", ".join(f"{a['question']}: {a['from']} > {a['to']}" for a in change["answers"]): (
            change["advice"],
            change["outcomes"],
        )
        for change in found
    }


def test_each_change_adds_and_takes_one_answer() -> None:
    """From a case that closes every single answer that adds something is told, with all that it brings."""
    assert consult(TREE, CALM, TODAY)["decisions"]["weging"]["certain"] == {"melden": "geen-norm", "hulp": "zelf"}
    heavier = {"weging.melden": "overleg", "weging.hulp": "open"}
    assert told(CALM) == {
        "gevaar: nee > onbekend": (["overleg"], heavier),
        "vlaggen: ['geen'] > ['wapen']": (["overleg"], {"weging.melden": "nodig", "weging.hulp": "open"}),
        "aantal: 1 > 3": (["wacht"], {}),
        "bezoek: 2026-12-01 > 2027-03-01": (["lente"], {}),
    }


def test_danger_is_not_told_where_it_would_lighten() -> None:
    """A change after which the decision no longer applies is never told, although it would add 112."""
    assert not any("gevaar: nee > ja" in change for change in told(CALM))


def test_what_is_certain_is_never_lost() -> None:
    """No change is told that would take away advice to act that is certain."""
    answers = {**CALM, "aantal": 3, "bezoek": "2027-03-01"}
    before = {item["id"] for item in consult(TREE, answers, TODAY)["advice"]} - {"sluit"}
    assert before == {"wacht", "lente"}
    for change in changes(TREE, answers, TODAY)["changes"]:
        after = consult(TREE, {**answers, **{a["question"]: a["to"] for a in change["answers"]}}, TODAY)
        assert before <= {item["id"] for item in after["advice"] if item["certainty"] == "certain"}


def test_what_nobody_answered_is_free_and_told_without_from() -> None:
    """Before any answer each advice is told with the answers that bring it, and none is a change of a given one."""
    found = changes(TREE, {}, TODAY)["changes"]
    assert {a["from"] for change in found for a in change["answers"]} == {None}
    assert "gevaar: None > ja" not in told({})
    assert told({})["bezoek: None > 2027-03-01"] == (["lente"], {})


def test_unknown_is_not_told_where_the_change_is_certain_without_it() -> None:
    """A question that nobody answered and need not answer is left out of the change."""
    assert not any("> onbekend" in change for change in told({}))
    assert told({"gevaar": "nee", "datum": "onbekend"})["aantal: None > 3"] == (["wacht"], {})


def test_faulty_answer_counts_as_none() -> None:
    """A fault is no answer: nothing is told of changing it."""
    assert told({**CALM, "aantal": 99})["aantal: None > 3"] == (["wacht"], {})


def test_no_change_leads_to_closing() -> None:
    """The one answer that keeps a case from closing is never told as the one to change."""
    unsure = {**CALM, "gevaar": "onbekend"}
    assert "sluit" in {item["id"] for item in consult(TREE, {**unsure, "gevaar": "nee"}, TODAY)["advice"]}
    assert "gevaar: onbekend > nee" not in told(unsure)
    assert not any("sluit" in advice for advice, _ in told(unsure).values())


def test_unknown_is_told_where_only_that_makes_the_change_safe() -> None:
    """What comes to apply and stands at `onbekend` is told with the change if another answer to it could be lighter.

    The first question is answered nee; with ja the second applies, whose answers other than `onbekend` close.
    """
    first = TREE.questions[0]._replace(id="een")
    second = first._replace(id="twee", when=("in", "een", ("ja",)))
    nodig, overleg, geen = ({"melden": value} for value in ("nodig", "overleg", "geen"))
    decision = TREE.decisions[0]._replace(
        when=ALWAYS,
        gives={"melden": ("nodig", "overleg", "geen")},
        advice={"melden": {}},
        rows=(Row("R1", ("in", "twee", ("onbekend",)), nodig, ()), Row("R2", ("in", "twee", ("ja", "nee")), geen, ())),
        otherwise=Row("otherwise", ALWAYS, overleg, ()),
        floors=(),
    )
    nodes = ((1, (-4, -4, -2)), (0, (0, -3, -3)), (0, (TRUE, FALSE, FALSE)))
    roots = {"question:een": TRUE, "question:twee": 2, "decision:weging": 1}
    domains = (("een", (), False), ("twee", (), False))
    diagram = Diagram(nodes, roots, {"weging": (nodig, overleg, geen)}, domains)
    layout = lay_out((first, second), (decision,), diagram, None)
    tree = Tree("klein", "0", "0", (first, second), (), (decision,), diagram, None, layout)
    expected = [{"question": "een", "from": "nee", "to": "ja"}, {"question": "twee", "from": None, "to": "onbekend"}]
    found = changes(tree, {"een": "nee"}, TODAY)["changes"]
    assert found == [{"answers": expected, "advice": [], "outcomes": {"weging.melden": "nodig"}}]


def test_change_of_two_given_answers_is_not_told() -> None:
    """Advice that takes two other answers is told only where nobody gave one of them: a step alone might lighten."""
    first = TREE.questions[0]._replace(id="een", when=ALWAYS)
    second = first._replace(id="twee")
    both = ("all", (("in", "een", ("ja",)), ("in", "twee", ("ja",))))
    advice = (TREE.advice[0]._replace(id="bel", when=both, closes=False),)
    nodes = ((1, (TRUE, FALSE, FALSE)), (0, (0, FALSE, FALSE)))
    roots = {"question:een": TRUE, "question:twee": TRUE, "advice:bel": 1}
    diagram = Diagram(nodes, roots, {}, (("een", (), False), ("twee", (), False)))
    layout = lay_out((first, second), (), diagram, None)
    tree = Tree("klein", "0", "0", (first, second), advice, (), diagram, None, layout)
    assert changes(tree, {"een": "nee", "twee": "nee"}, TODAY)["changes"] == []
    assert [change["advice"] for change in changes(tree, {"een": "nee"}, TODAY)["changes"]] == [["bel"]]


def test_find_out_names_what_is_unknown_and_matters() -> None:
    """Of the answers `onbekend`, those on which something still depends; what is settled without them is left out."""
    assert changes(TREE, CALM, TODAY)["find_out"] == []
    unknown = {**CALM, "gevaar": "onbekend", "vlaggen": ["onbekend"], "datum": "onbekend"}
    assert changes(TREE, unknown, TODAY)["find_out"] == ["gevaar", "vlaggen", "datum"]
    assert changes(TREE, {"gevaar": "ja", "aantal": "onbekend"}, TODAY)["find_out"] == []


def test_nothing_is_kept_of_a_decision_that_does_not_apply() -> None:
    """With danger the decision is nvt: no outcome is wished for, advice still is."""
    assert told({"gevaar": "ja"}) == {"bezoek: None > 2027-03-01": (["lente"], {})}
