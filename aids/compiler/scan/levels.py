"""Owns the levels of a scan: nodes to `Level`, and whether they cover every score once, in exact fractions.

Used by `loading`. That the levels of a scan cover all scores is proven again, by the solver, in `proof`. Runs in the
build only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from aids.compiler.document import Position
from aids.compiler.loader_fields import Faults, Fields, with_ids
from aids.compiler.reading import Scalar
from aids.compiler.scan.document import Level
from aids.compiler.syntax_types import parse_number

KEYS = ("id", "label", "from", "below", "to")
BELOW, TO = "below", "to"


@dataclass(frozen=True, slots=True)
class Range:
    """Scores from `start` to `end`, with or without each of these two; `witness` is one of them."""

    start: Fraction
    end: Fraction
    with_start: bool
    with_end: bool
    witness: Fraction

    def __str__(self) -> str:
        if self.start == self.end:
            return f"precies {decimal(self.start)}"
        first = "vanaf" if self.with_start else "boven"
        last = "tot en met" if self.with_end else "tot"
        return f"{first} {decimal(self.start)} {last} {decimal(self.end)}"


def load_levels(fields: Fields, top: int, faults: Faults) -> tuple[Level, ...]:
    """Return the levels in file order; `top` is the highest score (below 1 where the scale is faulty)."""
    before = len(faults)
    levels = []
    for inner, ident in with_ids(fields.some_groups("levels"), KEYS, faults):
        level = _level(inner, ident, faults)
        if level:
            levels.append(level)
            if level.start < 0 or level.end > max(top, 1):
                faults.add("VW278", ident.at, id=ident.text, reason=f"een score ligt van 0 tot en met {top}")
    if len(faults) == before and top > 0 and fields.node.get("levels") is not None:
        _judge(levels, top, fields.key_at("levels"), faults)
    return tuple(levels)


def gaps(levels: Iterable[Level], top: int) -> Iterator[Range]:
    """Yield the scores from 0 to `top` that lie in no level."""
    listed = list(levels)
    yield from _merged(part for part in _parts(listed, top) if not _holding(listed, part.witness))


def overlaps(levels: Iterable[Level], top: int) -> Iterator[tuple[Level, Level, Range]]:
    """Yield each two levels that share scores, in file order, with those."""
    listed = list(levels)
    for index, second in enumerate(listed):
        for first in listed[:index]:
            shared = (part for part in _parts(listed, top) if len(_holding([first, second], part.witness)) > 1)
            yield from ((first, second, part) for part in _merged(shared))


def decimal(number: Fraction) -> str:
    """Return a number as Dutch writes it, or as a fraction where its decimals do not end.

    >>> decimal(Fraction(5, 4)), decimal(Fraction(1, 3))
    ('1,25', '1/3')
    """
    places = 0
    while (number * 10**places).denominator > 1 and places < LONGEST_DECIMAL:
        places += 1
    if (number * 10**places).denominator > 1:
        return str(number)
    return f"{float(number):.{places}f}".replace(".", ",")


LONGEST_DECIMAL = 9


def _level(fields: Fields, ident: Scalar, faults: Faults) -> Level | None:
    label = fields.text("label")
    start = _score(fields, "from")
    if (BELOW in fields) == (TO in fields):
        faults.add("VW278", ident.at, id=ident.text, reason="schrijf below of to, een van de twee")
        return None
    closed = TO in fields
    end = _score(fields, TO if closed else BELOW)
    if start is None or end is None:
        return None
    if start > end or (start == end and not closed):
        faults.add("VW278", ident.at, id=ident.text, reason="zo hoort er geen enkele score bij")
        return None
    return Level(ident.text, label, start, end, closed, ident.at)


def _score(fields: Fields, key: str) -> Fraction | None:
    """Return the number under `key` exactly as it is written."""
    scalar = fields.scalar(key)
    if scalar is None:
        return None
    if parse_number(scalar.text) is None:
        fields.faults.add("VW209", scalar.at, value=scalar.text)
        return None
    return Fraction(scalar.text)


def _judge(levels: list[Level], top: int, at: Position, faults: Faults) -> None:
    """Report scores in no level or in two, and levels that do not go up."""
    for gap in gaps(levels, top):
        below = [level for level in levels if level.end <= gap.start]
        place = max(below, key=lambda level: level.end).at if below else at
        faults.add("VW279", place, gap=gap, witness=decimal(gap.witness))
    for first, second, shared in overlaps(levels, top):
        values = {"first": first.id, "second": second.id, "witness": decimal(shared.witness)}
        faults.add("VW280", second.at, shared=shared, **values)
    for lower, higher in pairwise(levels):
        if higher.start < lower.start:
            faults.add("VW281", higher.at, id=higher.id, other=lower.id)


def _holding(levels: Iterable[Level], score: Fraction) -> list[Level]:
    """Return the levels in which a score lies."""
    return [
        level
        for level in levels
        if level.start <= score and (score < level.end or (level.closed and score == level.end))
    ]


def _parts(levels: list[Level], top: int) -> Iterator[Range]:
    """Yield the points at which a level begins or ends and what lies between, from 0 to `top`: all that can differ."""
    ends = {score for level in levels for score in (level.start, level.end) if 0 <= score <= top}
    points = sorted({Fraction(0), Fraction(top), *ends})
    yield Range(points[0], points[0], True, True, points[0])  # noqa: FBT003  with both ends
    for low, high in pairwise(points):
        yield Range(low, high, False, False, (low + high) / 2)  # noqa: FBT003  without its ends
        yield Range(high, high, True, True, high)  # noqa: FBT003


def _merged(parts: Iterable[Range]) -> Iterator[Range]:
    """Yield neighbouring parts as one; a part between two points is the better witness."""
    open_part: Range | None = None
    for part in parts:
        if open_part and open_part.end == part.start and (open_part.with_end or part.with_start):
            witness = open_part.witness if part.start == part.end else part.witness
            open_part = Range(open_part.start, part.end, open_part.with_start, part.with_end, witness)
            continue
        if open_part:
            yield open_part
        open_part = part
    if open_part:
        yield open_part
