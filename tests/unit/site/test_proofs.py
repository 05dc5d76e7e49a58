"""Laws of `aids.site.proofs`: a proven tree has a certificate, and a broken one has findings with their lines."""

from pathlib import Path

import pytest

from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import has_errors
from aids.compiler.document import Document
from aids.compiler.loader import load_draft, load_tree
from aids.compiler.scan import proof
from aids.compiler.scan.document import ScanDocument
from aids.site.proofs import certificates
from tests.unit.compiler.samples import scan_text, tree_text, write_project

NEVER_GIVEN = """\
advice:
  - id: nooit
    when: nu-gevaar in {ja} and nu-gevaar in {nee}
    urgency: nu
    title: Nooit
    do: [Bel 112.]
    sources: [norm#1]
"""
NAME = "decision_trees/voorbeeld.yml"


def proofs(root: Path, text: str) -> tuple[dict[str, str], list[str], list[str]]:
    """Return the certificates of a project with this tree, the codes of errors, and the lines that they point at."""
    write_project(root, text)
    draft = load_draft(root / NAME, NAME)
    assert isinstance(draft.document, Document)
    document = draft.document
    pages, found = certificates([document, document], {document.id: compile_tree(document)}, root, root / "proofs")
    errors = [finding for finding in found if has_errors([finding])]
    return pages, [finding.code for finding in errors], [finding.excerpt for finding in errors]


def test_proven_tree_has_its_certificate(tmp_path: Path) -> None:
    """What was proven stands in the certificate of the tree, by the tree's id."""
    pages, codes, _ = proofs(tmp_path, tree_text())
    assert codes == []
    assert 'data-aid-certificate="voorbeeld"' in pages["voorbeeld"]
    assert "niet over uw inschatting" in pages["voorbeeld"]


def test_broken_tree_has_findings_and_no_certificate(tmp_path: Path) -> None:
    """Advice that nobody can ever get stops the build; the same finding is told once, with its line."""
    pages, codes, lines = proofs(tmp_path, tree_text(NEVER_GIVEN))
    assert pages == {}
    assert len(codes) == len(set(codes)) > 0
    assert any("id: nooit" in line for line in lines), lines


def test_a_scan_has_its_certificate_and_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan is proven beside the trees, and not again while nothing of it changes."""
    path = tmp_path / "scan.yml"
    path.write_text(scan_text(), encoding="utf-8")
    scan, _ = load_tree(path)
    assert isinstance(scan, ScanDocument)
    pages, found = certificates([], {}, tmp_path, tmp_path / "proofs", [scan])
    assert found == []
    assert 'data-aid-certificate="scan"' in pages["scan"]
    monkeypatch.delattr(proof, "prove_scan")
    assert certificates([], {}, tmp_path, tmp_path / "proofs", [scan]) == (pages, [])
