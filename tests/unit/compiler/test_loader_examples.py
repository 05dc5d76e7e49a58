"""Laws of vignettes, cases and changes: what they give and expect, as data, and each slip in them."""

from pathlib import Path

import pytest

from aids.compiler.diagnostics import has_errors
from aids.compiler.document import Expectation
from aids.compiler.project import load_project
from tests.unit.compiler.samples import TODAY, tree_text, write_project

WHOLE = Path(__file__).parent / "alle-vormen.yml"
START = (
    "questions:\n  - id: letsel\n    step: gevaar\n    ask: Is er letsel?\n    short: Letsel\n    sources: [norm#1]\n"
)
DUTY = START + "    purpose: duty\n    reasons: {bang: Bang}\n    who: {vt: Veilig Thuis}\n"
ANY = START + "    any_of: {a: A, b: B}\n    none: {geen: Geen}\n    unknown: {onbekend: Weet niet}\n"
DATE = START + "    date: {unknown: Weet niet}\n"
NUMBER = START + "    number: {min: 1, unknown: Weet niet}\n"
TEXT = START + "    purpose: record\n    text: {max: 5}\n"


def codes(tmp_path: Path, text: str) -> list[str]:
    """The codes found in a tree with these sections."""
    write_project(tmp_path, tree_text(text))
    return [item.code for item in load_project(tmp_path, today=TODAY).diagnostics]


def case(given: str, expect: str = "{advice: [bel-112]}") -> str:
    """One case."""
    return f"cases:\n  - id: proef\n    why: Omdat.\n    given: {given}\n    expect: {expect}\n    sources: [norm#1]\n"


def test_answers_become_the_data_of_answers(tmp_path: Path) -> None:
    """Each kind of question takes its own form of answer; vignettes stand before cases."""
    write_project(tmp_path, WHOLE.read_text(encoding="utf-8"))
    vignette, _, regression = load_project(tmp_path, today=TODAY).documents[0].examples
    assert dict(vignette.given) == {
        "nu-gevaar": "nee",
        "pijn": "ja",
        "wond": "nee",
        "rode-vlaggen": ("wurgen", "wapen"),
        "opnieuw": "2026-12-01",
        "leeftijd": 3,
        "toelichting": "12",
        "overleg-collega": {"state": "later", "date": "2026-12-01", "who": "vt"},
    }
    assert (vignette.kind, vignette.title, vignette.story, vignette.why) == (
        "vignette",
        "Alles tegelijk",
        "Een verzonnen verhaal.",
        "",
    )
    assert vignette.expect == Expectation(
        ("bel-112",),
        ("volgen",),
        (("weging.melden", "geen"), ("spoed.arts", "nvt")),
        (("weging", "6"),),
        exactly=True,
        urgency=(("bel-112", "nu"),),
    )
    assert (regression.kind, regression.why, regression.today) == ("case", "Een plicht met een reden telt.", "")
    assert dict(regression.given)["leeftijd"] == "onbekend"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DUTY + case("{letsel: {state: done, who: vt}}"), []),
        (DUTY + case("{letsel: {state: open}}"), []),
        (DUTY + case("{letsel: {state: gedaan}}"), ["VW207"]),
        (DUTY + case("{letsel: {state: later}}"), ["VW256"]),
        (DUTY + case("{letsel: {state: later, date: morgen}}"), ["VW208"]),
        (DUTY + case("{letsel: {state: not_done, reason: angst}}"), ["VW252"]),
        (DUTY + case("{letsel: {reason: bang}}"), ["VW202"]),
        (DUTY + case("{letsel: {state: done, wie: vt}}"), ["VW201"]),
        (ANY + case("{letsel: [a, b]}"), []),
        (ANY + case("{letsel: a}"), ["VW253"]),
        (ANY + case("{letsel: []}"), ["VW253"]),
        (ANY + case("{letsel: [[a]]}"), ["VW253"]),
        (ANY + case("{letsel: [a, a]}"), ["VW310"]),
        (ANY + case("{letsel: [geen, a]}"), ["VW254"]),
        (DATE + case("{letsel: onbekend}"), []),
        (DATE + case("{letsel: 1-1-2026}"), ["VW253"]),
        (DATE + case("{letsel: [2026-01-01]}"), ["VW253"]),
        (NUMBER + case("{letsel: 1.5}"), []),
        (NUMBER + case("{letsel: veel}"), ["VW253"]),
        (NUMBER + case("{letsel: 0}"), ["VW255"]),
        (TEXT + case("{letsel: vijf!}"), []),
        (TEXT + case("{letsel: zestig}"), ["VW255"]),
        (TEXT + case("{letsel: }"), ["VW253"]),
        (case("{nu-gevaar: }"), ["VW252"]),
        (case("[nu-gevaar]"), ["VW203"]),
        (case("{nu-gevaar: ja}", "[bel-112]"), ["VW203"]),
        (case("{nu-gevaar: ja}", "{advice: [bel-113]}"), ["VW213"]),
        (case("{nu-gevaar: ja}", "{urgency: {bel-113: nu}}"), ["VW213"]),
        (case("{nu-gevaar: ja}", "{urgency: {bel-112: straks}}"), ["VW207"]),
        (case("{nu-gevaar: ja}", "{outcomes: {weging.melden: nu}}"), ["VW313"]),
        (case("{nu-gevaar: ja}", "{outcomes: {weging.melden: [nu]}}"), ["VW203"]),
        (case("{nu-gevaar: ja}").replace("    why: Omdat.\n", "    title: Proef\n"), ["VW202", "VW201"]),
        (case("{nu-gevaar: ja}") + case("{nu-gevaar: nee}").replace("cases:\n", ""), ["VW206"]),
        ("changes: [{date: 2026-02-30, rules: 0a1b2c3d4e5f6789, say: X, advice: []}]\n", ["VW208"]),
        ("changes: [{date: 2026-02-28, rules: 0a1b2c3d4e5f6789, say: X, advice: [A b]}]\n", ["VW205"]),
    ],
)
def test_each_slip_in_an_example_is_found(text: str, expected: list[str], tmp_path: Path) -> None:
    """An answer or expectation that a reader could not give or see is one fault, and a sound one none."""
    assert codes(tmp_path, text) == expected


def test_an_answer_to_a_faulty_question_is_not_judged(tmp_path: Path) -> None:
    """Where a question's own answers have a fault, an example that answers it gets no second one."""
    text = tree_text(case("{nu-gevaar: Nee}")).replace("nee: Nee, ", "Nee: Nee, ")
    write_project(tmp_path, text)
    found = load_project(tmp_path, today=TODAY).diagnostics
    assert [item.code for item in found] == ["VW205"]
    assert has_errors(found)
