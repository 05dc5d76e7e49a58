"""Owns the check that no telephone number is typed by hand where a name of a contact could stand.

Looks at pages, editorial data and templates, each as text in its place. Nobody's number on a page or in a tree is found
elsewhere (VW412); texts of trees are plain, so a number of a contact may stand there, and VW412 keeps it equal to the
data. Used by `aids.compiler.project`. Runs in the build only.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, with_excerpts
from aids.compiler.editorial import CONTACTS_FILE
from aids.compiler.page_texts import PageText, blank, source_of
from aids.compiler.pages import BRACKETS, mask
from aids.compiler.reading_text import Source
from aids.compiler.wording import telephone_numbers

DATA = "gegevens"
ALARM = re.compile(
    r"""
    (?<![\w\#/.,€§+-]) (?<!€[ \u00a0])
    (?<!\bart\ )(?<!\bart\.\ )(?<!\bartikel\ )(?<!\blid\ )(?<!\bhoofdstuk\ )(?<!\bparagraaf\ )(?<!\bblz\.\ )
    (?<!\bpagina\ )(?<!\bregel\ )(?<!\bpunt\ )(?<!\bnoot\ )(?<!\bnr\.\ )(?<!\bKamerstuk\ )
    112
    (?![\w/-]|[.,][0-9])
    (?!\ ?(?:%|(?:procent|euro|mensen|personen|kinderen|gezinnen|gemeenten|teams|zaken|meldingen|gevallen|slachtoffers
        |gesprekken|keer|pagina|bladzijden|jaar|maanden|weken|dagen|uur|minuten)\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The alarm number, not an article, a page, an amount or a count."""

COMMENT_LINE = re.compile(r"^[ ]*#.*$", re.MULTILINE)
NOT_SHOWN = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<svg\b.*?</svg>", re.DOTALL)
"""What in a template is no text: comments, what the engine fills in, and drawings."""


def typed_numbers(
    pages: Iterable[PageText], docs: Path, prefix: str, templates: Path, known: Collection[str]
) -> list[Diagnostic]:
    """Return each number that is typed by hand.

    Args:
        pages: the pages.
        docs: their folder, with the editorial data.
        prefix: how diagnostics call that folder.
        templates: the folder of templates; it need not exist.
        known: the digits of every contact.
    """
    found = [item for page in pages for item in _in_page(page, known)]
    data = [path for path in (docs / DATA).rglob("*.yml") if path != docs / CONTACTS_FILE]
    found += _in_files(data, docs, prefix, COMMENT_LINE)
    return [*found, *_in_files(templates.rglob("*.html"), templates, templates.name, NOT_SHOWN)]


@lru_cache(maxsize=1024)
def numbers_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return each telephone number in `text`, the alarm number too: start, end, and its digits."""
    found = {(start, end): digits for start, end, digits in telephone_numbers(text)}
    found.update({match.span(): match.group() for match in ALARM.finditer(text)})
    return tuple((start, end, digits) for (start, end), digits in sorted(found.items()))


def _in_page(page: PageText, known: Collection[str]) -> list[Diagnostic]:
    """Return the numbers of contacts in the text of a page, and every number in its title or description."""
    body = blank(BRACKETS, page.front() + mask(page.text[page.body_at :]))
    places = [(start, end) for start, end, digits in numbers_in(body) if digits in known]
    for at, title in page.titles():
        places += [(at + start, at + end) for start, end, _ in numbers_in(title)]
    return _faults(page.source, places)


def _in_files(paths: Iterable[Path], folder: Path, prefix: str, hidden: re.Pattern[str]) -> Iterator[Diagnostic]:
    for path in sorted(paths):
        name = f"{prefix}/{path.relative_to(folder).as_posix()}"
        source = source_of(path, name)
        if source:
            shown = blank(hidden, source.text)
            yield from _faults(source, [(start, end) for start, end, _ in numbers_in(shown)])


def _faults(source: Source, places: Iterable[tuple[int, int]]) -> list[Diagnostic]:
    found = [
        fault("VW946", source.position(start, end), number=source.text[start:end]) for start, end in sorted(places)
    ]
    return with_excerpts(found, {source.name: source.text})
