"""Owns the vignettes of a tree as they stand under the aid for practice: the story, and what the aid says, and why.

Used by `aids.compiler.render`. The answers of a vignette are read by the same engine as a reader's, so what stands here
is what the aid says. Carries none of the hooks of the aid: `data-aid-vignette` is for practice alone. Build only.
"""

import json
from collections.abc import Mapping
from typing import Any

from aids.compiler.compile import compile_tree
from aids.compiler.document import Choice, Decision, Document, Example, Question
from aids.compiler.render_advice import URGENCY_WORDS
from aids.compiler.render_decision import basis_line, row_name, value_label
from aids.compiler.render_html import Markup, element, joined
from aids.compiler.render_sources import Sources
from aids.compiler.words import long_date
from aids.runtime.bridge import dump
from aids.runtime.conditions import UNKNOWN
from aids.runtime.engine import View, consult

TITLE = "Oefen met een voorbeeld"
INVENTED = (
    "Deze voorbeelden zijn verzonnen. Lees het verhaal, bedenk zelf of met uw team wat u zou doen, en kijk daarna wat "
    "de hulp zegt."
)
DUTY_STATES = {"open": "Nog open", "done": "Gedaan", "later": "Later", "not_done": "Niet"}
OUTCOME = "Wat de hulp zegt, en waarom"


def render_vignettes(document: Document, sources: Sources) -> Markup | None:
    """Return the section for practice, or None for a tree without vignettes."""
    vignettes = [example for example in document.examples if example.kind == "vignette"]
    if not vignettes:
        return None
    tree = compile_tree(document)
    title = f"{document.id}-oefenen"
    folds = []
    for vignette in vignettes:
        view = consult(tree, json_answers(vignette), vignette.today or document.reviewed)
        folds.append(_vignette(vignette, view, document, sources))
    return element(
        "section",
        {"class": "aid-practice", "aria-labelledby": title},
        element("h2", {"class": "aid-part-title", "id": title}, TITLE),
        element("p", {}, INVENTED),
        folds,
    )


def json_answers(vignette: Example) -> dict[str, Any]:
    """Return the answers of a vignette as the engine reads them: JSON data, lists for tuples."""
    answers: dict[str, Any] = json.loads(dump(dict(vignette.given)))
    return answers


def _vignette(vignette: Example, view: View, document: Document, sources: Sources) -> Markup:
    today = element("p", {}, f"Het is {long_date(vignette.today)}.") if vignette.today else None
    return element(
        "details",
        {
            "class": "aid-fold aid-vignette",
            "data-aid-vignette": vignette.id,
            "data-aid-title": vignette.title,
            "data-aid-given": dump(json_answers(vignette)),
            "data-aid-today": vignette.today or None,
        },
        element("summary", {"class": "aid-fold-summary"}, vignette.title),
        element("p", {"class": "aid-story"}, vignette.story),
        today,
        element(
            "details",
            {"class": "aid-fold"},
            element("summary", {"class": "aid-fold-summary"}, OUTCOME),
            _given(vignette, document),
            [found for decision in document.decisions if (found := _decided(decision, view, sources))],
            _advised(view, document),
            sources.line(vignette.sources),
        ),
    )


def _given(vignette: Example, document: Document) -> Markup:
    """Return the answers of the vignette in words."""
    items = [
        element("li", {}, f"{question.short}: {answer_words(question, dict(vignette.given)[question.id])}")
        for question in document.questions
        if question.id in dict(vignette.given)
    ]
    how = element("p", {"class": "aid-advice-line"}, element("strong", {}, "Deze antwoorden zijn ingevuld:"))
    return joined(how, element("ul", {}, items), between="\n")


def answer_words(question: Question, answer: object) -> str:
    """Return the answer to a question in the words of the page."""
    if isinstance(answer, Mapping):
        return _duty_words(question, answer)
    if isinstance(answer, (tuple, list)):
        return "; ".join(_label(question.answers, str(value)) for value in answer)
    if answer == UNKNOWN and question.unknown:
        return question.unknown
    if question.kind == "number":
        return f"{answer:g} {question.unit}".strip() if isinstance(answer, (int, float)) else str(answer)
    if question.kind in {"date", "text"}:
        return long_date(str(answer))
    return _label(question.answers, str(answer))


def _duty_words(question: Question, answer: Mapping[str, Any]) -> str:
    told = [long_date(str(answer["date"]))] if answer.get("date") else []
    details = [(question.reasons, answer.get("reason")), (question.who, answer.get("who"))]
    told += [_label(choices, str(value)) for choices, value in details if value]
    return ": ".join([DUTY_STATES[str(answer["state"])], *told])


def _label(choices: tuple[Choice, ...], value: str) -> str:
    return next((choice.label for choice in choices if choice.id == value), value)


def _decided(decision: Decision, view: View, sources: Sources) -> Markup | None:
    """Return what a decision comes to, with the row or the floors that say so."""
    standing = view["decisions"][decision.id]
    if standing == "nvt" or standing["standing"] == "nvt":
        return None
    values = [
        f"{outcome.label}: {value_label(outcome, standing['standing'][outcome.name])}." for outcome in decision.gives
    ]
    row = next((row for row in decision.rows if row.row == standing["row"]), decision.otherwise)
    floors = [floor for floor in decision.floors if floor.id in standing["floors"]]
    grounds = [
        element("li", {}, f"{row_name(row, decision)}: {row.say}", basis_line(row, sources)),
        *(element("li", {}, f"Gaat daarop voor: {floor.say}", basis_line(floor, sources)) for floor in floors),
    ]
    head = element("p", {"class": "aid-advice-line"}, element("strong", {}, decision.title, ":"))
    lines = [element("p", {}, value) for value in values]
    return joined(head, lines, element("ul", {"class": "aid-because-list"}, grounds), between="\n")


def _advised(view: View, document: Document) -> Markup:
    """Return all advice that is certain, the most urgent first."""
    certain = [given["id"] for given in view["advice"] if given["certainty"] == "certain"]
    advice = {item.id: item for item in document.advice}
    items = [
        element("li", {}, element("strong", {}, f"{URGENCY_WORDS[advice[ident].urgency]}: "), advice[ident].title)
        for ident in certain
    ]
    head = element("p", {"class": "aid-advice-line"}, element("strong", {}, "Advies:"))
    return joined(head, element("ul", {}, items), between="\n")
