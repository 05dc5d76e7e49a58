"""What a file stands for as one scan: its own answers, or those that its group agreed on."""

from typing import Any

import pytest

from aids.runtime.scan.joint import answers_for, is_group, joint_of, members_of
from tests.unit.runtime.scan.small_scan import NIET, SMALL, VOL

LEFT_OUT = {"state": "nvt", "reason": "Elders belegd"}


def test_a_file_of_one_stands_for_its_own_answers() -> None:
    """Without a group the answers of the file are read as they are, faults and all; an empty group is none."""
    saved = {"answers": {"c1": VOL, "c2a": "vreemd"}, "joint": {"c1": {"answer": NIET}}, "group": []}
    read = answers_for(SMALL, saved)
    assert read.answers == {"c1": VOL}
    assert [fault["code"] for fault in read.errors] == ["onbekend-antwoord"]
    assert (is_group(saved), members_of(saved)) == (False, [saved])


def test_a_group_stands_for_what_it_agreed_on() -> None:
    """Joint first; else what all share who know; else unknown. The answers of the file itself do not count."""
    one = {"answers": {"c1": VOL, "c2a": VOL, "c2b": NIET, "c3a": LEFT_OUT}}
    other = {"answers": {"c1": VOL, "c2a": NIET, "c2b": "onbekend", "c3a": {"state": "nvt", "reason": "Regio"}}}
    saved = {
        "answers": {"c3b": VOL},
        "joint": {"c1": {"answer": LEFT_OUT, "reason": "Besproken"}},
        "group": [one, other],
    }
    read = answers_for(SMALL, saved)
    unknown = dict.fromkeys(("c2a", "c3b", "c3c"), "onbekend")
    assert read.answers == {"c1": "nvt", "c2b": NIET, "c3a": "nvt", **unknown}
    assert read.reasons == {"c1": "Elders belegd", "c3a": "Elders belegd; Regio"}
    assert is_group(saved)


def test_a_joint_answer_that_does_not_hold_is_named_and_the_rest_stands() -> None:
    """A joint n.v.t. without a reason, or no answer at all, leaves the line to what all share."""
    group = [{"answers": {"c1": VOL, "c2a": VOL}}, {"answers": {"c9": VOL}}, "geen invuller"]
    saved = {"joint": {"c1": {"answer": "nvt"}, "c2a": "kaal", "c2b": {"answer": NIET}}, "group": group}
    read = answers_for(SMALL, saved)
    assert {line: read.answers[line] for line in ("c1", "c2a", "c2b")} == {"c1": VOL, "c2a": VOL, "c2b": NIET}
    codes = [fault["code"] for fault in read.errors]
    assert codes == ["mist-reden", "verkeerde-soort", "onbekende-vraag", "verkeerde-soort"]
    assert joint_of(SMALL, saved).answers == {"c2b": NIET}


@pytest.mark.parametrize(
    "saved", [None, [], "tekst", 3, {}, {"answers": 4}, {"group": "x"}, {"joint": [1], "group": [0]}]
)
def test_what_is_no_file_stands_for_nothing(saved: Any) -> None:  # noqa: ANN401  JSON
    """No shape of JSON raises; nothing is known from it, and that is told."""
    read = answers_for(SMALL, saved)
    assert set(read.answers.values()) <= {"onbekend"}
    assert read.errors
