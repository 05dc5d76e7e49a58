"""Laws of the vignettes under an aid: what stands there is what the aid says, and no script takes it for the aid."""

import json
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from aids.compiler.compile import compile_tree
from aids.compiler.document import Example
from aids.compiler.render import render_aid
from aids.compiler.render_vignettes import answer_words
from aids.runtime.engine import consult
from tests.golden.html_tree import attributes, of_class, one, read_html, text_of
from tests.golden.sheet_input import sheet_document, sheet_editorial


def page() -> Element:
    """Return the rendered aid, parsed."""
    return read_html(render_aid(sheet_document(), sheet_editorial()))


def vignettes() -> list[Example]:
    """Return the vignettes of the small tree."""
    return [example for example in sheet_document().examples if example.kind == "vignette"]


def test_each_vignette_tells_its_story_and_hides_what_the_aid_says() -> None:
    """The story comes first; the outcome is closed, so that a reader can think first."""
    for vignette in vignettes():
        fold = one(page(), "data-aid-vignette", vignette.id)
        assert "open" not in fold.attrib
        assert text_of(of_class(fold, "aid-story")[0]) == vignette.story
        [answer] = [node for node in fold if node.tag == "details"]
        assert "open" not in answer.attrib


def test_outcome_is_what_the_aid_says() -> None:
    """All certain advice, the row that fires and the outcomes are those of the engine on the same answers."""
    document = sheet_document()
    for vignette in vignettes():
        fold = one(page(), "data-aid-vignette", vignette.id)
        given = json.loads(fold.get("data-aid-given", ""))
        view = consult(compile_tree(document), given, vignette.today or document.reviewed)
        said = text_of(fold)
        for advice in document.advice:
            certain = {"id": advice.id, "certainty": "certain", "urgency": advice.urgency} in view["advice"]
            assert (advice.title in said) == certain
        assert set(vignette.expect.advice) <= {item["id"] for item in view["advice"]}


def test_why_stands_beside_it() -> None:
    """The row that decides is named with its words, its basis and its sources; the vignette names its own."""
    said = text_of(one(page(), "data-aid-vignette", "losse-leuning"))
    assert "Rij R1: Te veel los." in said
    assert "Berust op: Wet." in said
    assert "Werk: Nu herstellen." in said
    assert "Het is 4 maart 2026." in said
    assert said.endswith("Bron: Handboek trappen: Kijken & wegen (historisch).")


def test_no_hooks_of_the_aid() -> None:
    """Questions, advice and rows of a vignette are no second aid to tests and scripts."""
    [section] = of_class(page(), "aid-practice")
    for name in ("data-question", "data-advice", "data-aid-row", "data-aid-action", "data-aid-decision"):
        assert attributes(section, name) == []


def test_tree_without_vignettes_has_no_section() -> None:
    """Nothing is promised that is not there."""
    bare = replace(sheet_document(), examples=())
    assert not of_class(read_html(render_aid(bare, sheet_editorial())), "aid-practice")


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("brand", "ja", "Ja"),
        ("gebreken", ("leuning", "licht"), "Geen leuning; Geen licht"),
        ("treden", 3, "3 treden"),
        ("treden", "onbekend", "Weet ik niet"),
        ("herstel", "2026-12-24", "24 december 2026"),
        ("herstel", "onbekend", "Nog geen datum"),
        ("opmerking", "Zie foto", "Zie foto"),
        ("melden-beheerder", {"state": "done", "who": "buur"}, "Gedaan: Een buur"),
        ("melden-beheerder", {"state": "later", "date": "2026-12-01"}, "Later: 1 december 2026"),
        ("melden-beheerder", {"state": "not_done", "reason": "gevaar"}, "Niet: Eerst weg vanwege gevaar"),
        ("melden-beheerder", {"state": "open"}, "Nog open"),
    ],
)
def test_answers_read_as_on_the_page(question: str, answer: object, words: str) -> None:
    """Whatever the kind of question, an answer is told in the words that the reader would choose."""
    assert answer_words(sheet_document().question(question), answer) == words
