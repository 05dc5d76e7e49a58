"""Owns the small tree that the tests of render, words and widget share, with its own sources and contacts."""

from functools import cache
from pathlib import Path

from aids.compiler.document import Document
from aids.compiler.editorial import Editorial, load_editorial
from aids.compiler.loader import load_document

SHEET = Path(__file__).parent / "sheet"


@cache
def sheet_document() -> Document:
    """Return the tree of tests/golden/sheet; it must load without a finding."""
    document, findings = load_document(SHEET / "tree.yml")
    assert document is not None, findings
    assert not findings, findings
    return document


@cache
def sheet_editorial() -> Editorial:
    """Return the sources and contacts of tests/golden/sheet."""
    editorial, findings = load_editorial(SHEET / "docs")
    assert not findings, findings
    return editorial
