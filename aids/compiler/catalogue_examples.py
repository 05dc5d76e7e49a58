"""Owns the entries VW251 and on of the catalogue: vignettes, cases and changes with faults in themselves.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry
from aids.compiler.catalogue_samples import DUTY, case, decision, question

_ANY = (
    "    any_of: {wurgen: Verwurging, wapen: Een wapen}\n    none: {geen: Geen}\n    unknown: {onbekend: Weet niet}\n"
)
_NUMBER = "    number: {unit: keer, min: 0, max: 9, unknown: Weet ik nog niet}\n"


def _change(rules: str) -> str:
    return f"changes:\n  - {{date: 2026-11-22, rules: {rules}, say: Gevaar telt zwaarder., advice: [bel-112]}}\n"


ENTRIES = (
    Entry(
        code="VW251",
        title="Onbekende vraag in een voorbeeld",
        message="Er is geen vraag ‘{question}’.",
        why="Een antwoord op een vraag die er niet is, telt niet mee: het voorbeeld toetst dan iets anders.",
        remedy="Noem onder given de id van een vraag.",
        bad=case(given="{⟦nu-gevaren⟧: ja}"),
        good=case(),
    ),
    Entry(
        code="VW252",
        title="Onbekend antwoord in een voorbeeld",
        message="De vraag ‘{question}’ heeft geen antwoord ‘{answer}’.",
        why="Een antwoord dat er niet is, telt niet mee: het voorbeeld toetst dan iets anders.",
        remedy="Kies uit: {answers}.",
        bad=case(given="{nu-gevaar: ⟦jaa⟧}"),
        good=case(),
    ),
    Entry(
        code="VW253",
        title="Antwoord van de verkeerde soort",
        message="Bij ‘{question}’ hoort hier {form}.",
        why="Een voorbeeld geeft antwoorden zoals de lezer ze geeft.",
        remedy="Schrijf het antwoord in die vorm.",
        bad=question(DUTY) + case(given="{nu-gevaar: ja, letsel: ⟦gedaan⟧}"),
        good=question(DUTY) + case(given="{nu-gevaar: ja, letsel: {state: done}}"),
    ),
    Entry(
        code="VW254",
        title="Antwoorden sluiten elkaar uit",
        message="Het antwoord ‘{answer}’ op ‘{question}’ gaat niet samen met een ander.",
        why="‘Geen van deze’ en ‘weet ik nog niet’ sluiten alle andere antwoorden uit.",
        remedy="Haal het weg, of laat het alleen staan.",
        bad=question(_ANY) + case(given="{nu-gevaar: ja, letsel: [wapen, ⟦onbekend⟧]}"),
        good=question(_ANY) + case(given="{nu-gevaar: ja, letsel: [wapen]}"),
    ),
    Entry(
        code="VW255",
        title="Antwoord buiten het bereik",
        message="De vraag ‘{question}’ loopt van {minimum} tot en met {maximum}.",
        why="De lezer kan dit antwoord niet geven.",
        remedy="Kies een antwoord binnen het bereik.",
        bad=question(_NUMBER) + case(given="{nu-gevaar: ja, letsel: ⟦12⟧}"),
        good=question(_NUMBER) + case(given="{nu-gevaar: ja, letsel: 2}"),
    ),
    Entry(
        code="VW256",
        title="Plicht zonder reden of datum",
        message="Bij ‘{question}’ ontbreekt {key}; daardoor blijft de plicht open.",
        why="Niet gedaan telt alleen met een reden, en later alleen met een datum.",
        remedy="Voeg {key} toe, of kies een andere state.",
        bad=question(DUTY) + case(given="{nu-gevaar: ja, letsel: {⟦state⟧: not_done}}"),
        good=question(DUTY) + case(given="{nu-gevaar: ja, letsel: {state: not_done, reason: onveilig}}"),
    ),
    Entry(
        code="VW257",
        title="Voorbeeld verwacht niets",
        message="Onder expect staat niets.",
        why="Een voorbeeld dat niets verwacht, kan nooit misgaan.",
        remedy="Noem een advies (advice), een advies dat er niet mag zijn (without), een uitkomst of een rij.",
        bad=case(expect="{}").replace("expect", "⟦expect⟧"),
        good=case(),
    ),
    Entry(
        code="VW258",
        title="Advies verwacht en uitgesloten",
        message="Het advies ‘{advice}’ staat bij advice en ook bij without.",
        why="Zo kan het voorbeeld nooit uitkomen.",
        remedy="Haal het bij een van de twee weg.",
        bad=case(expect="{advice: [bel-112], without: [⟦bel-112⟧]}"),
        good=case(),
    ),
    Entry(
        code="VW259",
        title="Onbekende rij",
        message="De beslissing ‘{decision}’ heeft geen rij ‘{row}’.",
        why="Een verwachting over een rij die er niet is, kan nooit uitkomen.",
        remedy="Kies uit: {rows}.",
        bad=decision() + case(expect="{rows: {weging: ⟦T1⟧}}"),
        good=decision() + case(expect="{rows: {weging: T0}}"),
    ),
    Entry(
        code="VW260",
        title="Onbekende beslissing",
        message="Er is geen beslissing ‘{decision}’.",
        why="Een verwachting over een beslissing die er niet is, kan nooit uitkomen.",
        remedy="Noem onder rows de id van een beslissing; een uitkomst hoort onder outcomes.",
        bad=decision() + case(expect="{rows: {⟦wegin⟧: T0}}"),
        good=decision() + case(expect="{rows: {weging: T0}}"),
    ),
    Entry(
        code="VW261",
        title="Geen kenmerk van regels",
        message="‘{value}’ is geen kenmerk van de regels van een versie.",
        why="Aan het kenmerk is te zien met welke versie de wijziging vergelijkt.",
        remedy="Neem onder rules de {length} tekens over die de hulp bij haar versie noemt, van voor de wijziging.",
        bad=_change("⟦versie-2⟧"),
        good=_change("0a1b2c3d4e5f6789"),
    ),
)
