"""Owns the readable file of a scan: the body that the panel `save` makes, on the page that every saved file has.

Made from the scan and the document alone, so that the same two always give the same bytes: `export` writes with it and
the command `verify` checks with it. Runs in browser and build.
"""

from importlib import import_module

from aids.runtime.saved import Saved
from aids.runtime.saved_html import DAY_LENGTH, html_text
from aids.runtime.scan.model import Scan


def page_of(scan: Scan, saved: Saved) -> str:
    """Return the HTML file of a document in normal form; its day is that on which it was saved."""
    panels = import_module("aids.runtime.scan.panels").PANELS
    work = import_module("aids.runtime.scan.work").Work(saved, None)
    return html_text(saved, panels["save"](scan, work, saved["saved"][:DAY_LENGTH]))
