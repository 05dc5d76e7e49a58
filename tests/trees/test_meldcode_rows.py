"""Each row T0 to T10 of the weighing: outcome and exact advice, written from the norm by hand."""

import pytest

from tests.trees.meldcode_cases import ALWAYS_GIVEN, CALM, STEPS_TAKEN, certain, settled, view

UNKNOWN_SAFETY = ["acuut", "structureel", "onthulling"]

ROWS = [
    ("T0", "nu", "met-vt", {"gevaar": "ja"}, {"bel-112", "meld-bij-gevaar", "zo-meldt-u"}),
    ("T1", "nu", "met-vt", {"acuut": "ja"}, {"meld-acuut", "zo-meldt-u"}),
    ("T2", "nu", "met-vt", {"onthulling": "ja"}, {"meld-onthulling", "zo-meldt-u"}),
    ("T3", "nodig", "met-vt", {"structureel": "ja"}, {"meld-structureel", "zo-meldt-u"}),
    *(
        ("T4a", "nodig", "met-vt", {unknown: "onbekend", short: value}, {"meld-bij-twijfel", "zo-meldt-u"})
        for unknown in UNKNOWN_SAFETY
        for short, value in (
            ("zelf-helpen", "nee"),
            ("aanvaarden", "nee"),
            ("aanvaarden", "deels"),
            ("resultaat", "nee"),
        )
    ),
    *(
        ("T4b", "eerst-overleg", "open", {unknown: "onbekend"}, {"overleg-veiligheid", "zo-vraagt-u-advies"})
        for unknown in UNKNOWN_SAFETY
    ),
    (
        "T4b",
        "eerst-overleg",
        "open",
        {"acuut": "onbekend", "vermoeden": "nee", "zelf-helpen": "nee"},
        {"overleg-veiligheid", "zo-vraagt-u-advies"},
    ),
    ("T5", "eerst-overleg", "open", {"vermoeden": "onbekend"}, {"overleg-vermoeden", "zo-vraagt-u-advies"}),
    ("T6", "geen-norm", "geen", {"vermoeden": "nee", **STEPS_TAKEN}, {"vastleggen-en-open-blijven"}),
    ("T6'", "eerst-overleg", "open", {"vermoeden": "nee"}, {"stap-ontbreekt", "zo-vraagt-u-advies"}),
    ("T7", "nodig", "niet-zelf", {"zelf-helpen": "nee"}, {"meld-zelf-niet", "zo-meldt-u"}),
    ("T8", "nodig", "met-vt", {"aanvaarden": "nee"}, {"meld-geweigerd", "zo-meldt-u"}),
    ("T8", "nodig", "met-vt", {"aanvaarden": "deels"}, {"meld-geweigerd", "zo-meldt-u"}),
    ("T9", "nodig", "met-vt", {"resultaat": "nee"}, {"meld-opnieuw", "zo-meldt-u"}),
    *(
        ("T9'", "eerst-overleg", "open", change, {"overleg-hulp", "zo-vraagt-u-advies"})
        for change in (
            {"zelf-helpen": "onbekend"},
            {"aanvaarden": "onbekend"},
            {"resultaat": "onbekend"},
            {"resultaat": "nog-niet", "resultaat-datum": "onbekend"},
            {"resultaat": "nog-niet", "resultaat-datum": "2026-11-22"},
            {"resultaat": "nog-niet", "resultaat-datum": "2026-11-21"},
        )
    ),
    ("T10", "geen-norm", "zelf", {}, {"zelf-helpen-en-volgen"}),
    (
        "T10",
        "geen-norm",
        "zelf",
        {"resultaat": "nog-niet", "resultaat-datum": "2026-11-23"},
        {"zelf-helpen-en-volgen", "opnieuw-wegen"},
    ),
]


@pytest.mark.parametrize(("row", "melden", "hulp", "changes", "advice"), ROWS)
def test_row_gives_its_outcome_and_exactly_its_advice(
    row: str, melden: str, hulp: str, changes: dict[str, object], advice: set[str]
) -> None:
    """A calm case with only these answers changed fires this row, with this advice and no other."""
    shown = view(**changes)
    assert shown["errors"] == []
    assert settled(shown) == (row, melden, hulp)
    assert certain(shown) == ALWAYS_GIVEN | advice
    assert {item["id"] for item in shown["advice"]} == certain(shown)


@pytest.mark.parametrize("missing", list(STEPS_TAKEN))
def test_t6_closes_only_when_its_steps_are_taken(missing: str) -> None:
    """Without suspicion nothing closes while signals, consultation or conversation is open or later."""
    for state in ({"state": "open"}, {"state": "later", "date": "2026-12-01"}, {"state": "not_done"}, None):
        shown = view(**{"vermoeden": "nee", **STEPS_TAKEN, missing: state})
        assert settled(shown)[0] == "T6'"


def test_t6_takes_a_reasoned_skip_of_signals_and_conversation_but_not_of_consultation() -> None:
    """Step 2 must have been done; steps 1 and 3 may be skipped with a reason."""
    skipped = {"state": "not_done", "reason": "ander-legt-vast"}
    assert settled(view(vermoeden="nee", **{**STEPS_TAKEN, "signalen": skipped}))[0] == "T6"
    skipped = {"state": "not_done", "reason": "geen-collega"}
    shown = view(vermoeden="nee", **{**STEPS_TAKEN, "overleg-collega": skipped})
    assert shown["errors"] == []
    assert settled(shown)[0] == "T6'"


def test_missing_date_leaves_the_weighing_open_and_stands_on_overleg() -> None:
    """Nog-niet without a date is not settled; until it is, the standing outcome is that of weet-niet."""
    shown = view(resultaat="nog-niet")
    assert shown["next"] is not None
    weighing = shown["decisions"]["weging"]
    assert weighing["certain"] is None
    assert (weighing["row"], weighing["standing"]) == ("T9'", {"melden": "eerst-overleg", "hulp": "open"})


def test_stored_date_that_has_passed_is_no_input_error() -> None:
    """A date that was future when given and has passed becomes weet-niet, without an error."""
    before = view(resultaat="nog-niet", resultaat_datum="2026-12-01")
    after = view("2026-12-02", resultaat="nog-niet", resultaat_datum="2026-12-01")
    assert settled(before)[0] == "T10"
    assert settled(after)[0] == "T9'"
    assert after["errors"] == []


def test_contradiction_is_shown_and_counts_as_suspicion() -> None:
    """No suspicion beside unsafety is named, and the outcome is that of the unsafety."""
    for unsafe, row in (("acuut", "T1"), ("structureel", "T3"), ("onthulling", "T2")):
        shown = view(**{"vermoeden": "nee", unsafe: "ja"})
        assert settled(shown)[0] == row
        assert "tegenspraak" in certain(shown)


def test_colleague_leaves_the_route_and_keeps_danger() -> None:
    """With a colleague the weighing is nvt, other duties apply, and 112 stays."""
    shown = view(collega="ja", gevaar="ja")
    assert shown["decisions"]["weging"] == "nvt"
    assert {"collega-route", "bel-112"} <= certain(shown)
    assert [duty["id"] for duty in shown["duties"]] == ["leiding", "toezichthouder"]
    assert set(shown["dropped"]) == set(CALM) - {"gevaar", "acuut", "contact-veilig", "collega"}


def test_unknown_colleague_keeps_the_route_and_asks() -> None:
    """Not knowing whether a colleague is involved is not a no: the route stays and nothing closes."""
    shown = view(collega="onbekend")
    assert settled(shown)[1:] == ("eerst-overleg", "open")
    assert "collega-uitzoeken" in certain(shown)


def test_veilig_thuis_may_raise_but_never_lowers() -> None:
    """Advice to report raises a closing outcome; other advice changes no row."""
    assert settled(view(advies_veilig_thuis="melden"))[1:] == ("nodig", "met-vt")
    assert settled(view(advies_veilig_thuis="anders", structureel="ja"))[1:] == ("nodig", "met-vt")
    assert "opnieuw-bellen" in certain(view(advies_veilig_thuis="niet-bereikt"))
    assert settled(view(advies_veilig_thuis="melden", vermoeden="onbekend"))[1:] == ("nodig", "met-vt")


def test_departure_or_mutilation_within_days_is_reported_now() -> None:
    """A special form that threatens within days is reported at once; not knowing it closes nothing."""
    form = {"bijzondere-vormen": ["achterlating"]}
    for row in ({}, {"zelf-helpen": "nee"}, {"vermoeden": "nee", **STEPS_TAKEN}):
        shown = view(**{**row, **form, "dreigt-binnen-dagen": "ja"})
        assert settled(shown)[1:] == ("nu", "met-vt")
        assert {"acute-vorm", "vorm-eerst-overleg", "zo-meldt-u"} <= certain(shown)
    unknown = view(**form, **{"dreigt-binnen-dagen": "onbekend"})
    assert settled(unknown)[1:] == ("eerst-overleg", "open")
    assert "acute-vorm" in certain(unknown)
    both = view(bijzondere_vormen=["zichzelf-en-anderen"])
    assert settled(both)[1:] == ("nu", "met-vt")
    assert "bel-112" in certain(both)


def test_how_to_ask_advice_never_stands_beside_a_report() -> None:
    """Where MELDEN is nu or nodig the page says how to report and not how to ask anonymous advice."""
    for _, melden, _, changes, _ in ROWS:
        for extra in ({}, {"rode-vlaggen": ["wapen"]}, {"gevaar": "onbekend"}, {"eigen-kader": "onbekend"}):
            shown = view(**{**changes, **extra})
            now = settled(shown)[1]
            assert ("zo-meldt-u" in certain(shown)) == (now in {"nu", "nodig"}), (melden, changes, extra)
            assert ("zo-vraagt-u-advies" in certain(shown)) == (now == "eerst-overleg")


def test_colleague_with_acute_unsafety_still_phones_veilig_thuis() -> None:
    """On the route for a colleague, unsafety in the coming days, or not knowing it, gives Veilig Thuis at once."""
    for acute in ("ja", "onbekend"):
        assert "collega-veilig-thuis" in certain(view(collega="ja", acuut=acute))
    assert "collega-veilig-thuis" not in certain(view(collega="ja"))


def test_floor_silences_the_closing_advice_of_the_row_it_lifts() -> None:
    """Where a floor lifts T10 or T6 nothing on the page says that no norm was established."""
    lifting: list[dict[str, object]] = [
        {"gevaar": "onbekend"},
        {"rode-vlaggen": ["stalking"]},
        {"bijzondere-vormen": ["ouderen"], "dreigt-binnen-dagen": "nee"},
        {"contact-veilig": "nee"},
        {"contact-veilig": "onbekend"},
        {"advies-veilig-thuis": "niet-bereikt"},
        {"kind-client": "onbekend"},
        {"client": ["onbekend"]},
        {"eigen-kader": "onbekend"},
    ]
    for change in lifting:
        for row in ({}, {"vermoeden": "nee", **STEPS_TAKEN}):
            shown = view(**{**row, **change})
            assert settled(shown)[1:] == ("eerst-overleg", "open")
            given = {item["id"] for item in shown["advice"]}
            assert not given & {"zelf-helpen-en-volgen", "vastleggen-en-open-blijven"}
            assert "zo-vraagt-u-advies" in given
