"""Laws of `new`: what it makes passes every check as it stands, and it never touches what is there."""

from datetime import date
from pathlib import Path

import pytest

from aids import cli
from aids.commands import new
from aids.commands.command import CLEAN, WRONG_USE
from aids.compiler.project import load_project
from aids.compiler.starter import LONGEST, VALID_FOR, starter

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with the sources and pages of this one, and no trees."""
    for path in (ROOT / "docs").rglob("*"):
        if path.suffix in {".md", ".yml"}:
            place = tmp_path / path.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8")
            place.write_text(text if path.suffix == ".yml" or "\n::: " not in text else "", encoding="utf-8")
            if not place.read_text(encoding="utf-8"):
                place.write_text("---\ntitle: X\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n", encoding="utf-8")
    (tmp_path / "decision_trees/delen").mkdir(parents=True)
    monkeypatch.setattr(new, "ROOT", tmp_path)
    return tmp_path


def test_what_new_makes_has_no_findings(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file passes the checks at once, warnings included, and the user hears what to do next."""
    assert cli.main(["new", "mijn-hulp"]) == CLEAN
    told = capsys.readouterr()
    assert told.out == ""
    assert "decision_trees/mijn-hulp.yml" in told.err
    assert "python3 build.py check" in told.err
    project = load_project(repository)
    mine = [item for item in project.diagnostics if item.at.file == "decision_trees/mijn-hulp.yml"]
    assert mine == []
    assert [document.id for document in project.documents] == ["mijn-hulp"]


def test_the_start_has_everything_an_author_needs(repository: Path) -> None:
    """Questions that may be unknown, a duty, advice, one decision, a claim and vignettes; the schema is named first."""
    text = starter("mijn-hulp", date(2026, 11, 22))
    assert text.startswith("# yaml-language-server: $schema=../docs/schema/tree.json\n")
    (repository / "decision_trees/mijn-hulp.yml").write_text(text, encoding="utf-8")
    (document,) = load_project(repository, today="2026-11-22").documents
    assert document.title == "Mijn hulp"
    assert (document.reviewed, document.review_by) == ("2026-11-22", (date(2026, 11, 22) + VALID_FOR).isoformat())
    assert [question.purpose for question in document.questions] == ["decide", "decide", "duty"]
    assert all("onbekend" in {answer.id for answer in q.answers} for q in document.questions if q.purpose == "decide")
    assert document.advice
    assert len(document.decisions) == 1
    assert document.claims
    assert {example.kind for example in document.examples} == {"vignette"}


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Mijn Hulp", "Bedoelt u mijn-hulp?"),
        ("wapen_in_huis", "Bedoelt u wapen-in-huis?"),
        ("../buiten", "Bedoelt u buiten?"),
        ("112", "te beginnen met een letter"),
        ("con", "te beginnen met een letter"),
        ("com1", "te beginnen met een letter"),
        ("x" * (LONGEST + 1), f"ten hoogste {LONGEST} tekens"),
        ("", "te beginnen met een letter"),
    ],
)
def test_an_impossible_name_is_refused(
    repository: Path, name: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says why, with the nearest name that can be; nothing is written."""
    before = sorted(repository.rglob("*"))
    assert cli.main(["new", name]) == WRONG_USE
    assert hint in capsys.readouterr().err
    assert sorted(repository.rglob("*")) == before


@pytest.mark.parametrize(
    "place", ["decision_trees/bezet.yml", "decision_trees/Bezet.yml", "decision_trees/delen/bezet.yml"]
)
def test_a_name_that_is_taken_is_refused(repository: Path, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A tree or a shared part of that name is left as it is."""
    (repository / place).write_text("van een ander", encoding="utf-8")
    assert cli.main(["new", "bezet"]) == WRONG_USE
    assert f"{place} bestaat al." in capsys.readouterr().err
    assert (repository / place).read_text(encoding="utf-8") == "van een ander"


def test_a_folder_that_cannot_be_written_is_said(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason of the system reaches the user in a sentence."""
    monkeypatch.setattr(new, "ROOT", repository / "nergens")
    assert cli.main(["new", "hulp"]) == WRONG_USE
    assert "hulp.yml is niet te schrijven" in capsys.readouterr().err
