"""Laws of bringing respondents together: each counts once, nothing good is lost, nothing is dropped in silence."""

from typing import Any

from aids.runtime.scan.group import gather, respondent_of
from tests.saved_sample import IDENT, SCAN, respondent

OTHER = "f" * 32


def codes(files: list[tuple[str, dict[str, Any]]]) -> tuple[list[int], list[tuple[str, str, str]]]:
    """Return what is kept, and of each fault its code, file and place."""
    gathered = gather(SCAN, files)
    assert all(fault.message.startswith(fault.file) for fault in gathered.faults)
    return gathered.kept, [fault[:3] for fault in gathered.faults]


def test_a_respondent_is_what_the_scan_knows_of_a_file() -> None:
    """Answers that hold, reasons, notes on known lines and a known role come over; the rest does not."""
    saved = respondent(answers={"c1": "volledig", "c2a": {"state": "nvt", "reason": "Nee."}, "weg": "volledig"})
    saved["notes"]["weg"] = {"note": "oud"}
    found = respondent_of(saved, "a.json", SCAN)
    assert found.answers == {"c1": "volledig", "c2a": "nvt"}
    assert found.reasons == {"c2a": "Nee."}
    assert found.notes == {"c1": {"note": "Zie de visie.", "date": "2027-03-01"}}
    assert found[:6] == (IDENT, "a.json", "gemeente", "Proefstad", False, "2026-11-22T10:33")


def test_who_has_no_id_or_a_strange_role_is_a_respondent_all_the_same() -> None:
    """The file's name tells those apart who have no id; a role that the scan does not know is none."""
    found = respondent_of(respondent(by={"id": "", "role": "buurman"}), "a.json", SCAN)
    assert (found.ident, found.role) == ("bestand:a.json", "")


def test_good_files_are_all_kept_in_order() -> None:
    """Files of different respondents all count, without a fault."""
    files = [(f"{number}.json", respondent(by={"id": f"{number:032x}"})) for number in range(3)]
    assert codes(files) == ([0, 1, 2], [])


def test_of_the_same_respondent_the_newest_counts() -> None:
    """An older file is named and left out, wherever it stands; of two of the same minute the first counts."""
    new, old = respondent(saved="2026-11-23T09:00"), respondent()
    assert codes([("oud.json", old), ("nieuw.json", new)]) == ([1], [("dubbel", "oud.json", "by.id")])
    assert codes([("nieuw.json", new), ("oud.json", old)]) == ([0], [("dubbel", "oud.json", "by.id")])
    assert codes([("a.json", new), ("b.json", new)]) == ([0], [("dubbel", "b.json", "by.id")])


def test_the_same_file_without_an_id_counts_once() -> None:
    """Files without an id are the same respondent only if they say the same."""
    nobody = {"id": ""}
    files = [(name, respondent(by=nobody)) for name in ("a.json", "b.json")]
    assert codes(files) == ([0], [("dubbel", "b.json", "by.id")])
    files.append(("c.json", respondent(by=nobody, answers={"c1": "volledig"})))
    assert codes(files)[0] == [0, 2]


def test_contradictory_roles_are_told() -> None:
    """One respondent with two roles or organisations is told with both files; the newest one's role counts."""
    older = respondent(by={"role": "team", "organisation": "Elders"})
    kept, faults = codes([("a.json", older), ("b.json", respondent(saved="2026-11-23T09:00"))])
    assert kept == [1]
    assert faults == [
        ("dubbel", "a.json", "by.id"),
        ("tegenstrijdig", "a.json", "by.role"),
        ("tegenstrijdig", "a.json", "by.organisation"),
    ]


def test_what_is_no_respondent_of_this_scan_is_left_out() -> None:
    """Files of another tree, of a group, and without a single answer are named; the good one still counts."""
    files = [
        ("ander.json", respondent(tree="anders")),
        ("hulp.json", {**respondent(), "kind": "flow"}),
        ("groep.json", respondent(group=[respondent()])),
        ("leeg.json", respondent(answers={"c1": "nvt"})),
        ("goed.json", respondent(by={"id": OTHER})),
    ]
    assert codes(files) == (
        [4],
        [
            ("andere-scan", "ander.json", "tree"),
            ("andere-scan", "hulp.json", "tree"),
            ("groep", "groep.json", "group"),
            ("leeg", "leeg.json", "answers"),
        ],
    )


def test_no_more_than_five_hundred_count() -> None:
    """Of 503 respondents the first 500 count; from which file on they do not is told once."""
    files = [(f"{number}.json", respondent(by={"id": f"{number:032x}"})) for number in range(503)]
    kept, faults = codes(files)
    assert kept == list(range(500))
    assert faults == [("te-veel", "500.json", "")]


def test_what_is_odd_in_a_file_that_counts_is_told() -> None:
    """No role, an unknown one, lines that are not there and another version are told; the file counts."""
    for role in ("", "buurman"):
        assert codes([("a.json", respondent(by={"role": role}))]) == ([0], [("onbekende-rol", "a.json", "by.role")])
    strange = respondent(answers={"c1": "volledig", "weg": "volledig"})
    assert codes([("a.json", strange)]) == ([0], [("onbekende-vraag", "a.json", "answers.weg")])
    older = respondent(version="ouder", words={"c1": "anders"})
    gathered = gather(SCAN, [("a.json", older)])
    assert "Anders verwoord zijn nu: 1." in gathered.faults[0].message
    assert "hetzelfde verwoord" in gather(SCAN, [("a.json", respondent(version="ouder"))]).faults[0].message
