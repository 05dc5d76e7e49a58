"""Laws of the cards for the front door on paper: one sheet each, large enough to read, the emergency line once."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.site_reader import DESKTOP, put_on_paper, reading
from tests.e2e.watching import AID_PAGE, Site

pytestmark = pytest.mark.e2e

SMALLEST = """() => {
  const walker = document.createTreeWalker(document.querySelector(".vw-article"), NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && holder.checkVisibility()) {
      sizes.push(parseFloat(getComputedStyle(holder).fontSize));
    }
  }
  return Math.min(...sizes) * 72 / 96;
}"""
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def cards(folder: Path) -> list[str]:
    """Return the addresses of the pages that are a card."""
    found = sorted(path for path in folder.rglob("index.html") if 'class="vw-card' in path.read_text(encoding="utf-8"))
    return [f"{path.parent.relative_to(folder).as_posix()}/" for path in found]


def test_a_card_is_one_sheet_of_letters_that_can_be_read(browser: Browser, site: Site) -> None:
    """Every card prints on one A4, with nothing under 9 points."""
    names = cards(site.folder)
    assert {"voordeur/zinnen/", "voordeur/na-het-bezoek/", "voordeur/wat-vraagt-veilig-thuis/"} <= set(names)
    with reading(browser, viewport=DESKTOP) as page:
        for name in names:
            page.goto(site.address + name)
            put_on_paper(page)
            assert page.evaluate(SMALLEST) >= 9 - 0.01, name
            assert len(PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1, name


@pytest.mark.parametrize("name", [AID_PAGE, "checklists/meldcode/"])
def test_the_emergency_line_is_printed_once(browser: Browser, site: Site, name: str) -> None:
    """The bar of the page says both numbers; the aid's own line, right below it, is for the screen."""
    with reading(browser, viewport=DESKTOP, java_script_enabled=False) as page:
        page.goto(site.address + name)
        own = page.locator(".aid-help").first
        assert own.is_visible()
        page.emulate_media(media="print")
        assert not own.is_visible()
        assert page.locator("[data-vw-alarm]").is_visible()
