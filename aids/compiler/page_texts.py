"""Owns what of a page people read, each character in its place: without front matter, code, comments and marks.

Fed with the folder of the pages; used by the checks on wording that look at every page. What cannot be read at all is
left out: `aids.compiler.pages` reports it. Judges nothing. Runs in the build only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.pages import FRONT, mask
from aids.compiler.reading_text import Source, decode

SHOWN_FRONT = re.compile(r"^(?:title|description):[ ]+(?P<text>.+)$", re.MULTILINE)
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

    def visible(self) -> str:
        """Return the text with front matter, code and comments blank: marks and addresses still stand in it."""
        return _blank(CODE, " " * self.body_at + self.text[self.body_at :])

    def prose(self) -> str:
        """Return the text as people read it, all else blank; tables and headings stand in it as written."""
        return _blank(MARKS, " " * self.body_at + mask(self.text[self.body_at :]))

    def titles(self) -> Iterator[tuple[int, str]]:
        """Yield what of the front matter people read: where it begins, and the text."""
        for match in SHOWN_FRONT.finditer(self.text, 0, self.body_at):
            yield match.start("text"), match["text"]


def page_texts(docs: Path, prefix: str) -> Iterator[PageText]:
    """Yield every page under `docs` that can be read; `prefix` is how diagnostics call that folder."""
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs).as_posix()
        name = f"{prefix}/{relative}"
        text, _ = decode(path.read_bytes(), name)
        if text is not None:
            front = FRONT.match(text)
            yield PageText(name, relative, Source(name, text), front.end() + len("---") if front else 0)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Return `text` with what `pattern` finds as blanks; every other character keeps its place."""
    return pattern.sub(lambda match: re.sub(r"[^\r\n]", " ", match.group()), text)
