"""Owns the texts of a flow or checklist that its saved files show, taken from the document.

Used by `verify` and by the pages that save. Runs in the build only.
"""

from aids.compiler.canonical import dumped, hashed
from aids.compiler.document import Choice, Decision, Document, Question
from aids.compiler.render import JUDGEMENT
from aids.compiler.render_advice import URGENCY_WORDS
from aids.runtime.saved_texts import DecisionTexts, OutcomeTexts, QuestionTexts, Texts


def texts_of(document: Document) -> Texts:
    """Return the texts of a tree without findings, as JSON data."""
    return {
        "title": document.title,
        "reviewed": document.reviewed,
        "review_by": document.review_by,
        "judgement": JUDGEMENT,
        "urgencies": dict(URGENCY_WORDS.items()),
        "questions": {question.id: _question(question) for question in document.questions},
        "advice": {
            advice.id: {"title": advice.title, "do": [*advice.do], "record": advice.record, "by": advice.by}
            for advice in document.advice
        },
        "decisions": {decision.id: _decision(decision) for decision in document.decisions},
    }


def words_hash(question: Question) -> str:
    """Return the hash of what a reader reads of a question: a saved file tells by it whether it was reworded."""
    choices = [
        [(choice.label, choice.hint) for choice in row] for row in (question.answers, question.reasons, question.who)
    ]
    return hashed(dumped([question.ask, question.short, question.help, question.unknown, question.unit, choices]))


def _question(question: Question) -> QuestionTexts:
    unknown = {"onbekend": question.unknown} if question.unknown else {}
    return {
        "ask": question.ask,
        "short": question.short,
        "answers": _labels(question.answers) | unknown,
        "reasons": _labels(question.reasons),
        "who": _labels(question.who),
        "unit": question.unit,
        "words": words_hash(question),
    }


def _decision(decision: Decision) -> DecisionTexts:
    outcomes: dict[str, OutcomeTexts] = {
        outcome.name: {"label": outcome.label, "values": _labels(outcome.values)} for outcome in decision.gives
    }
    rows = {row.row: row.say for row in (*decision.rows, decision.otherwise)}
    return {"title": decision.title, "outcomes": outcomes, "rows": rows}


def _labels(choices: tuple[Choice, ...]) -> dict[str, str]:
    return {choice.id: choice.label for choice in choices}
