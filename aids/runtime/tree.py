"""Owns the tree as the engine holds it: rules, shared diagram, hashes, and the layout that follows from them.

`Tree.from_json` and `Tree.to_json` are each other's inverse; the JSON form is what the browser receives.
Made by `aids.compiler.compile`. Runs in browser and build.
"""

from typing import NamedTuple, Self

from aids.runtime.diagram import Diagram
from aids.runtime.domains import Domain
from aids.runtime.model import Advice, Decision, Json, Question, rules_from_json, rules_json


class Layout(NamedTuple):
    """What follows from questions and diagram.

    Questions by id, domains with their first variable, each variable's question as a number, and each question's
    variables as bits.
    """

    questions: dict[str, Question]
    domains: tuple[tuple[Domain, int], ...]
    groups: tuple[int, ...]
    masks: dict[str, int]


class Tree(NamedTuple):
    """`version` is a hash over rules and texts, `rules` over the rules without texts."""

    id: str
    version: str
    rules: str
    questions: tuple[Question, ...]
    advice: tuple[Advice, ...]
    decisions: tuple[Decision, ...]
    diagram: Diagram
    layout: Layout

    def to_json(self) -> Json:
        """Return the tree as JSON data."""
        return {
            "id": self.id,
            "version": self.version,
            "rules": self.rules,
            **rules_json(self.questions, self.advice, self.decisions),
            "diagram": self.diagram.to_json(),
        }

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """Return the tree that `to_json` wrote."""
        questions, advice, decisions = rules_from_json(data)
        diagram = Diagram.from_json(data["diagram"])
        layout = lay_out(questions, diagram)
        return cls(data["id"], data["version"], data["rules"], questions, advice, decisions, diagram, layout)


def lay_out(questions: tuple[Question, ...], diagram: Diagram) -> Layout:
    """Return the layout of a diagram's variables over `questions`."""
    by_id = {question.id: question for question in questions}
    domains = []
    groups: list[int] = []
    masks = {}
    for number, (ident, bounds, against_today) in enumerate(diagram.domains):
        domain = Domain(by_id[ident], bounds, against_today)
        first, count = len(groups), len(domain.arities())
        domains.append((domain, first))
        groups += [number] * count
        masks[ident] = ((1 << count) - 1) << first
    return Layout(by_id, tuple(domains), tuple(groups), masks)
