"""Owns the action list of a scan as a calendar file (RFC 5545): a whole day for an action with a date, else a task.

A calendar is often shared and shows its titles on a locked screen: a title says the line and no more. What is to be
done, and by whom, is in the description. A day is not marked as busy. Runs in browser and build.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from aids.export.plain_text import clean
from aids.export.rows import Row, day, rows_of
from aids.runtime.scan.model import Scan
from aids.runtime.scan.work import mapping, words_of

LONGEST_LINE = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
MAKER = "-//Veilig in de wijk//Zelfscan//NL"


def calendar_file(scan: Scan, saved: Mapping[str, Any], today: str) -> bytes:
    """Return every action as an entry; without any, one task that says so: an empty calendar is not allowed."""
    stamp = _stamp(words_of(saved, "saved") or today)
    rows = [row for row in rows_of(scan, saved) if row.notes["action"]]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for row in rows:
        lines += _entry(row, stamp, _unique(saved, row.line.id))
    if not rows:
        lines += _task("Zelfscan: nog geen acties", "Bij geen enkele vraag staat een actie.", stamp, _unique(saved, ""))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()


def _entry(row: Row, stamp: str, unique: str) -> list[str]:
    """Return an action as a day in the calendar, or as a task where it has no date."""
    title = f"Actie zelfscan {row.line.number}"
    who = [f"Wie: {row.notes['owner']}"] if row.notes["owner"] else []
    said = "\n".join([row.line.short, row.notes["action"], *who])
    on = day(row.notes["date"])
    if not isinstance(on, date):
        return _task(title, said, stamp, unique)
    return [
        "BEGIN:VEVENT",
        f"UID:{unique}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(title)}",
        f"DESCRIPTION:{escaped(said)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _task(title: str, said: str, stamp: str, unique: str) -> list[str]:
    """Return a task without a date."""
    return [
        "BEGIN:VTODO",
        f"UID:{unique}",
        f"DTSTAMP:{stamp}",
        f"SUMMARY:{escaped(title)}",
        f"DESCRIPTION:{escaped(said)}",
        "CLASS:PRIVATE",
        "END:VTODO",
    ]


def escaped(text: str) -> str:
    """Return a text as a value of the format TEXT (RFC 5545, 3.3.11)."""
    return clean(text).replace("\t", " ").translate(ESCAPES)


def folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, no character broken; all but the first begin with a space."""
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part += character
        size += width
    yield part


def _stamp(moment: str) -> str:
    """Return a moment (local, to the minute or the day) in the form that a calendar asks for."""
    digits = "".join(character for character in moment if character.isdigit())
    return f"{digits[:8]}T{digits[8:12]:0<6}Z"


def _unique(saved: Mapping[str, Any], line: str) -> str:
    """Return what tells this entry from all others, and is the same when the list is made again later."""
    owner = words_of(mapping(saved.get("by")), "id") or words_of(saved, "saved")
    parts = "\0".join((owner, words_of(saved, "tree"), line))
    return f"{hashlib.sha256(parts.encode(errors='replace')).hexdigest()[:32]}@veilig-in-de-wijk.invalid"
