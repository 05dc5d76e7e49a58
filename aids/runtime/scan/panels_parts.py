"""Owns the parts that panels are made of: headings, sentences, lists, tables, folds, and room for an answer.

Knows nothing of scores. Every panel is a list of such parts, from a heading of the second level down. Runs in browser
and build.
"""

from collections.abc import Sequence
from typing import NamedTuple

from aids.runtime.markup import Child, Node, node

type Cell = Child | list[Child]


class Row(NamedTuple):
    """A row of a table: its cells, the first of which names it, and the line that it is about, if a line."""

    cells: Sequence[Cell]
    line: str | None = None
    strong: bool = False


def title(text: str) -> Node:
    """Return the heading of a panel."""
    return node("h2", {"class": "scan-title"}, text)


def part(text: str) -> Node:
    """Return the heading of a part of a panel."""
    return node("h3", {"class": "scan-part"}, text)


def small(text: str, level: int = 4) -> Node:
    """Return the heading of one thing: in a part, or at level 3 in a panel without parts."""
    return node(f"h{level}", {"class": "scan-small"}, text)


def say(*parts: Child, kind: str | None = None) -> Node:
    """Return a paragraph."""
    return node("p", {"class": f"scan-{kind}" if kind else None}, *parts)


def strong(text: str) -> Node:
    """Return text that stands out."""
    return node("strong", {}, text)


def bullets(items: Sequence[Cell], kind: str = "list") -> Node:
    """Return a list."""
    return node("ul", {"class": f"scan-{kind}"}, [node("li", {}, item) for item in items])


def numbered(items: Sequence[Node], kind: str) -> Node:
    """Return a list in order, of `li`s."""
    return node("ol", {"class": f"scan-{kind}"}, *items)


def pairs(items: Sequence[tuple[str, Cell]]) -> Node:
    """Return names with what belongs to them."""
    rows: list[Child] = [node("div", {}, node("dt", {}, name), node("dd", {}, value)) for name, value in items]
    return node("dl", {"class": "scan-pairs"}, rows)


def table(caption: str, head: Sequence[str], rows: Sequence[Row], kind: str = "table") -> Node:
    """Return a table in a region of its own, which scrolls where it is wider than the page."""
    columns: list[Child] = [node("th", {"scope": "col"}, name) for name in head]
    body: list[Child] = [_row(row) for row in rows]
    found = node(
        "table",
        {"class": f"scan-table scan-{kind}"},
        node("caption", {}, caption),
        node("thead", {}, node("tr", {}, columns)),
        node("tbody", {}, body),
    )
    return scrolls(caption, [found])


def scrolls(name: str, inner: Sequence[Child]) -> Node:
    """Return what may be wider than the page, in a group that a keyboard can scroll."""
    return node("div", {"class": "scan-scroll", "role": "group", "tabindex": 0, "aria-label": name}, *inner)


def fold(name: str, *inner: Child) -> Node:
    """Return what opens when asked for."""
    return node("details", {"class": "scan-fold"}, node("summary", {}, name), *inner)


def room(*given: Child) -> Node:
    """Return the room for a joint answer or a result, where the page puts its controls; on paper, room to write."""
    return node("div", {"class": "scan-room", "data-scan-room": True}, *given)


def blank(letters: str = "") -> Node:
    """Return a blank to fill in by hand."""
    return node("span", {"class": "scan-blank"}, letters or "\u2026" * 12)


def _row(row: Row) -> Node:
    first, *others = row.cells
    kind = "scan-strong" if row.strong else None
    return node(
        "tr",
        {"class": kind, "data-scan-line": row.line},
        node("th", {"scope": "row"}, first),
        [node("td", {}, cell) for cell in others],
    )
