"""Laws of the local server: what it sends, what it refuses, and when it builds again."""

import http.client
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from aids.site.headers import CONTENT_SECURITY_POLICY, SECURITY_HEADERS
from aids.site.server import FOR_EVER, HOST, AddressError, SiteServer, Watcher, open_server, serve, snapshot

FILES = {
    "index.html": "home",
    "404.html": "weg",
    "aid/index.html": "hulp",
    "assets/aid-0a1b/pyodide.mjs": "export {}",
    "assets/aid-0a1b/pyodide.asm.wasm": "\0asm",
    "assets/site.css": "a{}",
    "kaal.onbekend": "?",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    """Return a running server for a small site on a free port."""
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "geheim.txt").write_text("geheim", encoding="utf-8")
    with open_server(tmp_path / "site", 0) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield running
        running.shutdown()


def ask(server: SiteServer, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """Return the response to one request, and its body."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/", "/aid", "/nergens", "/assets/aid-0a1b/pyodide.mjs"])
def test_every_response_is_sealed(server: SiteServer, path: str) -> None:
    """Pages, redirects, scripts and faults alike carry every security header."""
    response, _ = ask(server, path)
    assert {name: response.getheader(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_the_policy_allows_no_inline_code_and_no_other_host() -> None:
    """The policy names no host, no unsafe-inline and no unsafe-eval, and closes what it does not name."""
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; ")
    assert "unsafe-inline" not in CONTENT_SECURITY_POLICY
    assert "'unsafe-eval'" not in CONTENT_SECURITY_POLICY
    assert not [word for word in ("http", "*", "//") if word in CONTENT_SECURITY_POLICY]
    assert "frame-ancestors 'none'" in SECURITY_HEADERS["Content-Security-Policy"]
    assert "frame-ancestors" not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/aid-0a1b/pyodide.mjs", "text/javascript; charset=utf-8"),
        ("/assets/aid-0a1b/pyodide.asm.wasm", "application/wasm"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/kaal.onbekend", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_has_its_type(server: SiteServer, path: str, kind: str) -> None:
    """A browser that may not sniff is told what each file is."""
    assert ask(server, path)[0].getheader("Content-Type") == kind


def test_only_what_never_changes_is_cached_for_ever(server: SiteServer) -> None:
    """The named asset folder is immutable; every other file is asked for again."""
    assert ask(server, "/assets/aid-0a1b/pyodide.mjs")[0].getheader("Cache-Control") == FOR_EVER
    for path in ("/", "/assets/site.css", "/assets/aid-0a1b/nergens", "/nergens"):
        assert ask(server, path)[0].getheader("Cache-Control") == "no-cache"


def test_a_copy_that_is_still_good_is_not_sent_again(server: SiteServer) -> None:
    """The tag follows the content: the same content gives 304, other content is sent."""
    tag = ask(server, "/")[0].getheader("ETag") or ""
    response, body = ask(server, "/", If_None_Match=tag)
    assert (response.status, body) == (304, b"")
    (server.site / "index.html").write_text("anders", encoding="utf-8")
    response, body = ask(server, "/", If_None_Match=tag)
    assert (response.status, body) == (200, b"anders")


def test_a_folder_without_slash_is_sent_on(server: SiteServer) -> None:
    """Relative addresses in a page work because a folder's page is only given under its own address."""
    response, _ = ask(server, "/aid")
    assert (response.status, response.getheader("Location")) == (301, "/aid/")


def test_a_redirect_never_leaves_the_site(server: SiteServer) -> None:
    """An address that starts with two slashes is not turned into another host's."""
    assert ask(server, "//aid")[0].getheader("Location") == "/aid/"


@pytest.mark.parametrize(
    "path",
    [
        "/../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/..%2fgeheim.txt",
        "/aid/..%5c..%5cgeheim.txt",
        "/a%00b",
        "/C:/geheim.txt",
        "/aid/index.html/",
        "/assets",
        "/nergens/",
    ],
)
def test_what_is_not_in_the_site_is_404(server: SiteServer, path: str) -> None:
    """Nothing outside the folder can be had; the answer is the site's own page for what is not there."""
    response, body = ask(server, path)
    assert (response.status, body) == (404, b"weg")


def test_head_sends_no_body(server: SiteServer) -> None:
    """HEAD gives the same headers as GET and no body."""
    response, body = ask(server, "/", "HEAD")
    assert (response.status, response.getheader("Content-Length"), body) == (200, "4", b"")


def test_other_methods_are_refused(server: SiteServer) -> None:
    """The site takes no data."""
    assert ask(server, "/", "POST")[0].status == 501


def test_one_connection_serves_many_requests(server: SiteServer) -> None:
    """The connection is kept, as in production."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
    connection.request("GET", "/")
    connection.getresponse().read()
    kept = connection.sock
    connection.request("GET", "/aid/")
    assert connection.getresponse().read() == b"hulp"
    assert connection.sock is kept
    connection.close()


def test_without_a_site_it_says_so(tmp_path: Path) -> None:
    """Before the first good build every address says that there is no site yet."""
    with open_server(tmp_path / "site", 0) as running:
        threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        response, body = ask(running, "/")
        running.shutdown()
    assert response.status == 503
    assert b"serve" in body


def test_a_taken_port_is_named_with_another_to_choose(tmp_path: Path) -> None:
    """When the port is taken the message names it and a command that works instead."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(AddressError) as raised:
            open_server(tmp_path, port)
    assert f"Poort {port} is al in gebruik" in str(raised.value)
    assert f"serve --port {port + 1 if port < 65535 else 8001}" in str(raised.value)


def test_a_change_is_seen_once_it_is_at_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that is still being written does not start a build; one build follows when nothing moves any more."""
    moving = [{"a": (1, 1)}, {"a": (2, 5)}, {"a": (3, 9)}]
    states = iter([{}, *moving, moving[-1]])
    watcher = Watcher(tmp_path, pause=0)
    monkeypatch.setattr("aids.site.server.snapshot", lambda _root: next(states))
    watcher.wait_for_change()
    assert watcher.seen == {"a": (3, 9)}
    assert next(states, None) is None


def test_sources_are_watched_and_by_products_are_not(tmp_path: Path) -> None:
    """New, changed and removed sources change the snapshot; byte code and the built site do not."""
    for name in ("docs", "aids/__pycache__", "site"):
        (tmp_path / name).mkdir(parents=True)
    empty = snapshot(tmp_path)
    (tmp_path / "aids/__pycache__/a.pyc").touch()
    (tmp_path / "site/index.html").touch()
    assert snapshot(tmp_path) == empty == {}
    page = tmp_path / "docs/index.md"
    page.write_text("een", encoding="utf-8")
    first = snapshot(tmp_path)
    os.utime(page, ns=(1, 1))
    assert len({str(empty), str(first), str(snapshot(tmp_path))}) == 3


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([True, True], ["De site staat op", "Er is iets gewijzigd", "De site staat op", "Gestopt"]),
        ([True, False], ["De site staat op", "Er is iets gewijzigd", "nog de laatste goede versie", "Gestopt"]),
        ([False, True], ["nog de laatste goede versie", "Er is iets gewijzigd", "De site staat op", "Gestopt"]),
    ],
)
def test_a_failed_build_keeps_the_server_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outcomes: list[bool], said: list[str]
) -> None:
    """After a build with findings the last good site is still served and the next change is built again."""
    (tmp_path / "site").mkdir()
    changes = iter([None])

    def wait(_watcher: Watcher) -> None:
        if next(changes, "no more") == "no more":
            raise KeyboardInterrupt

    monkeypatch.setattr(Watcher, "wait_for_change", wait)
    heard: list[str] = []
    builds = iter(outcomes)
    with open_server(tmp_path / "site", 0) as running:
        serve(running, tmp_path, lambda: next(builds), heard.append)
    assert len(heard) == len(said)
    assert all(part in line for part, line in zip(said, heard, strict=True))
    assert next(builds, None) is None
