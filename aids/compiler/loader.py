"""Owns the step from a tree file to a `Document`: every fault of the file in one run, each with its place.

Fed with paths by the commands and `aids.compiler.project`; checks, compile and render use the result. Reads YAML only
through `aids.compiler.reading`. Whether sources resolve and the rules make sense is for `aids.compiler.checks`.
Never raises, whatever the file holds. Runs in the build only.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from pathlib import Path

from aids.compiler.diagnostics import Diagnostic, has_errors, sort_diagnostics, with_excerpts
from aids.compiler.document import (
    STATUSES,
    Advice,
    Claim,
    Decision,
    Document,
    Example,
    Position,
    Question,
    Status,
    Step,
)
from aids.compiler.kept import while_unchanged
from aids.compiler.loader_advice import load_advice
from aids.compiler.loader_changes import load_changes
from aids.compiler.loader_claims import load_claims
from aids.compiler.loader_decisions import load_decisions, mentions
from aids.compiler.loader_examples import Known, load_examples
from aids.compiler.loader_fields import FORMS, Faults, Fields, idents
from aids.compiler.loader_parts import FOLDER, KINDS, Expanded, expand
from aids.compiler.loader_policies import load_policies
from aids.compiler.loader_questions import Shapes, load_shapes
from aids.compiler.reading import Mapping, Reading, read, scalars
from aids.compiler.syntax_types import Scope

SCHEMA = "1"
KEYS = (
    "schema",
    "id",
    "kind",
    "title",
    "lead",
    "status",
    "reviewed",
    "review_by",
    "parts",
    "steps",
    "questions",
    "advice",
    "decisions",
    "policies",
    "claims",
    "vignettes",
    "cases",
    "changes",
)
STEP_KEYS = ("id", "number", "title", "intro", "sources")


@dataclass(frozen=True, slots=True)
class Draft:
    """A tree as far as it could be read: with errors among the diagnostics, pieces of `document` are stand-ins.

    `texts` are those of the files that it came from, by the names that diagnostics call them.
    """

    document: Document | None
    texts: Map[str, str]
    diagnostics: tuple[Diagnostic, ...]


def load_document(path: Path, name: str | None = None) -> tuple[Document | None, list[Diagnostic]]:
    """Return the tree in the file `path` and all its faults, sorted; with an error among them there is no document.

    `name` is how diagnostics call the file; the path as given by default.
    """
    called = str(path) if name is None else name
    draft = load_draft(path, called)
    found = with_excerpts(sort_diagnostics(draft.diagnostics), draft.texts)
    return (None if has_errors(found) else draft.document), found


@while_unchanged(lambda path: [path, *path.parent.glob("*.yml"), *(path.parent / FOLDER).glob("*.yml")])
def load_draft(path: Path, name: str) -> Draft:
    """Return the tree in the file `path` as far as it goes."""
    return draft_of(read(path, name), path)


def draft_of(reading: Reading, path: Path) -> Draft:
    """Return the tree that was read from the file `path` as far as it goes."""
    name = reading.name
    texts = {name: reading.text}
    if reading.root is None:
        return Draft(None, texts, reading.diagnostics)
    faults = Faults()
    faults.extend(reading.diagnostics)
    if not isinstance(reading.root, Mapping):
        at, found = reading.root.at, FORMS[type(reading.root)]
        faults.add("VW203", at, key=name, expected=FORMS[Mapping], found=found)
        return Draft(None, texts, tuple(faults.found))
    placing = Faults()
    expanded = expand(reading.root, path, name, placing)
    faults.extend(placing.found)
    document = _document(Fields(expanded.root, faults, KEYS), name, expanded, faults)
    misplaced = any(item.at.file == name for item in placing.found)
    kept = (item for item in faults.found if not misplaced or item.at.file == name)
    return Draft(document, {**texts, **expanded.texts}, tuple(kept))


def _document(fields: Fields, name: str, expanded: Expanded, faults: Faults) -> Document:
    schema = fields.scalar("schema")
    if schema and schema.text != SCHEMA:
        faults.add("VW211", schema.at, value=schema.text, known=SCHEMA)
    ident = fields.ident()
    kind = fields.choice("kind", KINDS, "flow")
    status: Status = fields.choice("status", STATUSES, "denkkader")
    rules = _rules(fields, kind, expanded, faults)
    claims = load_claims(fields.lists("claims"), rules.scope, rules.ids, faults)
    return Document(
        schema=int(SCHEMA),
        id=ident.text if ident else "",
        kind=kind,
        title=fields.text("title"),
        lead=fields.text("lead"),
        status=status,
        reviewed=fields.date("reviewed"),
        review_by=fields.date("review_by"),
        steps=rules.steps,
        questions=_marked(rules.questions, expanded),
        advice=_marked(rules.advice, expanded),
        decisions=_marked(rules.decisions, expanded),
        policies=tuple(load_policies(fields.lists("policies"), rules.scope, rules.ids, faults)),
        claims=_marked(claims, expanded),
        examples=_marked(_examples(fields, rules, faults), expanded),
        changes=tuple(load_changes(fields.lists("changes"), faults)),
        parts=expanded.parts,
        at=ident.at if ident else Position(name),
        review_at=review.at if (review := fields.node.get("review_by")) else fields.at,
        texts=tuple(scalars(expanded.root)),
    )


def _marked[T: (Question, Advice, Decision, Claim, Example)](items: Iterable[T], expanded: Expanded) -> tuple[T, ...]:
    """Return `items`, each with the shared part whose file it stands in."""
    return tuple(replace(item, part=expanded.files.get(item.at.file, "")) for item in items)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What decides in a tree, and what may be named in the rest of it."""

    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    advice: tuple[Advice, ...]
    decisions: tuple[Decision, ...]
    scope: Scope
    ids: frozenset[str]


def _rules(fields: Fields, kind: str, expanded: Expanded, faults: Faults) -> _Rules:
    """Return the rules: questions as far as they stand alone, then decisions, then the conditions that name those."""
    steps = tuple(_steps(fields, faults))
    known = expanded.steps.union(step.id for step in steps)
    shapes = load_shapes(fields.groups("questions"), known, faults)
    nodes = tuple(fields.groups("advice", required=kind == "flow"))
    ids = idents(nodes)
    if kind == "checklist":
        _only_to_do(fields, shapes, faults)
    decisions, outcomes = load_decisions(fields.lists("decisions"), shapes.scope, ids, faults)
    scope = replace(shapes.scope, outcomes=outcomes)
    questions = shapes.conditioned(outcomes, mentions(decisions), faults)
    return _Rules(steps, tuple(questions), tuple(load_advice(nodes, scope, faults)), tuple(decisions), scope, ids)


def _only_to_do(fields: Fields, shapes: Shapes, faults: Faults) -> None:
    """Report what decides in a checklist."""
    for draft in shapes.drafts.values():
        if draft.question.purpose == "decide":
            faults.add("VW229", draft.question.at, question=draft.question.id)
    if "decisions" in fields:
        faults.add("VW230", fields.key_at("decisions"))


def _examples(fields: Fields, rules: _Rules, faults: Faults) -> tuple[Example, ...]:
    known = Known(rules.scope, rules.ids, rules.decisions)
    return tuple(load_examples(fields.lists("vignettes"), fields.lists("cases"), known, faults))


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
