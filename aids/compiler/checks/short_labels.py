"""The short labels of a tree differ, so that overview and record can be read. Used by the registry only.

Runs in the build only.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each question whose short label another one above it has."""
    lines: dict[str, int] = {}
    for question in context.document.questions:
        label = question.short.casefold()
        if label and label in lines:
            yield fault("VW414", question.at, label=question.short, line=lines[label])
        lines.setdefault(label, question.at.line)


RULE = Rule(("VW414",), check)
