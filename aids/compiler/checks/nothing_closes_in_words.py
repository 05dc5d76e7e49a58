"""No text says that a report or an act can be left out. Used by the registry only. Runs in the build only."""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule, Written
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.wording import closing_words


def check(context: Context[Written]) -> Iterator[Diagnostic]:
    """Yield each place that says so."""
    for scalar in context.document.texts:
        for start, end, words in closing_words(scalar.text):
            yield fault("VW413", scalar.place(start, end), words=words)


RULE: Rule[Written] = Rule(("VW413",), check)
