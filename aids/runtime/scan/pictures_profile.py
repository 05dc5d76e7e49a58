"""Owns the picture of a profile: per row a bar, solid as far as is certain, hatched as far as it may be.

Bars and no radar: on a radar the order of the axes makes the shape, an interval cannot be seen, and nothing fits a
phone; bars read from the top and compare along one axis. Fed with scores; the panels put a table beside it. Runs in
browser and build.
"""

from collections.abc import Sequence
from typing import NamedTuple

from aids.runtime.markup import Child, Node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.pictures import (
    LINE,
    WIDTH,
    Axis,
    borders,
    frame,
    hatching,
    paragraph,
    picture,
    scale_head,
    solid,
    stroke,
    upright,
    wrapped,
    write,
)
from aids.runtime.scan.results import Score
from aids.runtime.scan.wording import interval, level_words

BAR = 14
GAP = 12
HEAD = 20
LENGTH = 208


class Row(NamedTuple):
    """A row of the profile: its name and its score; `strong` for the whole."""

    title: str
    score: Score
    strong: bool = False


def profile(scan: Scan, title: str, rows: Sequence[Row]) -> Node:
    """Return the picture of these scores."""
    axis = Axis(6, LENGTH, scan.top)
    parts: list[Child] = [*scale_head(axis, LINE - 4)]
    top = HEAD
    for row in rows:
        lines = wrapped(row.title)
        parts.extend(paragraph(lines, top, strong=row.strong))
        top += LINE * len(lines) + 4
        parts.extend(bar(scan, axis, row.score, top))
        parts.append(write(interval(scan, row.score), axis.start + LENGTH + 10, top + BAR - 2, strong=row.strong))
        top += BAR + GAP
    return picture("profile", (WIDTH, top), title, said(scan, rows), parts)


def bar(scan: Scan, axis: Axis, score: Score, top: int) -> list[Child]:
    """Return one bar: frame, borders of the levels, solid to the low bound, hatched from there to the high one."""
    if score.low is None or score.high is None:
        return [stroke(frame(axis.start, top, axis.length, BAR), "empty", 1, "1 4")]
    low, high = axis.place(score.low), axis.place(score.high)
    ends = "".join(upright(place, top - 3, top + BAR + 3) for place in sorted({low, high}))
    return [
        stroke(frame(axis.start, top, axis.length, BAR), "frame"),
        borders(scan, axis, top, top + BAR),
        solid(axis.start, top, low - axis.start, BAR),
        stroke(hatching(low, high, top, BAR), "hatch"),
        stroke(ends, "end", 2),
    ]


def said(scan: Scan, rows: Sequence[Row]) -> str:
    """Return the same in words."""
    parts = [f"{row.title}: {interval(scan, row.score)} ({level_words(scan, row.score).lower()})" for row in rows]
    return f"Op een schaal van 0 tot {scan.top}. {'; '.join(parts)}."
