"""Laws of the other forms: the table, the calendar, the text, and the files that hold the whole document."""

import csv
import io
import re
from datetime import date

import icalendar
import pytest

from aids.export import MEDIA, export
from aids.export.calendar_file import folded
from aids.export.letter import plain_text
from aids.export.plain_text import FORMULA, unevaluated
from aids.runtime.markup import Child, node
from aids.runtime.saved import read_saved
from aids.runtime.scan.work import Work
from tests.scan_sample import real_scan, small_scan
from tests.unit.export.test_workbook import EVIL, document
from tests.unit.export.workbooks import TODAY, Json, drawn

MANY = 30
LONG = "Een lange zin met é, ü en 🙂, puntkomma; komma, en een\nnieuwe regel. " * 9


def content(saved: Json, form: str, earlier: Json | None = None) -> str:
    """Return the text of a form for a document of the small scan."""
    return export(small_scan(), Work(saved, earlier), form, TODAY).content.decode()


def table(saved: Json) -> list[list[str]]:
    """Return the rows of the table, as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(content(saved, "csv").removeprefix("\ufeff"), newline=""), delimiter=";"))


@pytest.mark.parametrize("form", MEDIA)
def test_names_are_neutral(form: str) -> None:
    """A file's name says a day and nothing of a scan, a municipality or violence."""
    found = export(small_scan(), Work(document()), form, TODAY)
    assert re.fullmatch(r"werkblad-2026-11-22\.(xlsx|csv|ics|txt|json|html)", found.name)
    assert found.media == MEDIA[form]
    assert found.content


def test_an_unknown_form_is_the_caller_s_fault() -> None:
    """A form that does not exist is no file."""
    with pytest.raises(KeyError):
        export(small_scan(), Work(document()), "exe", TODAY)


@pytest.mark.parametrize("form", ["json", "html"])
def test_a_whole_document_comes_back_without_loss(form: str) -> None:
    """What goes into a JSON or HTML file comes back the same, for any scan, with or without a group."""
    for seed in range(MANY):
        scan, saved = drawn(seed, group=seed % 3)
        made = export(scan, Work(saved), form, TODAY)
        assert read_saved(made.content.decode(), made.name) == (saved, [])


def test_table_opens_in_a_dutch_spreadsheet() -> None:
    """It begins with the mark of UTF-8, parts cells by semicolons, and ends rows with CR LF."""
    text = content(document(), "csv")
    assert text.startswith("\ufeffRegel;Nr;")
    assert text.count("\r\n") == text.count("\n") == 1 + len(small_scan().lines)


def test_table_says_each_answer_and_its_points() -> None:
    """A line has the words of its answer, its points and weight; what is open has no points."""
    answers = {"c1": "grotendeels", "c2a": {"state": "nvt", "reason": "Hier niet"}, "c2b": "onbekend"}
    rows = {row[0]: row for row in table(document(answers=answers, weights={"c2": 3}))}
    assert rows["c1"][5:9] == ["Grotendeels", "", "2", "1"]
    assert rows["c2a"][5:9] == ["Niet van toepassing", "Hier niet", "", "3"]
    assert rows["c2b"][5:9] == ["Weet ik niet", "", "", "3"]
    assert rows["c3a"][5:9] == ["", "", "", "1"]


def test_no_cell_of_the_table_is_a_formula() -> None:
    """A text that begins like a formula gets an apostrophe, in any note and reason, and keeps the rest."""
    for evil in (*EVIL, "\t=1", "\r\n=1", "\uff1d1", "\u20281"):
        saved = document(notes={"c1": {"note": evil, "owner": evil}}, answers={"c2a": {"state": "nvt", "reason": evil}})
        for row in table(saved):
            assert not any(FORMULA.match(cell) for cell in row), evil
    assert unevaluated("=1") == "'=1"
    assert unevaluated("a=1") == "a=1"


def calendar(saved: Json) -> icalendar.Calendar:
    """Return the calendar as a program reads it."""
    found = icalendar.Calendar.from_ical(content(saved, "ics"))
    assert isinstance(found, icalendar.Calendar)
    return found


def test_actions_are_days_or_tasks() -> None:
    """An action with a date is a whole free day; one without is a task; a note without an action is neither."""
    notes = {
        "c1": {"action": "Doen", "owner": "Beleid", "date": "2027-02-28"},
        "c2a": {"action": LONG},
        "c2b": {"note": "Geen actie", "date": "2027-01-01"},
        "c3a": {"action": "Ooit", "date": "9999-12-31"},
    }
    found = calendar(document(notes=notes))
    (event,) = found.walk("VEVENT")
    assert event.decoded("DTSTART") == date(2027, 2, 28)
    assert event.decoded("DTEND") == date(2027, 3, 1)
    assert (event["SUMMARY"], event["TRANSP"]) == ("Actie zelfscan 1", "TRANSPARENT")
    assert event["DESCRIPTION"] == "Punt 1\nDoen\nWie: Beleid"
    tasks = {str(task["SUMMARY"]): str(task["DESCRIPTION"]) for task in found.walk("VTODO")}
    assert tasks["Actie zelfscan 2a"] == f"Punt 2a\n{LONG.strip()}"
    assert tasks.keys() == {"Actie zelfscan 2a", "Actie zelfscan 3a"}


def test_a_calendar_without_actions_says_so() -> None:
    """It holds one task that tells there are none: a calendar may not be empty."""
    (task,) = calendar(document()).walk("VTODO")
    assert str(task["SUMMARY"]) == "Zelfscan: nog geen acties"


def test_titles_name_nobody() -> None:
    """No title holds what a user wrote: others see it on a shared or locked screen."""
    for evil in EVIL:
        found = calendar(document(notes={"c1": {"action": f"x{evil}", "owner": evil}}))
        assert [str(entry["SUMMARY"]) for entry in found.walk("VTODO")] == ["Actie zelfscan 1"]


def test_entries_keep_their_mark() -> None:
    """An entry has the same mark when its text changes, another for another respondent, and never the respondent's."""
    first = calendar(document(notes={"c1": {"action": "Doen"}})).walk("VTODO")[0]["UID"]
    again = calendar(document(notes={"c1": {"action": "Anders"}}, saved="2026-12-01T08:00")).walk("VTODO")[0]["UID"]
    by = {"id": "b" * 32, "role": "", "organisation": "", "recognisable": False}
    other = calendar(document(notes={"c1": {"action": "Doen"}}, by=by)).walk("VTODO")[0]["UID"]
    assert first == again != other
    assert "aaaa" not in str(first)


def test_lines_of_a_calendar_are_short() -> None:
    """No line is longer than 75 octets, none breaks a character, and joined they are the text again."""
    text = content(document(notes={"c1": {"action": LONG, "date": "2027-01-01"}}), "ics")
    assert text.endswith("END:VCALENDAR\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) == 75
    for size in (0, 1, 74, 75, 76, 149, 150):
        parts = list(folded("é" * size))
        assert parts[0] + "".join(part.removeprefix(" ") for part in parts[1:]) == "é" * size
        assert all(len(part.encode()) <= 75 for part in parts)


def test_text_is_plain() -> None:
    """The report as text has headings and lists, no markup, no pictures and no tabs, and holds every line once."""
    saved = document(answers={"c1": "volledig"}, notes={"c1": {"action": "<b>Doen</b>"}})
    text = export(real_scan(), Work(saved), "text", TODAY).content.decode()
    assert "\nProfiel\n-------\n" in text
    assert "\t" not in text
    assert "\n\n\n\n" not in text
    assert "<svg" not in text
    assert "<b>Doen</b>" in text
    for line in real_scan().lines:
        assert f"- {line.number} {line.short}" in text


def test_text_of_nodes() -> None:
    """Each kind of element has its own form; what is within a sentence stays in it."""
    nodes: list[Child] = [
        node("h2", {}, "Titel"),
        node("p", {}, "Een ", node("strong", {}, "vette"), " zin."),
        "los",
        node("div", {}, node("h4", {}, "Klein"), "in een blok"),
        node("ol", {}, node("li", {}, "eerst", node("ul", {}, node("li", {}, "binnen"))), node("li", {}, "dan")),
        node("svg", {}, node("title", {}, "plaatje")),
        node("dl", {}, node("div", {}, node("dt", {}, "Naam"), node("dd", {}, "een"), node("dd", {}, "twee"))),
        node(
            "table",
            {},
            node("caption", {}, "Tabel"),
            node("thead", {}, node("tr", {}, *(node("th", {}, head) for head in ("Wat", "Hoeveel", "")))),
            node("tbody", {}, node("tr", {}, *(node("td", {}, cell) for cell in ("Iets", "2", "3")))),
            node("tbody", {}, node("tr", {}, *(node("td", {}, cell) for cell in ("Niets", "", "")))),
        ),
    ]
    assert plain_text(nodes).split("\n") == [
        "Titel",
        "=====",
        "",
        "Een vette zin.",
        "",
        "los",
        "",
        "Klein",
        "in een blok",
        "",
        "1. eerst",
        "   - binnen",
        "2. dan",
        "",
        "Naam: een; twee",
        "",
        "Tabel:",
        "- Iets (hoeveel: 2; 3)",
        "- Niets",
        "",
    ]
