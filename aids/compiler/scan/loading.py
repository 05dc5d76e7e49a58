"""Owns the step from the nodes of a scan's file to a `ScanDocument`: every fault of form in one run.

Used by `aids.compiler.loader`, which knows a scan by its `kind`. What the levels cover is for `levels`; whether sources
and pages exist is for `aids.compiler.checks` and `pages`. Never raises, whatever the file holds. Build only.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from aids.compiler.diagnostics import nearest
from aids.compiler.document import Choice
from aids.compiler.loader_changes import load_changes
from aids.compiler.loader_fields import Faults, Fields, with_ids
from aids.compiler.loader_head import KEYS as HEAD_KEYS
from aids.compiler.loader_head import SCHEMA, load_head
from aids.compiler.loader_parts import FOLDER
from aids.compiler.reading import Mapping, Scalar, scalars
from aids.compiler.scan.document import Chapter, Criterion, Line, ScanDocument
from aids.compiler.scan.levels import load_levels
from aids.runtime.scan.model import KIND, LEFT_OUT, UNKNOWN

KEYS = (*HEAD_KEYS, "about", "scale", "beside", "levels", "roles", "chapters", "criteria", "lines", "changes")
ELSEWHERE = ("parts", "steps", "questions", "advice", "decisions", "policies", "claims", "vignettes", "cases")
"""What belongs to the other kinds of tree."""

STEP_KEYS = ("id", "label", "hint")
BESIDE_KEYS = (LEFT_OUT, UNKNOWN)
ROLE_KEYS = ("id", "label")
CHAPTER_KEYS = ("id", "title", "intro", "sources")
CRITERION_KEYS = ("id", "number", "chapter", "title", "intro", "sources")
LINE_KEYS = (
    *("id", "number", "criterion", "short", "ask", "why", "evidence", "record", "suggest"),
    *("page", "sources"),
)
WEIGHT = "weight"
LINES = "lines"
FEWEST_STEPS = 2
LONGEST_SHORT = 60
"""Characters of a short text: it stands in tables and pictures."""

HELD = {"hoofdstuk": "criterium", "criterium": "regel"}

__all__ = ["KIND", "load_scan"]


def load_scan(root: Mapping, path: Path, name: str, faults: Faults) -> ScanDocument:
    """Return the scan `root` of the file `path`, that diagnostics call `name`; pieces that are faulty are stand-ins."""
    fields = Fields(root, faults, (*KEYS, *ELSEWHERE))
    kind = fields.scalar("kind")
    if kind and path.parent.name == FOLDER:
        faults.add("VW722", kind.at, folder=FOLDER)
    for key in ELSEWHERE:
        if key in fields:
            faults.add("VW271", fields.key_at(key), key=key)
    head = load_head(fields, name, faults)
    scale = tuple(_scale(fields, faults))
    beside = fields.group("beside")
    labels = Fields(beside, faults, BESIDE_KEYS) if beside else None
    levels = load_levels(fields, len(scale) - 1, faults)
    chapters = tuple(_chapters(fields, faults))
    criteria = tuple(_criteria(fields, chapters, faults))
    lines = tuple(_lines(fields, criteria, faults))
    _in_use("hoofdstuk", chapters, {item.chapter for item in criteria}, faults)
    _in_use("criterium", criteria, {line.criterion for line in lines}, faults)
    _in_order(chapters, [(item, item.chapter) for item in criteria], faults)
    _in_order(criteria, [(line, line.criterion) for line in lines], faults)
    return ScanDocument(
        schema=int(SCHEMA),
        id=head.id,
        kind=KIND,
        title=head.title,
        lead=head.lead,
        about=fields.text("about"),
        status=head.status,
        reviewed=head.reviewed,
        review_by=head.review_by,
        scale=scale,
        left_out=labels.text(LEFT_OUT) if labels else "",
        unknown=labels.text(UNKNOWN) if labels else "",
        levels=levels,
        roles=tuple(_roles(fields, faults)),
        chapters=chapters,
        criteria=criteria,
        lines=lines,
        changes=tuple(load_changes(fields.lists("changes"), faults, LINES)),
        at=head.at,
        review_at=head.review_at,
        texts=tuple(scalars(root)),
    )


def _scale(fields: Fields, faults: Faults) -> Iterator[Choice]:
    """Yield the steps of the scale; the two answers beside it have labels of their own."""
    nodes = fields.some_groups("scale")
    if nodes and len(nodes) < FEWEST_STEPS:
        faults.add("VW226", fields.key_at("scale"))
    for inner, ident in with_ids(nodes, STEP_KEYS, faults):
        if ident.text in BESIDE_KEYS:
            faults.add("VW224", ident.at, name=ident.text)
        yield Choice(ident.text, inner.text("label"), inner.text("hint", required=False), ident.at)


def _roles(fields: Fields, faults: Faults) -> Iterator[Choice]:
    for inner, ident in with_ids(fields.some_groups("roles"), ROLE_KEYS, faults):
        yield Choice(ident.text, inner.text("label"), "", ident.at)


def _chapters(fields: Fields, faults: Faults) -> Iterator[Chapter]:
    for inner, ident in _weightless(fields, "chapters", CHAPTER_KEYS, faults):
        yield Chapter(ident.text, inner.text("title"), inner.text("intro", required=False), inner.sources(), ident.at)


def _criteria(fields: Fields, chapters: Iterable[Chapter], faults: Faults) -> Iterator[Criterion]:
    known = [chapter.id for chapter in chapters]
    numbers: dict[str, int] = {}
    for inner, ident in _weightless(fields, "criteria", CRITERION_KEYS, faults):
        yield Criterion(
            id=ident.text,
            number=_number(inner, numbers, faults),
            chapter=_holder(inner, "chapter", "hoofdstuk", known, faults),
            title=inner.text("title"),
            intro=inner.text("intro", required=False),
            sources=inner.sources(),
            at=ident.at,
        )


def _lines(fields: Fields, criteria: Iterable[Criterion], faults: Faults) -> Iterator[Line]:
    known = [criterion.id for criterion in criteria]
    numbers: dict[str, int] = {}
    for inner, ident in _weightless(fields, LINES, LINE_KEYS, faults):
        short, page = inner.scalar("short"), inner.scalar("page")
        if short and len(short.text.strip()) > LONGEST_SHORT:
            faults.add("VW277", short.at, length=len(short.text.strip()), longest=LONGEST_SHORT)
        yield Line(
            id=ident.text,
            number=_number(inner, numbers, faults),
            criterion=_holder(inner, "criterion", "criterium", known, faults),
            short=short.text.strip() if short else "",
            ask=inner.text("ask"),
            why=inner.text("why"),
            evidence=inner.sentences("evidence"),
            record=inner.text("record", required=False),
            suggest=inner.text("suggest", required=False),
            page=page.text.strip() if page else "",
            sources=inner.sources(),
            at=ident.at,
            page_at=page.at if page else ident.at,
        )


def _weightless(fields: Fields, key: str, allowed: tuple[str, ...], faults: Faults) -> Iterator[tuple[Fields, Scalar]]:
    """Yield the groups under `key` with their ids; who fills in the scan says what counts more, not the file."""
    for inner, ident in with_ids(fields.some_groups(key), (*allowed, WEIGHT), faults):
        if WEIGHT in inner:
            faults.add("VW272", inner.key_at(WEIGHT))
        yield inner, ident


def _number(fields: Fields, lines: dict[str, int], faults: Faults) -> str:
    """Return the number that the source gives; `lines` are those seen so far, each with its line in the file."""
    scalar = fields.scalar("number")
    if scalar is None:
        return ""
    number = scalar.text.strip()
    if number in lines:
        faults.add("VW276", scalar.at, number=number, line=lines[number])
    lines.setdefault(number, scalar.at.line)
    return number


def _holder(fields: Fields, key: str, sort: str, known: list[str], faults: Faults) -> str:
    """Return the chapter or criterion that `key` names."""
    scalar = fields.scalar(key)
    if scalar is None:
        return ""
    if scalar.text not in known:
        faults.add("VW273", scalar.at, nearest(scalar.text, known), sort=sort, id=scalar.text)
    return scalar.text


def _in_use(sort: str, holders: Iterable[Chapter | Criterion], used: set[str], faults: Faults) -> None:
    """Report each chapter or criterion in which nothing stands."""
    for holder in holders:
        if holder.id and holder.id not in used:
            faults.add("VW274", holder.at, sort=sort, id=holder.id, part=HELD[sort])


def _in_order(
    holders: Iterable[Chapter | Criterion], items: Iterable[tuple[Criterion | Line, str]], faults: Faults
) -> None:
    """Report each criterion or line that stands after one of a later chapter or criterion."""
    order = {holder.id: index for index, holder in enumerate(holders)}
    furthest = -1
    for item, holder in items:
        place = order.get(holder, furthest)
        if place < furthest:
            faults.add("VW275", item.at, id=item.id, holder=holder)
        furthest = max(furthest, place)
