"""Owns the panel `report`: the A4 report for the council, from what the scan is to what will be done.

With a group it reports what the group agreed on; it holds no answer of a single respondent. Runs in browser and build.
"""

from aids.runtime.markup import Child, Node, node
from aids.runtime.scan.answers import Read
from aids.runtime.scan.compare import compare
from aids.runtime.scan.model import LEFT_OUT, Criterion, Line, Scan
from aids.runtime.scan.panels_compare import by_chapter, moves, promises, since
from aids.runtime.scan.panels_group import is_open, who
from aids.runtime.scan.panels_parts import Row, blank, pairs, part, say, small, table, title
from aids.runtime.scan.panels_result import action_rows, action_table
from aids.runtime.scan.panels_scores import NO_VERDICT, how_to_read, profile_by_chapter, rule, score_table, status_words
from aids.runtime.scan.reckoned import group, respondents, scores, stands_for
from aids.runtime.scan.results import Scores, Together
from aids.runtime.scan.wording import answer_words, count, interval, level_words, long_date
from aids.runtime.scan.work import Json, Work, joint_of, weights_of

WHOSE = "de gemeente"


def report(scan: Scan, work: Work, today: str) -> list[Node]:
    """Return the report."""
    saved = work.saved
    found = group(scan, saved)
    read = stands_for(scan, saved)
    reckoned = scores(scan, saved, read)
    return [
        title(f"Verslag van de {scan.title}"),
        pairs([("Gemeente", blank()), ("Datum", long_date(today)), ("Voor", "de gemeenteraad")]),
        part("Wat dit is"),
        say(scan.about),
        say(status_words(scan)),
        say(NO_VERDICT, kind="note"),
        *responded(scan, saved, found),
        part("Profiel"),
        say(f"{known_words(scan, read, found)} {how_to_read()}"),
        profile_by_chapter(scan, reckoned, WHOSE),
        score_table(scan, reckoned, "De scores per hoofdstuk en criterium"),
        part("Per hoofdstuk"),
        *chapters(scan, saved, read, reckoned, found),
        part("Wat we gaan doen"),
        *doing(scan, saved, today),
        *(changed(scan, work) if work.earlier is not None else []),
        part("Zo is gerekend"),
        rule(scan, weights_of(saved)),
        say(
            f"Versie van de scan: {scan.version}. Versie van de regels: {scan.rules}. "
            f"Controleer na {long_date(scan.review_by)} of er een nieuwe versie is.",
            kind="version",
        ),
    ]


def responded(scan: Scan, saved: Json, found: Together | None) -> list[Node]:
    """Return who responded; a file without a group is of one."""
    if found is None:
        return [part("Wie vulde in"), say("Eén bestand, van één invuller of van een groep die samen invulde.")]
    return [
        who(scan, found, sorted(respondents(scan, saved), key=lambda person: (person.role, person.organisation)), "")
    ]


def known_words(scan: Scan, read: Read, found: Together | None) -> str:
    """Return on how many lines the report can say something."""
    known = sum(1 for answer in read.answers.values() if answer in scan.points())
    what = "is er één gezamenlijk antwoord" if found else "is het antwoord bekend"
    return f"Op {known} van de {count(len(scan.lines), 'vraag', 'vragen')} {what}."


def chapters(scan: Scan, saved: Json, read: Read, reckoned: Scores, found: Together | None) -> list[Node]:
    """Return every chapter: its score, and its criteria with each line."""
    parts: list[Node] = []
    for chapter in scan.chapters:
        score = reckoned.chapters[chapter.id]
        rows = [
            row
            for criterion in scan.criteria_of(chapter.id)
            for row in criterion_rows(scan, saved, read, reckoned, (criterion, found))
        ]
        parts += [
            small(chapter.title),
            table(
                f"Score {interval(scan, score)}: {level_words(scan, score).lower()}",
                ("Criterium en vraag", "Antwoord of score", "Waarom"),
                rows,
                "chapter",
            ),
        ]
    return parts


def criterion_rows(
    scan: Scan, saved: Json, read: Read, reckoned: Scores, place: tuple[Criterion, Together | None]
) -> list[Row]:
    """Return a criterion with its score, and each of its lines with the answer and why."""
    criterion, found = place
    score = interval(scan, reckoned.criteria[criterion.id])
    rows = [Row([f"Criterium {criterion.number}. {criterion.title}", score, ""], strong=True)]
    for line in scan.lines_of(criterion.id):
        answer = read.answers.get(line.id)
        rows.append(
            Row(
                [
                    f"{line.number} {line.short}",
                    answer_text(scan, answer, line, found),
                    why(saved, read, line, found),
                ]
            )
        )
    return rows


def answer_text(scan: Scan, answer: str | None, line: Line, found: Together | None) -> str:
    """Return an answer; of a group, what is not agreed on differs from what nobody knows."""
    if found and is_open(answer, found.lines[line.id].all):
        return "Nog geen gezamenlijk antwoord"
    return answer_words(scan, answer)


def why(saved: Json, read: Read, line: Line, found: Together | None) -> Child:
    """Return why: of a group only the joint reasons, never a respondent's own."""
    given = joint_of(saved, line.id)
    if given is not None:
        return " ".join(f"{text.rstrip('.')}." for text in (given.left_out, given.reason) if text)
    if found is None and read.answers.get(line.id) == LEFT_OUT:
        return read.reasons[line.id]
    return ""


def doing(scan: Scan, saved: Json, today: str) -> list[Node]:
    """Return the actions with who and when, or room to write them."""
    rows = action_rows(scan, saved, today)
    return [action_table(rows)] if rows else [say("Er zijn nog geen acties afgesproken."), node("p", {}, blank())]


def changed(scan: Scan, work: Work) -> list[Node]:
    """Return what changed since the earlier scan."""
    found = compare(scan, work.earlier, work.saved)
    return [
        part("Wat er veranderd is"),
        say(f"{since(found)} {moves(found)}"),
        *by_chapter(scan, found),
        *promises(scan, found),
    ]
