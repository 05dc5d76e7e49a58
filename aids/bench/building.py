"""Owns how long building takes: the whole site with every proof anew, and one changed page in a builder that stays.

The second is on a copy of what editors write, built as `serve` does. Used by `report`. Runs on a developer's machine.
"""

import gc
import shutil
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from aids.compiler.bundle_pyc import REPOSITORY
from aids.site.build import build_site
from aids.site.engine import Engine, build_pages, build_pages_here

WRITTEN = ("docs", "decision_trees", "overrides")
LINKED = ("aids", "node_modules")
PAGE = "docs/over/vakoordeel.md"
CHANGES = 5


class Building(NamedTuple):
    """Seconds: the clean build, and the median of one changed page."""

    clean: float
    page: float


def measure_building() -> Building:
    """Return how long both take."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in WRITTEN:
            shutil.copytree(REPOSITORY / name, root / name)
        for name in LINKED:
            (root / name).symlink_to(REPOSITORY / name)
        shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
        clean = _seconds(root, build_pages)
        _seconds(root, build_pages_here)
        gc.freeze()
        page = median(_changed(root, number) for number in range(CHANGES))
        gc.unfreeze()
        return Building(clean, page)


def _changed(root: Path, number: int) -> float:
    """Return how long the site takes after one page got a sentence, with a word that is new to the site."""
    page = root / PAGE
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\nHier staat proefwoord{number}.\n", encoding="utf-8")
    return _seconds(root, build_pages_here)


def _seconds(root: Path, engine: Engine) -> float:
    """Return how long one build takes; the proofs are kept beside it."""
    start = time.perf_counter()
    found = build_site(root, root / "site", lambda _line: None, root / "proofs", engine)
    if found:
        raise RuntimeError(found)
    return time.perf_counter() - start
