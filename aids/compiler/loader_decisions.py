"""Owns the decisions part of a tree file: nodes to `Decision` with its outcomes, rows, otherwise and floors.

The outcomes of all are read first: a rule may name those of an earlier decision, and is told when it names a later one.
Used by `aids.compiler.loader`. Runs in the build only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from aids.compiler.diagnostics import nearest
from aids.compiler.document import NOWHERE, Choice, Decision, Floor, Outcome, Position, Row
from aids.compiler.loader_fields import IDENT, ROW_IDENT, Faults, Fields
from aids.compiler.reading import Mapping, Scalar
from aids.compiler.syntax_types import NOT_APPLICABLE, Outcomes, Scope, condition_of
from aids.runtime.conditions import ALWAYS, NEVER, Condition, questions_of

KEYS = ("id", "title", "when", "gives", "rows", "otherwise", "floors", "sources")
ROW_KEYS = ("row", "when", "say", "basis", "advice", "sources")
OTHERWISE_KEYS = ("when", "say", "basis", "advice", "sources")
FLOOR_KEYS = ("floor", "when", "say", "basis", "sources")
OUTCOME_KEYS = ("label", "values", "closing", "advice")
BASES = ("wet", "norm", "praktijk")
RESERVED = frozenset({*ROW_KEYS, *FLOOR_KEYS})
OTHERWISE = "otherwise"
FEWEST_VALUES = 2


@dataclass(frozen=True, slots=True)
class _Head:
    """A decision of which only the id and the outcomes have been read."""

    fields: Fields
    ident: Scalar | None
    gives: tuple[Outcome, ...]

    @property
    def outcomes(self) -> dict[str, tuple[str, ...]]:
        """The values of each outcome by its full name."""
        ident = self.ident.text if self.ident else ""
        return {f"{ident}.{item.name}": tuple(value.id for value in item.values) for item in self.gives}


def load_decisions(
    nodes: Iterable[Mapping], scope: Scope, advice: frozenset[str], faults: Faults
) -> tuple[list[Decision], Outcomes]:
    """Return the decisions in file order and their outcomes; their rows and outcomes may name the ids in `advice`."""
    heads = list(_heads(nodes, advice, faults))
    every = {name for head in heads for name in head.outcomes}
    known: dict[str, tuple[str, ...]] = {}
    found = []
    for head in heads:
        outcomes = Outcomes(dict(known), frozenset(every - known.keys()))
        found.append(_decision(head, replace(scope, outcomes=outcomes), advice, faults))
        known.update(head.outcomes)
    return [decision for decision in found if decision.id], Outcomes(known)


def _heads(nodes: Iterable[Mapping], advice: frozenset[str], faults: Faults) -> Iterator[_Head]:
    """Yield the outcomes of each decision; a second decision of the same id is reported and left out."""
    first: dict[str, Position] = {}
    for node in nodes:
        fields = Fields(node, faults, KEYS)
        ident = fields.ident()
        if ident and ident.text in first:
            faults.add("VW206", ident.at, id=ident.text, line=first[ident.text].line)
            continue
        if ident:
            first[ident.text] = ident.at
        yield _Head(fields, ident, _outcomes(fields, advice, faults))


def mentions(decisions: Iterable[Decision]) -> dict[str, frozenset[str]]:
    """Return the questions that each outcome ("decision.outcome") follows from, through earlier decisions too."""
    found: dict[str, frozenset[str]] = {}
    for decision in decisions:
        conditions = (decision.when, *(row.when for row in decision.rows), *(floor.when for floor in decision.floors))
        named = {name for condition in conditions for name in questions_of(condition)}
        asked = frozenset(name for name in named if "." not in name).union(*(found.get(name, ()) for name in named))
        found.update({f"{decision.id}.{outcome.name}": asked for outcome in decision.gives})
    return found


def _decision(head: _Head, scope: Scope, advice: frozenset[str], faults: Faults) -> Decision:
    fields, ident = head.fields, head.ident
    when, when_at = _when(fields, scope, faults, ALWAYS)
    table = _Table(scope, advice, head.gives, faults)
    otherwise = fields.group("otherwise")
    return Decision(
        id=ident.text if ident else "",
        title=fields.text("title"),
        when=when,
        gives=head.gives,
        rows=tuple(table.rows(fields.groups("rows"))),
        otherwise=table.otherwise(otherwise, fields.at),
        floors=tuple(table.floors(fields.groups("floors", required=False))),
        sources=fields.sources(required=False),
        at=ident.at if ident else fields.at,
        when_at=when_at,
    )


def _when(fields: Fields, scope: Scope, faults: Faults, absent: Condition | None) -> tuple[Condition, Position]:
    """Return the condition under `when` and its place; `absent` is what it is when left out (None: it may not be)."""
    scalar = fields.scalar("when", required=absent is None)
    if scalar is None:
        return absent or NEVER, NOWHERE
    condition, found = condition_of(scalar, scope)
    faults.extend(found)
    return condition, scalar.at


def _outcomes(fields: Fields, advice: frozenset[str], faults: Faults) -> tuple[Outcome, ...]:
    node = fields.group("gives")
    return tuple(_outcome(entry.key, entry.value, advice, faults) for entry in node.entries) if node else ()


def _outcome(name: Scalar, node: object, advice: frozenset[str], faults: Faults) -> Outcome:
    if name.text in RESERVED:
        faults.add("VW224", name.at, name=name.text)
    elif not IDENT.fullmatch(name.text):
        faults.add("VW205", name.at, id=name.text)
    if not isinstance(node, Mapping):
        faults.add("VW203", name.at, key=name.text, expected="een groep (label, values)", found="iets anders")
        return Outcome(name.text, "", (), (), ())
    fields = Fields(node, faults, OUTCOME_KEYS)
    values = fields.choices("values")
    if "values" in fields and len(values) < FEWEST_VALUES:
        faults.add("VW226", fields.key_at("values"))
    for value in values:
        if value.id == NOT_APPLICABLE:
            faults.add("VW224", value.at, name=value.id)
    closing = fields.scalars("closing", required=False, may_be_empty=True)
    for scalar in closing:
        _known_value(scalar, name.text, values, faults)
    given = tuple(_given(fields.group("advice", required=False), name.text, values, advice, faults))
    return Outcome(name.text, fields.text("label"), values, tuple(scalar.text for scalar in closing), given)


def _given(
    node: Mapping | None, outcome: str, values: tuple[Choice, ...], advice: frozenset[str], faults: Faults
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the advice that each value of an outcome gives."""
    if node is None:
        return
    fields = Fields(node, faults, tuple(entry.key.text for entry in node.entries))
    for entry in node.entries:
        if _known_value(entry.key, outcome, values, faults):
            yield entry.key.text, _advice_under(fields, entry.key.text, advice)


def _advice_under(fields: Fields, key: str, advice: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of advice under `key` that exist."""
    return tuple(scalar.text for scalar in fields.references(key, advice))


def _known_value(scalar: Scalar, outcome: str, values: tuple[Choice, ...], faults: Faults) -> bool:
    known = [value.id for value in values]
    if known and scalar.text not in known:
        near = nearest(scalar.text, known)
        faults.add("VW222", scalar.at, near, value=scalar.text, outcome=outcome, values=known)
    return scalar.text in known


@dataclass(frozen=True, slots=True)
class _Table:
    """Reads the rows and floors of one decision."""

    scope: Scope
    advice: frozenset[str]
    gives: tuple[Outcome, ...]
    faults: Faults

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the outcomes."""
        return tuple(outcome.name for outcome in self.gives)

    def rows(self, nodes: Iterable[Mapping]) -> Iterator[Row]:
        """Yield the rows; a second row of the same name is reported."""
        first: dict[str, Position] = {}
        for node in nodes:
            fields = Fields(node, self.faults, (*ROW_KEYS, *self.names))
            ident = fields.ident("row", ROW_IDENT)
            row = self.row(fields, ident, _when(fields, self.scope, self.faults, None))
            if ident and row.row == OTHERWISE:
                self.faults.add("VW224", row.at, name=row.row)
            self.once(row.row, row.at, first)
            yield row

    def otherwise(self, node: Mapping | None, at: Position) -> Row:
        """Return the row for when no row holds."""
        if node is None:
            return Row(OTHERWISE, NEVER, (), (), "", "praktijk", (), at)
        fields = Fields(node, self.faults, (*OTHERWISE_KEYS, *self.names))
        return self.row(fields, None, _when(fields, self.scope, self.faults, NEVER))

    def row(self, fields: Fields, ident: Scalar | None, when: tuple[Condition, Position]) -> Row:
        """Return one row with a value for every outcome."""
        outcomes = []
        for outcome in self.gives:
            value = fields.scalar(outcome.name)
            if value and _known_value(value, outcome.name, outcome.values, self.faults):
                outcomes.append((outcome.name, value.text))
        return Row(
            row=ident.text if ident else OTHERWISE,
            when=when[0],
            outcomes=tuple(outcomes),
            advice=_advice_under(fields, "advice", self.advice),
            say=fields.text("say"),
            basis=fields.choice("basis", BASES, "praktijk"),
            sources=fields.sources(),
            at=ident.at if ident else fields.at,
            when_at=when[1],
        )

    def floors(self, nodes: Iterable[Mapping]) -> Iterator[Floor]:
        """Yield the floors; a second one of the same name, or one that raises nothing, is reported."""
        first: dict[str, Position] = {}
        for node in nodes:
            fields = Fields(node, self.faults, (*FLOOR_KEYS, *self.names))
            floor = self.floor(fields)
            self.once(floor.id, floor.at, first)
            if not any(name in fields for name in self.names):
                self.faults.add("VW223", floor.at)
            yield floor

    def floor(self, fields: Fields) -> Floor:
        """Return one floor: `outcome: value` is at least that, `outcome: {from: to}` replaces."""
        ident = fields.ident("floor", ROW_IDENT)
        when, when_at = _when(fields, self.scope, self.faults, None)
        at_least: list[tuple[str, str]] = []
        replace: list[tuple[str, str, str]] = []
        for outcome in self.gives:
            node = fields.get(outcome.name, required=False)
            if isinstance(node, Mapping):
                replace += self.replacements(outcome, node)
            elif (value := fields.scalar(outcome.name, required=False)) and _known_value(
                value, outcome.name, outcome.values, self.faults
            ):
                at_least.append((outcome.name, value.text))
        return Floor(
            id=ident.text if ident else "",
            when=when,
            at_least=tuple(at_least),
            replace=tuple(replace),
            say=fields.text("say"),
            basis=fields.choice("basis", BASES, "praktijk"),
            sources=fields.sources(),
            at=ident.at if ident else fields.at,
            when_at=when_at,
        )

    def replacements(self, outcome: Outcome, node: Mapping) -> Iterator[tuple[str, str, str]]:
        """Yield (outcome, from, to) for every replacement that names known values."""
        fields = Fields(node, self.faults, tuple(entry.key.text for entry in node.entries))
        for entry in node.entries:
            known = _known_value(entry.key, outcome.name, outcome.values, self.faults)
            to = fields.scalar(entry.key.text)
            if to and _known_value(to, outcome.name, outcome.values, self.faults) and known:
                yield outcome.name, entry.key.text, to.text

    def once(self, ident: str, at: Position, first: dict[str, Position]) -> None:
        """Report `ident` if it was seen before."""
        if ident in first:
            self.faults.add("VW206", at, id=ident, line=first[ident].line)
        first.setdefault(ident, at)
