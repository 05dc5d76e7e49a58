"""Owns the SVG elements that the picture of a tree is made of: boxes, texts, marks, and parts set in their place.

Whole units throughout; looks are classes, because the policy of the site refuses styles in the page. Used by the
modules that draw a tree. Build only; knows nothing of trees.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from aids.compiler.render_html import Attribute, Markup, element, joined

LETTER, SMALL = 13, 12
"""Sizes of the two kinds of letters, as the stylesheet has them."""

LEADING = 16


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something drawn from (0, 0) on, and the room that it takes."""

    markup: Markup
    width: int
    height: int


def moved(markup: Markup, across: int, down: int) -> Markup:
    """Return `markup` set at a place."""
    return element("g", {"transform": f"translate({across} {down})"}, markup) if across or down else markup


def box(place: tuple[int, int], size: tuple[int, int], css: str, *, rounded: int = 0) -> Markup:
    """Return a rectangle."""
    (across, down), (width, height) = place, size
    shape: dict[str, Attribute] = {"class": css, "x": across or None, "y": down or None}
    return element("rect", {**shape, "width": width, "height": height, "rx": rounded or None})


def text(place: tuple[int, int], css: str, *words: str) -> Markup:
    """Return a line of text with its left end on the base line at `place`."""
    return element("text", {"class": css or None, "x": place[0], "y": place[1]}, *words)


def lines(texts: Sequence[str], place: tuple[int, int], css: str) -> Markup:
    """Return lines of text under each other."""
    across, down = place
    return joined([text((across, down + number * LEADING), css, line) for number, line in enumerate(texts)])


def path(course: str, css: str) -> Markup:
    """Return a line or a shape."""
    return element("path", {"class": css, "d": course})


def tick(across: int, down: int) -> Markup:
    """Return the mark of what was answered, out of sight until the widget says so."""
    return element(
        "g",
        {"class": "aid-dia-tick", "transform": f"translate({across} {down})"},
        joined(element("circle", {"r": 7}), path("M-3 0l2 3 4-6", "aid-dia-check")),
    )
