"""Laws of comparing two scans: what counts is a difference, words alone are not, and everything is told."""

from pathlib import Path

import pytest

from aids.compiler.proof.difference_words import Report
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.difference import ScanVersion, report_scans
from tests.unit.compiler.scan.scan_project import SOUND, sound


def version(folder: Path, text: str) -> ScanVersion:
    """Return a version of the scan with this text."""
    document = sound(folder, text)
    return ScanVersion("scan", document, compile_scan(document))


def report(folder: Path, *edits: tuple[str, str]) -> Report:
    """Return the report on the small scan and the same with these edits, each of what stands there once."""
    text = SOUND
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return report_scans(version(folder, SOUND), version(folder, text))


def test_the_same_scan_has_no_difference(tmp_path: Path) -> None:
    """Nothing is told but that there is nothing."""
    told = report(tmp_path)
    assert not told.differs
    assert "Geen verschil" in told.text
    assert told.text.count("\n\n") == 1


@pytest.mark.parametrize(
    ("edits", "sentences"),
    [
        ([("id: c2b", "id: c2c")], ["Nieuw: 2b ‘Deskundigen’ (c2c).", "Weg: 2b ‘Deskundigen’ (c2b).", "staan er 2 in"]),
        (
            [("{id: ja, label: Ja}\n", "{id: ja, label: Ja}\n  - {id: zeker, label: Zeker}\n"), ("to: 1}", "to: 2}")],
            ["Nieuw: ‘Zeker’ (zeker).", "geldt van 1 tot en met 2; eerst van 1 tot en met 1.", "behoudt"],
        ),
        (
            [("{id: nee, label: Nee}\n  - {id: ja, label: Ja}", "{id: ja, label: Ja}\n  - {id: nee, label: Nee}")],
            ["De volgorde is anders.", "‘Nee’ (nee) telt 1 punt; eerst 0."],
        ),
        ([("{id: ja, label: Ja}", "{id: wel, label: Ja}")], ["Weg: ‘Ja’ (ja).", "gaat verloren"]),
        ([("{id: gemeente,", "{id: regio,")], ["Rollen", "Weg: ‘Gemeente’ (gemeente)."]),
        ([("{id: begin,", "{id: start,")], ["Nieuw: niveau ‘Begin’ (start), van 0 tot 1."]),
        (
            [("criterion: c2, short: Opdracht", "criterion: c1, short: Opdracht")],
            ["2a ‘Opdracht’ (c2a) hoort bij criterium c1; eerst bij c2."],
        ),
        (
            [
                (
                    "visie, title: Visie, sources: [norm#1]}\n",
                    "visie, title: Visie, sources: [norm#1]}\n  - {id: zicht, title: Zicht, sources: [norm#1]}\n",
                ),
                ("chapter: visie, title: Opdracht", "chapter: zicht, title: Opdracht"),
            ],
            [
                "Nieuw: hoofdstuk ‘Zicht’ (zicht).",
                "criterium ‘Opdracht’ (c2) hoort bij hoofdstuk zicht; eerst bij visie.",
            ],
        ),
    ],
)
def test_what_counts_is_a_difference(edits: list[tuple[str, str]], sentences: list[str], tmp_path: Path) -> None:
    """Lines, steps, levels, roles and layout: each change is a sentence, and the versions differ."""
    told = report(tmp_path, *edits)
    assert told.differs
    plain = " ".join(told.text.split())
    assert [sentence for sentence in sentences if sentence not in plain] == []


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (("ask: Is er een opdracht?", "ask: Is er al een opdracht?"), "2a ‘Opdracht’ (c2a): anders is de vraag."),
        (("number: 2a", "number: 2x"), "nummer, pagina of bronnen van regel ‘c2a’"),
        (("title: Opdracht", "title: De opdracht"), "criterium ‘c2’"),
        (("label: Begin", "label: Start"), "niveau ‘begin’"),
        (("label: Gemeente", "label: De gemeente"), "rol ‘gemeente’"),
        (("label: Nee", "label: Nog niet"), "stap ‘nee’"),
        (("about: Geen oordeel.", "about: Een hulp."), "de kop van de scan"),
        (("nvt: Niet van", "nvt: Is niet van"), "de antwoorden naast de schaal"),
    ],
)
def test_words_are_told_and_are_no_difference(edit: tuple[str, str], sentence: str, tmp_path: Path) -> None:
    """Whatever reads otherwise is named, and counts as the same."""
    told = report(tmp_path, edit)
    assert not told.differs
    assert sentence in told.text


def test_the_list_of_changes_is_held_against_what_changed(tmp_path: Path) -> None:
    """A reworded line that the list leaves out is told, one that it names for nothing too, and a true list as well."""
    edit = ("ask: Is er een opdracht?", "ask: Is er al een opdracht?")
    rules = version(tmp_path, SOUND).scan.rules
    changes = "changes:\n  - {date: 2026-11-22, rules: '%s', say: Duidelijker gevraagd., lines: [%s]}\n"
    assert "Ontbreekt in de lijst: c2a" in report(tmp_path, edit).text
    for lines, expected in (("c2a", "precies de regels"), ("c2a, c1", "verandert niet: c1"), ("", "Ontbreekt")):
        new = SOUND.replace(*edit) + changes % (rules, lines)
        told = report_scans(version(tmp_path, SOUND), version(tmp_path, new))
        assert expected in told.text
        assert "22 november 2026: Duidelijker gevraagd." in told.text
