"""Owns the panel `personal`: where a text seems to hold personal data, before the scan is saved, printed or passed on.

Names the place and the kind, never the text. Runs in browser and build.
"""

from collections.abc import Iterator
from typing import Any

from aids.runtime.markup import Node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels_parts import bullets, say, title
from aids.runtime.scan.personal import found_in
from aids.runtime.scan.wording import listing
from aids.runtime.scan.work import Work, group_of, mapping

NOTES = {
    "evidence": "bewijs",
    "note": "aantekening",
    "action": "actie",
    "owner": "wie",
}
NAMES_TOO = "Namen, straten en verhalen herkent deze controle niet. Kijk die zelf na."


def personal(scan: Scan, work: Work, today: str) -> list[Node]:  # noqa: ARG001  as every panel
    """Return where to look, or that nothing was recognised."""
    documents = [("", work.saved), *((f"scan {place}, ", item) for place, item in enumerate(group_of(work.saved), 1))]
    found = [
        f"{whose}{where}: lijkt op {listing(list(kinds))}."
        for whose, document in documents
        for where, text in _texts(scan, document)
        if (kinds := found_in(text))
    ]
    if not found:
        return [
            title("Nagekeken op persoonsgegevens"),
            say(f"Geen nummers of adressen van personen herkend. {NAMES_TOO}"),
        ]
    return [
        title("Hier staan misschien persoonsgegevens"),
        say("Haal weg wat over een echte persoon gaat, voordat u bewaart, print of doorstuurt."),
        bullets([line[0].upper() + line[1:] for line in found]),
        say(NAMES_TOO),
    ]


def _texts(scan: Scan, document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every text that a person typed, with the words for its place."""
    yield from _filled("organisatie", mapping(document.get("by")).get("organisation"))
    for line in scan.lines:
        where = f"vraag {line.number}"
        answer, agreed, kept, result = (
            mapping(mapping(document.get(part)).get(line.id)) for part in ("answers", "joint", "notes", "followup")
        )
        yield from _filled(f"{where}, reden", answer.get("reason"))
        yield from _filled(f"{where}, reden van het antwoord samen", agreed.get("reason"))
        yield from _filled(f"{where}, reden van het antwoord samen", mapping(agreed.get("answer")).get("reason"))
        yield from _filled(f"{where}, wat ervan kwam", result.get("note"))
        for name, label in NOTES.items():
            yield from _filled(f"{where}, {label}", kept.get(name))


def _filled(where: str, text: object) -> Iterator[tuple[str, str]]:
    if isinstance(text, str) and text:
        yield where, text
