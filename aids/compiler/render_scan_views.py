"""Owns the views of a scan that only a script can work: result, together, compared, and what can be taken along.

Used by `aids.compiler.render_scan`. Without a script they stay out of sight; all their words stand here, so that a
script only shows, hides and fills. Build only; decides nothing.
"""

from collections.abc import Iterable

from aids.compiler.render_html import Attribute, Markup, element
from aids.compiler.render_scan_line import NOTE_LARGEST, answers_of, field_name
from aids.compiler.render_scan_parts import act, file_drop, view_head
from aids.compiler.render_sources import Sources
from aids.compiler.scan.document import Criterion, ScanDocument
from aids.runtime.scan.model import LARGEST_WEIGHT, UNKNOWN

FOLLOWUPS = (("gedaan", "Gedaan"), ("loopt", "Loopt nog"), ("niet-gedaan", "Niet gedaan"), ("vervallen", "Vervallen"))
WAITING = "Dit komt zodra het rekendeel klaar is. Invullen kan al."
NO_FAMILIES = "Controleer eerst: staan er geen namen van gezinnen of van wie hulp krijgt in uw aantekeningen?"
NO_ROLE = "U koos nog geen rol. Zonder rol telt uw scan wel mee, maar ziet niemand vanwaar u kijkt."
BLANK_PAGE = "zelfscan/papier/"
EXPORTS = (
    ("xlsx", "Rekenblad (.xlsx)", "Met formules voor de gemiddelden. De antwoorden zijn weer te openen."),
    ("csv", "Tabel (.csv)", "Een regel per vraag, voor andere programma’s."),
    ("json", "Gegevens (.json)", "Voor wie er zelf mee rekent. Weer te openen."),
    ("ics", "Acties in de agenda (.ics)", "Elke actie met een datum. Let op: een agenda is vaak met anderen gedeeld."),
    ("text", "Tekst (.txt)", "Om in een ander document te plakken."),
)


def other_views(document: ScanDocument, sources: Sources) -> list[Markup]:
    """Return the four views beside the one in which the scan is filled in, and the forms that go in their panels."""
    return [
        _view(document, "uitkomst", panel("result"), panel("actions"), _weights(document)),
        _together(document),
        _compared(document),
        _taken(document, sources),
        element("div", {"class": "scan-report", "data-scan-panel": "report", "hidden": True}),
        _joint_form(document),
        _followup_form(),
    ]


def panel(name: str) -> Markup:
    """Return the place of a panel, with what stands there until it comes."""
    return element(
        "div",
        {"class": "scan-panel", "data-scan-panel": name},
        element("p", {"class": "scan-waiting"}, WAITING),
    )


def _view(document: ScanDocument, name: str, *parts: Markup | list[Markup]) -> Markup:
    names: dict[str, Attribute] = {
        "class": "scan-view",
        "id": f"{document.id}-{name}-blad",
        "data-scan-view": name,
        "aria-labelledby": f"{document.id}-{name}",
        "hidden": True,
    }
    return element("section", names, view_head(document, name), *parts)


def _weights(document: ScanDocument) -> Markup:
    how = (
        "Elk criterium telt even zwaar. Vindt u een criterium belangrijker, geef het dan een hoger gewicht. "
        "Het telt zo vaak mee in het gemiddelde, en het rapport zegt het erbij."
    )
    rows = [_weight(criterion) for criterion in document.criteria]
    return element(
        "details",
        {"class": "scan-more scan-box"},
        element("summary", {"class": "scan-more-head"}, "Gewicht per criterium"),
        element("p", {"class": "scan-hint"}, how),
        element("div", {"class": "scan-weights"}, rows),
    )


def _weight(criterion: Criterion) -> Markup:
    options = [element("option", {"value": weight}, str(weight)) for weight in range(1, LARGEST_WEIGHT + 1)]
    return element(
        "label",
        {"class": "scan-weight"},
        element("span", {}, f"Criterium {criterion.number}: {criterion.title}"),
        element("select", {"class": "aid-input", "autocomplete": "off", "data-scan-weight": criterion.id}, options),
    )


def _together(document: ScanDocument) -> Markup:
    intro = (
        "Vraag ieder om het bestand dat ‘Meenemen’ maakt, en geef ze hier samen. Alles blijft op dit apparaat. "
        "Wie niet herkenbaar wil zijn, is dat hier niet; een rol ziet u pas apart bij drie mensen of meer."
    )
    switch = element(
        "label",
        {"class": "scan-check"},
        element("input", {"type": "checkbox", "class": "aid-box", "data-scan-rollup": True}),
        element("span", {"class": "scan-choice-text"}, "Dit zijn scans van gemeenten: toon het overzicht van de regio"),
    )
    fixed = element(
        "p",
        {"class": "scan-hint", "data-scan-rollup-fixed": True, "hidden": True},
        "Wilt u dit veranderen? Haal dan eerst alle bestanden weg, en kies ze daarna opnieuw.",
    )
    files = element(
        "details",
        {"class": "scan-more scan-box", "data-scan-files": True, "hidden": True},
        element("summary", {"class": "scan-more-head"}, element("span", {"data-scan-files-count": True})),
        element("ul", {"class": "scan-file-list", "data-scan-file-list": True}),
        act("clear", "Haal alle scans weg"),
    )
    several = element(
        "div",
        {"data-scan-several": True, "hidden": True},
        panel("together"),
        panel("agenda"),
        panel("joint"),
    )
    region = element("div", {"data-scan-region": True, "hidden": True}, panel("rollup"))
    return _view(
        document,
        "samen",
        element("p", {"class": "aid-intro"}, intro),
        element(
            "div",
            {"class": "scan-box"},
            switch,
            fixed,
            file_drop(document, "group", "Kies de bestanden, of sleep ze hierheen (tot 500).", many=True),
            element("div", {"class": "scan-buttons"}, act("join", "Neem ook mijn eigen antwoorden mee")),
        ),
        files,
        several,
        region,
    )


def _compared(document: ScanDocument) -> Markup:
    intro = "Geef het bestand van een eerdere keer. U ziet per vraag wat er veranderde, en wat er van elke actie kwam."
    return _view(
        document,
        "vergelijken",
        element("p", {"class": "aid-intro"}, intro),
        element(
            "div",
            {"class": "scan-box"},
            file_drop(document, "earlier", "Kies het eerdere bestand, of sleep het hierheen.", many=False),
            element("div", {"class": "scan-buttons"}, act("uncompare", "Haal de eerdere scan weg")),
        ),
        element("div", {"data-scan-compared": True, "hidden": True}, panel("compare")),
    )


def _taken(document: ScanDocument, sources: Sources) -> Markup:
    how = (
        "Een leesbaar bestand opent overal, ook zonder internet: met antwoorden, uitkomst en beelden. "
        "U kunt er hier weer mee verder, en anderen kunnen het in ‘Samen’ geven."
    )
    others = [
        element(
            "li",
            {"class": "scan-export"},
            element("button", {"type": "button", "class": "aid-button", "data-scan-export": form}, label),
            element("span", {"class": "scan-hint"}, says),
        )
        for form, label, says in EXPORTS
    ]
    main = element(
        "button",
        {
            "type": "button",
            "class": "aid-button aid-button-main",
            "data-aid-action": "save",
            "data-scan-export": "html",
        },
        "Bewaar als leesbaar bestand",
    )
    blank = element("a", {"href": f"{sources.root}{BLANK_PAGE}", "class": "aid-link"}, "Leeg formulier voor op papier")
    return _view(
        document,
        "meenemen",
        element("p", {"class": "scan-warning"}, NO_FAMILIES),
        panel("personal"),
        element("p", {"class": "scan-warning", "data-scan-no-role": True, "hidden": True}, NO_ROLE),
        element("div", {"class": "scan-box"}, main, element("p", {"class": "scan-hint"}, how)),
        element(
            "div",
            {"class": "scan-box scan-buttons"},
            act("print", "Print het rapport"),
            act("copy", "Kopieer als tekst"),
            element("span", {"class": "scan-link"}, blank),
        ),
        element("div", {"class": "scan-said", "role": "status", "data-scan-taken": True}),
        _copied("copied", "Kopieer deze tekst"),
        element("h3", {"class": "scan-part-title"}, "Andere vormen"),
        element("ul", {"class": "scan-exports"}, others),
        element("h3", {"class": "scan-part-title"}, "Nodig anderen uit"),
        panel("invitation"),
        element("div", {"class": "scan-buttons"}, act("copy-invitation", "Kopieer de uitnodiging")),
        element("h3", {"class": "scan-part-title"}, "Opnieuw beginnen"),
        element("div", {"class": "scan-buttons"}, act("restart", "Maak alles leeg")),
        element(
            "div",
            {"class": "scan-sure", "role": "group", "data-scan-wiping": True, "hidden": True},
            element(
                "p",
                {},
                element("strong", {}, "Alle antwoorden en aantekeningen gaan weg. "),
                "Ook wat op dit apparaat is bewaard. Dit kan niet terug.",
            ),
            element("div", {"class": "scan-buttons"}, act("wipe", "Wis alles"), act("unwipe", "Laat staan")),
        ),
    )


def _copied(name: str, label: str) -> Markup:
    """Return where a text stands that a browser does not let a script copy."""
    return element(
        "label",
        {"class": "aid-field", "data-scan-copied": name, "hidden": True},
        field_name(label),
        element("textarea", {"class": "aid-input", "rows": 10, "readonly": True}),
    )


def _joint_form(document: ScanDocument) -> Markup:
    """Return the form for what respondents agree on; the script puts a copy at each line of the agenda."""
    choices = [("", "Nog niet afgesproken"), *((choice.id, choice.label) for _, choice in answers_of(document))]
    known = [(value, label) for value, label in choices if value != UNKNOWN]
    reason: dict[str, Attribute] = {"class": "aid-input", "rows": 1, "maxlength": NOTE_LARGEST, "autocomplete": "off"}
    return _form(
        "joint",
        _choice("Ons antwoord samen", known, "data-scan-joint", "answer"),
        "Omdat",
        element("textarea", {**reason, "data-scan-joint": "reason"}),
    )


def _followup_form() -> Markup:
    """Return the form for what became of a promise; the script puts a copy at each line that has one."""
    note: dict[str, Attribute] = {
        "type": "text",
        "class": "aid-input",
        "maxlength": NOTE_LARGEST,
        "autocomplete": "off",
    }
    return _form(
        "followup",
        _choice("Wat kwam ervan?", [("", "Nog niet gezegd"), *FOLLOWUPS], "data-scan-followup", "state"),
        "Toelichting",
        element("input", {**note, "data-scan-followup": "note"}),
    )


def _form(name: str, choice: Markup, label: str, text: Markup) -> Markup:
    """Return a template of a choice with a text beside it."""
    beside = element("label", {"class": "aid-field scan-grow"}, field_name(label), text)
    return element(
        "template",
        {"data-scan-template": name},
        element("div", {"class": "scan-joint", "role": "group"}, choice, beside),
    )


def _choice(label: str, choices: Iterable[tuple[str, str]], hook: str, name: str) -> Markup:
    options = [element("option", {"value": value}, says) for value, says in choices]
    select = element("select", {"class": "aid-input", "autocomplete": "off", hook: name}, options)
    return element("label", {"class": "aid-field"}, field_name(label), select)
