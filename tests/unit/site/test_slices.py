"""Laws of `aids.site.slices`: positions are exact, and an edited page differs only where it was edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aids.site.slices import Edit, edited, slices

PAGE = (
    '<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8"><title>é &amp; ü</title></head>\n'
    "<body>\n<p class='a  b' hidden>Één\n<br>twee</p><script>if (1 < 2) { document.title = '</p>'; }</script>\n"
    "<ul><li>een<li>twee</ul>\n</body></html>"
)


def test_a_slice_is_its_own_text() -> None:
    """Each element stands exactly where its slice says, also after lines and letters outside ASCII."""
    found = {part.name: part for part in slices(PAGE)}
    paragraph, script = found["p"], found["script"]
    assert PAGE[paragraph.start : paragraph.end] == "<p class='a  b' hidden>Één\n<br>twee</p>"
    assert PAGE[paragraph.inner_start : paragraph.inner_end] == "Één\n<br>twee"
    assert PAGE[script.inner_start : script.inner_end] == "if (1 < 2) { document.title = '</p>'; }"
    assert paragraph.line == 5


def test_attributes_are_read_as_a_browser_does() -> None:
    """References are resolved, an attribute without a value is empty, and classes are words."""
    part = slices('<a href="?a=1&amp;b=2" hidden class="x y">z</a>')[0]
    assert part.attributes == {"href": "?a=1&b=2", "hidden": "", "class": "x y"}
    assert part.has_class("y")
    assert not part.has_class("x y")


def test_an_element_without_end_tag_ends_where_it_begins() -> None:
    """Void and unclosed elements have no inside; their parent still closes in the right place."""
    parts = {part.name: part for part in slices(PAGE)}
    assert parts["br"].end == parts["br"].inner_start
    assert PAGE[parts["ul"].start : parts["ul"].end] == "<ul><li>een<li>twee</ul>"


def test_a_stray_end_tag_closes_nothing() -> None:
    """An end tag that nothing opened leaves the open elements as they are."""
    part = slices("<div>a</span>b</div>")[0]
    assert (part.start, part.end) == (0, 20)


@given(st.lists(st.tuples(st.integers(0, 40), st.text(max_size=5)), max_size=6), st.text(min_size=40, max_size=60))
def test_insertions_leave_every_character_in_place(places: list[tuple[int, str]], text: str) -> None:
    """Insertions only add: without them the text is what it was."""
    result = edited(text, [Edit(place, place, f"\x00{new.replace(chr(0), '')}\x01") for place, new in places])
    assert len(result) == len(text) + sum(2 + len(new.replace("\x00", "")) for _, new in places)


def test_no_edit_is_no_change() -> None:
    """A page without edits is the same page, byte for byte."""
    assert edited(PAGE, []) == PAGE


def test_edits_that_overlap_are_refused() -> None:
    """Two edits of the same place would lose one of them."""
    with pytest.raises(ValueError, match="Edit"):
        edited("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])
