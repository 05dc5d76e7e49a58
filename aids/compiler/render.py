"""Owns the page of an aid as it is before any script runs: complete, readable and printable.

`render_aid` is used by the Markdown extension of `aids.site`; `render_checklist`, in a module of its own, makes the
blank sheet of the same tree. `aids/web/widget.js` hides what is not current and adds nothing to the texts. Fed with a
checked `Document` and the editorial data. Build only; decides nothing.
"""

from collections.abc import Iterable
from itertools import groupby

from aids.compiler.canonical import canonical, hashed
from aids.compiler.document import Document, Question, Step
from aids.compiler.editorial import Editorial
from aids.compiler.kept import for_these
from aids.compiler.render_advice import render_advice
from aids.compiler.render_certificate import certificate_place
from aids.compiler.render_decision import render_decision
from aids.compiler.render_diagram import render_diagram
from aids.compiler.render_html import Markup, element, joined
from aids.compiler.render_question import render_question
from aids.compiler.render_sources import STATUS_WORDS, Sources, telephone
from aids.compiler.render_vignettes import render_vignettes
from aids.compiler.scan.document import ScanDocument
from aids.compiler.words import long_date

JUDGEMENT = "Deze keuzehulp ondersteunt uw oordeel. U beslist, volgens de meldcode van uw organisatie."
LEAVE = "Verlaat deze pagina"
LEAVE_HONEST = "‘Verlaat deze pagina’ wist uw antwoorden, niet de geschiedenis van uw browser."
NEW_TAB = "Bronnen openen in een nieuw tabblad, zodat uw antwoorden blijven staan."
ANSWER = "Beantwoord de vragen en plichten van boven naar beneden. Weet u iets niet, kies dan ‘Weet ik nog niet’."
SKIP = "Sla er alleen een over als de regel ‘Alleen als’ niet klopt. Een vraag die u mocht overslaan, telt nergens mee."
WEIGH = "Lees daarna de weging: de eerste rij die klopt, beslist. Kijk ook naar de regels onder de tabel."
ACT = "Doe elk advies waarvan ‘Geldt als’ klopt, het dringendste eerst. Melden bij Veilig Thuis mag altijd."
TICK = "Loop de punten van boven naar beneden langs. Kruis aan wat gedaan is, wat later komt, of waarom niet."
SKIP_POINT = "Sla een punt alleen over als de regel ‘Alleen als’ niet klopt."
ALL_ANSWERED = "Alle vragen die voor het advies nodig zijn, hebben een antwoord."
ALL_SEEN = "Alle punten zijn langsgelopen. In het verslag staat wat gedaan is en wat nog open staat."
NEUTRAL_PAGE = "about:blank"
"""Where "Verlaat deze pagina" goes: no site, no request, no trace of its own."""


@for_these
def render_aid(document: Document, editorial: Editorial, root: str = "../../") -> str:
    """Return the aid as an HTML fragment.

    Args:
        document: a tree without findings.
        editorial: sources and contacts; must hold the contacts `alarm` and `veilig-thuis`.
        root: the relative address of the top of the site, seen from the page that holds the aid.
    """
    sources = Sources(editorial, root)
    return element(
        "div",
        {
            "class": "aid",
            "data-aid": document.id,
            "data-aid-state": "static",
            "data-aid-seq": 0,
            "data-aid-assets": "",
            "data-aid-title": document.title,
            "data-aid-review-by": document.review_by,
        },
        top(sources, LEAVE_HONEST),
        element("p", {"class": "aid-live", "role": "status", "data-aid-live": True}),
        _introduction(document),
        element(
            "div",
            {"class": "aid-body"},
            element("div", {"class": "aid-sheet"}, _steps(document, sources), _result_head(document)),
            element("p", {"class": "aid-judgement"}, JUDGEMENT),
            _outcome(document, sources),
        ),
        element(
            "div",
            {"class": "aid-more"},
            render_diagram(document, steps_in_order(document)),
            render_vignettes(document, sources),
            certificate_place(document.id),
        ),
        element("div", {"class": "aid-foot"}, status_line(document), element("p", {"class": "aid-tabs"}, NEW_TAB)),
    )


def help_line(sources: Sources) -> Markup:
    """Return the line with 112 and Veilig Thuis that every form of an aid carries."""
    alarm, advice = sources.contact("alarm"), sources.contact("veilig-thuis")
    return element(
        "p",
        {"class": "aid-help"},
        element("strong", {"class": "aid-help-alarm"}, alarm.label, ": bel ", telephone(alarm)),
        element("span", {"class": "aid-help-advice"}, advice.label, " ", telephone(advice), ", gratis, dag en nacht"),
    )


def status_line(document: Document | ScanDocument) -> Markup:
    """Return what an aid or a scan is worth today: status, dates and version."""
    word, meaning = STATUS_WORDS[document.status]
    return element(
        "p",
        {"class": "aid-status"},
        element("strong", {"class": f"aid-label aid-label-{document.status}"}, word),
        f" {meaning} Nagekeken op {long_date(document.reviewed)}; controleer na {long_date(document.review_by)}.",
        " Versie ",
        element("span", {"class": "aid-version"}, hashed(canonical(document))),
        ".",
    )


def step_place(document: Document, step: Step) -> str:
    """Return where a step stands: "Stap 2 van 5", or in a word for a step that the norm does not number."""
    numbers = [item.number for item in document.steps if item.number is not None]
    if step.number is not None:
        return f"Stap {step.number} van {max(numbers)}"
    place = document.steps.index(step)
    if not numbers:
        return f"Deel {place + 1} van {len(document.steps)}"
    before = any(item.number is not None for item in document.steps[:place])
    after = any(item.number is not None for item in document.steps[place:])
    if before and after:
        return "Tussendoor"
    return "Tot slot" if before else "Vooraf"


def steps_in_order(document: Document) -> list[tuple[Step, list[Question]]]:
    """Return the questions in the order of the tree, by step; a step that comes back later stands there again."""
    steps = {step.id: step for step in document.steps}
    return [(steps[ident], list(group)) for ident, group in groupby(document.questions, key=lambda item: item.step)]


def top(sources: Sources, note: str) -> Markup:
    """Return what stands above every aid: 112 and Veilig Thuis, and the way out with what it does and does not wipe."""
    leave = element(
        "a",
        {"class": "aid-leave", "href": NEUTRAL_PAGE, "rel": "nofollow noreferrer", "data-aid-action": "leave"},
        LEAVE,
    )
    return joined(
        help_line(sources),
        element("p", {"class": "aid-leave-note"}, note),
        element("p", {"class": "aid-exit"}, leave),
        between="\n",
    )


def _introduction(document: Document) -> Markup:
    return joined(
        element("p", {"class": "aid-lead"}, document.lead) if document.lead else None,
        overdue("Deze keuzehulp", document.review_by),
        by_hand(_on_paper(document)),
        between="\n",
    )


def overdue(called: str, review_by: str) -> Markup:
    """Return the sentence that the script shows after the day on which it should have been looked at again."""
    told = (
        f"{called} had na {long_date(review_by)} opnieuw nagekeken moeten zijn. "
        "Vraag na of dit nog klopt voordat u ernaar handelt."
    )
    return element("p", {"class": "aid-overdue", "data-aid-overdue": True, "hidden": True}, told)


def by_hand(lines: Iterable[str]) -> Markup:
    """Return how to use the page with a pen, line by line."""
    return element(
        "div",
        {"class": "aid-paper"},
        element("p", {}, element("strong", {}, "Zo gebruikt u dit blad zonder script of op papier")),
        element("ol", {}, [element("li", {}, line) for line in lines]),
    )


def _on_paper(document: Document) -> list[str]:
    """Return how to use the page with a pen, in the order of the work."""
    first = [TICK, SKIP_POINT] if document.kind == "checklist" else [ANSWER, SKIP]
    return [*first, *([WEIGH] if document.decisions else []), *([ACT] if document.advice else [])]


def _steps(document: Document, sources: Sources) -> list[Markup]:
    return [
        _step(document, step, questions, sources, f"{document.id}-deel-{place}")
        for place, (step, questions) in enumerate(steps_in_order(document), start=1)
    ]


def _step(document: Document, step: Step, questions: list[Question], sources: Sources, ident: str) -> Markup:
    title = element(
        "h2",
        {"class": "aid-step-title", "id": ident},
        element("span", {"class": "aid-place"}, step_place(document, step)),
        " ",
        element("span", {"class": "aid-step-name"}, step.title),
    )
    return element(
        "section",
        {"class": "aid-step", "data-aid-step": step.id, "aria-labelledby": ident},
        title,
        element("p", {"class": "aid-intro"}, step.intro) if step.intro else None,
        sources.line(step.sources),
        [render_question(question, document, sources) for question in questions],
    )


def _result_head(document: Document) -> Markup:
    """Return the head of the result, in view when every question that is needed has an answer."""
    return element(
        "section",
        {"class": "aid-done", "data-aid-done": True, "hidden": True, "aria-labelledby": f"{document.id}-klaar"},
        element("h2", {"class": "aid-step-title", "id": f"{document.id}-klaar"}, "Uitkomst"),
        element("p", {"class": "aid-intro"}, ALL_SEEN if document.kind == "checklist" else ALL_ANSWERED),
        element("div", {"data-aid-open-duties": True}),
    )


def _outcome(document: Document, sources: Sources) -> Markup:
    weighing = element("h2", {"class": "aid-part-title", "id": f"{document.id}-weging"}, "Weging")
    advice = element("h2", {"class": "aid-part-title", "id": f"{document.id}-advies"}, "Advies")
    decisions = element(
        "section",
        {"class": "aid-decisions", "data-aid-decisions": True, "aria-labelledby": f"{document.id}-weging"},
        weighing,
        [render_decision(decision, document, sources) for decision in document.decisions],
    )
    return element(
        "div",
        {"class": "aid-outcome", "data-aid-outcomes": True},
        decisions if document.decisions else None,
        element(
            "section",
            {
                "class": "aid-advices",
                "data-aid-advices": True,
                "hidden": not document.advice,
                "aria-labelledby": f"{document.id}-advies",
            },
            advice,
            element(
                "div", {"class": "aid-advice-list", "data-aid-advice-list": True}, render_advice(document, sources)
            ),
        ),
    )
