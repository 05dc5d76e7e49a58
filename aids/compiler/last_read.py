"""Owns the warning that a source or a telephone number was looked at too long ago.

Fed with the editorial data; used by `aids.compiler.project`. The dates of pages and trees, which have a day of their
own to be looked at again, are judged in `checks.review_dates`. Runs in the build only.
"""

from collections.abc import Iterator
from datetime import date

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.editorial import Editorial

MOST_DAYS = 366
"""A year: what a page that rests on a source may stand before it is looked at again."""


def read_long_ago(editorial: Editorial, today: str) -> Iterator[Diagnostic]:
    """Yield each source and contact that was last read more than a year before `today` (an ISO date)."""
    sources = [(item.id, item.read, item.at) for item in editorial.sources.values()]
    dated = [*sources, *((item.id, item.checked, item.at) for item in editorial.contacts.values())]
    for name, day, at in dated:
        if day and (date.fromisoformat(today) - date.fromisoformat(day)).days > MOST_DAYS:
            yield fault("VW954", at, name=name, day=day)
