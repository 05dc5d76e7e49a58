"""Owns the VW2xx entries of the catalogue: a tree whose keys, values or references have the wrong form.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry

_STEP = "  - {id: gevaar, title: Gevaar, sources: [norm#1]}\n"


def _question(lines: str, *, purpose: str = "", ident: str = "letsel") -> str:
    """Return a sample: one question, with the lines that say what kind it is."""
    return (
        f"questions:\n  - id: {ident}\n    step: gevaar\n{purpose}    ask: Is er letsel?\n    short: Letsel\n"
        f"{lines}    sources: [norm#1]\n"
    )


def _advice(title: str = "Bel 112", rest: str = "") -> str:
    """Return a sample: one advice."""
    return (
        f"advice:\n  - id: bel-112\n    when: nu-gevaar in {{ja}}\n    urgency: nu\n    title: {title}\n"
        f"    do: [Bel 112.]\n{rest}    sources: [norm#1]\n"
    )


def _decision(
    *,
    values: str = "{nu: Nu melden, overleg: Eerst overleg, geen: Geen norm vastgesteld}",
    name: str = "melden",
    value: str = "nu",
    advice: str = "[bel-112]",
    floor: str = "melden: overleg, ",
) -> str:
    """Return a sample: one decision with one row and one floor."""
    return (
        "decisions:\n  - id: weging\n    title: De weging\n"
        f"    gives:\n      {name}: {{label: Melden, values: {values}, closing: [geen]}}\n"
        f"    rows:\n      - {{row: T0, when: 'nu-gevaar in {{ja}}', melden: {value}, say: Meld nu., basis: norm,\n"
        f"         advice: {advice}, sources: [norm#1]}}\n"
        "    otherwise: {melden: overleg, say: Overleg eerst., basis: praktijk, sources: [norm#1]}\n"
        f"    floors:\n      - {{floor: F1, when: 'nu-gevaar in {{onbekend}}', {floor}say: Overleg., basis: praktijk,\n"
        "         sources: [norm#1]}\n"
    )


_YES_NO = "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n"
_ANY = (
    "    any_of: {wurgen: Verwurging, wapen: Een wapen}\n    none: {geen: Geen}\n    unknown: {onbekend: Weet niet}\n"
)
_DUTY = "    purpose: duty\n"
_REASONS = "    reasons: {onveilig: Niet veilig}\n"
_RECORD = "    purpose: record\n"

ENTRIES = (
    Entry(
        code="VW201",
        title="Onbekende sleutel",
        message="De sleutel ‘{key}’ bestaat hier niet.",
        why="Wat onder een onbekende sleutel staat, zou stil verdwijnen.",
        remedy="Hier mogen staan: {known}.",
        bad="steps:\n  - {id: gevaar, ⟦titel⟧: Gevaar, title: Gevaar, sources: [norm#1]}\n",
        good="steps:\n" + _STEP,
    ),
    Entry(
        code="VW202",
        title="Ontbrekende sleutel",
        message="Hier ontbreekt de sleutel ‘{key}’.",
        why="Zonder deze sleutel is dit onderdeel niet compleet.",
        remedy="Voeg ‘{key}:’ met een waarde toe.",
        bad="steps:\n  - ⟦{⟧id: gevaar, sources: [norm#1]}\n",
        good="steps:\n" + _STEP,
    ),
    Entry(
        code="VW203",
        title="Verkeerde vorm",
        message="Bij ‘{key}’ hoort {expected}; hier staat {found}.",
        why="De vorm zegt hoe dit onderdeel gelezen moet worden.",
        remedy="Een lijst is [a, b] of regels met een streepje; een groep is {{sleutel: waarde}}.",
        bad="steps:\n  - {id: gevaar, title: Gevaar, sources: ⟦norm#1⟧}\n",
        good="steps:\n" + _STEP,
    ),
    Entry(
        code="VW204",
        title="Lege waarde",
        message="Bij ‘{key}’ staat niets.",
        why="Een sleutel zonder waarde is bijna altijd vergeten werk.",
        remedy="Vul de waarde in, of haal de sleutel weg als hij niet verplicht is.",
        bad="⟦title⟧:\n",
        good="title: Voorbeeld\n",
    ),
    Entry(
        code="VW205",
        title="Id van de verkeerde vorm",
        message="‘{id}’ kan geen id zijn.",
        why="Een id staat in adressen en opgeslagen antwoorden en moet overal hetzelfde gelezen worden.",
        remedy="Gebruik kleine letters, cijfers en streepjes, te beginnen met een letter.",
        bad="steps:\n  - {id: ⟦Gevaar 1⟧, title: Gevaar, sources: [norm#1]}\n",
        good="steps:\n" + _STEP,
    ),
    Entry(
        code="VW206",
        title="Id twee keer gebruikt",
        message="De id ‘{id}’ is al gebruikt, op regel {line}.",
        why="Met twee dezelfde id's is niet te zeggen welke bedoeld is.",
        remedy="Geef een van de twee een andere id.",
        bad="steps:\n" + _STEP + "  - {id: ⟦gevaar⟧, title: Nog een stap, sources: [norm#1]}\n",
        good="steps:\n" + _STEP,
    ),
    Entry(
        code="VW207",
        title="Waarde niet in de lijst",
        message="‘{value}’ kan niet bij ‘{key}’.",
        why="Bij deze sleutel hoort een vaste lijst van waarden.",
        remedy="Kies uit: {options}.",
        bad="status: ⟦denkader⟧\n",
        good="status: denkkader\n",
    ),
    Entry(
        code="VW208",
        title="Geen datum",
        message="‘{value}’ is geen datum.",
        why="Een datum bepaalt wanneer de hulp gecontroleerd moet worden.",
        remedy="Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21, en kies een dag die bestaat.",
        bad="reviewed: ⟦21-11-2025⟧\n",
        good="reviewed: 2025-11-21\n",
    ),
    Entry(
        code="VW209",
        title="Geen goed getal",
        message="‘{value}’ kan hier niet als getal.",
        why="Hiermee wordt gerekend of vergeleken.",
        remedy="Schrijf cijfers, met een punt voor decimalen; een nummer of aantal is een heel getal vanaf 1.",
        bad="steps:\n  - {id: gevaar, number: ⟦een⟧, title: Gevaar, sources: [norm#1]}\n",
        good="steps:\n  - {id: gevaar, number: 1, title: Gevaar, sources: [norm#1]}\n",
    ),
    Entry(
        code="VW210",
        title="Geen true of false",
        message="‘{value}’ kan hier niet; het is true of false.",
        why="Woorden als ja, no of on betekenen niet overal hetzelfde.",
        remedy="Schrijf true of false.",
        bad=_advice(rest="    closes: ⟦nee⟧\n"),
        good=_advice(rest="    closes: false\n"),
    ),
    Entry(
        code="VW211",
        title="Onbekende schemaversie",
        message="Schema ‘{value}’ is onbekend; dit programma leest schema {known}.",
        why="In een ander schema kunnen dezelfde sleutels iets anders betekenen.",
        remedy="Schrijf schema: {known}, of gebruik het programma dat bij dat schema hoort.",
        bad="schema: ⟦2⟧\n",
        good="schema: 1\n",
    ),
    Entry(
        code="VW212",
        title="Onbekende stap",
        message="Er is geen stap ‘{step}’.",
        why="Elke vraag hoort bij een stap, anders staat zij nergens op de pagina.",
        remedy="Noem de id van een stap onder steps.",
        bad=_question(_YES_NO).replace("step: gevaar", "step: ⟦gevaren⟧"),
        good=_question(_YES_NO),
    ),
    Entry(
        code="VW213",
        title="Onbekend advies",
        message="Er is geen advies ‘{advice}’.",
        why="Een rij of ondergrens die een advies noemt dat er niet is, geeft de lezer niets.",
        remedy="Noem de id van een advies onder advice.",
        bad=_decision(advice="[⟦bel-113⟧]"),
        good=_decision(),
    ),
    Entry(
        code="VW214",
        title="Bronverwijzing van de verkeerde vorm",
        message="‘{ref}’ is geen verwijzing naar een deel van een bron.",
        why="De lezer moet de plaats in de bron kunnen vinden.",
        remedy="Schrijf bron#onderdeel, bijvoorbeeld besluit-meldcode#2.2.a.",
        bad="steps:\n  - {id: gevaar, title: Gevaar, sources: [⟦norm⟧]}\n",
        good="steps:\n" + _STEP,
    ),
    Entry(
        code="VW215",
        title="Soort vraag ontbreekt",
        message="Niet te zien is wat voor vraag dit is.",
        why="Aan de sleutel met de antwoorden ziet de hulp welke soort invoer er komt.",
        remedy="Voeg een van deze toe: {forms}; of purpose: duty voor een plicht.",
        bad=_question("").replace("letsel", "⟦letsel⟧", 1),
        good=_question(_YES_NO),
    ),
    Entry(
        code="VW216",
        title="Sleutel past niet bij de soort vraag",
        message="De sleutel ‘{key}’ past hier niet: dit is {kind}.",
        why="Een vraag heeft één soort antwoord.",
        remedy="Haal de sleutel weg, of maak er een andere soort vraag van.",
        bad=_question(_YES_NO + "    ⟦date⟧: {unknown: Weet ik nog niet}\n"),
        good=_question(_YES_NO),
    ),
    Entry(
        code="VW217",
        title="Komma knipt de tekst door",
        message="Door de komma ervoor is ‘{piece}’ een apart stuk geworden.",
        why="Binnen {{…}} en […] scheidt een komma de delen, ook midden in een zin.",
        remedy="Zet de hele tekst tussen aanhalingstekens, of zet elk deel op een eigen regel.",
        bad=_question("    reasons: {onveilig: Niet veilig voor kind, ⟦ander of mijzelf⟧}\n", purpose=_DUTY),
        good=_question('    reasons: {onveilig: "Niet veilig voor kind, ander of mijzelf"}\n', purpose=_DUTY),
    ),
    Entry(
        code="VW218",
        title="Niet precies één ‘geen van deze’",
        message="Onder none hoort precies één antwoord.",
        why="‘Geen van deze’ sluit alle andere antwoorden uit; daar is er maar één van.",
        remedy="Schrijf bijvoorbeeld none: {{geen: Geen van deze}}.",
        bad=_question(_ANY.replace("none: {geen: Geen}", "⟦none⟧: {geen: Geen, niets: Niets}")),
        good=_question(_ANY),
    ),
    Entry(
        code="VW219",
        title="Onbekend heet altijd onbekend",
        message="Onder unknown staat ‘{id}’; daar hoort alleen onbekend.",
        why="De hulp herkent aan die id dat iets nog niet bekend is en sluit dan niets af.",
        remedy="Schrijf unknown: {{onbekend: Weet ik nog niet}}.",
        bad=_question(_ANY.replace("{onbekend: Weet niet}", "{⟦weet-niet⟧: Weet niet}")),
        good=_question(_ANY),
    ),
    Entry(
        code="VW220",
        title="Tekst beslist nooit",
        message="Een tekstvraag kan niet beslissen.",
        why="Vrije tekst wordt niet begrepen, alleen bewaard.",
        remedy="Voeg purpose: record toe, of maak er een keuzevraag van.",
        bad=_question("    ⟦text⟧: {max: 200}\n"),
        good=_question("    text: {max: 200}\n", purpose=_RECORD),
    ),
    Entry(
        code="VW221",
        title="Minimum boven maximum",
        message="Het minimum ({minimum}) is groter dan het maximum ({maximum}).",
        why="Zo is geen enkel getal goed.",
        remedy="Wissel de twee om of kies andere grenzen.",
        bad=_question("    number: {⟦min⟧: 9, max: 1}\n", purpose=_RECORD),
        good=_question("    number: {min: 1, max: 9}\n", purpose=_RECORD),
    ),
    Entry(
        code="VW222",
        title="Onbekende uitkomst",
        message="‘{value}’ is geen uitkomst van ‘{outcome}’.",
        why="Rijen en ondergrenzen kiezen uit de uitkomsten onder gives.",
        remedy="Kies uit: {values}.",
        bad=_decision(value="⟦nuu⟧"),
        good=_decision(),
    ),
    Entry(
        code="VW223",
        title="Ondergrens zonder uitkomst",
        message="Deze ondergrens verhoogt niets.",
        why="Een ondergrens noemt de uitkomst die zij minstens geeft.",
        remedy="Voeg een uitkomst toe, of maak er een advies van.",
        bad=_decision(floor="").replace("floor: F1", "floor: ⟦F1⟧"),
        good=_decision(),
    ),
    Entry(
        code="VW224",
        title="Naam is al bezet",
        message="‘{name}’ heeft hier al een eigen betekenis.",
        why="Anders is in een voorwaarde of rij niet te zien wat bedoeld is.",
        remedy="Kies een andere naam.",
        bad=_question(_YES_NO, ident="⟦today⟧"),
        good=_question(_YES_NO),
    ),
    Entry(
        code="VW225",
        title="Onbekend staat bij de opties",
        message="Het antwoord onbekend hoort niet hier.",
        why="Onbekend sluit bij een vraag met meer antwoorden alle andere uit.",
        remedy="Zet het onder unknown: {{onbekend: Weet ik nog niet}}.",
        bad=_question(
            _ANY.replace("wapen: Een wapen", "⟦onbekend⟧: Weet niet").replace(
                "    unknown: {onbekend: Weet niet}\n", ""
            )
        ).replace("    ask", "    purpose: record\n    ask"),
        good=_question(_ANY),
    ),
    Entry(
        code="VW226",
        title="Te weinig keuze",
        message="Hier staan minder dan twee mogelijkheden.",
        why="Zonder keuze is er niets te vragen of te beslissen.",
        remedy="Voeg een mogelijkheid toe of haal het onderdeel weg.",
        bad=_question("    ⟦answers⟧: {ja: Ja}\n", purpose=_RECORD),
        good=_question(_YES_NO),
    ),
)
