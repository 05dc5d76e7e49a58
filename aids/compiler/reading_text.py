"""Owns the step from bytes to text, and from a place in a text to line and column.

Fed and used by `aids.compiler.reading`; also by the pages. Refuses what is not UTF-8 and what a reader cannot see, and
goes on with a stand-in of the same length, so that later positions hold. Knows no YAML but how its scalars are written.
Runs in the build only.
"""

import bisect
import re
import unicodedata
from functools import cached_property, lru_cache

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position

MAXIMUM_ODD = 50
"""More odd characters than this are not listed: the file is then something else than text."""

BOM = b"\xef\xbb\xbf"
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
BAD_BYTES = re.compile("[\udc80-\udcff]+")
LINE_END = re.compile("\r\n|\r|\n")
INDENT_WITH_TAB = re.compile(r"^ *\t", re.MULTILINE)
TABS = re.compile("\t+")
ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


class Source:
    """A file's name and text, and where its lines begin; most files have nothing that must be placed."""

    def __init__(self, name: str = "", text: str = "") -> None:
        """Take the name as diagnostics show it, and the text as it was decoded."""
        self.name = name
        self.text = text
        self._aligned: tuple[tuple[int, int], list[int]] = ((-1, -1), [])

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def position(self, start: int, end: int) -> Position:
        """Return the place of the characters `start` to `end`; the mark stays on the first line."""
        line = bisect.bisect_right(self._starts, start)
        first = self._starts[line - 1]
        following = self._starts[line] if line < len(self._starts) else len(self.text) + 1
        last = min(end, first + len(self.text[first:following].rstrip("\r\n")))
        return Position(self.name, line, start - first + 1, max(1, last - start))

    def inside(self, text: str, span: tuple[int, int], style: str, part: tuple[int, int]) -> Position:
        """Return the place of the `part` of a scalar's `text`, which is written at `span` in the given style."""
        start, end = span
        if self._aligned[0] != span:
            self._aligned = (span, align(self.text[start:end], text, style))
        places = self._aligned[1]
        first = places[min(part[0], len(text))]
        last = places[min(part[1], len(text)) - 1] + 1 if part[1] > part[0] else first
        return self.position(start + first, start + last)

    def tabs(self) -> list[Position]:
        """Return the first tab of each line that holds one, at most `MAXIMUM_ODD`."""
        found: dict[int, Position] = {}
        for match in TABS.finditer(self.text):
            at = self.position(match.start(), match.end())
            found.setdefault(at.line, at)
            if len(found) == MAXIMUM_ODD:
                break
        return list(found.values())

    def has_tab_indent(self) -> bool:
        """Return whether a line is indented with a tab, so that the structure cannot be told."""
        return INDENT_WITH_TAB.search(self.text) is not None


def decode(data: bytes, name: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of `data`, or None if it is no text at all, and the faults found in it."""
    text, found = _decoded(data, name)
    return text, list(found)


@lru_cache(maxsize=512)
def _decoded(data: bytes, name: str) -> tuple[str | None, list[Diagnostic]]:
    found: list[Diagnostic] = []
    if data.startswith(BOM):
        found.append(fault("VW104", Position(name)))
        data = data.removeprefix(BOM)
    text = data.decode("utf-8", errors="surrogateescape")
    source = Source(name, text)
    wrong = list(BAD_BYTES.finditer(text))
    found += [fault("VW103", source.position(*match.span())) for match in wrong[:MAXIMUM_ODD]]
    if "\0" in text:
        zero = text.index("\0")
        return None, found or [fault("VW103", source.position(zero, zero + 1))]
    text = BAD_BYTES.sub(lambda match: "\N{REPLACEMENT CHARACTER}" * len(match.group()), text)
    for count, match in enumerate(INVISIBLE.finditer(text)):
        if count == MAXIMUM_ODD:
            break
        character = match.group()
        label = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
        found.append(fault("VW106", source.position(*match.span()), name=label))
    return INVISIBLE.sub(" ", text), found


def align(raw: str, text: str, style: str) -> list[int]:
    """Return for each character of `text` (and for its end) where it stands in `raw`, the scalar as written."""
    index = 0
    if style in {"|", ">"}:
        header = LINE_END.search(raw)
        index = header.end() if header else len(raw)
    elif style in {"'", '"'}:
        index = 1
    places = []
    for character in text:
        index = _skip(raw, index, style, white=character.isspace())
        places.append(min(index, max(0, len(raw) - 1)))
        if not character.isspace() or (index < len(raw) and (raw[index].isspace() or raw[index] == "\\")):
            index += _unit(raw, index, style)
    return [*places, min(index, len(raw))]


def _skip(raw: str, index: int, style: str, *, white: bool) -> int:
    """Return `index` past the line ends and indents that stand before the next character of the text."""
    while index < len(raw):
        if style == '"' and raw[index] == "\\" and raw[index + 1 : index + 2] in {"\r", "\n"}:
            index += 2
        elif raw[index].isspace() and not white:
            index += 1
        else:
            break
    return index


def _unit(raw: str, index: int, style: str) -> int:
    """Return how many characters of `raw` write the one character at `index`."""
    if style == "'" and raw.startswith("''", index):
        return 2
    if style == '"' and raw.startswith("\\", index):
        return ESCAPE_LENGTHS.get(raw[index + 1 : index + 2], 2)
    return 1
