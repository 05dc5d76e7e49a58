"""Owns the tree as the engine holds it: rules, shared diagram, walk, hashes, and the layout that follows from them.

`Tree.from_json` and `Tree.to_json` are each other's inverse; the JSON form is what the browser receives.
Made by `aids.compiler.compile`. Runs in browser and build.
"""

from typing import NamedTuple, Self

from aids.runtime.diagram import Diagram, Prepared, Ref, prepare
from aids.runtime.domains import Domain
from aids.runtime.model import (
    DECIDE,
    DUTY,
    Advice,
    Decision,
    Json,
    Question,
    reading_order,
    rules_from_json,
    rules_json,
)
from aids.runtime.walk import Ahead, Moment, Walk, look_ahead

ANY_DAY = "2000-01-01"
"""For cells that are the same on every day."""


class Layout(NamedTuple):
    """What follows from rules, diagram and walk, worked out once.

    `order`: how a case is read. `domains`: by question, its values and its first variable. `masks`: by question, its
    variables as bits. `moving`: the domains whose cells change with the day. `duties`: by id, each duty as a bit.
    `roots`: by kind and id, the roots of the diagram. `targets`: the roots of what must be settled. `prepared`: the
    diagram before any answer. `ways`: the values that variables may take on the way on. `ahead`: the walk.
    """

    questions: dict[str, Question]
    order: tuple[Question | Decision, ...]
    domains: dict[str, tuple[Domain, int]]
    masks: dict[str, int]
    moving: tuple[tuple[Domain, int], ...]
    duties: dict[str, int]
    roots: dict[str, dict[str, Ref]]
    targets: tuple[Ref, ...]
    prepared: Prepared
    ways: dict[int, tuple[int, ...]]
    ahead: Ahead | None


class Tree(NamedTuple):
    """A tree. `version` is a hash over rules and texts, `rules` over the rules without texts.

    `walk` is None for a tree over the compiler's budget.
    """

    id: str
    version: str
    rules: str
    questions: tuple[Question, ...]
    advice: tuple[Advice, ...]
    decisions: tuple[Decision, ...]
    diagram: Diagram
    walk: Walk | None
    layout: Layout

    def to_json(self) -> Json:
        """Return the tree as JSON data."""
        return {
            "id": self.id,
            "version": self.version,
            "rules": self.rules,
            **rules_json(self.questions, self.advice, self.decisions),
            "diagram": self.diagram.to_json(),
            "walk": self.walk and self.walk.to_json(),
        }

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """Return the tree that `to_json` wrote."""
        questions, advice, decisions = rules_from_json(data)
        diagram = Diagram.from_json(data["diagram"])
        walk = data["walk"] and Walk.from_json(data["walk"])
        layout = lay_out(questions, decisions, diagram, walk)
        return cls(data["id"], data["version"], data["rules"], questions, advice, decisions, diagram, walk, layout)


def lay_out(
    questions: tuple[Question, ...], decisions: tuple[Decision, ...], diagram: Diagram, walk: Walk | None
) -> Layout:
    """Return the layout of a tree."""
    by_id = {question.id: question for question in questions}
    domains = _domains(by_id, diagram)
    roots: dict[str, dict[str, Ref]] = {"question": {}, "advice": {}, "decision": {}}
    for name, ref in diagram.roots.items():
        kind, ident = name.split(":")
        roots[kind][ident] = ref
    settled = (ident for ident in roots["question"] if by_id[ident].purpose != DECIDE)
    targets = {*roots["advice"].values(), *roots["decision"].values(), *(roots["question"][ident] for ident in settled)}
    cells = {
        first + offset: values
        for domain, first in domains.values()
        if not domain.moves
        for offset, values in domain.free(ANY_DAY)
    }
    words = {first: domain.words() for domain, first in domains.values() if domain.question.purpose == DUTY}
    prepared = prepare(diagram, {**cells, **dict.fromkeys(words, (0,))})
    duties = [question.id for question in questions if question.purpose == DUTY]
    return Layout(
        by_id,
        tuple(reading_order(questions, decisions)),
        domains,
        {ident: ((1 << len(domain.arities())) - 1) << first for ident, (domain, first) in domains.items()},
        tuple(found for found in domains.values() if found[0].moves),
        {ident: 1 << place for place, ident in enumerate(duties)},
        roots,
        tuple(ref for ref in sorted(targets) if ref >= 0),
        prepared,
        {**cells, **words},
        walk and _ahead(walk, prepared, tuple(domains.values()), words, len(duties)),
    )


def _domains(by_id: dict[str, Question], diagram: Diagram) -> dict[str, tuple[Domain, int]]:
    """Return by question its domain and first variable, in the order of the variables."""
    domains = {}
    first = 0
    for ident, bounds, against_today in diagram.domains:
        domain = Domain(by_id[ident], bounds, against_today)
        domains[ident] = (domain, first)
        first += len(domain.arities())
    return domains


def _ahead(
    walk: Walk,
    prepared: Prepared,
    domains: tuple[tuple[Domain, int], ...],
    words: dict[int, tuple[int, ...]],
    duties: int,
) -> Ahead:
    """Return the walk with its tallies before any answer."""
    questions = [((1 << len(d.arities())) - 1) << first for d, first in domains for _ in d.arities()]
    moment = Moment(
        {**prepared.usual, **words}, prepared.reduced, lambda: prepared.restricted(words), 0, 0, (1 << duties) - 1
    )
    return look_ahead(walk, questions, sum(1 << variable for variable in words), moment)
