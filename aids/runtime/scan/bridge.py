"""Owns what the worker of a scan answers: JSON text in, JSON text out. Never raises for what a message holds.

Taken by `aids.runtime.bridge` where the tree is a scan. A message depends on no earlier one: the page holds the state.
Panels and exports are imported when they are asked for, so that the first view waits for neither. Runs in browser and
build. What comes from a file goes through `aids.runtime.saved` here, whoever read it before.
"""

import base64
import binascii
from collections.abc import Callable
from importlib import import_module
from typing import Any

from aids.runtime.bridge import dump, is_day, parse
from aids.runtime.markup import data as node_data
from aids.runtime.saved import Saved, read_data, read_saved
from aids.runtime.saved_faults import Fault, Faults, quoted
from aids.runtime.saved_source import LARGEST as LARGEST_FILE
from aids.runtime.scan.group import gather
from aids.runtime.scan.model import KIND, Scan
from aids.runtime.scan.region import gather_region
from aids.runtime.scan.replay import changes_since, fitted
from aids.runtime.scan.view import consult_scan

type Json = dict[str, Any]

LARGEST = 60_000_000
"""Characters of a message at most: the files of a region, or a spreadsheet."""

FORMS = ("xlsx", "csv", "ics", "text", "json", "html")
READ_BACK = ("json", "html")
"""The forms that are read back as text, and so must not be larger than what is read."""

PANELS = "aids.runtime.scan.panels"
EXPORT = "aids.export"
READ_XLSX = "aids.export.xlsx_read"


class Refusal(Exception):  # noqa: N818  a fault of a message is a value for the reply, not a programmer's error
    """A message that cannot be answered: code and Dutch sentence."""

    def __init__(self, message: str, code: str = "vreemd-bericht") -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class ScanBridge:
    """Holds the one scan of a worker."""

    def __init__(self, data: Json) -> None:
        """Read the scan that the build made."""
        self.scan = Scan.from_json(data)
        self.answering: dict[str, Callable[[Json], Json]] = {
            "consult": self.view,
            "panels": self.panels,
            "read": self.read,
            "gather": self.gather,
            "export": self.export,
        }

    def handle(self, message: str) -> str:
        """Return the reply to a message {"type", "seq", ...}, of the kind that its type asks for, or an error."""
        data = parse(message, LARGEST)
        asked = data if isinstance(data, dict) else {}
        seq = asked.get("seq")
        seq = seq if isinstance(seq, int) else None
        kind = asked.get("type")
        answer = self.answering.get(kind, self.unknown) if isinstance(kind, str) else self.unknown
        try:
            return dump({"seq": seq, **answer(asked)})
        except Refusal as refusal:
            return dump({"type": "error", "seq": seq, "code": refusal.code, "message": refusal.message})

    def unknown(self, _asked: Json) -> Json:
        """Refuse a message of another kind, or none at all."""
        raise Refusal(f"Verwacht een bericht van een van de soorten: {', '.join(self.answering)}.")

    def view(self, asked: Json) -> Json:
        """Return the View of the answers."""
        weights = asked.get("weights")
        if weights is not None:
            _object(weights, "weights")
        answers = _object(asked.get("answers"), "answers")
        return {"type": "view", "view": consult_scan(self.scan, answers, _today(asked), weights or {})}

    def panels(self, asked: Json) -> Json:
        """Return the panels asked for, as node data, and the View of the own answers."""
        today = _today(asked)
        made = import_module(PANELS)
        names = asked.get("names")
        if not isinstance(names, list) or not all(isinstance(name, str) and name in made.PANELS for name in names):
            raise Refusal(f"'names' moet een lijst zijn van: {', '.join(made.PANELS)}.")
        given = _object(asked.get("work"), "work")
        work = made.Work.from_json(given)
        panels = {name: [node_data(each) for each in made.PANELS[name](self.scan, work, today)] for name in names}
        answers, weights = (work.saved.get(part) for part in ("answers", "weights"))
        weights = weights if isinstance(weights, dict) else {}
        view = consult_scan(self.scan, answers, today, weights) if isinstance(answers, dict) else None
        return {"type": "panels", "panels": panels, "view": view}

    def read(self, asked: Json) -> Json:
        """Return what a file holds: its text, or a spreadsheet as base64."""
        today, name = _today(asked), asked.get("name")
        if not isinstance(name, str):
            raise Refusal("'name' moet de naam van het bestand zijn.")
        saved, found = self._document(asked, name)
        faults = Faults(name)
        saved = saved and self._own(saved, today, faults)
        return {
            "type": "read",
            "saved": saved,
            "faults": [fault._asdict() for fault in (*found, *faults.all())],
            "changed": [change._asdict() for change in changes_since(self.scan, saved)] if saved else [],
        }

    def gather(self, asked: Json) -> Json:
        """Return which of the files count as respondents or, for a region, as municipalities.

        Of a file that holds a group, `agreed` has under its place the document that stands for it in a region.
        """
        files = asked.get("files")
        if not isinstance(files, list):
            raise Refusal("'files' moet een lijst zijn van bestanden met name en saved.")
        places, taken = [], []
        told: list[Fault] = []
        for place, file in enumerate(files):
            name = file.get("name") if isinstance(file, dict) else None
            if not isinstance(name, str):
                raise Refusal(f"'files[{place}]' moet een name en een saved hebben.")
            faults = Faults(name)
            saved = read_data(file.get("saved"), faults)
            told += faults.all()
            if saved is not None:
                places.append(place)
                taken.append((name, saved))
        region = gather_region(self.scan, taken) if asked.get("region") is True else None
        gathered = region or gather(self.scan, taken)
        agreed = region.agreed if region else {}
        return {
            "type": "gather",
            "kept": [places[number] for number in gathered.kept],
            "faults": [fault._asdict() for fault in (*told, *gathered.faults)],
            "agreed": {str(places[number]): saved for number, saved in agreed.items()},
        }

    def export(self, asked: Json) -> Json:
        """Return a file to download, as base64."""
        today, form = _today(asked), asked.get("form")
        if form not in FORMS:
            raise Refusal(f"'form' moet een zijn van: {', '.join(FORMS)}.")
        work = _object(asked.get("work"), "work")
        saved = self._to_save(work.get("saved"))
        earlier = None if work.get("earlier") is None else read_data(work["earlier"], Faults("eerder"))
        whole = import_module(PANELS).Work(saved, earlier)
        export = _exporter(EXPORT).export(self.scan, whole, form, today)
        if form in READ_BACK and len(export.content) > LARGEST_FILE:
            said = "Dit wordt te groot om later weer te openen. Bewaar de groep in delen, of haal lange notities weg."
            raise Refusal(said, "te-groot")
        content = base64.b64encode(export.content).decode("ascii")
        return {"type": "export", "name": export.name, "media": export.media, "base64": content}

    def _document(self, asked: Json, name: str) -> tuple[Saved | None, list[Fault]]:
        """Return the document in a file, and what is wrong with the file."""
        text, coded = asked.get("text"), asked.get("base64")
        if isinstance(text, str):
            return read_saved(text, name)
        if not isinstance(coded, str):
            raise Refusal("Geef bij 'read' de inhoud als 'text' of als 'base64'.")
        try:
            content = base64.b64decode(coded, validate=True)
        except binascii.Error as error:
            raise Refusal("'base64' is niet te lezen.") from error
        found: tuple[Saved | None, list[Fault]] = _exporter(READ_XLSX).read_xlsx(content, name)
        return found

    def _own(self, saved: Saved, today: str, faults: Faults) -> Saved | None:
        """Return a document if it is of this scan, without what a file of this version cannot hold."""
        if saved["kind"] != KIND or saved["tree"] != self.scan.id:
            said = f"Dit bestand hoort bij ‘{quoted(saved['tree'])}’, niet bij deze scan."
            faults.add("andere-scan", "tree", said)
            return None
        if saved["saved"][: len(today)] > today:
            said = f"Volgens het bestand is het bewaard op {saved['saved']}: later dan vandaag. Kijk de datum na."
            faults.add("toekomst", "saved", said)
        made = self._fitted(saved, faults, "")
        if "group" in saved:
            group = enumerate(saved["group"])
            made["group"] = [self._fitted(each, faults, f"group[{number}].") for number, each in group]
        return made

    def _fitted(self, saved: Saved, faults: Faults, place: str) -> Saved:
        """Return the document as it may be for its version; of another one, `changes_since` tells what is different."""
        return fitted(self.scan, saved, faults, place) if saved["version"] == self.scan.version else dict(saved)

    def _to_save(self, data: object) -> Saved:
        """Return the document in hand as it goes into a file: in normal form, and of this version of the scan."""
        faults = Faults("werkblad")
        saved = read_data(data, faults)
        if saved is None:
            raise Refusal(faults.found[-1].message)
        of_now = {
            "version": self.scan.version,
            "rules": self.scan.rules,
            "words": {line.id: line.words for line in self.scan.lines},
        }
        return fitted(self.scan, {**saved, **of_now}, faults)


def _exporter(name: str) -> Any:  # noqa: ANN401  a module that this one may not know
    """Return a module of the exports; a page that did not bring them says so."""
    try:
        return import_module(name)
    except ImportError as error:
        raise Refusal("Dit kan hier nog niet: de pagina is niet heel. Laad haar opnieuw.", "ontbreekt") from error


def _today(asked: Json) -> str:
    """Return the day of a message."""
    today: Any = asked.get("today")
    if not is_day(today):
        raise Refusal("'today' moet een bestaande dag zijn, als jaar-maand-dag.")
    return str(today)


def _object(value: object, name: str) -> Json:
    """Return a part of a message that must be an object."""
    if not isinstance(value, dict):
        raise Refusal(f"'{name}' moet een object zijn.")
    return value
