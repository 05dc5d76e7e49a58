"""Laws of the codes about text, inventory and links: the sample of each in the catalogue gives it where it says."""

from pathlib import Path

import pytest

from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import MARKS, Entry
from aids.compiler.catalogue_text import ENTRIES
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position
from aids.compiler.project import load_project
from aids.compiler.text_quality import text_warnings
from tests.unit.compiler.samples import TODAY, unmarked, write_project

WRITTEN = [entry for entry in ENTRIES if entry.form != "built"]
"""The samples of built pages have their law in tests/unit/site."""

ROOT = Path(__file__).resolve().parents[3]
FOLDER = "docs/gegevens/inventaris"
PLACES = {
    "items": f"{FOLDER}/onderdelen.yml",
    "places": f"{FOLDER}/plaatsen.yml",
    "page": "docs/blad.md",
    "sources": "docs/gegevens/bronnen.yml",
    "links": "docs/gegevens/links.yml",
}
AROUND = {
    "docs/index.md": "---\ntitle: Start\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n# Start {#begin}\n",
    f"{FOLDER}/onderdelen.yml": '"A1":\n  [M-1]\n',
    f"{FOLDER}/plaatsen.yml": "M-1: index.md#begin\n",
}


def findings(root: Path, entry: Entry, sample: str) -> list[Diagnostic]:
    """Return what is found in a sound project in which `sample` stands where the form of `entry` says."""
    write_project(root)
    for name, text in {**AROUND, PLACES[entry.form]: unmarked(sample)}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return [*load_project(root, today=TODAY).diagnostics, *text_warnings(root)]


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda entry: entry.code)
def test_bad_sample_gives_its_code_at_its_mark(entry: Entry, tmp_path: Path) -> None:
    """The bad sample of an entry gives exactly one diagnostic: its code, at its mark, with its severity and line."""
    before, _, rest = entry.bad.partition(MARKS[0])
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    at = Position(PLACES[entry.form], line, column, len(rest.partition(MARKS[1])[0]))
    found = findings(tmp_path, entry, entry.bad)
    assert [(item.code, item.at, item.severity) for item in found] == [(entry.code, at, entry.severity)]
    assert found[0].excerpt == unmarked(entry.bad).split("\n")[line - 1]


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda entry: entry.code)
def test_good_sample_is_clean(entry: Entry, tmp_path: Path) -> None:
    """The good sample of an entry gives no diagnostic at all."""
    assert findings(tmp_path, entry, entry.good) == []


def test_every_entry_is_in_the_catalogue() -> None:
    """Each of these codes can be explained."""
    assert {entry.code for entry in ENTRIES} <= set(CATALOGUE)
