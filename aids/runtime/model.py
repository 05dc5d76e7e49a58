"""Owns the rules of a tree as the engine reads them: no texts, no positions. Made by `aids.compiler.compile`.

`rules_json` and `rules_from_json` are each other's inverse. Runs in browser and build.
Checks nothing: rules that reach this module have passed the compiler.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from aids.runtime.conditions import Condition, decisions_of, from_json, questions_of

type Json = dict[str, Any]

DECIDE = "decide"
DUTY = "duty"
RECORD = "record"
SCAN = "scan"
"""The kind of tree that has a model of its own, in `aids.runtime.scan`."""

URGENCIES = ("nu", "vandaag", "deze-week", "plan")
DUTY_WORDS = {"open": "open", "done": "gedaan", "later": "later", "not_done": "niet"}
"""A duty's state in answers and View, and the word for it in conditions."""


class Question(NamedTuple):
    """A question or duty.

    `answers` lists every allowed id, exclusives included; `none` is the "geen van deze" of an any-of; `unknown` tells
    that `onbekend` is an answer. `minimum` and `maximum` bound a number (inclusive) or a text's length in characters.
    """

    id: str
    purpose: str
    kind: str
    when: Condition
    answers: tuple[str, ...]
    none: str | None
    unknown: bool
    minimum: float | None
    maximum: float | None
    reasons: tuple[str, ...]
    who: tuple[str, ...]


class Advice(NamedTuple):
    """Advice by its own `when`; rows and outcomes may give it as well."""

    id: str
    urgency: str
    when: Condition
    closes: bool


class Row(NamedTuple):
    """A row of a decision: fires where it is the first whose `when` holds."""

    row: str
    when: Condition
    outcomes: dict[str, str]
    advice: tuple[str, ...]


class Floor(NamedTuple):
    """Raises outcomes after the rows. `replace` maps outcome name to {from: to}."""

    id: str
    when: Condition
    at_least: dict[str, str]
    replace: dict[str, dict[str, str]]


class Decision(NamedTuple):
    """A row table. `gives` maps outcome name to its values, worst first; `advice` to what each value gives."""

    id: str
    when: Condition
    gives: dict[str, tuple[str, ...]]
    advice: dict[str, dict[str, tuple[str, ...]]]
    rows: tuple[Row, ...]
    otherwise: Row
    floors: tuple[Floor, ...]

    def conditions(self) -> Iterator[Condition]:
        """Yield its own condition and those of its rows and floors."""
        yield self.when
        yield from (row.when for row in self.rows)
        yield from (floor.when for floor in self.floors)

    def lifted(self, floor: Floor, outcomes: dict[str, str]) -> dict[str, str]:
        """Return `outcomes` with `floor` applied."""
        result = {name: floor.replace.get(name, {}).get(value, value) for name, value in outcomes.items()}
        for name, least in floor.at_least.items():
            ladder = self.gives[name]
            result[name] = ladder[min(ladder.index(result[name]), ladder.index(least))]
        return result


def reading_order(questions: Sequence[Question], decisions: Sequence[Decision]) -> Iterator[Question | Decision]:
    """Yield the questions in file order, and each decision as soon as everything that it names has been yielded.

    So a question may name the outcome of a decision whose questions all stand above it.
    """
    known: set[str] = set()
    waiting = list(decisions)
    for question in (*questions, None):
        for decision in tuple(waiting):
            if _names(decision) <= known:
                waiting.remove(decision)
                known.add(decision.id)
                yield decision
        if question is not None:
            known.add(question.id)
            yield question


def _names(decision: Decision) -> frozenset[str]:
    """Return the ids of the questions and decisions that a decision names."""
    found: frozenset[str] = frozenset()
    return found.union(*(questions_of(each) | decisions_of(each) for each in decision.conditions()))


def rules_json(questions: tuple[Question, ...], advice: tuple[Advice, ...], decisions: tuple[Decision, ...]) -> Json:
    """Return the rules without diagram and hashes, as JSON data: what the `rules` hash is taken over."""
    return {
        "questions": [item._asdict() for item in questions],
        "advice": [item._asdict() for item in advice],
        "decisions": [
            {
                **item._asdict(),
                "rows": [row._asdict() for row in item.rows],
                "otherwise": item.otherwise._asdict(),
                "floors": [floor._asdict() for floor in item.floors],
            }
            for item in decisions
        ],
    }


def rules_from_json(data: Json) -> tuple[tuple[Question, ...], tuple[Advice, ...], tuple[Decision, ...]]:
    """Return the rules that `rules_json` wrote."""
    return (
        tuple(_question(item) for item in data["questions"]),
        tuple(Advice(i["id"], i["urgency"], from_json(i["when"]), i["closes"]) for i in data["advice"]),
        tuple(_decision(item) for item in data["decisions"]),
    )


def _question(data: Json) -> Question:
    lists = {name: tuple(data[name]) for name in ("answers", "reasons", "who")}
    return Question(**{**data, **lists, "when": from_json(data["when"])})


def _row(data: Json) -> Row:
    return Row(data["row"], from_json(data["when"]), data["outcomes"], tuple(data["advice"]))


def _decision(data: Json) -> Decision:
    return Decision(
        data["id"],
        from_json(data["when"]),
        {name: tuple(values) for name, values in data["gives"].items()},
        {name: {value: tuple(advice) for value, advice in given.items()} for name, given in data["advice"].items()},
        tuple(_row(item) for item in data["rows"]),
        _row(data["otherwise"]),
        tuple(Floor(item["id"], from_json(item["when"]), item["at_least"], item["replace"]) for item in data["floors"]),
    )
