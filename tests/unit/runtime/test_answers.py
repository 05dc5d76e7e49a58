"""How faulty answers are told. Plain functions: the browser runs them too."""

import json

from aids.runtime.answers import LONGEST_ECHO
from aids.runtime.engine import consult
from aids.runtime.tree import Tree
from tests.unit.runtime.sample_tree import SAMPLE

TREE = Tree.from_json(json.loads(SAMPLE))

FAULTS: list[tuple[str, object, str]] = [
    ("bestaat-niet", "ja", "onbekende-vraag"),
    ("gevaar", ["ja"], "verkeerde-soort"),
    ("gevaar", None, "verkeerde-soort"),
    ("gevaar", "misschien", "onbekend-antwoord"),
    ("vlaggen", "wapen", "verkeerde-soort"),
    ("vlaggen", [1], "verkeerde-soort"),
    ("vlaggen", ["mes"], "onbekend-antwoord"),
    ("vlaggen", [], "geen-keuze"),
    ("vlaggen", ["wapen", "geen"], "sluit-elkaar-uit"),
    ("vlaggen", ["geen", "onbekend"], "sluit-elkaar-uit"),
    ("datum", 20261122, "verkeerde-soort"),
    ("datum", "2026-02-30", "geen-datum"),
    ("datum", "20261122", "geen-datum"),
    ("aantal", "3", "verkeerde-soort"),
    ("aantal", True, "verkeerde-soort"),
    ("aantal", -1, "buiten-bereik"),
    ("aantal", 11, "buiten-bereik"),
    ("aantal", float("nan"), "buiten-bereik"),
    ("toelichting", 3, "verkeerde-soort"),
    ("toelichting", "x" * 21, "te-lang"),
    ("gesprek", "done", "verkeerde-soort"),
    ("gesprek", {"stand": "done"}, "verkeerde-soort"),
    ("gesprek", {"state": "gedaan"}, "onbekend-antwoord"),
    ("gesprek", {"state": ["done"]}, "onbekend-antwoord"),
    ("gesprek", {"state": "not_done", "reason": "zin"}, "onbekende-reden"),
    ("gesprek", {"state": "not_done", "reason": ["onveilig"]}, "onbekende-reden"),
    ("gesprek", {"state": "done", "who": "buurman"}, "onbekend-antwoord"),
    ("gesprek", {"state": "done", "who": 3}, "onbekend-antwoord"),
    ("gesprek", {"state": "later", "date": "morgen"}, "geen-datum"),
    ("gesprek", {"state": "later", "date": 3}, "verkeerde-soort"),
]


def test_each_fault_is_named_and_counts_as_unanswered() -> None:
    """A faulty answer gives its code for its question, and the rest of the View is as if it were not there."""
    for ident, value, code in FAULTS:
        shown = consult(TREE, {"gevaar": "nee", ident: value} if ident != "gevaar" else {ident: value}, "2026-11-22")
        assert [(e["code"], e["question"]) for e in shown["errors"]] == [(code, ident)], (ident, value)
        assert ident not in shown["answered"]
        assert shown["errors"][0]["message"].endswith((".", "dag.")), ident


def test_faulty_values_are_echoed_short_or_named() -> None:
    """An error repeats a short value and names the kind of a long or nested one: a View never carries junk back."""
    values: list[tuple[object, object]] = [
        ("x" * 5000, "x" * LONGEST_ECHO),
        ([1, 2], "<list>"),
        (10**400, "int"),
        (None, None),
        (True, True),
        (2.5, 2.5),
    ]
    for value, echo in values:
        assert consult(TREE, {"gevaar": value}, "2026-11-22")["errors"][0]["value"] == echo
    assert consult(TREE, {"q" * 900: 1}, "2026-11-22")["errors"][0]["question"] == "q" * LONGEST_ECHO
