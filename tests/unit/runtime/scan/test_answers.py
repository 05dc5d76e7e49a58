"""Reading answers and weights of a scan: what holds is taken in, everything else is named."""

from typing import Any

import pytest

from aids.runtime.scan.answers import LONGEST_REASON, read_answers, read_weights, weight_of
from tests.unit.runtime.scan.small_scan import NIET, SMALL, VOL


def test_steps_unknown_and_left_out_with_a_reason_are_taken_in() -> None:
    """Each kind of answer is read as it is meant, without a fault."""
    given = {"c1": VOL, "c2a": "onbekend", "c2b": {"state": "nvt", "reason": "Geen eigen team"}}
    read = read_answers(SMALL, given)
    assert read == ({"c1": VOL, "c2a": "onbekend", "c2b": "nvt"}, {"c2b": "Geen eigen team"}, [])


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("nvt", "mist-reden"),
        ({"state": "nvt"}, "mist-reden"),
        ({"state": "nvt", "reason": None}, "mist-reden"),
        ({"state": "nvt", "reason": " \n"}, "mist-reden"),
        ({"state": "nvt", "reason": 3}, "verkeerde-soort"),
        ({"state": "nvt", "reason": "x", "who": "y"}, "verkeerde-soort"),
        ({"state": VOL, "reason": "x"}, "verkeerde-soort"),
        ({"state": ["nvt"], "reason": "x"}, "verkeerde-soort"),
        ({}, "verkeerde-soort"),
        ({"state": "nvt", "reason": "x" * (LONGEST_REASON + 1)}, "te-lang"),
        ("bijna", "onbekend-antwoord"),
        ("", "onbekend-antwoord"),
        (None, "verkeerde-soort"),
        (2, "verkeerde-soort"),
        (10**400, "verkeerde-soort"),
        (float("nan"), "verkeerde-soort"),
        (True, "verkeerde-soort"),
        ([VOL], "verkeerde-soort"),
    ],
)
def test_what_is_no_answer_leaves_the_line_open_and_is_named(value: Any, code: str) -> None:  # noqa: ANN401  JSON
    """A value that is no answer is left out and named with its line; the others are still read."""
    read = read_answers(SMALL, {"c1": value, "c2a": NIET})
    assert (read.answers, read.reasons) == ({"c2a": NIET}, {})
    assert [(fault["code"], fault["question"]) for fault in read.errors] == [(code, "c1")]


def test_unknown_lines_are_named() -> None:
    """A line that the scan does not have is no answer to anything."""
    read = read_answers(SMALL, {"c9": VOL, "__proto__": VOL})
    assert read.answers == {}
    assert [fault["code"] for fault in read.errors] == ["onbekende-vraag"] * 2


@pytest.mark.parametrize("answers", [None, [], "c1", 7])
def test_answers_that_are_no_object_are_one_fault(answers: object) -> None:
    """Without an object there is nothing to read."""
    read = read_answers(SMALL, answers)
    assert read.answers == {}
    assert [(fault["code"], fault["question"]) for fault in read.errors] == [("verkeerde-soort", None)]


def test_weights_from_one_to_five_are_taken_in_and_others_named() -> None:
    """A weight that is no whole number from 1 to 5 is named, and its criterion counts once."""
    given = {"c1": 5, "c2": 6, "c3": 1, "c9": 2}
    weights, errors = read_weights(SMALL, given)
    assert weights == {"c1": 5, "c3": 1}
    assert [(e["code"], e["question"]) for e in errors] == [("verkeerd-gewicht", "c2"), ("onbekende-vraag", "c9")]


@pytest.mark.parametrize("value", [0, -1, 6, 2.0, 10**400, True, "2", None, [2], {}])
def test_a_weight_that_does_not_hold_counts_once(value: Any) -> None:  # noqa: ANN401  JSON
    """Whatever comes in as a weight, the criterion counts, and once."""
    assert read_weights(SMALL, {"c1": value})[0] == {}
    assert weight_of({"c1": value}, "c1") == 1


def test_no_weights_are_no_fault_and_other_things_are() -> None:
    """None is no weights at all; anything else that is no object is named."""
    assert read_weights(SMALL, None) == ({}, [])
    assert [fault["code"] for fault in read_weights(SMALL, [3])[1]] == ["verkeerde-soort"]
