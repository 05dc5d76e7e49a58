"""Owns a tree's own list of changes: nodes to `Change`. Used by `aids.compiler.loader`. Runs in the build only.

Whether the list tells the truth is for `diff`.
"""

import re
from collections.abc import Iterable

from aids.compiler.canonical import HASH_LENGTH
from aids.compiler.document import Change
from aids.compiler.loader_fields import IDENT, Faults, Fields
from aids.compiler.reading import Mapping

KEYS = ("date", "rules", "say")
ADVICE = "advice"
RULES = re.compile(rf"[0-9a-f]{{{HASH_LENGTH}}}")


def load_changes(nodes: Iterable[Mapping], faults: Faults, subjects: str = ADVICE) -> list[Change]:
    """Return the changes in file order. Advice that has since gone may be named; so may what `subjects` calls."""
    found = []
    for node in nodes:
        fields = Fields(node, faults, (*KEYS, subjects))
        rules = fields.scalar("rules")
        if rules and not RULES.fullmatch(rules.text):
            faults.add("VW261", rules.at, value=rules.text, length=HASH_LENGTH)
        advice = fields.scalars(subjects, may_be_empty=True)
        for scalar in advice:
            if not IDENT.fullmatch(scalar.text):
                faults.add("VW205", scalar.at, id=scalar.text)
        found.append(
            Change(
                date=fields.date("date"),
                rules=rules.text if rules else "",
                say=fields.text("say"),
                advice=tuple(scalar.text for scalar in advice),
                at=fields.at,
            )
        )
    return found
