"""Owns what a file stands for as one scan: its own answers, or what the respondents in it agreed on.

A joint answer is kept apart from the answers of each; it stands, with its reason, for the whole group. Faults in what a
file holds are values, never exceptions. Runs in browser and build.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from aids.runtime.scan.answers import Read, read_answers
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.together import shared_answer


def answers_for(scan: Scan, saved: object) -> Read:
    """Return what the file `saved` stands for: its answers or, with a group in it, the agreed answers of the group.

    Agreed is the joint answer; else the one that all share who know. `errors` names what does not hold in any of them.
    """
    members = members_of(saved)
    own = [read_answers(scan, object_of(member).get("answers")) for member in members]
    if not is_group(saved):
        return own[0]
    joint = joint_of(scan, saved)
    agreed = Read(dict(joint.answers), dict(joint.reasons), [*joint.errors])
    for line in scan.lines:
        if line.id not in agreed.answers:
            answer = shared_answer(Counter(read.answers.get(line.id, UNKNOWN) for read in own))
            agreed.answers[line.id] = answer
            if answer == LEFT_OUT:
                reasons = (read.reasons[line.id] for read in own if line.id in read.reasons)
                agreed.reasons[line.id] = "; ".join(dict.fromkeys(reasons))
    for read in own:
        agreed.errors.extend(read.errors)
    return agreed


def joint_of(scan: Scan, saved: object) -> Read:
    """Return the joint answers in a file; `reasons` says of a line that does not apply why not."""
    entries = object_of(object_of(saved).get("joint"))
    return read_answers(scan, {ident: object_of(entry).get("answer") for ident, entry in entries.items()})


def is_group(saved: object) -> bool:
    """Return whether the file holds the answers of several respondents."""
    return bool(_group(saved))


def members_of(saved: object) -> list[Any]:
    """Return what each respondent in a file saved; the file itself where it holds only one."""
    return _group(saved) or [saved]


def object_of(value: object) -> Mapping[str, Any]:
    """Return a JSON object as it is, and an empty one for anything else: what is not there cannot be read."""
    return value if isinstance(value, Mapping) else {}


def _group(saved: object) -> list[Any]:
    group = object_of(saved).get("group")
    return group if isinstance(group, list) else []
