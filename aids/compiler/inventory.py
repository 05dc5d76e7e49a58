"""Owns the ledger of the source inventory: each item of it has a place on the site, or a reason why it has none.

Read from docs/gegevens/inventaris/: onderdelen.yml lists every item, the other files say where each is. Used by
`aids.compiler.project`; the build checks the anchors again in the pages as built (`aids.site.ledger`), for only those
know what an aid or a list of ours puts in a page. What the inventory says is not known here. Runs in the build only.
"""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, nearest, sort_diagnostics, with_excerpts
from aids.compiler.document import Position
from aids.compiler.loader_fields import FORMS, Faults
from aids.compiler.page_texts import PageText
from aids.compiler.reading import Entry, Mapping, Reading, Scalar, read, scalars

FOLDER = "gegevens/inventaris"
ITEMS_FILE = "onderdelen.yml"
REASON = "niet"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: `page` is a path under docs/ and `anchor` an id in it ("" for the whole page).

    Both are empty for an item with a reason instead of a place. `item_at` is where the item is named, `at` its place.
    """

    item: str
    page: str
    anchor: str
    item_at: Position
    at: Position


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every item with where it is listed, and every place, in file order. `texts` are the files, for excerpts."""

    items: Map[str, Position] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    texts: Map[str, str] = field(default_factory=dict)


def load_inventory(docs: Path, prefix: str, pages: Iterable[PageText]) -> tuple[Inventory, list[Diagnostic]]:
    """Return the inventory under the folder `docs`, which diagnostics call `prefix`, and what is wrong with it.

    The places in it are on the `pages`.

    A repository without the folder has no inventory, and no findings.
    """
    folder = docs / FOLDER
    if not folder.is_dir():
        return Inventory(), []
    faults = Faults()
    names = sorted({path.name for path in folder.glob("*.yml")} | {ITEMS_FILE})
    readings = {name: read(folder / name, f"{prefix}/{FOLDER}/{name}") for name in names}
    for reading in readings.values():
        faults.extend(reading.diagnostics)
    texts = {reading.name: reading.text for reading in readings.values()}
    items = _items(readings.pop(ITEMS_FILE), faults)
    places = tuple(place for reading in readings.values() for place in _places(reading, faults))
    inventory = Inventory(items, places, texts)
    found = [*faults.found, *_ledger_faults(inventory), *_lost(inventory, pages)]
    return inventory, with_excerpts(sort_diagnostics(found), texts)


def lost_place(place: Place, page: str, known: Collection[str]) -> Diagnostic:
    """Return that the anchor of `place` is not among the anchors `known` of its page, as that is called."""
    return fault("VW944", place.at, near=nearest(place.anchor, known), anchor=place.anchor, page=page)


def _entries(reading: Reading, faults: Faults) -> tuple[Entry, ...]:
    """Return the entries of the group that a file is."""
    if isinstance(reading.root, Mapping):
        return reading.root.entries
    if reading.root is not None:
        found = FORMS[type(reading.root)]
        faults.add("VW203", reading.root.at, key=reading.name, expected=FORMS[Mapping], found=found)
    return ()


def _items(reading: Reading, faults: Faults) -> dict[str, Position]:
    """Return every item that must have a place; one that is listed twice is a fault."""
    items: dict[str, Position] = {}
    for entry in _entries(reading, faults):
        for item in scalars(entry.value):
            if item.text in items:
                faults.add("VW953", item.at, item=item.text, line=items[item.text].line, file=items[item.text].file)
            else:
                items[item.text] = item.at
    return items


def _places(reading: Reading, faults: Faults) -> Iterator[Place]:
    """Yield the places in one file; an item with neither place nor reason is a fault."""
    for entry in _entries(reading, faults):
        item, value = entry.key, entry.value
        if isinstance(value, Scalar) and value.text.strip():
            page, _, anchor = value.text.strip().partition("#")
            yield Place(item.text, page, anchor, item.at, value.at)
            continue
        reason = value.get(REASON) if isinstance(value, Mapping) else None
        if not isinstance(reason, Scalar) or not reason.text.strip():
            faults.add("VW945", item.at, item=item.text)
        yield Place(item.text, "", "", item.at, item.at)


def _ledger_faults(inventory: Inventory) -> Iterator[Diagnostic]:
    """Yield each item without a place, each place of something that is no item, and each item placed twice."""
    placed: dict[str, Place] = {}
    for place in inventory.places:
        first = placed.setdefault(place.item, place)
        if place.item not in inventory.items:
            near = nearest(place.item, inventory.items)
            yield fault("VW942", place.item_at, near=near, item=place.item)
        elif first is not place:
            at = first.item_at
            yield fault("VW953", place.item_at, item=place.item, line=at.line, file=at.file)
    for item, at in inventory.items.items():
        if item not in placed:
            yield fault("VW941", at, item=item)


def _lost(inventory: Inventory, found: Iterable[PageText]) -> Iterator[Diagnostic]:
    """Yield each place on a page that does not exist, or at an anchor that is not written there."""
    pages = {page.relative: page for page in found}
    anchors = {name: page.anchors() for name, page in pages.items()}
    for place in inventory.places:
        if not place.page:
            continue
        page = pages.get(place.page)
        if page is None:
            yield fault("VW943", place.at, near=nearest(place.page, pages), page=place.page)
        elif place.anchor and place.anchor not in anchors[place.page] and not page.makes_anchors():
            yield lost_place(place, page.name, anchors[place.page])
