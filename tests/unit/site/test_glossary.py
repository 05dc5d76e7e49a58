"""Laws of docs/gegevens/begrippen.yml: terms are explained, sourced and reachable; the page says what the data say."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any

import pytest
import yaml

from aids.site.library import load_library

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
PAGE = DOCS / "over/begrippen.md"
KEYS = {"term", "abbreviations", "meaning", "synonyms", "see", "see_title", "source", "status"}
OPTIONAL = {"abbreviations", "synonyms"}
LONGEST_MEANING = 200
ENTRY = re.compile(
    r"^(?P<term>[^\n]+?)(?: \((?P<abbreviations>[^()\n]+)\))? \{#(?P<id>[a-z0-9-]+)\}\n"
    r":   (?P<past>\*Historisch\.\* )?(?P<meaning>.+) Meer: \[(?P<title>[^\]]+)\]\((?P<see>[^)]+)\)\."
    r" \[\[(?P<source>[^\]]+)\]\]$",
    re.MULTILINE,
)

type Term = dict[str, Any]


def _terms() -> dict[str, Term]:
    data = yaml.safe_load((DOCS / "gegevens/begrippen.yml").read_text(encoding="utf-8"))
    return dict(data["terms"])


TERMS = _terms()


def _plain(text: str) -> str:
    """Return `text` as the alphabet sorts it: without accents and capitals."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def _listed() -> Iterator[tuple[str, Term]]:
    """Yield each entry of the page as the data would have it, in the order of the page."""
    for found in ENTRY.finditer(PAGE.read_text(encoding="utf-8")):
        abbreviations = found["abbreviations"]
        yield (
            found["id"],
            {
                "term": found["term"],
                "abbreviations": abbreviations.split(", ") if abbreviations else [],
                "meaning": found["meaning"],
                "see": normpath(PurePosixPath("over") / found["see"]),
                "see_title": found["title"],
                "source": found["source"],
                "status": "historisch" if found["past"] else "nu",
            },
        )


@pytest.mark.parametrize(("ident", "term"), TERMS.items(), ids=TERMS)
def test_a_term_is_whole(ident: str, term: Term) -> None:
    """A term has an id that can be linked to, a short meaning without a number, a status and a source that exists."""
    assert re.fullmatch(r"[a-z][a-z0-9-]*", ident)
    assert KEYS - OPTIONAL <= set(term) <= KEYS
    assert 0 < len(term["meaning"]) <= LONGEST_MEANING
    assert term["meaning"].endswith((".", "?"))
    assert not re.search(r"\d{3,}-?\d{3,}|\b112\b", term["meaning"])
    assert term["status"] in {"nu", "historisch"}
    assert load_library(ROOT).editorial.resolve(term["source"])


@pytest.mark.parametrize(("ident", "term"), TERMS.items(), ids=TERMS)
def test_where_to_read_more_exists(ident: str, term: Term) -> None:  # noqa: ARG001  the id names the case
    """What a term points at is a page of the site, and an anchor that an editor wrote there."""
    name, _, anchor = term["see"].partition("#")
    text = (DOCS / name).read_text(encoding="utf-8")
    assert not anchor or f"{{#{anchor}}}" in text


def test_a_word_belongs_to_one_term() -> None:
    """A term, abbreviation or synonym leads to one meaning, whatever its capitals and accents."""
    words = [
        (_plain(word), ident)
        for ident, term in TERMS.items()
        for word in (term["term"], *term.get("abbreviations", ()), *term.get("synonyms", ()))
    ]
    owners: dict[str, list[str]] = {}
    for word, ident in words:
        owners.setdefault(word, []).append(ident)
    assert {word: found for word, found in owners.items() if len(found) > 1} == {}


def test_the_page_says_what_the_data_say() -> None:
    """Page and data have the same terms in the same words, in the order of the alphabet."""
    shown = {ident: {"abbreviations": [], **term} for ident, term in TERMS.items()}
    expected = {ident: {key: term[key] for key in KEYS - {"synonyms"}} for ident, term in shown.items()}
    listed = list(_listed())
    assert dict(listed) == expected
    assert [ident for ident, _ in listed] == sorted(TERMS, key=lambda ident: _plain(TERMS[ident]["term"]))


def test_the_page_lists_every_abbreviation() -> None:
    """The table of abbreviations leads from each to its term."""
    rows = re.findall(r"^\| ([^|]+) \| \[([^\]]+)\]\(#([^)]+)\) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    expected = [
        (short, term["term"], ident) for ident, term in TERMS.items() for short in term.get("abbreviations", ())
    ]
    assert rows == sorted(expected, key=lambda row: row[0].casefold())
