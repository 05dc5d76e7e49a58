"""Owns the pictures of change against last time: an arrow per line from then to now, and two bars per chapter.

Then is an open ring, now is the head of an arrow. Fed with a comparison; the panels put a table beside it. Runs in
browser and build.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from aids.runtime.markup import Child, Node, node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.pictures import (
    LINE,
    WIDTH,
    Axis,
    borders,
    frame,
    paragraph,
    picture,
    scale_head,
    stroke,
    unit,
    upright,
    wrapped,
    write,
)
from aids.runtime.scan.pictures_profile import BAR, HEAD, LENGTH, bar
from aids.runtime.scan.results import LineChange, Score
from aids.runtime.scan.wording import answer_words, interval

RING = 5
START = 12
TRACK = 20


class Pair(NamedTuple):
    """A score then and now."""

    title: str
    before: Score
    after: Score


def moved(lines: Sequence[LineChange]) -> list[LineChange]:
    """Return the lines that went up or down, the largest rise first, the largest fall last."""
    return sorted((line for line in lines if line.steps), key=lambda line: -(line.steps or 0))


def arrows(scan: Scan, title: str, lines: Sequence[LineChange], numbers: Mapping[str, str]) -> Node:
    """Return an arrow per line from then to now; `lines` as `moved` returns them, `numbers` by line."""
    points = scan.points()
    axis = Axis(START, LENGTH, scan.top)
    parts: list[Child] = [*scale_head(axis, LINE - 4)]
    top = HEAD
    said = []
    for line in lines:
        name = f"{numbers[line.line]} {line.short}"
        written = wrapped(name)
        parts.extend(paragraph(written, top))
        top += LINE * len(written)
        before, after = points[line.before], points[line.after]
        parts.extend(arrow(axis, before, after, top + TRACK // 2))
        parts.append(write(step_words(after - before), START + LENGTH + 14, top + TRACK // 2 + 5))
        said.append(f"{name}: van {answer_words(scan, line.before)} naar {answer_words(scan, line.after)}")
        top += TRACK + 8
    return picture("change", (WIDTH, top), title, f"Van toen (ring) naar nu (pijlpunt). {'; '.join(said)}.", parts)


def arrow(axis: Axis, before: int, after: int, height: int) -> list[Child]:
    """Return one arrow on its track: a ring at `before`, a head at `after`."""
    start, end = axis.place(before), axis.place(after)
    way = 1 if after > before else -1
    track = stroke(f"M{axis.start} {height}h{axis.length}", "border", 1, "2 3")
    shaft = stroke(f"M{unit(start + way * RING)} {height}H{unit(end - way * 9)}", "shaft", 2)
    ring = {
        "class": "scan-ink-ring",
        "cx": unit(start),
        "cy": height,
        "r": RING,
        "fill": "none",
        "stroke": "currentColor",
    }
    tip = f"M{unit(end)} {height}l{-way * 11} -7v14z"
    return [
        track,
        shaft,
        node("circle", {**ring, "stroke-width": 2}),
        Node("path", {"class": "scan-ink-head", "d": tip}, ()),
    ]


def pairs(scan: Scan, title: str, rows: Sequence[Pair]) -> Node:
    """Return per row the score then as an outlined bar, with the score now below it."""
    axis = Axis(START, LENGTH - 30, scan.top)
    values = axis.start + axis.length + 10
    parts: list[Child] = [*scale_head(axis, LINE - 4)]
    top = HEAD
    for row in rows:
        written = wrapped(row.title)
        parts.extend(paragraph(written, top))
        top += LINE * len(written) + 4
        parts.extend(outline(scan, axis, row.before, top))
        parts.append(write(f"toen {interval(scan, row.before)}", values, top + BAR - 2))
        top += BAR + 7
        parts.extend(bar(scan, axis, row.after, top))
        parts.append(write(f"nu {interval(scan, row.after)}", values, top + BAR - 2, strong=True))
        top += BAR + 12
    said = [f"{row.title}: toen {interval(scan, row.before)}, nu {interval(scan, row.after)}" for row in rows]
    return picture("pairs", (WIDTH, top), title, f"Op een schaal van 0 tot {scan.top}. {'; '.join(said)}.", parts)


def outline(scan: Scan, axis: Axis, score: Score, top: int) -> list[Child]:
    """Return an open bar to the low bound, dashed from there to the high one."""
    if score.low is None or score.high is None:
        return [stroke(frame(axis.start, top, axis.length, BAR), "empty", 1, "1 4")]
    low, high = axis.place(score.low), axis.place(score.high)
    inner = (top + 2, BAR - 4)
    parts: list[Child] = [
        borders(scan, axis, top, top + BAR),
        stroke(frame(axis.start, inner[0], low - axis.start, inner[1]), "outline", 2),
    ]
    if high > low:
        open_end = stroke(frame(low, inner[0], high - low, inner[1]), "outline", Fraction(3, 2), "4 3")
        parts.append(open_end)
    parts.append(stroke(upright(high, top - 2, top + BAR + 2), "end", 2))
    return parts


def step_words(steps: int) -> str:
    """Return a number of steps with its direction in words."""
    return f"{abs(steps)} {'hoger' if steps > 0 else 'lager'}"
