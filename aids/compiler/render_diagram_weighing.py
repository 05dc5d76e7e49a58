"""Owns the lower half of the picture of a tree: each decision as rows with their outcomes, and the advice by urgency.

Used by `aids.compiler.render_diagram`. Equal outcomes under each other are one box, so that the shape of a table shows.
Build only.
"""

from itertools import groupby

from aids.compiler.document import URGENCIES, Decision, Document, Outcome, Row, Urgency
from aids.compiler.render_advice import URGENCY_WORDS
from aids.compiler.render_decision import floor_letter, value_label
from aids.compiler.render_diagram_shapes import LEADING, LETTER, SMALL, Drawn, box, lines, moved, path, text
from aids.compiler.render_diagram_steps import BETWEEN, CHIP, GAP, MARGIN, fitting, pointer
from aids.compiler.render_diagram_text import text_width, wrapped
from aids.compiler.render_html import Markup, element, joined
from aids.compiler.words import in_words, is_trivial
from aids.runtime.conditions import atoms

ROW, NAME = 19, 54
DOT, DOTS_APART = 5, 14
HEAD = 22
FROM_THE_TOP = "de eerste rij die klopt, beslist"
FLOORS = "Daarna gaan deze regels voor op de rij:"


def draw_weighing(document: Document, width: int) -> list[Drawn]:
    """Return the decisions in order; small ones, with one outcome each, stand in two columns where there are more."""
    found: list[Drawn] = []
    for small, group in groupby(document.decisions, key=lambda item: len(item.gives) == 1 and not item.floors):
        decisions = list(group)
        if small and len(decisions) > 1:
            found.append(_columns(decisions, document, width))
        else:
            drawn = [draw_decision(decision, document, width - MARGIN) for decision in decisions]
            found += [Drawn(moved(item.markup, MARGIN, 0), width, item.height) for item in drawn]
    return found


def _columns(decisions: list[Decision], document: Document, width: int) -> Drawn:
    """Return decisions in two columns, each under the shorter one."""
    each = (width - MARGIN - 2 * GAP) // 2
    starts = [MARGIN, MARGIN + each + 2 * GAP]
    heights = [0, 0]
    parts = []
    for decision in decisions:
        place = heights.index(min(heights))
        drawn = draw_decision(decision, document, each)
        parts.append(moved(drawn.markup, starts[place], heights[place]))
        heights[place] += drawn.height + GAP
    return Drawn(joined(parts), width, max(heights) - GAP)


def draw_decision(decision: Decision, document: Document, room: int) -> Drawn:
    """Return a decision, `room` wide: its title, its rows with their outcomes, and its floors."""
    told = [] if is_trivial(decision.when) else [f"alleen {pointer(decision.when, document)}"]
    note = "; ".join([*told, *([FROM_THE_TOP] if decision is document.decisions[0] else [])])
    parts = [text((0, 15), "aid-dia-name", decision.title)]
    beside = text_width(decision.title, LETTER, bold=True) + 12
    on_line = beside + text_width(note, SMALL) <= room
    parts.append(text((beside if on_line else 0, 15 if on_line else 15 + LEADING), "aid-dia-if", note))
    down = HEAD if on_line else HEAD + LEADING
    table = _table(decision, document, room)
    parts.append(moved(table.markup, 0, down))
    down += table.height
    if decision.floors:
        floors = _floors(decision, document, room)
        parts.append(moved(floors.markup, 0, down + 8))
        down += floors.height + 8
    group = element("g", {"data-diagram-decision": decision.id}, parts)
    return Drawn(group, room, down)


def draw_advice(document: Document, width: int) -> Drawn:
    """Return a box for each urgency, with a dot for each of its advice; `width` counts the margin."""
    groups = [
        (urgency, [advice.id for advice in document.advice if advice.urgency == urgency]) for urgency in URGENCIES
    ]
    groups = [(urgency, idents) for urgency, idents in groups if idents]
    each = (width - MARGIN - GAP * (len(groups) - 1)) // len(groups)
    a_row = (each - 20) // DOTS_APART
    height = 30 + DOTS_APART * max(-(-len(idents) // a_row) for _, idents in groups)
    boxes = [
        moved(_urgency(urgency, idents, (each, height), a_row), MARGIN + place * (each + GAP), HEAD)
        for place, (urgency, idents) in enumerate(groups)
    ]
    title = text((MARGIN, 15), "aid-dia-name", "Advies, het dringendste eerst")
    return Drawn(joined(title, boxes), width, HEAD + height)


def _urgency(urgency: Urgency, idents: list[str], size: tuple[int, int], a_row: int) -> Markup:
    count = "1 advies" if len(idents) == 1 else f"{len(idents)} adviezen"
    if text_width(f"{URGENCY_WORDS[urgency]}: {count}", LETTER, bold=True) > size[0] - 20:
        count = str(len(idents))
    word = element("tspan", {"class": "aid-dia-number"}, URGENCY_WORDS[urgency])
    dots = [
        element(
            "circle",
            {
                "class": "aid-dia-dot",
                "cx": 14 + DOTS_APART * (number % a_row),
                "cy": 32 + DOTS_APART * (number // a_row),
                "r": DOT,
                "data-diagram-advice": ident,
            },
        )
        for number, ident in enumerate(idents)
    ]
    parts = [box((0, 0), size, f"aid-dia-urgency aid-dia-urgency-{urgency}"), text((10, 17), "", word, f": {count}")]
    return joined(parts, dots)


def _table(decision: Decision, document: Document, room: int) -> Drawn:
    """Return the rows with the outcomes beside them; a row is as high as the words of its outcomes ask."""
    rows = [*decision.rows, decision.otherwise]
    each = (room - NAME) * 3 // (5 * len(decision.gives))
    first = room - each * len(decision.gives)
    words = [_words(row, decision, document, first - NAME - 8) for row in rows]
    heights = [max(ROW, LEADING * len(texts) + 3) for texts in words]
    for outcome in decision.gives:
        for start, count, label in _runs(rows, outcome):
            needed = LEADING * len(wrapped(label, each - 12, SMALL)) + 4
            heights[start + count - 1] += max(0, needed - sum(heights[start : start + count]))
    starts = [HEAD + sum(heights[:place]) for place in range(len(rows) + 1)]
    parts = []
    for place, outcome in enumerate(decision.gives):
        across = first + place * each
        head = wrapped(outcome.label, each - 12, SMALL)[0]
        parts.append(text((across + 6, 15), "aid-dia-if", head))
        for start, count, label in _runs(rows, outcome):
            parts.append(_cell(label, (across, starts[start]), (each, starts[start + count] - starts[start])))
    parts += [
        moved(_row(row, row is decision.otherwise, words[place], (first, heights[place])), 0, starts[place])
        for place, row in enumerate(rows)
    ]
    return Drawn(joined(parts), room, starts[-1])


def _runs(rows: list[Row], outcome: Outcome) -> list[tuple[int, int, str]]:
    """Return each stretch of rows with the same value: first row, how many, and the value in words."""
    found = []
    start = 0
    for value, group in groupby(rows, key=lambda row: dict(row.outcomes)[outcome.name]):
        count = len(list(group))
        found.append((start, count, value_label(outcome, value)))
        start += count
    return found


def _cell(label: str, place: tuple[int, int], size: tuple[int, int]) -> Markup:
    texts = wrapped(label, size[0] - 12, SMALL)
    middle = place[1] + (size[1] - LEADING * len(texts)) // 2 + SMALL
    return joined(box(place, size, "aid-dia-cell"), lines(texts, (place[0] + 6, middle), "aid-dia-value"))


def _words(row: Row, decision: Decision, document: Document, room: int) -> list[str]:
    """Return what a row asks, in lines that fit also in the bold of the row that stands."""
    words = "geen rij klopt" if row is decision.otherwise else _condition(row, document, room)
    return wrapped(words, room, SMALL, bold=True)


def _row(row: Row, last: bool, words: list[str], size: tuple[int, int]) -> Markup:  # noqa: FBT001  one of two forms
    middle = size[1] // 2
    parts = [
        box((0, 0), size, "aid-dia-cell"),
        text((6, middle + 4), "aid-dia-number", "Anders" if last else row.row),
        lines(words, (NAME, middle + 4 - LEADING * (len(words) - 1) // 2), ""),
        path(f"M-9 {middle - 5}l8 5-8 5z", "aid-dia-here"),
    ]
    return element("g", {"class": "aid-dia-row", "data-diagram-row": "otherwise" if last else row.row}, parts)


def _condition(row: Row, document: Document, room: int) -> str:
    """Return the question and answers of a row with one condition, else the numbers of its questions."""
    if len(list(atoms(row.when))) == 1:
        whole = in_words(row.when, document).partition(" ")[2]
        if text_width(whole, SMALL) <= room:
            return whole
    return fitting(pointer(row.when, document), room)


def _floors(decision: Decision, document: Document, room: int) -> Drawn:
    """Return the floors as a line of marks, each with the numbers of its questions."""
    parts = [text((0, 15), "aid-dia-if", FLOORS)]
    across, down = text_width(FLOORS, SMALL) + GAP, 0
    for floor in decision.floors:
        letter = floor_letter(floor, decision)
        words = fitting(pointer(floor.when, document).partition(":")[0], room // 2)
        width = text_width(letter, SMALL, bold=True) + text_width(f" {words}", SMALL) + 14
        if across + width > room:
            across, down = 0, down + CHIP - 2 + BETWEEN
        name = element("tspan", {"class": "aid-dia-number"}, letter)
        shape = joined(box((0, 0), (width, CHIP - 4), "aid-dia-box"), text((7, 14), "aid-dia-small", name, f" {words}"))
        place = f"translate({across} {down})"
        ident = {"class": "aid-dia-floor", "data-diagram-floor": floor.id, "transform": place}
        parts.append(element("g", ident, shape))
        across += width + BETWEEN
    return Drawn(joined(parts), room, down + CHIP - 4)
