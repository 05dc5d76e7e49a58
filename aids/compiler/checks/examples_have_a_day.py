"""An example that answers with a date says on which day it is read. Used by the registry only. Runs in the build only.

Where a rule compares that date with today, the example would come out otherwise as time goes by.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Document
from aids.runtime.conditions import TODAY, UNKNOWN, Condition, atoms


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each example whose outcome would change with the calendar."""
    dated = {str(atom[1]) for rule in rules(context.document) for atom in atoms(rule) if atom[-1] == TODAY}
    for example in context.document.examples:
        named = [ident for ident, answer in example.given if ident in dated and answer != UNKNOWN]
        if named and not example.today:
            yield fault("VW418", example.at, example=example.id, question=named[0])


def rules(document: Document) -> Iterator[Condition]:
    """Yield every condition of the tree's rules."""
    for group in (document.questions, document.advice, document.decisions):
        yield from (item.when for item in group)
    for decision in document.decisions:
        yield from (row.when for row in (*decision.rows, decision.otherwise))
        yield from (floor.when for floor in decision.floors)


RULE = Rule(("VW418",), check, whole=True)
