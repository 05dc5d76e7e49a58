"""Owns the immutable asset folder of the aids: Pyodide, the trimmed library, the engine, the trees, scripts and styles.

Fed by npm's `pyodide`, `bundle_stdlib`, `bundle_engine`, `aids/web/` and the trees as the compiler made them; the
site's post-processing puts the returned names in the pages. The folder is named by the hash of all it holds, so it
may be cached for ever. Nothing is taken from the internet and no file names a CDN: Pyodide's lock file is cut down to
its version lines. Runs in the build. Does no rendering and knows no page.
"""

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.bundle_engine import engine_zip, scan_zip
from aids.compiler.bundle_pyc import CACHE, REPOSITORY, BundleError
from aids.compiler.bundle_stdlib import PYODIDE, runtime_magic, trimmed_stdlib

WEB = REPOSITORY / "aids" / "web"

WASM, STDLIB, ENGINE, LOCK = "pyodide.asm.wasm", "stdlib.zip", "engine.zip", "lock.json"
SCAN_ENGINE = "engine-scan.zip"
"""Takes the place of the engine on the page of a scan; made only where there is one."""
RUNTIME_SCRIPTS = ("pyodide.asm.js", "pyodide.js")
WORKER, ENTRY, SCAN_ENTRY = "worker.js", "widget.js", "scan.js"
IMPORT = re.compile(r'^(?:import|export) .*? from "\./([\w-]+\.js)";$', re.MULTILINE)
SCAN = "scan"
"""How the names of a scan's own scripts and styles begin."""

SCAN_STYLES = ("aid.css", "aid-more.css", "aid-question.css", "aid-print.css")
"""The styles of an aid that a scan uses beside its own."""

RUNTIME_FILES = (WASM, *RUNTIME_SCRIPTS, STDLIB, ENGINE, LOCK, WORKER)
"""What the page fetches before it seals itself, beside its tree; the largest first."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build left in `assets/<folder>/`, and what a page with an aid needs of it. All names are within `folder`.

    A page with the aid `tree` gets, in this order and with `folder` before each name:
    `<link rel="stylesheet" href>` for `styles`; `<link rel="modulepreload" href>` for `modules`;
    `<link rel="preload" as="fetch" crossorigin href>` for each of `preloads(tree)`: the scripts ask for them only when
    the page has been laid out; `<script type="module" src>` for `script`; and `data-aid-assets` = the folder's relative
    address with a slash. A page with a scan gets `scan_styles`, `scan_modules` and `scan_script` in their place.
    """

    folder: str
    files: tuple[str, ...]
    trees: tuple[str, ...]
    styles: tuple[str, ...]
    modules: tuple[str, ...]
    scans: frozenset[str] = frozenset()
    script: str = ENTRY
    scan_styles: tuple[str, ...] = ()
    scan_modules: tuple[str, ...] = ()
    scan_script: str = SCAN_ENTRY

    def preloads(self, tree: str) -> tuple[str, ...]:
        """Return the names that a page of `tree` may ask for at once, the largest first.

        WebAssembly is left out: Chromium keeps compiled code for a later visit only when the script's own request
        brought it, and that is worth more than an early start.

        Raises:
            KeyError: the bundle holds no such tree.
        """
        if tree not in self.trees:
            raise KeyError(tree)
        engine = SCAN_ENGINE if tree in self.scans else ENGINE
        return (*(engine if name == ENGINE else name for name in RUNTIME_FILES if name != WASM), f"{tree}.json")


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
    styles = sorted(name for name in content if name.endswith(".css"))
    return Manifest(
        folder=folder,
        files=tuple(sorted(content)),
        trees=tuple(trees),
        styles=tuple(name for name in styles if not name.startswith(SCAN)),
        modules=_imported(ENTRY, content),
        scans=scans,
        scan_styles=tuple(name for name in styles if name in SCAN_STYLES or name.startswith(SCAN)),
        scan_modules=_imported(SCAN_ENTRY, content),
    )


def _content(trees: Mapping[str, str], pyodide: Path, cache: Path) -> dict[str, bytes]:
    """Return all files of the folder by name."""
    if not (pyodide / WASM).is_file():
        message = "Pyodide ontbreekt in node_modules: start `python3 build.py`, dat haalt de Node-onderdelen op."
        raise BundleError(message)
    content = {name: (pyodide / name).read_bytes() for name in (WASM, *RUNTIME_SCRIPTS)}
    content |= {path.name: path.read_bytes() for path in WEB.iterdir() if path.suffix in {".js", ".css"}}
    content |= {
        LOCK: _lock(pyodide),
        STDLIB: trimmed_stdlib(pyodide, cache),
        ENGINE: engine_zip(runtime_magic(pyodide), cache),
    }
    for tree, text in trees.items():
        content[f"{tree}.json"] = text.encode()
    missing = [name for name in (*RUNTIME_FILES, ENTRY, SCAN_ENTRY) if name not in content]
    if missing:
        message = f"In {WEB.relative_to(REPOSITORY)} ontbreekt {', '.join(missing)}."
        raise BundleError(message)
    return content


def _imported(entry: str, content: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return every module that a script needs, in the order of their names; not the script itself."""
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        new = set(IMPORT.findall(content[waiting.pop()].decode())) - found
        found |= new
        waiting += sorted(new)
    return tuple(sorted(found))


def _lock(pyodide: Path) -> bytes:
    """Return Pyodide's lock file without its packages: the runtime checks its own version against it."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_bytes())
    return json.dumps({"info": lock["info"], "packages": {}}, sort_keys=True).encode()


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
