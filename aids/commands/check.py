"""Owns the command `check`: trees, editorial data and pages, all findings at once. Builds nothing. Runs in the build.

The checking is done by `aids.compiler.project`, and of how texts read by `text_quality`; what only shows in built pages
(links, headings) is for `build`.
"""

from argparse import Namespace

from aids.commands.command import CLEAN, FINDINGS, ROOT, Command, say, takes_nothing
from aids.compiler.diagnostics import has_errors, render
from aids.compiler.project import load_project
from aids.compiler.text_quality import text_warnings

HELP = """Gebruik: python3 build.py check

Controleert de keuzehulpen, de gegevens en de pagina's, en noemt alle bevindingen in één keer.
Eindigt met 0 als er niets te herstellen is en met 1 bij fouten."""


def run(_arguments: Namespace) -> int:
    """Print every finding and return the exit code."""
    project = load_project(ROOT)
    found = [*project.diagnostics, *text_warnings(ROOT)]
    if found:
        print(render(found))
    if has_errors(found):
        return FINDINGS
    names = [document.id for document in project.documents] + [scan.id for scan in project.scans]
    say(f"In orde: {', '.join(names) or 'nog geen keuzehulp'}.")
    return CLEAN


COMMAND = Command("check", "controleert keuzehulpen en inhoud", HELP, takes_nothing, run)
