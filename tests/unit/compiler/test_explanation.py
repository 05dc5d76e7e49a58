"""Laws of the explanations: every code has one, complete, with its sample marked where the diagnostic marks it."""

import pytest

from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import MARKS, Entry
from aids.compiler.explanation import FAMILIES, PLACES, explained, explanation, families, listed, marked_parts

ENTRIES = list(CATALOGUE.values())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_every_code_is_explained_without_what_only_a_program_reads(entry: Entry) -> None:
    """Title and sentences stand in the text; no mark, brace of a template or English word of ours is left."""
    text = explained(entry)
    said = explanation(entry)
    assert text.startswith(f"{entry.code} {entry.title} (")
    assert all(sentence in text for sentence in said)
    assert not any(mark in text for mark in MARKS)
    assert not any("{{" in sentence or "}}" in sentence or "None" in sentence for sentence in said)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_mark_stands_under_what_is_wrong(entry: Entry) -> None:
    """One line of the bad sample has a mark under it, in the line that holds the fault."""
    lines = explained(entry).split("\n")
    marked = [place for place, line in enumerate(lines) if line.strip("| ^") == "" and "^" in line]
    assert len(marked) == 1
    before, inside, _ = marked_parts(entry.bad)
    assert lines[marked[0] - 1].strip().startswith(f"{before.count('\n') + 1} |")
    assert lines[marked[0]].count("^") >= min(1, len(inside))


def test_a_sample_reads_as_in_a_diagnostic() -> None:
    """Number, line and mark stand as `check` shows them; a good sample has no mark."""
    text = explained(CATALOGUE["VW204"])
    assert "Zo gaat het mis (in een keuzehulp, alleen de delen waar het om gaat):" in text
    assert "     1 | title:\n       | ^^^^^\n\nZo is het goed:\n     1 | title: Voorbeeld" in text


def test_what_cannot_be_seen_of_a_sample_is_said() -> None:
    """An encoding and a repetition are named beside the sample."""
    assert "bewaard als Windows-1252" in explained(CATALOGUE["VW103"])
    assert "20000 keer achter elkaar" in explained(CATALOGUE["VW101"])


def test_every_code_is_listed_once_under_what_it_is_about() -> None:
    """The list has a line for each code; every family and every form of sample has its words."""
    lines = [line.strip() for line in listed().split("\n") if line.startswith("  ")]
    assert lines == [f"{code}  {CATALOGUE[code].title}" for code in sorted(CATALOGUE)]
    assert set(families()) <= set(FAMILIES)
    assert {entry.form for entry in ENTRIES} <= set(PLACES)
