"""Owns what a stop of the YAML parser means to an author: which of our codes it is, in which words, and where.

Fed by `aids.compiler.reading` with the parser's own words; knows no yaml itself. Runs in the build only.
"""

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.reading_text import Source

NOT_CLOSED = ("end of stream", "<stream end>", "document separator")
INDENTED = ("block mapping", "block collection")
CROSSED = ("found ']'", "found '}'", "found ','")
"""A bracket or comma too many, which the parser takes for the end of a block."""


def syntax_fault(source: Source, problem: str, context: str, index: int, opened: int) -> Diagnostic:
    """Return the diagnostic for a stop of the parser.

    Args:
        source: the file.
        problem: what the parser found wrong, in its own words.
        context: what it was doing, in its own words.
        index: the character at which it stopped.
        opened: the character at which that began.
    """
    here, begin = source.position(index, index + 1), source.position(opened, opened + 1)
    if "mapping values are not allowed" in problem:
        return fault("VW108", here)
    if any(words in problem for words in NOT_CLOSED):
        return fault("VW109", begin)
    if not problem.endswith(CROSSED) and ("<block end>" in problem or any(words in context for words in INDENTED)):
        return fault("VW110", here)
    if "%" in problem or "directive" in context or "tag" in context:
        return fault("VW114", here)
    if "could not find expected ':'" in problem:
        return fault("VW107", begin, problem="er ontbreekt een dubbele punt na de sleutel")
    return fault("VW107", here, problem=explained(problem, source.text[index : index + 1]))


def explained(problem: str, character: str) -> str:
    """Return in Dutch what is wrong at `character`."""
    if "expected ',' or" in problem:
        return "er ontbreekt een komma of een sluitend haakje"
    if "escape" in problem:
        return "na \\ staat iets dat tussen dubbele aanhalingstekens niet kan"
    if "cannot start" in problem and character:
        return f"met ‘{character}’ kan een tekst niet beginnen; zet hem tussen aanhalingstekens"
    return f"‘{character}’ staat hier niet op zijn plaats" if character.strip() else "er staat iets niet op zijn plaats"
