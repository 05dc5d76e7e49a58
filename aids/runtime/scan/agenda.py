"""Owns the agenda of the conversation: the lines that respondents must talk about, the most pressing first.

Ordered by how far they differ times the weight of the criterion, then by how many do not know, then as in the scan.
Also on it, last: a line that does not apply according to some and is on the scale according to others. Those differ
without any distance in points, and nobody agreed on an answer. Runs in browser and build.
"""

from aids.runtime.scan.answers import weight_of
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import AgendaItem, LineTogether, Together, Weights


def agenda(scan: Scan, together: Together, weights: Weights | None = None) -> tuple[AgendaItem, ...]:
    """Return the lines to talk about; a line on which all who know agree, and all know, is left out."""
    items = []
    for line in scan.lines:
        found = together.lines[line.id]
        if needs_talk(found):
            weight = weight_of(weights or {}, line.criterion)
            unknown = found.all.counts[UNKNOWN]
            items.append(AgendaItem(line.id, found.difference * weight, found.difference, weight, unknown))
    return tuple(sorted(items, key=lambda item: (-item.priority, -item.unknown)))


def needs_talk(found: LineTogether) -> bool:
    """Return whether respondents differ on a line, or some do not know."""
    contested = found.all.counts[LEFT_OUT] > 0 and found.all.known > 0
    return found.difference > 0 or found.all.counts[UNKNOWN] > 0 or contested
