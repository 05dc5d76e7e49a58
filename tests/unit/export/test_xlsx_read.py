"""Laws of reading a workbook back: what comes back, what a person may change in it, and what is refused, and how."""

import io
import random
import struct
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from aids.export.xlsx_read import read_xlsx
from aids.runtime.saved_faults import Fault
from tests.scan_sample import small_scan
from tests.unit.export.test_workbook import document, respondents
from tests.unit.export.workbooks import Json, book_of, drawn, inline, part_of, parts, replaced, with_cell

MANY = 30
NAME = "werkblad.xlsx"
FULL = document(
    answers={"c1": "volledig", "c2a": {"state": "nvt", "reason": "Hier niet"}, "c2b": "onbekend"},
    notes={"c1": {"evidence": "Regiovisie", "action": "Doen", "owner": "Beleid", "date": "2027-03-01"}},
    weights={"c3": 4},
)
"""A document of the small scan."""


@cache
def book() -> bytes:
    """Return the workbook of the full document."""
    return book_of(small_scan(), FULL)


def read(content: bytes) -> tuple[Json, list[Fault]]:
    """Return what is read from a workbook that is not refused."""
    saved, faults = read_xlsx(content, NAME)
    assert saved is not None, faults
    return saved, faults


def refused(content: bytes) -> Fault:
    """Return why a workbook is refused."""
    saved, faults = read_xlsx(content, NAME)
    assert saved is None
    (fault,) = faults
    return fault


def test_answers_and_notes_come_back() -> None:
    """What one respondent's workbook says is what was written, for any scan and any answers; nothing is remarked."""
    for seed in range(MANY):
        scan, saved = drawn(seed)
        found, faults = read(book_of(scan, saved))
        assert faults == []
        assert found["notes"] == {line: notes for line, notes in saved["notes"].items() if notes}
        assert found["weights"] == {name: weight for name, weight in saved["weights"].items() if weight != 1}
        for part in ("kind", "tree", "version", "rules", "saved", "by", "answers", "words"):
            assert found[part] == saved[part], part


def test_a_workbook_of_a_group_gives_what_was_agreed() -> None:
    """Of a group the agreed answers are read, told as such, under nobody's mark, so that nobody counts twice."""
    saved = document(group=respondents(recognisable=False), joint={"c3a": {"answer": "volledig", "reason": "Samen"}})
    found, faults = read(book_of(small_scan(), saved))
    assert [(fault.code, fault.place) for fault in faults] == [("samen", "blad Over")]
    assert {line: answer for line, answer in found["answers"].items() if answer != "onbekend"} == {"c3a": "volledig"}
    assert found["by"]["id"] == found["by"]["role"] == ""
    assert "group" not in found


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("Nog niet", "nog-niet"),
        ("  nog   NIET ", "nog-niet"),
        ("nog-niet", "nog-niet"),
        ("Weet ik niet", "onbekend"),
        ("onbekend", "onbekend"),
        ("", None),
    ],
)
def test_an_answer_may_be_changed(written: str, answer: str | None) -> None:
    """A changed answer is taken by what it is called or by its mark, whatever the capitals; an empty cell is open."""
    found, faults = read(with_cell(book(), "Antwoorden", "G2", inline("G2", written)))
    assert faults == []
    assert found["answers"].get("c1") == answer


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ('<c r="P2"><v>46447</v></c>', "2027-03-01"),
        ('<c r="P2"><v>46447.75</v></c>', "2027-03-01"),
        (inline("P2", "1-3-2027"), "2027-03-01"),
        (inline("P2", "01/03/2027"), "2027-03-01"),
        (inline("P2", "2027-03-01"), "2027-03-01"),
        ('<c r="P2" t="d"><v>2027-03-01</v></c>', "2027-03-01"),
    ],
)
def test_a_date_may_be_written_in_several_ways(cell: str, day: str) -> None:
    """A date is taken as a number of days, and as text in the Dutch and the international order."""
    found, faults = read(with_cell(book(), "Antwoorden", "P2", cell))
    assert faults == []
    assert found["notes"]["c1"]["date"] == day


def test_a_workbook_of_a_mac_counts_days_from_1904() -> None:
    """The same day has another number where the workbook says so."""
    changed = with_cell(book(), "Antwoorden", "P2", '<c r="P2"><v>44985</v></c>')
    old = b"<workbookPr "
    changed = replaced(changed, {"xl/workbook.xml": lambda data: data.replace(old, old + b'date1904="1" ')})
    assert read(changed)[0]["notes"]["c1"]["date"] == "2027-03-01"


def test_rows_and_columns_may_be_moved() -> None:
    """Lines are found by their mark and columns by their heads, below rows that someone put above them."""

    def change(data: bytes) -> bytes:
        text = data.decode()
        for row in range(12, 0, -1):
            for letter in "ABCDEFGHIJKLMNOPQ":
                text = text.replace(f'r="{letter}{row}"', f'r="{letter}{row + 3}"')
        return text.encode()

    content = book()
    moved = replaced(content, {part_of(content, "Antwoorden"): change})
    assert read(moved)[0]["answers"] == FULL["answers"]


CELLS: list[tuple[str, str, str, str]] = [
    ("G2", inline("G2", "Geel"), "onbekend-antwoord", "blad Antwoorden, cel G2"),
    ("G2", inline("G2", "&lt;script&gt;"), "onbekend-antwoord", "blad Antwoorden, cel G2"),
    ("G2", '<c r="G2"><v>2</v></c>', "onbekend-antwoord", "blad Antwoorden, cel G2"),
    ("G2", '<c r="G2" t="str"><f>1+1</f><v>Nog niet</v></c>', "formule", "blad Antwoorden, cel G2"),
    ("L2", '<c r="L2" t="e"><v>#REF!</v></c>', "fout-in-cel", "blad Antwoorden, cel L2"),
    ("H3", inline("H3", " "), "mist-reden", "blad Antwoorden, cel G3"),
    ("H2", inline("H2", "Zomaar"), "reden-te-veel", "blad Antwoorden, cel H2"),
    ("P2", inline("P2", "morgen"), "geen-datum", "blad Antwoorden, cel P2"),
    ("P2", '<c r="P2"><v>-4</v></c>', "geen-datum", "blad Antwoorden, cel P2"),
    ("P2", '<c r="P2"><v>2958465</v></c>', "geen-datum", "blad Antwoorden, cel P2"),
    ("P2", inline("P2", "32-13-2027"), "geen-datum", "blad Antwoorden, cel P2"),
    ("L2", inline("L2", "x" * 2_001), "te-lang", "blad Antwoorden, cel L2"),
    ("O2", inline("O2", "x" * 121), "te-lang", "blad Antwoorden, cel O2"),
    ("L2", inline("L2", "_x0007_piep"), "tekens", "blad Antwoorden, cel L2"),
    ("A3", inline("A3", "c1"), "dubbel", "blad Antwoorden, cel A3"),
    ("A3", inline("A3", ""), "vreemd-deel", "blad Antwoorden, cel A3"),
    ("A2", inline("A2", "../../etc"), "vreemd-deel", "blad Antwoorden, cel G2"),
    ("Q2", inline("Q2", "geen kenmerk!"), "verkeerde-soort", "blad Antwoorden, cel Q2"),
]


@pytest.mark.parametrize(("address", "cell", "code", "place"), CELLS)
def test_a_cell_that_does_not_fit_is_told(address: str, cell: str, code: str, place: str) -> None:
    """A fault in a cell names the file, the sheet and the cell in a sentence; the rest of the workbook is read."""
    found, faults = read(with_cell(book(), "Antwoorden", address, cell))
    told = next(fault for fault in faults if fault.code == code)
    assert told.place == place
    assert told.message.startswith(f"{NAME}, bij {place}: ")
    assert found["weights"] == FULL["weights"]
    assert found["answers"].get("c2b") == "onbekend"


@pytest.mark.parametrize("weight", ["0", "6", "1.5", "-1", "1e300"])
def test_a_weight_that_is_none_is_told(weight: str) -> None:
    """A weight outside 1 to 5, or with a fraction, is left out and named with its cell."""
    found, faults = read(with_cell(book(), "Scores", "F5", f'<c r="F5"><v>{weight}</v></c>'))
    assert [(fault.code, fault.place) for fault in faults] == [("verkeerde-soort", "blad Scores, cel F5")]
    assert found["weights"] == {"c3": 4}


def test_without_the_sheet_of_scores_every_weight_is_one() -> None:
    """A workbook whose scores were thrown away still gives its answers."""
    gone = replaced(book(), {"xl/workbook.xml": lambda data: data.replace(b'name="Scores"', b'name="Weg"')})
    found, faults = read(gone)
    assert [fault.code for fault in faults] == ["mist-blad"]
    assert (found["answers"], found["weights"]) == (FULL["answers"], {})


def renamed(old: bytes, new: bytes) -> Callable[[], bytes]:
    """Return what gives a workbook with a word of its overview replaced."""
    return lambda: replaced(book(), {"xl/workbook.xml": lambda data: data.replace(old, new)})


def without(part: str) -> Callable[[], bytes]:
    """Return what gives a workbook without a part."""
    return lambda: replaced(book(), {part: lambda _: None})


def with_part(part: str, data: bytes) -> Callable[[], bytes]:
    """Return what gives a workbook with a part replaced."""
    return lambda: replaced(book(), {part: lambda _: data})


def lying_bomb() -> bytes:
    """Return a workbook that says of a part of 9 MB that it is small."""
    content = bytearray(with_part("xl/sharedStrings.xml", b" " * 9_000_000)())
    real, said = struct.pack("<I", 9_000_000), struct.pack("<I", 1_000)
    return bytes(content.replace(real, said))


def many_parts() -> bytes:
    """Return an archive of more parts than a workbook has."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(501):
            archive.writestr(f"{number}.xml", "")
    return made.getvalue()


def encrypted() -> bytes:
    """Return a workbook whose parts say that a password is needed."""
    content = bytearray(book())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


DEEP = b"<a>" * 500 + b"</a>" * 500
BOMB = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>'
STRINGS = "xl/sharedStrings.xml"
RELATIONS, SHEET = "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"
FOUR = [STRINGS, "xl/styles.xml", "xl/theme/theme1.xml", SHEET]

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "geen-werkmap"),
    "text": (lambda: b"a;b;c", "geen-werkmap"),
    "old form or password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1" * 99, "oud-werkblad"),
    "too large a file": (lambda: b"PK\x03\x04" + b"0" * 5_000_000, "te-groot"),
    "half": (lambda: book()[:9_000], "beschadigd"),
    "beginning alone": (lambda: b"PK\x03\x04", "beschadigd"),
    "an archive without a workbook": (lambda: replaced(book(), {"xl/workbook.xml": lambda _: None}), "geen-werkmap"),
    "a large part": (with_part(STRINGS, b" " * 9_000_000), "te-groot"),
    "a large whole": (lambda: replaced(book(), {name: lambda _: b" " * 7_000_000 for name in FOUR}), "te-groot"),
    "a part that lies about its size": (lying_bomb, "beschadigd"),
    "too many parts": (many_parts, "te-groot"),
    "encrypted": (encrypted, "wachtwoord"),
    "entities": (with_part(STRINGS, BOMB), "vreemde-xml"),
    "an outside entity": (with_part(STRINGS, OUTSIDE), "vreemde-xml"),
    "an unknown encoding": (with_part(STRINGS, b'<?xml version="1.0" encoding="x-geen"?><sst/>'), "beschadigd"),
    "broken XML": (with_part(STRINGS, b"<sst><si>"), "beschadigd"),
    "deep XML": (with_part(STRINGS, DEEP), "beschadigd"),
    "no relations": (without("xl/_rels/workbook.xml.rels"), "beschadigd"),
    "a sheet that is not there": (without("xl/worksheets/sheet1.xml"), "beschadigd"),
    "a sheet elsewhere": (
        lambda: replaced(book(), {RELATIONS: lambda data: data.replace(b"worksheets/sheet1", b"../../../etc/passwd")}),
        "beschadigd",
    ),
    "no sheet of answers": (renamed(b"Antwoorden", b"Antwoord"), "mist-blad"),
    "no sheet about itself": (renamed(b"Over", b"Iets"), "mist-blad"),
    "no scale": (renamed(b"Schaal", b"Iets"), "mist-blad"),
    "another workbook": (lambda: with_cell(book(), "Over", "B7", inline("B7", "boekhouding")), "vreemd-bestand"),
    "no head": (lambda: with_cell(book(), "Antwoorden", "A1", inline("A1", "Iets")), "mist-kolom"),
    "a newer form": (lambda: with_cell(book(), "Over", "B8", inline("B8", "2")), "nieuwer"),
    "no form": (lambda: with_cell(book(), "Over", "B8", inline("B8", "9" * 5_000)), "verplicht"),
    "no scan": (lambda: with_cell(book(), "Over", "B9", inline("B9", "<>".replace("<", "&lt;"))), "verplicht"),
    "a huge row": (
        lambda: replaced(book(), {SHEET: lambda data: data.replace(b'<row r="3"', b'<row r="' + b"9" * 6_000 + b'"')}),
        "beschadigd",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_hostile_workbook_is_refused_with_one_sentence(case: str) -> None:
    """What is no whole workbook of ours is refused: one fault, with its code and a sentence that names the file."""
    make, code = REFUSED[case]
    fault = refused(make())
    assert fault.code == code
    assert fault.message.startswith(NAME)
    assert fault.message.endswith(".")


def test_no_damage_makes_reading_raise() -> None:
    """Whatever bytes are changed, in the archive or in its parts, reading gives a document or a sentence."""
    dice = random.Random(11)  # noqa: S311  test data
    whole = book()
    held = parts(whole)
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(dice.randint(1, 20)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        name = dice.choice([SHEET, STRINGS, "xl/workbook.xml", RELATIONS])
        part = bytearray(held[name])
        for _ in range(dice.randint(1, 20)):
            part[dice.randrange(len(part))] = dice.choice(b'<>/"=0123456789abcrstv &')
        for damaged in (bytes(content), with_part(name, bytes(part))()):
            saved, faults = read_xlsx(damaged, NAME)
            assert saved is not None or faults


def test_texts_are_found_however_they_are_written() -> None:
    """Rich text, sounds beside it, a prefix for every name, addresses left out: it is the same text."""
    rich = '<c r="L2" t="inlineStr"><is><r><t>Regio</t></r><r><t>visie 2</t></r><rPh><t>geluid</t></rPh></is></c>'
    assert read(with_cell(book(), "Antwoorden", "L2", rich))[0]["notes"]["c1"]["evidence"] == "Regiovisie 2"
    strings = parts(book())[STRINGS].decode()
    sounds = strings.replace("Regiovisie", "Regiovisie</t><rPh><t>geluid</t></rPh><t>")
    assert read(replaced(book(), {STRINGS: lambda _: sounds.encode()}))[0]["notes"] == FULL["notes"]


def test_a_workbook_without_addresses_reads_the_same() -> None:
    """Rows and cells count on by themselves where the writer left their places out; gaps are empty cells."""
    content = book()
    name = part_of(content, "Over")

    def change(data: bytes) -> bytes:
        text = data.decode()
        for row in range(1, 20):
            text = text.replace(f'<row r="{row}"', "<row")
            for letter in "AB":
                text = text.replace(f'<c r="{letter}{row}"', "<c")
        return text.encode()

    assert read(replaced(content, {name: change}))[0]["answers"] == FULL["answers"]
