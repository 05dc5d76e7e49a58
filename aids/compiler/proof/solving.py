"""Owns the asking of the solver: is there a case in which these formulas hold, and which is the plainest one?

Fed with an `Encoding`; used by all checks of the proof. What the solver cannot decide within its time raises
`UndecidedError`, so that it never passes for proven. Runs in the build only.
"""

from collections.abc import Sequence
from typing import Self

import z3

from aids.compiler.proof.encoding import Encoding
from aids.compiler.proof.terms import Truth, answer_of

SECONDS = 20.0
"""Time for one question to the solver."""


class UndecidedError(Exception):
    """The solver did not decide within its time."""


class Solver:
    """One tree's constraints on a case, asked again and again: what is learnt from one question helps the next."""

    def __init__(self, encoding: Encoding, seconds: float = SECONDS) -> None:
        """Take the rules whose questions are answered, and the time for one question (0: decide nothing)."""
        self._encoding = encoding
        self._milliseconds = int(seconds * 1000)
        self._solvers: dict[bool, z3.Solver] = {}

    def fresh(self) -> Self:
        """Return a solver of the same rules that was asked nothing yet: quicker for small questions."""
        return type(self)(self._encoding, self._milliseconds / 1000)

    def find(self, *truths: Truth, unfinished: bool = False) -> z3.ModelRef | None:
        """Return a case in which all `truths` hold, or None if there is none; raises `UndecidedError`."""
        solver = self._solver(unfinished=unfinished)
        return solver.model() if self._ask(solver, truths) else None

    def plainest(
        self, wishes: Sequence[Sequence[Truth]], *truths: Truth, unfinished: bool = False
    ) -> z3.ModelRef | None:
        """Return the case in which `truths` hold, and of each group of wishes the first that can be had.

        The first wishes of all groups go before the second ones, and earlier groups before later ones: so the same case
        comes out whatever the solver was asked before, as far as the wishes settle it.
        """
        if self.find(*truths, unfinished=unfinished) is None:
            return None
        solver = self._solver(unfinished=unfinished)
        solver.push()
        try:
            solver.add(*truths)
            refused = self._refused(solver, [group for group in wishes if group])
            for group in refused:
                granted = next((wish for wish in group[1:] if self._ask(solver, [wish])), None)
                solver.add(*([granted] if granted is not None else []))
            self._ask(solver, [])
            return solver.model()
        finally:
            solver.pop()

    def _refused(self, solver: z3.Solver, groups: Sequence[Sequence[Truth]]) -> list[Sequence[Truth]]:
        """Grant the first wish of each of `groups` in turn, in halves for speed; return where it cannot be had."""
        hoped = [group[0] for group in groups]
        if self._ask(solver, hoped):
            solver.add(*hoped)
            return []
        if len(groups) == 1:
            return list(groups)
        half = len(groups) // 2
        return [*self._refused(solver, groups[:half]), *self._refused(solver, groups[half:])]

    def conflict(self, truths: Sequence[Truth], *given: Truth) -> list[int]:
        """Return the places of the fewest `truths` that cannot hold together where `given` does; [] if all can."""
        left = list(range(len(truths)))
        if self.find(*given, *truths) is not None:
            return []
        for place in tuple(left):
            fewer = [truths[other] for other in left if other != place]
            if self.find(*given, *fewer) is None:
                left.remove(place)
        return left

    def _ask(self, solver: z3.Solver, truths: Sequence[Truth]) -> bool:
        answer = answer_of(solver, truths) if self._milliseconds else None
        if answer is None:
            raise UndecidedError
        return answer

    def _solver(self, *, unfinished: bool) -> z3.Solver:
        if unfinished not in self._solvers:
            solver = z3.Solver()
            solver.set("timeout", max(1, self._milliseconds))
            solver.add(*self._encoding.legal(unfinished=unfinished))
            self._solvers[unfinished] = solver
        return self._solvers[unfinished]
