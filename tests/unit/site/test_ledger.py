"""Laws of `aids.site.ledger`: a place that only the built page could hold, and does not, is found at the ledger."""

from pathlib import Path

import pytest

from aids.compiler.document import Position
from aids.compiler.inventory import Inventory, Place
from aids.site.ledger import place_faults
from aids.site.links import read_pages


@pytest.mark.parametrize(
    ("page", "anchor", "codes"),
    [
        ("hulp.md", "vraag", []),
        ("hulp.md", "", []),
        ("index.md", "top", []),
        ("map/index.md", "diep", []),
        ("", "", []),
        ("hulp.md", "vraagt", ["VW944"]),
        ("map.md", "diep", ["VW943"]),
    ],
)
def test_a_place_is_looked_up_in_the_page_as_built(tmp_path: Path, page: str, anchor: str, codes: list[str]) -> None:
    """An anchor made by an aid counts; a page or anchor that was not made is a fault with its line as written."""
    sites = {"index.html": "top", "hulp/index.html": "vraag", "map/index.html": "diep"}
    if codes == ["VW943"]:
        del sites["map/index.html"]
    for name, ident in sites.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f'<p id="{ident}">', encoding="utf-8")
    at = Position("ledger.yml", 2, 6, 4)
    ledger = Inventory({}, (Place("M-1", page, anchor, at, at),), {"ledger.yml": "# Eerst\nM-1: hier\n"})
    found = place_faults(read_pages(tmp_path).values(), ledger)
    assert [item.code for item in found] == codes
    assert all((item.at, item.excerpt) == (at, "M-1: hier") for item in found)
