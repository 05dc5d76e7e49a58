"""Starting early: Python begins while the page is still read, once, and a failure of it is the page's to tell."""

import io
import threading
import time
from http import HTTPStatus
from typing import ClassVar

import pytest
from playwright.sync_api import Route

from aids.site.server import SiteHandler
from tests.e2e.test_sealed import CONSULT, client
from tests.e2e.watching import AID_PAGE, READY, Site, Watch, python_worker, served, wait_until

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
MADE = """
window.made = [];
const seal = () => document.querySelector("meta[data-aid-seal]") !== null;
const Plain = window.Worker;
window.Worker = class extends Plain {
  constructor(...given) {
    super(...given);
    this.told = { sealed: seal(), ended: false, heard: [] };
    window.made.push(this.told);
  }
  postMessage(message, ...rest) {
    this.told.heard.push(String(message.address ?? message.type ?? message));
    super.postMessage(message, ...rest);
  }
  terminate() {
    this.told.ended = true;
    super.terminate();
  }
};
"""
REFUSED = ("", "assets/search.js", "keuzehulpen/meldcode/", "x?antwoord=ja")
REACH = """
(address) => address.startsWith("ws")
  ? new Promise((resolve) => {
      const socket = new WebSocket(address);
      socket.onopen = () => resolve("sent");
      socket.onerror = () => resolve("refused");
    })
  : fetch(address, { cache: "no-store" }).then(() => "sent", (error) => error.name)
"""
ASK = """
([type, answers]) => window.client.ask(type, { answers, today: "2026-11-22" }).then(() => {}, () => {})
"""
LIMIT = """
async ([assets, folder]) => {
  const { limit } = await import(assets + "client-seal.js");
  return limit([new URL("a;b,c.zip", folder), new URL("b.json", folder)]);
}
"""
FIRST_ANSWER = "document.querySelector('[data-question=gevaar] input[value=nee]').click()"
PIECES = 20
SILENT_SECONDS = 60
PAUSE_SECONDS = 0.6


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
    wait_until(watch.page, "document.querySelector('meta[data-aid-seal]') !== null")
    worker = python_worker(watch.page)
    assert watch.page.locator("[data-aid]").get_attribute("data-aid-state") == "static"
    held[0].continue_()
    wait_until(watch.page, READY)
    assert python_worker(watch.page) == worker
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


def test_no_worker_that_could_reach_the_network_is_there_with_an_answer(watch: Watch, site: Site) -> None:
    """What compiles is made before the seal, hears an address alone, and is ended before Python is given an answer."""
    watch.page.add_init_script(MADE)
    watch.ready(site.aid)
    watch.page.evaluate(FIRST_ANSWER)
    given = "window.made.at(-1).heard.some((text) => text.includes('gevaar') && text.includes('consult'))"
    wait_until(watch.page, given)
    made = watch.page.evaluate("window.made")
    before, after = ([worker for worker in made if worker["sealed"] is sealed] for sealed in (False, True))
    assert before  # more than one when a connection broke and had its second chance
    assert after
    for compiler in before:
        assert compiler["ended"]
        (address,) = compiler["heard"]
        assert address.endswith("/pyodide.asm.wasm")
    assert not after[-1]["ended"]


def test_before_the_seal_only_the_files_of_the_aid_can_be_reached(watch: Watch, site: Site) -> None:
    """What compiles for an aid, and its page from the first moment, can ask for the aid's own files and no other."""
    held: list[Route] = []
    watch.page.route("**/stdlib.zip", lambda route: held.append(route))  # noqa: PLW0108  Playwright marks its handlers
    watch.page.goto(site.aid, wait_until="commit")
    wait_until(watch.page, "document.querySelector('meta[data-aid-limit]') !== null")
    while not watch.page.workers:
        watch.page.wait_for_timeout(20)
    (compiler,) = watch.page.workers
    assert watch.page.locator("meta[data-aid-seal]").count() == 0
    for place in (watch.page, compiler):
        assert [place.evaluate(REACH, site.address + name) for name in REFUSED] == ["TypeError"] * len(REFUSED)
        assert place.evaluate(REACH, site.assets + "meldcode.json") == "sent"
        assert place.evaluate(REACH, site.address.replace("http", "ws")) == "refused"


@pytest.mark.parametrize(
    ("host", "limited"),
    [
        ("127.0.0.1:8000", True),
        ("wijk.example", True),
        ("10.wijk.example", True),
        ("192.168.1.5", False),
        ("[::1]", False),
    ],
)
def test_a_host_that_no_policy_can_name_is_told(watch: Watch, site: Site, host: str, limited: bool) -> None:  # noqa: FBT001
    """There the policy stays as it was, and what compiles is ended before the seal."""
    watch.page.goto(site.address)
    assert watch.page.evaluate(LIMIT, [site.assets, f"https://{host}/assets/aid-0/"]) is limited
    meta = watch.page.locator("meta[data-aid-limit]")
    folder = f"https://{host}/assets/aid-0/"
    wanted = [f"connect-src {folder}a%3Bb%2Cc.zip {folder}b.json"] if limited else []
    assert [item.get_attribute("content") for item in meta.all()] == wanted
    assert watch.violations() == []


def test_what_compiled_is_ended_when_nothing_is_filled_in(watch: Watch, site: Site) -> None:
    """Who only reads has one worker after a while too."""
    watch.page.add_init_script(MADE)
    watch.ready(site.aid)
    wait_until(watch.page, "window.made[0].ended")
    worker = python_worker(watch.page, alone=True)
    assert watch.page.workers == [worker]


@pytest.mark.parametrize("broken", ["stdlib.zip", "worker.js"])
def test_what_compiled_does_not_outlive_a_failure(watch: Watch, site: Site, broken: str) -> None:
    """When Python cannot start, nothing of it is left."""
    watch.page.add_init_script(MADE)
    watch.page.route(f"**/{broken}", lambda route: route.fulfill(body="") if broken == "worker.js" else route.abort())
    assert client(watch, site, timeoutMs=4000) is not None
    wait_until(watch.page, "window.made.every(({ ended }) => ended)")


def test_practice_is_silent_and_lets_questions_pass(watch: Watch, site: Site) -> None:
    """After the first answer Python answers some more times for nobody; who asks meanwhile has an answer at once."""
    assert client(watch, site) is None
    worker = python_worker(watch.page)
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


def test_only_the_question_in_which_nothing_is_filled_in_is_practised(watch: Watch, site: Site) -> None:
    """What a reader filled in, and what may take long, is worked out once; so is what is no question."""
    assert client(watch, site) is None
    worker = python_worker(watch.page)
    worker.evaluate(COUNT)
    for kind, answers in (("junk", {}), ("changes", {}), ("consult", {"gevaar": "nee"})):
        watch.page.evaluate(ASK, [kind, answers])
    watch.page.wait_for_timeout(1000)
    assert worker.evaluate("globalThis.practised") == 0
    assert watch.page.evaluate(CONSULT) == "meldcode"
    while not worker.evaluate("globalThis.practised > 1"):
        watch.page.wait_for_timeout(20)


class SilentLine(SiteHandler):
    """Sends half of the library when it is first asked for, and then nothing more; afterwards all of it."""

    asked: ClassVar[list[str]]
    ended: ClassVar[threading.Event]

    def send(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        """Send as always, but the first time."""
        is_library = self.path.endswith("/stdlib.zip")
        if is_library:
            self.asked.append(self.headers.get("Cache-Control", ""))
        if not is_library or len(self.asked) > 1:
            super().send(status, body, headers)
            return
        line, self.wfile = self.wfile, io.BytesIO()
        super().send(status, body, headers)
        sent, self.wfile = self.wfile.getvalue(), line
        line.write(sent[: len(sent) // 2])
        line.flush()
        self.ended.wait(SILENT_SECONDS)
        self.close_connection = True


def test_a_file_that_stops_coming_in_is_asked_for_again(watch: Watch, site: Site) -> None:
    """A connection that is silent in the middle of a file has its second chance long before the patience is over.

    The second request goes past the browser's cache: there it would sometimes wait behind the silent one.
    """
    SilentLine.asked, SilentLine.ended = [], threading.Event()
    with served(site.folder, SilentLine) as silent:
        assert client(watch, silent) is None
        SilentLine.ended.set()
    assert SilentLine.asked == ["", "no-cache"]


@pytest.mark.parametrize("name", ["stdlib.zip", "engine.zip", "meldcode.json", "worker.js"])
def test_a_file_that_does_not_come_is_asked_for_again(watch: Watch, site: Site, name: str) -> None:
    """So has one of which nothing comes at all; what is in stays."""
    held: list[Route] = []
    since = len(site.asked)
    watch.page.route(f"**/{name}", lambda route: held.append(route) if not held else route.continue_())
    assert client(watch, site) is None
    assert (len(held), times_asked(site, "pyodide.asm.wasm", since)) == (1, 1)


class SlowLine(SiteHandler):
    """Sends WebAssembly in pieces, with a pause after each."""

    def send(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        """Send as always, but slowly."""
        if headers.get("Content-Type") != "application/wasm":
            super().send(status, body, headers)
            return
        wfile, self.wfile = self.wfile, io.BytesIO()
        super().send(status, b"", {**headers, "Connection": "close"})
        wfile.write(self.wfile.getvalue().replace(b"Content-Length: 0\r\n", b""))
        self.wfile = wfile
        for piece in range(PIECES):
            wfile.write(body[len(body) * piece // PIECES : len(body) * (piece + 1) // PIECES])
            time.sleep(PAUSE_SECONDS)
        self.close_connection = True


def test_a_slow_line_is_no_silent_one(watch: Watch, site: Site) -> None:
    """A file that takes longer than the client's patience, but is coming in, is waited for."""
    with served(site.folder, SlowLine) as slow:
        assert client(watch, slow, timeoutMs=int(1000 * PIECES * PAUSE_SECONDS / 2)) is None
