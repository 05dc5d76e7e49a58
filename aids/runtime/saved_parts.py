"""Owns what each part of a saved file may hold, for every kind of tree.

Used by `saved`; the forms are those of the published schema (`docs/schema/saved.json`). Runs in browser and build.
Knows no tree: whether a line or an answer exists is judged where the tree is.
"""

import re
from typing import Any

from aids.runtime.model import DUTY_WORDS
from aids.runtime.saved_faults import Faults
from aids.runtime.saved_values import (
    MOST,
    NAME,
    Reader,
    by_name,
    day,
    flag,
    moment,
    name,
    one_of,
    record,
    stamp,
    text,
    whole,
    wrong,
)

LONGEST_NOTE = 2_000
LONGEST_PARTY = 120
"""Characters of an organisation or an owner."""

LONGEST_ANSWER = 10_000
"""Characters of a written answer; a tree has a limit of its own."""

LARGEST_WEIGHT = 5
"""The same as in `aids.runtime.scan.model`, which a page without a scan does not load."""

LARGEST_NUMBER = 10**15
IDENT = re.compile("[0-9a-f]{32}")
FOLLOWUPS = ("gedaan", "loopt", "niet-gedaan", "vervallen")

NOTE = text(LONGEST_NOTE, lines=True)
PARTY = text(LONGEST_PARTY)
WITH_REASON = record(state=name, reason=NOTE)


def line_answer(value: object, place: str, faults: Faults) -> Any:  # noqa: ANN401  JSON data
    """Return the answer of a line of a scan: an id, or a state with the reason for it."""
    if isinstance(value, dict):
        found = WITH_REASON(value, place, faults)
        if "state" not in found:
            if "state" not in value:
                wrong(None, f"{place}.state", faults, "een antwoord")
            return None
        return found
    if isinstance(value, str) and NAME.fullmatch(value):
        return value
    wrong(value, place, faults, "een antwoord")
    return None


def question_answers(value: object, place: str, faults: Faults) -> dict[str, Any]:
    """Return the answers of questions and the states of duties; null is a question left empty on purpose."""
    found = ANSWERS(value, place, faults)
    empty = [ident for ident, each in list(value.items())[:MOST] if each is None] if isinstance(value, dict) else []
    return dict(sorted((found | {ident: None for ident in empty if NAME.fullmatch(ident)}).items()))


def question_answer(value: object, place: str, faults: Faults) -> Any:  # noqa: ANN401  JSON data
    """Return the answer of a question or the state of a duty."""
    if isinstance(value, dict):
        return DUTY(value, place, faults)
    if isinstance(value, list):
        return _ticked(value, place, faults)
    if isinstance(value, str):
        return WRITTEN(value, place, faults)
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST_NUMBER:
        return value
    if value is not None:
        wrong(value, place, faults, "een antwoord")
    return None


def _ticked(value: list[Any], place: str, faults: Faults) -> list[str] | None:
    """Return the ticked answers; one that is none makes the whole dubious, for it could be the one that matters."""
    if len(value) > MOST:
        faults.add("te-veel", place, "Deze lijst is langer dan een vraag antwoorden heeft; het antwoord is weggelaten.")
        return None
    read = [name(item, f"{place}[{number}]", faults) for number, item in enumerate(value)]
    found = [item for item in read if item is not None]
    if len(found) < len(read):
        faults.add("verkeerde-soort", place, "Niet elk aangekruist antwoord is te lezen; de vraag blijft daarom open.")
        return None
    return found


def _reference(value: object, place: str, faults: Faults) -> str | None:
    """Return an id of a reason or a person, None where there is none."""
    return None if value is None else name(value, place, faults)


def _day_or_none(value: object, place: str, faults: Faults) -> str | None:
    return None if value is None else day(value, place, faults)


def _ident(value: object, place: str, faults: Faults) -> str | None:
    """Return what tells respondents apart; "" where the file does not say."""
    if value == "" or (isinstance(value, str) and IDENT.fullmatch(value)):
        return value
    wrong(value, place, faults, "een kenmerk van 32 tekens")
    return None


def _role(value: object, place: str, faults: Faults) -> str | None:
    """Return the id of a role; "" where none is chosen."""
    return "" if value == "" else name(value, place, faults)


def joint_answer(value: object, place: str, faults: Faults) -> Any:  # noqa: ANN401  JSON data
    """Return what was agreed on a line; without an answer nothing was."""
    found = JOINT(value, place, faults)
    if found is not None and "answer" not in found:
        faults.add("verplicht", place, "Er staat geen gezamenlijk antwoord bij; het is weggelaten.")
        return None
    return found


JOINT = record(answer=line_answer, reason=NOTE)
WRITTEN = text(LONGEST_ANSWER, lines=True)
DUTY = record(state=one_of(tuple(DUTY_WORDS)), reason=_reference, date=_day_or_none, who=_reference)


def _decision(value: object, place: str, faults: Faults) -> Any:  # noqa: ANN401  JSON data
    """Return what a decision came to: its row and outcomes, or "nvt"."""
    return value if value == "nvt" else DECISION(value, place, faults)


def _advice(value: object, place: str, faults: Faults) -> list[Any]:
    """Return the advice that was given."""
    if not isinstance(value, list):
        wrong(value, place, faults, "een lijst")
        return []
    found = [ADVICE(item, f"{place}[{number}]", faults) for number, item in enumerate(value[:MOST])]
    return [item for item in found if item and "id" in item]


ANSWERS = by_name(question_answer)
DECISION = record(row=text(LONGEST_PARTY), standing=by_name(name))
ADVICE = record(id=name, certainty=one_of(("certain", "possible")), urgency=name)

BY = record(id=_ident, role=_role, organisation=PARTY, recognisable=flag)

HEAD: dict[str, Reader] = {"tree": name, "version": stamp, "rules": stamp, "saved": moment}
"""What every file begins with."""

OF_SCAN: dict[str, Reader] = {
    "by": BY,
    "answers": by_name(line_answer),
    "notes": by_name(record(evidence=NOTE, note=NOTE, action=NOTE, owner=PARTY, date=day)),
    "words": by_name(stamp),
    "weights": by_name(whole(1, LARGEST_WEIGHT)),
    "joint": by_name(joint_answer),
    "followup": by_name(record(state=one_of(FOLLOWUPS), note=NOTE)),
}
OF_TREE: dict[str, Reader] = {
    "today": day,
    "answers": question_answers,
    "notes": by_name(NOTE),
    "words": by_name(stamp),
    "given": record(advice=_advice, decisions=by_name(_decision)),
}
