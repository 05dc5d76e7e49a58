"""Laws of starting: the page is whole without Python, one question while it loads, whole again when it fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from aids.compiler.editorial import load_editorial
from aids.compiler.loader import load_document
from tests.e2e.widget_page import REPOSITORY, WidgetPage
from tests.e2e.widget_walk import Walk
from tests.golden.sheet_input import sheet_document, sheet_editorial

CAUSES = {
    "fetch": "kon niet worden opgehaald",
    "wasm": "kan het rekenende deel van de hulp niet uitvoeren",
    "timeout": "was niet op tijd klaar",
    "boot": "kon niet starten",
}


@pytest.fixture(scope="module", name="served")
def fixture_served() -> Iterator[WidgetPage]:
    """Return the small tree's page."""
    page = WidgetPage(sheet_document(), sheet_editorial())
    yield page
    page.close()


@pytest.fixture(name="page")
def fixture_page(browser: Browser, served: WidgetPage) -> Iterator[Page]:
    """Return a new page."""
    served.reset()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield context.new_page()
    context.close()


@pytest.fixture(name="paper")
def fixture_paper(browser: Browser) -> Iterator[Page]:
    """Return a page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def is_whole(page: Page, served: WidgetPage) -> None:
    """Every question, row and advice of the tree is on screen, and the telephone numbers with them."""
    document = served.document
    for question in document.questions:
        assert page.locator(f"[data-question='{question.id}']").is_visible(), question.id
    for advice in document.advice:
        shown = page.locator(f"[data-advice='{advice.id}'] .aid-holds")
        assert shown.is_visible(), advice.id
    rows = page.locator("[data-aid-row]")
    assert rows.count() == sum(len(decision.rows) + 1 for decision in document.decisions)
    assert all(row.is_visible() for row in rows.all())
    assert page.locator("a[href='tel:112']").first.is_visible()
    assert page.locator("a[href='tel:08002000']").first.is_visible()


def test_without_script_the_page_is_the_aid(paper: Page, served: WidgetPage) -> None:
    """With scripts off everything can be read and filled in, and nothing is promised that needs a script."""
    paper.goto(served.url)
    is_whole(paper, served)
    assert paper.locator("[data-aid]").get_attribute("data-aid-state") == "static"
    assert paper.locator("[data-certainty]").count() == 0
    assert paper.locator("[data-aid-action]").count() == 1
    assert "Zo gebruikt u dit blad" in paper.locator(".aid-paper").inner_text()
    paper.locator("[data-question=brand] input[value=nee]").check()
    paper.locator("[data-question=gebreken] input[value=licht]").check()


def test_without_script_leaving_works(paper: Page, served: WidgetPage) -> None:
    """The way out is a link: it needs no script."""
    paper.goto(served.url)
    paper.locator("[data-aid-action=leave]").click()
    paper.wait_for_url("about:blank")


def test_the_real_aid_is_whole_on_paper(paper: Page) -> None:
    """The meldcode is complete without a script too."""
    document, _ = load_document(Path(REPOSITORY / "decision_trees" / "meldcode.yml"))
    assert document
    served = WidgetPage(document, load_editorial(REPOSITORY / "docs")[0])
    paper.goto(served.url)
    is_whole(paper, served)
    served.close()


def test_without_assets_nothing_starts(page: Page, served: WidgetPage) -> None:
    """A page that was made without the files of an aid stays the static page."""
    found = served.file("/keuzehulpen/hulp/")
    assert found
    bare = found[1].decode().replace('data-aid-assets="/web/"', 'data-aid-assets=""')
    page.route("**/hulp/", lambda route: route.fulfill(body=bare, content_type="text/html; charset=utf-8"))
    page.goto(served.url)
    assert page.locator("[data-aid]").get_attribute("data-aid-state") == "static"


def test_first_question_is_there_before_python(page: Page, served: WidgetPage) -> None:
    """While Python loads the first question can be answered; "Verder" waits, and the answer counts when it is there."""
    served.gate.clear()
    walk = Walk(page)
    walk.open(served.url, "loading")
    assert walk.visible("data-question") == ["brand"]
    assert walk.visible("data-advice") == []
    walk.question("brand").locator("input[value=nee]").check()
    walk.act("next").click()
    assert walk.current == "brand"
    assert "Uw antwoord staat." in walk.text(".aid-remaining")
    served.gate.set()
    walk.until(lambda: walk.current == "gebreken")
    assert walk.state == "ready"
    assert "Brand nu Nee" in walk.text(".aid-overview")


def test_nothing_moves_when_python_arrives(page: Page, served: WidgetPage) -> None:
    """The first question and the buttons stand where they stood; loading and ready look alike."""
    served.gate.clear()
    walk = Walk(page)
    walk.open(served.url, "loading")
    places = [walk.question("brand").bounding_box(), walk.act("next").bounding_box(), walk.act("back").bounding_box()]
    served.gate.set()
    walk.until(lambda: walk.state == "ready")
    assert places == [
        walk.question("brand").bounding_box(),
        walk.act("next").bounding_box(),
        walk.act("back").bounding_box(),
    ]


def test_answer_given_before_the_script_counts(page: Page, served: WidgetPage) -> None:
    """What was filled in on the static page before the script came is an answer like any other."""
    held: list[Route] = []
    page.route("**/widget.js", lambda route: held.append(route))  # noqa: PLW0108  Playwright marks its handlers
    page.goto(served.url, wait_until="commit")
    page.locator("[data-question=brand] input[value=ja]").check()
    walk = Walk(page)
    assert walk.state == "static"
    held[0].continue_()
    walk.until(lambda: walk.state == "ready")
    assert walk.page.locator("[data-advice=bel]").get_attribute("data-certainty") == "certain"


def test_the_page_is_taken_over_in_a_task_of_its_own(page: Page, served: WidgetPage) -> None:
    """A script that comes in with the end of the page leaves the browser to that first: neither task is long."""
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => {"
        "window.found = document.querySelector('[data-aid]').dataset.aidState; })"
    )
    page.goto(served.url, wait_until="commit")
    walk = Walk(page)
    walk.until(lambda: walk.state == "ready")
    assert page.evaluate("window.found") == "static"


def test_script_that_never_comes_leaves_the_page(page: Page, served: WidgetPage) -> None:
    """When the widget itself cannot be fetched, the page shows itself whole after a moment."""
    page.route("**/widget.js", lambda route: route.abort())
    page.goto(served.url)
    walk = Walk(page)
    walk.until(lambda: page.locator("[data-question=opmerking]").bounding_box() is not None)
    walk.until(lambda: page.locator(".aid-paper").is_visible())
    is_whole(page, served)


@pytest.mark.parametrize("code", CAUSES)
def test_failure_gives_the_page_back(page: Page, served: WidgetPage, code: str) -> None:
    """Whatever fails, the whole page is there to use, one sentence says so honestly, and trying again works."""
    served.starts = [code]
    walk = Walk(page)
    walk.open(served.url, "failed")
    is_whole(page, served)
    assert CAUSES[code] in walk.text(".aid-failed")
    assert page.locator("[data-certainty]").count() == 0
    page.locator("[data-question=brand] input[value=nee]").check()
    page.locator("[data-question=gebreken] input[value=geen]").check()
    walk.act("retry").click()
    walk.until(lambda: walk.state == "ready")
    assert page.locator(".aid-failed").count() == 0
    assert walk.visible("data-question") == ["brand"]
    assert "Gebreken Geen van deze" in walk.text(".aid-overview")


def test_failing_again_says_so_again(page: Page, served: WidgetPage) -> None:
    """A second failure is as honest as the first, with another cause."""
    served.starts = ["fetch", "timeout"]
    walk = Walk(page)
    walk.open(served.url, "failed")
    walk.act("retry").click()
    walk.until(lambda: walk.state == "failed" and CAUSES["timeout"] in walk.text(".aid-failed"))


def test_dying_halfway_keeps_the_answers(page: Page, served: WidgetPage) -> None:
    """When Python stops halfway the page is whole, the answers stand, and a retry goes on with them."""
    walk = Walk(page)
    walk.open(served.url)
    walk.choose("brand", "nee")
    walk.next()
    served.broken = True
    page.locator("[data-question=gebreken] input[value=geen]").check()
    walk.until(lambda: walk.state == "failed")
    is_whole(page, served)
    assert page.locator("[data-question=brand] input[value=nee]").is_checked()
    assert "is gestopt" in walk.text(".aid-failed")
    served.broken = False
    walk.act("retry").click()
    walk.until(lambda: walk.state == "ready")
    assert walk.current == "gebreken"
    assert "Brand nu Nee" in walk.text(".aid-overview")


def test_help_is_in_sight_in_every_state(page: Page, served: WidgetPage) -> None:
    """112, Veilig Thuis and the way out are there while loading, when ready and when failed."""
    served.gate.clear()
    served.starts = ["boot"]
    walk = Walk(page)
    walk.open(served.url, "loading")
    for state in ("loading", "failed", "ready"):
        walk.until(lambda state=state: walk.state == state)  # type: ignore[misc]
        assert page.locator(".aid > .aid-help a[href='tel:112']").is_visible()
        assert page.locator(".aid > .aid-help a[href='tel:08002000']").is_visible()
        assert walk.act("leave").is_visible()
        assert "U beslist" in walk.text(".aid-body > .aid-judgement")
        served.gate.set()
        if state == "failed":
            walk.act("retry").click()


def test_past_its_date_it_says_so(page: Page, served: WidgetPage) -> None:
    """After the review date the aid says so above the question; before it, it does not."""
    walk = Walk(page)
    walk.open(served.url)
    assert not page.locator("[data-aid-overdue]").is_visible()
    page.clock.install(time="2028-01-01T12:00:00")
    page.reload()
    page.clock.run_for(1000)
    assert page.locator("[data-aid-overdue]").is_visible()
    assert "21 november 2027" in page.locator("[data-aid-overdue]").inner_text()
