"""Owns the bringing together of respondents: which files count as one each, and what is wrong with the others.

Fed with documents that `aids.runtime.saved` read. A respondent counts once, in the newest file; nothing is merged
silently and nothing good is lost. Runs in browser and build. Works out no scores.
"""

import json
from collections.abc import Callable, Iterator, Sequence
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
    kept = newest_of(files, fit, _who, "Dit is van dezelfde invuller als", faults)
    if len(kept) > MOST_FILES:
        told = f"Er zijn {len(kept)} invullers; vanaf dit bestand tellen ze niet mee: ten hoogste {MOST_FILES} samen."
        faults += fault("te-veel", files[kept[MOST_FILES]][0], "", told)
        kept = kept[:MOST_FILES]
    for place in kept:
        faults += _remarks(scan, *files[place])
    return Gathered(kept, faults)


def newest_of(
    files: Files, fit: Sequence[int], who: Callable[[Saved], str], same_as: str, faults: list[Fault]
) -> list[int]:
    """Return of each who the place of the newest file, in order; the others are told, with what contradicts it.

    Args:
        files: all files.
        fit: the places of those that count.
        who: what tells apart whose a document is.
        same_as: the sentence about an older file, up to the name of the newer one.
        faults: where is told what is wrong.
    """
    by_who: dict[str, list[int]] = {}
    for place in fit:
        by_who.setdefault(who(files[place][1]), []).append(place)
    kept = []
    for same in by_who.values():
        *older, newest = sorted(same, key=lambda place: (files[place][1]["saved"], -place))
        kept.append(newest)
        for place in older:
            faults += _double(files[place], files[newest], same_as)
    return sorted(kept)


def is_of(scan: Scan, name: str, saved: Saved, faults: list[Fault]) -> bool:
    """Return whether a document is of this scan; if not, it is told."""
    if saved["kind"] == KIND and saved["tree"] == scan.id:
        return True
    told = f"Dit hoort bij ‘{quoted(saved['tree'])}’, niet bij deze scan; het telt niet mee."
    faults += fault("andere-scan", name, "tree", told)
    return False


def version_remark(scan: Scan, name: str, saved: Saved) -> list[Fault]:
    """Return what is to be told of a file of another version of the scan: nothing for one of this version."""
    if saved["version"] == scan.version:
        return []
    words, answers = saved["words"], saved["answers"]
    changed = [x.number for x in scan.lines if x.id in answers and words.get(x.id, x.words) != x.words]
    which = f"Anders verwoord zijn nu: {', '.join(changed)}." if changed else "De vragen zijn hetzelfde verwoord."
    return fault("andere-versie", name, "version", f"Ingevuld op een andere versie van deze scan. {which}")


def fault(code: str, name: str, place: str, told: str) -> list[Fault]:
    """Return a fault of a file; `told` is the sentence without file and place."""
    faults = Faults(name)
    faults.add(code, place, told)
    return faults.found


def _fits(scan: Scan, name: str, saved: Saved, faults: list[Fault]) -> bool:
    """Return whether a document is one respondent's answers to this scan."""
    if not is_of(scan, name, saved, faults):
        return False
    if saved.get("group"):
        count = len(saved["group"])
        told = f"Dit bestand houdt zelf {count} invullers en telt hier niet mee. Open het om daarmee verder te gaan."
        faults += fault("groep", name, "group", told)
        return False
    if not read_answers(scan, saved["answers"]).answers:
        faults += fault("leeg", name, "answers", "Er is geen vraag van deze scan beantwoord; het telt niet mee.")
        return False
    return True


def _double(old: tuple[str, Saved], new: tuple[str, Saved], same_as: str) -> Iterator[Fault]:
    """Yield that of two files of the same who the newer counts, and where they contradict each other."""
    (name, older), (newer_name, newer) = old, new
    called = quoted(newer_name)
    moments = f"{newer['saved'] or 'geen datum'}; dit bestand: {older['saved'] or 'geen datum'}"
    yield from fault("dubbel", name, "by.id", f"{same_as} ‘{called}’. Alleen dat telt mee ({moments}).")
    for part, label in (("role", "rol"), ("organisation", "organisatie")):
        then, now = older["by"][part], newer["by"][part]
        if then != now:
            told = f"Dezelfde invuller heeft hier als {label} ‘{quoted(then)}’, in ‘{called}’ ‘{quoted(now)}’."
            said = f"{told} Dat laatste telt; vraag na of dit één persoon is."
            yield from fault("tegenstrijdig", name, f"by.{part}", said)


def _who(saved: Saved) -> str:
    """Return what tells a respondent apart: the own id, or all that the document says."""
    ident: str = saved["by"]["id"]
    told: dict[str, Any] = {name: saved[name] for name in ("by", "answers", "notes")}
    return ident or json.dumps(told, sort_keys=True)


def _remarks(scan: Scan, name: str, saved: Saved) -> Iterator[Fault]:
    """Yield what is to be told of a file that counts."""
    role = saved["by"]["role"]
    if role not in {item.id for item in scan.roles}:
        said = f"De rol ‘{quoted(role)}’ kent deze scan niet" if role else "Er is geen rol gekozen"
        yield from fault("onbekende-rol", name, "by.role", f"{said}; deze invuller telt mee zonder rol.")
    for error in read_answers(scan, saved["answers"]).errors:
        told = f"{error['message']} De vraag telt als onbekend."
        yield from fault(error["code"], name, f"answers.{error['question']}", told)
    yield from version_remark(scan, name, saved)
