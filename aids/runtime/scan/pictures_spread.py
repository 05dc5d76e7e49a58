"""Owns the pictures of spread: how many gave each answer to one line, and quartiles over many scans.

Small columns with their count above and the sign of the answer below; boxes with a thick line at the middle one. Runs
in browser and build.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from aids.runtime.markup import Child, Node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.pictures import (
    LINE,
    TEXT,
    WIDTH,
    Axis,
    borders,
    frame,
    paragraph,
    picture,
    scale_head,
    solid,
    stroke,
    unit,
    upright,
    wrapped,
    write,
)
from aids.runtime.scan.pictures_profile import HEAD
from aids.runtime.scan.results import Quartiles, Score, ScoreSpread
from aids.runtime.scan.wording import interval, number

COLUMN = 40
HIGHEST = 36
BOX = 12
START = 12
LENGTH = 290


def strip(title: str, counts: Sequence[tuple[str, str, int]]) -> Node:
    """Return how often each answer was given; `counts`: sign, words and count."""
    most = max((times for _, _, times in counts), default=0) or 1
    foot = LINE + HIGHEST
    parts: list[Child] = [stroke(f"M0 {foot}h{COLUMN * len(counts)}", "frame")]
    for place, (sign, _, times) in enumerate(counts):
        left = place * COLUMN
        height = Fraction(HIGHEST * times, most)
        if times:
            parts.append(solid(left + 8, foot - height, COLUMN - 16, height))
        parts.append(write(str(times), left + COLUMN // 2, foot - height - 4, "middle"))
        parts.append(write(sign, left + COLUMN // 2, foot + TEXT + 2, "middle", strong=True))
    return picture("strip", (COLUMN * len(counts), foot + LINE + 2), title, f"{counted(counts)}.", parts)


def counted(counts: Sequence[tuple[str, str, int]]) -> str:
    """Return the same in words, without the answers that nobody gave."""
    return ", ".join(f"{words.lower()} {times}" for _, words, times in counts if times) or "geen antwoorden"


class Box(NamedTuple):
    """A row of the boxes: its name, the spread over many scans, and the score of the reader's own, if there is one."""

    title: str
    spread: ScoreSpread
    own: Score | None


def boxes(scan: Scan, title: str, rows: Sequence[Box]) -> Node:
    """Return per row a box of what the scans are at least, a dashed one of at most, and a diamond for one's own."""
    axis = Axis(START, LENGTH, scan.top)
    parts: list[Child] = [*scale_head(axis, LINE - 4)]
    top = HEAD
    for row in rows:
        written = wrapped(row.title)
        parts.extend(paragraph(written, top))
        top += LINE * len(written) + 5
        start = top
        for quartiles, dashes in drawn(row.spread):
            parts.extend(box(axis, quartiles, top, dashes))
            top += BOX + 5
        if row.own is not None and row.own.low is not None and row.own.high is not None:
            parts.extend(diamonds(axis, sorted({row.own.low, row.own.high}), top + BOX // 2))
            top += BOX + 5
        parts.append(borders(scan, axis, start - 3, top))
        top += 9
    said = [f"{row.title}: {box_words(scan, row)}" for row in rows]
    return picture("boxes", (WIDTH, top), title, f"Op een schaal van 0 tot {scan.top}. {'; '.join(said)}.", parts)


def drawn(spread: ScoreSpread) -> list[tuple[Quartiles, str | None]]:
    """Return the boxes of a spread: one if at least and at most are the same."""
    both = [(spread.low, None), (None if spread.low == spread.high else spread.high, "4 3")]
    return [(quartiles, dashes) for quartiles, dashes in both if quartiles is not None]


def box(axis: Axis, quartiles: Quartiles, top: int, dashes: str | None) -> list[Child]:
    """Return a box from the lower to the upper quartile, with a thick line at the median."""
    lower, upper = axis.place(quartiles.lower), axis.place(quartiles.upper)
    return [
        stroke(f"M{axis.start} {top + BOX // 2}h{axis.length}", "border", 1, "2 3"),
        stroke(frame(lower, top, upper - lower, BOX), "box", Fraction(3, 2), dashes),
        stroke(upright(axis.place(quartiles.median), top - 2, top + BOX + 2), "median", 4),
    ]


def diamonds(axis: Axis, scores: Sequence[Fraction], height: int) -> list[Child]:
    """Return a diamond at each bound of one's own score, with a line between."""
    places = [axis.place(score) for score in scores]
    line = stroke(f"M{unit(places[0])} {height}H{unit(places[-1])}", "own", 2)
    shapes = "".join(f"M{unit(place - 6)} {height}l6 -6l6 6l-6 6z" for place in places)
    return [line, Node("path", {"class": "scan-ink-head", "d": shapes}, ())]


def box_words(scan: Scan, row: Box) -> str:
    """Return a row of the boxes in words."""
    parts = [
        f"{name} {number(scan, found.median)} in het midden, de middelste helft van {number(scan, found.lower)} "
        f"tot {number(scan, found.upper)}"
        for name, found in (("ten minste", row.spread.low), ("ten hoogste", row.spread.high))
        if found is not None
    ]
    own = [] if row.own is None else [f"uw scan {interval(scan, row.own)}"]
    return ", ".join([*parts, *own]) or "geen score"
