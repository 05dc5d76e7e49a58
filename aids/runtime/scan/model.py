"""Owns the scan as the browser and the build hold it: scale, levels, roles, chapters, criteria and lines, with texts.

Made by the compiler from a tree of `kind: scan`; `Scan.from_json` and `Scan.to_json` are each other's inverse. Runs in
browser and build. Checks nothing: a scan that reaches this module has passed the compiler.
"""

from fractions import Fraction
from typing import Any, NamedTuple, Self

type Json = dict[str, Any]

KIND = "scan"
LEFT_OUT = "nvt"
"""The answer of a line that does not apply here; counts only with a reason, and leaves the mean."""
UNKNOWN = "onbekend"
"""The answer of a respondent who does not know; like no answer at all it may still be anything on the scale."""

LARGEST_WEIGHT = 5


class Step(NamedTuple):
    """A step of the scale: `points` from 0 up, one more at each step."""

    id: str
    label: str
    hint: str
    points: int


class Level(NamedTuple):
    """A part of the range of a score, in words: from `start` up to but not including `end`; the last includes it."""

    id: str
    label: str
    start: Fraction
    end: Fraction
    closed: bool

    def holds(self, score: Fraction) -> bool:
        """Return whether the score lies in this level."""
        return self.start <= score and (score < self.end or (self.closed and score == self.end))


class Role(NamedTuple):
    """From where a respondent looks: municipality, team, Veilig Thuis."""

    id: str
    label: str


class Chapter(NamedTuple):
    """A group of criteria."""

    id: str
    title: str
    intro: str


class Criterion(NamedTuple):
    """A criterion of the framework: `number` as the source has it."""

    id: str
    number: str
    chapter: str
    title: str
    intro: str


class Line(NamedTuple):
    """A line to judge.

    `number` as the source has it ("3a"); `record` is where to lay it down, "" where the source names no place; `words`
    is a hash of its texts; `page` is its place on the site, from the top of it.
    """

    id: str
    number: str
    criterion: str
    short: str
    ask: str
    record: str
    page: str
    words: str


class Scan(NamedTuple):
    """A scan. `version` is a hash over rules and texts, `rules` over what decides the scores."""

    id: str
    version: str
    rules: str
    title: str
    status: str
    reviewed: str
    review_by: str
    about: str
    scale: tuple[Step, ...]
    levels: tuple[Level, ...]
    roles: tuple[Role, ...]
    chapters: tuple[Chapter, ...]
    criteria: tuple[Criterion, ...]
    lines: tuple[Line, ...]

    @property
    def top(self) -> int:
        """The points of the highest step."""
        return self.scale[-1].points

    def points(self) -> dict[str, int]:
        """Return the points of each step by its id."""
        return {step.id: step.points for step in self.scale}

    def level_of(self, score: Fraction) -> Level:
        """Return the level in which a score from 0 to `top` lies."""
        return next(level for level in self.levels if level.holds(score))

    def criteria_of(self, chapter: str) -> tuple[Criterion, ...]:
        """Return the criteria of a chapter, in order."""
        return tuple(item for item in self.criteria if item.chapter == chapter)

    def lines_of(self, criterion: str) -> tuple[Line, ...]:
        """Return the lines of a criterion, in order."""
        return tuple(line for line in self.lines if line.criterion == criterion)

    def to_json(self) -> Json:
        """Return the scan as JSON data."""
        levels = [{**level._asdict(), "start": str(level.start), "end": str(level.end)} for level in self.levels]
        groups = {name: [item._asdict() for item in getattr(self, name)] for name in GROUPS}
        return {"kind": KIND, **{name: getattr(self, name) for name in TEXTS}, **groups, "levels": levels}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """Return the scan that `to_json` wrote."""
        levels = (
            Level(item["id"], item["label"], Fraction(item["start"]), Fraction(item["end"]), item["closed"])
            for item in data["levels"]
        )
        texts: Json = {name: data[name] for name in TEXTS}
        groups: Json = {name: tuple(form(**item) for item in data[name]) for name, form in GROUPS.items()}
        return cls(**texts, **groups, levels=tuple(levels))


TEXTS = ("id", "version", "rules", "title", "status", "reviewed", "review_by", "about")
GROUPS: dict[str, Any] = {"scale": Step, "roles": Role, "chapters": Chapter, "criteria": Criterion, "lines": Line}
