"""The sealed page: what leaves the device, when, and what happens when Python cannot start or dies."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from aids.bench.walking import walk
from tests.e2e.watching import FAILED, READY, STORED, Site, Watch, python_worker, wait_until

pytestmark = pytest.mark.e2e

WALKED = 60
CLIENT = """
async ([assets, tree, options, started]) => {
  const { AidClient } = await import(assets + "start.js");
  window.client = new AidClient({ assets: new URL(assets), tree, ...options });
  if (!started) return null;
  return await window.client.start().then(() => null, (error) => `${error.name} ${error.code}`);
}
"""
START = "() => window.client.start().then(() => null, (error) => `${error.name} ${error.code}`)"
CONSULT = (
    "() => window.client.consult({}, '2026-11-22').then((view) => view.tree, (error) => `${error.name} ${error.code}`)"
)
NATIVE_ROADS = """
async (address) => {
  const refused = (open) => new Promise((resolve) => {
    try {
      open(resolve);
    } catch (error) {
      resolve(error.name);
    }
  });
  const frame = WorkerGlobalScope.prototype;
  const saved = Object.getOwnPropertyDescriptor(frame, "fetch")?.value ?? frame.fetch;
  return {
    isSaved: saved !== self.fetch && /native code/.test(saved),
    fetch: await saved.call(self, address).then(() => "sent", (error) => error.name),
    xhr: await refused((resolve) => {
      const request = new XMLHttpRequest();
      request.onload = () => resolve("sent");
      request.onerror = () => resolve("refused");
      request.open("GET", address);
      request.send();
    }),
    socket: await refused((resolve) => {
      const socket = new WebSocket(address.replace("http", "ws"));
      socket.onopen = () => resolve("sent");
      socket.onerror = () => resolve("refused");
    }),
    events: await refused((resolve) => {
      const source = new EventSource(address);
      source.onopen = () => resolve("sent");
      source.onerror = () => resolve("refused");
    }),
  };
}
"""


def blank_page(watch: Watch, site: Site) -> Page:
    """Open a page of the site that has no aid, so that a test drives the client itself."""
    watch.page.goto(site.address)
    return watch.page


def client(watch: Watch, site: Site, *, started: bool = True, **options: object) -> str | None:
    """Make `window.client` for the meldcode in a page without an aid; return how starting failed, if it did."""
    page = blank_page(watch, site)
    failure: str | None = page.evaluate(CLIENT, [site.assets, "meldcode", options, started])
    return failure


def test_nothing_is_asked_for_once_the_aid_is_ready(watch: Watch, site: Site) -> None:
    """From ready on, whole walks with changes, backs and new starts ask nothing of any host, in page and worker."""
    watch.ready(site.aid)
    watch.page.wait_for_timeout(500)
    before, asked = len(watch.requests), len(site.asked)
    assert len(walk(watch.page, WALKED, seed=1)) == WALKED
    assert watch.requests[before:] == []
    assert site.asked[asked:] == []


def test_no_other_host_is_ever_asked(watch: Watch, site: Site) -> None:
    """From the first byte on every request goes to the site itself; the worker's source is the page's own blob."""
    watch.ready(site.aid)
    walk(watch.page, WALKED, seed=2)
    origin = site.address.rstrip("/")
    assert watch.requests
    assert [url for url in watch.requests if not url.startswith((f"{origin}/", f"blob:{origin}/"))] == []


def test_a_walk_violates_no_policy(watch: Watch, site: Site) -> None:
    """Starting, walking and printing violate the policy nowhere, by any road on which a browser tells it."""
    watch.ready(site.aid)
    walk(watch.page, WALKED, seed=3)
    watch.page.emulate_media(media="print")
    watch.page.emulate_media(media="screen")
    assert watch.violations() == []
    assert watch.errors == []


def test_the_watch_hears_a_violation(watch: Watch, site: Site) -> None:
    """The test above can fail: a violation is heard by the page's events and by the browser's console."""
    watch.ready(site.aid)
    watch.page.evaluate("() => fetch('/').catch(() => null)")
    wait_until(watch.page, "window.notedViolations.length > 0")
    assert any("connect-src" in text for text in watch.violations())
    assert any("Content Security Policy" in text for text in watch.console)


def test_a_walk_leaves_nothing_behind(watch: Watch, site: Site) -> None:
    """Nothing of a walk is in storage, cookies, databases, caches, the address or the history."""
    watch.ready(site.aid)
    before = watch.page.evaluate(STORED)
    walk(watch.page, WALKED, seed=4)
    after: dict[str, Any] = watch.page.evaluate(STORED)
    assert after == before
    assert after | {"history": 0} == {
        "local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0,
        "search": "", "hash": "", "history": 0, "name": "",
    }  # fmt: skip


def test_the_worker_cannot_reach_the_network(watch: Watch, site: Site) -> None:
    """The browser's own fetch, XHR, WebSocket and EventSource, called in the worker, are refused."""
    watch.ready(site.aid)
    asked = len(site.asked)
    roads = python_worker(watch.page).evaluate(NATIVE_ROADS, f"{site.address}index.html")
    assert roads == {
        "isSaved": True, "fetch": "TypeError", "xhr": "refused", "socket": "refused", "events": "refused",
    }  # fmt: skip
    assert site.asked[asked:] == []


def test_the_page_cannot_reach_the_network_once_sealed(watch: Watch, site: Site) -> None:
    """After ready the page's own fetch is refused too, even to its own host."""
    watch.ready(site.aid)
    assert watch.page.evaluate("() => fetch('/').then(() => 'sent', (error) => error.name)") == "TypeError"


def test_a_dead_worker_is_replaced_without_reload_or_network(watch: Watch, site: Site) -> None:
    """When the worker is gone the next answer comes from a new one, made of the bytes that the page kept."""
    assert client(watch, site, answerMs=1000) is None
    assert watch.page.evaluate(CONSULT) == "meldcode"
    asked, sent = len(site.asked), len(watch.requests)
    python_worker(watch.page).evaluate("() => self.close()")
    assert watch.page.evaluate(CONSULT) == "meldcode"
    assert site.asked[asked:] == []
    assert [url for url in watch.requests[sent:] if not url.startswith("blob:")] == []


def test_a_failed_fetch_leaves_the_page_as_it_was_and_a_retry_works(watch: Watch, site: Site) -> None:
    """A download that breaks off gives state failed and no seal; the retry button then starts the aid."""
    broken = re.compile(r"stdlib\.zip$")
    watch.page.route(broken, lambda route: route.abort())
    watch.page.goto(site.aid)
    wait_until(watch.page, FAILED)
    assert watch.page.locator("meta[data-aid-seal]").count() == 0
    assert watch.page.locator("[data-question]").first.is_visible()
    watch.page.unroute(broken)
    watch.page.locator('[data-aid-action="retry"]').first.click()
    wait_until(watch.page, READY)
    assert watch.page.locator("meta[data-aid-seal]").count() == 1


def test_each_missing_file_is_a_failed_fetch(watch: Watch, site: Site) -> None:
    """Whatever file of the download is missing, starting rejects with the code `fetch` and can be tried again."""
    assert client(watch, site, started=False) is None
    for name in (
        "pyodide.asm.wasm",
        "stdlib.zip",
        "engine.zip",
        "worker.js",
        "meldcode.json",
    ):
        pattern = f"**/{name}"
        watch.page.route(pattern, lambda route: route.fulfill(status=404, body=""))
        assert watch.page.evaluate(START) == "AidError fetch", name
        watch.page.unroute(pattern)
    assert watch.page.evaluate(START) is None


def test_a_download_that_stalls_is_a_timeout(watch: Watch, site: Site) -> None:
    """When nothing comes in any more, starting rejects with the code `timeout`, and a later start works."""
    held: list[Route] = []
    assert client(watch, site, started=False, timeoutMs=1500) is None
    watch.page.route("**/stdlib.zip", lambda route: held.append(route))  # noqa: PLW0108  Playwright marks its handlers, a built-in takes no mark
    assert watch.page.evaluate(START) == "AidError timeout"
    watch.page.unroute("**/stdlib.zip")
    held.clear()
    assert client(watch, site) is None


def test_a_python_that_never_starts_is_a_timeout(watch: Watch, site: Site) -> None:
    """A worker that says nothing is given up after the time-out; Pyodide's own start may never settle."""
    silent = "self.addEventListener('message', () => {});"
    watch.page.route("**/worker.js", lambda route: route.fulfill(body=silent, content_type="text/javascript"))
    assert client(watch, site, timeoutMs=1500) == "AidError timeout"


def test_a_worker_that_breaks_is_a_failed_boot(watch: Watch, site: Site) -> None:
    """A worker whose source does not run rejects with the code `boot`, at once."""
    watch.page.route("**/worker.js", lambda route: route.fulfill(body="throw 1", content_type="text/javascript"))
    assert client(watch, site) == "AidError boot"


def test_a_tree_that_is_no_tree_is_a_failed_boot(watch: Watch, site: Site) -> None:
    """An engine that cannot read its tree rejects with the code `boot`; nothing of a traceback is needed to see it."""
    watch.page.route("**/meldcode.json", lambda route: route.fulfill(body="{}", content_type="application/json"))
    assert client(watch, site) == "AidError boot"


def test_a_policy_without_wasm_is_told_as_such(watch: Watch, site: Site) -> None:
    """Where the page may not compile WebAssembly, the code is `wasm`, the aid failed and the page not sealed."""

    def refuse(route: Route) -> None:
        response = route.fetch()
        policy = response.headers["content-security-policy"].replace("'wasm-unsafe-eval'", "")
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    watch.page.route(site.address, refuse)
    assert client(watch, site) == "AidError wasm"
    watch.page.route(site.aid, refuse)
    watch.page.goto(site.aid)
    wait_until(watch.page, FAILED)
    assert watch.page.locator("meta[data-aid-seal]").count() == 0


def test_a_browser_without_wasm_is_told_as_such(watch: Watch, site: Site) -> None:
    """Where the browser has no WebAssembly at all, the aid is failed and the static page stays."""
    watch.page.add_init_script("delete globalThis.WebAssembly")
    assert client(watch, site) == "AidError wasm"
    watch.page.goto(site.aid)
    wait_until(watch.page, FAILED)
    assert watch.page.locator("[data-question]").first.is_visible()


JUNK = [
    "null", "42", "[]", "{}", '{"type":"consult"}', '{"type":"consult","seq":1,"answers":[],"today":"2026-11-22"}',
    '{"type":"consult","seq":1,"answers":{},"today":"gisteren"}', "{", "", "NaN", "\\ud800",
]  # fmt: skip
TALK = """
(message) => new Promise((resolve) => {
  const post = self.postMessage;
  self.postMessage = (reply) => {
    self.postMessage = post;
    resolve(JSON.parse(reply));
  };
  self.dispatchEvent(new MessageEvent("message", { data: message }));
})
"""


def test_junk_to_the_worker_gets_an_error_and_the_worker_lives(watch: Watch, site: Site) -> None:
    """Text that is no message, deep or long JSON and what is no text get an error reply; the next message works."""
    assert client(watch, site) is None
    worker = python_worker(watch.page)
    deep = "[" * 100_000
    long = json.dumps({"type": "consult", "seq": 1, "answers": {"x": "y" * 1_000_001}, "today": "2026-11-22"})
    nested: list[object] = [None, 42, {"type": "consult"}, {"type": "boot", "wasm": 1}, [deep]]
    for message in [*JUNK, deep, long, *nested]:
        reply = worker.evaluate(TALK, message)
        assert reply["type"] == "error", str(message)[:60]
        assert reply["message"]
    half = '{"type":"consult","seq":1,"answers":{"gevaar":"\\ud800"},"today":"2026-11-22"}'
    assert worker.evaluate(TALK, half)["view"]["errors"] != []
    assert watch.page.evaluate(CONSULT) == "meldcode"
    assert python_worker(watch.page) == worker


def test_replies_find_their_questions(watch: Watch, site: Site) -> None:
    """Many questions at once each get their own View, whatever the order."""
    assert client(watch, site) is None
    script = """
    async () => {
      const given = [{}, { "no-such-question": "x" }, {}, { "no-such-question": "y" }];
      const views = await Promise.all(given.map((answers) => window.client.consult(answers, "2026-11-22")));
      return views.map((view) => view.errors.map((error) => error.value));
    }
    """
    assert watch.page.evaluate(script) == [[], ["x"], [], ["y"]]


def test_a_used_client_can_be_let_go(watch: Watch, site: Site) -> None:
    """After dispose there is no worker and consult rejects."""
    assert client(watch, site) is None
    watch.page.evaluate("() => window.client.dispose()")
    wait_until(watch.page, "true")
    assert watch.page.evaluate(CONSULT) == "AidError worker"
    watch.page.wait_for_timeout(200)
    assert watch.page.workers == []


def test_the_page_works_without_third_party_storage(browser: Browser, site: Site) -> None:
    """With storage and cookies refused by the reader's browser the aid starts all the same."""
    context = browser.new_context(permissions=[])
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    page.goto(site.aid)
    wait_until(page, READY)
    context.close()
