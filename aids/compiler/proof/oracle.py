"""Owns the third evaluator: what a tree says of one complete case, read off the rules in the most obvious way.

Shares no code with engine, diagrams or solver. Used by the agreement check of the proof. Runs in the build only.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from aids.runtime.model import Advice, Decision, Question


class Said(NamedTuple):
    """The advice given, the row that fires in each decision (None: does not apply), and the outcomes of those."""

    advice: frozenset[str]
    rows: dict[str, str | None]
    outcomes: dict[str, str]


class Oracle:
    """One complete case: answers as JSON data (raw ones of questions that do not apply do no harm), and its day."""

    def __init__(self, decisions: tuple[Decision, ...], case: Mapping[str, Any], today: str) -> None:
        """Take the case; what a decision comes to is worked out when it is first named."""
        self.decisions = {decision.id: decision for decision in decisions}
        self.case, self.today = case, today
        self.questions: dict[str, Question] = {}
        self.decided: dict[str, tuple[str | None, dict[str, str]]] = {}

    def says(self, questions: tuple[Question, ...], advice: tuple[Advice, ...]) -> Said:
        """Return what the rules say."""
        self.questions = {question.id: question for question in questions}
        found = {item.id for item in advice if self.holds(item.when)}
        for ident, decision in self.decisions.items():
            name, final = self.decide(ident)
            row = next((row for row in (*decision.rows, decision.otherwise) if row.row == name), None)
            found |= set(row.advice) if row and row.outcomes == final else set()
            found.update(*(decision.advice.get(which, {}).get(value, ()) for which, value in final.items()))
        outcomes = {f"{d}.{which}": value for d, (_, final) in self.decided.items() for which, value in final.items()}
        return Said(frozenset(found), {ident: row for ident, (row, _) in self.decided.items()}, outcomes)

    def holds(self, c: Any) -> bool:  # noqa: ANN401  a condition as nested tuples
        """Return whether a condition holds on the case."""
        if c[0] == "const":
            return bool(c[1])
        if c[0] in ("all", "any"):
            return (all if c[0] == "all" else any)(map(self.holds, c[1]))
        if "." in c[1]:
            decision, outcome = c[1].split(".")
            return self.decide(decision)[1].get(outcome) in c[2]
        if not self.holds(self.questions[c[1]].when):
            return False
        value = self.case.get(c[1])
        if self.questions[c[1]].purpose == "duty":
            words = {"done": "gedaan", "later": "later", "not_done": "niet"}
            return words.get((value or {}).get("state", ""), "open") in c[2]
        value = "onbekend" if value is None else value
        if c[0] == "in":
            return bool(set(value if isinstance(value, list) else [value]) & set(c[2]))
        if value == "onbekend":
            return False
        bound = self.today if c[3] == "today" else c[3]
        left: Any = date.fromisoformat(value) if isinstance(value, str) else Fraction(str(value))
        right = date.fromisoformat(bound) if isinstance(bound, str) else Fraction(str(bound))
        signs = {"<": left < right, "<=": left <= right, "=": left == right, ">=": left >= right, ">": left > right}
        return bool(signs[c[2]])

    def decide(self, ident: str) -> tuple[str | None, dict[str, str]]:
        """Return the row that fires and the outcomes after the floors; (None, {}) where a decision does not apply."""
        if ident not in self.decided:
            decision = self.decisions[ident]
            self.decided[ident] = (None, {})
            if self.holds(decision.when):
                row = next((row for row in decision.rows if self.holds(row.when)), decision.otherwise)
                final = dict(row.outcomes)
                for floor in decision.floors:
                    for name, worst_first in decision.gives.items() if self.holds(floor.when) else ():
                        value = floor.replace.get(name, {}).get(final[name], final[name])
                        final[name] = min(value, floor.at_least.get(name, value), key=worst_first.index)
                self.decided[ident] = (row.row, final)
        return self.decided[ident]
