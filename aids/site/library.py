"""Owns what the Markdown extension needs of the repository: editorial data, trees without errors, terms, calendar.

Loaded once per process and root, because the site engine makes a new extension for each page. What is wrong in these
files is reported by `aids.compiler.project` before the engine starts. Runs in the build.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aids.compiler.document import Document
from aids.compiler.editorial import Editorial, load_editorial
from aids.compiler.glossary import Glossary, load_glossary
from aids.compiler.loader import load_document
from aids.compiler.reviews import Review, reviews


@dataclass(frozen=True, slots=True)
class Library:
    """What pages may name."""

    editorial: Editorial
    documents: Mapping[str, Document]
    glossary: Glossary
    reviews: tuple[Review, ...]


@cache
def load_library(root: Path) -> Library:
    """Return the library of the repository at `root`, as it was at the first call."""
    editorial, _ = load_editorial(root / "docs")
    glossary, _ = load_glossary(root / "docs", editorial)
    loaded = [load_document(path)[0] for path in sorted((root / "decision_trees").glob("*.yml"))]
    documents = {document.id: document for document in loaded if document}
    return Library(editorial, documents, glossary, tuple(reviews(root / "docs", documents.values())))
