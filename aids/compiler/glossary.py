"""Owns the glossary: the terms and abbreviations of the site, what each means, and where a reader learns more.

Loaded from docs/gegevens/begrippen.yml through `reading`; used by the page of terms, by the explanations beside words
in pages, and by search. Checks that every word leads to one term and that what a term points at exists; says nothing
about the other texts of the site. A repository without the file has an empty glossary. Runs in the build only.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from aids.compiler.diagnostics import Diagnostic, nearest, sort_diagnostics, with_excerpts
from aids.compiler.document import NOWHERE, Position
from aids.compiler.editorial import Editorial
from aids.compiler.loader_fields import FORMS, IDENT, Faults, Fields
from aids.compiler.reading import Mapping as Group
from aids.compiler.reading import Reading, Scalar, read
from aids.compiler.reading_text import decode
from aids.compiler.wording import closing_words

GLOSSARY_FILE = "gegevens/begrippen.yml"
TERM_KEYS = ("term", "abbreviations", "meaning", "synonyms", "tooltip", "see", "see_title", "source", "status")
LONGEST_MEANING = 200
ANCHOR = re.compile(r"""\{[^}\n]*#([^\s}]+)[^}\n]*\}|\bid="([^"]+)\"""")
"""How an editor gives a place on a page its name; names that are made (of sources, of codes) are not known here."""


type TermStatus = Literal["nu", "historisch"]
STATUSES: tuple[TermStatus, ...] = ("nu", "historisch")


@dataclass(frozen=True, slots=True)
class Term:
    """One term. `synonyms` help who searches and are not shown; `tooltip` are the words that are explained in a page.

    `see` is a page under docs/, with an anchor where one fits; `source` is `source#section`.
    """

    id: str
    term: str
    meaning: str
    abbreviations: tuple[str, ...]
    synonyms: tuple[str, ...]
    tooltip: tuple[str, ...]
    see: str
    see_title: str
    source: str
    status: TermStatus
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms by id, in file order."""

    terms: Mapping[str, Term] = field(default_factory=dict)

    def in_order(self) -> list[Term]:
        """Return the terms as an alphabet has them."""
        return sorted(self.terms.values(), key=lambda item: plain(item.term))


def plain(text: str) -> str:
    """Return `text` as the alphabet sorts it: without accents and capitals.

    >>> plain("Eén cliënt")
    'een client'
    """
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def load_glossary(docs: Path, editorial: Editorial, prefix: str | None = None) -> tuple[Glossary, list[Diagnostic]]:
    """Return the glossary under the folder `docs`, as far as it goes, and its faults.

    Args:
        docs: the folder of the pages.
        editorial: the sources that terms may name.
        prefix: how diagnostics call that folder; its path as given by default.
    """
    path = docs / GLOSSARY_FILE
    if not path.is_file():
        return Glossary(), []
    reading = read(path, f"{str(docs) if prefix is None else prefix}/{GLOSSARY_FILE}")
    faults = Faults()
    faults.extend(reading.diagnostics)
    loader = _Loader(docs, editorial, faults)
    terms = {name.text: loader.term(name, fields) for name, fields in _named(reading, faults)}
    return Glossary(terms), with_excerpts(sort_diagnostics(faults.found), {reading.name: reading.text})


def _named(reading: Reading, faults: Faults) -> Iterator[tuple[Scalar, Fields]]:
    """Yield each term's name with the fields under it."""
    if not isinstance(reading.root, Group):
        if reading.root is not None:
            found = FORMS[type(reading.root)]
            faults.add("VW203", reading.root.at, key=reading.name, expected=FORMS[Group], found=found)
        return
    group = Fields(reading.root, faults, ("terms",)).group("terms")
    for entry in group.entries if group else ():
        if isinstance(entry.value, Group):
            yield entry.key, Fields(entry.value, faults, TERM_KEYS)
        else:
            found = FORMS[type(entry.value)]
            faults.add("VW203", entry.key.at, key=entry.key.text, expected=FORMS[Group], found=found)


class _Loader:
    """Reads the terms one after another and remembers to which each word belongs."""

    def __init__(self, docs: Path, editorial: Editorial, faults: Faults) -> None:
        self.docs = docs
        self.editorial = editorial
        self.faults = faults
        self.pages = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*.md")}
        self.anchors: dict[str, frozenset[str]] = {}
        self.owners: dict[str, str] = {}

    def term(self, name: Scalar, fields: Fields) -> Term:
        """Return the term `name`; what is missing or wrong in it is noted."""
        if not IDENT.fullmatch(name.text):
            self.faults.add("VW205", name.at, id=name.text)
        said = fields.scalar("term")
        words = {key: fields.scalars(key, required=False) for key in ("abbreviations", "synonyms", "tooltip")}
        for word in (*([said] if said else []), *words["abbreviations"], *words["synonyms"]):
            self._claim(word, name.text, again=False)
        for word in words["tooltip"]:
            self._claim(word, name.text, again=True)
        return Term(
            id=name.text,
            term=said.text.strip() if said else "",
            meaning=self._meaning(fields.scalar("meaning")),
            abbreviations=_texts(words["abbreviations"]),
            synonyms=_texts(words["synonyms"]),
            tooltip=_texts(words["tooltip"]),
            see=self._see(fields.scalar("see")),
            see_title=fields.text("see_title"),
            source=self._source(fields.scalar("source")),
            status=fields.choice("status", STATUSES, "nu"),
            at=name.at,
        )

    def _claim(self, word: Scalar, ident: str, *, again: bool) -> None:
        """Note to which term `word` belongs; `again` lets a term name a word of its own twice."""
        owner = self.owners.setdefault(plain(word.text), "")
        if owner and not (again and owner == ident):
            self.faults.add("VW961", word.at, word=word.text, term=owner)
        self.owners[plain(word.text)] = owner or ident

    def _meaning(self, said: Scalar | None) -> str:
        if said is None:
            return ""
        text = said.text.strip()
        if len(text) > LONGEST_MEANING:
            self.faults.add("VW965", said.at, count=len(text), limit=LONGEST_MEANING)
        if not text.endswith((".", "?")):
            self.faults.add("VW968", said.at)
        for start, end, words in closing_words(said.text):
            self.faults.add("VW413", said.place(start, end), words=words)
        return text

    def _see(self, said: Scalar | None) -> str:
        if said is None:
            return ""
        page, _, anchor = said.text.partition("#")
        if page not in self.pages:
            self.faults.add("VW962", said.at, nearest(page, self.pages), page=page)
        elif anchor and anchor not in self._anchors(page):
            place = said.place(len(page) + 1, len(said.text))
            self.faults.add("VW963", place, nearest(anchor, self._anchors(page)), anchor=anchor, page=page)
        return said.text

    def _anchors(self, page: str) -> frozenset[str]:
        """Return the places in a page that its editor named; that it cannot be read is found by the checks on pages."""
        if page not in self.anchors:
            text, _ = decode(self.pages[page].read_bytes(), page)
            self.anchors[page] = frozenset(name for found in ANCHOR.findall(text or "") for name in found if name)
        return self.anchors[page]

    def _source(self, said: Scalar | None) -> str:
        if said is None:
            return ""
        if self.editorial.resolve(said.text) is None:
            self.faults.add("VW964", said.at, self.editorial.nearest(said.text), ref=said.text)
        return said.text


def _texts(words: tuple[Scalar, ...]) -> tuple[str, ...]:
    return tuple(word.text.strip() for word in words)
