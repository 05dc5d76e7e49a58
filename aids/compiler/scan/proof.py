"""Owns the proof of a scan: that its levels cover every score once, that every line counts, and that intervals hold.

What the solver proves, it proves for all numbers: the levels over every real score, and the law that a mean with its
unknown lines read as nothing and as the top lies around every completion, for any number of lines and any weights. What
the engine reckons is then gone through criterion by criterion, every state up to the order of its lines, and held
against the `oracle` on a seeded sample. A scan with faults of form never comes here, so what breaks is a fault in this
program and raises. Used by `prove` and the site's build. Runs in the build only.
"""

import random
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import z3

from aids.compiler.canonical import hashed
from aids.compiler.catalogue import fault
from aids.compiler.proof.agreement import SEED, DisagreementError
from aids.compiler.proof.cache import kept_at, prover_hash
from aids.compiler.proof.certificate import Certificate, Check, Witness
from aids.compiler.proof.proving import engine_hash
from aids.compiler.proof.solving import SECONDS
from aids.compiler.scan.document import ScanDocument
from aids.compiler.scan.oracle import WHOLE, Given, completions, means
from aids.runtime.scan.model import LARGEST_WEIGHT, LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import Score, Scores
from aids.runtime.scan.scores import scores_of

SENTENCE = (
    "Dit bewijs gaat over het rekenen, niet over uw gemeente. Wat u invult, en wat u ermee doet, beoordeelt u zelf."
)
SAMPLE = 60
"""Random scans that are reckoned twice."""

MOST_OPEN = 3
"""Open lines in one of those: all its completions are reckoned."""

LARGEST_CRITERION = 12
"""Lines up to which every state of a criterion is gone through; the law itself holds for any number."""


def prove_scan(document: ScanDocument, scan: Scan, *, seconds: float = SECONDS) -> Certificate:
    """Return the certificate of a scan without findings in its form; raises `DisagreementError` if the engine errs.

    Args:
        document: the scan with its texts.
        scan: the same, compiled.
        seconds: time for one question to the solver; what takes longer is undecided.
    """
    agreement = _agree(document, scan)
    checks = (
        _levels_cover(document, seconds),
        _lines_matter(document, scan),
        _parts_reached(document, scan),
        _ends_reached(document, scan),
        _interval_law(document, seconds),
        _intervals_hold(document, scan),
        agreement,
    )
    still_open = [subject for check in checks for subject in check.open]
    return Certificate(
        tree=scan.id,
        version=scan.version,
        rules=scan.rules,
        engine=engine_hash(),
        solver=z3.get_version_string(),
        counts=_counts(document),
        checks=checks,
        claims=(),
        policies=(),
        examples=(),
        agreement=agreement.count,
        mutants=None,
        parts=(),
        diagnostics=(fault("VW811", document.at, subjects=still_open),) if still_open else (),
        evaluators=("engine", "oracle"),
        says=SENTENCE,
    )


def proven_scan(document: ScanDocument, scan: Scan, folder: Path) -> Certificate:
    """Return the certificate of a scan; one made before in `folder` if nothing that it depends on has changed since."""
    depends = (scan.version, scan.rules, engine_hash(), prover_hash(Path(__file__).parent), z3.get_version_string())
    path = folder / f"{scan.id}-{hashed('\0'.join(depends))}.json"
    return kept_at(path, lambda: prove_scan(document, scan))


def _counts(document: ScanDocument) -> dict[str, int | None]:
    """Return what there is of everything; `cases` are the scans without open lines."""
    empty = ("advice", "decisions", "rows", "floors", "claims", "policies", "vignettes", "regressions")
    return {
        "cases": (len(document.scale) + 1) ** len(document.lines),
        "questions": len(document.lines),
        **dict.fromkeys(empty, 0),
        "lines": len(document.lines),
        "criteria": len(document.criteria),
        "chapters": len(document.chapters),
        "levels": len(document.levels),
    }


# What the solver proves ----------------------------------------------------------------------------------------------


def _levels_cover(document: ScanDocument, seconds: float) -> Check:
    """Prove that each real number from 0 to the top lies in exactly one level."""
    score = z3.Real("score")
    solver = _solver(seconds)
    solver.add(score >= 0, score <= document.top)
    held = [
        z3.And(score >= _real(level.start), score <= _real(level.end) if level.closed else score < _real(level.end))
        for level in document.levels
    ]
    solver.add(z3.Sum([z3.If(each, 1, 0) for each in held]) != 1)
    return _refuted(solver, Check("levels-cover", "Elke score heeft precies één niveau.", len(held), ()))


def _interval_law(document: ScanDocument, seconds: float) -> Check:
    """Prove the law of the interval, for means of any number of parts and any weights.

    Of the parts that a completion keeps, `low`, `mean` and `high` are the weighted sums of their lowest, completed and
    highest values, and `kept` their weight; `dropped` is the weight of the parts that it leaves out, all of them
    without a known answer, so from nothing to the top. So do lines make a criterion, and criteria a chapter and the
    whole.
    """
    low, mean, high, kept, dropped = (z3.Real(name) for name in ("low", "mean", "high", "kept", "dropped"))
    solver = _solver(seconds)
    solver.add(low >= 0, low <= mean, mean <= high, high <= document.top * kept, kept > 0, dropped >= 0)
    below = low * kept <= mean * (kept + dropped)
    above = mean * (kept + dropped) <= (high + document.top * dropped) * kept
    solver.add(z3.Not(z3.And(below, above)))
    say = "Een score van-tot omvat elke manier om de open vragen in te vullen: bewezen voor elk aantal en elk gewicht."
    return _refuted(solver, Check("interval-law", say, 2, ()))


def _solver(seconds: float) -> z3.Solver:
    solver = z3.Solver()
    solver.set("timeout", max(1, int(seconds * 1000)))
    return solver


def _refuted(solver: z3.Solver, check: Check) -> Check:
    """Return the check as the solver leaves it, when nothing can hold of what was added; raises if something can."""
    answer = solver.check()
    if answer == z3.sat:
        raise DisagreementError("solver", Witness({}, "", (str(solver.model()),)))
    return check if answer == z3.unsat else Check(check.id, check.say, check.count, (), (check.id,))


def _real(number: Fraction) -> z3.RatNumRef:
    return z3.Q(number.numerator, number.denominator)


# What the engine reckons ---------------------------------------------------------------------------------------------


def _lines_matter(document: ScanDocument, scan: Scan) -> Check:
    """Go up the scale on one line, all others at the lowest step: the whole must rise with every step."""
    lowest = _all(document, document.scale[0].id)
    for line in document.lines:
        row = [scores_of(scan, {**lowest, line.id: step.id}).whole.low or Fraction(0) for step in document.scale]
        _hold(row == sorted(set(row)), {**lowest, line.id: document.scale[-1].id})
    return Check("lines-matter", "Elke vraag op zichzelf verandert de hele score.", len(document.lines), ())


def _parts_reached(document: ScanDocument, scan: Scan) -> Check:
    """Answer the lines of one criterion only: it and its chapter have their score, all others are still open."""
    for criterion in document.criteria:
        given = {line.id: document.scale[-1].id for line in document.lines_of(criterion.id)}
        scores = scores_of(scan, given)
        reached = [ident for ident, score in scores.criteria.items() if score.known]
        chapters = [ident for ident, score in scores.chapters.items() if score.known]
        _hold((reached, chapters) == ([criterion.id], [criterion.chapter]), given)
    count = len(document.criteria) + len(document.chapters)
    return Check("parts-reached", "Elk criterium en elk hoofdstuk krijgt een score, van de eigen vragen.", count, ())


def _ends_reached(document: ScanDocument, scan: Scan) -> Check:
    """Fill in the lowest and the highest step everywhere: every score is 0, and every score is the top."""
    for step, expected in ((document.scale[0], Fraction(0)), (document.scale[-1], Fraction(document.top))):
        given = _all(document, step.id)
        scores = scores_of(scan, given)
        _hold(all(score.low == score.high == expected for score in _every(scores)), given)
    return Check("ends-reached", "De laagste en de hoogste score zijn te halen.", 2, ())


def _intervals_hold(document: ScanDocument, scan: Scan) -> Check:
    """Go through every state of each criterion, up to the order of its lines, and every completion of it."""
    small = [item.id for item in document.criteria if len(document.lines_of(item.id)) <= LARGEST_CRITERION]
    count = sum(_Criterion(document, scan, ident).pairs() for ident in small)
    say = (
        "Elk criterium is nagerekend in alle standen van zijn vragen, met alle manieren om de open vragen in te vullen."
    )
    return Check("intervals-hold", say, count, ())


class _Criterion:
    """One criterion, as the engine reckons it: a state is how many lines are known, their sum, and how many unknown."""

    def __init__(self, document: ScanDocument, scan: Scan, ident: str) -> None:
        self.document, self.scan, self.ident = document, scan, ident
        self.lines = [line.id for line in document.lines_of(ident)]

    def pairs(self) -> int:
        """Return how many pairs of a state and a completion of it were compared."""
        size, top = len(self.lines), self.document.top
        complete = {(known, total): self.score(known, total, 0).low for known, total in _sums(size, top)}
        pairs = 0
        for known, total in complete:
            for unknown in range(1, size - known + 1):
                score = self.score(known, total, unknown)
                for more, extra in _sums(unknown, top):
                    _hold(_within(complete[known + more, total + extra], score), self.answers(known, total, unknown))
                    pairs += 1
        return pairs

    def score(self, known: int, total: int, unknown: int) -> Score:
        """Return the engine's score in a state."""
        return scores_of(self.scan, self.answers(known, total, unknown)).criteria[self.ident]

    def answers(self, known: int, total: int, unknown: int) -> Given:
        """Return answers that bring the criterion in a state."""
        found = dict.fromkeys(self.lines, LEFT_OUT) | dict.fromkeys(self.lines[known : known + unknown], UNKNOWN)
        for line in self.lines[:known]:
            points = min(total, self.document.top)
            found[line] = self.document.scale[points].id
            total -= points
        return found


def _sums(most: int, top: int) -> Iterator[tuple[int, int]]:
    """Yield how many lines have a step, up to `most`, with each sum of points that they can have."""
    return ((count, total) for count in range(most + 1) for total in range(count * top + 1))


def _within(mean: Fraction | None, score: Score) -> bool:
    """Return whether a mean lies in the interval of a score; no mean at all lies in any."""
    return mean is None or (score.low is not None and score.high is not None and score.low <= mean <= score.high)


def _agree(document: ScanDocument, scan: Scan) -> Check:
    """Reckon random scans with random weights by the engine and by the oracle, with all completions of each."""
    chance = random.Random(SEED)  # noqa: S311  a sample that is the same each time
    for _ in range(SAMPLE):
        given = _random(document, chance)
        weights = {criterion.id: chance.randint(1, LARGEST_WEIGHT) for criterion in document.criteria}
        found = [means(document, each, weights) for each in completions(document, given)]
        engine = scores_of(scan, given, weights)
        scores = {
            WHOLE: engine.whole,
            **{f"chapters/{ident}": score for ident, score in engine.chapters.items()},
            **{f"criteria/{ident}": score for ident, score in engine.criteria.items()},
        }
        for name, score in scores.items():
            known = [mean for each in found if (mean := each[name]) is not None]
            bounds = (min(known), max(known)) if known else (None, None)
            _hold((score.low, score.high) == bounds, given)
    say = "Twee manieren van rekenen geven in elk van deze scans hetzelfde, met elke invulling van wat open is."
    return Check("evaluators-agree", say, SAMPLE, ())


def _random(document: ScanDocument, chance: random.Random) -> Given:
    """Return a scan with a few open lines."""
    words = [*(step.id for step in document.scale), LEFT_OUT]
    given = {line.id: chance.choice(words) for line in document.lines}
    open_lines = chance.sample(list(given), min(MOST_OPEN, len(given)))
    return {**given, **dict.fromkeys(open_lines[: chance.randint(0, MOST_OPEN)], UNKNOWN)}


def _all(document: ScanDocument, answer: str) -> Given:
    return {line.id: answer for line in document.lines}


def _every(scores: Scores) -> Iterator[Score]:
    yield scores.whole
    for group in (scores.chapters, scores.criteria, scores.lines):
        yield from group.values()


def _hold(truth: bool, given: Given) -> None:  # noqa: FBT001  the law itself
    """Raise unless a law holds of the engine on these answers."""
    if not truth:
        raise DisagreementError("engine", Witness(dict(given), "", ()))
