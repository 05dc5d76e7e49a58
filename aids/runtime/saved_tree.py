"""Owns the readable file of a flow or checklist: advice as it was given, decisions, duties, questions and answers.

Made from tree, texts and document alone, so that the same three always give the same bytes: who saves writes with it
and the command `verify` checks with it. What was advised is what the document says was advised; nothing here weighs it
anew. Runs in browser and build.
"""

from typing import Any

from aids.runtime.cases import NOT_APPLICABLE
from aids.runtime.engine import View, consult
from aids.runtime.markup import Child, Node, node
from aids.runtime.model import DUTY
from aids.runtime.saved import Saved
from aids.runtime.saved_html import DAY_LENGTH, html_text
from aids.runtime.saved_texts import QuestionTexts, Texts
from aids.runtime.saved_values import LAST_DAY
from aids.runtime.scan.wording import long_date
from aids.runtime.tree import Tree

DUTY_LABELS = {"open": "Nog open", "done": "Gedaan", "later": "Later", "not_done": "Niet gedaan"}
EMPTY = "Leeg gelaten"
NOT_COUNTED = "Dit antwoord telde niet mee: de vraag gold niet bij de andere antwoorden."
NOTHING_CERTAIN = "Er stond nog geen advies vast."
STANDING_NOTE = "Melden mag altijd."
PROVISIONAL = "Dit was voorlopig: er waren nog vragen open."


def page_of(tree: Tree, texts: Texts, saved: Saved) -> str:
    """Return the HTML file of a document in normal form."""
    view = consult(tree, saved["answers"], day_of(saved))
    body = [
        node("p", None, f"Bewaard op {long_date(saved['saved']) or 'een onbekende dag'}. {_checked(texts)}"),
        node("p", None, texts["judgement"]),
        *([node("p", None, node("strong", None, PROVISIONAL))] if view["next"] else []),
        *_advice(texts, saved),
        *_decisions(texts, saved),
        *_duties(texts, saved, view),
        *_answers(tree, texts, saved, view),
    ]
    return html_text(saved, texts["title"], body)


def day_of(saved: Saved) -> str:
    """Return the day on which a document was reckoned; one that does not tell is read as if every date had passed."""
    return saved["today"] or saved["saved"][:DAY_LENGTH] or LAST_DAY


def given_of(view: View) -> dict[str, Any]:
    """Return what of a View goes into the document as `given`: advice, and where each decision stands."""
    decisions = {
        ident: found if isinstance(found, str) else {"row": found["row"] or "", "standing": _outcomes(found)}
        for ident, found in view["decisions"].items()
    }
    return {"advice": [dict(item) for item in view["advice"]], "decisions": decisions}


def _outcomes(found: dict[str, Any]) -> dict[str, str]:
    """Return the standing outcomes of a decision; none where it does not apply as things stand."""
    return dict(found["standing"]) if isinstance(found["standing"], dict) else {}


def _checked(texts: Texts) -> str:
    return (
        f"De inhoud is nagekeken op {long_date(texts['reviewed'])}; controleer haar na {long_date(texts['review_by'])}."
    )


def _advice(texts: Texts, saved: Saved) -> list[Node]:
    """Return the advice as it was given then."""
    given = saved["given"].get("advice", [])
    certain = [item for item in given if item.get("certainty") == "certain"]
    possible = [_advice_title(texts, item["id"]) for item in given if item.get("certainty") != "certain"]
    parts = [node("h2", None, f"Advies zoals gegeven op {long_date(saved['today']) or 'die dag'}")]
    parts += [part for item in certain for part in _one_advice(texts, item)]
    if not certain:
        parts.append(node("p", None, NOTHING_CERTAIN))
    if possible:
        parts += [
            node("p", None, "Dit kon er nog bij komen:"),
            node("ul", None, [node("li", None, t) for t in possible]),
        ]
    return parts


def _one_advice(texts: Texts, item: dict[str, str]) -> list[Node]:
    """Return one piece of advice, in full where the texts have it."""
    urgency = texts["urgencies"].get(item.get("urgency", ""), "")
    heading = f"{urgency}: {_advice_title(texts, item['id'])}" if urgency else _advice_title(texts, item["id"])
    parts = [node("h3", None, heading)]
    known = texts["advice"].get(item["id"])
    if known:
        parts.append(node("ul", None, [node("li", None, step) for step in known["do"]]))
        parts += [node("p", None, f"{label}: {text}") for label, text in _about(known) if text]
    return parts


def _about(known: Any) -> list[tuple[str, str]]:  # noqa: ANN401  texts of one piece of advice
    return [("Vastleggen", known["record"]), ("Wanneer", known["by"])]


def _advice_title(texts: Texts, ident: str) -> str:
    known = texts["advice"].get(ident)
    return known["title"] if known else ident


def _decisions(texts: Texts, saved: Saved) -> list[Node]:
    """Return what each decision came to then."""
    parts: list[Node] = []
    given = saved["given"].get("decisions", {})
    for ident, known in texts["decisions"].items():
        found = given.get(ident, NOT_APPLICABLE)
        standing = {} if isinstance(found, str) else found.get("standing", {})
        if not standing:
            continue
        rows: list[Child] = []
        for name, outcome in known["outcomes"].items():
            value = standing.get(name, NOT_APPLICABLE)
            rows += [node("dt", None, outcome["label"]), node("dd", None, outcome["values"].get(value, value))]
        said = known["rows"].get(found.get("row", ""))
        parts += [node("h2", None, known["title"]), node("dl", None, rows)]
        parts += [node("p", None, said)] if said else []
    return [*parts, node("p", None, STANDING_NOTE)] if parts else []


def _duties(texts: Texts, saved: Saved, view: View) -> list[Node]:
    """Return the duties as they stood; open ones as open."""
    rows: list[Child] = []
    for duty in view["duties"]:
        known = texts["questions"].get(duty["id"])
        if known:
            rows += [node("dt", None, known["ask"]), node("dd", None, _duty(known, duty))]
            rows += _note(saved, duty["id"])
    return [node("h2", None, "Wat te doen en vast te leggen was"), node("dl", None, rows)] if rows else []


def _duty(known: QuestionTexts, duty: dict[str, str | None]) -> str:
    """Return how a duty stood, in words."""
    reason, person = duty["reason"] or "", duty["who"] or ""
    parts = [
        DUTY_LABELS[duty["state"] or "open"],
        known["reasons"].get(reason, reason),
        long_date(duty["date"] or ""),
        known["who"].get(person, person),
    ]
    return ", ".join(part for part in parts if part)


def _answers(tree: Tree, texts: Texts, saved: Saved, view: View) -> list[Node]:
    """Return the questions that were answered, with their answers; those that did not count say so."""
    rows: list[Child] = []
    for question in tree.questions:
        known = texts["questions"].get(question.id)
        if question.purpose == DUTY or question.id not in saved["answers"] or known is None:
            continue
        rows.append(node("dt", None, known["ask"]))
        rows.append(node("dd", None, _answer(known, question.kind, saved["answers"][question.id])))
        if question.id in view["dropped"]:
            rows.append(node("dd", None, NOT_COUNTED))
        rows += _note(saved, question.id)
    return [node("h2", None, "Vragen en antwoorden"), node("dl", None, rows)] if rows else []


def _answer(known: QuestionTexts, kind: str, value: Any) -> str:  # noqa: ANN401  JSON data
    """Return an answer in words."""
    if value is None or value == "":
        return EMPTY
    if isinstance(value, list):
        return ", ".join(known["answers"].get(str(item), str(item)) for item in value)
    if isinstance(value, int | float):
        return f"{str(value).replace('.', ',')} {known['unit']}".strip()
    text = known["answers"].get(str(value), str(value))
    return long_date(text) if kind == "date" else text


def _note(saved: Saved, ident: str) -> list[Child]:
    note = saved["notes"].get(ident)
    return [node("dd", None, f"Aantekening: {note}")] if note else []
