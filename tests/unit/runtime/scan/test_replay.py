"""Laws of a saved scan on the scan as it is now: every difference is told, and nothing in the file is touched."""

import copy

from aids.runtime.saved_faults import Faults
from aids.runtime.scan.replay import changes_since, fitted
from tests.saved_sample import SCAN, respondent

WORDS = {line.id: line.words for line in SCAN.lines}


def test_the_same_version_has_no_changes() -> None:
    """A file of this version, alone or with a group, has nothing to tell."""
    assert changes_since(SCAN, respondent()) == []
    assert changes_since(SCAN, respondent(group=[respondent()])) == []


def test_every_kind_of_change_is_told_once() -> None:
    """Version, lines gone, new and reworded, answers that are no more, and weights without a criterion."""
    words = {ident: stamp for ident, stamp in WORDS.items() if ident != "c4b"} | {"c2a": "anders", "c9": "oud"}
    saved = respondent(
        version="ouder",
        rules="ouder",
        words=words,
        answers={"c1": "perfect", "c2a": "volledig", "weg": "volledig"},
        joint={"c1": {"answer": {"state": "half", "reason": ""}, "reason": ""}},
        weights={"c99": 2},
    )
    before = copy.deepcopy(saved)
    found = changes_since(SCAN, saved)
    assert [(change.kind, change.line) for change in found] == [
        ("versie", ""),
        ("vervallen", "c9"),
        ("vervallen", "weg"),
        ("antwoord-vervallen", "c1"),
        ("andere-woorden", "c2a"),
        ("nieuw", "c4b"),
        ("gewicht-vervallen", "c99"),
    ]
    told = " ".join(change.message for change in found)
    assert "Ook de regels voor het rekenen zijn anders" in told
    assert "‘half, perfect’" in told
    assert "Er was niets over ingevuld." in told
    assert saved == before


def test_a_line_that_nobody_answered_says_so() -> None:
    """Of a reworded line without an answer nothing needs looking at; rules that are the same are told too."""
    saved = respondent(version="ouder", answers={}, words=WORDS | {"c1": "anders"})
    told = [change.message for change in changes_since(SCAN, saved)]
    assert "op dezelfde manier gerekend" in told[0]
    assert "Er was nog geen antwoord." in told[1]


def test_a_group_counts_by_any_of_its_respondents() -> None:
    """One older respondent in a file of now is enough; without hashes nothing can be said to be new."""
    older = respondent(version="", words={}, answers={"weg": "volledig"})
    found = changes_since(SCAN, respondent(group=[respondent(), older]))
    assert [(change.kind, change.line) for change in found] == [("versie", ""), ("vervallen", "weg")]
    assert "onbekend" in found[0].message


def test_what_does_not_fit_is_left_out_and_named() -> None:
    """Lines, criteria, answers and a role that the scan does not know go, each with its place; the rest stays."""
    saved = respondent(
        by={"role": "buurman"},
        answers={"c1": "grotendeels", "c2a": "perfect", "weg": "volledig"},
        joint={"c1": {"answer": "perfect", "reason": "x"}, "c2b": {"answer": "volledig", "reason": "y"}},
        weights={"c1": 3, "c99": 2},
    )
    faults = Faults("a.json")
    made = fitted(SCAN, saved, faults, "group[1].")
    assert made["answers"] == {"c1": "grotendeels"}
    assert made["joint"] == {"c2b": {"answer": "volledig", "reason": "y"}}
    assert made["weights"] == {"c1": 3}
    assert made["by"]["role"] == ""
    assert [fault[:3] for fault in faults.all()] == [
        ("onbekende-regel", "a.json", "group[1].answers.weg"),
        ("onbekende-regel", "a.json", "group[1].weights.c99"),
        ("onbekend-antwoord", "a.json", "group[1].answers.c2a"),
        ("onbekend-antwoord", "a.json", "group[1].joint.c1"),
        ("onbekende-rol", "a.json", "group[1].by.role"),
    ]
    assert fitted(SCAN, respondent(), Faults("a.json")) == respondent()
