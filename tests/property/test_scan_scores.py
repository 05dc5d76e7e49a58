"""The scores of 1,000 random scans against a second reckoning, and the laws of intervals."""

import json
import random
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from aids.runtime.scan.answers import read_answers
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import Answers, Score, Scores
from aids.runtime.scan.scores import scores_of
from aids.runtime.scan.view import consult_scan
from tests import scan_oracle
from tests.random_scans import Json, random_answers, random_scan, random_weights, real_shape

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "view.json").read_text(encoding="utf-8"))
SCANS = 1000
FEW = 100
"""Completions that are all tried; of more, some are drawn."""
DRAWN = 10

type Case = tuple[random.Random, Scan, Json, dict[str, int]]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Return the random scans with answers and weights; every tenth has the size of the framework."""
    found = []
    for seed in range(SCANS):
        rng = random.Random(seed)  # noqa: S311  the same scans each time
        scan = random_scan(rng) if seed % 10 else real_shape()
        found.append((rng, scan, random_answers(rng, scan, gaps=rng.random()), random_weights(rng, scan)))
    return found


def means_in(scores: Scores) -> dict[str, Score]:
    """Return every score that is a mean of lines, by the oracle's names."""
    return {"whole": scores.whole, **scores.chapters, **scores.criteria}


def all_in(scores: Scores) -> Iterator[Score]:
    """Yield every score."""
    yield from means_in(scores).values()
    yield from scores.lines.values()


def reckoned(case: Case) -> tuple[Answers, Scores]:
    """Return the answers as they are read, and their scores."""
    _, scan, raw, weights = case
    read = read_answers(scan, raw)
    assert read.errors == []
    return read.answers, scores_of(scan, read.answers, weights)


def is_within(inner: Score, outer: Score) -> bool:
    """Return whether every score that `inner` allows, if it allows any, is allowed by `outer` as well."""
    if inner.low is None or inner.high is None:
        return outer.unknown > 0 or outer.low is None
    return outer.low is not None and outer.high is not None and outer.low <= inner.low <= inner.high <= outer.high


def test_bounds_are_the_means_with_the_unknown_at_their_lowest_and_highest(cases: list[Case]) -> None:
    """Every bound is exactly what another reckoning gives with the open lines at nothing, and at the top."""
    for case in cases:
        _, scan, raw, weights = case
        _, scores = reckoned(case)
        low = scan_oracle.means(scan, scan_oracle.filled(scan, raw, 0), weights)
        high = scan_oracle.means(scan, scan_oracle.filled(scan, raw, scan.top), weights)
        found = means_in(scores)
        assert {name: score.low for name, score in found.items()} == low
        assert {name: score.high for name, score in found.items()} == high


def test_a_line_is_its_own_score(cases: list[Case]) -> None:
    """A known line is its points; an open one anything on the scale; one that does not apply has no score."""
    for case in cases:
        _, scan, raw, _ = case
        _, scores = reckoned(case)
        for line in scan.lines:
            value = scan_oracle.value(scan, raw.get(line.id))
            score = scores.lines[line.id]
            assert [score.low, score.high] == ([0, scan.top] if value == scan_oracle.OPEN else [value, value])
            assert (score.known, score.unknown, score.left_out) == tuple(
                int(kind) for kind in (isinstance(value, int), value == scan_oracle.OPEN, value is None)
            )


def test_counts_are_of_the_lines_beneath(cases: list[Case]) -> None:
    """What a score counts as known, unknown and left out adds up over the lines that belong to it."""
    for case in cases:
        _, scan, _, _ = case
        _, scores = reckoned(case)
        chapters = {criterion.id: criterion.chapter for criterion in scan.criteria}
        for name, score in means_in(scores).items():
            beneath = [
                scores.lines[line.id]
                for line in scan.lines
                if name in ("whole", line.criterion, chapters[line.criterion])
            ]
            assert (score.known, score.unknown, score.left_out) == tuple(
                sum(getattr(part, kind) for part in beneath) for kind in ("known", "unknown", "left_out")
            )


def test_every_completion_lies_in_the_interval(cases: list[Case]) -> None:
    """However the open lines turn out, a step or not applicable, each score lies in its interval; both ends are met."""
    whole_sets = 0
    for case in cases:
        rng, scan, raw, weights = case
        _, scores = reckoned(case)
        found = means_in(scores)
        count = (len(scan.scale) + 1) ** scores.whole.unknown
        tried = [*scan_oracle.completions(scan, raw)] if count <= FEW else [drawn(rng, scan, raw) for _ in range(DRAWN)]
        results = [scan_oracle.means(scan, values, weights) for values in tried]
        for name, score in found.items():
            values = [mean for result in results if (mean := result[name]) is not None]
            assert all(is_within(score._replace(low=mean, high=mean), score) for mean in values)
            if count <= FEW and values:
                assert (min(values), max(values)) == (score.low, score.high)
        whole_sets += count <= FEW
    assert whole_sets > SCANS / 4, "few scans were small enough to try every completion"


def drawn(rng: random.Random, scan: Scan, raw: Json) -> scan_oracle.Values:
    """Return one completion; it may leave out whole criteria."""
    values = scan_oracle.filled(scan, raw, 0)
    share = rng.random()
    for line in scan.lines:
        if scan_oracle.value(scan, raw.get(line.id)) == scan_oracle.OPEN:
            values[line.id] = None if rng.random() < share else rng.randrange(len(scan.scale))
    return values


def test_raising_a_line_never_lowers_a_score(cases: list[Case]) -> None:
    """One step up on one line leaves no bound of any score lower, and lifts its own line by one."""
    raised = 0
    for case in cases:
        rng, scan, _, weights = case
        answers, before = reckoned(case)
        points = scan.points()
        low = [ident for ident, answer in answers.items() if points.get(answer, scan.top) < scan.top]
        if not low:
            continue
        line = rng.choice(low)
        after = scores_of(scan, {**answers, line: scan.scale[points[answers[line]] + 1].id}, weights)
        assert [after.lines[line].low, before.lines[line].low] == [points[answers[line]] + 1, points[answers[line]]]
        for old, new in zip(all_in(before), all_in(after), strict=True):
            assert (new.low is None) == (old.low is None)
            assert (new.low or 0) >= (old.low or 0)
            assert (new.high or 0) >= (old.high or 0)
        raised += 1
    assert raised > SCANS / 2


def test_an_answer_never_widens_an_interval(cases: list[Case]) -> None:
    """An answer to an open line, a step or not applicable, keeps each interval within what it was."""
    answered = 0
    for case in cases:
        rng, scan, _, weights = case
        answers, before = reckoned(case)
        lacking = [line.id for line in scan.lines if answers.get(line.id, UNKNOWN) == UNKNOWN]
        if not lacking:
            continue
        line = rng.choice(lacking)
        for answer in (*(step.id for step in scan.scale), LEFT_OUT):
            after = scores_of(scan, {**answers, line: answer}, weights)
            assert all(is_within(new, old) for old, new in zip(all_in(before), all_in(after), strict=True))
        answered += 1
    assert answered > SCANS / 2


def test_unknown_and_unanswered_are_the_same(cases: list[Case]) -> None:
    """Saying that one does not know scores exactly as saying nothing."""
    for case in cases:
        _, scan, _, weights = case
        answers, scores = reckoned(case)
        told = {ident: answer for ident, answer in answers.items() if answer != UNKNOWN}
        assert scores_of(scan, told, weights) == scores


def test_equal_weights_are_no_weights(cases: list[Case]) -> None:
    """Any weight that all criteria share gives the scores without weights; the weights drawn here do matter."""
    differ = 0
    for case in cases:
        rng, scan, _, weights = case
        answers, scores = reckoned(case)
        plain = scores_of(scan, answers)
        assert scores_of(scan, answers, dict.fromkeys((c.id for c in scan.criteria), rng.randint(1, 5))) == plain
        assert scores.criteria == plain.criteria
        differ += scores_of(scan, answers, weights).whole != plain.whole
    assert differ > SCANS / 4


def test_levels_hold_both_bounds(cases: list[Case]) -> None:
    """Every score has the one level in which each of its bounds lies; no score, no levels."""
    for case in cases:
        _, scan, _, _ = case
        _, scores = reckoned(case)
        for score in all_in(scores):
            if score.low is None or score.high is None:
                assert score.levels is None
                continue
            holding = [[level.id for level in scan.levels if level.holds(b)] for b in (score.low, score.high)]
            assert holding == [[level] for level in score.levels or ()]


def test_the_view_shows_the_nearest_number_of_each_exact_bound(cases: list[Case]) -> None:
    """The View's scores are those of `scores_of`, each bound within a rounding of its fraction."""
    for case in cases:
        _, scan, raw, weights = case
        _, scores = reckoned(case)
        shown = consult_scan(scan, raw, "2026-11-22", weights)["scores"]
        flat = [shown["whole"], *(part for name in ("chapters", "criteria", "lines") for part in shown[name].values())]
        every = [scores.whole, *scores.chapters.values(), *scores.criteria.values(), *scores.lines.values()]
        for part, score in zip(flat, every, strict=True):
            exact = [None if bound is None else float(bound) for bound in (score.low, score.high)]
            assert [part["low"], part["high"]] == exact
            assert all(bound is None or bound == pytest.approx(Fraction(bound)) for bound in exact)


def test_the_view_of_a_scan_fits_the_published_schema(cases: list[Case]) -> None:
    """Whatever the scan, its answers and weights, faulty ones beside them, the View as JSON text fits."""
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for _, scan, raw, weights in cases[::40]:
        strange = {"vreemd": 1, scan.lines[0].id: {"state": "nvt"}}
        for answers in (raw, {**raw, **strange}):
            view = consult_scan(scan, answers, "2026-11-22", {**weights, "vreemd": 9})
            assert view["errors"]
            validator.validate(json.loads(json.dumps(view, allow_nan=False)))
