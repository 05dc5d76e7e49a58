"""Owns the table of a scan as CSV, in the form that a Dutch spreadsheet opens by itself: every line, nothing reckoned.

UTF-8 with a mark in front, semicolons, and CR LF at the end of a row. No cell can become a formula: one that begins
like a formula gets an apostrophe in front (`unevaluated`). Runs in browser and build.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from aids.export import layout
from aids.export.plain_text import clean, unevaluated
from aids.export.rows import NOTES, rows_of
from aids.runtime.scan.model import Scan
from aids.runtime.scan.wording import answer_words

MARK = "\ufeff"
HEADS = (
    layout.LINE,
    "Nr",
    "Hoofdstuk",
    "Criterium",
    "Vraag",
    layout.ANSWER,
    layout.REASON,
    "Punten",
    layout.WEIGHT,
    *(layout.NOTE_HEADS[name] for name in NOTES),
)


def table(scan: Scan, saved: Mapping[str, Any]) -> bytes:
    """Return every line with its answer and notes."""
    points = {step.id: str(step.points) for step in scan.scale}
    lines = [
        (
            row.line.id,
            row.line.number,
            row.chapter.title,
            f"{row.criterion.number}. {row.criterion.title}",
            row.line.ask,
            answer_words(scan, row.answer) if row.answer else "",
            row.reason,
            points.get(row.answer, ""),
            str(row.weight),
            *(row.notes[name] for name in NOTES),
        )
        for row in rows_of(scan, saved)
    ]
    return _csv([HEADS, *lines])


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as the bytes of a CSV file."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([unevaluated(clean(cell)) for cell in row])
    return (MARK + text.getvalue()).encode()
