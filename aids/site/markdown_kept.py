"""Owns how a builder that stays reads the Markdown of a page only once, as long as the page stays the same.

Used by `aids.site.markdown`, as a step before Python-Markdown reads a page and one after: what it read into elements is
kept, and a copy is given the next time. What the engine does with the elements (links, places, titles, contents, with
every warning of that) it does each time. Kept is only what follows from the text, the settings and the library: nothing
that had a warning, and no page that others than Python-Markdown and we read. Runs in the build.
"""

from collections import OrderedDict
from collections.abc import Iterable
from copy import deepcopy
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from aids.site.library import Library

BEFORE_HTML = 20.5
"""Priority just above Python-Markdown's `html_block`, the first that takes anything out of the text."""

AFTER_READING = 6
"""Priority below inline marks (20) and attributes (8), above the contents (5), where the engine's steps begin."""

READERS = frozenset({"markdown", "aids"})
"""Packages whose readers only read: what they find is in the elements, and nowhere else."""

LARGEST = 512
"""Pages that are kept."""


class Read(NamedTuple):
    """What Python-Markdown made of a text: elements, the HTML that it put aside, and the addresses of references.

    `is_ours` tells that blocks of ours are in it: they may show all that is in the library, other marks only sources.
    """

    root: Element
    aside: list[str | Element]
    references: dict[str, tuple[str, str]]
    is_ours: bool


type Key = tuple[tuple[type, ...], str]


class Memory:
    """What was read with the library of the last page."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.library: Library | None = None
        self.pages: OrderedDict[Key, Read] = OrderedDict()

    def of(self, library: Library) -> OrderedDict[Key, Read]:
        """Return the pages that would be read the same with this library."""
        before, self.library = self.library, library
        if before is None or (before.editorial, before.settings) != (library.editorial, library.settings):
            self.pages.clear()
        elif before is not library and before != library:
            for key in [key for key, read in self.pages.items() if read.is_ours]:
                del self.pages[key]
        return self.pages


MEMORY = Memory()


class Keeper(Treeprocessor):
    """Gives the elements of a page that was read before, or keeps them."""

    def __init__(self, md: Markdown, library: Library) -> None:
        """Take the place in `md` where a page has been read."""
        super().__init__(md)
        self.pages = MEMORY.of(library)
        self.key: Key | None = None
        self.is_ours = False

    def register(self) -> None:
        """Put both steps in their places."""
        self.md.preprocessors.register(_Opener(self), "aids-known", BEFORE_HTML)
        self.md.treeprocessors.register(self, "aids-kept", AFTER_READING)

    def begin(self, lines: list[str]) -> list[str]:
        """Return what is to be read of a page: nothing, if that was done before."""
        readers = tuple(map(type, self._readers()))
        plain = not self.md.htmlStash.rawHtmlBlocks and all(
            kind.__module__.partition(".")[0] in READERS for kind in readers
        )
        self.key = (readers, "\n".join(lines)) if plain else None
        self.is_ours = False
        return [] if self.key in self.pages else lines

    def has_ours(self) -> None:
        """Keep the page that is being read only as long as the whole library is the same."""
        self.is_ours = True

    def read_each_time(self) -> None:
        """Do not keep the page that is being read."""
        self.key = None

    def run(self, root: Element) -> Element:
        """Return the elements of the page."""
        if self.key is None:
            return root
        if self.key not in self.pages:
            made = Read(root, self.md.htmlStash.rawHtmlBlocks, self.md.references, self.is_ours)
            self.pages[self.key] = deepcopy(made)
            if len(self.pages) > LARGEST:
                self.pages.popitem(last=False)
            return root
        self.pages.move_to_end(self.key)
        found = deepcopy(self.pages[self.key])
        stash = self.md.htmlStash
        stash.rawHtmlBlocks, stash.html_counter = found.aside, len(found.aside)
        self.md.references.update(found.references)
        return found.root

    def _readers(self) -> Iterable[object]:
        """Yield everything that sees the page between our two steps."""
        preprocessors, treeprocessors = list(self.md.preprocessors), list(self.md.treeprocessors)
        opener = next(place for place, item in enumerate(preprocessors) if isinstance(item, _Opener))
        yield from preprocessors[opener:]
        yield from (*self.md.parser.blockprocessors, *self.md.inlinePatterns)
        yield from treeprocessors[: treeprocessors.index(self)]


class _Opener(Preprocessor):
    """Takes the text away when it need not be read."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper.md)
        self.keeper = keeper

    def run(self, lines: list[str]) -> list[str]:
        return self.keeper.begin(lines)
