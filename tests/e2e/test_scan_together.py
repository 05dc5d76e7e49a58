"""Laws of scans side by side: many files, the good ones taken in, what is agreed kept apart, every form taken along.

One page load serves all: what the page asks of the network is counted over the whole of it.
"""

import csv
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from aids.runtime.saved import read_saved
from aids.runtime.scan.agenda import agenda
from aids.runtime.scan.group import respondent_of
from aids.runtime.scan.rollup import rollup
from aids.runtime.scan.together import together
from tests.e2e.scan_page import ScanReader, as_file, files, scan_reader, some_saved, the_scan
from tests.e2e.test_axe import faults
from tests.e2e.watching import Site, wait_until

pytestmark = pytest.mark.e2e
PEOPLE, TOWNS = 40, 342
AGENDA = "[...document.querySelectorAll('[data-scan-panel=agenda] [data-scan-line]')]"
LINE_ITEMS = f"{AGENDA}.map(one => one.dataset.scanLine)"
FOLD = "document.querySelector('[data-scan-files]').open = true"


@pytest.fixture(scope="module", name="opened")
def fixture_opened(browser: Browser, site: Site) -> Iterator[ScanReader]:
    """A reader at the page; over all that follows it asks for nothing, and nothing is refused or thrown."""
    with scan_reader(browser, site) as reader:
        reader.open()
        assert reader.state == "ready", reader.watch.console
        reader.watch.requests.clear()
        yield reader
        asked = [url for url in reader.watch.requests if not url.startswith("blob:")]
        assert (asked, reader.watch.violations(), reader.watch.errors) == ([], [], [])


@pytest.fixture(name="reader")
def fixture_reader(opened: ScanReader) -> ScanReader:
    """The same reader, with nothing filled in."""
    opened.begin_anew()
    return opened


def test_forty_respondents(reader: ScanReader) -> None:
    """Forty files give the pictures and an agenda in the order that Python reckons; what is agreed goes its own way."""
    page = reader.page
    reader.view("samen")
    reader.give("group", files(PEOPLE))
    wait_until(page, "document.querySelector('[data-scan-panel=together] svg')")
    assert f"{PEOPLE} scans" in reader.said("group")
    people = [respondent_of(some_saved(seed), str(seed), the_scan()) for seed in range(PEOPLE)]
    items = agenda(the_scan(), together(the_scan(), people, {}, {}), {})
    wait_until(page, f"{LINE_ITEMS}.length")
    assert page.evaluate(LINE_ITEMS) == [item.line for item in items]
    first = items[0].line
    form = page.locator(f"[data-scan-panel=agenda] [data-scan-for={first}]")
    assert form.locator("textarea").is_disabled()
    before = reader.seq
    form.locator("select").select_option("grotendeels")
    form.locator("textarea").fill("Na gesprek <b>samen</b>")
    reader.later(before)
    wait_until(page, "document.querySelector('[data-scan-panel=joint]').textContent.includes('<b>samen</b>')")
    assert form.locator("textarea").input_value() == "Na gesprek <b>samen</b>"
    assert reader.answers() == {}
    page.evaluate(FOLD)
    before = reader.seq
    page.locator("[data-scan-remove]").first.click()
    reader.later(before)
    assert f"{PEOPLE - 1} scans" in reader.text("[data-scan-files-count]")


def test_bad_files_beside_good_ones(reader: ScanReader) -> None:
    """Each bad file gets a sentence with its name; the good ones are taken in, and one respondent counts once."""
    reader.view("samen")
    good, again = some_saved(1), {**some_saved(1), "saved": "2026-11-01T10:00"}
    foreign = {**some_saved(2), "tree": "andere"}
    given = [
        as_file("goed.json", good),
        as_file("dubbel.json", again),
        as_file("vreemd.json", foreign),
        as_file("half.html", "<html><script>document.title = 'x'</script>"),
    ]
    reader.drop("group", given)
    wait_until(reader.page, "document.querySelectorAll('[data-scan-drop=group] .scan-faults li').length >= 3")
    said = reader.said("group")
    assert all(name in said for name in ("vreemd.json", "half.html", "goed.json"))
    assert "1 scan samengevoegd" in reader.text("[data-scan-files-count]")
    assert "Werkblad" in reader.page.title()


def test_a_region_of_municipalities(reader: ScanReader) -> None:
    """The files of all municipalities give the same figures as the command's roll-up; a group counts as one of them."""
    page = reader.page
    reader.view("samen")
    page.locator("[data-scan-rollup]").check()
    towns = [some_saved(seed) for seed in range(TOWNS)]
    towns[0]["group"] = [some_saved(TOWNS + seed) for seed in range(3)]
    reader.drop("group", [as_file(f"gemeente-{seed}.json", town) for seed, town in enumerate(towns)])
    wait_until(page, "document.querySelector('[data-scan-panel=rollup] svg')", 120)
    found = rollup(the_scan(), towns)
    assert found.whole.low is not None
    assert found.files == TOWNS
    assert str(found.files) in reader.text("[data-scan-panel=rollup]")
    assert page.locator("[data-scan-rollup]").is_disabled()
    page.evaluate(FOLD)
    reader.act("clear")
    page.locator("[data-scan-rollup]").uncheck()
    assert page.locator("[data-scan-several]").is_hidden()


def test_compared_with_an_earlier_scan(reader: ScanReader) -> None:
    """What was promised can be answered for, and goes along in the file."""
    page = reader.page
    earlier = some_saved(3)
    earlier["notes"] = {"c1": {"action": "Visie schrijven", "owner": "Beleid", "date": "2026-12-01"}}
    reader.give("own", [as_file("nu.json", {**some_saved(3), "notes": {}, "followup": {}})])
    reader.view("vergelijken")
    reader.give("earlier", [as_file("toen.json", earlier)])
    wait_until(page, "document.querySelector('[data-scan-panel=compare] [data-scan-for=c1]')")
    assert faults(page) == []
    form = page.locator("[data-scan-panel=compare] [data-scan-for]")
    assert form.count() == 1
    form.locator("select").select_option("loopt")
    form.locator("input").fill("Concept ligt bij het college")
    assert reader.page.evaluate("document.querySelector('[data-scan-panel=compare]').textContent.length") > 0


def test_every_form_is_valid(reader: ScanReader, tmp_path: Path) -> None:
    """The scan goes along as readable page, workbook, table, data, calendar and text; each is what its name says."""
    given = some_saved(5)
    given["notes"] = {"c1": {"action": "=1+1", "owner": "Beleid", "date": "2027-03-01"}}
    reader.give("own", [as_file("mijn.json", given)])
    reader.view("meenemen")
    taken = {form: reader.taken(form, tmp_path) for form in ("html", "xlsx", "csv", "json", "ics", "text")}
    assert all("werkblad-" in place.name for place in taken.values())
    html = taken["html"].read_text(encoding="utf-8")
    for saved, wrong in (read_saved(html, "a.html"), read_saved(taken["json"].read_text(encoding="utf-8"), "a.json")):
        assert (saved and saved["answers"], wrong) == (given["answers"], [])
    assert "xl/workbook.xml" in zipfile.ZipFile(taken["xlsx"]).namelist()
    with taken["csv"].open(encoding="utf-8-sig", newline="") as table:
        assert len(list(csv.reader(table, delimiter=";"))) > len(the_scan().lines)
    assert taken["ics"].read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert the_scan().lines[0].short in taken["text"].read_text(encoding="utf-8-sig")
    assert json.loads(taken["json"].read_text(encoding="utf-8"))["by"] == given["by"]
    reader.begin_anew()
    reader.give("own", [taken["xlsx"]])
    assert len(reader.answers()) == len([answer for answer in given["answers"].values() if answer])
