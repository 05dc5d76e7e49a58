"""Owns the command `prove`: the certificate of a tree, as JSON. Always proven anew. Runs in the build.

On stdout comes one JSON value and nothing else: the certificate of one tree, or a list of those of all trees and shared
parts. What was found is told on stderr as well, as `check` tells it.
"""

import json
import sys
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aids.commands.command import CLEAN, FINDINGS, Command, Parser, say
from aids.commands.trees import part_paths, shown_path, tree_path, tree_paths
from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import Diagnostic, has_errors, render, with_excerpts
from aids.compiler.loader import load_tree
from aids.compiler.proof import prove
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.compiler.scan.proof import prove_scan

HELP = """Gebruik: python3 build.py prove [HULP]

Bewijst de regels van een keuzehulp en geeft als JSON het certificaat: wat is bewezen, en van wat niet klopt een geval.
Van een zelfscan wordt bewezen dat zij goed rekent.
  HULP   de naam van een keuzehulp, zelfscan of gedeeld deel, of het pad van haar bestand; zonder: allemaal, als lijst
Eindigt met 0 als alles is bewezen, met 1 bij bevindingen, en met 2 bij verkeerd gebruik."""

PATIENCE = 1.0
"""Seconds after which the user is told what is being done."""


def add_arguments(parser: Parser) -> None:
    """Add the tree."""
    parser.add_argument("tree", nargs="?")


def run(arguments: Namespace) -> int:
    """Print the certificate or the list of all, and return the exit code."""
    name: str | None = arguments.tree
    paths = [*part_paths(), *tree_paths()] if name is None else [tree_path(name)]
    found: list[Diagnostic] = []
    certificates = []
    for path in paths:
        certificate, wrong = proved(path)
        certificates.append(certificate)
        found += wrong
    if found:
        say(render(found))
    result: object = certificates if name is None else certificates[0]
    sys.stdout.buffer.write((json.dumps(result, ensure_ascii=False, indent=2) + "\n").encode())
    sys.stdout.flush()
    return FINDINGS if found else CLEAN


def proved(path: Path) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Return the certificate of one tree as JSON data, with all findings; one with faults of form has only `errors`."""
    document, findings = load_tree(path, shown_path(path))
    if document is None or has_errors(findings):
        message = f"In {path.name} staan fouten; zie de foutuitvoer, of python3 build.py check."
        return {"errors": [{"code": "hulp-onjuist", "message": message}]}, findings
    with told(f"{document.id} wordt bewezen …"):
        certificate = (
            prove_scan(document, compile_scan(document))
            if isinstance(document, ScanDocument)
            else prove(document, compile_tree(document))
        )
    names = {finding.at.file for finding in certificate.diagnostics}
    files = {shown_path(each): each for each in (path, *part_paths())}
    texts = {name: files[name].read_text(encoding="utf-8") for name in names if name in files}
    return certificate.to_json(), with_excerpts(certificate.diagnostics, texts)


@contextmanager
def told(text: str) -> Iterator[None]:
    """Tell the user what is being done, if it takes long."""
    timer = threading.Timer(PATIENCE, say, [text])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


COMMAND = Command("prove", "bewijst de regels van een keuzehulp, als JSON", HELP, add_arguments, run)
