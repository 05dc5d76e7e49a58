"""Laws of a saved case on the tree as it is now: advice then against advice now, and what was decided is left alone."""

import copy
from typing import Any

from aids.runtime.saved import Saved
from aids.runtime.saved_replay import changes_since
from tests.saved_cases import FULL, TEXTS, TODAY, TREE, case


def told(saved: Saved, today: str = TODAY) -> list[tuple[str, str]]:
    """Return kind and place of each change; the document is as it was afterwards."""
    before = copy.deepcopy(saved)
    found = changes_since(TREE, TEXTS, saved, today)
    assert saved == before
    assert all(change.message.endswith((".", "’")) for change in found)
    return [(change.kind, change.line) for change in found]


def older(answers: dict[str, Any], **parts: Any) -> Saved:  # noqa: ANN401  JSON data
    """Return a document of an older version."""
    return case(answers, **{"version": "ouder", **parts})


def test_the_same_version_on_the_same_day_has_no_changes() -> None:
    """Nothing is told of a file that says what the tree says."""
    assert told(case(FULL)) == []
    assert told(case({})) == []


def test_passing_days_change_what_is_advised() -> None:
    """A date that has passed since is told as other outcomes, on the very same version."""
    assert ("uitkomst", "weging") in told(case(FULL), "2027-04-01")


def test_changes_in_questions_are_told() -> None:
    """Gone, new, reworded, impossible and no longer asked: each with its question."""
    words = {ident: texts["words"] for ident, texts in TEXTS["questions"].items() if ident != "aantal"}
    saved = older(
        {"gevaar": "misschien", "weg": "ja", "toelichting": "x"}, rules="ouder", given={},
        words={**words, "gevaar": "anders", "vlaggen": "anders", "ooit": "oud"},
    )  # fmt: skip
    assert told(saved) == [
        ("versie", ""),
        ("vervallen", "weg"),
        ("vervallen", "ooit"),
        ("andere-woorden", "gevaar"),
        ("antwoord-vervallen", "gevaar"),
        ("andere-woorden", "vlaggen"),
        ("nieuw", "aantal"),
    ]
    assert told(older({"gevaar": "ja", "aantal": 3}, given={}, words={})) == [
        ("versie", ""),
        ("niet-meer-gevraagd", "aantal"),
    ]


def test_advice_then_stands_against_advice_now() -> None:
    """Advice that came, went, or became more or less certain or urgent is told; what was decided stays."""
    advice = [
        {"id": "bel-112", "certainty": "possible", "urgency": "nu"},
        {"id": "wacht", "certainty": "certain", "urgency": "plan"},
        {"id": "ooit", "certainty": "certain", "urgency": "plan"},
    ]
    found = told(older({"gevaar": "ja", "bezoek": "2027-03-01"}, given={"advice": advice}, version=""))
    assert ("advies-anders", "bel-112") in found
    assert ("advies-weg", "wacht") in found
    assert ("advies-weg", "ooit") in found
    assert ("advies-erbij", "lente") in found
    first = [{"id": "bel-112", "certainty": "certain", "urgency": "nu"}]
    less = told(older({}, given={"advice": first}))
    assert ("advies-anders", "bel-112") in less
    assert ("advies-erbij", "overleg") in less
    moved = [{"id": "bel-112", "certainty": "certain", "urgency": "plan"}]
    assert told(older({"gevaar": "ja"}, given={"advice": moved}))[1] == ("advies-anders", "bel-112")


def test_outcomes_then_stand_against_outcomes_now() -> None:
    """Another outcome is told in words; a decision that is no more is told as well."""
    decisions = {"weging": {"row": "R1", "standing": {"melden": "nodig", "hulp": "open"}}, "ooit": "nvt"}
    found = changes_since(TREE, TEXTS, older(FULL, given={"decisions": decisions}), TODAY)
    kinds = [(change.kind, change.line) for change in found]
    assert kinds == [("versie", ""), ("uitkomst", "weging"), ("uitkomst", "weging"), ("uitkomst", "ooit")]
    assert "toen ‘Nodig’, nu ‘Geen norm’" in found[1].message
    assert all("Wat toen is besloten, blijft staan." in change.message for change in found)
    assert told(older({"gevaar": "ja"}, given={"decisions": {"weging": "nvt"}})) == [("versie", "")]
