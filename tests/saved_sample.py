"""Owns one saved document for tests, of a respondent of the small scan; parts of it may be given otherwise."""

from typing import Any

from tests.scan_sample import small_scan

SCAN = small_scan()
IDENT = "0123456789abcdef0123456789abcdef"


def respondent(**parts: Any) -> dict[str, Any]:  # noqa: ANN401  JSON data
    """Return a document in normal form; `by` is added to, every other part of `parts` takes the place of its own."""
    by = {"id": IDENT, "role": "gemeente", "organisation": "Proefstad", "recognisable": False} | parts.pop("by", {})
    return {
        "format": "veilig-in-de-wijk",
        "schema": 1,
        "kind": "scan",
        "tree": SCAN.id,
        "version": SCAN.version,
        "rules": SCAN.rules,
        "saved": "2026-11-22T10:33",
        "by": by,
        "answers": {"c1": "grotendeels", "c2a": {"state": "nvt", "reason": "Hier niet."}},
        "notes": {"c1": {"note": "Zie de visie.", "date": "2027-03-01"}},
        "words": {line.id: line.words for line in SCAN.lines},
        "weights": {},
        "joint": {},
        "followup": {},
        **parts,
    }
