"""Many scans together, on figures to reckon by heart."""

from fractions import Fraction

from aids.runtime.scan.results import Quartiles
from aids.runtime.scan.rollup import organisation_of, quartiles, rollup
from tests.unit.runtime.scan.small_scan import BEGIN, GROOT, NIET, SMALL, VOL

LEFT_OUT = {"state": "nvt", "reason": "Elders belegd"}


def test_quartiles_of_one_value_are_that_value_and_of_none_nothing() -> None:
    """The inclusive method: 0 1 2 3 has 3/4, 3/2 and 9/4; fractions are sorted by value."""
    assert quartiles([]) is None
    assert quartiles([Fraction(1, 3)]) == Quartiles(1, *[Fraction(1, 3)] * 3)
    assert quartiles([3, 1, 0, 2]) == Quartiles(4, Fraction(3, 4), Fraction(3, 2), Fraction(9, 4))
    half, third = Fraction(1, 2), Fraction(1, 3)
    assert quartiles([half, 0, third]) == Quartiles(3, Fraction(1, 6), third, Fraction(5, 12))


def test_a_line_counts_known_missing_and_left_out() -> None:
    """Unknown and empty are missing; the quartiles are of those who know."""
    files = [{"answers": {"c1": answer}} for answer in (NIET, VOL, GROOT, LEFT_OUT, "onbekend")] + [{"answers": {}}]
    line = rollup(SMALL, files).lines["c1"]
    assert (line.known, line.missing, line.left_out) == (3, 2, 1)
    assert line.counts == {NIET: 1, BEGIN: 0, GROOT: 1, VOL: 1, "nvt": 1, "onbekend": 2}
    assert line.quartiles == Quartiles(3, Fraction(1), Fraction(2), Fraction(5, 2))


def test_scores_spread_over_the_scans_that_have_one() -> None:
    """A scan in which nothing of a criterion applies is not in its row; what is unknown spreads low and high."""
    files = [
        {"answers": {"c2a": VOL, "c2b": VOL}},
        {"answers": {"c2a": NIET}},
        {"answers": dict.fromkeys(("c2a", "c2b"), LEFT_OUT)},
    ]
    found = rollup(SMALL, files).criteria["c2"]
    assert found.low == Quartiles(2, Fraction(3, 4), Fraction(3, 2), Fraction(9, 4))
    assert found.high == Quartiles(2, Fraction(15, 8), Fraction(9, 4), Fraction(21, 8))
    assert found.complete == 2


def test_weights_of_a_file_do_not_count() -> None:
    """Every criterion counts once, so that scans are comparable."""
    answers = {"c1": VOL, "c2a": NIET, "c2b": NIET}
    plain, heavy = (rollup(SMALL, [{"answers": answers, "weights": weights}]) for weights in ({}, {"c1": 5}))
    assert plain == heavy


def test_a_file_with_a_group_counts_once_as_what_it_agreed_on() -> None:
    """Three respondents in one file are one scan."""
    group = [{"answers": {"c1": VOL}}, {"answers": {"c1": NIET}}, {"answers": {"c1": NIET}}]
    found = rollup(SMALL, [{"group": group, "joint": {"c1": {"answer": GROOT}}}])
    assert (found.files, found.lines["c1"].counts[GROOT], found.lines["c1"].known) == (1, 1, 1)


def test_what_is_no_file_of_this_scan_is_left_out() -> None:
    """Another tree, no answers, no object: not counted, never an exception."""
    trees: list[object] = [{"tree": name, "answers": {}} for name in ("meldcode", "zelfscan", 4, None)]
    found = rollup(SMALL, [*trees, {}, None, 3, [], "x"])
    assert (found.files, found.whole.complete) == (1, 0)
    nothing = rollup(SMALL, [])
    assert (nothing.files, nothing.whole.low, nothing.lines["c1"].quartiles) == (0, None, None)


def test_organisations_are_those_that_name_themselves() -> None:
    """By file, in order, without the empty ones."""
    names = ("Voorbeeldstad", "  ", "", " Elders ")
    files = [{"answers": {}, "by": {"organisation": name}} for name in names]
    assert rollup(SMALL, files).organisations == ("Voorbeeldstad", "Elders")
    assert [organisation_of(saved) for saved in (None, {"by": 3}, {"by": {"organisation": 4}})] == ["", "", ""]
