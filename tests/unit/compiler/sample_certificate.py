"""Owns a certificate such as a proof makes, for the tests of what the page says of it. Holds no test."""

from typing import Any

SAYS = (
    "Dit bewijs gaat over de regels van deze hulp, niet over uw inschatting. "
    "U beslist, volgens de meldcode van uw organisatie."
)


def certificate(**other: Any) -> dict[str, Any]:  # noqa: ANN401  JSON data
    """Return the JSON of a proof of the small tree, with other values where a test wants them."""
    counts = {"cases": 41_900_000_000, "questions": 8, "advice": 4, "decisions": 1, "rows": 3, "floors": 1}
    return {
        "tree": "proefblad",
        "version": "0123456789abcdef",
        "rules": "fedcba9876543210",
        "engine": "00112233445566aa",
        "result": "proven",
        "solver": {"name": "z3", "version": "4.15.4"},
        "counts": {**counts, "claims": 2, "policies": 1, "vignettes": 2, "regressions": 1},
        "checks": [{"id": "rows-fire", "say": "Elke rij kan klinken", "count": 3, "result": "proven", "findings": []}],
        "claims": [
            {"id": "brand", "say": "Bij brand staat 112 in het advies", "result": "proven", "witness": None},
            {"id": "scherp", "say": "Wordt <iets> & anders?", "result": "proven", "witness": None},
        ],
        "policies": [{"id": "een", "say": "Er is hoogstens één weg.", "result": "proven", "witness": None}],
        "examples": [{"id": "losse-leuning", "kind": "vignette", "result": "proven"}],
        "agreement": {"evaluators": ["engine", "solver", "oracle"], "cases": 4128},
        "mutants": {"generated": 120, "killed": 117, "equivalent": 3, "surviving": []},
        "parts": [{"id": "weging", "rules": "99aa88bb77cc66dd"}],
        "says": SAYS,
        **other,
    }
