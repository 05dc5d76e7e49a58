"""Laws of the loader on faults that the catalogue's samples do not show: every part, every wrong form."""

import re
from pathlib import Path

import pytest

from aids.compiler.loader import load_document
from tests.unit.compiler.samples import tree_text

QUESTION = (
    "questions:\n  - id: letsel\n    step: gevaar\n    ask: Is er letsel?\n    short: Letsel\n    sources: [norm#1]\n"
)
DUTY = "    purpose: duty\n    reasons: {bang: Bang}\n"
ANY = "    any_of: {a: A, b: B}\n    none: {geen: Geen}\n    unknown: {onbekend: Weet niet}\n"
ADVICE = "advice:\n  - id: overleg\n    urgency: nu\n    title: Overleg\n    do: [Overleg.]\n    sources: [norm#1]\n"
DECISION = """\
decisions:
  - id: weging
    title: De weging
    gives: {melden: {label: Melden, values: {nu: Nu, overleg: Overleg, geen: Geen}, closing: [geen]}}
    rows: [{row: T0, when: nu-gevaar in {ja}, melden: nu, say: Nu., basis: norm, sources: [norm#1]}]
    otherwise: {melden: overleg, say: Overleg., basis: praktijk, sources: [norm#1]}
    floors: [{floor: F1, when: nu-gevaar in {nee}, melden: {geen: overleg}, say: Ja., basis: norm, sources: [norm#1]}]
"""


def codes(text: str, tmp_path: Path) -> list[str]:
    """The codes found in a tree file of this text."""
    path = tmp_path / "voorbeeld.yml"
    path.write_text(text, encoding="utf-8")
    return [item.code for item in load_document(path)[1]]


def test_the_parts_are_sound_in_themselves(tmp_path: Path) -> None:
    """Without a change each part gives no fault, so what the other tests find comes from their change."""
    for extra in (DUTY, ANY, "    number: {}\n", "    date: {}\n"):
        assert codes(tree_text(QUESTION + extra), tmp_path) == []
    assert codes(tree_text(ADVICE), tmp_path) == []
    assert codes(tree_text(DECISION), tmp_path) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (QUESTION + DUTY + "    date: {}\n", ["VW216"]),
        (QUESTION + DUTY.replace("bang: Bang", "open: Open"), ["VW224"]),
        (QUESTION + DUTY.replace("{bang: Bang}", "[]"), ["VW203"]),
        (QUESTION + DUTY.replace("{bang: Bang}", "{}"), ["VW204"]),
        (QUESTION + "    answers: {ja: Ja, nee: Nee}\n    reasons: {bang: Bang}\n", ["VW216"]),
        (QUESTION + ANY.replace("none: {geen: Geen}", "none: {a: Geen}"), ["VW206"]),
        (QUESTION + ANY.replace("    none: {geen: Geen}\n", ""), ["VW202"]),
        (QUESTION + ANY.replace("geen: Geen", "onbekend: Geen"), ["VW225"]),
        (QUESTION + ANY.replace("onbekend: Weet niet", "onbekend: A, b: B"), ["VW219"]),
        (QUESTION + "    number: 3\n", ["VW203"]),
        (QUESTION + "    number: {min: drie}\n", ["VW209"]),
        (QUESTION + "    date: {min: 3}\n", ["VW201"]),
        (QUESTION + "    purpose: record\n    text: {max: 0}\n", ["VW209"]),
        (QUESTION + "    purpose: record\n    text: {max: 2.5}\n", ["VW209"]),
        (QUESTION + "    answers: {ja: [Ja], nee: Nee}\n", ["VW203"]),
        (QUESTION + "    answers: {ja: {hint: Ja}, nee: Nee}\n", ["VW202"]),
        (QUESTION + "    answers: {ja: '', nee: Nee}\n", ["VW204"]),
        (QUESTION + DUTY + QUESTION[11:] + DUTY, ["VW206"]),
        (QUESTION.replace("id: letsel", "help: Geen id") + DUTY, ["VW202"]),
        ("steps: gevaar\n", ["VW203", "VW212"]),
        ("steps: [gevaar]\n", ["VW203", "VW212"]),
        ("steps: [{title: Gevaar, sources: [norm#1]}]\n", ["VW202", "VW212"]),
        ("steps: [{id: gevaar, title: [Gevaar], sources: [norm#1]}]\n", ["VW203"]),
        ("steps: [{id: gevaar, title: Gevaar, sources: []}]\n", ["VW204"]),
        ("steps: [{id: gevaar, title: Gevaar, sources: [{a: b}]}]\n", ["VW203"]),
        ("steps: [{id: gevaar, number: 0, title: Gevaar, sources: [norm#1]}]\n", ["VW209"]),
        (ADVICE + ADVICE[8:], ["VW206"]),
        (ADVICE.replace("[Overleg.]", "[Bel, en overleg.]"), ["VW217"]),
        (ADVICE.replace("[Overleg.]", "Overleg."), ["VW203"]),
        (ADVICE.replace("[Overleg.]", "['', Bel.]"), ["VW204"]),
        (ADVICE + "    closes: ja\n", ["VW210"]),
        (DECISION + DECISION[11:], ["VW206"]),
        (re.sub(r"gives: .*", "gives: {melden: x}", DECISION), ["VW203"]),
        (DECISION.replace("nu: Nu, overleg: Overleg, ", ""), ["VW226", "VW222", "VW222", "VW222"]),
        (DECISION.replace("closing: [geen]", "closing: [geenn]"), ["VW222"]),
        (DECISION.replace("otherwise:", "anders:"), ["VW202", "VW201"]),
        (DECISION.replace("melden: nu, ", ""), ["VW202"]),
        (DECISION.replace("when: nu-gevaar in {ja}, ", ""), ["VW202"]),
        (DECISION.replace("row: T0", "row: T 0"), ["VW205"]),
        (DECISION.replace("basis: norm", "basis: vakoordeel"), ["VW207", "VW207"]),
        (DECISION.replace("{geen: overleg}", "{geen: weg}"), ["VW222"]),
        (DECISION.replace("{geen: overleg}", "{weg: overleg}"), ["VW222"]),
        (DECISION.replace("{geen: overleg}", "[geen]"), ["VW203"]),
        (re.sub(r"rows: \[(.*)\]", r"rows: [\1, \1]", DECISION), ["VW206"]),
    ],
)
def test_each_change_gives_its_faults(text: str, expected: list[str], tmp_path: Path) -> None:
    """One change in a sound part gives the codes of that fault and of what follows from it, and no other."""
    assert codes(tree_text(text), tmp_path) == expected


def test_an_outcome_cannot_be_called_as_a_key_of_a_row(tmp_path: Path) -> None:
    """An outcome named `say` would be read as the words of a row: the name is refused where it is given."""
    assert codes(tree_text(DECISION.replace("melden:", "say:")), tmp_path)[0] == "VW224"


@pytest.mark.parametrize("text", ["- a\n", "tekst\n"])
def test_a_file_that_is_no_group_is_one_fault(text: str, tmp_path: Path) -> None:
    """A list or a text where a tree should be gives one fault."""
    assert codes(text, tmp_path) == ["VW203"]


def test_an_alias_is_one_fault(tmp_path: Path) -> None:
    """Where a value is a YAML alias only the alias is reported, not that the value is missing or of the wrong form."""
    for key, text in (("title", "title: *x\n"), ("steps", "steps: *x\n"), ("do", ADVICE.replace("[Overleg.]", "*x"))):
        assert "VW112" in codes(tree_text(text), tmp_path)
        assert codes(tree_text(text), tmp_path).count("VW203") == 0, key
