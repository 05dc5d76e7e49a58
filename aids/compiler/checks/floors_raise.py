"""A floor only raises: it never gives a closing outcome and never lowers one. Used by the registry only.

"At least" raises by its form (the values stand worst first), so only its value matters. A replacement raises if it
leads from a closing value to one that does not close, or to a value that stands higher. Runs in the build only.
"""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Floor, Outcome


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each outcome of a floor that closes or lowers."""
    for decision in context.document.decisions:
        outcomes = {outcome.name: outcome for outcome in decision.gives}
        for floor in decision.floors:
            for name, value in lowered(floor, outcomes):
                yield fault("VW403", floor.at, floor=floor.id, outcome=name, value=value)


def lowered(floor: Floor, outcomes: dict[str, Outcome]) -> Iterator[tuple[str, str]]:
    """Yield the outcomes of `floor` that do not raise: name and value."""
    for name, value in floor.at_least:
        if value in outcomes[name].closing:
            yield name, value
    for name, before, after in floor.replace:
        if not raises(outcomes[name], before, after):
            yield name, after


def raises(outcome: Outcome, before: str, after: str) -> bool:
    """Return whether going from `before` to `after` is a raise."""
    order = [value.id for value in outcome.values]
    if after in outcome.closing:
        return False
    return before in outcome.closing or order.index(after) < order.index(before)


RULE = Rule(("VW403",), check)
