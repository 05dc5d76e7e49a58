"""Laws of the workbook of a scan: what is in it, that it is the same each time, and that no text in it acts."""

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from aids.export.answers_sheet import ANSWER_AT, HIGH_AT, LOW_AT
from aids.export.sheet_names import cell_name
from aids.export.xlsx_cells import Book, column_of
from aids.runtime.scan.agenda import agenda
from aids.runtime.scan.reckoned import group
from tests.scan_sample import small_scan
from tests.unit.export.workbooks import Json, book_of, drawn, numbers, parts, texts

EVIL = (
    "=1+1",
    "=HYPERLINK(A1)",
    "+1",
    "-1",
    "@SUM(A1)",
    "http://voorbeeld.invalid/",
    "mailto:a@voorbeeld.invalid",
    "<r><t>rijk</t></r>",
    "<r>&<b</r>",
    "{=1}",
    "_x0041_",
    "\x00\x08\ud800",
    "'",
    "x" * 2_000,
)
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def document(**more: object) -> Json:
    """Return a document of the small scan."""
    head = {"format": "veilig-in-de-wijk", "schema": 1, "kind": "scan", "tree": "klein"}
    stamps = {"version": "0123456789abcdef", "rules": "fedcba9876543210", "saved": "2026-11-20T09:30"}
    by = {"id": "a" * 32, "role": "gemeente", "organisation": "", "recognisable": False}
    return {**head, **stamps, "by": by, "answers": {}, "notes": {}, **more}


def respondents(*, recognisable: bool) -> list[Json]:
    """Return three respondents, whose names begin like formulas."""
    by = {"role": "team", "organisation": "=Noord", "recognisable": recognisable}
    return [document(by={**by, "id": sign * 32}, answers={"c1": step}) for sign, step in zip("cab", STEPS, strict=True)]


STEPS = ("nog-niet", "volledig", "onbekend")


def test_the_same_document_gives_the_same_bytes() -> None:
    """Nothing of this moment or machine is in a workbook; its date is that of the document."""
    for seed in range(4):
        scan, saved = drawn(seed, group=seed)
        assert book_of(scan, saved) == book_of(scan, saved)
    core = parts(book_of(small_scan(), document()))["docProps/core.xml"].decode()
    assert "2026-11-20T09:30:00Z" in core


def test_a_workbook_names_no_author() -> None:
    """Its properties say who made it nowhere."""
    core = ET.fromstring(parts(book_of(small_scan(), document()))["docProps/core.xml"])  # noqa: S314  our own
    assert [child.text for child in core if child.tag.endswith(("creator", "lastModifiedBy"))] == [None, None]


def test_a_document_without_a_moment_still_gives_a_workbook() -> None:
    """Without a readable moment the date in it is a fixed one."""
    for moment in ("", "ooit"):
        core = parts(book_of(small_scan(), document(saved=moment)))["docProps/core.xml"].decode()
        assert "2000-01-01T00:00:00Z" in core


def test_no_text_becomes_a_formula_a_link_or_markup() -> None:
    """Whatever a user writes stands in its cell as text; formulas are ours alone, and nothing points outside."""
    plain = parts(book_of(small_scan(), document()))
    for chosen in (EVIL[:8], EVIL[6:]):
        notes = {line.id: dict.fromkeys(NAMES, evil) for line, evil in zip(small_scan().lines, chosen, strict=True)}
        answers = {"c1": {"state": "nvt", "reason": chosen[0]}}
        content = book_of(small_scan(), document(notes=notes, answers=answers))
        held = parts(content)
        assert held.keys() == plain.keys()
        for name in held:
            assert len(re.findall(rb"<f[ >]", held[name])) == len(re.findall(rb"<f[ >]", plain[name])), name
            assert b"hyperlink" not in held[name]
            ET.fromstring(held[name])  # noqa: S314  our own
        assert {text.strip() for text in texts(content, "Antwoorden").values()} >= {
            evil.replace("\x00\x08\ud800", "\ufffd" * 3) for evil in chosen
        }


NAMES = ("evidence", "note", "action", "owner", "date")


def test_tables_have_one_head_and_no_merged_cells() -> None:
    """Each sheet is one table from its first cell, with a frozen head that is repeated on paper, and merges nothing."""
    scan, saved = drawn(3, group=5)
    held = parts(book_of(scan, saved))
    sheets = [name for name in held if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
    assert len(sheets) == 7
    for name in sheets:
        page = ET.fromstring(held[name])  # noqa: S314  our own
        assert page.find(f"{SPREADSHEET}mergeCells") is None
        assert page.find(f"{SPREADSHEET}tableParts") is not None
        pane = page.find(f".//{SPREADSHEET}pane")
        assert pane is not None
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
        paper = page.find(f"{SPREADSHEET}pageSetup")
        assert paper is not None
        assert (paper.get("paperSize"), paper.get("orientation")) == ("9", "landscape")
    assert held["xl/workbook.xml"].decode().count("_xlnm.Print_Titles") == len(sheets)


def test_a_line_left_out_without_a_reason_is_shown_and_stays_open() -> None:
    """It says that it does not apply, but still counts from the bottom to the top of the scale."""
    content = book_of(small_scan(), document(answers={"c1": {"state": "nvt", "reason": " "}, "c2a": "nvt"}))
    cells, bounds = texts(content, "Antwoorden"), numbers(content, "Antwoorden")
    assert [cells.get((row, ANSWER_AT)) for row in (1, 2, 3)] == ["Niet van toepassing"] * 2 + [None]
    assert [bounds[1, column] for column in (LOW_AT, HIGH_AT)] == [0, 3]


def test_dates_are_dates() -> None:
    """A date within bounds is a number of days; another stays the text that it is."""
    notes = {"c1": {"date": "2027-03-01"}, "c2a": {"date": "1850-01-01"}, "c2b": {"date": "morgen"}}
    found = Book(book_of(small_scan(), document(notes=notes))).cells("Antwoorden")
    dates = [found[row, 15] for row in (1, 2, 3)]
    assert [cell.number for cell in dates] == [46447, None, None]
    assert [cell.text for cell in dates[1:]] == ["1850-01-01", "morgen"]


def test_respondents_stand_under_a_number() -> None:
    """Without everyone's consent a column says a number alone, in the order of their random marks."""
    shown = texts(book_of(small_scan(), document(group=respondents(recognisable=False))), "Invullers")
    assert [shown[0, column] for column in (3, 4, 5)] == ["Invuller 1", "Invuller 2", "Invuller 3"]
    assert [shown[1, column] for column in (3, 4, 5)] == ["Volledig en aantoonbaar", "Weet ik niet", "Nog niet"]
    assert not any("Noord" in text for text in shown.values())


def test_respondents_who_agreed_are_named() -> None:
    """Where all agreed to be recognisable a column says role and organisation."""
    shown = texts(book_of(small_scan(), document(group=respondents(recognisable=True))), "Invullers")
    assert [shown[0, column] for column in (3, 4, 5)] == [f"{number}. Lokaal team, =Noord" for number in (1, 2, 3)]


def test_agenda_is_in_the_order_of_the_scan_s_own() -> None:
    """The sheet lists the lines of the agenda in its order, with what was agreed."""
    scan, saved = drawn(8, group=6)
    together = group(scan, saved)
    assert together is not None
    shown = texts(book_of(scan, saved), "Agenda")
    items = agenda(scan, together, saved["weights"])
    assert [shown[row, 1] for row in range(1, len(items) + 1)] == [item.line for item in items]


def test_actions_name_what_was_promised_last_time() -> None:
    """The sheet shows an action of now beside the one of the earlier scan and what became of it."""
    now = document(notes={"c1": {"action": "Nu"}}, followup={"c2a": {"state": "loopt", "note": "Half af"}})
    then = {"action": "Toen", "owner": "Team", "date": "2026-01-01"}
    earlier = document(notes={"c2a": then, "c3a": {"action": "Ook"}})
    shown = texts(book_of(small_scan(), now, earlier), "Acties")
    assert [shown[row, 0] for row in (1, 2, 3)] == ["c1", "c2a", "c3a"]
    assert [shown[2, column] for column in (6, 7, 8)] == ["Toen, Team, 2026-01-01", "Loopt", "Half af"]


@pytest.mark.parametrize("column", [0, 25, 26, 51, 52, 701, 702])
def test_names_of_cells_are_read_as_they_are_written(column: int) -> None:
    """The letters of a column give its number back."""
    assert column_of(cell_name(0, column).rstrip("1")) == column


def test_exports_need_nothing_of_the_build() -> None:
    """`aids.export` imports neither YAML nor the site engine, and XlsxWriter only when a workbook is made."""
    script = "import sys, aids.export, aids.export.xlsx_read; print([n for n in WATCHED if n in sys.modules])"
    script = script.replace("WATCHED", "('yaml', 'mkdocs', 'markdown', 'aids.compiler', 'xlsxwriter')")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_group_leaves_empty_what_it_did_not_agree_on() -> None:
    """A line on which the group has no answer is empty, unless it agreed that nobody knows; "Over" says so."""
    joint = {"c3a": {"answer": "onbekend", "reason": "Niemand weet het"}}
    content = book_of(small_scan(), document(group=respondents(recognisable=False), joint=joint))
    cells = texts(content, "Antwoorden")
    answers = {cells[row, 0]: cells.get((row, ANSWER_AT)) for row in range(1, 9)}
    assert [line for line, answer in answers.items() if answer] == ["c3a"]
    told = texts(content, "Over").values()
    assert any("geen gezamenlijk antwoord" in text for text in told)
    assert "a" * 32 not in told
