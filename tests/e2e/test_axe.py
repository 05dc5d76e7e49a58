"""The law of accessibility: no state of an aid breaks WCAG 2.2 A or AA, as far as axe can tell.

The states are enumerated from the tree: random walks in the engine are searched until each question has been in view,
each advice has been certain, and answers have been dropped; a small set of them that covers all is then shown.
"""

import random
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from aids.compiler.document import Document, Question
from aids.compiler.editorial import load_editorial
from aids.compiler.loader import load_document
from tests.e2e.widget_page import REPOSITORY, WidgetPage
from tests.e2e.widget_walk import Walk
from tests.unit.compiler.sample_certificate import certificate

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async rules => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] });
  return found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.target).join(" | ")}`);
}"""
CALM: dict[str, Any] = {
    "gevaar": "nee",
    "contact-veilig": "ja",
    "signalen": {"state": "done"},
    "overleg-collega": {"state": "done"},
    "gesprek": {"state": "done"},
    "collega": "nee",
    "rode-vlaggen": ["geen"],
    "bijzondere-vormen": ["geen"],
    "advies-veilig-thuis": "anders",
    "vermoeden": "ja",
    "acuut": "nee",
    "structureel": "nee",
    "onthulling": "nee",
    "zelf-helpen": "ja",
    "aanvaarden": "ja",
    "resultaat": "ja",
    "eigen-kader": "niet-zwaarder",
}
"""Answers with which nothing decides early: two walks in three stray from these, to see the end of the table."""

WALKS = 240
"""Enough for every question and every advice of the meldcode; the test says which are missing if not."""

STEADY = 0.9


class Shown(NamedTuple):
    """A case, and what of the tree is on screen in it."""

    answers: Mapping[str, Any]
    shows: frozenset[str]


@cache
def document() -> Document:
    """Return the meldcode."""
    found, _ = load_document(REPOSITORY / "decision_trees" / "meldcode.yml")
    assert found
    return found


@pytest.fixture(scope="module", name="served")
def fixture_served() -> Iterator[WidgetPage]:
    """Return the meldcode's page."""
    page = WidgetPage(document(), load_editorial(REPOSITORY / "docs")[0], certificate(tree="meldcode"))
    yield page
    page.close()


def some_answer(question: Question, dice: random.Random) -> Any:  # noqa: ANN401  an answer is JSON
    """Return an answer, often enough the one that leads on."""
    if question.kind == "duty":
        return dice.choice([{"state": "done"}, {"state": "later", "date": "2031-01-01"}, {"state": "open"}])
    if question.kind == "date":
        return dice.choice(["2031-01-01", "2020-01-01"])
    choice = dice.choice(question.answers).id
    return [choice] if question.kind == "any" else choice


def states(served: WidgetPage) -> list[Shown]:
    """Return cases that together put every question in view and make every advice certain."""
    dice = random.Random(2)  # noqa: S311  cases for a test, nothing secret
    seen: list[Shown] = []
    for walk in range(WALKS):
        answers: dict[str, Any] = {}
        calm = ({}, CALM, CALM | {"vermoeden": "nee"})[walk % 3]
        for _ in served.document.questions:
            view = served.view(answers)
            certain = {f"advice:{item['id']}" for item in view["advice"] if item["certainty"] == "certain"}
            seen.append(Shown(dict(answers), frozenset({*certain, f"question:{view['next']}"})))
            if view["next"] is None:
                break
            wild = some_answer(served.document.question(view["next"]), dice)
            answers[view["next"]] = calm.get(view["next"], wild) if dice.random() < STEADY else wild
    return covering(seen)


def covering(seen: list[Shown]) -> list[Shown]:
    """Return few cases that show all that any of them shows."""
    wanted = frozenset[str]().union(*(item.shows for item in seen))
    chosen: list[Shown] = []
    while wanted:
        best = max(seen, key=lambda item: len(item.shows & wanted))
        chosen.append(best)
        wanted -= best.shows
    return chosen


def faults(page: Page) -> list[str]:
    """Return what axe finds on the page as it is."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    page.evaluate("scrollTo(0, 0)")
    found: list[str] = page.evaluate(RUN, RULES)
    return found


def opened(browser: Browser, served: WidgetPage, **look: Any) -> Walk:  # noqa: ANN401  Playwright's own options
    """Return a reader on a new page."""
    served.reset()
    walk = Walk(browser.new_context(**look).new_page())
    walk.open(served.url)
    return walk


@pytest.mark.slow
def test_every_question_and_advice(browser: Browser, served: WidgetPage) -> None:
    """With each question in view and each advice certain, in light and in dark, axe finds nothing."""
    cases = states(served)
    shown = frozenset[str]().union(*(item.shows for item in cases))
    needed = {f"question:{item.id}" for item in document().questions} | {
        f"advice:{item.id}" for item in document().advice
    }
    assert needed <= shown, sorted(needed - shown)
    walk = opened(browser, served, color_scheme="light")
    for place, case in enumerate(cases):
        walk.page.emulate_media(color_scheme="dark" if place % 2 else "light")
        show(walk, case)
        assert faults(walk.page) == [], case
    walk.page.context.close()


def show(walk: Walk, case: Shown) -> None:
    """Begin anew and give the answers of a case; the question that comes next is in view."""
    if walk.page.locator("[data-question] input:checked").count():
        before = walk.seq
        walk.act("restart").click()
        walk.act("wipe").click()
        walk.until(lambda: walk.seq > before)
    if case.answers:
        walk.set(case.answers)
        walk.act("next").click()
    [wanted] = [item.removeprefix("question:") for item in case.shows if item.startswith("question:")]
    walk.until(lambda: walk.current == (None if wanted == "None" else wanted))


LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
}


@pytest.mark.parametrize("look", LOOKS)
def test_states_of_the_aid(browser: Browser, served: WidgetPage, look: str) -> None:
    """All folds open, static, loading, failed, an error at a question, dropped answers, asking before restarting."""
    walk = opened(browser, served, **LOOKS[look])
    page = walk.page
    walk.act("next").click()
    assert faults(page) == [], "error"
    walk.set({"gevaar": "nee", "collega": "nee", "resultaat": "nog-niet", "resultaat-datum": "2031-01-01"})
    walk.set({"resultaat": "ja"})
    assert "tellen niet meer mee" in walk.text(".aid-overview")
    walk.act("restart").click()
    assert faults(page) == [], "dropped and restart"
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    walk.until(lambda: page.locator(".aid-because-list > li").count() > 0)
    assert faults(page) == [], "everything open"
    served.gate.clear()
    served.starts = ["boot"]
    walk.open(served.url, "loading")
    assert faults(page) == [], "loading"
    served.gate.set()
    walk.until(lambda: walk.state == "failed")
    assert faults(page) == [], "failed"
    page.route("**/widget.js", lambda route: route.abort())
    walk.open(served.url, "static")
    walk.until(lambda: page.locator(".aid-paper").is_visible())
    assert faults(page) == [], "static"
    page.goto(served.blank_url)
    assert faults(page) == [], "blank"
    page.context.close()
