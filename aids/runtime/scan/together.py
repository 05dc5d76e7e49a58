"""Owns what several respondents say together: how often each answer, how far apart, by role, and what they agree on.

A role is shown apart only where nobody can be picked out by it: see `shown_roles`. All that is shown of the others are
totals that do not change when they swap their answers. Runs in browser and build. Reads no files (see `group`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Line, Role, Scan
from aids.runtime.scan.results import Answers, LineTogether, Respondent, Split, Together, Weights
from aids.runtime.scan.scores import scores_of

ENOUGH = 3
"""Respondents in a role that is shown apart, and in all roles together that are not."""
FAR_APART = 2
"""Steps between the middles of two roles that see a line differently."""

type Shown = tuple[tuple[str, ...], str]


def together(scan: Scan, respondents: Sequence[Respondent], joint: Answers, weights: Weights | None = None) -> Together:
    """Return what the respondents say together.

    Args:
        scan: the scan that they filled in.
        respondents: each once.
        joint: by line the answer that they agreed on, where they did.
        weights: by criterion; of the profile of what is agreed.
    """
    shown, hidden = shown_roles(scan, respondents)
    sizes = Counter(respondent.role for respondent in respondents)
    groups = {role: [r.answers for r in respondents if r.role == role] for role in shown}
    everyone = [respondent.answers for respondent in respondents]
    lines = {line.id: _line(scan, line, everyone, groups) for line in scan.lines}
    agreed = {line.id: joint.get(line.id) or shared_answer(lines[line.id].all.counts) for line in scan.lines}
    return Together(
        size=len(respondents),
        roles={**{role.id: sizes[role.id] for role in scan.roles}, **sizes},
        shown=shown,
        hidden=hidden,
        recognisable=_all_recognisable(respondents),
        lines=lines,
        agreed=agreed,
        profile=scores_of(scan, agreed, weights),
    )


def shown_roles(scan: Scan, respondents: Sequence[Respondent]) -> Shown:
    """Return the roles that may be shown apart, and in Dutch why not all are ("" if all are).

    A role is shown with three respondents or more. The rest follows by subtraction from the totals, so it must be
    empty or three or more as well; otherwise no role is shown. All are shown where everyone agreed to be recognisable.
    """
    sizes = Counter(respondent.role for respondent in respondents)
    present = [role for role in scan.roles if sizes[role.id]]
    if _all_recognisable(respondents):
        return tuple(role.id for role in present), ""
    large = [role.id for role in present if sizes[role.id] >= ENOUGH]
    rest = len(respondents) - sum(sizes[role] for role in large)
    if large and 0 < rest < ENOUGH:
        return (), _derivable(rest)
    small = [role for role in present if role.id not in large]
    return tuple(large), _too_small(small) if small else ""


def shared_answer(counts: Mapping[str, int]) -> str:
    """Return the one answer that all who know give, else `onbekend`; `counts` says how often each answer is given."""
    given = [answer for answer, count in counts.items() if count and answer != UNKNOWN]
    return given[0] if len(given) == 1 else UNKNOWN


def split(scan: Scan, answers: Iterable[str]) -> Split:
    """Return how a group answers one line; the counts name every answer, by the scale, then `nvt` and `onbekend`."""
    found = Counter(answers)
    counts = {answer: found[answer] for answer in (*(step.id for step in scan.scale), LEFT_OUT, UNKNOWN)}
    points = points_of(scan, counts)
    middle = len(points) // 2
    median = Fraction(points[middle] + points[-middle - 1], 2) if points else None
    return Split(counts, len(points), median)


def points_of(scan: Scan, counts: Mapping[str, int]) -> list[int]:
    """Return the points of all known answers, from low to high."""
    return [step.points for step in scan.scale for _ in range(counts[step.id])]


def _line(scan: Scan, line: Line, everyone: list[Answers], groups: Mapping[str, list[Answers]]) -> LineTogether:
    """Return one line over all respondents and over each role that is shown."""
    whole = split(scan, (answers.get(line.id, UNKNOWN) for answers in everyone))
    roles = {role: split(scan, (answers.get(line.id, UNKNOWN) for answers in group)) for role, group in groups.items()}
    points = points_of(scan, whole.counts)
    someone_lacks_it = whole.counts[UNKNOWN] > 0
    return LineTogether(
        all=whole,
        difference=_difference(scan, whole),
        spread=(points[0], points[-1]) if points else None,
        roles=roles,
        apart=tuple(pair for pair in combinations(roles, 2) if _is_apart(*(roles[role].median for role in pair))),
        answerable=tuple(
            role for role in roles if someone_lacks_it and roles[role].counts[UNKNOWN] < len(groups[role])
        ),
    )


def _difference(scan: Scan, whole: Split) -> Fraction:
    """Return the mean distance in points over all pairs of known answers."""
    pairs = whole.known * (whole.known - 1) // 2
    if not pairs:
        return Fraction(0)
    distance = sum(
        whole.counts[one.id] * whole.counts[other.id] * (other.points - one.points)
        for one, other in combinations(scan.scale, 2)
    )
    return Fraction(distance, pairs)


def _is_apart(one: Fraction | None, other: Fraction | None) -> bool:
    return one is not None and other is not None and abs(one - other) >= FAR_APART


def _all_recognisable(respondents: Sequence[Respondent]) -> bool:
    return bool(respondents) and all(respondent.recognisable for respondent in respondents)


def _derivable(rest: int) -> str:
    left = "één andere invuller koos" if rest == 1 else f"{rest} andere invullers kozen"
    return (
        f"Geen rol wordt apart getoond. Wie de rollen van het totaal aftrekt, houdt over wat {left}. "
        "Het kan wel als iedereen ermee instemt om herkenbaar te zijn."
    )


def _too_small(roles: Sequence[Role]) -> str:
    labels = ", ".join(role.label for role in roles)
    return (
        f"Niet apart getoond: {labels}. Een rol met minder dan drie invullers blijft onherkenbaar, tenzij iedereen "
        "ermee instemt om herkenbaar te zijn."
    )
