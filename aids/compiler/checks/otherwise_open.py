"""What a decision says where no row holds never closes the case. Used by the registry only. Runs in the build only."""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each `otherwise` with a closing outcome."""
    for decision in context.document.decisions:
        closing = {outcome.name: outcome.closing for outcome in decision.gives}
        for name, value in decision.otherwise.outcomes:
            if value in closing[name]:
                yield fault("VW402", decision.otherwise.at, outcome=name, value=value)


RULE = Rule(("VW402",), check)
