"""Owns the HTML of one question or duty: a fieldset with native inputs that also reads on paper.

Used by `aids.compiler.render`. Fed with a `Document` and a `Sources`. Build only; decides nothing.
"""

from aids.compiler.document import Choice, Document, Question
from aids.compiler.render_html import Markup, element, joined
from aids.compiler.render_outline import condition_line
from aids.compiler.render_sources import Sources
from aids.compiler.words import is_trivial, listed, question_kind, question_number
from aids.runtime.conditions import UNKNOWN

DUTY_CHOICES = (
    Choice("done", "Gedaan"),
    Choice("later", "Later, op een datum"),
    Choice("not_done", "Niet, met een reden"),
    Choice("open", "Nog open"),
)
"""What a reader may say of a duty; the values are those of the View."""


def render_question(question: Question, document: Document, sources: Sources) -> Markup:
    """Return the fieldset of a question, with its condition, its inputs, its reason and its sources."""
    number = question_number(document, question.id)
    kind = question_kind(question).capitalize()
    count = element("span", {"class": "aid-count"}, f"{kind} {number}")
    return element(
        "fieldset",
        {
            "class": "aid-question",
            "id": question_anchor(document, question),
            "data-question": question.id,
            "data-question-state": "open",
            "data-aid-kind": question.kind,
            "data-aid-purpose": question.purpose,
            "data-aid-short": question.short,
            "data-aid-unit": question.unit or None,
        },
        element(
            "legend",
            {"class": "aid-legend"},
            element("h3", {"class": "aid-ask"}, count, " ", element("span", {"class": "aid-ask-text"}, question.ask)),
        ),
        None if is_trivial(question.when) else condition_line("Alleen als", question.when, document, "aid-when"),
        _consultation(question),
        _inputs(question, f"{document.id}-{question.id}"),
        _why(question, sources),
    )


def question_anchor(document: Document, question: Question) -> str:
    """Return the id of a question's fieldset, unique on the page."""
    return f"{document.id}-vraag-{question.id}"


def _consultation(question: Question) -> Markup | None:
    """Return when an "overleg" is due, with whom, and what to write down; None for what is no consultation."""
    consultation = question.consultation
    if consultation is None:
        return None
    people = listed([person.label for person in question.who], "of")
    lines = (("Wanneer", consultation.moment), ("Met wie", people), ("Leg vast", consultation.record))
    return element("ul", {"class": "aid-consultation"}, [element("li", {}, f"{name}: {text}") for name, text in lines])


def _inputs(question: Question, name: str) -> Markup:
    match question.kind:
        case "one":
            return _choices([_choice("radio", name, choice) for choice in question.answers])
        case "any":
            return _any_of(question, name)
        case "duty":
            return _duty(question, name)
        case "text":
            size = None if question.maximum is None else int(question.maximum)
            area = element("textarea", {"name": name, "rows": 4, "maxlength": size, "class": "aid-input"})
            hint = None if size is None else element("span", {"class": "aid-hint"}, f"Ten hoogste {size} tekens.")
            return element("label", {"class": "aid-field"}, _field_name("Uw antwoord"), hint, area)
        case _:
            return _measured(question, name)


def _measured(question: Question, name: str) -> Markup:
    """Return the inputs of a date or a number, with its "weet ik niet" where that is an answer."""
    if question.kind == "date":
        label = "Datum"
        bounds: dict[str, str | None] = {}
    else:
        label = f"Aantal, in {question.unit}" if question.unit else "Getal"
        bounds = {"min": _plain(question.minimum), "max": _plain(question.maximum), "step": "any"}
        bounds["inputmode"] = "numeric"
    attributes = {"type": question.kind, "name": name, "class": "aid-input", "autocomplete": "off", **bounds}
    field = element("label", {"class": "aid-field"}, _field_name(label), element("input", attributes))
    if not question.unknown:
        return field
    unknown = _choice("checkbox", name, Choice(UNKNOWN, question.unknown), exclusive=True)
    return joined(field, _or(), _choices([unknown]), between="\n")


def _any_of(question: Question, name: str) -> Markup:
    exclusive = (question.none, UNKNOWN)
    plain = [_choice("checkbox", name, choice) for choice in question.answers if choice.id not in exclusive]
    others = [
        _choice("checkbox", name, choice, exclusive=True) for choice in question.answers if choice.id in exclusive
    ]
    hint = element("p", {"class": "aid-hint"}, "Kruis alles aan wat klopt.")
    return joined(hint, _choices(plain), _or(), _choices(others), between="\n")


def _duty(question: Question, name: str) -> Markup:
    states = [choice for choice in DUTY_CHOICES if question.reasons or choice.id != "not_done"]
    parts = [_choices([_choice("radio", name, choice) for choice in states])]
    if question.who:
        parts.append(_part("who", "Bij gedaan: met wie?", question.who, f"{name}-wie"))
    date = element("input", {"type": "date", "name": f"{name}-datum", "class": "aid-input", "autocomplete": "off"})
    parts.append(
        element(
            "div",
            {"class": "aid-part", "data-aid-part": "later"},
            element("label", {"class": "aid-field"}, _field_name("Bij later: op welke datum?"), date),
        )
    )
    if question.reasons:
        parts.append(_part("not_done", "Bij niet: om welke reden?", question.reasons, f"{name}-reden"))
    return joined(*parts, between="\n")


def _part(part: str, legend: str, choices: tuple[Choice, ...], name: str) -> Markup:
    return element(
        "fieldset",
        {"class": "aid-part", "data-aid-part": part},
        element("legend", {"class": "aid-field-name"}, legend),
        _choices([_choice("radio", name, choice) for choice in choices]),
    )


def _choices(choices: list[Markup]) -> Markup:
    return element("div", {"class": "aid-choices"}, choices)


def _choice(kind: str, name: str, choice: Choice, *, exclusive: bool = False) -> Markup:
    """Return one row to choose: the whole label is the target."""
    hint = element("span", {"class": "aid-hint"}, choice.hint) if choice.hint else None
    own = name if kind == "radio" else f"{name}-{choice.id}"
    attributes: dict[str, str | bool] = {
        "type": kind,
        "name": own,
        "value": choice.id,
        "class": "aid-box",
        "data-aid-exclusive": exclusive,
    }
    label = element("span", {"class": "aid-choice-label"}, choice.label)
    words = element("span", {"class": "aid-choice-text"}, label, hint)
    return element("label", {"class": "aid-choice"}, element("input", attributes), words)


def _field_name(text: str) -> Markup:
    return element("span", {"class": "aid-field-name"}, text)


def _or() -> Markup:
    return element("p", {"class": "aid-or"}, "of")


def _plain(bound: float | None) -> str | None:
    return None if bound is None else f"{bound:g}"


def _why(question: Question, sources: Sources) -> Markup:
    help_text = element("p", {}, question.help) if question.help else None
    summary = "Waarom deze vraag" if question.purpose != "duty" else "Waarom deze plicht"
    return element(
        "details",
        {"class": "aid-why"},
        element("summary", {"class": "aid-why-summary"}, summary if question.help else "Bron"),
        help_text,
        sources.line(question.sources),
    )
