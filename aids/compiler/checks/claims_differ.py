"""No two claims say the same sentence. Used by the registry only. Runs in the build only.

A warning: the sentence is what readers see of a claim, and a copy of which only the rules were changed misleads them.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each claim or policy that says the sentence of an earlier one."""
    document = context.document
    said = [(item.say, item.id, item.at) for item in document.claims]
    said += [(item.say, item.id, item.at) for item in document.policies]
    first: dict[str, str] = {}
    for say, ident, at in said:
        sentence = say.casefold().rstrip(".")
        if sentence in first:
            yield fault("VW419", at, claim=ident, other=first[sentence])
        first.setdefault(sentence, ident)


RULE = Rule(("VW419",), check)
