"""Owns the forms of what a scan works out: scores, what respondents say together, an agenda, a comparison, a roll-up.

Filled by the modules that reckon, read by those that present; decides nothing. All means and medians are exact
fractions. Runs in browser and build.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

type Answers = dict[str, str]
"""By line: a step of the scale, `nvt` (with a reason, else it is absent) or `onbekend`."""


class Score(NamedTuple):
    """A mean between two bounds, in points: what it is at least and at most, whatever the unknown lines turn out to be.

    Both are None where every line was left out. `known`, `unknown` and `left_out` count lines. `levels` are the ids of
    the levels of the lowest and the highest bound.
    """

    low: Fraction | None
    high: Fraction | None
    known: int
    unknown: int
    left_out: int
    levels: tuple[str, str] | None


class Scores(NamedTuple):
    """The whole, and by id each chapter, criterion and line."""

    whole: Score
    chapters: dict[str, Score]
    criteria: dict[str, Score]
    lines: dict[str, Score]


class Promise(NamedTuple):
    """What would be done about a line: action, by whom, and the ISO date; each may be empty."""

    action: str
    owner: str
    date: str


class Respondent(NamedTuple):
    """What one file says. `ident` tells respondents apart; `recognisable`: agreed to be shown by role and organisation.

    `reasons`: by line, why it does not apply. `notes`: by line, texts by name. `saved`: the moment it was saved.
    """

    ident: str
    file: str
    role: str
    organisation: str
    recognisable: bool
    saved: str
    answers: Answers
    reasons: dict[str, str]
    notes: dict[str, dict[str, str]]


class Split(NamedTuple):
    """How a group of respondents answers one line: how often each answer, of how many a step, and the middle one."""

    counts: dict[str, int]
    known: int
    median: Fraction | None


class LineTogether(NamedTuple):
    """One line over all respondents.

    `difference`: the mean of how many points any two known answers lie apart; 0 with fewer than two. `spread`: the
    lowest and highest known points. `roles`: by role, only where splitting is allowed. `apart`: pairs of roles whose
    middles lie two steps or more apart. `answerable`: the roles that know it while someone does not.
    """

    all: Split
    difference: Fraction
    spread: tuple[int, int] | None
    roles: dict[str, Split]
    apart: tuple[tuple[str, str], ...]
    answerable: tuple[str, ...]


class Together(NamedTuple):
    """What `size` respondents say together.

    `roles` counts respondents by role; `shown` are the roles that may be split off; `hidden` tells why not all are
    ("" if all are). `agreed`: by line the joint answer, else the one that all share; `profile` is its scores.
    """

    size: int
    roles: dict[str, int]
    shown: tuple[str, ...]
    hidden: str
    recognisable: bool
    lines: dict[str, LineTogether]
    agreed: Answers
    profile: Scores


class AgendaItem(NamedTuple):
    """A line to talk about. `priority` is difference times weight; `unknown` counts who does not know."""

    line: str
    priority: Fraction
    difference: Fraction
    weight: int
    unknown: int


type ChangeKind = Literal["hoger", "lager", "gelijk", "bekend", "onbekend", "nvt", "was-nvt", "nieuw", "vervallen"]


class LineChange(NamedTuple):
    """A line then and now. `steps`: how many it went up (down below zero), None unless both are on the scale.

    `promise` is what the earlier scan said would be done; `result` what became of it as the user says, with its note.
    """

    line: str
    short: str
    kind: ChangeKind
    before: str
    after: str
    steps: int | None
    promise: Promise | None
    result: str
    note: str


class Comparison(NamedTuple):
    """Two scans: every line of either, and the scores of both. `since` is the moment the earlier one was saved."""

    since: str
    before: Scores
    after: Scores
    lines: tuple[LineChange, ...]


class Quartiles(NamedTuple):
    """The values at a quarter, the half and three quarters of a sorted row of `size` (inclusive method)."""

    size: int
    lower: Fraction
    median: Fraction
    upper: Fraction


class LineSpread(NamedTuple):
    """One line over many scans: of how many known, missing (unknown or empty) and left out."""

    known: int
    missing: int
    left_out: int
    counts: dict[str, int]
    quartiles: Quartiles | None


class ScoreSpread(NamedTuple):
    """A score over many scans: the quartiles of what it is at least and at most. `complete`: scans without unknown."""

    complete: int
    low: Quartiles | None
    high: Quartiles | None


class Rollup(NamedTuple):
    """Many scans together. `files` counts those that were taken in."""

    files: int
    organisations: tuple[str, ...]
    whole: ScoreSpread
    chapters: dict[str, ScoreSpread]
    criteria: dict[str, ScoreSpread]
    lines: dict[str, LineSpread]


type Weights = Mapping[str, int]
"""By criterion, from 1 to 5; a criterion that is not named counts once."""
