"""Laws of the aid in the page: one question at a time, every answer counts at once, nothing is lost and nothing leaks.

The page, its scripts and styles are the real ones; the engine runs beside the browser (see `widget_page`).
"""

from collections.abc import Iterator

import pytest

from tests.e2e.widget_page import WidgetPage
from tests.e2e.widget_walk import Walk, tab_to, to_duty, to_result
from tests.golden.sheet_input import sheet_document, sheet_editorial


@pytest.fixture(scope="module", name="served")
def fixture_served() -> Iterator[WidgetPage]:
    """Return the small tree's page."""
    page = WidgetPage(sheet_document(), sheet_editorial())
    yield page
    page.close()


def test_one_question_is_in_view(walk: Walk) -> None:
    """When the aid is ready only the first question shows, with next and back, and nothing has been answered."""
    assert walk.visible("data-question") == ["brand"]
    assert walk.act("next").is_visible()
    assert walk.act("back").is_disabled()
    assert walk.seq == 1


def test_choosing_never_advances(walk: Walk) -> None:
    """An answer counts at once, but the question stays until "Verder"."""
    walk.choose("brand", "ja")
    assert walk.current == "brand"
    assert "bel" in walk.visible("data-advice")
    assert walk.page.locator("[data-advice=bel]").get_attribute("data-certainty") == "certain"


def test_certain_advice_is_in_sight_at_once(walk: Walk) -> None:
    """What is certain is named beside the buttons, so that nobody has to scroll to see "Bel 112"; and it is told."""
    walk.choose("brand", "ja")
    assert "Al zeker: Bel 112" in walk.text(".aid-bar")
    assert walk.page.locator("[data-aid-live]").inner_text() == "Nu zeker: Bel 112."
    walk.page.locator(".aid-now button").click()
    assert walk.page.evaluate("document.activeElement.closest('[data-advice]').dataset.advice") == "bel"
    assert "#" not in walk.page.url


def test_whole_row_is_the_target(walk: Walk) -> None:
    """A press anywhere in the row chooses it, and a row is at least 48 px high."""
    for row in walk.question("brand").locator(".aid-choice").all():
        box = row.bounding_box()
        assert box
        assert box["height"] >= 48
        row.click(position={"x": box["width"] - 5, "y": box["height"] - 5})
        assert row.locator("input").is_checked()


def test_next_asks_for_an_answer(walk: Walk) -> None:
    """Without an answer "Verder" stays, says what to do, and puts the focus where it is done."""
    walk.act("next").click()
    assert walk.current == "brand"
    assert walk.question("brand").locator(".aid-error").inner_text() == (
        "Kies een antwoord. Weet u het niet, kies dan ‘Weet ik nog niet’."
    )
    assert walk.page.evaluate("document.activeElement.value") == "ja"
    walk.choose("brand", "nee")
    assert walk.question("brand").locator(".aid-error").count() == 0


def test_exclusive_answers_exclude(walk: Walk) -> None:
    """The answers "geen van deze" and "weet ik nog niet" never stand beside another answer."""
    walk.choose("brand", "nee")
    walk.next()
    boxes = walk.question("gebreken").locator("input:checked")
    walk.choose("gebreken", "leuning", "licht")
    assert boxes.count() == 2
    walk.choose("gebreken", "geen")
    assert boxes.evaluate_all("list => list.map(box => box.value)") == ["geen"]
    walk.choose("gebreken", "onbekend")
    assert boxes.evaluate_all("list => list.map(box => box.value)") == ["onbekend"]
    walk.choose("gebreken", "trede")
    assert boxes.evaluate_all("list => list.map(box => box.value)") == ["trede"]


def test_duty_may_be_passed_over_and_stays_open(walk: Walk) -> None:
    """A duty without an answer is passed over as open: never blocked, never forgotten."""
    to_duty(walk)
    walk.next()
    assert walk.current == "herstel"
    assert "Beheerder gebeld Nog open" in walk.text(".aid-overview")


def test_duty_shows_only_the_part_it_asks_for(walk: Walk) -> None:
    """The date belongs to "later", the reason to "niet", the person to "gedaan"; the others are out of the way."""
    to_duty(walk)
    duty = walk.question("melden-beheerder")
    for state, part in (("done", "who"), ("later", "later"), ("not_done", "not_done")):
        walk.choose("melden-beheerder", state)
        shown = [item.get_attribute("data-aid-part") for item in duty.locator("[data-aid-part]:visible").all()]
        assert shown == [part]


def test_duty_half_answered_asks_on(walk: Walk) -> None:
    """The state "niet" without a reason and "later" without a date say what is missing."""
    to_duty(walk)
    walk.choose("melden-beheerder", "not_done")
    walk.act("next").click()
    assert "Kies de reden" in walk.text("[data-question=melden-beheerder] .aid-error")
    walk.choose("melden-beheerder", "later")
    walk.act("next").click()
    assert "Kies de datum" in walk.text("[data-question=melden-beheerder] .aid-error")
    walk.fill("melden-beheerder", "input[type=date]", "2027-01-02")
    walk.next()
    assert "Later: 2 januari 2027" in walk.text(".aid-overview")


def test_back_and_change(walk: Walk) -> None:
    """Back goes to the question before; change goes to any; the answers stand as they were given."""
    to_duty(walk)
    walk.act("back").click()
    assert walk.current == "gebreken"
    assert walk.question("gebreken").locator("input[value=geen]").is_checked()
    walk.change("brand")
    assert walk.question("brand").locator("input[value=nee]").is_checked()
    walk.next()
    assert walk.current == "melden-beheerder"


def test_focus_follows_the_question(walk: Walk) -> None:
    """After next, back and change the focus is on the question that is now in view."""
    to_duty(walk)
    legend = "document.activeElement.closest('[data-question]')?.dataset.question"
    assert walk.page.evaluate(legend) == "melden-beheerder"
    walk.act("back").click()
    assert walk.page.evaluate(legend) == "gebreken"
    walk.change("brand")
    assert walk.page.evaluate(legend) == "brand"
    assert walk.page.evaluate("document.activeElement.tagName") == "LEGEND"


def test_dropped_answers_are_named_and_kept(walk: Walk) -> None:
    """An answer that no longer applies is named, not counted, and back when it applies again."""
    walk.choose("brand", "nee")
    walk.next()
    walk.choose("gebreken", "leuning")
    walk.next()
    walk.choose("trap-soort", "hout")
    walk.next()
    walk.change("gebreken")
    walk.choose("gebreken", "geen")
    assert walk.question("trap-soort").get_attribute("data-question-state") == "dropped"
    overview = walk.text(".aid-overview")
    assert "Deze antwoorden tellen niet meer mee" in overview
    assert "Soort trap Hout" in overview
    walk.until(lambda: "tellen niet meer mee" in str(walk.page.locator("[data-aid-record]").text_content()))
    walk.choose("gebreken", "trede")
    assert walk.question("trap-soort").get_attribute("data-question-state") == "answered"
    assert "tellen niet meer mee" not in walk.text(".aid-overview")


def test_skipped_questions_say_why(walk: Walk, served: WidgetPage) -> None:
    """A question that no longer matters is listed with its reason, and can still be answered."""
    walk.choose("brand", "nee")
    answers = {"brand": "nee", "gebreken": ["trede"], "trap-soort": "steen"}
    walk.set(answers)
    skipped = walk.page.locator("[data-question-state=skipped]").evaluate_all(
        "all => all.map(one => one.dataset.question)"
    )
    assert skipped == served.view(answers)["skipped"] == ["treden"]
    assert "Niet meer nodig: een antwoord verandert het advies niet meer." in walk.text(".aid-overview")


def test_closing_is_never_certain(walk: Walk) -> None:
    """What ends or lightens stays "voorlopig" while anything is open, and never reads "al zeker"."""
    walk.choose("brand", "nee")
    walk.set({"gebreken": ["geen"]})
    assert walk.page.locator("[data-advice=gebruik-gewoon]").get_attribute("data-certainty") == "certain"
    words = walk.text(".aid-outcome").lower()
    assert "vrij voorlopig" in words
    assert "al zeker" not in words
    walk.set({"herstel": "onbekend", "melden-beheerder": {"state": "done"}, "afzetten": {"state": "done"}})
    walk.set({"opmerking": "gezien"})
    walk.act("next").click()
    walk.until(lambda: walk.current is None)
    words = walk.text(".aid-outcome").lower()
    assert "met deze antwoorden. melden mag altijd." in words
    assert "al zeker" not in words


def test_standing_outcome_names_the_floor(walk: Walk) -> None:
    """Where a line under the table goes before the row, its words are shown and not those of the row."""
    walk.choose("brand", "onbekend")
    walk.set({"gebreken": ["geen"]})
    words = walk.text("[data-aid-standing]")
    assert "Met opletten" in words
    assert "U weet niet of het brandt." in words
    assert "Geen gebrek gezien." not in words


def test_result_shows_open_duties(walk: Walk) -> None:
    """At the end the duties that are open are named as open; the advice did not wait for them."""
    to_result(walk)
    assert walk.current is None
    assert walk.visible("data-question") == []
    assert "Beheerder gebeld" in walk.text("[data-aid-open-duties]")
    assert walk.page.evaluate("document.activeElement.tagName") == "H2"
    assert not walk.act("next").is_visible()
    walk.act("back").click()
    assert walk.current == "opmerking"


def test_record_holds_the_case(walk: Walk) -> None:
    """The record has answers, outcome, advice, duties as they stand, version, dates and the sentence on judgement."""
    to_result(walk)
    record = walk.page.locator("[data-aid-record]")
    words = " ".join(str(record.inner_text()).split())
    for needed in (
        "Brandt het op dit moment? Nee",
        "Wanneer wordt de trap hersteld? 6 mei 2031",
        "Is de beheerder gebeld? Nog open",
        "Rij R3",
        "Met deze antwoorden is de trap te gebruiken",
        "U beslist, volgens de meldcode van uw organisatie.",
        "controleer na 21 november 2027",
        "0800-2000",
        "Leeg gelaten",
    ):
        assert needed in words, needed
    assert "voorlopig" not in words.lower()


def test_record_carries_no_hooks(walk: Walk) -> None:
    """Copies in the record cannot be taken for the aid itself, and ids stay unique."""
    to_result(walk)
    inside = "document.querySelectorAll('[data-aid-record] *')"
    hooks = f"[...{inside}].filter(one => [...one.attributes].some(a => a.name.startsWith('data-') || a.name === 'id'))"
    assert walk.page.evaluate(f"{hooks}.length") == 0
    assert walk.page.evaluate(f"[...{inside}].length") > 50


def test_hooks_stay_unique(walk: Walk) -> None:
    """In the middle of a case every hook still names one thing."""
    to_duty(walk)
    count = """name => { const seen = [...document.querySelectorAll(`[${name}]`)].map(one =>
      one.getAttribute(name) + "|" + (one.dataset.target ?? "")); return seen.length - new Set(seen).size; }"""
    for name in ("data-question", "data-advice", "data-aid-action", "id", "data-aid-record"):
        assert walk.page.evaluate(count, name) == 0, name


def test_print_shows_the_record(walk: Walk) -> None:
    """On paper a case is its record, black on white, without buttons and without the screen."""
    to_result(walk)
    walk.page.emulate_media(media="print")
    assert walk.page.locator("[data-aid-record]").is_visible()
    assert not walk.page.locator(".aid-sheet").is_visible()
    assert not walk.act("leave").is_visible()


def test_restart_asks_first(walk: Walk) -> None:
    """Starting again asks before it wipes; going on keeps everything; wiping leaves nothing."""
    walk.choose("brand", "ja")
    walk.act("restart").click()
    walk.page.get_by_role("button", name="Ga door met dit blad").click()
    assert walk.question("brand").locator("input[value=ja]").is_checked()
    walk.act("restart").click()
    before = walk.seq
    walk.act("wipe").click()
    walk.until(lambda: walk.seq > before)
    assert walk.current == "brand"
    assert walk.page.locator("[data-question] input:checked").count() == 0
    assert "bel" not in walk.page.locator("[data-certainty=certain]").evaluate_all("a => a.map(o => o.dataset.advice)")


def test_leaving_wipes_first(walk: Walk) -> None:
    """Leaving empties inputs, overview and record before it goes, goes nowhere, and back does not bring it back."""
    to_duty(walk)
    walk.page.evaluate(
        """() => addEventListener("disposed", () => console.log([
          document.querySelectorAll("[data-question] input:checked").length,
          document.querySelector("[data-aid-record]").textContent.length,
          document.querySelectorAll(".aid-line").length,
          document.querySelectorAll("[data-certainty]").length].join()))"""
    )
    with walk.page.expect_console_message() as told:
        walk.act("leave").click()
    assert told.value.text == "0,0,0,0"
    walk.page.wait_for_url("about:blank")
    walk.page.go_back()
    assert not walk.page.url.endswith("/hulp/") or walk.page.locator("[data-question] input:checked").count() == 0


def test_nothing_is_kept(walk: Walk) -> None:
    """No answer comes into the address, a cookie or the browser's storage."""
    to_duty(walk)
    kept = "[location.search, location.hash, document.cookie, localStorage.length, sessionStorage.length].join('|')"
    assert walk.page.evaluate(kept) == "|||0|0"


def test_reload_starts_clean(walk: Walk, served: WidgetPage) -> None:
    """After a reload, or back and forward, no answer is left and the aid works."""
    to_duty(walk)
    walk.page.reload()
    walk.until(lambda: walk.state == "ready")
    assert walk.page.locator("[data-question] input:checked").count() == 0
    walk.choose("brand", "ja")
    walk.page.goto(served.blank_url)
    walk.page.go_back()
    walk.until(lambda: walk.state == "ready")
    answered = walk.page.locator("[data-question] input:checked").count()
    assert answered == walk.page.locator("[data-question-state=answered]").count() == 0


def test_enter_does_not_navigate(walk: Walk) -> None:
    """Enter in any input changes neither page nor question."""
    to_duty(walk)
    walk.next()
    walk.question("herstel").locator("input[type=date]").press("Enter")
    assert walk.current == "herstel"
    assert walk.page.url.endswith("/keuzehulpen/hulp/")


def test_keyboard_alone(walk: Walk) -> None:
    """A whole walk with Tab, arrows, space and Enter, from the first question to the record."""
    keys = walk.page.keyboard
    seen = []
    while walk.current is not None:
        seen.append(walk.current)
        assert len(seen) < 12, seen
        before, ident = walk.seq, walk.current
        tab_to(walk, f"[data-question='{ident}'] input, [data-question='{ident}'] textarea")
        kind = walk.question(ident).get_attribute("data-aid-kind")
        if kind in {"one", "any"}:
            keys.press("Space")
            walk.until(lambda before=before: walk.seq > before)  # type: ignore[misc]
        if kind == "one":
            keys.press("ArrowDown")
        tab_to(walk, "[data-aid-action=next]" if kind != "date" else f"[data-question='{ident}'] input[type=checkbox]")
        if kind == "date":
            keys.press("Space")
            tab_to(walk, "[data-aid-action=next]")
        keys.press("Enter")
        walk.until(lambda ident=ident: walk.current != ident)  # type: ignore[misc]
    assert {"brand", "gebreken"} <= set(seen)
    tab_to(walk, "[data-aid-action=print]")


def test_bounds_are_said(walk: Walk) -> None:
    """How much is left is said in words that fit the View."""
    assert walk.text(".aid-remaining").startswith("Nog ")
    to_result(walk)
    assert walk.text(".aid-remaining") == "Alle nodige vragen zijn beantwoord."


def test_wrong_number_is_explained(walk: Walk) -> None:
    """A number out of bounds is no answer: the engine's words say what fits."""
    walk.choose("brand", "nee")
    walk.set({"gebreken": ["trede"], "trap-soort": "hout"})
    walk.next()
    walk.until(lambda: walk.current is not None)
    walk.change("trap-soort")
    walk.next()
    while walk.current != "treden":
        walk.next()
    walk.fill("treden", "input[type=number]", "99")
    walk.act("next").click()
    assert "van 0 tot en met 40" in walk.text("[data-question=treden] .aid-error")
    assert walk.current == "treden"
