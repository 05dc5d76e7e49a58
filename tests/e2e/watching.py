"""Owns what the browser tests look through: a server that notes what was asked of it, and pages that note what they do.

Used by `conftest` and the tests of the sealed page. Notes requests of page and workers, policy violations by every
road on which a browser tells them, errors, and what was stored. Judges nothing.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Page, Worker

from aids.compiler.bundle_scripts import WEB
from aids.site.server import ASK_AGAIN, SiteHandler, SiteServer, located, open_server

POLL_SECONDS = 0.02
PATIENCE_SECONDS = 60
"""A busy machine may be slow; nothing is proven by how long it took."""

AID_PAGE = "keuzehulpen/meldcode/"
READY = "document.querySelector('[data-aid]').dataset.aidState === 'ready'"
FAILED = "document.querySelector('[data-aid]').dataset.aidState === 'failed'"

NOTE_VIOLATIONS = """
window.notedViolations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.notedViolations.push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""
STORED = """
async () => ({
  local: localStorage.length,
  session: sessionStorage.length,
  cookies: document.cookie,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  search: location.search,
  hash: location.hash,
  history: history.length,
  name: window.name,
})
"""


class RecordingHandler(SiteHandler):
    """The production handler, noting each path.

    Beside what is published stand the modules as they are written, so that a test can use one without its page.
    """

    def answer(self) -> None:
        """Note and answer."""
        assert isinstance(self.server, SiteServer)
        noted[self.server.server_port].append(self.path)
        folder, _, name = self.path.rpartition("/")
        if folder.startswith("/assets/aid-") and located(self.server.site, self.path) is None and name in MODULES:
            self.send_file(HTTPStatus.OK, MODULES[name], ASK_AGAIN)
        else:
            super().answer()


MODULES = {path.name: path for path in WEB.glob("*.js")}


noted: dict[int, list[str]] = {}
"""Port to the paths asked for there, in order."""


@dataclass(frozen=True)
class Site:
    """A built site behind the production server."""

    folder: Path
    address: str
    asked: list[str]

    @property
    def aid(self) -> str:
        """The address of the aid's page."""
        return self.address + AID_PAGE

    @property
    def assets(self) -> str:
        """The address of the aids' asset folder."""
        (folder,) = (self.folder / "assets").glob("aid-*")
        return f"{self.address}assets/{folder.name}/"


@contextmanager
def served(folder: Path, handler: type[SiteHandler] = RecordingHandler) -> Iterator[Site]:
    """Serve `folder` with the production headers on a free port; the usual handler notes what is asked."""
    server = open_server(folder, 0)
    server.RequestHandlerClass = handler
    asked = noted.setdefault(server.server_port, [])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Site(folder, server.address, asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Watch:
    """A page and all that it did: requests of page and workers, policy violations, errors that nobody caught."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def start(self) -> None:
        """Listen, from before the first navigation on."""
        self.page.add_init_script(NOTE_VIOLATIONS)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("worker", lambda worker: worker.on("console", self._console))
        session = self.page.context.new_cdp_session(self.page)
        session.on("Audits.issueAdded", self._issue)
        session.on("Log.entryAdded", self._entry)
        session.send("Audits.enable")
        session.send("Log.enable")

    def violations(self) -> list[str]:
        """Return every policy violation, by the page's own events, the console, the log and the browser's audit."""
        heard: list[str] = self.page.evaluate("window.notedViolations")
        said = [text for text in self.console if "Content Security Policy" in text or "Content-Security-Policy" in text]
        return [*heard, *said, *self.reported]

    def ready(self, address: str) -> None:
        """Go to the aid at `address` and wait until it is ready."""
        self.page.goto(address)
        wait_until(self.page, READY)

    def _console(self, message: ConsoleMessage) -> None:
        self.console.append(message.text)

    def _issue(self, event: dict[str, Any]) -> None:
        if event["issue"]["code"] == "ContentSecurityPolicyIssue":
            self.reported.append(str(event["issue"]["details"]))

    def _entry(self, event: dict[str, Any]) -> None:
        if event["entry"]["source"] == "security":
            self.reported.append(event["entry"]["text"])


def wait_until(page: Page, expression: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Poll until the JavaScript `expression` is true; `wait_for_function` needs `unsafe-eval`, which no page has.

    Raises:
        TimeoutError: it stayed false.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        if time.monotonic() > end:
            raise TimeoutError(expression)
        page.wait_for_timeout(POLL_SECONDS * 1000)


def runs_python(worker: Worker) -> bool:
    """Return whether Python is in this worker; in one that ends while it is asked, it is not."""
    try:
        return bool(worker.evaluate("'loadPyodide' in globalThis"))
    except Error:
        return False


def python_worker(page: Page, *, alone: bool = False) -> Worker:
    """Return the page's one worker that runs Python, once it is known; what compiles for it may be there beside it.

    That another was ended is known to us a little later: `alone` waits until there is no other.
    """
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        found = [worker for worker in page.workers if runs_python(worker)]
        if len(found) == 1 and not (alone and len(page.workers) > 1):
            return found[0]
        page.wait_for_timeout(POLL_SECONDS * 1000)
    raise TimeoutError(f"{len(page.workers)} workers")
