"""Owns the comparison of two scans: what changed on every line, what was promised then and what became of it.

Both sides count with the weights of the later file, so that a score only changes where an answer did. Runs in browser
and build. Does not say which texts of a line changed (see `replay`).
"""

import re
from collections import Counter
from collections.abc import Mapping

from aids.runtime.scan.answers import read_weights
from aids.runtime.scan.joint import answers_for, members_of, object_of
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import ChangeKind, Comparison, LineChange, Promise
from aids.runtime.scan.scores import scores_of
from aids.runtime.scan.together import shared_answer

OUTCOMES = frozenset({"gedaan", "loopt", "niet-gedaan", "vervallen"})
"""What may have become of a promise."""
IDENT = re.compile(r"[a-z][a-z0-9-]{0,59}")
"""What a line of an earlier version of the scan may be called."""


def compare(scan: Scan, earlier: object, now: object) -> Comparison:
    """Return what changed from one file to a later one; each is of one respondent, or of a group that agreed.

    First the lines of `scan` in its order, then those that only the earlier file has. A line that is new or gone has
    "" where it was not there. What is unknown now is "onbekend" whatever it was then, unless it did not apply then
    ("was-nvt"); "bekend" was unknown then.
    """
    before, after = answers_for(scan, earlier).answers, answers_for(scan, now).answers
    weights, _ = read_weights(scan, object_of(now).get("weights"))
    new = _new_lines(scan, earlier)
    points = scan.points()
    changes = []
    for line in scan.lines:
        then = "" if line.id in new else before.get(line.id, UNKNOWN)
        change = _change(points, line.id, then, after.get(line.id, UNKNOWN))
        changes.append(change._replace(short=line.short))
    changes.extend(_change(points, ident, _answer_then(scan, earlier, ident), "") for ident in _gone(scan, earlier))
    since = object_of(earlier).get("saved")
    return Comparison(
        since if isinstance(since, str) else "",
        scores_of(scan, before, weights),
        scores_of(scan, after, weights),
        tuple(_with_promise(change, earlier, now) for change in changes),
    )


def _change(points: Mapping[str, int], ident: str, then: str, today: str) -> LineChange:
    """Return how a line changed, called as its id, without what was promised."""
    steps = points[today] - points[then] if then in points and today in points else None
    return LineChange(ident, ident, _kind(steps, then, today), then, today, steps, None, "", "")


def _kind(steps: int | None, then: str, today: str) -> ChangeKind:
    """Return in which way a line changed; "" is no line."""
    if steps is not None:
        return "hoger" if steps > 0 else "lager" if steps < 0 else "gelijk"
    if not then:
        return "nieuw"
    if not today:
        return "vervallen"
    if today == LEFT_OUT:
        return "gelijk" if then == LEFT_OUT else "nvt"
    if then == LEFT_OUT:
        return "was-nvt"
    return "onbekend" if today == UNKNOWN else "bekend"


def _with_promise(change: LineChange, earlier: object, now: object) -> LineChange:
    """Return the change with what the earlier file promised, and what the later one says became of it."""
    note = object_of(object_of(object_of(earlier).get("notes")).get(change.line))
    promise = Promise(_text(note.get("action")), _text(note.get("owner")), _text(note.get("date")))
    followup = object_of(object_of(object_of(now).get("followup")).get(change.line))
    state = _text(followup.get("state"))
    return change._replace(
        promise=promise if any(promise) else None,
        result=state if state in OUTCOMES else "",
        note=_text(followup.get("note")),
    )


def _new_lines(scan: Scan, earlier: object) -> frozenset[str]:
    """Return the lines that the version of the earlier file did not have.

    A file tells which lines there were by the hashes of their texts; one without those says nothing about it.
    """
    known = _known_lines(earlier, "words")
    if not known or object_of(earlier).get("version") == scan.version:
        return frozenset()
    known |= _known_lines(earlier, "answers") | _known_lines(earlier, "joint")
    return frozenset(line.id for line in scan.lines if line.id not in known)


def _gone(scan: Scan, earlier: object) -> list[str]:
    """Return the lines of which the earlier file says something and that the scan does not have, each once."""
    said = {ident: None for part in ("words", "answers", "joint", "notes") for ident in _known_lines(earlier, part)}
    lines = {line.id for line in scan.lines}
    return [ident for ident in said if ident not in lines and IDENT.fullmatch(ident)]


def _known_lines(saved: object, part: str) -> dict[str, None]:
    """Return the ids in one part of a file and of what each respondent in it saved."""
    return {ident: None for holder in (saved, *members_of(saved)) for ident in object_of(object_of(holder).get(part))}


def _answer_then(scan: Scan, earlier: object, ident: str) -> str:
    """Return the answer of a line that is no more, by the rule for a group, if it is on the scale of today."""
    joint = object_of(object_of(object_of(earlier).get("joint")).get(ident)).get("answer")
    own = [object_of(object_of(member).get("answers")).get(ident) for member in members_of(earlier)]
    agreed = _word(scan, joint)
    return shared_answer(Counter(_word(scan, value) for value in own)) if agreed == UNKNOWN else agreed


def _word(scan: Scan, value: object) -> str:
    """Return the answer that a JSON value says, whether or not a reason is with it."""
    said = object_of(value).get("state", value)
    return said if isinstance(said, str) and (said == LEFT_OUT or said in scan.points()) else UNKNOWN


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
