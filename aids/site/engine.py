"""Owns the one step in which the site engine (MkDocs) turns Markdown into pages, and what it says in our diagnostics.

Run as a process of its own, so that a fork with the same command line can take its place and nothing of it stays in
ours. Used by `aids.site.build`. Runs in the build.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, split_lines, with_excerpts
from aids.compiler.document import Position

COMMAND = ("-m", "mkdocs", "build", "--strict")
"""Not `--quiet`: that also silences the warnings that `--strict` counts."""

MESSAGE = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(?P<text>.*)$")
PAGE = re.compile(r"Doc file '(?P<page>[^']+)'(?:.*?\blink '(?P<link>[^']+)')?")
CONFIGURATION = "mkdocs.yml"
SUMMARY = re.compile(r"Aborted with \d+ warnings")


def build_pages(root: Path, destination: Path) -> list[Diagnostic]:
    """Make the pages of the repository at `root` in the folder `destination`; return what the engine complains of."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
    command = [sys.executable, *COMMAND, "--config-file", str(root / CONFIGURATION), "--site-dir", str(destination)]
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError as error:
        return [_stopped(error.strerror or str(error))]
    faults = complaints(f"{done.stdout}\n{done.stderr}", root)
    if done.returncode and not faults:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        faults = [_stopped(lines[-1].strip() if lines else f"code {done.returncode}")]
    return faults


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
