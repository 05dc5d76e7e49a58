"""Owns what of `aids/web/` a page loads: the modules of an entry joined into one script, and styles into one sheet.

The modules stay as they are written; only what is published is joined, because each file that a page waits for costs a
round trip, and on a small machine more than its content. The joining is esbuild's, a Node part: it renames what would
clash and leaves out what nobody imports. Used by `bundle`. Runs in the build.
"""

import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from aids.compiler.bundle_pyc import REPOSITORY, BundleError
from aids.compiler.kept import Stamp, stamp
from aids.compiler.node import NODE

WEB = REPOSITORY / "aids" / "web"
JOINER = REPOSITORY / "node_modules" / "esbuild" / "bin" / "esbuild"
OPTIONS = ("--bundle", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=error")


def joined_scripts(entries: Sequence[str], web: Path = WEB, apart: str = "") -> dict[str, bytes]:
    """Return each entry in the folder `web` with all that it imports in it, by name.

    Args:
        entries: the names of the modules that pages load.
        web: the folder of all modules.
        apart: one that is published by itself: who imports it goes on doing so, and all have the same one.

    Raises:
        BundleError: esbuild is not there, or a module imports what is not.
    """
    options = (*OPTIONS, f"--external:./{apart}") if apart else OPTIONS
    return dict(_joined(tuple(entries), web, options, stamp([*sorted(web.glob("*.js")), JOINER])))


@lru_cache(maxsize=2)
def _joined(
    entries: tuple[str, ...], web: Path, options: tuple[str, ...], _state: Stamp
) -> tuple[tuple[str, bytes], ...]:
    """Join, once for the same files."""
    if not JOINER.is_file():
        message = "esbuild ontbreekt in node_modules: start `python3 build.py`, dat haalt de Node-onderdelen op."
        raise BundleError(message)
    with tempfile.TemporaryDirectory() as folder:
        command = [NODE, str(JOINER), *entries, *options, f"--outdir={folder}"]
        done = subprocess.run(command, cwd=web, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            message = f"De scripts in {web.name}/ zijn niet samen te voegen: {done.stderr.strip()}"
            raise BundleError(message)
        return tuple((name, (Path(folder) / name).read_bytes()) for name in entries)


def joined_styles(names: Iterable[str], web: Path = WEB) -> bytes:
    """Return the sheets with these names as one, in this order."""
    return b"\n".join((web / name).read_bytes() for name in names)
