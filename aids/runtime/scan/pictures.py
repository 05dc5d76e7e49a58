"""Owns what all pictures of a scan are drawn with: the frame with its words, the axis of points, bars, hatching, text.

A picture is SVG as nodes (`markup`): an image with a title and a description, in one ink (`currentColor`), told apart
by shape, hatching and line, never by colour alone, without styles, ids or links. A width of 320 is a phone's; text of
14 is then never under 12 pixels. Used by the other `pictures_*` modules. Runs in browser and build.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from aids.runtime.markup import Child, Node, node
from aids.runtime.scan.model import Scan

WIDTH = 320
"""Width of a picture that scales with its column, in units."""

TEXT = 14
LINE = 18
"""Height of a line of text."""

LETTERS = 42
"""How many letters fit on a line of the whole width."""

HATCH = 6
"""Distance between two lines of hatching."""


class Axis(NamedTuple):
    """Where points lie: from `start`, `length` long for `top` points."""

    start: int
    length: int
    top: int

    def place(self, points: Fraction | int) -> Fraction:
        """Return the place of a number of points."""
        return self.start + Fraction(points) * self.length / self.top


def picture(kind: str, size: tuple[int, int], title: str, says: str, *parts: Child | list[Child] | None) -> Node:
    """Return a picture: `size` in units, its name, and what is to be seen on it in words."""
    attributes = {
        "class": f"scan-picture scan-picture-{kind}",
        "role": "img",
        "viewBox": f"0 0 {size[0]} {size[1]}",
        "width": size[0],
        "height": size[1],
        "font-size": TEXT,
        "fill": "currentColor",
    }
    return node("svg", attributes, node("title", {}, title), node("desc", {}, says), *parts)


def unit(value: Fraction | int) -> str:
    """Return a measure as SVG has it, to a hundredth."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def write(
    text: str, left: Fraction | int, base: Fraction | int, anchor: str = "start", *, strong: bool = False
) -> Node:
    """Return text that starts, has its middle or ends at `left`, standing on `base`."""
    attributes = {
        "x": unit(left),
        "y": unit(base),
        "text-anchor": None if anchor == "start" else anchor,
        "font-weight": 700 if strong else None,
    }
    return node("text", attributes, text)


def paragraph(lines: Sequence[str], top: int, *, strong: bool = False) -> list[Child]:
    """Return lines of text under each other from `top` down."""
    return [write(line, 0, top + LINE * place + TEXT, strong=strong) for place, line in enumerate(lines)]


def wrapped(text: str, letters: int = LETTERS) -> list[str]:
    """Return a text in lines of at most so many letters, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def stroke(path: str, kind: str, width: Fraction | int = 1, dashes: str | None = None) -> Node:
    """Return lines along a path."""
    attributes = {
        "class": f"scan-ink-{kind}",
        "d": path,
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": unit(width),
        "stroke-dasharray": dashes,
    }
    return node("path", attributes)


def solid(left: Fraction | int, top: Fraction | int, width: Fraction | int, height: Fraction | int) -> Node:
    """Return a filled bar."""
    sizes = {"x": unit(left), "y": unit(top), "width": unit(width), "height": unit(height)}
    return node("rect", {"class": "scan-ink-solid", **sizes})


def frame(left: Fraction | int, top: Fraction | int, width: Fraction | int, height: Fraction | int) -> str:
    """Return the path around a rectangle."""
    return f"M{unit(left)} {unit(top)}h{unit(width)}v{unit(height)}h{unit(-width)}z"


def upright(place: Fraction | int, top: Fraction | int, bottom: Fraction | int) -> str:
    """Return the path of an upright line."""
    return f"M{unit(place)} {unit(top)}V{unit(bottom)}"


def hatching(left: Fraction, right: Fraction, top: int, height: int) -> str:
    """Return the path of slanting lines that fill a rectangle and stay within it; nothing for one without width."""
    parts = []
    foot = left - height + HATCH
    while foot < right > left:
        start, end = max(foot, left), min(foot + height, right)
        low, high = top + height - (start - foot), top + height - (end - foot)
        parts.append(f"M{unit(start)} {unit(low)}L{unit(end)} {unit(high)}")
        foot += HATCH
    return "".join(parts)


def scale_head(axis: Axis, base: int) -> list[Child]:
    """Return the points along the axis, from 0 to the top, standing on `base`."""
    return [write(str(points), axis.place(points), base, "middle") for points in range(axis.top + 1)]


def borders(scan: Scan, axis: Axis, top: int, bottom: int) -> Node:
    """Return the borders between the levels, as dashed upright lines."""
    starts = [level.start for level in scan.levels if 0 < level.start < axis.top]
    return stroke("".join(upright(axis.place(start), top, bottom) for start in starts), "border", 1, "2 3")
