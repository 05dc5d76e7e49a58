"""No text holds a telephone number that is not among the contacts. Used by the registry only. Runs in the build."""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule, Written
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.wording import unknown_numbers


def check(context: Context[Written]) -> Iterator[Diagnostic]:
    """Yield each number that is not in the data file."""
    known = context.editorial.numbers()
    for scalar in context.document.texts:
        for start, end, number in unknown_numbers(scalar.text, known):
            yield fault("VW412", scalar.place(start, end), number=number)


RULE: Rule[Written] = Rule(("VW412",), check)
