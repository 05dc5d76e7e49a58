"""Owns how long an answer takes: from the choice in the real page to its View on screen, laid out.

Used by `report`; the walk is in `walking`. Runs on a developer's machine.
"""

from typing import NamedTuple

from playwright.sync_api import Playwright

from aids.bench.stage import new_profile
from aids.bench.walking import walk

ANSWERS = 240
SEED = 20261122
PAUSE_MS = 150
"""Between a View and the next answer: a person takes longer, so what the page does afterwards has been done."""


class Answered(NamedTuple):
    """Milliseconds from choice to laid-out View."""

    p50: float
    p95: float
    answers: int


def measure_answers(playwright: Playwright, aid: str) -> Answered:
    """Return how long answers take in the page at the address `aid`."""
    with new_profile(playwright) as browser:
        page = browser.new_page()
        page.goto(aid)
        page.locator("[data-aid-state=ready]").wait_for(state="attached")
        times = sorted(walk(page, ANSWERS, SEED, PAUSE_MS))
    return Answered(p50=times[len(times) // 2], p95=times[int(len(times) * 0.95)], answers=len(times))
