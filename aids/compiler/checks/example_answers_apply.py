"""An example answers only questions that can apply with its other answers. Used by the registry only.

An answer that the engine drops makes the example test another case than it tells. What is not answered may still be
anything, and so may an outcome: only what is certain not to apply is reported. Runs in the build only.
"""

from collections.abc import Collection, Iterator

from aids.compiler.catalogue import fault
from aids.compiler.checks.rule import Context, Rule
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Document, Example
from aids.runtime.conditions import ALWAYS, Condition, Value, holds
from aids.runtime.model import DUTY_WORDS


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield each answer to a question that cannot apply."""
    for example in context.document.examples:
        for ident in dropped(context.document, example, example.today or context.today):
            yield fault("VW416", example.at, example=example.id, question=ident)


def dropped(document: Document, example: Example, today: str) -> Iterator[str]:
    """Yield the questions that `example` answers and that do not apply in any case with its answers."""
    given = dict(example.given)
    case: dict[str, Value] = {}
    undecided = {f"{decision.id}.{outcome.name}" for decision in document.decisions for outcome in decision.gives}
    for question in document.questions:
        if not holds(loosened(question.when, undecided), case, today):
            if question.id in given:
                yield question.id
        elif question.kind == "duty":
            case[question.id] = _duty_word(given.get(question.id))
        elif question.id in given:
            case[question.id] = _value(given[question.id])
        else:
            undecided.add(question.id)


def loosened(condition: Condition, undecided: Collection[str]) -> Condition:
    """Return `condition` with what it asks of `undecided` names taken as met."""
    match condition:
        case ("all" | "any" as word, tuple(parts)):
            return (word, tuple(loosened(part, undecided) for part in parts))
        case ("in" | "cmp", str(name), *_) if name in undecided:
            return ALWAYS
        case _:
            return condition


def _value(answer: object) -> Value:
    return frozenset(answer) if isinstance(answer, tuple) else answer if isinstance(answer, str | int | float) else None


def _duty_word(answer: object) -> str:
    return DUTY_WORDS[str(answer["state"])] if isinstance(answer, dict) else DUTY_WORDS["open"]


RULE = Rule(("VW416",), check, whole=True)
