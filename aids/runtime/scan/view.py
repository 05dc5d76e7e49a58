"""Owns `consult_scan`: from a scan and answers to the View that is published for every kind of tree, with scores.

A scan gives no advice and decides nothing: what a flow says about those is empty here. Pure; the one engine of build,
command line and browser. Runs in browser and build.
"""

from fractions import Fraction

from aids.runtime.engine import View
from aids.runtime.scan.answers import read_answers, read_weights
from aids.runtime.scan.model import Scan
from aids.runtime.scan.results import Score, Scores
from aids.runtime.scan.scores import scores_of


def consult_scan(scan: Scan, answers: object, today: str, weights: object = None) -> View:  # noqa: ARG001  as a flow's
    """Return the View of `scan` for `answers` (line id to JSON value) and `weights` (criterion id to JSON value).

    `today` (ISO date) changes nothing in a scan; it is there because every kind of tree is consulted in the same way.
    """
    read = read_answers(scan, answers)
    counting, errors = read_weights(scan, weights)
    following = next((line.id for line in scan.lines if line.id not in read.answers), None)
    answered = [line.id for line in scan.lines if line.id in read.answers]
    open_lines = len(scan.lines) - len(answered)
    return {
        "tree": scan.id,
        "version": scan.version,
        "rules": scan.rules,
        "asked": [line.id for line in scan.lines if line.id in read.answers or line.id == following],
        "answered": answered,
        "next": following,
        "advice": [],
        "why": {},
        "decisions": {},
        "duties": [],
        "remaining": {
            "decide": {"min": open_lines, "max": open_lines},
            "duty": {"min": 0, "max": 0},
            "exact": True,
        },
        "skipped": [],
        "dropped": [],
        "errors": [*read.errors, *errors],
        "scores": shown_scores(scores_of(scan, read.answers, counting)),
    }


def shown_scores(scores: Scores) -> View:
    """Return the scores as JSON data; a bound is the nearest number to its exact fraction."""
    groups = {"chapters": scores.chapters, "criteria": scores.criteria, "lines": scores.lines}
    shown = {name: {ident: _shown(score) for ident, score in group.items()} for name, group in groups.items()}
    return {"whole": _shown(scores.whole), **shown}


def _shown(score: Score) -> View:
    levels = score.levels and [*score.levels]
    return {**score._asdict(), "low": _number(score.low), "high": _number(score.high), "levels": levels}


def _number(bound: Fraction | None) -> float | None:
    return None if bound is None else float(bound)
