"""Owns the tracing of the standard library: which modules the browser's Python really imports.

Run by hand after a change of Pyodide or of what `aids.runtime` imports: `python -m aids.compiler.bundle_trace` starts
Pyodide in Node with its whole library, imports all of `aids.runtime`, walks its error paths and writes
`stdlib_modules.txt`.
A module that only an unwalked error path imports would be missing: therefore the runtime's own tests also run in the
trimmed runtime (`tests/e2e/test_trimmed.py`). Runs on a developer's machine only.
"""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from aids.compiler.bundle_engine import engine_sources
from aids.compiler.bundle_pyc import REPOSITORY
from aids.compiler.bundle_standins import STANDINS
from aids.compiler.bundle_stdlib import ARCHIVE, MODULES, PYODIDE
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

SCENARIO = """
import codecs, datetime, importlib, json, pkgutil, sys, traceback, warnings
sys.path.insert(0, "/engine")
import aids.runtime
for module in pkgutil.iter_modules(aids.runtime.__path__):
    importlib.import_module(f"aids.runtime.{module.name}")
from aids.runtime.bridge import Bridge
for text in ("{", "[]", "{}", "[" * 100, chr(0xDC00), "1e999", "NaN"):
    try:
        Bridge(text)
    except Exception:
        traceback.format_exc()
try:
    datetime.date.fromisoformat("2026-02-30")
except ValueError:
    traceback.format_exc()
datetime.datetime.strptime("2026-01-01", "%Y-%m-%d")
warnings.warn("x", stacklevel=1)
for codec in ("ascii", "latin-1", "utf-8-sig", "utf-16"):
    codecs.lookup(codec)
dropped = {"pkgutil", "codecs"}
from zipimport import zipimporter
json.dumps(sorted(
    name for name, module in sys.modules.items()
    if isinstance(getattr(module, "__loader__", None), zipimporter) and name not in dropped
))
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
    sources = {name: data.decode() for name, data in engine_sources().items()}
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "stdlib.zip"
        library.write_bytes(_library())
        done = subprocess.run(
            [NODE, "--input-type=module", "--eval", BOOT],
            input=json.dumps({"library": str(library), "sources": sources, "scenario": SCENARIO}),
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
    """Rewrite the list and say how many modules it holds."""
    names = traced_modules()
    MODULES.write_text(HEADER + "".join(f"{name}\n" for name in names), encoding="utf-8")
    sys.stdout.write(f"{MODULES.name}: {len(names)} modules\n")


if __name__ == "__main__":
    main()
