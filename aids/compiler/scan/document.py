"""Owns the typed form of a scan with its texts, as the loader makes it and checks, emit and render read it.

Built once by `aids.compiler.scan.loading`, never changed. Positions are kept per element for diagnostics. What decides
the scores goes to `aids.runtime.scan.model`. Runs in the build only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from aids.compiler.document import NOWHERE, Change, Choice, Position, SourceRef, Status

if TYPE_CHECKING:
    from aids.compiler.reading import Scalar


@dataclass(frozen=True, slots=True)
class Level:
    """A part of the range of a score, in words: from `start` up to `end`, which counts too if `closed`."""

    id: str
    label: str
    start: Fraction
    end: Fraction
    closed: bool
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A titled group of criteria."""

    id: str
    title: str
    intro: str
    sources: tuple[SourceRef, ...]
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A titled group of lines; `number` as the source has it."""

    id: str
    number: str
    chapter: str
    title: str
    intro: str
    sources: tuple[SourceRef, ...]
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A line to judge: what it asks, why, and examples of evidence.

    `record` is where the source says to lay it down, "" where it names no place; `suggest` is the editors' own
    proposal for a place. `page` is a page under docs/, with an anchor.
    """

    id: str
    number: str
    criterion: str
    short: str
    ask: str
    why: str
    evidence: tuple[str, ...]
    record: str
    suggest: str
    page: str
    sources: tuple[SourceRef, ...]
    at: Position = field(default=NOWHERE, compare=False)
    page_at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ScanDocument:
    """A whole scan with its texts, the scale from low to high.

    `left_out` and `unknown` are the labels of the two answers beside the scale. `texts` holds every value as it stands
    in the file, for checks on wording.
    """

    schema: int
    id: str
    kind: str
    title: str
    lead: str
    about: str
    status: Status
    reviewed: str
    review_by: str
    scale: tuple[Choice, ...]
    left_out: str
    unknown: str
    levels: tuple[Level, ...]
    roles: tuple[Choice, ...]
    chapters: tuple[Chapter, ...]
    criteria: tuple[Criterion, ...]
    lines: tuple[Line, ...]
    changes: tuple[Change, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)
    review_at: Position = field(default=NOWHERE, compare=False)
    texts: tuple["Scalar", ...] = field(default=(), compare=False, repr=False)

    @property
    def top(self) -> int:
        """The points of the highest step: they go up from 0 by one a step."""
        return len(self.scale) - 1

    def cited(self) -> Iterator[SourceRef]:
        """Yield every reference to a source."""
        for group in (self.chapters, self.criteria, self.lines):
            for item in group:
                yield from item.sources

    def line(self, ident: str) -> Line:
        """Return the line `ident`; a KeyError is a programmer's fault."""
        for line in self.lines:
            if line.id == ident:
                return line
        raise KeyError(ident)

    def criteria_of(self, chapter: str) -> tuple[Criterion, ...]:
        """Return the criteria of a chapter, in order."""
        return tuple(item for item in self.criteria if item.chapter == chapter)

    def lines_of(self, criterion: str) -> tuple[Line, ...]:
        """Return the lines of a criterion, in order."""
        return tuple(line for line in self.lines if line.criterion == criterion)
