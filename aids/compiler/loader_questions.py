"""Owns the questions part of a tree file: nodes to `Question`, in two passes.

First every question's shape (so that a fault in one does not make others unknown); then, when the decisions have been
read, the conditions from the top, where each may name only what stands above it. Used by `aids.compiler.loader`.
Runs in the build only.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace

from aids.compiler.diagnostics import nearest
from aids.compiler.document import (
    DUTY_VALUES,
    NOWHERE,
    PURPOSES,
    Choice,
    Consultation,
    Kind,
    Position,
    Purpose,
    Question,
)
from aids.compiler.loader_fields import Faults, Fields
from aids.compiler.reading import Mapping, Scalar
from aids.compiler.syntax import WORDS
from aids.compiler.syntax_types import Outcomes, Scope, condition_of
from aids.runtime.conditions import ALWAYS, UNKNOWN

COMMON = ("id", "step", "purpose", "ask", "short", "help", "when", "sources")
FORMS: dict[str, Kind] = {"answers": "one", "any_of": "any", "date": "date", "number": "number", "text": "text"}
"""The key that says what kind of question it is, and that kind."""

EXTRAS = {"none": "any", "unknown": "any", "reasons": "duty", "who": "duty", "order": "one", "overleg": "duty"}
"""Keys that belong to one kind only."""

KEYS = (*COMMON, *FORMS, *EXTRAS)
DATE_KEYS = ("unknown",)
NUMBER_KEYS = ("unit", "min", "max", "unknown")
TEXT_KEYS = ("max",)
OVERLEG_KEYS = ("moment", "record")
FEWEST_ANSWERS = 2


@dataclass(frozen=True, slots=True)
class _Shape:
    """What differs between kinds."""

    answers: tuple[Choice, ...] = ()
    none: str | None = None
    unknown: str = ""
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    reasons: tuple[Choice, ...] = ()
    who: tuple[Choice, ...] = ()
    order: tuple[str, ...] = ()
    consultation: Consultation | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A question without its condition; `sound` if its kind and answers can be relied on."""

    question: Question
    when: Scalar | None
    sound: bool


@dataclass(frozen=True, slots=True)
class Shapes:
    """The questions without their conditions, in file order, and the scope in which decisions may name them."""

    drafts: Map[str, Draft]
    scope: Scope

    def conditioned(self, outcomes: Outcomes, mentions: Map[str, frozenset[str]], faults: Faults) -> list[Question]:
        """Return the questions with their conditions; `mentions` are the questions that each outcome follows from."""
        above: dict[str, Question] = {}
        for ident, draft in self.drafts.items():
            below = {name: sorted(asked - set(above)) for name, asked in mentions.items()}
            usable = Outcomes(
                {name: values for name, values in outcomes.values.items() if not below.get(name)},
                below={name: missing[0] for name, missing in below.items() if missing},
            )
            scope = replace(self.scope, questions=above, outcomes=usable)
            above[ident] = _conditioned(draft, scope, faults)
        return list(above.values())


def load_shapes(nodes: Iterable[Mapping], steps: frozenset[str], faults: Faults) -> Shapes:
    """Return the questions in file order, as far as they can be read without knowing the decisions."""
    drafts: dict[str, Draft] = {}
    for node in nodes:
        draft = _draft(Fields(node, faults, KEYS), steps, faults)
        first = drafts.get(draft.question.id)
        if first and draft.question.id:
            faults.add("VW206", draft.question.at, id=draft.question.id, line=first.question.at.line)
        else:
            drafts[draft.question.id] = draft
    drafts.pop("", None)
    unsure = frozenset(ident for ident, draft in drafts.items() if not draft.sound)
    questions = {ident: draft.question for ident, draft in drafts.items()}
    return Shapes(drafts, Scope(questions, frozenset(drafts), unsure))


def _conditioned(draft: Draft, scope: Scope, faults: Faults) -> Question:
    if draft.when is None:
        return draft.question
    condition, found = condition_of(draft.when, scope)
    faults.extend(found)
    return replace(draft.question, when=condition, when_at=draft.when.at)


def _draft(fields: Fields, steps: frozenset[str], faults: Faults) -> Draft:
    ident = fields.ident()
    if ident and ident.text in WORDS:
        faults.add("VW224", ident.at, name=ident.text)
    step = fields.scalar("step")
    if step and step.text not in steps:
        faults.add("VW212", step.at, nearest(step.text, steps), step=step.text)
    before = len(faults)
    purpose: Purpose = fields.choice("purpose", PURPOSES, "decide", required=False)
    kind = _kind(fields, ident.at if ident else fields.at, purpose, faults)
    shape = _shape(fields, kind, faults)
    sound = len(faults) == before and kind is not None
    question = Question(
        id=ident.text if ident else "",
        step=step.text if step else "",
        purpose=purpose,
        kind=kind or "one",
        ask=fields.text("ask"),
        short=fields.text("short"),
        help=fields.text("help", required=False),
        when=ALWAYS,
        answers=shape.answers,
        none=shape.none,
        unknown=shape.unknown,
        unit=shape.unit,
        minimum=shape.minimum,
        maximum=shape.maximum,
        reasons=shape.reasons,
        who=shape.who,
        sources=fields.sources(),
        order=shape.order,
        consultation=shape.consultation,
        at=ident.at if ident else fields.at,
        when_at=NOWHERE,
    )
    return Draft(question, fields.scalar("when", required=False), sound)


def _kind(fields: Fields, at: Position, purpose: Purpose, faults: Faults) -> Kind | None:
    """Return the kind of the question; None if its keys do not say it."""
    forms = [key for key in FORMS if key in fields]
    kind: Kind | None = "duty" if purpose == "duty" else FORMS[forms[0]] if forms else None
    if kind is None:
        faults.add("VW215", at, forms=tuple(FORMS))
    for key in forms if kind == "duty" else forms[1:]:
        faults.add("VW216", fields.key_at(key), key=key, kind=_NAMES[kind or "one"])
    for key, owner in EXTRAS.items():
        if key in fields and kind is not None and kind != owner:
            faults.add("VW216", fields.key_at(key), key=key, kind=_NAMES[kind])
    if kind == "text" and purpose != "record":
        faults.add("VW220", fields.key_at("text"))
    return kind


_NAMES: dict[Kind, str] = {
    "one": "een keuzevraag (answers)",
    "any": "een vraag met meer antwoorden (any_of)",
    "date": "een datumvraag (date)",
    "number": "een getalvraag (number)",
    "text": "een tekstvraag (text)",
    "duty": "een plicht (purpose: duty)",
}


def _shape(fields: Fields, kind: Kind | None, faults: Faults) -> _Shape:
    match kind:
        case "one":
            answers = fields.choices("answers")
            if len(answers) < FEWEST_ANSWERS:
                faults.add("VW226", fields.key_at("answers"))
            return _Shape(answers=answers, order=_order(fields, answers, faults))
        case "any":
            return _any_of(fields, faults)
        case "date":
            inner = _inner(fields, "date", DATE_KEYS, faults)
            return _Shape(unknown=inner.text("unknown", required=False) if inner else "")
        case "number":
            return _number(fields, faults)
        case "text":
            inner = _inner(fields, "text", TEXT_KEYS, faults)
            return _Shape(maximum=inner.whole_number("max") if inner else None)
        case "duty":
            return _duty(fields, faults)
        case None:
            return _Shape()


def _order(fields: Fields, answers: tuple[Choice, ...], faults: Faults) -> tuple[str, ...]:
    """Return the answers from best to worst, if the author gives that order: each of them once."""
    known = [answer.id for answer in answers]
    found: dict[str, Scalar] = {}
    for scalar in fields.scalars("order", required=False):
        if scalar.text in found:
            faults.add("VW310", scalar.at, answer=scalar.text)
        elif scalar.text not in known:
            near = nearest(scalar.text, known)
            question = fields.text("id", required=False)
            faults.add("VW306", scalar.at, near, question=question, answer=scalar.text, answers=known)
        found[scalar.text] = scalar
    missing = [ident for ident in known if ident not in found]
    if found and missing:
        faults.add("VW227", fields.key_at("order"), missing=missing)
    return tuple(found)


def _inner(fields: Fields, key: str, allowed: tuple[str, ...], faults: Faults) -> Fields | None:
    node = fields.group(key)
    return Fields(node, faults, allowed) if node else None


def _any_of(fields: Fields, faults: Faults) -> _Shape:
    options = fields.choices("any_of")
    none = fields.choices("none")
    unknown = fields.choices("unknown", required=False)
    if "none" in fields and len(none) != 1:
        faults.add("VW218", fields.key_at("none"))
    for choice in (*unknown[1:], *(choice for choice in unknown[:1] if choice.id != UNKNOWN)):
        faults.add("VW219", choice.at, id=choice.id)
    for choice in (*options, *none):
        if choice.id == UNKNOWN:
            faults.add("VW225", choice.at)
    _report_twice((*options, *none[:1]), faults)
    return _Shape(answers=(*options, *none[:1], *unknown[:1]), none=none[0].id if none else None)


def _report_twice(choices: tuple[Choice, ...], faults: Faults) -> None:
    first: dict[str, Position] = {}
    for choice in choices:
        if choice.id in first:
            faults.add("VW206", choice.at, id=choice.id, line=first[choice.id].line)
        first.setdefault(choice.id, choice.at)


def _number(fields: Fields, faults: Faults) -> _Shape:
    inner = _inner(fields, "number", NUMBER_KEYS, faults)
    if inner is None:
        return _Shape()
    low, high = inner.number("min", required=False), inner.number("max", required=False)
    if low is not None and high is not None and low > high:
        faults.add("VW221", inner.key_at("min"), minimum=low, maximum=high)
    unit, unknown = inner.text("unit", required=False), inner.text("unknown", required=False)
    return _Shape(unknown=unknown, unit=unit, minimum=low, maximum=high)


def _duty(fields: Fields, faults: Faults) -> _Shape:
    reasons, who = fields.choices("reasons"), fields.choices("who", required=False)
    for choice in (*reasons, *who):
        if choice.id in DUTY_VALUES:
            faults.add("VW224", choice.at, name=choice.id)
    return _Shape(reasons=reasons, who=who, consultation=_consultation(fields, faults))


def _consultation(fields: Fields, faults: Faults) -> Consultation | None:
    inner = _inner(fields, "overleg", OVERLEG_KEYS, faults) if "overleg" in fields else None
    if inner is None:
        return None
    if "who" not in fields:
        faults.add("VW228", fields.key_at("overleg"))
    return Consultation(inner.text("moment"), inner.text("record"))
