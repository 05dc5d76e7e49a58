"""Owns the list on the page of sources: each source with what it is worth, and an anchor for each place that is cited.

Made of `docs/gegevens/bronnen.yml` for the Markdown extension, as elements, so that the engine checks its links and
anchors and its table of contents knows the titles. Runs in the build.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from aids.compiler.editorial import Editorial, Section, Source
from aids.compiler.render_sources import STATUS_WORDS
from aids.compiler.words import MONTHS, long_date
from aids.site.references import reference_anchor, reference_number, source_label

OWN_JUDGEMENT = "Vakoordeel van deze site"
KIND_WORDS = {"handboek": "Handboek", "wet": "Wet of besluit", "norm": "Beroepsnorm", "praktijk": OWN_JUDGEMENT}
CERTAINTY_WORDS = {
    "zeker": "zeker",
    "vrij-zeker": "vrij zeker",
    "waarschijnlijk": "waarschijnlijk",
    "vakoordeel": "vakoordeel",
}


def source_list(editorial: Editorial) -> list[Element]:
    """Return the elements of the list, in the order of the file."""
    return [element for source in editorial.sources.values() for element in _source(source)]


def _source(source: Source) -> Iterator[Element]:
    title = Element("h3", {"id": source.id, "data-toc-label": source_label(source.id, own=OWN_JUDGEMENT)})
    title.text = source.title
    yield title
    facts = Element("dl", {"class": "vw-facts"})
    for name, text in _facts(source):
        pair = SubElement(facts, "div")
        SubElement(pair, "dt").text = name
        SubElement(pair, "dd").text = text
    yield facts
    if source.note:
        note = Element("p")
        note.text = source.note
        yield note
    places = Element("ul", {"class": "vw-places"})
    for section in source.sections.values():
        places.append(_place(section))
    yield places


def _facts(source: Source) -> Iterator[tuple[str, str]]:
    """Yield what a reader needs to weigh a source; what is not known is left out."""
    yield "Uitgever", source.publisher
    yield "Datum", day_in_words(source.date)
    yield "Soort", KIND_WORDS[source.kind]
    yield "Status", ". ".join(STATUS_WORDS[source.status])
    rest = {
        "Zekerheid": CERTAINTY_WORDS.get(source.certainty, source.certainty),
        "Tekst": source.version,
        "BWB-nummer": source.bwb,
        "Gelezen": long_date(source.read),
    }
    yield from ((name, text) for name, text in rest.items() if text)


def _place(section: Section) -> Element:
    """Return one place within a source, with its anchor and the way to our own page on it."""
    item = Element("li", {"id": reference_anchor(section.ref)})
    strong = SubElement(item, "strong")
    name = SubElement(strong, "a", {"href": f"/{section.page}"}) if section.page else strong
    name.text = " ".join(part for part in (reference_number(section.id), section.title) if part)
    strong.tail = f". {section.says}" if section.says else None
    return item


def day_in_words(date: str) -> str:
    """Return the date of a source in words; a year or a period stays as it is.

    >>> day_in_words("2014-08")
    'augustus 2014'
    """
    year, _, month = date.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month.isdigit() else long_date(date)
