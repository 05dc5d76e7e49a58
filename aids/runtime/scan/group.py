"""Owns the bringing together of respondents: which files count as one each, and what is wrong with the others.

Fed with documents that `aids.runtime.saved` read. A respondent counts once, in the newest file; nothing is merged
silently and nothing good is lost. Runs in browser and build. Works out no scores.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from aids.runtime.saved import MOST_FILES, Saved
from aids.runtime.saved_faults import Fault, Faults, quoted
from aids.runtime.scan.answers import read_answers
from aids.runtime.scan.model import KIND, Scan
from aids.runtime.scan.results import Respondent

type Files = Sequence[tuple[str, Saved]]
"""Name and document of each file."""


class Gathered(NamedTuple):
    """The places in the given row of the files that count, in order, and what is wrong with any."""

    kept: list[int]
    faults: list[Fault]


def respondent_of(saved: Saved, file: str, scan: Scan) -> Respondent:
    """Return what a document says of one respondent: only what this scan knows.

    A role that the scan does not know becomes "". Who has no `id` is told apart by the name of the file.
    """
    by = saved["by"]
    read = read_answers(scan, saved["answers"])
    lines = {line.id for line in scan.lines}
    roles = {role.id for role in scan.roles}
    notes = {ident: dict(texts) for ident, texts in saved["notes"].items() if ident in lines}
    return Respondent(
        by["id"] or f"bestand:{file}",
        file,
        by["role"] if by["role"] in roles else "",
        by["organisation"],
        by["recognisable"],
        saved["saved"],
        read.answers,
        read.reasons,
        notes,
    )


def gather(scan: Scan, files: Files) -> Gathered:
    """Return which of `files` count as respondents of `scan`.

    Left out, each with a fault: a file of another tree, of several respondents, without any answer, an older file of
    the same respondent, and what comes after the first 500. Taken in with a fault: a role or lines that the scan does
    not know, another version of the scan, and who is named differently in two files.
    """
    faults: list[Fault] = []
    fit = [place for place, (name, saved) in enumerate(files) if _fits(scan, name, saved, faults)]
    newest = [max(same, key=lambda place: (files[place][1]["saved"], -place)) for same in _same(files, fit, faults)]
    kept = sorted(newest)
    if len(kept) > MOST_FILES:
        first = kept[MOST_FILES]
        told = f"Er zijn {len(kept)} invullers; vanaf dit bestand tellen ze niet mee: ten hoogste {MOST_FILES} samen."
        faults += _fault("te-veel", files[first][0], "", told)
        kept = kept[:MOST_FILES]
    for place in kept:
        faults += _remarks(scan, *files[place])
    return Gathered(kept, faults)


def _fits(scan: Scan, name: str, saved: Saved, faults: list[Fault]) -> bool:
    """Return whether a document is one respondent's answers to this scan."""
    if saved["kind"] != KIND or saved["tree"] != scan.id:
        told = f"Dit hoort bij ‘{quoted(saved['tree'])}’, niet bij deze scan; het telt niet mee."
        faults += _fault("andere-scan", name, "tree", told)
        return False
    if saved.get("group"):
        count = len(saved["group"])
        told = f"Dit bestand houdt zelf {count} invullers en telt hier niet mee. Open het om daarmee verder te gaan."
        faults += _fault("groep", name, "group", told)
        return False
    if not read_answers(scan, saved["answers"]).answers:
        faults += _fault("leeg", name, "answers", "Er is geen regel van deze scan beantwoord; het telt niet mee.")
        return False
    return True


def _same(files: Files, fit: Sequence[int], faults: list[Fault]) -> Iterator[list[int]]:
    """Yield the places of the files of each respondent, and tell what is wrong where there is more than one."""
    by_who: dict[str, list[int]] = {}
    for place in fit:
        by_who.setdefault(_who(files[place][1]), []).append(place)
    for same in by_who.values():
        faults += _doubles(files, same)
        yield same


def _doubles(files: Files, same: Sequence[int]) -> Iterator[Fault]:
    """Yield what is to be told of the files of one respondent."""
    ordered = sorted(same, key=lambda place: (files[place][1]["saved"], -place))
    name, newest = files[ordered[-1]]
    for place in ordered[:-1]:
        other, older = files[place]
        moments = f"{newest['saved'] or 'geen datum'}; dit bestand: {older['saved'] or 'geen datum'}"
        told = f"Dit is van dezelfde invuller als ‘{quoted(name)}’. Alleen dat telt mee ({moments})."
        yield from _fault("dubbel", other, "by.id", told)
        for part, label in (("role", "rol"), ("organisation", "organisatie")):
            then, now = older["by"][part], newest["by"][part]
            if then != now:
                told = (
                    f"Dezelfde invuller heeft hier als {label} ‘{quoted(then)}’, in ‘{quoted(name)}’ ‘{quoted(now)}’. "
                    "Dat laatste telt; vraag na of dit één persoon is."
                )
                yield from _fault("tegenstrijdig", other, f"by.{part}", told)


def _who(saved: Saved) -> str:
    """Return what tells a respondent apart: the own id, or all that the document says."""
    ident: str = saved["by"]["id"]
    told: dict[str, Any] = {name: saved[name] for name in ("by", "answers", "notes")}
    return ident or json.dumps(told, sort_keys=True)


def _remarks(scan: Scan, name: str, saved: Saved) -> Iterator[Fault]:
    """Yield what is to be told of a file that counts."""
    role = saved["by"]["role"]
    if role not in {item.id for item in scan.roles}:
        said = f"de rol ‘{quoted(role)}’ kent deze scan niet" if role else "er is geen rol gekozen"
        told = f"{said[0].upper()}{said[1:]}; deze invuller telt mee zonder rol."
        yield from _fault("onbekende-rol", name, "by.role", told)
    for error in read_answers(scan, saved["answers"]).errors:
        place = f"answers.{error['question']}"
        yield from _fault(error["code"], name, place, f"{error['message']} De regel telt als onbekend.")
    if saved["version"] != scan.version:
        changed = _changed_lines(scan, saved)
        which = f"Anders verwoord zijn nu: {', '.join(changed)}." if changed else "De regels zijn hetzelfde verwoord."
        yield from _fault("andere-versie", name, "version", f"Ingevuld op een andere versie van deze scan. {which}")


def _changed_lines(scan: Scan, saved: Saved) -> list[str]:
    """Return the numbers of the answered lines whose words are not those that were answered."""
    words, answers = saved["words"], saved["answers"]
    return [line.number for line in scan.lines if line.id in answers and words.get(line.id, line.words) != line.words]


def _fault(code: str, name: str, place: str, told: str) -> list[Fault]:
    faults = Faults(name)
    faults.add(code, place, told)
    return faults.found
