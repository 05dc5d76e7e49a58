"""How figures, dates and answers are said."""

from fractions import Fraction

import pytest

from aids.runtime.scan.results import Score, Split
from aids.runtime.scan.wording import (
    answer_words,
    count,
    duration,
    interval,
    level_words,
    listing,
    long_date,
    middle,
    number,
    plain,
    sign,
    signs,
    spread_counts,
)
from tests.unit.runtime.scan.small_scan import SMALL


def _score(low: Fraction | None, high: Fraction | None, levels: tuple[str, str] | None, known: int = 1) -> Score:
    return Score(low, high, known, 0, 0, levels)


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (Fraction(0), "0,0"),
        (Fraction(7, 5), "1,4"),
        (Fraction(5, 4), "1,3"),
        (Fraction(74, 25), "2,9"),
        (Fraction(2999, 1000), "2,9"),
        (Fraction(201, 100), "2,0"),
        (Fraction(3), "3,0"),
    ],
)
def test_a_score_has_one_decimal_and_is_never_rounded_up_into_another_level(score: Fraction, words: str) -> None:
    """2,96 is never said as 3,0: that would be another word in the table beside it."""
    assert number(SMALL, score) == words


@pytest.mark.parametrize("points", range(0, 301, 7))
def test_a_score_that_is_said_lies_in_its_own_level_and_near_by(points: int) -> None:
    """Less than a decimal away."""
    score = Fraction(points, 100)
    said = Fraction(number(SMALL, score).replace(",", "."))
    assert abs(said - score) < Fraction(1, 10)
    assert SMALL.level_of(said) == SMALL.level_of(score)


def test_numbers_have_a_decimal_comma_and_middles_only_the_decimals_they_need() -> None:
    """Half up; a median of whole points is whole or a half, a quartile may be a quarter."""
    assert [plain(Fraction(1, 8)), plain(Fraction(1, 8), 2), plain(Fraction(0))] == ["0,1", "0,13", "0,0"]
    assert [middle(Fraction(2)), middle(Fraction(5, 2)), middle(Fraction(9, 4))] == ["2", "2,5", "2,25"]


def test_an_interval_is_said_from_to_and_a_point_once() -> None:
    """Nothing that counts has no score."""
    assert interval(SMALL, _score(Fraction(1), Fraction(2), ("opbouw", "grotendeels"))) == "1,0 tot 2,0"
    assert interval(SMALL, _score(Fraction(1), Fraction(1), ("opbouw", "opbouw"))) == "1,0"
    assert interval(SMALL, _score(None, None, None)) == "geen score"


def test_a_level_is_said_in_words_and_nothing_known_is_no_level() -> None:
    """A score of which nothing is known may be anything: that is said, not a range of levels."""
    assert level_words(SMALL, _score(Fraction(1), Fraction(1), ("opbouw", "opbouw"))) == "Opbouw"
    assert level_words(SMALL, _score(Fraction(0), Fraction(2), ("begin", "grotendeels"))) == "Begin tot grotendeels"
    assert level_words(SMALL, _score(Fraction(0), Fraction(3), ("begin", "volledig"), known=0)) == "Nog onbekend"
    assert level_words(SMALL, _score(None, None, None)) == "Alles niet van toepassing"


def test_each_answer_has_words_and_a_sign_and_no_answer_is_as_unknown() -> None:
    """Unknown and empty share a sign, but not their words; the signs are explained."""
    answers = ["nog-niet", "volledig", "nvt", "onbekend", None]
    assert [sign(SMALL, answer) for answer in answers] == ["0", "3", "n", "?", "?"]
    words = ["nog-niet", "volledig", "Niet van toepassing", "Weet ik niet", "Niet ingevuld"]
    assert [answer_words(SMALL, answer) for answer in answers] == words
    assert all(f"{points} = " in signs(SMALL) for points in (0, 1, 2, 3, "n", "?"))


def test_counts_by_answer_add_up_to_the_size_of_the_group() -> None:
    """Who gave no answer counts as unknown."""
    counts = spread_counts(SMALL, Split({"nog-niet": 2, "nvt": 1}, 2, Fraction(0)), 5)
    assert [(mark, times) for mark, _, times in counts] == [("0", 2), ("1", 0), ("2", 0), ("3", 0), ("n", 1), ("?", 2)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-03-01", "1 maart 2027"),
        ("2026-11-22T10:33", "22 november 2026"),
        ("2026-13-01", "2026-13-01"),
        ("gisteren", "gisteren"),
        ("2026-xx-01", "2026-xx-01"),
        ("", ""),
    ],
)
def test_a_date_is_long_and_what_is_no_date_stays_as_it_is(text: str, words: str) -> None:
    """Nothing raises for what a file may hold."""
    assert long_date(text) == words


def test_counts_lists_and_times_read_as_sentences() -> None:
    """One is singular; hours and minutes are named apart."""
    assert [count(1, "vraag", "vragen"), count(0, "vraag", "vragen")] == ["1 vraag", "0 vragen"]
    assert [listing([]), listing(["a"]), listing(["a", "b", "c"])] == ["", "a", "a, b en c"]
    assert [duration(5), duration(60), duration(85), duration(0)] == [
        "5 minuten",
        "1 uur",
        "1 uur en 25 minuten",
        "0 minuten",
    ]
