"""Owns the calendar of what must be looked at again, and by when: every page and every tree, the earliest first.

Fed with the folder of the pages and the trees; used by the page of the editors. Judges no date: that is for the checks.
Runs in the build only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.document import Document
from aids.compiler.pages import FRONT
from aids.compiler.reading import Mapping, Scalar, read_text
from aids.compiler.reading_text import decode
from aids.compiler.scan.document import ScanDocument


@dataclass(frozen=True, slots=True)
class Review:
    """One page or tree: when it was checked, and by when it must be again (ISO dates).

    `page` is the path of a page under docs/, "" for a tree. `second_reader` is the role of the one who read along; ""
    where nobody did, and for a tree: its page says it.
    """

    review_by: str
    reviewed: str
    title: str
    name: str
    page: str
    second_reader: str


def reviews(docs: Path, documents: Iterable[Document | ScanDocument]) -> list[Review]:
    """Return everything with a date of review, by that date; a page whose front matter is faulty is left out."""
    return sorted([*_pages(docs), *map(_tree, documents)], key=lambda item: (item.review_by, item.name))


def _tree(document: Document | ScanDocument) -> Review:
    name = f"decision_trees/{document.id}.yml"
    return Review(document.review_by, document.reviewed, document.title, name, "", "")


def _pages(docs: Path) -> Iterator[Review]:
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).as_posix()
        text, _ = decode(path.read_bytes(), page)
        front = FRONT.match(text or "")
        root = read_text(front.group(), page).root if front else None
        if isinstance(root, Mapping):
            said = {key: _text(root, key) for key in ("review_by", "reviewed", "title", "second_reader")}
            if said["review_by"] and said["title"]:
                yield Review(**said, name=f"docs/{page}", page=page)


def _text(mapping: Mapping, key: str) -> str:
    node = mapping.get(key)
    return node.text if isinstance(node, Scalar) else ""
