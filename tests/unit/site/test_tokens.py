"""Laws of docs/assets/tokens.css: every pair of colours that meets on a page has enough contrast, light and dark."""

import re
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CSS = (ROOT / "docs/assets/tokens.css").read_text(encoding="utf-8")
TEXT_PAIRS = [
    *product(("ink", "muted", "brand"), ("paper", "soft")),
    ("danger", "paper"),
    ("on-brand", "brand-ground"),
    ("on-danger", "danger-ground"),
    ("on-note", "note"),
    ("focus", "focus-ground"),
]
BOUNDARY_PAIRS = [
    *product(("line", "brand", "danger"), ("paper", "soft")),
    ("note-line", "paper"),
    ("note-line", "note"),
]


def themes() -> dict[str, dict[str, str]]:
    """Return the colours of the tokens, light and dark; a token without a dark value is a fault."""
    pairs = re.findall(r"--vw-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", CSS)
    return {
        "light": {name: light for name, light, _ in pairs},
        "dark": {name: dark for name, _, dark in pairs},
        "fallback": dict(re.findall(r"--vw-([a-z-]+): (#[0-9a-f]{6});", CSS)),
    }


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "fallback"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_reads_at_seven_to_one(theme: str, text: str, ground: str) -> None:
    """Each text on each ground that it stands on has at least 7:1."""
    colours = themes()[theme]
    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark", "fallback"])
@pytest.mark.parametrize(("line", "ground"), BOUNDARY_PAIRS)
def test_boundaries_that_matter_show_at_three_to_one(theme: str, line: str, ground: str) -> None:
    """Each line that says something has at least 3:1."""
    colours = themes()[theme]
    assert contrast(colours[line], colours[ground]) >= 3


def test_the_fallback_is_the_light_theme() -> None:
    """A browser without `light-dark()` sees what others see in light, every token of it."""
    assert themes()["fallback"] == themes()["light"]
