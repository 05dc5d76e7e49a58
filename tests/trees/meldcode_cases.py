"""The meldcode as the tests use it: compiled once, and answers of a calm case from which each test departs."""

from functools import cache
from pathlib import Path
from typing import Any

from aids.compiler.compile import compile_tree
from aids.compiler.loader import load_document
from aids.runtime.engine import View, consult
from aids.runtime.tree import Tree

TODAY = "2026-11-22"
ROOT = Path(__file__).parents[2]

CALM: dict[str, Any] = {
    "gevaar": "nee",
    "contact-veilig": "ja",
    "collega": "nee",
    "client": ["slachtoffer"],
    "kind-client": "nee",
    "rode-vlaggen": ["geen"],
    "bijzondere-vormen": ["geen"],
    "advies-veilig-thuis": "anders",
    "vermoeden": "ja",
    "acuut": "nee",
    "structureel": "nee",
    "onthulling": "nee",
    "zelf-helpen": "ja",
    "aanvaarden": "ja",
    "resultaat": "ja",
    "eigen-kader": "niet-zwaarder",
}
"""Help that works, nothing unknown: row T10."""

STEPS_TAKEN: dict[str, Any] = {
    "signalen": {"state": "done"},
    "overleg-collega": {"state": "done", "who": "aandachtsfunctionaris"},
    "gesprek": {"state": "not_done", "reason": "niet-bereikt"},
}

ALWAYS_GIVEN = {"eindverantwoordelijke-beslist", "apart-spreken", "slachtoffer-client"}
"""Advice of the ordinary route whatever the outcome, and that for the client of the calm case."""


@cache
def meldcode() -> Tree:
    """Return the compiled tree."""
    document, diagnostics = load_document(ROOT / "decision_trees" / "meldcode.yml")
    assert document is not None, diagnostics
    return compile_tree(document)


def view(today: str = TODAY, /, **changes: object) -> View:
    """Return the View of the calm case with changes; underscores stand for dashes, None takes an answer away."""
    answers = {**CALM, **{name.replace("_", "-"): value for name, value in changes.items()}}
    return consult(meldcode(), {name: value for name, value in answers.items() if value is not None}, today)


def certain(shown: View) -> set[str]:
    """Return the ids of certain advice."""
    return {advice["id"] for advice in shown["advice"] if advice["certainty"] == "certain"}


def settled(shown: View) -> tuple[str, str, str]:
    """Return row, melden and hulp of a weighing that is certain."""
    weighing = shown["decisions"]["weging"]
    assert weighing["possible"] == [weighing["standing"]], "the weighing is not certain"
    assert weighing["certain"] == weighing["standing"]
    return weighing["row"], weighing["standing"]["melden"], weighing["standing"]["hulp"]
