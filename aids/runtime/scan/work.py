"""Owns the work on a scan as the panels and the exports get it: the saved document, and an earlier one beside it.

Comes as JSON from the page or from a file, in normal form (`aids.runtime.saved`); reads parts of it by name, and what
has another shape is as good as absent. Reckons nothing. Runs in browser and build.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from aids.runtime.saved import read_data
from aids.runtime.saved_faults import Faults
from aids.runtime.scan.model import LARGEST_WEIGHT
from aids.runtime.scan.results import Promise

type Json = dict[str, Any]


class Work(NamedTuple):
    """What a person has in hand: `saved` as it stands now, and `earlier`, the file of last time, if there is one."""

    saved: Json
    earlier: Json | None = None

    @classmethod
    def from_json(cls, data: object) -> Self:
        """Return the work that a message holds, {"saved": Saved, "earlier": Saved or null}, in normal form."""
        parts = mapping(data)
        return cls(read_data(parts.get("saved"), Faults("")) or {}, read_data(parts.get("earlier"), Faults("")))


class Joint(NamedTuple):
    """A joint answer: the answer, why it does not apply here (only then), and why all agreed."""

    answer: str
    left_out: str
    reason: str


def mapping(value: object) -> Json:
    """Return the value if it is an object of JSON, else an empty one."""
    return value if isinstance(value, dict) else {}


def words_of(value: object, name: str) -> str:
    """Return the text under a name, without white space around it; empty if there is none."""
    found = mapping(value).get(name)
    return found.strip() if isinstance(found, str) else ""


def group_of(saved: Mapping[str, Any]) -> list[Json]:
    """Return the documents of the group, in file order."""
    found = saved.get("group")
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def weights_of(saved: Mapping[str, Any]) -> dict[str, int]:
    """Return the weights by criterion that are allowed and not 1."""
    found = mapping(saved.get("weights"))
    return {name: weight for name, weight in found.items() if type(weight) is int and 1 < weight <= LARGEST_WEIGHT}


def note_of(saved: Mapping[str, Any], line: str, name: str) -> str:
    """Return a note on a line: `evidence`, `note`, `action`, `owner` or `date`."""
    return words_of(mapping(saved.get("notes")).get(line), name)


def promise_of(saved: Mapping[str, Any], line: str) -> Promise | None:
    """Return what would be done about a line; None if the notes name neither action, owner nor date."""
    promise = Promise(*(note_of(saved, line, name) for name in Promise._fields))
    return promise if any(promise) else None


def joint_of(saved: Mapping[str, Any], line: str) -> Joint | None:
    """Return the joint answer to a line, None if there is none."""
    given = mapping(mapping(saved.get("joint")).get(line))
    answer = given.get("answer")
    if isinstance(answer, dict):
        return Joint(words_of(answer, "state"), words_of(answer, "reason"), words_of(given, "reason"))
    return Joint(answer, "", words_of(given, "reason")) if isinstance(answer, str) else None
