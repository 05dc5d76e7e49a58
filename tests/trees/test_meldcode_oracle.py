"""The walks of the parity test, any order, with changes and back, against the oracle where it reaches."""

import itertools
from typing import Any

from aids.runtime.conditions import decisions_of, questions_of
from aids.runtime.tree import Tree, lay_out
from tests import oracle
from tests.property.test_engine_against_oracle import fixed
from tests.random_walks import SEED, TIMES, TODAY, WALKS, Walker
from tests.trees.meldcode_cases import CALM, STEPS_TAKEN, meldcode

LIMIT = 2_000
SAMPLES: dict[str, list[object]] = {"resultaat-datum": ["2026-11-21", "2026-11-22", "2026-11-23"]}


def part(tree: Tree, named: frozenset[str], advice: str | None, decisions: frozenset[str]) -> Tree:
    """Return the tree cut down to some questions, those their applicability names, an advice and some decisions."""
    kept = tuple(item for item in tree.decisions if item.id in decisions)
    wanted = named.union(*(questions_of(condition) for item in kept for condition in item.conditions()))
    for question in reversed(tree.questions):
        if question.id in wanted:
            wanted |= questions_of(question.when)
    questions = tuple(question for question in tree.questions if question.id in wanted)
    return tree._replace(
        questions=questions,
        advice=tuple(item for item in tree.advice if item.id == advice),
        decisions=kept,
        layout=lay_out(questions, kept, tree.diagram._replace(domains=(), roots={}), None),
    )


def parts(tree: Tree) -> list[tuple[str, Tree]]:
    """Return per advice by its own condition, and per decision, the smallest tree that decides it."""
    by_table = {ident for d in tree.decisions for row in (*d.rows, d.otherwise) for ident in row.advice}
    outcomes = [ids for d in tree.decisions for given in d.advice.values() for ids in given.values()]
    by_table |= {ident for ids in outcomes for ident in ids}
    own = (item for item in tree.advice if item.id not in by_table)
    found = [(item.id, part(tree, questions_of(item.when), item.id, decisions_of(item.when))) for item in own]
    return found + [(item.id, part(tree, frozenset(), None, frozenset({item.id}))) for item in tree.decisions]


def test_walks_agree_with_the_oracle() -> None:
    """At every state of the parity test's walks, certain and possible are what all and some completions say."""
    tree = meldcode()
    pieces = parts(tree)
    walks = list(Walker(tree, SEED, CALM | STEPS_TAKEN).walks(WALKS, TIMES))
    compared = beyond = 0
    for step in itertools.chain.from_iterable(walks):
        refused = {error["question"] for error in step.view["errors"]}
        answers = {ident: value for ident, value in step.answers.items() if ident not in refused}
        reached = [compare(step.view, answers, *piece) for piece in pieces]
        compared += sum(reached)
        beyond += len(reached) - sum(reached)
    print(f"vergeleken met het orakel: {compared}; te groot om uit te tellen: {beyond}")  # noqa: T201  the count is the point
    assert compared > 5 * beyond
    assert sum(1 for (ident, _), reached in SAID.items() if ident == "weging" and reached) > WALKS


def compare(shown: dict[str, Any], answers: dict[str, Any], ident: str, small: Tree) -> bool:
    """Assert that the View agrees with every completion of the small tree; False where those are too many."""
    told = fixed(small, {name: value for name, value in answers.items() if name in small.layout.questions})
    key = (ident, repr(sorted((name, sorted(map(str, v)) if isinstance(v, set) else v) for name, v in told.items())))
    if key not in SAID:
        SAID[key] = said(ident, small, told)
    expected = SAID[key]
    if expected is None:
        return False
    if small.advice:
        listed = {item["id"]: item["certainty"] for item in shown["advice"]}
        states: dict[frozenset[Any], str | None] = {frozenset({True}): "certain", frozenset({False}): None}
        assert listed.get(ident) == states.get(expected, "possible")
    else:
        decision = shown["decisions"][ident]
        possible: list[Any] = ["nvt"] if decision == "nvt" else decision["possible"]
        assert {outcome if outcome == "nvt" else tuple(outcome.items()) for outcome in possible} == expected
    return True


SAID: dict[tuple[str, str], frozenset[Any] | None] = {}
"""What the oracle said of a piece and the answers that it reads: walks often meet the same."""


def said(ident: str, small: Tree, told: dict[str, Any]) -> frozenset[Any] | None:
    """Return whether advice `ident` is given, or its outcomes, over all completions; None where those are too many."""
    found = oracle.completions(small, told, SAMPLES, TODAY, LIMIT)
    if found is None:
        return None
    results = [oracle.says(small, case, TODAY) for _, case in found]
    return frozenset(ident in advice if small.advice else outcomes[ident] for advice, outcomes in results)
