"""Owns random work on a scan for the tests of pictures and panels, and a walk through what they make. Holds no test."""

import random
from collections.abc import Iterator

from aids.runtime.markup import Child, Node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.work import Work
from tests.random_scans import random_saved


def random_work(seed: int, scan: Scan, size: int, *, recognisable: bool = False) -> Work:
    """Return a work with `size` respondents in it; 0 is an empty one, 1 has no group."""
    rng = random.Random(seed)  # noqa: S311  the same each time
    saved = random_saved(rng, scan, group=size if size > 1 else 0)
    if not size:
        saved |= {"answers": {}, "notes": {}}
    for member in saved.get("group", []):
        member["by"]["recognisable"] = recognisable
    earlier = random_saved(rng, scan) if size else None
    return Work.from_json({"saved": saved, "earlier": earlier})


def walk(parts: list[Node]) -> Iterator[Node]:
    """Return every element, each before what is in it."""
    for part in parts:
        yield part
        yield from walk([child for child in part.children if isinstance(child, Node)])


def of_class(parts: list[Node], name: str) -> list[Node]:
    """Return the elements with a class."""
    return [found for found in walk(parts) if name in found.attributes.get("class", "").split()]


def texts(part: Child) -> list[str]:
    """Return every text in an element, apart."""
    return [part] if isinstance(part, str) else [text for child in part.children for text in texts(child)]
