"""Laws of the button that leaves the page for victims, in a real browser: always in sight, at once, by any hand."""

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.site_reader import DESKTOP, PHONE, put_on_paper, reading
from tests.e2e.test_site_keyboard import STARTED, stops
from tests.e2e.watching import Site, wait_until

pytestmark = pytest.mark.e2e

PERSONAL = "voordeur/voor-uzelf/"
LEAVE = "[data-vw-leave]"
NOWHERE = "about:blank"
SMALL = {"width": 320, "height": 400}
HIT = """(link => {
  const {left, top, width, height} = link.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return top >= 0 && top + height <= innerHeight && left >= 0 && left + width <= innerWidth && link.contains(above);
})"""


def opened(page: Page, site: Site) -> Page:
    """Come from the home page to the page for victims."""
    page.goto(site.address)
    page.goto(site.address + PERSONAL)
    return page


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE, SMALL], ids=["desktop", "phone", "320"])
def test_it_is_always_in_sight(browser: Browser, site: Site, viewport: dict[str, int]) -> None:
    """From the top of the page to its end the button is whole on screen, uncovered and large enough."""
    with reading(browser, viewport=viewport) as page:
        opened(page, site)
        for part in (0, 0.25, 0.5, 0.75, 1):
            page.evaluate(f"scrollTo({{top: document.body.scrollHeight * {part}, behavior: 'instant'}})")
            assert page.locator(LEAVE).evaluate(HIT)
        size = page.locator(LEAVE).bounding_box()
        assert size is not None
        assert size["height"] >= 44


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("hand", ["mouse", "keyboard", "touch"])
def test_it_leaves_at_once(browser: Browser, site: Site, hand: str, *, scripts: bool) -> None:
    """Click, Enter or tap: the empty page is there; with a script, `back` does not return to what was read."""
    with reading(browser, viewport=PHONE, java_script_enabled=scripts, has_touch=True) as page:
        link = opened(page, site).locator(LEAVE)
        match hand:
            case "mouse":
                link.click()
            case "touch":
                link.tap()
            case _:
                link.focus()
                page.keyboard.press("Enter")
        page.wait_for_url(NOWHERE)
        assert page.title() == ""
        page.go_back()
        assert page.url == site.address + ("" if scripts else PERSONAL)


def test_no_other_key_leaves(browser: Browser, site: Site) -> None:
    """Escape, letters and arrows do nothing: who presses them by habit stays where they are."""
    with reading(browser, viewport=DESKTOP) as page:
        opened(page, site)
        for key in ("Escape", "Escape", "Escape", "Shift", "Shift", "Shift", "q", "x", "ArrowDown"):
            page.keyboard.press(key)
        assert page.url == site.address + PERSONAL


def test_the_tab_says_nothing_of_the_page(browser: Browser, site: Site) -> None:
    """The title in tab and history is neutral, also before any script; the heading says what the page is."""
    for scripts in (True, False):
        with reading(browser, viewport=DESKTOP, java_script_enabled=scripts) as page:
            opened(page, site)
            assert page.title() == "Informatie voor bewoners"
            assert page.locator("h1").inner_text() == "Het gaat over mijzelf"


def test_the_tab_says_nothing_of_an_aid(browser: Browser, site: Site) -> None:
    """Who sees the tab or the history of a worker learns nothing about a case."""
    with reading(browser, viewport=DESKTOP, java_script_enabled=False) as page:
        for name in ("meldcode", "passende-zorg"):
            page.goto(f"{site.address}keuzehulpen/{name}/")
            assert page.title() == "Werkblad · Veilig in de wijk"


def test_it_covers_nothing_that_has_focus(browser: Browser, site: Site) -> None:
    """Forward and back by keyboard on a phone: each focused part is seen, marked and uncovered, also the button."""
    with reading(browser, viewport=PHONE) as page:
        opened(page, site)
        wait_until(page, STARTED)
        there = stops(page, "Tab")
        back = stops(page, "Shift+Tab")
        assert "Verlaat deze pagina" in [stop["text"] for stop in there]
        assert [stop["text"] for stop in there if not stop["seen"] or not stop["marked"]] == []
        assert [stop["text"] for stop in [*there, *back] if not stop["free"]] == []


def test_the_page_says_what_the_button_cannot_do_and_paper_has_none(browser: Browser, site: Site) -> None:
    """That history stays is on the page itself; on paper there is no button."""
    with reading(browser, viewport=DESKTOP) as page:
        opened(page, site)
        assert page.get_by_text("geschiedenis niet wissen").is_visible()
        put_on_paper(page)
        assert not page.locator(LEAVE).is_visible()


def test_other_pages_have_no_such_button(browser: Browser, site: Site) -> None:
    """It is for the page that people read about themselves; an aid has its own."""
    with reading(browser, viewport=DESKTOP) as page:
        page.goto(site.address + "voordeur/")
        assert page.locator(LEAVE).count() == 0
        assert "Aan de voordeur" in page.title()
