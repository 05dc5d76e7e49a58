"""Owns how long the proof of each tree of the site takes, without anything kept from an earlier run. Used by `report`.

Runs on a developer's machine.
"""

import time
from typing import NamedTuple

from aids.compiler.bundle_pyc import REPOSITORY
from aids.compiler.compile import compile_tree
from aids.compiler.project import load_project
from aids.compiler.proof import prove
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.proof import prove_scan


class Proofs(NamedTuple):
    """Seconds by the id of the tree."""

    seconds: dict[str, float]


def measure_proofs() -> Proofs:
    """Prove every tree, part and scan, and return how long each took."""
    project = load_project(REPOSITORY)
    seconds = {}
    for document in (*project.documents, *project.parts):
        tree = compile_tree(document)
        start = time.perf_counter()
        prove(document, tree)
        seconds[document.id] = time.perf_counter() - start
    for written in project.scans:
        scan = compile_scan(written)
        start = time.perf_counter()
        prove_scan(written, scan)
        seconds[scan.id] = time.perf_counter() - start
    return Proofs(seconds)
