"""Owns the heat map: lines by respondents, in each cell the answer as a sign with a bar as high as its points.

The sign and the bar say the same, so that it reads in black and white. Respondents are columns with a number only, in
the order of what they answered: that order tells nothing that the cells do not. Blocks of twenty columns, so that a
block fits a column of text and a sheet of paper; the numbers of the lines come back after ten, for a phone. Runs in
browser and build.
"""

from collections.abc import Sequence
from fractions import Fraction

from aids.runtime.markup import Child, Node
from aids.runtime.scan.model import LEFT_OUT, Scan
from aids.runtime.scan.pictures import LINE, TEXT, picture, stroke, write
from aids.runtime.scan.results import Respondent
from aids.runtime.scan.wording import count, sign, signs

BLOCK = 20
REPEAT = 10
LARGEST = 60
"""More columns than this say nothing to the eye: the panel then shows the counts by line alone."""

CELL = 26
ROW = 20
NUMBER = 38
BAR = 7
HEAD = 24


def ordered(scan: Scan, respondents: Sequence[Respondent]) -> list[Respondent]:
    """Return the respondents by their answers: the highest mean first, equals by the answers themselves."""
    points = scan.points()

    def key(respondent: Respondent) -> tuple[Fraction, list[str]]:
        answers = [respondent.answers.get(line.id, "") for line in scan.lines]
        known = [points[answer] for answer in answers if answer in points]
        return (-Fraction(sum(known), len(known)) if known else Fraction(1), answers)

    return sorted(respondents, key=key)


def heat(scan: Scan, title: str, respondents: Sequence[Respondent]) -> list[Node]:
    """Return the pictures of these respondents, in this order, in blocks."""
    starts = range(0, len(respondents), BLOCK)
    parts = {start: respondents[start : start + BLOCK] for start in starts}
    names = {start: f"{title}: invuller {start + 1} tot en met {start + len(part)}" for start, part in parts.items()}
    return [block(scan, title if len(parts) == 1 else names[start], part, start) for start, part in parts.items()]


def block(scan: Scan, title: str, respondents: Sequence[Respondent], start: int) -> Node:
    """Return one block; its first column is number `start` + 1."""
    places = [NUMBER + place * CELL + place // REPEAT * (NUMBER + 6) for place in range(len(respondents))]
    labels = [place * (NUMBER + REPEAT * CELL + 6) for place in range(1 + (len(respondents) - 1) // REPEAT)]
    parts: list[Child] = [
        write(str(start + place + 1), left + CELL // 2, HEAD - 8, "middle") for place, left in enumerate(places)
    ]
    top = HEAD
    for chapter in scan.chapters:
        parts.append(write(chapter.title, 0, top + TEXT, strong=True))
        top += LINE + 6
        for criterion in scan.criteria_of(chapter.id):
            for line in scan.lines_of(criterion.id):
                parts.extend(write(line.number, left, top + TEXT) for left in labels)
                parts.extend(row(scan, [person.answers.get(line.id) for person in respondents], places, top))
                top += ROW
        top += 6
    longest = max(len(chapter.title) for chapter in scan.chapters) * 8
    said = (
        f"{count(len(scan.lines), 'rij', 'rijen')} en {count(len(respondents), 'kolom', 'kolommen')}. {signs(scan)} "
        "Een hogere balk is een hogere score. De tabel hieronder geeft hetzelfde."
    )
    return picture("heat", (max(places[-1] + CELL, longest), top), title, said, parts)


def row(scan: Scan, answers: Sequence[str | None], places: Sequence[int], top: int) -> list[Child]:
    """Return one row: frames, bars and signs of the answers."""
    points = scan.points()
    frames, bars, strikes = [], [], []
    parts: list[Child] = []
    for answer, left in zip(answers, places, strict=True):
        frames.append(f"M{left} {top}h{CELL}v{ROW}h-{CELL}z")
        if points.get(answer or ""):
            height = Fraction((ROW - 4) * points[answer or ""], scan.top)
            bars.append(f"M{left + 3} {top + ROW - 2}h{BAR}v-{float(height):.2f}h-{BAR}z")
        if answer == LEFT_OUT:
            strikes.append(f"M{left + 2} {top + ROW - 2}l{BAR + 2} -{ROW - 4}")
        parts.append(write(sign(scan, answer), left + 17, top + TEXT + 1, "middle"))
    filled = Node("path", {"class": "scan-ink-solid", "d": "".join(bars)}, ())
    return [stroke("".join(frames), "cell"), filled, stroke("".join(strikes), "strike"), *parts]
