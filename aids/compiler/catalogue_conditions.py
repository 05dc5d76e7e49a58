"""Owns the VW3xx entries of the catalogue: conditions that do not parse or do not fit the questions.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry


def _advice(when: str) -> str:
    """Return a sample: one advice with this condition."""
    return (
        "advice:\n  - id: bel-112\n    when: " + when + "\n    urgency: nu\n    title: Bel 112\n"
        "    do: [Bel 112.]\n    record: Noteer de tijd.\n    sources: [norm#1]\n"
    )


_DATE = (
    "questions:\n  - id: datum\n    step: gevaar\n    ask: Wanneer kijkt u opnieuw?\n    short: Opnieuw kijken\n"
    "    date: {unknown: Weet ik nog niet}\n    sources: [norm#1]\n"
)
_NUMBER = (
    "questions:\n  - id: keren\n    step: gevaar\n    ask: Hoe vaak is het gebeurd?\n    short: Hoe vaak\n"
    "    number: {unit: keer, min: 0, max: 9, unknown: Weet ik nog niet}\n    sources: [norm#1]\n"
)
_RECORD = (
    "questions:\n  - id: toelichting\n    step: gevaar\n    purpose: record\n    ask: Wat valt op?\n"
    "    short: Wat valt op\n    text: {max: 200}\n    sources: [norm#1]\n"
)

ENTRIES = (
    Entry(
        code="VW301",
        title="Voorwaarde: iets anders verwacht",
        message="In deze voorwaarde staat ‘{found}’ waar {wanted} hoort.",
        why="Een voorwaarde kent alleen: vraag in {{a, b}}, < <= = >= >, not, and, or en haakjes.",
        remedy="Schrijf bijvoorbeeld: nu-gevaar in {{ja, onbekend}} and not signalen in {{geen}}.",
        bad=_advice("nu-gevaar ⟦==⟧ ja"),
        good=_advice("nu-gevaar in {ja}"),
    ),
    Entry(
        code="VW302",
        title="Voorwaarde niet af",
        message="Deze voorwaarde is niet af: er ontbreekt {wanted}.",
        why="Een halve voorwaarde zou anders gelezen kunnen worden dan bedoeld.",
        remedy="Maak de voorwaarde af, of haal het laatste stuk weg.",
        bad=_advice("nu-gevaar in {ja} an⟦d⟧"),
        good=_advice("nu-gevaar in {ja}"),
    ),
    Entry(
        code="VW303",
        title="Voorwaarde te diep",
        message="In deze voorwaarde zitten meer dan {limit} haakjes in elkaar.",
        why="Zo'n voorwaarde kan niemand nalezen.",
        remedy="Verdeel de voorwaarde over meer adviezen of rijen.",
        bad=_advice('"' + "(" * 20 + "⟦(⟧nu-gevaar in {ja}" + ")" * 21 + '"'),
        good=_advice('"(nu-gevaar in {ja})"'),
    ),
    Entry(
        code="VW304",
        title="Onbekende vraag",
        message="Er is geen vraag ‘{question}’.",
        why="Een voorwaarde over een vraag die er niet is, is nooit waar.",
        remedy="Controleer de id van de vraag.",
        bad=_advice("⟦nu-gevaren⟧ in {ja}"),
        good=_advice("nu-gevaar in {ja}"),
    ),
    Entry(
        code="VW305",
        title="Vraag staat niet erboven",
        message="De vraag ‘{question}’ staat niet boven deze vraag.",
        why="Of een vraag geldt, mag alleen afhangen van vragen die al gesteld zijn.",
        remedy="Zet de vraag waar het van afhangt hoger, of gebruik een andere.",
        bad=(
            "questions:\n  - id: letsel\n    step: gevaar\n    ask: Is er letsel?\n    short: Letsel\n"
            "    when: ⟦letsel⟧ in {ja}\n    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n"
            "    sources: [norm#1]\n"
        ),
        good=(
            "questions:\n  - id: letsel\n    step: gevaar\n    ask: Is er letsel?\n    short: Letsel\n"
            "    when: nu-gevaar in {ja}\n    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}\n"
            "    sources: [norm#1]\n"
        ),
    ),
    Entry(
        code="VW306",
        title="Onbekend antwoord",
        message="De vraag ‘{question}’ heeft geen antwoord ‘{answer}’.",
        why="Een voorwaarde over een antwoord dat er niet is, is nooit waar.",
        remedy="Kies uit: {answers}.",
        bad=_advice("nu-gevaar in {⟦jaa⟧}"),
        good=_advice("nu-gevaar in {ja}"),
    ),
    Entry(
        code="VW307",
        title="Vraag beslist nooit",
        message="De vraag ‘{question}’ is er om vast te leggen; een voorwaarde mag haar niet noemen.",
        why="Vrije tekst en wat alleen wordt vastgelegd, beslissen nooit over een advies.",
        remedy="Gebruik een vraag die beslist, of maak van deze een keuzevraag met purpose: decide.",
        bad=_RECORD + _advice("⟦toelichting⟧ in {ja}"),
        good=_RECORD + _advice("nu-gevaar in {ja}"),
    ),
    Entry(
        code="VW308",
        title="Voorwaarde past niet bij de soort vraag",
        message="Dit past niet bij ‘{question}’: dat is {kind}.",
        why="Antwoorden worden genoemd met in; getallen en datums worden vergeleken.",
        remedy="Schrijf het zo: {form}.",
        bad=_advice("nu-gevaar ⟦=⟧ ja"),
        good=_advice("nu-gevaar in {ja}"),
    ),
    Entry(
        code="VW309",
        title="Grens van de verkeerde soort",
        message="Hier hoort {wanted}.",
        why="De vraag ‘{question}’ is alleen daarmee te vergelijken.",
        remedy="Schrijf de grens zonder aanhalingstekens en controleer of een datum bestaat.",
        bad=_DATE + _advice("datum < ⟦2026-02-30⟧"),
        good=_DATE + _advice("datum < 2026-02-28"),
    ),
    Entry(
        code="VW310",
        title="Antwoord twee keer genoemd",
        message="Het antwoord ‘{answer}’ staat al in deze verzameling.",
        why="Vaak was een ander antwoord bedoeld.",
        remedy="Haal het weg of noem het andere antwoord.",
        bad=_advice("nu-gevaar in {ja, ⟦ja⟧}"),
        good=_advice("nu-gevaar in {ja, onbekend}"),
    ),
    Entry(
        code="VW311",
        title="Ontkenning laat niets over",
        message="Met not blijft van ‘{question}’ geen bekend antwoord over: dit is nooit waar.",
        why="Not betekent: zeker een ander antwoord. Onbekend en open horen daar nooit bij.",
        remedy="Bedoelt u onbekend? Noem het dan zelf: {question} in {{onbekend}}.",
        bad=_advice("not ⟦nu-gevaar⟧ in {ja, nee}"),
        good=_advice("nu-gevaar in {onbekend}"),
    ),
    Entry(
        code="VW312",
        title="Grens buiten het bereik",
        message="De vraag ‘{question}’ loopt van {minimum} tot en met {maximum}.",
        why="Met een grens daarbuiten is de vergelijking altijd of nooit waar.",
        remedy="Kies een grens binnen het bereik, of pas min of max van de vraag aan.",
        bad=_NUMBER + _advice("keren > ⟦12⟧"),
        good=_NUMBER + _advice("keren > 2"),
    ),
)
