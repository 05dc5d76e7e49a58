"""Owns a second reckoning of scans, written another way than the runtime's: from raw JSON, by lists and `statistics`.

A weight is a criterion that stands more often in the list; a difference is an average over all pairs of people.
Used by the tests of scores, of what is said together and of roll-ups. Shares no code with what it judges but the forms.
"""

import itertools
import statistics
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from aids.runtime.scan.model import Scan

type Raw = dict[str, Any]
type Values = dict[str, int | None]
"""By line its points; None where it does not apply."""
type Means = dict[str, Fraction | None]
"""By "whole" and the ids of chapters and criteria."""

OPEN = "open"


def value(scan: Scan, raw: Any) -> int | str | None:  # noqa: ANN401  JSON
    """Return the points of a raw answer, None where it does not apply, OPEN where nobody knows."""
    if isinstance(raw, dict):
        return None if raw.get("reason") else OPEN
    found = [place for place, step in enumerate(scan.scale) if step.id == raw]
    return found[0] if found else OPEN


def filled(scan: Scan, raw: Raw, stand_in: int) -> Values:
    """Return every line with its points, `stand_in` where it is open."""
    return {line.id: stand_in if v == OPEN else v for line in scan.lines for v in [value(scan, raw.get(line.id))]}  # type: ignore[misc]


def means(scan: Scan, values: Values, weights: dict[str, int]) -> Means:
    """Return every mean of a scan without open lines."""
    found: Means = {}
    rows: dict[str, list[Fraction]] = {"whole": [], **{chapter.id: [] for chapter in scan.chapters}}
    for criterion in scan.criteria:
        points = [values[line.id] for line in scan.lines if line.criterion == criterion.id]
        mean = average([Fraction(p) for p in points if p is not None])
        found[criterion.id] = mean
        if mean is not None:
            for name in ("whole", criterion.chapter):
                rows[name] += [mean] * weights.get(criterion.id, 1)
    return {**found, **{name: average(row) for name, row in rows.items()}}


def average(row: list[Fraction]) -> Fraction | None:
    """Return the mean of a row, None of an empty one."""
    return sum(row, Fraction(0)) / len(row) if row else None


def completions(scan: Scan, raw: Raw) -> Iterator[Values]:
    """Yield every way in which the open lines may turn out, those in which they do not apply included."""
    fixed = filled(scan, raw, 0)
    free = [line.id for line in scan.lines if value(scan, raw.get(line.id)) == OPEN]
    for picked in itertools.product([None, *range(len(scan.scale))], repeat=len(free)):
        yield {**fixed, **dict(zip(free, picked, strict=True))}


def difference(points: list[int]) -> float:
    """Return the average distance over all pairs."""
    pairs = [abs(one - other) for one, other in itertools.combinations(points, 2)]
    return statistics.fmean(pairs) if pairs else 0.0


def quarters(row: list[Any]) -> list[Any] | None:
    """Return the three quartiles of a row, by the inclusive method."""
    if len(row) < 2:
        return row * 3 or None
    return statistics.quantiles(row, n=4, method="inclusive")
