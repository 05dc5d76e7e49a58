"""Two scans beside each other: what changed on a line, what was promised, what became of it."""

from fractions import Fraction
from typing import Any

import pytest

from aids.runtime.scan.compare import compare
from aids.runtime.scan.results import LineChange, Promise
from tests.unit.runtime.scan.small_scan import BEGIN, GROOT, NIET, SMALL, VOL

type Json = dict[str, Any]
LEFT_OUT = {"state": "nvt", "reason": "Elders belegd"}
WORDS = {line.id: line.words for line in SMALL.lines}


def change_of(earlier: Json, now: Json, line: str = "c1") -> LineChange:
    """Return the change of one line."""
    return next(item for item in compare(SMALL, earlier, now).lines if item.line == line)


@pytest.mark.parametrize(
    ("then", "today", "kind", "steps"),
    [
        (NIET, VOL, "hoger", 3),
        (VOL, GROOT, "lager", -1),
        (GROOT, GROOT, "gelijk", 0),
        ("onbekend", NIET, "bekend", None),
        (None, NIET, "bekend", None),
        (VOL, "onbekend", "onbekend", None),
        (None, "onbekend", "onbekend", None),
        (VOL, LEFT_OUT, "nvt", None),
        ("onbekend", LEFT_OUT, "nvt", None),
        (LEFT_OUT, LEFT_OUT, "gelijk", None),
        (LEFT_OUT, BEGIN, "was-nvt", None),
        (LEFT_OUT, None, "was-nvt", None),
    ],
)
def test_a_line_changes_in_one_way(then: object, today: object, kind: str, steps: int | None) -> None:
    """Each pair of answers is one kind of change; steps are counted only where both are on the scale."""
    change = change_of({"answers": {"c1": then} if then else {}}, {"answers": {"c1": today} if today else {}})
    assert (change.kind, change.steps, change.short) == (kind, steps, "Kort c1")


def test_lines_that_the_earlier_version_lacked_are_new() -> None:
    """By the hashes in the earlier file; without those, or of the same version, nothing is called new."""
    old = {
        "version": "v1",
        "words": {line: words for line, words in WORDS.items() if line not in ("c1", "c2a")},
        "answers": {"c2a": VOL},
    }
    now = {"answers": {"c1": VOL, "c2a": VOL}}
    change = change_of(old, now)
    assert (change.kind, change.before, change.after) == ("nieuw", "", VOL)
    assert change_of(old, now, "c2a").kind == "gelijk"
    assert change_of({**old, "version": "v2"}, now).kind == "bekend"
    assert change_of({**old, "words": {}}, now).kind == "bekend"
    group = {"version": "v1", "group": [{"words": WORDS, "answers": {}}]}
    assert change_of(group, now).kind == "bekend"


def test_lines_that_the_scan_no_longer_has_come_last_with_their_promise() -> None:
    """What the earlier file says of a line that is gone is kept: its answer, and what was promised and came of it."""
    earlier = {
        "answers": {"x9": VOL, "c1": NIET},
        "words": {"x8": "hash"},
        "notes": {"x7": {"action": "Afspraken maken"}, "Geen naam": {"action": "x"}},
    }
    now = {"answers": {}, "followup": {"x7": {"state": "gedaan", "note": "In mei"}}}
    lines = compare(SMALL, earlier, now).lines
    assert [item.line for item in lines] == [*WORDS, "x8", "x9", "x7"]
    gone = {item.line: item for item in lines[-3:]}
    assert {item.kind for item in gone.values()} == {"vervallen"}
    assert (gone["x9"].before, gone["x9"].after, gone["x8"].before) == (VOL, "", "onbekend")
    assert gone["x7"].promise == Promise("Afspraken maken", "", "")
    assert (gone["x7"].result, gone["x7"].note) == ("gedaan", "In mei")


def test_a_line_that_is_gone_keeps_what_the_group_agreed_on() -> None:
    """Joint first, else shared, else unknown: the same rule as for the lines that are still there."""
    members = [{"answers": {"x1": VOL, "x2": VOL, "x3": LEFT_OUT}}, {"answers": {"x1": NIET, "x2": VOL}}]
    earlier = {"group": members, "joint": {"x1": {"answer": GROOT}}}
    change = {item.line: item for item in compare(SMALL, earlier, {"answers": {}}).lines}
    assert (change["x1"].before, change["x2"].before, change["x3"].before) == (GROOT, VOL, "nvt")
    assert change_of({"answers": {"x1": "oude-stap", "x2": 4}}, {"answers": {}}, "x1").before == "onbekend"


def test_promises_are_those_of_the_earlier_file_and_results_of_the_later() -> None:
    """An outcome that is none of the four is no outcome; a line without a promise has None."""
    note = {"action": " Regiovisie aanvullen ", "owner": "Beleid", "date": "2026-06-01", "note": "terzijde"}
    earlier = {
        "answers": {},
        "notes": {"c1": note, "c2a": {"note": "alleen dit"}, "c2b": 5},
        "saved": "2025-11-01T09:00",
    }
    followup = {"c1": {"state": "loopt", "note": 4}, "c2a": {"state": "misschien", "note": "Wordt vervolgd"}, "c2b": []}
    found = compare(SMALL, earlier, {"answers": {}, "followup": followup})
    change = {item.line: item for item in found.lines}
    assert change["c1"].promise == Promise("Regiovisie aanvullen", "Beleid", "2026-06-01")
    assert (change["c1"].result, change["c1"].note) == ("loopt", "")
    assert (change["c2a"].promise, change["c2a"].result, change["c2a"].note) == (None, "", "Wordt vervolgd")
    assert found.since == "2025-11-01T09:00"


def test_both_sides_count_with_the_weights_of_now() -> None:
    """Other weights alone change no score: then and now are comparable."""
    answers = {"c1": VOL, "c2a": NIET, "c2b": NIET}
    found = compare(SMALL, {"answers": answers, "weights": {"c2": 5}}, {"answers": answers, "weights": {"c1": 4}})
    assert found.before == found.after
    assert found.after.chapters["visie"].low == Fraction(12, 5)


@pytest.mark.parametrize("junk", [None, 3, "x", [], {}, {"answers": [], "notes": 3, "words": "x", "group": [1, None]}])
def test_junk_compares_as_nothing_known(junk: object) -> None:
    """No shape of JSON raises, on either side; every line of the scan is there and unknown."""
    for found in (compare(SMALL, junk, {"answers": {}}), compare(SMALL, {"answers": {}}, junk)):
        assert [item.kind for item in found.lines] == ["onbekend"] * len(SMALL.lines)
        assert found.since == ""
