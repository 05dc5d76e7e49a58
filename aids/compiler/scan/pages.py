"""Owns the check that the page of each line exists, and the place on it. Fed with the pages by `aids.compiler.project`.

The build checks the links again in the pages as built. Runs in the build only.
"""

from collections.abc import Iterable, Iterator, Mapping

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, nearest
from aids.compiler.page_texts import PageText
from aids.compiler.scan.document import ScanDocument

type Places = Mapping[str, frozenset[str] | None]
"""By page under docs/ the anchors that are written in it; None where some are made while it is built."""


def places(pages: Iterable[PageText]) -> Places:
    """Return what of `pages` a line may name."""
    return {page.relative: None if page.makes_anchors() else page.anchors() for page in pages}


def lost_pages(document: ScanDocument, known: Places) -> Iterator[Diagnostic]:
    """Yield each line whose page, or the place on it, is not among those `known`."""
    for line in document.lines:
        page, _, anchor = line.page.partition("#")
        if not line.page:
            continue
        if page not in known:
            yield fault("VW282", line.page_at, near=nearest(page, known), page=page)
        elif anchor and (anchors := known[page]) is not None and anchor not in anchors:
            yield fault("VW283", line.page_at, near=nearest(anchor, anchors), anchor=anchor, page=page)
