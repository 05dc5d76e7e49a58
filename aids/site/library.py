"""Owns what the Markdown extension needs of the repository: editorial data, figures, sound trees, terms, calendar.

Loaded once per build and root, because the site engine makes a new extension for each page. What is wrong in these
files is reported by `aids.compiler.project` before the engine starts. Runs in the build.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aids.compiler.document import Document
from aids.compiler.editorial import Editorial, load_editorial
from aids.compiler.figures import Figure, load_figures
from aids.compiler.glossary import Glossary, load_glossary
from aids.compiler.loader import load_document
from aids.compiler.project import DOCS, TREES
from aids.compiler.reviews import Review, reviews


@dataclass(frozen=True, slots=True)
class Library:
    """What pages may name."""

    editorial: Editorial
    documents: Mapping[str, Document]
    glossary: Glossary
    reviews: tuple[Review, ...]
    figures: Mapping[str, Figure]


@cache
def load_library(root: Path) -> Library:
    """Return the library of the repository at `root`, as it was at the first call; `cache_clear` forgets it."""
    editorial, _ = load_editorial(root / DOCS, DOCS)
    glossary, _ = load_glossary(root / DOCS, editorial)
    paths = sorted((root / TREES).glob("*.yml"))
    loaded = [load_document(path, path.relative_to(root).as_posix())[0] for path in paths]
    documents = {document.id: document for document in loaded if document}
    figures, _ = load_figures(root / DOCS)
    return Library(editorial, documents, glossary, tuple(reviews(root / DOCS, documents.values())), figures)
