"""Laws of the project: trees, data and pages are checked in one run, and what is sound stays usable."""

from pathlib import Path

from aids.compiler.diagnostics import has_errors
from aids.compiler.project import load_project
from tests.unit.compiler.samples import TODAY, tree_text, write_project

ROOT = Path(__file__).resolve().parents[3]


def test_the_content_of_this_repository_has_no_errors() -> None:
    """The trees, sources, contacts and pages as they are committed pass every check."""
    project = load_project(ROOT)
    assert [item for item in project.diagnostics if item.severity == "error"] == []
    trees = ROOT / "decision_trees"
    read = [document.id for document in project.documents] + [scan.id for scan in project.scans]
    assert sorted(read) == sorted(path.stem for path in trees.glob("*.yml"))
    assert [part.id for part in project.parts] == sorted(path.stem for path in (trees / "delen").glob("*.yml"))


def test_everything_is_found_in_one_run(tmp_path: Path) -> None:
    """A fault in a tree, in the data and on a page come together, sorted by file, with their lines."""
    write_project(tmp_path, tree_text("status: onzin\n"))
    contacts = tmp_path / "docs/gegevens/contacten.yml"
    contacts.write_text(contacts.read_text(encoding="utf-8").replace("label: Gevaar", "naam: Gevaar"), encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("Bel 030-1234567.\n", encoding="utf-8")
    found = load_project(tmp_path, today=TODAY).diagnostics
    assert [(item.code, item.at.file) for item in found] == [
        ("VW207", "decision_trees/voorbeeld.yml"),
        ("VW202", "docs/gegevens/contacten.yml"),
        ("VW201", "docs/gegevens/contacten.yml"),
        ("VW601", "docs/index.md"),
        ("VW412", "docs/index.md"),
    ]
    assert all(item.excerpt for item in found)


def test_one_broken_tree_does_not_hide_another(tmp_path: Path) -> None:
    """A sound tree is there beside a broken one; a page may name both without a second fault."""
    write_project(tmp_path)
    (tmp_path / "decision_trees/kapot.yml").write_text("id: [\n", encoding="utf-8")
    front = "title: Blad\nstatus: geldend\nreviewed: 2026-01-01\nreview_by: 2099-01-01\nsources: [norm#1]\n"
    text = f"---\n{front}---\n::: aid kapot\n\n::: aid voorbeeld\n"
    (tmp_path / "docs/blad.md").write_text(text, encoding="utf-8")
    project = load_project(tmp_path, today=TODAY)
    assert [document.id for document in project.documents] == ["voorbeeld"]
    assert [item.at.file for item in project.diagnostics] == ["decision_trees/kapot.yml"]


def test_a_warning_leaves_the_tree_in(tmp_path: Path) -> None:
    """A tree past its review date is reported and stays."""
    write_project(tmp_path)
    project = load_project(tmp_path, today="2100-01-01")
    assert [document.id for document in project.documents] == ["voorbeeld"]
    assert project.diagnostics
    assert not has_errors(project.diagnostics)


def test_an_empty_folder_gives_findings(tmp_path: Path) -> None:
    """Where there is nothing, the missing data files are the findings."""
    project = load_project(tmp_path, today=TODAY)
    assert project.documents == ()
    assert [item.code for item in project.diagnostics] == ["VW102", "VW102"]
