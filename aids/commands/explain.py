"""Owns the command `explain`: what a code of a diagnostic means, and how to mend it. Runs in the build.

The words are those of `aids.compiler.explanation`, as on the page for editors.
"""

from argparse import Namespace

from aids.commands.command import CLEAN, Command, Parser, WrongUseError
from aids.compiler.catalogue import CATALOGUE
from aids.compiler.diagnostics import nearest
from aids.compiler.explanation import explained, listed

HELP = """Gebruik: python3 build.py explain [CODE]

Legt een code uit die een controle noemt, zoals VW304: wat er mis is, waarom dat telt, hoe u het herstelt, en een
voorbeeld van fout en goed. Zonder code: de lijst van alle codes.
Eindigt met 0, en met 2 als er geen code met deze naam is."""

LOOKS_LIKE = str.maketrans("OIL", "011")
"""Letters that are read as a digit in a code."""


def add_arguments(parser: Parser) -> None:
    """Add the code."""
    parser.add_argument("code", nargs="?")


def run(arguments: Namespace) -> int:
    """Print the explanation, or the list of codes."""
    name: str | None = arguments.code
    if name is None:
        print(listed())
        return CLEAN
    entry = CATALOGUE.get(name.upper())
    if entry is None:
        near = nearest(name.upper().translate(LOOKS_LIKE), CATALOGUE)
        hint = f"Bedoelt u {near} ({CATALOGUE[near].title})?" if near else "Zonder code ziet u de lijst."
        message = f"Er is geen code {name}. {hint}"
        raise WrongUseError(message)
    print(explained(entry))
    return CLEAN


COMMAND = Command("explain", "legt een code van een melding uit", HELP, add_arguments, run)
