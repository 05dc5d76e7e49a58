"""Owns a line of a scan as every export tells it: where it stands, the answer, and what was noted about it.

With a group in the document the answers are those that the group agreed on; where it did not, there is none. Used by
workbook, table and calendar, so that they say the same. Runs in browser and build. Reckons nothing.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Chapter, Criterion, Line, Scan
from aids.runtime.scan.reckoned import stands_for
from aids.runtime.scan.work import group_of, joint_of, mapping, note_of, weights_of, words_of

NOTES = ("evidence", "note", "action", "owner", "date")
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


class Row(NamedTuple):
    """A line: its place in the scan, the id of its answer ("" for none), why it is left out, weight, notes by name."""

    line: Line
    criterion: Criterion
    chapter: Chapter
    answer: str
    reason: str
    weight: int
    notes: dict[str, str]

    @property
    def place(self) -> tuple[str, str, str]:
        """The line's id, number and short text."""
        return self.line.id, self.line.number, self.line.short


def rows_of(scan: Scan, saved: Mapping[str, Any]) -> list[Row]:
    """Return every line of the scan, in order."""
    read = stands_for(scan, saved)
    weights = weights_of(saved)
    criteria = {criterion.id: criterion for criterion in scan.criteria}
    chapters = {chapter.id: chapter for chapter in scan.chapters}
    is_group = bool(group_of(saved))
    unexplained = frozenset() if is_group else _unexplained(saved)
    rows = []
    for line in scan.lines:
        criterion = criteria[line.criterion]
        answer = read.answers.get(line.id) or (LEFT_OUT if line.id in unexplained else "")
        if is_group and answer == UNKNOWN and not joint_of(saved, line.id):
            answer = ""
        notes = {name: note_of(saved, line.id, name) for name in NOTES}
        chapter = chapters[criterion.chapter]
        reason = read.reasons.get(line.id, "")
        rows.append(Row(line, criterion, chapter, answer, reason, weights.get(criterion.id, 1), notes))
    return rows


def day(text: str) -> date | str:
    """Return an ISO date from 2000 to 2100 as a day; another text as it is."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return found if FIRST_DAY <= found <= LAST_DAY else text


def _unexplained(saved: Mapping[str, Any]) -> frozenset[str]:
    """Return the lines that are marked as not applying without a reason: they stay open, and are shown as marked."""
    answers = mapping(saved.get("answers"))
    return frozenset(line for line, answer in answers.items() if LEFT_OUT in (answer, words_of(answer, "state")))
