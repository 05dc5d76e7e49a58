"""Owns what takes a scan out of the page: one document in the form that is asked for, with a neutral name.

Called by the bridge of a scan; each form is a module of its own, and XlsxWriter is only imported when a workbook is
asked for: in a browser that takes a while. Runs in browser and build. Decides nothing about what a scan says.
"""

from typing import NamedTuple

from aids.export.calendar_file import calendar_file
from aids.export.letter import letter
from aids.export.table import table
from aids.runtime.saved import json_text
from aids.runtime.scan.model import Scan
from aids.runtime.scan.saved_page import page_of
from aids.runtime.scan.work import Work

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv;charset=utf-8",
    "ics": "text/calendar;charset=utf-8",
    "text": "text/plain;charset=utf-8",
    "json": "application/json",
    "html": "text/html;charset=utf-8",
}
ENDINGS = {"text": "txt"}
"""How a file's name ends where that is not the name of its form."""


class Export(NamedTuple):
    """A file: its name, what it is to a browser, and its bytes."""

    name: str
    media: str
    content: bytes


def export(scan: Scan, work: Work, form: str, today: str) -> Export:
    """Return the document as a file.

    Args:
        scan: the scan that it belongs to.
        work: the document in normal form, and the one of last time if there is one.
        form: `xlsx`, `csv`, `ics`, `text`, `json` or `html`.
        today: ISO date, for its name and for what says when it was made.

    Raises:
        KeyError: there is no such form.
    """
    media = MEDIA[form]
    return Export(f"werkblad-{today}.{ENDINGS.get(form, form)}", media, _content(scan, work, form, today))


def _content(scan: Scan, work: Work, form: str, today: str) -> bytes:
    saved = work.saved
    if form == "xlsx":
        from aids.export.workbook import workbook  # noqa: PLC0415  only who asks for a workbook waits for XlsxWriter

        return workbook(scan, work, today)
    if form == "csv":
        return table(scan, saved)
    if form == "ics":
        return calendar_file(scan, saved, today)
    if form == "text":
        return letter(scan, work, today).encode()
    if form == "json":
        return json_text(saved).encode()
    return page_of(scan, saved).encode()
