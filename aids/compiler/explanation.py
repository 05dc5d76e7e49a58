"""Owns how an entry of the catalogue reads when nothing is wrong: for `explain` and for the page of all codes.

Fed with the catalogue; the samples are those that the tests run. Finds no faults and makes no HTML. Runs in the build
only.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import MARKS, Entry, Form
from aids.compiler.diagnostics import CUT, Diagnostic, excerpt_lines, split_lines
from aids.compiler.document import Position

FAMILIES = {
    "VW1": "Het bestand en de vorm van YAML",
    "VW2": "De onderdelen van een keuzehulp",
    "VW3": "Voorwaarden",
    "VW4": "Wat een keuzehulp zegt en doet",
    "VW5": "Bronnen en contacten",
    "VW6": "Pagina's",
    "VW7": "Bestanden samen",
    "VW8": "Het bewijs",
    "VW9": "De gebouwde site, teksten en inventaris",
}
"""What the codes that start alike are about."""

PLACES: dict[Form, str] = {
    "tree": "in een keuzehulp, alleen de delen waar het om gaat",
    "file": "in een YAML-bestand",
    "path": "de naam van een bestand",
    "sources": "in docs/gegevens/bronnen.yml",
    "contacts": "in docs/gegevens/contacten.yml",
    "page": "in een pagina onder docs/",
    "built": "in een gebouwde pagina",
    "place": "de plaats waar het bouwen stopt",
    "part": "in een deel onder decision_trees/delen/",
    "scan": "in een zelfscan onder decision_trees/",
    "items": "in docs/gegevens/inventaris/onderdelen.yml",
    "places": "in een ander bestand in docs/gegevens/inventaris/",
    "links": "in docs/gegevens/links.yml",
    "glossary": "in docs/gegevens/begrippen.yml",
    "figures": "in docs/gegevens/figuren.yml",
    "words": "in docs/gegevens/zoeken.yml",
}
"""Where a sample of each form stands."""

SEVERITIES = {"error": "fout", "warning": "waarschuwing"}
ENCODINGS = {"cp1252": "bewaard als Windows-1252", "utf-8-sig": "bewaard als UTF-8 met BOM"}
GUTTER = 6


class Explanation(NamedTuple):
    """The sentences of an entry; what differs from case to case stands as an ellipsis."""

    message: str
    why: str
    remedy: str


def explanation(entry: Entry) -> Explanation:
    """Return the sentences of `entry`.

    >>> explanation(CATALOGUE["VW212"]).message
    'Er is geen stap ‘…’.'
    """
    return Explanation(*map(_filled, (entry.message, entry.why, entry.remedy)))


def families() -> dict[str, list[Entry]]:
    """Return all entries by the start of their code, in order of code."""
    found: dict[str, list[Entry]] = {}
    for code, entry in sorted(CATALOGUE.items()):
        found.setdefault(code[:3], []).append(entry)
    return found


def listed() -> str:
    """Return every code with its title, a line each, under what they are about."""
    blocks = (
        "\n".join([FAMILIES[family], *(f"  {entry.code}  {entry.title}" for entry in entries)])
        for family, entries in families().items()
    )
    return "\n\n".join(blocks)


def explained(entry: Entry) -> str:
    """Return all there is to say about one code, for a reader in a terminal."""
    said = explanation(entry)
    head = [
        f"{entry.code} {entry.title} ({SEVERITIES[entry.severity]})",
        "",
        f"Melding: {said.message}",
        f"Waarom:  {said.why}",
        f"Herstel: {said.remedy}",
        "",
    ]
    where, bad = sample_place(entry), _lines(entry.bad)
    if entry.form == "place":
        return "\n".join([*head, f"Plaats ({where}):", *bad])
    good = _lines(entry.good)
    return "\n".join([*head, f"Zo gaat het mis ({where}):", *bad, "", "Zo is het goed:", *good])


def sample_place(entry: Entry) -> str:
    """Return where the sample stands, and what cannot be seen of it: its encoding, or that it is repeated."""
    notes = [PLACES[entry.form]]
    if entry.encoding in ENCODINGS:
        notes.append(ENCODINGS[entry.encoding])
    if entry.times > 1:
        notes.append(f"{entry.times} keer achter elkaar")
    return "; ".join(notes)


def marked_parts(sample: str) -> tuple[str, str, str]:
    """Return what stands before, inside and after the marks of a bad sample; an empty mark takes what follows it."""
    before, _, rest = sample.partition(MARKS[0])
    inside, _, after = rest.partition(MARKS[1])
    return (before, inside, after) if inside else (before, after[:1], after[1:])


def _lines(sample: str) -> Iterable[str]:
    """Yield the lines of a sample with their numbers, and the mark under its fault if it has one."""
    before, inside, after = marked_parts(sample) if MARKS[0] in sample else (sample, "", "")
    fault = before.count("\n") + 1 if inside else 0
    for number, text in enumerate(split_lines(f"{before}{inside}{after}".rstrip("\n")), 1):
        column = len(before) - before.rfind("\n") if number == fault else 1
        at = Position("", number, column, max(1, len(inside)))
        shown = excerpt_lines(Diagnostic("", at, "", "", "", excerpt=text))
        yield from (shown if number == fault else shown[:1]) or [f"{number:>{GUTTER}} |"]


def _filled(template: str) -> str:
    """Return a template with an ellipsis for each value that a diagnostic would fill in."""
    text = re.sub(r"(?<!\{)\{[a-z_]+\}(?!\})", CUT, template).replace("{{", "{").replace("}}", "}")
    return text.replace(f"{CUT}.", CUT) if text.endswith(f"{CUT}.") else text
