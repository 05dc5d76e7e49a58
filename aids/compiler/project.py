"""Owns the whole of what editors write, read and checked at once: trees, editorial data and pages.

Fed with the folder of the repository; used by `check` and the build of the site. Renders and compiles nothing.
Runs in the build only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.checks import check_document, check_scan, this_day
from aids.compiler.diagnostics import Diagnostic, has_errors, sort_diagnostics, with_excerpts
from aids.compiler.document import Document
from aids.compiler.editorial import CONTACTS_FILE, SOURCES_FILE, Editorial, load_editorial
from aids.compiler.figures import figure_faults, load_figures
from aids.compiler.glossary import Glossary, load_glossary
from aids.compiler.inventory import Inventory, load_inventory
from aids.compiler.last_read import read_long_ago
from aids.compiler.loader import Draft, load_draft
from aids.compiler.loader_fields import IDENT
from aids.compiler.loader_parts import FOLDER
from aids.compiler.outside_links import outside_links
from aids.compiler.page_texts import page_texts
from aids.compiler.pages import check_pages
from aids.compiler.scan.document import ScanDocument
from aids.compiler.scan.pages import Places, lost_pages, places
from aids.compiler.search_words import SearchWords, load_search_words
from aids.compiler.typed_numbers import typed_numbers

TREES = "decision_trees"
PARTS = f"{TREES}/{FOLDER}"
DOCS = "docs"
TEMPLATES = "overrides"


@dataclass(frozen=True, slots=True)
class Project:
    """Every sound tree and every sound shared part by file name order, the editorial data, and all findings, sorted.

    `documents` are the flows and checklists, `scans` the trees of `kind: scan`.
    """

    documents: tuple[Document, ...]
    editorial: Editorial
    diagnostics: tuple[Diagnostic, ...]
    parts: tuple[Document, ...] = ()
    inventory: Inventory = field(default_factory=Inventory)
    glossary: Glossary = field(default_factory=Glossary)
    words: SearchWords = field(default_factory=SearchWords)
    scans: tuple[ScanDocument, ...] = ()


def load_project(root: Path, *, today: str | None = None) -> Project:
    """Return everything under `root` with all findings; file names in them are relative to `root`.

    Args:
        root: the folder with decision_trees/ and docs/.
        today: the ISO date to judge review dates by; the calendar's by default.
    """
    editorial, found = load_editorial(root / DOCS, DOCS)
    glossary, unclear = load_glossary(root / DOCS, editorial, DOCS)
    found += unclear
    trees, parts = ([*(root / folder).glob("*.yml")] for folder in (TREES, PARTS))
    drafts = {path: load_draft(path, path.relative_to(root).as_posix()) for path in sorted((*trees, *parts))}
    pages = list(page_texts(root / DOCS, DOCS))
    known_places = places(pages)
    sound: dict[Path, Document | ScanDocument] = {}
    for path, draft in drafts.items():
        faults = [*draft.diagnostics, *_judged(path, draft, editorial, known_places, today)]
        found += with_excerpts(faults, draft.texts)
        if draft.document and not has_errors(faults):
            sound[path] = draft.document
    own = {path: draft for path, draft in drafts.items() if path in trees}
    known = {draft.document.id for draft in own.values() if draft.document} | {path.stem for path in own}
    found += check_pages(root / DOCS, editorial, known, prefix=DOCS, today=today)
    inventory, lost = load_inventory(root / DOCS, DOCS, pages)
    found += lost
    found += typed_numbers(pages, root / DOCS, DOCS, root / TEMPLATES, editorial.numbers())
    found += outside_links(pages, root / DOCS, DOCS, root / TEMPLATES)
    found += read_long_ago(editorial, today or this_day())
    figures, faults_of_figures = load_figures(root / DOCS, DOCS)
    found += [*faults_of_figures, *figure_faults(root / DOCS, figures, editorial, DOCS)]
    words, odd = load_search_words(root / DOCS, DOCS)
    found += odd
    texts = _texts(root, (f"{DOCS}/{SOURCES_FILE}", f"{DOCS}/{CONTACTS_FILE}"))
    return Project(
        tuple(each for path, each in sound.items() if path in trees and isinstance(each, Document)),
        editorial,
        tuple(_each_once(sort_diagnostics(with_excerpts(found, texts)))),
        tuple(each for path, each in sound.items() if path in parts and isinstance(each, Document)),
        inventory,
        glossary,
        words,
        tuple(each for each in sound.values() if isinstance(each, ScanDocument)),
    )


def _each_once(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Return what is found once: a fault in a part is found again in each of its hosts, with other names near it."""
    return {(item.at, item.code, item.message): item for item in diagnostics}.values()


def _judged(path: Path, draft: Draft, editorial: Editorial, pages: Places, today: str | None) -> Iterable[Diagnostic]:
    """Return what the checks find in one tree, and whether it is called as its file."""
    document = draft.document
    match document:
        case None:
            return []
        case ScanDocument():
            found = [*check_scan(document, editorial, today=today), *lost_pages(document, pages)]
        case _:
            found = check_document(document, editorial, today=today, whole=not has_errors(draft.diagnostics))
    if IDENT.fullmatch(document.id) and document.id != path.stem:
        found.append(fault("VW701", document.at, near=path.stem, id=document.id, file=path.name))
    return found


def _texts(root: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the texts of the files that findings without an excerpt may point at."""
    found = {}
    for name in names:
        path = root / name
        if path.is_file():
            found[name] = path.read_text(encoding="utf-8", errors="replace")
    return found
