"""Owns the entries VW313 and on of the catalogue: conditions and claims that name outcomes or advice.

Used by `aids.compiler.catalogue` only. Runs in the build only.
"""

from aids.compiler.catalogue_entry import Entry
from aids.compiler.catalogue_samples import advice, claim, decision, items, question

_THEN = "    if: nu-gevaar in {ja}\n    then: bel-112\n"

ENTRIES = (
    Entry(
        code="VW313",
        title="Onbekende uitkomst",
        message="Er is geen uitkomst ‘{outcome}’.",
        why="Een voorwaarde of verwachting over een uitkomst die er niet is, zegt niets.",
        remedy="Schrijf de id van de beslissing, een punt en de naam onder gives, zoals weging.melden.",
        bad=decision() + advice(when="⟦weging.meldden⟧ in {nu}"),
        good=decision() + advice(when="weging.melden in {nu}"),
    ),
    Entry(
        code="VW314",
        title="Uitkomst van deze of een latere beslissing",
        message="De uitkomst ‘{outcome}’ is hier nog niet bekend.",
        why="Beslissingen volgen elkaar in de volgorde van het bestand; wat later komt, kan niet eerder meetellen.",
        remedy="Zet de beslissing waar het van afhangt hoger, of noem de vragen zelf.",
        bad=decision(when="⟦weging.melden⟧ in {overleg}"),
        good=decision() + items(decision(ident="daarna", when="weging.melden in {overleg}")),
    ),
    Entry(
        code="VW315",
        title="Not over een uitkomst",
        message="In een regel kan not niet over de uitkomst ‘{outcome}’ gaan.",
        why="Wat niet is beslist, is nog niet veilig: met not zou ook een beslissing die niet geldt meetellen.",
        remedy="Noem de uitkomsten die u wel bedoelt.",
        bad=decision() + advice(when="not ⟦weging.melden⟧ in {geen}"),
        good=decision() + advice(when="weging.melden in {nu, overleg}"),
    ),
    Entry(
        code="VW316",
        title="Nvt in een regel",
        message="Een regel kan niet vragen of ‘{outcome}’ nvt is.",
        why="Nvt is geen uitkomst: de beslissing geldt dan niet. Alleen beweringen en voorbeelden noemen nvt.",
        remedy="Noem de antwoorden waarbij de beslissing niet geldt.",
        bad=decision() + advice(when="weging.melden in {nu, ⟦nvt⟧}"),
        good=decision() + advice(when="weging.melden in {nu}"),
    ),
    Entry(
        code="VW317",
        title="Vraag wacht op een latere vraag",
        message="De uitkomst ‘{outcome}’ hangt ook af van de vraag ‘{question}’, en die staat niet erboven.",
        why="Of een vraag geldt, mag alleen afhangen van vragen die al gesteld zijn.",
        remedy="Zet deze vraag onder alle vragen van de beslissing, of laat haar van andere vragen afhangen.",
        bad=question(when="⟦weging.melden⟧ in {nu}") + decision(when="letsel in {ja}"),
        good=question(when="weging.melden in {nu}") + decision(),
    ),
    Entry(
        code="VW318",
        title="Onbekend advies in een bewering",
        message="Er is geen advies ‘{advice}’.",
        why="Een bewering over een advies dat er niet is, bewaakt niets.",
        remedy="Noem de id van een advies onder advice.",
        bad=claim("    if: nu-gevaar in {ja}\n    then: ⟦bel-113⟧\n"),
        good=claim(_THEN),
    ),
    Entry(
        code="VW319",
        title="Naam zonder antwoord",
        message="‘{name}’ is geen advies; er ontbreekt een antwoord of uitkomst.",
        why="Alleen van een advies zegt de naam genoeg: het wordt gegeven of niet.",
        remedy="Schrijf {name} in {{…}} met de antwoorden of uitkomsten die u bedoelt.",
        bad=claim("    if: ⟦nu-gevaar⟧\n    then: bel-112\n"),
        good=claim(_THEN),
    ),
    Entry(
        code="VW320",
        title="Vraag onder never",
        message="Onder never staat de vraag ‘{question}’.",
        why="Wat nooit mag, is een advies of een uitkomst; antwoorden kiest de lezer zelf.",
        remedy="Zet de vraag bij if.",
        bad=decision() + claim("    never: weging.melden in {geen} and ⟦nu-gevaar⟧ in {ja}\n"),
        good=decision() + claim("    if: nu-gevaar in {ja}\n    never: weging.melden in {geen}\n"),
    ),
)
