"""Owns the table on the page with the calendar: what must be looked at again, by when, and who read along.

Made of `aids.compiler.reviews` for the Markdown extension, as elements, so that the engine checks its links.
Runs in the build.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from aids.compiler.pages import ROLES
from aids.compiler.reviews import Review
from aids.compiler.words import long_date

HEADS = ("Opnieuw bekijken uiterlijk op", "Wat", "Laatst beoordeeld op", "Tweede lezer")
NOBODY = "nog geen"
OF_ITS_PAGE = "zie haar pagina"


def calendar_table(reviews: Iterable[Review]) -> Element:
    """Return the table, a row for each page and tree."""
    table = Element("table")
    head = SubElement(SubElement(table, "thead"), "tr")
    for name in HEADS:
        SubElement(head, "th").text = name
    body = SubElement(table, "tbody")
    for review in reviews:
        row = SubElement(body, "tr")
        SubElement(SubElement(row, "td"), "time", {"datetime": review.review_by}).text = long_date(review.review_by)
        _name(SubElement(row, "td"), review)
        SubElement(SubElement(row, "td"), "time", {"datetime": review.reviewed}).text = long_date(review.reviewed)
        SubElement(row, "td").text = _reader(review)
    return table


def _name(cell: Element, review: Review) -> None:
    if review.page:
        link = SubElement(cell, "a", {"href": f"/{review.page}"})
        link.text = review.title
    else:
        cell.text = f"{review.title} (regels van de hulp) "
        SubElement(cell, "code").text = review.name


def _reader(review: Review) -> str:
    if not review.page:
        return OF_ITS_PAGE
    return ROLES.get(review.second_reader, NOBODY)
