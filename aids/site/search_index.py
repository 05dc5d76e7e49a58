"""Owns the making of the search index by Node, in a process that stays for the next index of the same scripts.

Fed by `aids.site.search` with the scripts and what is to be found. The process ends with ours, however ours ends: it
stops when nobody can ask it anything any more. What it remembers of texts changes how long an index takes, never the
index. Runs in the build.
"""

import atexit
import json
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

from aids.compiler.node import NODE

PROGRAM = """
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
const answered = (answer) => process.stdout.write(`${JSON.stringify(answer)}\\n`);
try {
  const { Maker } = await import(pathToFileURL(`${process.argv[1]}/make.js`).href);
  const maker = new Maker();
  for await (const line of createInterface({ input: process.stdin })) {
    const { places, lexicon } = JSON.parse(line);
    const { kept, unused } = maker.make(places, lexicon);
    answered({ kept: JSON.stringify(kept), unused });
  }
} catch (error) {
  answered({ error: String(error) });
}
"""
"""Answers each line that comes in with a line, until there are no more."""

COMMAND = (NODE, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--input-type=module", "--eval", PROGRAM)
PATIENCE = 5
"""Seconds in which a process that is asked nothing more may end."""


class SearchError(Exception):
    """The index cannot be made; the text says why."""


class IndexMaker:
    """A process of Node that makes indexes with `scripts`: texts by their name."""

    def __init__(self, scripts: Mapping[str, str]) -> None:
        """Start it.

        Raises:
            SearchError: Node is not there.
        """
        self.scripts = dict(scripts)
        self.folder = tempfile.TemporaryDirectory(prefix="search-")
        for name, text in scripts.items():
            (Path(self.folder.name) / name).write_text(text, encoding="utf-8")
        quiet = subprocess.DEVNULL
        words = [*COMMAND, self.folder.name]
        try:
            self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=quiet)
        except OSError as error:
            self.folder.cleanup()
            raise SearchError(error.strerror or str(error)) from error

    def make(self, given: object) -> tuple[str, list[str]]:
        """Return the index as JSON, and the words of synonyms that mean nothing on the site.

        Raises:
            SearchError: the scripts broke, or the process ended.
        """
        asked, answers = _ends(self.process)
        with suppress(OSError):  # it ended, and may have said why
            asked.write(json.dumps(given).encode() + b"\n")
            asked.flush()
        answer = answers.readline()
        self.folder.cleanup()  # it has read its scripts
        if not answer.endswith(b"\n"):
            raise SearchError(f"Node stopte met code {self.process.wait(PATIENCE)}")
        said = json.loads(answer)
        if "error" in said:
            raise SearchError(said["error"])
        return said["kept"], said["unused"]

    def close(self) -> None:
        """End it, and wait until it has ended."""
        asked, answers = _ends(self.process)
        with suppress(OSError):
            asked.close()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        answers.close()
        self.folder.cleanup()


def _ends(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """Return where the process is asked, and where it answers."""
    if process.stdin is None or process.stdout is None:
        raise ValueError(process)
    return process.stdin, process.stdout


class Shelf:
    """Keeps the maker that was used last."""

    def __init__(self) -> None:
        """Begin with none."""
        self.maker: IndexMaker | None = None

    def make(self, scripts: Mapping[str, str], given: object) -> tuple[str, list[str]]:
        """Return what `IndexMaker.make` does; another maker takes the place of one that ended, or has other scripts.

        Raises:
            SearchError: the index cannot be made.
        """
        if self.maker and (self.maker.scripts != scripts or self.maker.process.poll() is not None):
            self.close()
        self.maker = self.maker or IndexMaker(scripts)
        try:
            return self.maker.make(given)
        except SearchError:
            self.close()
            raise

    def close(self) -> None:
        """End what is kept."""
        if self.maker:
            self.maker.close()
        self.maker = None


SHELF = Shelf()
atexit.register(SHELF.close)
