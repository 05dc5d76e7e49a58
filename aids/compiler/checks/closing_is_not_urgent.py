"""What closes is not urgent: advice that closes is not for now, and a closing row gives none that is.

A warning: it may be meant, but is more often a slip. Used by the registry only. Runs in the build only.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each advice and each row that both closes and hurries."""
    urgent = {advice.id for advice in context.document.advice if advice.urgency == "nu"}
    for advice in context.document.advice:
        if advice.closes and advice.id in urgent:
            yield fault("VW407", advice.at, advice=advice.id)
    for decision in context.document.decisions:
        closing = {(outcome.name, value) for outcome in decision.gives for value in outcome.closing}
        for row in decision.rows:
            hurried = [ident for ident in row.advice if ident in urgent]
            if hurried and closing.intersection(row.outcomes):
                yield fault("VW408", row.at, row=row.row, advice=hurried[0])


RULE = Rule(("VW407", "VW408"), check)
