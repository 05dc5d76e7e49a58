"""What may be answered next is worked out while a reader reads: an answer and what follows from it come together."""

import json
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page

from aids.runtime.bridge import dump
from aids.runtime.engine import consult
from tests.e2e.test_parity import LISTEN, QUIET, SHOWN
from tests.e2e.watching import FAILED, READY, Site, Watch, wait_until
from tests.trees.meldcode_cases import meldcode

pytestmark = pytest.mark.e2e

PRESS = """
(draw) => {
  const aid = document.querySelector("[data-aid]");
  const question = aid.querySelector('[data-question][data-question-state="current"]');
  if (question === null) return null;
  const isFree = (input) => input.getClientRects().length > 0 && (input.type === "checkbox" || !input.checked);
  const ticks = [...question.querySelectorAll("input[type=radio], input[type=checkbox]")].filter(isFree);
  const before = Number(aid.dataset.aidSeq);
  ticks[draw % ticks.length]?.click();
  return [question.dataset.aidKind, ticks.length, Number(aid.dataset.aidSeq) - before];
}
"""
SILENCE = """
() => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (JSON.parse(message).type !== "consult") post.call(this, message, ...rest);
  };
}
"""
TAKE = "window.heard.splice(0).map((text) => JSON.parse(text))"


def opened(watch: Watch, address: str) -> Page:
    """Return the page of the aid at `address`, ready, with every choice of its first question worked out."""
    watch.page.add_init_script(LISTEN)
    watch.page.goto(address)
    wait_until(watch.page, READY)
    wait_until(watch.page, QUIET)
    return watch.page


@pytest.mark.parametrize("aid", ["meldcode", "passende-zorg"])
def test_a_press_shows_its_view_at_once(watch: Watch, site: Site, aid: str) -> None:
    """Of every kind of question each choice that is pressed raises one View in the same turn, and no second one.

    A choice left alone is ticked off and on, so that what excludes each other is tried as well.
    """
    page = opened(watch, f"{site.address}keuzehulpen/{aid}/")
    pressed: Counter[str] = Counter()
    for draw in range(45):
        step = page.evaluate(PRESS, draw * 7)
        if step is None:
            break
        kind, choices, raised = step
        if choices:
            assert raised == 1, (draw, kind)
            pressed[kind] += 1
            seq = page.locator("[data-aid]").get_attribute("data-aid-seq")
            wait_until(page, QUIET)
            assert page.locator("[data-aid]").get_attribute("data-aid-seq") == seq
        if draw % 3 == 2 or not choices:
            page.locator("[data-aid-action=next]").click()
            wait_until(page, QUIET)
    assert {"one", "any"} <= pressed.keys()
    assert sum(pressed.values()) > 25


def test_what_is_shown_was_worked_out_for_these_answers(watch: Watch, site: Site) -> None:
    """The View of a press is what CPython gives for the answers after it; the worker is asked all the same."""
    page = opened(watch, site.aid)
    ahead = page.evaluate(TAKE)
    assert page.evaluate(PRESS, 0) == ["one", 3, 1]
    shown = page.evaluate(SHOWN)
    wait_until(page, QUIET)
    (asked,) = [message for message in page.evaluate(TAKE) if message["type"] == "consult"]
    view: dict[str, Any] = json.loads(dump(consult(meldcode(), asked["answers"], asked["today"])))
    assert asked["answers"]
    assert shown == {given["id"]: given["certainty"] for given in view["advice"]}
    assert view in [message["view"] for message in ahead if message["type"] == "ahead" and "view" in message]


def test_a_worker_that_falls_silent_is_noticed_all_the_same(watch: Watch, site: Site) -> None:
    """What was worked out before is on screen at once; that nobody confirms it gives the page back."""
    page = opened(watch, site.aid)
    page.evaluate(SILENCE)
    assert page.evaluate(PRESS, 0) == ["one", 3, 1]
    wait_until(page, FAILED)


def test_nothing_worked_out_for_a_case_is_left_after_it(watch: Watch, site: Site) -> None:
    """After wiping, the first answer of the next case is looked up among what was worked out after wiping."""
    page = opened(watch, site.aid)
    page.evaluate(PRESS, 0)
    wait_until(page, QUIET)
    page.evaluate(TAKE)
    page.locator("[data-aid-action=restart]").click()
    page.locator("[data-aid-action=wipe]").click()
    wait_until(page, QUIET)
    after = page.evaluate(TAKE)
    asked = [(message["type"], message["answers"]) for message in after if "answers" in message]
    assert asked[0] == ("consult", {})
    assert [(kind, list(answers)) for kind, answers in asked[1:]] == [("ahead", ["gevaar"])] * 3
