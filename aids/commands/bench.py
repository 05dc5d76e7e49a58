"""Owns the command `bench`: the figures that the site must hold. `aids.bench` does the measuring.

It runs as a process of its own, so that nothing of the command line weighs on what is measured. Runs in the build.
"""

import subprocess
import sys
from argparse import Namespace

from aids.browser import find_browser
from aids.commands.command import ROOT, WRONG_USE, Command, say, takes_nothing

HELP = """Gebruik: python3 build.py bench

Meet de gebouwde site in een browser en geeft de uitkomsten als JSON, met een tabel erbij.
Eindigt met 0 als elke grens is gehaald, met 1 als er een is gemist, en met 2 als er iets mist om te meten."""


def run(_arguments: Namespace) -> int:
    """Measure and return the exit code."""
    if find_browser() is None:
        say("Er is geen browser om mee te meten. Installeer er een met: python3 build.py test --install")
        return WRONG_USE
    return subprocess.run([sys.executable, "-m", "aids.bench"], cwd=ROOT, check=False).returncode


COMMAND = Command("bench", "meet of de site snel en klein genoeg is", HELP, takes_nothing, run)
