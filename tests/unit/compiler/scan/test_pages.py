"""Laws of the pages of lines: each must exist, and the place on it, unless only the built page knows its places."""

from pathlib import Path

from aids.compiler.page_texts import page_texts
from aids.compiler.scan.pages import lost_pages, places
from tests.unit.compiler.scan.scan_project import SOUND, sound


def lost(folder: Path, page: str) -> list[tuple[str, str]]:
    """Return code and remedy of what is lost when the first line names `page`."""
    docs = folder / "docs"
    docs.mkdir(exist_ok=True)
    (docs / "index.md").write_text("# Begin {#begin}\n| 3a {#c3a} | x |\n", encoding="utf-8")
    (docs / "lijst.md").write_text("# Lijst\n\n::: bronnen\n", encoding="utf-8")
    document = sound(folder, SOUND.replace("page: index.md\n", f"page: {page}\n"))
    found = lost_pages(document, places(page_texts(docs, "docs")))
    return [(item.code, item.remedy) for item in found]


def test_pages_and_places_that_are_there_are_found(tmp_path: Path) -> None:
    """A page, a heading, a cell of a table, and any place on a page that is made while building."""
    for page in ("index.md", "index.md#begin", "index.md#c3a", "lijst.md#wat-dan-ook"):
        assert lost(tmp_path, page) == []


def test_what_is_not_there_is_told_with_what_comes_near(tmp_path: Path) -> None:
    """Another page or another place on it; the nearest name is proposed."""
    ((code, remedy),) = lost(tmp_path, "indeks.md")
    assert (code, "‘index.md’" in remedy) == ("VW282", True)
    ((code, remedy),) = lost(tmp_path, "index.md#begin-hier")
    assert (code, "‘begin’" in remedy) == ("VW283", True)
    assert [code for code, _ in lost(tmp_path, "'#begin'")] == ["VW282"]
