"""Owns the checks on a tree that has been read: one rule a module, all named in `RULES`.

Fed with documents of the loader and the editorial data; used by `aids.compiler.project`. The form of a file is for the
loader, what follows from the rules for the proof. Runs in the build only.
"""

from datetime import date

from aids.compiler.checks import (
    advice_given,
    claims_differ,
    closing_is_not_urgent,
    example_answers_apply,
    examples_differ,
    examples_have_a_day,
    floors_raise,
    nothing_closes_in_words,
    numbers_known,
    otherwise_open,
    plain_texts,
    questions_by_step,
    review_dates,
    short_labels,
    sources_resolve,
    steps_used,
    unknown_is_an_answer,
    walk_fits,
)
from aids.compiler.checks.rule import Context, Rule, Written
from aids.compiler.diagnostics import Diagnostic, sort_diagnostics
from aids.compiler.document import Document
from aids.compiler.editorial import Editorial
from aids.compiler.kept import for_these
from aids.compiler.scan.document import ScanDocument

RULES: tuple[Rule, ...] = (
    sources_resolve.RULE,
    otherwise_open.RULE,
    floors_raise.RULE,
    review_dates.RULE,
    advice_given.RULE,
    closing_is_not_urgent.RULE,
    unknown_is_an_answer.RULE,
    steps_used.RULE,
    questions_by_step.RULE,
    numbers_known.RULE,
    nothing_closes_in_words.RULE,
    short_labels.RULE,
    plain_texts.RULE,
    example_answers_apply.RULE,
    examples_differ.RULE,
    examples_have_a_day.RULE,
    claims_differ.RULE,
    walk_fits.RULE,
)

ANY_KIND: tuple[Rule[Written], ...] = (
    sources_resolve.RULE,
    review_dates.RULE,
    numbers_known.RULE,
    nothing_closes_in_words.RULE,
    plain_texts.RULE,
)
"""The rules that hold for a tree of any kind."""


def check_scan(document: ScanDocument, editorial: Editorial, *, today: str | None = None) -> list[Diagnostic]:
    """Return what the rules for trees of any kind find in a scan, sorted; arguments as those of `check_document`."""
    context: Context[Written] = Context(document, editorial, today or this_day())
    return sort_diagnostics(item for rule in ANY_KIND for item in rule.check(context))


def check_document(
    document: Document, editorial: Editorial, *, today: str | None = None, whole: bool = True
) -> list[Diagnostic]:
    """Return what the rules find in `document`, sorted.

    Args:
        document: the tree as the loader gives it.
        editorial: the sources and contacts it may cite.
        today: the ISO date to judge review dates by; the calendar's by default.
        whole: false for a tree with faults: rules that draw conclusions from what is absent are then left out.
    """
    return list(_checked(document, editorial, today or this_day(), whole))


@for_these
def _checked(document: Document, editorial: Editorial, today: str, whole: bool) -> list[Diagnostic]:  # noqa: FBT001  passed on
    context = Context(document, editorial, today)
    found = [item for rule in RULES if whole or not rule.whole for item in rule.check(context)]
    return sort_diagnostics(found)


def this_day() -> str:
    """Return the user's own calendar day as an ISO date."""
    return date.today().isoformat()  # noqa: DTZ011
