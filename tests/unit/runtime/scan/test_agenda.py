"""The agenda of a conversation between a few respondents."""

from fractions import Fraction

from aids.runtime.scan.agenda import agenda
from aids.runtime.scan.results import AgendaItem, Answers
from aids.runtime.scan.together import together
from tests.unit.runtime.scan.small_scan import BEGIN, GROOT, NIET, SMALL, VOL, respondent


def items(*answers: Answers, weights: dict[str, int] | None = None) -> list[AgendaItem]:
    """Return the agenda of respondents who answered so; the lines not named are all `volledig`."""
    full = dict.fromkeys((line.id for line in SMALL.lines), VOL)
    group = [respondent("team", {**full, **own}, number=number) for number, own in enumerate(answers)]
    return [*agenda(SMALL, together(SMALL, group, {}), weights)]


def test_what_all_know_and_agree_on_is_not_on_it() -> None:
    """Nothing to talk about gives an empty agenda."""
    assert items({}, {}) == []


def test_a_weight_brings_a_line_forward() -> None:
    """One step of difference with weight 4 goes before three steps with weight 1."""
    both: tuple[Answers, ...] = ({"c1": GROOT, "c3a": NIET}, {})
    assert [item.line for item in items(*both)] == ["c3a", "c1"]
    assert items(*both, weights={"c1": 4}) == [
        AgendaItem("c1", Fraction(4), Fraction(1), 4, 0),
        AgendaItem("c3a", Fraction(3), Fraction(3), 1, 0),
    ]


def test_of_equal_priority_the_line_that_more_do_not_know_comes_first() -> None:
    """Then the order of the scan decides."""
    unknown = "onbekend"
    found = items({"c1": unknown, "c3a": unknown, "c2b": unknown}, {"c3a": unknown})
    assert [(item.line, item.unknown) for item in found] == [("c3a", 2), ("c1", 1), ("c2b", 1)]


def test_whether_a_line_applies_is_something_to_talk_about() -> None:
    """Not applicable beside a step is no distance in points, and still no agreement: it is on the agenda, last."""
    found = items({"c1": "nvt", "c3a": BEGIN, "c2b": "nvt"}, {"c2b": "nvt"})
    assert {item.line: item.difference for item in found} == {"c3a": 2, "c1": 0}
    assert found[-1].line == "c1"
