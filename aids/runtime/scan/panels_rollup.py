"""Owns the panel `rollup`: many scans of municipalities together, with quartiles and what is missing.

Reads the group of the saved document as municipalities. Runs in browser and build.
"""

from aids.runtime.markup import Child, Node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels_parts import Row, bullets, fold, part, say, table, title
from aids.runtime.scan.panels_result import named
from aids.runtime.scan.panels_scores import NO_VERDICT, WHOLE
from aids.runtime.scan.pictures_spread import Box, boxes, strip
from aids.runtime.scan.reckoned import own
from aids.runtime.scan.results import LineSpread, Quartiles, Rollup, Scores, ScoreSpread
from aids.runtime.scan.rollup import rollup as rollup_of
from aids.runtime.scan.scores import scores_of
from aids.runtime.scan.wording import (
    NOT_APPLICABLE,
    NOT_KNOWN,
    SIGN_LEFT_OUT,
    SIGN_UNKNOWN,
    answer_signs,
    count,
    interval,
    middle,
    number,
    signs,
)
from aids.runtime.scan.work import Work, group_of, mapping

HEAD = (
    "Onderdeel",
    "Ten minste: kwart",
    "midden",
    "drie kwart",
    "Ten hoogste: kwart",
    "midden",
    "drie kwart",
)


def rollup(scan: Scan, work: Work, today: str) -> list[Node]:  # noqa: ARG001  as every panel
    """Return many scans together, with one's own beside them if there are answers."""
    files = group_of(work.saved)
    if not files:
        return [
            title("Veel scans samen"),
            say("Laad de bestanden van gemeenten samen in; dan ziet u hier hoe zij verspreid liggen."),
        ]
    found = rollup_of(scan, files)
    read = own(scan, work.saved)
    mine = scores_of(scan, read.answers) if read.answers else None
    diamond = " De ruiten zijn uw eigen scan." if mine else ""
    return [
        title("Veel scans samen"),
        say(
            f"{count(found.files, 'scan', 'scans')}. De dikke streep is de middelste scan; "
            "in het vak ligt de middelste helft. Elk criterium telt hier even zwaar."
        ),
        say(NO_VERDICT, kind="note"),
        *names(found, everyone_recognisable=all(mapping(item.get("by")).get("recognisable") is True for item in files)),
        part("Per hoofdstuk"),
        say(
            "Het vak met een gewone rand is wat een scan ten minste is, dat met een streepjesrand ten hoogste."
            + diamond
        ),
        boxes(scan, "Veel scans samen, per hoofdstuk", chapter_boxes(scan, found, mine)),
        part("Per criterium"),
        boxes(scan, "Veel scans samen, per criterium", criterion_boxes(scan, found, mine)),
        spread_table(scan, [*chapter_boxes(scan, found, mine), *criterion_boxes(scan, found, mine)], found),
        part("Per vraag"),
        missing_words(scan, found),
        line_table(scan, found),
        fold("Dezelfde verdeling in beeld", strips(scan, found)),
    ]


def names(found: Rollup, *, everyone_recognisable: bool) -> list[Node]:
    """Return which organisations are in, where all agreed to be recognisable."""
    if not everyone_recognisable or not found.organisations:
        return []
    return [fold("Welke organisaties doen mee", bullets(list(found.organisations)))]


def chapter_boxes(scan: Scan, found: Rollup, mine: Scores | None) -> list[Box]:
    """Return the whole and the chapters as rows."""
    chapters = [Box(item.title, found.chapters[item.id], mine and mine.chapters[item.id]) for item in scan.chapters]
    return [Box(WHOLE, found.whole, mine and mine.whole), *chapters]


def criterion_boxes(scan: Scan, found: Rollup, mine: Scores | None) -> list[Box]:
    """Return the criteria as rows."""
    return [
        Box(f"{item.number}. {item.title}", found.criteria[item.id], mine and mine.criteria[item.id])
        for item in scan.criteria
    ]


def spread_table(scan: Scan, rows: list[Box], found: Rollup) -> Node:
    """Return the quartiles of every row of both pictures."""
    with_own = any(row.own for row in rows)
    own_head = ("Uw scan",) if with_own else ()
    body = [Row([row.title, *spread_cells(scan, row.spread), *own_cells(scan, row)]) for row in rows]
    head = (*HEAD, f"Alles bekend, van {found.files}", *own_head)
    return table("De kwartielen in cijfers", head, body, "quartiles")


def spread_cells(scan: Scan, spread: ScoreSpread) -> list[str]:
    """Return the quartiles of what scans are at least and at most, and how many have no unknown line."""
    return [*quartile_cells(scan, spread.low), *quartile_cells(scan, spread.high), str(spread.complete)]


def quartile_cells(scan: Scan, found: Quartiles | None) -> list[str]:
    """Return three values, or dashes."""
    values = (found.lower, found.median, found.upper) if found else (None, None, None)
    return ["–" if value is None else number(scan, value) for value in values]


def own_cells(scan: Scan, row: Box) -> list[Child]:
    """Return one's own score, if there is one."""
    return [] if row.own is None else [interval(scan, row.own)]


def missing_words(scan: Scan, found: Rollup) -> Node:
    """Return on how many lines scans have no answer."""
    missing = sum(spread.missing for spread in found.lines.values())
    lines = sum(1 for spread in found.lines.values() if spread.missing)
    return say(
        f"Over {lines} van de {count(len(scan.lines), 'vraag', 'vragen')} weet ten minste één scan het antwoord niet; "
        f"samen {count(missing, 'antwoord ontbreekt', 'antwoorden ontbreken')}."
    )


def strips(scan: Scan, found: Rollup) -> Node:
    """Return a picture per line of how often each answer was given."""
    items: list[Child | list[Child]] = [
        [say(named(line)), strip(f"Verdeling bij {line.number}", line_counts(scan, found.lines[line.id]))]
        for line in scan.lines
    ]
    return bullets(items, "strips")


def line_counts(scan: Scan, spread: LineSpread) -> list[tuple[str, str, int]]:
    """Return how often each answer was given: sign, words and count."""
    steps = [(str(step.points), step.label, spread.counts.get(step.id, 0)) for step in scan.scale]
    return [*steps, (SIGN_LEFT_OUT, NOT_APPLICABLE, spread.left_out), (SIGN_UNKNOWN, NOT_KNOWN, spread.missing)]


def line_table(scan: Scan, found: Rollup) -> Node:
    """Return every line: how often each step, how many missing, and the quartiles."""
    head = ("Vraag", *answer_signs(scan), "Kwart", "Midden", "Drie kwart")
    rows = [Row([named(line), *line_cells(scan, found.lines[line.id])]) for line in scan.lines]
    return table(f"Alle scans per vraag. {signs(scan)}", head, rows, "counts")


def line_cells(scan: Scan, spread: LineSpread) -> list[str]:
    """Return the counts and quartiles of a line."""
    counts = [str(times) for _, _, times in line_counts(scan, spread)]
    quartiles = spread.quartiles
    values = (
        [middle(value) for value in (quartiles.lower, quartiles.median, quartiles.upper)] if quartiles else ["–"] * 3
    )
    return [*counts, *values]
