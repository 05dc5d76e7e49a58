"""Owns the form of the texts of a flow or checklist that a saved file shows: the rules in the browser have none.

Made by `aids.compiler.saved_texts`, plain JSON data; read by `saved_tree` and `saved_replay`. Decides nothing. Runs in
browser and build.
"""

from typing import TypedDict


class QuestionTexts(TypedDict):
    """A question: what it asks, its short name, labels by id, its unit, and the hash of all that a reader reads."""

    ask: str
    short: str
    answers: dict[str, str]
    reasons: dict[str, str]
    who: dict[str, str]
    unit: str
    words: str


class AdviceTexts(TypedDict):
    """Advice: its title, what to do, what to write down, and until when."""

    title: str
    do: list[str]
    record: str
    by: str


class OutcomeTexts(TypedDict):
    """A named result of a decision and the labels of its values."""

    label: str
    values: dict[str, str]


class DecisionTexts(TypedDict):
    """A decision: its title, its outcomes by name, and what each row says."""

    title: str
    outcomes: dict[str, OutcomeTexts]
    rows: dict[str, str]


class Texts(TypedDict):
    """A tree. `judgement` is the sentence on whose judgement it is; `urgencies` are words by id."""

    title: str
    reviewed: str
    review_by: str
    judgement: str
    urgencies: dict[str, str]
    questions: dict[str, QuestionTexts]
    advice: dict[str, AdviceTexts]
    decisions: dict[str, DecisionTexts]
