"""Owns the reading of answers as they come in: every fault becomes an entry for `View.errors`, never an exception.

Fed by the engine with JSON data; returns typed values and duty states. Runs in browser and build.
Does not decide whether a question applies.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from aids.runtime.conditions import UNKNOWN, Value
from aids.runtime.model import DUTY, DUTY_WORDS, RECORD, Question

LONGEST_ECHO = 200
"""Characters of a faulty value that an error repeats."""

LONGEST_WHO = 200


class DutyState(NamedTuple):
    """A duty as it stands. `touched`: it needs no further asking (settled, or left open on purpose)."""

    state: str
    reason: str | None
    date: str | None
    who: str | None
    touched: bool

    @property
    def word(self) -> str:
        """The state's word in conditions."""
        return DUTY_WORDS[self.state]


UNTOUCHED = DutyState("open", None, None, None, touched=False)


class Answers(NamedTuple):
    """Valid answers, duties apart, and the faults found. `empty`: record questions left empty on purpose."""

    values: dict[str, Value]
    duties: dict[str, DutyState]
    empty: frozenset[str]
    errors: list[dict[str, Any]]


class Fault(Exception):  # noqa: N818  an answer's fault is a value for the View, not a programmer's error
    """A fault in one answer: code and Dutch message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def read_answers(questions: Mapping[str, Question], given: Mapping[str, Any]) -> Answers:
    """Return the typed answers of `given`; faulty ones are left out and named in `errors`."""
    read = Answers({}, {}, frozenset(), [])
    empty = set()
    for ident, value in given.items():
        question = questions.get(ident)
        try:
            if question is None:
                message = "Deze hulp kent geen vraag met deze naam."
                read.errors.append(error("onbekende-vraag", ident, value, message))
            elif value is None and question.purpose == RECORD:
                empty.add(ident)
            elif question.purpose == DUTY:
                read.duties[ident] = read_duty(question, value)
            else:
                read.values[ident] = read_value(question, value)
        except Fault as fault:
            read.errors.append(error(fault.code, ident, value, fault.message))
    return read._replace(empty=frozenset(empty))


def error(code: str, question: str | None, value: object, message: str) -> dict[str, Any]:
    """Return an entry for `View.errors`; a long or nested value is named, not repeated."""
    if isinstance(value, str):
        echo: object = value[:LONGEST_ECHO]
    elif value is None or isinstance(value, bool | int | float):
        echo = value if value is None or abs(value) < 10**LONGEST_ECHO else str(type(value).__name__)
    else:
        echo = f"<{type(value).__name__}>"
    shown = question if question is None else question[:LONGEST_ECHO]
    return {"code": code, "question": shown, "value": echo, "message": message}


def read_value(question: Question, value: object) -> Value:
    """Return the typed value of an answer to a decide or record question, or raise `Fault`."""
    if question.kind == "any":
        return _ticked(question, value)
    if question.kind == "one":
        if not isinstance(value, str):
            raise Fault("verkeerde-soort", "Hier past één antwoord, als tekst.")
        if value not in question.answers:
            raise Fault("onbekend-antwoord", f"Kies een van: {', '.join(question.answers)}.")
        return value
    if question.kind == "text":
        return _text(question, value)
    if question.unknown and value == UNKNOWN:
        return UNKNOWN
    return _day(value) if question.kind == "date" else _number(question, value)


def _ticked(question: Question, value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Fault("verkeerde-soort", "Hier past een lijst van antwoorden.")
    strange = [item for item in value if item not in question.answers]
    if strange:
        raise Fault("onbekend-antwoord", f"Kies uit: {', '.join(question.answers)}.")
    if not value:
        raise Fault("geen-keuze", "Kruis ten minste één antwoord aan; ook 'geen van deze' is een antwoord.")
    if len(set(value)) > 1 and any(item in (question.none, UNKNOWN) for item in value):
        raise Fault("sluit-elkaar-uit", "'Geen van deze' en 'weet ik nog niet' gaan niet samen met een ander antwoord.")
    return frozenset(value)


def _text(question: Question, value: object) -> str:
    if not isinstance(value, str):
        raise Fault("verkeerde-soort", "Hier past tekst.")
    if question.maximum is not None and len(value) > question.maximum:
        raise Fault("te-lang", f"Gebruik hier ten hoogste {question.maximum:g} tekens.")
    return value


def _day(value: object) -> str:
    """Return a calendar day in ISO form; a day in the past is no fault."""
    if isinstance(value, str):
        try:
            if date.fromisoformat(value).isoformat() == value:
                return value
        except ValueError:
            pass
        raise Fault("geen-datum", "Schrijf een bestaande datum als jaar-maand-dag, bijvoorbeeld 2027-03-01.")
    raise Fault("verkeerde-soort", "Hier past een datum als jaar-maand-dag.")


def _number(question: Question, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Fault("verkeerde-soort", "Hier past een getal.")
    low, high = question.minimum, question.maximum
    if value != value or (low is not None and value < low) or (high is not None and value > high):  # noqa: PLR0124  NaN
        raise Fault("buiten-bereik", f"Geef een getal van {low:g} tot en met {high:g}.")
    return value


def read_duty(question: Question, value: object) -> DutyState:
    """Return a duty's state: `not_done` without a reason and `later` without a date stay open and untouched."""
    if not isinstance(value, dict) or not set(value) <= {"state", "reason", "date", "who"}:
        raise Fault("verkeerde-soort", "Hier past een stand met state, en zo nodig reason, date en who.")
    state = value.get("state")
    if not isinstance(state, str) or state not in DUTY_WORDS:
        raise Fault("onbekend-antwoord", f"Kies als state een van: {', '.join(DUTY_WORDS)}.")
    reason, day, who = value.get("reason"), value.get("date"), value.get("who")
    if reason is not None and reason not in question.reasons:
        raise Fault("onbekende-reden", f"Kies als reden een van: {', '.join(question.reasons)}.")
    if who is not None and (not isinstance(who, str) or who not in question.who):
        raise Fault("onbekend-antwoord", f"Kies als who een van: {', '.join(question.who) or 'niemand'}.")
    day = None if day is None else _day(day)
    missing = (state == "not_done" and reason is None) or (state == "later" and day is None)
    return DutyState("open" if missing else state, reason, day, who, touched=not missing)
