"""Owns how fast and how heavy the search is: from a keystroke to its results on screen, and the bytes of its parts.

Used by `report`. The queries are those of the tests, typed letter by letter in a real page. Runs on a developer's
machine.
"""

from pathlib import Path
from typing import NamedTuple

import brotli
from playwright.sync_api import Playwright

from aids.bench.stage import new_profile

QUERIES = (
    "wanneer moet ik melden",
    "hoe lang duurt een huisverbod",
    "criterium 10f",
    "kindermishandelling",
    "mag ik zonder toestemming bellen",
    "oma wordt bestolen door kleinzoon",
    "gezin weigert hulp",
    "te weinig informatie bij overdracht van veilig thuis",
)
PAGE = "themas/kinderen/"
INDEX = "data.js"

TYPE = """
async (queries) => {
  const dialog = document.querySelector("[data-vw-search-dialog]");
  const input = dialog.querySelector("input[type=search]");
  const times = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      const started = performance.now();
      input.value = query.slice(0, length);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      dialog.getBoundingClientRect();
      times.push(performance.now() - started);
    }
  }
  return times;
}
"""
"""Laid out, not painted: how long a frame takes is the screen's."""


class Searched(NamedTuple):
    """Milliseconds from keystroke to laid-out results and from opening to the first; bytes of index and parts."""

    p50: float
    p95: float
    keystrokes: int
    opened: float
    raw: int
    sent: int
    parts_sent: int


def measure_search(playwright: Playwright, site: Path, address: str) -> Searched:
    """Return the figures of the search in the built `site`, which is served at `address`."""
    with new_profile(playwright) as browser:
        page = browser.new_page()
        page.goto(address + PAGE)
        started = page.evaluate("performance.now()")
        page.locator("header [data-vw-search]").click()
        page.keyboard.type("me")
        page.locator("a[data-search-result]").first.wait_for()
        opened = page.evaluate("performance.now()") - started
        times = sorted(page.evaluate(TYPE, list(QUERIES)))
    (folder,) = (site / "assets").glob("search-*")
    sizes = {path.name: len(brotli.compress(path.read_bytes())) for path in folder.glob("*.js")}
    return Searched(
        p50=times[len(times) // 2],
        p95=times[int(len(times) * 0.95)],
        keystrokes=len(times),
        opened=opened,
        raw=(folder / INDEX).stat().st_size,
        sent=sizes[INDEX],
        parts_sent=sum(sizes.values()),
    )
