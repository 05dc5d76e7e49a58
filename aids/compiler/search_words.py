"""Owns the word lists of the search: docs/gegevens/zoeken.yml as data, with its faults.

Used by `aids.compiler.project` for the faults and by `aids.site.search` for the words. Knows no index and makes no
terms; whether a place or a word exists in the built site is found there. Runs in the build only.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.diagnostics import Diagnostic, nearest, sort_diagnostics, with_excerpts
from aids.compiler.document import Position
from aids.compiler.loader_fields import FORMS, Faults, Fields
from aids.compiler.reading import Mapping, Scalar, read

WORDS_FILE = "gegevens/zoeken.yml"
KEYS = ("stopwoorden", "algemeen", "delen", "heel", "vormen", "synoniemen", "plaatsen")
SINGLE = re.compile(r"[^\W\d_]+(['’][^\W\d_]+)?")
SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Words:
    """What a word or a place stands for: `words`, the best first."""

    name: str
    words: tuple[str, ...]
    at: Position


@dataclass(frozen=True, slots=True)
class SearchWords:
    """The lists, in file order. `places` are named as pages under docs/, with `#anchor` where that is meant."""

    stops: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    forms: tuple[Words, ...] = ()
    synonyms: tuple[Words, ...] = ()
    places: tuple[Words, ...] = ()


def folded(text: str) -> str:
    """Return `text` as the search compares it: lower case, without accents and apostrophes."""
    bare = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return re.sub(r"['’`]", "", "".join(bare)).lower()


def load_search_words(docs: Path, prefix: str | None = None) -> tuple[SearchWords, list[Diagnostic]]:
    """Return the lists under the folder `docs`, as far as they go, and their faults; without the file there are none.

    `prefix` is how diagnostics call that folder; its path as given by default.
    """
    if not (docs / WORDS_FILE).is_file():
        return SearchWords(), []
    reading = read(docs / WORDS_FILE, f"{docs if prefix is None else prefix}/{WORDS_FILE}")
    faults = Faults()
    faults.extend(reading.diagnostics)
    words = SearchWords()
    if isinstance(reading.root, Mapping):
        words = _words(Fields(reading.root, faults, KEYS), docs)
    elif reading.root is not None:
        found = FORMS[type(reading.root)]
        faults.add("VW203", reading.root.at, key=reading.name, expected=FORMS[Mapping], found=found)
    return words, with_excerpts(sort_diagnostics(faults.found), {reading.name: reading.text})


def _words(fields: Fields, docs: Path) -> SearchWords:
    """Return the lists; every fault in them is noted."""
    stops = _singles(fields, "stopwoorden")
    return SearchWords(
        stops=stops,
        general=_singles(fields, "algemeen"),
        parts=_singles(fields, "delen", SHORTEST_PART),
        whole=_singles(fields, "heel"),
        forms=_forms(fields),
        synonyms=_synonyms(fields, frozenset(map(folded, stops))),
        places=_places(fields, docs),
    )


def _singles(fields: Fields, key: str, shortest: int = 1) -> tuple[str, ...]:
    found = fields.scalars(key, required=False)
    for scalar in found:
        _check_single(scalar, fields.faults, shortest)
    return tuple(scalar.text.strip() for scalar in found)


def _check_single(scalar: Scalar, faults: Faults, shortest: int = 1) -> None:
    if not SINGLE.fullmatch(scalar.text) or len(scalar.text) < shortest:
        faults.add("VW931", scalar.at, word=scalar.text, shortest=SHORTEST_PART)


def _lists(fields: Fields, key: str) -> Iterable[tuple[Scalar, tuple[Scalar, ...]]]:
    """Yield each name in the group under `key` with its list of words."""
    group = fields.group(key, required=False)
    for entry in group.entries if group else ():
        inner = Fields(Mapping((entry,), entry.key.at), fields.faults, (entry.key.text,))
        yield entry.key, inner.scalars(entry.key.text)


def _texts(scalars: Iterable[Scalar]) -> tuple[str, ...]:
    return tuple(scalar.text.strip() for scalar in scalars)


def _forms(fields: Fields) -> tuple[Words, ...]:
    found = []
    bases: dict[str, str] = {}
    for name, forms in _lists(fields, "vormen"):
        for scalar in (name, *forms):
            _check_single(scalar, fields.faults)
        for scalar in forms:
            base = bases.setdefault(folded(scalar.text), name.text)
            if base != name.text:
                fields.faults.add("VW932", scalar.at, word=scalar.text, other=base, key=name.text)
        found.append(Words(name.text, _texts(forms), name.at))
    return tuple(found)


def _synonyms(fields: Fields, stops: frozenset[str]) -> tuple[Words, ...]:
    found = []
    for name, words in _lists(fields, "synoniemen"):
        if folded(name.text) in stops:
            fields.faults.add("VW933", name.at, word=name.text)
        found.append(Words(name.text, _texts(words), name.at))
    return tuple(found)


def _places(fields: Fields, docs: Path) -> tuple[Words, ...]:
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    found = []
    for name, words in _lists(fields, "plaatsen"):
        page = name.text.partition("#")[0]
        if page not in pages:
            fields.faults.add("VW934", name.at, nearest(page, pages), place=name.text)
        found.append(Words(name.text, _texts(words), name.at))
    return tuple(found)
