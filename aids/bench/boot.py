"""Owns how long starting takes: from navigation to the first View, beside stock Pyodide to its first Python result.

The two are measured in turns, each first visit with a new profile, each second visit in the same profile. Also the
longest task of the page's own thread while the aid loads. Used by `report`. Runs on a developer's machine.
"""

from statistics import median
from typing import Any, NamedTuple

from playwright.sync_api import BrowserContext, Playwright

from aids.bench.stage import new_profile

ROUNDS = 7
CALM_MS = 2000
"""How long a new browser is left to start itself: its own first seconds are not the page's."""
SETTLE_MS = 3000
"""How long a visit lasts after its first result: time to keep what a browser keeps for a next visit."""

WATCH = """
window.benchStart = new Promise((resolve, reject) => {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  }).observe({ type: "longtask", buffered: true });
  new MutationObserver(() => {
    const failed = document.querySelector("[data-aid-state=failed]");
    if (failed) reject(new Error("the aid did not start"));
    if (!document.querySelector("[data-aid-seq]:not([data-aid-seq='0'])")) return;
    const at = performance.now();
    setTimeout(() => resolve({ at, longest }), 200);
  }).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-aid-seq", "data-aid-state"],
  });
});
"""


class Boot(NamedTuple):
    """Medians in milliseconds: first and second visit of the aid and of stock Pyodide, longest task of the aid."""

    cold: float
    second: float
    stock_cold: float
    stock_second: float
    longest_task: float
    rounds: int


def measure_boot(playwright: Playwright, aid: str, stock: str, rounds: int = ROUNDS) -> Boot:
    """Return the medians over `rounds` rounds of the pages at the addresses `aid` and `stock`."""
    visits: dict[str, list[tuple[dict[str, float], dict[str, float]]]] = {aid: [], stock: []}
    for number in range(rounds):
        for address in (aid, stock) if number % 2 else (stock, aid):
            with new_profile(playwright) as browser:
                browser.pages[0].wait_for_timeout(CALM_MS)
                visits[address].append((_visit(browser, address), _visit(browser, address)))
    return Boot(
        cold=median(first["at"] for first, _ in visits[aid]),
        second=median(second["at"] for _, second in visits[aid]),
        stock_cold=median(first["at"] for first, _ in visits[stock]),
        stock_second=median(second["at"] for _, second in visits[stock]),
        longest_task=median(visit["longest"] for pair in visits[aid] for visit in pair),
        rounds=rounds,
    )


def _visit(browser: BrowserContext, address: str) -> dict[str, float]:
    """Return when the first result was on screen and the longest task until just after, in milliseconds."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    result: dict[str, Any] = page.evaluate("window.benchStart")
    page.wait_for_timeout(SETTLE_MS)
    page.close()
    return result
