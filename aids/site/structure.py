"""Owns the check of how built pages are built up: headings in order, images with an alternative, links with words.

Fed with the finished pages by `aids.site.build`; who reads with the ears or jumps from heading to heading depends on
it. Sees what templates, aids and Markdown made together. Changes nothing. Runs in the build.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position
from aids.site.links import Page
from aids.site.slices import Slice, slices

HEADING = re.compile(r"h[1-6]")
TAG = re.compile(r"<[^>]*>")
NAMES = ("aria-label", "aria-labelledby", "title")
"""Attributes that give an element its name where it has no text."""


def structure_faults(pages: Iterable[Page]) -> list[Diagnostic]:
    """Return what is wrong with the structure of `pages`."""
    return [found for page in pages for found in _faults(page.name, page.text)]


@lru_cache(maxsize=512)
def _faults(page: str, text: str) -> tuple[Diagnostic, ...]:
    return tuple(_found(page, slices(text), text))


def _found(page: str, parts: list[Slice], text: str) -> Iterator[Diagnostic]:
    shown, text = _shown(parts, text)
    yield from _headings(page, parts, shown)
    for part in shown:
        if part.name in {"img", "svg"} and not _has_alternative(part, text):
            yield fault("VW950", _place(page, part), element=part.name)
        elif part.name == "a" and "href" in part.attributes and not _has_words(part, text, shown):
            yield fault("VW951", _place(page, part), target=part.attributes["href"])


def _headings(page: str, parts: list[Slice], shown: list[Slice]) -> Iterator[Diagnostic]:
    """Yield each heading that skips a level or is a second title; a whole page without a title is a fault too."""
    level = 0
    for part in shown:
        if not HEADING.fullmatch(part.name):
            continue
        here = int(part.name[1])
        if here > level + 1 or here == level == 1:
            yield fault("VW949", _place(page, part), level=here, before=level)
        level = here
    whole = next((part for part in parts if part.name == "html"), None)
    if whole and not level:
        yield fault("VW949", _place(page, whole), level=0, before=0)


def _shown(parts: list[Slice], text: str) -> tuple[list[Slice], str]:
    """Return the elements that a screen reader tells of, and the text with what is hidden from it blank."""
    found = []
    hidden_until = 0
    for part in parts:
        if part.start < hidden_until:
            continue
        if part.attributes.get("aria-hidden") == "true" or part.name in {"template", "noscript"}:
            hidden_until = part.end
            text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
        else:
            found.append(part)
    return found, text


def _has_alternative(part: Slice, text: str) -> bool:
    """Return whether an image has words, or says that it needs none (`alt=""`)."""
    if part.name == "img":
        return "alt" in part.attributes
    named = any(part.attributes.get(name) for name in NAMES) or "<title" in text[part.inner_start : part.inner_end]
    return part.attributes.get("role") == "img" and named


def _has_words(part: Slice, text: str, shown: list[Slice]) -> bool:
    """Return whether a link can be told by name: its own words, or those of an image in it."""
    if any(part.attributes.get(name) for name in NAMES) or TAG.sub("", text[part.inner_start : part.inner_end]).strip():
        return True
    within = (item for item in shown if part.inner_start <= item.start < part.inner_end)
    return any(item.attributes.get(name) for item in within for name in (*NAMES, "alt"))


def _place(page: str, part: Slice) -> Position:
    return Position(page, part.line, part.column, part.inner_start - part.start)
