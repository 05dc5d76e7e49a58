"""Laws of the panels of a scan as they are seen, with the site's own style and any number of respondents.

The panels stand on a page of their own here, without the aid around them: what is said of them holds wherever they are.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from aids.runtime.markup import html, node
from aids.runtime.scan.panels import PANELS
from tests.e2e.conftest import REPOSITORY
from tests.random_scans import real_shape
from tests.scan_works import random_work

pytestmark = pytest.mark.e2e

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async rules => {
  document.querySelectorAll("details").forEach(fold => { fold.open = true; });
  const found = await axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] });
  return found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(" | ")}`);
}"""
SMALLEST_TEXT = """() => Math.min(...[...document.querySelectorAll("svg text")].map(text => {
  const picture = text.ownerSVGElement;
  const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
  return parseFloat(getComputedStyle(text).fontSize) * scale;
}))"""
CLIPPED = """() => [...document.querySelectorAll("svg text")].filter(text => {
  const frame = text.ownerSVGElement.getBoundingClientRect(), box = text.getBoundingClientRect();
  return box.left < frame.left - 8 || box.right > frame.right + 8 || box.bottom > frame.bottom + 2;
}).map(text => text.textContent)"""
INKS = """() => [...new Set([...document.querySelectorAll("svg :is(path, rect, circle, text)")].map(part => {
  const style = getComputedStyle(part);
  return style.stroke === "none" ? style.fill : style.stroke;
}))]"""
LONG = "Directe en stabiele veiligheid en herstel, ook later"
"""As long as titles of the real scan are."""
STYLES = ("docs/assets/tokens.css", "aids/web/aid.css", "aids/web/scan-panels.css")
PAPER = 673
"""The width between the margins of A4, in pixels of 1/96 inch."""


@cache
def _page(size: int) -> str:
    """Return a page with every panel for so many respondents."""
    real = real_shape()
    scan = real._replace(
        chapters=tuple(chapter._replace(title=LONG[:41]) for chapter in real.chapters),
        criteria=tuple(criterion._replace(title=LONG) for criterion in real.criteria),
        lines=tuple(line._replace(short=LONG) for line in real.lines),
    )
    work = random_work(size, scan, size)
    panels = [
        node("section", {"data-scan-panel": name}, [*made(scan, work, "2026-11-22")]) for name, made in PANELS.items()
    ]
    style = "\n".join((REPOSITORY / name).read_text(encoding="utf-8") for name in STYLES)
    ground = "body { margin: 0; padding: 0 16px; background: var(--vw-paper); font: 18px/1.6 sans-serif; }"
    head = f'<meta charset="utf-8"><title>Proef</title><style>{style}\n{ground}</style>'
    body = html(node("main", {"class": "aid scan"}, node("h1", None, "Proef"), *panels))
    return f'<!doctype html><html lang="nl"><head>{head}</head><body>{body}</body></html>'


@pytest.fixture(name="shown")
def fixture_shown(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The panels for a number of respondents, on a screen of some kind."""
    size, circumstances = request.param
    context = browser.new_context(**circumstances)
    page = context.new_page()
    page.set_content(_page(size))
    yield page
    context.close()


def _screen(width: int, **others: Any) -> dict[str, Any]:  # noqa: ANN401  what Playwright takes
    return {"viewport": {"width": width, "height": 900}, **others}


NARROW, WIDE = _screen(360, color_scheme="dark"), _screen(1280)


@pytest.mark.parametrize("shown", [(0, NARROW), (1, WIDE), (40, NARROW), (40, WIDE)], indirect=True)
def test_no_panel_breaks_a_rule_of_accessibility(shown: Page) -> None:
    """Light and dark, with every fold open, contrast of 7 to 1 with it."""
    shown.add_script_tag(path=AXE)
    assert shown.evaluate(RUN, RULES) == []


@pytest.mark.parametrize("shown", [(0, WIDE), (7, NARROW), (40, NARROW), (40, WIDE)], indirect=True)
def test_pictures_are_read_at_every_width(shown: Page) -> None:
    """Text in them is at least 12 pixels, none is cut off, and the page never scrolls sideways."""
    assert shown.evaluate(SMALLEST_TEXT) >= 12
    assert shown.evaluate(CLIPPED) == []
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("shown", [(40, _screen(PAPER + 32))], indirect=True)
def test_pictures_are_read_on_paper(shown: Page) -> None:
    """Text in them is at least 8 points, and nothing is wider than the sheet."""
    shown.emulate_media(media="print")
    assert shown.evaluate(SMALLEST_TEXT) * 72 / 96 >= 8
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("shown", [(7, _screen(360, forced_colors="active"))], indirect=True)
def test_pictures_take_the_colours_that_the_reader_chose(shown: Page) -> None:
    """With forced colours every ink is that of the text."""
    assert shown.evaluate(INKS) == [shown.evaluate("getComputedStyle(document.body).color")]
