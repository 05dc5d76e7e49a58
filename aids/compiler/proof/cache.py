"""Owns the proofs that need not be made anew: kept by what they depend on. Used by the build of the site.

Kept is a certificate of a tree of which everything was proven, with its warnings. `prove`, the tests and continuous
integration never read it.
Runs in the build only.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import z3

from aids.compiler.canonical import hashed
from aids.compiler.diagnostics import Diagnostic, has_errors
from aids.compiler.document import Document, Position
from aids.compiler.proof.certificate import Certificate
from aids.compiler.proof.proving import engine_hash, prove
from aids.runtime.tree import Tree

FOLDER = Path(".cache") / "proof"


def proven(document: Document, tree: Tree, folder: Path) -> Certificate:
    """Return the certificate of a tree; one made before if nothing that it depends on has changed since.

    Args:
        document: the tree with its texts, claims and examples.
        tree: the same, compiled.
        folder: where certificates are kept; it is made if need be.
    """
    return kept_at(folder / f"{tree.id}-{_key(document, tree)}.json", lambda: prove(document, tree))


def kept_at(path: Path, make: Callable[[], Certificate]) -> Certificate:
    """Return the certificate kept at `path`, or else the one that `make` gives, which is kept if all is proven."""
    kept = _read(path)
    if kept is not None:
        return kept
    certificate = make()
    if certificate.result == "proven" and not has_errors(certificate.diagnostics):
        _write(path, certificate)
    return certificate


def prover_hash(folder: Path) -> str:
    """Return the hash of the sources in the folder of a prover."""
    return hashed("".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))))


def _key(document: Document, tree: Tree) -> str:
    """Return the hash of all that a proof depends on: texts and rules, claims and examples, engine, prover, solver."""
    prover = prover_hash(Path(__file__).parent)
    promises = (document.policies, document.claims, document.examples)
    return hashed("\0".join([tree.version, tree.rules, repr(promises), engine_hash(), prover, z3.get_version_string()]))


def _write(path: Path, certificate: Certificate) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    warnings = [asdict(item) for item in certificate.diagnostics]
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps([certificate.to_json(), warnings], ensure_ascii=False), encoding="utf-8")
    draft.replace(path)


def _read(path: Path) -> Certificate | None:
    """Return the certificate kept at `path`; None if there is none, or none that can be read."""
    try:
        certificate, warnings = json.loads(path.read_text(encoding="utf-8"))
        found = tuple(Diagnostic(**{**item, "at": Position(**item["at"])}) for item in warnings)
        return replace(Certificate.from_json(certificate), diagnostics=found)
    except (OSError, ValueError, KeyError, TypeError):
        return None
