"""Owns the sheet "Scores": the means as formulas over the answers, by the rule of `aids.runtime.scan.scores`.

A criterion is the mean of its lines that count, for the lower and the upper bound apart; a chapter, and the whole, the
weighted mean of the criteria that have a score. The last three columns hold the parts of those means, so that each step
can be checked. Weights are set here. Runs in browser and build.
"""

from collections.abc import Callable
from typing import NamedTuple

from aids.export import layout
from aids.export.answers_sheet import GROUP_AT, HIGH_AT, LOW_AT, WEIGHT_RULE
from aids.export.sheet_names import cell_name, column_range
from aids.export.sheets import Cell, Choice, Column, Formula, Sheet
from aids.runtime.scan.model import Scan
from aids.runtime.scan.results import Score, Scores, Weights

COLUMNS = (
    Column(layout.SORT, 11),
    Column(layout.IDENT, 12, "narrow"),
    Column("Hoofdstuk", 12, "narrow"),
    Column("Nr", 5),
    Column("Onderdeel", 44),
    Column(layout.WEIGHT, 9, "whole"),
    Column("Minstens", 10, "number"),
    Column("Hoogstens", 10, "number"),
    Column("Bekend", 8, "whole"),
    Column("Onbekend", 9, "whole"),
    Column("Niet van toepassing", 11, "whole"),
    Column("Niveau, minstens", 20),
    Column("Niveau, hoogstens", 20),
    Column("Telt mee met", 8, "whole"),
    Column("Gewicht maal minstens", 11, "number"),
    Column("Gewicht maal hoogstens", 11, "number"),
)
IDENT_AT, CHAPTER_AT, WEIGHT_IN, LOW_IN, HIGH_IN, KNOWN_IN, UNKNOWN_IN, LEFT_OUT_IN = 1, 2, 5, 6, 7, 8, 9, 10
COUNTED_IN, LOW_SHARE_IN, HIGH_SHARE_IN = 13, 14, 15
DIGITS = 9
"""Decimals to which a mean is rounded before it is given a level: a spreadsheet reckons in floating point."""


class Place(NamedTuple):
    """Where the rows of criteria are on this sheet, and how many lines the answers hold."""

    first: int
    last: int
    lines: int

    def column(self, at: int) -> str:
        """Return a column of the criteria."""
        return column_range(layout.SCORES, at, self.first, self.last)

    def answers(self, at: int) -> str:
        """Return a column of the answers."""
        return column_range(layout.ANSWERS, at, 1, self.lines)


def place_of(scan: Scan) -> Place:
    """Return where things are for this scan: the whole comes first, then the chapters, then the criteria."""
    first = 2 + len(scan.chapters)
    return Place(first, first + len(scan.criteria) - 1, len(scan.lines))


def weight_formula(scan: Scan) -> str:
    """Return the formula of the weight of the criterion in cell {group}."""
    place = place_of(scan)
    return f"=INDEX({place.column(WEIGHT_IN)},MATCH({{group}},{place.column(IDENT_AT)},0))"


def scores_sheet(scan: Scan, scores: Scores, weights: Weights) -> Sheet:
    """Return the sheet, with what `scores` says shown until someone reckons."""
    place = place_of(scan)
    whole = (*(f"SUM({place.column(at)})" for at in SUMMED),)
    rows = [_mean_row(scan, 1, ("Geheel", "", "", "", scan.title), whole, scores.whole)]
    for at, chapter in enumerate(scan.chapters, start=2):
        own = cell_name(at, IDENT_AT)
        parts = tuple(f"SUMIFS({place.column(column)},{place.column(CHAPTER_AT)},{own})" for column in SUMMED)
        names = ("Hoofdstuk", chapter.id, "", "", chapter.title)
        rows.append(_mean_row(scan, at, names, parts, scores.chapters[chapter.id]))
    for at, criterion in enumerate(scan.criteria, start=place.first):
        names = (layout.OF_CRITERION, criterion.id, criterion.chapter, criterion.number, criterion.title)
        weight = weights.get(criterion.id, 1)
        rows.append(_criterion_row(scan, at, names, place, weight, scores.criteria[criterion.id]))
    return Sheet(layout.SCORES, COLUMNS, rows, fixed=5, choices=[Choice(WEIGHT_IN, WEIGHT_RULE)])


SUMMED = (COUNTED_IN, LOW_SHARE_IN, HIGH_SHARE_IN, KNOWN_IN, UNKNOWN_IN, LEFT_OUT_IN)


def _mean_row(scan: Scan, at: int, names: tuple[str, ...], parts: tuple[str, ...], score: Score) -> list[Cell]:
    """Return the row of a weighted mean of criteria; `parts` sums their weights, shares and counts."""
    counted, low, high, *counts = parts
    return [
        *names,
        None,
        Formula(f'=IF({counted}=0,"",{low}/{counted})', _shown(score.low)),
        Formula(f'=IF({counted}=0,"",{high}/{counted})', _shown(score.high)),
        *(Formula(f"={part}", shown) for part, shown in zip(counts, _counts(score), strict=True)),
        *_levels(scan, at, score),
        None,
        None,
        None,
    ]


def _criterion_row(scan: Scan, at: int, names: tuple[str, ...], place: Place, weight: int, score: Score) -> list[Cell]:
    """Return the row of a criterion: the mean of its lines that count."""
    groups, lows, highs = (place.answers(column) for column in (GROUP_AT, LOW_AT, HIGH_AT))
    own = cell_name(at, IDENT_AT)
    low, high, times = (cell_name(at, column) for column in (LOW_IN, HIGH_IN, WEIGHT_IN))
    counting = f"({groups}={own})*ISNUMBER({lows})"
    has_score = score.low is not None
    return [
        *names,
        weight,
        Formula(f'=IFERROR(AVERAGEIFS({lows},{groups},{own}),"")', _shown(score.low)),
        Formula(f'=IFERROR(AVERAGEIFS({highs},{groups},{own}),"")', _shown(score.high)),
        Formula(f"=SUMPRODUCT({counting}*({lows}={highs}))", score.known),
        Formula(f"=SUMPRODUCT({counting}*({lows}<>{highs}))", score.unknown),
        Formula(f"=SUMPRODUCT(({groups}={own})*(1-ISNUMBER({lows})))", score.left_out),
        *_levels(scan, at, score),
        Formula(f"=IF(ISNUMBER({low}),{times},0)", weight if has_score else 0),
        Formula(f"=IF(ISNUMBER({low}),{times}*{low},0)", float(weight * (score.low or 0))),
        Formula(f"=IF(ISNUMBER({high}),{times}*{high},0)", float(weight * (score.high or 0))),
    ]


def _levels(scan: Scan, at: int, score: Score) -> list[Cell]:
    """Return the levels of both bounds in words."""
    labels = {level.id: level.label for level in scan.levels}
    shown = [labels[level] for level in score.levels] if score.levels else ["", ""]
    formula = _level_formula(scan)
    return [
        Formula(formula(cell_name(at, column)), word) for column, word in zip((LOW_IN, HIGH_IN), shown, strict=True)
    ]


def _level_formula(scan: Scan) -> Callable[[str], str]:
    """Return what makes the formula of the level of a cell: the last one that begins at or below it."""

    def formula(cell: str) -> str:
        first, *others = sorted(scan.levels, key=lambda level: level.start)
        found = _quoted(first.label)
        for level in others:
            found = f"IF(ROUND({cell},{DIGITS})>={round(float(level.start), DIGITS)!r},{_quoted(level.label)},{found})"
        return f'=IF({cell}="","",{found})'

    return formula


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _shown(bound: object) -> float | str:
    return "" if bound is None else float(bound)  # type: ignore[arg-type]


def _counts(score: Score) -> tuple[int, int, int]:
    return score.known, score.unknown, score.left_out
