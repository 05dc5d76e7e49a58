"""Owns the check that every place in the ledger of the inventory exists in the pages as built.

Fed with the finished pages and the inventory by `aids.site.build`. What can be seen in the Markdown was checked before,
in `aids.compiler.inventory`; aids and lists put anchors in a page that only stand there now. Runs in the build.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, with_excerpts
from aids.compiler.inventory import Inventory, lost_place
from aids.site.links import Page


def place_faults(pages: Iterable[Page], inventory: Inventory) -> list[Diagnostic]:
    """Return each place of `inventory` that is not in `pages`, at where the ledger names it."""
    anchors = {page.name: page.anchors() for page in pages}
    return with_excerpts(_faults(anchors, inventory), inventory.texts)


def _faults(anchors: Mapping[str, frozenset[str]], inventory: Inventory) -> Iterator[Diagnostic]:
    for place in inventory.places:
        if not place.page:
            continue
        page = built_name(place.page)
        if page not in anchors:
            yield fault("VW943", place.at, page=place.page)
        elif place.anchor and place.anchor not in anchors[page]:
            yield lost_place(place, page, anchors[page])


@lru_cache(maxsize=512)
def built_name(page: str) -> str:
    """Return where the page with this path under docs/ stands in the site.

    >>> built_name("over/bronnen.md"), built_name("over/index.md")
    ('over/bronnen/index.html', 'over/index.html')
    """
    path = PurePosixPath(page)
    return str(path.with_suffix(".html") if path.stem == "index" else path.with_suffix("") / "index.html")
