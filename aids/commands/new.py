"""Owns the command `new`: a start for a new tree that passes `check`. Runs in the build.

The text comes from `aids.compiler.starter`. It writes that one file and makes no page: what has no page is not on the
site.
"""

from argparse import Namespace
from datetime import date
from pathlib import Path

from aids.commands.command import CLEAN, ROOT, Command, Parser, WrongUseError, say
from aids.compiler.project import TREES
from aids.compiler.starter import LONGEST, is_possible, starter

HELP = """Gebruik: python3 build.py new NAAM

Maakt decision_trees/NAAM.yml: een kleine, hele keuzehulp waar check niets op aan te merken heeft, om van daaruit te
schrijven. NAAM bestaat uit kleine letters, cijfers en streepjes. Een zelfscan begint u met het voorbeeld in
docs/redactie/zelfscan-schrijven.md.
Eindigt met 0, en met 2 als de naam niet kan of al bestaat."""

NEXT = """\
Gemaakt: {place}. Dit begin klopt; vervang stuk voor stuk wat er staat.

  1. Open het bestand in uw editor. Met de YAML-uitbreiding vult die aan en controleert die terwijl u typt.
  2. Controleer na elke stap:      python3 build.py check
  3. Probeer antwoorden uit:       python3 build.py consult {ident}
  4. Begrijpt u een melding niet?  python3 build.py explain CODE
  5. Op de site komt de hulp pas met een pagina. Maak docs/keuzehulpen/{ident}.md met daarin ::: aid {ident}
     en zet die pagina in mkdocs.yml onder nav. Het hele verhaal: docs/redactie/keuzehulp-schrijven.md
"""


def add_arguments(parser: Parser) -> None:
    """Add the id."""
    parser.add_argument("id")


def run(arguments: Namespace) -> int:
    """Write the file and say what to do next."""
    ident: str = arguments.id
    if not is_possible(ident):
        message = f"{ident} kan geen naam van een keuzehulp zijn. {_hint(ident)}"
        raise WrongUseError(message)
    folder = ROOT / TREES
    _refuse_taken(folder, ident)
    path = folder / f"{ident}.yml"
    day = date.today()  # noqa: DTZ011  the author's own calendar day
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(starter(ident, day))
    except OSError as error:
        message = f"{path.name} is niet te schrijven: {error.strerror}."
        raise WrongUseError(message) from error
    say(NEXT.format(place=f"{TREES}/{path.name}", ident=ident))
    return CLEAN


def _refuse_taken(folder: Path, ident: str) -> None:
    """Refuse an id that a tree or a shared part has; file names that differ in capitals are one on some disks."""
    for path in folder.rglob("*.yml"):
        if path.stem.casefold() == ident:
            message = f"{path.relative_to(folder.parent).as_posix()} bestaat al. Kies een andere naam."
            raise WrongUseError(message)


def _hint(ident: str) -> str:
    """Return what to do about an id that cannot be."""
    rule = f"Gebruik kleine letters, cijfers en streepjes, te beginnen met een letter; ten hoogste {LONGEST} tekens."
    near = "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in ident.lower()).split())
    return f"Bedoelt u {near}?" if is_possible(near) else rule


COMMAND = Command("new", "maakt een begin voor een nieuwe keuzehulp", HELP, add_arguments, run)
