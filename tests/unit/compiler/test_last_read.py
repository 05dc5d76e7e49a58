"""Laws of `last_read`, and of everything with a date: past its day it is a warning where it stands."""

from pathlib import Path

import pytest

from aids.compiler.editorial import load_editorial
from aids.compiler.last_read import read_long_ago
from aids.compiler.project import load_project
from tests.unit.compiler.samples import SOURCES, write_project


@pytest.mark.parametrize(("today", "names"), [("2027-01-02", []), ("2027-01-03", ["alarm", "norm", "veilig-thuis"])])
def test_a_year_after_the_last_look_it_is_a_warning(tmp_path: Path, today: str, names: list[str]) -> None:
    """Sources and contacts may be a year and a day old; a source without a date is not judged."""
    write_project(tmp_path)
    sources = SOURCES.replace("kind: norm", "kind: norm\n    read: 2026-01-01")
    (tmp_path / "docs/gegevens/bronnen.yml").write_text(sources, encoding="utf-8")
    editorial, _ = load_editorial(tmp_path / "docs")
    found = list(read_long_ago(editorial, today))
    assert sorted(item.message.split("’")[0].strip("‘") for item in found) == names
    assert {(item.code, item.severity) for item in found} <= {("VW954", "warning")}


def test_a_page_a_tree_a_source_and_a_number_past_their_day_are_all_said(tmp_path: Path) -> None:
    """One run of `check` names each, as a warning, where its date or its name stands."""
    write_project(tmp_path)
    sources = SOURCES.replace("kind: norm", "kind: norm\n    read: 2026-01-01")
    (tmp_path / "docs/gegevens/bronnen.yml").write_text(sources, encoding="utf-8")
    found = load_project(tmp_path, today="2100-01-01").diagnostics
    assert {item.severity for item in found} == {"warning"}
    assert [(item.code, item.at.file, item.at.line) for item in found] == [
        ("VW405", "decision_trees/delen/basis.yml", 8),
        ("VW405", "decision_trees/voorbeeld.yml", 8),
        ("VW954", "docs/gegevens/bronnen.yml", 2),
        ("VW954", "docs/gegevens/contacten.yml", 3),
        ("VW954", "docs/gegevens/contacten.yml", 4),
        ("VW405", "docs/index.md", 4),
    ]
    assert all(item.excerpt for item in found)
