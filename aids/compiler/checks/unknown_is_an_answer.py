"""Every question that decides can be answered with `onbekend`. Used by the registry only. Runs in the build only."""

from collections.abc import Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Question
from aids.runtime.conditions import UNKNOWN


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each deciding question that cannot be answered so."""
    for question in context.document.questions:
        if question.purpose == "decide" and not accepts_unknown(question):
            yield fault("VW409", question.at, question=question.id)


def accepts_unknown(question: Question) -> bool:
    """Return whether `onbekend` is an answer to `question`."""
    return bool(question.unknown) or any(answer.id == UNKNOWN for answer in question.answers)


RULE = Rule(("VW409",), check, whole=True)
