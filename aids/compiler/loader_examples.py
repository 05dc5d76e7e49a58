"""Owns the vignettes and cases of a tree file: nodes to `Example`, with the answers given and what is expected.

Used by `aids.compiler.loader`. Whether an example comes out as expected is for the proof. Runs in the build only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from aids.compiler.diagnostics import nearest
from aids.compiler.document import URGENCIES, Decision, Example, Expectation, Position, Urgency
from aids.compiler.loader_answers import UnfitError, read_answer
from aids.compiler.loader_decisions import OTHERWISE
from aids.compiler.loader_fields import Faults, Fields, filled
from aids.compiler.reading import Mapping
from aids.compiler.syntax_types import NOT_APPLICABLE, Scope

COMMON = ("id", "given", "today", "expect", "sources")
VIGNETTE_KEYS = (*COMMON, "title", "story")
CASE_KEYS = (*COMMON, "why")
EXPECT_KEYS = ("advice", "without", "outcomes", "rows", "exactly", "urgency")

type Kind = Literal["vignette", "case"]


@dataclass(frozen=True, slots=True)
class Known:
    """What an example may name: the scope of the whole tree, its advice and its decisions."""

    scope: Scope
    advice: frozenset[str]
    decisions: tuple[Decision, ...]


def load_examples(
    vignettes: Iterable[Mapping], cases: Iterable[Mapping], known: Known, faults: Faults
) -> list[Example]:
    """Return the vignettes and then the cases, in file order; no two have the same id."""
    found: dict[str, Example] = {}
    kinds: tuple[tuple[Kind, Iterable[Mapping]], ...] = (("vignette", vignettes), ("case", cases))
    for kind, nodes in kinds:
        for node in nodes:
            fields = Fields(node, faults, VIGNETTE_KEYS if kind == "vignette" else CASE_KEYS)
            example = _example(fields, kind, known, faults)
            if example.id in found:
                faults.add("VW206", example.at, id=example.id, line=found[example.id].at.line)
            elif example.id:
                found[example.id] = example
    return list(found.values())


def _example(fields: Fields, kind: Kind, known: Known, faults: Faults) -> Example:
    ident = fields.ident()
    vignette = kind == "vignette"
    return Example(
        id=ident.text if ident else "",
        kind=kind,
        title=fields.text("title") if vignette else "",
        story=fields.text("story") if vignette else "",
        why="" if vignette else fields.text("why"),
        given=tuple(_given(fields, known.scope, faults)),
        today=fields.date("today", required=False),
        expect=_Expected(known, faults).read(fields),
        sources=fields.sources(),
        at=ident.at if ident else fields.at,
    )


def _given(fields: Fields, scope: Scope, faults: Faults) -> Iterator[tuple[str, object]]:
    """Yield each question under `given` with its answer."""
    node = fields.group("given")
    for entry in node.entries if node else ():
        question = scope.questions.get(entry.key.text)
        if question is None:
            near = nearest(entry.key.text, scope.questions)
            faults.add("VW251", entry.key.at, near, question=entry.key.text)
        elif question.id not in scope.unsure:
            try:
                yield question.id, read_answer(question, entry.value, entry.key.at, faults)
            except UnfitError:
                continue


@dataclass(frozen=True, slots=True)
class _Expected:
    """Reads what an example expects."""

    known: Known
    faults: Faults

    def read(self, fields: Fields) -> Expectation:
        """Return what stands under `expect`: at least one thing."""
        node = fields.group("expect")
        if node is None:
            return Expectation((), (), (), (), exactly=False)
        if not node.entries:
            self.faults.add("VW257", fields.key_at("expect"))
        inner = Fields(node, self.faults, EXPECT_KEYS)
        certain = inner.references("advice", self.known.advice)
        without = inner.references("without", self.known.advice)
        for scalar in without:
            if scalar.text in {item.text for item in certain}:
                self.faults.add("VW258", scalar.at, advice=scalar.text)
        return Expectation(
            advice=tuple(scalar.text for scalar in certain),
            without=tuple(scalar.text for scalar in without),
            outcomes=tuple(self.outcomes(inner)),
            rows=tuple(self.rows(inner)),
            exactly=inner.flag("exactly"),
            urgency=tuple(self.urgencies(inner)),
        )

    def outcomes(self, fields: Fields) -> Iterator[tuple[str, str]]:
        """Yield each outcome with the value that it should have."""
        known = self.known.scope.outcomes.values
        for name, value, at, value_at in self.pairs(fields, "outcomes"):
            if name not in known:
                self.faults.add("VW313", at, nearest(name, known), outcome=name)
            elif known[name] and value not in (allowed := (*known[name], NOT_APPLICABLE)):
                near = nearest(value, allowed)
                self.faults.add("VW222", value_at, near, value=value, outcome=name, values=allowed)
            else:
                yield name, value

    def rows(self, fields: Fields) -> Iterator[tuple[str, str]]:
        """Yield each decision with the row that should decide it."""
        rows = {item.id: [*(row.row for row in item.rows), OTHERWISE] for item in self.known.decisions}
        for name, value, at, value_at in self.pairs(fields, "rows"):
            if name not in rows:
                self.faults.add("VW260", at, nearest(name, rows), decision=name)
            elif value not in rows[name]:
                near = nearest(value, rows[name])
                self.faults.add("VW259", value_at, near, row=value, decision=name, rows=rows[name])
            else:
                yield name, value

    def urgencies(self, fields: Fields) -> Iterator[tuple[str, Urgency]]:
        """Yield each advice with the urgency that it should be given with."""
        node = fields.group("urgency", required=False)
        if node is None:
            return
        inner = Fields(node, self.faults, [entry.key.text for entry in node.entries])
        for entry in node.entries:
            name = entry.key.text
            if name not in self.known.advice:
                self.faults.add("VW213", entry.key.at, nearest(name, self.known.advice), advice=name)
            else:
                yield name, inner.choice(name, URGENCIES, "plan")

    def pairs(self, fields: Fields, key: str) -> Iterator[tuple[str, str, Position, Position]]:
        """Yield the names and texts in the group under `key`, each with its place."""
        node = fields.group(key, required=False)
        for entry in node.entries if node else ():
            value = filled(entry.value, self.faults, entry.key.at, entry.key.text)
            if value:
                yield entry.key.text, value.text, entry.key.at, value.at
