"""Owns the local server: the built site with production headers, built anew when a source changes.

Used by the command `serve`; knows the site as files only and is told how to build. For this machine alone: it listens
on 127.0.0.1 and logs nothing. Runs in the build.
"""

import errno
import hashlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from aids.site.headers import LASTING, SECURITY_HEADERS

HOST = "127.0.0.1"
WATCHED = ("docs", "decision_trees", "aids", "overrides", "mkdocs.yml")
IGNORED_FOLDERS = frozenset({"__pycache__"})
POLL_SECONDS = 0.2
FOR_EVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"
NOT_BUILT = (
    b'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Nog niet gebouwd</title>'
    b"<p>De site is er nog niet. In het venster van <code>serve</code> staat waarom.</p></html>"
)

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
OTHER_TYPE = "application/octet-stream"

type Snapshot = dict[str, tuple[int, int]]


class AddressError(Exception):
    """The server cannot have the address; the text says in Dutch why and what to do."""


class SiteServer(ThreadingHTTPServer):
    """Serves one folder; a thread a connection."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows this would let two servers share a port

    def __init__(self, site: Path, port: int) -> None:
        """Take the address; raises OSError."""
        self.site = site
        super().__init__((HOST, port), SiteHandler)

    @property
    def address(self) -> str:
        """The address to type in a browser."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser hangs up; show what else goes wrong."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class SiteHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with a file of the site, 404.html, or a redirect to a folder's own address."""

    protocol_version = "HTTP/1.1"
    timeout = 60
    server_version = "veilig-in-de-wijk"
    sys_version = ""
    server: SiteServer

    def do_GET(self) -> None:
        """Answer with headers and body."""
        self.answer()

    def do_HEAD(self) -> None:
        """Answer with headers alone."""
        self.answer()

    def answer(self) -> None:
        """Find the file that the path means and send it."""
        path = unquote(urlsplit(self.path).path, errors="replace")
        found = located(self.server.site, path)
        if found is not None and found.is_dir():
            # One slash in front: "//host/" would be another site's address.
            self.send(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"/{urlsplit(self.path).path.strip('/')}/"})
        elif found is not None:
            lasting = path.startswith(LASTING)
            self.send_file(HTTPStatus.OK, found, FOR_EVER if lasting else ASK_AGAIN)
        elif (missing := self.server.site / "404.html").is_file():
            self.send_file(HTTPStatus.NOT_FOUND, missing, ASK_AGAIN)
        else:
            headers = {"Content-Type": TYPES[".html"], "Cache-Control": "no-store"}
            self.send(HTTPStatus.SERVICE_UNAVAILABLE, NOT_BUILT, headers)

    def send_file(self, status: HTTPStatus, path: Path, caching: str) -> None:
        """Send a file, or that the browser's copy is still good."""
        body = path.read_bytes()
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {"Content-Type": TYPES.get(path.suffix, OTHER_TYPE), "Cache-Control": caching, "ETag": tag}
        if status == HTTPStatus.OK and tag in self.headers.get("If-None-Match", ""):
            self.send(HTTPStatus.NOT_MODIFIED, b"", headers)
        else:
            self.send(status, body, headers)

    def send(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        """Send one whole response with the security headers."""
        self.send_response(status)
        for name, value in {**SECURITY_HEADERS, **headers}.items():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep no log of who looked at what."""


def located(site: Path, path: str) -> Path | None:
    """Return the file that a URL path means, the folder if it lacks its closing slash, or None."""
    parts = [part for part in path.split("/") if part]
    if any(part in {".", ".."} or "\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    place = site.joinpath(*parts)
    if path.endswith("/"):
        place /= "index.html"
        return place if place.is_file() else None
    if place.is_dir():
        return place if (place / "index.html").is_file() else None
    return place if place.is_file() else None


def open_server(site: Path, port: int) -> SiteServer:
    """Return a server for `site` that has its address; 0 takes any free port.

    Raises:
        AddressError: the port is taken or may not be used.
    """
    try:
        return SiteServer(site, port)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM}:
            message = f"Poort {port} mag u hier niet gebruiken. Kies een hogere: python3 build.py serve --port 8001"
        elif error.errno == errno.EADDRINUSE:
            other = port + 1 if port < 65535 else 8001  # noqa: PLR2004  the highest port there is
            message = (
                f"Poort {port} is al in gebruik, misschien door een andere serve.\n"
                f"Stop die, of kies een andere poort: python3 build.py serve --port {other}"
            )
        else:
            message = f"De server kan niet luisteren op {HOST}:{port}: {error.strerror}."
        raise AddressError(message) from error


def serve(server: SiteServer, root: Path, rebuild: Callable[[], bool], say: Callable[[str], None]) -> None:
    """Build, serve, and build again at each change under `root`, until the user presses Ctrl+C.

    `rebuild` shows its own findings and leaves the last good site in place when it returns False.
    """
    watcher = Watcher(root)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        announce(rebuild(), server, say)
        while True:
            watcher.wait_for_change()
            say("Er is iets gewijzigd; de site wordt opnieuw gebouwd …")
            announce(rebuild(), server, say)
    except KeyboardInterrupt:
        say("\nGestopt.")
    finally:
        server.shutdown()


def announce(succeeded: bool, server: SiteServer, say: Callable[[str], None]) -> None:  # noqa: FBT001  the outcome of a build
    """Say where the site is and whether it is the newest."""
    if succeeded:
        say(f"De site staat op {server.address} (stop met Ctrl+C)")
    elif server.site.is_dir():
        say(f"Er zijn bevindingen. Op {server.address} staat nog de laatste goede versie; na herstel volgt een nieuwe.")
    else:
        say(f"Er zijn bevindingen en er is nog geen goede versie. Na herstel komt de site op {server.address}")


class Watcher:
    """Knows the state of the sources that was last built; looks again after each pause, in seconds."""

    def __init__(self, root: Path, pause: float = POLL_SECONDS) -> None:
        """Take the sources under `root` as they are now."""
        self.root = root
        self.pause = pause
        self.seen = snapshot(root)

    def wait_for_change(self) -> None:
        """Return once something differs from what was seen and has been at rest for one pause."""
        while True:
            time.sleep(self.pause)
            now = snapshot(self.root)
            if now != self.seen:
                break
        while True:
            time.sleep(self.pause)
            later = snapshot(self.root)
            if later == now:
                self.seen = now
                return
            now = later


def snapshot(root: Path) -> Snapshot:
    """Return time and size of each watched file under `root`."""
    found: Snapshot = {}
    for path in watched_files(root):
        try:
            status = path.stat()
        except OSError:  # removed while we look, as editors do
            continue
        found[str(path)] = (status.st_mtime_ns, status.st_size)
    return found


def watched_files(root: Path) -> Iterator[Path]:
    """Yield the files that the site is built from."""
    for name in WATCHED:
        place = root / name
        if place.is_file():
            yield place
        for folder, folders, names in place.walk():
            folders[:] = [inner for inner in folders if inner not in IGNORED_FOLDERS]
            yield from (folder / inner for inner in names)
