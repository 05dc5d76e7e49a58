"""Owns the scores of a scan: of each line, criterion and chapter and of the whole, each between two bounds.

A criterion is the mean of its lines that are not left out; a chapter, and the whole, the weighted mean of its criteria
that have a score. A line without a known answer may be anything on the scale: it counts as nothing for the lower bound
and as the top for the upper one, so that the interval holds every completion (one that leaves lines out as well: a
mean over fewer lies between the same bounds). Reckons in whole numbers; a bound becomes a fraction only at the end.
Runs in browser and build. Reads no JSON (see `answers`).
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from aids.runtime.scan.answers import weight_of
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import Answers, Score, Scores, Weights


class Layout(NamedTuple):
    """What reckoning needs of a scan: points by step, lines by criterion, criteria by chapter, all by id."""

    points: dict[str, int]
    top: int
    criteria: dict[str, tuple[str, ...]]
    chapters: dict[str, tuple[str, ...]]


class Bounds(NamedTuple):
    """A score in whole numbers: it lies from `low` to `high`, both over `parts`, which is 0 where there is none."""

    low: int
    high: int
    parts: int
    known: int
    unknown: int
    left_out: int


class AllBounds(NamedTuple):
    """The bounds of the whole, and by id of each chapter and criterion."""

    whole: Bounds
    chapters: dict[str, Bounds]
    criteria: dict[str, Bounds]


def layout_of(scan: Scan) -> Layout:
    """Return what reckoning needs of the scan; made once where many answers are reckoned."""
    lines: dict[str, list[str]] = {criterion.id: [] for criterion in scan.criteria}
    for line in scan.lines:
        lines[line.criterion].append(line.id)
    chapters: dict[str, list[str]] = {chapter.id: [] for chapter in scan.chapters}
    for criterion in scan.criteria:
        chapters[criterion.chapter].append(criterion.id)
    return Layout(scan.points(), scan.top, _frozen(lines), _frozen(chapters))


def _frozen(groups: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {ident: tuple(members) for ident, members in groups.items()}


def bounds_of(layout: Layout, answers: Answers, weights: Weights) -> AllBounds:
    """Return the bounds of all scores but those of lines."""
    criteria = {ident: _mean(layout, lines, answers) for ident, lines in layout.criteria.items()}
    weighed = {ident: (weight_of(weights, ident), bounds) for ident, bounds in criteria.items()}
    chapters = {
        chapter: _weighted_mean([weighed[ident] for ident in members]) for chapter, members in layout.chapters.items()
    }
    return AllBounds(_weighted_mean(weighed.values()), chapters, criteria)


def _mean(layout: Layout, lines: tuple[str, ...], answers: Answers) -> Bounds:
    """Return the bounds of the mean of lines that count equally."""
    total = known = left_out = 0
    for line in lines:
        answer = answers.get(line, UNKNOWN)
        if answer in layout.points:
            total += layout.points[answer]
            known += 1
        elif answer == LEFT_OUT:
            left_out += 1
    unknown = len(lines) - known - left_out
    return Bounds(total, total + layout.top * unknown, known + unknown, known, unknown, left_out)


def _weighted_mean(weighed: Iterable[tuple[int, Bounds]]) -> Bounds:
    """Return the bounds of the weighted mean of the criteria that have a score."""
    all_of_them = [*weighed]
    counting = [(weight, bounds) for weight, bounds in all_of_them if bounds.parts]
    shared = lcm(*(bounds.parts for _, bounds in counting))
    return Bounds(
        sum(weight * bounds.low * (shared // bounds.parts) for weight, bounds in counting),
        sum(weight * bounds.high * (shared // bounds.parts) for weight, bounds in counting),
        shared * sum(weight for weight, _ in counting),
        sum(bounds.known for _, bounds in all_of_them),
        sum(bounds.unknown for _, bounds in all_of_them),
        sum(bounds.left_out for _, bounds in all_of_them),
    )


def scores_of(scan: Scan, answers: Answers, weights: Weights | None = None) -> Scores:
    """Return all scores for the answers; a criterion that `weights` does not name counts once."""
    layout = layout_of(scan)
    bounds = bounds_of(layout, answers, weights or {})
    lines = {line.id: _mean(layout, (line.id,), answers) for line in scan.lines}
    alike = {found: _score(scan, found) for found in {*lines.values()}}
    return Scores(
        _score(scan, bounds.whole),
        {ident: _score(scan, found) for ident, found in bounds.chapters.items()},
        {ident: _score(scan, found) for ident, found in bounds.criteria.items()},
        {ident: alike[found] for ident, found in lines.items()},
    )


def _score(scan: Scan, bounds: Bounds) -> Score:
    """Return the score that the bounds say, with its levels."""
    counts = (bounds.known, bounds.unknown, bounds.left_out)
    if not bounds.parts:
        return Score(None, None, *counts, None)
    low, high = Fraction(bounds.low, bounds.parts), Fraction(bounds.high, bounds.parts)
    return Score(low, high, *counts, (scan.level_of(low).id, scan.level_of(high).id))
