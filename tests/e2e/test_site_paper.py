"""Laws of paper and weight: what a page is in print, and what it weighs on the line."""

import re
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser

from aids.site.slices import slices
from tests.e2e.site_reader import DESKTOP, pages_of, put_on_paper, reading
from tests.e2e.watching import AID_PAGE, Site

pytestmark = pytest.mark.e2e

PAGE_BUDGET = 120_000
"""Bytes of HTML, CSS and JavaScript of the page of an aid, brotli; Python, its library and the font come on top."""

A4 = (594.96, 841.92)
CHAPTER = "handboeken/factor-veiligheid/meldcode/"


def test_print_is_a4_with_numbers_address_and_version(browser: Browser, site: Site) -> None:
    """On paper: one emergency line, no menu, addresses after links, black titles, the date of the version."""
    with reading(browser, viewport=DESKTOP, color_scheme="dark") as page:
        page.goto(site.address + CHAPTER)
        put_on_paper(page)
        bar = page.locator("[data-vw-alarm]")
        assert bar.is_visible()
        assert bar.evaluate("e => e.clientHeight < 2 * parseFloat(getComputedStyle(e).lineHeight) + 12")
        assert not page.locator("#hoofdmenu").is_visible()
        link = page.locator(".vw-body a[data-vw-address]").first
        assert link.evaluate("e => getComputedStyle(e, '::after').content").strip('"') == (
            f" ({link.get_attribute('data-vw-address')})"
        )
        assert page.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.locator(".vw-footer__version").is_visible()
        paper = page.pdf(prefer_css_page_size=True, tagged=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", paper)
    assert boxes
    assert all(abs(float(wide) - A4[0]) < 1 and abs(float(high) - A4[1]) < 1 for wide, high in boxes)
    assert b"/MarkInfo" in paper


def test_every_page_prints_the_emergency_line(browser: Browser, site: Site) -> None:
    """Both numbers stand on paper, whatever the page."""
    with reading(browser, viewport=DESKTOP) as page:
        for name in pages_of(site.folder):
            page.goto(site.address + name)
            put_on_paper(page)
            assert "112" in page.locator("[data-vw-alarm]").inner_text()
            assert "0800-2000" in page.locator("[data-vw-alarm]").inner_text()


def test_the_record_of_a_case_prints_without_the_page_around_it(browser: Browser, site: Site) -> None:
    """What the page tells beside the aid is not in the record; without a case the whole page prints."""
    around = ".vw-body > :not(.aid), .vw-end, .vw-footer"
    with reading(browser, viewport=DESKTOP) as page:
        page.goto(site.address + "keuzehulpen/passende-zorg/")
        page.locator("[data-aid-state=ready]").wait_for(state="attached")
        put_on_paper(page)
        assert page.locator(".aid-record").is_visible()
        assert page.locator(around).count() > 3
        assert not any(part.is_visible() for part in page.locator(around).all())
        assert "controleer na" in page.locator(".aid-record").inner_text().lower()
        boxes = [
            page.locator(f".aid-record {part}").bounding_box() for part in (".aid-status", ".aid-status .aid-label")
        ]
        line, label = (box for box in boxes if box)
        assert line["y"] <= label["y"]  # else the top of its frame stays behind on the page before
    with reading(browser, viewport=DESKTOP, java_script_enabled=False) as page:
        page.goto(site.address + "keuzehulpen/passende-zorg/")
        put_on_paper(page)
        assert all(page.locator(part).first.is_visible() for part in (".vw-body > h2", ".vw-end", ".vw-footer"))


def test_the_page_of_an_aid_stays_within_its_budget(built_site: Path) -> None:
    """HTML, styles and scripts of the heaviest page weigh at most 120 kB on the line."""
    page = built_site / AID_PAGE / "index.html"
    text = page.read_text(encoding="utf-8")
    wanted = [
        part.attributes.get("href") or part.attributes["src"]
        for part in slices(text)
        if part.attributes.get("rel") == "stylesheet" or part.name == "script"
    ]
    assert len(wanted) > 5
    files = [page, *((page.parent / name).resolve() for name in wanted)]
    assert sum(len(brotli.compress(path.read_bytes())) for path in files) <= PAGE_BUDGET
