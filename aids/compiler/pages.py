"""Owns the checks on the pages under docs/: their front matter, what they cite, and what may not stand in them.

Fed with the folder, the editorial data and the ids of the trees; used by `aids.compiler.project`. Does not render, and
leaves links between pages to the site engine and the post-processing. Runs in the build only.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.checks import this_day
from aids.compiler.checks.review_dates import review_faults
from aids.compiler.diagnostics import Diagnostic, nearest, sort_diagnostics, with_excerpts
from aids.compiler.document import STATUSES, Position
from aids.compiler.editorial import SOURCES_FILE, Editorial
from aids.compiler.loader_fields import FORMS, Faults, Fields
from aids.compiler.reading import Mapping, load_file, read_text
from aids.compiler.reading_text import Source, decode
from aids.compiler.wording import closing_words, unknown_numbers

KEYS = (
    "title",
    "description",
    "status",
    "reviewed",
    "review_by",
    "second_reader",
    "sources",
    "zoekwoorden",
    "hide",
    "template",
)
ROLES = {
    "redacteur": "een andere redacteur",
    "aandachtsfunctionaris": "een aandachtsfunctionaris",
    "uitvoerend-professional": "een professional uit de uitvoering",
    "gedragswetenschapper": "een gedragswetenschapper",
    "arts": "een arts",
    "jurist": "een jurist",
    "veilig-thuis": "iemand van Veilig Thuis",
    "ervaringsdeskundige": "een ervaringsdeskundige",
    "gemeente": "een beleidsmedewerker van een gemeente",
}
"""Who may have read a page along, by role and never by name; the words are also in overrides/partials/vw/words.html."""

FRONT = re.compile(r"---[ ]*\r?\n(?:.*?\r?\n)??(?=---[ ]*(?:\r?\n|\Z))", re.DOTALL)
BRACKETS = re.compile(r"\[\[([^\[\]\n]*)\]\]")
REFERENCE = re.compile(r"[a-z][a-z0-9-]*#[^\s#]+")
CONTACT = "contact:"
BLOCK = re.compile(r"^[ ]*:::.*$", re.MULTILINE)
MADE = ("begrippen", "bronnen", "foutmelding", "kalender", "meldingen", "verlaat")
"""What `::: name` puts in a page, beside an aid, its blank sheet or a figure; `aids.site.markdown` makes it."""

EMBED = re.compile(
    r"[ ]*::: (?:(?P<kind>aid|checklist) (?P<tree>[a-z][a-z0-9-]*)"
    rf"|figuur [a-z][a-z0-9-]*|{'|'.join(MADE)})[ ]*"
)
MASKED = re.compile(
    r"https?://[^\s)>\]]+|^(?P<fence>```|~~~).*?^(?P=fence)|`[^`\n]+`|<!--.*?-->", re.DOTALL | re.MULTILINE
)
HANDBOOK = re.compile(r"handboeken/[^/]+/.+")
"""Pages that restate a source, and so must name it."""


def check_pages(
    docs: Path, editorial: Editorial, tree_ids: Collection[str], *, prefix: str | None = None, today: str | None = None
) -> list[Diagnostic]:
    """Return what is wrong with the pages under `docs`, sorted.

    Args:
        docs: the folder of the pages.
        editorial: the sources and contacts that they may cite.
        tree_ids: the trees that they may embed.
        prefix: how diagnostics call that folder; its path as given by default.
        today: the ISO date to judge review dates by; the calendar's by default.
    """
    called = str(docs) if prefix is None else prefix
    library = _Library(editorial, frozenset(tree_ids), today or this_day())
    found = list(_section_pages(docs, editorial))
    for path in sorted(docs.rglob("*.md")):
        relative = path.relative_to(docs).as_posix()
        found += check_page(path, f"{called}/{relative}", relative, library)
    return sort_diagnostics(found)


@dataclass(frozen=True, slots=True)
class _Library:
    """What pages may refer to, and today's date."""

    editorial: Editorial
    trees: frozenset[str]
    today: str


def check_page(path: Path, name: str, relative: str, library: _Library) -> list[Diagnostic]:
    """Return what is wrong with one page; `name` is how diagnostics call it, `relative` its path under docs/."""
    data, found = load_file(path, name)
    if data is None:
        return found
    text, odd = decode(data, name)
    if text is None:
        return odd
    source = Source(name, text)
    front = FRONT.match(text)
    body_at = front.end() if front else 0
    body = " " * body_at + mask(text[body_at:])
    found = [
        *odd,
        *_references(source, body, library),
        *_blocks(source, body, library),
        *_wording(source, body, library),
    ]
    if front is None:
        found.append(fault("VW601", Position(name)))
    else:
        must_cite = HANDBOOK.fullmatch(relative) is not None or any(
            match["kind"] for match in map(EMBED.fullmatch, BLOCK.findall(body)) if match
        )
        found += _front_matter(text[: front.end()], name, library, must_cite=must_cite)
    return with_excerpts(found, {name: text})


def mask(text: str) -> str:
    """Return `text` with addresses, code and comments blanked out; every other character keeps its place."""
    return MASKED.sub(lambda match: re.sub(r"[^\r\n]", " ", match.group()), text)


def _front_matter(text: str, name: str, library: _Library, *, must_cite: bool) -> list[Diagnostic]:
    reading = read_text(text, name)
    faults = Faults()
    faults.extend(reading.diagnostics)
    if not isinstance(reading.root, Mapping):
        if reading.root is not None:
            at, found = reading.root.at, FORMS[type(reading.root)]
            faults.add("VW203", at, key=name, expected=FORMS[Mapping], found=found)
        return faults.found
    fields = Fields(reading.root, faults, KEYS)
    fields.text("title")
    fields.choice("status", STATUSES, "denkkader", required=False)
    fields.choice("second_reader", tuple(ROLES), "redacteur", required=False)
    fields.scalars("zoekwoorden", required=False)
    reviewed, review_by = fields.date("reviewed"), fields.date("review_by")
    node = reading.root.get("review_by")
    if node:
        faults.extend(review_faults(reviewed, review_by, node.at, library.today))
    present = [key for key in ("status", "sources") if key in fields]
    if must_cite or present:
        for key in {"status", "sources"}.difference(present):
            faults.add("VW602", fields.at, key=key)
    for ref in fields.sources(required=False):
        if REFERENCE.fullmatch(ref.text) and library.editorial.resolve(ref.text) is None:
            faults.add("VW401", ref.at, library.editorial.nearest(ref.text), ref=ref.text)
    return faults.found


def _references(source: Source, body: str, library: _Library) -> Iterator[Diagnostic]:
    """Yield each `[[...]]` that leads nowhere."""
    for match in BRACKETS.finditer(body):
        at = source.position(*match.span())
        name = match.group(1).strip()
        if name.startswith(CONTACT):
            ident = name.removeprefix(CONTACT)
            if ident not in library.editorial.contacts:
                close = nearest(ident, library.editorial.contacts)
                near = f"[[{CONTACT}{close}]]" if close else None
                yield fault("VW603", at, near=near, contact=ident)
        elif not REFERENCE.fullmatch(name):
            yield fault("VW606", at)
        elif library.editorial.resolve(name) is None:
            yield fault("VW401", at, near=library.editorial.nearest(name), ref=name)


def _blocks(source: Source, body: str, library: _Library) -> Iterator[Diagnostic]:
    """Yield each line with ::: that embeds nothing."""
    for match in BLOCK.finditer(body):
        line = match.group().rstrip()
        start = match.start() + len(line) - len(line.lstrip())
        known = EMBED.fullmatch(line)
        if known is None:
            yield fault("VW605", source.position(start, match.start() + len(line)))
        elif known["tree"] and known["tree"] not in library.trees:
            place = source.position(match.start() + known.start("tree"), match.start() + known.end("tree"))
            yield fault("VW604", place, near=nearest(known["tree"], library.trees), tree=known["tree"])


def _wording(source: Source, body: str, library: _Library) -> Iterator[Diagnostic]:
    for start, end, number in unknown_numbers(body, library.editorial.numbers()):
        yield fault("VW412", source.position(start, end), number=number)
    for start, end, words in closing_words(body):
        yield fault("VW413", source.position(start, end), words=words)


def _section_pages(docs: Path, editorial: Editorial) -> Iterator[Diagnostic]:
    """Yield each section of a source whose page does not exist."""
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    for found in editorial.sources.values():
        for section in found.sections.values():
            page = section.page.partition("#")[0]
            if page and page not in pages:
                yield fault("VW505", section.at, near=nearest(page, pages), page=page)


__all__ = ["MADE", "SOURCES_FILE", "check_page", "check_pages", "mask"]
