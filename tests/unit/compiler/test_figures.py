"""Laws of `aids.compiler.figures`: a figure is whole, sourced and placed, and each fault of it has its place."""

from pathlib import Path

import pytest

from aids.compiler.catalogue import CATALOGUE
from aids.compiler.catalogue_entry import Entry
from aids.compiler.figures import FIGURES_FILE, load_figures
from tests.unit.compiler.samples import PAGE, PLACES, findings, marked_place, unmarked

ENTRIES = [CATALOGUE[code] for code in ("VW971", "VW972", "VW973")]
SOUND = unmarked(CATALOGUE["VW972"].good)
PLACING = f"{PAGE}\n::: figuur voorbeeld\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder in which one sound figure stands on one page, for a sample to be put in."""
    place(tmp_path, SOUND)
    return tmp_path


def place(root: Path, figures: str) -> None:
    """Write a page with the figure, and the figures themselves."""
    (root / "docs/gegevens").mkdir(parents=True, exist_ok=True)
    (root / "docs/figuur.md").write_text(PLACING, encoding="utf-8")
    (root / "docs" / FIGURES_FILE).write_text(figures, encoding="utf-8")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_bad_sample_gives_its_code_at_its_mark(entry: Entry, project: Path) -> None:
    """The bad sample gives exactly its code, at its mark; the good one nothing."""
    found = findings(project, entry, entry.bad, bad=True)
    assert [(item.code, item.at) for item in found] == [(entry.code, marked_place(entry))]
    assert all(item.excerpt for item in found)
    assert findings(project, entry, entry.good, bad=False) == []


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("norm#1]\n    parts", "norm#9]\n    parts", "VW401"),
        ("sources: [norm#1]}", "sources: [norm#9]}", "VW401"),
        ("Zo begint het.", "Bel [[contact:iemand]].", "VW603"),
        ("Zo begint het.", "Bel 030-1234567.", "VW412"),
        ("Zo begint het.", "U hoeft niet te melden.", "VW413"),
        ("form: timeline", "form: cirkel", "VW207"),
        ("form: timeline", "form: flow", "VW973"),
        ("from: 0, to: 10", "from: 0", "VW973"),
        ("from: 0, to: 10", "from: 0, to: 2.5", "VW973"),
        ("says: [Zo begint het.], ", "", "VW202"),
        ("    title: Een tijdlijn\n", "    titel: Een tijdlijn\n", "VW201"),
        ("  voorbeeld:\n", "  voorbeeld: tekst\n  voorbeeld-2:\n", "VW203"),
    ],
)
def test_each_fault_of_a_figure_is_found(project: Path, was: str, now: str, code: str) -> None:
    """Sources, contacts, numbers, closing words, forms and days are judged as they are on a page, at their line."""
    assert was in SOUND
    entry = CATALOGUE["VW972"]
    found = findings(project, entry, SOUND.replace(was, now, 1), bad=False)
    assert code in {item.code for item in found}
    assert {item.at.file for item in found if item.code == code} == {PLACES["figures"]}


def test_a_repository_without_figures_has_none(tmp_path: Path) -> None:
    """The file is not needed."""
    assert load_figures(tmp_path) == ({}, [])


def test_the_figures_of_the_site_are_sound() -> None:
    """Every figure has parts, each with words and sources; the days of a time line follow each other from 0."""
    figures, found = load_figures(Path(__file__).parents[3] / "docs")
    assert found == []
    assert {"fasen", "wie-doet-wat", "huisverbod", "preventie"} <= set(figures)
    for figure in figures.values():
        assert figure.sources
        assert all(part.says and part.sources for part in figure.parts), figure.id
        days = [part.days for part in figure.parts if part.days]
        assert bool(days) == (figure.form == "timeline")
        assert [first for first, _ in days] == [0, *(end for _, end in days)][: len(days)]
