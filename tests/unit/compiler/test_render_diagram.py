"""Laws of the picture of a tree: all of it is there, it fits on a sheet, and it says the same in words."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from aids.compiler.document import Document, Question
from aids.compiler.loader import load_document
from aids.compiler.render import steps_in_order
from aids.compiler.render_diagram import PAPER, picture, render_diagram
from aids.compiler.render_diagram_shapes import SMALL
from aids.compiler.render_diagram_steps import pointer
from aids.compiler.render_diagram_text import text_width, wrapped
from tests.golden.html_tree import attributes, of_class, one, read_html, text_of
from tests.golden.sheet_input import sheet_document

TREES = Path(__file__).parents[3] / "decision_trees"
POINTS = 72 / 25.4
SMALLEST_POINTS = 8


def drawn(document: Document | None = None) -> Element:
    """Return the picture and its words, parsed."""
    document = document or sheet_document()
    return read_html(render_diagram(document, steps_in_order(document)))


def svg(document: Document | None = None) -> Element:
    """Return the picture alone."""
    document = document or sheet_document()
    return read_html(picture(document, steps_in_order(document), "woorden"))


def longer(times: int) -> Document:
    """Return the small tree with its questions a number of times over, as a great tree would have."""
    document = sheet_document()
    questions: list[Question] = []
    for number in range(times):
        questions += [replace(item, id=f"{item.id}-{number}", when=("const", True)) for item in document.questions]
    questions.sort(key=lambda item: [step.id for step in document.steps].index(item.step))
    return replace(document, questions=tuple(questions), decisions=())


def test_all_of_the_tree_is_in_it_once() -> None:
    """Each question, row, floor and advice can be marked as part of the reader's path, and stands there once."""
    document, found = sheet_document(), svg()
    assert attributes(found, "data-diagram-question") == [question.id for question in document.questions]
    [decision] = document.decisions
    assert attributes(found, "data-diagram-row") == [*(row.row for row in decision.rows), "otherwise"]
    assert attributes(found, "data-diagram-floor") == [floor.id for floor in decision.floors]
    assert sorted(attributes(found, "data-diagram-advice")) == sorted(advice.id for advice in document.advice)


def test_questions_stand_in_order_with_their_numbers() -> None:
    """The numbers are those of the paper, so that picture and page can be laid side by side."""
    names = [text_of(chip) for chip in of_class(svg(), "aid-dia-chip")]
    assert names[0].startswith("1 Brand nu")
    assert [int(name.split()[0]) for name in names] == list(range(1, len(names) + 1))


def test_condition_is_a_mark() -> None:
    """A question that does not always apply points to what it depends on; what most of a step share stands with it."""
    found = svg()
    assert "als 2" in text_of(one(found, "data-diagram-question", "trap-soort"))
    assert "als 1, 2 en 3" in text_of(one(found, "data-diagram-question", "treden"))
    assert "als" not in text_of(one(found, "data-diagram-question", "brand"))
    assert "alleen als 1" in [text_of(node) for node in of_class(found, "aid-dia-if")]
    assert "als" not in text_of(one(found, "data-diagram-question", "afzetten"))


def test_pointer_names_answers_of_one_question_only() -> None:
    """One condition is told with its answers; more at once by their numbers, outcomes by their label."""
    document = sheet_document()
    single, outcome = ("in", "brand", ("ja",)), ("in", "oordeel.werk", ("nu",))
    assert pointer(single, document) == "als 1: ja"
    assert pointer(("all", (single, ("in", "gebreken", ("geen",)))), document) == "als 1 en 2"
    assert pointer(outcome, document) == "als ‘Werk’"
    assert pointer(("any", (single, outcome)), document) == "als 1 en ‘Werk’"


def test_equal_outcomes_are_one_box() -> None:
    """Rows under each other with the same outcome share a box, so that the shape of the table shows."""
    document = sheet_document()
    [decision] = document.decisions
    rows = [dict(row.outcomes) for row in (*decision.rows, decision.otherwise)]
    runs = 0
    for outcome in decision.gives:
        values = [row[outcome.name] for row in rows]
        runs += 1 + sum(first != second for first, second in pairwise(values))
    assert len(of_class(svg(), "aid-dia-cell")) == runs + len(rows)


@pytest.mark.parametrize(("times", "sheets"), [(1, 1), (4, 1), (16, 2)])
def test_fits_on_sheets_in_letters_that_can_be_read(times: int, sheets: int) -> None:
    """However great the tree: each sheet fits on A4 at full width, and its smallest letters are at least 8 points."""
    pictures = list(svg(longer(times)).iter("svg"))
    assert len(pictures) == sheets
    for found in pictures:
        width, height = int(found.get("width", "")), int(found.get("height", ""))
        assert SMALL * PAPER[0] / width * POINTS >= SMALLEST_POINTS
        assert height * PAPER[0] / width <= PAPER[1]


def test_sheets_hold_the_whole_in_order() -> None:
    """What is cut over sheets is all there, once and in order; each sheet says which it is, the last has the legend."""
    document = longer(16)
    pictures = list(svg(document).iter("svg"))
    found = [name for sheet in pictures for name in attributes(sheet, "data-diagram-question")]
    assert found == [question.id for question in document.questions]
    assert [sheet.get("aria-label", "")[-14:] for sheet in pictures] == [" Blad 1 van 2.", " Blad 2 van 2."]
    assert [bool(of_class(sheet, "aid-dia-sign")) for sheet in pictures] == [False, True]


def test_nothing_is_drawn_outside() -> None:
    """Every box lies within its sheet."""
    for document in (sheet_document(), longer(4), longer(16)):
        for found in svg(document).iter("svg"):
            width, height = int(found.get("width", "")), int(found.get("height", ""))
            for across, down, wide, high in boxes(found):
                assert across >= 0 <= down
                assert (across + wide <= width, down + high <= height) == (True, True)


@pytest.mark.parametrize("tree", ["meldcode", "passende-zorg"])
def test_words_of_the_real_trees_fit_by_their_widths(tree: str) -> None:
    """In each row, question and floor the words end within its box, also in the bold of the row that stands."""
    document, _ = load_document(TREES / f"{tree}.yml")
    assert document is not None
    found = svg(document)
    groups = [group for kind in ("row", "chip", "floor") for group in of_class(found, f"aid-dia-{kind}")]
    assert len(groups) > len(document.questions)
    for group in groups:
        room = int(next(group.iter("rect")).get("width", ""))
        ends = [
            int(node.get("x", "0")) + text_width(text_of(node), SMALL, bold="aid-dia-row" in group.get("class", ""))
            for node in group.iter("text")
        ]
        assert max(ends) <= room, text_of(group)


def boxes(node: Element, across: int = 0, down: int = 0) -> list[tuple[int, int, int, int]]:
    """Return the place and size of every rectangle."""
    found = []
    moves = re.fullmatch(r"translate\((-?\d+) (-?\d+)\)", node.get("transform", ""))
    if moves:
        across, down = across + int(moves[1]), down + int(moves[2])
    if node.tag == "rect":
        place = across + int(node.get("x", "0")), down + int(node.get("y", "0"))
        found.append((*place, int(node.get("width", "0")), int(node.get("height", "0"))))
    for child in node:
        found += boxes(child, across, down)
    return found


def test_it_says_the_same_in_words() -> None:
    """Who does not see the picture has its name, what is in it, and the whole as a list."""
    found = drawn()
    [image] = found.iter("svg")
    assert image.get("role") == "img"
    assert "8 vragen en plichten in 4 stappen" in image.get("aria-label", "")
    [words] = [node for node in found.iter("ol") if node.get("id") == image.get("aria-describedby")]
    for question in sheet_document().questions:
        assert question.short in text_of(words)
    assert "rijen R1, R2 en R3" in text_of(words)
    assert "Nu 1, Vandaag 1, Deze week 1, In uw plan 1" in text_of(words)


def test_no_style_and_no_script() -> None:
    """The policy of the site refuses styles in the page: looks are classes."""
    for node in drawn().iter():
        assert node.tag not in {"style", "script"}
        assert not [name for name in node.attrib if name == "style" or name.startswith("on")]


def test_tree_without_weighing_or_advice() -> None:
    """A list of things to do is drawn too."""
    bare = replace(sheet_document(), decisions=(), advice=())
    found = drawn(bare)
    assert not attributes(found, "data-diagram-row")
    assert not attributes(found, "data-diagram-advice")
    assert "advies" not in text_of(found).lower()


def test_text_breaks_where_there_is_no_room() -> None:
    """Lines fit; a word that is too long has a line of its own."""
    lines = wrapped("een paar woorden die samen te lang zijn", 90, 13)
    assert len(lines) > 1
    assert all(text_width(line, 13) <= 90 for line in lines)
    assert wrapped("meervoudigwoord kort", 20, 13) == ["meervoudigwoord", "kort"]
