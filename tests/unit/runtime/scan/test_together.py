"""What a few respondents say together, line by line and by role."""

from fractions import Fraction

import pytest

from aids.runtime.scan.together import shown_roles, together
from tests.unit.runtime.scan.small_scan import BEGIN, GROOT, NIET, SMALL, VOL, crowd


def test_a_line_counts_every_answer_and_measures_how_far_people_are_apart() -> None:
    """0, 3 and 3 lie (3+3+0)/3 apart; who left the line out or does not know is counted beside them."""
    line = together(SMALL, crowd(gemeente=[NIET, VOL, VOL, "nvt", "onbekend"]), {}).lines["c1"]
    assert line.all.counts == {NIET: 1, BEGIN: 0, GROOT: 0, VOL: 2, "nvt": 1, "onbekend": 1}
    assert (line.all.known, line.all.median, line.spread) == (3, Fraction(3), (0, 3))
    assert line.difference == 2


def test_an_even_number_of_answers_has_its_middle_between_two() -> None:
    """1 and 2 have the middle 3/2."""
    assert together(SMALL, crowd(gemeente=[GROOT, BEGIN]), {}).lines["c1"].all.median == Fraction(3, 2)


def test_nobody_says_nothing() -> None:
    """Without respondents every line is unknown, and there is nothing to show or to hide."""
    result = together(SMALL, [], {})
    assert (result.size, result.shown, result.hidden, result.recognisable) == (0, (), "", False)
    assert set(result.agreed.values()) == {"onbekend"}
    line = result.lines["c1"]
    assert [line.spread, line.all.median, line.difference] == [None, None, 0]


def test_roles_that_see_a_line_two_steps_apart_are_named() -> None:
    """Middles 0 and 2 are apart; 0 and 1 are not, nor is a role that does not know."""
    group = crowd(gemeente=[NIET] * 3, team=[GROOT] * 3, vt=["onbekend"] * 3)
    assert together(SMALL, group, {}).lines["c1"].apart == (("gemeente", "team"),)
    group = crowd(gemeente=[NIET] * 3, team=[BEGIN] * 3)
    assert together(SMALL, group, {}).lines["c1"].apart == ()


def test_a_role_can_answer_where_someone_of_it_knows_and_someone_else_does_not() -> None:
    """A step, or that the line does not apply, is knowing; where everyone knows there is nothing to ask."""
    group = crowd(gemeente=["onbekend"] * 3, team=["nvt", "onbekend", "onbekend"], vt=[VOL] * 3)
    assert together(SMALL, group, {}).lines["c1"].answerable == ("team", "vt")
    assert together(SMALL, crowd(gemeente=[VOL] * 3), {}).lines["c1"].answerable == ()


def test_agreed_is_joint_first_and_then_shared() -> None:
    """The joint answer stands above what all share; two different answers are no agreement, whatever the rest knows."""
    group = crowd(gemeente=[VOL, VOL, "onbekend"])
    assert together(SMALL, group, {}).agreed["c1"] == VOL
    assert together(SMALL, group, {"c1": "nvt"}).agreed["c1"] == "nvt"
    assert together(SMALL, crowd(gemeente=[VOL, "nvt"]), {}).agreed["c1"] == "onbekend"
    assert together(SMALL, group, {"c1": NIET}, {"c1": 3}).profile.chapters["visie"].high == Fraction(3, 4)


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"gemeente": 3, "team": 3}, ("gemeente", "team")),
        ({"team": 3, "gemeente": 3}, ("gemeente", "team")),
        ({"gemeente": 3, "team": 2}, ()),
        ({"gemeente": 3, "team": 1}, ()),
        ({"gemeente": 3, "team": 2, "vt": 1}, ("gemeente",)),
        ({"gemeente": 4, "team": 3, "vt": 2}, ()),
        ({"gemeente": 3, "vreemd": 2}, ()),
        ({"gemeente": 3, "vreemd": 3}, ("gemeente",)),
        ({"gemeente": 2, "team": 2, "vt": 2}, ()),
        ({"gemeente": 2}, ()),
    ],
)
def test_a_role_is_shown_only_if_it_and_the_rest_are_large_enough(
    sizes: dict[str, int], shown: tuple[str, ...]
) -> None:
    """Three in the role, and nobody or three in all roles together that are not shown."""
    group = crowd(**{role: [VOL] * size for role, size in sizes.items()})
    assert shown_roles(SMALL, group)[0] == shown


def test_everyone_recognisable_shows_every_role() -> None:
    """If all agreed, a role of one is shown; if one of them did not, it is not."""
    group = [p._replace(recognisable=True) for p in crowd(gemeente=[VOL], team=[NIET] * 3)]
    result = together(SMALL, group, {})
    assert (result.shown, result.hidden, result.recognisable) == (("gemeente", "team"), "", True)
    assert shown_roles(SMALL, [group[0]._replace(recognisable=False), *group[1:]])[0] == ()


def test_why_something_is_hidden_names_the_roles_or_the_subtraction() -> None:
    """A role that is too small is called by its label; where a large role is hidden too, the sentence says why."""
    assert "Wijkteam" in shown_roles(SMALL, crowd(gemeente=[VOL] * 3, team=[VOL] * 2, vt=[VOL]))[1]
    assert "één andere invuller koos" in shown_roles(SMALL, crowd(gemeente=[VOL] * 3, team=[VOL]))[1]
    assert "2 andere invullers kozen" in shown_roles(SMALL, crowd(gemeente=[VOL] * 3, team=[VOL] * 2))[1]
