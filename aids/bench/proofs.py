"""Owns how long the proof of each tree of the site takes, without anything kept from an earlier run. Used by `report`.

Runs on a developer's machine.
"""

import time
from typing import NamedTuple

from aids.compiler.bundle_pyc import REPOSITORY
from aids.compiler.compile import compile_tree
from aids.compiler.project import load_project
from aids.compiler.proof import prove


class Proofs(NamedTuple):
    """Seconds by the id of the tree."""

    seconds: dict[str, float]


def measure_proofs() -> Proofs:
    """Prove every tree and part, and return how long each took."""
    project = load_project(REPOSITORY)
    seconds = {}
    for document in (*project.documents, *project.parts):
        tree = compile_tree(document)
        start = time.perf_counter()
        prove(document, tree)
        seconds[document.id] = time.perf_counter() - start
    return Proofs(seconds)
