"""Owns random complete cases of a tree, the same for the same seed. Used by the agreement check and by the mutants.

A case holds a raw answer to every decide question and duty, whether or not it applies. Runs in the build only.
"""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from aids.compiler.diagrams import Rules, every_condition
from aids.compiler.proof.encoding import FIRST_DAY, LAST_DAY, Case
from aids.runtime.conditions import TODAY, UNKNOWN, atoms
from aids.runtime.model import DUTY, RECORD, Question
from aids.runtime.tree import Tree

SOME_TICKED = 0.5
"""How often an any-of question gets ticks instead of one of its exclusive answers."""

CALM = (0.0, 0.1, 0.3, 1.0)
"""How often a case leaves the answers of the case it starts from."""


class Sampler:
    """Draws cases of one tree."""

    def __init__(self, tree: Tree, today: str, chance: random.Random) -> None:
        """Take the rules, the day on which cases are read, and the source of chance."""
        self._questions = [question for question in tree.questions if question.purpose != RECORD]
        self._today = today
        self._chance = chance
        self._bounds = bounds_of(tree)

    def cases(self, count: int) -> Iterator[tuple[Case, str]]:
        """Yield `count` cases, each answer as likely as another."""
        for _ in range(count):
            yield {question.id: self.answer(question) for question in self._questions}, self._today

    def around(self, start: Case, today: str, count: int) -> Iterator[tuple[Case, str]]:
        """Yield `count` cases that differ from `start` in some answers."""
        for _ in range(count):
            leaves = self._chance.choice(CALM)
            changed = self._chance.choice(self._questions).id
            yield (
                {
                    q.id: self.answer(q) if q.id == changed or self._chance.random() < leaves else start.get(q.id)
                    for q in self._questions
                },
                today,
            )

    def answer(self, question: Question) -> Any:  # noqa: ANN401  an answer as JSON data
        """Return a random answer as JSON data; None for an open duty."""
        chance = self._chance
        if question.purpose == DUTY:
            states = [None, {"state": "done"}, {"state": "later", "date": self._today}]
            states += [{"state": "not_done", "reason": question.reasons[0]}] if question.reasons else []
            return chance.choice(states)
        if question.kind in ("number", "date"):
            return chance.choice(self._amounts(question) + [UNKNOWN] * question.unknown)
        options = [answer for answer in question.answers if answer not in (question.none, UNKNOWN)]
        if question.kind == "one":
            return chance.choice(question.answers)
        exclusive = [[answer] for answer in question.answers if answer not in options]
        if not options or (exclusive and chance.random() >= SOME_TICKED):
            return chance.choice(exclusive)
        ticked = set(chance.sample(options, chance.choice([1, 1, min(2, len(options)), len(options)])))
        return [option for option in options if option in ticked]

    def _amounts(self, question: Question) -> list[Any]:
        """Return a number or day on, below and above each bound that a condition names."""
        bounds = self._bounds.get(question.id, set())
        if question.kind == "date":
            named = [date.fromisoformat(self._today if bound == TODAY else str(bound)) for bound in {*bounds, TODAY}]
            days = {day.toordinal() + step for day in named for step in (-1, 0, 1)}
            return [date.fromordinal(day).isoformat() for day in sorted(days) if FIRST_DAY <= day <= LAST_DAY]
        low = 0 if question.minimum is None else question.minimum
        high = low + 1 if question.maximum is None else question.maximum
        near = {low, high} | {float(str(bound)) + step for bound in bounds for step in (-0.5, 0, 0.5)}
        return sorted(number for number in near if low <= number <= high)


def bounds_of(tree: Tree) -> dict[str, set[object]]:
    """Return per question the constants that conditions compare it with."""
    found: dict[str, set[object]] = {}
    for condition in every_condition(Rules(tree.questions, tree.advice, tree.decisions)):
        for atom in atoms(condition):
            if atom[0] == "cmp":
                found.setdefault(str(atom[1]), set()).add(atom[3])
    return found
