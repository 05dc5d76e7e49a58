"""Everything in the meldcode can be reached, and danger never hides anything."""

from typing import Any

from aids.runtime.engine import consult
from tests.trees.meldcode_cases import CALM, STEPS_TAKEN, TODAY, certain, meldcode, view


def test_every_advice_is_given_by_some_case() -> None:
    """Each advice is certain in at least one of: the calm case with one or two answers changed, and the rows' cases."""
    tree = meldcode()
    given = certain(view(vermoeden="nee", **STEPS_TAKEN)) | certain(view(vermoeden="nee", acuut="ja"))
    given |= certain(view(acuut="onbekend", zelf_helpen="nee"))
    for question in tree.questions:
        for answer in question.answers:
            value = [answer] if question.kind == "any" else answer
            given |= certain(consult(tree, {**CALM, question.id: value}, TODAY))
    given |= certain(view(rode_vlaggen=["wapen"])) | certain(view(collega="ja", acuut="ja"))
    given |= certain(view(resultaat="nog-niet", resultaat_datum="2026-12-01")) | certain(view(vermoeden="nee"))
    assert given == {advice.id for advice in tree.advice}


def test_every_question_is_put_to_someone() -> None:
    """Walking by `next` with the calm answers, or with a colleague, puts every question."""
    tree = meldcode()
    put: set[str] = set()
    starts: list[dict[str, Any]] = [
        {},
        {"collega": "ja"},
        {"resultaat": "nog-niet"},
        {"bijzondere-vormen": ["eer"], "dreigt-binnen-dagen": "nee"},
    ]
    for start in starts:
        answers: dict[str, Any] = {}
        while (following := consult(tree, answers, TODAY)["next"]) is not None:
            put.add(following)
            question = tree.layout.questions[following]
            fallback = {"state": "done"} if question.purpose == "duty" else "2026-12-01"
            answers[following] = start.get(following, CALM.get(following, fallback))
    assert put == {question.id for question in tree.questions}


def test_danger_adds_and_removes_nothing() -> None:
    """With danger now, 112 is certain and every duty and every other advice by a single answer stays."""
    calm, danger = (
        view(rode_vlaggen=["wapen"], client=["pleger"]),
        view(gevaar="ja", rode_vlaggen=["wapen"], client=["pleger"]),
    )
    assert "bel-112" in certain(danger)
    assert [duty["id"] for duty in danger["duties"]] == [duty["id"] for duty in calm["duties"]]
    kept = certain(calm) - {"zo-vraagt-u-advies"}
    assert kept <= certain(danger)


def test_first_answer_of_danger_shows_112_and_reporting_at_once() -> None:
    """One answer, danger now, makes 112 and the report certain, with every other question still open."""
    shown = consult(meldcode(), {"gevaar": "ja", "collega": "nee"}, TODAY)
    assert {"bel-112", "meld-bij-gevaar"} <= certain(shown)
    assert shown["decisions"]["weging"]["certain"] == {"melden": "nu", "hulp": "met-vt"}
    assert {"zelf-helpen", "aanvaarden", "resultaat"} <= set(shown["skipped"])


def test_duties_never_decide_certainty_of_advice_but_t6() -> None:
    """Advice never waits for a duty: with all duties open, every advice of the calm case is certain."""
    assert all(item["certainty"] == "certain" for item in view()["advice"])


def test_a_question_on_danger_is_not_the_question_on_the_coming_days() -> None:
    """Nee to danger now leaves the question on the coming hours and days needed."""
    shown = consult(meldcode(), {"gevaar": "nee", "collega": "nee"}, TODAY)
    assert "acuut" not in shown["skipped"]
    assert "acuut" not in shown["answered"]
