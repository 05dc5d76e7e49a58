"""Owns the check of built pages: links, anchors, parts from other hosts, and styles or scripts inside attributes.

Fed with the folder of a finished site by `aids.site.build`. The engine checked the links of Markdown before; this sees
what templates, aids and post-processing made of them. Changes nothing. Runs in the build.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position
from aids.site.slices import Slice, slices

LOADED = frozenset({"script", "link", "img", "iframe", "source", "audio", "video"})
"""Elements whose address is fetched by itself; another host may only stand in a link that the reader follows."""

INLINE_ATTRIBUTES = ("style",)
NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Page:
    """A built page with its elements; `name` is its path from the top of the site."""

    name: str
    path: Path
    parts: list[Slice]

    def anchors(self) -> set[str]:
        """Return every id in the page."""
        return {part.attributes["id"] for part in self.parts if "id" in part.attributes}


def read_pages(site: Path) -> dict[Path, Page]:
    """Return all pages of a built site by their path."""
    found = sorted(site.rglob("*.html"))
    return {path: Page(path.relative_to(site).as_posix(), path, slices(path.read_text("utf-8"))) for path in found}


def page_faults(site: Path, pages: Mapping[Path, Page]) -> list[Diagnostic]:
    """Return what is wrong with the links and parts of all `pages` of the folder `site`."""
    anchors = {path: page.anchors() for path, page in pages.items()}
    return [found for page in pages.values() for part in page.parts for found in _faults(site, page, part, anchors)]


def _faults(site: Path, page: Page, part: Slice, anchors: dict[Path, set[str]]) -> Iterator[Diagnostic]:
    at = Position(page.name, part.line, part.column, part.inner_start - part.start)
    for name in part.attributes:
        if name in INLINE_ATTRIBUTES or name.startswith("on"):
            yield fault("VW906", at, name=name)
    address = part.attributes.get("href", part.attributes.get("src"))
    if address is None:
        return
    target = urlsplit(address)
    if target.scheme or target.netloc:
        if part.name in LOADED and target.scheme != "data":
            yield fault("VW905", at, target=address)
        return
    path = target_path(site, page.path, target.path)
    if not path.is_file():
        yield fault("VW903", at, target=address)
    elif target.fragment and path in anchors and unquote(target.fragment) not in anchors[path]:
        yield fault("VW904", at, target=address)


def target_path(site: Path, page: Path, address: str) -> Path:
    """Return the file that an address without host in `page` stands for; it need not exist."""
    if not address:
        return page
    folder = site if address.startswith("/") else page.parent
    place = Path(normpath(folder / unquote(address).lstrip("/")))
    return place / "index.html" if address.endswith(("/", ".")) or place.is_dir() else place
