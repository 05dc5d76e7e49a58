"""Owns the laying of a saved scan on the scan as it is now: what changed since, and what of the file still fits.

Fed with documents that `aids.runtime.saved` read. Tells, and changes no file: what was agreed under an older version
stays in it as it was. Runs in browser and build. A line's texts are compared by their hashes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from aids.runtime.saved import Saved
from aids.runtime.saved_faults import Changed, Faults, quoted
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Line, Scan

BY_LINE = ("answers", "notes", "words", "joint", "followup")
"""The parts of a document that hold something for each line."""

SPOKEN = ("answers", "notes", "joint", "followup")
"""Those in which a person said something."""


def changes_since(scan: Scan, saved: Saved) -> list[Changed]:
    """Return what is different in `scan` since `saved` was saved; nothing for a file of this very version.

    A group counts by what any of its respondents answered. A line is new only if the file tells which lines there were.
    """
    members = [saved, *saved.get("group", [])]
    versions = {member["version"] for member in members}
    if versions == {scan.version}:
        return []
    older = [member for member in members if member["version"] != scan.version]
    return [_version(scan, older), *_gone(scan, older), *_differing(scan, older), *_weights(scan, older)]


def fitted(scan: Scan, saved: Saved, faults: Faults, place: str = "") -> Saved:
    """Return what of a document fits `scan`; what it does not know is left out and named in `faults`."""
    lines = {line.id for line in scan.lines}
    criteria = {criterion.id for criterion in scan.criteria}
    made = dict(saved)
    for part in BY_LINE:
        made[part] = _known(saved[part], lines, f"{place}{part}", "Deze scan kent geen vraag met deze naam", faults)
    where = f"{place}weights"
    made["weights"] = _known(saved["weights"], criteria, where, "Deze scan kent geen criterium met deze naam", faults)
    possible = _possible(scan)
    for part in ("answers", "joint"):
        for ident, value in list(made[part].items()):
            if _word(value) not in possible:
                said = f"‘{quoted(_word(value))}’ is in deze scan geen antwoord; de vraag blijft open."
                faults.add("onbekend-antwoord", f"{place}{part}.{ident}", said)
                del made[part][ident]
    if saved["by"]["role"] not in {"", *(role.id for role in scan.roles)}:
        said = f"De rol ‘{quoted(saved['by']['role'])}’ kent deze scan niet; kies haar opnieuw."
        faults.add("onbekende-rol", f"{place}by.role", said)
        made["by"] = {**saved["by"], "role": ""}
    return made


def _known(given: Mapping[str, Any], known: set[str], place: str, said: str, faults: Faults) -> dict[str, Any]:
    for ident in given:
        if ident not in known:
            faults.add("onbekende-regel", f"{place}.{ident}", f"{said}; het is weggelaten.")
    return {ident: value for ident, value in given.items() if ident in known}


def _version(scan: Scan, older: list[Saved]) -> Changed:
    """Return that the version is another one."""
    which = ", ".join(sorted({member["version"] or "onbekend" for member in older}))
    if any(member["rules"] != scan.rules for member in older):
        what = "Ook de regels voor het rekenen zijn anders"
    else:
        what = "Er wordt op dezelfde manier gerekend"
    return Changed("versie", "", f"Bewaard met een andere versie van de scan ({which}; nu {scan.version}). {what}.")


def _gone(scan: Scan, older: list[Saved]) -> Iterator[Changed]:
    """Yield the lines that are no more."""
    lines = {line.id for line in scan.lines}
    for ident in sorted({ident for member in older for part in BY_LINE for ident in member[part]} - lines):
        said = any(ident in member[part] for member in older for part in SPOKEN)
        lost = "Wat erover is ingevuld, telt niet meer mee." if said else "Er was niets over ingevuld."
        yield Changed("vervallen", ident, f"Regel {ident} bestaat niet meer. {lost}")


def _differing(scan: Scan, older: list[Saved]) -> Iterator[Changed]:
    """Yield the lines that are new or worded otherwise, and answers that are not possible any more."""
    possible = _possible(scan)
    for line in scan.lines:
        called = f"Regel {line.number} ({line.short})"
        if all(member["words"] and line.id not in member["words"] for member in older):
            yield Changed("nieuw", line.id, f"{called} is nieuw en staat nog open.")
        elif any(member["words"].get(line.id, line.words) != line.words for member in older):
            yield Changed("andere-woorden", line.id, _reworded(called, line, older))
        lost = sorted({word for member in older for word in _words(member, line.id)} - possible)
        if lost:
            said = (
                f"Bij {called[0].lower()}{called[1:]} is het antwoord ‘{quoted(', '.join(lost))}’ niet meer mogelijk."
            )
            yield Changed("antwoord-vervallen", line.id, f"{said} De vraag staat weer open.")


def _reworded(called: str, line: Line, older: list[Saved]) -> str:
    """Return that a line is worded otherwise, and what that means for its answer."""
    answered = any(line.id in member[part] for member in older for part in ("answers", "joint"))
    kept = "Het antwoord is gehouden; kijk of het nog klopt." if answered else "Er was nog geen antwoord."
    return f"{called} is anders verwoord. {kept}"


def _weights(scan: Scan, older: list[Saved]) -> Iterator[Changed]:
    """Yield the weights whose criterion is no more."""
    known = {criterion.id for criterion in scan.criteria}
    for ident in sorted({ident for member in older for ident in member["weights"]} - known):
        yield Changed("gewicht-vervallen", ident, f"Criterium {ident} bestaat niet meer; zijn gewicht telt niet mee.")


def _possible(scan: Scan) -> set[str]:
    return {LEFT_OUT, UNKNOWN, *(step.id for step in scan.scale)}


def _words(member: Saved, ident: str) -> Iterator[str]:
    """Yield the answers to a line: the own one and the joint one."""
    for part in ("answers", "joint"):
        if ident in member[part]:
            yield _word(member[part][ident])


def _word(value: Any) -> str:  # noqa: ANN401  JSON data
    """Return the id of an answer: of a line, or of what was agreed on it."""
    if isinstance(value, dict):
        return _word(value["answer"]) if "answer" in value else str(value["state"])
    return str(value)
