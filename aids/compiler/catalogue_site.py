"""Owns the VW9xx entries of the catalogue: built pages, and the steps that build them.

Used by `aids.compiler.catalogue` only; raised by `aids.site`, which stands above this layer, so that one list holds
every code. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry

_PAGE = "---\ntitle: Titel\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n"
_WORDS = 400
"""Characters shown of what another program said, and of addresses: cut short they would not be found."""

ENTRIES = (
    Entry(
        code="VW901",
        title="MkDocs heeft een opmerking",
        message="MkDocs meldt: ‘{message}’.",
        why="De pagina's zijn met mkdocs build --strict gemaakt; elke waarschuwing houdt een nieuwe versie tegen.",
        remedy="Verbeter de genoemde pagina of mkdocs.yml.",
        form="page",
        bad=_PAGE + "Zie [deze pagina](⟦bestaat-niet.md⟧).\n",
        good=_PAGE + "Zie [deze pagina](index.md).\n",
        widest=_WORDS,
    ),
    Entry(
        code="VW902",
        title="MkDocs is gestopt",
        message="MkDocs is gestopt: ‘{message}’.",
        why="Zonder MkDocs worden er geen pagina's gemaakt.",
        remedy="Start python3 build.py; dat haalt op wat ontbreekt. Blijft dit zo, verbeter dan wat de melding noemt.",
        form="place",
        bad="⟦mkdocs.yml⟧",
        good="mkdocs.yml",
        widest=_WORDS,
    ),
    Entry(
        code="VW903",
        title="Link naar niets",
        message="De link ‘{target}’ leidt nergens heen.",
        why="Wie op deze link klikt, komt op een pagina die er niet is.",
        remedy="Verbeter het adres in de Markdown, de sjabloon of de gegevens waar deze pagina uit is gemaakt.",
        form="built",
        bad='⟦<a href="../bestaat-niet/">⟧Zie deze pagina</a>\n',
        good='<a href="../b/">Zie deze pagina</a>\n',
        widest=_WORDS,
    ),
    Entry(
        code="VW904",
        title="Link naar een plaats die er niet is",
        message="De plaats ‘{target}’ bestaat niet.",
        why="De pagina bestaat, maar de plaats erin niet; de lezer komt bovenaan uit en zoekt.",
        remedy="Zet het anker in de pagina, of verbeter het deel na ‘#’.",
        form="built",
        bad='⟦<a href="#bestaat-niet">⟧Zie hieronder</a>\n',
        good='<a href="#hier">Zie hieronder</a> <p id="hier">Hier.</p>\n',
        widest=_WORDS,
    ),
    Entry(
        code="VW905",
        title="Onderdeel van een andere site",
        message="De pagina laadt ‘{target}’ van een andere plek.",
        why="Deze site vraagt niets aan anderen: dat verraadt wie haar leest.",
        remedy="Neem het onderdeel op in deze site, of laat het weg.",
        form="built",
        bad='⟦<img src="https://elders.example/foto.png" alt="">⟧\n',
        good='<link rel="stylesheet" href="x.css">\n',
        widest=_WORDS,
    ),
    Entry(
        code="VW906",
        title="Stijl of script in een attribuut",
        message="De pagina heeft een attribuut ‘{name}’.",
        why="De beveiliging van de site weigert stijl en script in de pagina zelf.",
        remedy="Gebruik een klasse of een bestand in docs/assets/.",
        form="built",
        bad='⟦<p style="color: red">⟧Let op.</p>\n',
        good='<p class="vw-let-op">Let op.</p>\n',
        widest=_WORDS,
    ),
    Entry(
        code="VW907",
        title="Python voor de browser is niet te maken",
        message="Python voor de browser is niet te maken: ‘{message}’.",
        why="Zonder deze bestanden werken de keuzehulpen alleen als gewone tekst.",
        remedy="Doe wat de melding zegt en bouw opnieuw.",
        form="place",
        bad="⟦aids/web⟧",
        good="aids/web",
        widest=_WORDS,
    ),
    Entry(
        code="VW908",
        title="Onderdeel ontbreekt",
        message="Het bestand {name} ontbreekt.",
        why="De site levert dit bestand zelf, zodat niemand anders ziet wie haar leest.",
        remedy="Start python3 build.py: dat haalt de Node-onderdelen op.",
        form="place",
        bad="⟦node_modules/@fontsource-variable/atkinson-hyperlegible-next/LICENSE⟧",
        good="node_modules/@fontsource-variable/atkinson-hyperlegible-next/LICENSE",
        widest=_WORDS,
    ),
    Entry(
        code="VW909",
        title="Schrijven lukt niet",
        message="Schrijven lukt niet: {reason}.",
        why="De nieuwe site is niet op haar plaats gezet; de vorige versie staat er nog.",
        remedy="Maak ruimte op de schijf, sluit programma's die bestanden in site/ open hebben, en bouw opnieuw.",
        form="place",
        bad="⟦site⟧",
        good="site",
        widest=_WORDS,
    ),
)
