"""Small trees in YAML for the tests of the proof, and how they are read. Holds no test."""

from pathlib import Path

from aids.compiler.compile import compile_tree
from aids.compiler.document import Document
from aids.compiler.loader import load_document
from aids.compiler.proof.certificate import Certificate
from aids.compiler.proof.proving import prove
from aids.runtime.tree import Tree

HEAD = """\
schema: 1
id: proef
kind: flow
title: Proef
lead: Een proef.
status: denkkader
reviewed: 2026-11-22
review_by: 2027-11-21
steps:
  - {id: begin, title: Begin, sources: [bron#1]}
"""
YES_NO = "answers: {ja: Ja, nee: Nee, onbekend: Weet ik niet}, order: [nee, onbekend, ja]"


def question(ident: str, kind: str = YES_NO, when: str = "") -> str:
    """Return a question as one line of YAML."""
    condition = f"when: '{when}', " if when else ""
    return f"  - {{id: {ident}, step: begin, ask: {ident}?, short: {ident}, {condition}{kind}, sources: [bron#1]}}\n"


def advice(ident: str, when: str = "", urgency: str = "plan") -> str:
    """Return advice as one line of YAML."""
    condition = f"when: '{when}', " if when else ""
    words = f"urgency: {urgency}, title: {ident}, do: [Doe dit.]"
    return f"  - {{id: {ident}, {condition}{words}, sources: [bron#1]}}\n"


def row(name: str, when: str, value: str, given: str = "") -> str:
    """Return a row of a decision "weging" as one line of YAML."""
    return (
        f"      - {{row: {name}, when: '{when}', melden: {value}, say: Zo., basis: norm, advice: [{given}],"
        " sources: [bron#1]}\n"
    )


def decision(rows: str, *, otherwise: str = "", floors: str = "") -> str:
    """Return a decision "weging" about reporting; `otherwise` is where no row needs to hold."""
    declared = f"when: '{otherwise}', " if otherwise else ""
    return (
        "decisions:\n  - id: weging\n    title: De weging\n    gives:\n"
        "      melden: {label: Melden, values: {nu: Nu, overleg: Overleg, geen: Geen norm}, closing: [geen]}\n"
        f"    rows:\n{rows}"
        f"    otherwise: {{{declared}melden: overleg, say: Zo., basis: norm, sources: [bron#1]}}\n"
        + (f"    floors:\n{floors}" if floors else "")
    )


def floor(name: str, when: str, value: str) -> str:
    """Return a floor of that decision as one line of YAML."""
    return f"      - {{floor: {name}, when: '{when}', melden: {value}, say: Zo., basis: norm, sources: [bron#1]}}\n"


def load(folder: Path, *sections: str) -> tuple[Document, Tree]:
    """Return a tree of these sections, read from a file in `folder`, without faults of form."""
    path = folder / "proef.yml"
    path.write_text(HEAD + "".join(sections), encoding="utf-8")
    document, found = load_document(path, "proef.yml")
    assert document is not None, [item.message for item in found]
    assert found == [], [item.message for item in found]
    return document, compile_tree(document)


def proof(folder: Path, *sections: str, mutants: bool = False) -> Certificate:
    """Return the certificate of a tree of these sections."""
    return prove(*load(folder, *sections), mutants=mutants)


def subjects(certificate: Certificate, check: str) -> dict[str, object]:
    """Return what one check found, each with its witness."""
    found = next(each for each in certificate.checks if each.id == check)
    return {finding.subject: finding.witness for finding in found.findings}
