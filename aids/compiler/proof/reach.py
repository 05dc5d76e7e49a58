"""Owns the checks that every part of a tree matters: what can never happen is a fault of the author.

Questions apply, answers matter, advice is given, rows fire, `otherwise` stays where it was declared, floors raise.
Used by `proving`. Runs in the build only.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import z3

from aids.compiler.catalogue import fault
from aids.compiler.document import Decision, Position, Question
from aids.compiler.proof.certificate import Check, Finding
from aids.compiler.proof.encoding import differences
from aids.compiler.proof.inquiry import Inquiry
from aids.compiler.proof.interpretation import MEASURED
from aids.compiler.proof.solving import UndecidedError
from aids.compiler.proof.terms import Truth
from aids.runtime.conditions import ALWAYS, NEVER, UNKNOWN, Condition
from aids.runtime.model import DECIDE

_HIGH_ALREADY = "waar zij geldt, is de uitkomst al minstens zo zwaar"

_NOTHING_GIVES_IT = "de rijen en uitkomsten die het geven, komen niet voor"

type Look = Callable[[], Finding | None]


def reach_checks(inquiry: Inquiry) -> Iterator[Check]:
    """Yield the result of each check."""
    yield _check("questions-apply", "Elke vraag en elke plicht geldt in minstens één geval.", _questions(inquiry))
    yield _check("answers-matter", "Elk antwoord verandert in minstens één geval iets.", _answers(inquiry))
    yield _check("advice-given", "Elk advies wordt in minstens één geval gegeven.", _advice(inquiry))
    yield _check("rows-fire", "Elke rij van een beslissing beslist in minstens één geval.", _rows(inquiry))
    yield _check("otherwise-declared", "Alleen waar dat is gezegd, past geen enkele rij.", _otherwise(inquiry))
    yield _check("floors-raise", "Elke ondergrens verhoogt in minstens één geval.", _floors(inquiry))


def _check(ident: str, say: str, looks: Iterable[tuple[str, Look]]) -> Check:
    """Return what all `looks` find; what the solver cannot decide stays open."""
    count, findings, still_open = 0, [], []
    for subject, look in looks:
        count += 1
        try:
            finding = look()
        except UndecidedError:
            still_open.append(subject)
        else:
            findings += [finding] if finding else []
    return Check(ident, say, count, tuple(findings), tuple(still_open))


def _questions(inquiry: Inquiry) -> Iterator[tuple[str, Look]]:
    for question in inquiry.document.questions:

        def look(question: Question = question) -> Finding | None:
            if inquiry.find(inquiry.encoding.applies(question.id)) is not None:
                return None
            reason = inquiry.contradiction(question.when)
            return Finding(question.id, fault("VW801", question.at, question=question.id, reason=reason))

        yield question.id, look


def _advice(inquiry: Inquiry) -> Iterator[tuple[str, Look]]:
    for advice in inquiry.document.advice:

        def look(ident: str = advice.id, when: Condition = advice.when, at: Position = advice.at) -> Finding | None:
            if inquiry.find(inquiry.encoding.advice(ident)) is not None:
                return None
            reason = (
                inquiry.contradiction(when)
                if when != NEVER
                else "de rijen en uitkomsten die het geven, komen niet voor"
            )
            return Finding(ident, fault("VW803", at, advice=ident, reason=reason))

        yield advice.id, look


def _rows(inquiry: Inquiry) -> Iterator[tuple[str, Look]]:
    for decision in inquiry.document.decisions:
        for row in decision.rows:
            yield f"{decision.id}.{row.row}", _row_look(inquiry, decision, row.row, row.when, row.at)
        if decision.otherwise.when != NEVER:
            otherwise = decision.otherwise
            yield f"{decision.id}.otherwise", _row_look(inquiry, decision, "otherwise", otherwise.when, otherwise.at)


def _row_look(inquiry: Inquiry, decision: Decision, row: str, when: Condition, at: Position) -> Look:
    def look() -> Finding | None:
        encoding, subject = inquiry.encoding, f"{decision.id}.{row}"
        if inquiry.find(encoding.row(decision.id, row)) is not None:
            return None
        above = encoding.decides(decision.id)
        reason = inquiry.contradiction(when, above)
        if reason:
            return Finding(subject, fault("VW804", at, row=row, reason=reason))
        held = [above, encoding.condition(when)]
        hiding = []
        for other in decision.rows:
            fires = encoding.row(decision.id, other.row)
            if inquiry.find(*held, fires) is not None:
                hiding.append(other.row)
        witness = inquiry.witness(*held)
        return Finding(subject, fault("VW805", at, row=row, rows=hiding), witness)

    return look


def _otherwise(inquiry: Inquiry) -> Iterator[tuple[str, Look]]:
    for decision in inquiry.document.decisions:

        def look(decision: Decision = decision) -> Finding | None:
            encoding = inquiry.encoding
            declared = encoding.condition(decision.otherwise.when)
            witness = inquiry.witness(encoding.row(decision.id, "otherwise"), encoding.opposite(declared))
            if witness is None:
                return None
            at = decision.otherwise.at
            told = fault("VW806", at, decision=decision.id, words=list(witness.words))
            return Finding(decision.id, told, witness)

        yield decision.id, look


def _floors(inquiry: Inquiry) -> Iterator[tuple[str, Look]]:
    for decision in inquiry.document.decisions:
        for floor in decision.floors:

            def look(
                decision: str = decision.id,
                floor: str = floor.id,
                when: Condition = floor.when,
                at: Position = floor.at,
            ) -> Finding | None:
                if inquiry.find(inquiry.encoding.raises(decision, floor)) is not None:
                    return None
                above = inquiry.encoding.decides(decision)
                reason = inquiry.contradiction(when, above)
                witness = None if reason else inquiry.witness(above, inquiry.encoding.condition(when))
                subject = f"{decision}.{floor}"
                told = fault("VW807", at, floor=floor, reason=reason or _HIGH_ALREADY)
                return Finding(subject, told, witness)

            yield f"{decision.id}.{floor.id}", look


# Answers -------------------------------------------------------------------------------------------------------------


class _Moved(NamedTuple):
    """What the rules say, on two cases that differ in the answer to one question, wherever that is not one formula."""

    legal: list[Truth]
    differ: Truth


def _answers(inquiry: Inquiry) -> Iterator[tuple[str, Look]]:
    encoding = inquiry.encoding
    targets = _targets(inquiry)
    for question in inquiry.document.questions:
        if question.purpose != DECIDE:
            continue
        later = encoding.apart(question.id, targets)
        differ = encoding.either([*differences(zip(targets, later, strict=True)), z3.BoolVal(val=False)])
        moved = _Moved(encoding.apart(question.id, encoding.answered(question.id)), differ)
        places = {choice.id: choice.at for choice in question.answers}
        answers = ("", *encoding.answers(question.id)) if question.kind in MEASURED else encoding.answers(question.id)
        for answer in answers:
            at = places.get(answer, question.at)
            yield f"{question.id}={answer}", _answer_look(inquiry, question.id, answer, at, moved)


def _answer_look(inquiry: Inquiry, ident: str, answer: str, at: Position, moved: _Moved) -> Look:
    """Return the look whether an answer matters; "" stands for any number or day."""

    def look() -> Finding | None:
        step = list(_step(inquiry, ident, answer))
        if inquiry.find(inquiry.encoding.applies(ident), *moved.legal, *step, moved.differ) is not None:
            return None
        witness = inquiry.witness(inquiry.encoding.applies(ident), *step[:1])
        if witness is None:
            return None
        told = fault("VW802", at, question=ident, answer=answer or "een waarde")
        return Finding(f"{ident}={answer}", told, witness)

    return look


def _step(inquiry: Inquiry, ident: str, answer: str) -> Iterator[Truth]:
    """Yield that the first case has `answer`, and the second has not; of an any-of question only this tick changes."""
    encoding = inquiry.encoding
    if not answer:
        yield encoding.opposite(encoding.choice(ident, UNKNOWN))
        return
    chosen = encoding.choice(ident, answer)
    yield chosen
    yield from encoding.apart(ident, [encoding.opposite(chosen)])
    options = encoding.options(ident)
    if answer in options:
        others = [encoding.choice(ident, option) for option in options if option != answer]
        same = zip(others, encoding.apart(ident, others), strict=True)
        yield encoding.both([encoding.constant(truth=True), *(one == other for one, other in same)])
        yield from encoding.apart(ident, [encoding.opposite(encoding.choice(ident, UNKNOWN))])


def _targets(inquiry: Inquiry) -> list[Truth]:
    """Return what an answer can matter for: advice, outcomes, and which duties and record questions apply."""
    encoding = inquiry.encoding
    found = [encoding.advice(ident) for ident in encoding.advices]
    for decision in encoding.decisions.values():
        found += [encoding.decides(decision.id)]
        found += [
            encoding.outcome(f"{decision.id}.{name}", value)
            for name, ladder in decision.gives.items()
            for value in ladder
        ]
    return found + [
        encoding.applies(q.id) for q in encoding.questions.values() if q.purpose != DECIDE and q.when != ALWAYS
    ]
