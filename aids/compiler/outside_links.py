"""Owns the list of addresses outside the site that pages may link to, each with the day it was last seen right.

Read from docs/gegevens/links.yml and held against the pages and templates; nothing is asked of any host. Used by
`aids.compiler.project`. Links within the site are for the engine and `aids.site.links`. Runs in the build only.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, nearest, sort_diagnostics, with_excerpts
from aids.compiler.loader_fields import FORMS, Faults, Fields
from aids.compiler.page_texts import PageText, source_of
from aids.compiler.reading import Mapping, Reading, read
from aids.compiler.reading_text import Source

LINKS_FILE = "gegevens/links.yml"
KEYS = ("address", "seen", "reason")
ADDRESS = re.compile(r"(?:https?:)?//[\w-]+\.[^\s<>()\[\]{}\"'`|]+", re.IGNORECASE)
FOLLOWED = re.compile(r"<a\s[^>]*>")
ENDS = ".,:;!?*_"
"""What closes a sentence or marks words after an address is no part of it."""


def outside_links(pages: Iterable[PageText], docs: Path, prefix: str, templates: Path) -> list[Diagnostic]:
    """Return each address outside the site that is not in the list, and what is wrong with the list."""
    faults = Faults()
    reading = Reading("", "", None, ())
    if (docs / LINKS_FILE).is_file():
        reading = read(docs / LINKS_FILE, f"{prefix}/{LINKS_FILE}")
        faults.extend(reading.diagnostics)
    listed = set(_listed(reading, faults))
    found = with_excerpts(faults.found, {reading.name: reading.text})
    for source, text in [*((page.source, page.visible()) for page in pages), *_templates(templates)]:
        unlisted = [
            fault("VW952", source.position(start, end), near=nearest(address, listed), address=address)
            for start, end, address in addresses(text)
            if address not in listed
        ]
        found += with_excerpts(unlisted, {source.name: source.text})
    return sort_diagnostics(found)


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each address outside the site in `text`: start, end, and the address."""
    for match in ADDRESS.finditer(text):
        address = match.group().rstrip(ENDS)
        yield match.start(), match.start() + len(address), address


def _listed(reading: Reading, faults: Faults) -> Iterator[str]:
    """Yield each address of the list; one that was not looked at says why."""
    if isinstance(reading.root, Mapping):
        for group in Fields(reading.root, faults, ("links",)).groups("links"):
            fields = Fields(group, faults, KEYS)
            yield fields.text("address")
            fields.text("reason", required=not fields.date("seen", required=False))
    elif reading.root is not None:
        found = FORMS[type(reading.root)]
        faults.add("VW203", reading.root.at, key=reading.name, expected=FORMS[Mapping], found=found)


def _templates(folder: Path) -> Iterator[tuple[Source, str]]:
    """Yield each template with all but the links that a reader follows blank; what it loads is for the built page."""
    for path in sorted(folder.rglob("*.html")):
        name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        source = source_of(path, name)
        if source:
            shown = list(" " * len(source.text))
            for link in FOLLOWED.finditer(source.text):
                shown[link.start() : link.end()] = link.group()
            yield source, "".join(shown)
