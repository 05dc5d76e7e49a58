"""Owns the command `diff`: what two versions of a tree give differently, in sentences. Runs in the build.

The comparing is done by `aids.compiler.proof.difference`, on every complete case. A version is a file, or a tree as it
stood in a revision of git, with the shared parts of that revision.
"""

import subprocess
import tempfile
from argparse import Namespace
from pathlib import Path

from aids.commands.command import CLEAN, FINDINGS, ROOT, Command, Parser, WrongUseError, say
from aids.commands.trees import shown_path, tree_path
from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import has_errors, render
from aids.compiler.loader import load_tree
from aids.compiler.project import PARTS, TREES
from aids.compiler.proof.difference import Comparison, Version
from aids.compiler.proof.difference_words import Report, report
from aids.compiler.proof.solving import UndecidedError
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.difference import ScanVersion, report_scans
from aids.compiler.scan.document import ScanDocument

HELP = """Gebruik: python3 build.py diff OUD NIEUW

Zegt wat een keuzehulp in de nieuwe versie anders geeft dan in de oude: advies, uitkomsten en taken, elk met een geval.
  OUD, NIEUW   de naam van een keuzehulp of het pad van haar bestand, of REVISIE:NAAM, zoals HEAD:meldcode
Kijkt ook of de hulp zelf elk veranderd advies noemt onder changes.
Van een zelfscan zegt het wat er anders is aan regels, schaal, niveaus, rollen en indeling, en wat andere woorden kreeg.
Eindigt met 0 als er niets verschilt dan woorden, met 1 als er iets verschilt, en met 2 bij verkeerd gebruik."""


def add_arguments(parser: Parser) -> None:
    """Add the two versions."""
    parser.add_argument("old")
    parser.add_argument("new")


def run(arguments: Namespace) -> int:
    """Print the report and return the exit code."""
    told = compared(version(arguments.old), version(arguments.new))
    if told is None:
        say("Niet te beslissen binnen de tijd: of deze versies hetzelfde geven, is niet bewezen.")
        return FINDINGS
    print(told.text)
    return FINDINGS if told.differs else CLEAN


def compared(old: Version | ScanVersion, new: Version | ScanVersion) -> Report | None:
    """Return the report on two versions of one kind of tree, or None if it cannot be decided in time."""
    if isinstance(old, ScanVersion) and isinstance(new, ScanVersion):
        return report_scans(old, new)
    if isinstance(old, ScanVersion) or isinstance(new, ScanVersion):
        message = "Een zelfscan is niet te vergelijken met een keuzehulp."
        raise WrongUseError(message)
    try:
        comparison = Comparison(old, new)
        return report(old, new, comparison.differences(), comparison.changed)
    except UndecidedError:
        return None


def version(name: str) -> Version | ScanVersion:
    """Return the version that `name` means: a file, REVISION:ID, or a tree as it stands."""
    revision, colon, ident = name.rpartition(":")
    if not colon or Path(name).is_file():
        path = tree_path(name)
        return loaded(path, name, shown_path(path))
    commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    if not commit:
        message = f"Er is geen revisie {revision}."
        raise WrongUseError(message)
    with tempfile.TemporaryDirectory() as folder:
        found = checked_out(commit, ident, Path(folder))
        if found is None:
            message = f"In revisie {revision} is er geen keuzehulp {ident}."
            raise WrongUseError(message)
        return loaded(found, name, name)


def checked_out(commit: str, ident: str, folder: Path) -> Path | None:
    """Write a tree and the shared parts as they were in a commit; return the tree's file, or None if there is none."""
    names = git("ls-tree", "-r", "--name-only", "-z", commit, "--", TREES).split("\0")
    wanted = f"{TREES}/{ident}.yml"
    for name in names:
        if name == wanted or name.startswith(f"{PARTS}/"):
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(git("show", f"{commit}:{name}"), encoding="utf-8", newline="")
    return folder / wanted if wanted in names else None


def loaded(path: Path, name: str, shown: str) -> Version | ScanVersion:
    """Return the version in a file; raises WrongUseError, after its findings, if it cannot be read."""
    document, findings = load_tree(path, shown)
    if document is None or has_errors(findings):
        say(render(findings))
        message = f"{name} is niet te vergelijken: er staan fouten in, of een ouder programma schreef haar anders."
        raise WrongUseError(message)
    if isinstance(document, ScanDocument):
        return ScanVersion(name, document, compile_scan(document))
    return Version(name, document, compile_tree(document))


def git(*words: str) -> str:
    """Return what git prints; "" where it finds nothing."""
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=False)  # noqa: S607  git as installed
    except OSError as error:
        message = "Git is niet te starten. Zonder git kunt u alleen bestanden vergelijken."
        raise WrongUseError(message) from error
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


COMMAND = Command("diff", "zegt wat een andere versie anders adviseert", HELP, add_arguments, run)
