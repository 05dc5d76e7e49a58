"""Owns the list of all diagnostics by code, and the one way to make a diagnostic: `fault`.

Fed by the `catalogue_*` modules; used by every module that finds faults, by the tests that run each sample, by
`explain`, and for the page of all codes. Finds no faults itself. Runs in the build only.
"""

from aids.compiler import (
    catalogue_checks,
    catalogue_claims,
    catalogue_conditions,
    catalogue_content,
    catalogue_examples,
    catalogue_figures,
    catalogue_glossary,
    catalogue_outcomes,
    catalogue_parts,
    catalogue_proof,
    catalogue_questions,
    catalogue_reading,
    catalogue_scan,
    catalogue_search,
    catalogue_site,
    catalogue_text,
    catalogue_tree,
)
from aids.compiler.catalogue_entry import Entry
from aids.compiler.diagnostics import Diagnostic, shown
from aids.compiler.document import Position

CATALOGUE: dict[str, Entry] = {
    entry.code: entry
    for module in (
        catalogue_reading,
        catalogue_tree,
        catalogue_questions,
        catalogue_conditions,
        catalogue_outcomes,
        catalogue_checks,
        catalogue_content,
        catalogue_claims,
        catalogue_examples,
        catalogue_parts,
        catalogue_scan,
        catalogue_proof,
        catalogue_site,
        catalogue_text,
        catalogue_glossary,
        catalogue_figures,
        catalogue_search,
    )
    for entry in module.ENTRIES
}
"""Every entry by its code, which never changes its meaning."""

LONGEST_LIST = 20


def fault(code: str, at: Position, *, near: str | None = None, **values: object) -> Diagnostic:
    """Return the diagnostic `code` at a place; `near` is the name that the author may have meant.

    Each of `values` stands in the texts on one line and cut if it is long; of a list every item up to a limit.

    Raises KeyError where the code or a value of its templates is missing: a programmer's fault.
    """
    entry = CATALOGUE[code]
    texts = {name: _shown(value, entry.widest) for name, value in values.items()}
    meant = f"Bedoelde u ‘{near}’? " if near is not None else ""
    return Diagnostic(
        code,
        at,
        entry.message.format(**texts),
        entry.why.format(**texts),
        meant + entry.remedy.format(**texts),
        entry.severity,
    )


def _shown(value: object, widest: int) -> str:
    if not isinstance(value, list | tuple):
        return shown(str(value), widest)
    rest = ", …" if len(value) > LONGEST_LIST else ""
    return ", ".join(shown(str(item)) for item in value[:LONGEST_LIST]) + rest
