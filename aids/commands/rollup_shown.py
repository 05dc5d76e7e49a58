"""Owns how the command shows a roll-up: as JSON data, and as a table of text. Runs in the build. Reckons nothing."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from aids.runtime.scan.model import Scan
from aids.runtime.scan.results import LineSpread, Quartiles, Rollup, ScoreSpread

type Json = dict[str, Any]

WIDTH = 44
"""Characters of the first column."""
HEAD = ("kwart", "midden", "3/4")


def shown(scan: Scan, found: Rollup, *, named: bool) -> Json:
    """Return a roll-up as JSON data; fractions are the nearest number.

    Args:
        scan: what was filled in.
        found: the roll-up.
        named: whether every organisation agreed to be recognisable; else none is named.
    """
    return {
        "tree": scan.id,
        "version": scan.version,
        "files": found.files,
        "organisations": [*found.organisations] if named else [],
        "whole": _spread(found.whole),
        "chapters": {ident: _spread(spread) for ident, spread in found.chapters.items()},
        "criteria": {ident: _spread(spread) for ident, spread in found.criteria.items()},
        "lines": {ident: _line(spread) for ident, spread in found.lines.items()},
    }


def table(scan: Scan, found: Rollup) -> Iterator[str]:
    """Yield a roll-up as lines of text: scores, then the lines of the scan."""
    yield f"{scan.title}: {found.files} {'scan' if found.files == 1 else 'scans'}, punten van 0 tot {scan.top}"
    yield ""
    yield _row("", ("ten", "minste", "", "ten", "hoogste", "", "zonder"))
    yield _row("Score", (*HEAD, *HEAD, "onbekend"))
    yield _score_row("Geheel", found.whole)
    for chapter in scan.chapters:
        yield _score_row(chapter.title, found.chapters[chapter.id])
    for criterion in scan.criteria:
        yield _score_row(f"{criterion.number}. {criterion.title}", found.criteria[criterion.id])
    yield ""
    yield _row("Regel", (*HEAD, "bekend", "mist", "n.v.t."))
    for line in scan.lines:
        spread = found.lines[line.id]
        counts = (str(spread.known), str(spread.missing), str(spread.left_out))
        yield _row(f"{line.number} {line.short}", (*_cells(spread.quartiles), *counts))
    yield ""


def _score_row(title: str, spread: ScoreSpread) -> str:
    return _row(title, (*_cells(spread.low), *_cells(spread.high), str(spread.complete)))


def _row(title: str, cells: tuple[str, ...]) -> str:
    short = title if len(title) <= WIDTH else f"{title[: WIDTH - 1]}…"
    return (f"{short:{WIDTH}}" + "".join(f"{cell:>9}" for cell in cells)).rstrip()


def _cells(found: Quartiles | None) -> tuple[str, str, str]:
    """Return three values with two decimals, or dashes."""
    if found is None:
        return ("–", "–", "–")
    return (_words(found.lower), _words(found.median), _words(found.upper))


def _words(value: Fraction) -> str:
    return f"{float(value):.2f}".replace(".", ",")


def _spread(found: ScoreSpread) -> Json:
    return {"complete": found.complete, "low": _quartiles(found.low), "high": _quartiles(found.high)}


def _line(found: LineSpread) -> Json:
    return {**found._asdict(), "quartiles": _quartiles(found.quartiles)}


def _quartiles(found: Quartiles | None) -> Json | None:
    if found is None:
        return None
    values = {name: float(getattr(found, name)) for name in ("lower", "median", "upper")}
    return {"size": found.size, **values}
