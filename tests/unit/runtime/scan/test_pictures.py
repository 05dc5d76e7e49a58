"""Laws of the pictures: what is drawn follows the figures, and says them in words too."""

import re
from fractions import Fraction

import pytest

from aids.runtime.markup import Node, words
from aids.runtime.scan.pictures import HATCH, LETTERS, Axis, hatching, paragraph, unit, wrapped
from aids.runtime.scan.pictures_change import Pair, arrows, moved, outline, pairs
from aids.runtime.scan.pictures_heat import BLOCK, heat, ordered
from aids.runtime.scan.pictures_profile import BAR, Row, bar, profile
from aids.runtime.scan.pictures_spread import Box, boxes, strip
from aids.runtime.scan.results import LineChange, Quartiles, Score, ScoreSpread
from tests.scan_works import of_class, texts
from tests.unit.runtime.scan.small_scan import SMALL, respondent

AXIS = Axis(6, 210, 3)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def _score(low: int, high: int, parts: int = 7) -> Score:
    return Score(Fraction(low, parts), Fraction(high, parts), 2, 1, 0, ("begin", "volledig"))


NO_SCORE = Score(None, None, 0, 0, 3, None)


def _starts(path: str) -> list[Fraction]:
    """Return where the strokes of a path begin, from left to right."""
    return [Fraction(found) for found in re.findall(r"M(-?[\d.]+) ", path)]


@pytest.mark.parametrize(("low", "high"), [(low, high) for low in range(0, 22, 5) for high in range(low, 22, 4)])
def test_a_bar_is_solid_to_the_low_bound_and_hatched_to_the_high_one(low: int, high: int) -> None:
    """Length on the axis is points; both ends are marked, and hatching stays between them."""
    parts = [part for part in bar(SMALL, AXIS, _score(low, high), 40) if isinstance(part, Node)]
    (filled,) = of_class(parts, "scan-ink-solid")
    (hatched,) = of_class(parts, "scan-ink-hatch")
    (ends,) = of_class(parts, "scan-ink-end")
    left, right = AXIS.place(Fraction(low, 7)), AXIS.place(Fraction(high, 7))
    assert [filled.attributes["x"], filled.attributes["width"]] == [unit(6), unit(Fraction(210 * low, 21))]
    assert _starts(ends.attributes["d"]) == [Fraction(unit(place)) for place in sorted({left, right})]
    across = [Fraction(x) for x, _ in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", hatched.attributes["d"])]
    assert all(float(left) - 0.01 <= x <= float(right) + 0.01 for x in across)
    assert bool(across) == (high > low)


def test_hatching_fills_its_rectangle_and_stays_within_it() -> None:
    """Every line has both its ends inside, and no gap is wider than the distance between two lines."""
    path = hatching(Fraction(10), Fraction(61), 20, BAR)
    points = [(float(x), float(y)) for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path)]
    assert all(10 <= x <= 61 and 20 <= y <= 20 + BAR for x, y in points)
    assert max(x for x, _ in points) > 61 - HATCH


def test_a_profile_has_a_row_per_score_and_says_each_in_words() -> None:
    """The numbers stand beside the bar and in the description; nothing that counts is said too."""
    rows = [Row("Het geheel", _score(7, 14), strong=True), Row("Leeg", NO_SCORE)]
    found = profile(SMALL, "Profiel", rows)
    assert {"1,0 tot 2,0", "geen score", "Het geheel", "Leeg"} <= set(texts(found))
    assert "Het geheel: 1,0 tot 2,0" in words(found.children[1])
    assert len(of_class([found], "scan-ink-empty")) == 1


def test_a_row_of_the_heat_map_holds_the_signs_of_the_answers() -> None:
    """As many signs as respondents, a bar for each score above 0, a stroke for what does not apply."""
    answers = [{"c1": "volledig"}, {"c1": "nog-niet"}, {"c1": "nvt"}, {}]
    people = [respondent("team", given, number=place) for place, given in enumerate(answers)]
    (found,) = heat(SMALL, "Alles", people)
    said = texts(found)
    assert said[said.index("c1") + 1 :][:4] == ["3", "0", "n", "?"]
    bars = "".join(part.attributes["d"] for part in of_class([found], "scan-ink-solid"))
    strikes = "".join(part.attributes["d"] for part in of_class([found], "scan-ink-strike"))
    assert [bars.count("z"), strikes.count("M")] == [1, 1]


def test_the_heat_map_comes_in_blocks_that_number_on() -> None:
    """No block is wider than a column of text; the numbers of the lines come back after ten."""
    people = [respondent("team", {"c1": "volledig"}, number=number) for number in range(BLOCK + 11)]
    first, second = heat(SMALL, "Alles", people)
    assert [words(first.children[0]), words(second.children[0])] == [
        "Alles: invuller 1 tot en met 20",
        "Alles: invuller 21 tot en met 31",
    ]
    assert texts(second).count("c3a") == 2
    assert int(first.attributes["width"]) < 620


def test_the_order_of_columns_follows_from_the_answers_alone() -> None:
    """The highest mean first; who knows nothing comes last; the order of the files does not matter."""
    given = [{"c1": "volledig"}, {"c1": "nog-niet"}, {}, {"c1": "grotendeels", "c2a": "grotendeels"}]
    people = [respondent("team", answers, number=place) for place, answers in enumerate(given)]
    expected = [people[place].ident for place in (0, 3, 1, 2)]
    assert [person.ident for person in ordered(SMALL, people)] == expected
    assert [person.ident for person in ordered(SMALL, people[::-1])] == expected


def _change(line: str, before: str, after: str, steps: int | None) -> LineChange:
    return LineChange(line, f"Kort {line}", "hoger", before, after, steps, None, "", "")


def test_arrows_run_from_then_to_now_the_largest_rise_on_top() -> None:
    """The ring is at the points of then, the head at those of now; what did not move is not drawn."""
    lines = [
        _change("c1", "volledig", "grotendeels", -1),
        _change("c2a", "nog-niet", "volledig", 3),
        _change("c2b", "nog-niet", "nog-niet", 0),
        _change("c3a", "onbekend", "volledig", None),
    ]
    going = moved(lines)
    assert [line.line for line in going] == ["c2a", "c1"]
    found = arrows(SMALL, "Anders", going, {line.id: line.number for line in SMALL.lines})
    rings = [Fraction(ring.attributes["cx"]) for ring in of_class([found], "scan-ink-ring")]
    heads = [_starts(head.attributes["d"])[0] for head in of_class([found], "scan-ink-head")]
    assert [rings[0] < heads[0], rings[1] > heads[1], heads[0] == rings[1]] == [True, True, True]
    assert {"3 hoger", "1 lager"} <= set(texts(found))
    assert "c2a Kort c2a: van nog-niet naar volledig" in words(found.children[1])


def test_pairs_show_then_as_an_open_bar_to_its_low_bound_and_dashed_to_its_high_one() -> None:
    """A point has no dashes; nothing that counts has an empty track; both are said."""
    whole = [part for part in outline(SMALL, AXIS, _score(7, 14), 0) if isinstance(part, Node)]
    point = [part for part in outline(SMALL, AXIS, _score(7, 7), 0) if isinstance(part, Node)]
    assert [len(of_class(parts, "scan-ink-outline")) for parts in (whole, point)] == [2, 1]
    found = pairs(SMALL, "Toen en nu", [Pair("Visie", NO_SCORE, _score(7, 14))])
    assert {"toen geen score", "nu 1,0 tot 2,0"} <= set(texts(found))


@pytest.mark.parametrize("counts", [[0, 0, 0], [3, 1, 0], [40, 1, 7]])
def test_columns_of_a_strip_are_as_high_as_their_count(counts: list[int]) -> None:
    """Each count stands above its column; nobody has no column; the words leave those out."""
    named = [(str(place), f"Stap {place}", times) for place, times in enumerate(counts)]
    found = strip("Antwoorden", named)
    heights = [Fraction(part.attributes["height"]) for part in of_class([found], "scan-ink-solid")]
    shown = [times for times in counts if times]
    assert [round(height * max(counts) / 36) for height in heights] == shown
    said = words(found.children[1])
    assert all(f"stap {place} {times}" in said for place, times in enumerate(counts) if times)
    assert shown or said == "geen antwoorden."


def test_boxes_lie_from_quartile_to_quartile_and_diamonds_at_ones_own_bounds() -> None:
    """One box if at least and at most are the same, two if not, none without scores; one's own only if there is one."""
    low = Quartiles(3, Fraction(1), Fraction(3, 2), Fraction(2))
    high = Quartiles(3, Fraction(2), Fraction(5, 2), Fraction(3))
    rows = [
        Box("Beide", ScoreSpread(0, low, high), _score(7, 14)),
        Box("Eén", ScoreSpread(3, low, low), None),
        Box("Geen", ScoreSpread(0, None, None), NO_SCORE),
        Box("Niets", ScoreSpread(0, None, None), None),
    ]
    found = boxes(SMALL, "Verspreid", rows)
    assert len(of_class([found], "scan-ink-box")) == 3
    assert [part.attributes["d"].count("z") for part in of_class([found], "scan-ink-head")] == [2]
    said = words(found.children[1])
    assert "Beide: ten minste 1,5 in het midden, de middelste helft van 1,0 tot 2,0" in said
    assert "uw scan 1,0 tot 2,0" in said
    assert "Niets: geen score." in said


def test_text_is_broken_between_words_within_the_width() -> None:
    """No word is lost; only a word that is longer than a line stands beyond it."""
    text = "Directe en stabiele veiligheid en herstel voor ieder lid van het gezin"
    lines = wrapped(text)
    assert " ".join(lines) == text
    assert all(len(line) <= LETTERS for line in lines)
    assert wrapped("") == []
    assert wrapped("a" * 60 + " b") == ["a" * 60, "b"]
    assert len(paragraph(lines, 0, strong=True)) == len(lines)
