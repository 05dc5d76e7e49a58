"""Owns the blank checklist of a tree: the same questions, weighing and advice as the aid, compact, for A4 and a pen.

Used by the Markdown extension of `aids.site`. Carries no hooks: no script runs on it. Build only.
"""

from aids.compiler.document import Advice, Choice, Decision, Document, Floor, Question, Row, Step
from aids.compiler.editorial import Editorial
from aids.compiler.kept import for_these
from aids.compiler.render import JUDGEMENT, help_line, status_line, step_place, steps_in_order
from aids.compiler.render_advice import URGENCY_WORDS, holds_when
from aids.compiler.render_decision import FLOORS_ON_PAPER, READ_ON_PAPER, floor_effect, floor_letter, value_label
from aids.compiler.render_html import Markup, element, joined
from aids.compiler.render_outline import condition_cell, condition_line, outlined
from aids.compiler.render_sources import Sources
from aids.compiler.words import is_trivial, question_number
from aids.runtime.conditions import ALWAYS, UNKNOWN

type Cited = Step | Question | Advice | Decision | Row | Floor

ADVICE_ON_PAPER = "Wat u precies doet en vastlegt, staat bij hetzelfde advies in de hulp."
HOW = "Kruis aan. Sla een regel alleen over als ‘Alleen als’ niet klopt. Zet op dit blad geen naam en geen adres."


@for_these
def render_checklist(document: Document, editorial: Editorial, root: str = "../../") -> str:
    """Return the blank sheet as an HTML fragment; the arguments are those of `render_aid`."""
    sources = Sources(editorial, root)
    blanks = ("Datum", "Ingevuld door (functie)", "Nummer van het dossier")
    return element(
        "div",
        {"class": "aid-blank"},
        help_line(sources),
        element("p", {"class": "aid-judgement"}, JUDGEMENT),
        element("p", {"class": "aid-blank-how"}, HOW),
        element("p", {"class": "aid-blank-head"}, [_write_in(label) for label in blanks]),
        [_step(step, questions, document) for step, questions in steps_in_order(document)],
        [_decision(decision, document, sources) for decision in document.decisions],
        _advice(document) if document.advice else None,
        element("div", {"class": "aid-blank-foot"}, _all_sources(document, sources), status_line(document)),
    )


def _step(step: Step, questions: list[Question], document: Document) -> Markup:
    """Return the questions of a step; a condition that they all share stands once, above them."""
    conditions = {question.when for question in questions}
    shared = questions[0].when if len(conditions) == 1 else ALWAYS
    items = [_item(question, document, shown=question.when != shared) for question in questions]
    return element(
        "section",
        {"class": "aid-blank-step"},
        element("h2", {"class": "aid-blank-title"}, f"{step_place(document, step)}: {step.title}"),
        None if is_trivial(shared) else condition_line("Dit deel alleen als", shared, document, "aid-when"),
        element("ol", {"class": "aid-blank-list"}, items),
    )


def _item(question: Question, document: Document, *, shown: bool) -> Markup:
    """Return one question; `shown`: its condition is to be told here."""
    number = question_number(document, question.id)
    told = shown and not is_trivial(question.when)
    when = condition_line("Alleen als", question.when, document, "aid-when") if told else None
    ask = element("p", {"class": "aid-blank-ask"}, question.ask)
    return element("li", {"class": "aid-blank-item", "value": number}, ask, when, _boxes(question))


def _boxes(question: Question) -> Markup:
    unknown = [Choice(UNKNOWN, question.unknown)] if question.unknown else []
    match question.kind:
        case "one" | "any":
            return _ticks(question.answers)
        case "text":
            return element("p", {"class": "aid-blank-ticks"}, _write_in("Antwoord"))
        case "duty":
            return _duty(question)
        case _:
            label = "Datum" if question.kind == "date" else (question.unit or "Getal").capitalize()
            return element(
                "p", {"class": "aid-blank-ticks"}, _write_in(label), [_tick(choice.label) for choice in unknown]
            )


def _duty(question: Question) -> Markup:
    lines = [
        element("p", {"class": "aid-blank-ticks"}, _tick("gedaan"), _write_in("op"), _tick("later"), _write_in("op"))
    ]
    if question.who:
        lines.append(_ticks(question.who, "met: "))
    if question.reasons:
        lines.append(_ticks(question.reasons, "niet, omdat: "))
    return joined(*lines, between="\n")


def _ticks(choices: tuple[Choice, ...], lead: str = "") -> Markup:
    return element("p", {"class": "aid-blank-ticks"}, lead, [_tick(choice.label) for choice in choices])


def _tick(label: str) -> Markup:
    """Return a drawn box with its label; the space after it lets a line break between two."""
    box = element("span", {"class": "aid-tick"})
    return joined(element("span", {"class": "aid-tick-item"}, box, label), " ")


def _write_in(label: str) -> Markup:
    line = element("span", {"class": "aid-write"})
    return joined(element("span", {"class": "aid-tick-item"}, f"{label} ", line), " ")


def _decision(decision: Decision, document: Document, sources: Sources) -> Markup:
    heads = ["", "Als", *(outcome.label for outcome in decision.gives), "Wat dit betekent"]
    body = []
    for row in (*decision.rows, decision.otherwise):
        last = row is decision.otherwise
        given = dict(row.outcomes)
        body.append(
            element(
                "tr",
                {},
                element("th", {"scope": "row"}, element("span", {"class": "aid-tick"}), "Anders" if last else row.row),
                element("td", {}, "Geen rij hierboven klopt" if last else condition_cell(row.when, document)),
                [element("td", {}, value_label(outcome, given[outcome.name])) for outcome in decision.gives],
                element("td", {}, row.say),
            )
        )
    first, *others = heads
    head = element("tr", {}, element("td", {}, first), [element("th", {"scope": "col"}, text) for text in others])
    return element(
        "section",
        {"class": "aid-blank-step"},
        element("h2", {"class": "aid-blank-title"}, decision.title),
        None if is_trivial(decision.when) else condition_line("Alleen als", decision.when, document, "aid-when"),
        element("p", {"class": "aid-table-how"}, READ_ON_PAPER),
        element("table", {"class": "aid-blank-table"}, element("thead", {}, head), element("tbody", {}, body)),
        _floors(decision, document, sources),
    )


def _floors(decision: Decision, document: Document, sources: Sources) -> Markup | None:
    if not decision.floors:
        return None
    items = [
        element(
            "li",
            {"class": "aid-blank-floor"},
            element("span", {"class": "aid-tick"}),
            condition_line(f"Regel {floor_letter(floor, decision)}. Als", floor.when, document, "aid-floor-when"),
            element(
                "p",
                {},
                element("strong", {}, "Dan: "),
                floor_effect(floor, decision),
                " ",
                sources.with_numbers(floor.say),
            ),
        )
        for floor in decision.floors
    ]
    how = element("p", {"class": "aid-table-how"}, FLOORS_ON_PAPER)
    return joined(how, element("ul", {"class": "aid-blank-floors"}, items), between="\n")


def _advice(document: Document) -> Markup:
    items = [
        _advice_item(advice, word, document)
        for urgency, word in URGENCY_WORDS.items()
        for advice in document.advice
        if advice.urgency == urgency
    ]
    title = element("h2", {"class": "aid-blank-title"}, "Advies, het dringendste eerst")
    how = element("p", {"class": "aid-table-how"}, ADVICE_ON_PAPER)
    return element(
        "section", {"class": "aid-blank-step"}, title, how, element("ul", {"class": "aid-blank-advice"}, items)
    )


def _advice_item(advice: Advice, urgency: str, document: Document) -> Markup:
    head = joined(element("span", {"class": "aid-tick"}), element("strong", {}, f"{urgency}: {advice.title}"))
    return element(
        "li",
        {"class": "aid-blank-advice-item"},
        element("p", {}, head),
        outlined("Geldt als", holds_when(advice, document), "aid-holds"),
    )


def _all_sources(document: Document, sources: Sources) -> Markup:
    """Return every source of the tree once, in order of first use, with the places that are cited."""
    groups: list[Cited] = [*document.steps, *document.questions, *document.advice, *document.decisions]
    for decision in document.decisions:
        groups += [*decision.rows, decision.otherwise, *decision.floors]
    refs = dict.fromkeys(ref.text for item in groups for ref in item.sources)
    found = [section for ref in refs if (section := sources.editorial.resolve(ref))]
    places: dict[str, list[str]] = {}
    for section in found:
        places.setdefault(section.source_title, []).append(section.id)
    lines = [f"{title} ({', '.join(sorted(idents))})" for title, idents in places.items()]
    return element("p", {"class": "aid-sources"}, "Bronnen: ", "; ".join(lines), ".")
