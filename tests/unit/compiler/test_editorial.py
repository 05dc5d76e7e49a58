"""Laws of the editorial data: sources and contacts resolve, and their files give all faults at once."""

from pathlib import Path

import pytest

from aids.compiler.document import Position
from aids.compiler.editorial import Editorial, load_editorial
from tests.unit.compiler.samples import CONTACTS, SOURCES, write_project


@pytest.fixture
def editorial(tmp_path: Path) -> Editorial:
    """A small set of sources and contacts."""
    write_project(tmp_path)
    loaded, found = load_editorial(tmp_path / "docs", "docs")
    assert found == []
    return loaded


def test_a_reference_resolves_to_its_section(editorial: Editorial) -> None:
    """`source#section` gives the section with the title of its source, and its status unless it has one of its own."""
    section = editorial.resolve("norm#1")
    assert section is not None
    assert (section.ref, section.source_title, section.title, section.page) == (
        "norm#1",
        "Een norm",
        "Begin",
        "index.md",
    )
    assert section.status == "landelijk-kader"
    assert section.at == Position("docs/gegevens/bronnen.yml", 8, 16, 3)


@pytest.mark.parametrize("ref", ["norm#2", "norm", "", "#", "#1", "nrom#1", "norm#1#1", "norm#"])
def test_anything_else_resolves_to_nothing(ref: str, editorial: Editorial) -> None:
    """A reference that names no section is None, not an exception."""
    assert editorial.resolve(ref) is None


def test_the_nearest_reference_is_of_the_same_source_first(tmp_path: Path) -> None:
    """A wrong section is matched within its source; a wrong source among all."""
    write_project(tmp_path)
    more = SOURCES.replace('{"1": {title: Begin, page: index.md}}', '{"5.1": {title: A}, "4": {title: B}}')
    (tmp_path / "docs/gegevens/bronnen.yml").write_text(more, encoding="utf-8")
    editorial, _ = load_editorial(tmp_path / "docs")
    assert editorial.nearest("norm#5.11") == "norm#5.1"
    assert editorial.nearest("normen#5.1") == "norm#5.1"
    assert editorial.nearest("heel-iets-anders#x") is None


def test_section_ids_are_text(tmp_path: Path) -> None:
    """A section `5.10` without quotes stays 5.10."""
    write_project(tmp_path)
    path = tmp_path / "docs/gegevens/bronnen.yml"
    path.write_text(SOURCES.replace('"1": {title: Begin, page: index.md}', "5.10: {title: Tien}"), encoding="utf-8")
    assert load_editorial(tmp_path / "docs")[0].resolve("norm#5.10") is not None


def test_numbers_hold_what_is_shown_and_what_is_dialled(editorial: Editorial) -> None:
    """The digits of every contact may stand in a text."""
    assert editorial.numbers() == {"112", "08002000"}


def test_both_files_give_all_faults_at_once(tmp_path: Path) -> None:
    """Faults in bronnen.yml and contacten.yml come together, sorted, with their lines."""
    write_project(tmp_path)
    folder = tmp_path / "docs" / "gegevens"
    wrong = (
        SOURCES.replace("kind: norm", "kind: nrom")
        .replace("publisher", "uitgever")
        .replace("date: 2020", "date: gisteren")
    )
    (folder / "bronnen.yml").write_text(wrong, encoding="utf-8")
    doubled = CONTACTS.replace('tel: "112"', 'tel: "113"') + "    alarm: {label: Nog een}\n"
    (folder / "contacten.yml").write_text(doubled, encoding="utf-8")
    _, found = load_editorial(tmp_path / "docs", "docs")
    assert [(item.code, item.at.file, item.at.line, item.at.column) for item in found] == [
        ("VW202", "docs/gegevens/bronnen.yml", 3, 5),
        ("VW201", "docs/gegevens/bronnen.yml", 4, 5),
        ("VW503", "docs/gegevens/bronnen.yml", 5, 11),
        ("VW207", "docs/gegevens/bronnen.yml", 7, 11),
        ("VW502", "docs/gegevens/contacten.yml", 3, 48),
        ("VW111", "docs/gegevens/contacten.yml", 5, 5),
    ]
    assert all(item.excerpt for item in found)


def test_missing_files_are_findings(tmp_path: Path) -> None:
    """Without the files there is an empty set and one finding a file."""
    editorial, found = load_editorial(tmp_path, "docs")
    assert (editorial.sources, editorial.contacts) == ({}, {})
    assert [item.code for item in found] == ["VW102", "VW102"]


@pytest.mark.parametrize("text", ["- a\n", "tekst\n", "sources: tekst\n", "sources: {norm: tekst}\n", "iets: {}\n"])
def test_other_forms_are_findings(text: str, tmp_path: Path) -> None:
    """A file of another form gives findings and as much of the data as there is."""
    write_project(tmp_path)
    (tmp_path / "docs/gegevens/bronnen.yml").write_text(text, encoding="utf-8")
    editorial, found = load_editorial(tmp_path / "docs")
    assert found
    assert set(editorial.contacts) == {"alarm", "veilig-thuis"}
