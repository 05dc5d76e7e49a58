"""Scores of a small scan, reckoned by heart."""

from fractions import Fraction

from aids.runtime.scan.results import Score
from aids.runtime.scan.scores import scores_of
from tests.unit.runtime.scan.small_scan import BEGIN, GROOT, NIET, SMALL, VOL


def test_a_criterion_is_the_mean_of_its_lines_and_the_unknown_make_an_interval() -> None:
    """2 and an open line lie between (2+0)/2 and (2+3)/2."""
    scores = scores_of(SMALL, {"c2a": GROOT})
    assert scores.criteria["c2"] == Score(Fraction(1), Fraction(5, 2), 1, 1, 0, ("opbouw", "grotendeels"))


def test_a_line_that_does_not_apply_leaves_the_mean() -> None:
    """1 and 2 and a line left out have the mean 3/2."""
    scores = scores_of(SMALL, {"c3a": BEGIN, "c3b": GROOT, "c3c": "nvt"})
    assert scores.criteria["c3"] == Score(Fraction(3, 2), Fraction(3, 2), 2, 0, 1, ("opbouw", "opbouw"))


def test_a_criterion_without_lines_that_apply_has_no_score_and_does_not_count() -> None:
    """The chapter is the mean of its other criteria; a chapter without any has no score either."""
    scores = scores_of(SMALL, {"c1": VOL, "c2a": "nvt", "c2b": "nvt", "c3a": "nvt", "c3b": "nvt", "c3c": "nvt"})
    assert scores.criteria["c2"] == Score(None, None, 0, 0, 2, None)
    assert scores.chapters["zicht"] == Score(None, None, 0, 0, 3, None)
    assert scores.chapters["visie"].low == scores.whole.low == scores.whole.high == 3
    assert scores.whole.levels == ("volledig", "volledig")


def test_the_whole_is_the_mean_of_criteria_and_not_of_chapters() -> None:
    """3, 0 and 0 over three criteria is 1; over the two chapters it would be 3/4."""
    scores = scores_of(SMALL, dict.fromkeys(("c2a", "c2b", "c3a", "c3b", "c3c"), NIET) | {"c1": VOL})
    assert [scores.chapters["visie"].low, scores.whole.low] == [Fraction(3, 2), 1]


def test_a_weight_counts_a_criterion_so_many_times() -> None:
    """With weight 4 the criterion with 3 points makes (4x3 + 0)/5."""
    answers = dict.fromkeys(("c2a", "c2b"), NIET) | {"c1": VOL}
    assert scores_of(SMALL, answers, {"c1": 4}).chapters["visie"].low == Fraction(12, 5)


def test_nothing_answered_may_be_anything() -> None:
    """An empty scan lies between nothing and the top, never at zero."""
    whole = scores_of(SMALL, {}).whole
    assert whole == Score(Fraction(0), Fraction(3), 0, 6, 0, ("begin", "volledig"))
