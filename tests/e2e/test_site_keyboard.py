"""Laws of the frame for who uses a keyboard: all in reach, nothing hidden takes focus, focus shows uncovered."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.site_reader import DESKTOP, PHONE, reading
from tests.e2e.watching import Site, wait_until

pytestmark = pytest.mark.e2e

LONG_PAGE = "over/vakoordeel/"
STARTED = "!document.querySelector('[data-vw-menu]').hidden"
MOST_STOPS = 1000
FOCUS = """(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const line = e.getClientRects()[0];
  const above = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  return {
    text: e.textContent.trim(), free: above !== null && (e.contains(above) || above.contains(e)),
    seen: e.checkVisibility() && box.width > 0 && box.height > 0,
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
})()"""


def opened(page: Page, site: Site, name: str = "") -> Page:
    """Go to a page and wait until its script runs."""
    page.goto(site.address + name)
    wait_until(page, STARTED)
    return page


def stops(page: Page, key: str) -> list[dict[str, Any]]:
    """Return each stop that `key` makes until focus leaves the page."""
    found: list[dict[str, Any]] = []
    while len(found) < MOST_STOPS:
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_each_stop_is_seen_marked_and_uncovered(browser: Browser, site: Site, viewport: dict[str, int]) -> None:
    """Forward and back through a long page: each focused part is visible, marked and not under the emergency bar."""
    with reading(browser, viewport=viewport) as page:
        opened(page, site, LONG_PAGE)
        there = stops(page, "Tab")
        back = stops(page, "Shift+Tab")
        assert len(there) > 20
        assert there[0]["text"] == "Naar de inhoud"
        assert [stop["text"] for stop in there if not stop["seen"] or not stop["marked"]] == []
        assert len(back) >= len(there)
        assert [stop["text"] for stop in [*there, *back] if not stop["free"]] == []


def test_the_skip_link_leads_to_the_text(browser: Browser, site: Site) -> None:
    """The first stop skips bar, header and menu: the next stop is in the article."""
    with reading(browser, viewport=DESKTOP) as page:
        opened(page, site, LONG_PAGE)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "inhoud"
        page.keyboard.press("Tab")
        assert page.evaluate("document.getElementById('inhoud').contains(document.activeElement)")


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(browser: Browser, site: Site) -> None:
    """Closed, its links take no focus; the button opens it and says so; Escape closes it and keeps the place."""
    with reading(browser, viewport=PHONE) as page:
        opened(page, site)
        assert "Keuzehulpen" not in [stop["text"] for stop in stops(page, "Tab")[:6]]
        button = page.get_by_role("button", name="Menu")
        button.focus()
        assert button.get_attribute("aria-expanded") == "false"
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["text"] == "Start"
        page.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"
        assert page.evaluate(FOCUS)["text"] == "Menu"


def test_no_single_key_does_anything(browser: Browser, site: Site) -> None:
    """Letters and signs without a modifier neither move nor open: who speaks to the machine is not thrown about.

    But for `/`, which opens the search and can be turned off (test_search.py).
    """
    with reading(browser, viewport=DESKTOP) as page:
        opened(page, site, LONG_PAGE)
        before = page.evaluate("[location.href, document.activeElement.tagName, scrollY]")
        for key in "npsf,.?abc123":
            page.keyboard.press(key)
        assert page.evaluate("[location.href, document.activeElement.tagName, scrollY]") == before


def test_light_or_dark_is_a_choice_of_this_tab_only(browser: Browser, site: Site) -> None:
    """The button says what it will do, the choice goes along to the next page, and nothing outlives the tab."""
    with reading(browser, viewport=DESKTOP, color_scheme="light") as page:
        opened(page, site)
        ground = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(ground)
        page.get_by_role("button", name="Donkere weergave").click()
        assert page.evaluate(ground) != light
        opened(page, site, LONG_PAGE)
        assert page.evaluate(ground) != light
        page.get_by_role("button", name="Lichte weergave").click()
        assert page.evaluate(ground) == light
        assert page.evaluate("localStorage.length + document.cookie.length") == 0
        assert opened(page.context.new_page(), site).evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize(("day", "late"), [("2026-11-23", False), ("2099-01-01", True)])
def test_a_page_past_its_review_date_says_so(browser: Browser, site: Site, day: str, *, late: bool) -> None:
    """The notice depends on the day of reading, not only on the day of building."""
    with reading(browser, viewport=DESKTOP) as page:
        page.clock.set_fixed_time(f"{day}T12:00:00")
        opened(page, site, LONG_PAGE)
        assert page.locator("[data-vw-overdue]").is_visible() == late
