"""Every cited `source#section` exists in the editorial data. Used by the registry only. Runs in the build only."""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Document, SourceRef


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each reference that does not resolve; one of the wrong form has been reported by the loader."""
    for ref in references(context.document):
        if "#" in ref.text and context.editorial.resolve(ref.text) is None:
            yield fault("VW401", ref.at, near=context.editorial.nearest(ref.text), ref=ref.text)


def references(document: Document) -> Iterator[SourceRef]:
    """Yield every reference of the tree."""
    rules = (document.steps, document.questions, document.advice, document.decisions)
    for group in (*rules, document.policies, document.claims, document.examples):
        for item in group:
            yield from item.sources
    for decision in document.decisions:
        for rows in (decision.rows, (decision.otherwise,), decision.floors):
            for row in rows:
                yield from row.sources


RULE = Rule(("VW401",), check)
