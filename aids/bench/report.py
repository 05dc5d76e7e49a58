"""Owns the bounds and the report: which figures the site must hold, and whether it does.

Used by the command `bench`. JSON goes to stdout, the table to stderr, so that either can be kept. Measures nothing
itself. Runs on a developer's machine.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

from aids.bench.answers import Answered, measure_answers
from aids.bench.boot import Boot, measure_boot
from aids.bench.building import Building, measure_building
from aids.bench.proofs import Proofs, measure_proofs
from aids.bench.scale import IN_BROWSER, Scale, measure_scale, plotted
from aids.bench.scans import Scans, lines_of, measure_scans
from aids.bench.search import Searched, measure_search
from aids.bench.stage import browsers, served, stock_site
from aids.bench.weight import Weight, measure_weight

AID = "keuzehulpen/meldcode/"
SCAN = "zelfscan/invullen/"
HELD, MISSED, CANNOT_MEASURE = 0, 1, 2


class Measured(NamedTuple):
    """All that one run measures."""

    boot: Boot
    answered: Answered
    weight: Weight
    building: Building
    searched: Searched
    proofs: Proofs
    scale: Scale
    scans: Scans
    scan_weight: Weight


class Figure(NamedTuple):
    """One measured figure and the bound that it must stay under (or at, when `inclusive`)."""

    name: str
    value: float
    bound: float
    unit: str
    inclusive: bool = True

    @property
    def is_held(self) -> bool:
        """Return whether the figure is within its bound."""
        return self.value <= self.bound if self.inclusive else self.value < self.bound


def run(site: Path) -> int:
    """Measure the built `site`, print table and JSON; return 0, 1 when a bound is missed, 2 without a site."""
    if not (site / AID / "index.html").is_file():
        print(f"Er is geen gebouwde site in {site.name}/: start eerst `python3 build.py`.", file=sys.stderr)
        return CANNOT_MEASURE
    with stock_site() as stock, served(site) as ours, served(stock) as theirs, browsers() as playwright:
        measured = Measured(
            weight=measure_weight(playwright, site, ours + AID),
            boot=measure_boot(playwright, ours + AID, theirs),
            answered=measure_answers(playwright, ours + AID),
            building=measure_building(),
            searched=measure_search(playwright, site, ours),
            proofs=measure_proofs(),
            scale=measure_scale(playwright, site, ours + AID),
            scans=measure_scans(),
            scan_weight=measure_weight(playwright, site, ours + SCAN),
        )
    figures = _figures(measured)
    rest = [*plotted(measured.scale), "", *lines_of(measured.scans), _weight_of_scan(measured.scan_weight)]
    print("\n".join([_table(figures), "", *rest]), file=sys.stderr)
    print(json.dumps(_record(figures, measured), indent=2))
    return HELD if all(figure.is_held for figure in figures) else MISSED


def _figures(measured: Measured) -> list[Figure]:
    """Return the figures with their bounds."""
    boot, answered, weight, building, searched, proofs, scale, *_ = measured
    hundred = next(size for size in scale.sizes if size.questions == IN_BROWSER)
    return [
        Figure("eerste bezoek tot eerste View, tegen Pyodide zelf", boot.cold / boot.stock_cold, 0.45, "x"),
        Figure("tweede bezoek, tegen eerste van Pyodide zelf", boot.second / boot.stock_cold, 0.35, "x"),
        Figure("langste taak van de pagina tijdens laden", boot.longest_task, 50, "ms", inclusive=False),
        Figure("antwoord tot nieuwe View in beeld, p95", answered.p95, 16, "ms", inclusive=False),
        Figure("toetsaanslag tot resultaten van zoeken, p95", searched.p95, 10, "ms", inclusive=False),
        Figure("eerste bezoek over de lijn, brotli", weight.total / 1e6, 3.7, "MB"),
        Figure("waarvan de pagina zelf", weight.page / 1e3, 120, "kB"),
        Figure("schone bouw van de hele site, met elk bewijs", building.clean, 30, "s", inclusive=False),
        Figure("één gewijzigde pagina tijdens serve", building.page, 3, "s", inclusive=False),
        Figure("bewijs van de traagste echte boom", max(proofs.seconds.values()), 10, "s", inclusive=False),
        Figure(f"bewijs van een boom van {IN_BROWSER} vragen", hundred.prove_s, 30, "s", inclusive=False),
        Figure(f"antwoord bij {IN_BROWSER} vragen, in de worker, p95", scale.browser_p95_ms, 16, "ms", inclusive=False),
    ]


def _table(figures: list[Figure]) -> str:
    """Return the figures as lines to read."""
    lines = [f"{'cijfer':52}{'gemeten':>12}{'grens':>12}"]
    for figure in figures:
        measured, bound = f"{figure.value:.3g} {figure.unit}", f"{figure.bound:g} {figure.unit}"
        lines.append(f"{figure.name:52}{measured:>12}{bound:>12}  {'gehaald' if figure.is_held else 'GEMIST'}")
    return "\n".join(lines)


def _weight_of_scan(weight: Weight) -> str:
    """Return what a first visit to the scan weighs: it has no bound, for it brings all exports along."""
    total, page = f"{weight.total / 1e6:.2f} MB", f"{weight.page / 1e3:.0f} kB"
    return f"zelfscan, eerste bezoek over de lijn, brotli: {total}, waarvan de pagina zelf {page}"


def _record(figures: list[Figure], measured: Measured) -> dict[str, object]:
    """Return all that was measured as JSON data."""
    scale = measured.scale
    return {
        "figures": [{**figure._asdict(), "held": figure.is_held} for figure in figures],
        "boot_ms": measured.boot._asdict(),
        "answer_ms": measured.answered._asdict(),
        "search": measured.searched._asdict(),
        "bytes": measured.weight._asdict(),
        "scan_bytes": measured.scan_weight._asdict(),
        "build_s": measured.building._asdict(),
        "prove_s": measured.proofs.seconds,
        "scans": measured.scans._asdict(),
        "scale": {"browser_p95_ms": scale.browser_p95_ms, "sizes": [size._asdict() for size in scale.sizes]},
    }
