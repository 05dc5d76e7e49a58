"""Owns what every tree says of itself: schema, id, titles, status and the dates of its review.

Used by `aids.compiler.loader` and `aids.compiler.scan.loading`. Runs in the build only.
"""

from dataclasses import dataclass

from aids.compiler.document import STATUSES, Position, Status
from aids.compiler.loader_fields import Faults, Fields

SCHEMA = "1"
KEYS = ("schema", "id", "kind", "title", "lead", "status", "reviewed", "review_by")


@dataclass(frozen=True, slots=True)
class Head:
    """What a tree says of itself; `at` is the place of its id, `review_at` that of its next review."""

    id: str
    title: str
    lead: str
    status: Status
    reviewed: str
    review_by: str
    at: Position
    review_at: Position


def load_head(fields: Fields, name: str, faults: Faults) -> Head:
    """Return the head of the tree in the file that diagnostics call `name`."""
    schema = fields.scalar("schema")
    if schema and schema.text != SCHEMA:
        faults.add("VW211", schema.at, value=schema.text, known=SCHEMA)
    ident = fields.ident()
    review = fields.node.get("review_by")
    return Head(
        id=ident.text if ident else "",
        title=fields.text("title"),
        lead=fields.text("lead"),
        status=fields.choice("status", STATUSES, "denkkader"),
        reviewed=fields.date("reviewed"),
        review_by=fields.date("review_by"),
        at=ident.at if ident else Position(name),
        review_at=review.at if review else fields.at,
    )
