"""Owns the VW97x entries of the catalogue: figures, and the pages on which they stand.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry

_PAGE = "---\ntitle: Titel\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n# Titel\n\n"


def _figure(days: str = "from: 0, to: 10, ", ident: str = "voorbeeld") -> str:
    """Return a sample of figuren.yml with one figure."""
    return (
        f"figures:\n  {ident}:\n    form: timeline\n    title: Een tijdlijn\n    status: landelijk-kader\n"
        f"    sources: [norm#1]\n    parts:\n"
        f"      - {{label: Eerst, name: Het begin, {days}says: [Zo begint het.], sources: [norm#1]}}\n"
    )


ENTRIES = (
    Entry(
        code="VW971",
        title="Figuur bestaat niet",
        message="Er is geen figuur ‘{figure}’.",
        why="Op deze plek zou niets te zien zijn.",
        remedy="Gebruik een naam uit docs/gegevens/figuren.yml.",
        form="page",
        bad=_PAGE + "::: figuur ⟦voorbeelt⟧\n",
        good=_PAGE + "::: figuur voorbeeld\n",
    ),
    Entry(
        code="VW972",
        title="Figuur staat nergens",
        message="De figuur ‘{figure}’ staat op geen enkele pagina.",
        why="Woorden die niemand ziet, worden ook niet nagekeken.",
        remedy="Zet ::: figuur {figure} op de pagina waar zij hoort, of haal de figuur weg.",
        form="figures",
        bad=_figure() + _figure(ident="⟦nergens⟧").removeprefix("figures:\n"),
        good=_figure(),
    ),
    Entry(
        code="VW973",
        title="Dagen passen niet",
        message="Deze dagen kunnen niet op een tijdlijn staan.",
        why="De tekening is op schaal; met deze dagen zou zij iets anders laten zien dan er staat.",
        remedy="Schrijf bij een tijdlijn from en to in hele dagen, from kleiner dan to; anders geen van beide.",
        form="figures",
        bad=_figure(days="⟦from⟧: 10, to: 3, "),
        good=_figure(),
    ),
)
