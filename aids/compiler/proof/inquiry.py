"""Owns what every check of one proof works with: the tree with its texts, its formulas, the solver, and the words.

Used by the checks of the proof. Runs in the build only.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

import z3

from aids.compiler.document import Document
from aids.compiler.proof.certificate import Pair, Witness
from aids.compiler.proof.encoding import Case, Encoding, constant, day_of, today
from aids.compiler.proof.interpretation import MEASURED
from aids.compiler.proof.sampling import bounds_of
from aids.compiler.proof.solving import SECONDS, Solver
from aids.compiler.proof.telling import Teller
from aids.compiler.proof.terms import Truth
from aids.compiler.words import in_words, listed
from aids.runtime.conditions import TODAY, UNKNOWN, Condition
from aids.runtime.model import RECORD
from aids.runtime.tree import Tree

HALF = Fraction(1, 2)


@dataclass(slots=True)
class Inquiry:
    """One proof in the making. `witnesses` collects each concrete complete case, for the evaluators to agree on."""

    document: Document
    tree: Tree
    encoding: Encoding
    solver: Solver
    teller: Teller
    _amounts: dict[str, list[Any]]
    witnesses: list[tuple[Case, str]] = field(default_factory=list)

    def find(self, *truths: Truth, unfinished: bool = False) -> z3.ModelRef | None:
        """Return a case in which `truths` hold; the case joins the witnesses. Raises `UndecidedError`."""
        model = self.solver.find(*truths, unfinished=unfinished)
        if model is not None and not unfinished:
            self.witnesses.append((self.encoding.raw(model), day_of(model)))
        return model

    def witness(self, *truths: Truth, unfinished: bool = False) -> Witness | None:
        """Return the plainest case in which `truths` hold, in words."""
        model = self.solver.plainest(list(self._wishes()), *truths, unfinished=unfinished)
        if model is None:
            return None
        return self._noted(self.teller.witness(self.encoding.raw(model), day_of(model)), unfinished=unfinished)

    def pair(self, ident: str, *truths: Truth, unfinished: bool = False) -> Pair | None:
        """Return the plainest two cases, differing in the answer to one question, in which `truths` hold."""
        own = self._wished(ident)
        wishes = [*self._wishes(), *(self.encoding.apart(ident, group) for group in own)]
        model = self.solver.plainest(wishes, *truths, unfinished=unfinished)
        if model is None:
            return None
        other = self.encoding.answer(model, ident, apart=True)
        found = self.teller.pair(self.encoding.raw(model), other, ident, day_of(model))
        for witness in (found.first, found.second):
            self._noted(witness, unfinished=unfinished)
        return found

    def contradiction(self, condition: Condition, *given: Truth) -> str:
        """Return in words why a condition cannot hold where `given` does; "" where it can."""
        parts = _terms(condition)
        fewest = self.solver.conflict([self.encoding.condition(part) for part in parts], *given)
        named = [f"‘{in_words(parts[place], self.document)}’" for place in fewest]
        verb = "gaan niet samen" if len(named) > 1 else "kan hier niet"
        return f"{listed(named, 'en')} {verb}" if named else ""

    def _noted(self, witness: Witness, *, unfinished: bool) -> Witness:
        if not unfinished:
            self.witnesses.append((witness.given, witness.today))
        return witness

    def _wishes(self) -> list[list[Truth]]:
        """Return what makes a case plain, in groups of which one comes true: the day of review, then each answer."""
        day = [today() == date.fromisoformat(self.document.reviewed).toordinal()]
        asked = [question.id for question in self.tree.questions if question.purpose != RECORD]
        return [day, *(group for ident in asked for group in self._wished(ident))]

    def _wished(self, ident: str) -> list[list[Truth]]:
        """Return the groups of wishes for one question: nothing ticked, open duties, the best answer if one is."""
        encoding = self.encoding
        question = self.document.question(ident)
        named = [*question.order, *(each for each in encoding.answers(ident) if each not in question.order)]
        if question.kind in MEASURED:
            amount = encoding.amount(ident)
            return [[*(amount == value for value in self._amounts[ident])], [encoding.refused(ident, UNKNOWN)]]
        if question.kind != "any":
            return [[encoding.choice(ident, answer) for answer in named]]
        alone = [answer for answer in (question.none, UNKNOWN) if answer in named]
        unticked = [[encoding.refused(ident, option)] for option in encoding.options(ident)]
        return [[encoding.choice(ident, answer) for answer in alone if answer], *unticked]


def open_inquiry(document: Document, tree: Tree, seconds: float = SECONDS) -> Inquiry:
    """Return the inquiry into one tree, with `seconds` for one question to the solver."""
    encoding = Encoding(tree.questions, tree.advice, tree.decisions)
    return Inquiry(document, tree, encoding, Solver(encoding, seconds), Teller(document, tree), _likely(tree))


def _likely(tree: Tree) -> dict[str, list[Any]]:
    """Return for each number or date plain values to show: today, and on, below and above what it is compared with."""
    bounds = bounds_of(tree)
    found: dict[str, list[Any]] = {}
    for question in tree.questions:
        named = sorted(str(bound) for bound in bounds.get(question.id, ()) if bound != TODAY)
        if question.kind == "date":
            days = [today(), *(constant(day) for day in named)]
            found[question.id] = [day + step for day in days for step in (0, -1, 1)]
        elif question.kind == "number":
            numbers = [Fraction(number) + step for number in named for step in (0, -HALF, HALF)]
            found[question.id] = [constant(number) for number in numbers]
    return found


def _terms(condition: Condition) -> tuple[Condition, ...]:
    """Return the terms that must hold together for `condition`."""
    match condition:
        case ("all", tuple(parts)):
            return tuple(term for part in parts for term in _terms(part))
    return (condition,)
