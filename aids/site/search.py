"""Owns the search of the site: its folder of scripts, word lists and index, and the small script that every page loads.

Fed with the finished pages; used by `aids.site.build`. The index is made by Node with the very modules that the page
runs, and is a module itself: after an aid has sealed its page nothing can be fetched, but a module that is in, is in.
The folder is named by its content. Runs in the build.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position
from aids.compiler.editorial import Editorial
from aids.compiler.glossary import Glossary
from aids.compiler.search_words import SearchWords
from aids.site.search_index import SHELF, SearchError
from aids.site.search_places import address_of, keywords, lexicon, places, site_sections

SCRIPTS = "aids/web/search"
OPENER = "opener.js"
"""Stands outside the folder, at a lasting address, because every page names it; it alone knows the folder's name."""
OPENER_PLACE = "assets/search.js"
MAKER = "make.js"
"""Makes the index; no page needs it."""
PARTS_FOLDER = "./search/"
"""How the opener calls the folder in its source."""
INDEX = "data.js"
PARTS = {
    "minisearch.js": "node_modules/minisearch/dist/es/index.js",
    "minisearch-licence.txt": "node_modules/minisearch/LICENSE.txt",
    "stemmer.js": "node_modules/@orama/stemmers/dist/nl.js",
    "stemmer-licence.txt": "node_modules/@orama/stemmers/LICENSE.md",
}
"""What is copied from the Node parts, by its name in the folder."""
IMPORTED = {'"minisearch"': '"./minisearch.js"', '"@orama/stemmers/dutch"': '"./stemmer.js"'}
"""A browser needs an address where Node and the type checker need a package's name."""
SOURCE_MAP = "//# sourceMappingURL="
COMMENT = re.compile(r"^[ ]*/\*\*.*?\*/\n", re.DOTALL | re.MULTILINE)
"""What explains a package to who works on it; its licence stands beside it."""


def make_search(
    root: Path, site: Path, words: SearchWords, editorial: Editorial, glossary: Glossary
) -> list[Diagnostic]:
    """Add the search to the finished pages in the folder `site`; return what is wrong.

    Args:
        root: the folder of the repository.
        site: the finished pages; the folder and the opener come in its assets.
        words: the word lists.
        editorial: sources, whose places are found by the names that sources give them.
        glossary: terms, which lead to the page that they name.
    """
    missing = [name for name in PARTS.values() if not (root / name).is_file()]
    if missing:
        return [fault("VW908", Position(name), name=name) for name in missing]
    docs = root / "docs"
    sections = site_sections(site)
    terms = list(glossary.terms.values())
    given = {
        "places": places(sections, keywords(docs, editorial, words, terms)),
        "lexicon": lexicon(words, terms),
    }
    parts = search_parts(root)
    try:
        index, unused = SHELF.make(parts, given)
    except SearchError as error:
        return [fault("VW936", Position(SCRIPTS), message=error)]
    del parts[MAKER]
    parts[INDEX] = f"export default '{_quoted(index)}';\n"
    called = f"search-{_digest(parts)}"
    folder = site / "assets" / called
    folder.mkdir()
    for name, text in parts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    opener = (root / SCRIPTS / OPENER).read_text(encoding="utf-8")
    (site / OPENER_PLACE).write_text(opener.replace(PARTS_FOLDER, f"./{called}/"), encoding="utf-8")
    known = {section.address for section in sections} | {section.page for section in sections}
    return [*_lost_places(words, known), *_unused_words(words, unused)]


def search_parts(root: Path) -> dict[str, str]:
    """Return the modules and the Node parts as they stand in one folder, with addresses that a browser can follow."""
    found = {}
    for path in sorted((root / SCRIPTS).glob("*.js")):
        if path.name != OPENER:
            text = path.read_text(encoding="utf-8")
            for package, address in IMPORTED.items():
                text = text.replace(f"from {package}", f"from {address}")
            found[path.name] = text
    for name, part in PARTS.items():
        found[name] = COMMENT.sub("", (root / part).read_text(encoding="utf-8").partition(SOURCE_MAP)[0])
    return found


def _quoted(text: str) -> str:
    """Return JSON as it stands between single quotes in a script: one text is read faster than a tree of literals."""
    return text.replace("\\", "\\\\").replace("'", "\\'")


def _digest(parts: Mapping[str, str]) -> str:
    """Return sixteen hexadecimal digits that stand for all names and bytes."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        data = parts[name].encode()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:16]


def _lost_places(words: SearchWords, known: set[str]) -> list[Diagnostic]:
    """Return each place with words that no page has."""
    return [fault("VW934", place.at, place=place.name) for place in words.places if address_of(place.name) not in known]


def _unused_words(words: SearchWords, unused: list[str]) -> list[Diagnostic]:
    """Return each synonym that leads to words of which none is on the site."""
    lost = frozenset(unused)
    return [fault("VW935", item.at, word=word) for item in words.synonyms for word in item.words if word in lost]
