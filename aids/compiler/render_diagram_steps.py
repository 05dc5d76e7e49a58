"""Owns the upper half of the picture of a tree: each step as a band, with its questions in order along a line.

Used by `aids.compiler.render_diagram`. A condition is a mark with the number of the question that it depends on; the
words are in the page. Build only.
"""

from dataclasses import dataclass

from aids.compiler.document import Document, Question, Step
from aids.compiler.render_diagram_shapes import LEADING, LETTER, SMALL, Drawn, box, lines, moved, path, text, tick
from aids.compiler.render_diagram_text import text_width, wrapped
from aids.compiler.render_html import Markup, element, joined
from aids.compiler.words import in_words, is_trivial, listed, question_number
from aids.runtime.conditions import ALWAYS, Condition, atoms, is_outcome, outcome_of, questions_of

MARGIN = 34
"""Where the names of the steps begin, right of the line that joins them."""

CHIP, GAP, BETWEEN = 24, 10, 6
"""Height of a question, and the room beside and under it."""

LONGEST_IF = 150
"""A condition wider than this is told by the numbers of its questions alone."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A question: what stands in it, and how wide it is."""

    question: Question
    number: int
    condition: str

    @property
    def start(self) -> int:
        """Return where the words begin: after the box of a duty."""
        return 26 if self.question.purpose == "duty" else 10

    @property
    def label(self) -> int:
        """Return where the words end."""
        name = text_width(f" {self.question.short}", LETTER)
        return self.start + text_width(str(self.number), LETTER, bold=True) + name + 8

    @property
    def width(self) -> int:
        """Return the width of the whole."""
        return self.label + (text_width(self.condition, SMALL) + 16 if self.condition else 0)


def draw_step(step: Step, questions: list[Question], document: Document, width: int, room: int) -> Drawn:
    """Return one step, `width` wide with the margin for the line at its left; its name has `room`."""
    shared = _shared(questions)
    names = wrapped(step.title, room, LETTER, bold=True)
    only = [] if is_trivial(shared) else wrapped(fitting(f"alleen {pointer(shared, document)}", room), room, SMALL)
    chips = [
        Chip(
            question, question_number(document, question.id), "" if question.when == shared else _if(question, document)
        )
        for question in questions
    ]
    row = draw_chips(chips, width - MARGIN - room - GAP)
    beside = text_width(names[-1], LETTER, bold=True) + 8
    is_beside = len(only) == 1 and beside + text_width(only[0], SMALL) <= room
    height = max(LEADING * (len(names) + len(only) - is_beside) + 6, row.height)
    head = lines(names, (MARGIN, LETTER + 4), "aid-dia-name")
    place = (MARGIN + beside * is_beside, LETTER + 4 + LEADING * (len(names) - is_beside))
    under = lines(only, place, "aid-dia-if")
    return Drawn(joined(head, under, moved(row.markup, MARGIN + room + GAP, 0)), width, height)


def _shared(questions: list[Question]) -> Condition:
    """Return the condition that most questions of a step have, if none of the others applies always."""
    conditions = [question.when for question in questions]
    often = max(conditions, key=conditions.count)
    return often if ALWAYS not in conditions and 2 * conditions.count(often) > len(conditions) else ALWAYS


def draw_chips(chips: list[Chip], room: int) -> Drawn:
    """Return questions one after another, joined by a line, in as many rows as they need."""
    drawn: list[Markup] = []
    across = down = 0
    for chip in chips:
        if across and across + chip.width > room:
            across, down = 0, down + CHIP + BETWEEN
        if across:
            drawn.append(path(f"M{across - GAP} {down + CHIP // 2}h{GAP}", "aid-dia-line"))
        drawn.append(_chip(chip, across, down))
        across += chip.width + GAP
    return Drawn(joined(drawn), room, down + CHIP)


def pointer(condition: Condition, document: Document) -> str:
    """Return a condition as a pointer to what it depends on: "als 4: ja", or "als 4, 9 en 12" for more at once.

    An outcome is told by its label: "als ‘Wie helpt’".
    """
    found = list(atoms(condition))
    names = [str(number) for number in sorted(question_number(document, name) for name in questions_of(condition))]
    labels = dict.fromkeys(_outcome_label(atom, document) for atom in found if is_outcome(atom))
    if len(found) == 1 and not labels:
        return f"als {names[0]}: {in_words(condition, document).partition(': ')[2]}"
    return f"als {listed([*names, *labels], 'en')}"


def fitting(told: str, room: int) -> str:
    """Return a pointer as it fits in `room`: without the answers, if need be."""
    return told if text_width(told, SMALL) <= room else told.partition(":")[0]


def _outcome_label(atom: Condition, document: Document) -> str:
    decision, name = outcome_of(atom)
    [gives] = [item.gives for item in document.decisions if item.id == decision]
    return next(f"‘{outcome.label}’" for outcome in gives if outcome.name == name)


def _if(question: Question, document: Document) -> str:
    """Return the mark in a question that has a condition of its own."""
    if is_trivial(question.when):
        return ""
    return fitting(pointer(question.when, document), LONGEST_IF)


def _chip(chip: Chip, across: int, down: int) -> Markup:
    duty = chip.question.purpose == "duty"
    parts = [box((0, 0), (chip.width, CHIP), "aid-dia-box", rounded=0 if duty else CHIP // 2)]
    if duty:
        parts.append(box((9, 7), (10, 10), "aid-dia-tickbox"))
    number = element("tspan", {"class": "aid-dia-number"}, str(chip.number))
    parts.append(text((chip.start, 16), "", number, f" {chip.question.short}"))
    if chip.condition:
        parts.append(path(f"M{chip.label} 3v{CHIP - 6}", "aid-dia-dashed"))
        parts.append(text((chip.label + 7, 16), "aid-dia-if", chip.condition))
    parts.append(tick(chip.width - 3, 2))
    place = f"translate({across} {down})" if across or down else None
    ident = {"class": "aid-dia-chip", "data-diagram-question": chip.question.id, "transform": place}
    return element("g", ident, parts)
