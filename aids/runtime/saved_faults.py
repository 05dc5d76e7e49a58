"""Owns what is told of a file that was brought in: what is wrong, with the file and the place, and what has changed.

Filled by what reads saved files and what gathers them, shown by the page and the command line. Runs in browser and
build. A fault is never an exception; a file full of them is told in a bounded list.
"""

import re
from typing import NamedTuple

MOST = 100
"""Faults that one file tells of; how many more there are is told in one sentence."""

LONGEST_NAME = 120
LONGEST_QUOTE = 60

UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""Characters that nobody sees: control, the turning of the direction of writing, halves of a character."""


class Fault(NamedTuple):
    """A fault: a stable code, the file, the place in it ("answers.c3a", "" for the whole), and a Dutch sentence."""

    code: str
    file: str
    place: str
    message: str


class Changed(NamedTuple):
    """What is different since a file was saved: a stable kind, the line or question ("" for the whole), a sentence."""

    kind: str
    line: str
    message: str


class Faults:
    """The faults of one file, in the order in which they were found."""

    def __init__(self, file: str) -> None:
        """Begin with none; the file's name comes from outside and is only ever shown."""
        self.file = quoted(file, LONGEST_NAME) or "bestand zonder naam"
        self.found: list[Fault] = []
        self.more = 0

    def add(self, code: str, place: str, text: str) -> None:
        """Add a fault; `text` is the sentence without file and place, and begins with a capital."""
        if len(self.found) >= MOST:
            self.more += 1
            return
        where = f"{self.file}, bij {quoted(place, LONGEST_NAME)}" if place else self.file
        self.found.append(Fault(code, self.file, place[:LONGEST_NAME], f"{where}: {text}"))

    def all(self) -> list[Fault]:
        """Return the faults, the last one telling how many more there are."""
        if not self.more:
            return self.found
        message = f"{self.file}: Er is nog meer mis: {self.more} plaatsen die hier niet worden genoemd."
        return [*self.found, Fault("meer", self.file, "", message)]


def quoted(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Return a text from outside as it may stand in a sentence: on one line, without what nobody sees, and short."""
    seen = UNSEEN.sub(" ", text[: longest * 4])
    one_line = " ".join(seen.split())
    return one_line if len(one_line) <= longest else one_line[: longest - 1] + "…"
