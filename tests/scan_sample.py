"""Owns scans for tests: a small one, and one in the layout of the real scan. Texts are made up. Holds no test."""

from fractions import Fraction

from aids.runtime.scan.model import Chapter, Criterion, Level, Line, Role, Scan, Step

SCALE = (
    Step("nog-niet", "Nog niet", "Er is niets afgesproken.", 0),
    Step("in-ontwikkeling", "In ontwikkeling", "Er is een begin.", 1),
    Step("grotendeels", "Grotendeels", "Het gebeurt meestal.", 2),
    Step("volledig", "Volledig en aantoonbaar", "Het gebeurt altijd, en u kunt het laten zien.", 3),
)
LEVELS = (
    Level("begin", "Aan het begin", Fraction(0), Fraction(1), closed=False),
    Level("opbouw", "In opbouw", Fraction(1), Fraction(2), closed=False),
    Level("grotendeels", "Grotendeels", Fraction(2), Fraction(3), closed=False),
    Level("volledig", "Volledig en aantoonbaar", Fraction(3), Fraction(3), closed=True),
)
ROLES = (
    Role("gemeente", "Gemeente"),
    Role("team", "Lokaal team"),
    Role("veilig-thuis", "Veilig Thuis"),
    Role("regio", "Regio"),
)
SMALL = {"visie": {"c1": 1, "c2": 2}, "zicht": {"c3": 3, "c4": 2}}
REAL = {
    "visie": {"c1": 1, "c2": 1},
    "signaleren": {"c3": 5},
    "zicht": {"c4": 1, "c5": 1},
    "veiligheid": {"c6": 5, "c7": 6, "c8": 10, "c9": 1},
    "samenwerking": {"c10": 7},
}
"""By chapter and criterion, how many lines."""


def small_scan() -> Scan:
    """Return a scan of 8 lines in 4 criteria and 2 chapters: c1, c2a, c2b, c3a to c3c, c4a and c4b."""
    return scan_of(SMALL, "klein")


def real_scan() -> Scan:
    """Return a scan with the 38 lines, 10 criteria and 5 chapters of the real one: c1, c2, c3a to c3e and on."""
    return scan_of(REAL, "zelfscan")


def scan_of(layout: dict[str, dict[str, int]], ident: str = "proef") -> Scan:
    """Return a scan with this many lines by chapter and criterion; a criterion of one line gives it its own id."""
    criteria = [(chapter, criterion, count) for chapter, held in layout.items() for criterion, count in held.items()]
    return Scan(
        id=ident,
        version="0123456789abcdef",
        rules="fedcba9876543210",
        title="Zelfscan om mee te proberen",
        status="denkkader",
        reviewed="2026-11-22",
        review_by="2027-05-22",
        about="Een hulp bij een gesprek, geen oordeel.",
        scale=SCALE,
        levels=LEVELS,
        roles=ROLES,
        chapters=tuple(Chapter(chapter, chapter.capitalize(), f"Over {chapter}.") for chapter in layout),
        criteria=tuple(
            Criterion(criterion, criterion.removeprefix("c"), chapter, f"Criterium {criterion[1:]}", "")
            for chapter, criterion, _ in criteria
        ),
        lines=tuple(_line(name, criterion) for _, criterion, count in criteria for name in _names(criterion, count)),
    )


def _names(criterion: str, count: int) -> list[str]:
    return [criterion] if count == 1 else [f"{criterion}{chr(ord('a') + index)}" for index in range(count)]


def _line(name: str, criterion: str) -> Line:
    return Line(
        id=name,
        number=name.removeprefix("c"),
        criterion=criterion,
        short=f"Punt {name[1:]}",
        ask=f"Is punt {name[1:]} geregeld?",
        record="De regiovisie" if criterion == "c1" else "",
        page=f"handboeken/werken-aan-veiligheid/criteria/#{name}",
        words=f"{sum(map(ord, name)):016x}",
    )
