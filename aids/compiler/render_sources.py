"""Owns how sources and telephone numbers appear in an aid: links to our own pages, `tel:` links, status labels.

Fed with the editorial data and the path from the page to the root of the site. Used by the other render modules.
Build only; resolves nothing itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aids.compiler.document import SourceRef, Status
from aids.compiler.editorial import Contact, Editorial
from aids.compiler.render_html import Markup, element, joined

STATUS_WORDS: Final[dict[Status, tuple[str, str]]] = {
    "geldend": ("Geldend", "Dit geldt vandaag."),
    "landelijk-kader": ("Landelijk kader", "Dit is nu het landelijke kader. Kijk ook in uw eigen meldcode."),
    "lokaal": ("Lokaal", "Dit geldt alleen in een deel van het land. Vraag na wat bij u geldt."),
    "denkkader": ("Denkkader", "Dit helpt u denken. Wat u moet doen, staat in de meldcode van uw organisatie."),
    "historisch": ("Historisch", "Dit geldt niet meer. Handel er niet naar."),
}
"""A status in a word, and the answer to "may I act on this today?"."""

BASIS_WORDS: Final = {"wet": "wet", "norm": "beroepsnorm", "praktijk": "vakoordeel"}
"""On what a row or a floor rests, in words."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the render modules need of the editorial data, and `root`: the way from the page to the top of the site."""

    editorial: Editorial
    root: str

    def line(self, refs: Sequence[SourceRef]) -> Markup | None:
        """Return the sources of one element as a paragraph, or None where it has none."""
        if not refs:
            return None
        word = "Bron: " if len(refs) == 1 else "Bronnen: "
        links = [self.link(ref) for ref in refs]
        between: list[str] = []
        for link in links:
            between += ["; ", link] if between else [link]
        return element("p", {"class": "aid-sources"}, word, between, ".")

    def link(self, ref: SourceRef) -> Markup:
        """Return one source by name, as a link where this site treats it.

        A link opens beside the aid: leaving the page would cost the reader the answers.
        """
        section = self.editorial.resolve(ref.text)
        if section is None:
            return element("span", {}, ref.text)
        place = f"{section.source_title}: {section.title}"
        note = " (historisch)" if section.status == "historisch" else ""
        if not section.page:
            return element("span", {}, place, note)
        address = self.root + page_address(section.page)
        beside = {"href": address, "class": "aid-link", "target": "_blank", "rel": "noopener"}
        return element("span", {}, element("a", beside, place), note)

    def contact(self, ident: str) -> Contact:
        """Return a contact by id; a KeyError means that the editorial data lacks it."""
        return self.editorial.contacts[ident]

    def with_numbers(self, text: str) -> Markup:
        """Return a text in which every telephone number of the contacts is a `tel:` link."""
        numbers = {contact.number: contact for contact in self.editorial.contacts.values()}
        if not numbers:
            return joined(text)
        longest_first = sorted(numbers, key=len, reverse=True)
        pattern = rf"(?<![\w-])({'|'.join(re.escape(number) for number in longest_first)})(?![\w-])"
        pieces = re.split(pattern, text)
        return joined([telephone(numbers[piece]) if piece in numbers else piece for piece in pieces])


def telephone(contact: Contact) -> Markup:
    """Return a number as a `tel:` link; the style keeps it on one line."""
    return element("a", {"class": "aid-tel", "href": f"tel:{contact.tel}"}, contact.number)


def page_address(page: str) -> str:
    """Return where a Markdown page is published: `a/b.md#c` becomes `a/b/#c`, and an index page its folder."""
    path, mark, anchor = page.partition("#")
    address = path.removesuffix(".md")
    address = address.removesuffix("index") if address == "index" or address.endswith("/index") else f"{address}/"
    return f"{address}{mark}{anchor}"
