"""Owns the cutting of a finished page into what a search can lead to: sections, table rows, terms, questions, advice.

Fed with the text of a built page; used by `aids.site.search`. What only stands around the text (menus, sources, notes
on review) is left out, and so is what an aid only says to a reader's own answers. Knows nothing of words or ranking.
Runs in the build.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from aids.site.slices import VOID

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
BLOCKS = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "div", "section", "legend", "summary", "label", *HEADINGS})
UNREAD = frozenset({"script", "style", "svg", "template", "nav", "dialog"})
UNREAD_STATES = frozenset({"hidden", "popover"})
"""Attributes of what is only shown when it is asked for."""

UNREAD_CLASSES = frozenset(
    {
        *("vw-cite", "vw-end", "vw-overdue", "vw-reviewed", "vw-status", "vw-steps", "vw-toc"),
        *("aid-blank", "aid-certainty", "aid-consultation", "aid-count", "aid-hint", "aid-holds", "aid-or", "aid-part"),
        *("aid-place", "aid-sources", "aid-urgency", "aid-when", "aid-why-summary"),
    }
)
AID_PARTS = {"aid-question": "question", "aid-advice": "advice"}
"""The only parts of an aid that are cut out: what else it says depends on answers and would mislead by itself."""

ON_ANSWERS = "antwoorden"
"""An advice whose title speaks of the reader's answers ("met deze antwoorden …") is left out as well."""

STATUS = re.compile(r"\bvw-status--([a-z-]+)")
CELL = " · "
BREAK = "\0"
"""Between blocks; line ends in the source of a page mean nothing."""
CLOSED = (".", "!", "?", ":", ";", ",", "…")
SHORT, LONG = 14, 90
"""Characters: a cell that is no title by itself, and the longest title that is made of running text."""


@dataclass(slots=True)
class Section:
    """A place on the site. `page` is its address from the top; `anchor` is "" for the page as a whole.

    `kind` is page, section, row, item, term, question or advice; `trail` says where it is, the widest part first.
    """

    page: str
    anchor: str
    kind: str
    title: str = ""
    trail: tuple[str, ...] = ()
    status: str = ""
    text: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """What a row is called in its table, such as its number."""
        first = self.text.partition(CELL)[0]
        return (first,) if self.kind == "row" and len(first) <= SHORT else ()

    @property
    def address(self) -> str:
        """Where it is, from the top of the site."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


@dataclass(slots=True)
class _Open:
    """An element that is open: what it ends when it closes."""

    name: str
    unread: bool = False
    into: "_Draft | None" = None
    makes: str = ""


@dataclass(slots=True)
class _Draft:
    """A section being read; `level` 0 is for what stands inside another section."""

    kind: str
    anchor: str
    level: int = 0
    title: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    above: tuple[str, ...] = ()


class _Cutter(HTMLParser):
    """Reads one page. Text goes to the innermost thing that is open: a row, a list item, a question, or the section."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Open] = []
        self.drafts: list[_Draft] = []
        self.head: list[_Draft] = []
        self.status = ""
        self.crumbs: list[str] = []
        self.inside = self.in_aid = self.in_path = 0
        self.inner: list[_Draft] = []
        self.titling: _Draft | None = None
        self.in_list = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = frozenset(given.get("class", "").split())
        if tag in VOID:
            return
        item = _Open(tag)
        self.open.append(item)
        if "vw-article" in classes:
            self.inside = len(self.open)
        elif "vw-path" in classes:
            self.in_path = len(self.open)
        elif "data-aid" in given:
            self.in_aid = len(self.open)
        if "vw-status" in classes:
            found = STATUS.search(given["class"])
            self.status = found[1] if found else ""
        item.unread = tag in UNREAD or not UNREAD_STATES.isdisjoint(given) or not UNREAD_CLASSES.isdisjoint(classes)
        if self.inside and not self._is_unread():
            self._begin(item, tag, given, classes)

    def _is_unread(self) -> bool:
        return any(item.unread for item in self.open)

    def _begin(self, item: _Open, tag: str, given: dict[str, str], classes: frozenset[str]) -> None:
        anchor = given.get("id", "")
        if self.in_aid:
            self._begin_in_aid(item, tag, given, classes)
        elif tag in HEADINGS:
            self._begin_heading(item, tag, anchor)
        elif tag == "tr":
            self._nest(item, _Draft("row", ""))
        elif tag == "td" and anchor and self.inner and self.inner[-1].kind == "row" and not self.inner[-1].anchor:
            self.inner[-1].anchor = anchor
        elif tag in {"li", "p"} and anchor:
            self._nest(item, _Draft("item", anchor))
        elif tag == "dt":
            self.inner = [draft for draft in self.inner if draft.kind != "term"]
            if anchor:
                draft = _Draft("term", anchor, above=self._above()[:1])
                self.drafts.append(draft)
                self.inner.append(draft)
                item.makes, item.into = "title", draft
                self.titling = draft

    def _begin_in_aid(self, item: _Open, tag: str, given: dict[str, str], classes: frozenset[str]) -> None:
        anchor = given.get("id", "")
        if "aid-step-title" in classes:
            self.head = [*self.head[:1], _Draft("step", anchor, 2)]
            item.makes, item.into = "title", self.head[-1]
            self.titling = self.head[-1]
        for name, kind in AID_PARTS.items():
            if name in classes:
                self.in_list = given.get("data-aid-kind") == "any"
                above = self._above() if kind == "question" else (*self._above()[:1], "Advies")
                draft = _Draft(kind, anchor, above=above)
                self.drafts.append(draft)
                self._nest(item, draft)
        if "aid-choices" in classes and not self.in_list:
            item.unread = True
        if tag == "h3" and self.inner:
            item.makes, item.into = "title", self.inner[-1]
            self.titling = self.inner[-1]

    def _begin_heading(self, item: _Open, tag: str, anchor: str) -> None:
        level = int(tag[1])
        if not anchor and level > 1:
            return
        self.head = [draft for draft in self.head if draft.level < level]
        draft = _Draft("page" if level == 1 else "section", "" if level == 1 else anchor, level, above=self._above())
        self.head.append(draft)
        self.drafts.append(draft)
        item.makes, item.into = "title", draft
        self.titling = draft

    def _above(self) -> tuple[str, ...]:
        return tuple(_joined(draft.title) for draft in self.head)

    def _nest(self, item: _Open, draft: _Draft) -> None:
        if not draft.above:
            draft.above = self._above()
        item.makes, item.into = "inner", draft
        self.inner.append(draft)

    def handle_endtag(self, tag: str) -> None:
        if all(item.name != tag for item in self.open):
            return
        while self.open:
            item = self.open.pop()
            self._end(item)
            if item.name == tag:
                break

    def _end(self, item: _Open) -> None:
        if item.makes == "title":
            self.titling = None
        elif item.makes == "inner" and item.into is not None:
            self._end_inner(item.into)
        elif item.name == "dl":
            self.inner = [draft for draft in self.inner if draft.kind != "term"]
        elif item.name in BLOCKS:
            self._write(CELL if item.name in {"td", "th"} else BREAK)
        depth = len(self.open)
        self.inside = self.inside if depth >= self.inside else 0
        self.in_aid = self.in_aid if depth >= self.in_aid else 0
        self.in_path = self.in_path if depth >= self.in_path else 0

    def _end_inner(self, draft: _Draft) -> None:
        """A row or item with an anchor is a place of its own; its words stay part of the section as well."""
        self.inner.remove(draft)
        if draft.kind in {"row", "item"}:
            if draft.anchor:
                self.drafts.append(draft)
            self._write("".join(draft.words) + BREAK)

    def handle_data(self, data: str) -> None:
        if self.in_path:
            self.crumbs.append(data)
        elif self.inside and not self._is_unread():
            self._write(data)

    def _write(self, text: str) -> None:
        if self.titling is not None:
            self.titling.title.append(text)
        elif self.inner:
            self.inner[-1].words.append(text)
        elif self.head and not self.in_aid:
            self.head[-1].words.append(text)


def _joined(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


def _plain(parts: list[str]) -> str:
    """Return running text: blocks that do not end in a mark get a full stop, cells a dot between them."""
    lines = [" ".join(line.split()).strip(" ·") for line in "".join(parts).split(BREAK)]
    return " ".join(line if line.endswith(CLOSED) else f"{line}." for line in lines if line)


def _title_of(text: str) -> str:
    """Return a title for a row or an item: its first cell or words; a short first cell takes the next one along."""
    cells = [cell.strip() for cell in text.split(CELL) if cell.strip()]
    first = cells[0] if cells else text
    if len(first) <= SHORT and len(cells) > 1:
        first = f"{first}: {cells[1]}"
    if len(first) <= LONG:
        return first.rstrip(".")
    sentence = re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0]
    return sentence.rstrip(".") if len(sentence) <= LONG else f"{first[:LONG].rsplit(' ', 1)[0]} …"


@lru_cache(maxsize=512)
def page_sections(text: str, page: str) -> tuple[Section, ...]:
    """Return the places in a built page, in order of their beginning or, for rows and items, of their end.

    Args:
        text: the page as it is published.
        page: its address from the top of the site, "" for the home page.
    """
    cutter = _Cutter(text)
    crumbs = [part for part in (" ".join(crumb.split()) for crumb in cutter.crumbs) if part][1:]
    found = []
    for draft in cutter.drafts:
        words = _plain(draft.words)
        title = _joined(draft.title) or _title_of(words)
        if title and not (draft.kind == "advice" and ON_ANSWERS in title):
            trail = tuple(dict.fromkeys((*crumbs, *draft.above)))
            found.append(Section(page, draft.anchor, draft.kind, title, trail, cutter.status, words))
    return tuple(found)
