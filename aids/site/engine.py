"""Owns the one step in which the site engine (MkDocs) turns Markdown into pages, and what it says in our diagnostics.

Called by its command line, so that a fork with the same one can take its place: as a process of its own, or within a
builder that stays (see `serve`). Used by `aids.site.build`. Runs in the build.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, split_lines, with_excerpts
from aids.compiler.document import Position
from aids.site.library import CONFIGURATION, load_library

type Engine = Callable[[Path, Path], list[Diagnostic]]
"""Makes the pages of the repository in a folder in another; returns what is wrong."""

ENGINE = "mkdocs"
COMMAND = ("build", "--strict")
"""Not `--quiet`: that also silences the warnings that `--strict` counts."""

QUIET = {"NO_MKDOCS_2_WARNING": "1"}
MESSAGE = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(?P<text>.*)$")
PAGE = re.compile(r"Doc file '(?P<page>[^']+)'(?:.*?\blink '(?P<link>[^']+)')?")
SUMMARY = re.compile(r"Aborted with \d+ warnings")


def build_pages(root: Path, destination: Path) -> list[Diagnostic]:
    """Make the pages of the repository at `root` in the folder `destination`; return what the engine complains of."""
    environment = {**os.environ, **QUIET, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", ENGINE, *_words(root, destination)]
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError as error:
        return [_stopped(error.strerror or str(error))]
    return _faults(f"{done.stdout}\n{done.stderr}", done.returncode, root)


def build_pages_here(root: Path, destination: Path) -> list[Diagnostic]:
    """Do what `build_pages` does in this process: in one that stays, what was loaded and made before is still there.

    Takes over stdout and stderr meanwhile, so nothing else may speak.
    """
    load_library.cache_clear()
    said = StringIO()
    os.environ.update(QUIET)
    with redirect_stdout(said), redirect_stderr(said):
        try:
            import_module(f"{ENGINE}.__main__").cli.main(args=[*_words(root, destination)], prog_name=ENGINE)
        except SystemExit as ended:
            code = ended.code
        except Exception as error:  # noqa: BLE001  whatever a template or an extension raises
            code = 1
            said.write(str(error))
    return _faults(said.getvalue(), code, root)


def _faults(said: str, code: object, root: Path) -> list[Diagnostic]:
    """Return what the engine complains of; when it stopped without a complaint, the last that it said."""
    faults = complaints(said, root)
    if code and not faults:
        lines = [line for line in said.splitlines() if line.strip()]
        faults = [_stopped(lines[-1].strip() if lines else f"code {code}")]
    return faults


def _words(root: Path, destination: Path) -> Iterator[str]:
    """Return the words of the engine's command line."""
    yield from (*COMMAND, "--config-file", str(root / CONFIGURATION), "--site-dir", str(destination))


def _stopped(message: str) -> Diagnostic:
    return fault("VW902", Position(CONFIGURATION), message=message)


def complaints(output: str, root: Path) -> list[Diagnostic]:
    """Return each warning and error in what the engine printed, at the link in the page that it names."""
    found = []
    for line in output.splitlines():
        message = MESSAGE.match(line)
        if message and not SUMMARY.search(message["text"]):
            page = PAGE.search(message["text"])
            name = f"docs/{page['page']}" if page else CONFIGURATION
            text = _text(root / name) if page else ""
            at = _place(name, text, (page and page["link"]) or "")
            found += with_excerpts([fault("VW901", at, message=message["text"])], {name: text})
    return found


def _text(path: Path) -> str:
    """Return the text of a page; that it cannot be read is found by the checks on pages."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _place(name: str, text: str, link: str) -> Position:
    """Return where `link` first stands as an address in `text`; the beginning if the engine named none."""
    for number, line in enumerate(split_lines(text), 1):
        found = re.search(rf"(?<=[(<\s]){re.escape(link)}(?=[)>\s]|$)", line) if link else None
        if found:
            return Position(name, number, found.start() + 1, len(link))
    return Position(name)
