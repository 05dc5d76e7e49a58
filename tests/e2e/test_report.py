"""Laws of reporting an error, in a real browser: the page is known, the words are ours, and nothing leaves."""

import pytest
from playwright.sync_api import Browser, Page

from aids.site.report_page import KINDS
from tests.e2e.site_reader import DESKTOP, READINGS, put_on_paper, reading
from tests.e2e.test_site_accessible import violations
from tests.e2e.watching import STORED, Site, Watch

pytestmark = pytest.mark.e2e

FORM = "over/fout-melden/"
ASK = "Klopt hier iets niet?"
TEXT = "[data-vw-report-text]"
STATUS = "[data-vw-report-status]"
ICON = "favicon.svg"
"""A browser asks for it when it likes."""

CHOSEN = "document.querySelector('[data-vw-report-page]').value"


def asked_from(page: Page, site: Site, name: str) -> Page:
    """Go to a page and follow the link at its foot."""
    page.goto(site.address + name)
    page.locator(".vw-footer").get_by_role("link", name=ASK).click()
    page.locator(TEXT).wait_for()
    return page


@pytest.mark.parametrize(
    ("name", "file"),
    [("", "index.md"), ("over/privacy/", "over/privacy.md"), ("keuzehulpen/meldcode/", "keuzehulpen/meldcode.md")],
)
def test_the_page_one_comes_from_is_chosen(browser: Browser, site: Site, name: str, file: str) -> None:
    """The link at the foot names its page after #, which the server never sees; the text stays at its top."""
    with reading(browser, viewport=DESKTOP) as page:
        asked_from(page, site, name)
        assert page.evaluate(CHOSEN) == file
        assert f"docs/{file}" in page.locator(TEXT).inner_text()
        assert page.evaluate("scrollY") == 0
        assert not any(file in path for path in site.asked)


def test_the_report_says_what_is_chosen_and_can_be_copied(browser: Browser, site: Site) -> None:
    """Kind, page and version stand in the report; the button copies it and says so."""
    with reading(browser, viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"]) as page:
        asked_from(page, site, "over/privacy/")
        assert "nog niet gekozen" in page.locator(TEXT).inner_text()
        for words in KINDS.values():
            page.get_by_label(words).check()
            assert f"Wat: {words}" in page.locator(TEXT).inner_text()
        page.get_by_label("Op welke pagina?").select_option("over/bronnen.md")
        said = page.locator(TEXT).inner_text()
        assert "Pagina: Bronnen (Over deze site), docs/over/bronnen.md" in said
        version = page.locator(".vw-footer__version time").first.inner_text()
        assert f"Versie van: {version}" in said
        page.get_by_role("button", name="Kopieer de melding").click()
        page.get_by_text("De melding is gekopieerd").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == page.locator(TEXT).evaluate(
            "part => part.textContent"
        )


def test_where_copying_is_refused_the_report_is_selected(browser: Browser, site: Site) -> None:
    """The reader is told, and the text stands ready to be copied by hand."""
    with reading(browser, viewport=DESKTOP) as page:
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
        asked_from(page, site, "")
        page.get_by_role("button", name="Kopieer de melding").click()
        page.get_by_text("De melding is geselecteerd").wait_for()
        assert page.evaluate("getSelection().toString().trim()").startswith("Er klopt iets niet op de site")


@pytest.mark.parametrize(
    "name", ["#x", "#<b>mijn zaak</b>", "#%E0%A4%A", "#over/privacy", "", "?pagina=over/privacy.md"]
)
def test_an_address_can_put_nothing_in_the_report(browser: Browser, site: Site, name: str) -> None:
    """Only the name of a page of this site chooses; anything else is as if it were not there."""
    with reading(browser, viewport=DESKTOP) as page:
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(site.address + FORM + name)
        page.locator(TEXT).wait_for()
        assert page.evaluate(CHOSEN) == ""
        assert "Pagina: nog niet gekozen" in page.locator(TEXT).inner_text()
        assert faults == []


def test_nothing_is_sent_and_nothing_is_kept(site: Site, watch: Watch) -> None:
    """Choosing and copying asks nothing of any server, breaks no policy and leaves nothing in the browser."""
    page = asked_from(watch.page, site, "over/privacy/")
    asked = len(watch.requests)
    page.get_by_label(KINDS["verouderd"]).check()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Kopieer de melding").click()
    page.locator(STATUS).filter(has_text="melding").wait_for()
    assert [url for url in watch.requests[asked:] if not url.endswith(ICON)] == []
    assert watch.violations() == []
    stored = page.evaluate(STORED)
    assert (stored["local"], stored["session"], stored["cookies"], stored["databases"]) == (0, 0, "", 0)
    fields = "#inhoud :is(form, textarea, input:not([type=radio]))"
    assert page.locator(fields).count() == 0


def test_without_a_script_the_page_is_its_instructions(browser: Browser, site: Site) -> None:
    """Where to report, what and what never: all of it is there, and no control that does nothing."""
    with reading(browser, viewport=DESKTOP, java_script_enabled=False) as page:
        page.goto(site.address + FORM + "#over/privacy.md")
        assert page.get_by_text("nooit iets over een persoon").is_visible()
        assert page.get_by_text("Geef uw melding aan de organisatie").is_visible()
        assert page.locator("main, .vw-article").locator("select, input, button").count() == 0


def test_the_report_prints_without_its_choices(browser: Browser, site: Site) -> None:
    """On paper stands the report and what to do with it."""
    with reading(browser, viewport=DESKTOP) as page:
        page.add_init_script("window.print = () => { window.printed = true; }")
        asked_from(page, site, "over/privacy/")
        page.get_by_role("button", name="Print dit blad").click()
        assert page.evaluate("window.printed")
        put_on_paper(page)
        assert page.locator(TEXT).is_visible()
        assert not page.get_by_role("button", name="Print dit blad").is_visible()
        assert not page.get_by_label("Op welke pagina?").is_visible()


@pytest.mark.parametrize("circumstances", READINGS)
def test_axe_finds_nothing_in_the_form(browser: Browser, site: Site, circumstances: str) -> None:
    """With the form on screen and a choice made, the page has no violation."""
    with reading(browser, **READINGS[circumstances]) as page:
        asked_from(page, site, "over/privacy/").get_by_label(KINDS["link"]).check()
        assert violations(page) == []
