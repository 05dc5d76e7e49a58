"""Owns the certificate of a tree in plain Dutch: what was proven about its rules, and what such a proof does not say.

Fed with the JSON of a proof (`aids.compiler.proof`); used by the build of the site, which puts it in the place that
`certificate_place` keeps in the page of the aid. Record and print take its short form from there. Build only; proves
nothing itself.
"""

from collections.abc import Mapping
from typing import Any, Final

from aids.compiler.render_html import Markup, element, joined
from aids.compiler.words import listed

RESULTS: Final = {"proven": "bewezen", "broken": "weerlegd", "undecided": "niet beslist"}
EVALUATORS: Final = {
    "engine": "het rekendeel dat ook in uw browser draait",
    "solver": "een wiskundig programma dat bewijzen zoekt",
    "oracle": "een klein programma dat alle antwoorden een voor een naloopt",
}
GREAT_NUMBERS: Final = (
    "miljoen",
    "miljard",
    "biljoen",
    "biljard",
    "triljoen",
    "triljard",
    "quadriljoen",
    "quadriljard",
)
THOUSAND, MILLION = 1000, 1_000_000


def certificate_place(tree: str) -> Markup:
    """Return the empty place for the certificate of a tree; without a proof it stays out of sight."""
    return element("section", {"class": "aid-certificate", "data-aid-certificate": tree, "hidden": True})


def render_certificate(certificate: Mapping[str, Any]) -> Markup:
    """Return the certificate as it stands in the page, in the place of the empty one.

    Args:
        certificate: the JSON data of a proof of the tree as the page has it.
    """
    title = f"{certificate['tree']}-bewijs"
    return element(
        "section",
        {"class": "aid-certificate", "data-aid-certificate": certificate["tree"], "aria-labelledby": title},
        element("h2", {"class": "aid-part-title", "id": title}, "Bewijs van de regels"),
        element("div", {"class": "aid-certificate-short"}, _short(certificate)),
        element(
            "details",
            {"class": "aid-fold"},
            element("summary", {"class": "aid-fold-summary"}, "Wat er is bewezen, en hoe"),
            _claims(certificate),
            _checks(certificate),
            _examples(certificate),
            _agreement(certificate["agreement"]),
            _mutants(certificate["mutants"]) if certificate["mutants"] else None,
            _versions(certificate),
        ),
    )


def great_number(number: int) -> str:
    """Return a whole number as it is said: "37", "128.000", "ruim 41 miljard".

    >>> great_number(41_900_000_000)
    'ruim 41 miljard'
    """
    if number < MILLION:
        return f"{number:,}".replace(",", ".")
    power = 2
    while number >= THOUSAND ** (power + 1) and power < len(GREAT_NUMBERS) + 1:
        power += 1
    whole, rest = divmod(number, THOUSAND**power)
    return f"{'ruim ' if rest else ''}{great_number(whole)} {GREAT_NUMBERS[power - 2]}"


def _short(certificate: Mapping[str, Any]) -> Markup:
    counts = certificate["counts"]
    if "lines" in counts:
        first = _short_of_scan(certificate)
    elif certificate["result"] != "proven":
        first = "De regels van deze hulp zijn nog niet helemaal bewezen. Ga uit van uw eigen meldcode."
    else:
        promises = _counted(counts["claims"] + counts["policies"], "belofte", "beloften")
        first = (
            f"De regels van deze hulp zijn nagerekend voor elk volledig geval{_of_how_many(counts['cases'])}. "
            f"{_counted(counts['questions'], 'vraag', 'vragen')}, {_counted(counts['rows'], 'rij', 'rijen')} en "
            f"{_counted(counts['advice'], 'advies', 'adviezen')} zijn stuk voor stuk nagegaan, en {promises} over wat "
            "de hulp altijd of nooit zegt, gelden in elk geval."
        )
    return joined(element("p", {}, first), element("p", {}, element("strong", {}, certificate["says"])), between="\n")


def _short_of_scan(certificate: Mapping[str, Any]) -> str:
    if certificate["result"] != "proven":
        return "Dat deze scan goed rekent, is nog niet helemaal bewezen."
    counts = certificate["counts"]
    lines = _counted(counts["lines"], "vraag", "vragen")
    levels = _counted(counts["levels"], "niveau", "niveaus")
    return (
        f"Bewezen is dat deze scan rekent zoals zij zegt: elk van de {lines} telt mee, elke score heeft één van de "
        f"{levels}, en een score van-tot omvat alles wat er nog uit kan komen."
    )


def _of_how_many(cases: int | None) -> str:
    """Return how many complete cases there are, where they can be counted."""
    return "" if cases is None else f"; dat zijn er {great_number(cases)}"


def _claims(certificate: Mapping[str, Any]) -> Markup | None:
    found = [*certificate["claims"], *certificate["policies"]]
    if not found:
        return None
    items = [element("li", {}, _sentence(claim["say"]), " ", _result(claim["result"])) for claim in found]
    lead = "Deze beloften gelden in elk volledig geval:"
    return joined(element("p", {}, lead), element("ul", {"class": "aid-promises"}, items), between="\n")


def _checks(certificate: Mapping[str, Any]) -> Markup:
    items = [
        element("li", {}, _sentence(check["say"]), f" ({great_number(check['count'])}) ", _result(check["result"]))
        for check in certificate["checks"]
    ]
    return joined(
        element("p", {}, "Verder is nagegaan:"), element("ul", {"class": "aid-promises"}, items), between="\n"
    )


def _examples(certificate: Mapping[str, Any]) -> Markup | None:
    counts = certificate["counts"]
    parts = [
        _counted(counts[name], one, more)
        for name, one, more in (
            ("vignettes", "oefenvoorbeeld", "oefenvoorbeelden"),
            ("regressions", "geval dat misging of kon misgaan", "gevallen die misgingen of konden misgaan"),
        )
        if counts[name]
    ]
    if not parts:
        return None
    told = f"Bij {listed(parts, 'en')} staat met de bron erbij opgeschreven wat eruit moet komen. Dat komt eruit."
    return element("p", {}, told)


def _agreement(agreement: Mapping[str, Any]) -> Markup:
    names = listed([EVALUATORS.get(name, name) for name in agreement["evaluators"]], "en")
    how = (
        f"{len(agreement['evaluators'])} rekenaars die los van elkaar zijn gemaakt, gaven op "
        f"{great_number(agreement['cases'])} gevallen hetzelfde antwoord: {names}."
    )
    return element("p", {}, how)


def _mutants(mutants: Mapping[str, Any]) -> Markup:
    surviving = len(mutants["surviving"])
    left = "Geen enkele bleef onopgemerkt." if not surviving else f"{surviving} bleven onopgemerkt."
    how = (
        f"Om te zien of een fout zou opvallen, zijn {great_number(mutants['generated'])} fouten met opzet in de regels "
        f"gezet. {great_number(mutants['killed'])} vielen op. Van {great_number(mutants['equivalent'])} is bewezen dat "
        f"zij niets veranderen. {left}"
    )
    return element("p", {}, how)


def _versions(certificate: Mapping[str, Any]) -> Markup:
    solver = certificate["solver"]
    parts = [
        ("Versie van de hulp", certificate["version"]),
        ("Regels", certificate["rules"]),
        ("Rekendeel", certificate["engine"]),
        ("Bewijzer", f"{solver['name']} {solver['version']}"),
        *((f"Gedeeld deel ‘{part['id']}’", part["rules"]) for part in certificate["parts"]),
    ]
    items = [joined(element("dt", {}, name), element("dd", {"class": "aid-version"}, value)) for name, value in parts]
    return element("dl", {"class": "aid-versions"}, items)


def _result(result: str) -> Markup:
    return element("strong", {"class": "aid-result"}, RESULTS[result].capitalize())


def _sentence(say: str) -> str:
    """Return a sentence with its full stop."""
    return say if say.endswith((".", "?")) else f"{say}."


def _counted(number: int, one: str, more: str) -> str:
    return f"{great_number(number)} {one if number == 1 else more}"
