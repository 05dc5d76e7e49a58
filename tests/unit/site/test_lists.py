"""Laws of the lists that are made for editors: every code with an anchor, every page and tree with its date."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from aids.compiler.catalogue import CATALOGUE
from aids.compiler.pages import ROLES
from aids.compiler.reviews import Review
from aids.site import markdown
from aids.site.calendar_page import NOBODY, OF_ITS_PAGE, calendar_table
from aids.site.library import load_library
from aids.site.slices import slices

ROOT = Path(__file__).parents[3]


@pytest.fixture
def convert() -> Callable[[str], str]:
    """Return the conversion of Markdown with our extension, on the repository's own data."""
    return Markdown(extensions=["tables", markdown.makeExtension(root=str(ROOT))]).convert


def test_every_code_has_an_anchor_and_its_samples(convert: Callable[[str], str]) -> None:
    """A code is a heading with an anchor; each sample that a person writes stands there, the bad one marked once."""
    html = convert("::: meldingen")
    parts = slices(html)
    anchors = [part.attributes["id"] for part in parts if part.name == "h3"]
    assert anchors == [code.lower() for code in sorted(CATALOGUE)]
    samples = [entry for entry in CATALOGUE.values() if entry.form != "place"]
    assert sum(part.has_class("vw-sample") for part in parts) == 2 * len(samples)
    marks = [html[part.inner_start : part.inner_end] for part in parts if part.name == "mark"]
    assert len(marks) == len(samples)
    assert all(marks)


def test_a_sample_keeps_its_lines(convert: Callable[[str], str]) -> None:
    """Nothing of Markdown touches a sample: YAML keeps its indentation and its marks of Markdown."""
    assert '<pre class="vw-sample">steps:\n  - {id: gevaar, title: Gevaar, sources: [norm#1]}\n</pre>' in convert(
        "::: meldingen"
    )


def test_what_looks_like_a_mark_in_a_sample_is_shown(
    convert: Callable[[str], str], caplog: pytest.LogCaptureFixture
) -> None:
    """A sample of a wrong reference is no wrong reference of the page."""
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        assert "Zie <mark>[[norm]]</mark>." in convert("::: meldingen")
    assert caplog.records == []


def test_everything_with_a_date_is_in_the_calendar(convert: Callable[[str], str]) -> None:
    """Each page and each tree has a row, with links that the engine can check."""
    html = convert("Voor.\n\n::: kalender\n\nNa.")
    library = load_library(ROOT)
    assert html.count("<tr>") == 1 + len(library.reviews)
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    assert all(f'<a href="/{page}">' in html for page in pages)
    assert all(f"<code>decision_trees/{ident}.yml</code>" in html for ident in library.documents)


def test_the_second_reader_is_called_by_role() -> None:
    """A role has its words, nobody is said as such, and a tree points to its page."""
    rows = [Review("2027-01-01", "2026-01-01", "Blad", "docs/a.md", "a.md", reader) for reader in ("jurist", "")]
    table = calendar_table([*rows, Review("2027-01-01", "2026-01-01", "Hulp", "decision_trees/a.yml", "", "")])
    assert [row[-1].text for row in table.iter("tr")][1:] == [ROLES["jurist"], NOBODY, OF_ITS_PAGE]
