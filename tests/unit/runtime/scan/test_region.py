"""Laws of bringing municipalities together: one file, one scan, whatever is in it."""

from typing import Any

from aids.runtime.saved import json_text, read_saved
from aids.runtime.scan.joint import answers_for
from aids.runtime.scan.region import gather_region
from aids.runtime.scan.rollup import rollup
from tests.saved_sample import SCAN, respondent


def municipality(number: int, **parts: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401  JSON data
    """Return a file of a municipality of its own."""
    by = {"id": f"{number:032x}", "organisation": f"Stad {number}"}
    return f"{number}.json", respondent(by=by, **parts)


def group(number: int) -> tuple[str, dict[str, Any]]:
    """Return a file that holds three respondents of a municipality, who share some answers."""
    left_out = {"state": "nvt", "reason": "x" * 1500}
    members = [
        respondent(by={"id": f"{each + 100:032x}"}, answers={"c1": "volledig", "c2a": left_out, "c2b": step})
        for each, step in enumerate(("volledig", "nog-niet", "onbekend"))
    ]
    members[1]["answers"]["c2a"] = {"state": "nvt", "reason": "y" * 1500}
    return municipality(number, group=members, answers={})


def test_a_group_counts_as_the_one_scan_that_it_agreed() -> None:
    """What stands for a group is a good document with the agreed answers, and gives the very same roll-up."""
    files = [municipality(1), group(2), municipality(3, answers={"c1": "nog-niet"})]
    region = gather_region(SCAN, files)
    assert (region.kept, region.faults, list(region.agreed)) == ([0, 1, 2], [], [1])
    agreed = region.agreed[1]
    assert read_saved(json_text(agreed), "a.json") == (agreed, [])
    assert "group" not in agreed
    assert answers_for(SCAN, agreed).answers == answers_for(SCAN, files[1][1]).answers
    whole = [region.agreed.get(place, files[place][1]) for place in region.kept]
    assert rollup(SCAN, whole) == rollup(SCAN, [saved for _, saved in files])


def test_of_the_same_municipality_the_newest_counts() -> None:
    """The same id and organisation are one municipality; the same id under another name is another."""
    name, first = municipality(1)
    later = {**first, "saved": "2026-11-23T09:00"}
    other = {**first, "by": {**first["by"], "organisation": "Elders"}}
    region = gather_region(SCAN, [(name, first), ("b.json", later), ("c.json", other)])
    assert region.kept == [1, 2]
    assert [fault[:3] for fault in region.faults] == [("dubbel", name, "by.id")]
    nobody = respondent(by={"id": ""})
    assert gather_region(
        SCAN, [("a", nobody), ("b", nobody), ("c", {**nobody, "answers": {"c1": "volledig"}})]
    ).kept == [
        0,
        2,
    ]


def test_what_is_no_scan_of_a_municipality_is_left_out() -> None:
    """Another tree and a file without an answer are named; another version counts and is told; 500 is the most."""
    files = [
        ("ander.json", respondent(tree="anders")),
        ("leeg.json", respondent(answers={}, group=[respondent(answers={})])),
        municipality(1, version="ouder"),
    ]
    region = gather_region(SCAN, files)
    assert region.kept == [2]
    assert [fault.code for fault in region.faults] == ["andere-scan", "leeg", "andere-versie"]
    many = gather_region(SCAN, [municipality(number) for number in range(502)])
    assert len(many.kept) == 500
    assert [fault[:2] for fault in many.faults] == [("te-veel", "500.json")]
