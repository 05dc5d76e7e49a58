"""Owns the HTML of one line of a scan: a fieldset with the scale as native radios, why it is asked, and its notes.

Used by `aids.compiler.render_scan`. Reads on paper as it does in the page; `aids/web/scan-line.js` fills it in. Build
only; decides nothing.
"""

from aids.compiler.document import Choice
from aids.compiler.render_html import Attribute, Markup, element, joined
from aids.compiler.render_sources import Sources, page_address
from aids.compiler.scan.document import Line, ScanDocument
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN

NOTE_LARGEST, NAME_LARGEST = 2000, 120
"""Characters of a note, and of an organisation or owner: what a saved file may hold."""

FIRST_DAY, LAST_DAY = "2000-01-01", "2100-12-31"
REASON = "Waarom is dit niet van toepassing?"
REASON_HINT = "Zonder reden telt ‘niet van toepassing’ niet mee: de vraag blijft dan open."
KEY_LEFT_OUT, KEY_UNKNOWN = "0", "9"
NOTES = (
    ("evidence", "Bewijs: waaraan ziet u het?"),
    ("note", "Aantekening"),
    ("action", "Actie: wat gaat er gebeuren?"),
)
NOTE_WARNING = "Geen namen van gezinnen of van wie hulp krijgt, en geen zaken."


def answers_of(document: ScanDocument) -> tuple[tuple[str, Choice], ...]:
    """Return each answer with the key that gives it: the scale from 1 up, then the two beside it."""
    steps = [(str(place), step) for place, step in enumerate(document.scale, start=1)]
    left_out, unknown = Choice(LEFT_OUT, document.left_out), Choice(UNKNOWN, document.unknown)
    return (*steps, (KEY_LEFT_OUT, left_out), (KEY_UNKNOWN, unknown))


def line_anchor(document: ScanDocument, line: Line) -> str:
    """Return the id of a line's fieldset, unique on the page."""
    return f"{document.id}-{line.id}"


def render_line(line: Line, document: ScanDocument, words: str, sources: Sources) -> Markup:
    """Return the fieldset of a line; `words` is the hash of its texts."""
    name = line_anchor(document, line)
    legend = element(
        "legend",
        {"class": "scan-legend"},
        element("span", {"class": "scan-number"}, line.number),
        " ",
        element("span", {"class": "scan-question"}, line.ask),
    )
    return element(
        "fieldset",
        {
            "class": "scan-line",
            "id": name,
            "data-question": line.id,
            "data-question-state": "open",
            "data-scan-criterion": line.criterion,
            "data-scan-number": line.number,
            "data-scan-short": line.short,
            "data-scan-words": words,
        },
        legend,
        element(
            "div",
            {"class": "scan-choices"},
            [_choice(name, key, choice) for key, choice in answers_of(document)],
        ),
        _reason(name),
        element("div", {"class": "scan-mores"}, _why(line, sources), _notes(name, line)),
    )


def _choice(name: str, key: str, choice: Choice) -> Markup:
    return element(
        "label",
        {"class": "scan-choice"},
        element("input", {"type": "radio", "name": name, "value": choice.id, "class": "aid-box"}),
        element("span", {"class": "scan-key", "aria-hidden": "true"}, key),
        element("span", {"class": "scan-choice-text"}, choice.label),
    )


def _reason(name: str) -> Markup:
    attributes: dict[str, Attribute] = {
        "type": "text",
        "name": f"{name}-reden",
        "class": "aid-input",
        "maxlength": NOTE_LARGEST,
        "autocomplete": "off",
        "data-scan-reason": True,
        "aria-describedby": f"{name}-zonder-reden",
    }
    return element(
        "div",
        {"class": "scan-reason"},
        element("label", {"class": "aid-field"}, field_name(REASON), element("input", attributes)),
        element("p", {"class": "scan-hint", "id": f"{name}-zonder-reden"}, REASON_HINT),
    )


def _why(line: Line, sources: Sources) -> Markup:
    handbook = element(
        "a",
        {"href": sources.root + page_address(line.page), "class": "aid-link", "target": "_blank", "rel": "noopener"},
        f"Lees meer in het handboek, bij {line.number}",
    )
    return element(
        "details",
        {"class": "scan-more", "data-scan-fold": "why"},
        element("summary", {"class": "scan-more-head"}, "Uitleg: waarom, bewijs, vastleggen", _of(line)),
        _told("Waarom", line.why),
        _evidence(line),
        _told("Vastleggen, volgens de bron", line.record),
        _told("Vastleggen, voorstel van de redactie", line.suggest),
        element("p", {}, handbook) if line.page else None,
        sources.line(line.sources),
    )


def _evidence(line: Line) -> Markup | None:
    if not line.evidence:
        return None
    items = [element("li", {}, text) for text in line.evidence]
    return joined(
        element("p", {}, element("strong", {}, "Voorbeelden van bewijs:")), element("ul", {}, items), between="\n"
    )


def _told(name: str, text: str) -> Markup | None:
    return element("p", {}, element("strong", {}, f"{name}: "), text) if text else None


def _of(line: Line) -> Markup:
    """Return to which line a fold belongs, for who hears it apart from the rest."""
    return element("span", {"class": "aid-spoken"}, f" bij {line.number}")


def _notes(name: str, line: Line) -> Markup:
    texts = [
        element(
            "label",
            {"class": "aid-field"},
            field_name(label),
            element(
                "textarea",
                {
                    "name": f"{name}-{key}",
                    "rows": 2,
                    "maxlength": NOTE_LARGEST,
                    "class": "aid-input",
                    "autocomplete": "off",
                    "data-scan-note": key,
                },
            ),
        )
        for key, label in NOTES
    ]
    mark = element("span", {"class": "scan-noted", "data-scan-noted": True, "hidden": True}, " (ingevuld)")
    return element(
        "details",
        {"class": "scan-more", "data-scan-fold": "notes"},
        element(
            "summary",
            {"class": "scan-more-head"},
            "Aantekening en actie",
            _of(line),
            mark,
        ),
        element("p", {"class": "scan-hint"}, NOTE_WARNING),
        texts,
        element("div", {"class": "scan-pair"}, _owner(name), _date(name)),
    )


def _owner(name: str) -> Markup:
    attributes: dict[str, Attribute] = {
        "type": "text",
        "name": f"{name}-owner",
        "maxlength": NAME_LARGEST,
        "class": "aid-input",
        "autocomplete": "off",
        "data-scan-note": "owner",
    }
    return element("label", {"class": "aid-field"}, field_name("Wie (functie)"), element("input", attributes))


def _date(name: str) -> Markup:
    attributes = {
        "type": "date",
        "name": f"{name}-date",
        "min": FIRST_DAY,
        "max": LAST_DAY,
        "class": "aid-input",
        "autocomplete": "off",
        "data-scan-note": "date",
    }
    return element("label", {"class": "aid-field"}, field_name("Wanneer klaar"), element("input", attributes))


def field_name(text: str) -> Markup:
    """Return the name above an input."""
    return element("span", {"class": "aid-field-name"}, text)
