"""Owns what is measured and where: the built site and stock Pyodide, each behind the production server, and browsers.

Stock Pyodide is the unmodified npm package as its own documentation starts it: in the page, with no options. Both get
the same server, the same headers and the same caching. Used by the measurements. Runs on a developer's machine.
"""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from aids.browser import find_browser
from aids.compiler.bundle_stdlib import PYODIDE
from aids.site.server import open_server

BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STOCK_FOLDER = "assets/aid-stock"
STOCK_PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Stock Pyodide</title>
<script type="module" src="{STOCK_FOLDER}/start.js"></script></head><body></body></html>
"""
STOCK_SCRIPT = """
import { loadPyodide } from "./pyodide.mjs";
const python = await loadPyodide();
document.body.dataset.aidSeq = String(python.runPython("1 + 1"));
"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` with the production headers on a free port; yield its address, with a slash."""
    server = open_server(folder, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.address
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def stock_site() -> Iterator[Path]:
    """Yield a folder with one page that starts stock Pyodide and shows its first result."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(PYODIDE, folder / STOCK_FOLDER)
        (folder / STOCK_FOLDER / "start.js").write_text(STOCK_SCRIPT, encoding="utf-8")
        (folder / "index.html").write_text(STOCK_PAGE, encoding="utf-8")
        yield folder


@contextmanager
def browsers() -> Iterator[Playwright]:
    """Yield what starts browsers."""
    with sync_playwright() as playwright:
        yield playwright


@contextmanager
def new_profile(playwright: Playwright) -> Iterator[BrowserContext]:
    """Yield a browser with an empty profile on disk: it caches as a reader's own does, compiled code included."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path=find_browser(), args=BROWSER_FLAGS, headless=True
        )
        try:
            yield browser
        finally:
            browser.close()
