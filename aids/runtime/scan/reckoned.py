"""Owns what the panels reckon from a work: each figure by the module that owns it, from a saved document.

One way in for all panels, so that they show the same. Runs in browser and build. Decides nothing itself.
"""

from collections.abc import Mapping
from typing import Any

from aids.runtime.scan.answers import Read, read_answers
from aids.runtime.scan.group import respondent_of
from aids.runtime.scan.joint import answers_for, joint_of
from aids.runtime.scan.model import Scan
from aids.runtime.scan.results import Respondent, Scores, Together
from aids.runtime.scan.scores import scores_of
from aids.runtime.scan.together import together
from aids.runtime.scan.work import group_of, mapping, weights_of

type Saved = Mapping[str, Any]


def own(scan: Scan, saved: Saved) -> Read:
    """Return the answers that the document itself holds."""
    return read_answers(scan, mapping(saved.get("answers")))


def stands_for(scan: Scan, saved: Saved) -> Read:
    """Return what the document stands for as one scan: with a group, what the group agreed on."""
    return answers_for(scan, dict(saved))


def scores(scan: Scan, saved: Saved, read: Read) -> Scores:
    """Return the scores of answers with the weights of the document."""
    return scores_of(scan, read.answers, weights_of(saved))


def respondents(scan: Scan, saved: Saved) -> list[Respondent]:
    """Return the respondents of the group, in file order."""
    return [respondent_of(item, "", scan) for item in group_of(saved)]


def group(scan: Scan, saved: Saved) -> Together | None:
    """Return what the group says together; None without a group."""
    people = respondents(scan, saved)
    return together(scan, people, joint_of(scan, saved).answers, weights_of(saved)) if people else None
