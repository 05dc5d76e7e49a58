"""Owns what of a page people read, each character in its place: without front matter, code, comments and marks.

Fed with the folder of the pages; used by the checks on wording that look at every page. What cannot be read at all is
left out: `aids.compiler.pages` reports it. Judges nothing. Runs in the build only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aids.compiler.pages import FRONT, mask
from aids.compiler.reading import load_file
from aids.compiler.reading_text import Source, decode

SHOWN_FRONT = re.compile(r"^(?:title|description):[ ]+(?P<text>[^\r\n]+)", re.MULTILINE)
CODE = re.compile(r"^(?P<fence>```|~~~).*?^(?P=fence)|`[^`\n]+`|<!--.*?-->", re.DOTALL | re.MULTILINE)
MARKS = re.compile(
    r"""
    \[\[[^\[\]\n]*\]\]            # a reference or a contact
    | (?<=\])\([^()\s]*\)         # the address of a link
    | \{[:#.][^{}\n]*\}           # names and classes
    | ^[ ]*:::.*$                 # an aid or a list
    | </?[a-zA-Z][^<>]*>          # an element
    | (?<=!!!)[ ]+[\w-]+          # the kind of an admonition
    | &\w+;
    """,
    re.VERBOSE | re.MULTILINE,
)

ANCHORS = re.compile(r"\{:?[^{}\n]*#(?P<mark>[^\s{}]+)[^{}\n]*\}|\bid=\"(?P<id>[^\"]+)\"")
"""Where an editor gives a place in a page its name."""

MADE = re.compile(r"^[ ]*:::", re.MULTILINE)
"""A page with such a line holds anchors that only the built page knows."""


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as written: `name` as diagnostics call it, `relative` its path under docs/, where its body begins."""

    name: str
    relative: str
    source: Source
    body_at: int

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    def front(self) -> str:
        """Return the front matter as blanks, its line ends aside."""
        return _front(self.text, self.body_at)

    def visible(self) -> str:
        """Return the text with front matter, code and comments blank: marks and addresses still stand in it."""
        return _visible(self.text, self.body_at)

    def prose(self) -> str:
        """Return the text as people read it, all else blank; tables and headings stand in it as written."""
        return blank(MARKS, self.front() + mask(self.text[self.body_at :]))

    def titles(self) -> Iterator[tuple[int, str]]:
        """Yield what of the front matter people read: where it begins, and the text."""
        for match in SHOWN_FRONT.finditer(self.text, 0, self.body_at):
            yield match.start("text"), match["text"]

    def anchors(self) -> frozenset[str]:
        """Return the names of places that are written in the page."""
        return _anchors(self.text, self.body_at)

    def makes_anchors(self) -> bool:
        """Return whether the page gets more places while it is built."""
        return MADE.search(self.text) is not None


def _front(text: str, body_at: int) -> str:
    return re.sub(r"[^\r\n]", " ", text[:body_at])


@lru_cache(maxsize=512)
def _visible(text: str, body_at: int) -> str:
    return blank(CODE, _front(text, body_at) + text[body_at:])


@lru_cache(maxsize=512)
def _anchors(text: str, body_at: int) -> frozenset[str]:
    return frozenset(match["mark"] or match["id"] for match in ANCHORS.finditer(_visible(text, body_at)))


def page_texts(docs: Path, prefix: str) -> Iterator[PageText]:
    """Yield every page under `docs` that can be read; `prefix` is how diagnostics call that folder."""
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs).as_posix()
        name = f"{prefix}/{relative}"
        source = source_of(path, name)
        if source:
            front = FRONT.match(source.text)
            yield PageText(name, relative, source, front.end() + len("---") if front else 0)


def source_of(path: Path, name: str) -> Source | None:
    """Return the text of a file as far as it can be read, or None; why not is said by the check that owns the file."""
    data, _ = load_file(path, name)
    text = decode(data, name)[0] if data is not None else None
    return None if text is None else Source(name, text)


def blank(pattern: re.Pattern[str], text: str) -> str:
    """Return `text` with what `pattern` finds as blanks; every other character keeps its place."""
    return pattern.sub(lambda match: re.sub(r"[^\r\n]", " ", match.group()), text)
