"""Owns a second reckoning of a scan, by the plain words of the rule: slow, short, and nothing of the engine's in it.

The proof holds the engine against it. A completion gives every open line a step or leaves it out. Runs in the build.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from aids.compiler.scan.document import ScanDocument
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN

type Given = dict[str, str]
type Means = dict[str, Fraction | None]
"""The whole ("") and each "criteria/..." and "chapters/..."; None where everything is left out."""

WHOLE = ""


def completions(document: ScanDocument, given: Given) -> Iterator[Given]:
    """Yield every way to answer what is open in `given`."""
    unknown = [line.id for line in document.lines if given.get(line.id, UNKNOWN) == UNKNOWN]
    words = [*(step.id for step in document.scale), LEFT_OUT]
    for chosen in product(words, repeat=len(unknown)):
        yield {**given, **dict(zip(unknown, chosen, strict=True))}


def means(document: ScanDocument, answers: Given, weights: dict[str, int]) -> Means:
    """Return the means of answers in which no line is open."""
    points = {step.id: number for number, step in enumerate(document.scale)}
    found: Means = {}
    for criterion in document.criteria:
        counted = [points[answers[line.id]] for line in document.lines_of(criterion.id) if answers[line.id] != LEFT_OUT]
        found[f"criteria/{criterion.id}"] = Fraction(sum(counted), len(counted)) if counted else None
    for chapter in document.chapters:
        inside = [criterion.id for criterion in document.criteria_of(chapter.id)]
        found[f"chapters/{chapter.id}"] = _weighted(found, inside, weights)
    found[WHOLE] = _weighted(found, [criterion.id for criterion in document.criteria], weights)
    return found


def _weighted(found: Means, criteria: list[str], weights: dict[str, int]) -> Fraction | None:
    total, weight = Fraction(0), 0
    for ident in criteria:
        mean = found[f"criteria/{ident}"]
        if mean is not None:
            total += mean * weights.get(ident, 1)
            weight += weights.get(ident, 1)
    return total / weight if weight else None
