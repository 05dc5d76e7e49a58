"""Owns the tracing of the standard library: which modules the browser's Python really imports.

Run by hand after a change of Pyodide or of what the engines import: `python -m aids.compiler.bundle_trace` starts
Pyodide in Node with its whole library, imports all of an engine, walks its error paths and writes the list of what came
in: `stdlib_modules.txt` for an aid, and `scan_modules.txt` for what a scan needs beside it.
A module that only an unwalked error path imports would be missing: therefore the runtime's own tests also run in the
trimmed runtime (`test_trimmed.py` and `test_scan_engine.py` in `tests/e2e`). Runs on a developer's machine only.
"""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from aids.compiler.bundle_engine import engine_sources, scan_sources
from aids.compiler.bundle_pyc import REPOSITORY
from aids.compiler.bundle_scenarios import AID, SCAN
from aids.compiler.bundle_standins import STANDINS
from aids.compiler.bundle_stdlib import ARCHIVE, MODULES, PYODIDE, SCAN_MODULES, listed_modules
from aids.compiler.node import NODE

BOOT = """
import { loadPyodide } from "pyodide";
const { library, sources, scenario } = JSON.parse(await new Response(process.stdin).text());
const pyodide = await loadPyodide({ stdLibURL: library, stderr: () => {} }).catch((error) => {
  process.stderr.write(error.message);
  process.exit(1);
});
for (const [name, text] of Object.entries(sources)) {
  const path = "/engine/" + name;
  pyodide.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  pyodide.FS.writeFile(path, text);
}
for (const faulty of ["def", "1 / 0", "import no_such_module", "raise SystemExit('x')", "'\\\\udc00'.encode()"]) {
  try { pyodide.runPython(faulty); } catch (error) { String(error); }
}
try {
  process.stdout.write(pyodide.runPython(scenario));
} catch (error) {
  process.stderr.write(error.message);
  process.exitCode = 1;
}
"""

HEADER = """\
# Modules of Pyodide's standard library that the browser gets, one a line.
# Written by `python -m aids.compiler.bundle_trace`; do not edit by hand.
"""


def traced_modules() -> list[str]:
    """Return the dotted names of the standard-library modules that booting and the whole engine import, sorted.

    Raises:
        subprocess.CalledProcessError: Node or the engine failed; its words are on stderr.
    """
    return _traced(engine_sources(), AID)


def traced_for_scans() -> list[str]:
    """Return the names of those that the engine of a scan imports beyond the listed ones, sorted.

    Raises:
        subprocess.CalledProcessError: Node or the engine failed; its words are on stderr.
    """
    return sorted(set(_traced(scan_sources(), SCAN)) - set(listed_modules()))


def _traced(sources: Mapping[str, bytes], scenario: str) -> list[str]:
    """Return what is imported from the standard library when `scenario` runs on `sources`."""
    texts = {name: data.decode() for name, data in sources.items()}
    modules = sorted(
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in texts if name.endswith(".py")
    )
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "stdlib.zip"
        library.write_bytes(_library())
        done = subprocess.run(
            [NODE, "--input-type=module", "--eval", BOOT],
            input=json.dumps({"library": str(library), "sources": texts, "scenario": f"{modules = }\n{scenario}"}),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            cwd=REPOSITORY,
        )
    names: list[str] = json.loads(done.stdout)
    return names


def _library() -> bytes:
    """Return Pyodide's whole standard library, as sources, with the stand-ins in place."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(PYODIDE / ARCHIVE) as whole, zipfile.ZipFile(buffer, "w") as library:
        for name in whole.namelist():
            library.writestr(name, STANDINS.get(name) or whole.read(name))
    return buffer.getvalue()


def main() -> None:
    """Rewrite the lists and say how many modules each holds."""
    for path, traced in ((MODULES, traced_modules), (SCAN_MODULES, traced_for_scans)):
        names = traced()
        path.write_text(HEADER + "".join(f"{name}\n" for name in names), encoding="utf-8")
        sys.stdout.write(f"{path.name}: {len(names)} modules\n")


if __name__ == "__main__":
    main()
