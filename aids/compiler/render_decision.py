"""Owns the HTML of a decision: its table, read from the top, and the floors under it.

Used by `aids.compiler.render`. The texts of outcomes in it are what the widget shows; it computes nothing. Build only.
"""

from itertools import groupby
from string import ascii_uppercase

from aids.compiler.document import Advice, Decision, Document, Floor, Outcome, Row
from aids.compiler.render_html import Markup, element, joined
from aids.compiler.render_outline import condition_cell, condition_line
from aids.compiler.render_sources import BASIS_WORDS, Sources
from aids.compiler.words import is_trivial, listed
from aids.runtime.conditions import Condition, atoms, is_outcome, questions_of

READ_ON_PAPER = "Lees van boven naar beneden. De eerste rij die klopt, beslist."
FLOORS_ON_PAPER = "Kijk daarna naar elke regel hieronder. Klopt die, dan gaat hij voor op de rij."


def render_decision(decision: Decision, document: Document, sources: Sources) -> Markup:
    """Return a decision as a section with its outcomes, table and floors."""
    title = f"{document.id}-weging-{decision.id}"
    return element(
        "section",
        {"class": "aid-decision", "data-aid-decision": decision.id, "aria-labelledby": title},
        element("h3", {"id": title, "class": "aid-decision-title"}, decision.title),
        element("div", {"class": "aid-standing", "data-aid-standing": decision.id, "hidden": True}),
        element(
            "details",
            {"class": "aid-table-fold", "open": True},
            element("summary", {"class": "aid-table-summary"}, "De regels van deze weging"),
            None if is_trivial(decision.when) else condition_line("Alleen als", decision.when, document, "aid-when"),
            element("p", {"class": "aid-table-how"}, READ_ON_PAPER),
            _table(decision, document, sources),
            _ladders(decision),
            _floors(decision, document, sources),
            sources.line(decision.sources),
        ),
    )


def value_label(outcome: Outcome, value: str) -> str:
    """Return the label of a value of an outcome."""
    return next(choice.label for choice in outcome.values if choice.id == value)


def _table(decision: Decision, document: Document, sources: Sources) -> Markup:
    heads = ["Rij", "Als", *(outcome.label for outcome in decision.gives), "Wat dit betekent"]
    rows = [_row(row, decision, document, sources) for row in decision.rows]
    rows.append(_row(decision.otherwise, decision, document, sources, otherwise=True))
    return element(
        "table",
        {"class": "aid-table"},
        element("caption", {"class": "aid-caption"}, decision.title),
        element("thead", {}, element("tr", {}, [element("th", {"scope": "col"}, head) for head in heads])),
        element("tbody", {}, rows),
    )


def _row(row: Row, decision: Decision, document: Document, sources: Sources, *, otherwise: bool = False) -> Markup:
    given = dict(row.outcomes)
    cells = [
        element(
            "td",
            {"class": "aid-cell-outcome", "data-aid-outcome": outcome.name, "data-aid-value": given[outcome.name]},
            element("span", {"class": "aid-cell-label"}, f"{outcome.label}: "),
            value_label(outcome, given[outcome.name]),
        )
        for outcome in decision.gives
    ]
    when = element("p", {"class": "aid-condition"}, "Geen van de rijen hierboven klopt")
    return element(
        "tr",
        {
            "class": "aid-row",
            "data-aid-row": "otherwise" if otherwise else row.row,
            "data-aid-asks": " ".join(asked(row.when, document)) or None,
        },
        element("th", {"scope": "row", "class": "aid-cell-row"}, "Anders" if otherwise else row.row),
        element("td", {"class": "aid-cell-when"}, when if otherwise else condition_cell(row.when, document)),
        cells,
        element(
            "td",
            {"class": "aid-cell-say"},
            element("p", {"class": "aid-say"}, sources.with_numbers(row.say)),
            given_advice(row.advice, document),
            basis_line(row, sources),
        ),
    )


def given_advice(idents: tuple[str, ...], document: Document) -> Markup | None:
    """Return the advice that a row gives, by title."""
    if not idents:
        return None
    titles = [next(advice.title for advice in document.advice if advice.id == ident) for ident in idents]
    return element("p", {"class": "aid-gives"}, "Advies: ", "; ".join(titles), ".")


def advice_rows(advice: Advice, document: Document) -> list[str]:
    """Return in words which rows and outcomes give this advice."""
    found = []
    for decision in document.decisions:
        rows = [row.row for row in decision.rows if advice.id in row.advice]
        rows += ["Anders"] if advice.id in decision.otherwise.advice else []
        if rows:
            row_words = listed(rows, "of")
            found.append(f"‘{decision.title}’ komt uit op rij {row_words}, en geen regel daaronder verandert dat")
        for outcome in decision.gives:
            values = [f"‘{value_label(outcome, value)}’" for value, given in outcome.advice if advice.id in given]
            if values:
                found.append(f"‘{outcome.label}’ is {listed(values, 'of')}")
    return found


def row_name(row: Row, decision: Decision) -> str:
    """Return what a row is called in a sentence."""
    return "Geen rij klopt" if row is decision.otherwise else f"Rij {row.row}"


def asked(condition: Condition, document: Document) -> list[str]:
    """Return the questions that a condition names, in the order of the tree, and the outcomes ("decision.outcome")."""
    names = questions_of(condition)
    outcomes = dict.fromkeys(str(atom[1]) for atom in atoms(condition) if is_outcome(atom))
    return [*(question.id for question in document.questions if question.id in names), *outcomes]


def basis_line(item: Row | Floor, sources: Sources) -> Markup:
    """Return on what a row or a floor rests, with its sources."""
    line = sources.line(item.sources)
    basis = element("span", {"class": "aid-basis"}, BASIS_WORDS.get(item.basis, item.basis).capitalize())
    return element("div", {"class": "aid-ground"}, element("p", {}, "Berust op: ", basis, "."), line)


def _ladders(decision: Decision) -> Markup:
    """Return every value of every outcome, the most far-reaching first: the order that "minstens" refers to."""
    return element("div", {"class": "aid-ladders"}, [_ladder(outcome) for outcome in decision.gives])


def _ladder(outcome: Outcome) -> Markup:
    items = [
        element(
            "li",
            {"data-aid-ladder": outcome.name, "data-aid-value": value.id, "data-closes": value.id in outcome.closing},
            element("span", {"class": "aid-value"}, value.label),
            element("span", {"class": "aid-hint"}, value.hint) if value.hint else None,
        )
        for value in outcome.values
    ]
    name = element("p", {"class": "aid-ladder-name"}, f"{outcome.label}, van zwaar naar licht:")
    return element("div", {"class": "aid-ladder", "data-aid-label": outcome.label}, name, element("ol", {}, items))


def _floors(decision: Decision, document: Document, sources: Sources) -> Markup | None:
    if not decision.floors:
        return None
    items = [
        element(
            "li",
            {
                "class": "aid-floor",
                "data-aid-floor": floor.id,
                "data-aid-asks": " ".join(asked(floor.when, document)) or None,
            },
            condition_line(f"Regel {floor_letter(floor, decision)}. Als", floor.when, document, "aid-floor-when"),
            element("p", {"class": "aid-floor-effect"}, element("strong", {}, "Dan: "), floor_effect(floor, decision)),
            element("p", {"class": "aid-say"}, sources.with_numbers(floor.say)),
            basis_line(floor, sources),
        )
        for floor in decision.floors
    ]
    how = element("p", {"class": "aid-table-how"}, FLOORS_ON_PAPER)
    return joined(how, element("ul", {"class": "aid-floors"}, items), between="\n")


def floor_letter(floor: Floor, decision: Decision) -> str:
    """Return what a floor is called on paper: "A" for the first."""
    return ascii_uppercase[decision.floors.index(floor)]


def floor_effect(floor: Floor, decision: Decision) -> str:
    """Return what a floor does to the outcomes, in words."""
    labels = {outcome.name: outcome for outcome in decision.gives}
    parts = [
        f"{labels[name].label} wordt minstens ‘{value_label(labels[name], value)}’" for name, value in floor.at_least
    ]
    for (name, new), swaps in groupby(floor.replace, key=lambda swap: (swap[0], swap[2])):
        old = listed([f"‘{value_label(labels[name], swap[1])}’" for swap in swaps], "of")
        parts.append(f"{labels[name].label} wordt ‘{value_label(labels[name], new)}’ in plaats van {old}")
    return "; ".join(parts) + "."
