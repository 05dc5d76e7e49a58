"""Owns the comparison of a saved page with the page that follows from its data: what shows something else, and where.

Used by `verify`. Reads HTML from anyone with the standard library's parser: nothing runs, and a page full of
differences is told in a bounded list. Runs in the build.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest
from typing import NamedTuple

from aids.runtime.saved_faults import quoted
from aids.runtime.saved_source import BLOCK

MOST = 20
"""Differences that are told."""

MOST_COMPARED = 4_000
"""Pieces of text in which what was added and left out is looked for; in more, only the first difference is told."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "caption"})
LINE = "data-scan-line"
BETWEEN = " "


class Piece(NamedTuple):
    """A piece of text as a reader sees it, and where: under which heading, at which line of a scan."""

    text: str
    heading: str
    line: str

    @property
    def where(self) -> str:
        """Return the place in words."""
        heading = f"Onder ‘{quoted(self.heading)}’" if self.heading else "Bovenaan"
        return f"{heading}, vraag {self.line}" if self.line else heading


class Page(HTMLParser):
    """What a page shows, piece by piece, and of which elements it is made."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.pieces: list[Piece] = []
        self.elements: list[str] = []
        self.heading = ""
        self.line = ""
        self.within = ""
        self.is_data = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and where it brings the reader."""
        given = dict(attrs)
        self.is_data = tag == "script" and given.get("id") == BLOCK
        self.elements.append(" ".join([tag, *(f"{name}={value}" for name, value in attrs)]))
        if tag in HEADINGS:
            self.within, self.heading, self.line = tag, "", ""
        if tag in ("li", "tr"):
            self.line = given.get(LINE) or ""

    def handle_endtag(self, tag: str) -> None:
        """Leave a heading, or the data."""
        if tag == self.within:
            self.within = ""
        if tag == "script":
            self.is_data = False

    def handle_data(self, data: str) -> None:
        """Note a piece of text."""
        shown = BETWEEN.join(data.split())
        if not shown or self.is_data:
            return
        if self.within:
            self.heading += shown
        self.pieces.append(Piece(shown, self.heading, self.line))

    def handle_comment(self, data: str) -> None:
        """Note what a reader does not see."""
        self.elements.append(f"!-- {data}")


def differences(shown: str, follows: str) -> list[str]:
    """Return in sentences what the page `shown` has otherwise than the page that `follows` from its data.

    Texts first; where all texts are the same, what else was added or left out.
    """
    there, ours = Page(shown), Page(follows)
    found = list(_texts(there.pieces, ours.pieces)) or list(_elements(there.elements, ours.elements))
    if not found:
        return ["Elke tekst is hetzelfde, maar het bestand is niet letter voor letter wat het programma maakt."]
    rest = len(found) - MOST
    return [*found[:MOST], *([f"En nog {rest} verschillen."] if rest > 0 else [])]


def _texts(there: Sequence[Piece], ours: Sequence[Piece]) -> Iterator[str]:
    """Yield the differences in what a reader sees."""
    start, there, ours = _without_the_same(there, ours)
    if len(there) + len(ours) > MOST_COMPARED:
        first = there[0] if there else ours[0]
        yield f"{first.where}: vanaf tekst {start + 1} staat er iets anders dan uit de antwoorden volgt."
        return
    shown, follows = ([piece.text for piece in pieces] for pieces in (there, ours))
    for kind, a, b, c, d in SequenceMatcher(None, shown, follows, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _told(there[a:b], ours[c:d])


def _told(there: Sequence[Piece], ours: Sequence[Piece]) -> Iterator[str]:
    for one, other in zip_longest(there, ours):
        if other is None:
            yield f"{one.where}: hier is tekst toegevoegd: ‘{quoted(one.text)}’."
        elif one is None:
            yield f"{other.where}: hier ontbreekt ‘{quoted(other.text)}’."
        else:
            yield f"{other.where}: er staat ‘{quoted(one.text)}’, uit de antwoorden volgt ‘{quoted(other.text)}’."


def _elements(there: Sequence[str], ours: Sequence[str]) -> Iterator[str]:
    """Yield the first difference in what the page is made of."""
    _, there, ours = _without_the_same(there, ours)
    if there:
        yield f"De teksten zijn hetzelfde, maar er is iets in de opmaak gewijzigd: <{quoted(there[0])}>."
    elif ours:
        yield f"De teksten zijn hetzelfde, maar in de opmaak ontbreekt <{quoted(ours[0])}>."


def _without_the_same[T](there: Sequence[T], ours: Sequence[T]) -> tuple[int, Sequence[T], Sequence[T]]:
    """Return where two rows begin to differ, and both without what is the same at either end."""
    shortest = min(len(there), len(ours))
    start = next((n for n in range(shortest) if there[n] != ours[n]), shortest)
    left = shortest - start
    end = next((n for n in range(left) if there[-1 - n] != ours[-1 - n]), left)
    return start, there[start : len(there) - end], ours[start : len(ours) - end]
