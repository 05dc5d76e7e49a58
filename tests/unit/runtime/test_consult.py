"""What a View says about the sample tree. Plain functions: the browser runs them too."""

import json

from aids.runtime import walk
from aids.runtime.diagram import FALSE, TRUE, Diagram
from aids.runtime.engine import View, consult
from aids.runtime.tree import Tree, lay_out
from aids.runtime.walk import Walk
from tests.unit.runtime.sample_tree import SAMPLE

TODAY = "2026-11-22"
TREE = Tree.from_json(json.loads(SAMPLE))


def view(**answers: object) -> View:
    """Return the View of the sample tree."""
    return consult(TREE, answers, TODAY)


def certain(shown: View) -> list[str]:
    """Return the ids of certain advice."""
    return [advice["id"] for advice in shown["advice"] if advice["certainty"] == "certain"]


def test_nothing_answered_asks_the_first_question_and_stands_on_unknown() -> None:
    """Without answers the first question is next, and the standing outcome is that of all unknown."""
    shown = view()
    assert shown["next"] == "gevaar"
    assert shown["asked"] == ["gevaar"]
    assert shown["decisions"]["weging"]["row"] == "otherwise"
    assert shown["decisions"]["weging"]["standing"] == {"melden": "overleg", "hulp": "open"}
    assert shown["decisions"]["weging"]["certain"] is None
    assert "nvt" in shown["decisions"]["weging"]["possible"]


def test_danger_is_certain_at_once_and_makes_the_decision_not_apply() -> None:
    """A decision whose `when` cannot hold is nvt; advice of its rows is gone; certain advice shows."""
    shown = view(gevaar="ja")
    assert certain(shown) == ["bel-112"]
    assert shown["decisions"]["weging"] == "nvt"
    assert shown["next"] == "gesprek"
    assert [a["id"] for a in shown["advice"]] == ["bel-112", "lente"]


def test_answer_that_no_longer_applies_is_dropped_and_does_not_count() -> None:
    """After the change of an answer above it, an answer is named as dropped and advises nothing."""
    shown = view(gevaar="ja", vlaggen=["wapen"], toelichting="x")
    assert shown["dropped"] == ["vlaggen", "toelichting"]
    assert shown["answered"] == ["gevaar"]
    assert certain(shown) == ["bel-112"]


def test_unknown_is_never_no() -> None:
    """`onbekend` about danger lifts an outcome that would close, and silences the advice of the row it changed."""
    answers = {"vlaggen": ["geen"], "gesprek": {"state": "done"}, "datum": "2026-12-01", "bezoek": "2026-12-01"}
    closed = view(gevaar="nee", aantal=1, **answers)
    assert closed["decisions"]["weging"]["certain"] == {"melden": "geen-norm", "hulp": "zelf"}
    assert certain(closed) == ["sluit"]
    lifted = view(gevaar="onbekend", **answers)
    assert lifted["decisions"]["weging"]["certain"] == {"melden": "overleg", "hulp": "open"}
    assert lifted["decisions"]["weging"]["row"] == "R2"
    assert lifted["decisions"]["weging"]["floors"] == ["F1"]
    assert closed["decisions"]["weging"]["floors"] == []
    assert certain(lifted) == ["overleg"]


def test_standing_decision_can_be_nvt_while_it_may_still_apply() -> None:
    """A date of today is not later than today: the row that closes does not hold."""
    shown = view(gevaar="nee", vlaggen=["geen"], gesprek={"state": "done"}, datum=TODAY)
    assert shown["decisions"]["weging"]["standing"] == {"melden": "overleg", "hulp": "open"}
    assert shown["decisions"]["weging"]["certain"] == {"melden": "overleg", "hulp": "open"}


def test_partly_certain_outcome_is_told() -> None:
    """An outcome that is equal in every completion is certain although another is not."""
    shown = view(gevaar="onbekend")
    assert shown["decisions"]["weging"]["certain"] == {"hulp": "open"}
    assert len(shown["decisions"]["weging"]["possible"]) == 2


def test_skipped_questions_are_those_nothing_depends_on() -> None:
    """With a weapon the date no longer matters to anything that can still be given."""
    shown = view(gevaar="nee", vlaggen=["wapen"], bezoek="onbekend")
    assert "datum" not in shown["skipped"]
    assert shown["errors"][0]["question"] == "bezoek"
    late = consult(TREE, {"gevaar": "ja"}, "2027-03-02")
    assert late["skipped"] == ["bezoek"]
    assert [a["id"] for a in late["advice"]] == ["bel-112"]


def test_duties_stay_open_until_settled_and_can_be_passed_over() -> None:
    """Niet without a reason and later without a date stay open and are asked again; open on purpose is passed over."""
    for value, state, is_next in (
        ({"state": "not_done"}, "open", True),
        ({"state": "later"}, "open", True),
        ({"state": "open"}, "open", False),
        ({"state": "not_done", "reason": "onveilig"}, "not_done", False),
        ({"state": "later", "date": "2026-12-01"}, "later", False),
        ({"state": "done", "who": "collega"}, "done", False),
    ):
        shown = view(gevaar="ja", gesprek=value)
        assert shown["duties"][0]["state"] == state
        assert (shown["next"] == "gesprek") is is_next


def test_record_question_may_stay_empty() -> None:
    """An empty record question counts as put; text decides nothing."""
    answers = {"gevaar": "nee", "vlaggen": ["wapen"], "gesprek": {"state": "done"}, "aantal": "onbekend"}
    assert view(**answers)["next"] == "toelichting"
    assert view(**answers, toelichting=None)["next"] == "bezoek"
    assert view(**answers, toelichting="tekst")["next"] == "bezoek"


def test_remaining_counts_next_and_ends_at_zero() -> None:
    """The least and most that any way to answer comes to, the next question counted; in the end nothing remains."""
    assert view()["remaining"] == {"decide": {"min": 2, "max": 5}, "duty": {"min": 1, "max": 1}, "exact": True}
    armed = view(gevaar="nee", vlaggen=["wapen"])
    assert armed["remaining"] == {"decide": {"min": 2, "max": 2}, "duty": {"min": 1, "max": 1}, "exact": True}
    done = view(gevaar="ja", gesprek={"state": "done"}, bezoek="2027-03-02")
    assert done["next"] is None
    assert done["remaining"] == {"decide": {"min": 0, "max": 0}, "duty": {"min": 0, "max": 0}, "exact": True}


def test_tree_without_a_walk_gives_sound_bounds() -> None:
    """Over the compiler's budget, what may still be put is bounded and said to be no more than that."""
    layout = lay_out(TREE.questions, TREE.decisions, TREE.diagram, None)
    bare = TREE._replace(walk=None, layout=layout)
    for answers in ({}, {"gevaar": "nee", "vlaggen": ["wapen"]}, {"gevaar": "ja", "bezoek": "2027-03-02"}):
        exact, rough = (consult(tree, answers, TODAY)["remaining"] for tree in (TREE, bare))
        assert rough["decide"]["min"] <= exact["decide"]["min"] <= exact["decide"]["max"] <= rough["decide"]["max"]
        assert rough["duty"] == exact["duty"]
        assert rough["exact"] is (rough["decide"]["min"] == rough["decide"]["max"])


def test_walk_that_is_too_long_for_one_view_gives_sound_bounds() -> None:
    """Where too many states would have to be gone through, the View does not wait for them."""
    usual = walk.FARTHEST
    try:
        walk.FARTHEST = 1
        rough = view(aantal=1, datum="onbekend")["remaining"]
    finally:
        walk.FARTHEST = usual
    exact = view(aantal=1, datum="onbekend")["remaining"]
    assert (rough["exact"], exact["exact"]) == (False, True)
    assert rough["decide"]["min"] <= exact["decide"]["min"] <= exact["decide"]["max"] <= rough["decide"]["max"]


def test_duty_that_may_bring_a_question_back_makes_the_count_a_bound() -> None:
    """Nothing depends on the first question while the duty is open; once it is done, something does.

    The reader comes back for it then: at most one question, at least none, and not exact.
    """
    first, duty = TREE.questions[0]._replace(id="een"), TREE.questions[2]._replace(id="plicht")
    advice = TREE.advice[0]._replace(when=("all", (("in", "een", ("ja",)), ("in", "plicht", ("gedaan",)))))
    nodes = ((1, (FALSE, TRUE, FALSE, FALSE)), (0, (0, FALSE, FALSE)))
    roots = {"question:een": TRUE, "question:plicht": TRUE, "advice:bel-112": 1}
    diagram = Diagram(nodes, roots, {}, (("een", (), False), ("plicht", (), False)))
    ahead = Walk(((1, (0,), ((0, ()),) * 4), (0, (1,), ((0, (0,)), (0, ()), (0, ())))), (1, (1,)))
    layout = lay_out((first, duty), (), diagram, ahead)
    tree = Tree("klein", "0", "0", (first, duty), (advice,), (), diagram, ahead, layout)
    start = consult(tree, {}, TODAY)
    assert start["next"] == "plicht"
    assert start["remaining"] == {"decide": {"min": 0, "max": 1}, "duty": {"min": 1, "max": 1}, "exact": False}
    back = consult(tree, {"plicht": {"state": "done"}}, TODAY)
    assert back["next"] == "een"
    assert back["remaining"] == {"decide": {"min": 1, "max": 1}, "duty": {"min": 0, "max": 0}, "exact": True}


def test_certain_for_number_between_bounds() -> None:
    """A number decides by the cell it lies in, on a bound and between."""
    for amount, given in ((3, True), (2.5, False), (6.9, True), (7, False), ("onbekend", False)):
        shown = view(gevaar="nee", vlaggen=["angst"], aantal=amount)
        assert ("wacht" in certain(shown)) is given


def test_day_between_two_days_and_today() -> None:
    """A date that is compared with fixed days and with today follows both."""
    assert "lente" in certain(view(bezoek="2027-03-02"))
    assert "lente" not in [a["id"] for a in view(bezoek="2027-03-03")["advice"]]
    assert "lente" not in [a["id"] for a in consult(TREE, {"bezoek": "2027-03-01"}, "2027-03-01")["advice"]]
