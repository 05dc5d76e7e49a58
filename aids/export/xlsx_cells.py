"""Owns the sheets of a workbook as cells: what is in them, whoever wrote or rewrote the workbook.

Excel and LibreOffice each have their own way to write the same: texts shared or in the cell, addresses given or
implied, other prefixes. Formulas are never worked out: a cell is what was last shown in it. Used by `xlsx_read`. Runs
in browser and build. Knows nothing of scans.
"""

import posixpath
import re
from typing import NamedTuple

from aids.export.xlsx_parts import Attributes, Parts, Unreadable

BOOK = "xl/workbook.xml"
MOST_ROWS, MOST_COLUMNS = 5_000, 600
"""What lies further away is not read: no sheet of ours is that large."""

ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
TRUE = ("1", "true")


class Cell(NamedTuple):
    """A cell: its text, its number if it is one, whether a formula gave it, whether it shows an error."""

    text: str
    number: float | None = None
    by_formula: bool = False
    is_error: bool = False


type Cells = dict[tuple[int, int], Cell]
"""By row and column, both from 0; empty cells are not there."""


class Book:
    """The sheets of a workbook."""

    def __init__(self, content: bytes) -> None:
        """Open it.

        Raises:
            Unreadable: it is no workbook, or not one that can be read.
        """
        self.parts = Parts(content)
        if not self.parts.has(BOOK):
            raise Unreadable("geen-werkmap", "Dit is geen werkmap (.xlsx): het overzicht van de bladen ontbreekt.")
        self.from_1904 = False
        self._names: dict[str, str] = {}
        self.parts.parse(BOOK, self._note_sheet, _nothing, _nothing)
        self._places = self._relations()
        self._shared: list[str] | None = None

    def has(self, name: str) -> bool:
        """Return whether there is a sheet with this name."""
        return name in self._names

    def cells(self, name: str) -> Cells:
        """Return the cells of a sheet.

        Raises:
            Unreadable: it cannot be read.
        """
        place = self._places.get(self._names[name], "")
        if not self.parts.has(place):
            raise Unreadable("beschadigd", f"Het blad ‘{name}’ staat in het overzicht, maar niet in de werkmap.")
        if self._shared is None:
            shared = next((part for part in self._places.values() if part.endswith("sharedStrings.xml")), "")
            self._shared = _shared_texts(self.parts, shared) if self.parts.has(shared) else []
        reader = _Reader(self._shared)
        self.parts.parse(place, reader.start, reader.end, reader.text)
        return reader.cells

    def _note_sheet(self, tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            self._names.setdefault(attributes.get("name", ""), attributes.get("id", ""))
        elif tag == "workbookPr":
            self.from_1904 = attributes.get("date1904", "").lower() in TRUE

    def _relations(self) -> dict[str, str]:
        """Return where each part is that the book points at, by the name of the relation."""
        folder, _, file = BOOK.rpartition("/")
        found: dict[str, str] = {}

        def note(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                place = posixpath.normpath(posixpath.join(f"/{folder}", attributes.get("Target", "")))
                found[attributes.get("Id", "")] = place.lstrip("/")

        self.parts.parse(f"{folder}/_rels/{file}.rels", note, _nothing, _nothing)
        return found


class _Reader:
    """Reads one sheet."""

    def __init__(self, shared: list[str]) -> None:
        self.shared = shared
        self.cells: Cells = {}
        self.row, self.column = -1, -1
        self.kind = ""
        self.by_formula = False
        self.value: list[str] = []
        self.is_inside = False
        self.aside = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """Begin a row, a cell, or what is in it."""
        if tag == "row":
            given = attributes.get("r", "")
            self.row = int(given) - 1 if given.isascii() and given.isdecimal() else self.row + 1
            self.column = -1
        elif tag == "c":
            self._begin_cell(attributes)
        elif tag == "f":
            self.by_formula = True
        elif tag == "rPh":
            self.aside += 1
        self.is_inside = tag in ("v", "t") and not self.aside

    def end(self, tag: str) -> None:
        """End it; a cell is kept."""
        self.is_inside = False
        if tag == "rPh":
            self.aside -= 1
        elif tag == "c":
            self._keep_cell()

    def text(self, text: str) -> None:
        """Take in what a cell holds."""
        if self.is_inside:
            self.value.append(text)

    def _begin_cell(self, attributes: Attributes) -> None:
        self.column += 1
        given = ADDRESS.fullmatch(attributes.get("r", ""))
        if given:
            self.column, self.row = column_of(given[1]), int(given[2]) - 1
        self.kind, self.by_formula, self.value = attributes.get("t", "n"), False, []

    def _keep_cell(self) -> None:
        value = "".join(self.value)
        within = 0 <= self.row < MOST_ROWS and self.column < MOST_COLUMNS
        cell = self._cell(value)
        if within and (cell.text.strip() or cell.by_formula):
            self.cells[self.row, self.column] = cell

    def _cell(self, value: str) -> Cell:
        """Return what a value says by the kind of its cell."""
        if self.kind == "s":
            place = int(value) if value.isascii() and value.isdecimal() else len(self.shared)
            return Cell(self.shared[place] if place < len(self.shared) else "", None, self.by_formula)
        if self.kind in ("str", "inlineStr", "d"):
            return Cell(unescaped(value), None, self.by_formula)
        if self.kind == "e":
            return Cell(value, None, self.by_formula, is_error=True)
        if self.kind == "b":
            return Cell("WAAR" if value in TRUE else "ONWAAR", None, self.by_formula)
        number = _number(value)
        return Cell(value if number is None else f"{number:.15g}", number, self.by_formula)


def column_of(letters: str) -> int:
    """Return the number of a column, from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def unescaped(text: str) -> str:
    """Return a text without the escapes of a workbook: `_x000D_` is the character with that number."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _shared_texts(parts: Parts, name: str) -> list[str]:
    """Return the texts that cells point at by number."""
    texts: list[str] = []
    pieces: list[str] = []
    aside = 0
    is_text = False

    def start(tag: str, _: Attributes) -> None:
        nonlocal aside, is_text
        aside += tag == "rPh"
        is_text = tag == "t" and not aside
        if tag == "si":
            pieces.clear()

    def end(tag: str) -> None:
        nonlocal aside, is_text
        aside -= tag == "rPh"
        is_text = False
        if tag == "si":
            texts.append(unescaped("".join(pieces)))

    def text(piece: str) -> None:
        if is_text:
            pieces.append(piece)

    parts.parse(name, start, end, text)
    return texts


def _number(value: str) -> float | None:
    """Return a finite number, or None."""
    try:
        number = float(value)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _nothing(*_: object) -> None:
    """Do nothing with what is of no use."""
