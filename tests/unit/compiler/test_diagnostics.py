"""Laws of diagnostics: order, count, the line with its mark, and the JSON form."""

import json

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import (
    EXCERPT_WIDTH,
    Diagnostic,
    as_json,
    has_errors,
    nearest,
    render,
    render_one,
    shown,
    sort_diagnostics,
    split_lines,
    with_excerpts,
)
from aids.compiler.document import Position


def made(line: int, column: int, length: int = 1, *, excerpt: str = "", code: str = "VW105") -> Diagnostic:
    """A diagnostic at a place in one file."""
    item = fault(code, Position("a.yml", line, column, length), review_by="2020-01-01")
    return with_excerpts([item], {"a.yml": "\n" * (line - 1) + excerpt})[0]


def mark_of(item: Diagnostic) -> tuple[str, str]:
    """The shown line and the line with the mark, both without the gutter."""
    lines = render_one(item).split("\n")
    return lines[1].partition("| ")[2], lines[2].partition("| ")[2]


def test_all_are_sorted_by_place_and_each_comes_once() -> None:
    """Findings come by file, line and column, whatever the order in which they were found, and never twice."""
    found = [made(3, 1), made(1, 9), made(1, 2), made(1, 9)]
    assert [(item.at.line, item.at.column) for item in sort_diagnostics(found)] == [(1, 2), (1, 9), (3, 1)]
    text = render(found)
    assert text.index("a.yml:1:2:") < text.index("a.yml:1:9:") < text.index("a.yml:3:1:")


def test_one_blank_line_between_and_a_count_at_the_end() -> None:
    """Findings are divided by exactly one blank line; the last line counts errors and warnings apart."""
    text = render([made(1, 1, excerpt="x"), made(2, 1, excerpt="y"), made(3, 1, code="VW405")])
    assert len(text.split("\n\n")) == 4
    assert "\n\n\n" not in text
    assert text.endswith("\n2 fouten en 1 waarschuwing.\n")
    assert render([]) == "0 fouten.\n"
    assert render([made(1, 1)]).endswith("\n1 fout.\n")


def test_the_mark_stands_under_the_fault() -> None:
    """Mark and fault stand in the same columns, also after wide characters, combining marks and tabs."""
    for before in ("", "title: ", "漢字: ", "e\N{COMBINING ACUTE ACCENT}n: ", "\tx: "):
        line, mark = mark_of(made(1, len(before) + 1, 4, excerpt=f"{before}fout erna"))
        width = {"漢字: ": 6, "e\N{COMBINING ACUTE ACCENT}n: ": 4, "\tx: ": 7}.get(before, len(before))
        assert mark == " " * width + "^^^^"
        assert "fout erna" in line


def test_wide_faults_get_a_wide_mark() -> None:
    """A fault of characters that take two columns is marked in full."""
    assert mark_of(made(1, 1, 2, excerpt="漢字 x"))[1] == "^^^^"


def test_a_long_line_is_cut_around_the_fault() -> None:
    """Of a very long line a window is shown that holds the fault, with the mark under it."""
    excerpt = "a" * 5000 + "FOUT" + "b" * 5000
    line, mark = mark_of(made(1, 5001, 4, excerpt=excerpt))
    assert len(line) <= EXCERPT_WIDTH + 2
    assert line[mark.index("^") : mark.rindex("^") + 1] == "FOUT"


def test_a_mark_past_the_end_of_the_line_is_one_sign() -> None:
    """What is missing at the end of a line is marked there."""
    assert mark_of(made(1, 6, 3, excerpt="title"))[1] == "     ^"


def test_invisible_characters_cannot_hide_or_move_anything() -> None:
    """Control and direction characters in a line or a value are shown as stand-ins, and never as themselves."""
    for character in ("\x1b", "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{ZERO WIDTH SPACE}", "\N{LINE SEPARATOR}"):
        assert character not in render_one(made(1, 1, excerpt=f"a{character}b"))
        assert character not in shown(f"a{character}b")


def test_every_diagnostic_says_why_and_how_to_mend() -> None:
    """Place, code, reason and remedy stand in every finding; a near name is suggested where there is one."""
    item = fault("VW304", Position("a.yml", 2, 3, 4), near="gevaar", question="gevar")
    text = render_one(item)
    assert text.startswith("a.yml:2:3: fout VW304: ")
    assert item.why in text
    assert item.remedy in text
    assert "gevaar" in item.remedy
    assert "Bedoelde" not in fault("VW304", Position(), question="x").remedy


def test_json_holds_the_same_as_the_text() -> None:
    """The JSON form has every field of every finding, in the same order, and the counts."""
    whole = json.loads(as_json([made(2, 1, code="VW405"), made(1, 4, 2, excerpt="abcdef")]))
    assert (whole["errors"], whole["warnings"]) == (1, 1)
    assert [(item["line"], item["column"], item["length"]) for item in whole["diagnostics"]] == [(1, 4, 2), (2, 1, 1)]
    assert whole["diagnostics"][0]["excerpt"] == "abcdef"
    assert set(whole["diagnostics"][0]) == {
        "code",
        "severity",
        "file",
        "line",
        "column",
        "length",
        "message",
        "why",
        "remedy",
        "excerpt",
    }


def test_a_warning_is_no_error() -> None:
    """Only errors hold a build back."""
    assert not has_errors([made(1, 1, code="VW405")])
    assert has_errors([made(1, 1, code="VW405"), made(1, 1)])


def test_nearest_gives_the_likely_name_or_none() -> None:
    """A slip of the pen finds its name; something else, or something enormous, finds nothing."""
    assert nearest("gevar", ["gevaar", "gesprek"]) == "gevaar"
    assert nearest("Gevaar", ["gevaar"]) == "gevaar"
    assert nearest("xyz", ["gevaar"]) is None
    assert nearest("gevaar" * 10_000, ["gevaar"]) is None


def test_lines_are_counted_as_an_editor_does() -> None:
    """CR, LF and CRLF each end one line; no other character does."""
    assert split_lines("a\rb\r\nc\n\N{LINE SEPARATOR}d") == ["a", "b", "c", "\N{LINE SEPARATOR}d"]
