"""Owns random groups of respondents, drawn from a seeded `random.Random`: the same seed gives the same again.

Small roles are common, so that hiding them is put to the test. Used by the tests of what respondents say together.
"""

import random

from aids.runtime.scan.answers import read_answers
from aids.runtime.scan.model import Scan
from aids.runtime.scan.results import Respondent
from tests.random_scans import random_saved


def random_group(rng: random.Random, scan: Scan, size: int, *, recognisable: float = 0.5) -> list[Respondent]:
    """Return `size` respondents; roles are of very different sizes, and one in twenty has none that the scan knows."""
    favourite = rng.choice(scan.roles).id
    gaps = rng.random()
    group = []
    for number in range(size):
        saved = random_saved(rng, scan, gaps=gaps)
        read = read_answers(scan, saved["answers"])
        role = favourite if rng.random() < 0.5 else saved["by"]["role"] if rng.random() < 0.9 else "vreemd"
        group.append(
            Respondent(
                ident=saved["by"]["id"],
                file=f"bestand-{number}.json",
                role=role,
                organisation=saved["by"]["organisation"],
                recognisable=rng.random() < recognisable,
                saved=saved["saved"],
                answers=read.answers,
                reasons=read.reasons,
                notes=saved["notes"],
            )
        )
    return group
