"""Owns the check of built pages: links, anchors, parts from other hosts, and styles or scripts inside attributes.

Fed with the folder of a finished site by `aids.site.build`. The engine checked the links of Markdown before; this sees
what templates, aids and post-processing made of them. Changes nothing. Runs in the build.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position
from aids.site.slices import Slice, slices

LOADED = frozenset({"script", "link", "img", "iframe", "source", "audio", "video"})
"""Elements whose address is fetched by itself; another host may only stand in a link that the reader follows."""

INLINE_ATTRIBUTES = ("style",)
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Page:
    """A built page with its text; `name` is its path from the top of the site.

    Who looks at pages keeps what follows from a text alone, so that a builder that stays reads only what was changed.
    """

    name: str
    text: str

    def anchors(self) -> frozenset[str]:
        """Return every id in the page."""
        return _anchors(self.text)


@dataclass(frozen=True, slots=True)
class _Link:
    """An address in a page, and the name of the file and of the place in it that it leads to, if they are there."""

    at: Position
    address: str
    name: str
    anchor: str


def read_pages(site: Path) -> dict[Path, Page]:
    """Return all pages of a built site by their path."""
    found = sorted(site.rglob("*.html"))
    return {path: Page(path.relative_to(site).as_posix(), path.read_text("utf-8")) for path in found}


def page_faults(site: Path, pages: Mapping[Path, Page]) -> list[Diagnostic]:
    """Return what is wrong with the links and parts of all `pages` of the folder `site`."""
    files = {f"{folder}{name}" for folder, names in _folders(site) for name in names}
    anchors = {page.name: page.anchors() for page in pages.values()}
    items = (item for page in pages.values() for item in _addresses(page.name, page.text))
    found = (item if isinstance(item, Diagnostic) else _lost(item, files, anchors) for item in items)
    return [item for item in found if item]


def _folders(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder of the site, as names in it begin, with its files."""
    for folder, _, names in os.walk(site):
        begins = Path(folder).relative_to(site).as_posix()
        yield "" if begins == "." else f"{begins}/", names


@lru_cache(maxsize=512)
def _anchors(text: str) -> frozenset[str]:
    return frozenset(part.attributes["id"] for part in slices(text) if "id" in part.attributes)


@lru_cache(maxsize=512)
def _addresses(page: str, text: str) -> tuple[_Link | Diagnostic, ...]:
    """Return what a page says of itself: where its links lead, and what is wrong wherever they lead."""
    return tuple(found for part in slices(text) for found in _read(page, part))


def _read(page: str, part: Slice) -> Iterator[_Link | Diagnostic]:
    at = Position(page, part.line, part.column, part.inner_start - part.start)
    for name in part.attributes:
        if name in INLINE_ATTRIBUTES or name.startswith("on"):
            yield fault("VW906", at, name=name)
    address = part.attributes.get("href", part.attributes.get("src"))
    if address is None:
        return
    target = urlsplit(address)
    if not target.scheme and not target.netloc:
        yield _Link(at, address, target_name(page, target.path), unquote(target.fragment))
    elif part.name in LOADED and target.scheme != "data":
        yield fault("VW905", at, target=address)


def _lost(link: _Link, files: set[str], anchors: dict[str, frozenset[str]]) -> Diagnostic | None:
    """Return that a link leads nowhere; a folder may be called without its slash."""
    name = link.name if link.name in files else f"{link.name}/{INDEX}"
    if name not in files:
        return fault("VW903", link.at, target=link.address)
    if link.anchor and link.anchor not in anchors.get(name, {link.anchor}):
        return fault("VW904", link.at, target=link.address)
    return None


def target_name(page: str, address: str) -> str:
    """Return the name of the file that an address without host in `page` stands for; it need not exist.

    >>> target_name("a/index.html", "../b/"), target_name("a/index.html", "/"), target_name("a/index.html", "")
    ('b/index.html', 'index.html', 'a/index.html')
    """
    if not address:
        return page
    folder = "" if address.startswith("/") else dirname(page)
    name = normpath(f"{folder}/{unquote(address)}".lstrip("/"))
    return normpath(f"{name}/{INDEX}") if address.endswith(("/", ".")) else name
