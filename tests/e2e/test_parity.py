"""Parity: the same answers give the same View, as JSON, from CPython and from the browser's worker."""

import itertools
import json
from typing import Any

import pytest

from aids.bench.walking import walk
from aids.runtime.bridge import Bridge, dump
from aids.runtime.engine import consult
from tests.e2e.test_sealed import client
from tests.e2e.watching import READY, Site, Watch, wait_until
from tests.random_walks import SEED, TIMES, TODAY, WALKS, Walker
from tests.trees.meldcode_cases import CALM, STEPS_TAKEN, meldcode

pytestmark = pytest.mark.e2e

BATCH = 100
CONSULT = """
async ([steps, today]) => {
  const views = [];
  for (const answers of steps) views.push(await window.client.consult(answers, today));
  return JSON.stringify(views);
}
"""
LISTEN = """
window.heard = [];
const post = Worker.prototype.postMessage;
const listening = new WeakSet();
Worker.prototype.postMessage = function (message, ...rest) {
  if (!listening.has(this)) this.addEventListener("message", ({ data }) => window.heard.push(data));
  listening.add(this);
  if (typeof message === "string") window.heard.push(message);
  post.call(this, message, ...rest);
};
"""
QUIET = """
window.heard.length > 0 && window.heard.map((text) => JSON.parse(text))
  .reduce((open, { answers, view, changes }) => open + (answers ? 1 : 0) - (view || changes ? 1 : 0), 0) === 0
"""
SHOWN = """
() => Object.fromEntries([...document.querySelectorAll("[data-advice]")].filter((advice) => !advice.hidden)
  .map((advice) => [advice.dataset.advice, advice.dataset.certainty]))
"""


def test_random_walks_give_equal_views(watch: Watch, site: Site) -> None:
    """500 walks in any order, with changes and backs, give equal JSON; each answer and advice occurs in 20 of them."""
    walker = Walker(meldcode(), SEED, CALM | STEPS_TAKEN)
    walks = list(walker.walks(WALKS, TIMES))
    assert len(walks) >= WALKS
    assert walker.lacking(TIMES) == []
    assert client(watch, site) is None
    steps = [step for steps in walks for step in steps]
    for batch in itertools.batched(steps, BATCH, strict=False):
        views = json.loads(watch.page.evaluate(CONSULT, [[step.answers for step in batch], TODAY]))
        for step, view in zip(batch, views, strict=True):
            assert view == json.loads(dump(step.view)), step.answers


def test_other_answers_give_another_view(watch: Watch, site: Site) -> None:
    """The comparison above can fail: the browser's View of one case is not CPython's of another."""
    assert client(watch, site) is None
    (view,) = json.loads(watch.page.evaluate(CONSULT, [[{"gevaar": "ja"}], TODAY]))
    assert view == json.loads(dump(consult(meldcode(), {"gevaar": "ja"}, TODAY)))
    assert view != json.loads(dump(consult(meldcode(), {"gevaar": "nee"}, TODAY)))


def test_views_of_the_real_page_are_those_of_cpython(watch: Watch, site: Site) -> None:
    """Each View that the widget gets while a reader walks is what CPython gives, and the page shows its advice."""
    bridge = Bridge(dump(meldcode().to_json()))
    watch.page.add_init_script(LISTEN)
    for seed in (11, 12, 13):
        watch.page.goto(site.aid)
        wait_until(watch.page, READY)
        walk(watch.page, 40, seed)
        wait_until(watch.page, QUIET)
        heard = [json.loads(text) for text in watch.page.evaluate("window.heard")]
        asked = {message["seq"]: message for message in heard if "answers" in message}
        views: dict[int, dict[str, Any]] = {reply["seq"]: reply for reply in heard if "view" in reply}
        assert {message["type"] for message in asked.values()} == {"consult", "ahead"}
        assert asked.keys() == views.keys()
        for seq, reply in views.items():
            assert reply == json.loads(bridge.handle(dump(asked[seq])))
        last = views[max(seq for seq in views if asked[seq]["type"] == "consult")]["view"]
        assert watch.page.evaluate(SHOWN) == {given["id"]: given["certainty"] for given in last["advice"]}
