"""Owns the command `rollup`: every saved scan in a folder, together as medians and quartiles. Runs in the build.

On stdout comes one JSON object and nothing else. A table, which files were refused and why, and which were set aside
for a newer one, come on stderr. Reads files only; what reckons is `aids.runtime.scan.rollup`.
"""

import json
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from aids.commands.command import CLEAN, FINDINGS, Command, Parser, WrongUseError, say
from aids.commands.rollup_shown import shown, table
from aids.commands.trees import shown_path, tree_path
from aids.compiler.diagnostics import render
from aids.compiler.loader import load_tree
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.runtime.saved import Saved, read_saved
from aids.runtime.saved_faults import Fault, Faults, quoted
from aids.runtime.saved_source import LARGEST
from aids.runtime.scan.answers import read_answers
from aids.runtime.scan.joint import members_of
from aids.runtime.scan.model import Scan
from aids.runtime.scan.rollup import is_of, organisation_of, rollup

HELP = """Gebruik: python3 build.py rollup MAP [--tree SCAN]

Brengt alle bewaarde zelfscans in een map samen: kwartielen en mediaan van elke score en elke vraag.
  MAP          een map met bewaarde bestanden (.json en .html); wat in mappen daarbinnen staat telt niet mee
  --tree SCAN  de naam van de scan, of het pad van haar bestand; zonder: zelfscan
Elk criterium telt even zwaar, welke gewichten er ook in een bestand staan: anders zijn scans niet te vergelijken.
Van bestanden met hetzelfde kenmerk en dezelfde organisatie telt het nieuwste.
Geeft JSON op de standaarduitvoer, de rest op de foutuitvoer.
Eindigt met 0, met 1 als er bestanden zijn geweigerd, en met 2 bij verkeerd gebruik."""

FORMS = frozenset({".json", ".html", ".htm"})
WIDEST = 4
"""Bytes that one character takes at most in UTF-8."""
PATIENCE = 1.0
"""Seconds without a sign of life."""

type Json = dict[str, Any]
type Names = list[dict[str, str]]


class Taken(NamedTuple):
    """A file that was read: its name and what it holds."""

    name: str
    saved: Saved


class Haul(NamedTuple):
    """What a folder gave: files that count, refused ones, ones set aside for a newer one, and what else is to be told.

    `replaced` has `file` and `by`, the newer file.
    """

    taken: list[Taken]
    refused: list[Fault]
    replaced: Names
    remarks: list[str]


def add_arguments(parser: Parser) -> None:
    """Add folder and scan."""
    parser.add_argument("folder")
    parser.add_argument("--tree", default="zelfscan")


def run(arguments: Namespace) -> int:
    """Print the roll-up and return the exit code."""
    paths = files_in(Path(arguments.folder))
    scan = scan_named(arguments.tree)
    if scan is None:
        message = "In het bestand van de scan staan fouten; zie de foutuitvoer, of python3 build.py check."
        put({"errors": [{"code": "hulp-onjuist", "question": None, "value": None, "message": message}]})
        return FINDINGS
    haul = without_doubles(scan, gathered(scan, paths, progress(len(paths))))
    found = rollup(scan, [each.saved for each in haul.taken])
    everyone = all(each.saved["by"]["recognisable"] for each in haul.taken)
    data = {**shown(scan, found, named=everyone), "refused": [fault._asdict() for fault in haul.refused]}
    data["replaced"] = haul.replaced
    put(data)
    say("\n".join([*table(scan, found), *told(haul)]))
    return FINDINGS if haul.refused else CLEAN


def put(data: Json) -> None:
    """Print JSON on stdout."""
    sys.stdout.buffer.write((json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace"))
    sys.stdout.flush()


def files_in(folder: Path) -> list[Path]:
    """Return the saved files in a folder by name; raises WrongUseError where there are none."""
    if not folder.is_dir():
        message = f"{folder} is geen map."
        raise WrongUseError(message)
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in FORMS and path.is_file())
    if not paths:
        message = f"In {folder} staan geen bestanden die op .json of .html eindigen."
        raise WrongUseError(message)
    return paths


def scan_named(name: str) -> Scan | None:
    """Return the scan that `name` means; None, and its findings on stderr, if there are faults in its file."""
    path = tree_path(name)
    document, findings = load_tree(path, shown_path(path))
    if isinstance(document, ScanDocument):
        return compile_scan(document)
    if document is not None:
        message = f"{name} is geen zelfscan."
        raise WrongUseError(message)
    say(render(findings))
    return None


def progress(count: int) -> Callable[[int], None]:
    """Return what tells how many files were read, once it takes long, and then once a second at most."""
    last = time.monotonic()

    def tell(done: int) -> None:
        nonlocal last
        if time.monotonic() - last > PATIENCE:
            last = time.monotonic()
            say(f"{done} van {count} bestanden gelezen …")

    return tell


def gathered(scan: Scan, paths: Iterable[Path], tell: Callable[[int], None]) -> Haul:
    """Return every file as it is read, good or refused."""
    haul = Haul([], [], [], [])
    for number, path in enumerate(paths, 1):
        saved, faults = read(path)
        refusal = [] if saved is None else unfit(scan, path.name, saved)
        if saved is None or refusal:
            haul.refused.extend([*faults, *refusal])
        else:
            haul.taken.append(Taken(path.name, saved))
            haul.remarks.extend(fault.message for fault in faults)
        tell(number)
    return haul


def read(path: Path) -> tuple[Saved | None, list[Fault]]:
    """Return what a file holds and what is wrong with it."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST * WIDEST + 1).decode("utf-8-sig")
    except OSError as error:
        return None, fault("onleesbaar", path.name, f"Het bestand is niet te openen: {error.strerror}.")
    except UnicodeDecodeError:
        said = "De tekens zijn niet te lezen: het bestand is niet als UTF-8 bewaard."
        return None, fault("tekenset", path.name, said)
    return read_saved(text, path.name)


def unfit(scan: Scan, name: str, saved: Saved) -> list[Fault]:
    """Return why a file is no filled in copy of this scan, if it is none."""
    if not is_of(scan, saved):
        return fault("andere-scan", name, f"Dit hoort bij ‘{quoted(saved['tree'])}’, niet bij deze scan.")
    if not any(read_answers(scan, member["answers"]).answers for member in members_of(saved)):
        return fault("leeg", name, "Er is geen vraag van deze scan beantwoord.")
    return []


def fault(code: str, name: str, said: str) -> list[Fault]:
    """Return a fault of a whole file."""
    faults = Faults(name)
    faults.add(code, "", said)
    return faults.found


def without_doubles(scan: Scan, haul: Haul) -> Haul:
    """Return the haul with the newest file of each organisation, and remarks on what cannot be told apart.

    The same id with another organisation is another municipality: the file was passed on and filled in there.
    """
    newest: dict[tuple[str, str], Taken] = {}
    replaced: Names = []
    for each in haul.taken:
        key = who(each.saved)
        other = newest.get(key)
        if other is None:
            newest[key] = each
            continue
        older, newer = (each, other) if each.saved["saved"] <= other.saved["saved"] else (other, each)
        newest[key] = newer
        replaced.append({"file": quoted(older.name), "by": quoted(newer.name)})
    names = {each.name for each in newest.values()}
    kept = [each for each in haul.taken if each.name in names]
    return Haul(kept, haul.refused, replaced, [*haul.remarks, *remarks(scan, kept)])


def who(saved: Saved) -> tuple[str, str]:
    """Return what tells files of different organisations apart; without an id all that a file says."""
    ident: str = saved["by"]["id"]
    return (ident, organisation_of(saved).casefold()) if ident else ("", json.dumps(saved, sort_keys=True))


def remarks(scan: Scan, taken: Sequence[Taken]) -> Iterator[str]:
    """Yield what is to be told of the files that count: names or ids that occur twice, and other versions."""
    for label, pick in (("dezelfde organisatie", organisation_of), ("hetzelfde kenmerk", ident_of)):
        holders: dict[str, list[str]] = {}
        for each in taken:
            holders.setdefault(pick(each.saved), []).append(quoted(each.name))
        for value, names in holders.items():
            if value and len(names) > 1:
                yield f"{', '.join(names)}: In elk staat {label}, ‘{quoted(value)}’. Ze tellen allemaal mee; klopt dat?"
    others = sum(each.saved["version"] != scan.version for each in taken)
    if others:
        yield f"Ingevuld op een andere versie van de scan: {others} van {len(taken)}."


def ident_of(saved: Saved) -> str:
    """Return the random id of who saved a file."""
    ident: str = saved["by"]["id"]
    return ident


def told(haul: Haul) -> Iterator[str]:
    """Yield what is said of the files, line by line."""
    yield from haul.remarks
    for names in haul.replaced:
        yield f"{names['file']}: Van dezelfde organisatie als {names['by']}. Alleen dat telt mee; het is nieuwer."
    for each in haul.refused:
        yield f"Geweigerd: {each.message}"


COMMAND = Command("rollup", "brengt bewaarde zelfscans in een map samen", HELP, add_arguments, run)
