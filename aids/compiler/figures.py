"""Owns the figures that pages share: the words of each drawing, read from docs/gegevens/figuren.yml, and their faults.

Fed through `reading`; used by `project` (checks) and by `aids.site.figures` (which draws). Knows no HTML and no
measures. A figure has one of a few forms; only the parts of a time line stand on a scale of days. Runs in the build.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, nearest, sort_diagnostics, with_excerpts
from aids.compiler.document import STATUSES, Position, SourceRef, Status
from aids.compiler.editorial import Editorial
from aids.compiler.loader_fields import FORMS, IDENT, Faults, Fields
from aids.compiler.reading import Mapping, read
from aids.compiler.reading_text import Source
from aids.compiler.wording import closing_words, unknown_numbers

FIGURES_FILE = "gegevens/figuren.yml"
KINDS = ("flow", "roles", "timeline", "funnel")
FIGURE_KEYS = ("form", "title", "status", "note", "sources", "parts", "close")
PART_KEYS = ("label", "name", "says", "sources", "from", "to", "then")
NOTE_KEYS = ("name", "says", "sources")
PLACED = re.compile(r"^[ ]*::: figuur (?P<figure>[a-z][a-z0-9-]*)[ ]*$", re.MULTILINE)
CONTACT = re.compile(r"\[\[contact:([^\[\]\n]*)\]\]")


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside the parts: what stands on the way to the next part, or below them all."""

    name: str
    says: tuple[str, ...]
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A box of the drawing. `days` is the stretch of a time line that it takes, from and to; None elsewhere."""

    label: str
    name: str
    says: tuple[str, ...]
    sources: tuple[SourceRef, ...]
    days: tuple[int, int] | None
    then: Note | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing in words. `form` is one of KINDS."""

    id: str
    form: str
    title: str
    status: Status
    note: str
    sources: tuple[SourceRef, ...]
    parts: tuple[Part, ...]
    close: Note | None
    at: Position


def load_figures(docs: Path, prefix: str | None = None) -> tuple[Map[str, Figure], list[Diagnostic]]:
    """Return the figures under the folder `docs`, by id in file order, and the faults of their file.

    A repository without the file has none. `prefix` is how diagnostics call the folder; its path by default.
    """
    if not (docs / FIGURES_FILE).is_file():
        return {}, []
    name = f"{docs if prefix is None else prefix}/{FIGURES_FILE}"
    reading = read(docs / FIGURES_FILE, name)
    faults = Faults()
    faults.extend(reading.diagnostics)
    group = None
    if isinstance(reading.root, Mapping):
        group = Fields(reading.root, faults, ("figures",)).group("figures")
    found: dict[str, Figure] = {}
    for entry in group.entries if group else ():
        ident = entry.key.text
        if not IDENT.fullmatch(ident):
            faults.add("VW205", entry.key.at, id=ident)
        if isinstance(entry.value, Mapping):
            found[ident] = _figure(ident, entry.key.at, Fields(entry.value, faults, FIGURE_KEYS))
        else:
            faults.add("VW203", entry.key.at, key=ident, expected=FORMS[Mapping], found=FORMS[type(entry.value)])
    return found, with_excerpts(sort_diagnostics(faults.found), {name: reading.text})


def figure_faults(
    docs: Path, figures: Map[str, Figure], editorial: Editorial, prefix: str | None = None
) -> list[Diagnostic]:
    """Return what is wrong between figures, the pages under `docs` and the editorial data, sorted."""
    called = docs if prefix is None else prefix
    texts = {
        f"{called}/{path.relative_to(docs).as_posix()}": path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(docs.rglob("*.md"))
    }
    found = list(_misplaced(texts, figures))
    path = docs / FIGURES_FILE
    if path.is_file():
        source = Source(f"{called}/{FIGURES_FILE}", path.read_text(encoding="utf-8", errors="replace"))
        texts[source.name] = source.text
        found += [*_unsourced(figures.values(), editorial), *_wording(source, editorial)]
    return with_excerpts(sort_diagnostics(found), texts)


def _figure(ident: str, at: Position, fields: Fields) -> Figure:
    form = fields.choice("form", KINDS, "flow")
    parts = tuple(_part(Fields(node, fields.faults, PART_KEYS), form) for node in fields.groups("parts"))
    status: Status = fields.choice("status", STATUSES, "denkkader")
    return Figure(
        id=ident,
        form=form,
        title=fields.text("title"),
        status=status,
        note=fields.text("note", required=False),
        sources=fields.sources(),
        parts=parts,
        close=_note(fields, "close"),
        at=at,
    )


def _part(fields: Fields, form: str) -> Part:
    return Part(
        label=fields.text("label"),
        name=fields.text("name"),
        says=fields.sentences("says"),
        sources=fields.sources(),
        days=_days(fields, form),
        then=_note(fields, "then"),
    )


def _days(fields: Fields, form: str) -> tuple[int, int] | None:
    """Return the days of a part; only a time line has them, both or neither, the first before the last."""
    if not {"from", "to"} & {key for key in ("from", "to") if key in fields}:
        return None
    first, last = (fields.number(key, required=False) for key in ("from", "to"))
    whole = isinstance(first, int) and isinstance(last, int)
    if form != "timeline" or not whole or not 0 <= first < last:  # type: ignore[operator]  # both are whole here
        fields.faults.add("VW973", fields.key_at("from" if "from" in fields else "to"))
        return None
    return int(first or 0), int(last or 0)


def _note(fields: Fields, key: str) -> Note | None:
    node = fields.group(key, required=False)
    if node is None:
        return None
    inner = Fields(node, fields.faults, NOTE_KEYS)
    return Note(inner.text("name", required=False), inner.sentences("says"), inner.sources())


def _misplaced(texts: Map[str, str], figures: Map[str, Figure]) -> Iterator[Diagnostic]:
    """Yield each figure that a page names and nobody drew, and each that was drawn and stands nowhere."""
    placed = set()
    for name, text in texts.items():
        source = Source(name, text)
        for match in PLACED.finditer(text):
            ident = match["figure"]
            placed.add(ident)
            if ident not in figures:
                at = source.position(*match.span("figure"))
                yield fault("VW971", at, near=nearest(ident, figures), figure=ident)
    for figure in figures.values():
        if figure.id not in placed:
            yield fault("VW972", figure.at, figure=figure.id)


def _unsourced(figures: Iterable[Figure], editorial: Editorial) -> Iterator[Diagnostic]:
    for figure in figures:
        for ref in _references(figure):
            if editorial.resolve(ref.text) is None:
                yield fault("VW401", ref.at, near=editorial.nearest(ref.text), ref=ref.text)


def _references(figure: Figure) -> Iterator[SourceRef]:
    yield from figure.sources
    for part in figure.parts:
        yield from part.sources
        yield from part.then.sources if part.then else ()
    yield from figure.close.sources if figure.close else ()


def _wording(source: Source, editorial: Editorial) -> Iterator[Diagnostic]:
    for match in CONTACT.finditer(source.text):
        if match[1] not in editorial.contacts:
            close = nearest(match[1], editorial.contacts)
            near = f"[[contact:{close}]]" if close else None
            yield fault("VW603", source.position(*match.span()), near=near, contact=match[1])
    for start, end, number in unknown_numbers(source.text, editorial.numbers()):
        yield fault("VW412", source.position(start, end), number=number)
    for start, end, words in closing_words(source.text):
        yield fault("VW413", source.position(start, end), words=words)
