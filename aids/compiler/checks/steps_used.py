"""Every step holds a question. Used by the registry only. Runs in the build only."""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each step without a question."""
    used = {question.step for question in context.document.questions}
    for step in context.document.steps:
        if step.id not in used:
            yield fault("VW410", step.at, step=step.id)


RULE = Rule(("VW410",), check, whole=True)
