"""Owns the reading of a scan's answers from its workbook, also after Excel or LibreOffice has saved it again.

Answers, reasons, notes, dates and weights are read; scores never are: they follow from the answers. What cannot be
kept is left out and told with its sheet and cell; a file that is no workbook of ours is refused with the reason. Never
raises for what a file holds. Runs in browser and build. Knows no scan: what answers are called stands in the workbook.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from aids.export import layout
from aids.export.sheet_names import cell_name
from aids.export.xlsx_cells import Book, Cell, Cells
from aids.export.xlsx_parts import Unreadable
from aids.runtime.saved import FORMAT, Saved, read_data
from aids.runtime.saved_faults import Fault, Faults, quoted
from aids.runtime.scan.model import KIND, LEFT_OUT

MOST_DIGITS = 6
HEAD_WITHIN = 30
"""Rows in which the head of a table is looked for."""
DUTCH_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
LAST_SERIAL = 100_000
"""A date is a number of days; this one lies well after the last that is kept."""
EMPTY = Cell("")

type Row = dict[str, tuple[str, Cell]]
"""A row of a table: by the head of the column the address and the cell."""


class CellFaults(Faults):
    """Faults of a workbook: their place is a sheet and a cell."""

    def __init__(self, file: str) -> None:
        """Begin with no faults and no places."""
        super().__init__(file)
        self.places: dict[str, str] = {}

    def add(self, code: str, place: str, text: str) -> None:
        """Add a fault at a place in the document, or at a cell."""
        known = place
        while known and known not in self.places:
            known = known.rpartition(".")[0]
        super().add(code, self.places.get(known, place), text)


def read_xlsx(content: bytes, name: str) -> tuple[Saved | None, list[Fault]]:
    """Return the document that a workbook holds, in normal form, and what is wrong with it; None if it is refused.

    Args:
        content: the bytes of the file.
        name: what the user calls it; faults name it.
    """
    faults = CellFaults(name)
    try:
        data = _document(Book(content), faults)
    except Unreadable as refusal:
        faults.add(refusal.code, "", refusal.message)
        return None, faults.all()
    saved = None if data is None else read_data(data, faults)
    return saved, faults.all()


def _document(book: Book, faults: CellFaults) -> Saved | None:
    """Return the document of a workbook as data."""
    missing = [name for name in (layout.ABOUT, layout.SCALE, layout.ANSWERS) if not book.has(name)]
    if missing:
        said = f"Dit is geen volledige werkmap van een zelfscan: het blad ‘{missing[0]}’ ontbreekt."
        faults.add("mist-blad", "", said)
        return None
    facts = {
        row[layout.WHAT][1].text: row[layout.VALUE]
        for row in _rows(book, layout.ABOUT, (layout.WHAT, layout.VALUE))
        if row[layout.WHAT][1].text
    }
    data = _head(facts, faults)
    if data["format"] != FORMAT:
        faults.add("vreemd-bestand", "", "Dit is geen werkmap die op deze site is gemaakt.")
        return None
    _read_answers(book, data, _labels(book), faults)
    _read_weights(book, data, faults)
    return data


def _head(facts: Mapping[str, tuple[str, Cell]], faults: CellFaults) -> Saved:
    """Return what the document says of itself."""

    def fact(name: str, place: str = "") -> str:
        address, cell = facts.get(name, ("", EMPTY))
        if place and address:
            faults.places[place] = address
        return cell.text.strip()

    several = fact(layout.SIZE) not in ("", "1")
    if several:
        size = quoted(fact(layout.SIZE))
        said = f"Hierin staan alleen de gezamenlijke antwoorden van {size} invullers, niet die van ieder apart."
        faults.add("samen", f"blad {layout.ABOUT}", said)
    schema = fact(layout.SCHEMA, "schema")
    return {
        "format": fact(layout.FORMAT),
        "schema": int(schema) if schema.isascii() and schema.isdecimal() and len(schema) < MOST_DIGITS else 0,
        "kind": KIND,
        "tree": fact(layout.TREE, "tree"),
        "version": fact(layout.VERSION, "version"),
        "rules": fact(layout.RULES, "rules"),
        "saved": fact(layout.SAVED, "saved"),
        "by": {
            "id": "" if several else fact(layout.WHO, "by.id"),
            "role": "" if several else fact(layout.ROLE, "by.role"),
            "organisation": fact(layout.ORGANISATION, "by.organisation"),
            "recognisable": fact(layout.RECOGNISABLE) == layout.YES,
        },
        "answers": {},
        "notes": {},
        "words": {},
        "weights": {},
    }


def _labels(book: Book) -> dict[str, str]:
    """Return the id of each answer by how it is called, and by itself."""
    found: dict[str, str] = {}
    for row in _rows(book, layout.SCALE, (layout.MEANING, layout.LABEL)):
        ident = row[layout.MEANING][1].text.strip()
        if ident:
            found.setdefault(_folded(ident), ident)
            found.setdefault(_folded(row[layout.LABEL][1].text), ident)
    found.pop("", None)
    return found


def _read_answers(book: Book, data: Saved, labels: Mapping[str, str], faults: CellFaults) -> None:
    """Take in the answer and the notes of every line."""
    heads = (layout.LINE, layout.ANSWER, layout.REASON, *layout.NOTE_HEADS.values(), layout.WORDS)
    seen: set[str] = set()
    for row in _rows(book, layout.ANSWERS, heads, needed=(layout.LINE, layout.ANSWER)):
        _tell_odd_cells(row, faults)
        address, cell = row[layout.LINE]
        line = cell.text.strip()
        if not line:
            said = "In deze rij is niet te zien om welke vraag het gaat (kolom ‘Regel’); de rij is weggelaten."
            faults.add("vreemd-deel", address, said)
        elif line in seen:
            faults.add("dubbel", address, f"‘{quoted(line)}’ staat twee keer op dit blad; de eerste rij telt.")
        else:
            seen.add(line)
            _read_line(row, line, data, labels, faults, from_1904=book.from_1904)


def _read_line(
    row: Row, line: str, data: Saved, labels: Mapping[str, str], faults: CellFaults, *, from_1904: bool
) -> None:
    """Take in one line."""
    for head, part in ((layout.LINE, "answers"), (layout.ANSWER, "answers"), (layout.LINE, "notes")):
        faults.places[f"{part}.{line}"] = row[head][0]
    answer = _answer(row, line, labels, faults)
    if answer is not None:
        data["answers"][line] = answer
    notes = {}
    for name, head in layout.NOTE_HEADS.items():
        address, cell = row[head]
        faults.places[f"notes.{line}.{name}"] = address
        text = _iso_day(cell, from_1904=from_1904) if name == "date" else cell.text.strip()
        if text and not cell.is_error:
            notes[name] = text
    if notes:
        data["notes"][line] = notes
    address, words = row[layout.WORDS]
    faults.places[f"words.{line}"] = address
    if words.text:
        data["words"][line] = words.text.strip()


def _answer(row: Row, line: str, labels: Mapping[str, str], faults: CellFaults) -> Any:  # noqa: ANN401  JSON data
    """Return the answer of a line as a document has it; None for none."""
    address, cell = row[layout.ANSWER]
    place, given = row[layout.REASON]
    reason = "" if given.is_error else given.text.strip()
    said = "" if cell.is_error else cell.text
    answer = labels.get(_folded(said))
    faults.places[f"answers.{line}.reason"] = place
    if answer == LEFT_OUT:
        if not reason:
            told = "Zeg in de kolom ernaast waarom dit niet van toepassing is; zonder reden blijft de vraag open."
            faults.add("mist-reden", address, told)
        return {"state": LEFT_OUT, "reason": reason}
    if reason:
        told = "Hier staat waarom iets niet van toepassing is, maar dat is niet het antwoord. De reden is weggelaten."
        faults.add("reden-te-veel", place, told)
    if answer is None and said.strip():
        told = f"‘{quoted(said)}’ is geen antwoord van deze scan; de vraag blijft open."
        faults.add("onbekend-antwoord", address, told)
    return answer


def _read_weights(book: Book, data: Saved, faults: CellFaults) -> None:
    """Take in the weights that are not 1."""
    if not book.has(layout.SCORES):
        faults.add("mist-blad", "", f"Het blad ‘{layout.SCORES}’ ontbreekt; elk criterium weegt daarom 1.")
        return
    for row in _rows(book, layout.SCORES, (layout.SORT, layout.IDENT, layout.WEIGHT)):
        criterion = row[layout.IDENT][1].text.strip()
        address, cell = row[layout.WEIGHT]
        if row[layout.SORT][1].text.strip() != layout.OF_CRITERION or cell.number == 1:
            continue
        faults.places[f"weights.{criterion}"] = address
        whole = cell.number is not None and cell.number.is_integer()
        data["weights"][criterion] = int(cell.number or 0) if whole else quoted(cell.text)


def _rows(book: Book, sheet: str, heads: tuple[str, ...], needed: tuple[str, ...] = ()) -> Iterator[Row]:
    """Yield the rows of a table that has these columns, wherever they stand; a cell that is not there is empty.

    Raises:
        Unreadable: the head is missing, or one of the `needed` columns (all of them where none is named).
    """
    cells = book.cells(sheet)
    head, places = _head_of(cells, heads)
    absent = next((name for name in needed or heads if name not in places), None)
    if absent is not None:
        said = f"Op het blad ‘{sheet}’ ontbreekt de kolom ‘{absent}’. Er is niets uit gelezen."
        raise Unreadable("mist-kolom", said)
    for number in sorted({row for row, _ in cells if row > head}):
        found = {
            name: (_place(sheet, number, places.get(name, 0)), cells.get((number, places[name]), EMPTY))
            if name in places
            else (f"blad {sheet}", EMPTY)
            for name in heads
        }
        if any(cell is not EMPTY for _, cell in found.values()):
            yield found


def _head_of(cells: Cells, heads: tuple[str, ...]) -> tuple[int, dict[str, int]]:
    """Return the row that is the head, and the columns by their names; the row with most of the names is the head."""
    found: dict[int, dict[str, int]] = {}
    for (row, column), cell in sorted(cells.items()):
        if row < HEAD_WITHIN and cell.text.strip() in heads:
            found.setdefault(row, {}).setdefault(cell.text.strip(), column)
    return max(found.items(), key=lambda each: (len(each[1]), -each[0]), default=(0, {}))


def _tell_odd_cells(row: Row, faults: CellFaults) -> None:
    """Tell of formulas and errors where a person writes."""
    for head, (address, cell) in row.items():
        if cell.is_error:
            faults.add("fout-in-cel", address, f"Hier staat een fout ({quoted(cell.text)}); de cel is weggelaten.")
        elif cell.by_formula:
            said = f"In de kolom ‘{head}’ staat een formule; die is niet uitgevoerd. Gelezen is wat er stond."
            faults.add("formule", address, said)


def _iso_day(cell: Cell, *, from_1904: bool) -> str:
    """Return a date as ISO text; what is no date as it stands."""
    if cell.number is not None:
        if not 0 < cell.number <= LAST_SERIAL:
            return cell.text
        first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
        return (first + timedelta(days=int(cell.number))).isoformat()
    text = cell.text.strip()
    dutch = DUTCH_DATE.fullmatch(text)
    return f"{dutch[3]}-{int(dutch[2]):02}-{int(dutch[1]):02}" if dutch else text


def _place(sheet: str, row: int, column: int) -> str:
    return f"blad {sheet}, cel {cell_name(row, column)}"


def _folded(text: str) -> str:
    """Return how an answer is called, whatever its capitals and spaces."""
    return " ".join(text.split()).casefold()
