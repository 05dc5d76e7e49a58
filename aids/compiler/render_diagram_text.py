"""Owns how much room a text takes in a picture, and where it breaks, before any browser has seen it.

Used by the modules that draw a tree. The widths are those of the site's font and of its usual stand-in, the wider of
the two, so that a line fits in both. Build only; draws nothing.
"""

from itertools import chain

SHARES = {
    "'|": 24,
    "ijl!.,:;‘’·": 28,
    " ": 29,
    'frt()[]/-"I': 38,
    "csvxyzkJ": 49,
    "0123456789": 61,
    "ABCDEFGHKLNOPQRSTUVXYZ…&": 70,
    "w": 73,
    "mM": 85,
    "W%@": 94,
}
"""Characters by their width in hundredths of the size of the letter."""

WIDTHS = dict(chain.from_iterable(((mark, share) for mark in marks) for marks, share in SHARES.items()))
USUAL = 56
BOLDER = 1.06


def text_width(text: str, size: float, *, bold: bool = False) -> int:
    """Return the width of `text` in letters of `size`, rounded up."""
    hundredths = sum(WIDTHS.get(mark, USUAL) for mark in text) * (BOLDER if bold else 1)
    return int(hundredths * size / 100) + 1


def wrapped(text: str, room: int, size: float, *, bold: bool = False) -> list[str]:
    """Return `text` in lines that fit in `room`; a word wider than that has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
