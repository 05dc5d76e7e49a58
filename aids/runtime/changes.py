"""Owns "this advice becomes different if": the fewest answers to change so that safety is added, and what to find out.

A change is shown only if every advice to act that is certain stays certain, nothing closes, no outcome becomes lighter,
and an advice comes on top or an outcome becomes worse. So nobody learns here which answer would take away a call, a
report or a consultation. For the same reason a change of more than one given answer is not told: one of its steps might
lighten the case. Exact: a cheapest way through the tree's diagram (`routes`), on which a given answer that is
changed counts. What nobody answered is free, and stands at `onbekend` unless the change answers it.

Used by `bridge`. Runs in browser and build. Duties stay as they stand: they are done, not chosen.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Self

from aids.runtime.cases import Standing
from aids.runtime.conditions import UNKNOWN, Value
from aids.runtime.diagram import Reading, Reduced
from aids.runtime.model import DECIDE, Decision, Question
from aids.runtime.routes import Goal, Home, Way, cheapest_ways
from aids.runtime.state import State, restriction, state_of
from aids.runtime.tree import Tree
from aids.runtime.why import reasons

type Answers = Mapping[str, Any]

type Change = dict[str, Any]
"""Question to its new answer, as JSON data."""

type Ranks = dict[str, int]
"""By outcome, how light it is: 0 is the worst; what does not apply is lightest of all."""

GIVEN, FREE = 1000, 1
"""What it costs to change a given answer, and to answer what nobody did."""

NOT_GIVEN, IS_GIVEN = 0b01, 0b10
"""The terminals at which advice is not given, and at which it is."""


class Wish(NamedTuple):
    """What a change may bring: an advice on top, or (with a `decision`) an outcome of it at `rank` or worse."""

    name: str
    decision: Decision | None
    rank: int


class Picture(NamedTuple):
    """What a change is held against.

    Advice to act that is `certain`, and all that `stands`; `closing` advice that stands; by decision the `standing`
    ranks and the `lightest` that may still come.
    """

    state: State
    certain: frozenset[str]
    closing: frozenset[str]
    stands: frozenset[str]
    standing: dict[str, Ranks]
    lightest: dict[str, Ranks]

    @classmethod
    def of(cls, state: State) -> Self:
        """Return the picture of a consultation."""
        tree = state.tree
        closing = frozenset(advice.id for advice in tree.advice if advice.closes)
        stands = frozenset(reasons(tree, state.case, state.standing, state.today))
        certain = frozenset(ident for ident, reading in state.advised.items() if reading.values == IS_GIVEN)
        return cls(
            state,
            certain - closing,
            stands & closing,
            stands - closing,
            {decision.id: _standing_ranks(decision, state.standing[decision.id]) for decision in tree.decisions},
            {decision.id: _lightest(tree, decision, state.decided[decision.id]) for decision in tree.decisions},
        )

    def wishes(self) -> Iterator[Wish]:
        """Yield what a change may add: each advice to act that does not stand, each outcome worse than what stands."""
        for advice in self.state.tree.advice:
            if not advice.closes and advice.id not in self.certain and advice.id not in self.stands:
                yield Wish(advice.id, None, 0)
        for decision in self.state.tree.decisions:
            for name, rank in self.standing[decision.id].items():
                if rank < len(decision.gives[name]):
                    yield from (Wish(name, decision, worse) for worse in range(rank))


def changes(tree: Tree, answers: Answers, today: str) -> dict[str, Any]:
    """Return {"changes": [...], "find_out": [...]} for `answers` on `today`.

    A change is {"answers": [{"question", "from", "to"}], "advice": [ids on top], "outcomes": {"decision.outcome":
    value} of what becomes worse}; smallest first. `find_out` lists the questions answered `onbekend` on which something
    still depends.
    """
    state = state_of(tree, answers, today)
    picture = Picture.of(state)
    homes = _homes(state)
    found: dict[str, Change] = {}
    for wish, way in _ways(picture, homes):
        change = _trimmed(picture, _change(state, homes, way), wish)
        found[repr(change)] = change
    told = [
        _told(picture, answers, change) for change in found.values() if len(change.keys() & state.answers.values) <= 1
    ]
    return {"changes": sorted(told, key=_size), "find_out": _find_out(state)}


def _size(told: dict[str, Any]) -> tuple[int, int]:
    """Return how many given answers a change takes, and how many answers in all."""
    return sum(answer["from"] is not None for answer in told["answers"]), len(told["answers"])


def _ways(picture: Picture, homes: Sequence[Home]) -> Iterator[tuple[Wish, Way]]:
    """Yield each wish that can be fulfilled with a cheapest way to it."""
    state = picture.state
    layout = state.tree.layout
    free = restriction(layout, state.answers._replace(values={}), state.today)
    reduced = layout.prepared.restricted(free)
    advised = {ident: reduced.places[ref] for ident, ref in layout.roots["advice"].items()}
    required = [Goal(advised[ident], IS_GIVEN) for ident in sorted(picture.certain)]
    required += [Goal(advised[a.id], NOT_GIVEN) for a in state.tree.advice if a.closes and a.id not in picture.closing]
    for decision in state.tree.decisions:
        place = reduced.places[layout.roots["decision"][decision.id]]
        required.append(Goal(place, _terminals(state.tree, decision, picture.standing[decision.id])))
    wishes = list(picture.wishes())
    wanted = []
    for wish in wishes:
        if wish.decision is None:
            wanted.append(Goal(advised[wish.name], IS_GIVEN))
        else:
            place = reduced.places[layout.roots["decision"][wish.decision.id]]
            wanted.append(Goal(place, _terminals(state.tree, wish.decision, {wish.name: wish.rank})))
    allowed = {**layout.prepared.usual, **free}
    for number, way in cheapest_ways(reduced, allowed, homes, required, wanted).items():
        yield wishes[number], way


def _homes(state: State) -> list[Home]:
    """Return for each variable what it is if nothing changes, and what a change costs."""
    homes = []
    for number, (domain, _) in enumerate(state.tree.layout.domains.values()):
        given = state.answers.values.get(domain.question.id)
        value = _unknown(domain.question) if given is None else given
        fixed = {} if value is None else {offset: values[0] for offset, values in domain.fix(value, state.today)}
        weight = FREE if given is None else GIVEN
        homes += [Home(fixed.get(offset), number, weight) for offset in range(len(domain.arities()))]
    return homes


def _unknown(question: Question) -> Value:
    """Return what an unanswered question stands at, None for a duty or a question without `onbekend`."""
    if question.purpose != DECIDE or not question.unknown:
        return None
    return frozenset({UNKNOWN}) if question.kind == "any" else UNKNOWN


def _change(state: State, homes: Sequence[Home], way: Way) -> Change:
    """Return the answers along `way` that are not the given ones."""
    change: Change = {}
    for ident, (domain, first) in state.tree.layout.domains.items():
        own = range(first, first + len(domain.arities()))
        met = {variable - first: way[variable] for variable in own if variable in way}
        given = state.answers.values.get(ident)
        if not met or (
            given is not None and all(homes[first + offset].value == value for offset, value in met.items())
        ):
            continue
        kept = given if isinstance(given, frozenset) else frozenset[str]()
        change[ident] = domain.answer(met, kept, state.today)
    return change


def _trimmed(picture: Picture, change: Change, wish: Wish) -> Change:
    """Return `change` without the answers `onbekend` to questions that nobody answered and need not answer.

    What stands is the same without them; each that something must be certain by is kept.
    """
    state = picture.state
    layout = state.tree.layout
    given = state.answers
    spare = [ident for ident, to in change.items() if ident not in given.values and to in (UNKNOWN, [UNKNOWN])]
    kept = {ident: to for ident, to in change.items() if ident not in spare}
    while True:
        values = given.values | {ident: frozenset(to) if isinstance(to, list) else to for ident, to in kept.items()}
        reduced = layout.prepared.restricted(restriction(layout, given._replace(values=values), state.today))
        support = _unsettled(picture, reduced, wish)
        if not support:
            return kept
        first = next(ident for ident in spare if layout.masks[ident] & support)
        kept[first] = change[first]


def _unsettled(picture: Picture, reduced: Reduced, wish: Wish) -> int:
    """Return the variables on which it depends whether all that must be certain in `reduced` is."""
    tree = picture.state.tree
    roots = tree.layout.roots
    support = 0
    for ident in picture.certain if wish.decision else (*picture.certain, wish.name):
        support |= reduced.reading(roots["advice"][ident]).support
    for decision in tree.decisions:
        reading = reduced.reading(roots["decision"][decision.id])
        if not _no_lighter(_lightest(tree, decision, reading), picture.lightest[decision.id]):
            support |= reading.support
    return support


def _told(picture: Picture, answers: Answers, change: Change) -> dict[str, Any]:
    """Return a change as the page receives it."""
    tree = picture.state.tree
    given = picture.state.answers.values
    after = Picture.of(state_of(tree, {**answers, **change}, picture.state.today))
    return {
        "answers": [
            {"question": q.id, "from": answers[q.id] if q.id in given else None, "to": change[q.id]}
            for q in tree.questions
            if q.id in change
        ],
        "advice": [a.id for a in tree.advice if a.id in after.certain - picture.certain - picture.stands],
        "outcomes": {
            f"{decision.id}.{name}": values[after.standing[decision.id][name]]
            for decision in tree.decisions
            for name, values in decision.gives.items()
            if after.standing[decision.id][name] < picture.standing[decision.id][name] < len(values)
        },
    }


def _find_out(state: State) -> list[str]:
    """Return the questions answered `onbekend` on which something depends, if all of those could still be answered."""
    values = state.answers.values
    unknown = [ident for ident, value in values.items() if value in (UNKNOWN, frozenset({UNKNOWN}))]
    known = {ident: value for ident, value in values.items() if ident not in unknown}
    layout = state.tree.layout
    freed = layout.prepared.restricted(restriction(layout, state.answers._replace(values=known), state.today))
    needed = state.needed(freed)
    return [question.id for question in state.tree.questions if question.id in unknown and question.id in needed]


def _ranks(decision: Decision, outcomes: Mapping[str, str]) -> Ranks:
    return {name: decision.gives[name].index(value) for name, value in outcomes.items()}


def _lightest_of_all(decision: Decision) -> Ranks:
    return {name: len(values) for name, values in decision.gives.items()}


def _standing_ranks(decision: Decision, standing: Standing) -> Ranks:
    outcomes = standing.outcomes
    return _lightest_of_all(decision) if isinstance(outcomes, str) else _ranks(decision, outcomes)


def _lightest(tree: Tree, decision: Decision, reading: Reading) -> Ranks:
    """Return the lightest of each outcome that some completion gives."""
    sets = tree.diagram.outcomes[decision.id]
    every = [_ranks(decision, sets[v - 1]) if v else _lightest_of_all(decision) for v in reading.terminals()]
    return {name: max(ranks[name] for ranks in every) for name in decision.gives}


def _no_lighter(ranks: Ranks, limits: Ranks) -> bool:
    return all(ranks[name] <= limit for name, limit in limits.items())


def _terminals(tree: Tree, decision: Decision, limits: Ranks) -> int:
    """Return the terminals of a decision (bits) at which no outcome is lighter than `limits`."""
    every = [
        _lightest_of_all(decision),
        *(_ranks(decision, outcomes) for outcomes in tree.diagram.outcomes[decision.id]),
    ]
    return sum(1 << terminal for terminal, ranks in enumerate(every) if _no_lighter(ranks, limits))
