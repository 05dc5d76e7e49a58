"""A tree is reviewed again after it was reviewed, and says so in time. Used by the registry only. Runs in the build."""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule, Written
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position


def check(context: Context[Written]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the two dates of the tree."""
    document = context.document
    yield from review_faults(document.reviewed, document.review_by, document.review_at, context.today)


def review_faults(reviewed: str, review_by: str, at: Position, today: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with two ISO dates ("" where one is missing); a date that has passed is a warning."""
    if not (reviewed and review_by):
        return
    if review_by <= reviewed:
        yield fault("VW404", at, reviewed=reviewed, review_by=review_by)
    elif review_by < today:
        yield fault("VW405", at, review_by=review_by)


RULE: Rule[Written] = Rule(("VW404", "VW405"), check)
