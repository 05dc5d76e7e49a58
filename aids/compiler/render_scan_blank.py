"""Owns the blank sheet of a scan: every line with boxes to tick, and room for reason and action, for A4 and a pen.

Used by the Markdown extension of `aids.site`. Carries no hooks: no script runs on it. Build only.
"""

from aids.compiler.editorial import Editorial
from aids.compiler.kept import for_these
from aids.compiler.render import help_line, status_line
from aids.compiler.render_html import Markup, element
from aids.compiler.render_scan import JUDGEMENT
from aids.compiler.render_scan_line import answers_of
from aids.compiler.render_scan_parts import scale_list
from aids.compiler.render_sources import Sources
from aids.compiler.scan.document import Chapter, Line, ScanDocument

HOW = (
    "Kruis bij elke vraag één vakje aan. ‘Niet van toepassing’ telt alleen met een reden. Schrijf bij een laag "
    "antwoord een actie op. Zet op dit blad geen namen van gezinnen of van wie hulp krijgt."
)
ROOM = ("Reden of bewijs", "Actie, wie, wanneer")


@for_these
def render_scan_blank(document: ScanDocument, editorial: Editorial, root: str = "../../") -> str:
    """Return the blank sheet as an HTML fragment; the arguments are those of `render_scan`."""
    sources = Sources(editorial, root)
    roles = [_tick(role.label) for role in document.roles]
    return element(
        "div",
        {"class": "aid-blank scan-form"},
        help_line(sources),
        element("p", {"class": "aid-judgement"}, JUDGEMENT),
        element("p", {"class": "aid-blank-how"}, HOW),
        element("p", {"class": "aid-blank-head"}, _write_in("Datum"), _write_in("Gemeente of organisatie")),
        element("p", {"class": "aid-blank-ticks"}, "Ik kijk als: ", roles),
        scale_list(document),
        [_chapter(chapter, document) for chapter in document.chapters],
        element("div", {"class": "aid-blank-foot"}, status_line(document)),
    )


def _chapter(chapter: Chapter, document: ScanDocument) -> Markup:
    """Return the lines of a chapter as a table: a column for each answer, named again on each page."""
    heads = [
        element("th", {"scope": "col", "class": "scan-form-box"}, choice.label) for _, choice in answers_of(document)
    ]
    head = element("tr", {}, element("th", {"scope": "col"}, chapter.title), heads)
    criteria = document.criteria_of(chapter.id)
    rows = [row for item in criteria for line in document.lines_of(item.id) for row in _rows(line, document)]
    return element(
        "section",
        {"class": "aid-blank-step"},
        element("h2", {"class": "aid-blank-title"}, chapter.title),
        element(
            "table",
            {"class": "aid-blank-table scan-form-table"},
            element("thead", {}, head),
            element("tbody", {}, rows),
        ),
    )


def _rows(line: Line, document: ScanDocument) -> list[Markup]:
    answers = answers_of(document)
    ask = element("th", {"scope": "row"}, element("strong", {}, line.number), " ", line.ask)
    boxes = [
        element(
            "td",
            {"class": "scan-form-box"},
            element("span", {"class": "aid-tick"}),
            element("span", {"class": "scan-form-label"}, choice.label),
        )
        for _, choice in answers
    ]
    room = element("td", {"colspan": len(answers) + 1, "class": "scan-form-room"}, [_write_in(text) for text in ROOM])
    return [element("tr", {"class": "scan-form-ask"}, ask, boxes), element("tr", {}, room)]


def _tick(label: str) -> Markup:
    return element("span", {"class": "aid-tick-item"}, element("span", {"class": "aid-tick"}), label, " ")


def _write_in(label: str) -> Markup:
    return element("span", {"class": "aid-tick-item"}, f"{label} ", element("span", {"class": "aid-write"}))
