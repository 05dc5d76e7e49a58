"""Laws of the explanations beside words, in a real browser: any hand opens and closes them, and nothing moves."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from aids.site.glossary_notes import ACTING, MOST_NOTES
from aids.site.slices import slices
from tests.e2e.site_reader import DESKTOP, PHONE, READINGS, pages_of, put_on_paper, reading
from tests.e2e.test_site_accessible import OVERFLOW, violations
from tests.e2e.watching import Site, Watch

pytestmark = pytest.mark.e2e

WORDY = "handboeken/sociaal-werk-en-veilig-thuis/rollen/"
PAST = "AMK"
OPEN = "dialog:popover-open"
BOXES = "(parts => parts.map(part => part.getBoundingClientRect().toJSON()))"
PLACES = f"{BOXES}([...document.querySelectorAll('.vw-body *, .vw-footer')])"


def opened(page: Page, site: Site) -> Page:
    """Go to a page with words that are explained."""
    page.goto(site.address + WORDY)
    return page


def box(page: Page, selector: str) -> dict[str, float]:
    """Return where the first element of `selector` is on screen."""
    found: dict[str, float] = page.locator(selector).first.evaluate("part => part.getBoundingClientRect().toJSON()")
    return found


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_by_keyboard(browser: Browser, site: Site, *, scripts: bool) -> None:
    """Enter opens and reads out, Tab walks through, Escape closes and gives focus back; no script is needed."""
    with reading(browser, viewport=DESKTOP, java_script_enabled=scripts) as page:
        word = opened(page, site).get_by_role("button", name=PAST, exact=True)
        word.focus()
        assert page.locator(OPEN).count() == 0
        page.keyboard.press("Enter")
        note = page.get_by_role("dialog")
        assert note.is_visible()
        assert "Historisch. Meldpunt voor kindermishandeling" in note.inner_text()
        assert "Historisch. Meldpunt" in page.evaluate("document.activeElement.textContent")
        assert page.evaluate(f"document.activeElement.parentElement.matches('{OPEN}')")
        for name in ("Bij de begrippen", "Sluit"):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.textContent") == name
        page.keyboard.press("Escape")
        assert page.locator(OPEN).count() == 0
        assert page.evaluate("document.activeElement.textContent") == PAST
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.locator(OPEN).count() == 0


def test_by_mouse_and_by_touch(browser: Browser, site: Site) -> None:
    """A click or tap opens; one elsewhere, on the word or on `Sluit` closes; another word closes the first."""
    circumstances: list[dict[str, Any]] = [{"viewport": DESKTOP}, {"viewport": PHONE, "has_touch": True}]
    for how in circumstances:
        with reading(browser, **how) as page:
            words = opened(page, site).locator(".vw-word")

            def press(part: Any, *, touch: bool = "has_touch" in how) -> None:  # noqa: ANN401  a locator
                part.tap() if touch else part.click()

            press(words.nth(3))
            assert page.locator(OPEN).count() == 1
            page.mouse.click(5, 300)
            assert page.locator(OPEN).count() == 0
            press(words.nth(3))
            press(words.nth(2))
            assert page.locator(OPEN).count() == 1
            press(page.locator(OPEN).get_by_text("Sluit"))
            assert page.locator(OPEN).count() == 0
            press(words.nth(3))
            press(words.nth(3))
            assert page.locator(OPEN).count() == 0


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE, {"width": 320, "height": 512}], ids=["desktop", "phone", "320"])
def test_nothing_moves_and_the_whole_note_is_in_sight(browser: Browser, site: Site, viewport: dict[str, int]) -> None:
    """Opening moves no part of the page; every note is whole on screen, and beside its word where there is room."""
    with reading(browser, viewport=viewport) as page:
        words = opened(page, site).locator(".vw-word")
        for place in range(words.count()):
            word = words.nth(place)
            word.evaluate("part => part.scrollIntoView({block: 'center', behavior: 'instant'})")
            before = page.evaluate(PLACES)
            word.click()
            note = box(page, OPEN)
            assert page.evaluate(PLACES) == before
            assert note["left"] >= 0
            assert note["right"] <= viewport["width"]
            assert note["top"] >= box(page, "[data-vw-alarm]")["bottom"]
            assert note["bottom"] <= viewport["height"]
            if viewport == DESKTOP:
                mark = word.bounding_box()
                assert mark is not None
                assert note["top"] >= mark["y"] + mark["height"] or note["bottom"] <= mark["y"]
            page.keyboard.press("Escape")
        assert page.evaluate(OVERFLOW) <= 0


def test_a_word_looks_like_the_text_around_it(browser: Browser, site: Site) -> None:
    """As plain text in its place, the lines would be where they are: the page is as long with the words as without."""
    with reading(browser, viewport=DESKTOP) as page:
        opened(page, site)
        before = page.evaluate(PLACES.replace("*", "> *"))
        page.evaluate("document.querySelectorAll('.vw-word').forEach(word => word.replaceWith(word.textContent))")
        assert page.evaluate(PLACES.replace("*", "> *")) == before


@pytest.mark.parametrize("circumstances", READINGS)
def test_axe_finds_nothing_in_an_open_note(browser: Browser, site: Site, circumstances: str) -> None:
    """An open note has a name, contrast and targets of size, light, dark, narrow and in forced colours."""
    with reading(browser, **READINGS[circumstances]) as page:
        opened(page, site).locator(".vw-word").nth(3).click()
        assert violations(page) == []


def test_on_paper_only_the_word_is_left(browser: Browser, site: Site) -> None:
    """No line under the word and no note, also when one was open."""
    with reading(browser, viewport=DESKTOP) as page:
        word = opened(page, site).locator(".vw-word").first
        word.click()
        put_on_paper(page)
        assert word.is_visible()
        assert word.evaluate("part => getComputedStyle(part).textDecorationLine") == "none"
        assert not page.locator(OPEN).is_visible()


def test_the_policy_holds_and_nothing_is_asked(site: Site, watch: Watch) -> None:
    """Opening a note breaks no policy and asks nothing of the server."""
    opened(watch.page, site)
    asked = len(watch.requests)
    watch.page.locator(".vw-word").first.click()
    assert watch.page.locator(OPEN).count() == 1
    assert watch.violations() == []
    assert [url for url in watch.requests[asked:] if not url.endswith("favicon.svg")] == []


def test_no_page_is_a_minefield(built_site: Path) -> None:
    """On every page few words act, none inside another thing that acts, and each has its one explanation."""
    pages = 0
    for name in pages_of(built_site):
        path = built_site / name
        parts = slices((path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8"))
        words = [part for part in parts if part.has_class("vw-word")]
        notes = [part.attributes["id"] for part in parts if part.has_class("vw-note")]
        pages += bool(words)
        assert len(words) <= MOST_NOTES, name
        assert [word.attributes["popovertarget"] for word in words] == notes, name
        outer = [part for part in parts if part.name in ACTING]
        assert not any(part.start < word.start < part.end for word in words for part in outer), name
    assert pages > 20
