"""Owns the command `verify`: whether what a saved file shows follows from the answers in it. Runs in the build.

Everything is made again from the data in the file and laid beside what it shows. Needs no network. On stdout come
sentences, file by file.
"""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from aids.commands.command import CLEAN, FINDINGS, Command, Parser, WrongUseError
from aids.commands.rollup import read
from aids.commands.verify_editions import Edition, edition_now, edition_of
from aids.commands.verify_shown import differences
from aids.runtime.saved import Saved, read_saved
from aids.runtime.saved_faults import Faults, quoted
from aids.runtime.saved_source import LARGEST

HELP = """Gebruik: python3 build.py verify BESTAND...

Controleert of wat een bewaard bestand laat zien, volgt uit de antwoorden die erin staan. Zonder internet.
  BESTAND   een bestand (.html of .json) dat op een pagina van deze site is bewaard
Het bestand wordt uit zijn gegevens opnieuw gemaakt en letter voor letter vergeleken. Van een andere versie zegt het
ook wat er sindsdien is veranderd; een oudere versie zoekt het in de geschiedenis van git.
Het zegt niet wie het bestand heeft ingevuld, en niet of de antwoorden kloppen.
Eindigt met 0 als alles klopt, met 1 als er iets te melden is, en met 2 bij verkeerd gebruik."""

GOOD = "Klopt: wat dit bestand laat zien, volgt uit de antwoorden die erin staan."
PACKED = b"PK"
WRONG = "Klopt niet: dit bestand laat iets anders zien dan uit de antwoorden volgt."


def add_arguments(parser: Parser) -> None:
    """Add the files."""
    parser.add_argument("files", nargs="+")


def run(arguments: Namespace) -> int:
    """Print what is found of each file, and return the exit code."""
    names: list[str] = arguments.files
    missing = [name for name in names if not Path(name).is_file()]
    if missing:
        message = f"Er is geen bestand {quoted(', '.join(missing))}."
        raise WrongUseError(message)
    exits = []
    for name in names:
        print(quoted(name))
        verdict = Verdict(Path(name))
        for sentence in verdict.sentences():
            print(f"  {sentence}")
        exits.append(verdict.is_clean)
    return CLEAN if all(exits) else FINDINGS


class Verdict:
    """What is to be said of one file; `is_clean` once all its sentences were given."""

    def __init__(self, path: Path) -> None:
        """Take the file; nothing is read yet."""
        self.path = path
        self.is_clean = False

    def sentences(self) -> Iterator[str]:
        """Yield what is to be said."""
        saved, found = read_saved("PK", self.path.name) if is_packed(self.path) else read(self.path)
        yield from (fault.message for fault in found)
        if saved is None:
            return
        now = edition_now(saved["tree"])
        if now is None:
            yield f"Er is hier geen hulp of scan ‘{saved['tree']}’; er is niets om mee te vergelijken."
            return
        yield _about(saved)
        if saved["version"] == now.version:
            shown = list(self._shown(saved, now))
            yield from shown or [GOOD]
            self.is_clean = not shown and not found
            return
        then = edition_of(saved["tree"], saved["version"])
        if then is None:
            yield "De versie waarmee het is gemaakt is hier niet te vinden; of het klopt, is dus niet na te gaan."
        else:
            yield from list(self._shown(saved, then)) or [f"{GOOD} Dat is gerekend met de versie van toen."]
        yield from (change.message for change in now.changes(saved))

    def _shown(self, saved: Saved, edition: Edition) -> Iterator[str]:
        """Yield what does not follow from the answers, by the version with which the file was made."""
        faults = Faults(self.path.name)
        if saved["kind"] != edition.kind:
            faults.add(
                "ander-soort", "kind", f"Hier staat {saved['kind']}, maar {saved['tree']} is een {edition.kind}."
            )
            yield from (fault.message for fault in faults.all())
            return
        if saved["rules"] != edition.rules:
            faults.add("volgt-niet", "rules", "Dit zijn niet de regels van deze versie.")
        for ident, words in saved["words"].items():
            if edition.words.get(ident) != words:
                faults.add("volgt-niet", f"words.{ident}", "Zo is deze vraag in deze versie niet verwoord.")
        edition.faults(saved, faults)
        yield from (fault.message for fault in faults.all())
        text = self.path.read_bytes()[: LARGEST * 4].decode("utf-8-sig")
        if text.lstrip().startswith("<") and text != (follows := edition.page(saved)):
            yield WRONG
            yield from differences(text, follows)


def is_packed(path: Path) -> bool:
    """Return whether a file is a spreadsheet or another packed file, by how it begins."""
    with path.open("rb") as file:
        return file.read(len(PACKED)) == PACKED


def _about(saved: Saved) -> str:
    """Return what a file is, in a sentence."""
    moment = saved["saved"].replace("T", " om ") or "een onbekend moment"
    group = saved.get("group", [])
    size = f", {len(group)} invullers" if group else ""
    return f"{saved['tree']}, versie {saved['version'] or 'onbekend'}, bewaard op {moment}{size}."


COMMAND = Command("verify", "controleert of een bewaard bestand klopt", HELP, add_arguments, run)
