"""Laws of `personal` and its panel: what looks like a person's number or address is named by place, never repeated."""

import pytest

from aids.runtime.markup import words
from aids.runtime.scan.panels_personal import personal
from aids.runtime.scan.personal import found_in
from aids.runtime.scan.work import Work
from tests.scan_sample import small_scan

BSN, NOT_BSN = "111222333", "111222334"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"nummer {BSN}", ("een burgerservicenummer",)),
        ("1112.22.333", ("een burgerservicenummer",)),
        (NOT_BSN, ()),
        ("000000000", ()),
        (f"1{BSN}", ()),
        ("06-12345678", ("een telefoonnummer",)),
        ("+31 6 12 34 56 78", ("een telefoonnummer",)),
        ("(013) 123 45 67", ("een telefoonnummer",)),
        ("Veilig Thuis: 0800-2000, of 112", ()),
        ("in 2025 en 2026 AAN de slag", ()),
        ("a.b@voorbeeld.nl", ("een e-mailadres",)),
        ("team @ voorbeeld", ()),
        ("5038 AB", ("een postcode",)),
        ("5038AB 06 12345678", ("een telefoonnummer", "een postcode")),
        ("1234 SS", ()),
        ("Regiovisie 2026", ()),
    ],
)
def test_a_form_is_recognised_and_nothing_else(text: str, kinds: tuple[str, ...]) -> None:
    """Public numbers, years and numbers that fail the test of eleven are no personal data."""
    assert found_in(text) == kinds


def test_every_text_of_a_document_is_looked_at_and_none_is_repeated() -> None:
    """Organisation, reasons, notes, what is agreed and what came of it, of every respondent; the text stays out."""
    scan = small_scan()
    first, second = scan.lines[0], scan.lines[1]
    member = {"answers": {}, "notes": {second.id: {"owner": "a@voorbeeld.nl"}}}
    saved = {
        "by": {"organisation": "bel 0612345678"},
        "answers": {first.id: {"state": "nvt", "reason": f"zie {BSN}"}, second.id: "nog-niet"},
        "notes": {first.id: {"action": "5038 AB", "date": "2026-12-01"}},
        "joint": {first.id: {"answer": {"state": "nvt", "reason": "06 12345678"}, "reason": "x@voorbeeld.nl"}},
        "followup": {second.id: {"state": "loopt", "note": "9999 ZZ"}},
        "group": [member],
    }
    said = " ".join(words(node) for node in personal(scan, Work(saved), "2026-11-22"))
    for expected in (
        "Organisatie: lijkt op een telefoonnummer.",
        f"Vraag {first.number}, reden: lijkt op een burgerservicenummer.",
        f"Vraag {first.number}, actie: lijkt op een postcode.",
        f"Vraag {first.number}, reden van het antwoord samen: lijkt op een telefoonnummer.",
        f"Vraag {first.number}, reden van het antwoord samen: lijkt op een e-mailadres.",
        f"Vraag {second.number}, wat ervan kwam: lijkt op een postcode.",
        f"Scan 1, vraag {second.number}, wie: lijkt op een e-mailadres.",
    ):
        assert expected in said
    assert not any(text in said for text in (BSN, "0612345678", "voorbeeld.nl", "5038"))


def test_nothing_found_is_no_promise() -> None:
    """It says that names are not recognised."""
    said = " ".join(words(node) for node in personal(small_scan(), Work({}), "2026-11-22"))
    assert "Geen nummers of adressen van personen herkend." in said
    assert "Kijk die zelf na." in said
