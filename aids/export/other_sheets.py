"""Owns the sheets beside answers and scores: who answered what, the agenda, the actions, and what the workbook is.

Respondents stand under a number, in the order of what tells them apart, which is random: only where all of them agreed
to be recognisable their role and organisation are named. Runs in browser and build.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from aids.export import layout
from aids.export.plain_text import on_one_line
from aids.export.rows import Row, day
from aids.export.sheets import Cell, Column, Sheet
from aids.runtime.scan.agenda import agenda
from aids.runtime.scan.model import Scan
from aids.runtime.scan.results import Respondent, Together
from aids.runtime.scan.wording import answer_words, long_date
from aids.runtime.scan.work import Work, joint_of, mapping, promise_of, weights_of, words_of

PLACE = (Column(layout.LINE, 7, "narrow"), Column("Nr", 5), Column("In het kort", 40))
LONGEST_HEAD = 60
FOLLOWUPS = {"gedaan": "Gedaan", "loopt": "Loopt", "niet-gedaan": "Niet gedaan", "vervallen": "Vervallen"}

type Saved = Mapping[str, Any]


def group_sheet(scan: Scan, people: Sequence[Respondent], together: Together) -> Sheet:
    """Return every line by respondent."""
    placed = sorted(people, key=lambda person: person.ident)
    heads = [
        Column(_head(scan, number, person, shown=together.recognisable), 14)
        for number, person in enumerate(placed, start=1)
    ]
    rows = [
        [*_place(scan, line.id), *(answer_words(scan, person.answers.get(line.id)) for person in placed)]
        for line in scan.lines
    ]
    return Sheet(layout.GROUP, (*PLACE, *heads), rows, fixed=3)


def _head(scan: Scan, number: int, person: Respondent, *, shown: bool) -> str:
    """Return the head of a respondent's column."""
    if not shown:
        return f"Invuller {number}"
    roles = {role.id: role.label for role in scan.roles}
    parts = (roles.get(person.role, ""), on_one_line(person.organisation)[:LONGEST_HEAD])
    return f"{number}. " + ", ".join(part for part in parts if part)


def agenda_sheet(scan: Scan, saved: Saved, together: Together) -> Sheet:
    """Return the lines to talk about, the most pressing first, with what was agreed."""
    columns = (
        Column("Volgorde", 9, "whole"),
        *PLACE,
        Column("Verschil", 9, "number"),
        Column(layout.WEIGHT, 8, "whole"),
        Column("Voorrang", 9, "number"),
        Column("Weet het niet", 9, "whole"),
        Column("Afgesproken", 20),
        Column("Waarom zo", 40),
    )
    rows: list[list[Cell]] = []
    for number, item in enumerate(agenda(scan, together, weights_of(saved)), start=1):
        joint = joint_of(saved, item.line)
        said = (answer_words(scan, joint.answer), joint.reason) if joint else ("", "")
        figures = (float(item.difference), item.weight, float(item.priority), item.unknown)
        rows.append([number, *_place(scan, item.line), *figures, *said])
    return Sheet(layout.AGENDA, columns, rows, fixed=4)


def actions_sheet(work: Work, rows: Sequence[Row]) -> Sheet:
    """Return what would be done, by whom and when; and of last time what was promised and what became of it."""
    columns = (
        *PLACE,
        Column("Actie", 44),
        Column("Wie", 18),
        Column("Wanneer", 12, "date"),
        Column("Actie van vorige keer", 34),
        Column("Hoe ging het daarmee", 14),
        Column("Toelichting daarop", 30),
    )
    followup = mapping(work.saved.get("followup"))
    cells: list[list[Cell]] = []
    for row in rows:
        kept, earlier = mapping(followup.get(row.line.id)), promise_of(work.earlier or {}, row.line.id)
        notes = row.notes
        if notes["action"] or kept or earlier:
            now = (notes["action"], notes["owner"], day(notes["date"]))
            then = ", ".join(part for part in earlier or () if part)
            state = FOLLOWUPS.get(words_of(kept, "state"), "")
            cells.append([*row.place, *now, then, state, words_of(kept, "note")])
    return Sheet(layout.ACTIONS, columns, cells, fixed=3)


def about_sheet(scan: Scan, saved: Saved, today: str, size: int) -> Sheet:
    """Return what the workbook is, where it comes from, and by which rule it reckons."""
    by = mapping(saved.get("by"))
    of_scan = {name: words_of(saved, name) or value for name, value in _of_scan(scan).items()}
    of_whom: list[list[Cell]] = [["Van wie de antwoorden zijn", OF_THE_GROUP]] if size else []
    facts: list[list[Cell]] = [
        ["Wat dit is", f"Werkmap van: {scan.title}. {scan.about}"],
        ["Hoe de scores zijn berekend", rule(scan)],
        ["Hoe u dit controleert", CHECKING],
        ["Wat terug kan", GOING_BACK],
        *of_whom,
        ["Gemaakt op", long_date(today)],
        [layout.FORMAT, words_of(saved, "format")],
        [layout.SCHEMA, "1"],
        [layout.TREE, of_scan["tree"]],
        [layout.VERSION, of_scan["version"]],
        [layout.RULES, of_scan["rules"]],
        [layout.SAVED, words_of(saved, "saved")],
        [layout.SIZE, str(max(size, 1))],
        [layout.ROLE, words_of(by, "role")],
        [layout.ORGANISATION, words_of(by, "organisation")],
        [layout.RECOGNISABLE, layout.YES if by.get("recognisable") is True else layout.NO],
        [layout.WHO, "" if size else words_of(by, "id")],
    ]
    return Sheet(layout.ABOUT, (Column(layout.WHAT, 28), Column(layout.VALUE, 110)), facts)


def rule(scan: Scan) -> str:
    """Return how the scores are worked out."""
    steps = ", ".join(f"{step.label.lower()} is {step.points}" for step in scan.scale)
    return (
        f"Elk antwoord telt in punten: {steps}. ‘Niet van toepassing’ telt niet mee, als er staat waarom niet. "
        f"‘Weet ik niet’ en een leeg antwoord kunnen nog alles zijn: daarom heeft elke score een ondergrens (minstens, "
        f"alsof het 0 is) en een bovengrens (hoogstens, alsof het {scan.top} is). Een criterium is het gemiddelde van "
        "zijn vragen. Een hoofdstuk en het geheel zijn het gewogen gemiddelde van hun criteria. Elk criterium weegt 1, "
        "tenzij op het blad Scores iets anders staat."
    )


CHECKING = (
    "De scores zijn formules. Kies op het blad Antwoorden een ander antwoord of zet op het blad Scores een ander "
    "gewicht, en ze rekenen mee. De laatste drie kolommen van Scores tonen de tussenstappen."
)
OF_THE_GROUP = (
    "De antwoorden op het blad Antwoorden zijn die van de groep: wat is afgesproken, en anders wat alle invullers die "
    "het weten hetzelfde antwoordden. Bij een lege cel is er nog geen gezamenlijk antwoord."
)
GOING_BACK = (
    "Antwoorden, bewijs, notities, acties en gewichten zijn op de pagina van de scan weer te openen, ook als u ze hier "
    "hebt veranderd. Antwoorden van anderen, afspraken en hoe het met acties ging gaan alleen mee in het bewaarbestand "
    "(HTML of JSON)."
)


def _of_scan(scan: Scan) -> dict[str, str]:
    return {"tree": scan.id, "version": scan.version, "rules": scan.rules}


def _place(scan: Scan, ident: str) -> tuple[str, str, str]:
    line = next(line for line in scan.lines if line.id == ident)
    return line.id, line.number, line.short
