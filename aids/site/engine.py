"""Owns the one step in which the site engine (MkDocs) turns Markdown into pages, and what it says in our diagnostics.

Run as a process of its own, so that a fork with the same command line can take its place and nothing of it stays in
ours. Used by `aids.site.build`. Runs in the build.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from aids.compiler.diagnostics import Diagnostic
from aids.site.faults import engine_failure, engine_fault

COMMAND = ("-m", "mkdocs", "build", "--strict")
"""Not `--quiet`: that also silences the warnings that `--strict` counts."""

MESSAGE = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+(?P<text>.*)$")
PAGE = re.compile(r"Doc file '(?P<page>[^']+)'")
SUMMARY = re.compile(r"Aborted with \d+ warnings")


def build_pages(root: Path, destination: Path) -> list[Diagnostic]:
    """Make the pages of the repository at `root` in the folder `destination`; return what the engine complains of."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
    command = [sys.executable, *COMMAND, "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(destination)]
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError as error:
        return [engine_failure(error.strerror or str(error))]
    faults = complaints(f"{done.stdout}\n{done.stderr}")
    if done.returncode and not faults:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        faults = [engine_failure(lines[-1].strip() if lines else f"code {done.returncode}")]
    return faults


def complaints(output: str) -> list[Diagnostic]:
    """Return each warning and error in what the engine printed, with the page that it names."""
    found = []
    for line in output.splitlines():
        message = MESSAGE.match(line)
        if message and not SUMMARY.search(message["text"]):
            page = PAGE.search(message["text"])
            found.append(engine_fault(message["text"], f"docs/{page['page']}" if page else "mkdocs.yml"))
    return found
