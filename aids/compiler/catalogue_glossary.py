"""Owns the VW96x entries of the catalogue: the glossary, and where readers report an error.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry


def _terms(
    meaning: str = "Iemand alleen spreken.", *, see: str = "index.md", source: str = "norm#1", more: str = ""
) -> str:
    """Return a sample of begrippen.yml with one term, and more after it."""
    return f"terms:\n{_term('apart-spreken', 'Apart spreken', meaning, see=see, source=source)}{more}"


def _term(ident: str, term: str, meaning: str = "Iets.", *, see: str = "index.md", source: str = "norm#1") -> str:
    return (
        f'  {ident}:\n    term: "{term}"\n    meaning: "{meaning}"\n    see: "{see}"\n    see_title: "Start"\n'
        f'    source: "{source}"\n    status: nu\n'
    )


def _contacts(address: str) -> str:
    """Return a sample of contacten.yml with a place to report errors."""
    known = "source: Rijksoverheid, checked: 2026-01-01"
    lines = (
        f'    {ident}: {{label: {label}, number: "{number}", tel: "{tel}", {known}}}\n'
        for ident, label, number, tel in (
            ("alarm", "Gevaar", "112", "112"),
            ("veilig-thuis", "Veilig Thuis", "0800-2000", "08002000"),
        )
    )
    return f"extra:\n  contacts:\n{''.join(lines)}  report:\n    organisation: Een gemeente\n    address: {address}\n"


ENTRIES = (
    Entry(
        code="VW961",
        title="Woord hoort al bij een ander begrip",
        message="‘{word}’ staat al bij het begrip ‘{term}’.",
        why="Een woord, afkorting of zoekwoord leidt naar één uitleg; bij twee weet de lezer niet welke geldt.",
        remedy="Laat het woord bij het begrip waar een lezer het verwacht, en haal het bij het andere weg.",
        form="glossary",
        bad=_terms(more=_term("gesprek", "⟦PLACE⟧").replace('"⟦PLACE⟧"', '⟦"apart spreken"⟧')),
        good=_terms(more=_term("gesprek", "Gesprek")),
    ),
    Entry(
        code="VW962",
        title="Pagina bij een begrip bestaat niet",
        message="De pagina ‘{page}’ bestaat niet.",
        why="Wie meer over het begrip wil lezen, komt dan nergens.",
        remedy="Schrijf het pad van de pagina vanaf docs/, zoals handboeken/index.md#anker.",
        form="glossary",
        bad=_terms(see="PLACE").replace('"PLACE"', '⟦"weg.md"⟧'),
        good=_terms(),
    ),
    Entry(
        code="VW963",
        title="Plaats bij een begrip bestaat niet",
        message="Op de pagina ‘{page}’ is geen plaats ‘{anchor}’.",
        why="De lezer komt bovenaan de pagina uit en moet zoeken.",
        remedy="Zet {{#anker}} achter de kop op die pagina, of verbeter wat er na ‘#’ staat.",
        form="glossary",
        bad=_terms(see="index.md#⟦nergens⟧"),
        good=_terms(),
    ),
    Entry(
        code="VW964",
        title="Bron bij een begrip bestaat niet",
        message="De bron ‘{ref}’ bestaat niet.",
        why="Bij elke uitleg staat waar die op rust; zonder bron kan niemand haar nagaan.",
        remedy="Schrijf bron#plaats zoals in docs/gegevens/bronnen.yml.",
        form="glossary",
        bad=_terms(source="PLACE").replace('"PLACE"', '⟦"norm#9"⟧'),
        good=_terms(),
    ),
    Entry(
        code="VW965",
        title="Uitleg te lang",
        message="De uitleg heeft {count} tekens; hooguit {limit} passen.",
        why="De uitleg verschijnt bij een woord in de tekst. Daar is plaats voor één of twee zinnen.",
        remedy="Maak de uitleg korter, en zet de rest op de pagina die u bij see noemt.",
        form="glossary",
        bad=_terms("PLACE").replace('"PLACE"', f'⟦"{"Ieder apart. " * 16}"⟧'),
        good=_terms("Ieder apart."),
    ),
    Entry(
        code="VW967",
        title="Meldadres van de verkeerde vorm",
        message="‘{address}’ is geen e-mailadres en geen adres dat met https:// begint.",
        why="Lezers melden hier een fout in een tekst; een adres dat niet werkt, laat die fout staan.",
        remedy="Schrijf naam@organisatie.nl of https://…, of laat address weg zolang er geen is.",
        form="contacts",
        bad=_contacts("⟦redactie⟧"),
        good=_contacts("redactie@gemeente.example"),
    ),
    Entry(
        code="VW968",
        title="Uitleg is geen zin",
        message="De uitleg eindigt niet met een punt of vraagteken.",
        why="De uitleg staat tussen andere zinnen; zonder einde lopen ze in elkaar over.",
        remedy="Maak er een zin van.",
        form="glossary",
        bad=_terms("PLACE").replace('"PLACE"', '⟦"Iemand alleen spreken"⟧'),
        good=_terms(),
    ),
)
