"""Owns the entries VW711 and on of the catalogue: shared parts that do not fit the tree they stand in.

Used by `aids.compiler.catalogue` only. The samples stand beside a sound part `basis` with the questions `pijn` and
`wond`, the advice `bel-arts` and the decision `spoed`. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry
from aids.compiler.catalogue_samples import advice, items

_PARTS = "parts: [basis]\n"
_QUESTIONS = "questions:\n  - {part: basis, questions: [pijn, wond]}\n"
_ADVICE = "advice:\n  - part: basis\n"
_DECISIONS = "decisions:\n  - part: basis\n"
_ELSEWHERE = (
    "steps: [{id: nu, title: Nu, sources: [norm#1]}]\nquestions:\n  - id: nu-gevaar\n    step: nu\n"
    "    ask: Is er nu gevaar?\n    short: Gevaar nu\n"
    "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n    sources: [norm#1]\n"
)
_GOOD = _PARTS + _QUESTIONS + _ADVICE + _DECISIONS

ENTRIES = (
    Entry(
        code="VW711",
        title="Onbekend deel",
        message="Er is geen deel ‘{part}’.",
        why="Een deel staat als eigen bestand in decision_trees/{folder}/.",
        remedy="Noem de naam van een bestand in die map, zonder .yml.",
        bad="parts: [⟦bazis⟧]\n",
        good=_GOOD,
    ),
    Entry(
        code="VW712",
        title="Deel niet genoemd",
        message="Het deel ‘{part}’ staat niet onder parts.",
        why="Bovenaan moet te zien zijn van welke delen deze hulp gebruikmaakt.",
        remedy="Noem het deel onder parts.",
        bad=_PARTS + _QUESTIONS + _ADVICE + "  - part: ⟦basi⟧\n" + _DECISIONS,
        good=_GOOD,
    ),
    Entry(
        code="VW713",
        title="Vraag van een deel twee keer geplaatst",
        message="De vraag ‘{question}’ staat hier al, op regel {line}.",
        why="Een vraag wordt één keer gesteld.",
        remedy="Haal haar op een van de twee plaatsen weg.",
        bad=_PARTS + "questions:\n  - {part: basis, questions: [pijn, wond, ⟦pijn⟧]}\n" + _ADVICE + _DECISIONS,
        good=_GOOD,
    ),
    Entry(
        code="VW714",
        title="Vraag van een deel ontbreekt",
        message="Van het deel ‘{part}’ ontbreekt: {missing}.",
        why="Een deel is als geheel bewezen; met een vraag minder geldt dat bewijs niet meer.",
        remedy="Zet elke vraag van het deel op haar plaats: {{part: {part}, questions: [{missing}]}}.",
        bad="parts: [⟦basis⟧]\nquestions:\n  - {part: basis, questions: [pijn]}\n" + _ADVICE + _DECISIONS,
        good=_GOOD,
    ),
    Entry(
        code="VW715",
        title="Volgorde van een deel veranderd",
        message="In het deel ‘{part}’ staat ‘{question}’ voor ‘{later}’.",
        why="De volgorde hoort bij het deel: of een vraag geldt, kan afhangen van de vragen erboven.",
        remedy="Houd de volgorde van het deel aan, of verander haar in het deel zelf.",
        bad=_PARTS + "questions:\n  - {part: basis, questions: [wond, ⟦pijn⟧]}\n" + _ADVICE + _DECISIONS,
        good=_GOOD,
    ),
    Entry(
        code="VW716",
        title="Stap van een deel ontbreekt",
        message="De vraag ‘{question}’ hoort bij de stap ‘{step}’, en die is er hier niet.",
        why="Elke vraag hoort bij een stap, anders staat zij nergens op de pagina.",
        remedy="Voeg onder steps een stap met die id toe.",
        bad=_PARTS + _ELSEWHERE + "  - {part: basis, questions: [⟦pijn⟧, wond]}\n" + _ADVICE + _DECISIONS,
        good=_GOOD,
    ),
    Entry(
        code="VW717",
        title="Id staat ook in een deel",
        message="De id ‘{id}’ bestaat al in het deel ‘{part}’.",
        why="Met twee dezelfde id's is niet te zeggen welke bedoeld is.",
        remedy="Geef wat hier staat een andere id; de id's van een deel staan vast.",
        bad=_PARTS + _QUESTIONS + _ADVICE + items(advice(ident="⟦bel-arts⟧")) + _DECISIONS,
        good=_PARTS + _QUESTIONS + _ADVICE + items(advice(ident="overleg")) + _DECISIONS,
    ),
    Entry(
        code="VW718",
        title="Deel in een deel",
        message="Een deel kan zelf geen delen hebben.",
        why="Wie een deel leest, moet alles zien wat erin staat.",
        remedy="Haal parts weg, en noem beide delen in de hulp.",
        form="part",
        bad="⟦parts⟧: [ander]\n",
        good="title: Een deel\n",
    ),
    Entry(
        code="VW719",
        title="Onbekende vraag van een deel",
        message="Het deel ‘{part}’ heeft geen vraag ‘{question}’.",
        why="Op deze plaats zou geen vraag komen te staan.",
        remedy="Noem de id van een vraag van het deel.",
        bad=_PARTS + "questions:\n  - {part: basis, questions: [pijn, wond, ⟦wonde⟧]}\n" + _ADVICE + _DECISIONS,
        good=_GOOD,
    ),
    Entry(
        code="VW720",
        title="Deel van een deel ontbreekt",
        message="Van het deel ‘{part}’ ontbreekt: {section}.",
        why="Een deel is als geheel bewezen; zonder zijn adviezen en beslissingen geldt dat bewijs niet meer.",
        remedy="Voeg onder {section} de regel ‘- part: {part}’ toe.",
        bad="parts: [⟦basis⟧]\n" + _QUESTIONS + _ADVICE,
        good=_GOOD,
    ),
    Entry(
        code="VW721",
        title="Deel twee keer genoemd",
        message="Het deel ‘{part}’ staat hier al.",
        why="Een deel staat één keer in een hulp.",
        remedy="Haal het op een van de twee plaatsen weg.",
        bad=_PARTS + _QUESTIONS + _ADVICE + "  - part: ⟦basis⟧\n" + _DECISIONS,
        good=_GOOD,
    ),
    Entry(
        code="VW722",
        title="Deel op de verkeerde plaats",
        message="Kind: part hoort bij een bestand in de map {folder}, en alleen daar.",
        why="Een deel is geen hulp: het heeft geen eigen pagina en staat daarom apart.",
        remedy="Zet het bestand in de andere map, of kies een andere kind.",
        form="part",
        bad="kind: ⟦flow⟧\n",
        good="kind: part\n",
    ),
)
