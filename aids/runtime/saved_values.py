"""Owns the smallest parts of a saved file: a text, a name, a day, a choice, and maps of these by name.

Fed by `saved_parts` with JSON data from anyone. What does not fit is left out, named, and replaced by nothing; a text
that is too long is cut, and told so. Runs in browser and build. Knows no tree.
"""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

from aids.runtime.saved_faults import UNSEEN, Faults, quoted
from aids.runtime.saved_source import Strange

NAME = re.compile(r"[a-z][a-z0-9-]{0,79}")
"""The id of a tree, a line, a question or an answer."""

STAMP = re.compile(r"[0-9A-Za-z._-]{0,64}")
"""A hash, as a version or the words of a line have it; may be empty."""

MOST = 1_000
"""Entries of one map at most."""

FIRST_DAY, LAST_DAY = "2000-01-01", "2100-12-31"
LINES = re.compile("\r\n?|[\x85\u2028\u2029]")
REPLACED = "\ufffd"
"""What stands for a character that could not be read."""

UNSEEN_BUT_LINES = re.compile(f"(?!\n){UNSEEN.pattern}")

type Reader = Callable[[Any, str, Faults], Any]
"""Reads a value at a place; None if it is to be left out."""


def text(longest: int, *, lines: bool = False) -> Reader:
    """Return what reads a text of at most `longest` characters, with several lines where that is allowed."""

    def read(value: object, place: str, faults: Faults) -> str | None:
        if not isinstance(value, str):
            wrong(value, place, faults, "tekst")
            return None
        seen = _seen(value, place, faults, lines=lines)
        if len(seen) <= longest:
            return seen
        cut = f"‘{quoted(seen[longest:])}’"
        told = (
            f"De tekst is te lang ({len(seen)} tekens). De eerste {longest} zijn er nog; weg is wat begint met {cut}."
        )
        faults.add("te-lang", place, told)
        return seen[:longest]

    return read


def _seen(value: str, place: str, faults: Faults, *, lines: bool) -> str:
    """Return a text without characters that nobody sees."""
    if value.isprintable() and REPLACED not in value:
        return value
    plain = LINES.sub("\n", value).replace("\t", " ")
    if not lines:
        plain = plain.replace("\n", " ")
    seen = UNSEEN_BUT_LINES.sub("", plain)
    if seen != plain:
        faults.add("tekens", place, "Er stonden onzichtbare tekens in de tekst; die zijn weggelaten.")
    if REPLACED in seen:
        faults.add("tekenset", place, "Er staan tekens in de tekst die niet te lezen zijn; kijk haar na.")
    return seen


def _of_form(form: re.Pattern[str], called: str) -> Reader:
    """Return what reads a text of this form."""

    def read(value: object, place: str, faults: Faults) -> str | None:
        if isinstance(value, str) and form.fullmatch(value):
            return value
        wrong(value, place, faults, called)
        return None

    return read


name = _of_form(NAME, "een naam van kleine letters, cijfers en streepjes")
"""Reads an id."""
stamp = _of_form(STAMP, "een kenmerk van letters en cijfers")
"""Reads a hash."""


def day(value: object, place: str, faults: Faults) -> str | None:
    """Return a day of the calendar as ISO text, from 2000 to 2100; "" is no day yet."""
    if value == "":
        return ""
    try:
        if isinstance(value, str) and FIRST_DAY <= value <= LAST_DAY and date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    if isinstance(value, str):
        told = f"‘{quoted(value)}’ is geen dag tussen {FIRST_DAY} en {LAST_DAY} (jaar-maand-dag); hij is weggelaten."
        faults.add("geen-datum", place, told)
    else:
        wrong(value, place, faults, "een datum als jaar-maand-dag")
    return None


def moment(value: object, place: str, faults: Faults) -> str | None:
    """Return a moment to the minute as ISO text, from 2000 to 2100."""
    try:
        if isinstance(value, str) and FIRST_DAY <= value[:10] <= LAST_DAY and len(value) == len("2026-11-22T10:33"):
            read = datetime.fromisoformat(value)
            if read.strftime("%Y-%m-%dT%H:%M") == value:
                return value
    except ValueError:
        pass
    if isinstance(value, str):
        told = f"‘{quoted(value)}’ is geen moment tussen 2000 en 2100 (zoals 2026-11-22T10:33); het is weggelaten."
        faults.add("geen-datum", place, told)
    else:
        wrong(value, place, faults, "een moment, zoals 2026-11-22T10:33")
    return None


def flag(value: object, place: str, faults: Faults) -> bool | None:
    """Return yes or no."""
    if isinstance(value, bool):
        return value
    wrong(value, place, faults, "true of false")
    return None


def one_of(choices: Collection[str]) -> Reader:
    """Return what reads one of `choices`."""

    def read(value: object, place: str, faults: Faults) -> str | None:
        if isinstance(value, str) and value in choices:
            return value
        wrong(value, place, faults, f"een van: {', '.join(choices)}")
        return None

    return read


def whole(low: int, high: int) -> Reader:
    """Return what reads a whole number from `low` to `high`."""

    def read(value: object, place: str, faults: Faults) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        wrong(value, place, faults, f"een heel getal van {low} tot en met {high}")
        return None

    return read


def by_name(entry: Reader) -> Reader:
    """Return what reads a map of ids to what `entry` reads, sorted by id; always a map."""

    def read(value: object, place: str, faults: Faults) -> dict[str, Any]:
        if not isinstance(value, dict):
            wrong(value, place, faults, "een object met namen")
            return {}
        if len(value) > MOST:
            faults.add("te-veel", place, f"Hier staan {len(value)} onderdelen; alleen de eerste {MOST} zijn gelezen.")
        made = {}
        for ident in sorted(list(value)[:MOST]):
            where = f"{place}.{ident}"
            if not NAME.fullmatch(ident):
                faults.add("vreemd-deel", where, "Dit is geen naam die hier kan staan; het is weggelaten.")
            elif (found := entry(value[ident], where, faults)) is not None:
                made[ident] = found
        return made

    return read


def record(**entries: Reader) -> Reader:
    """Return what reads an object with only these names, each of which may be missing."""

    def read(value: object, place: str, faults: Faults) -> dict[str, Any] | None:
        if not isinstance(value, dict):
            wrong(value, place, faults, "een object")
            return None
        for ident in value:
            if ident not in entries:
                faults.add("vreemd-deel", f"{place}.{ident}", "Dit onderdeel is hier onbekend; het is weggelaten.")
        found = {
            ident: entry(value[ident], f"{place}.{ident}", faults) for ident, entry in entries.items() if ident in value
        }
        return {ident: part for ident, part in found.items() if part is not None}

    return read


def wrong(value: object, place: str, faults: Faults, expected: str) -> None:
    """Tell that `value` is not what was expected, and that it is left out."""
    if isinstance(value, Strange):
        code = "dubbel" if value.say.startswith("Dit staat er twee") else "verkeerde-soort"
        faults.add(code, place, f"{value.say} Het is weggelaten.")
        return
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    shown = f"‘{quoted(str(value))}’" if is_plain else KINDS.get(type(value), "iets anders")
    faults.add("verkeerde-soort", place, f"Hier hoort {expected}, maar er staat {shown}; dat is weggelaten.")


KINDS: dict[type, str] = {
    bool: "ja of nee",
    list: "een lijst",
    dict: "een object",
    type(None): "niets",
}
