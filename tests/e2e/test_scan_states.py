"""Laws of the page of a scan in every state: whole without a script, useful without Python, accessible in each view."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.scan_page import ADDRESS, BLANK, VIEWS, as_file, files, scan_reader, some_saved, the_document
from tests.e2e.site_reader import put_on_paper, reading
from tests.e2e.test_axe import faults
from tests.e2e.watching import Site, wait_until

pytestmark = pytest.mark.e2e
OPEN_ALL = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
WIDE = "document.documentElement.scrollWidth > innerWidth"


def test_without_a_script_the_whole_worksheet_is_there(browser: Browser, site: Site) -> None:
    """Every line with its choices is in sight and works; no control is shown that does nothing."""
    with reading(browser, java_script_enabled=False) as page:
        page.goto(site.address + ADDRESS)
        for line in the_document().lines:
            fieldset = page.locator(f"#zelfscan-{line.id}")
            assert line.ask in fieldset.inner_text()
            assert fieldset.locator("input[type=radio]").count() == 6
        page.locator("#zelfscan-c1 input").first.check()
        assert [one.inner_text() for one in page.locator(".scan button:visible").all()] == []
        assert page.locator("[data-scan-view]:visible").count() == 1
        assert page.locator(".scan-scripted:visible").count() == 0


@pytest.mark.slow
def test_every_view_is_accessible(browser: Browser, site: Site) -> None:
    """With nothing, one scan and forty, light, dark and on a phone: axe finds nothing, and no view is too wide."""
    with scan_reader(browser, site) as reader:
        reader.open()
        page = reader.page
        for view in ("uitkomst", "samen", "vergelijken"):
            reader.view(view)
            assert faults(page) == [], view
        reader.view("invullen")
        reader.give("own", [as_file("een.json", some_saved(1))])
        page.evaluate(OPEN_ALL)
        page.emulate_media(color_scheme="dark")
        for view in VIEWS:
            reader.view(view)
            assert faults(page) == [], view
        page.set_viewport_size({"width": 360, "height": 740})
        reader.view("samen")
        reader.give("group", files(40))
        wait_until(page, "document.querySelector('[data-scan-panel=together] svg')")
        page.evaluate(OPEN_ALL)
        assert faults(page) == []
        for view in VIEWS:
            reader.view(view)
            assert not page.evaluate(WIDE), view


def test_without_python_the_page_stays_useful(browser: Browser, site: Site) -> None:
    """A worker that cannot start is said in a sentence, with a retry; filling in and a plain file still work."""
    with scan_reader(browser, site) as reader:
        reader.page.route("**/engine-scan.zip", lambda route: route.abort())
        reader.open()
        assert reader.state == "failed"
        assert faults(reader.page) == []
        reader.page.locator("[data-question] input").first.focus()
        reader.press("1", "2", "3")
        assert reader.done == "3 van 38"
        reader.view("meenemen")
        with reader.page.expect_download() as waiting:
            reader.page.locator("[data-scan-export=json]").click()
        assert waiting.value.suggested_filename.endswith(".json")
        reader.page.unroute("**/engine-scan.zip")
        reader.act("retry")
        wait_until(reader.page, "document.querySelector('[data-aid]').dataset.aidState === 'ready'")
        reader.page.locator("[data-scan-open=uitkomst]").click()
        wait_until(reader.page, "document.querySelector('[data-scan-panel=result] svg')")
        assert len(reader.answers()) == 3


def test_the_blank_sheet_has_every_line(browser: Browser, site: Site) -> None:
    """On paper each line has a box for each answer; nothing of it needs a script."""
    with reading(browser) as page:
        page.goto(site.address + BLANK)
        put_on_paper(page)
        assert page.locator(".scan-form-ask").count() == len(the_document().lines)
        assert page.locator(".scan-form-ask").first.locator(".aid-tick").count() == 6
        assert faults(page) == []


def test_flows_load_nothing_of_the_scan(browser: Browser, site: Site) -> None:
    """The page of another aid asks for no script, style or engine of the scan."""
    with reading(browser) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
        page.goto(site.aid)
        wait_until(page, "document.querySelector('[data-aid]').dataset.aidState === 'ready'")
        assert [name for name in asked if "scan" in name] == []
