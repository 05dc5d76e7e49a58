"""Owns the entries VW271 and on of the catalogue: a scan whose parts do not fit together.

Used by `aids.compiler.catalogue` only. A sample holds the sections that matter; the rest is that of a sound scan with
the chapter `visie`, the criterion `c1` and the line `c1`, and two levels. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry

_SECOND = "  - {id: zicht, title: Zicht, sources: [norm#1]}\n"
_CHAPTERS = "chapters:\n  - {id: visie, title: Visie, sources: [norm#1]}\n"


def _criterion(*, ident: str = "c2", chapter: str = "visie", number: str = "2", rest: str = "") -> str:
    """Return an item: one criterion."""
    return f"  - {{id: {ident}, number: {number}, chapter: {chapter}, title: Opdracht, {rest}sources: [norm#1]}}\n"


def _line(
    *,
    ident: str = "c2",
    number: str = "2",
    criterion: str = "c2",
    short: str = "Opdracht op papier",
    page: str = "index.md",
) -> str:
    """Return an item: one line."""
    return (
        f"  - id: {ident}\n    number: {number}\n    criterion: {criterion}\n    short: {short}\n"
        "    ask: Staat de opdracht op papier?\n    why: Dan weet ieder wie wat doet.\n"
        f"    evidence: [Een besluit van het college]\n    page: {page}\n    sources: [norm#1]\n"
    )


def _levels(*items: str) -> str:
    """Return the levels."""
    return "levels:\n" + "".join(f"  - {{id: {item}}}\n" for item in items)


_GOOD = "criteria:\n" + _criterion() + "lines:\n" + _line()
_GOOD_LEVELS = _levels("begin, label: Begin, from: 0, below: 1", "klaar, label: Klaar, from: 1, to: 1")

ENTRIES = (
    Entry(
        code="VW271",
        title="Hoort niet in een zelfscan",
        message="‘{key}’ hoort niet in een zelfscan.",
        why="Een zelfscan heeft regels op een schaal en rekent; zij adviseert niet over een geval en kent geen delen.",
        remedy="Haal het weg, of maak er een eigen keuzehulp van.",
        form="scan",
        bad="⟦advice⟧:\n  - {id: bel, title: Bel}\n",
        good=_GOOD,
    ),
    Entry(
        code="VW272",
        title="Gewicht in het bestand",
        message="Een gewicht hoort niet in het bestand.",
        why="Elk criterium telt even zwaar, tot wie de scan invult zelf anders kiest. Het rapport zegt dat dan.",
        remedy="Haal weight weg.",
        form="scan",
        bad="criteria:\n" + _criterion(rest="⟦weight⟧: 2, ") + "lines:\n" + _line(),
        good=_GOOD,
    ),
    Entry(
        code="VW273",
        title="Onbekend hoofdstuk of criterium",
        message="Er is geen {sort} ‘{id}’.",
        why="Een regel hoort bij een criterium en een criterium bij een hoofdstuk; anders telt het nergens mee.",
        remedy="Noem de id van een hoofdstuk onder chapters, of van een criterium onder criteria.",
        form="scan",
        bad="lines:\n" + _line(criterion="⟦d1⟧"),
        good="lines:\n" + _line(criterion="c1"),
    ),
    Entry(
        code="VW274",
        title="Leeg hoofdstuk of criterium",
        message="Bij {sort} ‘{id}’ hoort geen enkele {part}.",
        why="Er is dan niets in te vullen, en er is geen score.",
        remedy="Zet er iets bij, of haal het weg.",
        form="scan",
        bad="criteria:\n" + _criterion(ident="⟦c2⟧"),
        good=_GOOD,
    ),
    Entry(
        code="VW275",
        title="Staat niet bij zijn hoofdstuk of criterium",
        message="‘{id}’ hoort bij ‘{holder}’, maar staat na iets van een later hoofdstuk of criterium.",
        why="De pagina, de agenda en het rapport volgen de volgorde van het bestand.",
        remedy="Zet het bij de rest van ‘{holder}’, of verander de volgorde van chapters of criteria.",
        form="scan",
        bad="criteria:\n" + _criterion() + "lines:\n" + _line() + _line(ident="⟦c1b⟧", number="1b", criterion="c1"),
        good="criteria:\n" + _criterion() + "lines:\n" + _line(ident="c1b", number="1b", criterion="c1") + _line(),
    ),
    Entry(
        code="VW276",
        title="Nummer twee keer gebruikt",
        message="Het nummer ‘{number}’ is al gebruikt, op regel {line}.",
        why="In een gesprek noemen mensen een regel bij zijn nummer.",
        remedy="Schrijf het nummer dat de bron eraan geeft.",
        form="scan",
        bad="criteria:\n" + _criterion() + "lines:\n" + _line(number="⟦1⟧"),
        good=_GOOD,
    ),
    Entry(
        code="VW277",
        title="Korte tekst te lang",
        message="De korte tekst telt {length} tekens; {longest} is het meeste.",
        why="Zij staat in tabellen en plaatjes, ook op een telefoon.",
        remedy="Kort de tekst in; de hele vraag staat onder ask.",
        form="scan",
        bad="criteria:\n"
        + _criterion()
        + "lines:\n"
        + _line(short="⟦De opdracht van elk team en van elke partner staat op papier, met een datum⟧"),
        good=_GOOD,
    ),
    Entry(
        code="VW278",
        title="Niveau kan zo niet",
        message="Niveau ‘{id}’ kan zo niet: {reason}.",
        why="Elke score krijgt precies één niveau.",
        remedy="Schrijf from, en below (tot, zelf niet mee) of to (tot en met).",
        form="scan",
        bad=_levels("begin, label: Begin, from: 0, below: 1", "⟦klaar⟧, label: Klaar, from: 1, below: 1"),
        good=_GOOD_LEVELS,
    ),
    Entry(
        code="VW279",
        title="Score zonder niveau",
        message="Een score {gap} heeft geen niveau, bijvoorbeeld {witness}.",
        why="Wie zo scoort, ziet geen woorden bij de score.",
        remedy="Laat elk niveau beginnen waar het vorige ophoudt; het laatste eindigt met to: de hoogste score.",
        form="scan",
        bad=_levels("⟦begin⟧, label: Begin, from: 0, below: 0.5", "klaar, label: Klaar, from: 1, to: 1"),
        good=_GOOD_LEVELS,
    ),
    Entry(
        code="VW280",
        title="Score met twee niveaus",
        message="Een score {shared} heeft twee niveaus, ‘{first}’ en ‘{second}’; bijvoorbeeld {witness}.",
        why="Elke score krijgt precies één niveau.",
        remedy="Laat elk niveau beginnen waar het vorige ophoudt, met below bij het vorige.",
        form="scan",
        bad=_levels("begin, label: Begin, from: 0, to: 1", "⟦klaar⟧, label: Klaar, from: 1, to: 1"),
        good=_GOOD_LEVELS,
    ),
    Entry(
        code="VW281",
        title="Niveaus niet van laag naar hoog",
        message="Niveau ‘{id}’ begint lager dan ‘{other}’, dat ervoor staat.",
        why="De niveaus worden in deze volgorde getoond.",
        remedy="Zet de niveaus van laag naar hoog.",
        form="scan",
        bad=_levels("klaar, label: Klaar, from: 1, to: 1", "⟦begin⟧, label: Begin, from: 0, below: 1"),
        good=_GOOD_LEVELS,
    ),
    Entry(
        code="VW282",
        title="Pagina bij een regel bestaat niet",
        message="De pagina ‘{page}’ bestaat niet.",
        why="Wie wil lezen wat de regel vraagt, komt dan nergens.",
        remedy="Schrijf het pad van de pagina vanaf docs/, zoals handboeken/index.md#anker.",
        form="scan",
        bad="criteria:\n" + _criterion() + "lines:\n" + _line(page="⟦indeks.md⟧"),
        good=_GOOD,
    ),
    Entry(
        code="VW283",
        title="Plaats bij een regel bestaat niet",
        message="Op de pagina ‘{page}’ is geen plaats ‘{anchor}’.",
        why="De lezer komt bovenaan de pagina uit en moet zoeken.",
        remedy="Zet {{#anker}} achter de kop of in de cel op die pagina, of verbeter wat er na ‘#’ staat.",
        form="scan",
        bad="criteria:\n" + _criterion() + "lines:\n" + _line(page="⟦index.md#kop⟧"),
        good=_GOOD,
    ),
)
