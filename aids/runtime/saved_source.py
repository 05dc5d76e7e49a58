"""Owns the step from the text of a saved file to its data: plain JSON, or the block of data in one of our HTML files.

Fed by `saved` with text from anyone. Never raises and runs nothing: what is in an HTML file besides the block is not
looked at. Says why a text cannot be read. Runs in browser and build.
"""

import json
import math
import re
from typing import Any, NamedTuple

from aids.runtime.nesting import DEEPEST, depth
from aids.runtime.saved_faults import Faults, quoted

LARGEST = 5_000_000
"""Characters of a file at most."""

BLOCK = "veilig-in-de-wijk"
"""The id of the element that holds the data in an HTML file."""

ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end the block or begin markup, written as JSON may write it."""

LONGEST_NUMBER = 15
SCRIPT = re.compile(r"<script\b([^<>]{0,400})>", re.IGNORECASE)
END = re.compile(r"</script", re.IGNORECASE)
OWN_TYPE = re.compile(r"\btype\s*=\s*[\"']?application/json\b", re.IGNORECASE)
OWN_ID = re.compile(rf"\bid\s*=\s*[\"']?{BLOCK}(?![\w-])", re.IGNORECASE)


class Strange(NamedTuple):
    """Stands in the data for a value that JSON text may hold but no file of ours does; `say` tells what it is."""

    say: str


TWICE = Strange("Dit staat er twee keer; welke van de twee telt, is niet te zeggen.")
NO_NUMBER = Strange("Dit is geen gewoon getal.")


def data_of(text: str, faults: Faults) -> Any:  # noqa: ANN401  JSON data
    """Return the data in the text of a file, with `Strange` for some values; None with a fault if there is none."""
    if len(text) > LARGEST:
        faults.add("te-groot", "", f"Het bestand is te groot: meer dan {LARGEST // 1_000_000} miljoen tekens.")
        return None
    bare = text.removeprefix("\ufeff").strip()
    unfit = _unfit(bare)
    if unfit:
        faults.add(*unfit)
        return None
    return _from_json(_block(bare, faults) if bare.startswith("<") else bare, faults)


def escaped(json_text: str) -> str:
    """Return JSON text as it may stand in an HTML file; the same data."""
    return json_text.translate(ESCAPES)


def _unfit(text: str) -> tuple[str, str, str] | None:
    """Return the fault of a text that does not even look like one of our files, or None."""
    if not text:
        return "leeg", "", "Het bestand is leeg."
    if text.startswith("PK"):
        return (
            "vreemd-bestand",
            "",
            "Dit is een rekenblad of een ingepakt bestand; hier past een bewaard bestand (.html of .json).",
        )
    if "\0" in text or text.startswith("\ufffd"):
        return "tekenset", "", "De tekens zijn niet te lezen: het bestand is niet als UTF-8 bewaard."
    if text[0] not in "<{[":
        return "vreemd-bestand", "", "Dit is geen bestand dat op deze site is bewaard."
    return None


def _block(text: str, faults: Faults) -> str | None:
    """Return the JSON text in an HTML file of ours."""
    found = [each for each in SCRIPT.finditer(text) if OWN_TYPE.search(each[1]) and OWN_ID.search(each[1])]
    if not found:
        if text[-20:].lower().endswith("</html>"):
            faults.add("vreemd-bestand", "", "Dit is een webpagina, maar geen bestand dat op deze site is bewaard.")
        else:
            faults.add(
                "half", "", "Deze webpagina houdt halverwege op, of is hier niet bewaard: de gegevens ontbreken."
            )
        return None
    if len(found) > 1:
        faults.add("dubbel", "", "Er staat meer dan één blok met gegevens in; welk telt, is niet te zeggen.")
        return None
    end = END.search(text, found[0].end())
    if end is None:
        faults.add("half", "", "Het bestand houdt halverwege op. Bewaar het opnieuw, of vraag het opnieuw op.")
        return None
    return text[found[0].end() : end.start()].strip()


def _from_json(text: str | None, faults: Faults) -> Any:  # noqa: ANN401  JSON data
    """Return the data of a JSON text."""
    if text is None:
        return None
    if depth(text) > DEEPEST:
        faults.add("te-diep", "", "De gegevens zijn dieper genest dan een bestand van deze site ooit is.")
        return None
    try:
        return json.loads(
            text, object_pairs_hook=_pairs, parse_int=_whole, parse_float=_broken, parse_constant=lambda _: NO_NUMBER
        )
    except json.JSONDecodeError as error:
        if error.pos >= len(text) or error.msg.startswith("Unterminated"):
            faults.add("half", "", "Het bestand houdt halverwege op. Bewaar het opnieuw, of vraag het opnieuw op.")
        else:
            near = quoted(text[error.pos : error.pos + 20])
            place = f"op regel {error.lineno}, teken {error.colno}, bij ‘{near}’"
            faults.add("geen-json", "", f"De gegevens zijn beschadigd {place}: dit is geen JSON.")
        return None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object, with `TWICE` for a name that is there more than once."""
    made: dict[str, Any] = {}
    for name, value in pairs:
        made[name] = TWICE if name in made else value
    return made


def _whole(digits: str) -> int | Strange:
    return int(digits) if len(digits) <= LONGEST_NUMBER else NO_NUMBER


def _broken(digits: str) -> float | Strange:
    number = float(digits)
    return number if math.isfinite(number) else NO_NUMBER
