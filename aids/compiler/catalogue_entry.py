"""Owns the form of an entry in the catalogue of diagnostics. Used by the `catalogue_*` modules and `catalogue`.

Holds no entry itself. Runs in the build only.
"""

from dataclasses import dataclass
from typing import Literal

from aids.compiler.diagnostics import SHOWN_CHARACTERS, Severity

type Form = Literal[
    "tree",
    "file",
    "path",
    "sources",
    "contacts",
    "page",
    "built",
    "place",
    "part",
    "scan",
    "items",
    "places",
    "links",
    "glossary",
    "figures",
    "words",
]
"""What a sample is: sections of a tree, a whole file, a file's name, bronnen.yml, contacten.yml, a page,
a built page (HTML), the file or folder at which a step of the build stops, sections of a shared part or a scan,
the items of the inventory or their places, the list of addresses outside the site, begrippen.yml, figuren.yml,
or the word lists of the search."""

MARKS = ("⟦", "⟧")
"""In a bad sample these stand around the characters that the diagnostic marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One kind of fault.

    `message`, `why` and `remedy` are templates for `str.format`. `bad` is a sample that gives exactly this code, `good`
    the same mended. A sample of the form "tree" holds only the sections that matter; the rest is that of a sound tree.
    `times` repeats a bad sample (files that are too large), `encoding` is how it is written to disk.
    `widest` is how many characters of a value the message shows.
    """

    code: str
    title: str
    message: str
    why: str
    remedy: str
    bad: str
    good: str
    form: Form = "tree"
    severity: Severity = "error"
    encoding: str = "utf-8"
    times: int = 1
    widest: int = SHOWN_CHARACTERS
