"""Owns conditions in plain Dutch, as a reader with only the paper applies them.

Fed with a `Document`: a question is named by its number and short name. Used by the render modules for the lines
"Alleen als" and "Geldt als" and for rows and floors. Decides nothing: the engine never reads these words. Build only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aids.compiler.document import DUTY_VALUES, Document, Question
from aids.runtime.conditions import ALWAYS, NEVER, TODAY, UNKNOWN, Condition

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DUTY_WORDS = ("nog open", "gedaan", "later met een datum", "niet gedaan met een reden")
DUTY_LABELS = dict(zip(DUTY_VALUES, DUTY_WORDS, strict=True))
AGAINST_TODAY = {
    "<": "eerder dan vandaag",
    "<=": "vandaag of eerder",
    "=": "vandaag",
    ">=": "vandaag of later",
    ">": "later dan vandaag",
}
AGAINST_DATE = {"<": "eerder dan {}", "<=": "op of voor {}", "=": "{}", ">=": "op of na {}", ">": "later dan {}"}
AGAINST_NUMBER = {"<": "minder dan {}", "<=": "hoogstens {}", "=": "{}", ">=": "minstens {}", ">": "meer dan {}"}
JOINTS = {"all": ", én ", "any": "; of "}
"""What stands between the parts of a condition: other signs than between the answers within one part."""

AMBIGUOUS = (" of ", " en ", ",", ":", ";")
"""What makes a label unclear in a list of labels: such a label is put between quotes."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A condition as lines: one atom (`parts` empty), or `all`/`any` of its parts."""

    text: str
    joiner: str = ""
    parts: tuple["Outline", ...] = ()

    def is_plain(self) -> bool:
        """Return whether it reads well on one line: one level deep."""
        return all(not part.parts for part in self.parts)


def long_date(iso: str) -> str:
    """Return an ISO date in words: `2026-11-21` becomes "21 november 2026"; anything else comes back as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def question_number(document: Document, ident: str) -> int:
    """Return the number on paper of question `ident`: its place in the tree, from 1."""
    return next(number for number, question in enumerate(document.questions, start=1) if question.id == ident)


def question_kind(question: Question) -> str:
    """Return what a question is called on paper: "plicht" for a duty, otherwise "vraag"."""
    return "plicht" if question.purpose == "duty" else "vraag"


def question_name(document: Document, ident: str) -> str:
    """Return how a line of text points to a question, such as "vraag 3 Gevaar nu"."""
    question = document.question(ident)
    return f"{question_kind(question)} {question_number(document, ident)} {question.short}"


def in_words(condition: Condition, document: Document) -> str:
    """Return `condition` on one line; parts of another kind than their whole stand between brackets."""
    return one_line(outline(condition, document))


def outline(condition: Condition, document: Document) -> Outline:
    """Return `condition` as nested lines; a nested part of the same kind as its whole is merged into it."""
    match condition:
        case ("const", bool(truth)):
            return Outline("altijd" if truth else "nooit")
        case ("in", str(name), tuple(values)) if "." in name:
            return Outline(_decided(document, name, tuple(str(value) for value in values)))
        case ("in", str(ident), tuple(values)):
            return Outline(_chosen(document, ident, tuple(str(value) for value in values)))
        case ("cmp", str(ident), str(operator), bound):
            return Outline(f"{question_name(document, ident)}: {_compared(document.question(ident), operator, bound)}")
        case (("all" | "any") as joiner, tuple(parts)):
            return _joined(joiner, [outline(part, document) for part in parts])
    raise ValueError(condition)


def is_trivial(condition: Condition) -> bool:
    """Return whether `condition` needs no words: it always or never holds by itself."""
    return condition in (ALWAYS, NEVER)


def listed(items: Sequence[str], last: str) -> str:
    """Return `items` with commas and the word `last` before the final one: "ja, deels of onbekend"."""
    if len(items) < 2:  # noqa: PLR2004  one item has no joint
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _joined(joiner: str, parts: list[Outline]) -> Outline:
    flat = [grand for part in parts for grand in (part.parts if part.joiner == joiner else (part,))]
    return flat[0] if len(flat) == 1 else Outline("", joiner, tuple(flat))


def one_line(shape: Outline) -> str:
    """Return an outline on one line; parts of another kind than their whole stand between brackets."""
    pieces = [f"({one_line(part)})" if part.parts else part.text for part in shape.parts]
    return JOINTS[shape.joiner].join(pieces) if pieces else shape.text


def _decided(document: Document, name: str, values: tuple[str, ...]) -> str:
    """Return that an outcome, by its full name "decision.outcome", has one of the values."""
    ident, _, short = name.partition(".")
    decision = next(decision for decision in document.decisions if decision.id == ident)
    outcome = next(outcome for outcome in decision.gives if outcome.name == short)
    labels = [_worded(choice.label) for choice in outcome.values if choice.id in values]
    return f"uitkomst {outcome.label}: {listed(labels, 'of')}"


def _chosen(document: Document, ident: str, values: tuple[str, ...]) -> str:
    question = document.question(ident)
    name = question_name(document, ident)
    if question.kind == "duty":
        return f"{name}: {listed([DUTY_LABELS[value] for value in values], 'of')}"
    exclusive = [choice.id for choice in question.answers if choice.id in (question.none, UNKNOWN)]
    plain = [choice.id for choice in question.answers if choice.id not in exclusive]
    if question.kind == "any" and len(plain) > 1 and set(plain) <= set(values):
        others = [_label(question, value) for value in exclusive if value in values]
        return f"{name}: {listed(['een of meer aangekruist', *others], 'of')}"
    labels = [_label(question, choice.id) for choice in question.answers if choice.id in values]
    labels += [question.unknown[:1].lower() + question.unknown[1:]] if _takes_unknown(question, values) else []
    many = question.kind == "any" and sum(value in plain for value in values) > 1
    return f"{name}: {'minstens één van: ' if many else ''}{listed(labels, 'of')}"


def _takes_unknown(question: Question, values: tuple[str, ...]) -> bool:
    return bool(question.unknown) and UNKNOWN in values and all(choice.id != UNKNOWN for choice in question.answers)


def _label(question: Question, value: str) -> str:
    """Return an answer's label as it reads inside a sentence."""
    return _worded(next(choice.label for choice in question.answers if choice.id == value))


def _worded(label: str) -> str:
    """Return a label as it reads inside a sentence."""
    if any(mark in label for mark in AMBIGUOUS):
        return f"‘{label}’"
    return label if _starts_with_name(label) else label[:1].lower() + label[1:]


def _starts_with_name(label: str) -> bool:
    """Return whether the first capital must stay: an abbreviation, or a name of more than one word."""
    words = label.split()
    return len(words[0]) > 1 and words[0].isupper() if len(words) == 1 else words[0].isupper() or words[1][:1].isupper()


def _compared(question: Question, operator: str, bound: object) -> str:
    if bound == TODAY:
        return AGAINST_TODAY[operator]
    if isinstance(bound, str):
        return AGAINST_DATE[operator].format(long_date(bound))
    unit = f" {question.unit}" if question.unit else ""
    return AGAINST_NUMBER[operator].format(f"{bound:g}{unit}")
