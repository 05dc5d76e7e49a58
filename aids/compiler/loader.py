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
    Advice,
    Claim,
    Decision,
    Document,
    Example,
    Question,
    Step,
)
from aids.compiler.kept import while_unchanged
from aids.compiler.loader_advice import load_advice
from aids.compiler.loader_changes import load_changes
from aids.compiler.loader_claims import load_claims
from aids.compiler.loader_decisions import load_decisions, mentions
from aids.compiler.loader_examples import Known, load_examples
from aids.compiler.loader_fields import FORMS, Faults, Fields, idents, with_ids
from aids.compiler.loader_head import KEYS as HEAD_KEYS
from aids.compiler.loader_head import SCHEMA, load_head
from aids.compiler.loader_parts import FOLDER, KINDS, Expanded, expand
from aids.compiler.loader_policies import load_policies
from aids.compiler.loader_questions import Shapes, load_shapes
from aids.compiler.reading import Mapping, Reading, Scalar, read, scalars
from aids.compiler.scan.document import ScanDocument
from aids.compiler.scan.loading import KIND as SCAN
from aids.compiler.scan.loading import load_scan
from aids.compiler.syntax_types import Scope

KEYS = (
    *HEAD_KEYS,
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

    document: Document | ScanDocument | None
    texts: Map[str, str]
    diagnostics: tuple[Diagnostic, ...]


def load_document(path: Path, name: str | None = None) -> tuple[Document | None, list[Diagnostic]]:
    """Return the flow, checklist or part in the file `path`, as `load_tree` does; of a scan there is no document."""
    tree, found = load_tree(path, name)
    return (tree if isinstance(tree, Document) else None), found


def load_tree(path: Path, name: str | None = None) -> tuple[Document | ScanDocument | None, list[Diagnostic]]:
    """Return the tree in the file `path` and all its faults, sorted; with an error among them there is no tree.

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
    kind = reading.root.get("kind")
    if isinstance(kind, Scalar) and kind.text == SCAN:
        return Draft(load_scan(reading.root, path, name, faults), texts, tuple(faults.found))
    placing = Faults()
    expanded = expand(reading.root, path, name, placing)
    faults.extend(placing.found)
    document = _document(Fields(expanded.root, faults, KEYS), name, expanded, faults)
    misplaced = any(item.at.file == name for item in placing.found)
    kept = (item for item in faults.found if not misplaced or item.at.file == name)
    return Draft(document, {**texts, **expanded.texts}, tuple(kept))


def _document(fields: Fields, name: str, expanded: Expanded, faults: Faults) -> Document:
    head = load_head(fields, name, faults)
    kind = fields.choice("kind", KINDS, "flow")
    rules = _rules(fields, kind, expanded, faults)
    claims = load_claims(fields.lists("claims"), rules.scope, rules.ids, faults)
    return Document(
        schema=int(SCHEMA),
        id=head.id,
        kind=kind,
        title=head.title,
        lead=head.lead,
        status=head.status,
        reviewed=head.reviewed,
        review_by=head.review_by,
        steps=rules.steps,
        questions=_marked(rules.questions, expanded),
        advice=_marked(rules.advice, expanded),
        decisions=_marked(rules.decisions, expanded),
        policies=tuple(load_policies(fields.lists("policies"), rules.scope, rules.ids, faults)),
        claims=_marked(claims, expanded),
        examples=_marked(_examples(fields, rules, faults), expanded),
        changes=tuple(load_changes(fields.lists("changes"), faults)),
        parts=expanded.parts,
        at=head.at,
        review_at=head.review_at,
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
    for inner, ident in with_ids(fields.groups("steps"), STEP_KEYS, faults):
        number = inner.whole_number("number", required=False)
        intro = inner.text("intro", required=False)
        yield Step(ident.text, inner.text("title"), number, intro, inner.sources(), ident.at)
