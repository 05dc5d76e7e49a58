"""Owns what the Markdown extension needs of the repository: editorial data, figures, sound trees, terms, calendar.

Loaded once per build and root, because the site engine makes a new extension for each page. What is wrong in these
files is reported by `aids.compiler.project` before the engine starts. Runs in the build.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from aids.compiler.document import Document
from aids.compiler.editorial import Editorial, load_editorial
from aids.compiler.figures import Figure, load_figures
from aids.compiler.glossary import Glossary, load_glossary
from aids.compiler.kept import Stamp, stamp
from aids.compiler.loader import load_tree
from aids.compiler.project import DOCS, TREES
from aids.compiler.reviews import Review, reviews
from aids.compiler.scan.document import ScanDocument

CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Library:
    """What pages may name; `documents` are the flows and checklists, `scans` the trees of `kind: scan`.

    `settings` differ when the engine's settings were written.
    """

    editorial: Editorial
    documents: Mapping[str, Document]
    glossary: Glossary
    reviews: tuple[Review, ...]
    figures: Mapping[str, Figure]
    scans: Mapping[str, ScanDocument] = field(default_factory=dict)
    settings: Stamp = ()


@cache
def load_library(root: Path) -> Library:
    """Return the library of the repository at `root`, as it was at the first call; `cache_clear` forgets it."""
    editorial, _ = load_editorial(root / DOCS, DOCS)
    glossary, _ = load_glossary(root / DOCS, editorial)
    paths = sorted((root / TREES).glob("*.yml"))
    loaded = [load_tree(path, path.relative_to(root).as_posix())[0] for path in paths]
    documents = {tree.id: tree for tree in loaded if isinstance(tree, Document)}
    scans = {tree.id: tree for tree in loaded if isinstance(tree, ScanDocument)}
    figures, _ = load_figures(root / DOCS)
    dates = tuple(reviews(root / DOCS, [*documents.values(), *scans.values()]))
    return Library(editorial, documents, glossary, dates, figures, scans, stamp((root / CONFIGURATION,)))
