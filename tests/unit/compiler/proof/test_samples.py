"""Laws of what the proof finds: every VW8xx entry of the catalogue is shown to be right by its own samples."""

from pathlib import Path

import pytest

from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import Entry
from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.project import load_project
from aids.compiler.proof import prove
from tests.unit.compiler.samples import PLACES, TODAY, marked_place, tree_text, unmarked, write_project

ENTRIES = [entry for entry in CATALOGUE.values() if entry.code.startswith("VW8")]
ABOUT_MUTANTS = ("VW812", "VW813")
OUT_OF_TIME = "VW811"


def proven(root: Path, entry: Entry, sample: str, *, hurry: bool = False) -> list[Diagnostic]:
    """Return what the proof of a sample finds; the tree itself has no faults of form."""
    write_project(root, unmarked(tree_text(sample)))
    project = load_project(root, today=TODAY)
    assert project.diagnostics == ()
    document = next(each for each in project.documents if each.id == Path(PLACES["tree"]).stem)
    seconds = 0 if hurry else 20
    certificate = prove(document, compile_tree(document), mutants=entry.code in ABOUT_MUTANTS, seconds=seconds)
    return list(certificate.diagnostics)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_bad_sample_gives_its_code_at_its_mark(entry: Entry, tmp_path: Path) -> None:
    """The proof of a bad sample finds exactly one thing: its code, at its mark, with its severity."""
    found = proven(tmp_path, entry, entry.bad, hurry=entry.code == OUT_OF_TIME)
    assert [(item.code, item.at, item.severity) for item in found] == [
        (entry.code, marked_place(entry), entry.severity)
    ]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_good_sample_is_proven(entry: Entry, tmp_path: Path) -> None:
    """The proof of a good sample finds nothing."""
    assert proven(tmp_path, entry, entry.good) == []
