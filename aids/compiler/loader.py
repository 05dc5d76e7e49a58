"""Owns the step from a tree file to a `Document`: every fault of the file in one run, each with its place.

Fed with paths by the commands and `aids.compiler.project`; checks, compile and render use the result. Reads YAML only
through `aids.compiler.reading`. Whether sources resolve and the rules make sense is for `aids.compiler.checks`.
Never raises, whatever the file holds. Runs in the build only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aids.compiler.diagnostics import Diagnostic, has_errors, sort_diagnostics, with_excerpts
from aids.compiler.document import STATUSES, Document, Position, Status, Step
from aids.compiler.loader_advice import load_advice
from aids.compiler.loader_decisions import load_decisions
from aids.compiler.loader_fields import FORMS, Faults, Fields
from aids.compiler.loader_questions import load_questions
from aids.compiler.reading import Mapping, Reading, read, scalars

SCHEMA = "1"
KINDS = ("flow",)
KEYS = (
    "schema",
    "id",
    "kind",
    "title",
    "lead",
    "status",
    "reviewed",
    "review_by",
    "steps",
    "questions",
    "advice",
    "decisions",
)
STEP_KEYS = ("id", "number", "title", "intro", "sources")


@dataclass(frozen=True, slots=True)
class Draft:
    """A tree as far as it could be read: with errors among the diagnostics, parts of `document` are stand-ins."""

    document: Document | None
    text: str
    diagnostics: tuple[Diagnostic, ...]


def load_document(path: Path, name: str | None = None) -> tuple[Document | None, list[Diagnostic]]:
    """Return the tree in the file `path` and all its faults, sorted; with an error among them there is no document.

    `name` is how diagnostics call the file; the path as given by default.
    """
    called = str(path) if name is None else name
    draft = load_draft(path, called)
    found = with_excerpts(sort_diagnostics(draft.diagnostics), {called: draft.text})
    return (None if has_errors(found) else draft.document), found


def load_draft(path: Path, name: str) -> Draft:
    """Return the tree in the file `path` as far as it goes."""
    reading = read(path, name)
    if reading.root is None:
        return Draft(None, reading.text, reading.diagnostics)
    faults = Faults()
    faults.extend(reading.diagnostics)
    if not isinstance(reading.root, Mapping):
        at, found = reading.root.at, FORMS[type(reading.root)]
        faults.add("VW203", at, key=name, expected="een groep (sleutel: waarde)", found=found)
        return Draft(None, reading.text, tuple(faults.found))
    document = _document(Fields(reading.root, faults, KEYS), reading, faults)
    return Draft(document, reading.text, tuple(faults.found))


def _document(fields: Fields, reading: Reading, faults: Faults) -> Document:
    schema = fields.scalar("schema")
    if schema and schema.text != SCHEMA:
        faults.add("VW211", schema.at, value=schema.text, known=SCHEMA)
    ident = fields.ident()
    steps = tuple(_steps(fields, faults))
    step_ids = frozenset(step.id for step in steps)
    questions, scope = load_questions(fields.groups("questions"), step_ids, faults)
    advice = load_advice(fields.groups("advice"), scope, faults)
    advice_ids = frozenset(item.id for item in advice)
    decisions = load_decisions(fields.groups("decisions", required=False), scope, advice_ids, faults)
    status: Status = fields.choice("status", STATUSES, "denkkader")
    return Document(
        schema=int(SCHEMA),
        id=ident.text if ident else "",
        kind=fields.choice("kind", KINDS, "flow"),
        title=fields.text("title"),
        lead=fields.text("lead"),
        status=status,
        reviewed=fields.date("reviewed"),
        review_by=fields.date("review_by"),
        steps=steps,
        questions=tuple(questions),
        advice=tuple(advice),
        decisions=tuple(decisions),
        at=ident.at if ident else Position(reading.name),
        review_at=review.at if (review := fields.node.get("review_by")) else fields.at,
        texts=tuple(scalars(reading.root)),
    )


def _steps(fields: Fields, faults: Faults) -> Iterator[Step]:
    first: dict[str, Position] = {}
    for node in fields.groups("steps"):
        inner = Fields(node, faults, STEP_KEYS)
        ident = inner.ident()
        name, at = (ident.text, ident.at) if ident else ("", inner.at)
        if name in first:
            faults.add("VW206", at, id=name, line=first[name].line)
            continue
        if name:
            first[name] = at
        number = inner.whole_number("number", required=False)
        intro = inner.text("intro", required=False)
        yield Step(name, inner.text("title"), number, intro, inner.sources(), at)
