"""Owns the sheets "Antwoorden" and "Schaal": every line with its answer and notes, and what the answers are worth.

The bounds of a line are formulas over the answer, so that they follow when someone changes it. `scores_sheet` reckons
on with them; `xlsx_read` reads the answers back. Runs in browser and build.
"""

from collections.abc import Mapping
from typing import Any

from aids.export import layout
from aids.export.rows import FIRST_DAY, LAST_DAY, NOTES, Row, day
from aids.export.sheet_names import cell_name, column_range
from aids.export.sheets import Cell, Choice, Column, Formula, Sheet
from aids.runtime.scan.model import LARGEST_WEIGHT, LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import Score, Scores
from aids.runtime.scan.wording import NOT_APPLICABLE, NOT_KNOWN, answer_words
from aids.runtime.scan.work import mapping, words_of

COLUMNS = (
    Column(layout.LINE, 7, "narrow"),
    Column("Groep", 6, "narrow"),
    Column("Nr", 5),
    Column("Hoofdstuk", 16),
    Column("Criterium", 22),
    Column("Vraag", 44),
    Column(layout.ANSWER, 18),
    Column(layout.REASON, 22),
    Column("Minstens", 9, "whole"),
    Column("Hoogstens", 10, "whole"),
    Column(layout.WEIGHT, 8, "whole"),
    *(
        Column(layout.NOTE_HEADS[name], 12 if name == "date" else 24, "date" if name == "date" else "text")
        for name in NOTES
    ),
    Column(layout.WORDS, 9, "narrow"),
)
GROUP_AT = 1
ANSWER_AT, REASON_AT, LOW_AT, HIGH_AT, WEIGHT_AT = 6, 7, 8, 9, 10
DATE_AT = 11 + NOTES.index("date")
LABEL_AT, POINTS_AT = 1, 2


def answers_sheet(scan: Scan, saved: Mapping[str, Any], rows: list[Row], scores: Scores, weight: str) -> Sheet:
    """Return the sheet of answers.

    Args:
        scan: the scan.
        saved: the document, for the words that the lines had when it was saved.
        rows: its lines.
        scores: what is shown in the bounds before anyone reckons.
        weight: a formula that gives the weight of the criterion in cell {group}.
    """
    kept = mapping(saved.get("words"))
    cells = [_cells(scan, row, scores.lines[row.line.id], at, weight) for at, row in enumerate(rows, start=1)]
    for row, line in zip(rows, cells, strict=True):
        line.append(words_of(kept, row.line.id) or row.line.words)
    return Sheet(layout.ANSWERS, COLUMNS, cells, fixed=3, choices=_choices(scan))


def scale_sheet(scan: Scan) -> Sheet:
    """Return the sheet that says what each answer is called, and what it is worth."""
    columns = (
        Column(layout.MEANING, 16, "narrow"),
        Column(layout.LABEL, 26),
        Column("Punten", 9, "whole"),
        Column("Wat het zegt", 90),
    )
    rows: list[list[Cell]] = [[step.id, step.label, step.points, step.hint] for step in scan.scale]
    rows += [
        [LEFT_OUT, NOT_APPLICABLE, None, "Telt niet mee, als u zegt waarom niet. Zonder reden blijft de vraag open."],
        [UNKNOWN, NOT_KNOWN, None, f"Kan nog alles zijn: van 0 tot {scan.top} punten. Zo telt ook een leeg antwoord."],
    ]
    return Sheet(layout.SCALE, columns, rows)


def _cells(scan: Scan, row: Row, score: Score, at: int, weight: str) -> list[Cell]:
    answer, reason = cell_name(at, ANSWER_AT), cell_name(at, REASON_AT)
    left_out = f'AND({answer}="{NOT_APPLICABLE}",TRIM({reason})<>"")'
    steps = column_range(layout.SCALE, LABEL_AT, 1, len(scan.scale))
    points = column_range(layout.SCALE, POINTS_AT, 1, len(scan.scale))

    def bound(otherwise: int, shown: float | str) -> Formula:
        return Formula(f'=IF({left_out},"",IFERROR(INDEX({points},MATCH({answer},{steps},0)),{otherwise}))', shown)

    return [
        row.line.id,
        row.criterion.id,
        row.line.number,
        row.chapter.title,
        f"{row.criterion.number}. {row.criterion.title}",
        row.line.ask,
        answer_words(scan, row.answer) if row.answer else "",
        row.reason,
        bound(0, "" if score.low is None else float(score.low)),
        bound(scan.top, "" if score.high is None else float(score.high)),
        Formula(weight.format(group=cell_name(at, GROUP_AT)), row.weight),
        *(day(row.notes[name]) if name == "date" else row.notes[name] for name in NOTES),
    ]


def _choices(scan: Scan) -> list[Choice]:
    """Return what may be typed: an answer of the scale, and a date."""
    answers = {
        "validate": "list",
        "source": f"={column_range(layout.SCALE, LABEL_AT, 1, len(scan.scale) + 2)}",
        "error_title": "Onbekend antwoord",
        "error_message": "Kies een antwoord uit de lijst, of maak de cel leeg.",
    }
    dates = {
        "validate": "date",
        "criteria": "between",
        "minimum": FIRST_DAY,
        "maximum": LAST_DAY,
        "error_title": "Geen datum",
        "error_message": "Vul een datum in, zoals 1-3-2027.",
    }
    return [Choice(ANSWER_AT, answers), Choice(DATE_AT, dates)]


WEIGHT_RULE: dict[str, Any] = {
    "validate": "integer",
    "criteria": "between",
    "minimum": 1,
    "maximum": LARGEST_WEIGHT,
    "error_title": "Geen gewicht",
    "error_message": f"Een gewicht is een heel getal van 1 tot en met {LARGEST_WEIGHT}.",
}
