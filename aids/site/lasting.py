"""Owns what all pages load and a browser may keep for ever: their sheets as one, and their script, named by content.

The engine names each sheet by itself and at an address that stays, so that a browser would ask for each of them again
on every page. Fed with the texts in the site's folder of assets; used by `aids.site.pages`. Reads and writes no file.
Runs in the build.
"""

import hashlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from aids.site.slices import Edit, Slice

ASSETS = "assets"
SCRIPT = "site.js"
BEGINNING = "site-"
"""How the names begin that a host may call immutable (`aids.site.headers`)."""


class Lasting(NamedTuple):
    """The edits of one page, what is published by path, and the names in the folder of assets that this replaces."""

    edits: list[Edit]
    files: dict[str, str]
    replaced: frozenset[str]


def lasting_parts(text: str, parts: list[Slice], top: str, assets: Mapping[str, str]) -> Lasting:
    """Return how a page names one sheet in place of the first that follow one another, and its script by its content.

    Args:
        text: the page as the engine wrote it.
        parts: its elements.
        top: how the page calls the top of the site.
        assets: the texts in the folder of assets by name; what is not among them is left alone.
    """
    edits: list[Edit] = []
    files: dict[str, str] = {}
    sheets = list(_first_sheets(text, parts, top, assets))
    names = [_name(part, "href", top) for part in sheets]
    if sheets:
        joined = "\n".join(assets[name] for name in names)
        files[_place(joined, ".css")] = joined
        edits.append(
            Edit(sheets[0].start, sheets[-1].end, f'<link rel="stylesheet" href="{top}{_place(joined, ".css")}">')
        )
    for part in parts:
        if part.name == "script" and SCRIPT in assets and _name(part, "src", top) == SCRIPT:
            place = _place(assets[SCRIPT], ".js")
            files[place] = assets[SCRIPT]
            tag = text[part.start : part.inner_start].replace(f'"{top}{ASSETS}/{SCRIPT}"', f'"{top}{place}"')
            edits.append(Edit(part.start, part.inner_start, tag))
            names.append(SCRIPT)
    return Lasting(edits, files, frozenset(names))


def _first_sheets(text: str, parts: list[Slice], top: str, assets: Mapping[str, str]) -> Iterator[Slice]:
    """Yield the first sheets in the folder of assets that have nothing but white space between them."""
    end = -1
    for part in parts:
        if part.attributes.get("rel") == "stylesheet" and _name(part, "href", top) in assets:
            if end >= 0 and text[end : part.start].strip():
                return
            end = part.end
            yield part


def _name(part: Slice, attribute: str, top: str) -> str:
    """Return how the folder of assets calls what an element points at; it has no such name for what is elsewhere."""
    return part.attributes.get(attribute, "").removeprefix(f"{top}{ASSETS}/")


def _place(content: str, ending: str) -> str:
    """Return where this content is published."""
    return f"{ASSETS}/{BEGINNING}{hashlib.sha256(content.encode()).hexdigest()[:16]}{ending}"
