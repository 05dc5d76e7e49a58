"""Owns the recognition of personal data in a text: what has the form of a number, an address or a postcode of a person.

Used by the panel that speaks before a scan is saved, printed or passed on. A form says nothing certain: what is found
is a reason to look, and names it does not see. Runs in browser and build.
"""

import re

BSN_LENGTH = 9
DIGITS = re.compile(r"(?<![\d+])\d(?:[ .]?\d){8}(?![ .]?\d)")
PHONE = re.compile(r"(?<![\d+])(?:\+31|0031|0)(?:[ ().-]{0,2}\d){9}(?![ .-]?\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
POSTCODE = re.compile(r"(?<!\d)[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z])")


def found_in(text: str) -> tuple[str, ...]:
    """Return what the text seems to hold, in Dutch, each kind once.

    >>> found_in("Bel 06 12345678 of mail naam@voorbeeld.nl")
    ('een telefoonnummer', 'een e-mailadres')
    """
    kinds = {
        "een burgerservicenummer": any(_is_bsn(found[0]) for found in DIGITS.finditer(text)),
        "een telefoonnummer": PHONE.search(text) is not None,
        "een e-mailadres": EMAIL.search(text) is not None,
        "een postcode": POSTCODE.search(text) is not None,
    }
    return tuple(kind for kind, is_there in kinds.items() if is_there)


def _is_bsn(written: str) -> bool:
    """Return whether nine digits pass the test of a citizen service number: weights 9 to 2 and -1, a multiple of 11."""
    digits = [int(character) for character in written if character.isdigit()]
    weights = (*range(BSN_LENGTH, 1, -1), -1)
    return any(digits) and sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
