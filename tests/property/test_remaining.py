"""What remains to be put, against every way in which a reader may answer."""

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from aids.runtime.engine import consult
from aids.runtime.model import DECIDE, DUTY, Question
from aids.runtime.tree import Tree, lay_out
from tests import oracle
from tests.property.random_trees import TODAY, answers, trees
from tests.property.test_engine_against_oracle import samples

type Bounds = tuple[int, int, int, int]

MOST = 4_000
"""States that are walked through at most; a tree with more is left out."""


class Walker:
    """Answers what is next in every way, state by state."""

    def __init__(self, tree: Tree) -> None:
        """Start with nothing known."""
        self.tree = tree
        self.known: dict[str, Bounds] = {}

    def bounds(self, given_answers: dict[str, Any]) -> Bounds:
        """Return the least and most questions, and the least and most duties, that are still put."""
        key = repr(sorted(given_answers.items()))
        if key not in self.known:
            assume(len(self.known) < MOST)
            self.known[key] = (0, 0, 0, 0)
            following = consult(self.tree, given_answers, TODAY)["next"]
            if following is not None:
                question = self.tree.layout.questions[following]
                ways = [self.bounds({**given_answers, following: each}) for each in self.choices(question)]
                here = (question.purpose == DECIDE, question.purpose == DECIDE)
                duty = (question.purpose == DUTY, question.purpose == DUTY)
                extremes = [pick(way[place] for way in ways) for place, pick in enumerate((min, max, min, max))]
                added = zip(extremes, (*here, *duty), strict=True)
                self.known[key] = tuple(most + more for most, more in added)  # type: ignore[assignment]
        return self.known[key]

    def choices(self, question: Question) -> list[Any]:
        """Return answers to `question`, one at least of each kind that a condition can tell apart."""
        if question.purpose == DUTY:
            reason = [{"state": "not_done", "reason": reason} for reason in question.reasons]
            return [{"state": "open"}, {"state": "done"}, {"state": "later", "date": "2026-12-01"}, *reason]
        if question.purpose != DECIDE:
            return [None]
        values = oracle.values_of(question, samples(self.tree))
        data: list[Any] = [sorted(value) if isinstance(value, set) else value for value in values]
        if question.kind != "any":
            data = [value[0] if isinstance(value, list) else value for value in data]
        if question.id not in self.tree.layout.domains:
            return data[:1]
        if question.kind in ("one", "any"):
            return data
        domain, _ = self.tree.layout.domains[question.id]
        return list({domain.fix(value, TODAY): value for value in data}.values())


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_remaining_is_what_every_way_to_answer_comes_to(data: st.DataObject) -> None:
    """Exact bounds are the least and most of all walks; bounds that are not exact hold every walk."""
    tree = data.draw(trees(5))
    given_answers = data.draw(answers(tree))
    walker = Walker(tree)
    told = walker.bounds(given_answers)
    without = tree._replace(walk=None, layout=lay_out(tree.questions, tree.decisions, tree.diagram, None))
    for each in (tree, without):
        found = consult(each, given_answers, TODAY)["remaining"]
        least, most = found["decide"]["min"], found["decide"]["max"]
        least_duties, most_duties = found["duty"]["min"], found["duty"]["max"]
        if found["exact"]:
            assert (least, most, least_duties, most_duties) == told
        assert least <= told[0] <= told[1] <= most
        assert least_duties <= told[2] <= told[3] <= most_duties
