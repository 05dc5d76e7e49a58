"""The work as the panels get it."""

import random

import pytest

from aids.runtime.scan.results import Promise
from aids.runtime.scan.work import (
    Joint,
    Work,
    group_of,
    joint_of,
    note_of,
    promise_of,
    weights_of,
    words_of,
)
from tests.random_scans import random_saved
from tests.unit.runtime.scan.small_scan import SMALL


def test_a_message_gives_both_documents_in_normal_form() -> None:
    """Each respondent of the group has every part, so that nothing that shows it can stumble."""
    saved = random_saved(random.Random(1), SMALL, group=2)  # noqa: S311  the same each time
    work = Work.from_json({"saved": saved, "earlier": saved})
    assert [len(group_of(work.saved)), work.earlier is not None] == [2, True]
    assert all({"by", "answers", "notes", "saved"} <= member.keys() for member in group_of(work.saved))


@pytest.mark.parametrize("data", [None, [], {}, {"saved": None}, {"saved": {"format": "iets"}, "earlier": 3}])
def test_what_is_no_work_is_an_empty_one(data: object) -> None:
    """Nothing raises for what a message may hold."""
    assert Work.from_json(data) == Work({}, None)


def test_parts_of_another_shape_are_as_good_as_absent() -> None:
    """A part is read only where it is what the contract says."""
    odd = {"group": "x", "weights": {"c1": 9, "c2": "2", "c3": True}, "notes": {"c1": []}, "joint": {"c1": 3}}
    assert [
        group_of(odd),
        weights_of(odd),
        note_of(odd, "c1", "action"),
        promise_of(odd, "c1"),
        joint_of(odd, "c1"),
    ] == [
        [],
        {},
        "",
        None,
        None,
    ]
    assert words_of({"role": 3}, "role") == ""


def test_weights_promises_and_joint_answers_are_read_by_name() -> None:
    """Weights that are one are not told; texts lose the white space around them."""
    saved = {
        "weights": {"c1": 1, "c2": 3},
        "notes": {"c1": {"action": " Vaststellen ", "owner": "", "date": "2027-03-01"}},
        "joint": {
            "c1": {"answer": "grotendeels", "reason": " Zo is het. "},
            "c2": {"answer": {"state": "nvt", "reason": "Elders"}},
        },
    }
    assert weights_of(saved) == {"c2": 3}
    assert promise_of(saved, "c1") == Promise("Vaststellen", "", "2027-03-01")
    assert joint_of(saved, "c1") == Joint("grotendeels", "", "Zo is het.")
    assert joint_of(saved, "c2") == Joint("nvt", "Elders", "")
