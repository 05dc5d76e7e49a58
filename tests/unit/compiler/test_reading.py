"""Laws of reading: bytes become positioned text nodes, and what cannot be seen or trusted is refused in place."""

from pathlib import Path

import pytest

from aids.compiler.reading import MAXIMUM_DEPTH, Mapping, Reading, Scalar, Sequence, read, read_text, scalars


def codes(reading: Reading) -> list[tuple[str, int, int]]:
    """Code, line and column of each fault."""
    return [(item.code, item.at.line, item.at.column) for item in reading.diagnostics]


def read_bytes(data: bytes, tmp_path: Path) -> Reading:
    """What a file of these bytes holds."""
    path = tmp_path / "x.yml"
    path.write_bytes(data)
    return read(path, "x.yml")


def test_scalars_stay_text() -> None:
    """No scalar becomes a boolean, number, date or null; each is the text that the author wrote."""
    values = ["no", "yes", "on", "1.10", "0x1F", "2026-01-01", "null", "~", "1_000", "12:30", ".inf"]
    reading = read_text("".join(f"- {value}\n" for value in values), "x.yml")
    assert reading.diagnostics == ()
    assert [scalar.text for scalar in scalars(reading.root)] == values


def test_nodes_have_places() -> None:
    """Keys, values and collections stand where they begin, 1-based, with the length on their first line."""
    reading = read_text("a: één\nb:\n  - {c: 'd e'}\n", "x.yml")
    assert isinstance(reading.root, Mapping)
    first, second = reading.root.entries
    assert (first.key.at.line, first.key.at.column, first.value.at.column, first.value.at.length) == (1, 1, 4, 3)
    assert isinstance(second.value, Sequence)
    inner = second.value.items[0]
    assert (inner.at.line, inner.at.column) == (3, 5)
    assert [(item.at.column, item.at.length) for item in scalars(inner)] == [(9, 5)]


def test_crlf_does_not_shift_places(tmp_path: Path) -> None:
    """Windows line ends give the same lines and columns as others."""
    assert codes(read_bytes(b"a: 1\r\nb: 2\r\nb: 3\r\n", tmp_path)) == [("VW111", 3, 1)]


def test_braces_of_a_condition_stay_text_on_one_line() -> None:
    """`in {a, b}` is part of a text within {...}; other braces are groups."""
    reading = read_text("{when: a in {b, c} and d in {e}, f: {g: Waarom?, h: i}}\n", "x.yml")
    assert reading.diagnostics == ()
    assert [scalar.text for scalar in scalars(reading.root)] == ["a in {b, c} and d in {e}", "Waarom?", "i"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\nb: 4\n", [("VW111", 3, 1), ("VW111", 4, 1)]),
        ("a: {b: 1, b: 2}\n", [("VW111", 1, 11)]),
        ("a: &x 1\nb: *x\n", [("VW112", 1, 4), ("VW112", 2, 4)]),
        ("a: &x\n  b: 1\n", [("VW112", 1, 4)]),
        ("a: &x !!str 1\n", [("VW112", 1, 4), ("VW114", 1, 7)]),
        ("a: !include b.yml\n", [("VW114", 1, 4)]),
        ("a: !!python/object:os.system {}\n", [("VW114", 1, 4)]),
        ("%YAML 1.1\n---\na: 1\n", [("VW114", 1, 1)]),
        ("<<: {a: 1}\nb: 2\n", [("VW113", 1, 1)]),
        ("a: [1, 2\nb: 3\n", [("VW107", 2, 2)]),
        ("a: [1, 2\n", [("VW109", 1, 4)]),
        ("a: 'b\n", [("VW109", 1, 4)]),
        ("a: b: c\n", [("VW108", 1, 5)]),
        ("a:\n  b: 1\n c: 2\n", [("VW110", 3, 2)]),
        ("a: 1\nb\n", [("VW107", 2, 1)]),
        ("a: @b\n", [("VW107", 1, 4)]),
        ('a: "\\q"\n', [("VW107", 1, 6)]),
        ("a:\tb\n", [("VW105", 1, 3)]),
        ("a: 1\n\tb: 2\n\tc: 3\n", [("VW105", 2, 1), ("VW105", 3, 1)]),
        ("a: 1\n---\nb: 2\n", [("VW115", 2, 1)]),
        ("", [("VW118", 1, 1)]),
        ("# niets\n", [("VW118", 1, 1)]),
        ("? [a]\n: b\n", [("VW107", 2, 1)]),
        ("{[a]: b}\n", [("VW117", 1, 2)]),
    ],
)
def test_what_cannot_be_trusted_is_refused_in_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Duplicates, anchors, tags, merge keys, tabs and broken YAML each give their code at the place of the fault."""
    assert codes(read_text(text, "x.yml")) == expected


def test_depth_is_bounded() -> None:
    """Nesting as deep as is allowed is read; a hundred thousand levels more give one fault and no exception."""
    assert read_text("[" * MAXIMUM_DEPTH + "]" * MAXIMUM_DEPTH, "x.yml").diagnostics == ()
    for text in ("[" * 100_000, "{a: " * 20_000, "- " * 20_000):
        reading = read_text(text, "x.yml")
        assert [item.code for item in reading.diagnostics] == ["VW116"]
        assert reading.root is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: \xff\nb: \xfe\xfe\n", [("VW103", 1, 4), ("VW103", 2, 4)]),
        ("a: b\n".encode("utf-16"), [("VW103", 1, 1)]),
        (b"a: b\0c\n", [("VW103", 1, 5)]),
        (b"\xef\xbb\xbfa: 1\na: 2\n", [("VW104", 1, 1), ("VW111", 2, 1)]),
        ("a: b\N{ZERO WIDTH SPACE}c\nd: \x07\n".encode(), [("VW106", 1, 5), ("VW106", 2, 4)]),
        ("a: b\N{LINE SEPARATOR}c\nc: 1\nc: 2\n".encode(), [("VW106", 1, 5), ("VW111", 3, 1)]),
        ("a: \ue000\n".encode(), [("VW106", 1, 4)]),
    ],
)
def test_bytes_that_are_no_plain_text(data: bytes, expected: list[tuple[str, int, int]], tmp_path: Path) -> None:
    """Wrong encodings and invisible characters are found in place, and the rest of the file is still read."""
    assert codes(read_bytes(data, tmp_path))[: len(expected)] == expected


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder, an impossible name and a huge file each give one fault; a near name is suggested."""
    (tmp_path / "meldcode.yml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "groot.yml").write_bytes(b"#" * 1_000_001)
    missing = read(tmp_path / "meldkode.yml", "x").diagnostics
    assert [item.code for item in missing] == ["VW102"]
    assert "meldcode.yml" in missing[0].remedy
    assert codes(read(tmp_path, "x")) == [("VW102", 1, 1)]
    assert codes(read(tmp_path / "a\0b", "x")) == [("VW102", 1, 1)]
    assert codes(read(tmp_path / "weg" / "x.yml", "x")) == [("VW102", 1, 1)]
    assert codes(read(tmp_path / "groot.yml", "x")) == [("VW101", 1, 1)]


def test_a_place_within_an_escape_is_its_start() -> None:
    """A character that is written as an escape or a doubled quote is marked where that begins."""
    for written, text, index, column in (
        ('"a\\u00e9b"', "aéb", 2, 11),
        ("'a''b'", "a'b", 2, 7),
        ('"\\x41b"', "Ab", 1, 8),
    ):
        scalar = next(scalars(read_text(f"- {written}", "x.yml").root))
        assert isinstance(scalar, Scalar)
        assert scalar.text == text
        assert scalar.place(index, index + 1).column == column


def test_a_text_that_changed_is_read_anew() -> None:
    """The last reading of a file serves again for the same text under the same name only."""
    first = read_text("a: 1\n", "blad.yml")
    assert read_text("a: 1\n", "blad.yml") is first
    assert read_text("a: 2\n", "blad.yml").root != first.root
    other = read_text("a: 1\n", "ander.yml")
    assert {scalar.at.file for scalar in scalars(other.root)} == {"ander.yml"}
