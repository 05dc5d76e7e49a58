"""Owns the entries VW227 and on of the catalogue: what a question or a kind of tree asks beyond its form.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry
from aids.compiler.catalogue_samples import DUTY, YES_NO, advice, decision, question

_WHO = "    who: {vt: Veilig Thuis}\n"
_MOMENT = "{moment: Bij elke twijfel, record: Noteer datum en advies.}\n"
_LIST = (
    "questions:\n  - id: nu-gevaar\n    step: gevaar\n    purpose: duty\n    ask: Is het veilig?\n    short: Veilig\n"
    "    reasons: {onveilig: Niet veilig}\n    sources: [norm#1]\n"
)
_NEVER_DECIDES = advice(when="nu-gevaar in {gedaan}")

ENTRIES = (
    Entry(
        code="VW227",
        title="Volgorde mist een antwoord",
        message="In de volgorde van slecht en goed ontbreekt: {missing}.",
        why="Van een antwoord zonder plaats is niet te zeggen of het beter of slechter is.",
        remedy="Noem onder order elk antwoord één keer, van het beste naar het slechtste, ook onbekend.",
        bad=question(YES_NO + "    ⟦order⟧: [nee, ja]\n"),
        good=question(YES_NO + "    order: [nee, onbekend, ja]\n"),
    ),
    Entry(
        code="VW228",
        title="Overleg zonder met wie",
        message="Bij dit overleg staat niet met wie.",
        why="Overleg dat niemand gevoerd hoeft te hebben, is geen overleg.",
        remedy="Voeg who toe, met een of meer mensen of diensten.",
        bad=question(DUTY + "    ⟦overleg⟧: " + _MOMENT),
        good=question(DUTY + _WHO + "    overleg: " + _MOMENT),
    ),
    Entry(
        code="VW229",
        title="Vraag beslist in een checklist",
        message="In een checklist kan ‘{question}’ niet beslissen.",
        why="Een checklist is een lijst van wat te doen en vast te leggen; wie wil beslissen, heeft een flow nodig.",
        remedy="Voeg purpose: duty of purpose: record toe, of maak er kind: flow van.",
        bad="kind: checklist\n"
        + _LIST.replace("nu-gevaar", "⟦nu-gevaar⟧")
        .replace("    purpose: duty\n", "")
        .replace("    reasons: {onveilig: Niet veilig}\n", YES_NO)
        + advice(),
        good="kind: checklist\n" + _LIST + _NEVER_DECIDES,
    ),
    Entry(
        code="VW230",
        title="Beslissing in een checklist",
        message="Een checklist heeft geen beslissingen.",
        why="Een checklist is een lijst van wat te doen en vast te leggen; wie wil beslissen, heeft een flow nodig.",
        remedy="Haal decisions weg, of maak er kind: flow van.",
        bad="kind: checklist\n"
        + _LIST
        + _NEVER_DECIDES
        + decision(when="nu-gevaar in {gedaan}").replace("decisions:", "⟦decisions⟧:", 1),
        good="kind: checklist\n" + _LIST + _NEVER_DECIDES,
    ),
)
