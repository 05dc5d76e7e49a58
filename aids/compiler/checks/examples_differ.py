"""No two vignettes, and no two cases, give the same answers. Used by the registry only. Runs in the build only.

A warning: a copy of which only the words were changed tests nothing new.
"""

from collections.abc import Iterator

from aids.compiler.canonical import dumped
from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each example with the answers of an earlier one."""
    first: dict[tuple[str, str, str], str] = {}
    for example in context.document.examples:
        key = (example.kind, example.today, dumped(dict(example.given)))
        if key in first:
            yield fault("VW417", example.at, example=example.id, other=first[key])
        first.setdefault(key, example.id)


RULE = Rule(("VW417",), check)
