"""Owns a case in Dutch words: the answers by the questions' short names, and what the rules give on them.

Fed with a `Document`; used for the witnesses of the proof and of `diff`. The oracle says what a case gives.
Runs in the build only.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from aids.compiler.document import Document, Question
from aids.compiler.proof.certificate import Pair, Witness
from aids.compiler.proof.encoding import Case
from aids.compiler.proof.oracle import Oracle, Said
from aids.compiler.words import DUTY_WORDS as DUTY_PHRASES
from aids.compiler.words import listed, long_date
from aids.runtime.conditions import UNKNOWN
from aids.runtime.model import DECIDE, DUTY, DUTY_WORDS, RECORD
from aids.runtime.tree import Tree

NOT_YET = "nog niet beantwoord"


class Teller:
    """Tells the cases of one tree."""

    def __init__(self, document: Document, tree: Tree) -> None:
        """Take the texts and the rules."""
        self._document = document
        self._tree = tree

    def said(self, case: Mapping[str, Any], today: str) -> Said:
        """Return what the rules say of a complete case."""
        return Oracle(self._tree.decisions, case, today).says(self._tree.questions, self._tree.advice)

    def applying(self, case: Mapping[str, Any], today: str) -> list[Question]:
        """Return the decide questions and duties that apply."""
        oracle = Oracle(self._tree.decisions, case, today)
        oracle.says(self._tree.questions, ())
        known = {question.id for question in self._tree.questions if oracle.holds(question.when)}
        return [q for q in self._document.questions if q.id in known and q.purpose != RECORD]

    def given(self, raw: Mapping[str, Any], today: str) -> Case:
        """Return the answers in `raw` to questions that apply; what is not answered is left out."""
        return {q.id: raw[q.id] for q in self.applying(raw, today) if raw.get(q.id) is not None}

    def witness(self, raw: Mapping[str, Any], today: str) -> Witness:
        """Return the case of which `raw` holds at least the answers to the questions that apply."""
        given = self.given(raw, today)
        words = (*self._answers(self.applying(given, today), given, today), *self._results(self.said(given, today)))
        return Witness(given, today, words)

    def pair(self, raw: Mapping[str, Any], other: object, ident: str, today: str) -> Pair:
        """Return two cases, of which the second gives question `ident` the answer `other`."""
        return Pair(self.witness(raw, today), self.witness({**raw, ident: other}, today))

    def answer(self, ident: str, answer: object) -> str:
        """Return one answer in words, such as "Gevaar op dit moment: Ja"."""
        question = self._document.question(ident)
        return f"{question.short}: {_said(question, answer)}"

    def _answers(self, applying: list[Question], given: Case, today: str) -> Iterator[str]:
        for question in applying:
            if question.id in given:
                yield self.answer(question.id, given[question.id])
            elif question.purpose == DECIDE:
                yield f"{question.short}: {NOT_YET}"
            elif question.purpose == DUTY:
                yield f"{question.short}: {DUTY_PHRASES[0]}"
        if any(question.kind == "date" for question in applying):
            yield f"Vandaag is {long_date(today)}"

    def _results(self, said: Said) -> Iterator[str]:
        for decision in self._document.decisions:
            if said.rows[decision.id] is None:
                yield f"{decision.title}: niet van toepassing"
                continue
            for outcome in decision.gives:
                value = said.outcomes[f"{decision.id}.{outcome.name}"]
                label = next(choice.label for choice in outcome.values if choice.id == value)
                yield f"{outcome.label}: {label}"
        titles = [advice.title for advice in self._document.advice if advice.id in said.advice]
        yield f"Advies: {'; '.join(titles) or 'geen'}"


def _said(question: Question, answer: object) -> str:
    """Return an answer in words."""
    if isinstance(answer, Mapping):
        words = dict(zip(DUTY_WORDS, DUTY_PHRASES, strict=True))
        return words[str(answer["state"])]
    if isinstance(answer, list | tuple):
        return listed([_label(question, each) for each in answer], "en")
    return _label(question, answer)


def _label(question: Question, answer: object) -> str:
    if answer == UNKNOWN and question.unknown:
        return question.unknown
    if question.kind == "date":
        return long_date(str(answer))
    if question.kind == "number":
        return f"{answer:g} {question.unit}".strip()
    return next((choice.label for choice in question.answers if choice.id == answer), str(answer))
