"""Owns the immutable asset folder of the aids: Pyodide, the trimmed library, the engine, the trees, scripts and styles.

Fed by npm's `pyodide`, `bundle_stdlib`, `bundle_engine`, `bundle_scripts` and the trees as the compiler made them; the
site's post-processing puts the returned names in the pages. The folder is named by the hash of all it holds, so it
may be cached for ever. Nothing is taken from the internet and no file names a CDN: Pyodide's lock file is cut down to
its version lines. Runs in the build. Does no rendering and knows no page.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.bundle_engine import engine_zip, scan_zip
from aids.compiler.bundle_pyc import CACHE, BundleError
from aids.compiler.bundle_scripts import WEB, joined_scripts, joined_styles
from aids.compiler.bundle_stdlib import PYODIDE, runtime_magic, trimmed_stdlib

WASM, STDLIB, ENGINE = "pyodide.asm.wasm", "stdlib.zip", "engine.zip"
SCAN_ENGINE = "engine-scan.zip"
"""Takes the place of the engine on the page of a scan; made only where there is one."""
PYODIDE_SCRIPTS = ("pyodide.asm.js", "pyodide.js")
"""What stands in front of the worker's own source: a sealed worker loads nothing."""
LOCK = "PYODIDE_LOCK"
"""How the worker's source calls Pyodide's lock file."""
WORKER = "worker.js"
START, ENTRY, SCAN_ENTRY = "start.js", "widget.js", "scan.js"
STYLE, SCAN_STYLE = "aid.css", "scan.css"
SHARED_STYLES = ("aid-more.css", "aid-print.css", "aid-question.css", "aid.css")
"""The styles of an aid that a scan uses before its own."""

RUNTIME_FILES = (WASM, WORKER, STDLIB, ENGINE)
"""What the page fetches before it seals itself, beside its tree; the largest first."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build left in `assets/<folder>/`, and what a page with an aid needs of it. All names are within `folder`.

    A page with the aid `tree` gets, with `folder` before each name: first in its head
    `<script type="module" async src data-aid-start>` for `start`, with the tree in it, which begins Python while the
    page is read; last in it `<link rel="stylesheet" href>` for `style`, `<script type="module" src>` for `script`,
    which takes over the page; and `data-aid-assets` = the folder's relative address with a slash. Nothing is preloaded:
    in Chromium a fetch that meets its own unfinished preload may break, and may never end.
    A page with a scan gets `scan_style` and `scan_script` in their place, and tells `start` so by `data-aid-scan`.
    """

    folder: str
    files: tuple[str, ...]
    scans: frozenset[str] = frozenset()
    start: str = START
    style: str = STYLE
    script: str = ENTRY
    scan_style: str = SCAN_STYLE
    scan_script: str = SCAN_ENTRY


def build(assets: Path, trees: Mapping[str, str], pyodide: Path = PYODIDE, cache: Path = CACHE) -> Manifest:
    """Write `assets/aid-<digest>/` and return what is in it; a folder of the same content is left as it is.

    Args:
        assets: the site's folder for assets; made when absent.
        trees: tree id to the runtime tree as JSON text; one of the kind scan brings its own engine along.
        pyodide: the unpacked npm package.
        cache: folder in which compiled byte code is kept between builds.

    Raises:
        BundleError: a part is missing or does not fit; the message says which and what to do.
    """
    scans = frozenset(tree for tree, text in trees.items() if json.loads(text).get("kind") == "scan")
    content = _content(trees, pyodide, cache)
    if scans:
        content[SCAN_ENGINE] = scan_zip(pyodide, cache)
    folder = f"aid-{_digest(content)}"
    if not (assets / folder).is_dir():
        _write(assets, folder, content)
    return Manifest(folder=folder, files=tuple(sorted(content)), scans=scans)


def _content(trees: Mapping[str, str], pyodide: Path, cache: Path) -> dict[str, bytes]:
    """Return all files of the folder by name."""
    if not (pyodide / WASM).is_file():
        message = "Pyodide ontbreekt in node_modules: start `python3 build.py`, dat haalt de Node-onderdelen op."
        raise BundleError(message)
    content = {
        WASM: (pyodide / WASM).read_bytes(),
        WORKER: _worker(pyodide),
        STDLIB: trimmed_stdlib(pyodide, cache),
        ENGINE: engine_zip(runtime_magic(pyodide), cache),
        **joined_scripts((START,)),
        **joined_scripts((ENTRY, SCAN_ENTRY), apart=START),
        STYLE: joined_styles(_styles("aid")),
        SCAN_STYLE: joined_styles([*SHARED_STYLES, *_styles("scan")]),
    }
    for tree, text in trees.items():
        content[f"{tree}.json"] = text.encode()
    return content


def _styles(beginning: str) -> list[str]:
    """Return the names of the sheets that begin so, the widest last."""
    return sorted(path.name for path in WEB.glob(f"{beginning}*.css"))


def _worker(pyodide: Path) -> bytes:
    """Return the worker's whole source: Pyodide, its lock file without packages, and what drives them.

    The runtime checks its own version against the lock file, and finds no other package to ask for.
    """
    lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
    told = json.dumps({"info": lock["info"], "packages": {}}, sort_keys=True)
    scripts = [(pyodide / name).read_bytes() for name in PYODIDE_SCRIPTS]
    return b"\n".join([*scripts, f"const {LOCK} = {told};".encode(), (WEB / WORKER).read_bytes()])


def _digest(content: Mapping[str, bytes]) -> str:
    """Return sixteen hexadecimal digits that stand for all names and bytes."""
    digest = hashlib.sha256()
    for name in sorted(content):
        digest.update(f"{name}\0{len(content[name])}\0".encode())
        digest.update(content[name])
    return digest.hexdigest()[:16]


def _write(assets: Path, folder: str, content: Mapping[str, bytes]) -> None:
    """Write the folder beside its place and move it there, so that it is whole or absent."""
    assets.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".aid-", dir=assets))
    try:
        for name, data in content.items():
            (unfinished / name).write_bytes(data)
        unfinished.chmod(0o755)
        unfinished.rename(assets / folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
