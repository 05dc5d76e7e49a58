"""The law of the static page: a reader with only the paper reaches the advice that the engine gives."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from aids.compiler.compile import compile_tree
from aids.compiler.document import Document, Question
from aids.compiler.editorial import load_editorial
from aids.compiler.loader import load_document
from aids.compiler.render import render_aid
from aids.runtime.engine import consult
from aids.runtime.tree import Tree
from tests.golden.html_tree import one, read_html
from tests.unit.compiler.paper_reader import Paper, Written

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 22)
DUTY_WORDS = {
    "done": "gedaan",
    "later": "later met een datum",
    "not_done": "niet gedaan met een reden",
    "open": "nog open",
}

SETTLED: dict[str, Any] = {
    "gevaar": "nee",
    "acuut": "nee",
    "collega": "nee",
    "onthulling": "nee",
    "rode-vlaggen": ["geen"],
    "bijzondere-vormen": ["geen"],
    "advies-veilig-thuis": "anders",
    "vermoeden": "ja",
    "structureel": "nee",
    "zelf-helpen": "ja",
    "aanvaarden": "ja",
    "resultaat": "ja",
    "eigen-kader": "niet-zwaarder",
}
VIGNETTES: dict[str, tuple[dict[str, Any], set[str]]] = {
    "gevaar nu": (SETTLED | {"gevaar": "ja"}, {"bel-112", "meld-bij-gevaar"}),
    "hulp werkt, maar het herhaalt zich": (SETTLED | {"structureel": "ja"}, {"meld-structureel"}),
    "hulp wordt geweigerd": (SETTLED | {"aanvaarden": "nee"}, {"meld-geweigerd"}),
    "een collega": (SETTLED | {"collega": "ja"}, {"collega-route"}),
}


@cache
def document() -> Document:
    """Return the meldcode."""
    found, _ = load_document(ROOT / "decision_trees" / "meldcode.yml")
    assert found
    return found


@cache
def page() -> Element:
    """Return the static page of the meldcode."""
    return read_html(render_aid(document(), load_editorial(ROOT / "docs")[0]))


@cache
def tree() -> Tree:
    """Return the compiled meldcode."""
    return compile_tree(document())


def seeded(seed: str | int) -> random.Random:
    """Return dice that fall the same way each time."""
    return random.Random(seed)  # noqa: S311  cases for a test, nothing secret


def written(answers: Mapping[str, Any]) -> Written:
    """Return what a person with these answers puts on the sheet."""
    labels: dict[int, frozenset[str]] = {}
    later: set[int] = set()
    due: set[int] = set()
    for number, question in enumerate(document().questions, start=1):
        answer = answers.get(question.id)
        if answer is None:
            continue
        if question.kind == "date" and answer != "onbekend":
            (later if answer > TODAY.isoformat() else due).add(number)
        else:
            labels[number] = ticked(question, answer)
    return Written(labels, frozenset(later), frozenset(due))


def ticked(question: Question, answer: Any) -> frozenset[str]:  # noqa: ANN401  an answer is JSON
    """Return the labels that are ticked, as they read inside a sentence."""
    if question.kind == "duty":
        return frozenset({DUTY_WORDS[answer["state"]]})
    if question.kind == "date":
        return frozenset({question.unknown[:1].lower() + question.unknown[1:]})
    chosen = [answer] if isinstance(answer, str) else answer
    found = [choice.label for choice in question.answers if choice.id in chosen]
    return frozenset(
        label if label[1:2].isupper() or " Thuis" in label else label[:1].lower() + label[1:] for label in found
    )


def random_answer(question: Question, dice: random.Random) -> Any:  # noqa: ANN401  an answer is JSON
    """Return some answer that the question takes."""
    match question.kind:
        case "duty":
            reason = dice.choice(question.reasons).id if question.reasons else None
            states = [{"state": "done"}, {"state": "later", "date": "2027-01-01"}, {"state": "open"}]
            return dice.choice([*states, {"state": "not_done", "reason": reason}] if reason else states)
        case "date":
            return dice.choice(["onbekend", *((TODAY + timedelta(days)).isoformat() for days in (-1, 0, 30))])
        case "any":
            alone = [["onbekend"], [question.none]]
            plain = [choice.id for choice in question.answers if choice.id not in ("onbekend", question.none)]
            return dice.choice([*alone, *alone, dice.sample(plain, dice.randint(1, 2))])
        case _:
            return dice.choice(question.answers).id


def complete(given: Mapping[str, Any], dice: random.Random) -> dict[str, Any]:
    """Return a complete case: every question whose line "Alleen als" is true has an answer, read from the top."""
    case: dict[str, Any] = {}
    for question in document().questions:
        if Paper(page(), written(case)).applies(one(page(), "data-question", question.id)):
            case[question.id] = given.get(question.id, random_answer(question, dice))
    return case


def by_paper(case: Mapping[str, Any]) -> tuple[set[str], dict[str, tuple[str, ...]]]:
    """Return advice and outcomes as the reader finds them."""
    paper = Paper(page(), written(case))
    return paper.advice(), paper.outcomes()


def by_engine(case: Mapping[str, Any]) -> tuple[set[str], dict[str, tuple[str, ...]]]:
    """Return advice and outcomes of the engine, outcomes in words."""
    view = consult(tree(), case, TODAY.isoformat())
    assert view["next"] is None, view["next"]
    assert not view["dropped"]
    labels = {
        (decision.id, outcome.name): {value.id: value.label for value in outcome.values}
        for decision in document().decisions
        for outcome in decision.gives
    }
    outcomes = {
        ident: tuple(labels[ident, name][value] for name, value in decision["standing"].items())
        for ident, decision in view["decisions"].items()
        if decision != "nvt"
    }
    return {item["id"] for item in view["advice"] if item["certainty"] == "certain"}, outcomes


@pytest.mark.parametrize("name", VIGNETTES)
def test_paper_leads_to_the_right_advice(name: str) -> None:
    """In each vignette the reader finds the advice that must be there, and exactly what the engine gives."""
    given, needed = VIGNETTES[name]
    case = complete(given, seeded(name))
    advice, outcomes = by_paper(case)
    assert needed <= advice
    assert (advice, outcomes) == by_engine(case)


@pytest.mark.parametrize("seed", range(60))
def test_paper_and_engine_agree(seed: int) -> None:
    """On any complete case, paper and engine give the same advice and the same outcomes."""
    case = complete({}, seeded(seed))
    assert by_paper(case) == by_engine(case)
