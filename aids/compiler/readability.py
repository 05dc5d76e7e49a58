"""Owns how easy a page reads: the Flesch-Douma score of its prose, and which sentence is the hardest.

Counts sentences in paragraphs and lists; tables, headings, titles, labels, references and code are no prose. A score
is a sign, not a verdict: it knows long words and long sentences, not whether a text is right. Used by the command
`check`. Runs in the build only.

Douma, W. H. (1960), De leesbaarheid van landbouwbladen: 206.84 - 0.93 words a sentence - 77 syllables a word. Syllables
are groups of vowels as Dutch writes them; a few English words that count otherwise are named.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, with_excerpts
from aids.compiler.page_texts import PageText

BOUND = 60.0
"""A page below this is hard to read. See docs/redactie/nakijken.md for why here."""

FEWEST_WORDS = 100
"""Of a shorter text the score says nothing: one long word decides it."""

FEWEST_IN_SENTENCE = 4
"""Fewer words are a label or a term."""

SOUNDS = re.compile(
    "eau|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáàâäéèêëíìîïóòôöúùûü]", re.IGNORECASE
)
ONE_SYLLABLE = re.compile(r"team(?=s?\b|led|lei|over)|\bsafe\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
MARKUP = re.compile(r"[*_>|]+")
SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[)”’\"\]]*(?=\s|$)|\s·\s|\Z)", re.DOTALL)
"""A full stop or its like ends a sentence; so does the dot between the parts of a list on one line."""

TITLE = re.compile(r"[*_\s]*\[[^\]]*\][*_\s.·:,;]*")
"""A link by itself is the title of something else."""

LINE = re.compile(r"[^\r\n]+")
NO_PROSE = re.compile(r"[ \t]*(?:#|\||!!!|$)")
ITEM = re.compile(r"[ \t]*(?:[-+*]|[0-9]+\.|:)[ \t]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page: where it stands in the text, and its words."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def ease(self) -> float:
        """How easy it reads by itself."""
        return ease([self])


def unreadable(pages: Iterable[PageText]) -> list[Diagnostic]:
    """Return a warning for each page that is harder than the bound, at its hardest sentence."""
    return [found for page in pages for found in _hard(page)]


def ease(sentences: Iterable[Sentence]) -> float:
    """Return the Flesch-Douma score of `sentences`: about 0 (very hard) to 100 (very easy)."""
    counted = list(sentences)
    words = [word for sentence in counted for word in sentence.words]
    return 206.84 - 0.93 * len(words) / len(counted) - 77 * sum(map(syllables, words)) / len(words)


def syllables(word: str) -> int:
    """Return how many syllables a Dutch word has; at least one.

    >>> [syllables(word) for word in ("gezin", "beïnvloeden", "financieel", "wijkteams", "reageren", "GGZ")]
    [2, 4, 4, 2, 4, 1]
    """
    return max(1, len(SOUNDS.findall(ONE_SYLLABLE.sub("tem", word))))


def sentences(page: PageText) -> Iterator[Sentence]:
    """Yield the sentences of the prose of `page`; a part of a list without a full stop is one too."""
    prose = page.prose()
    plain = MARKUP.sub(lambda match: " " * len(match.group()), prose)
    for start, end in _blocks(prose):
        for match in SENTENCE.finditer(plain, start, end):
            words = tuple(WORD.findall(match.group()))
            if len(words) >= FEWEST_IN_SENTENCE and not TITLE.fullmatch(prose, *match.span()):
                yield Sentence(*match.span(), words)


def _blocks(prose: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph and each part of a list begins and ends; headings and tables are left out."""
    opened: list[int] = []
    last = 0
    for line in LINE.finditer(prose):
        new = ITEM.match(line.group())
        skipped = NO_PROSE.match(line.group())
        if opened and (new or skipped or prose.count("\n", last, line.start()) > 1):
            yield opened.pop(), last
        if not skipped:
            opened = opened or [line.start() + (new.end() if new else 0)]
        last = line.end()
    if opened:
        yield opened.pop(), last


def _hard(page: PageText) -> Iterator[Diagnostic]:
    found = list(sentences(page))
    if sum(len(sentence.words) for sentence in found) < FEWEST_WORDS:
        return
    score = ease(found)
    if score < BOUND:
        hardest = min(found, key=lambda sentence: sentence.ease)
        at = page.source.position(hardest.start, hardest.end)
        made = fault("VW947", at, score=round(score), bound=round(BOUND))
        yield from with_excerpts([made], {page.name: page.text})
