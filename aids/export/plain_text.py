"""Owns what a text of a user becomes before it goes into a file of another program: plain, and never a formula.

Used by all exports. Runs in browser and build. Knows no form of file.
"""

import re

LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold or nobody sees: control characters and halves of a character."""

FORMULA = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""How a text begins that a spreadsheet may take for a formula, in wide forms too."""


def clean(text: str) -> str:
    """Return a text with one kind of line end and without what a file cannot hold."""
    return UNWRITABLE.sub("\ufffd", LINE_ENDS.sub("\n", text))


def on_one_line(text: str) -> str:
    """Return a text without line ends and double spaces."""
    return " ".join(clean(text).split())


def unevaluated(text: str) -> str:
    """Return a text that no spreadsheet runs when it opens a table: with an apostrophe before what begins a formula."""
    return f"'{text}" if FORMULA.match(text) else text
