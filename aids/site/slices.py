"""Owns where the elements of an HTML page stand in its text, so that pages are cut and pasted, never re-serialised.

Used by the post-processing and by the check of links. Understands no page: void and unclosed elements end where they
begin. Runs in the build.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(slots=True)
class Slice:
    """One element: `[start, end)` with its tags, `[inner_start, inner_end)` without; `line`, `column` from 1."""

    name: str
    attributes: dict[str, str]
    start: int
    inner_start: int
    line: int
    column: int
    inner_end: int = field(default=-1)
    end: int = field(default=-1)

    def has_class(self, name: str) -> bool:
        """Return whether `name` is one of its classes."""
        return name in self.attributes.get("class", "").split()


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of `[start, end)`."""

    start: int
    end: int
    text: str


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = text
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.found: list[Slice] = []
        self.open: list[Slice] = []
        self.feed(text)
        self.close()

    def here(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def place(self) -> tuple[int, int]:
        line, column = self.getpos()
        return line, column + 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self.here()
        after = start + len(self.get_starttag_text() or "")
        item = Slice(tag, {name: value or "" for name, value in attrs}, start, after, *self.place(), after, after)
        self.found.append(item)
        if tag not in VOID:
            self.open.append(item)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if all(item.name != tag for item in self.open):
            return
        start = self.here()
        while (item := self.open.pop()).name != tag:
            pass
        item.inner_end, item.end = start, self.text.index(">", start) + 1


@lru_cache(maxsize=512)
def slices(text: str) -> list[Slice]:
    """Return every element of `text` in order of its start."""
    return _Reader(text).found


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all `edits` made; positions are those of `text` as given.

    Raises:
        ValueError: two edits overlap, which is a programmer's fault.
    """
    pieces: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda item: (item.start, item.end)):
        if edit.start < place:
            raise ValueError(edit)
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*pieces, text[place:]])
