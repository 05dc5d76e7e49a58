"""Laws of the page of terms: it says what docs/gegevens/begrippen.yml says, in order, and all of it can be reached."""

import logging
import re
from pathlib import Path

import pytest
from markdown import Markdown

from aids.compiler.glossary import TERM_KEYS, Glossary, Term, load_glossary, plain
from aids.site import markdown
from aids.site.glossary_page import PAST
from aids.site.library import load_library
from aids.site.references import reference_anchor
from aids.site.slices import slices
from tests.unit.compiler.samples import write_project

ROOT = Path(__file__).resolve().parents[3]
GLOSSARY = load_library(ROOT).glossary


@pytest.fixture(scope="module")
def html() -> str:
    """The list as Markdown makes it, on the repository's own data."""
    return Markdown(extensions=["tables", markdown.makeExtension(root=str(ROOT))]).convert("::: begrippen")


def entries(html: str) -> list[tuple[str, str, str, list[dict[str, str]]]]:
    """Return id, name, text and links of each entry of the list."""
    parts = slices(html)
    names = [part for part in parts if part.name == "dt"]
    texts = [part for part in parts if part.name == "dd"]
    return [
        (
            name.attributes["id"],
            html[name.inner_start : name.inner_end],
            html[text.inner_start : text.inner_end],
            [part.attributes for part in parts if part.name == "a" and text.start < part.start < text.end],
        )
        for name, text in zip(names, texts, strict=True)
    ]


def test_every_term_stands_there_in_order(html: str) -> None:
    """Each term once, by the alphabet, with the id that others link to and its abbreviations."""
    expected = sorted(GLOSSARY.terms.values(), key=lambda term: plain(term.term))
    assert [item[:2] for item in entries(html)] == [(term.id, _name(term)) for term in expected]
    assert len(expected) > 100


def _name(term: Term) -> str:
    return f"{term.term} ({', '.join(term.abbreviations)})" if term.abbreviations else term.term


def test_each_entry_says_its_meaning_where_to_read_more_and_its_source(html: str) -> None:
    """The meaning stands there in its own words, then the page that tells more, then the source."""
    for ident, _, text, (more, source) in entries(html):
        term = GLOSSARY.terms[ident]
        assert text.partition(" Meer: ")[0].endswith(term.meaning)
        assert f">{term.see_title}</a>." in text
        assert more["href"] == f"/{term.see}"
        assert source == {"class": "vw-cite", "href": f"/over/bronnen.md#{reference_anchor(term.source)}"}


def test_what_is_of_another_time_says_so_first(html: str) -> None:
    """A term of another time starts with the word for it, and no other term has it."""
    past = {ident for ident, _, text, _ in entries(html) if text.startswith(f"<em>{PAST}</em> ")}
    assert past == {term.id for term in GLOSSARY.terms.values() if term.status == "historisch"}
    assert past
    assert html.count(PAST) == len(past)


def test_every_abbreviation_leads_to_its_term(html: str) -> None:
    """The table has a row for each abbreviation, by the alphabet."""
    parts = slices(html)
    cells = [html[part.inner_start : part.inner_end] for part in parts if part.name == "td"]
    pairs = [(short, term) for term in GLOSSARY.terms.values() for short in term.abbreviations]
    expected = [
        (short, f'<a href="#{term.id}">{term.term}</a>')
        for short, term in sorted(pairs, key=lambda pair: pair[0].casefold())
    ]
    assert list(zip(cells[::2], cells[1::2], strict=True)) == expected


def test_the_letters_lead_to_titles(html: str) -> None:
    """Every letter that a term starts with has a title and a way there, and no other."""
    parts = slices(html)
    titles = [part.attributes["id"] for part in parts if part.name == "h2"]
    letters = sorted({plain(term.term)[0] for term in GLOSSARY.terms.values()})
    assert titles == ["afkortingen", *(f"letter-{letter}" for letter in letters)]
    jumps = [part.attributes["href"] for part in parts if part.attributes.get("href", "").startswith("#letter-")]
    assert jumps == [f"#letter-{letter}" for letter in letters]


def test_the_sample_for_editors_is_a_sound_term(tmp_path: Path) -> None:
    """Who writes what the page for editors shows, gets a term and no finding, with every key explained there."""
    text = (ROOT / "docs/redactie/begrippen.md").read_text(encoding="utf-8")
    (sample,) = re.findall(r"(?ms)^```yaml\n(.*?)^```$", text)
    docs = tmp_path / "docs"
    (docs / "gegevens").mkdir(parents=True)
    (docs / "gegevens/begrippen.yml").write_text(f"terms:\n{sample}", encoding="utf-8")
    target = docs / GLOSSARY.terms["kindcheck"].see.partition("#")[0]
    target.parent.mkdir(parents=True)
    target.write_text("## Kindcheck {#kindcheck}\n", encoding="utf-8")
    glossary, found = load_glossary(docs, load_library(ROOT).editorial)
    assert found == []
    assert list(glossary.terms) == ["kindcheck"]
    assert [key for key in TERM_KEYS if f"`{key}`" not in text] == []


def test_the_page_holds_no_term_of_its_own() -> None:
    """What the page shows comes from the data: nothing is written twice."""
    text = (ROOT / "docs/over/begrippen.md").read_text(encoding="utf-8")
    assert text.rstrip().endswith("::: begrippen")
    assert "{#" not in text


def test_without_terms_the_page_is_a_fault(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A page of terms without a glossary stops a strict build."""
    write_project(tmp_path)
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        assert Markdown(extensions=[markdown.makeExtension(root=str(tmp_path))]).convert("::: begrippen") == ""
    assert [record.name for record in caplog.records] == ["mkdocs.aids"]
    assert load_library(tmp_path).glossary == Glossary()
