"""Owns the advice part of a tree file: nodes to `Advice`. Used by `aids.compiler.loader`. Runs in the build only."""

from collections.abc import Iterable

from aids.compiler.document import NOWHERE, URGENCIES, Advice
from aids.compiler.loader_fields import Faults, Fields
from aids.compiler.reading import Mapping
from aids.compiler.syntax_types import Scope, condition_of
from aids.runtime.conditions import NEVER

KEYS = ("id", "when", "urgency", "title", "do", "record", "by", "closes", "sources")


def load_advice(nodes: Iterable[Mapping], scope: Scope, faults: Faults) -> list[Advice]:
    """Return the advice in file order."""
    found: dict[str, Advice] = {}
    for node in nodes:
        advice = _advice(Fields(node, faults, KEYS), scope, faults)
        if advice.id in found:
            faults.add("VW206", advice.at, id=advice.id, line=found[advice.id].at.line)
        elif advice.id:
            found[advice.id] = advice
    return list(found.values())


def _advice(fields: Fields, scope: Scope, faults: Faults) -> Advice:
    ident = fields.ident()
    when = fields.scalar("when", required=False)
    condition = NEVER
    if when:
        condition, wrong = condition_of(when, scope)
        faults.extend(wrong)
    return Advice(
        id=ident.text if ident else "",
        when=condition,
        urgency=fields.choice("urgency", URGENCIES, "plan"),
        title=fields.text("title"),
        do=fields.sentences("do"),
        record=fields.text("record", required=False),
        by=fields.text("by", required=False),
        closes=fields.flag("closes"),
        sources=fields.sources(),
        at=ident.at if ident else fields.at,
        when_at=when.at if when else NOWHERE,
    )
