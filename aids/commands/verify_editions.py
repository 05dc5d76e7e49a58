"""Owns the finding of the tree that a saved file was made with: as it is now, or as it was in the history of git.

Used by `verify`. An edition makes the page of a document anew and says what has changed since. Runs in the build.
"""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from aids.commands.command import ROOT, WrongUseError, say
from aids.commands.diff import checked_out, git
from aids.commands.trees import shown_path
from aids.compiler.canonical import canonical, hashed
from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import has_errors, render
from aids.compiler.document import Document
from aids.compiler.loader import load_tree
from aids.compiler.project import PARTS, TREES
from aids.compiler.saved_texts import texts_of
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.runtime import saved_replay, saved_tree
from aids.runtime.engine import consult
from aids.runtime.saved import Saved
from aids.runtime.saved_faults import Changed, Faults
from aids.runtime.scan import replay, saved_page

MOST_REVISIONS = 200
"""Revisions of a tree that are looked through."""


class TreeEdition:
    """A version of a flow or checklist."""

    def __init__(self, document: Document) -> None:
        """Compile the tree and take its texts."""
        self.tree = compile_tree(document)
        self.kind = document.kind
        self.texts = texts_of(document)
        self.version, self.rules = self.tree.version, self.tree.rules
        self.words = {ident: texts["words"] for ident, texts in self.texts["questions"].items()}

    def page(self, saved: Saved) -> str:
        """Return the page of a document."""
        return saved_tree.page_of(self.tree, self.texts, saved)

    def faults(self, saved: Saved, faults: Faults) -> None:
        """Tell what in a document does not follow from its answers."""
        view = consult(self.tree, saved["answers"], saved_tree.day_of(saved))
        for error in view["errors"]:
            faults.add(error["code"], f"answers.{error['question']}", error["message"])
        follows = saved_tree.given_of(view)
        for part, found in follows.items():
            if saved["given"].get(part) != found:
                said = "Wat hier als advies of uitkomst staat, volgt niet uit de antwoorden."
                faults.add("volgt-niet", f"given.{part}", said)

    def changes(self, saved: Saved) -> list[Changed]:
        """Return what has changed since a document was saved, as it would be on its own day."""
        return saved_replay.changes_since(self.tree, self.texts, saved, saved_tree.day_of(saved))


class ScanEdition:
    """A version of a scan."""

    def __init__(self, document: ScanDocument) -> None:
        """Compile the scan."""
        self.scan = compile_scan(document)
        self.kind = document.kind
        self.version, self.rules = self.scan.version, self.scan.rules
        self.words = {line.id: line.words for line in self.scan.lines}

    def page(self, saved: Saved) -> str:
        """Return the page of a document."""
        return saved_page.page_of(self.scan, saved)

    def faults(self, saved: Saved, faults: Faults) -> None:
        """Tell what in a document this version of the scan cannot hold."""
        replay.fitted(self.scan, saved, faults)

    def changes(self, saved: Saved) -> list[Changed]:
        """Return what has changed since a document was saved."""
        return replay.changes_since(self.scan, saved)


type Edition = TreeEdition | ScanEdition


def edition_now(ident: str) -> Edition | None:
    """Return the tree as it is now; None if there is none, or if it has faults, which are told on stderr."""
    path = ROOT / TREES / f"{ident}.yml"
    if not path.is_file():
        return None
    document, found = load_tree(path, shown_path(path))
    if document is None or has_errors(found):
        say(render(found))
        return None
    return _edition(document)


def edition_of(ident: str, version: str) -> Edition | None:
    """Return the tree as it was in this version, looked for in the history of git; None if it is not there."""
    for commit in _revisions(ident):
        with tempfile.TemporaryDirectory() as folder:
            path = checked_out(commit, ident, Path(folder))
            document, found = (None, []) if path is None else load_tree(path, f"{commit[:12]}:{ident}")
            if document is not None and not has_errors(found) and hashed(canonical(document)) == version:
                return _edition(document)
    return None


def _edition(document: Document | ScanDocument) -> Edition:
    return TreeEdition(document) if isinstance(document, Document) else ScanEdition(document)


def _revisions(ident: str) -> Iterator[str]:
    """Yield the commits in which a tree, or a shared part, was written, the newest first; none without git."""
    limit = f"--max-count={MOST_REVISIONS}"
    with suppress(WrongUseError):
        yield from git("log", "--format=%H", limit, "--", f"{TREES}/{ident}.yml", PARTS).split()
