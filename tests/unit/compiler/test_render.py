"""Laws of the page that is the aid before any script runs, and of the blank checklist of the same tree."""

import re
from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from aids.compiler.document import Choice, Consultation, Document, Step
from aids.compiler.render import JUDGEMENT, render_aid, step_place
from aids.compiler.render_checklist import render_checklist
from aids.compiler.render_sources import page_address
from aids.runtime.conditions import ALWAYS
from tests.golden.html_tree import attributes, of_class, one, read_html, text_of
from tests.golden.sheet_input import sheet_document, sheet_editorial

HOSTILE = "<script>alert('x')</script> & \"q\""


def page(document: Document | None = None) -> Element:
    """Return the rendered aid, parsed."""
    return read_html(render_aid(document or sheet_document(), sheet_editorial()))


def blank() -> Element:
    """Return the rendered checklist, parsed."""
    return read_html(render_checklist(sheet_document(), sheet_editorial()))


def test_every_question_advice_and_row_is_there_once() -> None:
    """Nothing of the tree is missing from the static page, and nothing stands there twice."""
    document, aid = sheet_document(), page()
    assert attributes(aid, "data-question") == [question.id for question in document.questions]
    assert sorted(attributes(aid, "data-advice")) == sorted(advice.id for advice in document.advice)
    rows = [row.row for decision in document.decisions for row in decision.rows]
    assert attributes(aid, "data-aid-row") == [*rows, "otherwise"]


def test_question_is_a_fieldset_with_its_answers() -> None:
    """Each question is a native group: the ask in the legend, one input an answer, its id as value."""
    document, aid = sheet_document(), page()
    for question in document.questions:
        group = one(aid, "data-question", question.id)
        assert (group.tag, group[0].tag) == ("fieldset", "legend")
        assert question.ask in text_of(group[0])
        values = [node.get("value") for node in group.iter("input")]
        for choice in (*question.answers, *question.reasons, *question.who):
            assert choice.id in values
        if question.kind == "duty":
            assert values[:4] == ["done", "later", "not_done", "open"]


def test_duty_without_reasons_cannot_be_refused() -> None:
    """Where no reason counts, "niet" is no choice: it would stay open for ever."""
    document = sheet_document()
    bare = replace(document, questions=tuple(replace(item, reasons=()) for item in document.questions))
    assert "not_done" not in attributes(page(bare), "value")


def test_consultation_says_when_with_whom_and_what_to_write_down() -> None:
    """A duty that is an "overleg" tells all three before its inputs; another duty tells none of it."""
    document = sheet_document()
    duty = next(item for item in document.questions if item.kind == "duty")
    people = (Choice("vt", "Veilig Thuis"), Choice("collega", "Een <collega>"))
    asked = replace(duty, who=people, consultation=Consultation("Bij elke twijfel", "Noteer datum & advies"))
    questions = tuple(asked if item.id == duty.id else item for item in document.questions)
    aid = page(replace(document, questions=questions))
    (told,) = of_class(one(aid, "data-question", duty.id), "aid-consultation")
    assert [text_of(line) for line in told] == [
        "Wanneer: Bij elke twijfel",
        "Met wie: Veilig Thuis of Een <collega>",
        "Leg vast: Noteer datum & advies",
    ]
    assert len(of_class(aid, "aid-consultation")) == 1
    assert of_class(page(), "aid-consultation") == []


def test_condition_stands_with_what_it_rules() -> None:
    """A question that does not always apply says when; every advice says when it holds."""
    document, aid = sheet_document(), page()
    for question in document.questions:
        lines = of_class(one(aid, "data-question", question.id), "aid-when")
        assert bool(lines) == (question.when != ("const", True)), question.id
    for article in aid.iter("article"):
        assert "Geldt als" in text_of(article)


def test_advice_of_rows_says_which() -> None:
    """Advice that a row or an outcome gives points to it by the name it has on paper."""
    article = one(page(), "data-advice", "sluit-af")
    assert "rij R1" in text_of(article)
    assert "‘Werk’ is ‘Nu herstellen’" in text_of(article)


def test_advice_stands_in_order_of_urgency() -> None:
    """What is needed now stands first, in the order that the View uses."""
    assert attributes(page(), "data-aid-urgency") == ["nu", "vandaag", "deze-week", "plan"]


def test_closing_is_marked() -> None:
    """What ends or lightens can be told apart by the widget, for advice and for outcomes."""
    aid = page()
    closing = [node for node in aid.iter() if "data-closes" in node.attrib]
    assert [node.attrib["data-advice"] for node in closing if node.tag == "article"] == ["gebruik-gewoon"]
    assert sorted(node.attrib["data-aid-value"] for node in closing if node.tag == "li") == ["geen", "vrij"]


def test_closing_advice_never_ends_reporting() -> None:
    """Advice that closes says that reporting is always possible."""
    article = one(page(), "data-advice", "gebruik-gewoon")
    assert "Melden mag altijd." in text_of(article)


def test_help_is_in_every_form() -> None:
    """112 and Veilig Thuis are telephone links in the aid and on the blank sheet; so is the sentence on judgement."""
    for made in (page(), blank()):
        assert {"tel:112", "tel:08002000"} <= set(attributes(made, "href"))
        assert JUDGEMENT in text_of(made)
        assert "controleer na 21 november 2027" in text_of(made)


def test_numbers_in_advice_are_links() -> None:
    """A number in the text of an advice can be called; a number that only looks like it is left alone."""
    assert attributes(one(page(), "data-advice", "bel"), "href")[0] == "tel:112"
    document = sheet_document()
    other = replace(document.advice[0], do=("Zie artikel 1124 en code 112-b.",))
    changed = one(page(replace(document, advice=(other, *document.advice[1:]))), "data-advice", "bel")
    assert "tel:112" not in attributes(changed, "href")


def test_leaving_is_offered_and_honest() -> None:
    """The way out works without a script, goes nowhere that leaves a trace, and says what it cannot do."""
    aid = page()
    leave = one(aid, "data-aid-action", "leave")
    assert leave.get("href") == "about:blank"
    assert "niet de geschiedenis van uw browser" in text_of(aid)


def test_ids_and_hooks_are_unique() -> None:
    """Ids occur once, and so do the hooks that tests and scripts rely on."""
    aid = page()
    for attribute in ("id", "data-question", "data-advice", "data-aid-action"):
        counted = Counter(attributes(aid, attribute))
        assert max(counted.values()) == 1, counted.most_common(1)


def test_label_references_resolve() -> None:
    """Every section is named by a heading that exists."""
    aid = page()
    assert set(attributes(aid, "aria-labelledby")) <= set(attributes(aid, "id"))


def test_checklist_has_no_hooks() -> None:
    """The blank sheet is never taken for an aid by a script."""
    made = render_checklist(sheet_document(), sheet_editorial())
    assert "data-" not in made
    assert "<input" not in made


def test_nothing_runs_and_nothing_submits() -> None:
    """No script, no style, no event attribute, no form: Enter cannot navigate and the policy has nothing to refuse."""
    aid = page()
    names = {str(node.tag) for node in aid.iter()}
    assert names.isdisjoint({"script", "style", "form", "iframe"})
    attributes = {name for node in aid.iter() for name in node.attrib}
    assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_every_text_is_escaped() -> None:
    """No text of a tree can become markup, wherever it stands."""
    document = sheet_document()
    steps = tuple(replace(step, title=HOSTILE, intro=HOSTILE) for step in document.steps)
    questions = tuple(
        replace(
            item,
            ask=HOSTILE,
            short=HOSTILE,
            help=HOSTILE,
            answers=tuple(replace(choice, label=HOSTILE, hint=HOSTILE) for choice in item.answers),
        )
        for item in document.questions
    )
    advice = tuple(replace(item, title=HOSTILE, do=(HOSTILE,), record=HOSTILE, by=HOSTILE) for item in document.advice)
    hostile = replace(document, title=HOSTILE, lead=HOSTILE, steps=steps, questions=questions, advice=advice)
    for made in (render_aid(hostile, sheet_editorial()), render_checklist(hostile, sheet_editorial())):
        assert "<script" not in made
        assert "alert" in made


def test_elements_nest() -> None:
    """Every element is closed, in order, and no attribute stands twice."""
    assert page().tag == blank().tag == "div"


def test_sources_are_links_beside_the_aid() -> None:
    """A source that this site treats is a relative link in a new tab; one that it does not treat is a name."""
    aid = page()
    links = of_class(aid, "aid-link")
    assert {link.get("href") for link in links} == {"../../handboeken/trappen/brand/#eerst", "../../handboeken/"}
    assert {(link.get("target"), link.get("rel")) for link in links} == {("_blank", "noopener")}
    assert "Handboek trappen: Vastleggen" in text_of(aid)


def test_historic_source_is_called_so() -> None:
    """A place that no longer holds is marked where it is cited."""
    assert "(historisch)" in text_of(page())


@pytest.mark.parametrize(
    ("source", "address"),
    [("a/b.md#c", "a/b/#c"), ("a/index.md", "a/"), ("index.md", ""), ("index.md#x", "#x"), ("a.md", "a/")],
)
def test_page_address(source: str, address: str) -> None:
    """A Markdown page is found where the site publishes it."""
    assert page_address(source) == address


def test_steps_say_where_they_stand() -> None:
    """A numbered step has its number of the norm; one before, between or after says so in a word."""
    document = sheet_document()
    between = Step("tussen", "Tussen", None, "", ())
    steps = (*document.steps[:2], between, *document.steps[2:])
    longer = replace(document, steps=steps)
    assert [step_place(longer, step) for step in steps] == [
        "Vooraf",
        "Stap 1 van 2",
        "Tussendoor",
        "Stap 2 van 2",
        "Tot slot",
    ]
    plain = replace(document, steps=tuple(replace(step, number=None) for step in document.steps))
    assert step_place(plain, plain.steps[1]) == "Deel 2 van 4"


def test_table_is_read_from_the_top() -> None:
    """A decision says how to read it, gives each row its outcomes in words and its basis, and its floors after it."""
    decision = one(page(), "data-aid-decision", "oordeel")
    words = text_of(decision)
    assert "De eerste rij die klopt, beslist." in words
    assert words.index("R1") < words.index("R2") < words.index("Anders") < words.index("Regel A.")
    assert "Gebruik wordt minstens ‘Met opletten’; Werk wordt ‘Later herstellen’ in plaats van ‘Geen werk’." in words
    assert {text_of(node) for node in of_class(decision, "aid-basis")} == {"Wet", "Beroepsnorm", "Vakoordeel"}


def test_version_is_of_rules_and_texts() -> None:
    """Another text is another version, and the page says which it is."""
    document = sheet_document()
    pages = (page(document), page(replace(document, title="Anders")))
    versions = {text_of(of_class(item, "aid-version")[0]) for item in pages}
    assert len(versions) == 2
    assert all(re.fullmatch(r"[0-9a-f]{16}", version) for version in versions)


def todo() -> Document:
    """Return the duties and notes of the small tree as a list of things to do."""
    document = sheet_document()
    duties = tuple(replace(item, when=ALWAYS) for item in document.questions if item.purpose != "decide")
    return replace(document, kind="checklist", questions=duties, advice=(), decisions=(), examples=())


def test_list_of_things_to_do_speaks_of_nothing_else() -> None:
    """A checklist has its points with their boxes, in page and on paper, and tells of no weighing and no advice."""
    aid = page(todo())
    sheet = read_html(render_checklist(todo(), sheet_editorial()))
    for made in (aid, sheet):
        said = text_of(made)
        for question in todo().questions:
            assert question.ask in said
        assert "weging" not in said.lower()
        assert "dringendste" not in said
    assert "Loop de punten van boven naar beneden langs." in text_of(aid)
    assert "hidden" in one(aid, "aria-labelledby", "proefblad-advies").attrib
    assert len(of_class(sheet, "aid-tick")) > len(todo().questions)
