"""Laws of the calendar: every page and tree is in it with its own date, the earliest first."""

from pathlib import Path

from aids.compiler.project import load_project
from aids.compiler.reviews import Review, reviews
from tests.unit.compiler.samples import TODAY, write_project


def test_pages_and_trees_come_by_date(tmp_path: Path) -> None:
    """The date of review decides the order; role and path come along."""
    write_project(tmp_path)
    page = "---\ntitle: Blad\nreviewed: 2026-01-02\nreview_by: 2027-01-01\nsecond_reader: jurist\n---\n# Blad\n"
    (tmp_path / "docs/map").mkdir()
    (tmp_path / "docs/map/blad.md").write_text(page, encoding="utf-8")
    project = load_project(tmp_path, today=TODAY)
    assert reviews(tmp_path / "docs", project.documents) == [
        Review("2027-01-01", "2026-01-02", "Blad", "docs/map/blad.md", "map/blad.md", "jurist"),
        Review("2099-01-01", "2026-01-01", "Voorbeeld", "decision_trees/voorbeeld.yml", "", ""),
        Review("2099-01-01", "2026-01-01", "Start", "docs/index.md", "index.md", ""),
    ]


def test_a_page_without_sound_dates_is_left_out(tmp_path: Path) -> None:
    """What the checks report anyway does not break the calendar."""
    for name, text in {
        "a": "# Geen kop\n",
        "b": "---\n- a\n---\n",
        "c": "---\ntitle: [a]\nreview_by: b\n---\n",
    }.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    (tmp_path / "d.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    assert reviews(tmp_path, ()) == []
