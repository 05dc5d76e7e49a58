"""Laws of a repository with a scan: it is checked with the rest, and one without any is whole."""

from pathlib import Path

import pytest

from aids.compiler.project import load_project
from aids.compiler.reviews import reviews
from aids.site.library import load_library
from tests.unit.compiler.samples import TODAY, scan_text, write_project


def write_scan(root: Path, sample: str = "", *, page: str = "") -> None:
    """Write a sound project with a scan, and a page that embeds it."""
    write_project(root)
    (root / "decision_trees/scan.yml").write_text(scan_text(sample), encoding="utf-8")
    head = "---\ntitle: Scan\nstatus: denkkader\nreviewed: 2026-01-01\nreview_by: 2099-01-01\nsources: [norm#1]\n---\n"
    (root / "docs/scan.md").write_text(f"{head}# Scan\n\n::: aid {page or 'scan'}\n", encoding="utf-8")


def test_a_repository_without_a_scan_is_whole(tmp_path: Path) -> None:
    """No scan is no fault."""
    write_project(tmp_path)
    project = load_project(tmp_path, today=TODAY)
    assert (project.diagnostics, project.scans) == ((), ())
    assert load_library(tmp_path).scans == {}


def test_a_scan_stands_beside_the_trees(tmp_path: Path) -> None:
    """Project and library hold it, a page may embed it, and the calendar has its date."""
    write_scan(tmp_path)
    project = load_project(tmp_path, today=TODAY)
    assert project.diagnostics == ()
    assert [scan.id for scan in project.scans] == ["scan"]
    assert [document.id for document in project.documents] == ["voorbeeld"]
    library = load_library(tmp_path)
    assert list(library.scans) == ["scan"]
    assert "decision_trees/scan.yml" in {review.name for review in library.reviews}
    assert any(review.title == "Een scan" for review in reviews(tmp_path / "docs", project.scans))


@pytest.mark.parametrize(
    ("sample", "code"),
    [
        ("about: Bel 0123456789.\n", "VW412"),
        ("about: U hoeft niet te melden.\n", "VW413"),
        ("about: Dit is **vet**.\n", "VW415"),
        ("reviewed: 2026-01-02\nreview_by: 2026-01-01\n", "VW404"),
        ("chapters:\n  - {id: visie, title: Visie, sources: [norm#9]}\n", "VW401"),
        ("id: andere\n", "VW701"),
    ],
)
def test_what_holds_for_every_tree_holds_for_a_scan(sample: str, code: str, tmp_path: Path) -> None:
    """Numbers, words that close, markup, dates, sources and the name of the file are checked alike."""
    write_scan(tmp_path, sample, page="andere" if "andere" in sample else "")
    assert [item.code for item in load_project(tmp_path, today=TODAY).diagnostics] == [code]


def test_a_scan_with_faults_is_not_in_the_project(tmp_path: Path) -> None:
    """Only what is sound is built."""
    write_scan(tmp_path, "lines: []\n")
    assert load_project(tmp_path, today=TODAY).scans == ()
