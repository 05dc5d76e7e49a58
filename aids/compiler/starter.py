"""Owns the start of a new tree: a small whole one, with every kind of thing an author needs, that passes all checks.

Fed with an id and the day; used by `new`. Writes no file and knows no command. The words are safe as they stand:
danger gives 112, not knowing never closes anything. Runs in the build only.
"""

from datetime import date, timedelta

from aids.compiler.loader_fields import IDENT

LONGEST = 60
"""Characters of an id: it stands in addresses and file names."""

DEVICES = (f"{name}{number}" for name in ("com", "lpt") for number in range(10))
RESERVED = frozenset({"aux", "con", "nul", "prn", *DEVICES})
"""Names that Windows does not give to files."""

VALID_FOR = timedelta(days=182)
"""A new aid is looked at again within half a year."""


def is_possible(ident: str) -> bool:
    """Return whether a tree can have this id."""
    return bool(IDENT.fullmatch(ident)) and len(ident) <= LONGEST and ident not in RESERVED


def starter(ident: str, day: date) -> str:
    """Return the text of a new tree with this id, made on `day`."""
    title = ident.replace("-", " ").capitalize()
    return TEMPLATE.format(ident=ident, title=title, reviewed=day, review_by=day + VALID_FOR)


TEMPLATE = """\
# yaml-language-server: $schema=../docs/schema/tree.json
# Dit begin klopt: build.py check heeft er niets op aan te merken. Vervang stuk voor stuk wat er staat, en controleer
# na elke stap. Regels die met # beginnen zijn opmerkingen.
schema: 1
id: {ident}
kind: flow
title: "{title}"
lead: Schrijf hier voor wie deze hulp is en wat die ermee te weten komt.
status: denkkader
reviewed: {reviewed}
review_by: {review_by}

steps:
  - id: veilig
    title: Is het veilig?
    sources: [praktijk#gevaar]

# Elke vraag heeft een antwoord "weet ik nog niet". Dat telt nooit als veilig.
questions:
  - id: nu-gevaar
    step: veilig
    ask: Is er op dit moment iemand in gevaar?
    short: Gevaar nu
    answers: {{ja: Ja, nee: Nee, onbekend: Weet ik nog niet}}
    sources: [praktijk#gevaar]
  - id: zorgen
    step: veilig
    ask: Maakt u zich zorgen over wat er later kan gebeuren?
    short: Zorgen over later
    help: Een zorg hoeft u niet te kunnen bewijzen.
    answers: {{ja: Ja, nee: Nee, onbekend: Weet ik nog niet}}
    sources: [praktijk#onbekend]
  - id: overleg-collega
    step: veilig
    purpose: duty
    ask: Overleg met een collega
    short: Overleg met een collega
    help: Een taak. U doet haar en legt haar vast; zij verandert het advies niet.
    who: {{collega: Een collega, aandachtsfunctionaris: De aandachtsfunctionaris}}
    reasons: {{niet-bereikt: Niemand bereikt}}
    sources: [praktijk#overleg]

# Een advies geldt waar zijn `when` waar is, waar een rij het noemt, of allebei.
advice:
  - id: bel-112
    when: nu-gevaar in {{ja}}
    urgency: nu
    title: Bel 112
    do:
      - Bel 112. Zorg eerst dat u zelf veilig bent.
    record: Noteer hoe laat u belde en wat u zag.
    sources: [praktijk#gevaar]
  - id: bel-veilig-thuis
    when: nu-gevaar in {{ja, onbekend}} or zorgen in {{ja}}
    urgency: vandaag
    title: Bel Veilig Thuis voor advies
    do:
      - Bel Veilig Thuis. U hoeft geen namen te noemen als u advies vraagt.
    record: Noteer met wie u sprak, wanneer, en het advies.
    sources: [veilig-thuis#advies]
  - id: zoek-uit
    urgency: deze-week
    title: Zoek uit wat u nog niet weet
    do:
      - Spreek af wie wat uitzoekt, en voor welke dag.
    record: Noteer wat u nog niet weet, wie het uitzoekt en wanneer.
    sources: [praktijk#onbekend]

# Een beslissing leest haar rijen van boven naar beneden; de eerste rij die klopt, telt. Klopt er geen, dan geldt
# `otherwise`: die sluit nooit iets af. Bij `values` staat wat het ergst is vooraan.
decisions:
  - id: vervolg
    title: Wat doet u nu?
    gives:
      stap:
        label: Volgende stap
        values: {{nu: Nu handelen, overleg: Vandaag overleggen, uitzoeken: Eerst uitzoeken, volgen: Blijven volgen}}
    rows:
      - row: R1
        when: nu-gevaar in {{ja}}
        stap: nu
        say: Er is nu gevaar.
        basis: praktijk
        sources: [praktijk#gevaar]
      - row: R2
        when: nu-gevaar in {{nee}} and zorgen in {{nee}}
        stap: volgen
        say: Er is nu geen gevaar en u maakt zich geen zorgen. Blijf kijken, want dat kan veranderen.
        basis: praktijk
        sources: [praktijk#gevaar]
      - row: R3
        when: nu-gevaar in {{nee}} and zorgen in {{onbekend}}
        stap: uitzoeken
        say: Er is nu geen gevaar, maar u weet nog niet wat er later kan gebeuren.
        basis: praktijk
        advice: [zoek-uit]
        sources: [praktijk#onbekend]
    otherwise:
      when: nu-gevaar in {{onbekend}} or zorgen in {{ja}}
      stap: overleg
      say: U maakt zich zorgen, of u weet niet of er nu gevaar is.
      basis: praktijk
      sources: [praktijk#onbekend]

# Wat altijd waar moet zijn. `prove` rekent het na op alle gevallen.
claims:
  - id: gevaar-geeft-112
    say: Bij gevaar op dit moment staat 112 altijd in het advies
    if: nu-gevaar in {{ja}}
    then: bel-112
    sources: [praktijk#gevaar]

# Verzonnen gevallen om mee te oefenen. Schrijf uit de bron op wat er moet uitkomen voordat u de hulp laat rekenen.
vignettes:
  - id: schreeuw-achter-de-deur
    title: Een schreeuw achter de deur
    story: U staat voor de deur en hoort dat er binnen iemand wordt geslagen. U was hier nooit eerder.
    given: {{nu-gevaar: ja, zorgen: nee}}
    expect:
      advice: [bel-112, bel-veilig-thuis]
      without: [zoek-uit]
      urgency: {{bel-112: nu, bel-veilig-thuis: vandaag}}
      outcomes: {{vervolg.stap: nu}}
    sources: [praktijk#gevaar]
  - id: niemand-doet-open
    title: Niemand doet open
    story: De gordijnen zijn dicht en niemand doet open. U weet niet hoe het binnen is.
    given: {{nu-gevaar: onbekend, zorgen: nee}}
    expect:
      advice: [bel-veilig-thuis]
      without: [bel-112, zoek-uit]
      outcomes: {{vervolg.stap: overleg}}
    sources: [praktijk#onbekend]
  - id: bericht-van-een-buur
    title: Een bericht van een buur
    story: Een buur heeft geruzie gehoord. U bent er niet bij en kent de mensen niet.
    given: {{nu-gevaar: onbekend, zorgen: onbekend}}
    expect:
      advice: [bel-veilig-thuis]
      without: [bel-112, zoek-uit]
      outcomes: {{vervolg.stap: overleg}}
    sources: [praktijk#onbekend]
  - id: stil-kind
    title: Een stil kind
    story: Een kind is de laatste tijd stil. Er is nu geen gevaar; u maakt zich zorgen over de komende tijd.
    given: {{nu-gevaar: nee, zorgen: ja}}
    expect:
      advice: [bel-veilig-thuis]
      without: [bel-112, zoek-uit]
      outcomes: {{vervolg.stap: overleg}}
    sources: [praktijk#onbekend]
  - id: nieuw-in-de-straat
    title: Nieuw in de straat
    story: U kent deze mensen nog niet. Er is nu geen gevaar; over later kunt u nog niets zeggen.
    given: {{nu-gevaar: nee, zorgen: onbekend}}
    expect:
      advice: [zoek-uit]
      without: [bel-112, bel-veilig-thuis]
      urgency: {{zoek-uit: deze-week}}
      outcomes: {{vervolg.stap: uitzoeken}}
    sources: [praktijk#onbekend]
  - id: rustig-bezoek
    title: Een rustig bezoek
    story: Het bezoek verliep rustig en u hebt geen zorgen.
    given: {{nu-gevaar: nee, zorgen: nee}}
    expect:
      advice: []
      without: [bel-112, bel-veilig-thuis, zoek-uit]
      outcomes: {{vervolg.stap: volgen}}
    sources: [praktijk#gevaar]
"""
