"""Owns one sheet as data, and how it is put in a workbook: a table with a frozen head, ready for printing on A4.

Made by `answers_sheet`, `scores_sheet` and `other_sheets`; used by `workbook`, the only other module that knows
XlsxWriter. No text of a user can become a formula, a link or markup here. Runs in browser and build.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from aids.export.plain_text import clean
from aids.export.sheet_names import cell_name

A4 = 9
FONT_SIZE = 10
LINE_HEIGHT, LEAST_HEIGHT, MOST_HEIGHT = 13.5, 15.0, 400.0
"""Heights of a row in points; a row that holds more than the highest shows its text when one opens the cell."""
PRINTED_WIDTH = 150
"""Characters beside each other on a sheet of paper; a wider table takes two sheets."""
FOOTER = "&L&A&RBlad &P van &N"

type Look = Literal["text", "narrow", "number", "whole", "date"]

LOOKS: dict[Look, dict[str, Any]] = {
    "text": {"text_wrap": True, "quote_prefix": True},
    "narrow": {"quote_prefix": True, "font_color": "#595959", "font_size": 8},
    "number": {"num_format": "0.00"},
    "whole": {"num_format": "0"},
    "date": {"num_format": "dd-mm-yyyy", "align": "left"},
}
HEAD: dict[str, Any] = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EDEDED"}


class Column(NamedTuple):
    """A column: its head, width in characters, and how its cells look."""

    head: str
    width: int
    look: Look = "text"


class Formula(NamedTuple):
    """A formula and what it comes to, for who opens the workbook without reckoning."""

    text: str
    shown: float | str


type Cell = str | float | date | Formula | None


class Choice(NamedTuple):
    """What may be typed in a column: a rule of XlsxWriter's data validation."""

    column: int
    rule: dict[str, Any]


class Sheet(NamedTuple):
    """A sheet: its name, columns and rows, how many columns stay in sight, and what may be typed."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    fixed: int = 1
    choices: Sequence[Choice] = ()


def put(book: Workbook, sheet: Sheet) -> None:
    """Add the sheet to the workbook."""
    page = book.add_worksheet(sheet.name)
    formats = {look: book.add_format({"valign": "top", "font_size": FONT_SIZE, **how}) for look, how in LOOKS.items()}
    head = book.add_format(HEAD)
    width, height = len(sheet.columns), max(len(sheet.rows), 1)
    page.add_table(
        0,
        0,
        height,
        width - 1,
        {
            "name": f"Tabel_{sheet.name}",
            "style": "Table Style Light 15",
            "columns": [{"header": column.head, "header_format": head} for column in sheet.columns],
        },
    )
    page.set_row(0, 2 * LINE_HEIGHT + 2)
    for position, column in enumerate(sheet.columns):
        page.set_column(position, position, column.width)
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, _height(sheet.columns, row))
        for position, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _put_cell(page, number, position, cell, formats[column.look])
    for choice in sheet.choices:
        page.data_validation(1, choice.column, height, choice.column, {"ignore_blank": True, **choice.rule})
    page.freeze_panes(1, sheet.fixed)
    page.ignore_errors({"number_stored_as_text": f"A1:{cell_name(height, width - 1)}"})
    _prepare_for_paper(page, sheet, height)


def _prepare_for_paper(page: Worksheet, sheet: Sheet, height: int) -> None:
    """Print on A4, without the columns that only programs read."""
    printed = [at for at, column in enumerate(sheet.columns) if column.look != "narrow"]
    page.print_area(0, printed[0], height, printed[-1])
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1 if sum(sheet.columns[at].width for at in printed) <= PRINTED_WIDTH else 2, 0)
    page.repeat_rows(0)
    page.repeat_columns(printed[0])
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.set_footer(FOOTER)


def _height(columns: Sequence[Column], row: Sequence[Cell]) -> float:
    """Return the height that the texts of a row need: not every program finds it by itself."""
    lines = 1
    for cell, column in zip(row, columns, strict=True):
        if isinstance(cell, str) and column.look == "text":
            lines = max(lines, sum(len(part) // max(column.width - 1, 1) + 1 for part in cell.split("\n")))
    return min(max(lines * LINE_HEIGHT, LEAST_HEIGHT), MOST_HEIGHT)


def _put_cell(page: Worksheet, row: int, column: int, cell: Cell, look: Any) -> None:  # noqa: ANN401  their format
    """Write a cell by its own kind: a text is always written as text."""
    if isinstance(cell, Formula):
        page.write_formula(row, column, cell.text, look, cell.shown)
    elif isinstance(cell, date):
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), look)  # noqa: DTZ001  a day
    elif isinstance(cell, str) and cell:
        page.write_string(row, column, _no_markup(clean(cell)), look)
    elif isinstance(cell, int | float):
        page.write_number(row, column, cell, look)
    else:
        page.write_blank(row, column, None, look)


def _no_markup(text: str) -> str:
    """Return a text that XlsxWriter does not take for its own markup: it would copy that into the file as it is."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
