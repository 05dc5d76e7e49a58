"""Laws of the search in a real browser: how it opens, is walked through and closes, and that nothing leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.e2e.site_reader import PHONE, READINGS, reading
from tests.e2e.watching import STORED, Site, Watch, wait_until

pytestmark = pytest.mark.e2e

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
PAGE = "themas/kinderen/"
RESULT = "a[data-search-result]"
OPEN = "document.querySelector('[data-vw-search-dialog]').open"
FIELD_HAS_FOCUS = "document.activeElement.matches('input[type=search]')"
FOUND = f"document.querySelectorAll('{RESULT}').length > 0"
FAULTS = """
async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
"""


@pytest.fixture(name="page")
def fixture_page(watch: Watch, site: Site) -> Iterator[Page]:
    """A page of the site whose requests, errors and violations are noted; a fault in it fails the test."""
    watch.page.goto(site.address + PAGE)
    yield watch.page
    assert watch.errors == []
    assert watch.violations() == []
    assert [url for url in watch.requests if not url.startswith((site.address, "blob:", "data:"))] == []


def ask(page: Page, query: str) -> Locator:
    """Open the search with its button, type a query, and return the results."""
    page.locator("header button[data-vw-search]").click()
    page.keyboard.type(query)
    wait_until(page, FOUND)
    return page.locator(RESULT)


def test_the_button_opens_and_what_is_found_are_links(page: Page, site: Site) -> None:
    """The field has focus at once; results are links to places that exist, with words marked, place and standing."""
    results = ask(page, "huisverbod")
    assert page.evaluate(FIELD_HAS_FOCUS)
    first = results.first
    assert (first.get_attribute("href") or "").startswith(site.address)
    # Not the text as laid out: a result that is not in sight yet need not have been laid out.
    assert "huisverbod" in (first.text_content() or "").lower()
    item = page.locator(".vw-found").first
    assert item.locator("mark").count() > 0
    assert "›" in (item.locator(".vw-found__where").text_content() or "")
    assert page.locator(".vw-found .vw-status__label svg").count() > 0
    first.click()
    page.wait_for_url("**/*#*")
    assert page.locator(":target").count() == 1


def test_the_key_opens_unless_someone_is_writing(page: Page) -> None:
    """`/` opens the search; in a field it is a letter like any other."""
    page.keyboard.press("/")
    wait_until(page, OPEN)
    page.keyboard.type("a/b")
    assert page.locator("input[type=search]").input_value() == "a/b"


def test_the_key_can_be_turned_off(page: Page) -> None:
    """The switch works by keyboard and holds on the next page of this tab; nothing else is stored."""
    page.locator("header button[data-vw-search]").click()
    switch = page.locator("input[data-vw-search-key]")
    switch.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    assert page.evaluate("({ ...sessionStorage })") == {"vw-search-key": "off"}
    page.reload()
    page.keyboard.press("/")
    page.wait_for_timeout(200)
    assert not page.evaluate(OPEN)
    page.locator("header button[data-vw-search]").click()
    assert not switch.is_checked()
    switch.check()
    assert page.evaluate("sessionStorage.length") == 0


def test_arrows_walk_the_list_and_enter_opens(page: Page) -> None:
    """Down from the field to the first result and on, up again to the field; Enter in the field opens the first."""
    results = ask(page, "melden")
    here = "[...document.querySelectorAll('a[data-search-result]')].indexOf(document.activeElement)"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(here) == 0
    page.keyboard.press("ArrowDown")
    assert page.evaluate(here) == 1
    page.keyboard.press("End")
    assert page.evaluate(here) == results.count() - 1
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(FIELD_HAS_FOCUS)
    address = results.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_escape_closes_gives_focus_back_and_forgets(page: Page) -> None:
    """After Escape the button has focus, and the next opening is empty; the address never changed."""
    before = page.url
    ask(page, "oma")
    page.keyboard.press("Escape")
    assert not page.evaluate(OPEN)
    assert page.evaluate("document.activeElement.matches('header button[data-vw-search]')")
    page.keyboard.press("Enter")
    wait_until(page, OPEN)
    assert page.locator("input[type=search]").input_value() == ""
    assert page.locator(RESULT).count() == 0
    assert page.url == before
    stored = page.evaluate(STORED)
    assert [stored[key] for key in ("local", "session", "cookies", "databases", "caches")] == [0, 0, "", 0, 0]


def test_the_number_of_results_is_told(page: Page) -> None:
    """A live region says how many, once the typing rests."""
    ask(page, "huisverbod")
    status = page.locator("[data-vw-search-status]")
    assert status.get_attribute("role") == "status"
    wait_until(page, "/resulta/.test(document.querySelector('[data-vw-search-status]').textContent)")


def test_nothing_found_leads_on(page: Page) -> None:
    """It is said, near words can be tried, and both numbers and the glossary are there."""
    page.locator("header button[data-vw-search]").click()
    page.keyboard.type("qqqhuisverbodddd")
    wait_until(page, "!document.querySelector('[data-vw-search-none]').hidden")
    none = page.locator("[data-vw-search-none]")
    assert "0800-2000" in none.inner_text()
    assert "112" in none.inner_text()
    assert page.get_by_role("link", name="Begrippen van A tot Z").is_visible()
    wait_until(page, "document.querySelector('[data-vw-search-status]').textContent.startsWith('Niets')")
    page.get_by_role("button", name="huisverbod", exact=True).click()
    wait_until(page, FOUND)
    assert page.locator("input[type=search]").input_value() == "huisverbod"
    assert page.evaluate(FIELD_HAS_FOCUS)


def test_the_numbers_stay_in_reach(browser: Browser, site: Site) -> None:
    """112 and Veilig Thuis are in sight and can be pressed while the search is open, also on a phone."""
    for circumstances in ({"viewport": PHONE}, {"viewport": {"width": 1280, "height": 900}}):
        with reading(browser, **circumstances) as page:
            page.goto(site.address + PAGE)
            ask(page, "kind")
            for number in ("112", "0800-2000"):
                link = page.locator("[data-vw-search-dialog] .vw-alarm a", has_text=number)
                assert link.is_visible()
                link.click(trial=True)


@pytest.mark.parametrize("name", ["light", "dark", "phone"])
def test_axe_finds_nothing_in_the_open_dialog(browser: Browser, site: Site, name: str) -> None:
    """With results, and without, in light, dark and on a phone."""
    with reading(browser, bypass_csp=True, **READINGS[name]) as page:
        page.goto(site.address + PAGE)
        page.add_script_tag(path=AXE)
        ask(page, "afwegingskader")
        assert page.evaluate(FAULTS) == []
        page.locator("input[type=search]").fill("qqqqqqqq")
        wait_until(page, "!document.querySelector('[data-vw-search-none]').hidden")
        assert page.evaluate(FAULTS) == []


def test_it_fits_a_narrow_screen(browser: Browser, site: Site) -> None:
    """At 320 px, which is 400 % zoom, nothing in the dialog runs off the side, and the last control can be reached."""
    with reading(browser, viewport={"width": 320, "height": 256}) as page:
        page.goto(site.address + PAGE)
        ask(page, "ouderenmishandeling")
        assert page.evaluate("[...document.querySelectorAll('.vw-search *')].every((e) => e.scrollWidth <= 321)")
        switch = page.locator("input[data-vw-search-key]")
        switch.scroll_into_view_if_needed()
        switch.click(trial=True)


def test_it_works_in_a_sealed_aid_without_a_request(watch: Watch, site: Site) -> None:
    """Once an aid is ready the search opens, finds and lands on a place of the page; nothing is asked for any more."""
    watch.ready(site.aid)
    before, asked = len(watch.requests), len(site.asked)
    ask(watch.page, "meldnorm")
    assert watch.page.locator(RESULT).count() > 3
    watch.page.keyboard.press("Escape")
    assert watch.requests[before:] == []
    assert site.asked[asked:] == []
    assert watch.violations() == []
    assert watch.errors == []


def test_an_aid_does_not_wait_for_a_search_that_does_not_come(watch: Watch, site: Site) -> None:
    """Without the parts of the search the aid is ready all the same, and the search says what else there is."""
    watch.page.route("**/assets/search-*/**", lambda route: route.abort())
    watch.ready(site.aid)
    watch.page.locator("header button[data-vw-search]").click()
    wait_until(watch.page, "/Alle|alle/.test(document.querySelector('[data-vw-search-status]').textContent)")
    assert watch.page.get_by_role("link", name="Alle pagina’s").is_visible()


def test_without_scripts_no_button_and_a_page_to_look_things_up(browser: Browser, site: Site) -> None:
    """The button stays hidden, the dialog closed, and the page of all pages is in the menu."""
    with reading(browser, java_script_enabled=False) as page:
        page.goto(site.address)
        assert not page.locator("button[data-vw-search]").first.is_visible()
        assert not page.locator("[data-vw-search-dialog]").is_visible()
        assert page.get_by_role("link", name="Ik zoek iets op").first.is_visible()


def test_who_comes_for_a_question_is_told_where_it_is(watch: Watch, site: Site) -> None:
    """A question that is not on screen: its words, its step, its text to read; the aid begins as always."""
    watch.ready(f"{site.aid}#meldcode-vraag-kindcheck")
    notice = watch.page.locator(".aid-arrival")
    wait_until(watch.page, "!document.querySelector('.aid-arrival').hidden")
    assert "Heeft u de kindcheck gedaan?" in notice.inner_text()
    assert "Stap 1" in notice.inner_text()
    assert watch.page.evaluate("document.activeElement.matches('.aid-arrival')")
    notice.get_by_text("Lees die vraag nu").click()
    assert notice.locator("input").count() == 0
    assert watch.page.locator("[data-question-state=current]").get_attribute("data-question") == "gevaar"
    assert watch.page.locator(".aid input:checked").count() == 0
    top = notice.evaluate("e => e.getBoundingClientRect().top")
    assert 0 < top < 400


def test_who_comes_for_an_advice_that_can_hold_lands_on_it(watch: Watch, site: Site) -> None:
    """An advice that the answers may still lead to is on screen: it is opened, and has the keyboard."""
    watch.ready(f"{site.aid}#meldcode-advies-vorm-ouderen")
    wait_until(watch.page, "document.activeElement.closest('#meldcode-advies-vorm-ouderen') !== null")
    advice = watch.page.locator("#meldcode-advies-vorm-ouderen")
    assert advice.locator(".aid-advice-body").is_visible()
    assert watch.page.locator(".aid-arrival").is_hidden()


def test_who_comes_for_an_advice_that_does_not_hold_can_read_it_with_its_condition(watch: Watch, site: Site) -> None:
    """An advice that is not on screen can be read, with when it holds; it is no outcome and is not printed."""
    watch.ready(site.aid)
    hidden = "[...document.querySelectorAll('[data-advice]')].find((advice) => !advice.checkVisibility()).id"
    place = watch.page.evaluate(hidden)
    watch.page.evaluate("(place) => { location.hash = place; }", place)
    wait_until(watch.page, "!document.querySelector('.aid-arrival').hidden")
    notice = watch.page.locator(".aid-arrival")
    notice.get_by_text("Lees dat advies nu").click()
    assert "Geldt als" in notice.inner_text()
    assert not watch.page.locator(f"#{place}").is_visible()
    watch.page.emulate_media(media="print")
    assert not notice.is_visible()


def test_who_comes_for_what_is_on_screen_is_told_nothing(watch: Watch, site: Site) -> None:
    """The first question is there already."""
    watch.ready(f"{site.aid}#meldcode-vraag-gevaar")
    watch.page.wait_for_timeout(200)
    assert watch.page.locator(".aid-arrival").is_hidden()


def test_searching_in_an_aid_keeps_its_answers(watch: Watch, site: Site) -> None:
    """A result on the same page closes the search and tells where it is; no answer changes, no page is loaded."""
    watch.ready(site.aid)
    watch.page.locator("#meldcode-vraag-gevaar input[value=nee]").check()
    results = ask(watch.page, "kindcheck gedaan")
    places = [link.get_attribute("href") or "" for link in results.all()]
    results.nth(next(number for number, place in enumerate(places) if "#meldcode-vraag-kindcheck" in place)).click()
    wait_until(watch.page, f"!({OPEN}) && !document.querySelector('.aid-arrival').hidden")
    assert watch.page.locator("#meldcode-vraag-gevaar input[value=nee]").is_checked()
    assert watch.page.evaluate("document.querySelector('[data-aid]').dataset.aidState") == "ready"
