"""Owns `View.remaining`: the questions and duties still to be put, the next one counted.

Exact where the tree has a walk (see `walk`); sound bounds for a tree over the compiler's budget, and where a duty that
comes later may bring back a question that nothing depends on now. Runs in browser and build.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from aids.runtime.diagram import Reduced
from aids.runtime.model import DECIDE, Question
from aids.runtime.state import State
from aids.runtime.walk import Ahead, Counts, Moment


def remaining(state: State, following: Question | None) -> dict[str, Any]:
    """Return `View.remaining`; `following` is the next question."""
    layout = state.tree.layout
    unput = [ident for ident in layout.duties if not state.is_given(layout.questions[ident])]

    @cache
    def freed() -> Reduced:
        """Return the diagram with the duties that were not put yet free."""
        return layout.prepared.restricted({**state.changed, **_ways(state, unput)})

    counts = layout.ahead and _counted(state, layout.ahead, unput, freed)
    counts = counts or _bounds(state, following, unput, freed())
    return {
        "decide": {"min": counts.least, "max": counts.most},
        "duty": {"min": counts.least_duties, "max": counts.most_duties},
        "exact": not counts.loose,
    }


def _ways(state: State, duties: list[str]) -> dict[int, tuple[int, ...]]:
    """Return the values that the variables of `duties` may get."""
    layout = state.tree.layout
    firsts = (layout.domains[ident][1] for ident in duties if ident in layout.domains)
    return {first: layout.ways[first] for first in firsts}


def _counted(state: State, ahead: Ahead, unput: list[str], freed: Callable[[], Reduced]) -> Counts | None:
    """Return the counts by the tree's walk."""
    layout = state.tree.layout
    put = [ident for ident in layout.duties if ident not in unput]
    opened = {layout.domains[ident][1]: (0,) for ident in put if ident in layout.domains}
    changed = {**opened, **state.changed}
    moment = Moment(
        {**layout.ways, **changed},
        state.reduced,
        freed,
        sum(1 << variable for variable in changed),
        sum(layout.duties[ident] for ident in put),
        sum(layout.duties[ident] for ident in unput),
    )
    return ahead.counts(moment)


def _bounds(state: State, following: Question | None, unput: list[str], freed: Reduced) -> Counts:
    """Return sound bounds: at most what depends on an answer under some word of the duties that were not put yet."""
    questions = state.tree.layout.questions
    most = sum(1 for ident in state.needed(freed) if questions[ident].purpose == DECIDE)
    least = int(following is not None and following.purpose == DECIDE)
    applicable = [freed.reading(state.tree.layout.roots["question"][ident]) for ident in unput]
    sure = sum(1 for reading in applicable if reading.terminals() == [1])
    possible = sum(1 for reading in applicable if reading.values & 2)
    return Counts(least, most, sure, possible, loose=least != most or sure != possible)
