"""How answers map to variables. Plain functions: the browser runs them too."""

from aids.runtime.conditions import ALWAYS
from aids.runtime.domains import Domain
from aids.runtime.model import Question

NUMBER = Question("q", "decide", "number", ALWAYS, (), None, True, 0, 10, (), ())  # noqa: FBT003
DAY = Question("q", "decide", "date", ALWAYS, (), None, False, None, None, (), ())  # noqa: FBT003
ANY = Question("q", "decide", "any", ALWAYS, ("a", "b", "geen", "onbekend"), "geen", True, None, None, (), ())  # noqa: FBT003
TODAY = "2026-11-22"


def free(domain: Domain, today: str = TODAY) -> tuple[int, ...]:
    """Return the values that an unanswered question's first variable may take."""
    return domain.free(today)[0][1]


def test_any_of_is_a_head_and_a_bit_for_each_later_option() -> None:
    """The first ticked option is the head's value; exclusives come first; bits tell the others."""
    domain = Domain(ANY, (), today=False)
    assert domain.heads() == ("geen", "onbekend", "a", "b")
    assert domain.arities() == (4, 2)
    assert domain.fix(frozenset({"b"}), TODAY) == ((0, (3,)), (1, (1,)))
    assert domain.fix(frozenset({"a", "b"}), TODAY) == ((0, (2,)), (1, (1,)))
    assert domain.fix(frozenset({"geen"}), TODAY) == ((0, (0,)), (1, (0,)))
    assert domain.free(TODAY) == ()


def test_number_cells_outside_the_range_cannot_occur() -> None:
    """A bound on the edge of the range leaves no gap beyond it; a bound outside is no cell at all."""
    assert free(Domain(NUMBER, (3, 7), today=False)) == (0, 1, 2, 3, 4, 5)
    assert free(Domain(NUMBER, (0, 10), today=False)) == (1, 2, 3, 5)
    assert free(Domain(NUMBER, (-1, 11), today=False)) == (2, 5)
    unbounded = NUMBER._replace(minimum=None, maximum=None, unknown=False)
    assert free(Domain(unbounded, (3,), today=False)) == (0, 1, 2)


def test_day_cells_follow_the_calendar_and_today() -> None:
    """Between two days in a row lies no day; a fixed day is before, on or after today and only one of them."""
    domain = Domain(DAY, ("2027-03-01", "2027-03-02"), today=False)
    assert free(domain) == (0, 1, 3, 4)
    both = Domain(DAY, ("2026-11-22",), today=True)
    assert [both.cells()[i] for i in free(both)] == [(0, -1), (1, 0), (2, 1)]
    assert [both.cells()[i] for i in free(both, "2026-11-23")] == [(0, -1), (1, -1), (2, 0), (2, 1)]
    assert both.fix("2026-11-22", "2026-11-23") == ((0, (both.cells().index((1, -1)),)),)


def test_satisfied_is_false_for_unknown() -> None:
    """The last cell, `onbekend`, satisfies no comparison."""
    domain = Domain(NUMBER, (3,), today=False)
    assert list(domain.satisfied(">=", 3)) == [False, True, True, False]
    day = Domain(DAY, (), today=True)
    assert list(day.satisfied(">", "today")) == [False, False, True]
