"""Owns the exact number of complete cases of a tree: what its claims are proven on. Used by `proving`.

A complete case gives each question that applies one answer. Counted are the decide questions and the duties; numbers
and days count once for each region between the constants that conditions name, since no rule tells more apart.
Questions are answered one by one; what is left of the other conditions is all that need be remembered, and parts that
share no question are counted apart. Runs in the build only.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from aids.compiler.diagrams import Rules, every_condition
from aids.compiler.proof.interpretation import MEASURED, Interpretation
from aids.runtime.conditions import ALWAYS, NEVER, TODAY, UNKNOWN, Condition, atoms, compares
from aids.runtime.model import DUTY, DUTY_WORDS, RECORD, Question
from aids.runtime.tree import Tree

STEPS = 200_000
"""Steps after which the count is given up: the certificate then gives none."""

type Open = tuple[str, Condition]
"""A question still to be answered, and what is left of the condition under which it applies."""


class TooManyError(Exception):
    """Counting takes too many steps."""


class Spelled(Interpretation[Condition]):
    """Conditions written out in full: over raw answers only, with what they take for granted."""

    def constant(self, *, truth: bool) -> Condition:  # noqa: D102  as the base class says
        return ("const", truth)

    def opposite(self, truth: Condition) -> Condition:  # noqa: D102
        return ("const", not truth[1]) if truth[0] == "const" else ("not", truth)

    def both(self, truths: Sequence[Condition]) -> Condition:  # noqa: D102
        return joined("all", truths)

    def either(self, truths: Sequence[Condition]) -> Condition:  # noqa: D102
        return joined("any", truths)

    def choice(self, ident: str, answer: str) -> Condition:  # noqa: D102
        return ("in", ident, (answer,))

    def chosen(self, ident: str, values: Sequence[str]) -> Condition:  # noqa: D102
        return ("in", ident, tuple(values)) if values else NEVER

    def compared(self, ident: str, sign: str, bound: object) -> Condition:  # noqa: D102
        return ("cmp", ident, sign, bound)


def joined(joint: str, parts: Iterable[Condition]) -> Condition:
    """Return `parts` as one condition, without constants and without a part twice."""
    neutral, absorbing = (ALWAYS, NEVER) if joint == "all" else (NEVER, ALWAYS)
    left = [part for part in dict.fromkeys(parts) if part != neutral]
    if absorbing in left:
        return absorbing
    return (joint, tuple(left)) if len(left) > 1 else left[0] if left else neutral


def count_cases(tree: Tree, today: str) -> int | None:
    """Return the number of complete cases on the day `today`, or None where that takes too long to count."""
    spelled = Spelled(tree.questions, tree.advice, tree.decisions)
    asked = tuple((q.id, spelled.applies(q.id)) for q in tree.questions if q.purpose != RECORD)
    try:
        return _Counter(tree, today).count(asked)
    except TooManyError:
        return None


class _Counter:
    """Counts the answers to questions still open; what was counted once is kept."""

    def __init__(self, tree: Tree, today: str) -> None:
        self._questions = {question.id: question for question in tree.questions}
        self._cells = _cells(tree, today)
        self._today = today
        self._kept: dict[tuple[Open, ...], int] = {}
        self._steps = 0

    def count(self, asked: tuple[Open, ...]) -> int:
        """Return the number of ways to answer `asked`, in file order."""
        total = 1
        for part in _apart(asked):
            if part not in self._kept:
                self._kept[part] = self._first_answered(part)
            total *= self._kept[part]
        return total

    def _first_answered(self, asked: tuple[Open, ...]) -> int:
        self._steps += 1
        if self._steps > STEPS:
            raise TooManyError
        (ident, when), *rest = asked
        if when == NEVER:
            return self.count(tuple(rest))
        named = list(dict.fromkeys(atom for _, later in rest for atom in spelled_atoms(later) if atom[1] == ident))
        ways: dict[tuple[bool, ...], int] = {}
        for truths, weight in self._answers(self._questions[ident], named):
            ways[truths] = ways.get(truths, 0) + weight
        total = 0
        for truths, weight in ways.items():
            known = dict(zip(named, truths, strict=True))
            total += weight * self.count(tuple((other, settled(later, known)) for other, later in rest))
        return total

    def _answers(self, question: Question, named: list[Condition]) -> Iterator[tuple[tuple[bool, ...], int]]:
        """Yield which of the atoms `named` are true, for each kind of answer, and how many answers are of that kind."""
        if question.kind in MEASURED:
            for cell in self._cells[question.id]:
                yield tuple(self._true_of(atom, cell) for atom in named), 1
            return
        values = question.answers
        if question.purpose == DUTY:
            values = tuple(word for word in DUTY_WORDS.values() if word != "niet" or question.reasons)
        sets: list[frozenset[object]] = [frozenset(_values(atom)) for atom in named]
        alone = values if question.kind != "any" else (question.none, UNKNOWN)
        for value in values:
            if value in alone:
                yield tuple(value in each for each in sets), 1
        kinds: dict[tuple[bool, ...], int] = {}
        for option in (value for value in values if value not in alone):
            member = tuple(option in each for each in sets)
            kinds[member] = kinds.get(member, 0) + 1
        for ticked in itertools.product((False, True), repeat=len(kinds)):
            if any(ticked):
                chosen = [kind for kind, on in zip(kinds.items(), ticked, strict=True) if on]
                weight = 1
                for _, options in chosen:
                    weight *= 2**options - 1
                yield tuple(any(truths) for truths in zip(*(member for member, _ in chosen), strict=True)), weight

    def _true_of(self, atom: Condition, cell: object) -> bool:
        if atom[0] == "in":
            return cell == UNKNOWN
        bound = self._today if atom[3] == TODAY else atom[3]
        return compares(cell, str(atom[2]), date.fromisoformat(bound).toordinal() if isinstance(bound, str) else bound)


def spelled_atoms(condition: Condition) -> Iterator[Condition]:
    """Yield the atoms of a spelled condition."""
    if condition[0] == "not":
        yield from spelled_atoms(condition[1])  # type: ignore[arg-type]
    elif condition[0] in ("all", "any"):
        for part in condition[1]:  # type: ignore[attr-defined]
            yield from spelled_atoms(part)
    elif condition[0] != "const":
        yield condition


def settled(condition: Condition, known: dict[Condition, bool]) -> Condition:
    """Return what is left of a spelled condition once the atoms in `known` are."""
    match condition:
        case ("not", tuple(part)):
            left = settled(part, known)
            return ("const", not left[1]) if left[0] == "const" else ("not", left)
        case (("all" | "any") as joint, tuple(parts)):
            return joined(joint, [settled(part, known) for part in parts])
    return ("const", known[condition]) if condition in known else condition


def _apart(asked: tuple[Open, ...]) -> Iterator[tuple[Open, ...]]:
    """Yield the groups of questions that name none of another group, each in file order."""
    groups: list[tuple[set[str], list[int]]] = []
    for place, (ident, when) in enumerate(asked):
        names = {ident, *(str(atom[1]) for atom in spelled_atoms(when))}
        touching = [group for group in groups if group[0] & names]
        groups = [group for group in groups if not group[0] & names]
        groups.append((names.union(*(group[0] for group in touching)), [place, *(p for g in touching for p in g[1])]))
    for _, places in groups:
        yield tuple(asked[place] for place in sorted(places))


def _cells(tree: Tree, today: str) -> dict[str, list[object]]:
    """Return for each number and date a value in every region that conditions tell apart; days as calendar numbers."""
    found: dict[str, list[object]] = {}
    rules = Rules(tree.questions, tree.advice, tree.decisions)
    every = [atom for condition in every_condition(rules) for atom in atoms(condition)]
    for question in tree.questions:
        if question.kind not in MEASURED or question.purpose == RECORD:
            continue
        named = [atom for atom in every if atom[:2] == ("cmp", question.id)]
        bounds = sorted({_bound(atom[3], today) for atom in named})
        found[question.id] = [*_regions(question, bounds), *([UNKNOWN] * question.unknown)]
    return found


def _regions(question: Question, bounds: list[float]) -> Iterator[float]:
    """Yield each bound that is a possible answer, and a value in each gap that holds one."""
    low, high, step = question.minimum, question.maximum, 0.0
    if question.kind == "date":
        low, high, step = date.min.toordinal(), date.max.toordinal(), 1.0
    low, high = float("-inf") if low is None else low, float("inf") if high is None else high
    yield from (bound for bound in bounds if low <= bound <= high)
    for below, above in itertools.pairwise([low - max(step, 1), *bounds, high + max(step, 1)]):
        least, most = max(low, below + step), min(high, above - step)
        if question.kind == "date" and least <= most:
            yield least
        if question.kind == "number" and max(low, below) < min(high, above):
            yield (max(low, below) + min(high, above)) / 2
        elif question.kind == "number" and below < low == high < above:
            yield low


def _bound(bound: object, today: str) -> float:
    value = today if bound == TODAY else bound
    return date.fromisoformat(value).toordinal() if isinstance(value, str) else float(str(value))


def _values(atom: Condition) -> tuple[object, ...]:
    match atom:
        case ("in", _, tuple(values)):
            return values
    return ()
