"""Owns the page of a scan as it is before any script runs: the whole worksheet, complete, readable and printable.

`render_scan` is used by the Markdown extension of `aids.site`; `render_scan_views` makes the parts that only a script
can work, `render_scan_blank` the sheet for a pen. `aids/web/scan.js` shows, hides and fills what stands here. Fed with
a checked `ScanDocument` and the editorial data. Build only; decides nothing.
"""

from aids.compiler.editorial import Editorial
from aids.compiler.kept import for_these
from aids.compiler.render import LEAVE_HONEST, NEW_TAB, by_hand, overdue, status_line, top
from aids.compiler.render_certificate import certificate_place
from aids.compiler.render_html import Attribute, Markup, element, joined
from aids.compiler.render_scan_line import NAME_LARGEST, field_name, render_line
from aids.compiler.render_scan_parts import VIEWS, act, file_drop, scale_list, view_head, wipe
from aids.compiler.render_scan_views import other_views
from aids.compiler.render_sources import Sources
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import Chapter, Criterion, ScanDocument
from aids.runtime.scan.model import Scan

JUDGEMENT = "Deze scan is een hulpmiddel voor het gesprek, geen oordeel over mensen of gemeenten."
LEAVE_KEEPS = "Wat u op dit apparaat bewaarde, blijft daar staan tot u het wist."
ON_PAPER = (
    "Vul eerst in vanuit welke rol u kijkt. Een naam is niet nodig.",
    "Kies bij elke vraag één antwoord. Weet u het niet, kies dan ‘Weet ik niet’: dat is ook een antwoord.",
    "‘Niet van toepassing’ telt alleen met een reden.",
    "Schrijf bij een laag antwoord een actie op, met wie en wanneer.",
)
FILTERS = (
    ("all", "Alle vragen"),
    ("open", "Nog open"),
    ("low", "Laag"),
    ("unknown", "Weet ik niet"),
    ("action", "Met actie"),
)
KEYS = (
    ("{first} tot {last}", "de stappen"),
    ("0 of n", "niet van toepassing"),
    ("9 of ?", "weet ik niet"),
    ("↓ ↑ of j k", "volgende en vorige vraag"),
    ("e", "aantekening en actie"),
    ("Esc", "terug naar de antwoorden"),
)


@for_these
def render_scan(document: ScanDocument, editorial: Editorial, root: str = "../../") -> str:
    """Return the scan as an HTML fragment.

    Args:
        document: a scan without findings.
        editorial: sources and contacts; must hold the contacts `alarm` and `veilig-thuis`.
        root: the relative address of the top of the site, seen from the page that holds the scan.
    """
    sources = Sources(editorial, root)
    scan = compile_scan(document)
    return element(
        "div",
        {
            "class": "aid scan",
            "data-aid": document.id,
            "data-aid-kind": document.kind,
            "data-aid-state": "static",
            "data-aid-seq": 0,
            "data-aid-assets": "",
            "data-aid-title": document.title,
            "data-aid-review-by": document.review_by,
            "data-scan-version": scan.version,
            "data-scan-rules": scan.rules,
        },
        top(sources, f"{LEAVE_HONEST} {LEAVE_KEEPS}"),
        element("p", {"class": "aid-live", "role": "status", "data-aid-live": True}),
        _introduction(document),
        _tabs(document),
        element("div", {"class": "scan-failed aid-failed", "role": "alert", "data-scan-failed": True, "hidden": True}),
        element(
            "section",
            {"class": "scan-view", "data-scan-view": "invullen", "aria-labelledby": f"{document.id}-invullen"},
            view_head(document, "invullen"),
            _kept_offer(),
            _replacing(),
            _start(document),
            _respondent(document),
            element(
                "details",
                {"class": "scan-more scan-meaning"},
                element("summary", {"class": "scan-more-head"}, "Wat de antwoorden betekenen"),
                scale_list(document),
            ),
            _tools(document),
            _guide(document),
            [_chapter(chapter, document, scan, sources) for chapter in document.chapters],
        ),
        other_views(document, sources),
        element("p", {"class": "aid-judgement"}, JUDGEMENT),
        element("div", {"class": "aid-more"}, certificate_place(document.id)),
        element("div", {"class": "aid-foot"}, status_line(document), element("p", {"class": "aid-tabs"}, NEW_TAB)),
    )


def chapter_anchor(document: ScanDocument, chapter: Chapter) -> str:
    """Return the id of a chapter's section, unique on the page."""
    return f"{document.id}-deel-{chapter.id}"


def _introduction(document: ScanDocument) -> Markup:
    return joined(
        element("p", {"class": "aid-lead"}, document.lead) if document.lead else None,
        _about(document) if document.about else None,
        overdue("Deze scan", document.review_by),
        by_hand(ON_PAPER),
        between="\n",
    )


def _about(document: ScanDocument) -> Markup:
    """Return what the scan is and is not."""
    return element(
        "details",
        {"class": "scan-more scan-about"},
        element("summary", {"class": "scan-more-head"}, "Wat deze scan is, en wat niet"),
        element("p", {}, document.about),
    )


def _tabs(document: ScanDocument) -> Markup:
    """Return the way between the five views; each is a part of this page."""
    buttons = [
        element(
            "button",
            {
                "type": "button",
                "class": "scan-tab",
                "data-scan-open": name,
                "aria-controls": f"{document.id}-{name}-blad" if name != "invullen" else None,
                "aria-current": "true" if name == "invullen" else None,
            },
            title,
        )
        for name, title, _ in VIEWS
    ]
    return element("nav", {"class": "scan-tabs scan-scripted", "aria-label": "Onderdelen van de zelfscan"}, buttons)


def _kept_offer() -> Markup:
    return element(
        "div",
        {"class": "scan-offer", "data-scan-kept-offer": True, "hidden": True},
        element("p", {"data-scan-kept-says": True}),
        element("div", {"class": "scan-buttons"}, [act("continue", "Ga verder waar u was", "aid-button-main"), wipe()]),
    )


def _start(document: ScanDocument) -> Markup:
    """Return how to go on with a file, and how to keep the scan on this device."""
    return element(
        "div",
        {"class": "scan-start scan-scripted"},
        element(
            "details",
            {"class": "scan-more scan-box"},
            element("summary", {"class": "scan-more-head"}, "Verder met een bestand"),
            file_drop(document, "own", "Kies uw bestand, of sleep het hierheen.", many=False),
        ),
        element(
            "details",
            {"class": "scan-more scan-box", "data-scan-keep": "off"},
            element(
                "summary",
                {"class": "scan-more-head"},
                "Bewaren: ",
                element("span", {"data-scan-keep-state": True}, "alleen in dit venster"),
            ),
            element("p", {"data-scan-keep-says": True}),
            element(
                "p",
                {"class": "scan-hint", "data-scan-keep-how": True},
                "Wat u invult staat alleen in dit venster. Sluit u het, dan is het weg. U kunt de scan als bestand "
                "meenemen, of bewaren in deze browser op dit apparaat. Wie dit apparaat ook gebruikt, kan dat lezen. "
                "Het gaat niet over internet.",
            ),
            element("div", {"class": "scan-buttons"}, [act("keep", "Ja, bewaar op dit apparaat"), wipe()]),
        ),
    )


def _replacing() -> Markup:
    return element(
        "div",
        {"class": "scan-sure", "role": "group", "data-scan-replacing": True, "hidden": True},
        element("p", {}, element("strong", {}, "Wat nu open staat, gaat weg. Vervangen?")),
        element("div", {"class": "scan-buttons"}, [act("replace", "Vervang"), act("stay", "Laat staan")]),
    )


def _respondent(document: ScanDocument) -> Markup:
    name = f"{document.id}-rol"
    attributes = {"type": "radio", "name": name, "class": "aid-box", "data-scan-by": "role"}
    roles = [
        element(
            "label",
            {"class": "scan-choice"},
            element("input", {**attributes, "value": role.id}),
            element("span", {"class": "scan-choice-text"}, role.label),
        )
        for role in document.roles
    ]
    organisation: dict[str, Attribute] = {
        "type": "text",
        "name": f"{document.id}-organisatie",
        "class": "aid-input",
        "maxlength": NAME_LARGEST,
        "autocomplete": "off",
        "data-scan-by": "organisation",
    }
    known: dict[str, Attribute] = {
        "type": "checkbox",
        "name": f"{document.id}-herkenbaar",
        "class": "aid-box",
        "data-scan-by": "recognisable",
    }
    agreed = "Mijn antwoorden mogen herkenbaar zijn, met rol en organisatie. Mag ook later."
    return element(
        "div",
        {"class": "scan-by"},
        element(
            "fieldset",
            {"class": "scan-roles"},
            element("legend", {"class": "aid-field-name"}, "Vanuit welke rol kijkt u?"),
            element("div", {"class": "scan-role-list"}, roles),
        ),
        element(
            "div",
            {"class": "scan-by-rest"},
            element(
                "label",
                {"class": "aid-field"},
                field_name("Gemeente of organisatie (mag leeg; geen naam van een persoon)"),
                element("input", organisation),
            ),
            element(
                "label",
                {"class": "scan-check"},
                element("input", known),
                element("span", {"class": "scan-choice-text"}, agreed),
            ),
        ),
    )


def _tools(document: ScanDocument) -> Markup:
    """Return the filters and the legend of the keys."""
    filters = [
        element(
            "button",
            {
                "type": "button",
                "class": "scan-filter",
                "data-scan-filter": name,
                "aria-pressed": "true" if name == "all" else "false",
            },
            label,
        )
        for name, label in FILTERS
    ]
    last = str(len(document.scale))
    keys = [
        element("span", {"class": "scan-key-line"}, element("kbd", {}, key.format(first="1", last=last)), f" {says}")
        for key, says in KEYS
    ]
    switch = element(
        "button",
        {
            "type": "button",
            "class": "aid-button aid-button-link",
            "data-aid-action": "keys",
            "aria-pressed": "true",
        },
        "Sneltoetsen aan",
    )
    return element(
        "div",
        {"class": "scan-tools scan-scripted"},
        element("div", {"class": "scan-filters", "role": "group", "aria-label": "Welke vragen u ziet"}, filters),
        element("p", {"class": "scan-keys"}, element("strong", {}, "Toetsen bij een vraag: "), keys, switch),
        element("p", {"class": "scan-none", "data-scan-none": True, "hidden": True}, "Geen vragen bij deze keuze."),
    )


def _guide(document: ScanDocument) -> Markup:
    """Return how far the scan is, whole and by chapter; each chapter one step away."""
    total = len(document.lines)
    links = []
    for chapter in document.chapters:
        count = sum(len(document.lines_of(item.id)) for item in document.criteria_of(chapter.id))
        done = element("span", {"class": "scan-guide-count", "data-scan-done": chapter.id}, f"0 van {count}")
        link = {"href": f"#{chapter_anchor(document, chapter)}", "class": "scan-guide-link"}
        links.append(element("li", {}, element("a", link, element("span", {}, chapter.title), " ", done)))
    whole = element(
        "p",
        {"class": "scan-guide-whole"},
        element("span", {"data-scan-done": "whole"}, f"0 van {total}"),
        " beantwoord ",
        element(
            "progress",
            {"class": "scan-progress", "aria-label": "Beantwoorde vragen", "value": 0, "max": total},
        ),
    )
    return element(
        "nav",
        {"class": "scan-guide scan-scripted", "aria-label": "Hoofdstukken van de scan"},
        whole,
        element("ol", {"class": "scan-guide-list"}, links),
    )


def _chapter(chapter: Chapter, document: ScanDocument, scan: Scan, sources: Sources) -> Markup:
    title = f"{chapter_anchor(document, chapter)}-titel"
    head = element("h3", {"class": "scan-section-title", "id": title}, chapter.title)
    return element(
        "section",
        {
            "class": "scan-section",
            "id": chapter_anchor(document, chapter),
            "data-scan-chapter": chapter.id,
            "aria-labelledby": title,
        },
        head,
        element("p", {"class": "aid-intro"}, chapter.intro) if chapter.intro else None,
        [_criterion(item, document, scan, sources) for item in document.criteria_of(chapter.id)],
    )


def _criterion(criterion: Criterion, document: ScanDocument, scan: Scan, sources: Sources) -> Markup:
    words = {line.id: line.words for line in scan.lines}
    lines = [render_line(line, document, words[line.id], sources) for line in document.lines_of(criterion.id)]
    return element(
        "div",
        {"class": "scan-criterion", "data-scan-group": criterion.id},
        element("h4", {"class": "scan-criterion-title"}, f"Criterium {criterion.number}: {criterion.title}"),
        element("p", {"class": "scan-criterion-intro"}, criterion.intro) if criterion.intro else None,
        lines,
    )
