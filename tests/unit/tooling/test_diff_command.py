"""Laws of `diff` as a program: versions from files and from git, and an exit code that says whether they differ."""

from datetime import date
from pathlib import Path

import pytest

from aids import cli
from aids.commands import diff, trees
from aids.commands.command import CLEAN, FINDINGS, WRONG_USE
from aids.compiler.proof.solving import UndecidedError
from aids.compiler.starter import starter
from tests.tree_repository import git, tree_repository

START = starter("proef", date(2026, 11, 22))
HOST = START.replace("id: proef\n", "id: gast\n").replace("kind: flow\n", "kind: flow\nparts: [deel]\n")
PART = """\
schema: 1
id: deel
kind: part
title: Een deel
reviewed: 2026-11-22
review_by: 2027-05-22
advice:
  - id: uit-het-deel
    when: %s
    urgency: plan
    title: Uit het deel
    do: [Doe dit.]
    sources: [praktijk#gevaar]
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with one commit that holds one tree."""
    for module in (diff, trees):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    return tree_repository(tmp_path, START)


def edit(root: Path, old: str, new: str) -> None:
    """Change the tree where `old` stands once."""
    path = root / "decision_trees/proef.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_tree_as_it_was_is_no_difference(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision compared with the same file gives 0 and says that nothing differs."""
    assert cli.main(["diff", "HEAD:proef", "proef"]) == CLEAN
    told = capsys.readouterr()
    assert told.out.startswith("Oud:   HEAD:proef (regels ")
    assert "Geen verschil" in told.out
    assert told.err == ""
    edit(repository, "title: Bel 112", "title: Bel meteen 112")
    assert cli.main(["diff", "HEAD:proef", "proef"]) == CLEAN
    assert "advies ‘bel-112’" in capsys.readouterr().out


def test_a_changed_tree_is_a_finding(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A difference gives 1 and a sentence, whichever way the versions are named."""
    old = repository / "oud.yml"
    old.write_text(START, encoding="utf-8")
    edit(repository, "when: nu-gevaar in {ja}\n    urgency", "when: nu-gevaar in {ja, onbekend}\n    urgency")
    for name in ("HEAD:proef", str(old)):
        assert cli.main(["diff", name, "proef"]) == FINDINGS
        assert "Bij ‘Gevaar nu: Weet ik nog niet’ gaf de oude versie dit advies niet;" in capsys.readouterr().out


def test_a_revision_has_its_own_shared_parts(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The parts of a tree are read from the same revision as the tree itself."""
    part = repository / "decision_trees/delen/deel.yml"
    host = repository / "decision_trees/gast.yml"
    part.parent.mkdir()
    questions = START[START.index("questions:") : START.index("# Een advies geldt")]
    part.write_text(PART % "nu-gevaar in {ja}" + questions, encoding="utf-8")
    ids = "  - {part: deel, questions: [nu-gevaar, zorgen, overleg-collega]}\n"
    text = HOST.replace(questions, f"questions:\n{ids}\n").replace("advice:\n", "advice:\n  - part: deel\n", 1)
    host.write_text(text, encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "deel")
    assert cli.main(["diff", "HEAD:gast", "gast"]) == CLEAN
    part.write_text(PART % "nu-gevaar in {ja, onbekend}" + questions, encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["diff", "HEAD:gast", "gast"]) == FINDINGS
    assert "Uit het deel (uit-het-deel)" in capsys.readouterr().out


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["diff", "HEAD:proef"], ""),
        (["diff", "WEG:proef", "proef"], "Er is geen revisie WEG."),
        (["diff", "--help:proef", "proef"], ""),
        (["diff", "HEAD:weg", "proef"], "In revisie HEAD is er geen keuzehulp weg."),
        (["diff", "HEAD:../proef", "proef"], "In revisie HEAD is er geen keuzehulp ../proef."),
        (["diff", "proef", "proeff"], "Bedoelt u proef?"),
    ],
)
def test_a_version_that_is_not_there_is_wrong_use(
    words: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is compared, and the message says what was not found."""
    assert cli.main(words) == WRONG_USE
    told = capsys.readouterr()
    assert told.out == ""
    assert hint in told.err
    assert "Gebruik: python3 build.py diff" in told.err


def test_a_version_with_faults_is_not_compared(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its findings are shown, with the name by which the user called it."""
    edit(repository, "urgency: vandaag", "urgency: straks")
    assert cli.main(["diff", "HEAD:proef", "proef"]) == WRONG_USE
    told = capsys.readouterr()
    assert told.out == ""
    assert "VW207" in told.err
    assert "proef is niet te vergelijken" in told.err


@pytest.mark.usefixtures("repository")
def test_what_is_not_decided_is_a_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A solver that gives up is never "no difference"."""

    def tired(*_: object) -> None:
        raise UndecidedError

    monkeypatch.setattr(diff, "Comparison", tired)
    assert cli.main(["diff", "proef", "proef"]) == FINDINGS
    told = capsys.readouterr()
    assert told.out == ""
    assert "niet bewezen" in told.err


@pytest.mark.usefixtures("repository")
def test_without_git_only_files_are_compared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine without git gets one sentence instead of a traceback."""
    monkeypatch.setenv("PATH", "")
    assert cli.main(["diff", "proef", "proef"]) == CLEAN
    assert cli.main(["diff", "HEAD:proef", "proef"]) == WRONG_USE
    assert "Git is niet te starten" in capsys.readouterr().err
