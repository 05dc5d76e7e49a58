"""Starting early: Python begins while the page is still read, once, and a failure of it is the page's to tell."""

import io
import time
from http import HTTPStatus

import pytest
from playwright.sync_api import Route

from aids.site.server import SiteHandler
from tests.e2e.test_sealed import client
from tests.e2e.watching import AID_PAGE, READY, Site, Watch, only_worker, served, wait_until

pytestmark = pytest.mark.e2e

SCAN_PAGE = "zelfscan/invullen/"
MADE = """
window.made = [];
const seal = () => document.querySelector("meta[data-aid-seal]") !== null;
const Plain = window.Worker;
window.Worker = class extends Plain {
  constructor(...given) {
    super(...given);
    this.told = { madeSealed: seal(), endedSealed: null };
    window.made.push(this.told);
  }
  terminate() {
    this.told.endedSealed = seal();
    super.terminate();
  }
};
"""
PIECES = 20
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


def test_no_worker_that_could_reach_the_network_is_there_once_sealed(watch: Watch, site: Site) -> None:
    """What compiles is made before the page seals itself and ended before; what answers is made after, and lives."""
    watch.page.add_init_script(MADE)
    watch.ready(site.aid)
    assert watch.page.evaluate("window.made") == [
        {"madeSealed": False, "endedSealed": False},
        {"madeSealed": True, "endedSealed": None},
    ]
    only_worker(watch.page)


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
    """A file that takes longer than the client's patience, but keeps coming in, is waited for."""
    with served(site.folder, SlowLine) as slow:
        assert client(watch, slow, timeoutMs=int(1000 * PIECES * PAUSE_SECONDS / 2)) is None
