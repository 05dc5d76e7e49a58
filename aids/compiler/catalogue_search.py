"""Owns the VW93x entries of the catalogue: the word lists of the search, and the step that makes its index.

Used by `aids.compiler.catalogue` only; raised by `aids.compiler.search_words` and by `aids.site`. Runs in the build.
"""

from aids.compiler.catalogue_entry import Entry

_WORDS = 400
"""Characters shown of what another program said."""

ENTRIES = (
    Entry(
        code="VW931",
        title="Geen los woord",
        message="‘{word}’ kan hier niet staan.",
        why="In deze lijsten staan losse woorden; een deel van een samenstelling heeft ten minste {shortest} letters.",
        remedy="Schrijf één woord, of zet woorden die bij elkaar horen onder synoniemen.",
        form="words",
        bad="delen: [huis, ⟦op⟧]\n",
        good="delen: [huis, verbod]\n",
    ),
    Entry(
        code="VW932",
        title="Vorm van twee woorden",
        message="‘{word}’ staat al als vorm van ‘{other}’.",
        why="Een vorm wordt gezocht als het ene woord waar hij bij hoort; de tweede keer telt niet.",
        remedy="Haal ‘{word}’ weg bij ‘{other}’ of bij ‘{key}’.",
        form="words",
        bad="vormen:\n  slaan: [slaat]\n  slaap: [⟦slaat⟧]\n",
        good="vormen:\n  slaan: [slaat]\n  slaap: [slaapt]\n",
    ),
    Entry(
        code="VW933",
        title="Synoniem van een stopwoord",
        message="‘{word}’ is een stopwoord; wat erachter staat, wordt niet gebruikt.",
        why="Stopwoorden worden bij het zoeken overgeslagen, dus ook hun synoniemen.",
        remedy="Haal ‘{word}’ weg onder stopwoorden, of haal dit synoniem weg.",
        form="words",
        bad="stopwoorden: [bij]\nsynoniemen:\n  ⟦bij⟧: [erbij]\n",
        good="stopwoorden: [bij]\nsynoniemen:\n  erbij: [apart spreken]\n",
    ),
    Entry(
        code="VW934",
        title="Zoekwoorden voor een plaats die er niet is",
        message="De plaats ‘{place}’ bestaat niet.",
        why="Wie met deze woorden zoekt, komt nergens uit.",
        remedy="Schrijf de pagina zoals zij onder docs/ heet, zo nodig met #anker.",
        form="words",
        bad="plaatsen:\n  ⟦inde.md⟧: [start]\n",
        good="plaatsen:\n  index.md: [start]\n",
    ),
    Entry(
        code="VW935",
        title="Woord dat nergens staat",
        message="‘{word}’ staat op geen enkele pagina.",
        why="Een synoniem wijst naar woorden die op de site staan; dit leidt nergens heen.",
        remedy="Kies een woord dat op de pagina staat, of haal het weg.",
        form="words",
        severity="warning",
        bad="synoniemen:\n  ⟦meppen⟧: [wegwaaien]\n",
        good="synoniemen:\n  meppen: [start]\n",
    ),
    Entry(
        code="VW936",
        title="Het zoeken is niet te maken",
        message="De index voor het zoeken is niet te maken: ‘{message}’.",
        why="Zonder index vindt het zoeken niets; de vorige versie van de site blijft staan.",
        remedy="Start python3 build.py: dat haalt Node op. Blijft dit zo, verbeter dan wat de melding noemt.",
        form="place",
        bad="⟦aids/web/search⟧",
        good="aids/web/search",
        widest=_WORDS,
    ),
)
