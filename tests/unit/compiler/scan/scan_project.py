"""Owns small scans as files and as documents, for the tests of this folder. Holds no test."""

from pathlib import Path

from aids.compiler.diagnostics import Diagnostic
from aids.compiler.loader import load_tree
from aids.compiler.scan.document import ScanDocument
from tests.unit.compiler.samples import SCAN, scan_text

SOUND = scan_text(
    "criteria:\n  - {id: c2, number: 2, chapter: visie, title: Opdracht, sources: [norm#1]}\n"
    "lines:\n"
    "  - {id: c2a, number: 2a, criterion: c2, short: Opdracht, ask: Is er een opdracht?, why: Dat helpt.,\n"
    "     evidence: [Een besluit], page: index.md, sources: [norm#1]}\n"
    "  - {id: c2b, number: 2b, criterion: c2, short: Deskundigen, ask: Zijn er deskundigen?, why: Dat helpt.,\n"
    "     evidence: [Een lijst], record: De regiovisie, page: index.md, sources: [norm#1]}\n"
)
"""A scan of three lines in two criteria."""


def with_sections(**sections: str) -> str:
    """Return a small sound scan with these sections, each as it stands after its key, in place of its own."""
    return "".join({**SCAN, **{key: f"{key}:{value}\n" for key, value in sections.items()}}.values())


def loaded(folder: Path, text: str) -> tuple[ScanDocument | None, list[Diagnostic]]:
    """Return the scan in a file with this text, and all its faults."""
    path = folder / "scan.yml"
    path.write_text(text, encoding="utf-8")
    document, found = load_tree(path, "scan.yml")
    assert document is None or isinstance(document, ScanDocument)
    return document, found


def sound(folder: Path, text: str = SOUND) -> ScanDocument:
    """Return the scan in a file with this text, which has no faults."""
    document, found = loaded(folder, text)
    assert found == []
    assert document is not None
    return document


def codes(found: list[Diagnostic]) -> list[str]:
    """Return the codes of diagnostics, in order."""
    return [item.code for item in found]
