"""Owns the bringing together of municipalities: each counts as one scan, also where its file holds a group.

Fed with documents that `aids.runtime.saved` read. A file with respondents is brought back to what they agreed, so that
a large group weighs no more than a small one. Runs in browser and build. Works out no scores.
"""

import json
from typing import NamedTuple

from aids.runtime.saved import MOST_FILES, Saved
from aids.runtime.saved_faults import Fault
from aids.runtime.saved_parts import LONGEST_NOTE
from aids.runtime.scan.answers import read_answers
from aids.runtime.scan.group import Files, fault, is_of, newest_of, version_remark
from aids.runtime.scan.joint import answers_for, is_group, members_of
from aids.runtime.scan.model import LEFT_OUT, Scan
from aids.runtime.scan.rollup import organisation_of


class Region(NamedTuple):
    """The places of the files that count, by place what a file with a group agreed, and what is wrong with any."""

    kept: list[int]
    agreed: dict[int, Saved]
    faults: list[Fault]


def gather_region(scan: Scan, files: Files) -> Region:
    """Return which of `files` count as municipalities of a region.

    Left out, each with a fault: a file of another tree, one without any answer, an older file of the same municipality,
    and what comes after the first 500. The same id under another organisation is another municipality: a file that was
    passed on and filled in there.
    """
    faults: list[Fault] = []
    fit = [place for place, (name, saved) in enumerate(files) if _fits(scan, name, saved, faults)]
    kept = newest_of(files, fit, _which, "Dit is van dezelfde gemeente als", faults)
    if len(kept) > MOST_FILES:
        told = f"Er zijn {len(kept)} scans; vanaf dit bestand tellen ze niet mee: ten hoogste {MOST_FILES} samen."
        faults += fault("te-veel", files[kept[MOST_FILES]][0], "", told)
        kept = kept[:MOST_FILES]
    for place in kept:
        faults += version_remark(scan, *files[place])
    agreed = {place: agreed_of(scan, files[place][1]) for place in kept if is_group(files[place][1])}
    return Region(kept, agreed, faults)


def agreed_of(scan: Scan, saved: Saved) -> Saved:
    """Return a document of a group as one scan: its agreed answers as answers, without the respondents."""
    read = answers_for(scan, saved)
    answers = {
        ident: {"state": LEFT_OUT, "reason": read.reasons[ident][:LONGEST_NOTE]} if answer == LEFT_OUT else answer
        for ident, answer in read.answers.items()
    }
    alone = {name: part for name, part in saved.items() if name != "group"}
    return {**alone, "answers": answers, "joint": {}}


def _fits(scan: Scan, name: str, saved: Saved, faults: list[Fault]) -> bool:
    """Return whether a document is a municipality's scan."""
    if not is_of(scan, name, saved, faults):
        return False
    if any(read_answers(scan, member["answers"]).answers for member in members_of(saved)):
        return True
    faults += fault("leeg", name, "answers", "Er is geen vraag van deze scan beantwoord; het telt niet mee.")
    return False


def _which(saved: Saved) -> str:
    """Return what tells a municipality apart: the own id with the organisation, or all that the document says."""
    ident = saved["by"]["id"]
    return json.dumps([ident, organisation_of(saved).casefold()] if ident else saved, sort_keys=True)
