"""Owns the reading of a scan's answers and weights as they come in: every fault becomes an entry for `View.errors`.

Fed with JSON data by what opens a file or handles a message; never raises for what is in there. An answer that is left
out stays open, and so counts as unknown. Runs in browser and build. Gives no scores.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from aids.runtime.answers import error
from aids.runtime.scan.model import LARGEST_WEIGHT, LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import Answers, Weights

LONGEST_REASON = 2000
"""Characters of the reason why a line does not apply."""

type Errors = list[dict[str, Any]]


class Read(NamedTuple):
    """Valid answers by line, by line why it does not apply, and the faults found."""

    answers: Answers
    reasons: dict[str, str]
    errors: Errors


def read_answers(scan: Scan, answers: object) -> Read:
    """Return the answers in `answers` (line id to JSON value) that hold; the others are left out and named in `errors`.

    A line that does not apply is {"state": "nvt", "reason": text}; without a reason it stays open.
    """
    read = Read({}, {}, [])
    if not isinstance(answers, Mapping):
        message = "'answers' moet een object zijn: vraag en antwoord."
        read.errors.append(error("verkeerde-soort", None, answers, message))
        return read
    lines = {line.id for line in scan.lines}
    words = {step.id for step in scan.scale} | {UNKNOWN}
    for ident, value in answers.items():
        if ident not in lines:
            read.errors.append(error("onbekende-vraag", ident, value, "Deze scan kent geen vraag met deze naam."))
        elif isinstance(value, str) and value in words:
            read.answers[ident] = value
        elif isinstance(value, dict) or value == LEFT_OUT:
            _read_left_out(read, ident, value)
        elif isinstance(value, str):
            choice = ", ".join([*(step.id for step in scan.scale), LEFT_OUT, UNKNOWN])
            read.errors.append(error("onbekend-antwoord", ident, value, f"Kies een van: {choice}."))
        else:
            read.errors.append(error("verkeerde-soort", ident, value, "Hier past één antwoord, als tekst."))
    return read


def _read_left_out(read: Read, ident: str, value: object) -> None:
    """Take in that a line does not apply, if a reason says why."""
    given = value if isinstance(value, dict) else {"state": value}
    reason = given.get("reason")
    if given.get("state") != LEFT_OUT or not set(given) <= {"state", "reason"}:
        message = "Hier past als object alleen state 'nvt' met reason."
        read.errors.append(error("verkeerde-soort", ident, value, message))
    elif reason is not None and not isinstance(reason, str):
        read.errors.append(error("verkeerde-soort", ident, reason, "De reden moet tekst zijn."))
    elif reason is None or not reason.strip():
        message = "Zeg waarom deze vraag niet van toepassing is; zonder reden blijft zij open."
        read.errors.append(error("mist-reden", ident, LEFT_OUT, message))
    elif len(reason) > LONGEST_REASON:
        message = f"Gebruik voor de reden ten hoogste {LONGEST_REASON} tekens."
        read.errors.append(error("te-lang", ident, reason, message))
    else:
        read.answers[ident] = LEFT_OUT
        read.reasons[ident] = reason


def read_weights(scan: Scan, weights: object) -> tuple[dict[str, int], Errors]:
    """Return the weights in `weights` (criterion id to JSON value) that hold, and the faults found.

    A criterion without a weight that holds counts once, as do all where `weights` is None.
    """
    read: dict[str, int] = {}
    errors: Errors = []
    if not isinstance(weights, Mapping):
        if weights is not None:
            message = "'weights' moet een object zijn: criterium en gewicht."
            errors.append(error("verkeerde-soort", None, weights, message))
        return read, errors
    criteria = {criterion.id for criterion in scan.criteria}
    for ident, value in weights.items():
        if ident not in criteria:
            errors.append(error("onbekende-vraag", ident, value, "Deze scan kent geen criterium met deze naam."))
        elif not _is_weight(value):
            message = f"Een gewicht is een heel getal van 1 tot en met {LARGEST_WEIGHT}."
            errors.append(error("verkeerd-gewicht", ident, value, message))
        else:
            read[ident] = value
    return read, errors


def weight_of(weights: Weights, criterion: str) -> int:
    """Return how often a criterion counts: once where no weight from 1 to 5 is set (`read_weights` names others)."""
    value = weights.get(criterion, 1)
    return value if _is_weight(value) else 1


def _is_weight(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LARGEST_WEIGHT
