"""What the report to the council says, and what it keeps to itself."""

from typing import Any

from aids.runtime.markup import Node, words
from aids.runtime.scan.report import report
from aids.runtime.scan.work import Work
from tests.scan_works import of_class, walk
from tests.unit.runtime.scan.small_scan import BEGIN, GROOT, SMALL, VOL

TODAY = "2026-11-22"


def _saved(answers: dict[str, Any], **parts: Any) -> dict[str, Any]:  # noqa: ANN401  JSON data
    by = {"id": "", "role": "team", "organisation": "Wijkteam Ergens", "recognisable": False}
    head = {
        "format": "veilig-in-de-wijk",
        "schema": 1,
        "kind": "scan",
        "tree": SMALL.id,
        "version": "v2",
        "rules": "r2",
    }
    return {**head, "saved": "2026-11-20T09:30", "by": by, "answers": answers, **parts}


def _report(saved: dict[str, Any], earlier: dict[str, Any] | None = None) -> list[Node]:
    return report(SMALL, Work.from_json({"saved": saved, "earlier": earlier}), TODAY)


def _said(parts: list[Node]) -> str:
    return " ".join(words(part) for part in parts)


def _lines(parts: list[Node]) -> dict[str, list[str]]:
    """Return answer and reason by line or criterion."""
    rows = [part for table in of_class(parts, "scan-chapter") for part in walk([table]) if part.tag == "tr"]
    return {words(row.children[0]): [words(cell) for cell in row.children[1:]] for row in rows}


def test_the_report_says_what_it_is_how_it_was_reckoned_and_until_when_it_holds() -> None:
    """Title, date, about, status, versions, and the date to look again."""
    said = _said(_report(_saved({"c1": VOL})))
    for part in (
        "Verslag van de Proefscan",
        "Datum22 november 2026",
        "Een proef.",
        "Status: denkkader, geen geldende norm.",
        "Versie van de scan: v2. Versie van de regels: r2.",
        "Controleer na 22 mei 2027",
        "Elk criterium telt even zwaar.",
        "Eén bestand, van één invuller of van een groep die samen invulde.",
        "Er zijn nog geen acties afgesproken.",
    ):
        assert part in said
    assert "Wat er veranderd is" not in said


def test_a_single_scan_is_reported_with_its_reasons() -> None:
    """Answer and reason by line, score by criterion; the organisation of the one who filled it in is not told."""
    parts = _report(_saved({"c1": VOL, "c2a": {"state": "nvt", "reason": "Elders"}}))
    lines = _lines(parts)
    assert lines["Criterium 1. Een"] == ["3,0", ""]
    assert lines["c2a Kort c2a"] == ["Niet van toepassing", "Elders"]
    assert lines["c2b Kort c2b"] == ["Niet ingevuld", ""]
    assert "Wijkteam Ergens" not in _said(parts)


def test_a_group_is_reported_by_what_it_agreed_on_never_by_single_answers() -> None:
    """Agreed, not yet agreed and not known are told apart; of reasons only the joint ones."""
    own = {"state": "nvt", "reason": "GEHEIM"}
    group = [_saved({"c1": VOL, "c2a": BEGIN, "c3a": own}), _saved({"c1": VOL, "c2a": GROOT, "c3a": own})]
    joint = {"c2b": {"answer": {"state": "nvt", "reason": "Doet de regio."}, "reason": "Zo is de opdracht"}}
    parts = _report(_saved({"c1": BEGIN}, group=group, joint=joint))
    lines = _lines(parts)
    assert lines["c1 Kort c1"] == ["volledig", ""]
    assert lines["c2a Kort c2a"] == ["Nog geen gezamenlijk antwoord", ""]
    assert lines["c2b Kort c2b"] == ["Niet van toepassing", "Doet de regio. Zo is de opdracht."]
    assert lines["c3a Kort c3a"] == ["Niet van toepassing", ""]
    assert lines["c3b Kort c3b"] == ["Weet ik niet", ""]
    assert "GEHEIM" not in _said(parts)
    assert "Op 1 van de 6 vragen is er één gezamenlijk antwoord." in _said(parts)
    assert not of_class(parts, "scan-picture-heat")


def test_actions_and_changes_are_reported_where_there_are_any() -> None:
    """What will be done, by whom and when; what changed and what became of promises."""
    earlier = _saved({"c1": BEGIN}, notes={"c1": {"action": "Vaststellen"}})
    now = _saved(
        {"c1": VOL},
        notes={"c2a": {"action": "Scholen", "owner": "Team", "date": "2027-03-01"}},
        followup={"c1": {"state": "loopt", "note": ""}},
    )
    parts = _report(now, earlier)
    said = _said(parts)
    assert "c2a Kort c2aScholenTeam1 maart 2027" in said
    assert "Hoger: 1 vraag." in said
    assert "c1 Kort c1VaststellenLoopt nog" in said
