"""Owns markup as data: what Python shows, in a form that a page builds node by node and a file holds as HTML text.

Made by what presents a scan or a saved file; `aids/web/scan-nodes.js` builds the same tree from parts, `html`
writes it for files. So one function makes what is seen in the page, in the build and on paper, and no text can become
markup on its way. Runs in browser and build.
"""

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

type Child = "Node | str"
type Part = Child | list[Child] | None

VOID = frozenset({"br", "hr", "img", "meta", "link", "col", "input", "wbr"})
"""Elements without content."""


class Node(NamedTuple):
    """An element: tag, attributes by name, and what is in it."""

    tag: str
    attributes: dict[str, str]
    children: tuple[Child, ...]


def node(tag: str, attributes: Mapping[str, object] | None = None, *parts: Part) -> Node:
    """Return an element.

    Args:
        tag: its name.
        attributes: by name; None and False leave one out, True gives it an empty value.
        parts: text, elements, lists of these, or None for nothing.
    """
    kept = {name: "" if value is True else str(value) for name, value in (attributes or {}).items() if _is_set(value)}
    children: list[Child] = []
    for part in parts:
        if isinstance(part, list):
            children.extend(part)
        elif part is not None:
            children.append(part)
    return Node(tag, kept, tuple(children))


def data(child: Child) -> object:
    """Return the node as JSON data: a text, or [tag, attributes, children]."""
    if isinstance(child, str):
        return child
    return [child.tag, child.attributes, [data(inner) for inner in child.children]]


def html(child: Child) -> str:
    """Return the node as HTML text."""
    if isinstance(child, str):
        return escape(child, quote=False)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in child.attributes.items())
    if child.tag in VOID:
        return f"<{child.tag}{attributes}>"
    inner = "".join(html(part) for part in child.children)
    return f"<{child.tag}{attributes}>{inner}</{child.tag}>"


def words(child: Child) -> str:
    """Return the text in the node, without markup."""
    return child if isinstance(child, str) else "".join(words(inner) for inner in child.children)


def _is_set(value: object) -> bool:
    return value is not None and value is not False
