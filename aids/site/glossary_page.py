"""Owns the list on the page of terms: abbreviations, letters to jump to, and each term with its meaning and source.

Made of the glossary for the Markdown extension, as elements, so that the engine checks links and anchors. Its texts
are no Markdown. Runs in the build.
"""

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from aids.compiler.glossary import Glossary, Term, plain
from aids.site.references import SOURCES_PAGE, reference_anchor, reference_label

HEADS = ("Afkorting", "Betekenis")
PAST = "Historisch."
"""Said of a term that is of another time: act on it no more."""


def glossary_list(glossary: Glossary) -> list[Element]:
    """Return the elements of the list, in the order of the alphabet; none without terms."""
    terms = glossary.in_order()
    if not terms:
        return []
    letters = {letter: list(group) for letter, group in groupby(terms, key=lambda item: plain(item.term)[0])}
    title = _said("h2", "Afkortingen", id="afkortingen")
    return [title, _abbreviations(terms), _jumps(letters), *(part for item in letters.items() for part in _part(*item))]


def _abbreviations(terms: Iterable[Term]) -> Element:
    table = Element("table")
    head = SubElement(SubElement(table, "thead"), "tr")
    head.extend(_said("th", name) for name in HEADS)
    body = SubElement(table, "tbody")
    pairs = [(short, term) for term in terms for short in term.abbreviations]
    for short, term in sorted(pairs, key=lambda pair: pair[0].casefold()):
        row = SubElement(body, "tr")
        row.append(_said("td", short))
        SubElement(row, "td").append(_said("a", term.term, href=f"#{term.id}"))
    return table


def _jumps(letters: Iterable[str]) -> Element:
    line = Element("p")
    before = SubElement(line, "strong")
    before.text, before.tail = "Naar:", " "
    for letter in letters:
        link = _said("a", letter.upper(), href=f"#letter-{letter}")
        link.tail = " · "
        line.append(link)
    line[-1].tail = None
    return line


def _part(letter: str, terms: Iterable[Term]) -> list[Element]:
    """Return the terms of one letter under its title."""
    listed = Element("dl")
    for term in terms:
        short = f" ({', '.join(term.abbreviations)})" if term.abbreviations else ""
        listed.append(_said("dt", f"{term.term}{short}", id=term.id))
        listed.append(_meaning(term))
    return [_said("h2", letter.upper(), id=f"letter-{letter}"), listed]


def _meaning(term: Term) -> Element:
    said = Element("dd")
    if term.status == "historisch":
        past = _said("em", PAST)
        past.tail = AtomicString(f" {term.meaning} Meer: ")
        said.append(past)
    else:
        said.text = AtomicString(f"{term.meaning} Meer: ")
    more = _said("a", term.see_title, href=f"/{term.see}")
    more.tail = ". "
    said.append(more)
    source = {"href": f"{SOURCES_PAGE}#{reference_anchor(term.source)}", "class": "vw-cite"}
    said.append(_said("a", reference_label(term.source), **source))
    return said


def _said(tag: str, text: str, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = AtomicString(text)
    return element
