"""Owns where readers report an error in a text, and the form that writes such a report without any free text.

Made of the editorial data and the list of pages for the Markdown extension. Without a script only the address stands
there, or the honest sentence that there is none; docs/assets/report.js takes the form out of its template. Each page
of the site is a choice, so that the link at the foot of a page can name it after # and nothing else can be put in.
Nothing is sent. Runs in the build.
"""

from collections.abc import Iterable
from posixpath import dirname
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from aids.compiler.editorial import Report
from aids.compiler.glossary import plain
from aids.compiler.reviews import Review

KINDS = {
    "telefoonnummer": "Een telefoonnummer klopt niet",
    "wet-of-regel": "Een wet of regel klopt niet",
    "verouderd": "Dit is verouderd",
    "taalfout": "Een taalfout, of ik begrijp het niet",
    "link": "Een link werkt niet",
    "toegankelijkheid": "Ik kan dit niet goed lezen of bedienen",
}
"""What may be wrong with a page; a closed list, so that nothing about a case can be written."""

NOWHERE = (
    "Op deze site is nog geen adres voor meldingen ingevuld. Geef uw melding aan de organisatie die u deze site "
    "aanbood, zoals uw gemeente of werkgever."
)


def report_form(report: Report, reviews: Iterable[Review]) -> list[Element]:
    """Return where to send a report, and the form in its template."""
    return [_address(report), _template(reviews)]


def _address(report: Report) -> Element:
    line = Element("p")
    if not report.organisation:
        line.text = NOWHERE
        return line
    line.text = "Stuur uw melding naar " if report.address else "Geef uw melding aan "
    organisation = _said(line, "strong", report.organisation)
    organisation.tail = ": " if report.address else "."
    if report.address:
        web = report.address.startswith("https://")
        target = {"href": report.address, "rel": "noreferrer"} if web else {"href": f"mailto:{report.address}"}
        _said(line, "a", report.address, **target).tail = "."
    return line


def _template(reviews: Iterable[Review]) -> Element:
    template = Element("template", {"data-vw-report": ""})
    form = SubElement(template, "div", {"class": "vw-report"})
    _said(form, "h2", "Maak uw melding")
    group = SubElement(form, "fieldset")
    _said(group, "legend", "Wat klopt er niet?")
    for kind, words in KINDS.items():
        label = SubElement(group, "label", {"class": "vw-report__choice"})
        box = SubElement(label, "input", {"type": "radio", "name": "vw-report-kind", "value": kind})
        box.tail = AtomicString(f" {words}")
    label = _said(form, "label", "Op welke pagina?", **{"class": "vw-report__page"})
    choice = SubElement(label, "select", {"data-vw-report-page": ""})
    _said(choice, "option", "Kies een pagina", value="")
    for name, page in sorted(_pages(reviews), key=lambda item: plain(item[0])):
        _said(choice, "option", name, id=page, value=page)
    _said(form, "p", "Uw melding:", **{"class": "vw-caption"})
    SubElement(form, "pre", {"data-vw-report-text": ""})
    buttons = SubElement(form, "p", {"class": "vw-report__buttons"})
    for action, words in (("copy", "Kopieer de melding"), ("print", "Print dit blad")):
        names = {"class": "vw-tool", "type": "button", "data-vw-report-action": action}
        _said(buttons, "button", words, **names).tail = " "
    SubElement(form, "p", {"role": "status", "data-vw-report-status": ""})
    return template


def _pages(reviews: Iterable[Review]) -> Iterable[tuple[str, str]]:
    """Yield the name of each page, with the title of the part that it belongs to, and its path under docs/."""
    titles = {review.page: review.title for review in reviews if review.page}
    for page, title in titles.items():
        part = f"{dirname(page)}/index.md".removeprefix("/")
        above = titles.get(part) if dirname(page) and page != part else None
        yield f"{title} ({above})" if above else title, page


def _said(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    element = SubElement(parent, tag, attributes)
    element.text = AtomicString(text)
    return element
