"""Many scans together against a second reckoning; and junk of any shape, which never raises."""

import json
import random
from collections import Counter
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from aids.runtime.scan.answers import read_answers
from aids.runtime.scan.compare import compare
from aids.runtime.scan.joint import answers_for, joint_of
from aids.runtime.scan.model import Scan
from aids.runtime.scan.results import Quartiles, ScoreSpread
from aids.runtime.scan.rollup import rollup
from aids.runtime.scan.view import consult_scan
from tests import scan_oracle
from tests.random_scans import Json, random_answers, random_saved, random_scan, real_shape

MUNICIPALITIES = 342
SHAPE = real_shape()
NAMES = [
    *(line.id for line in SHAPE.lines[:4]),
    "c1",
    "state",
    "reason",
    "answer",
    "answers",
    "group",
    "joint",
    "words",
]
NAMES += ["notes", "followup", "weights", "by", "organisation", "saved", "version", "action", "x9", "tree"]
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["nvt", "onbekend", SHAPE.scale[0].id, SHAPE.id, "\ud800"]),
)
JUNK = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=30,
)


def files_of(seed: int, scan: Scan, count: int) -> list[Json]:
    """Return saved files; some are of a group, and some leave out whole criteria or know everything."""
    rng = random.Random(seed)  # noqa: S311  the same files each time
    found = []
    for _ in range(count):
        saved = random_saved(rng, scan, group=rng.choice((0, 0, 0, 4)), gaps=rng.choice((0.0, 0.2, 0.9)))
        if rng.random() < 0.2:
            gone = rng.choice(scan.criteria).id
            left_out = {"state": "nvt", "reason": "Elders"}
            saved["answers"] |= {line.id: left_out for line in scan.lines if line.criterion == gone}
        found.append(saved)
    return found


def stands_for(scan: Scan, saved: Json) -> Json:
    """Return the raw answers that a file stands for, by a second reckoning."""
    if "group" not in saved:
        return dict(saved["answers"])
    agreed: Json = {}
    for line in scan.lines:
        said = [member["answers"].get(line.id, "onbekend") for member in saved["group"]]
        alike = {answer["state"] if isinstance(answer, dict) else answer: answer for answer in said}
        alike.pop("onbekend", None)
        if line.id in saved["joint"]:
            agreed[line.id] = saved["joint"][line.id]["answer"]
        elif len(alike) == 1:
            agreed[line.id] = next(iter(alike.values()))
    return agreed


def quarters(found: Quartiles | None) -> list[Fraction] | None:
    """Return the three values."""
    return None if found is None else [found.lower, found.median, found.upper]


def check_spread(found: ScoreSpread, low: list[Fraction], high: list[Fraction], complete: int) -> None:
    """Assert that a spread is the quartiles of the rows."""
    assert quarters(found.low) == scan_oracle.quarters(low)
    assert quarters(found.high) == scan_oracle.quarters(high)
    assert (found.low.size if found.low else 0) == len(low)
    assert found.complete == complete


def check(scan: Scan, files: list[Json]) -> None:
    """Assert that the roll-up of the files is what `statistics` makes of them, one by one."""
    found = rollup(scan, files)
    assert found.files == len(files)
    raw = [stands_for(scan, saved) for saved in files]
    lows = [scan_oracle.means(scan, scan_oracle.filled(scan, answers, 0), {}) for answers in raw]
    highs = [scan_oracle.means(scan, scan_oracle.filled(scan, answers, scan.top), {}) for answers in raw]
    chapters = {criterion.id: criterion.chapter for criterion in scan.criteria}
    for name, spread in {"whole": found.whole, **found.chapters, **found.criteria}.items():
        lines = [line.id for line in scan.lines if name in ("whole", line.criterion, chapters[line.criterion])]
        complete = sum(
            all(scan_oracle.value(scan, answers.get(line)) != scan_oracle.OPEN for line in lines) for answers in raw
        )
        low, high = ([mean for means in row if (mean := means[name]) is not None] for row in (lows, highs))
        check_spread(spread, low, high, complete)
    for line in scan.lines:
        values = Counter(scan_oracle.value(scan, answers.get(line.id)) for answers in raw)
        points = sorted(value for value in values.elements() if isinstance(value, int))
        spread_of_line = found.lines[line.id]
        assert quarters(spread_of_line.quartiles) == scan_oracle.quarters([Fraction(point) for point in points])
        told = (spread_of_line.known, spread_of_line.missing, spread_of_line.left_out)
        assert told == (len(points), values[scan_oracle.OPEN], values[None])
        assert [spread_of_line.counts[step.id] for step in scan.scale] == [values[n] for n in range(len(scan.scale))]


def test_all_municipalities_are_what_statistics_makes_of_them() -> None:
    """342 files of the size of the framework: every quartile, count and missing line equals a second reckoning."""
    files = files_of(342, SHAPE, MUNICIPALITIES)
    assert sum("group" in saved for saved in files) > 50
    check(SHAPE, files)


def test_any_number_of_any_scan_is_what_statistics_makes_of_it() -> None:
    """From no file to nine, of scans of any shape."""
    for seed in range(100):
        check(scan := random_scan(random.Random(seed)), files_of(seed, scan, seed % 10))  # noqa: S311  the same each time


@settings(max_examples=300, deadline=None)
@given(JUNK, JUNK)
def test_junk_of_any_shape_is_answered_and_never_raises(one: Any, other: Any) -> None:  # noqa: ANN401  JSON
    """Whatever JSON comes in as a file, answers or weights, there is an outcome, and the View is JSON again."""
    answers_for(SHAPE, one)
    joint_of(SHAPE, one)
    found = compare(SHAPE, one, other)
    assert [line.line for line in found.lines[: len(SHAPE.lines)]] == [line.id for line in SHAPE.lines]
    assert rollup(SHAPE, [one, other]).files <= 2
    view = consult_scan(SHAPE, one, "2026-11-22", other)
    assert json.loads(json.dumps(view, allow_nan=False)) == view


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32), st.dictionaries(st.sampled_from(NAMES), JUNK, max_size=4))
def test_junk_beside_good_answers_loses_none_of_them(seed: int, junk: Json) -> None:
    """What holds is taken in, whatever stands beside it."""
    good = random_answers(random.Random(seed), SHAPE)  # noqa: S311  drawn by Hypothesis
    read, alone = read_answers(SHAPE, {**junk, **good}), read_answers(SHAPE, good)
    assert alone.errors == []
    assert alone.answers.items() <= read.answers.items()
