"""Owns the command `consult`: answers in, View out, both JSON. The same engine as in the browser. Runs in the build.

On stdout comes one JSON object and nothing else: the View, or {"errors": [...]} when there is none to give.
"""

import json
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from aids.commands.command import CLEAN, FINDINGS, Command, Parser, WrongUseError, say
from aids.commands.trees import shown_path, tree_path
from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import has_errors, render
from aids.compiler.loader import load_tree
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.runtime.bridge import LARGEST, WRAPPER, consult_text, consult_with, is_day
from aids.runtime.engine import View
from aids.runtime.scan.view import consult_scan

HELP = """Gebruik: python3 build.py consult HULP [ANTWOORDEN|-] [--today DATUM]

Geeft als JSON wat de keuzehulp bij deze antwoorden adviseert, en bij een zelfscan de scores.
  HULP           de naam van een keuzehulp, of het pad van haar bestand
  ANTWOORDEN     een JSON-bestand, of - voor de standaardinvoer; zonder: nog niets beantwoord.
                 Bij een zelfscan mogen er gewichten bij: {"tree", "answers", "weights": {criterium: 1 tot en met 5}}
  --today DATUM  reken alsof het deze dag is (jaar-maand-dag); zonder: vandaag
Eindigt met 0, met 1 als er in de antwoorden iets niet klopt, en met 2 bij verkeerd gebruik."""

SCAN_WRAPPER = WRAPPER | {"weights"}

WIDEST = 4
"""Bytes that one character takes at most in UTF-8."""


def add_arguments(parser: Parser) -> None:
    """Add tree, answers and day."""
    parser.add_argument("tree")
    parser.add_argument("answers", nargs="?")
    parser.add_argument("--today", default=None)


def run(arguments: Namespace) -> int:
    """Print the View and return the exit code."""
    today: str = arguments.today or date.today().isoformat()  # noqa: DTZ011  the user's own calendar day
    if not is_day(today):
        message = f"{today} is geen dag van de kalender; schrijf jaar-maand-dag."
        raise WrongUseError(message)
    path = tree_path(arguments.tree)
    view = consulted(path, answers_text(arguments.answers), today)
    sys.stdout.buffer.write((json.dumps(view, ensure_ascii=False, indent=2) + "\n").encode())
    sys.stdout.flush()
    return FINDINGS if view["errors"] else CLEAN


def consulted(path: Path, text: str, today: str) -> View:
    """Return the View for the answers in `text`; a tree with faults gives only `errors`, and its findings on stderr."""
    document, findings = load_tree(path, shown_path(path))
    if document is None or has_errors(findings):
        say(render(findings))
        message = f"In {path.name} staan fouten; zie de foutuitvoer, of python3 build.py check."
        return {"errors": [{"code": "hulp-onjuist", "question": None, "value": None, "message": message}]}
    if isinstance(document, ScanDocument):
        scan = compile_scan(document)
        return consult_with(
            scan.id,
            text,
            lambda answers, rest: consult_scan(scan, answers, today, rest.get("weights")),
            SCAN_WRAPPER,
        )
    return consult_text(compile_tree(document), text, today)


def answers_text(name: str | None) -> str:
    """Return the text of the answers; bytes that are no UTF-8 give a text that is no JSON either."""
    if name is None:
        return "{}"
    limit = LARGEST * WIDEST + 1
    if name == "-":
        data = sys.stdin.buffer.read(limit)
    else:
        try:
            with Path(name).open("rb") as file:
                data = file.read(limit)
        except OSError as error:
            message = f"{name} is niet te lezen: {error.strerror}."
            raise WrongUseError(message) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


COMMAND = Command("consult", "geeft het advies bij antwoorden, als JSON", HELP, add_arguments, run)
