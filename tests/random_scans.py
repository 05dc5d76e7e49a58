"""Owns random scans and random files of them, drawn from a seeded `random.Random`: the same seed gives the same again.

`random_scan` has any number of steps, levels, roles, chapters, criteria and lines; `real_shape` is as large as the
scan of the framework; `random_saved` is a file as a respondent saves it, or as a group does. Texts hold what breaks
careless readers: quotes, markup, formulas, accents, lines.
"""

import random
from fractions import Fraction
from itertools import pairwise
from typing import Any

from aids.runtime.scan.model import (
    LEFT_OUT,
    UNKNOWN,
    Chapter,
    Criterion,
    Level,
    Line,
    Role,
    Scan,
    Step,
)

type Json = dict[str, Any]

TEXTS = (
    "Vastgelegd in de regiovisie",
    "Nog bespreken met het team",
    'Hij zei "ja" & <b>niets</b>',
    "=1+1",
    "@SUM(A1)",
    "-3 geteld",
    "ë, ü en 🙂",
    "Regel een\nregel twee; met punt-komma",
    "'enkel'",
    "</script><script>alert(1)</script>",
)
OUTCOMES = ("gedaan", "loopt", "niet-gedaan", "vervallen")
LINES_BY_CRITERION = (6, 5, 4, 4, 4, 4, 3, 3, 3, 2)
"""The lines of `real_shape`: 38 over ten criteria."""
CHAPTER_BY_CRITERION = (0, 0, 1, 1, 2, 2, 3, 3, 4, 4)


def random_scan(rng: random.Random) -> Scan:
    """Return a scan of any shape; every chapter has a criterion and every criterion a line."""
    chapters = rng.randint(1, 4)
    placed = [*range(chapters), *(rng.randrange(chapters) for _ in range(rng.randint(0, 4)))]
    steps, roles = rng.randint(2, 5), rng.randint(1, 4)
    return scan_of(rng, steps, roles, sorted(placed), [rng.randint(1, 5) for _ in placed])


def real_shape() -> Scan:
    """Return a scan of the size of the framework: four steps, four roles, 5 chapters, 10 criteria, 38 lines."""
    return scan_of(random.Random(38), 4, 4, CHAPTER_BY_CRITERION, LINES_BY_CRITERION)  # noqa: S311  the same each time


def scan_of(rng: random.Random, steps: int, roles: int, placed: Any, lines: Any) -> Scan:  # noqa: ANN401  sequences
    """Return a scan with `lines[n]` lines in criterion n, which stands in chapter `placed[n]`."""
    criteria = tuple(
        Criterion(f"c{n + 1}", str(n + 1), f"h{chapter + 1}", f"Criterium {n + 1}", _text(rng))
        for n, chapter in enumerate(placed)
    )
    return Scan(
        id="zelfscan",
        version=_hash(rng),
        rules=_hash(rng),
        title="Zelfscan",
        status="denkkader",
        reviewed="2026-11-22",
        review_by="2027-05-22",
        about="Een eigen hulpmiddel.",
        scale=tuple(Step(f"stap-{n}", f"Stap {n}", "", n) for n in range(steps)),
        levels=_levels(rng, steps - 1),
        roles=tuple(Role(f"rol-{n + 1}", f"Rol {n + 1}") for n in range(roles)),
        chapters=tuple(Chapter(f"h{n + 1}", f"Hoofdstuk {n + 1}", "") for n in range(max(placed) + 1)),
        criteria=criteria,
        lines=tuple(
            _line(rng, criterion, place, count)
            for criterion, count in zip(criteria, lines, strict=True)
            for place in range(count)
        ),
    )


def random_answers(rng: random.Random, scan: Scan, *, gaps: float = 0.3) -> Json:
    """Return answers as a file holds them; about a share `gaps` of the lines is unknown or empty."""
    answers: Json = {}
    for line in scan.lines:
        draw = rng.random()
        if draw < gaps / 2:
            continue
        if draw < gaps:
            answers[line.id] = UNKNOWN
        elif rng.random() < 0.1:
            answers[line.id] = {"state": LEFT_OUT, "reason": _text(rng)}
        else:
            answers[line.id] = rng.choice(scan.scale).id
    return answers


def random_weights(rng: random.Random, scan: Scan) -> dict[str, int]:
    """Return weights for some criteria."""
    return {criterion.id: rng.randint(1, 5) for criterion in scan.criteria if rng.random() < 0.4}


def random_saved(rng: random.Random, scan: Scan, *, group: int = 0, gaps: float = 0.3) -> Json:
    """Return a file of one respondent, or of `group` respondents with joint answers."""
    saved: Json = {
        "format": "veilig-in-de-wijk",
        "schema": 1,
        "kind": "scan",
        "tree": scan.id,
        "version": scan.version,
        "rules": scan.rules,
        "saved": _moment(rng),
        "by": {
            "id": f"{rng.getrandbits(128):032x}",
            "role": rng.choice(scan.roles).id,
            "organisation": rng.choice(("", "Voorbeeldstad", "Wijkteam Noord", *TEXTS[2:6])),
            "recognisable": rng.random() < 0.5,
        },
        "answers": random_answers(rng, scan, gaps=gaps),
        "notes": {line.id: _note(rng) for line in scan.lines if rng.random() < 0.3},
        "words": {line.id: line.words for line in scan.lines},
    }
    if rng.random() < 0.4:
        saved["weights"] = random_weights(rng, scan)
    if rng.random() < 0.4:
        saved["followup"] = {
            line.id: {"state": rng.choice(OUTCOMES), "note": _text(rng)} for line in scan.lines if rng.random() < 0.3
        }
    if group:
        saved["joint"] = random_joint(rng, scan)
        saved["group"] = [random_saved(rng, scan, gaps=gaps) for _ in range(group)]
    return saved


def random_joint(rng: random.Random, scan: Scan) -> Json:
    """Return joint answers with the reason why they were agreed, on about a third of the lines."""
    answers = random_answers(rng, scan)
    return {ident: {"answer": answer, "reason": _text(rng)} for ident, answer in answers.items() if rng.random() < 0.3}


def _note(rng: random.Random) -> Json:
    """Return the notes of a line; each part may be absent."""
    parts: Json = {name: _text(rng) for name in ("evidence", "note", "action") if rng.random() < 0.5}
    if rng.random() < 0.3:
        parts |= {"owner": "Beleid", "date": f"2027-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"}
    return parts


def _line(rng: random.Random, criterion: Criterion, place: int, count: int) -> Line:
    """Return a line of a criterion; the only one of it bears its name."""
    letter = "" if count == 1 else "abcdefghij"[place]
    ident = f"{criterion.id}{letter}"
    page = f"handboeken/criteria.md#{ident}"
    record = rng.choice(("", "regiovisie"))
    return Line(
        ident, f"{criterion.number}{letter}", criterion.id, f"Regel {ident}", _text(rng), record, page, _hash(rng)
    )


def _levels(rng: random.Random, top: int) -> tuple[Level, ...]:
    """Return levels that cover 0 to `top`; the last is one point where the dice say so."""
    inner = {Fraction(rng.randint(1, top * 12 - 1), 12) for _ in range(rng.randint(0, 3))}
    edges = [Fraction(0), *sorted(inner), Fraction(top)]
    levels = [Level(f"niveau-{n}", f"Niveau {n}", *ends, closed=False) for n, ends in enumerate(pairwise(edges))]
    if rng.random() < 0.5:
        return (*levels, Level("volledig", "Volledig", Fraction(top), Fraction(top), closed=True))
    return (*levels[:-1], levels[-1]._replace(closed=True))


def _moment(rng: random.Random) -> str:
    return f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"


def _hash(rng: random.Random) -> str:
    return f"{rng.getrandbits(64):016x}"


def _text(rng: random.Random) -> str:
    return rng.choice(TEXTS)
