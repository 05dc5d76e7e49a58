"""Owns where readers report an error in a text, and the form that writes such a report without any free text.

Made of the editorial data and the list of pages for the Markdown extension. Without a script only the address stands
there, or the honest sentence that there is none; docs/assets/report.js takes the form out of its template. Each page
of the site is a choice, so that the link at the foot of a page can name it after # and nothing else can be put in.
Nothing is sent. Runs in the build.
"""

from collections.abc import Iterable
from posixpath import dirname
from xml.etree.ElementTree import Element, SubElement

from aids.compiler.editorial import Report
from aids.compiler.glossary import plain
from aids.compiler.render_html import Markup, element
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

PRINT = "Print dit blad"
NOWHERE = (
    "Op deze site is nog geen adres voor meldingen ingevuld. Geef uw melding aan de organisatie die u deze site "
    "aanbood, zoals uw gemeente of werkgever."
)


def report_form(report: Report, reviews: Iterable[Review]) -> list[Element | Markup]:
    """Return where to send a report, and the form in its template."""
    return [_address(report), element("div", {}, element("template", {"data-vw-report": True}, _form(reviews)))]


def _address(report: Report) -> Element:
    line = Element("p")
    if not report.organisation:
        line.text = NOWHERE
        return line
    line.text = "Stuur uw melding naar " if report.address else "Geef uw melding aan "
    organisation = SubElement(line, "strong")
    organisation.text, organisation.tail = report.organisation, ": " if report.address else "."
    if report.address:
        web = report.address.startswith("https://")
        target = {"href": report.address, "rel": "noreferrer"} if web else {"href": f"mailto:{report.address}"}
        link = SubElement(line, "a", target)
        link.text, link.tail = report.address, "."
    return line


def _form(reviews: Iterable[Review]) -> Markup:
    pages = sorted(_pages(reviews), key=lambda item: plain(item[0]))
    return element(
        "div",
        {"class": "vw-report"},
        element("h2", {}, "Maak uw melding"),
        element("fieldset", {}, element("legend", {}, "Wat klopt er niet?"), map(_kind, KINDS)),
        element(
            "label",
            {"class": "vw-report__page"},
            "Op welke pagina?",
            element(
                "select",
                {"data-vw-report-page": True},
                element("option", {"value": ""}, "Kies een pagina"),
                (element("option", {"id": page, "value": page}, name) for name, page in pages),
            ),
        ),
        element("p", {"class": "vw-caption"}, "Uw melding:"),
        element("pre", {"data-vw-report-text": True}),
        element("p", {"class": "vw-report__buttons"}, _button("copy", "Kopieer de melding"), _button("print", PRINT)),
        element("p", {"role": "status", "data-vw-report-status": True}),
    )


def _kind(kind: str) -> Markup:
    box = element("input", {"type": "radio", "name": "vw-report-kind", "value": kind})
    return element("label", {"class": "vw-report__choice"}, box, f" {KINDS[kind]}")


def _button(action: str, words: str) -> Markup:
    return element("button", {"class": "vw-tool", "type": "button", "data-vw-report-action": action}, words)


def _pages(reviews: Iterable[Review]) -> Iterable[tuple[str, str]]:
    """Yield the name of each page, with the title of the part that it belongs to, and its path under docs/."""
    titles = {review.page: review.title for review in reviews if review.page}
    for page, title in titles.items():
        part = f"{dirname(page)}/index.md".removeprefix("/")
        above = titles.get(part) if dirname(page) and page != part else None
        yield f"{title} ({above})" if above else title, page
