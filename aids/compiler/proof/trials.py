"""Owns whether the examples of a tree tell a mutant from its rules. Used by `judging`.

Of each example the reading as it stands (unanswered is `onbekend`) and some cases that complete it are asked, in one
crowd: advice that is certain must be given in each of them. Runs in the build only.
"""

import random
from collections.abc import Iterable, Iterator

from aids.compiler.diagrams import Rules
from aids.compiler.document import Example
from aids.compiler.proof.crowd import Crowd, People
from aids.compiler.proof.encoding import Case
from aids.compiler.proof.examples import example_day, plain
from aids.compiler.proof.inquiry import Inquiry
from aids.compiler.proof.interpretation import Key
from aids.compiler.proof.mutation import Mutant
from aids.compiler.proof.sampling import Sampler
from aids.runtime.model import DECIDE

COMPLETIONS = 16
"""Cases that complete an example in which a question is still open."""
SEED = 20261122


class Trials:
    """The examples of one tree: which cases of a crowd must give what, and which must not."""

    def __init__(self, inquiry: Inquiry) -> None:
        """Take the examples, each with its completions."""
        self._inquiry = inquiry
        self._sampler = Sampler(inquiry.tree, inquiry.document.reviewed, random.Random(SEED))  # noqa: S311
        self._advice: dict[str, int] = {}
        self._without: dict[str, int] = {}
        self._outcomes: dict[tuple[str, str], int] = {}
        self._rows: dict[tuple[str, str], int] = {}
        cases: list[tuple[Case, str]] = []
        for example in inquiry.document.examples:
            standing = 1 << len(cases)
            drawn = list(self._cases(example))
            cases += drawn
            self._expect(example, standing, (1 << len(cases)) - standing, complete=len(drawn) == 1)
        tree = inquiry.tree
        self._people = People(tree.questions, cases)
        self.crowd = Crowd(tree.questions, tree.advice, tree.decisions, self._people)
        for advice in tree.advice:
            self.crowd.advice(advice.id)

    def tell(self, rules: Rules, kept: dict[Key, int]) -> bool:
        """Return whether an example comes out differently under `rules`; `kept` is what is known to hold of them."""
        crowd = Crowd(*rules, self._people)
        crowd.kept = kept
        return (
            any(cases & ~crowd.advice(ident) for ident, cases in self._advice.items())
            or any(cases & crowd.advice(ident) for ident, cases in self._without.items())
            or any(cases & ~crowd.outcome(*pair) for pair, cases in self._outcomes.items())
            or any(cases & ~crowd.row(*pair) for pair, cases in self._rows.items())
        )

    def _expect(self, example: Example, standing: int, every: int, *, complete: bool) -> None:
        """Take what one example expects of its cases: of its standing reading, and of every completion."""
        expect = example.expect
        others = {advice.id for advice in self._inquiry.tree.advice}.difference(expect.advice)
        unwanted = others if expect.exactly and complete else expect.without
        _add(self._advice, expect.advice, every)
        _add(self._without, unwanted, every)
        _add(self._outcomes, expect.outcomes, standing)
        _add(self._rows, expect.rows, standing)

    def tell_urgency(self, mutant: Mutant) -> bool:
        """Return whether an example names the urgency of the advice that got another one."""
        return any(
            ident == mutant.ident for example in self._inquiry.document.examples for ident, _ in example.expect.urgency
        )

    def _cases(self, example: Example) -> Iterator[tuple[Case, str]]:
        """Yield the example as it stands, and completions of it unless every question that applies is answered."""
        given, day = plain(example.given), example_day(self._inquiry.document, example)
        yield given, day
        applying = self._inquiry.teller.applying(given, day)
        if any(question.purpose == DECIDE and question.id not in given for question in applying):
            questions = self._inquiry.tree.questions
            free = [q for q in questions if q.purpose == DECIDE and q.id not in given]
            for _ in range(COMPLETIONS):
                yield {**given, **{q.id: self._sampler.answer(q) for q in free}}, day


def _add[Name](found: dict[Name, int], names: Iterable[Name], cases: int) -> None:
    """Add `cases` to those found for each of `names`."""
    for name in names:
        found[name] = found.get(name, 0) | cases
