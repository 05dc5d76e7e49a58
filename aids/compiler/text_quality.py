"""Owns what `check` says of the texts as texts: how hard they read, and which words are not known. Only warnings.

Fed with the folder of the repository; used by the command `check`, not by the build, which they never stop. What a
text may not say is for `aids.compiler.project`. Runs in the build only.
"""

from pathlib import Path

from aids.compiler.diagnostics import Diagnostic, sort_diagnostics
from aids.compiler.page_texts import page_texts
from aids.compiler.project import DOCS, TREES
from aids.compiler.readability import unreadable
from aids.compiler.spelling import misspelled

DATA = f"{DOCS}/gegevens"


def text_warnings(root: Path) -> list[Diagnostic]:
    """Return what can be better in the texts of the repository at `root`, sorted."""
    pages = list(page_texts(root / DOCS, DOCS))
    paths = [path for folder in (TREES, DATA) for path in sorted((root / folder).rglob("*.yml"))]
    data = [(path, path.relative_to(root).as_posix()) for path in paths]
    return sort_diagnostics([*unreadable(pages), *misspelled(root, pages, data, DOCS)])
