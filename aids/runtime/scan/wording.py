"""Owns how a scan speaks Dutch: numbers, intervals, dates, counts, and the words for answers and levels.

Used by the pictures, the panels and the report, so that one figure reads the same everywhere. Runs in browser and
build.
"""

from collections.abc import Sequence
from fractions import Fraction

from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import Score, Split

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)
NOT_APPLICABLE = "Niet van toepassing"
NOT_KNOWN = "Weet ik niet"
NOT_FILLED_IN = "Niet ingevuld"

SIGN_LEFT_OUT = "n"
SIGN_UNKNOWN = "?"


def number(scan: Scan, score: Fraction) -> str:
    """Return a score with one decimal, rounded, but never up into the next level: 2,96 is not yet 3,0."""
    rounded = _rounded(score, 1)
    if rounded > score and scan.level_of(rounded) != scan.level_of(score):
        rounded -= Fraction(1, 10)
    return plain(rounded)


def plain(value: Fraction, decimals: int = 1) -> str:
    """Return a number from 0 up with a decimal comma, rounded half up."""
    whole, rest = divmod(int(_rounded(value, decimals) * 10**decimals), 10**decimals)
    return f"{whole},{rest:0{decimals}d}"


def middle(value: Fraction) -> str:
    """Return a middle one of whole points: whole, or with the one or two decimals that it has."""
    if value.denominator == 1:
        return str(value.numerator)
    return plain(value, 1 if (value * 10).denominator == 1 else 2)


def interval(scan: Scan, score: Score) -> str:
    """Return a score in words: "1,4", "1,4 tot 2,1", or that nothing counts."""
    if score.low is None or score.high is None:
        return "geen score"
    low, high = number(scan, score.low), number(scan, score.high)
    return low if score.low == score.high else f"{low} tot {high}"


def level_words(scan: Scan, score: Score) -> str:
    """Return the level of a score, or the lowest and the highest that it may be."""
    if score.levels is None:
        return "Alles niet van toepassing"
    if not score.known:
        return "Nog onbekend"
    labels = {level.id: level.label for level in scan.levels}
    low, high = (labels[name] for name in score.levels)
    return low if low == high else f"{low} tot {high.lower()}"


def answer_words(scan: Scan, answer: str | None) -> str:
    """Return an answer as people read it."""
    beside = {LEFT_OUT: NOT_APPLICABLE, UNKNOWN: NOT_KNOWN}
    steps = {step.id: step.label for step in scan.scale}
    return {**steps, **beside}.get(answer or "", NOT_FILLED_IN)


def sign(scan: Scan, answer: str | None) -> str:
    """Return an answer in one sign: its points, `n` or `?`."""
    beside = {LEFT_OUT: SIGN_LEFT_OUT}
    points = {step.id: str(step.points) for step in scan.scale}
    return {**points, **beside}.get(answer or "", SIGN_UNKNOWN)


def answer_signs(scan: Scan) -> list[str]:
    """Return the sign of every answer: the scale, then what stands beside it."""
    return [*(str(step.points) for step in scan.scale), SIGN_LEFT_OUT, SIGN_UNKNOWN]


def signs(scan: Scan) -> str:
    """Return what the signs mean, as one sentence."""
    steps = [f"{step.points} = {step.label.lower()}" for step in scan.scale]
    beside = [f"{SIGN_LEFT_OUT} = niet van toepassing", f"{SIGN_UNKNOWN} = weet ik niet, of niet ingevuld"]
    return f"De tekens: {listing([*steps, *beside])}."


def spread_counts(scan: Scan, split: Split, size: int) -> list[tuple[str, str, int]]:
    """Return how often each answer was given: sign, words and count; who gave none counts as unknown."""
    given = [(str(step.points), step.label, split.counts.get(step.id, 0)) for step in scan.scale]
    left_out = split.counts.get(LEFT_OUT, 0)
    unknown = size - split.known - left_out
    return [*given, (SIGN_LEFT_OUT, NOT_APPLICABLE, left_out), (SIGN_UNKNOWN, NOT_KNOWN, unknown)]


def long_date(text: str) -> str:
    """Return an ISO date, or the date of an ISO moment, as "1 maart 2027"; another text as it is."""
    parts = text[:10].split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isdecimal() for part in parts):
        return text
    month = int(parts[1])
    return f"{int(parts[2])} {MONTHS[month - 1]} {parts[0]}" if 1 <= month <= len(MONTHS) else text


def duration(minutes: int) -> str:
    """Return a number of minutes as "1 uur en 25 minuten"."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} uur"] if hours else []
    return listing([*parts, f"{rest} minuten"] if rest or not hours else parts)


def count(size: int, one: str, more: str) -> str:
    """Return a number with its noun."""
    return f"{size} {one if size == 1 else more}"


def listing(parts: Sequence[str]) -> str:
    """Return parts as "a, b en c"."""
    return " en ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _rounded(value: Fraction, decimals: int) -> Fraction:
    unit = 10**decimals
    return Fraction((value * unit * 2 + 1) // 2, unit)
