"""Every cited `source#section` exists in the editorial data. Used by the registry only. Runs in the build only."""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule, Written
from aids.compiler.diagnostics import Diagnostic


def check(context: Context[Written]) -> Iterator[Diagnostic]:
    """Yield each reference that does not resolve; one of the wrong form has been reported by the loader."""
    for ref in context.document.cited():
        if "#" in ref.text and context.editorial.resolve(ref.text) is None:
            yield fault("VW401", ref.at, near=context.editorial.nearest(ref.text), ref=ref.text)


RULE: Rule[Written] = Rule(("VW401",), check)
