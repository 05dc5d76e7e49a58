"""Owns what the Markdown extension needs of the repository: editorial data, figures, sound trees, the calendar.

Loaded once per process and root, because the site engine makes a new extension for each page. What is wrong in these
files is reported by `aids.compiler.project` before the engine starts. Runs in the build.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aids.compiler.document import Document
from aids.compiler.editorial import Editorial, load_editorial
from aids.compiler.figures import Figure, load_figures
from aids.compiler.loader import load_document
from aids.compiler.reviews import Review, reviews


@dataclass(frozen=True, slots=True)
class Library:
    """What pages may name."""

    editorial: Editorial
    documents: Mapping[str, Document]
    reviews: tuple[Review, ...]
    figures: Mapping[str, Figure]


@cache
def load_library(root: Path) -> Library:
    """Return the library of the repository at `root`, as it was at the first call."""
    editorial, _ = load_editorial(root / "docs")
    loaded = [load_document(path)[0] for path in sorted((root / "decision_trees").glob("*.yml"))]
    documents = {document.id: document for document in loaded if document}
    figures, _ = load_figures(root / "docs")
    return Library(editorial, documents, tuple(reviews(root / "docs", documents.values())), figures)
