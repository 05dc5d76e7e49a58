"""Owns the VW8xx entries of the catalogue: what the proof of a tree finds. Each sample is a tree that is then proven.

Used by `aids.compiler.catalogue` only; raised by `aids.compiler.proof`. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry
from aids.compiler.catalogue_samples import advice, case, claim, items, policy, question

_WORDS = 170
"""Characters shown of one answer in words, or of one sentence of the author."""

_NEVER = "nu-gevaar in {ja} and nu-gevaar in {nee}"
_BRUISE = "    any_of: {blauw: Blauwe plek}\n    none: {geen: Geen van deze}\n    unknown: {onbekend: Weet ik niet}\n"
_FLOOR = "    floors:\n      - {floor: %s, when: '%s', melden: %s, say: Overleg., basis: norm, sources: [norm#1]}\n"
_TWO = "    at_most_one: [bel-112, overleg]\n"
_GIVEN = "    if: nu-gevaar in {ja}\n    then: bel-112\n"
_ONLY = "    if: bel-112\n    then: nu-gevaar in {ja}\n"
_URGENT = case(expect="{advice: [bel-112], urgency: {bel-112: nu}}")
_CALM = case(
    given="{nu-gevaar: nee}", expect="{without: [bel-112]}", ident="geen-gevaar", why="Anders stond het er altijd."
)
_SURE = claim(_GIVEN) + items(claim(_ONLY, ident="alleen-dan", say="112 staat er alleen bij gevaar")) + _URGENT


def _overleg(when: str, ident: str = "overleg") -> str:
    """Return a sample: advice to consult."""
    return advice(ident=ident, when=when, title="Overleg eerst")


def _care(when: str) -> str:
    """Return a sample: advice about the injury."""
    return advice(ident="verzorgen", when=when, title="Verzorg het letsel")


def _table(*, row: str = "T1", when: str = "nu-gevaar in {nee}", otherwise: str = "nu-gevaar in {onbekend}") -> str:
    """Return a sample: a decision with a row for danger, one more row, and where no row needs to hold."""
    rest = "say: Overleg., basis: norm, sources: [norm#1]}"
    declared = f"    otherwise: {{when: '{otherwise}', melden: overleg, {rest}\n"
    return (
        "decisions:\n  - id: weging\n    title: De weging\n    gives:\n      melden:\n        label: Melden\n"
        "        values: {nu: Nu melden, overleg: Eerst overleg}\n"
        f"    rows:\n      - {{row: T0, when: 'nu-gevaar in {{ja}}', melden: nu, {rest}\n"
        f"      - {{row: {row}, when: '{when}', melden: overleg, {rest}\n"
        + (declared if otherwise else f"    otherwise: ⟦{{⟧melden: overleg, {rest}\n")
    )


ENTRIES = (
    Entry(
        code="VW801",
        title="Vraag geldt nooit",
        message="‘{question}’ geldt in geen enkel geval: {reason}.",
        why="Wat niemand ooit te zien krijgt, is meestal een vergissing in een voorwaarde.",
        remedy="Verbeter de voorwaarde bij when, of haal de vraag weg.",
        bad=question("    purpose: record\n    text: {max: 9}\n", ident="⟦letsel⟧", when=_NEVER),
        good=question("    purpose: record\n    text: {max: 9}\n", when="nu-gevaar in {ja}"),
        widest=_WORDS,
    ),
    Entry(
        code="VW802",
        title="Antwoord verandert niets",
        message="Op ‘{question}’ maakt ‘{answer}’ nergens verschil.",
        why="Een antwoord dat niets verandert, wekt de indruk dat het telt.",
        remedy="Laat een advies of rij ervan afhangen, haal het weg, of maak er purpose: record van.",
        bad=question(_BRUISE.replace("blauw", "⟦blauw⟧").replace("}\n    none", ", schram: Schram}\n    none"))
        + _care("letsel in {schram, onbekend}"),
        good=question(_BRUISE) + _care("letsel in {blauw, onbekend}"),
    ),
    Entry(
        code="VW803",
        title="Advies wordt nooit gegeven",
        message="‘{advice}’ wordt in geen enkel geval gegeven: {reason}.",
        why="Wat nooit verschijnt, helpt niemand; meestal is een voorwaarde te streng.",
        remedy="Verbeter de voorwaarde, of haal het advies weg.",
        bad=_overleg(_NEVER, ident="⟦overleg⟧"),
        good=_overleg("nu-gevaar in {nee}"),
        widest=_WORDS,
    ),
    Entry(
        code="VW804",
        title="Rij kan niet gelden",
        message="Rij ‘{row}’ kan nooit gelden: {reason}.",
        why="Een rij met een tegenspraak beslist nooit, terwijl zij er op papier wel staat.",
        remedy="Verbeter de voorwaarde van de rij, of haal de rij weg.",
        bad=_table(row="⟦T1⟧", when=_NEVER, otherwise="nu-gevaar in {nee, onbekend}"),
        good=_table(),
        widest=_WORDS,
    ),
    Entry(
        code="VW805",
        title="Rij komt nooit aan de beurt",
        message="Rij ‘{row}’ beslist nooit: waar zij geldt, gaat altijd een rij erboven voor ({rows}).",
        why="De eerste rij die geldt, beslist. Deze rij lijkt iets te regelen dat zij niet regelt.",
        remedy="Zet de rij hoger, maak de rij erboven strenger, of haal deze rij weg.",
        bad=_table(row="⟦T1⟧", when="nu-gevaar in {ja}", otherwise="nu-gevaar in {nee, onbekend}"),
        good=_table(),
    ),
    Entry(
        code="VW806",
        title="Er past geen rij",
        message="In ‘{decision}’ past soms geen rij: {words}.",
        why="Alleen waar otherwise dat met when zegt, hoeft geen rij te gelden; elders is er een geval vergeten.",
        remedy="Voeg een rij toe voor dit geval, of noem het bij otherwise onder when.",
        bad=_table(otherwise=""),
        good=_table(),
        widest=_WORDS,
    ),
    Entry(
        code="VW807",
        title="Ondergrens verhoogt nooit",
        message="Ondergrens ‘{floor}’ verandert in geen enkel geval iets: {reason}.",
        why="Een ondergrens die niets verhoogt, geeft schijnzekerheid.",
        remedy="Verbeter de voorwaarde van de ondergrens, of haal haar weg.",
        bad=_table() + _FLOOR % ("⟦F1⟧", "nu-gevaar in {ja}", "overleg"),
        good=_table() + _FLOOR % ("F1", "nu-gevaar in {onbekend}", "nu"),
        widest=_WORDS,
    ),
    Entry(
        code="VW808",
        title="Bewering klopt niet",
        message="‘{say}’ klopt niet{where}: {words}.",
        why="Een bewering moet in alle gevallen waar zijn; dit geval weerlegt haar.",
        remedy="Verbeter de regels, of de bewering als die te veel belooft.",
        bad=_overleg("nu-gevaar in {nee}")
        + claim("    if: nu-gevaar in {ja}\n    then: overleg\n", ident="⟦gevaar-112⟧"),
        good=_overleg("nu-gevaar in {nee}") + claim(_GIVEN),
        widest=_WORDS,
    ),
    Entry(
        code="VW809",
        title="Afspraak wordt niet nagekomen",
        message="‘{say}’ wordt niet nagekomen{where}: {words}.",
        why="Een afspraak over adviezen moet in alle gevallen gelden; in dit geval is zij geschonden.",
        remedy="Verbeter de voorwaarden van de adviezen, of de afspraak.",
        bad=_overleg("nu-gevaar in {ja, onbekend}") + policy(_TWO).replace("een-route", "⟦een-route⟧"),
        good=_overleg("nu-gevaar in {nee, onbekend}") + policy(_TWO),
        widest=_WORDS,
    ),
    Entry(
        code="VW810",
        title="Voorbeeld komt anders uit",
        message="‘{example}’ komt anders uit dan verwacht: {wrong}.",
        why="De verwachting komt van een mens met de bron ernaast. Een van beide klopt niet meer.",
        remedy="Kijk in de bron wat hier moet gelden, en verbeter de regels of het voorbeeld.",
        bad=case(given="{nu-gevaar: nee}", ident="⟦gevaar-nu⟧"),
        good=case(),
        widest=_WORDS,
    ),
    Entry(
        code="VW811",
        title="Niet op tijd bewezen",
        message="Dit kon niet op tijd worden bewezen: {subjects}.",
        why="Wat niet is bewezen, geldt niet als bewezen.",
        remedy="Maak de voorwaarden eenvoudiger, splits de bewering, of probeer het op een snellere computer.",
        bad="id: ⟦voorbeeld⟧\n",
        good="id: voorbeeld\n",
    ),
    Entry(
        code="VW812",
        title="Voorwaarde is overbodig",
        message="Zonder ‘{term}’ verandert er in geen enkel geval iets.",
        why="Een overbodige voorwaarde doet de lezer denken dat zij telt, en verbergt soms een vergissing.",
        remedy="Haal haar weg, of verbeter haar als zij iets anders had moeten zeggen.",
        bad=_SURE + advice(when="⟦nu-gevaar in {ja} and nu-gevaar in {ja, nee}⟧"),
        good=_SURE,
        widest=_WORDS,
    ),
    Entry(
        code="VW813",
        title="Fout zou niet opvallen",
        message="Niets merkt het als dit verandert: {mutant}.",
        why="Elke regel hoort bewaakt te worden door een voorbeeld, een bewering of een afspraak.",
        remedy="Schrijf bij het voorgestelde geval, met de bron ernaast, wat er hoort uit te komen.",
        severity="warning",
        bad=_URGENT + items(_CALM) + advice(when="⟦nu-gevaar in {ja}⟧"),
        good=_SURE,
        widest=_WORDS,
    ),
)
