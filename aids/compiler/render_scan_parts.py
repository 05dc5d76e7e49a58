"""Owns the small parts that the views of a scan share: heads, buttons, a place to drop files, and the scale in words.

Used by `render_scan` and `render_scan_views`. Build only; decides nothing.
"""

from typing import Final

from aids.compiler.render_html import Attribute, Markup, element
from aids.compiler.render_scan_line import answers_of, field_name
from aids.compiler.scan.document import ScanDocument

FILES = ".html,.json,.xlsx"
VIEWS: Final = (
    ("invullen", "Invullen", "Invullen"),
    ("uitkomst", "Uitkomst", "Uitkomst van deze scan"),
    ("samen", "Samen", "Samen: de scans van meer mensen naast elkaar"),
    ("vergelijken", "Vergelijken", "Vergelijken met een eerdere scan"),
    ("meenemen", "Meenemen", "Meenemen en delen"),
)
"""The views of the page: id, name of its button, heading."""


def view_head(document: ScanDocument, name: str) -> Markup:
    """Return the heading of a view, on which focus lands when it comes in sight."""
    heading = next(heading for ident, _, heading in VIEWS if ident == name)
    names: dict[str, Attribute] = {"class": "aid-part-title", "id": f"{document.id}-{name}", "tabindex": -1}
    return element("h2", names, heading)


def wipe() -> Markup:
    """Return the button that removes what is kept on the device."""
    return act("forget", "Wis van dit apparaat")


def file_drop(document: ScanDocument, name: str, label: str, *, many: bool) -> Markup:
    """Return a place to give files: an input on which they can be dropped too, and a list for what is wrong."""
    said = f"{document.id}-{name}-bericht"
    return element(
        "div",
        {"class": "scan-drop", "data-scan-drop": name},
        element(
            "label",
            {"class": "aid-field"},
            field_name(label),
            element("span", {"class": "scan-hint"}, "Een bestand van deze scan: .html, .json of .xlsx."),
            element(
                "input",
                {
                    "type": "file",
                    "class": "aid-input scan-file",
                    "accept": FILES,
                    "multiple": many,
                    "data-scan-file": name,
                    "aria-describedby": said,
                },
            ),
        ),
        element(
            "div",
            {"class": "scan-busy", "data-scan-busy": True, "hidden": True},
            element("progress", {"class": "scan-progress", "aria-label": "Gelezen bestanden", "value": 0, "max": 1}),
            element("span", {"data-scan-busy-says": True}),
        ),
        element("div", {"class": "scan-said", "id": said, "role": "status", "data-scan-said": True}),
    )


def act(action: str, label: str, look: str = "") -> Markup:
    """Return a button; `look` is a class beside `aid-button`."""
    return element(
        "button",
        {"type": "button", "class": f"aid-button {look}".strip(), "data-aid-action": action},
        label,
    )


def scale_list(document: ScanDocument) -> Markup:
    """Return what each answer means, where the scan says so."""
    items = [
        element("li", {}, element("strong", {}, choice.label), f": {choice.hint}")
        for _, choice in answers_of(document)
        if choice.hint
    ]
    return element("ul", {"class": "scan-scale"}, items)
