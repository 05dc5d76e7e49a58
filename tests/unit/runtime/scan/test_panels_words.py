"""What the panels say, on a small scan with figures to reckon by heart."""

from typing import Any

from aids.runtime.markup import Node, words
from aids.runtime.scan.panels import PANELS
from aids.runtime.scan.work import Work
from tests.scan_works import of_class, texts, walk
from tests.unit.runtime.scan.small_scan import BEGIN, GROOT, NIET, SMALL, VOL

TODAY = "2026-11-22"
NVT = {"state": "nvt", "reason": "Dat doet de regio"}
LINES = [line.id for line in SMALL.lines]


def _saved(answers: dict[str, Any], role: str = "team", **parts: Any) -> dict[str, Any]:  # noqa: ANN401  JSON data
    by = {"id": "", "role": role, "organisation": "", "recognisable": False}
    head = {
        "format": "veilig-in-de-wijk",
        "schema": 1,
        "kind": "scan",
        "tree": SMALL.id,
        "version": "v2",
        "rules": "r2",
    }
    return {**head, "saved": "2026-11-20T09:30", "by": by, "answers": answers, **parts}


def _panel(name: str, saved: dict[str, Any], earlier: dict[str, Any] | None = None) -> list[Node]:
    return PANELS[name](SMALL, Work.from_json({"saved": saved, "earlier": earlier}), TODAY)


def _said(name: str, saved: dict[str, Any], earlier: dict[str, Any] | None = None) -> str:
    return " ".join(text for part in _panel(name, saved, earlier) for text in texts(part))


def _rows(parts: list[Node], kind: str) -> list[list[str]]:
    """Return the cells of the tables of a kind, without their heads."""
    rows = [part for table in of_class(parts, f"scan-{kind}") for part in walk([table]) if part.tag == "tr"]
    return [[words(cell) for cell in row.children] for row in rows[1:]]


def _group(*answers: tuple[str, dict[str, Any]], **parts: Any) -> dict[str, Any]:  # noqa: ANN401  JSON data
    return _saved({}, group=[_saved(given, role) for role, given in answers], **parts)


def test_the_result_tells_how_far_it_is_and_reckons_no_verdict() -> None:
    """Counts by kind; no word that praises or blames, no rank."""
    said = _said("result", _saved({"c1": VOL, "c2a": "onbekend", "c2b": NVT}))
    assert "3 van de 6 vragen ingevuld: 1 met een score, 1 keer weet ik niet, 1 keer niet van toepassing." in said
    assert "Nog open: 3." in said
    assert not [word for word in ("slecht", "goed", "voldoende", "rood", "groen", "beste", "plaats ") if word in said]


def test_the_lines_to_talk_about_first_are_low_and_known_then_unknown() -> None:
    """Lowest first, of equals the heaviest; then what is not known; then what is still empty."""
    answers = {"c1": BEGIN, "c2a": NIET, "c3a": NIET, "c3b": "onbekend", "c3c": VOL}
    parts = _panel("result", _saved(answers, weights={"c3": 4}, notes={"c1": {"action": "Vaststellen"}}))
    assert _rows(parts, "first") == [
        ["c3a Kort c3a", "nog-niet", "Nog niets afgesproken"],
        ["c2a Kort c2a", "nog-niet", "Nog niets afgesproken"],
        ["c1 Kort c1", "in-ontwikkeling", "Vaststellen; nog geen naam; nog geen datum"],
    ]
    said = " ".join(text for part in parts for text in texts(part))
    assert "c3b Kort c3b" in said
    assert "Nog niet ingevuld: c2b." in said
    assert "criterium 3 telt 4 keer; de andere tellen 1 keer." in said


def test_where_all_is_known_and_high_the_talk_is_about_keeping_it() -> None:
    """Never that nothing has to be done; every weight is one."""
    said = _said("result", _saved(dict.fromkeys(LINES, VOL)))
    assert "Praat over wat nodig is om dat zo te houden." in said
    assert "Elk criterium telt even zwaar." in said


def test_actions_stand_by_date_and_say_what_is_missing() -> None:
    """A date that has passed is told in words; without a date it stands last."""
    notes = {
        "c1": {"owner": "Beleid"},
        "c2a": {"action": "Later", "owner": "Regio", "date": "2027-03-01"},
        "c2b": {"action": "Eerst", "date": "2026-11-21"},
    }
    assert _rows(_panel("actions", _saved({}, notes=notes)), "actions") == [
        ["c2b Kort c2b", "Eerst", "Nog geen naam", "21 november 2026 (deze datum is voorbij)"],
        ["c2a Kort c2a", "Later", "Regio", "1 maart 2027"],
        ["c1 Kort c1", "Nog geen actie", "Beleid", "Nog geen datum"],
    ]
    assert "Nog geen acties." in _said("actions", _saved({}))


def test_without_a_group_the_panels_say_what_to_do() -> None:
    """Each one sentence and no picture."""
    for name in ("together", "agenda", "rollup", "compare", "joint"):
        parts = _panel(name, _saved({"c1": VOL}))
        assert [part.tag for part in parts] == ["h2", "p"]


def test_the_agenda_says_who_differs_who_does_not_know_and_who_might() -> None:
    """Roles only where they may be shown; the joint answer stands in its room."""
    split = [("gemeente", {"c1": VOL})] * 3 + [("team", {"c1": NIET})] * 3
    unknown = [("gemeente", {"c1": VOL, "c2a": "onbekend"}), ("team", {"c1": VOL, "c2a": GROOT})]
    joint = {"c1": {"answer": GROOT, "reason": "Het staat op papier"}, "c2a": {"answer": NVT, "reason": ""}}
    parts = _panel("agenda", _group(*split, joint=joint, weights={"c1": 2}))
    first = words(of_class(parts, "scan-item")[0])
    assert "Zo vaak gekozen: nog-niet 3, volledig 3." in first
    assert "De scores lopen van nog-niet tot volledig; twee invullers verschillen gemiddeld 1,8." in first
    assert "Dit criterium telt 2 keer." in first
    assert "Middelste score per rol: Gemeente 3, Wijkteam 0. Ver uit elkaar: Gemeente en Wijkteam." in first
    assert "Tijd: ongeveer 10 minuten." in first
    assert "Gezamenlijk antwoord: grotendeels. Waarom: Het staat op papier" in first
    small = _panel("agenda", _group(*unknown, joint=joint))
    second = next(words(item) for item in of_class(small, "scan-item") if item.attributes["data-scan-line"] == "c2a")
    assert "Wie een score gaf, gaf dezelfde." in second
    assert "1 invuller weet het niet. 1 invuller weet het wel." in second
    assert "Gezamenlijk antwoord: Niet van toepassing (Dat doet de regio). Waarom: geen reden opgeschreven" in second
    assert "Rollen staan hier niet apart." in " ".join(words(part) for part in small)


def test_who_could_know_is_asked_by_role_and_nobody_is_found_by_searching() -> None:
    """A shown role that knows is named; where nobody knows, it is to be found out."""
    group = [("gemeente", {"c1": "onbekend"})] * 3 + [("team", {"c1": VOL})] * 3
    items = {
        item.attributes["data-scan-line"]: words(item)
        for item in of_class(_panel("agenda", _group(*group)), "scan-item")
    }
    assert "Vraag het aan: Wijkteam." in items["c1"]
    assert "6 invullers weten het niet. Zoek uit wie het kan weten." in items["c2a"]
    assert "Niemand gaf een score." in items["c2a"]
    assert "Middelste score" not in items["c2a"]


def test_a_long_agenda_says_that_it_needs_a_second_talk_and_an_empty_one_what_to_do() -> None:
    """Six lines of five minutes fit; agreement on all leaves what to do first."""
    fits = _said("agenda", _group(("team", {}), ("team", {})))
    assert "Reken op 30 minuten, naar schatting." in fits
    assert "plan een vervolg" not in fits
    agreed = _said("agenda", _group(*[("team", dict.fromkeys(LINES, VOL))] * 2))
    assert "Praat over wat er als eerste beter moet." in agreed


def test_together_counts_where_scores_differ_and_shows_middles_of_shown_roles() -> None:
    """A role in which nobody gave a score has a dash."""
    group = [("gemeente", {"c1": VOL})] * 3 + [("team", {"c1": NIET, "c2a": VOL})] * 3
    parts = _panel("together", _group(*group))
    said = " ".join(words(part) for part in parts)
    assert "6 invullers. Op 1 van de 6 vragen verschillen de scores. Bij 4 vragen geeft niemand een score." in said
    assert ["c2a Kort c2a", "–", "3"] in _rows(parts, "roles")
    assert ["c1 Kort c1", "3", "0", "0", "3", "0", "0", "1,8", "Nog niet"] in _rows(parts, "counts")


def test_joint_answers_stand_with_their_reasons() -> None:
    """With the reason why it does not apply, where that is the answer."""
    joint = {"c1": {"answer": GROOT, "reason": ""}, "c2a": {"answer": NVT, "reason": "Zo afgesproken"}}
    rows = _rows(_panel("joint", _saved({}, joint=joint)), "joint")
    assert rows[0] == ["c1 Kort c1", "grotendeels", "Geen reden opgeschreven"]
    assert rows[1][1:] == ["Niet van toepassing", "Niet van toepassing, wantDat doet de regioWaaromZo afgesproken"]


def test_the_comparison_says_what_changed_what_was_promised_and_what_became_of_it() -> None:
    """Lines that only the earlier file has are there by their id."""
    earlier = _saved(
        {"c1": NIET, "c2a": VOL, "c2b": "onbekend", "c3a": NVT, "c9": VOL},
        notes={"c1": {"action": "Doen", "owner": "Beleid", "date": "2026-03-01"}, "c2a": {"owner": "Team"}},
    )
    now = _saved(
        {"c1": GROOT, "c2a": BEGIN, "c2b": VOL, "c3a": VOL},
        followup={"c1": {"state": "gedaan", "note": "In maart"}},
    )
    parts = _panel("compare", now, earlier)
    assert _rows(parts, "changes") == [
        ["c1 Kort c1", "nog-niet", "grotendeels", "2 hoger"],
        ["c2a Kort c2a", "volledig", "in-ontwikkeling", "2 lager"],
        ["c2b Kort c2b", "Weet ik niet", "volledig", "Was onbekend, nu bekend"],
        ["c3a Kort c3a", "Niet van toepassing", "volledig", "Was niet van toepassing"],
        ["c3b Kort c3b", "Weet ik niet", "Weet ik niet", "Nu onbekend"],
        ["c3c Kort c3c", "Weet ik niet", "Weet ik niet", "Nu onbekend"],
        ["c9", "volledig", "–", "Vraag bestaat niet meer"],
    ]
    assert _rows(parts, "promises") == [
        ["c1 Kort c1", "Doen; Beleid; 1 maart 2026", "Gedaan. In maart"],
        ["c2a Kort c2a", "Team", "Nog niet ingevuld"],
    ]
    said = " ".join(words(part) for part in parts)
    assert "De vorige scan is van 20 november 2026. Hoger: 1 vraag. Lager: 1. Gelijk: 0. Anders: 5." in said


def test_a_comparison_of_equals_says_so() -> None:
    """No arrow, no promise, and no date where the file has none."""
    said = _said("compare", _saved({"c1": VOL}), _saved({"c1": VOL}) | {"saved": ""})
    assert "Geen enkele vraag ging omhoog of omlaag." in said
    assert "In het bestand van de vorige keer staan geen acties." in said
    assert "De vorige scan heeft geen datum." in said


def test_the_rollup_shows_ones_own_score_beside_the_others_counted_alike() -> None:
    """Own weights do not count there: every criterion counts once on both sides."""
    group = [("team", dict.fromkeys(LINES, answer)) for answer in (NIET, GROOT, VOL)]
    mine = {"c1": VOL, "c2a": NIET, "c2b": NIET, "c3a": NIET, "c3b": NIET, "c3c": NIET}
    parts = _panel("rollup", _group(*group) | {"answers": mine, "weights": {"c1": 4}})
    rows = _rows(parts, "quartiles")
    assert rows[0] == ["Het geheel", "1,0", "2,0", "2,5", "1,0", "2,0", "2,5", "3", "1,0"]
    assert ["c1 Kort c1", "1", "0", "1", "1", "0", "0", "1", "2", "2,5"] in _rows(parts, "counts")
    (drawn,) = [part for part in of_class(parts, "scan-picture-strip") if texts(part)[0] == "Verdeling bij c1"]
    assert texts(drawn)[1:] == ["nog-niet 1, grotendeels 1, volledig 1.", *"100112130n0?"]
    without = _rows(_panel("rollup", _group(*group)), "quartiles")
    assert without[0] == rows[0][:-1]


def test_the_file_shows_each_answer_with_its_reason_and_notes() -> None:
    """Notes by name, dates long; a file of a group alone has no empty answers of its own."""
    note = {"evidence": "Staat in de visie", "date": "2027-03-01"}
    said = _said("save", _saved({"c1": NVT}, notes={"c1": note}))
    assert (
        "c1 Vraag c1? Niet van toepassing Reden Dat doet de regio Bewijs Staat in de visie Wanneer 1 maart 2027" in said
    )
    assert "Rol Wijkteam Versie van de scan v2" in said
    assert "Alle antwoorden naast elkaar" not in said
    group = _said("save", _group(("team", {"c1": VOL})))
    assert "Alle antwoorden naast elkaar" in group
    assert "Uw uitkomst" not in group


def test_the_invitation_leaves_blanks_for_the_sender_and_warns_of_cases() -> None:
    """It says how many lines, which roles, and what is done with the answers; it holds nothing of the work."""
    parts = _panel("invitation", _saved({}, notes={"c1": {"note": "GEHEIM"}}))
    said = " ".join(words(part) for part in parts)
    assert len(of_class(parts, "scan-blank")) >= 6
    assert "U loopt 6 vragen langs" in said
    assert "Naar schatting 15 minuten." in said
    assert "Gemeente, Wijkteam en Veilig Thuis" in said
    assert "Geen zaken en geen namen." in said
    assert "GEHEIM" not in said
