"""Owns the workbook of a scan: which sheets it has, in which order, and its properties; gives its bytes.

The same document gives the same bytes: the only moment in it is when it was saved. Names nobody as author. Runs in
browser and build.
"""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from aids.export.answers_sheet import answers_sheet, scale_sheet
from aids.export.other_sheets import about_sheet, actions_sheet, agenda_sheet, group_sheet
from aids.export.rows import rows_of
from aids.export.scores_sheet import scores_sheet, weight_formula
from aids.export.sheets import Sheet, put
from aids.runtime.scan import reckoned
from aids.runtime.scan.model import Scan
from aids.runtime.scan.work import Work, weights_of, words_of

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001  local time, as in the document


def workbook(scan: Scan, work: Work, today: str) -> bytes:
    """Return the bytes of the workbook."""
    content = BytesIO()
    with Workbook(content, OPTIONS) as book:
        book.set_properties({"title": scan.title, "author": "", "created": _moment(work.saved)})
        for sheet in _sheets(scan, work, today):
            put(book, sheet)
    return content.getvalue()


def _sheets(scan: Scan, work: Work, today: str) -> list[Sheet]:
    saved = work.saved
    read = reckoned.stands_for(scan, saved)
    scores = reckoned.scores(scan, saved, read)
    rows = rows_of(scan, saved)
    sheets = [
        answers_sheet(scan, saved, rows, scores, weight_formula(scan)),
        scores_sheet(scan, scores, weights_of(saved)),
    ]
    people, together = reckoned.respondents(scan, saved), reckoned.group(scan, saved)
    if together:
        sheets += [group_sheet(scan, people, together), agenda_sheet(scan, saved, together)]
    return [*sheets, actions_sheet(work, rows), scale_sheet(scan), about_sheet(scan, saved, today, len(people))]


def _moment(saved: Mapping[str, Any]) -> datetime:
    """Return when the document was saved."""
    try:
        return datetime.fromisoformat(words_of(saved, "saved")).replace(tzinfo=None)
    except ValueError:
        return NO_MOMENT
