"""Owns how a process that stays keeps what it made, as long as the files or the very objects it came from are the same.

Used by what is slow to read or make (trees, editorial data, aids), so that `serve` builds a changed page in a moment.
Only for functions whose result follows from their arguments and those files. Runs in the build only.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any

type Stamp = tuple[tuple[str, int, int], ...]

type Reader[R] = Callable[[Path, str], R]
"""Reads what is at a path; the text is what diagnostics call it."""

LARGEST = 32
"""How many results of one function are kept."""


def stamp(files: Iterable[Path]) -> Stamp:
    """Return name, time and size of each of `files` that is there: another stamp means that something was written."""
    found = []
    for path in files:
        with suppress(OSError):  # not there, or removed while we look, as editors do
            status = path.stat()
            found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(sorted(found))


def while_unchanged[R](files_of: Callable[[Path], Iterable[Path]]) -> Callable[[Reader[R]], Reader[R]]:
    """Keep what a reader returned until one of the files that `files_of` names for its path is written."""

    def keep(read: Reader[R]) -> Reader[R]:
        @lru_cache(maxsize=LARGEST)
        def known(path: Path, name: str, _state: Stamp) -> R:
            return read(path, name)

        @wraps(read)
        def reader(path: Path, name: str) -> R:
            return known(path, name, stamp(files_of(path)))

        return reader

    return keep


def the_same[T](made: T, content: str) -> T:
    """Return what was made last if it was made from the same `content`, so that what is kept for it still counts."""
    box: list[T] = _box(content)
    if not box:
        box.append(made)
    return box[0]


@lru_cache(maxsize=1)
def _box(_content: str) -> list[Any]:
    return []


def for_these[**P, R](make: Callable[P, R]) -> Callable[P, R]:
    """Keep what `make` returned for these very arguments: the same objects, not equal ones."""
    known: OrderedDict[tuple[object, ...], tuple[object, R]] = OrderedDict()

    @wraps(make)
    def maker(*args: P.args, **kwargs: P.kwargs) -> R:
        parts = (*args, *kwargs.values())
        key = (*(part if isinstance(part, str | bool | None) else id(part) for part in parts), *kwargs)
        if key not in known:
            # The arguments are kept too: while they are, no other object can have their identity.
            known[key] = (parts, make(*args, **kwargs))
            if len(known) > LARGEST:
                known.popitem(last=False)
        return known[key][1]

    return maker
