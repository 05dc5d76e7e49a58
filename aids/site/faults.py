"""Owns the diagnostics of the site itself, VW9xx: what is wrong with built pages and with the steps that build them.

Faults in trees, pages and editorial data have their own codes in `aids.compiler.catalogue`. Runs in the build.
"""

from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Position


def engine_fault(message: str, file: str = "mkdocs.yml") -> Diagnostic:
    """Return what the site engine said, as one of our diagnostics."""
    why = "De pagina's zijn met `mkdocs build --strict` gemaakt; elke waarschuwing houdt een nieuwe versie tegen."
    remedy = "Verbeter de genoemde pagina of mkdocs.yml."
    return Diagnostic("VW901", Position(file), f"MkDocs meldt: {message}", why, remedy)


def engine_failure(message: str) -> Diagnostic:
    """Return that the site engine could not run at all."""
    why = "Zonder MkDocs worden er geen pagina's gemaakt."
    remedy = "Start `python3 build.py`; dat haalt op wat ontbreekt. Blijft dit zo, verbeter dan wat de melding noemt."
    return Diagnostic("VW902", Position("mkdocs.yml"), f"MkDocs is gestopt: {message}", why, remedy)


def broken_link(page: str, line: int, target: str) -> Diagnostic:
    """Return that a link in a built page leads to a file that does not exist."""
    why = "Wie op deze link klikt, komt op een pagina die er niet is."
    remedy = "Verbeter het adres in de Markdown, de sjabloon of de gegevens waar deze pagina uit is gemaakt."
    return Diagnostic("VW903", Position(page, line), f"De link ‘{target}’ leidt nergens heen.", why, remedy)


def broken_anchor(page: str, line: int, target: str) -> Diagnostic:
    """Return that a link in a built page names a place that its target does not have."""
    why = "De pagina bestaat, maar de plaats erin niet; de lezer komt bovenaan uit en zoekt."
    remedy = "Zet het anker in de pagina, of verbeter het deel na ‘#’."
    return Diagnostic("VW904", Position(page, line), f"De plaats ‘{target}’ bestaat niet.", why, remedy)


def foreign_part(page: str, line: int, target: str) -> Diagnostic:
    """Return that a built page loads something from another host."""
    why = "Deze site vraagt niets aan anderen: dat verraadt wie haar leest."
    remedy = "Neem het onderdeel op in deze site, of laat het weg."
    return Diagnostic("VW905", Position(page, line), f"De pagina laadt ‘{target}’ van een andere plek.", why, remedy)


def inline_code(page: str, line: int, what: str) -> Diagnostic:
    """Return that a built page has a style or script inside an attribute, which the policy refuses."""
    why = "De beveiliging van de site weigert stijl en script in de pagina zelf."
    remedy = "Gebruik een klasse of een bestand in docs/assets/."
    return Diagnostic("VW906", Position(page, line), f"De pagina heeft een attribuut ‘{what}’.", why, remedy)


def bundle_fault(message: str) -> Diagnostic:
    """Return that Python for the browser could not be put together."""
    why = "Zonder deze bestanden werken de keuzehulpen alleen als gewone tekst."
    return Diagnostic("VW907", Position("aids/web"), message, why, "Doe wat de melding zegt en bouw opnieuw.")


def missing_part(name: str) -> Diagnostic:
    """Return that a file of the Node parts is not there."""
    why = "De site levert dit bestand zelf, zodat niemand anders ziet wie haar leest."
    remedy = "Start `python3 build.py`: dat haalt de Node-onderdelen op."
    return Diagnostic("VW908", Position(name), f"Het bestand {name} ontbreekt.", why, remedy)


def write_fault(error: OSError, place: str) -> Diagnostic:
    """Return that the site could not be written."""
    why = "De nieuwe site is niet op haar plaats gezet; de vorige versie staat er nog."
    remedy = "Maak ruimte op de schijf, sluit programma's die bestanden in site/ open hebben, en bouw opnieuw."
    return Diagnostic("VW909", Position(place), f"Schrijven lukt niet: {error.strerror or error}.", why, remedy)
