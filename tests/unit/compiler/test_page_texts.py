"""Laws of `page_texts`: what people read of a page stays in its place, and what cannot be read does no harm."""

from pathlib import Path

import pytest

from aids.compiler.page_texts import page_texts

FRONT = "---\ntitle: De titel\ndescription: Waar het over gaat.\nreviewed: 2026-01-01\n---\n"
BODY = (
    "# Kop {#kop .x}\n\nZie [de tekst](a.md#b) en [[norm#1]] `code` <b>vet</b>.\n"
    '!!! nu "Wat nu geldt"\n    Dit.\n\n```\ncode\n```\n<!-- niet\nte zien -->\n::: aid hulp\n'
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_character_keeps_its_place(tmp_path: Path, end: str) -> None:
    """What is no prose is blank; lines and columns are those of the file."""
    written = (FRONT + BODY).replace("\n", end)
    (tmp_path / "blad.md").write_bytes(written.encode())
    (page,) = page_texts(tmp_path, "docs")
    prose = page.prose()
    assert (page.name, page.relative, len(prose)) == ("docs/blad.md", "blad.md", len(written))
    assert [len(line) for line in prose.split(end)] == [len(line) for line in written.split(end)]
    assert prose.split() == [
        "#",
        "Kop",
        "Zie",
        "[de",
        "tekst]",
        "en",
        "vet",
        ".",
        "!!!",
        '"Wat',
        "nu",
        'geldt"',
        "Dit.",
    ]
    assert [(written[at : at + len(text)], text) for at, text in page.titles()] == [
        ("De titel", "De titel"),
        ("Waar het over gaat.", "Waar het over gaat."),
    ]


def test_marks_and_addresses_are_visible_where_links_are_looked_for(tmp_path: Path) -> None:
    """Only front matter, code and comments are hidden from the check of links and anchors."""
    (tmp_path / "blad.md").write_text(FRONT + BODY, encoding="utf-8")
    (page,) = page_texts(tmp_path, "docs")
    visible = page.visible()
    assert all(mark in visible for mark in ("{#kop .x}", "(a.md#b)", "<b>"))
    assert not any(hidden in visible for hidden in ("code", "titel", "te zien"))


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    """A folder with the name of a page, and bytes that are no text, are no pages here."""
    (tmp_path / "map.md").mkdir()
    (tmp_path / "nul.md").write_bytes(b"a\0b")
    (tmp_path / "blad.md").write_text("Zonder kop.\n", encoding="utf-8")
    (page,) = page_texts(tmp_path, "docs")
    assert (page.name, page.prose(), list(page.titles())) == ("docs/blad.md", "Zonder kop.\n", [])
