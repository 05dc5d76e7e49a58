"""Owns the text of a scan that pastes into a letter or a report: the panel `report`, as plain text.

Headings stand on a line of their own under a blank one, lists have dashes, each row of a table is a line that names its
columns; pictures are left out, for the tables beside them say the same. Runs in browser and build.
"""

from collections.abc import Iterator, Sequence

from aids.export.plain_text import clean, on_one_line
from aids.runtime.markup import Child, Node, words
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels import PANELS
from aids.runtime.scan.panels_scores import how_to_read
from aids.runtime.scan.work import Work

HEADINGS = {"h1": "=", "h2": "=", "h3": "-"}
"""What underlines a heading; a lower one has none."""
INSIDE = frozenset({"strong", "span", "time"})
"""Elements within a sentence."""


def letter(scan: Scan, work: Work, today: str) -> str:
    """Return the report as plain text, without how to read its pictures."""
    return plain_text(PANELS["report"](scan, work, today)).replace(f" {how_to_read()}", "")


def plain_text(nodes: Sequence[Child]) -> str:
    """Return nodes as text, with one blank line at most between two others."""
    lines: list[str] = []
    for line in _lines(nodes):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"


def _lines(nodes: Sequence[Child]) -> Iterator[str]:
    """Yield the lines of elements that follow each other; what is within a sentence is joined to it."""
    sentence = ""
    for child in nodes:
        if isinstance(child, str) or child.tag in INSIDE:
            sentence += words(child)
            continue
        if sentence.strip():
            yield from _text(sentence)
        sentence = ""
        yield from _block(child)
    if sentence.strip():
        yield from _text(sentence)


def _block(child: Node) -> Iterator[str]:
    """Yield the lines of one element."""
    if child.tag == "svg":
        return
    if child.tag in ("h1", "h2", "h3", "h4", "summary"):
        yield from _heading(child)
    elif child.tag == "p":
        yield from ("", *_text(words(child)), "")
    elif child.tag in ("ul", "ol"):
        yield from ("", *_items(child), "")
    elif child.tag == "dl":
        yield from ("", *_pairs(child), "")
    elif child.tag == "table":
        yield from ("", *_table(child), "")
    else:
        yield from _lines(child.children)


def _heading(child: Node) -> Iterator[str]:
    text = on_one_line(words(child))
    yield from ("", "", text)
    if child.tag in HEADINGS:
        yield HEADINGS[child.tag] * len(text)


def _items(child: Node) -> Iterator[str]:
    """Yield an entry of a list with its mark, and what follows in it further in."""
    for number, item in enumerate(_elements(child), start=1):
        mark = f"{number}. " if child.tag == "ol" else "- "
        inner = [line for line in _lines(item.children) if line]
        for place, line in enumerate(inner):
            yield (mark if place == 0 else " " * len(mark)) + line


def _pairs(child: Node) -> Iterator[str]:
    """Yield each name with what belongs to it."""
    for pair in _elements(child):
        name, *values = _elements(pair)
        yield f"{on_one_line(words(name))}: {'; '.join(on_one_line(words(value)) for value in values)}"


def _table(child: Node) -> Iterator[str]:
    """Yield a table: its caption, then each row with the names of its columns."""
    heads: list[str] = []
    for row in _found(child, ("caption", "tr")):
        if row.tag == "caption":
            yield f"{on_one_line(words(row))}:"
            continue
        cells = [on_one_line(words(cell)) for cell in _elements(row)]
        if not heads:
            heads = cells
            continue
        named = zip(heads[1:], cells[1:], strict=False)
        told = "; ".join(f"{head.lower()}: {cell}" if head else cell for head, cell in named if cell)
        yield f"- {cells[0]} ({told})" if told else f"- {cells[0]}"


def _found(child: Node, tags: tuple[str, ...]) -> Iterator[Node]:
    """Yield the elements with one of these tags, wherever they are inside."""
    for inner in _elements(child):
        if inner.tag in tags:
            yield inner
        else:
            yield from _found(inner, tags)


def _elements(child: Node) -> Iterator[Node]:
    return (inner for inner in child.children if isinstance(inner, Node))


def _text(text: str) -> Iterator[str]:
    """Yield a text with the lines that its writer made."""
    return (" ".join(line.split()) for line in clean(text).strip().split("\n"))
