"""Questions stand in the order of their steps, those of one step together. Used by the registry only.

The page shows a step once, with its questions under it; file order is the order in which they are put.
Runs in the build only.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each question that stands after one of a later step."""
    order = {step.id: index for index, step in enumerate(context.document.steps)}
    furthest = -1
    for question in context.document.questions:
        place = order.get(question.step)
        if place is None:
            continue
        if place < furthest:
            yield fault("VW411", question.at, question=question.id, step=question.step)
        furthest = max(furthest, place)


RULE = Rule(("VW411",), check, whole=True)
