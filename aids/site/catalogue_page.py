"""Owns the list on the page of diagnostics: each code with its sentences and samples, and an anchor.

Made of the catalogue for the Markdown extension, as elements, so that the engine knows the titles and checks links to
the anchors. Its texts are no Markdown: what looks like a mark of ours in a sample is shown. Runs in the build.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from aids.compiler.catalogue_entry import Entry
from aids.compiler.explanation import FAMILIES, SEVERITIES, explanation, families, marked_parts, sample_place


def catalogue_list() -> list[Element]:
    """Return the elements of the list, in order of code."""
    return [element for family, entries in families().items() for element in _family(family, entries)]


def _family(family: str, entries: list[Entry]) -> Iterator[Element]:
    yield _said("h2", f"{FAMILIES[family]} ({family}..)", id=family.lower())
    for entry in entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[Element]:
    yield _said("h3", f"{entry.code} {entry.title}", id=entry.code.lower())
    said = explanation(entry)
    yield _said("p", f"{SEVERITIES[entry.severity].capitalize()}: {said.message}")
    facts = Element("dl", {"class": "vw-facts"})
    for name, text in (("Waarom", said.why), ("Herstel", said.remedy)):
        SubElement(facts, "div").extend([_said("dt", name), _said("dd", text)])
    yield facts
    if entry.form != "place":
        yield _said("p", f"Zo gaat het mis ({sample_place(entry)}):", **{"class": "vw-caption"})
        yield _wrong(entry)
        yield _said("p", "Zo is het goed:", **{"class": "vw-caption"})
        yield _said("pre", entry.good, **{"class": "vw-sample"})


def _wrong(entry: Entry) -> Element:
    """Return the bad sample with its fault marked."""
    before, inside, after = marked_parts(entry.bad)
    sample = _said("pre", before, **{"class": "vw-sample"})
    mark = _said("mark", inside)
    mark.tail = AtomicString(after)
    sample.append(mark)
    return sample


def _said(tag: str, text: str, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = AtomicString(text)
    return element
