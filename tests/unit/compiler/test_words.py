"""Laws of conditions in words: what a reader with only the paper is told to look for."""

import re

import pytest

from aids.compiler.document import Document
from aids.compiler.words import in_words, is_trivial, listed, long_date, outline, question_name
from aids.runtime.conditions import ALWAYS, NEVER, Condition
from tests.golden.sheet_input import sheet_document

BRAND: Condition = ("in", "brand", ("ja",))
LATE: Condition = ("cmp", "herstel", ">", "today")


@pytest.fixture(name="document")
def fixture_document() -> Document:
    """Return the small tree."""
    return sheet_document()


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (("in", "brand", ("ja",)), "vraag 1 Brand nu: ja"),
        (("in", "brand", ("onbekend", "nee")), "vraag 1 Brand nu: nee of weet ik nog niet"),
        (("in", "gebreken", ("licht",)), "vraag 2 Gebreken: geen licht"),
        (("in", "gebreken", ("leuning", "licht")), "vraag 2 Gebreken: minstens één van: geen leuning of geen licht"),
        (("in", "gebreken", ("geen",)), "vraag 2 Gebreken: geen van deze"),
        (("in", "gebreken", ("leuning", "trede", "licht")), "vraag 2 Gebreken: een of meer aangekruist"),
        (
            ("in", "melden-beheerder", ("open", "niet")),
            "plicht 4 Beheerder gebeld: nog open of niet gedaan met een reden",
        ),
        (("in", "melden-beheerder", ("gedaan",)), "plicht 4 Beheerder gebeld: gedaan"),
        (("in", "oordeel.gebruik", ("dicht", "opletten")), "uitkomst Gebruik: trap dicht of met opletten"),
        (("cmp", "herstel", ">", "today"), "vraag 6 Hersteldatum: later dan vandaag"),
        (("cmp", "herstel", "<=", "today"), "vraag 6 Hersteldatum: vandaag of eerder"),
        (("cmp", "herstel", ">=", "2026-03-01"), "vraag 6 Hersteldatum: op of na 1 maart 2026"),
        (("in", "herstel", ("onbekend",)), "vraag 6 Hersteldatum: nog geen datum"),
        (("cmp", "treden", "<", 3), "vraag 5 Losse treden: minder dan 3 treden"),
        (("cmp", "treden", "=", 2.5), "vraag 5 Losse treden: 2.5 treden"),
        (ALWAYS, "altijd"),
        (NEVER, "nooit"),
    ],
)
def test_atom_reads_as_the_paper_does(document: Document, condition: Condition, words: str) -> None:
    """An atom names the question by number and short name, and its answers by their own labels, in their order."""
    assert in_words(condition, document) == words


def test_label_that_could_be_misread_is_quoted(document: Document) -> None:
    """An answer with "of" or a comma in it stands between quotes: it is one answer, not two."""
    assert in_words(("in", "trap-soort", ("hout", "steen")), document).endswith("hout of ‘Steen of beton’")


def test_nesting_is_bracketed(document: Document) -> None:
    """A part of another kind than its whole stands between brackets, so that "én" and "of" cannot be mixed up."""
    condition: Condition = ("all", (("any", (BRAND, LATE)), ("in", "trap-soort", ("hout",))))
    assert in_words(condition, document) == (
        "(vraag 1 Brand nu: ja; of vraag 6 Hersteldatum: later dan vandaag), én vraag 3 Soort trap: hout"
    )


def test_same_kind_is_merged(document: Document) -> None:
    """Nested parts of one kind read as one list, without brackets."""
    condition: Condition = ("any", (BRAND, ("any", (LATE, ("in", "trap-soort", ("hout",))))))
    assert len(outline(condition, document).parts) == 3
    assert "(" not in in_words(condition, document)


def test_single_part_is_the_part_itself(document: Document) -> None:
    """A list of one needs no joint."""
    assert in_words(("all", (BRAND,)), document) == in_words(BRAND, document)


def test_every_condition_of_the_tree_has_words(document: Document) -> None:
    """No condition comes out with an id in place of a label."""
    conditions = [question.when for question in document.questions] + [advice.when for advice in document.advice]
    for decision in document.decisions:
        conditions += [row.when for row in decision.rows] + [floor.when for floor in decision.floors]
    for condition in conditions:
        if not is_trivial(condition):
            assert re.search(r"(vraag|plicht) \d+ [A-Z]", in_words(condition, document))


def test_a_fault_in_a_condition_is_the_programmers(document: Document) -> None:
    """A shape that is no condition raises: the loader lets none through."""
    with pytest.raises(ValueError, match="not"):
        in_words(("not", BRAND), document)


@pytest.mark.parametrize(
    ("iso", "words"), [("2026-11-21", "21 november 2026"), ("2026-01-01", "1 januari 2026"), ("onbekend", "onbekend")]
)
def test_dates_are_written_out(iso: str, words: str) -> None:
    """A date reads as a date in Dutch; what is none stays as it is."""
    assert long_date(iso) == words


def test_listing() -> None:
    """The last joint is a word, the others commas."""
    assert [listed(["a", "b", "c"][:count], "of") for count in range(4)] == ["", "a", "a of b", "a, b of c"]


def test_duties_are_called_duties(document: Document) -> None:
    """A duty is pointed to as a duty, with its place on the sheet."""
    assert question_name(document, "afzetten") == "plicht 7 Trap afgezet"
