"""Owns the panel `compare`: what changed since an earlier scan, what was promised, and what became of it.

The report uses its parts. Runs in browser and build.
"""

from aids.runtime.markup import Child, Node
from aids.runtime.scan.compare import compare as compare_scans
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels_parts import Row, part, room, say, table, title
from aids.runtime.scan.panels_scores import WHOLE
from aids.runtime.scan.pictures_change import Pair, arrows, moved, pairs
from aids.runtime.scan.pictures_change import step_words as moved_words
from aids.runtime.scan.results import Comparison, LineChange, Promise
from aids.runtime.scan.wording import answer_words, count, interval, long_date
from aids.runtime.scan.work import Work

OUTCOMES = {"gedaan": "Gedaan", "loopt": "Loopt nog", "niet-gedaan": "Niet gedaan", "vervallen": "Vervallen"}
KINDS = {
    "gelijk": "Gelijk",
    "bekend": "Was onbekend, nu bekend",
    "onbekend": "Nu onbekend",
    "nvt": "Nu niet van toepassing",
    "was-nvt": "Was niet van toepassing",
    "nieuw": "Nieuwe vraag",
    "vervallen": "Vraag bestaat niet meer",
}


def compare(scan: Scan, work: Work, today: str) -> list[Node]:  # noqa: ARG001  as every panel
    """Return what changed per chapter and line, and the promises of last time."""
    if work.earlier is None:
        return [
            title("Vergelijken met de vorige keer"),
            say("Laad het bestand van de vorige keer; dan ziet u hier wat er veranderd is."),
        ]
    found = compare_scans(scan, work.earlier, work.saved)
    return [
        title("Vergelijken met de vorige keer"),
        say(f"{since(found)} {moves(found)}"),
        say("Een lagere score is niet altijd achteruitgang: u kunt nu ook meer weten, of strenger kijken."),
        part("Per hoofdstuk"),
        *by_chapter(scan, found),
        part("Per vraag"),
        *arrow_picture(scan, found),
        change_table(scan, found),
        part("Wat u de vorige keer afsprak"),
        *promises(scan, found),
    ]


def since(found: Comparison) -> str:
    """Return of when the earlier scan is."""
    return f"De vorige scan is van {long_date(found.since)}." if found.since else "De vorige scan heeft geen datum."


def moves(found: Comparison) -> str:
    """Return how many lines went up and down."""
    higher = sum(line.kind == "hoger" for line in found.lines)
    lower = sum(line.kind == "lager" for line in found.lines)
    same = sum(line.kind == "gelijk" for line in found.lines)
    rest = len(found.lines) - higher - lower - same
    return f"Hoger: {count(higher, 'vraag', 'vragen')}. Lager: {lower}. Gelijk: {same}. Anders: {rest}."


def by_chapter(scan: Scan, found: Comparison) -> list[Node]:
    """Return the scores then and now as picture and table."""
    rows = [Pair(WHOLE, found.before.whole, found.after.whole)]
    rows += [Pair(item.title, found.before.chapters[item.id], found.after.chapters[item.id]) for item in scan.chapters]
    cells = [Row([row.title, interval(scan, row.before), interval(scan, row.after)]) for row in rows]
    return [
        say("De open balk is toen, de dichte balk is nu. Wat onbekend was of is, staat gestippeld of gearceerd."),
        pairs(scan, "Scores toen en nu, per hoofdstuk", rows),
        table("De scores toen en nu", ("Onderdeel", "Toen", "Nu"), cells),
    ]


def arrow_picture(scan: Scan, found: Comparison) -> list[Node]:
    """Return the arrows of the lines that went up or down, the largest rise on top."""
    lines = moved(found.lines)
    if not lines:
        return [say("Geen enkele vraag ging omhoog of omlaag.")]
    numbers = {line.id: line.number for line in scan.lines}
    return [
        say("De ring is toen, de pijlpunt is nu. De grootste stijging staat bovenaan."),
        arrows(scan, "Wat omhoog of omlaag ging", lines, numbers),
    ]


def change_table(scan: Scan, found: Comparison) -> Node:
    """Return every line then and now."""
    rows = [
        Row([line_name(scan, line), then(scan, line.before), then(scan, line.after), change_words(line)])
        for line in found.lines
    ]
    return table("Elke vraag toen en nu", ("Vraag", "Toen", "Nu", "Verschil"), rows, "changes")


def then(scan: Scan, answer: str) -> str:
    """Return an answer of one side; empty is a line that was not there."""
    return answer_words(scan, answer) if answer else "–"


def change_words(line: LineChange) -> str:
    """Return in which way a line changed."""
    return moved_words(line.steps) if line.steps else KINDS[line.kind]


def line_name(scan: Scan, line: LineChange) -> str:
    """Return a line by number and name; one that is gone by its id alone."""
    numbers = {item.id: item.number for item in scan.lines}
    return f"{numbers[line.line]} {line.short}" if line.line in numbers else line.short


def promises(scan: Scan, found: Comparison) -> list[Node]:
    """Return what was promised, with room for what became of it."""
    promised = [(line, line.promise) for line in found.lines if line.promise is not None]
    if not promised:
        return [say("In het bestand van de vorige keer staan geen acties.")]
    rows = [
        Row([line_name(scan, line), promise_words(promise), room(*result_words(line))], line=line.line)
        for line, promise in promised
    ]
    return [table("Wat beloofd was en wat ervan kwam", ("Vraag", "Beloofd", "Wat ervan kwam"), rows, "promises")]


def promise_words(promise: Promise) -> str:
    """Return a promise in a line."""
    when = long_date(promise.date) if promise.date else ""
    return "; ".join(text for text in (promise.action, promise.owner, when) if text)


def result_words(line: LineChange) -> list[Child]:
    """Return what became of a promise, or that it is not said yet."""
    result = OUTCOMES.get(line.result, "Nog niet ingevuld")
    return [say(f"{result}. {line.note}" if line.note else result)]
