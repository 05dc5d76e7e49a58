"""Owns the readable file of a scan: the body that the panel `save` makes, on the page that every saved file has.

Made from the scan and the document alone, so that the same two always give the same bytes: `export` writes with it and
the command `verify` checks with it. Runs in browser and build.
"""

from aids.runtime.markup import Child, Node
from aids.runtime.saved import Saved, ordered
from aids.runtime.saved_html import DAY_LENGTH, html_text
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels_save import save
from aids.runtime.scan.work import Work


def page_of(scan: Scan, saved: Saved) -> str:
    """Return the HTML file of a document in normal form; its day is that on which it was saved."""
    own = ordered(saved)
    body = save(scan, Work(own), own["saved"][:DAY_LENGTH])
    return html_text(own, scan.title, [opened(part) for part in body])


def opened(child: Child) -> Child:
    """Return the node with every fold in it open: a file on paper cannot be opened."""
    if isinstance(child, str):
        return child
    attributes = {**child.attributes, "open": ""} if child.tag == "details" else child.attributes
    return Node(child.tag, attributes, tuple(opened(inner) for inner in child.children))
