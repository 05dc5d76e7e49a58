"""Owns what the rules say on many cases at once: a set of cases is a whole number with one bit a case.

Much quicker than the solver, and no proof: used to find cases that tell a mutant from the rules. Build only.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_

from aids.compiler.proof.encoding import Case, named
from aids.compiler.proof.interpretation import MEASURED, Interpretation
from aids.runtime.conditions import TODAY, UNKNOWN, compares
from aids.runtime.model import DECIDE, RECORD, Advice, Decision, Question


class People:
    """A row of cases (raw answers and a day), and for each answer the set of those that give it."""

    def __init__(self, questions: Iterable[Question], cases: Iterable[tuple[Case, str]] = ()) -> None:
        """Take the cases; the questions say how an answer is read."""
        self._questions = [question for question in questions if question.purpose != RECORD]
        self.cases: list[tuple[Case, str]] = []
        self.choices: dict[tuple[str, str], int] = {}
        self._comparisons: dict[tuple[str, str, object], int] = {}
        for case, day in cases:
            self.join(case, day)

    @property
    def all(self) -> int:
        """Every case."""
        return (1 << len(self.cases)) - 1

    def join(self, case: Case, day: str) -> None:
        """Add a case at the end of the row."""
        place = 1 << len(self.cases)
        self.cases.append((case, day))
        self._comparisons.clear()
        for question in self._questions:
            answer = case.get(question.id)
            if answer is None and question.purpose == DECIDE:
                answer = UNKNOWN
            if question.kind not in MEASURED or answer == UNKNOWN:
                for each in named(question, answer):
                    key = (question.id, each)
                    self.choices[key] = self.choices.get(key, 0) | place

    def compared(self, ident: str, sign: str, bound: object) -> int:
        """Return the cases whose number or day compares so with `bound`."""
        key = (ident, sign, bound)
        if key not in self._comparisons:
            held = (
                compares(case.get(ident, UNKNOWN), sign, day if bound == TODAY else bound) for case, day in self.cases
            )
            self._comparisons[key] = sum(1 << place for place, holds in enumerate(held) if holds)
        return self._comparisons[key]


class Crowd(Interpretation[int]):
    """The rules of one tree on a row of cases."""

    def __init__(
        self,
        questions: Iterable[Question],
        advice: Iterable[Advice],
        decisions: Iterable[Decision],
        people: People,
    ) -> None:
        """Take the rules and the cases."""
        super().__init__(questions, advice, decisions)
        self.people = people

    def constant(self, *, truth: bool) -> int:  # noqa: D102  as the base class says
        return self.people.all if truth else 0

    def opposite(self, truth: int) -> int:  # noqa: D102
        return self.people.all & ~truth

    def both(self, truths: Sequence[int]) -> int:  # noqa: D102
        return reduce(and_, truths, self.people.all)

    def either(self, truths: Sequence[int]) -> int:  # noqa: D102
        return reduce(or_, truths, 0)

    def choice(self, ident: str, answer: str) -> int:  # noqa: D102
        return self.people.choices.get((ident, answer), 0)

    def compared(self, ident: str, sign: str, bound: object) -> int:  # noqa: D102
        return self.people.compared(ident, sign, bound)
