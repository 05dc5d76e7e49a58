"""Owns the VW4xx entries of the catalogue: a tree that reads well, but breaks a rule for safe or sound trees.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry
from aids.compiler.catalogue_samples import case, claim, items, question

_YES_NO = "{ja: Ja, nee: Nee, onbekend: Weet ik nog niet}"


def _advice(
    *, ident: str = "bel-112", when: str = "    when: nu-gevaar in {ja}\n", rest: str = "", title: str = "Bel 112"
) -> str:
    """Return a sample: one advice."""
    return (
        f"advice:\n  - id: {ident}\n{when}    urgency: nu\n    title: {title}\n    do: [Ga in overleg.]\n"
        f"{rest}    sources: [norm#1]\n"
    )


def _question(*, step: str = "gevaar", short: str = "Letsel", answers: str = _YES_NO, ident: str = "letsel") -> str:
    """Return a sample: one question."""
    return (
        f"questions:\n  - id: {ident}\n    step: {step}\n    ask: Is er letsel?\n    short: {short}\n"
        f"    answers: {answers}\n    sources: [norm#1]\n"
    )


def _decision(*, otherwise: str = "overleg", floor: str = "overleg", row: str = "T0", value: str = "nu") -> str:
    """Return a sample: one decision."""
    return (
        "decisions:\n  - id: weging\n    title: De weging\n    gives:\n      melden:\n        label: Melden\n"
        "        values: {nu: Nu melden, overleg: Eerst overleg, geen: Geen norm vastgesteld}\n"
        "        closing: [geen]\n"
        f"    rows:\n      - row: {row}\n        when: nu-gevaar in {{ja}}\n        melden: {value}\n"
        "        say: Meld nu.\n"
        "        basis: norm\n        advice: [bel-112]\n        sources: [norm#1]\n"
        f"    otherwise:\n      {'⟦m⟧' if otherwise == 'geen' else 'm'}elden: {otherwise}\n      say: Overleg eerst.\n"
        "      basis: praktijk\n      sources: [norm#1]\n"
        f"    floors:\n      - floor: {'⟦F1⟧' if floor == 'geen' else 'F1'}\n        when: nu-gevaar in {{onbekend}}\n"
        f"        melden: {floor}\n        say: Overleg eerst.\n        basis: praktijk\n        sources: [norm#1]\n"
    )


_WITH_DATE = question("    date: {unknown: Weet ik nog niet}\n") + _advice(
    when="    when: letsel > today\n", ident="wacht"
)
_CLAIM = "    if: nu-gevaar in {ja}\n    then: bel-112\n"
_TWO_STEPS = (
    "steps:\n  - {id: gevaar, title: Gevaar, sources: [norm#1]}\n  - {id: daarna, title: Daarna, sources: [norm#1]}\n"
)

ENTRIES = (
    Entry(
        code="VW401",
        title="Bron bestaat niet",
        message="De bron ‘{ref}’ staat niet in docs/gegevens/bronnen.yml.",
        why="Elke uitspraak moet terug te vinden zijn.",
        remedy="Verbeter de verwijzing, of voeg de bron of het onderdeel toe.",
        bad="steps:\n  - {id: gevaar, title: Gevaar, sources: [⟦norm#9⟧]}\n",
        good="steps:\n  - {id: gevaar, title: Gevaar, sources: [norm#1]}\n",
    ),
    Entry(
        code="VW402",
        title="Zonder rij wordt afgesloten",
        message="Waar geen rij geldt, wordt ‘{outcome}’ hier ‘{value}’; dat sluit af.",
        why="Geldt geen enkele rij, dan weten we te weinig om iets af te sluiten.",
        remedy="Kies bij otherwise een uitkomst die niet onder closing staat.",
        bad=_decision(otherwise="geen"),
        good=_decision(),
    ),
    Entry(
        code="VW403",
        title="Ondergrens verhoogt niet",
        message="Ondergrens ‘{floor}’ maakt ‘{outcome}’ ‘{value}’; dat is geen verhoging.",
        why="Een ondergrens is er om veiliger te maken en mag nooit verlagen of afsluiten.",
        remedy="Kies een uitkomst die niet afsluit en die hoger staat dan wat zij vervangt.",
        bad=_decision(floor="geen"),
        good=_decision(),
    ),
    Entry(
        code="VW404",
        title="Volgende controle niet na de vorige",
        message="De volgende controle ({review_by}) ligt niet na de vorige ({reviewed}).",
        why="De lezer ziet aan deze datum tot wanneer de hulp te vertrouwen is.",
        remedy="Kies bij review_by een latere dag dan bij reviewed.",
        bad="reviewed: 2026-01-02\nreview_by: ⟦2026-01-01⟧\n",
        good="reviewed: 2026-01-02\nreview_by: 2099-01-01\n",
    ),
    Entry(
        code="VW405",
        title="Controle is te laat",
        message="Dit had voor {review_by} opnieuw bekeken moeten zijn.",
        why="Boven de inhoud staat nu een waarschuwing voor de lezer.",
        remedy="Kijk de inhoud na, en pas reviewed en review_by aan.",
        severity="warning",
        bad="reviewed: 2019-01-01\nreview_by: ⟦2020-01-01⟧\n",
        good="reviewed: 2026-01-02\nreview_by: 2099-01-01\n",
    ),
    Entry(
        code="VW406",
        title="Advies wordt nergens gegeven",
        message="Niets geeft het advies ‘{advice}’.",
        why="Zonder when, rij of ondergrens ziet niemand dit advies ooit.",
        remedy="Geef het een when, noem het in een rij of ondergrens, of haal het weg.",
        bad=_advice(ident="⟦overleg⟧", when=""),
        good=_advice(ident="overleg"),
    ),
    Entry(
        code="VW407",
        title="Afsluitend advies met haast",
        message="Het advies ‘{advice}’ sluit af, maar moet nu.",
        why="Wat afsluit of verlicht, heeft zelden haast; vaak klopt een van de twee niet.",
        remedy="Kies een andere urgency, of haal closes weg.",
        severity="warning",
        bad=_advice(ident="⟦afsluiten⟧", rest="    closes: true\n"),
        good=_advice(ident="afsluiten"),
    ),
    Entry(
        code="VW408",
        title="Afsluitende rij met haast",
        message="Rij ‘{row}’ sluit af en geeft toch ‘{advice}’, dat nu moet.",
        why="Wat afsluit of verlicht, heeft zelden haast; vaak klopt een van de twee niet.",
        remedy="Kies een uitkomst die niet afsluit, of haal het advies uit deze rij.",
        severity="warning",
        bad=_decision(row="⟦T0⟧", value="geen"),
        good=_decision(),
    ),
    Entry(
        code="VW409",
        title="Onbekend ontbreekt",
        message="Op ‘{question}’ kan niemand ‘weet ik nog niet’ antwoorden.",
        why="Wie moet gokken, gokt soms verkeerd. Onbekend telt hier als niet veilig en sluit niets af.",
        remedy="Voeg onbekend toe: onder answers, of met unknown.",
        bad=_question(ident="⟦letsel⟧", answers="{ja: Ja, nee: Nee}"),
        good=_question(),
    ),
    Entry(
        code="VW410",
        title="Stap zonder vragen",
        message="Bij stap ‘{step}’ hoort geen enkele vraag.",
        why="De lezer ziet dan een kop zonder inhoud.",
        remedy="Zet er een vraag of plicht bij, of haal de stap weg.",
        bad="steps:\n  - {id: gevaar, title: Gevaar, sources: [norm#1]}\n"
        "  - {id: ⟦daarna⟧, title: Daarna, sources: [norm#1]}\n",
        good="steps:\n  - {id: gevaar, title: Gevaar, sources: [norm#1]}\n",
    ),
    Entry(
        code="VW411",
        title="Vraag staat niet bij haar stap",
        message="‘{question}’ hoort bij stap ‘{step}’, maar staat na vragen van een latere stap.",
        why="Vragen worden gesteld in de volgorde van het bestand, stap voor stap.",
        remedy="Zet de vraag bij de andere vragen van haar stap, of verander de volgorde van de stappen.",
        bad=_TWO_STEPS
        + _question(ident="pijn", step="daarna", short="Pijn")
        + _question(ident="⟦letsel⟧").removeprefix("questions:\n"),
        good=_TWO_STEPS
        + _question(ident="letsel")
        + _question(ident="pijn", step="daarna", short="Pijn").removeprefix("questions:\n"),
    ),
    Entry(
        code="VW412",
        title="Nummer niet uit de gegevens",
        message="Het nummer ‘{number}’ staat niet in docs/gegevens/contacten.yml.",
        why="Nummers veranderen. Ze staan op één plek, met bron en datum van controle.",
        remedy="Haal het nummer weg, of voeg het daar toe; op een pagina schrijft u [[contact:naam]].",
        bad=_advice(title="Bel ⟦030-1234567⟧"),
        good=_advice(title="Bel 0800-2000"),
    ),
    Entry(
        code="VW413",
        title="Tekst die een melding wegneemt",
        message="‘{words}’ mag in geen enkele tekst staan.",
        why="Melden mag altijd. Geen hulp of pagina leert hoe een melding te vermijden is.",
        remedy="Schrijf wat is vastgesteld: met deze antwoorden is geen meldnorm vastgesteld; melden mag altijd.",
        bad=_advice(title="U ⟦hoeft dit niet te melden⟧"),
        good=_advice(title="Melden mag altijd"),
    ),
    Entry(
        code="VW414",
        title="Korte naam twee keer",
        message="De korte naam ‘{label}’ hoort ook bij de vraag op regel {line}.",
        why="In overzicht en verslag staan alleen de korte namen; daar moeten ze uit elkaar te houden zijn.",
        remedy="Geef een van de twee vragen een andere korte naam.",
        bad=_question(ident="⟦letsel⟧", short="Gevaar nu"),
        good=_question(),
    ),
    Entry(
        code="VW415",
        title="Opmaak in een tekst",
        message="Hier staat opmaak (‘{markup}’); een hulp toont die letterlijk.",
        why="Teksten van een hulp zijn platte tekst, ook op papier.",
        remedy="Haal de opmaak weg. Bronnen staan onder sources, telefoonnummers worden vanzelf een link.",
        bad=_advice(title="'Bel ⟦**⟧112**'"),
        good=_advice(title="Bel 112"),
    ),
    Entry(
        code="VW416",
        title="Antwoord op een vraag die niet geldt",
        message="Het voorbeeld ‘{example}’ beantwoordt ‘{question}’, maar die vraag geldt daar niet.",
        why="Zo'n antwoord telt niet mee: het voorbeeld toetst iets anders dan het vertelt.",
        remedy="Haal het antwoord weg, of verander het antwoord waardoor de vraag niet geldt.",
        bad=question(when="nu-gevaar in {nee}") + case(given="{nu-gevaar: ja, letsel: ja}", ident="⟦gevaar-nu⟧"),
        good=question(when="nu-gevaar in {nee}") + case(),
    ),
    Entry(
        code="VW417",
        title="Voorbeeld met dezelfde antwoorden",
        message="‘{example}’ geeft dezelfde antwoorden als ‘{other}’.",
        why="Een kopie waarin alleen de woorden anders zijn, toetst niets nieuws.",
        remedy="Verander de antwoorden, of voeg de twee samen.",
        severity="warning",
        bad=case() + items(case(ident="⟦nog-eens⟧")),
        good=case() + items(case(ident="geen-gevaar", given="{nu-gevaar: nee}", expect="{without: [bel-112]}")),
    ),
    Entry(
        code="VW418",
        title="Datum zonder vandaag",
        message="‘{example}’ beantwoordt ‘{question}’ met een datum, maar zegt niet op welke dag het speelt.",
        why="Een regel vergelijkt die datum met vandaag; het voorbeeld zou later anders uitkomen.",
        remedy="Voeg today toe met een vaste dag.",
        bad=_WITH_DATE + case(given="{nu-gevaar: ja, letsel: 2026-12-01}", ident="⟦gevaar-nu⟧"),
        good=_WITH_DATE + case(given="{nu-gevaar: ja, letsel: 2026-12-01}", rest="    today: 2026-11-22\n"),
    ),
    Entry(
        code="VW419",
        title="Bewering met dezelfde zin",
        message="‘{claim}’ zegt hetzelfde als ‘{other}’.",
        why="De zin is wat de lezer van een bewering ziet; bij een kopie klopt hij vaak niet meer.",
        remedy="Zeg in de zin wat deze bewering bewaakt.",
        severity="warning",
        bad=claim(_CLAIM) + items(claim(_CLAIM, ident="⟦nog-eens⟧")),
        good=claim(_CLAIM),
    ),
)
