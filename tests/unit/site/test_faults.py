"""Laws of the codes VW9xx: each sample in the catalogue gives its code where it says, and each step that stops has one.

The samples of built pages are read by the check of links, that of Markdown by the site engine; the steps are broken.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from aids.compiler import bundle
from aids.compiler.bundle import Manifest
from aids.compiler.bundle_pyc import BundleError
from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import MARKS, Entry
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position
from aids.site import build, engine
from aids.site.build import build_site
from aids.site.engine import build_pages
from aids.site.links import page_faults, read_pages
from aids.site.structure import structure_faults
from tests.unit.compiler.samples import CONTACTS, PAGE, SOURCES, tree_text, unmarked

ENTRIES = [entry for entry in CATALOGUE.values() if entry.code.startswith("VW9")]
BUILT = [entry for entry in ENTRIES if entry.form == "built"]


def site_faults(folder: Path, body: str) -> list[Diagnostic]:
    """Return what the checks of built pages find in a small site of which one page holds `body`."""
    for name, text in {"a/index.html": body, "b/index.html": "<p>", "a/x.css": "", "a/x.png": ""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    pages = read_pages(folder)
    return [*page_faults(folder, pages), *structure_faults(pages.values())]


def marked(entry: Entry, name: str) -> Position:
    """Return the place of the marks in the bad sample, in a file called `name`."""
    before, _, rest = entry.bad.partition(MARKS[0])
    line = before.count("\n")
    return Position(name, line + 1, len(before.split("\n")[line]) + 1, len(rest.partition(MARKS[1])[0]))


@pytest.mark.parametrize("entry", BUILT, ids=lambda entry: entry.code)
def test_a_sample_of_a_built_page_gives_its_code_at_its_mark(entry: Entry, tmp_path: Path) -> None:
    """The bad sample has exactly its fault, at the element that is marked; the good one has none."""
    assert [(item.code, item.at) for item in site_faults(tmp_path / "bad", unmarked(entry.bad))] == [
        (entry.code, marked(entry, "a/index.html"))
    ]
    assert site_faults(tmp_path / "good", entry.good) == []


def test_the_sample_of_a_page_gives_its_code_at_its_mark(tmp_path: Path) -> None:
    """What the engine says of a link stands at that link in the page of the editor."""
    entry = CATALOGUE["VW901"]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Start", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: []\n", encoding="utf-8")
    page = tmp_path / "docs" / "blad.md"
    page.write_text(unmarked(entry.bad), encoding="utf-8")
    found = build_pages(tmp_path, tmp_path / "site")
    assert [(item.code, item.at) for item in found] == [(entry.code, marked(entry, "docs/blad.md"))]
    page.write_text(entry.good, encoding="utf-8")
    assert build_pages(tmp_path, tmp_path / "site") == []


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a small sound repository of which each step of the build succeeds at once."""
    files = {
        "decision_trees/voorbeeld.yml": tree_text(),
        "docs/gegevens/bronnen.yml": SOURCES,
        "docs/gegevens/contacten.yml": CONTACTS,
        "docs/index.md": PAGE,
        **dict.fromkeys(build.FONT_PARTS.values(), ""),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def no_bundle(assets: Path, _trees: Mapping[str, str]) -> Manifest:
        (assets / "aid-0").mkdir()
        return Manifest("aid-0", ())

    monkeypatch.setattr(bundle, "build", no_bundle)
    monkeypatch.setattr(build, "certificates", lambda *_where: ({}, []))
    monkeypatch.setattr(build, "make_search", lambda *_where: [])
    return tmp_path


def no_pages(_root: Path, destination: Path) -> list[Diagnostic]:
    """Make no page, at once."""
    (destination / "assets").mkdir(parents=True)
    return []


def build_in(root: Path, place: str = "site") -> list[tuple[str, str]]:
    """Return code and file of what a build finds."""
    found = build_site(root, root / place, lambda _line: None, root / "proofs", no_pages)
    return [(item.code, item.at.file) for item in found]


def test_a_step_that_succeeds_is_no_finding(repository: Path) -> None:
    """The repository of these tests is sound, so that what they break is what is found."""
    assert build_in(repository) == []


def test_an_engine_that_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine ends badly without a complaint: VW902, at its configuration."""
    monkeypatch.setattr(engine, "ENGINE", "geen_motor")
    found = build_pages(tmp_path, tmp_path / "site")
    assert [(item.code, item.at.file) for item in found] == [("VW902", unmarked(CATALOGUE["VW902"].bad))]


def test_a_bundle_that_cannot_be_made(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python for the browser fails: VW907, at its sources."""

    def broken(_assets: Path, _trees: Mapping[str, str]) -> Manifest:
        raise BundleError("Pyodide ontbreekt")

    monkeypatch.setattr(bundle, "build", broken)
    assert build_in(repository) == [("VW907", unmarked(CATALOGUE["VW907"].bad))]


def test_a_part_that_is_not_there(repository: Path) -> None:
    """A file of the Node parts is missing: VW908, at the file."""
    name = unmarked(CATALOGUE["VW908"].bad)
    (repository / name).unlink()
    assert build_in(repository) == [("VW908", name)]


def test_a_place_of_the_inventory_that_is_not_in_the_built_page(repository: Path) -> None:
    """The ledger names an anchor that stands in the Markdown and not in the site: the build stops, at the ledger."""
    folder = repository / "docs/gegevens/inventaris"
    folder.mkdir()
    (repository / "docs/index.md").write_text(PAGE.replace("# Start", "# Start {#begin}"), encoding="utf-8")
    (folder / "onderdelen.yml").write_text("A: [M-1]\n", encoding="utf-8")
    (folder / "plaatsen.yml").write_text("M-1: index.md#begin\n", encoding="utf-8")
    assert build_in(repository) == [("VW943", "docs/gegevens/inventaris/plaatsen.yml")]
    assert not (repository / "site").exists()


def test_a_place_that_cannot_be_written(repository: Path) -> None:
    """The site lies under a file: VW909, at the site."""
    (repository / "vol").write_text("", encoding="utf-8")
    assert build_in(repository, "vol/site") == [("VW909", unmarked(CATALOGUE["VW909"].bad))]
