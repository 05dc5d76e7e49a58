"""The trees and the shared part as the tests use them: loaded once, or with one rule planted wrong."""

from functools import cache
from pathlib import Path

from aids.compiler.compile import compile_tree
from aids.compiler.document import Document
from aids.compiler.loader import load_document
from aids.compiler.proof.inquiry import open_inquiry
from aids.compiler.proof.promises import claim_verdicts, policy_verdicts
from tests.trees.meldcode_cases import ROOT

TREES = ROOT / "decision_trees"
FILES = {"weging": "delen/weging.yml", "meldcode": "meldcode.yml", "passende-zorg": "passende-zorg.yml"}


@cache
def document(name: str) -> Document:
    """Return a tree or part by its id."""
    return loaded(TREES / FILES[name])


def loaded(path: Path) -> Document:
    """Return the tree in a file that has no faults."""
    found, diagnostics = load_document(path)
    assert found is not None, diagnostics
    return found


def verdicts(found: Document) -> dict[str, str]:
    """Return what the solver says of each claim and policy."""
    inquiry = open_inquiry(found, compile_tree(found))
    return {verdict.id: verdict.result for verdict in (*claim_verdicts(inquiry), *policy_verdicts(inquiry))}


def planted(name: str, old: str, new: str, folder: Path) -> Document:
    """Return the tree `name` in which the only place that reads `old` reads `new`; its shared part comes along.

    Without the regression cases: what is planted is for the claims to find.
    """
    for file in FILES.values():
        target = folder / file
        target.parent.mkdir(exist_ok=True)
        text = (TREES / file).read_text(encoding="utf-8").partition("\ncases:\n")[0] + "\n"
        if file == FILES[name]:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
            text = text.replace(old, new)
        target.write_text(text, encoding="utf-8")
    return loaded(folder / FILES[name])
