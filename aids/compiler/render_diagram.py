"""Owns the picture of a tree, drawn from its rules: steps with their questions, the weighing, the advice by urgency.

Used by `aids.compiler.render`. No script draws it: `aids/web/widget-diagram.js` only says where the reader is, and the
stylesheet shows that. A great tree takes several sheets of A4, cut between its parts, so that its letters stay large
enough to read on paper; on a screen the sheets stand under each other as one picture. Build only.
"""

from typing import NamedTuple

from aids.compiler.document import Document, Question, Step
from aids.compiler.render_advice import URGENCY_WORDS
from aids.compiler.render_diagram_shapes import LETTER, SMALL, Drawn, box, moved, path, text, tick
from aids.compiler.render_diagram_steps import CHIP, GAP, MARGIN, draw_step, pointer
from aids.compiler.render_diagram_text import text_width
from aids.compiler.render_diagram_weighing import draw_advice, draw_weighing
from aids.compiler.render_html import Attribute, Markup, element, joined
from aids.compiler.words import is_trivial, listed, question_number
from aids.runtime.conditions import ALWAYS

PAPER = (178, 236)
"""Millimetres of an A4 sheet within its margins, less the line above the picture."""

SMALLEST = 2.83
"""Millimetres that the smallest letter keeps on paper: 8 points."""

WIDTHS = range(644, int(SMALL * PAPER[0] / SMALLEST) + 1, 22)
NAMES = (140, 164, 230)
"""Widths to choose from: of the whole, and of the names of the steps."""

SPINE, APART = 13, 10
MARGINS = 12
"""What a sheet leaves above and below."""

TITLE = "Plattegrond van deze hulp"
NUMBERS = "Een getal achter ‘als’ is het nummer van de vraag waarvan het afhangt. De woorden staan op deze pagina."


class Section(NamedTuple):
    """A part of the picture, and what stands before it on the line that joins them."""

    drawn: Drawn
    node: str


def render_diagram(document: Document, steps: list[tuple[Step, list[Question]]]) -> Markup:
    """Return the picture of a tree with its words, closed until someone asks for it.

    Args:
        document: a tree without findings.
        steps: its questions in order, by step.
    """
    ident = f"{document.id}-plattegrond"
    region: dict[str, Attribute] = {"class": "aid-dia-frame", "tabindex": 0, "aria-label": TITLE}
    return element(
        "details",
        {"class": "aid-fold aid-dia", "data-aid-diagram": True},
        element("summary", {"class": "aid-fold-summary"}, TITLE),
        element("p", {"class": "aid-dia-how"}, f"Van boven naar beneden: {_contents(document)}. {NUMBERS}"),
        element("p", {"class": "aid-dia-path", "data-diagram-path": True, "hidden": True}),
        element("section", region, picture(document, steps, f"{ident}-woorden")),
        element(
            "details",
            {"class": "aid-dia-words"},
            element("summary", {"class": "aid-fold-summary"}, "De plattegrond in woorden"),
            element("ol", {"id": f"{ident}-woorden"}, _words(document, steps)),
        ),
    )


def picture(document: Document, steps: list[tuple[Step, list[Question]]], described: str) -> Markup:
    """Return the SVG of a tree, one for each sheet; `described` is the id of the same in words."""
    drawings = [_sheets(document, steps, width, names) for width in WIDTHS for names in NAMES]
    best = min(drawings, key=lambda sheets: (len(sheets), sheets[0].width, sum(sheet.height for sheet in sheets)))
    title = f"{TITLE}: {_summary(document)}"
    parts = [
        element(
            "svg",
            {
                "class": "aid-dia-picture",
                "viewBox": f"0 0 {sheet.width} {sheet.height}",
                "width": sheet.width,
                "height": sheet.height,
                "role": "img",
                "aria-label": title if len(best) == 1 else f"{title} Blad {number} van {len(best)}.",
                "aria-describedby": described,
            },
            sheet.markup,
        )
        for number, sheet in enumerate(best, 1)
    ]
    return element("div", {"class": "aid-dia-sheets", "data-diagram-picture": True}, parts)


def _sheets(document: Document, steps: list[tuple[Step, list[Question]]], width: int, names: int) -> list[Drawn]:
    """Return all sections under each other, on as few sheets as they need at this width."""
    inner = width - 8
    sections = [
        Section(draw_step(step, questions, document, inner, names), str(step.number or "")) for step, questions in steps
    ]
    sections += [Section(drawn, ">") for drawn in draw_weighing(document, inner)]
    sections += [Section(draw_advice(document, inner), ">")] if document.advice else []
    legend = _legend(document, inner - MARGIN)
    room = width * PAPER[1] // PAPER[0]
    sheets: list[list[Section]] = [[]]
    down = MARGINS
    for section in sections:
        taken = section.drawn.height + APART
        if sheets[-1] and down + taken + (legend.height if section is sections[-1] else 0) > room:
            sheets.append([])
            down = MARGINS
        sheets[-1].append(section)
        down += taken
    return [_sheet(part, width, legend if part is sheets[-1] else None) for part in sheets]


def _sheet(sections: list[Section], width: int, legend: Drawn | None) -> Drawn:
    """Return sections joined by a line at their left, which goes on where a sheet follows; the last has the legend."""
    inner = width - 8
    parts: list[Markup] = []
    down = MARGINS - 4
    for section in sections:
        end = down + section.drawn.height + APART
        goes_on = legend is None or section is not sections[-1]
        if goes_on:
            parts.append(path(f"M{SPINE} {down + CHIP // 2}V{end + CHIP // 2}", "aid-dia-spine"))
        parts += [_node(section.node, down + CHIP // 2 - 1), moved(section.drawn.markup, 0, down)]
        if goes_on:
            parts.append(path(f"M0 {end - APART // 2}H{inner}", "aid-dia-rule"))
        down = end
    if legend is None:
        return Drawn(joined(parts, between="\n"), width, down)
    parts.append(moved(legend.markup, MARGIN, down))
    return Drawn(joined(parts, between="\n"), width, down + legend.height + 4)


def _node(node: str, down: int) -> Markup:
    """Return the mark of a section on the line: a step's number, a dot, or an arrow into weighing and advice."""
    if node == ">":
        return path(f"M{SPINE - 9} {down - 5}h18l-9 12z", "aid-dia-arrow")
    if not node:
        return element("circle", {"class": "aid-dia-node", "cx": SPINE, "cy": down, "r": 6})
    across = SPINE - text_width(node, LETTER, bold=True) // 2
    circle = element("circle", {"class": "aid-dia-node", "cx": SPINE, "cy": down, "r": 12})
    return joined(circle, text((across, down + 5), "aid-dia-number", node))


def _legend(document: Document, room: int) -> Drawn:
    """Return what the signs mean; those of the reader's own path show only while the aid runs."""
    parts: list[Markup] = []
    across = down = 0
    signs = [("een vraag", joined(box((0, 2), (30, 16), "aid-dia-box", rounded=8)), "")]
    if any(question.purpose == "duty" for question in document.questions):
        square = joined(box((0, 2), (30, 16), "aid-dia-box"), box((6, 5), (10, 10), "aid-dia-tickbox"))
        signs.append(("een plicht", square, ""))
    signs += [
        ("beantwoord", joined(box((0, 2), (30, 16), "aid-dia-box", rounded=8), tick(27, 4)), "answered"),
        ("u bent hier", joined(box((0, 2), (30, 16), "aid-dia-box", rounded=8)), "current"),
        ("niet meer nodig", joined(box((0, 2), (30, 16), "aid-dia-box", rounded=8)), "skipped"),
    ]
    if document.advice:
        dot = element("circle", {"class": "aid-dia-dot", "cx": 24, "cy": 10, "r": 5, "data-diagram-state": "certain"})
        signs.append(("dit advies geldt", dot, "path"))
    for words, sign, state in signs:
        css = "aid-dia-sign aid-dia-sign-path" if state else "aid-dia-sign"
        shape = joined(sign, text((36, 14), "aid-dia-small", words))
        width = 36 + text_width(words, SMALL)
        if across + width > room:
            across, down = 0, down + 24
        place = f"translate({across} {down})"
        told = state if state not in {"", "path"} else None
        parts.append(element("g", {"class": css, "data-diagram-state": told, "transform": place}, shape))
        across += width + 2 * GAP
    return Drawn(joined(parts), room, down + 22)


def _contents(document: Document) -> str:
    """Return what stands under each other."""
    weighing = ["de weging"] if document.decisions else []
    advice = ["het advies"] if document.advice else []
    return listed(["de vragen en plichten", *weighing, *advice], "en")


def _summary(document: Document) -> str:
    """Return what the picture holds, in one sentence."""
    parts = [f"{len(document.questions)} vragen en plichten in {len(document.steps)} stappen"]
    parts += [f"‘{decision.title}’ met {len(decision.rows)} rijen" for decision in document.decisions]
    if document.advice:
        parts.append(f"{len(document.advice)} adviezen naar hoe dringend ze zijn")
    return f"{listed(parts, 'en')}."


def _words(document: Document, steps: list[tuple[Step, list[Question]]]) -> list[Markup]:
    """Return the picture as a list, for who does not see it."""
    items = [_step_words(step, questions, document) for step, questions in steps]
    for decision in document.decisions:
        told = "" if is_trivial(decision.when) else f", alleen {pointer(decision.when, document)}"
        names = listed([row.row for row in decision.rows], "en")
        rows = f"rijen {names}, en ‘Anders’ als geen rij klopt"
        count = "1 regel die voorgaat" if len(decision.floors) == 1 else f"{len(decision.floors)} regels die voorgaan"
        floors = f". Daarna {count}" if decision.floors else ""
        items.append(element("li", {}, f"{decision.title}{told}: {rows}{floors}."))
    counts = [
        f"{word} {sum(advice.urgency == urgency for advice in document.advice)}"
        for urgency, word in URGENCY_WORDS.items()
    ]
    if document.advice:
        items.append(element("li", {}, f"Advies: {', '.join(counts)}."))
    return items


def _step_words(step: Step, questions: list[Question], document: Document) -> Markup:
    names = []
    for question in questions:
        told = "" if question.when == ALWAYS else f" ({pointer(question.when, document)})"
        names.append(f"{question_number(document, question.id)} {question.short}{told}")
    title = step.title if step.title.endswith("?") else f"{step.title}:"
    return element("li", {}, f"{title} {'; '.join(names)}.")
