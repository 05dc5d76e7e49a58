"""Owns the panel `invitation`: a text to send to those who are asked to fill the scan in.

Blanks are for the sender. Runs in browser and build.
"""

from aids.runtime.markup import Node
from aids.runtime.scan.model import Scan
from aids.runtime.scan.panels_parts import blank, bullets, part, say, strong, title
from aids.runtime.scan.together import ENOUGH
from aids.runtime.scan.wording import count, duration, listing
from aids.runtime.scan.work import Work

SECONDS_EACH = 90
"""Time for a line: an estimate of the editors."""

QUARTER = 15


def invitation(scan: Scan, work: Work, today: str) -> list[Node]:  # noqa: ARG001  as every panel
    """Return the text."""
    lines = count(len(scan.lines), "vraag", "vragen")
    roles = listing([role.label for role in scan.roles])
    minutes = -(-len(scan.lines) * SECONDS_EACH // (60 * QUARTER)) * QUARTER
    return [
        title("Uitnodiging om mee te doen"),
        say("Neem deze tekst over, vul de open plekken in en stuur hem naar de invullers."),
        part(f"Wilt u meedoen aan de {scan.title}?"),
        say("Beste ", blank(), ","),
        say(
            "In onze gemeente kijken we samen hoe wij werken aan veiligheid bij huiselijk geweld en "
            f"kindermishandeling. We vragen het aan mensen met verschillende rollen: {roles}. Waar wij verschillen, "
            "praten we daarna over."
        ),
        say(
            strong("Wat vragen we? "), f"U loopt {lines} langs en kiest bij elke vraag hoever het is, zoals u het ziet."
        ),
        say(strong("Hoe lang duurt het? "), f"Naar schatting {duration(minutes)}. U kunt stoppen en later verdergaan."),
        say(
            strong("Weet u iets niet? "),
            "Kies dan ‘weet ik niet’. Dat is een goed antwoord: dan zoeken wij uit wie het weet.",
        ),
        say(strong("Zo doet u mee")),
        bullets(
            [
                ["Open de zelfscan op de site Veilig in de wijk: ", blank(), "."],
                "Kies uw rol. Een naam is niet nodig.",
                "Vul de vragen in. De site stuurt niets weg: alles blijft op uw apparaat.",
                "Bewaar uw antwoorden als bestand.",
                ["Stuur het bestand met de beveiligde mail van uw organisatie aan ", blank(), ", vóór ", blank(), "."],
                "Werkt u op een gedeelde computer? Wis daarna uw antwoorden en het bestand.",
            ],
            "steps",
        ),
        say(
            strong("Geen zaken en geen namen. "),
            "Schrijf nergens iets op over een gezin of over iemand die hulp krijgt. Loopt een gezin nu gevaar? Stop "
            "dan met de scan en bel meteen: 112 en Veilig Thuis staan boven aan elke pagina van de site.",
        ),
        say(
            strong("Wat gebeurt er met uw antwoorden? "),
            f"We leggen alle bestanden naast elkaar. Een rol met minder dan {ENOUGH} invullers laten we niet apart "
            "zien, tenzij iedereen ermee instemt om herkenbaar te zijn. Wie de bestanden bij elkaar brengt, kan uw "
            "antwoorden en aantekeningen wel lezen.",
        ),
        say("We bespreken de uitkomst op ", blank(), ". Vragen? Bel of mail ", blank(), "."),
        say("Met vriendelijke groet,"),
        say(blank()),
    ]
