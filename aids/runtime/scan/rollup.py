"""Owns the roll-up of many scans: how each score and line lies over all municipalities, in medians and quartiles.

Every criterion counts once, whatever weights a file has: figures of different scans are only comparable when they are
reckoned alike. Reckons in whole numbers; only the outcomes are fractions. Runs in browser and build. Reads no files.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm

from aids.runtime.scan.joint import answers_for, object_of
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import Answers, LineSpread, Quartiles, Rollup, ScoreSpread
from aids.runtime.scan.scores import Bounds, bounds_of, layout_of
from aids.runtime.scan.together import points_of, split

QUARTERS = 4


def rollup(scan: Scan, files: Sequence[object]) -> Rollup:
    """Return many files together, each as one scan: its answers, or what the group in it agreed on.

    What is no file of this scan is left out: `Rollup.files` counts those taken in.
    """
    taken = [saved for saved in files if is_of(scan, saved)]
    answers = [answers_for(scan, saved).answers for saved in taken]
    layout = layout_of(scan)
    bounds = [bounds_of(layout, found, {}) for found in answers]
    return Rollup(
        len(taken),
        tuple(name for name in map(organisation_of, taken) if name),
        _score_spread([found.whole for found in bounds]),
        {ident: _score_spread([found.chapters[ident] for found in bounds]) for ident in layout.chapters},
        {ident: _score_spread([found.criteria[ident] for found in bounds]) for ident in layout.criteria},
        {line.id: _line_spread(scan, line.id, answers) for line in scan.lines},
    )


def is_of(scan: Scan, saved: object) -> bool:
    """Return whether `saved` holds answers to this scan; one that does not name its tree is taken at its word."""
    found = object_of(saved)
    return ("answers" in found or "group" in found) and found.get("tree", scan.id) == scan.id


def organisation_of(saved: object) -> str:
    """Return the organisation that a file is from, "" where it does not say."""
    name = object_of(object_of(saved).get("by")).get("organisation")
    return name.strip() if isinstance(name, str) else ""


def quartiles(values: Iterable[Fraction | int]) -> Quartiles | None:
    """Return the quartiles by the inclusive method: the lowest and highest value are a part of the row.

    One value is its own quartiles; no value has none.
    """
    found = [*values]
    if not found:
        return None
    shared = lcm(*(value.denominator for value in found))
    row = sorted(value.numerator * (shared // value.denominator) for value in found)
    return Quartiles(len(row), *(Fraction(_cut(row, part), QUARTERS * shared) for part in range(1, QUARTERS)))


def _cut(row: Sequence[int], part: int) -> int:
    """Return QUARTERS times the value at `part` quarters of a sorted row, between its neighbours where need be."""
    place, beyond = divmod(part * (len(row) - 1), QUARTERS)
    following = row[min(place + 1, len(row) - 1)]
    return row[place] * (QUARTERS - beyond) + following * beyond


def _score_spread(bounds: Sequence[Bounds]) -> ScoreSpread:
    """Return the quartiles of one score over the scans that have it."""
    scored = [found for found in bounds if found.parts]
    return ScoreSpread(
        sum(not found.unknown for found in bounds),
        quartiles(Fraction(found.low, found.parts) for found in scored),
        quartiles(Fraction(found.high, found.parts) for found in scored),
    )


def _line_spread(scan: Scan, line: str, answers: Iterable[Answers]) -> LineSpread:
    found = split(scan, (given.get(line, UNKNOWN) for given in answers))
    counts = found.counts
    return LineSpread(found.known, counts[UNKNOWN], counts[LEFT_OUT], counts, quartiles(points_of(scan, counts)))
