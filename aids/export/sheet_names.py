"""Owns how cells are named, for formulas and for people. Runs in browser and build."""


def cell_name(row: int, column: int, *, fixed: str = "") -> str:
    """Return the name of a cell, both counted from 0; `fixed` "$" keeps it in place when a formula is copied."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{fixed}{letters}{fixed}{row + 1}"


def column_range(sheet: str, column: int, first: int, last: int) -> str:
    """Return part of a column of a sheet as formulas name it; rows counted from 0."""
    return f"{sheet}!{cell_name(first, column, fixed='$')}:{cell_name(last, column, fixed='$')}"
