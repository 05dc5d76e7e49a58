"""Laws of docs/gegevens/zoeken.yml: each fault has its code at its place, as the samples of the catalogue show."""

from pathlib import Path

import pytest

from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import Entry
from aids.compiler.search_words import SearchWords, folded, load_search_words
from tests.unit.compiler.samples import marked_place, unmarked

CODES = ("VW931", "VW932", "VW933", "VW934")
"""What reading finds; what only the built site can tell (VW935, VW936) has its laws in tests/search and test_build."""
ENTRIES = [CATALOGUE[code] for code in CODES]


def loaded(root: Path, text: str) -> tuple[SearchWords, list[tuple[str, object]]]:
    """Return the lists in `text`, and code and place of each fault."""
    docs = root / "docs"
    (docs / "gegevens").mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text("# Start\n", encoding="utf-8")
    (docs / "gegevens/zoeken.yml").write_text(text, encoding="utf-8")
    words, found = load_search_words(docs, "docs")
    return words, [(item.code, item.at) for item in found]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_a_bad_sample_gives_its_code_at_its_mark_and_a_good_one_none(entry: Entry, tmp_path: Path) -> None:
    """Exactly the fault that the sample shows, where it is marked."""
    assert loaded(tmp_path, unmarked(entry.bad))[1] == [(entry.code, marked_place(entry))]
    assert loaded(tmp_path, entry.good)[1] == []


def test_all_faults_are_found_in_one_run(tmp_path: Path) -> None:
    """One fault does not hide another, and what is sound is kept."""
    words, found = loaded(tmp_path, "stopwoorden: [de, 1]\nonbekend: []\ndelen: [op]\nsynoniemen:\n  meppen: [slaan]\n")
    assert [code for code, _ in found] == ["VW931", "VW201", "VW931"]
    assert [item.words for item in words.synonyms] == [("slaan",)]


def test_without_the_file_there_are_no_words(tmp_path: Path) -> None:
    """A site without word lists is searched without them."""
    assert load_search_words(tmp_path) == (SearchWords(), [])


@pytest.mark.parametrize("text", ["", "[]", "x", "stopwoorden: {}", "synoniemen: []", "vormen: {a: b}", "delen: [[a]]"])
def test_any_form_is_a_finding_and_never_a_traceback(tmp_path: Path, text: str) -> None:
    """What is no group of lists is said."""
    assert loaded(tmp_path, text)[1]


@pytest.mark.parametrize(("written", "same"), [("’s Nachts", "s nachts"), ("CLIËNT", "client"), ("foto's", "fotos")])
def test_words_are_compared_as_the_search_compares_them(written: str, same: str) -> None:
    """Capitals, accents and apostrophes make no difference."""
    assert folded(written) == same
