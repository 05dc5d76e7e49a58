"""Owns the HTML of a condition in words: one line where that is clear, nested lists where brackets would be needed.

Used by the other render modules. Build only.
"""

from aids.compiler.document import Document
from aids.compiler.render_html import Markup, element
from aids.compiler.words import Outline, in_words, one_line, outline
from aids.runtime.conditions import Condition

LEADS = {"all": "dit allemaal klopt:", "any": "minstens één hiervan klopt:"}
LONGEST_LINE = 2
"""Parts that still stand on one line; more become a list."""


def condition_line(lead: str, condition: Condition, document: Document, css: str) -> Markup:
    """Return "Alleen als …" or "Geldt als …" as one element of class `css`."""
    return outlined(lead, outline(condition, document), css)


def condition_cell(condition: Condition, document: Document) -> Markup:
    """Return a condition as the content of a table cell."""
    shape = outline(condition, document)
    if _fits(shape):
        return element("p", {"class": "aid-condition"}, in_words(condition, document))
    return element("div", {"class": "aid-condition"}, element("p", {}, LEADS[shape.joiner].capitalize()), _list(shape))


def outlined(lead: str, shape: Outline, css: str) -> Markup:
    """Return an outline with the words before it as one element of class `css`."""
    start = element("strong", {}, lead)
    if _fits(shape):
        return element("p", {"class": css}, start, " ", one_line(shape))
    return element("div", {"class": css}, element("p", {}, start, " ", LEADS[shape.joiner]), _list(shape))


def _fits(shape: Outline) -> bool:
    return shape.is_plain() and len(shape.parts) <= LONGEST_LINE


def _list(shape: Outline) -> Markup:
    items = [
        element("li", {}, part.text) if not part.parts else element("li", {}, LEADS[part.joiner], _list(part))
        for part in shape.parts
    ]
    return element("ul", {"class": "aid-conditions"}, items)
