"""Owns the VW5xx (editorial data), VW6xx (pages) and VW7xx (files together) entries of the catalogue.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry


def _source(*, section: str = '"1"', date: str = "2020") -> str:
    """Return a sample of bronnen.yml with one source."""
    return (
        "sources:\n  norm:\n    title: Een norm\n    publisher: Een beroepsgroep\n"
        f"    date: {date}\n    status: landelijk-kader\n    kind: norm\n    sections:\n"
        f"      {section}: {{title: Begin}}\n"
    )


def _contact(*, tel: str = '"08002000"', whole: bool = True) -> str:
    """Return a sample of contacten.yml."""
    alarm = '    alarm: {label: Gevaar, number: "112", tel: "112", source: Rijksoverheid, checked: 2026-01-01}\n'
    other = (
        f"    veilig-thuis:\n      label: Veilig Thuis\n      number: 0800-2000\n      tel: {tel}\n"
        "      source: Rijksoverheid\n      checked: 2026-01-01\n"
    )
    return f"extra:\n  contacts:\n{alarm}{other if whole else ''}"


def _page(body: str = "# Titel\n", front: str = "title: Titel\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n") -> str:
    """Return a sample page."""
    return f"---\n{front}---\n{body}"


ENTRIES = (
    Entry(
        code="VW501",
        title="Plaats in bron van de verkeerde vorm",
        message="‘{id}’ kan geen plaats in een bron zijn.",
        why="De plaats staat achter # in elke verwijzing; een spatie, haakje of # breekt die af.",
        remedy="Gebruik een artikel- of hoofdstuknummer of een woord zonder spaties.",
        form="sources",
        bad=_source(section='"1": {title: Begin}\n      ⟦"artikel 2"⟧'),
        good=_source(),
    ),
    Entry(
        code="VW502",
        title="Nummers verschillen",
        message="Het te kiezen nummer ‘{tel}’ is niet het getoonde nummer ‘{number}’.",
        why="Wie op het nummer tikt, moet uitkomen bij wat er staat.",
        remedy="Maak de cijfers van tel en number gelijk.",
        form="contacts",
        bad=_contact(tel='⟦"08002001"⟧'),
        good=_contact(),
    ),
    Entry(
        code="VW503",
        title="Datum van een bron van de verkeerde vorm",
        message="‘{value}’ is geen datum van een bron.",
        why="De lezer ziet aan de datum hoe oud een bron is.",
        remedy="Schrijf een jaar, jaar-maand, jaar-maand-dag, 2019 tot 2025, of ongedateerd.",
        form="sources",
        bad=_source(date="⟦zomer 2020⟧"),
        good=_source(date="2020-08"),
    ),
    Entry(
        code="VW504",
        title="Verplicht nummer ontbreekt",
        message="Het contact ‘{contact}’ ontbreekt.",
        why="112 en Veilig Thuis staan op elke pagina en in elke hulp.",
        remedy="Voeg het contact met label, number, tel, source en checked toe.",
        form="contacts",
        bad=_contact(whole=False).replace("    alarm", "    ⟦a⟧larm"),
        good=_contact(),
    ),
    Entry(
        code="VW505",
        title="Pagina bij bron bestaat niet",
        message="De pagina ‘{page}’ bestaat niet.",
        why="Wie van een verwijzing doorklikt, komt dan nergens.",
        remedy="Schrijf het pad van de pagina vanaf docs/, zoals handboeken/index.md#anker.",
        form="sources",
        bad=_source().replace('"1": {title: Begin}', '⟦"1"⟧: {title: Begin, page: weg.md}'),
        good=_source(),
    ),
    Entry(
        code="VW601",
        title="Pagina zonder kop met gegevens",
        message="Deze pagina begint niet met gegevens tussen twee regels met ---.",
        why="Daar staat wanneer de pagina is nagekeken en op welke bronnen zij rust.",
        remedy="Begin met ---, title, reviewed en review_by, en weer ---.",
        form="page",
        bad="⟦#⟧ Titel\n",
        good=_page(),
    ),
    Entry(
        code="VW602",
        title="Status en bronnen ontbreken",
        message="Op deze pagina ontbreekt ‘{key}’ in de gegevens bovenaan.",
        why="De lezer moet zien of wat hier staat nu geldt en waar het vandaan komt.",
        remedy="Voeg status en sources samen toe; een pagina zonder inhoud uit een bron heeft geen van beide.",
        form="page",
        bad=_page("# Titel\n", "⟦t⟧itle: Titel\nstatus: geldend\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n"),
        good=_page(
            "# Titel\n",
            "title: Titel\nstatus: geldend\nreviewed: 2026-01-01\nreview_by: 2099-01-01\nsources: [norm#1]\n",
        ),
    ),
    Entry(
        code="VW603",
        title="Contact bestaat niet",
        message="Er is geen contact ‘{contact}’.",
        why="Op de pagina zou geen nummer komen te staan.",
        remedy="Gebruik een id uit docs/gegevens/contacten.yml.",
        form="page",
        bad=_page("Bel ⟦[[contact:veiligthuis]]⟧.\n"),
        good=_page("Bel [[contact:veilig-thuis]].\n"),
    ),
    Entry(
        code="VW604",
        title="Hulp bestaat niet",
        message="Er is geen hulp ‘{tree}’.",
        why="Op deze plek zou niets te zien zijn.",
        remedy="Gebruik de id van een bestand in decision_trees/.",
        form="page",
        bad=_page(
            "::: aid ⟦voorbeelt⟧\n",
            "title: Titel\nstatus: geldend\nreviewed: 2026-01-01\nreview_by: 2099-01-01\nsources: [norm#1]\n",
        ),
        good=_page(
            "::: aid voorbeeld\n",
            "title: Titel\nstatus: geldend\nreviewed: 2026-01-01\nreview_by: 2099-01-01\nsources: [norm#1]\n",
        ),
    ),
    Entry(
        code="VW605",
        title="Onbekende regel met :::",
        message="Achter ::: staat iets dat deze site niet kent.",
        why="De regel zou als gewone tekst op de pagina komen.",
        remedy="Schrijf op één regel ::: aid naam, ::: checklist naam of ::: figuur naam, of een van "
        "::: bronnen, ::: begrippen, ::: foutmelding, ::: kalender, ::: meldingen, ::: verlaat.",
        form="page",
        bad=_page("⟦::: hulp voorbeeld⟧\n"),
        good=_page("::: bronnen\n"),
    ),
    Entry(
        code="VW606",
        title="Verwijzing niet af",
        message="Deze verwijzing heeft niet de vorm [[bron#plaats]] of [[contact:naam]].",
        why="Tussen dubbele haken staat altijd een bron of een contact; iets anders komt als tekst op de pagina.",
        remedy="Maak de verwijzing af, of haal de dubbele haken weg.",
        form="page",
        bad=_page("Zie ⟦[[norm]]⟧.\n"),
        good=_page("Zie [[norm#1]].\n"),
    ),
    Entry(
        code="VW701",
        title="Hulp heet anders dan haar bestand",
        message="Deze hulp heet ‘{id}’, maar het bestand heet ‘{file}’.",
        why="De naam van het bestand is de naam waarmee u de hulp opvraagt; twee namen geven verwarring.",
        remedy="Geef het bestand de naam van de hulp, of andersom.",
        bad="id: ⟦iets-anders⟧\n",
        good="id: voorbeeld\n",
    ),
)
