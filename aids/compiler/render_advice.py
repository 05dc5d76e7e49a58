"""Owns the HTML of the advice: every item in order of urgency, with the condition under which it holds.

Used by `aids.compiler.render`. Build only.
"""

from typing import Final

from aids.compiler.document import URGENCIES, Advice, Document, Urgency
from aids.compiler.render_decision import advice_rows
from aids.compiler.render_html import Markup, element
from aids.compiler.render_outline import outlined
from aids.compiler.render_sources import Sources
from aids.compiler.words import Outline, outline
from aids.runtime.conditions import NEVER

URGENCY_WORDS: Final[dict[Urgency, str]] = {
    "nu": "Nu",
    "vandaag": "Vandaag",
    "deze-week": "Deze week",
    "plan": "In uw plan",
}


def render_advice(document: Document, sources: Sources) -> list[Markup]:
    """Return every advice as an article, by urgency and then in the order of the tree."""
    ordered = sorted(document.advice, key=lambda advice: URGENCIES.index(advice.urgency))
    return [_article(advice, document, sources) for advice in ordered]


def holds_when(advice: Advice, document: Document) -> Outline:
    """Return when an advice holds: by its own condition, by a row, or by an outcome."""
    own = [] if advice.when == NEVER else [outline(advice.when, document)]
    given = [Outline(line) for line in advice_rows(advice, document)]
    parts = [grand for part in own for grand in (part.parts if part.joiner == "any" else (part,))] + given
    return parts[0] if len(parts) == 1 else Outline("" if parts else "nooit", "any" if parts else "", tuple(parts))


def _article(advice: Advice, document: Document, sources: Sources) -> Markup:
    urgency = element("span", {"class": f"aid-urgency aid-urgency-{advice.urgency}"}, URGENCY_WORDS[advice.urgency])
    title = element("h3", {"class": "aid-advice-title"}, advice.title)
    certainty = element("span", {"class": "aid-certainty", "data-aid-certainty": True})
    return element(
        "article",
        {
            "class": "aid-advice",
            "id": f"{document.id}-advies-{advice.id}",
            "data-advice": advice.id,
            "data-aid-urgency": advice.urgency,
            "data-closes": advice.closes,
        },
        element(
            "details",
            {"class": "aid-advice-fold", "open": True},
            element("summary", {"class": "aid-advice-head"}, urgency, " ", title, " ", certainty),
            element(
                "div",
                {"class": "aid-advice-body"},
                outlined("Geldt als", holds_when(advice, document), "aid-holds"),
                element("ul", {"class": "aid-do"}, [element("li", {}, sources.with_numbers(do)) for do in advice.do])
                if advice.do
                else None,
                _labelled("Wanneer", advice.by, sources),
                _labelled("Leg vast", advice.record, sources),
                _labelled("Let op", "Melden mag altijd." if advice.closes else "", sources),
                sources.line(advice.sources),
            ),
        ),
    )


def _labelled(label: str, text: str, sources: Sources) -> Markup | None:
    if not text:
        return None
    return element(
        "p", {"class": "aid-advice-line"}, element("strong", {}, f"{label}:"), " ", sources.with_numbers(text)
    )
