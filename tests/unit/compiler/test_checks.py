"""Laws of the checks that one sample each cannot show: every place that cites, every kind, every wording."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from aids.compiler.checks import RULES, check_document
from aids.compiler.checks.floors_raise import raises
from aids.compiler.document import Choice, Document, Outcome
from aids.compiler.editorial import Editorial, load_editorial
from aids.compiler.loader import load_document
from aids.compiler.wording import closing_words, dialled, unknown_numbers
from aids.runtime.conditions import NEVER
from tests.unit.compiler.samples import TODAY, write_project

SAMPLE = Path(__file__).parent / "passende-zorg.yml"


@pytest.fixture
def document() -> Document:
    """The tree that uses every form."""
    loaded, _ = load_document(SAMPLE, "passende-zorg.yml")
    assert loaded is not None
    return loaded


@pytest.fixture
def editorial(tmp_path: Path) -> Editorial:
    """A small set of sources and contacts."""
    write_project(tmp_path)
    return load_editorial(tmp_path / "docs")[0]


def codes(document: Document, editorial: Editorial, today: str = TODAY) -> list[str]:
    """The codes that the checks find."""
    return [item.code for item in check_document(document, editorial, today=today)]


def test_a_sound_tree_is_clean(document: Document, editorial: Editorial) -> None:
    """The tree that uses every form breaks no rule."""
    assert codes(document, editorial) == []


def test_every_place_that_cites_is_checked(document: Document) -> None:
    """Steps, questions, advice, rows, otherwise and floors: a source that does not exist is found in each, in place."""
    nothing = Editorial({}, {})
    found = [item for item in check_document(document, nothing, today=TODAY) if item.code == "VW401"]
    written = SAMPLE.read_text(encoding="utf-8").count("norm#1")
    assert len(found) == len({item.at for item in found}) == written == len(list(document.cited()))


def test_a_near_source_is_suggested(document: Document, editorial: Editorial) -> None:
    """A slip in a citation names the source that was meant."""
    step = document.steps[0]
    wrong = replace(step.sources[0], text="nrom#1")
    changed = replace(document, steps=(replace(step, sources=(wrong,)), *document.steps[1:]))
    (found,) = check_document(changed, editorial, today=TODAY)
    assert "norm#1" in found.remedy


@pytest.mark.parametrize("ident", ["nu-gevaar", "rode-vlaggen", "opnieuw", "leeftijd"])
def test_every_deciding_kind_needs_unknown(ident: str, document: Document, editorial: Editorial) -> None:
    """A choice, any-of, date or number that decides must accept onbekend; one that only records need not."""
    questions = []
    for question in document.questions:
        answers = tuple(answer for answer in question.answers if answer.id != "onbekend")
        questions.append(replace(question, answers=answers, unknown="") if question.id == ident else question)
    assert codes(replace(document, questions=tuple(questions)), editorial) == ["VW409"]
    recorded = [replace(item, purpose="record") if item.id == ident else item for item in questions]
    assert codes(replace(document, questions=tuple(recorded)), editorial) == []


def test_a_floor_raises_or_is_refused() -> None:
    """A replacement is a raise only if it does not close, and leads out of a closing value or to a higher one."""
    values = tuple(Choice(name, name) for name in ("hoog", "midden", "laag", "dicht"))
    outcome = Outcome("x", "x", values, ("dicht",), ())
    raised = {
        pair for pair in itertools.product(("hoog", "midden", "laag", "dicht"), repeat=2) if raises(outcome, *pair)
    }
    assert raised == {
        ("midden", "hoog"),
        ("laag", "hoog"),
        ("laag", "midden"),
        ("dicht", "hoog"),
        ("dicht", "midden"),
        ("dicht", "laag"),
    }


@pytest.mark.parametrize(("today", "expected"), [("2027-11-20", []), ("2027-11-21", []), ("2027-11-22", ["VW405"])])
def test_review_is_late_from_the_day_after(
    today: str, expected: list[str], document: Document, editorial: Editorial
) -> None:
    """On the day of review_by a tree is still in time; the day after it is a warning."""
    assert codes(document, editorial, today) == expected


def test_rules_that_need_a_whole_tree_are_left_out_of_a_broken_one(document: Document, editorial: Editorial) -> None:
    """For a tree with faults no rule draws conclusions from what is absent."""
    advice = tuple(replace(item, when=NEVER) for item in document.advice)
    bare = replace(document, advice=advice, questions=(), decisions=())
    found = {item.code for item in check_document(bare, editorial, today=TODAY)}
    assert found >= {"VW406", "VW410"}
    assert check_document(bare, editorial, today=TODAY, whole=False) == []


def test_each_rule_has_its_own_codes() -> None:
    """No two rules give the same code."""
    codes_of = [code for rule in RULES for code in rule.codes]
    assert len(codes_of) == len(set(codes_of))


@pytest.mark.parametrize(
    "text",
    [
        "Bel 030-1234567.",
        "Bel 030 123 45 67.",
        "Bel 06 12345678.",
        "Bel +31 6 12345678.",
        "Bel +31 (0)30 123 45 67",
        "Of 0031301234567",
        "Bel 0800-2001.",
        "Bel 0900 1113",
        "Bel 113.",
        "Bel dan meteen 144!",
        "Telefoon: 14 030",
        "(088-1234567)",
    ],
)
def test_unknown_numbers_are_found(text: str) -> None:
    """A Dutch number in any usual spelling that is not in the data is found."""
    assert len(list(unknown_numbers(text, {"112", "08002000"}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bel 112 of 0800-2000, ook 0800 2000.",
        "Op 01-10-2020 en 2026-11-21 in werking, BWBR0035362.",
        "Artikel 113 lid 2, bladzijde 144 tot en met 150, 10.000 meldingen, 0,5 procent.",
        "Bel binnen 24 uur; in 2014 was dat anders.",
        "bel-113 is de naam van een advies",
        "https://voorbeeld.nl/0301234567",
    ],
)
def test_other_figures_are_no_numbers(text: str) -> None:
    """Known numbers, dates, articles, pages and amounts are left alone."""
    assert list(unknown_numbers(text, {"112", "08002000"})) == []


def test_a_number_is_compared_as_dialled() -> None:
    """Country code, spaces and signs do not make another number."""
    assert dialled("+31 800-2000") == dialled("0031 800 2000") == dialled("0800 2000") == "08002000"


@pytest.mark.parametrize(
    "text",
    [
        "U hoeft niet te melden.",
        "U hoeft dit dan ook niet meer te melden.",
        "Dat hoeven wij\nniet te melden.",
        "U hoeft geen melding te doen.",
        "Het hoeft niet gemeld te worden.",
        "Zonder niet hoeven melden.",
        "Een melding is niet nodig.",
        "Melden is onnodig.",
        "Melden is nu niet verplicht.",
        "Er is geen melding nodig.",
        "Het is niet nodig te melden.",
        "Melden hoeft niet.",
        "U kunt niets doen.",
        "Er is geen actie nodig.",
    ],
)
def test_words_that_take_away_a_report_are_found(text: str) -> None:
    """Every usual way to say that a report or an act can be left out is refused."""
    assert list(closing_words(text))


@pytest.mark.parametrize(
    "text",
    [
        "Met deze antwoorden is geen meldnorm vastgesteld; melden mag altijd.",
        "U hoeft het niet te bewijzen om te melden.",
        "U hoeft geen toestemming te vragen.",
        "Melden is nodig. Niet melden mag alleen met een reden.",
        "Wacht niet met melden.",
    ],
)
def test_other_words_about_reporting_may_stand(text: str) -> None:
    """What is established, and that one may always report, can be said."""
    assert list(closing_words(text)) == []
