"""Laws of the ledger: every item has one place that exists, or a reason; every fault is found where it is written."""

from pathlib import Path

import pytest

from aids.compiler.inventory import ITEMS_FILE, load_inventory
from aids.compiler.page_texts import page_texts
from aids.compiler.project import load_project
from tests.unit.compiler.samples import TODAY, write_project

ROOT = Path(__file__).resolve().parents[3]
ITEMS = '"A1":\n  [M-1, M-2]\n"A2": ["A2 rij 1"]\n'
PLACES = 'M-1: index.md#begin\nM-2: {niet: "Niet meer waar."}\n"A2 rij 1": index.md\n'
PAGE = "---\ntitle: Start\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n# Start {#begin}\n\nTekst. {.x #midden}\n"


def write(root: Path, places: str = PLACES, items: str = ITEMS, page: str = PAGE) -> Path:
    """Write a sound project with an inventory and return its folder."""
    write_project(root)
    folder = root / "docs/gegevens/inventaris"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "docs/index.md").write_text(page, encoding="utf-8")
    (folder / ITEMS_FILE).write_text(items, encoding="utf-8")
    (folder / "a.yml").write_text(places, encoding="utf-8")
    return root


def found_in(root: Path) -> list[tuple[str, str, int, int]]:
    """Return code, file, line and column of everything that the whole check finds."""
    return [
        (item.code, Path(item.at.file).name, item.at.line, item.at.column)
        for item in load_project(root, today=TODAY).diagnostics
    ]


def test_every_item_of_this_repository_has_a_place() -> None:
    """All 634 items are placed or left out with a reason, and the list has not become shorter unnoticed."""
    inventory, found = load_inventory(ROOT / "docs", "docs", page_texts(ROOT / "docs", "docs"))
    assert found == []
    assert {place.item for place in inventory.places} == set(inventory.items)
    assert len(inventory.items) == 634


def test_a_sound_inventory_has_no_findings(tmp_path: Path) -> None:
    """A place with and without anchor and a reason are fine; anchors may stand among classes or in HTML."""
    assert found_in(write(tmp_path)) == []
    assert found_in(write(tmp_path, PLACES.replace("#begin", "#midden"))) == []
    html = PAGE.replace("Tekst.", '<p id="los">Los</p>')
    assert found_in(write(tmp_path, PLACES.replace("#begin", "#los"), page=html)) == []


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (PLACES.replace("M-2", "M-3"), [("VW942", "a.yml", 2, 1), ("VW941", ITEMS_FILE, 2, 9)]),
        (PLACES.replace("index.md#begin", "weg.md#begin"), [("VW943", "a.yml", 1, 6)]),
        (PLACES.replace("#begin", "#eind"), [("VW944", "a.yml", 1, 6)]),
        (PLACES.replace('"Niet meer waar."', '""'), [("VW945", "a.yml", 2, 1)]),
        (PLACES.replace("niet:", "reden:"), [("VW945", "a.yml", 2, 1)]),
        (PLACES.replace("index.md#begin", ""), [("VW945", "a.yml", 1, 1)]),
        (PLACES.replace("index.md#begin", "[index.md]"), [("VW945", "a.yml", 1, 1)]),
        ("- M-1\n", [("VW203", "a.yml", 1, 1), *(("VW941", ITEMS_FILE, *at) for at in ((2, 4), (2, 9), (3, 8)))]),
    ],
)
def test_each_fault_is_found_in_place(tmp_path: Path, places: str, expected: list[tuple[str, str, int, int]]) -> None:
    """Each fault of the ledger gives its code at its line and column; all of them come in one run."""
    assert found_in(write(tmp_path, places)) == expected


def test_an_item_is_listed_and_placed_once(tmp_path: Path) -> None:
    """A second mention in the list, and a second place in another file, are faults that name the first."""
    root = write(tmp_path, items=ITEMS.replace("M-2]", "M-2, M-1]"))
    (root / "docs/gegevens/inventaris/b.yml").write_text("M-1: index.md\n", encoding="utf-8")
    assert found_in(root) == [("VW953", "b.yml", 1, 1), ("VW953", ITEMS_FILE, 2, 14)]


def test_a_ledger_without_its_list_is_a_finding(tmp_path: Path) -> None:
    """Where the folder is but the list is not, that is said, and every place is one too many."""
    root = write(tmp_path)
    (root / "docs/gegevens/inventaris" / ITEMS_FILE).unlink()
    assert [code for code, *_ in found_in(root)] == ["VW942", "VW942", "VW942", "VW102"]


def test_what_an_aid_or_list_makes_is_left_to_the_built_page(tmp_path: Path) -> None:
    """On a page with an aid or a list an anchor that is not written may still come to stand there."""
    page = PAGE.replace("# Start", "# Start\n\n::: bronnen\n\n## Midden")
    assert found_in(write(tmp_path, PLACES.replace("#begin", "#norm-1"), page=page)) == []
