"""Owns a small sound project on disk, and the way a sample of the catalogue becomes a file in it.

Used by the tests of loader, checks, editorial data and pages. Holds no test.
"""

import re
from pathlib import Path

from aids.compiler.catalogue_entry import MARKS, Entry, Form
from aids.compiler.diagnostics import Diagnostic, sort_diagnostics
from aids.compiler.document import Position
from aids.compiler.project import load_project
from aids.compiler.reading import read

TODAY = "2026-11-22"
TREE = {
    "schema": "schema: 1\n",
    "id": "id: voorbeeld\n",
    "kind": "kind: flow\n",
    "title": "title: Voorbeeld\n",
    "lead": "lead: Een hulp om mee te proberen.\n",
    "status": "status: denkkader\n",
    "reviewed": "reviewed: 2026-01-01\n",
    "review_by": "review_by: 2099-01-01\n",
    "steps": "steps:\n  - {id: gevaar, title: Gevaar, sources: [norm#1]}\n",
    "questions": (
        "questions:\n  - id: nu-gevaar\n    step: gevaar\n    ask: Is er nu gevaar?\n    short: Gevaar nu\n"
        "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n    sources: [norm#1]\n"
    ),
    "advice": (
        "advice:\n  - id: bel-112\n    when: nu-gevaar in {ja}\n    urgency: nu\n    title: Bel 112\n"
        "    do: [Bel 112.]\n    sources: [norm#1]\n"
    ),
}
PART = {
    "schema": "schema: 1\n",
    "id": "id: basis\n",
    "kind": "kind: part\n",
    "title": "title: Een deel\n",
    "lead": "lead: Vragen over letsel.\n",
    "status": "status: denkkader\n",
    "reviewed": "reviewed: 2026-01-01\n",
    "review_by": "review_by: 2099-01-01\n",
    "steps": "steps:\n  - {id: gevaar, title: Gevaar, sources: [norm#1]}\n",
    "questions": (
        "questions:\n  - id: pijn\n    step: gevaar\n    ask: Is er pijn?\n    short: Pijn\n"
        "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n    sources: [norm#1]\n"
        "  - id: wond\n    step: gevaar\n    ask: Is er een wond?\n    short: Wond\n    when: pijn in {ja, onbekend}\n"
        "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n    order: [nee, onbekend, ja]\n"
        "    sources: [norm#1]\n"
    ),
    "advice": (
        "advice:\n  - id: bel-arts\n    when: wond in {ja}\n    urgency: nu\n    title: Bel een arts\n"
        "    do: [Bel een arts.]\n    sources: [norm#1]\n"
    ),
    "decisions": (
        "decisions:\n  - id: spoed\n    title: Spoed\n"
        "    gives: {arts: {label: Arts, values: {nu: Nu, later: Later}, closing: [later]}}\n"
        "    rows: [{row: S1, when: wond in {nee}, arts: later, say: Later., basis: norm, sources: [norm#1]}]\n"
        "    otherwise: {when: wond in {ja, onbekend}, arts: nu, say: Nu., basis: norm, sources: [norm#1]}\n"
    ),
    "policies": "",
    "claims": (
        "claims:\n  - {id: wond-arts, say: Bij een wond belt u een arts, if: wond in {ja}, then: bel-arts,\n"
        "     sources: [norm#1]}\n"
    ),
    "vignettes": (
        "vignettes:\n  - id: snee\n    title: Een snee\n    story: Iemand heeft een snee in de hand.\n"
        "    given: {pijn: ja, wond: ja}\n    expect: {advice: [bel-arts], outcomes: {spoed.arts: nu}}\n"
        "    sources: [norm#1]\n"
    ),
}
"""A sound shared part, beside every tree; a tree that does not name it, does not have it."""

SCAN = {
    "schema": "schema: 1\n",
    "id": "id: scan\n",
    "kind": "kind: scan\n",
    "title": "title: Een scan\n",
    "lead": "lead: Een scan om mee te proberen.\n",
    "about": "about: Geen oordeel.\n",
    "status": "status: denkkader\n",
    "reviewed": "reviewed: 2026-01-01\n",
    "review_by": "review_by: 2099-01-01\n",
    "scale": "scale:\n  - {id: nee, label: Nee}\n  - {id: ja, label: Ja}\n",
    "beside": "beside: {nvt: Niet van toepassing, onbekend: Weet ik niet}\n",
    "levels": (
        "levels:\n  - {id: begin, label: Begin, from: 0, below: 1}\n  - {id: klaar, label: Klaar, from: 1, to: 1}\n"
    ),
    "roles": "roles:\n  - {id: gemeente, label: Gemeente}\n",
    "chapters": "chapters:\n  - {id: visie, title: Visie, sources: [norm#1]}\n",
    "criteria": "criteria:\n  - {id: c1, number: 1, chapter: visie, title: Eén visie, sources: [norm#1]}\n",
    "lines": (
        "lines:\n  - id: c1\n    number: 1\n    criterion: c1\n    short: Eén visie\n    ask: Is er één visie?\n"
        "    why: Zo spreken allen één taal.\n    evidence: [De regiovisie]\n    page: index.md\n"
        "    sources: [norm#1]\n"
    ),
}
"""A sound scan; it stands beside the tree only for its own samples."""

SOURCES = """\
sources:
  norm:
    title: Een norm
    publisher: Een beroepsgroep
    date: 2020
    status: landelijk-kader
    kind: norm
    sections: {"1": {title: Begin, page: index.md}}
"""
CONTACTS = """\
extra:
  contacts:
    alarm: {label: Gevaar, number: "112", tel: "112", source: Rijksoverheid, checked: 2026-01-01}
    veilig-thuis: {label: Veilig Thuis, number: 0800-2000, tel: "08002000", source: Rijksoverheid, checked: 2026-01-01}
"""
PAGE = "---\ntitle: Start\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n# Start\n"
PLACES: dict[Form, str] = {
    "tree": "decision_trees/voorbeeld.yml",
    "part": "decision_trees/delen/basis.yml",
    "scan": "decision_trees/scan.yml",
    "file": "losse.yml",
    "path": "",
    "sources": "docs/gegevens/bronnen.yml",
    "contacts": "docs/gegevens/contacten.yml",
    "page": "docs/blad.md",
    "glossary": "docs/gegevens/begrippen.yml",
    "figures": "docs/gegevens/figuren.yml",
    "words": "docs/gegevens/zoeken.yml",
}


def tree_text(sample: str = "") -> str:
    """Return a whole sound tree with the sections of `sample`; a list keeps the sound items of other ids."""
    return _text(TREE, sample)


def part_text(sample: str = "") -> str:
    """Return a whole sound part with the sections of `sample`."""
    return _text(PART, sample)


def scan_text(sample: str = "") -> str:
    """Return a whole sound scan with the sections of `sample`; a list keeps the sound items of other ids."""
    return _text(SCAN, sample)


def _text(sound: dict[str, str], sample: str) -> str:
    parts = dict(sound)
    for section in re.split(r"(?m)^(?=[^\s#-])", sample):
        key = re.match(r"[⟦]?(\w+)", section)
        if key is None:
            continue
        parts[key[1]] = _merged(parts.get(key[1], ""), section)
    return "".join(parts.values())


def _merged(sound: str, section: str) -> str:
    """Return `section` with the items of the list `sound` before its own, unless it has one of the same id."""
    head, _, items = sound.partition("\n")
    ident = re.search(r"id: ([a-z0-9-]+)", items)
    plain = section.translate(str.maketrans("", "", "".join(MARKS)))
    if (
        not items
        or ident is None
        or not section.partition("\n")[0].endswith(":")
        or re.search(rf"id: {ident[1]}\b", plain)
    ):
        return section
    return f"{head}\n{items}{section.partition('\n')[2]}"


def write_project(root: Path, tree: str | None = None) -> None:
    """Write a sound project under `root`, with `tree` as its tree."""
    files = {
        PLACES["tree"]: tree_text() if tree is None else tree,
        PLACES["part"]: part_text(),
        PLACES["sources"]: SOURCES,
        PLACES["contacts"]: CONTACTS,
        "docs/index.md": PAGE,
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def findings(root: Path, entry: Entry, sample: str, *, bad: bool) -> list[Diagnostic]:
    """Return what is found when `sample` (without marks) stands where the form of `entry` says."""
    write_project(root)
    name = PLACES[entry.form] or sample.strip(MARKS[0] + MARKS[1])
    if entry.form != "path" or not bad:
        whole = _whole(entry.form, sample) if entry.form != "path" else "schema: 1\n"
        data = unmarked(whole).encode(entry.encoding if bad else "utf-8")
        (root / name).write_bytes(data * (entry.times if bad else 1))
    if entry.form in {"file", "path"}:
        return sort_diagnostics(read(root / name, name).diagnostics)
    return list(load_project(root, today=TODAY).diagnostics)


def _whole(form: Form, sample: str) -> str:
    """Return the whole text of a file of which `sample` is the part that matters."""
    match form:
        case "tree":
            return tree_text(sample)
        case "part":
            return part_text(sample)
        case "scan":
            return scan_text(sample)
        case _:
            return sample


def unmarked(text: str) -> str:
    """Return `text` without the marks around its fault."""
    return text.replace(MARKS[0], "").replace(MARKS[1], "")


def marked_place(entry: Entry) -> Position:
    """Return the position that the marks in the bad sample of `entry` stand around."""
    whole = _whole(entry.form, entry.bad)
    before, _, rest = whole.partition(MARKS[0])
    length = max(1, len(rest.partition(MARKS[1])[0]))
    name = PLACES[entry.form] or unmarked(whole)
    return Position(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1, length)
