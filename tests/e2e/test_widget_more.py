"""Laws of what an aid tells who asks for more: why, what would add to the advice, the picture, practice, the proof."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from aids.compiler.editorial import load_editorial
from aids.compiler.loader import load_document
from tests.e2e.widget_page import REPOSITORY, WidgetPage
from tests.e2e.widget_walk import Walk, to_result
from tests.golden.sheet_input import sheet_document, sheet_editorial
from tests.unit.compiler.sample_certificate import SAYS, certificate

EXERCISE = "Oefening met een verzonnen voorbeeld"
FILL = "Vul dit voorbeeld in als oefening"
CHANGES = "[data-aid-changes]"
MARKED = "list => Object.fromEntries(list.map(node => [node.dataset.diagramQuestion, node.dataset.diagramState]))"
COUNT_MARKS = """() => {
  window.marked = [];
  new MutationObserver(found => window.marked.push(...found.map(({ target }) => target.getAttribute("class"))))
    .observe(document.querySelector("[data-aid-diagram] svg"), { attributes: true, subtree: true });
}"""
TOO_WIDE = """() => [...document.querySelectorAll(".aid-dia-chip, .aid-dia-row, .aid-dia-floor")].flatMap(group => {
  const room = group.querySelector("rect").getBBox();
  return [...group.querySelectorAll("text")].filter(one => one.getBBox().x + one.getBBox().width > room.width)
    .map(one => one.textContent);
}).concat([...document.querySelectorAll(".aid-dia-picture text")].filter(one =>
  one.getBoundingClientRect().right > one.closest("svg").getBoundingClientRect().right).map(one => one.textContent))"""


@pytest.fixture(scope="module", name="served")
def fixture_served() -> Iterator[WidgetPage]:
    """Return the small tree's page, with a proof."""
    page = WidgetPage(sheet_document(), sheet_editorial(), certificate())
    yield page
    page.close()


def answering(page: Page, reply: dict[str, Any]) -> list[str]:
    """Let the engine answer `reply` to what would change; return the messages that ask for it."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        message = route.request.post_data or ""
        if json.loads(message)["type"] != "changes":
            route.continue_()
            return
        asked.append(message)
        route.fulfill(json=reply)

    page.route("**/ask", answer)
    return asked


def opened(walk: Walk) -> str:
    """Open "Dit advies wordt anders als ..." and return what it says."""
    walk.page.locator(f"{CHANGES} > summary").click()
    walk.until(lambda: walk.page.locator(f"{CHANGES} .aid-changes-body > :not([role=status])").count() > 0)
    return walk.text(f"{CHANGES} .aid-changes-body")


def test_why_names_the_answer(walk: Walk) -> None:
    """Advice by its own condition says which answer makes it hold, and only when someone asks."""
    walk.choose("brand", "ja")
    why = walk.page.locator("[data-advice=bel] .aid-because")
    assert why.locator("li").count() == 0
    why.locator("summary").click()
    walk.until(lambda: why.locator("li").count() > 0)
    assert "Uw antwoord bij Brand nu: Ja." in why.inner_text()


def test_why_names_the_row_with_its_source(walk: Walk) -> None:
    """Advice of a row says which row, in its own words, with the answers that it looks at and on what it rests."""
    walk.set({"brand": "nee", "gebreken": ["geen"]})
    why = walk.page.locator("[data-advice=gebruik-gewoon] .aid-because")
    why.locator("summary").click()
    walk.until(lambda: why.locator("li").count() > 0)
    said = " ".join(why.inner_text().split())
    assert "Rij R3 van ‘Het oordeel over de trap’: Geen gebrek gezien." in said
    assert "Uw antwoord bij Gebreken: Geen van deze." in said
    assert "Berust op: Vakoordeel." in said


def test_why_of_a_decision(walk: Walk) -> None:
    """A decision says when its row holds, and follows the answers while it is open."""
    walk.set({"brand": "nee", "gebreken": ["leuning"]})
    why = walk.page.locator("[data-aid-decision=oordeel] > .aid-because")
    why.locator("summary").click()
    walk.until(lambda: why.locator("li").count() > 0)
    assert "vraag 2 Gebreken: minstens één van: geen leuning of geen licht" in " ".join(why.inner_text().split())
    walk.set({"gebreken": ["geen"]})
    assert "Uw antwoord bij Gebreken: Geen van deze." in why.inner_text()
    walk.set({"brand": "ja"})
    assert why.is_hidden()


def test_why_is_not_in_the_static_page(page: Page, served: WidgetPage) -> None:
    """Without the script there are no answers, and so nothing is said to follow from them."""
    page.route("**/widget.js", lambda route: route.abort())
    page.goto(served.url)
    assert page.locator(".aid-because, [data-aid-changes], .aid-practice-tools").count() == 0


def test_changes_are_asked_for_at_the_result_only(walk: Walk) -> None:
    """Nothing is worked out until a reader wants to know; a change of answers makes it forget."""
    change = {"answers": [{"question": "brand", "from": "nee", "to": "ja"}], "advice": ["bel"], "outcomes": {}}
    asked = answering(walk.page, {"type": "changes", "seq": 1, "changes": [change], "find_out": []})
    assert walk.page.locator(CHANGES).is_hidden()
    to_result(walk)
    assert asked == []
    assert "Brand nu Bekijk deze vraag : Brand nu Als u ‘Ja’ antwoordt, komt erbij: Bel 112." in opened(walk)
    assert json.loads(asked[0])["answers"]["brand"] == "nee"
    walk.page.locator(f"{CHANGES} [data-aid-action=change]").click()
    walk.until(lambda: walk.current == "brand")
    walk.choose("brand", "onbekend")
    assert walk.page.locator(f"{CHANGES} li").count() == 0


def test_changes_tell_outcomes_and_what_to_find_out(walk: Walk) -> None:
    """What is unknown comes first; several answers at once are one line; heavier outcomes are named."""
    change = {
        "answers": [
            {"question": "brand", "from": "nee", "to": "onbekend"},
            {"question": "gebreken", "from": None, "to": ["licht"]},
        ],
        "advice": [],
        "outcomes": {"oordeel.werk": "nu"},
    }
    answering(walk.page, {"type": "changes", "seq": 1, "changes": [change], "find_out": ["herstel"]})
    to_result(walk)
    said = opened(walk)
    assert said.index("Zoek eerst uit:") < said.index("Als u")
    assert said.startswith("Zoek eerst uit: Hersteldatum")
    assert "Als u ‘Weet ik nog niet’ en bij Gebreken ‘Geen licht’ antwoordt, ‘Werk’ wordt:" in said
    assert "‘Werk’ wordt: Nu herstellen." in said


def test_many_changes_of_one_question_are_folded(walk: Walk) -> None:
    """A question on which many answers add something stays one line until a reader opens it."""
    ticks = [["leuning"], ["trede"], ["licht"], ["onbekend"]]
    changes = [
        {"answers": [{"question": "gebreken", "from": ["geen"], "to": tick}], "advice": ["sluit-af"], "outcomes": {}}
        for tick in ticks
    ]
    answering(walk.page, {"type": "changes", "seq": 1, "changes": changes, "find_out": []})
    to_result(walk)
    assert "4 antwoorden voegen iets toe" in opened(walk)
    assert walk.page.locator(f"{CHANGES} details").get_attribute("open") is None


def test_changes_are_honest_when_there_are_none(walk: Walk) -> None:
    """Nothing to add is not nothing to do."""
    answering(walk.page, {"type": "changes", "seq": 1, "changes": [], "find_out": []})
    to_result(walk)
    said = opened(walk)
    assert "voegt hier niets aan toe" in said
    assert "Overleggen en melden mag altijd." in said
    assert "niets nodig" not in said


def test_changes_that_fail_leave_the_advice(walk: Walk) -> None:
    """When the engine does not answer, the advice stays and the reader is told."""
    answering(walk.page, {"code": "worker"})
    to_result(walk)
    assert "Uw advies hierboven blijft staan." in opened(walk)
    assert walk.state == "ready"


def test_changes_come_from_the_engine(walk: Walk) -> None:
    """With the real engine what is shown adds to the advice; an answer that would take some away is never told."""
    to_result(walk)
    said = opened(walk)
    assert "Als u ‘Weet ik nog niet’ antwoordt" in said
    assert "‘Gebruik’ wordt: " in said
    assert "‘Nee’" not in said


def states(walk: Walk) -> dict[str, str]:
    """Return how the questions are marked in the picture."""
    found: dict[str, str] = walk.page.locator("[data-aid-diagram] [data-diagram-question]").evaluate_all(MARKED)
    return {ident: state for ident, state in found.items() if state}


def test_picture_shows_the_path(walk: Walk) -> None:
    """Where the reader is, what was answered and what is not needed is marked, and told in words."""
    assert states(walk) == {"brand": "current"}
    walk.choose("brand", "nee")
    walk.next()
    assert states(walk) == {"brand": "answered", "gebreken": "current"}
    walk.choose("gebreken", "geen")
    row = walk.page.locator("[data-aid-diagram] [data-diagram-row=R3]")
    assert row.get_attribute("data-diagram-state") == "standing"
    given = walk.page.locator("[data-aid-diagram] [data-diagram-advice=gebruik-gewoon]")
    assert given.get_attribute("data-diagram-state") == "certain"
    assert "Uw weg: 2 van de 8 vragen" in str(walk.page.locator("[data-diagram-path]").text_content())
    walk.set({"brand": "onbekend"})
    floor = walk.page.locator("[data-aid-diagram] [data-diagram-floor=brand-onbekend]")
    assert floor.get_attribute("data-diagram-state") == "standing"


def test_picture_changes_only_where_it_differs(walk: Walk) -> None:
    """An answer that changes nothing in the picture touches nothing of it."""
    walk.choose("brand", "nee")
    walk.next()
    walk.choose("gebreken", "leuning")
    walk.page.evaluate(COUNT_MARKS)
    walk.choose("gebreken", "licht")
    assert walk.page.evaluate("window.marked") == []
    walk.next()
    assert walk.page.evaluate("new Set(window.marked).size") == 1


def test_open_duty_is_not_marked_as_done(walk: Walk) -> None:
    """A duty that was passed over is open in the picture too."""
    to_result(walk)
    assert "melden-beheerder" not in states(walk)


def test_record_has_the_picture_without_hooks(walk: Walk) -> None:
    """The record ends with the picture and the reader's path in it, as a copy that no script takes for the first."""
    to_result(walk)
    record = walk.page.locator("[data-aid-record]")
    assert record.locator("svg").count() == 1
    assert record.locator(".aid-dia-chip.aid-dia-answered").count() == len(
        [state for state in states(walk).values() if state == "answered"]
    )
    assert "Uw weg:" in str(record.locator(".aid-record-diagram").text_content())


def test_picture_has_a_sheet_of_its_own(walk: Walk, page: Page) -> None:
    """On paper the picture of the record starts a page and fits on it."""
    to_result(walk)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 673, "height": 1000})
    section = page.locator(".aid-record-diagram")
    assert section.evaluate("node => getComputedStyle(node).breakBefore") == "page"
    box = section.locator("svg").bounding_box()
    assert box
    assert box["width"] <= 673
    assert box["height"] <= 1000


def test_certificate_is_in_page_and_record(walk: Walk) -> None:
    """Page and record say what was proven and that it is not about the reader's judgement."""
    to_result(walk)
    assert SAYS in walk.text("[data-aid-certificate] .aid-certificate-short")
    assert SAYS in walk.text("[data-aid-record]")
    assert walk.page.locator("[data-aid-certificate] details").get_attribute("open") is None


def test_vignette_is_filled_in_as_an_exercise(walk: Walk, served: WidgetPage) -> None:
    """A press fills in all answers of the story, on its own day, and everything says that it is an exercise."""
    asked: list[str] = []
    walk.page.on("request", lambda request: asked.append(request.post_data or "") if "/ask" in request.url else None)
    walk.page.locator("[data-aid-vignette=losse-leuning] > summary").click()
    walk.page.get_by_role("button", name=FILL).first.click()
    walk.until(lambda: walk.seq > 1)
    [vignette] = [item for item in served.document.examples if item.id == "losse-leuning"]
    assert json.loads(asked[-1])["today"] == vignette.today
    assert walk.page.locator("[data-question=gebreken] input:checked").get_attribute("value") == "leuning"
    assert walk.page.locator("[data-question=herstel] input[type=date]").input_value() == "2026-03-24"
    assert walk.page.locator("[data-question=melden-beheerder] input:checked").get_attribute("value") == "later"
    assert f"{EXERCISE}: De losse leuning." in walk.text(".aid-sheet")
    assert walk.page.locator("[data-advice=kijk-na]").get_attribute("data-certainty") == "certain"
    walk.until(lambda: EXERCISE in str(walk.page.locator("[data-aid-record]").text_content()))
    walk.act("restart").click()
    walk.act("wipe").click()
    walk.until(lambda: walk.current == "brand")
    assert walk.page.locator(".aid-sheet > .aid-exercise").is_hidden()
    walk.settle()
    assert json.loads(asked[-1])["today"] != vignette.today


def test_vignette_never_takes_a_case_away_unasked(walk: Walk) -> None:
    """With answers on the sheet it asks first, and "laat staan" leaves every one of them."""
    walk.choose("brand", "onbekend")
    walk.page.locator("[data-aid-vignette=brand-onder-de-trap] > summary").click()
    fold = walk.page.locator("[data-aid-vignette=brand-onder-de-trap]")
    fold.get_by_role("button", name=FILL).click()
    assert "Er staan al antwoorden" in fold.inner_text()
    fold.get_by_role("button", name="Laat mijn antwoorden staan").click()
    assert walk.page.locator("[data-question=brand] input:checked").get_attribute("value") == "onbekend"
    fold.get_by_role("button", name=FILL).click()
    before = walk.seq
    fold.get_by_role("button", name="Wis mijn antwoorden en oefen").click()
    walk.until(lambda: walk.seq > before)
    assert walk.page.locator("[data-question=brand] input:checked").get_attribute("value") == "ja"
    assert EXERCISE in walk.text(".aid-sheet")


@pytest.mark.parametrize("tree", ["meldcode", "passende-zorg"])
def test_words_fit_in_their_boxes(page: Page, tree: str) -> None:
    """In a browser no word of the real trees' pictures runs out of its box or out of the picture."""
    document, _ = load_document(REPOSITORY / "decision_trees" / f"{tree}.yml")
    assert document is not None
    served = WidgetPage(document, load_editorial(REPOSITORY / "docs")[0])
    page.route("**/widget.js", lambda route: route.abort())
    page.goto(served.url)
    page.locator("[data-aid-diagram]").evaluate("fold => { fold.open = true; }")
    assert page.locator(".aid-dia-chip").count() == len(document.questions)
    assert page.evaluate(TOO_WIDE) == []
    served.close()
