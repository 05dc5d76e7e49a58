"""Owns one answer as an example writes it: checked against its question and turned into the JSON data of answers.

Used by `aids.compiler.loader_examples`. Gives what `consult` reads, with tuples for lists. Whether the question applies
is for the checks. Runs in the build only.
"""

from aids.compiler.diagnostics import nearest
from aids.compiler.document import Choice, Position, Question
from aids.compiler.loader_fields import UNREADABLE, Faults, Fields
from aids.compiler.reading import Mapping, Node, Scalar, Sequence
from aids.compiler.syntax_types import bound_text, parse_date, parse_number
from aids.runtime.conditions import UNKNOWN
from aids.runtime.model import DUTY_WORDS

KEYS = ("state", "reason", "date", "who")
NEEDS = {"not_done": "reason", "later": "date"}
"""The key without which a duty of that state stays open."""

FORMS = {
    "one": "één antwoord",
    "any": "een lijst van antwoorden, zoals [a, b]",
    "date": "een datum, zoals 2026-12-01",
    "number": "een getal",
    "text": "tekst",
    "duty": "{state: done}, met state done, later, not_done of open",
}


class UnfitError(Exception):
    """The answer has a fault, which has been noted."""


def read_answer(question: Question, node: Node, at: Position, faults: Faults) -> object:
    """Return the answer that `node` gives to `question`; `at` is the place of its key.

    Raises UnfitError where it is none; the fault is then among `faults`.
    """
    return _Reader(question, faults).answer(node, at)


class _Reader:
    """Reads one answer to one question."""

    def __init__(self, question: Question, faults: Faults) -> None:
        self.question = question
        self.faults = faults

    def answer(self, node: Node, at: Position) -> object:
        """Return the answer as data."""
        kind = self.question.kind
        match node:
            case Scalar(style=style) if style == UNREADABLE:
                raise UnfitError
            case Mapping() if kind == "duty":
                return self.duty(node)
            case Sequence(items=items) if kind == "any":
                return self.ticked(items, node.at)
            case Scalar() if kind not in {"any", "duty"}:
                return self.single(node, at)
        raise self.unfit("VW253", node.at, form=FORMS[kind])

    def unfit(self, code: str, at: Position, near: str | None = None, **values: object) -> UnfitError:
        """Note a fault and return what to raise."""
        self.faults.add(code, at, near, question=self.question.id, **values)
        return UnfitError()

    def single(self, scalar: Scalar, at: Position) -> str | int | float:
        """Return an answer that is one text."""
        question = self.question
        place = scalar.at if scalar.text else at
        match question.kind:
            case "one":
                return self.choice(scalar, question.answers)
            case _ if question.unknown and scalar.text == UNKNOWN:
                return UNKNOWN
            case "date":
                day = parse_date(scalar.text)
                if day is None:
                    raise self.unfit("VW253", place, form=FORMS["date"])
                return day
            case "number":
                return self.number(scalar, place)
        if not scalar.text.strip():
            raise self.unfit("VW253", place, form=FORMS["text"])
        if question.maximum is not None and len(scalar.text) > question.maximum:
            raise self.unfit("VW255", place, minimum="0", maximum=f"{bound_text(question.maximum)} tekens")
        return scalar.text

    def number(self, scalar: Scalar, at: Position) -> int | float:
        """Return a number within the bounds of the question."""
        number = parse_number(scalar.text)
        if number is None:
            raise self.unfit("VW253", at, form=FORMS["number"])
        low, high = self.question.minimum, self.question.maximum
        if (low is not None and number < low) or (high is not None and number > high):
            raise self.unfit("VW255", at, minimum=bound_text(low), maximum=bound_text(high))
        return number

    def choice(self, scalar: Scalar, choices: tuple[Choice, ...]) -> str:
        """Return the id of a choice."""
        known = [choice.id for choice in choices]
        if scalar.text not in known:
            raise self.unfit("VW252", scalar.at, nearest(scalar.text, known), answer=scalar.text, answers=known)
        return scalar.text

    def ticked(self, items: tuple[Node, ...], at: Position) -> tuple[str, ...]:
        """Return the ticked answers: one or more, an exclusive one alone."""
        found: dict[str, Scalar] = {}
        for item in items:
            if not isinstance(item, Scalar):
                raise self.unfit("VW253", item.at, form=FORMS["any"])
            if item.text in found:
                self.faults.add("VW310", item.at, answer=item.text)
            found[self.choice(item, self.question.answers)] = item
        if not found:
            raise self.unfit("VW253", at, form=FORMS["any"])
        for ident, scalar in found.items():
            if len(found) > 1 and ident in (self.question.none, UNKNOWN):
                raise self.unfit("VW254", scalar.at, answer=ident)
        return tuple(found)

    def duty(self, node: Mapping) -> dict[str, str]:
        """Return the state of a duty with its reason, date and who."""
        fields = Fields(node, self.faults, KEYS)
        before = len(self.faults)
        state = fields.choice("state", tuple(DUTY_WORDS), "open")
        found = {"state": state}
        for key, choices in (("reason", self.question.reasons), ("who", self.question.who)):
            scalar = fields.scalar(key, required=False)
            if scalar:
                found[key] = self.choice(scalar, choices)
        if "date" in fields:
            found["date"] = fields.date("date")
        if NEEDS.get(state, state) not in found and state in NEEDS:
            raise self.unfit("VW256", fields.key_at("state"), state=state, key=NEEDS[state])
        if len(self.faults) > before:
            raise UnfitError
        return found
