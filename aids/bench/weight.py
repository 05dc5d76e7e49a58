"""Owns how many bytes a first visit takes over the line, as a server with brotli at its best would send them.

What is asked for is seen in a browser, not assumed. Compressing WebAssembly takes seconds, so sizes are kept by
content. Used by `report`. Runs on a developer's machine.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import brotli
from playwright.sync_api import Playwright

from aids.bench.stage import new_profile
from aids.compiler.bundle import RUNTIME_FILES, SCAN_ENGINE
from aids.compiler.bundle_pyc import REPOSITORY

CACHE = REPOSITORY / ".cache" / "brotli"
SEARCH = "assets/search-"
COMPRESSED_ALREADY = frozenset({".woff2", ".woff", ".png", ".jpg", ".webp"})


class Weight(NamedTuple):
    """Bytes over the line: all of a first visit; of that the page itself, and the parts of the search.

    The rest is Python, engine and tree.
    """

    total: int
    page: int
    search: int
    files: dict[str, int]


def measure_weight(playwright: Playwright, site: Path, aid: str) -> Weight:
    """Return the weight of a first visit to the address `aid`, whose files are in `site`."""
    asked: set[str] = set()
    with new_profile(playwright) as browser:
        page = browser.new_page()
        page.on("request", lambda request: asked.add(request.url))
        page.goto(aid)
        page.locator("[data-aid-state=ready]").wait_for(state="attached")
        tree = page.locator("[data-aid]").get_attribute("data-aid")
    python = {*RUNTIME_FILES, SCAN_ENGINE, f"{tree}.json"}
    paths = {unquote(urlsplit(url).path).lstrip("/") for url in asked if url.startswith("http")}
    files = {path: _sent(_file(site, path)) for path in sorted(paths)}
    search = sum(size for path, size in files.items() if path.startswith(SEARCH))
    own = sum(size for path, size in files.items() if path.rpartition("/")[2] not in python)
    return Weight(total=sum(files.values()), page=own - search, search=search, files=files)


def _file(site: Path, path: str) -> Path:
    """Return the file behind a path of the site; the page for a missing one is what is sent then."""
    found = site / path / "index.html" if path.endswith("/") or not path else site / path
    return found if found.is_file() else site / "404.html"


def _sent(path: Path) -> int:
    """Return the bytes that `path` takes over the line."""
    data = path.read_bytes()
    if path.suffix in COMPRESSED_ALREADY:
        return len(data)
    kept = CACHE / hashlib.sha256(data).hexdigest()
    if not kept.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        kept.write_text(str(len(brotli.compress(data, quality=11, lgwin=24))), encoding="ascii")
    return int(kept.read_text(encoding="ascii"))
