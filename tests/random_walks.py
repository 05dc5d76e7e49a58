"""Owns the random walks of the parity test: messages drawn so that every answer and every advice occurs often.

A walk goes, in any order and with detours, to a case on which the rarest advice so far is certain, and answers on the
way what was answered least, also what is not asked; it changes, takes back, and gives what no question takes.
Used by the parity test and by the oracle's, on the very same walks. Asks the engine in CPython for each View.
"""

import itertools
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from aids.runtime.engine import View, consult
from aids.runtime.model import DECIDE, DUTY, Question
from aids.runtime.tree import Tree

TODAY = "2026-11-22"
SEED = 20261122
WALKS = 500
TIMES = 20
"""In how many walks each answer and each advice must occur."""
DAYS = ("2026-11-21", "2026-11-22", "2026-11-23", "2027-03-01", "2020-02-29", "2031-12-31")
PACES = (3, 6, 12)
"""Changes between two messages."""
EXTRAS = 10
"""Answers in a walk beside those of the case that it goes to."""
NO_ANSWERS: tuple[object, ...] = ("bestaat-niet", 7, [], ["a", "a"], {"state": "misschien"}, True, "2026-02-30", "ë€🙂")

type Answers = dict[str, Any]


class Step(NamedTuple):
    """One message of a walk and the View that CPython gives for it."""

    answers: Answers
    today: str
    view: View


class Tally(NamedTuple):
    """How many walks each answer (`question=answer`) and each certain advice occurred in."""

    answers: Counter[str]
    advice: Counter[str]


def choices(question: Question) -> list[tuple[str, Any]]:
    """Return every kind of answer that `question` takes, with a name by which it is counted."""
    unknown = [("onbekend", "onbekend")] if question.unknown else []
    match question.kind:
        case "one":
            return [(answer, answer) for answer in question.answers]
        case "any":
            return [(answer, [answer]) for answer in question.answers]
        case "date":
            return [(day, day) for day in DAYS] + unknown
        case "number":
            low, high = question.minimum or 0, question.maximum or 100
            return [("low", low), ("high", high), ("middle", (low + high) // 2), *unknown]
        case "duty":
            done: list[tuple[str, Any]] = [("done", {"state": "done"}), ("open", {"state": "open"})]
            later = [("later", {"state": "later", "date": "2027-01-01"}), ("later-undated", {"state": "later"})]
            reasons = [(f"not-{reason}", {"state": "not_done", "reason": reason}) for reason in question.reasons]
            return done + later + reasons + [(f"with-{who}", {"state": "done", "who": who}) for who in question.who]
    return [("text", "Een zin met ë en 🙂"), ("empty", None)]


class Walker:
    """Draws walks through one tree from one seed. From the complete case `calm` two changes reach every advice."""

    def __init__(self, tree: Tree, seed: int, calm: Answers) -> None:
        self.tree = tree
        self.random = random.Random(seed)  # noqa: S311  walks must be the same every time
        self.by_id = {question.id: question for question in tree.questions}
        self.deciding = {question.id for question in tree.questions if question.purpose == DECIDE}
        self.tally = Tally(Counter(), Counter())
        self.choices = {(q.id, name): value for q in tree.questions for name, value in choices(q)}
        self.cases: dict[str, list[Answers]] = {advice.id: [] for advice in tree.advice}
        for case in self._near(calm):
            for advice in certain(consult(tree, case, TODAY)):
                self.cases[advice].append(case)

    def walks(self, count: int, times: int) -> Iterator[list[Step]]:
        """Yield `count` walks and then more, until every answer and advice occurred in `times` walks."""
        for done in itertools.count():
            if done >= count and not self.lacking(times):
                return
            assert done < count * 4, f"not reached: {self.lacking(times)}"
            yield self._walk()

    def lacking(self, times: int) -> list[str]:
        """Return what occurred in fewer than `times` walks."""
        answers = [f"{ident}={name}" for ident, name in self.choices]
        lacking = [name for name in answers if self.tally.answers[name] < times]
        return lacking + [advice for advice in self.cases if self.tally.advice[advice] < times]

    def _near(self, calm: Answers) -> Iterator[Answers]:
        """Yield calm with two of its answers changed, or one of them together with a question that calm leaves out."""
        changes = [(ident, value) for (ident, _), value in self.choices.items() if self.by_id[ident].purpose == DECIDE]
        changes += [
            (ident, value)
            for (ident, _), value in self.choices.items()
            if self.by_id[ident].purpose == DUTY and ident in calm
        ]
        for (first, one), (second, other) in itertools.combinations(changes, 2):
            if first in calm or second in calm:
                yield calm | {first: one, second: other}

    def _walk(self) -> list[Step]:
        """Draw one walk and count what occurred in it."""
        rarest = min(self.cases, key=lambda advice: (self.tally.advice[advice], self.random.random()))
        case = self.random.choice(self.cases[rarest])
        changes = [*case.items(), *self._rarest_answers()]
        self.random.shuffle(changes)
        detours = [(ident, self.random.choice(NO_ANSWERS)) for ident, _ in self.random.sample(changes, 2)]
        again = [change for change in changes if change[0] in self.random.sample(sorted(self.by_id), 8)]
        answers: Answers = {}
        steps: list[Step] = []
        pace = self.random.choice(PACES)
        for batch in itertools.batched([*changes[:-8], *detours, *changes[-8:], *again], pace, strict=False):
            answers |= dict(batch)
            if self.random.random() < 0.2:
                del answers[self.random.choice(sorted(answers))]
            steps.append(self._step(dict(answers)))
        kept = {ident: value for ident, value in answers.items() if ident not in self.deciding}
        steps.append(self._step(kept | case))
        self._count(steps)
        return steps

    def _step(self, answers: Answers) -> Step:
        """Return a message with the View that CPython gives."""
        return Step(answers, TODAY, consult(self.tree, answers, TODAY))

    def _rarest_answers(self) -> list[tuple[str, Any]]:
        """Return the answers that occurred least, some of them ticked together with another."""
        names = list(self.choices)
        self.random.shuffle(names)
        names.sort(key=lambda choice: self.tally.answers[f"{choice[0]}={choice[1]}"])
        return [(ident, self.choices[ident, name]) for ident, name in names[:EXTRAS]]

    def _count(self, steps: list[Step]) -> None:
        """Count each answer that some message of the walk held, and each advice that was certain in some View."""
        held = [(ident, value) for step in steps for ident, value in step.answers.items()]
        used = {f"{ident}={name}" for (ident, name), value in self.choices.items() if (ident, value) in held}
        self.tally.answers.update(used)
        self.tally.advice.update({advice for step in steps for advice in certain(step.view)})


def certain(view: View) -> list[str]:
    """Return the ids of certain advice."""
    return [given["id"] for given in view["advice"] if given["certainty"] == "certain"]
