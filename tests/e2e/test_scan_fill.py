"""Laws of filling in a scan: by keyboard alone, in any order, kept only after a yes, and never lost without a word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.scan_page import ScanReader, as_file, scan_reader, some_saved, the_scan
from tests.e2e.site_reader import put_on_paper
from tests.e2e.watching import STORED, Site, wait_until

pytestmark = pytest.mark.e2e
LINES = [line.id for line in the_scan().lines]
NUMBER = len(LINES)


@pytest.fixture(scope="module", name="opened")
def fixture_opened(browser: Browser, site: Site) -> Iterator[ScanReader]:
    """A reader at the page, ready; at the end nothing was refused or thrown."""
    with scan_reader(browser, site) as reader:
        reader.open()
        assert reader.state == "ready"
        yield reader
        assert reader.watch.errors == []
        assert reader.watch.violations() == []


@pytest.fixture(name="reader")
def fixture_reader(opened: ScanReader) -> ScanReader:
    """The same reader, with nothing filled in and nothing kept."""
    opened.begin_anew()
    return opened


def first(reader: ScanReader) -> None:
    """Put focus in the first line."""
    reader.page.locator(f"[data-question={LINES[0]}] input").first.focus()


def test_a_whole_scan_by_keyboard(reader: ScanReader) -> None:
    """A digit answers a line and goes on, so that as many keys as lines fill in the scan; the result follows."""
    first(reader)
    before = reader.seq
    reader.press(*("1234" * NUMBER)[:NUMBER])
    assert reader.done == f"{NUMBER} van {NUMBER}"
    scale = [step.id for step in the_scan().scale]
    assert reader.answers() == {line: scale[place % len(scale)] for place, line in enumerate(LINES)}
    assert reader.focused == LINES[-1]
    reader.later(before)
    reader.view("uitkomst")
    assert reader.page.evaluate("document.activeElement.textContent") == "Uitkomst van deze scan"
    assert reader.page.locator("[data-scan-panel=result] svg").count() > 0
    assert reader.page.evaluate(STORED)["local"] == 0


def test_the_other_keys(reader: ScanReader) -> None:
    """Arrows and letters move, `e` opens the notes, a left-out line asks why; in a text a digit is a digit."""
    first(reader)
    reader.press("j", "ArrowDown")
    assert reader.focused == LINES[2]
    reader.press("k", "ArrowUp", "9")
    assert reader.answers() == {LINES[0]: "onbekend"}
    assert reader.focused == LINES[1]
    reader.press("n", "1", "Enter")
    assert (reader.focused, reader.done) == (LINES[2], f"2 van {NUMBER}")
    assert reader.page.locator(f"[data-question={LINES[1]}] [data-scan-reason]").input_value() == "1"
    reader.press("e", "2", "j")
    assert reader.page.locator(f"[data-question={LINES[2]}] textarea").first.input_value() == "2j"
    reader.press("Escape", "4")
    assert (reader.answers()[LINES[2]], reader.focused) == ("volledig", LINES[3])
    assert reader.page.locator(f"[data-question={LINES[2]}] [data-scan-noted]").is_visible()
    reader.act("keys")
    first(reader)
    reader.press("4")
    assert reader.answers()[LINES[0]] == "onbekend"


def test_a_printed_sheet_shows_what_is_filled_in(reader: ScanReader) -> None:
    """On paper every line stands with its answer, and nothing that only works on a screen."""
    first(reader)
    reader.press("1")
    put_on_paper(reader.page)
    assert reader.page.locator("[data-question]:visible").count() == NUMBER
    assert reader.page.locator(".scan-scripted:visible, .aid-exit:visible, [data-scan-drop]:visible").count() == 0
    reader.page.emulate_media(media="screen")


def test_left_out_counts_only_with_a_reason(reader: ScanReader) -> None:
    """`n.v.t.` without a reason leaves the line open."""
    first(reader)
    reader.press("0")
    assert reader.done == f"0 van {NUMBER}"
    reader.page.keyboard.type("Wij hebben geen wijkteam")
    assert reader.done == f"1 van {NUMBER}"


def test_personal_data_is_pointed_out_before_anything_is_taken_along(reader: ScanReader) -> None:
    """What looks like the number of a person is named by its place where one saves, prints and passes on."""
    first(reader)
    reader.press("e")
    reader.page.keyboard.type("Bel 06 12345678")
    reader.view("meenemen")
    told = reader.text("[data-scan-panel=personal]")
    assert "lijkt op een telefoonnummer" in told
    assert "12345678" not in told
    put_on_paper(reader.page)
    assert reader.page.locator("[data-scan-panel=invitation]").is_visible()
    assert (
        reader.page.locator("[data-scan-view=meenemen]")
        .locator(".scan-box, .scan-part-title")
        .locator("visible=true")
        .count()
        == 0
    )
    reader.page.emulate_media(media="screen")


def test_filters_show_what_fits_and_lose_nothing(reader: ScanReader) -> None:
    """Each filter shows the lines that fit, their chapters and no others; what is answered meanwhile stays in sight."""
    first(reader)
    reader.press("1", "4", "9")
    page = reader.page
    shown = "[...document.querySelectorAll('[data-question]:not([hidden])')].map(line => line.dataset.question)"
    expected = {"low": LINES[:1], "unknown": LINES[2:3], "open": LINES[3:], "action": [], "all": LINES}
    for name, lines in expected.items():
        page.locator(f"[data-scan-filter={name}]").click()
        assert page.evaluate(shown) == lines, name
        assert page.locator("[data-scan-none]").is_visible() == (not lines)
        assert page.locator("[data-scan-chapter]:visible").count() == len(
            {page.locator(f"[data-question={line}]").evaluate("one => one.closest('section').id") for line in lines}
        )
    page.locator("[data-scan-filter=open]").click()
    page.locator(f"[data-question={LINES[3]}] input").first.focus()
    reader.press("2")
    assert page.evaluate(shown) == LINES[3:]
    assert reader.focused == LINES[4]


def test_nothing_is_kept_without_a_yes_and_all_of_it_is_wiped(reader: ScanReader) -> None:
    """Only the button keeps the scan on this device; a later visit offers it, opens it when asked, and wipes it."""
    page = reader.page
    first(reader)
    reader.press("1", "2")
    assert reader.kept() == 0
    page.locator("[data-scan-keep] > summary").click()
    reader.act("keep")
    assert reader.kept() == 1
    first(reader)
    reader.press("4")
    reader.arrive()
    assert reader.answers() == {}
    assert "2 van 38" in reader.text("[data-scan-kept-says]")
    reader.act("continue")
    assert reader.answers() == {LINES[0]: "volledig", LINES[1]: "in-ontwikkeling"}
    page.locator("[data-scan-keep] > summary").click()
    page.locator("[data-scan-keep] [data-aid-action=forget]").click()
    assert reader.kept() == 0
    assert len(reader.answers()) == 2
    reader.arrive()
    assert page.locator("[data-scan-kept-offer]").is_hidden()


def test_closing_asks_first_when_something_is_unsaved(reader: ScanReader, tmp_path: Path) -> None:
    """A page with unsaved answers asks before it goes; one in which nothing was done, or all is saved, does not."""
    reader.arrive()
    assert reader.asked == []
    first(reader)
    reader.press("1")
    reader.arrive()
    assert reader.asked == ["beforeunload"]
    first(reader)
    reader.press("1")
    reader.view("meenemen")
    reader.taken("json", tmp_path)
    reader.arrive()
    assert reader.asked == ["beforeunload"]


def test_what_is_saved_opens_the_same(reader: ScanReader, tmp_path: Path) -> None:
    """A file of the page gives back every answer, reason, note and weight; a warning comes before unsaved work goes."""
    given = some_saved(7)
    reader.give("own", [as_file("eerder.json", given)])
    assert "eerder.json" in reader.said("own")
    before = reader.answers()
    page = reader.page
    page.locator(f"[data-question={LINES[0]}] [data-scan-fold=notes] > summary").click()
    page.locator(f"[data-question={LINES[0]}] [data-scan-note=evidence]").fill("<b>Regiovisie</b> & meer")
    reader.view("meenemen")
    saved = [reader.taken(form, tmp_path) for form in ("json", "html")]
    for place in saved:
        reader.begin_anew()
        first(reader)
        reader.press("1")
        reader.page.locator("[data-scan-drop=own]").evaluate("one => { one.closest('details').open = true; }")
        page.locator("[data-scan-file=own]").set_input_files(place)
        wait_until(page, "!document.querySelector('[data-scan-replacing]').hidden")
        reader.act("replace")
        assert reader.answers() == before
        evidence = page.locator(f"[data-question={LINES[0]}] [data-scan-note=evidence]")
        assert evidence.input_value() == "<b>Regiovisie</b> & meer"


def test_a_faulty_file_leaves_open_what_was_open(reader: ScanReader) -> None:
    """Half a file, another tool's and more than one at once: each a sentence with its name, and nothing changes."""
    first(reader)
    reader.press("3")
    for name, content in (("half.json", '{"format": "veilig'), ("ander.json", '{"a": 1}')):
        reader.give("own", [as_file(name, content)])
        assert name in reader.said("own")
    reader.drop("own", [as_file("a.json", some_saved(1)), as_file("b.json", some_saved(2))])
    assert "Samen" in reader.said("own")
    assert reader.answers() == {LINES[0]: "grotendeels"}


def test_leaving_wipes_the_page_and_keeps_the_device(reader: ScanReader) -> None:
    """The button to leave goes without asking; what was kept on this device after a yes is still there."""
    page = reader.page
    first(reader)
    reader.press("1")
    page.locator("[data-scan-keep] > summary").click()
    reader.act("keep")
    first(reader)
    reader.press("2")
    page.locator("[data-aid-action=leave]").click()
    wait_until(page, "location.href === 'about:blank'")
    assert reader.asked == []
    reader.arrive()
    assert "1 van 38" in reader.text("[data-scan-kept-says]")
    reader.act("continue")
    assert reader.answers() == {LINES[0]: "in-ontwikkeling"}
