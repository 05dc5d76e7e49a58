"""Every advice is given by something: its own condition, a row or an outcome. Used by the registry only.

Whether that can ever be true is for the proof. Runs in the build only.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic
from aids.runtime.conditions import NEVER


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each advice that nothing gives."""
    given: set[str] = set()
    for decision in context.document.decisions:
        given.update(ident for row in (*decision.rows, decision.otherwise) for ident in row.advice)
        given.update(ident for outcome in decision.gives for _, advice in outcome.advice for ident in advice)
    for advice in context.document.advice:
        if advice.when == NEVER and advice.id not in given:
            yield fault("VW406", advice.at, advice=advice.id)


RULE = Rule(("VW406",), check, whole=True)
