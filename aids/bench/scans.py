"""Owns what the self-scan takes in CPython: one answer, forty respondents side by side, all municipalities rolled up.

On files made up for the purpose, of the scan of the site; not in a browser. Has no bounds. Used by
`report`. Runs on a developer's machine.
"""

import random
import time
import tracemalloc
from collections.abc import Callable
from typing import Any, NamedTuple

from aids.compiler.bundle_pyc import REPOSITORY
from aids.compiler.loader import load_tree
from aids.compiler.project import TREES
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.runtime.saved import FORMAT, SCHEMA
from aids.runtime.scan.agenda import agenda
from aids.runtime.scan.group import respondent_of
from aids.runtime.scan.model import KIND, UNKNOWN, Scan
from aids.runtime.scan.rollup import rollup
from aids.runtime.scan.together import together
from aids.runtime.scan.view import consult_scan

SCAN = "zelfscan"
RESPONDENTS = 40
MUNICIPALITIES = 342
SEED = 20261122
TODAY = "2026-11-22"
TURNS = 5


class Scans(NamedTuple):
    """Milliseconds, the least of some turns; and the most memory that each of the two large ones asks, in megabytes."""

    consult_ms: float
    together_ms: float
    rollup_ms: float
    together_mb: float
    rollup_mb: float


def measure_scans() -> Scans:
    """Return how long the scan of the site takes, and how much memory."""
    document, _ = load_tree(REPOSITORY / TREES / f"{SCAN}.yml")
    if not isinstance(document, ScanDocument):
        raise TypeError(SCAN)
    scan = compile_scan(document)
    chance = random.Random(SEED)  # noqa: S311  the same files every time, no secrets
    files = [_file(chance, scan) for _ in range(MUNICIPALITIES)]

    def merge() -> None:
        people = [respondent_of(saved, "", scan) for saved in files[:RESPONDENTS]]
        agenda(scan, together(scan, people, {}))

    def roll() -> None:
        rollup(scan, files)

    consulted = _least(lambda: consult_scan(scan, files[0]["answers"], TODAY))
    return Scans(consulted, _least(merge), _least(roll), _peak(merge), _peak(roll))


def lines_of(measured: Scans) -> list[str]:
    """Return the figures as lines to read."""
    return [
        "zelfscan, in CPython (zonder grens):",
        f"  één antwoord                {measured.consult_ms:8.1f} ms",
        f"  {RESPONDENTS} invullers naast elkaar   {measured.together_ms:8.1f} ms {measured.together_mb:8.1f} MB",
        f"  {MUNICIPALITIES} gemeenten samen         {measured.rollup_ms:8.1f} ms {measured.rollup_mb:8.1f} MB",
    ]


def _file(chance: random.Random, scan: Scan) -> dict[str, Any]:
    """Return a saved file with an answer to every line, about a sixth of them unknown."""
    answers = [*(step.id for step in scan.scale), UNKNOWN]
    role = chance.choice(scan.roles).id
    by = {"id": f"{chance.getrandbits(128):032x}", "role": role, "organisation": "", "recognisable": False}
    head = {"format": FORMAT, "schema": SCHEMA, "kind": KIND, "tree": scan.id, "saved": f"{TODAY}T10:00"}
    given = {line.id: chance.choice(answers) for line in scan.lines}
    return {
        **head,
        "rules": scan.rules,
        "by": by,
        "answers": given,
        "notes": {},
        "words": {},
    }


def _least(work: Callable[[], object]) -> float:
    """Return the milliseconds of the quickest of some turns."""
    times = []
    for _ in range(TURNS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def _peak(work: Callable[[], object]) -> float:
    """Return the most memory that the work holds at once, in megabytes."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6
