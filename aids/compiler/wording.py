"""Owns what may not stand in any text: numbers that are not among the contacts, and words that close a case.

Used by the checks on trees and on pages. Looks at plain text only; the caller knows where it stands. Runs in the build.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

LONG_NUMBER = re.compile(r"(?<![\w#./+-])(?:\+31|0031|0)[0-9 ().\u00a0-]{5,25}[0-9](?![\w-])")
SHORT_NUMBER = re.compile(
    r"\b(?:bel(?:t|len)?|telefoon(?:nummer)?|tel\.?|nummer|alarmnummer):?\s+(?:[^\W\d]+\s+){0,3}(?P<number>1[0-9]{2})\b",
    re.IGNORECASE,
)
CITY_NUMBER = re.compile(r"(?<![\w#./-])14[ -]?0[1-9][0-9]{1,2}(?![\w-])")
DATE = re.compile(r"[0-9]{1,2}([-. ])[0-9]{1,2}\1(?:19|20)[0-9]{2}")
FEWEST_DIGITS, MOST_DIGITS = 8, 13

ADVERBS = r"(?:(?:meer|altijd|verder|zelf|meteen|direct|dus|per\s+se)\s+)?"
NEEDED = r"(?:nodig|verplicht|vereist|noodzakelijk|aan\s+de\s+orde)"
CLOSING = (
    rf"hoe(?:f|ft|ven)\s+(?:\w+\s+){{0,4}}(?:niet|geen)\s+{ADVERBS}(?:te\s+melden|melding\s+te\s+doen)",
    rf"hoe(?:f|ft|ven)\s+(?:\w+\s+){{0,4}}niet\s+{ADVERBS}(?:gemeld\s+te\s+worden|te\s+worden\s+gemeld)",
    r"niet\s+hoe(?:ft|ven)\s+(?:te\s+)?melden",
    r"meld(?:en|ing)\s+hoeft\s+(?:\w+\s+)?niet",
    rf"meld(?:en|ing)\s+is\s+(?:\w+\s+)?(?:niet\s+(?:meer\s+)?|on){NEEDED}",
    rf"geen\s+melding\s+{NEEDED}",
    r"niet\s+(?:nodig|verplicht)\s+(?:om\s+)?te\s+melden",
    r"(?:kunt|mag|moet|hoeft)\s+(?:\w+\s+)?niets\s+(?:te\s+)?doen",
    r"\bdoe\s+niets\b",
    r"geen\s+actie\s+(?:nodig|vereist)",
)
FORBIDDEN = re.compile("|".join(CLOSING), re.IGNORECASE)
"""Ways to say that a report or an act can be left out. A text may say what is established, and that one may report."""


@lru_cache(maxsize=1024)
def telephone_numbers(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return each telephone number in `text`: start, end, and its digits as dialled within the country."""
    return tuple(_telephone_numbers(text))


def _telephone_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (LONG_NUMBER, CITY_NUMBER):
        for match in pattern.finditer(text):
            digits = dialled(match.group())
            short_enough = pattern is CITY_NUMBER or FEWEST_DIGITS <= len(digits) <= MOST_DIGITS
            if short_enough and not DATE.fullmatch(match.group()):
                yield match.start(), match.end(), digits
    for match in SHORT_NUMBER.finditer(text):
        yield *match.span("number"), match["number"]


def unknown_numbers(text: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield each telephone number in `text` that is not among the digits in `known`: start, end, as written."""
    for start, end, digits in telephone_numbers(text):
        if digits not in known:
            yield start, end, text[start:end]


@lru_cache(maxsize=1024)
def closing_words(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return each place where `text` says that a report or an act can be left out: start, end, the words."""
    return tuple((match.start(), match.end(), match.group()) for match in FORBIDDEN.finditer(text))


def dialled(number: str) -> str:
    """Return the digits of `number` as dialled within the country."""
    digits = re.sub(r"\D", "", number)
    if number.startswith("+31"):
        return "0" + digits[2:].removeprefix("0")
    return "0" + digits[4:] if digits.startswith("0031") else digits
