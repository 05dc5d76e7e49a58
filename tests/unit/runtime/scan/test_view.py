"""The View of a scan."""

import json

from aids.runtime.scan.view import consult_scan
from tests.unit.runtime.scan.small_scan import GROOT, SMALL, VOL

TODAY = "2026-11-22"


def test_next_is_the_first_open_line_and_unknown_is_an_answer() -> None:
    """`onbekend` answers a line; a line that is left out without a reason stays open."""
    view = consult_scan(SMALL, {"c2a": "onbekend", "c1": VOL, "c2b": "nvt"}, TODAY)
    assert view["answered"] == ["c1", "c2a"]
    assert view["next"] == "c2b"
    assert view["asked"] == ["c1", "c2a", "c2b"]
    assert view["remaining"] == {"decide": {"min": 4, "max": 4}, "duty": {"min": 0, "max": 0}, "exact": True}
    assert [fault["code"] for fault in view["errors"]] == ["mist-reden"]


def test_lines_may_be_answered_in_any_order() -> None:
    """What is asked stands in the order of the scan; the next one is the first gap."""
    view = consult_scan(SMALL, {"c3c": VOL, "c2a": VOL}, TODAY)
    assert (view["answered"], view["next"], view["asked"]) == (["c2a", "c3c"], "c1", ["c1", "c2a", "c3c"])


def test_a_scan_that_is_filled_in_asks_nothing_more() -> None:
    """Without open lines there is no next one, and nothing remains."""
    view = consult_scan(SMALL, dict.fromkeys((line.id for line in SMALL.lines), GROOT), TODAY)
    assert view["next"] is None
    assert view["remaining"]["decide"] == {"min": 0, "max": 0}
    assert view["scores"]["whole"] == {
        "low": 2.0, "high": 2.0, "known": 6, "unknown": 0, "left_out": 0, "levels": ["grotendeels", "grotendeels"],
    }  # fmt: skip


def test_a_scan_advises_and_decides_nothing() -> None:
    """The parts of a flow's View are there, and empty; the hashes say which scan this is."""
    view = consult_scan(SMALL, {}, TODAY)
    assert (view["tree"], view["version"], view["rules"]) == ("zelfscan", "v2", "r2")
    assert (view["why"], view["decisions"]) == ({}, {})
    assert not any(view[name] for name in ("advice", "duties", "skipped", "dropped", "errors"))


def test_weights_count_and_their_faults_are_told() -> None:
    """A weight changes the whole; one that does not hold is in `errors` and counts once."""
    answers = dict.fromkeys(("c2a", "c2b", "c3a", "c3b", "c3c"), "nog-niet") | {"c1": VOL}
    view = consult_scan(SMALL, answers, TODAY, {"c1": 2, "c2": 99})
    assert view["scores"]["whole"]["low"] == 1.5
    assert [(fault["code"], fault["question"]) for fault in view["errors"]] == [("verkeerd-gewicht", "c2")]


def test_no_score_is_null() -> None:
    """Where nothing applies the View has null for bounds and levels, and is JSON."""
    left_out = {"state": "nvt", "reason": "Elders belegd"}
    view = consult_scan(SMALL, dict.fromkeys((line.id for line in SMALL.lines), left_out), TODAY)
    assert json.loads(json.dumps(view, allow_nan=False)) == view
    assert (view["scores"]["whole"]["low"], view["scores"]["whole"]["levels"]) == (None, None)
