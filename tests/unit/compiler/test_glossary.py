"""Laws of the glossary: every word leads to one term, and what a term points at exists."""

from pathlib import Path

import pytest

from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import Entry
from aids.compiler.catalogue_glossary import ENTRIES
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.editorial import load_editorial
from aids.compiler.glossary import GLOSSARY_FILE, Glossary, load_glossary
from tests.unit.compiler.samples import PAGE, findings, marked_place, write_project

RAAD = """\
  rvdk:
    term: "Raad voor de Kinderbescherming"
    abbreviations: ["RvdK"]
    meaning: "Onderzoekt of een maatregel nodig is."
    synonyms: ["de Raad"]
    tooltip: ["Raad voor de Kinderbescherming"]
    see: "index.md#raad"
    see_title: "De Raad"
    source: "norm#1"
    status: historisch
"""


def loaded(root: Path, terms: str) -> tuple[Glossary, list[Diagnostic]]:
    """Return the glossary with these terms in a small sound project."""
    write_project(root)
    (root / "docs/index.md").write_text(PAGE + "\n## De Raad {#raad}\n", encoding="utf-8")
    (root / "docs" / GLOSSARY_FILE).write_text(f"terms:\n{terms}", encoding="utf-8")
    editorial, _ = load_editorial(root / "docs", "docs")
    return load_glossary(root / "docs", editorial, "docs")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_bad_sample_gives_its_code_at_its_mark(entry: Entry, tmp_path: Path) -> None:
    """The bad sample gives exactly its code at its mark when the whole project is read; the good one gives nothing."""
    found = findings(tmp_path, entry, entry.bad, bad=True)
    assert [(item.code, item.at, item.severity) for item in found] == [
        (entry.code, marked_place(entry), entry.severity)
    ]
    assert all(item.excerpt for item in found)
    assert findings(tmp_path, entry, entry.good, bad=False) == []
    assert CATALOGUE[entry.code] is entry


def test_a_term_is_read_whole(tmp_path: Path) -> None:
    """Every field of a term comes through, and where it stands."""
    glossary, found = loaded(tmp_path, RAAD)
    assert found == []
    term = glossary.terms["rvdk"]
    assert (term.term, term.abbreviations, term.synonyms) == (
        "Raad voor de Kinderbescherming",
        ("RvdK",),
        ("de Raad",),
    )
    assert (term.see, term.see_title, term.source, term.status) == ("index.md#raad", "De Raad", "norm#1", "historisch")
    assert term.tooltip == ("Raad voor de Kinderbescherming",)
    assert (term.at.file, term.at.line) == (f"docs/{GLOSSARY_FILE}", 2)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    meaning:", "    betekenis:", [("VW202", 3), ("VW201", 5)]),
        ('    source: "norm#1"\n', "", [("VW202", 3)]),
        ("historisch", "voorbij", [("VW207", 11)]),
        ("  rvdk:", "  RvdK:", [("VW205", 2)]),
        ('["de Raad"]', '["rvdk"]', [("VW961", 6)]),
        ('["de Raad"]', '["de Raad", "De Ráad"]', [("VW961", 6)]),
        ("nodig is.", "nodig is. U hoeft niet te melden.", [("VW413", 5)]),
        ('"index.md#raad"', '"over/weg.md"', [("VW962", 8)]),
    ],
)
def test_each_fault_is_found_in_place(tmp_path: Path, old: str, new: str, expected: list[tuple[str, int]]) -> None:
    """Each fault gives its code at its line; a missing or unknown key is the same fault as in any other file."""
    assert RAAD.count(old) == 1
    _, found = loaded(tmp_path, RAAD.replace(old, new))
    assert [(item.code, item.at.line) for item in found] == expected


def test_an_explained_word_may_be_the_term_itself_but_not_another_term(tmp_path: Path) -> None:
    """`tooltip` names forms as they stand in texts: own words and new ones, never those of another term."""
    other = RAAD.replace("rvdk:", "bureau:").replace("RvdK", "BJZ").replace("de Raad", "jeugdzorg")
    other = other.replace('term: "Raad voor de Kinderbescherming"', 'term: "Bureau Jeugdzorg"')
    _, found = loaded(tmp_path, RAAD + other)
    assert [(item.code, item.at.line) for item in found] == [("VW961", 17)]


@pytest.mark.parametrize("text", ["- a\n", "tekst\n", "terms: tekst\n", "terms: {raad: tekst}\n"])
def test_other_forms_are_findings(text: str, tmp_path: Path) -> None:
    """A file of another form gives findings, never a traceback."""
    write_project(tmp_path)
    (tmp_path / "docs" / GLOSSARY_FILE).write_text(text, encoding="utf-8")
    editorial, _ = load_editorial(tmp_path / "docs")
    glossary, found = load_glossary(tmp_path / "docs", editorial)
    assert glossary.terms == {}
    assert [item.code for item in found] == ["VW203"]


def test_without_the_file_there_are_no_terms(tmp_path: Path) -> None:
    """A repository need not have a glossary."""
    write_project(tmp_path)
    editorial, _ = load_editorial(tmp_path / "docs")
    assert load_glossary(tmp_path / "docs", editorial) == (Glossary(), [])


def test_the_alphabet_ignores_accents_and_capitals(tmp_path: Path) -> None:
    """Terms stand in the order in which a reader looks for them."""
    names = ("Éen", "drang", "eer")
    terms = "".join(
        RAAD.replace("rvdk:", f"w{place}:")
        .replace("Raad voor de Kinderbescherming", name)
        .replace("RvdK", f"X{place}")
        .replace("de Raad", f"y{place}")
        for place, name in enumerate(names)
    )
    glossary, found = loaded(tmp_path, terms)
    assert found == []
    assert [term.term for term in glossary.in_order()] == ["drang", "Éen", "eer"]
