"""Laws of `prove` as a program: JSON on stdout and nothing else, and an exit code that says how it went."""

import json
from pathlib import Path
from typing import Any

import pytest

from aids import cli
from aids.commands import prove as command
from aids.commands.command import CLEAN, FINDINGS, WRONG_USE
from tests.unit.tooling.test_consult_command import TREE

PROMISES = """\
claims:
  - {id: alleen, say: 112 alleen bij gevaar of een wapen, if: bel-112, then: "nu-gevaar in {ja} or wapen in {ja}",
     sources: [bron#1]}
  - {id: altijd, say: 112 bij gevaar of een wapen, if: "nu-gevaar in {ja} or wapen in {ja}", then: bel-112,
     sources: [bron#1]}
  - {id: wapen, say: Wapen volgt op nee, if: "wapen in {ja, nee, onbekend}", then: "nu-gevaar in {nee}",
     sources: [bron#1]}
cases:
  - {id: nu, why: Zo., given: {nu-gevaar: ja}, expect: {advice: [bel-112], urgency: {bel-112: nu}}, sources: [bron#1]}
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree of which everything is proven and guarded."""
    path = tmp_path / "proef.yml"
    path.write_text(TREE + PROMISES, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any, str]:
    """Return the exit code, what stands on stdout as JSON, and what on stderr."""
    code = cli.main(["prove", *words])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out else None, err


def test_a_proven_tree_gives_its_certificate(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, one JSON object, and nothing to tell."""
    code, certificate, err = run(capsys, str(tree))
    assert (code, certificate["result"], err) == (CLEAN, "proven", "")
    assert certificate["tree"] == "proef"
    assert certificate["mutants"]["surviving"] == []
    assert (
        certificate["mutants"]["generated"] == certificate["mutants"]["killed"] + certificate["mutants"]["equivalent"]
    )


def test_a_broken_claim_is_a_finding_with_its_place(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1; the certificate holds the witness, and stderr shows the line as `check` does."""
    text = tree.read_text(encoding="utf-8").replace("then: bel-112", "then: not bel-112")
    tree.write_text(text, encoding="utf-8")
    code, certificate, err = run(capsys, str(tree))
    assert (code, certificate["result"]) == (FINDINGS, "broken")
    broken = next(item for item in certificate["claims"] if item["result"] == "broken")
    assert broken["id"] == "altijd"
    assert broken["witness"]["words"][0] == "Gevaar nu: Ja"
    assert "fout VW808" in err
    assert "id: altijd" in err


def test_a_tree_with_faults_of_form_gives_errors(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, JSON with `errors`, and the findings on stderr."""
    tree.write_text(TREE.replace("wapen in {ja}", "wapn in {ja}"), encoding="utf-8")
    code, answer, err = run(capsys, str(tree))
    assert (code, list(answer)) == (FINDINGS, ["errors"])
    assert "VW3" in err


def test_an_unknown_tree_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, nothing on stdout, help on stderr."""
    code, answer, err = run(capsys, "bestaat-niet")
    assert (code, answer) == (WRONG_USE, None)
    assert "build.py prove" in err


def test_without_a_name_all_trees_and_parts_come_as_a_list(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parts come first, each with a certificate of its own."""
    part = tree.with_name("deel.yml")
    part.write_text(tree.read_text(encoding="utf-8").replace("id: proef", "id: deel"), encoding="utf-8")
    monkeypatch.setattr(command, "tree_paths", lambda: [tree])
    monkeypatch.setattr(command, "part_paths", lambda: [part])
    code, certificates, _ = run(capsys)
    assert code == CLEAN
    assert [item["tree"] for item in certificates] == ["deel", "proef"]


def test_what_takes_long_is_told(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while stderr says which tree is being proven; stdout stays JSON."""
    monkeypatch.setattr(command, "PATIENCE", 0.0)
    code, certificate, err = run(capsys, str(tree))
    assert (code, certificate["result"]) == (CLEAN, "proven")
    assert err == "proef wordt bewezen …\n"
