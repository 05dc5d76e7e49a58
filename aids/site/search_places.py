"""Owns what the index is made of: each place of the site with the words that people look for it by, and the word lists.

Fed with the built pages, the editorial data, the glossary and the front matter; used by `aids.site.search`, which
hands it to the scripts as JSON. Ranks nothing: `weight` only says what a place is worth beside an equal one.
Runs in the build.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from aids.compiler.editorial import Editorial
from aids.compiler.glossary import Term
from aids.compiler.pages import FRONT
from aids.compiler.reading import Mapping as Group
from aids.compiler.reading import Scalar, Sequence, read_text
from aids.compiler.search_words import SearchWords
from aids.site.search_sections import Section, page_sections

GLOSSARY_PAGE = "over/begrippen/"
NOT_FOUND = "404.html"
PAGE_WEIGHTS = (
    ("redactie/meldingen/", 0.0),
    ("redactie/", 0.2),
    ("opzoeken/", 0.25),
    ("over/bronnen/", 0.35),
    ("over/begrippen/", 0.9),
    ("checklists/", 0.7),
    ("over/", 0.9),
)
"""What a page of lists or about the site is worth beside a page about the subject; the first that fits counts."""

KIND_WEIGHTS = {"page": 1.0, "section": 1.0, "term": 1.0, "row": 0.85, "item": 0.75, "question": 0.9, "advice": 0.85}
STATUS_WEIGHTS = {"geldend": 1.1, "landelijk-kader": 1.05, "lokaal": 0.85, "historisch": 0.8}
"""What holds today goes before what held once or elsewhere."""
LISTS = frozenset({"hoofdstukken", "let-op", "overzicht", "bladen", "lijst", "zie", "teksten", "niet-nagegaan"})
"""Sections that only lead on."""
LIST_WEIGHT = 0.5

BEST, NEXT, LEAST = 0.8, 0.12, 0.4
"""What the first word means that a synonym leads to, how much less each next one, and what the last is worth."""
ABBREVIATION, FULL_TERM, SYNONYM = 0.95, 0.5, 0.75


def _text(node: object) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def _texts(node: object) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, node.items))) if isinstance(node, Sequence) else ()


def address_of(place: str) -> str:
    """Return the address on the site of a page under docs/, with its anchor."""
    page, _, anchor = place.partition("#")
    address = page.removesuffix(".md").removesuffix("index")
    address = f"{address.rstrip('/')}/" if address else ""
    return f"{address}#{anchor}" if anchor else address


def site_sections(site: Path) -> list[Section]:
    """Return the places of all pages in a built site that are worth finding, each text once.

    An aid that shares questions with another shows them in its own page too; they are found in the first.
    """
    pages = sorted(site.rglob("*.html"))
    found: dict[tuple[str, str, str], Section] = {}
    for path in pages:
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        for section in () if address == NOT_FOUND else page_sections(path.read_text(encoding="utf-8"), address):
            own = section.kind not in {"question", "advice"}
            key = (section.address, "", "") if own else (section.kind, section.title, section.text)
            if _weight(section) > 0:
                found.setdefault(key, section)
    return list(found.values())


def _weight(section: Section) -> float:
    page = next((weight for start, weight in PAGE_WEIGHTS if section.page.startswith(start)), 1.0)
    if section.page == "redactie/meldingen/" and section.kind == "page":
        page = 0.1
    listed = LIST_WEIGHT if section.anchor in LISTS or not section.page else 1.0
    return round(page * listed * KIND_WEIGHTS[section.kind] * STATUS_WEIGHTS.get(section.status, 1.0), 3)


def keywords(docs: Path, editorial: Editorial, words: SearchWords, terms: list[Term]) -> dict[str, list[str]]:
    """Return by address the words that people look for a place by and that need not stand in it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in docs.rglob("*.md"):
        found[address_of(path.relative_to(docs).as_posix())] += _front_words(path)
    for source in editorial.sources.values():
        for section in source.sections.values():
            if section.page:
                found[address_of(section.page)].append(f"{section.id.replace('-', ' ')} {section.title}")
    for term in terms:
        found[f"{GLOSSARY_PAGE}#{term.id}"] += [*term.abbreviations, *term.synonyms]
        if term.see:
            found[address_of(term.see)] += [term.term, *term.abbreviations, *term.synonyms]
    for place in words.places:
        found[address_of(place.name)] += place.words
    return found


def _front_words(path: Path) -> tuple[str, ...]:
    """Return the `zoekwoorden` of a page."""
    front = FRONT.match(path.read_text(encoding="utf-8", errors="replace"))
    root = read_text(front.group(), path.name).root if front else None
    return _texts(root.get("zoekwoorden")) if isinstance(root, Group) else ()


def places(sections: list[Section], keys: Mapping[str, list[str]]) -> list[dict[str, object]]:
    """Return each place as the scripts take it."""
    return [
        {
            "address": section.address,
            "kind": section.kind,
            "title": section.title,
            "where": list(section.trail),
            "status": section.status,
            "keys": ", ".join(dict.fromkeys((*section.labels, *keys.get(section.address, ())))),
            "text": section.text,
            "weight": _weight(section),
        }
        for section in sections
    ]


def lexicon(words: SearchWords, terms: list[Term]) -> dict[str, object]:
    """Return the word lists as the scripts take them: those of the file, with the glossary's words among them."""
    synonyms = [*_own_synonyms(words), *_glossary_synonyms(terms)]
    named = [word for typed, meant in synonyms for word in (typed, *(other for other, _ in meant))]
    several = [word for word in (*named, *(term.term for term in terms)) if " " in word or "/" in word or "-" in word]
    return {
        "stops": words.stops,
        "general": words.general,
        "parts": words.parts,
        "whole": words.whole,
        "forms": [(form.name, form.words) for form in words.forms],
        "phrases": list(dict.fromkeys(several)),
        "synonyms": synonyms,
    }


type Meant = tuple[str, list[tuple[str, float]]]


def _own_synonyms(words: SearchWords) -> Iterator[Meant]:
    for item in words.synonyms:
        yield item.name, [(word, round(max(LEAST, BEST - NEXT * place), 2)) for place, word in enumerate(item.words)]


def _glossary_synonyms(terms: list[Term]) -> Iterator[Meant]:
    for term in terms:
        for short in term.abbreviations:
            yield short, [(term.term, ABBREVIATION)]
            yield term.term, [(short, FULL_TERM)]
        for word in term.synonyms:
            yield word, [(term.term, SYNONYM)]
