"""Owns the panels about one's own answers: `result` with profile, table and what to talk about first, and `actions`.

Runs in browser and build.
"""

from aids.runtime.markup import Child, Node
from aids.runtime.scan.answers import Read
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Line, Scan
from aids.runtime.scan.panels_parts import Row, bullets, part, say, table, title
from aids.runtime.scan.panels_scores import (
    NO_VERDICT,
    how_to_read,
    profile_by_chapter,
    profile_by_criterion,
    rule,
    score_table,
    status_words,
)
from aids.runtime.scan.reckoned import own, scores
from aids.runtime.scan.wording import answer_words, count, long_date
from aids.runtime.scan.work import Json, Work, promise_of, weights_of

FEW = 2
"""Up to so many points a line that is known comes up for talk first."""


def result(scan: Scan, work: Work, today: str) -> list[Node]:
    """Return how far one's own answers are, what they come to, and what to talk about first."""
    read = own(scan, work.saved)
    found = scores(scan, work.saved, read)
    return [
        title("Uw uitkomst"),
        say(f"Stand op {long_date(today)}. {filled_in(scan, read)}"),
        say(NO_VERDICT, kind="note"),
        part("Profiel"),
        say(how_to_read()),
        profile_by_chapter(scan, found, "uw antwoorden"),
        profile_by_criterion(scan, found, "uw antwoorden"),
        score_table(scan, found, "De scores in cijfers en woorden"),
        part("Waar u het eerst over praat"),
        *priorities(scan, read, work.saved),
        part("Zo is gerekend"),
        rule(scan, weights_of(work.saved)),
        part("Wat dit is"),
        say(scan.about),
        say(status_words(scan)),
    ]


def filled_in(scan: Scan, read: Read) -> str:
    """Return how far the answers are, in a sentence."""
    answers = list(read.answers.values())
    unknown, left_out = answers.count(UNKNOWN), answers.count(LEFT_OUT)
    open_lines = len(scan.lines) - len(answers)
    return (
        f"{len(answers)} van de {count(len(scan.lines), 'vraag', 'vragen')} ingevuld: "
        f"{len(answers) - unknown - left_out} met een score, {unknown} keer weet ik niet, "
        f"{left_out} keer niet van toepassing. Nog open: {open_lines}."
    )


def priorities(scan: Scan, read: Read, saved: Json) -> list[Node]:
    """Return the lines to talk about first: low and certain, and what is not known."""
    points = scan.points()
    weights = weights_of(saved)
    known = [line for line in scan.lines if points.get(read.answers.get(line.id, ""), FEW) < FEW]
    known.sort(key=lambda line: (points[read.answers[line.id]], -weights.get(line.criterion, 1)))
    asked = [line for line in scan.lines if read.answers.get(line.id) == UNKNOWN]
    empty = [line for line in scan.lines if line.id not in read.answers]
    parts: list[Node] = []
    if known:
        lowest = " of ".join(step.label.lower() for step in scan.scale if step.points < FEW)
        parts += [
            say(f"Hier is het antwoord bekend: {lowest}. De laagste staan bovenaan, dan de zwaarste."),
            table(
                "Vragen met een lage score",
                ("Vraag", "Antwoord", "Wat er gaat gebeuren"),
                [Row([named(line), answer_words(scan, read.answers[line.id]), plan(saved, line)]) for line in known],
                "first",
            ),
        ]
    if asked:
        parts += [
            say("Dit weet u nog niet. Zoek uit wie het wel weet; tot dan blijft de score een van-tot."),
            bullets([named(line) for line in asked]),
        ]
    if empty:
        parts.append(say(f"Nog niet ingevuld: {', '.join(line.number for line in empty)}."))
    return parts or [say("Elke vraag is bekend, en geen is laag. Praat over wat nodig is om dat zo te houden.")]


def named(line: Line) -> str:
    """Return a line by its number and short name."""
    return f"{line.number} {line.short}"


def plan(saved: Json, line: Line) -> str:
    """Return what will be done about a line, in a sentence."""
    promise = promise_of(saved, line.id)
    if promise is None:
        return "Nog niets afgesproken"
    return f"{promise.action or 'Nog geen actie'}; {promise.owner or 'nog geen naam'}; {when(promise.date)}"


def when(date: str) -> str:
    """Return a date in words, or that there is none."""
    return long_date(date) if date else "nog geen datum"


def actions(scan: Scan, work: Work, today: str) -> list[Node]:
    """Return what will be done, by whom and when, the first date on top."""
    rows = action_rows(scan, work.saved, today)
    if not rows:
        return [
            title("Acties"),
            say("Nog geen acties. Schrijf bij een vraag op wat er gaat gebeuren, wie dat doet en wanneer."),
        ]
    return [
        title("Acties"),
        say(f"{count(len(rows), 'actie', 'acties')}, op datum. Zonder datum staat onderaan."),
        action_table(rows),
    ]


def action_table(rows: list[Row]) -> Node:
    """Return the table of actions."""
    return table("Wat er gaat gebeuren", ("Vraag", "Actie", "Wie", "Wanneer"), rows, "actions")


def action_rows(scan: Scan, saved: Json, today: str) -> list[Row]:
    """Return a row per line about which something will be done."""
    found = [(line, promise) for line in scan.lines if (promise := promise_of(saved, line.id)) is not None]
    found.sort(key=lambda pair: pair[1].date or "9999")
    rows = []
    for line, promise in found:
        late = " (deze datum is voorbij)" if promise.date and promise.date < today else ""
        texts: list[Child] = [
            named(line),
            promise.action or "Nog geen actie",
            promise.owner or "Nog geen naam",
            f"{when(promise.date)}{late}".capitalize() if not promise.date else f"{when(promise.date)}{late}",
        ]
        rows.append(Row(texts, line=line.id))
    return rows
