"""Owns the panel `save`: what a person sees who opens the saved file, with every answer and its notes.

Runs in browser and build.
"""

from aids.runtime.markup import Child, Node, node
from aids.runtime.scan.answers import Read
from aids.runtime.scan.model import Line, Scan
from aids.runtime.scan.panels_group import agenda, joint, together
from aids.runtime.scan.panels_parts import pairs, part, say, small, title
from aids.runtime.scan.panels_result import actions, filled_in
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
from aids.runtime.scan.wording import answer_words, interval, long_date
from aids.runtime.scan.work import Json, Work, group_of, mapping, note_of, weights_of, words_of

NOTES = (("evidence", "Bewijs"), ("note", "Aantekening"), ("action", "Actie"), ("owner", "Wie"), ("date", "Wanneer"))


def save(scan: Scan, work: Work, today: str) -> list[Node]:
    """Return the body of the readable file."""
    saved = work.saved
    return [
        title("Antwoorden en scores"),
        *head(scan, saved),
        *(own_part(scan, saved) if not group_of(saved) or saved.get("answers") else []),
        *(group_part(scan, work, today) if group_of(saved) else []),
        *(actions(scan, work, today)),
        part("Zo is gerekend"),
        rule(scan, weights_of(saved)),
        part("Wat dit is"),
        say(scan.about),
        say(status_words(scan)),
    ]


def head(scan: Scan, saved: Json) -> list[Node]:
    """Return when, by which role, and on which version it was saved."""
    by = mapping(saved.get("by"))
    labels = {role.id: role.label for role in scan.roles}
    role = words_of(by, "role")
    items: list[tuple[str, Child | list[Child]]] = [
        ("Bewaard op", long_date(words_of(saved, "saved"))),
        ("Rol", labels.get(role, role)),
        ("Organisatie", words_of(by, "organisation")),
        ("Versie van de scan", words_of(saved, "version")),
        ("Versie van de regels", words_of(saved, "rules")),
    ]
    return [pairs([(name, value) for name, value in items if value])]


def own_part(scan: Scan, saved: Json) -> list[Node]:
    """Return one's own answers: profile, scores, and every line by chapter."""
    read = own(scan, saved)
    found = scores(scan, saved, read)
    chapters: list[Node] = []
    for chapter in scan.chapters:
        chapters.append(part(f"{chapter.title}: {interval(scan, found.chapters[chapter.id])}"))
        for criterion in scan.criteria_of(chapter.id):
            chapters.append(
                small(f"{criterion.number}. {criterion.title}: {interval(scan, found.criteria[criterion.id])}")
            )
            chapters.append(
                node(
                    "ul",
                    {"class": "scan-answers"},
                    [answer(scan, saved, read, line) for line in scan.lines_of(criterion.id)],
                )
            )
    return [
        say(filled_in(scan, read)),
        say(NO_VERDICT, kind="note"),
        part("Profiel"),
        say(how_to_read()),
        profile_by_chapter(scan, found, "de antwoorden in dit bestand"),
        profile_by_criterion(scan, found, "de antwoorden in dit bestand"),
        score_table(scan, found, "De scores in dit bestand"),
        part("Alle antwoorden"),
        *chapters,
    ]


def answer(scan: Scan, saved: Json, read: Read, line: Line) -> Node:
    """Return one line with its answer and notes."""
    reason = read.reasons.get(line.id)
    reasons = [("Reden", reason)] if reason else []
    notes = [(name, note_of(saved, line.id, key)) for key, name in NOTES]
    given = [*reasons, *((name, long_date(text) if name == "Wanneer" else text) for name, text in notes if text)]
    inner: list[Child] = [
        say(f"{line.number} {line.ask}", kind="ask"),
        say(answer_words(scan, read.answers.get(line.id)), kind="answer"),
    ]
    if given:
        inner.append(pairs(given))
    return node("li", {"data-scan-line": line.id}, *inner)


def group_part(scan: Scan, work: Work, today: str) -> list[Node]:
    """Return what a group says together."""
    return [*together(scan, work, today), *agenda(scan, work, today), *joint(scan, work, today)]
