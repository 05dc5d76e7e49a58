"""Owns the writing of HTML: every text and attribute is escaped unless it is `Markup` that this module made.

Used by all render modules. Knows nothing of trees. Build only.
"""

from collections.abc import Iterable, Mapping
from html import escape

VOID = frozenset({"br", "hr", "input", "meta", "link", "img"})
INLINE = frozenset({"a", "button", "input", "label", "legend", "p", "span", "strong", "summary", "textarea"})
INLINE |= {"h2", "h3", "h4", "li", "td", "th", "caption", "kbd", "option"}
INLINE |= {"text", "tspan", "g", "rect", "circle", "path"}
"""Elements written on one line: white space inside them would show."""

type Attribute = str | int | bool | None
type Child = str | Iterable[str] | None


class Markup(str):
    """HTML that is safe to put in a page as it stands."""

    __slots__ = ()


def element(name: str, attributes: Mapping[str, Attribute] | None = None, *children: Child) -> Markup:
    """Return one element, plain children escaped. A `True` attribute stands alone, `None` and `False` are left out."""
    pairs = "".join(_attribute(key, value) for key, value in (attributes or {}).items())
    if name in VOID:
        return Markup(f"<{name}{pairs}>")
    inner = joined(*children, between="" if name in INLINE else "\n")
    around = "" if name in INLINE or not inner else "\n"
    return Markup(f"<{name}{pairs}>{around}{inner}{around}</{name}>")


def joined(*children: Child, between: str = "") -> Markup:
    """Return the children one after another, escaped where they are plain text; empty ones are left out."""
    pieces: list[str] = []
    for child in children:
        if child is None:
            continue
        for piece in [child] if isinstance(child, str) else child:
            text = piece if isinstance(piece, Markup) else escape(piece, quote=False)
            if text:
                pieces.append(text)
    return Markup(between.join(pieces))


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    return f" {key}" if value is True else f' {key}="{escape(str(value))}"'
