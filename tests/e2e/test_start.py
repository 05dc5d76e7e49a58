"""Starting early: Python begins while the page is still read, once, and a failure of it is the page's to tell."""

import pytest
from playwright.sync_api import Route

from tests.e2e.test_sealed import CONSULT, client
from tests.e2e.watching import AID_PAGE, READY, Site, Watch, only_worker, wait_until

pytestmark = pytest.mark.e2e

SCAN_PAGE = "zelfscan/invullen/"
PRACTICE = 150
COUNT = """
() => {
  globalThis.posted = 0;
  globalThis.practised = 0;
  const { postMessage, setTimeout } = self;
  self.postMessage = (message) => { globalThis.posted += 1; postMessage.call(self, message); };
  self.setTimeout = (task, wait, ...given) => {
    if (task.name === "practise") globalThis.practised += 1;
    return setTimeout.call(self, task, wait, ...given);
  };
}
"""


def times_asked(site: Site, name: str, since: int) -> int:
    """Return how often a file was asked for."""
    return sum(path.endswith(f"/{name}") for path in site.asked[since:])


@pytest.mark.parametrize(("place", "script"), [(AID_PAGE, "widget.js"), (SCAN_PAGE, "scan.js")])
def test_python_begins_before_the_page_is_taken_over(watch: Watch, site: Site, place: str, script: str) -> None:
    """The worker is there while the page's own script is still on its way; who takes over uses that one."""
    held: list[Route] = []
    watch.page.route(f"**/{script}", lambda route: held.append(route))  # noqa: PLW0108  Playwright marks its handlers
    since = len(site.asked)
    watch.page.goto(site.address + place, wait_until="commit")
    worker = only_worker(watch.page)
    assert watch.page.locator("[data-aid]").get_attribute("data-aid-state") == "static"
    held[0].continue_()
    wait_until(watch.page, READY)
    assert watch.page.workers == [worker]
    assert times_asked(site, "pyodide.asm.wasm", since) == 1
    assert watch.violations() == []


def test_an_early_start_that_failed_is_tried_again_by_the_page(watch: Watch, site: Site) -> None:
    """What broke before the page's own script was there is no reason to give up."""
    held: list[Route] = []
    broken: list[str] = []

    def break_off(route: Route) -> None:
        broken.append(route.request.url)
        route.abort()

    watch.page.route("**/widget.js", lambda route: held.append(route))  # noqa: PLW0108  Playwright marks its handlers
    watch.page.route("**/pyodide.asm.wasm", break_off)
    watch.page.goto(site.aid, wait_until="commit")
    while len(broken) < 2:
        watch.page.wait_for_timeout(20)
    watch.page.unroute("**/pyodide.asm.wasm")
    held[0].continue_()
    wait_until(watch.page, READY)


def test_practice_is_silent_and_lets_questions_pass(watch: Watch, site: Site) -> None:
    """After the first answer Python answers some more times for nobody; who asks meanwhile has an answer at once."""
    assert client(watch, site) is None
    worker = only_worker(watch.page)
    worker.evaluate(COUNT)
    assert watch.page.evaluate(CONSULT) == "meldcode"
    while not worker.evaluate("globalThis.practised > 1"):
        watch.page.wait_for_timeout(5)
    assert watch.page.evaluate(CONSULT) == "meldcode"
    assert worker.evaluate("globalThis.practised") < PRACTICE
    while worker.evaluate("globalThis.practised") < PRACTICE:
        watch.page.wait_for_timeout(50)
    watch.page.wait_for_timeout(100)
    assert worker.evaluate("[globalThis.practised, globalThis.posted]") == [PRACTICE, 2]
