"""Laws of levels: gaps and overlaps are found exactly, whatever the bounds, and each witness is one."""

import random
from fractions import Fraction
from pathlib import Path

import pytest

from aids.compiler.scan.document import Level
from aids.compiler.scan.levels import decimal, gaps, overlaps
from tests.unit.compiler.scan.scan_project import codes, loaded, sound, with_sections

FOUR = "".join(f"\n  - {{id: s{number}, label: Stap}}" for number in range(4))


def level(start: str, end: str, *, closed: bool = False) -> Level:
    """Return a level between two numbers."""
    return Level(f"van-{start}", "", Fraction(start), Fraction(end), closed)


def holds(each: Level, score: Fraction) -> bool:
    """Return whether a score lies in a level, by its definition."""
    return each.start <= score < each.end or (each.closed and score == each.end)


CONTRACT = [level("0", "1"), level("1", "2"), level("2", "3"), level("3", "3", closed=True)]


def test_levels_that_fit_have_no_gap_and_no_overlap() -> None:
    """From 0 to 3 in halves that join, with the top by itself, every score lies in one level."""
    assert list(gaps(CONTRACT, 3)) == []
    assert list(overlaps(CONTRACT, 3)) == []


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        (CONTRACT[1:], ["vanaf 0 tot 1"]),
        (CONTRACT[:-1], ["precies 3"]),
        ([CONTRACT[0], *CONTRACT[2:]], ["vanaf 1 tot 2"]),
        ([level("0", "1", closed=True), level("1.5", "3", closed=True)], ["boven 1 tot 1,5"]),
        ([level("0.25", "3")], ["vanaf 0 tot 0,25", "precies 3"]),
        ([level("0", "0", closed=True)], ["boven 0 tot en met 3"]),
        ([], ["vanaf 0 tot en met 3"]),
    ],
)
def test_a_gap_is_named_as_an_interval(levels: list[Level], words: list[str]) -> None:
    """The scores without a level are said with their bounds, and whether these belong to them."""
    found = list(gaps(levels, 3))
    assert [str(gap) for gap in found] == words
    assert not any(holds(each, gap.witness) for gap in found for each in levels)


def test_random_levels_are_judged_as_point_by_point() -> None:
    """A fine grid of scores finds a gap or an overlap exactly where the exact judgement does."""
    dice = random.Random(1)  # noqa: S311  the same each time
    grid = [Fraction(number, 16) for number in range(3 * 16 + 1)]
    for _ in range(300):
        ends = [sorted((Fraction(dice.randrange(13), 4), Fraction(dice.randrange(13), 4))) for _ in range(3)]
        listed = [
            Level(f"n{index}", "", low, high, closed=low == high or dice.random() < 0.5)
            for index, (low, high) in enumerate(ends)
        ]
        missing = {score for score in grid if not any(holds(each, score) for each in listed)}
        found = list(gaps(listed, 3))
        assert {
            score
            for score in grid
            for gap in found
            if (gap.start < score or (gap.with_start and gap.start == score))
            and (score < gap.end or (gap.with_end and gap.end == score))
        } == missing
        twice = any(sum(holds(each, score) for each in listed) > 1 for score in grid)
        shared = list(overlaps(listed, 3))
        assert bool(shared) == twice
        for first, second, part in shared:
            assert holds(first, part.witness)
            assert holds(second, part.witness)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("{id: n, label: N, from: 0, below: 1, to: 3}", ["VW278"]),
        ("{id: n, label: N, from: 0}", ["VW278"]),
        ("{id: n, label: N, from: 2, to: 1}", ["VW278"]),
        ("{id: n, label: N, from: 0, to: 4}", ["VW278"]),
        ("{id: n, label: N, from: -1, to: 3}", ["VW278"]),
        ("{id: n, label: N, from: nul, to: 3}", ["VW209"]),
        ("{id: n, label: N, from: 0, to: 2}", ["VW279"]),
        ("{id: n, label: N, from: 0, below: 3}", ["VW279"]),
    ],
)
def test_a_level_that_cannot_be_is_told(levels: str, expected: list[str], tmp_path: Path) -> None:
    """A level with faulty bounds is one finding: what the others cover is not judged then."""
    _, found = loaded(tmp_path, with_sections(scale=FOUR, levels=f"\n  - {levels}"))
    assert codes(found) == expected


def test_decimals_are_read_exactly(tmp_path: Path) -> None:
    """A bound of 0.1 is a tenth, not the number in a computer that comes near."""
    ends = "\n  - {id: a, label: A, from: 0, below: 0.1}\n  - {id: b, label: B, from: 0.1, to: 1}"
    document = sound(tmp_path, with_sections(levels=ends))
    assert document.levels[0].end == Fraction(1, 10)


def test_a_number_that_does_not_end_is_a_fraction() -> None:
    """Numbers are written as Dutch does."""
    assert [decimal(Fraction(each)) for each in ("0", "1.5", "1/3", "5/8")] == ["0", "1,5", "1/3", "0,625"]
