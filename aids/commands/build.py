"""Owns the command `build`: the whole site into `site/`. The work is done by `aids.site.build`. Runs in the build.

With findings the last good `site/` stays as it is.
"""

import time
from argparse import Namespace

from aids.commands.command import CLEAN, FINDINGS, ROOT, Command, say, takes_nothing
from aids.compiler.diagnostics import has_errors, render
from aids.compiler.proof.cache import FOLDER
from aids.site.build import build_site
from aids.site.engine import Engine, build_pages

HELP = """Gebruik: python3 build.py [build]

Controleert de keuzehulpen en de pagina's, bewijst de regels en bouwt de site in de map site/.
Bij bevindingen blijft de laatste goede site staan.
Eindigt met 0 als er niets te melden is en met 1 bij bevindingen."""


def run(_arguments: Namespace) -> int:
    """Build the site and return the exit code."""
    return make_site(build_pages)


def make_site(engine: Engine) -> int:
    """Build the site with `engine` for its pages, show all findings, and return the exit code."""
    started = time.monotonic()
    findings = build_site(ROOT, ROOT / "site", say, ROOT / FOLDER, engine)
    if findings:
        print(render(findings))
    if has_errors(findings):
        say("De site is niet vernieuwd; site/ is nog de laatste goede versie, als die er was.")
        return FINDINGS
    say(f"De site staat in site/ ({time.monotonic() - started:.1f} s).")
    return CLEAN


COMMAND = Command("build", "bouwt de site in site/", HELP, takes_nothing, run)
