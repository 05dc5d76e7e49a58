"""Owns how the tests of the site look at its pages: which there are, under which circumstances they are read.

Used by test_site*.py. Judges nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
READINGS: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESKTOP, "color_scheme": "light"},
    "dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light"},
    "forced colours": {"viewport": DESKTOP, "forced_colors": "active"},
}
SETTLED = "document.readyState === 'complete' && !document.querySelector('[data-aid-state=loading]')"


def pages_of(folder: Path) -> list[str]:
    """Return the addresses of all pages of a built site, from its top, in order."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return [name.removesuffix("index.html") for name in found]


@contextmanager
def reading(browser: Browser, **circumstances: Any) -> Iterator[Page]:  # noqa: ANN401  what Playwright takes
    """Give a fresh page under the given circumstances."""
    context = browser.new_context(**circumstances)
    try:
        yield context.new_page()
    finally:
        context.close()


def put_on_paper(page: Page) -> None:
    """Show the page as a printer gets it: what is written just before printing is written, and paper's styles hold."""
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    page.emulate_media(media="print")
