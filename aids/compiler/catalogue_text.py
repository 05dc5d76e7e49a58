"""Owns the VW94x and VW95x entries of the catalogue: the inventory, wording, links to outside, and structure of pages.

Used by `aids.compiler.catalogue` only; the built pages are looked at by `aids.site`, which stands above this layer, so
that one list holds every code. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry

_FRONT = "---\ntitle: Titel\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n"
_WORDS = 400
"""Characters shown of addresses and sentences: cut short they would not be found."""


def _source(name: str, read: str) -> str:
    """Return a sample of bronnen.yml with one source that was read on a day."""
    return (
        f"sources:\n  {name}:\n    title: Een norm\n    publisher: Een beroepsgroep\n    date: 2020\n"
        f"    status: landelijk-kader\n    kind: norm\n    read: {read}\n    sections: {{1: {{title: Begin}}}}\n"
    )


_HARD = (
    "Multidisciplinaire verantwoordelijkheidsverdelingen veronderstellen intersectorale informatie-uitwisselings"
    "mogelijkheden, waarbij organisatorische randvoorwaarden samenwerkingsverbanden vergemakkelijken."
)
_EASY = "U hebt een zorg. Vraag er naar. Bel en vraag raad. Leg dan vast wat u doet."

ENTRIES = (
    Entry(
        code="VW941",
        title="Onderdeel zonder plaats",
        message="‘{item}’ heeft geen plaats op de site en geen reden waarom niet.",
        why="Wie een handboek kent, vindt elk onderdeel ervan hier terug; wat niemand plaatste, raakt ongemerkt kwijt.",
        remedy="Zet het in docs/gegevens/inventaris/ met pagina.md#anker, of met {{niet: reden}}.",
        form="items",
        bad='"A1":\n  [M-1, ⟦M-2⟧]\n',
        good='"A1":\n  [M-1]\n',
    ),
    Entry(
        code="VW942",
        title="Plaats voor een onbekend onderdeel",
        message="‘{item}’ is geen onderdeel van de inventaris.",
        why="Een plaats zonder onderdeel is meestal een tikfout; het echte onderdeel heeft dan geen plaats.",
        remedy="Gebruik een naam uit docs/gegevens/inventaris/onderdelen.yml.",
        form="places",
        bad="M-1: index.md#begin\n⟦M-7⟧: index.md#begin\n",
        good="M-1: index.md#begin\n",
    ),
    Entry(
        code="VW943",
        title="Pagina van een onderdeel bestaat niet",
        message="De pagina ‘{page}’ bestaat niet.",
        why="Wie het onderdeel zoekt, komt dan nergens.",
        remedy="Schrijf het pad van de pagina vanaf docs/, met .md.",
        form="places",
        bad="M-1: ⟦weg.md#begin⟧\n",
        good="M-1: index.md#begin\n",
        widest=_WORDS,
    ),
    Entry(
        code="VW944",
        title="Anker van een onderdeel bestaat niet",
        message="De plaats ‘{anchor}’ staat niet in {page}.",
        why="De lezer komt bovenaan de pagina uit en moet zelf zoeken.",
        remedy="Geef de tekst waar het om gaat die naam in de pagina, of verbeter het deel na ‘#’.",
        form="places",
        bad="M-1: ⟦index.md#begim⟧\n",
        good="M-1: index.md#begin\n",
        widest=200,
    ),
    Entry(
        code="VW945",
        title="Plaats en reden ontbreken",
        message="Bij ‘{item}’ staat geen plaats en geen reden.",
        why="Wat niet op de site staat, is weggelaten met een reden die een ander kan nalezen.",
        remedy="Schrijf pagina.md#anker, of {{niet: reden}} met de reden in een zin.",
        form="places",
        bad='⟦M-1⟧: {niet: ""}\n',
        good='M-1: {niet: "Een lokaal nummer; niet landelijk te gebruiken."}\n',
    ),
    Entry(
        code="VW946",
        title="Nummer met de hand getypt",
        message="Hier staat het nummer ‘{number}’ uitgeschreven.",
        why="Verandert een nummer, dan verandert het overal tegelijk; een getypt nummer blijft achter.",
        remedy="Schrijf [[contact:naam]] op een pagina; noem in andere gegevens de organisatie zonder nummer.",
        form="page",
        bad=_FRONT + "Bel bij gevaar ⟦112⟧.\n",
        good=_FRONT + "Bel bij gevaar [[contact:alarm]].\n",
    ),
    Entry(
        code="VW947",
        title="Moeilijk te lezen",
        message="Deze pagina scoort {score} op leesgemak (Flesch-Douma); vanaf {bound} is zij goed te lezen.",
        why="Wie haast heeft of schrikt, leest lange zinnen en lange woorden niet goed. Dit is de moeilijkste zin.",
        remedy="Knip lange zinnen, kies kortere woorden. Is de tekst om een goede reden moeilijk, laat haar dan zo.",
        form="page",
        severity="warning",
        bad=f"{_FRONT}⟦{_HARD}⟧ {' '.join([_HARD] * 9)}\n",
        good=f"{_FRONT}{' '.join([_EASY] * 9)}\n",
    ),
    Entry(
        code="VW948",
        title="Onbekend woord",
        message="‘{word}’ staat niet in het woordenboek en niet in onze eigen lijst.",
        why="Een tikfout leidt af, en een woord dat niemand kent helpt niemand.",
        remedy="Verbeter het woord. Is het goed, zet het dan in docs/gegevens/woordenlijst.txt.",
        form="page",
        severity="warning",
        bad=_FRONT + "Bespreek het ⟦vermoeen⟧ met een collega.\n",
        good=_FRONT + "Bespreek het vermoeden met een collega.\n",
    ),
    Entry(
        code="VW949",
        title="Koppen niet op volgorde",
        message="Op niveau {before} volgt een kop van niveau {level}.",
        why="Wie de pagina hoort, springt van kop naar kop: één titel bovenaan, en elk niveau op zijn beurt.",
        remedy="Gebruik één kop met #, daaronder ##, en ### alleen onder ##. Niveau 0 betekent: nog geen kop.",
        form="built",
        bad="<h1>Titel</h1>\n⟦<h3>⟧Deel</h3>\n",
        good="<h1>Titel</h1>\n<h2>Deel</h2>\n",
    ),
    Entry(
        code="VW950",
        title="Beeld zonder tekst",
        message="Dit beeld ({element}) heeft geen tekst voor wie het niet ziet.",
        why="Wie de pagina hoort, mist wat het beeld vertelt, en weet niet dat er iets te missen is.",
        remedy='Geef een img een alt, en een svg role="img" met aria-label; versiering krijgt alt="" of aria-hidden.',
        form="built",
        bad='⟦<img src="x.png">⟧\n',
        good='<img src="x.png" alt="Drie fasen van veiligheid">\n',
    ),
    Entry(
        code="VW951",
        title="Link zonder woorden",
        message="De link naar ‘{target}’ heeft geen woorden.",
        why="Wie hem hoort of op het toetsenbord tegenkomt, weet niet waar hij heen leidt.",
        remedy="Zet woorden in de link, of geef het beeld erin een tekst.",
        form="built",
        bad='⟦<a href="../b/">⟧</a>\n',
        good='<a href="../b/">Bel Veilig Thuis</a>\n',
        widest=_WORDS,
    ),
    Entry(
        code="VW952",
        title="Adres buiten de site niet op de lijst",
        message="Het adres ‘{address}’ staat niet in docs/gegevens/links.yml.",
        why="Wie doorklikt, vertrouwt dat wij wisten waar hij uitkomt; de lijst zegt wanneer dat nog klopte.",
        remedy="Bekijk het adres en zet het met de datum op de lijst, of haal de link weg.",
        form="page",
        bad=_FRONT + "Zie [de wet](⟦https://wetten.example/regeling⟧).\n",
        good=_FRONT + "Zie de wet.\n",
        widest=_WORDS,
    ),
    Entry(
        code="VW953",
        title="Onderdeel staat er twee keer",
        message="‘{item}’ staat ook op regel {line} van {file}.",
        why="Van twee plaatsen weet niemand welke de goede is.",
        remedy="Haal er één weg.",
        form="items",
        bad='"A1":\n  [M-1, ⟦M-1⟧]\n',
        good='"A1":\n  [M-1]\n',
    ),
    Entry(
        code="VW954",
        title="Lang niet gelezen",
        message="‘{name}’ is voor het laatst bekeken op {day}, meer dan een jaar geleden.",
        why="Een bron of nummer kan ondertussen veranderd zijn, en alles wat erop rust ook.",
        remedy="Bekijk de bron of het nummer opnieuw en zet de datum van vandaag bij read of checked.",
        form="sources",
        severity="warning",
        bad=_source("⟦norm⟧", read="2025-11-01"),
        good=_source("norm", read="2026-11-01"),
    ),
)
