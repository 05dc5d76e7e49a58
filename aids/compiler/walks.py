"""Owns the laying out of a tree's walk: every state that a reader may come through, for exact counts of what remains.

Fed with the diagram in file order; used by `compile`. A state is a set of nodes that are not settled yet and hang
together through the questions that they depend on, each with the duties that apply if it comes out true. What is
settled asks nothing and is left out. Runs in the build only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from aids.runtime.diagram import TRUE, Diagram, Ref
from aids.runtime.domains import Domain
from aids.runtime.model import DECIDE, DUTY, Question
from aids.runtime.walk import Edge, State, Walk

BUDGET = 50_000
"""Steps from state to state that a walk may hold. With more, a browser could not count within a frame."""

CROWDED = 3
"""How many questions are named when a walk is over the budget."""

type Pending = frozenset[tuple[Ref, int]]
"""Nodes that are not settled, each with the duties (bits) that apply if it comes out true."""

type Step = tuple[int, list[Pending]]
"""The duties that apply from here on, and the states that remain side by side."""


def walk_of(questions: Sequence[Question], diagram: Diagram, budget: int = BUDGET) -> Walk | None:
    """Return the walk of a tree, or None where it would be over the budget."""
    survey = Survey(questions, diagram)
    return survey.walk() if survey.explore(budget) else None


def crowded_questions(questions: Sequence[Question], diagram: Diagram, budget: int = BUDGET) -> tuple[str, ...]:
    """Return the questions at which most is open at once, if the walk is over the budget: those to move together."""
    survey = Survey(questions, diagram)
    return () if survey.explore(budget) else survey.crowded()


class Survey:
    """The states of one tree, from the start on."""

    def __init__(self, questions: Sequence[Question], diagram: Diagram) -> None:
        """Look up what each node depends on, and where the tree starts."""
        by_id = {question.id: question for question in questions}
        domains = [Domain(by_id[ident], bounds, today) for ident, bounds, today in diagram.domains]
        self.nodes = diagram.nodes
        self.question_of = [domain.question.id for domain in domains for _ in domain.arities()]
        bits = {domain.question.id: 1 << place for place, domain in enumerate(domains)}
        self.depends: list[int] = []
        for variable, children in diagram.nodes:
            below = (self.depends[child] for child in children if child >= 0)
            self.depends.append(reduce(or_, below, bits[self.question_of[variable]]))
        self.steps: dict[Pending, tuple[Step, ...]] = {}
        duties = {q.id: 1 << place for place, q in enumerate(q for q in questions if q.purpose == DUTY)}
        roots = [(ref, 0) for name, ref in diagram.roots.items() if not name.startswith("question:")]
        settled = (question.id for question in questions if question.purpose != DECIDE)
        roots += [(diagram.roots[f"question:{ident}"], duties.get(ident, 0)) for ident in settled]
        self.start = self._step(roots)

    def explore(self, budget: int) -> bool:
        """Find every state that the start leads to; False where that takes more steps than the budget."""
        todo = list(self.start[1])
        self.steps = dict.fromkeys(todo, ())
        while todo and budget > 0:
            state = todo.pop()
            self.steps[state] = tuple(self._steps_from(state))
            for _, states in self.steps[state]:
                budget -= len(states)
                todo += (found for found in states if found not in self.steps)
                self.steps |= {found: () for found in states if found not in self.steps}
        return not todo

    def walk(self) -> Walk:
        """Return the walk: states in order, children before parents."""
        ordered = sorted(self.steps, key=self._variable, reverse=True)
        places = {state: place for place, state in enumerate(ordered)}

        def edge(step: Step) -> Edge:
            return step[0], tuple(places[state] for state in step[1])

        states: list[State] = []
        for state in ordered:
            variable = self._variable(state)
            question = self.question_of[variable]
            tops = sorted(ref for ref, _ in state if self.question_of[self.nodes[ref][0]] == question)
            states.append((variable, tuple(tops), tuple(edge(step) for step in self.steps[state])))
        return Walk(tuple(states), edge(self.start))

    def crowded(self) -> tuple[str, ...]:
        """Return the questions at which the most states found so far lie."""
        found = Counter(self.question_of[self._variable(state)] for state in self.steps)
        return tuple(ident for ident, _ in found.most_common(CROWDED))

    def _variable(self, state: Pending) -> int:
        return min(self.nodes[ref][0] for ref, _ in state)

    def _steps_from(self, state: Pending) -> Iterator[Step]:
        """Yield per value of the state's first variable where it leads."""
        top = self._variable(state)
        width = next(len(self.nodes[ref][1]) for ref, _ in state if self.nodes[ref][0] == top)
        for value in range(width):
            yield self._step(
                (self.nodes[ref][1][value] if self.nodes[ref][0] == top else ref, duties) for ref, duties in state
            )

    def _step(self, pending: Iterable[tuple[Ref, int]]) -> Step:
        """Return the duties that are now sure to apply, and what remains in sets that share no question."""
        applying = 0
        remaining: dict[Ref, int] = {}
        for ref, duties in pending:
            if ref >= 0:
                remaining[ref] = remaining.get(ref, 0) | duties
            elif ref == TRUE:
                applying |= duties
        return applying, self._apart(remaining)

    def _apart(self, remaining: Mapping[Ref, int]) -> list[Pending]:
        found: list[tuple[int, list[Ref]]] = []
        for ref in sorted(remaining):
            joined = [part for part in found if part[0] & self.depends[ref]]
            found = [part for part in found if not part[0] & self.depends[ref]]
            refs = [ref, *(other for part in joined for other in part[1])]
            found.append((reduce(or_, (part[0] for part in joined), self.depends[ref]), refs))
        return [frozenset((ref, remaining[ref]) for ref in refs) for _, refs in found]
