"""Owns the explanations beside words in a page: the first time that an abbreviation or chosen term stands in it.

Fed with the glossary and the text of a built page by `aids.site.pages`. The word becomes a button that opens a small
dialog of the browser's own (`popover`): it works by keyboard, touch and mouse, closes with Escape and needs no script.
With restraint: not in headings, links, code, aids or whatever else acts; not where the text explains the word itself;
no term on the page that is about it; and few on a page, abbreviations first. Runs in the build.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath

from aids.compiler.glossary import Glossary, Term
from aids.site.glossary_page import PAST
from aids.site.slices import Edit, Slice

MOST_NOTES = 8
"""On one page: more would make a minefield of it."""

SILENT_PAGES = frozenset(map(PurePosixPath, ("over/begrippen", "over/bronnen", "opzoeken")))
SILENT_FOLDER = PurePosixPath("redactie")
"""Lists to look something up in, and the pages for editors: there the next line or the reader knows."""

ACTING = frozenset({"a", "button", "input", "label", "legend", "option", "select", "summary", "textarea"})
TITLES = frozenset({"dt", "h1", "h2", "h3", "h4", "h5", "h6", "th", "title"})
CODE = frozenset({"code", "kbd", "pre", "script", "style", "svg", "template"})
SILENT_CLASSES = ("aid", "aid-blank", "admonition-title", "vw-caption")
"""Where no word is explained; in an aid the script moves texts about, and most of them stand in what acts."""

BLANK = "\0"
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Found:
    """A word in the text of a page, `[start, end)`."""

    term: Term
    start: int
    end: int
    short: bool


class Notes:
    """The words that are explained in pages, ready to be looked for."""

    def __init__(self, glossary: Glossary) -> None:
        """Take the glossary; abbreviations are always explained, terms by the words in their `tooltip`."""
        self.shorts = {short: term for term in glossary.terms.values() for short in term.abbreviations}
        self.forms = {_folded(form): term for term in glossary.terms.values() for form in term.tooltip}
        words = [*map(re.escape, self.shorts), *map(_form_pattern, self.forms)]
        longest_first = "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"
        self.pattern = re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])")

    def edits(self, text: str, parts: list[Slice], page: PurePosixPath, top: str) -> Iterator[Edit]:
        """Yield what makes buttons of words in `text`, and their explanations after the body of the page.

        Args:
            text: the page as the engine wrote it.
            parts: its elements.
            page: its path from the top of the site.
            top: the relative address of the top of the site.
        """
        body = next((part for part in parts if part.has_class("vw-body")), None)
        if body is None or page.parent in SILENT_PAGES or SILENT_FOLDER in page.parents:
            return
        chosen = _chosen(self._found(_readable(text, parts, body), page))
        apart = any("data-aid" in part.attributes for part in parts)
        for found in chosen:
            word = text[found.start : found.end]
            yield Edit(found.start, found.end, _button(found.term, word))
        if chosen:
            notes = [_note(found.term, text[found.start : found.end], top, apart=apart) for found in chosen]
            yield Edit(body.end, body.end, "\n".join(['\n<div class="vw-notes">', *notes, "</div>"]))

    def _found(self, readable: str, page: PurePosixPath) -> list[_Found]:
        """Return the first place of each term that asks for an explanation, in the order of the page."""
        found: dict[str, _Found | None] = {}
        for match in self.pattern.finditer(readable):
            term = self.shorts.get(match.group()) or self.forms[_folded(match.group())]
            if term.id in found:
                continue
            short = match.group() in self.shorts
            told = _is_told(term, readable, match) or (not short and _built(term.see) == page)
            found[term.id] = None if told else _Found(term, *match.span(), short)
        return [item for item in found.values() if item]


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()


def _form_pattern(form: str) -> str:
    """Return the pattern of a form: its first letter small or capital, any white space between its words."""
    first, *rest = form.split()
    letters = f"[{first[0].lower()}{first[0].upper()}]"
    return r"\s".join([letters + re.escape(first[1:]), *map(re.escape, rest)])


def _readable(text: str, parts: Iterable[Slice], body: Slice) -> str:
    """Return `text` with all but the running text of the body blanked; every character keeps its place."""
    letters = [BLANK] * body.inner_start + list(text[body.inner_start : body.inner_end])

    def blank(start: int, end: int) -> None:
        letters[start:end] = [BLANK] * (min(end, len(letters)) - start)

    for part in parts:
        if not body.inner_start <= part.start < body.inner_end:
            continue
        if part.name in ACTING | TITLES | CODE or any(map(part.has_class, SILENT_CLASSES)):
            blank(part.start, part.end)
        blank(part.start, part.inner_start)
        blank(part.inner_end, part.end)
    for comment in COMMENT.finditer(text, body.inner_start, body.inner_end):
        blank(*comment.span())
    return "".join(letters)


def _is_told(term: Term, readable: str, match: re.Match[str]) -> bool:
    """Return whether the text says the word in full itself: "Jeugdgezondheidszorg (JGZ)" or the other way round."""
    before, after = readable[: match.start()].casefold(), readable[match.end() :].casefold()
    whole = term.term.casefold()
    return before.endswith(f"{whole} (") or after.startswith(f" ({whole}")


def _chosen(found: list[_Found]) -> list[_Found]:
    """Return the words to explain, in the order of the page: when there are too many, terms give way first."""
    kept = sorted(found, key=lambda item: (not item.short, item.start))[:MOST_NOTES]
    return sorted(kept, key=lambda item: item.start)


def _built(see: str) -> PurePosixPath:
    """Return the path in the site of the page that `see` names."""
    page = PurePosixPath(see.partition("#")[0])
    return page.with_suffix(".html") if page.stem == "index" else page.with_suffix("") / "index.html"


def _button(term: Term, word: str) -> str:
    return f'<button type="button" class="vw-word" popovertarget="begrip-{term.id}">{word}</button>'


def _note(term: Term, word: str, top: str, *, apart: bool) -> str:
    """Return the explanation, whose words take focus and are read out; beside an aid its link opens a new tab."""
    ident = f"begrip-{term.id}"
    whole = f": {_text(term.term)}" if word in term.abbreviations else ""
    past = f"<em>{PAST}</em> " if term.status == "historisch" else ""
    way = ' target="_blank" rel="noopener">Bij de begrippen (nieuw tabblad)' if apart else ">Bij de begrippen"
    return (
        f'<dialog class="vw-note" id="{ident}" popover aria-labelledby="{ident}-naam">\n'
        f'<div tabindex="-1" autofocus><p id="{ident}-naam"><strong>{word}</strong>{whole}</p>\n'
        f"<p>{past}{_text(term.meaning)}</p></div>\n"
        f'<p class="vw-note__ways"><a href="{top}over/begrippen/#{term.id}"{way}</a>\n'
        f'<button type="button" class="vw-tool" popovertarget="{ident}" popovertargetaction="hide">Sluit</button></p>\n'
        "</dialog>"
    )


def _text(text: str) -> str:
    return escape(text, quote=False)
