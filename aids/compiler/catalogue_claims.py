"""Owns the entries VW231 and on of the catalogue: claims and policies that do not say what can be proven.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry
from aids.compiler.catalogue_samples import YES_NO, advice, claim, decision, items, policy, question

_IF = "    if: nu-gevaar in {ja}\n"
_THEN = _IF + "    then: bel-112\n"
_NEVER = "    never: weging.melden in {geen}\n"
_CHANGE = "    change: {nu-gevaar: [ja, onbekend]}\n" + _NEVER
_ORDERED = question(YES_NO + "    order: [nee, onbekend, ja]\n")
_WORSE = "    worse: [letsel]\n    never_lowers: [weging.melden]\n"
_EXCEPT = "    except:\n      - {question: letsel, from: nee, to: onbekend, say: Dan is er meer bekend.}\n"
_TWO = advice(ident="overleg") + items(advice(ident="afwachten"))
_DATE = "    date: {unknown: Weet ik nog niet}\n"

ENTRIES = (
    Entry(
        code="VW231",
        title="Bewering zonder gevolg",
        message="Deze bewering zegt niet wat er dan moet gelden.",
        why="Zonder gevolg is een bewering altijd waar en bewaakt zij niets.",
        remedy="Voeg then toe (dit geldt altijd) of never (dit mag nooit).",
        bad=claim(_IF, ident="⟦gevaar-112⟧"),
        good=claim(_THEN),
    ),
    Entry(
        code="VW232",
        title="Then en never samen",
        message="Deze bewering heeft then en ook never.",
        why="Als zij niet klopt, moet te zien zijn welk van de twee faalt.",
        remedy="Maak er twee beweringen van, elk met een eigen zin.",
        bad=decision() + claim(_THEN + "    ⟦never⟧: weging.melden in {geen}\n"),
        good=decision() + claim(_THEN) + items(claim(_NEVER, ident="nooit-sluiten", say="Gevaar sluit nooit")),
    ),
    Entry(
        code="VW233",
        title="Sleutel past niet bij de bewering",
        message="De sleutel ‘{key}’ past niet bij deze soort bewering.",
        why="Een bewering gaat over één geval, over een ander antwoord (change), of over slechtere antwoorden (worse).",
        remedy="Haal de sleutel weg, of maak er een tweede bewering van.",
        bad=_ORDERED + decision() + claim(_WORSE + "    ⟦then⟧: bel-112\n"),
        good=_ORDERED + decision() + claim(_WORSE),
    ),
    Entry(
        code="VW234",
        title="Niet precies één vraag verandert",
        message="Onder change hoort precies één vraag.",
        why="Verandert er meer tegelijk, dan is niet te zeggen waardoor het advies verandert.",
        remedy="Schrijf change: {{vraag: [van, naar]}}; maak voor elke vraag een eigen bewering.",
        bad=question() + decision() + claim("    ⟦change⟧: {nu-gevaar: [ja, nee], letsel: [ja, nee]}\n" + _NEVER),
        good=question() + decision() + claim(_CHANGE),
    ),
    Entry(
        code="VW235",
        title="Geen van en naar",
        message="Bij ‘{question}’ horen twee kanten: van welk antwoord naar welk.",
        why="Een bewering over een ander antwoord vergelijkt twee gevallen.",
        remedy="Schrijf [van, naar]; een kant mag een lijst zijn, zoals [ja, [nee, onbekend]].",
        bad=decision() + claim("    change: {⟦nu-gevaar⟧: [ja, nee, onbekend]}\n" + _NEVER),
        good=decision() + claim("    change: {nu-gevaar: [ja, [nee, onbekend]]}\n" + _NEVER),
    ),
    Entry(
        code="VW236",
        title="Twee keer hetzelfde antwoord",
        message="Het antwoord ‘{answer}’ staat aan beide kanten.",
        why="Van een antwoord naar hetzelfde antwoord verandert er niets.",
        remedy="Haal het aan één kant weg.",
        bad=decision() + claim("    change: {nu-gevaar: [ja, ⟦ja⟧]}\n" + _NEVER),
        good=decision() + claim(_CHANGE),
    ),
    Entry(
        code="VW237",
        title="Vraag zonder vaste antwoorden",
        message="Van ‘{question}’ is geen ander antwoord te noemen: dat is {kind}.",
        why="Change noemt antwoorden bij naam; een getal, datum of tekst heeft geen vaste antwoorden.",
        remedy="Gebruik if met een vergelijking, of kies een vraag met vaste antwoorden.",
        bad=question(_DATE) + decision() + claim("    change: {⟦letsel⟧: [2026-01-01, onbekend]}\n" + _NEVER),
        good=question(_DATE) + decision() + claim("    if: letsel in {onbekend}\n" + _NEVER),
    ),
    Entry(
        code="VW238",
        title="Vraag zonder order",
        message="Bij ‘{question}’ staat niet welk antwoord slechter is.",
        why="Wat een slechter antwoord is, bepaalt een mens; de volgorde van het bestand zegt dat niet.",
        remedy="Geef de vraag order: met alle antwoorden van het beste naar het slechtste.",
        bad=question() + decision() + claim("    worse: [⟦letsel⟧]\n    never_lowers: [weging.melden]\n"),
        good=_ORDERED + decision() + claim(_WORSE),
    ),
    Entry(
        code="VW239",
        title="Uitzondering past niet",
        message="Deze uitzondering over ‘{question}’ is geen stap naar een slechter antwoord van deze bewering.",
        why="Zij zou niets uitzonderen, terwijl een lezer denkt van wel.",
        remedy="Noem een vraag onder worse, en from en to van beter naar slechter.",
        bad=_ORDERED
        + decision()
        + claim(
            _WORSE
            + _EXCEPT.replace("from: nee, to: onbekend", "from: ja, to: onbekend").replace(
                "question: letsel", "question: ⟦letsel⟧"
            )
        ),
        good=_ORDERED + decision() + claim(_WORSE + _EXCEPT),
    ),
    Entry(
        code="VW240",
        title="Niet precies één afspraak",
        message="Hier hoort precies één van: {rules}.",
        why="Die sleutel zegt hoeveel van de adviezen samen gegeven worden.",
        remedy="Houd er één over, of maak er twee afspraken van.",
        bad=_TWO + policy("    exactly_one: [overleg, afwachten]\n    ⟦any⟧: [overleg, afwachten]\n"),
        good=_TWO + policy("    exactly_one: [overleg, afwachten]\n"),
    ),
    Entry(
        code="VW241",
        title="Afspraak over één advies",
        message="Een afspraak gaat over minstens twee adviezen.",
        why="Bij één advies valt er niets te kiezen; of het gegeven wordt, is een bewering.",
        remedy="Noem de andere adviezen, of schrijf een bewering onder claims.",
        bad=_TWO + policy("    ⟦exactly_one⟧: [overleg]\n"),
        good=_TWO + policy("    exactly_one: [overleg, afwachten]\n"),
    ),
    Entry(
        code="VW242",
        title="Advies twee keer in een afspraak",
        message="Het advies ‘{advice}’ staat al in deze afspraak.",
        why="Vaak was een ander advies bedoeld, en dat valt nu buiten de afspraak.",
        remedy="Haal het weg of noem het andere advies.",
        bad=_TWO + policy("    exactly_one: [overleg, afwachten, ⟦overleg⟧]\n"),
        good=_TWO + policy("    exactly_one: [overleg, afwachten]\n"),
    ),
)
