"""Owns how scores are shown: the profile with its table, the rule in plain words, and what a score is not.

Used by the panels and the report. Runs in browser and build.
"""

from collections.abc import Mapping

from aids.runtime.markup import Child, Node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels_parts import Row, bullets, table
from aids.runtime.scan.pictures_profile import Row as Bar
from aids.runtime.scan.pictures_profile import profile
from aids.runtime.scan.results import Score, Scores
from aids.runtime.scan.wording import count, interval, level_words, listing, plain

WHOLE = "Het geheel"
NO_VERDICT = (
    "Een score zegt hoe de invullers kijken naar wat is vastgelegd en geregeld. Het is geen oordeel over een gemeente "
    "of een team, en zegt niet of gezinnen veilig zijn."
)


def chapter_bars(scan: Scan, scores: Scores) -> list[Bar]:
    """Return the whole and the chapters as rows of a profile."""
    chapters = [Bar(chapter.title, scores.chapters[chapter.id]) for chapter in scan.chapters]
    return [Bar(WHOLE, scores.whole, strong=True), *chapters]


def criterion_bars(scan: Scan, scores: Scores) -> list[Bar]:
    """Return the criteria as rows of a profile."""
    return [Bar(f"{item.number}. {item.title}", scores.criteria[item.id]) for item in scan.criteria]


def profile_by_chapter(scan: Scan, scores: Scores, whose: str) -> Node:
    """Return the picture per chapter."""
    return profile(scan, f"Profiel per hoofdstuk: {whose}", chapter_bars(scan, scores))


def profile_by_criterion(scan: Scan, scores: Scores, whose: str) -> Node:
    """Return the picture per criterion."""
    return profile(scan, f"Profiel per criterium: {whose}", criterion_bars(scan, scores))


def how_to_read() -> str:
    """Return how the bars are read."""
    return (
        "Het dichte deel is zeker. Het gearceerde deel hangt af van wat nog onbekend is. De stippellijnen zijn de "
        "grenzen tussen de woorden in de tabel."
    )


def score_table(scan: Scan, scores: Scores, caption: str) -> Node:
    """Return all scores but those of the lines: the whole, and each chapter with its criteria."""
    rows = [_row(scan, WHOLE, scores.whole, heavy=True)]
    for chapter in scan.chapters:
        rows.append(_row(scan, chapter.title, scores.chapters[chapter.id], heavy=True))
        rows.extend(
            _row(scan, f"{item.number}. {item.title}", scores.criteria[item.id])
            for item in scan.criteria_of(chapter.id)
        )
    head = ("Onderdeel", "Score, van 0 tot " + str(scan.top), "In woorden", "Bekend", "Onbekend", "Niet van toepassing")
    return table(caption, head, rows, "scores")


def _row(scan: Scan, name: str, score: Score, *, heavy: bool = False) -> Row:
    numbers = [str(value) for value in (score.known, score.unknown, score.left_out)]
    return Row([name, interval(scan, score), level_words(scan, score), *numbers], strong=heavy)


def rule(scan: Scan, weights: Mapping[str, int]) -> Node:
    """Return how is reckoned, in plain words."""
    first, last = scan.scale[0], scan.scale[-1]
    steps = listing([f"{step.label} is {step.points}" for step in scan.scale])
    levels = [
        f"{level.label}: {'precies ' if level.start == level.end else ''}{plain(level.start)}"
        + ("" if level.start == level.end else f" {'tot en met' if level.closed else 'tot'} {plain(level.end)}")
        for level in scan.levels
    ]
    rules: list[Child | list[Child]] = [
        f"Elke vraag krijgt een score: {steps}.",
        "Een criterium is het gemiddelde van zijn vragen.",
        "Een hoofdstuk is het gemiddelde van zijn criteria. Het geheel is het gemiddelde van alle criteria.",
        "Niet van toepassing, met een reden, telt niet mee in het gemiddelde.",
        (
            "Weet ik niet, en niet ingevuld, is geen nul. Zo’n vraag kan nog alles zijn. Daarom heeft een score twee "
            f"grenzen: ten minste (alsof wat onbekend is {first.points} is) en ten hoogste (alsof dat {last.points} is)"
            "."
        ),
        weight_words(scan, weights),
        f"De woorden bij de scores: {'; '.join(levels)}.",
    ]
    return bullets(rules, "rule")


def weight_words(scan: Scan, weights: Mapping[str, int]) -> str:
    """Return which criteria count more than once."""
    heavy = [
        f"criterium {item.number} telt {count(weights[item.id], 'keer', 'keer')}"
        for item in scan.criteria
        if weights.get(item.id, 1) != 1
    ]
    if not heavy:
        return "Elk criterium telt even zwaar."
    return f"Niet elk criterium telt even zwaar: {listing(heavy)}; de andere tellen 1 keer."


def status_words(scan: Scan) -> str:
    """Return what the scan is, with its age."""
    words = {"denkkader": "Status: denkkader, geen geldende norm."}
    return words.get(scan.status, f"Status: {scan.status}.")
