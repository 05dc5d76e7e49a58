"""Owns a page with one aid for the widget's tests: the real HTML, scripts and styles; its client asks Python here.

The engine is the real one, run by this server instead of by WebAssembly, so that a test can say when and how starting
fails. What the real client and worker do is tested elsewhere. Used by test_widget*.py and test_axe.py.
"""

import json
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from aids.compiler.compile import compile_tree
from aids.compiler.document import Document
from aids.compiler.editorial import Editorial
from aids.compiler.render import render_aid
from aids.compiler.render_certificate import certificate_place, render_certificate
from aids.compiler.render_checklist import render_checklist
from aids.runtime.bridge import Bridge, dump
from aids.runtime.engine import consult
from aids.runtime.tree import Tree

REPOSITORY = Path(__file__).parents[2]
WEB = REPOSITORY / "aids" / "web"
SITE_STYLES = ("tokens.css", "page.css", "content.css", "print.css")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'self'; form-action 'none'"
)
TYPES = {".css": "text/css", ".js": "text/javascript", ".html": "text/html; charset=utf-8", ".woff2": "font/woff2"}
CLIENT = """
async function ask(type, answers, today) {
  const body = JSON.stringify({ type, seq: 1, answers, today });
  const reply = await (await fetch("/ask", { method: "POST", body })).json();
  if (reply.code) throw Object.assign(new Error(reply.code), { code: reply.code });
  return reply;
}
export class AidError extends Error {}
export class AidClient {
  async start() {
    const { code } = await (await fetch("/start", { method: "POST" })).json();
    if (code) throw Object.assign(new Error(code), { code });
  }
  async consult(answers, today) { return (await ask("consult", answers, today)).view; }
  async ahead(answers, today) { return (await ask("ahead", answers, today)).view; }
  async changes(answers, today) { return ask("changes", answers, today); }
  dispose() { dispatchEvent(new Event("disposed")); }
}
"""


class WidgetPage:
    """The page, its server, and what the server does when the aid starts.

    `starts` holds one outcome for each coming start: None or the code of a failure; when it is empty starting works.
    While `gate` is cleared a start waits. `broken` lets every consultation fail. `proof` is the JSON of a proof.
    """

    def __init__(self, document: Document, editorial: Editorial, proof: Mapping[str, Any] | None = None) -> None:
        self.document = document
        self.editorial = editorial
        self.proof = proof
        self.starts: list[str | None] = []
        self.gate = threading.Event()
        self.gate.set()
        self.broken = False
        self.served: list[str] = []
        handler = type("Handler", (_Handler,), {"page": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where the aid is."""
        return f"http://127.0.0.1:{self.server.server_port}/keuzehulpen/hulp/"

    @property
    def blank_url(self) -> str:
        """Where the blank checklist is."""
        return f"http://127.0.0.1:{self.server.server_port}/checklists/hulp/"

    @cached_property
    def bridge(self) -> Bridge:
        """What the worker would ask, with the tree as the browser gets it."""
        return Bridge(dump(self.tree.to_json()))

    @cached_property
    def tree(self) -> Tree:
        """The compiled tree."""
        return compile_tree(self.document)

    def reset(self) -> None:
        """Forget what an earlier test asked for."""
        self.starts, self.broken, self.served = [], False, []
        self.gate.set()

    def view(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Return the engine's View for these answers, today."""
        return consult(self.tree, answers, datetime.now(tz=UTC).date().isoformat())

    def close(self) -> None:
        """Stop the server."""
        self.gate.set()
        self.server.shutdown()
        self.server.server_close()

    def file(self, path: str) -> tuple[str, bytes] | None:
        """Return the type and content of a path, or None."""
        if path == "/keuzehulpen/hulp/":
            return TYPES[".html"], self._html(self._aid()).encode()
        if path == "/checklists/hulp/":
            return TYPES[".html"], self._html(render_checklist(self.document, self.editorial)).encode()
        if path == "/web/client.js":
            return TYPES[".js"], CLIENT.encode()
        folder = {"web": WEB, "assets": REPOSITORY / "docs" / "assets"}.get(path.split("/")[1])
        source = folder / path.split("/", 2)[2] if folder else None
        if source is None or not source.is_file():
            return None
        return TYPES[source.suffix], source.read_bytes()

    def _aid(self) -> str:
        """Return the aid as the build of the site publishes it: armed, and with its certificate."""
        aid = render_aid(self.document, self.editorial).replace('data-aid-assets=""', 'data-aid-assets="/web/"')
        if self.proof is None:
            return aid
        return aid.replace(certificate_place(self.document.id), render_certificate(self.proof))

    def _html(self, aid: str) -> str:
        sheets = [f"/assets/{name}" for name in SITE_STYLES]
        sheets += [f"/web/{path.name}" for path in sorted(WEB.glob("aid*.css"))]
        links = "\n".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
        return f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Hulp</title><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width, initial-scale=1">
{links}
<script type="module" src="/web/widget.js"></script></head>
<body><main class="vw-article vw-article--aid"><header class="vw-head"><h1>{self.document.title}</h1></header>
<div class="vw-body">
{aid}
</div></main></body></html>"""


class _Handler(BaseHTTPRequestHandler):
    """Answers the page's requests; `page` is set on the subclass that a page makes."""

    page: ClassVar[WidgetPage]

    def do_GET(self) -> None:
        """Serve a file of the page."""
        self.page.served.append(self.path)
        found = self.page.file(self.path)
        self._reply(*(found or ("text/plain", b"")), status=200 if found else 404)

    def do_POST(self) -> None:
        """Stand in for the worker."""
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        page = self.page
        if self.path == "/start":
            page.gate.wait(30)
            code = page.starts.pop(0) if page.starts else None
            self._reply("application/json", json.dumps({"code": code}).encode())
            return
        reply = dump({"code": "worker"}) if page.broken else page.bridge.handle(body.decode())
        self._reply("application/json", reply.encode())

    def _reply(self, kind: str, content: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        """Say nothing: requests are in `served`."""
