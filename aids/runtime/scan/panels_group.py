"""Owns the panels of a group: `together` with who responded, the heat map and the lines, `agenda`, and `joint`.

A role is only named apart where `Together.shown` has it; of the others only their number is told, and the order of the
columns tells nothing. Runs in browser and build.
"""

from collections.abc import Sequence

from aids.runtime.markup import Child, Node, node
from aids.runtime.scan.agenda import agenda as agenda_of
from aids.runtime.scan.model import UNKNOWN, Line, Scan
from aids.runtime.scan.panels_parts import (
    Row,
    bullets,
    fold,
    numbered,
    pairs,
    part,
    room,
    say,
    scrolls,
    small,
    table,
    title,
)
from aids.runtime.scan.panels_result import named
from aids.runtime.scan.panels_scores import how_to_read, profile_by_chapter, score_table
from aids.runtime.scan.pictures_heat import LARGEST, heat, ordered
from aids.runtime.scan.pictures_spread import counted, strip
from aids.runtime.scan.reckoned import group, respondents
from aids.runtime.scan.results import AgendaItem, LineTogether, Respondent, Split, Together
from aids.runtime.scan.wording import (
    answer_signs,
    answer_words,
    count,
    duration,
    listing,
    middle,
    plain,
    sign,
    signs,
    spread_counts,
)
from aids.runtime.scan.work import Joint, Json, Work, joint_of, weights_of

NOBODY_YET = (
    "Er zijn nog geen bestanden van invullers bij elkaar. Laad ze samen in; dan ziet u hier waar zij verschillen."
)
LONG_TALK, SHORT_TALK = 10, 5
"""Minutes for a line on which answers lie far apart, and for another: an estimate of the editors."""

MEETING = 90
"""Minutes that a conversation lasts before it needs a second one."""


def together(scan: Scan, work: Work, today: str) -> list[Node]:  # noqa: ARG001  as every panel
    """Return who responded and what they say: the heat map, each line, and the profile of what they agree on."""
    found = group(scan, work.saved)
    if found is None:
        return [title("Samen"), say(NOBODY_YET)]
    people = ordered(scan, respondents(scan, work.saved))
    return [
        title("Samen"),
        say(f"{count(found.size, 'invuller', 'invullers')}. {agreed_words(scan, found)}"),
        who(scan, found, people, " De nummers van de kolommen:"),
        part("Alle antwoorden naast elkaar"),
        *side_by_side(scan, found, people),
        part("Per vraag"),
        line_table(scan, found),
        *role_table(scan, found),
        part("Profiel van wat gedeeld is"),
        say(
            "Gedeeld is: samen afgesproken, of iedereen die het weet zegt hetzelfde. De rest telt als onbekend. "
            + how_to_read()
        ),
        profile_by_chapter(scan, found.profile, "wat de groep deelt"),
        score_table(scan, found.profile, "De scores van wat de groep deelt"),
    ]


def agreed_words(scan: Scan, found: Together) -> str:
    """Return on how many lines the group agrees."""
    differ = sum(1 for line in found.lines.values() if line.difference)
    unknown = sum(1 for line in found.lines.values() if not line.all.known)
    return f"Op {differ} van de {count(len(scan.lines), 'vraag', 'vragen')} verschillen de scores." + (
        f" Bij {count(unknown, 'vraag', 'vragen')} geeft niemand een score." if unknown else ""
    )


def who(scan: Scan, found: Together, people: Sequence[Respondent], numbers: str) -> Node:
    """Return who responded: how many by role; organisations only where everyone agreed to be recognisable.

    `numbers` says what the places of the people in their row stand for; "" if for nothing.
    """
    rows = [Row([role.label, str(found.roles.get(role.id, 0))]) for role in scan.roles]
    inner: list[Child] = [
        part("Wie vulde in"),
        table("Invullers per rol", ("Rol", "Aantal"), [*rows, Row(["Samen", str(found.size)], strong=True)]),
    ]
    if found.hidden:
        inner.append(say(found.hidden, kind="note"))
    if found.recognisable:
        labels = {role.id: role.label for role in scan.roles}
        names = [
            f"{f'{place}: ' if numbers else ''}"
            + (", ".join(text for text in (labels.get(person.role), person.organisation) if text) or "Geen rol gekozen")
            for place, person in enumerate(people, start=1)
        ]
        inner += [say(f"Iedereen stemde ermee in om herkenbaar te zijn.{numbers}"), bullets(names)]
    return node("div", {"class": "scan-who", "data-scan-part": "who"}, *inner)


def side_by_side(scan: Scan, found: Together, people: Sequence[Respondent]) -> list[Node]:
    """Return the heat map with its table; with very many respondents only why it is not there."""
    if len(people) > LARGEST:
        return [
            say(
                f"Met meer dan {LARGEST} invullers zegt een beeld van alle antwoorden niets meer. "
                "Zie de telling per vraag."
            )
        ]
    head = ["Vraag", *(str(place + 1) for place in range(len(people)))]
    rows = [
        Row([named(line), *(sign(scan, person.answers.get(line.id)) for person in people)], line=None)
        for line in scan.lines
    ]
    caption = "Alle antwoorden: een rij is een vraag, een kolom een invuller"
    return [
        say(f"Een rij is een vraag, een kolom een invuller. {signs(scan)} Hoe hoger de balk, hoe hoger de score."),
        say(
            "De kolommen staan op volgorde van de antwoorden, de hoogste eerst."
            + ("" if found.recognisable else " De volgorde zegt niet wie het is.")
        ),
        scrolls("Beeld van alle antwoorden", heat(scan, "Alle antwoorden", people)),
        fold("Dezelfde antwoorden als tabel", table(caption, head, rows, "heat")),
    ]


def line_table(scan: Scan, found: Together) -> Node:
    """Return per line how often each answer was given, and how far the answers lie apart."""
    rows = []
    for line in scan.lines:
        counts = [str(times) for _, _, times in spread_counts(scan, found.lines[line.id].all, found.size)]
        apart = plain(found.lines[line.id].difference)
        agreed = found.agreed.get(line.id)
        shared = "Nog niet" if is_open(agreed, found.lines[line.id].all) else answer_words(scan, agreed)
        rows.append(Row([named(line), *counts, apart, shared]))
    head = ("Vraag", *answer_signs(scan), "Verschil", "Gedeeld antwoord")
    return table(f"Hoe vaak elk antwoord gegeven is. {signs(scan)}", head, rows, "counts")


def is_open(answer: str | None, split: Split) -> bool:
    """Return whether a group has no shared answer though some know: other than what nobody knows."""
    return answer == UNKNOWN and any(times for given, times in split.counts.items() if given != UNKNOWN)


def role_table(scan: Scan, found: Together) -> list[Node]:
    """Return per line the middle score of each role that may be shown apart."""
    if not found.shown:
        return []
    labels = role_labels(scan, found)
    rows = [
        Row([named(line), *(median_words(found.lines[line.id], role) for role in found.shown)]) for line in scan.lines
    ]
    head = ("Vraag", *(labels[role] for role in found.shown))
    return [
        say("De middelste score per rol. Een streepje: niemand in die rol gaf een score."),
        table("De middelste score per rol", head, rows, "roles"),
    ]


def role_labels(scan: Scan, found: Together) -> dict[str, str]:
    """Return the words for the roles that may be shown apart."""
    return {role.id: role.label for role in scan.roles if role.id in found.shown}


def median_words(line: LineTogether, role: str) -> str:
    """Return the middle score of a role, or a dash."""
    median = line.roles[role].median
    return "–" if median is None else middle(median)


def agenda(scan: Scan, work: Work, today: str) -> list[Node]:  # noqa: ARG001  as every panel
    """Return what to talk about, in order, with for each line what differs, who could know, and room for the answer."""
    found = group(scan, work.saved)
    if found is None:
        return [title("Agenda voor het gesprek"), say(NOBODY_YET)]
    items = agenda_of(scan, found, weights_of(work.saved))
    if not items:
        return [
            title("Agenda voor het gesprek"),
            say(
                "Alle invullers zeggen op elke vraag hetzelfde, en iedereen weet het. "
                "Praat over wat er als eerste beter moet."
            ),
        ]
    lines = {line.id: line for line in scan.lines}
    total = sum(minutes(item) for item in items)
    return [
        title("Agenda voor het gesprek"),
        say(
            f"{count(len(items), 'vraag', 'vragen')} om over te praten, waar u het meest verschilt bovenaan. Reken op "
            f"{duration(total)}, naar schatting.{too_long(total)}"
        ),
        say("Vraag eerst wat ieder ziet, en waaraan. Niemand hoeft te zeggen wat hij of zij invulde."),
        say(signs(scan)),
        *([] if found.shown else [say("Rollen staan hier niet apart. Waarom niet, staat bij ‘Wie vulde in’.")]),
        numbered([agenda_item(scan, work.saved, found, item, lines[item.line]) for item in items], "agenda"),
    ]


def too_long(total: int) -> str:
    """Return a warning if the talk does not fit one meeting."""
    return " Dat past niet in één overleg: begin bovenaan en plan een vervolg." if total > MEETING else ""


def minutes(item: AgendaItem) -> int:
    """Return the estimated time for an item."""
    return LONG_TALK if item.difference >= 1 else SHORT_TALK


def agenda_item(scan: Scan, saved: Json, found: Together, item: AgendaItem, line: Line) -> Node:
    """Return one item of the agenda."""
    split = found.lines[line.id]
    counts = spread_counts(scan, split.all, found.size)
    inner: list[Child] = [
        small(named(line), 3),
        say(line.ask, kind="ask"),
        strip(f"Antwoorden op {line.number}", counts),
        say(f"Zo vaak gekozen: {counted(counts)}. {difference_words(scan, split, item)}"),
        *role_words(scan, found, split),
        *unknown_words(scan, found, split, item),
        say(f"Tijd: ongeveer {minutes(item)} minuten."),
    ]
    given = joint_of(saved, line.id)
    return node("li", {"class": "scan-item", "data-scan-line": line.id}, *inner, room(*joint_words(scan, given)))


def difference_words(scan: Scan, split: LineTogether, item: AgendaItem) -> str:
    """Return how far the answers lie apart, in a sentence."""
    weight = f" Dit criterium telt {item.weight} keer." if item.weight > 1 else ""
    if split.spread is None or split.spread[0] == split.spread[1]:
        known = "Wie een score gaf, gaf dezelfde." if split.all.known else "Niemand gaf een score."
        return known + weight
    low, high = (scan.scale[points].label.lower() for points in split.spread)
    return (
        f"De scores lopen van {low} tot {high}; twee invullers verschillen gemiddeld {plain(item.difference)}.{weight}"
    )


def role_words(scan: Scan, found: Together, split: LineTogether) -> list[Child]:
    """Return how the roles that may be shown see it, and which lie far apart."""
    labels = role_labels(scan, found)
    known = [(role, answers.median) for role, answers in split.roles.items() if answers.median is not None]
    if not known:
        return []
    parts = [f"{labels[role]} {middle(median)}" for role, median in known]
    far = [f"{labels[one]} en {labels[other]}" for one, other in split.apart]
    apart = f" Ver uit elkaar: {listing(far)}." if far else ""
    return [say(f"Middelste score per rol: {', '.join(parts)}.{apart}")]


def unknown_words(scan: Scan, found: Together, split: LineTogether, item: AgendaItem) -> list[Child]:
    """Return how many do not know, and who could tell."""
    if not item.unknown:
        return []
    labels = role_labels(scan, found)
    know = found.size - item.unknown
    asked = f" Vraag het aan: {listing([labels[role] for role in split.answerable])}." if split.answerable else ""
    others = f" {count(know, 'invuller weet', 'invullers weten')} het wel." if know else " Zoek uit wie het kan weten."
    people = count(item.unknown, "invuller weet", "invullers weten")
    return [say(f"{people} het niet.{others}{asked}")]


def joint_words(scan: Scan, given: Joint | None) -> list[Child]:
    """Return the joint answer with its reason, or what to fill in."""
    if given is None:
        return [say("Gezamenlijk antwoord, en waarom:")]
    left_out = f" ({given.left_out})" if given.left_out else ""
    reason = given.reason or "geen reden opgeschreven"
    return [say(f"Gezamenlijk antwoord: {answer_words(scan, given.answer)}{left_out}. Waarom: {reason}")]


def joint(scan: Scan, work: Work, today: str) -> list[Node]:  # noqa: ARG001  as every panel
    """Return the joint answers with their reasons."""
    found = [(line, given) for line in scan.lines if (given := joint_of(work.saved, line.id)) is not None]
    if not found:
        return [title("Gezamenlijke antwoorden"), say("Er zijn nog geen gezamenlijke antwoorden.")]
    rows = []
    for line, given in found:
        left_out = [("Niet van toepassing, want", given.left_out)] if given.left_out else []
        reason = given.reason or "Geen reden opgeschreven"
        cell = pairs([*left_out, ("Waarom", reason)]) if left_out else reason
        rows.append(Row([named(line), answer_words(scan, given.answer), cell], line=line.id))
    head = ("Vraag", "Antwoord", "Waarom")
    return [
        title("Gezamenlijke antwoorden"),
        say(
            f"{len(found)} van de {count(len(scan.lines), 'vraag', 'vragen')}. "
            "Wat ieder apart antwoordde, blijft bewaard zoals het was."
        ),
        table("Wat de groep samen antwoordt", head, rows, "joint"),
    ]
