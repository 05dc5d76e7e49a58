"""Owns which part of Pyodide's standard library the browser gets: the modules named in `stdlib_modules.txt`.

What a scan needs beside these is in `scan_modules.txt` and goes with its engine. Fed by npm's `python_stdlib.zip` and
the lists that `bundle_trace` writes; used by `bundle` and `bundle_engine`. Booting compiles each `.py` that it imports,
which is most of the waiting; so the browser gets only what was traced, as byte code. Runs in the build.
"""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from aids.compiler.bundle_pyc import CACHE, REPOSITORY, BundleError, compiled
from aids.compiler.bundle_standins import STANDINS

MODULES = Path(__file__).with_name("stdlib_modules.txt")
SCAN_MODULES = Path(__file__).with_name("scan_modules.txt")
PYODIDE = REPOSITORY / "node_modules" / "pyodide"
ARCHIVE = "python_stdlib.zip"


def trimmed_stdlib(pyodide: Path, cache: Path = CACHE) -> bytes:
    """Return the stored zip of byte code that the browser's CPython starts from.

    Args:
        pyodide: the unpacked npm package.
        cache: folder in which compiled results are kept.

    Raises:
        BundleError: a listed module is not in the package, or the byte code does not match the runtime.
    """
    sources = library_sources(pyodide, listed_modules())
    standing_in = {name: source for name, source in STANDINS.items() if name in sources}
    return compiled(sources | standing_in, runtime_magic(pyodide), cache)


def library_sources(pyodide: Path, modules: Iterable[str]) -> dict[str, bytes]:
    """Return the sources of `modules` (dotted names) as the package in `pyodide` has them, by archive name.

    Raises:
        BundleError: a module is not in the package.
    """
    with zipfile.ZipFile(pyodide / ARCHIVE) as archive:
        names = frozenset(archive.namelist())
        return {name: archive.read(name) for name in (_member(module, names) for module in modules)}


def listed_modules(path: Path = MODULES) -> list[str]:
    """Return the dotted names in a list of modules, without its comments."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def runtime_magic(pyodide: Path) -> bytes:
    """Return the byte-code magic of the CPython in `pyodide`, as its own import system states it.

    Raises:
        BundleError: the statement is not where CPython 3.13 has it.
    """
    with zipfile.ZipFile(pyodide / ARCHIVE) as archive:
        text = archive.read("importlib/_bootstrap_external.py").decode()
    found = re.search(r"^MAGIC_NUMBER = \((\d+)\)\.to_bytes\(2, 'little'\) \+ b'\\r\\n'", text, re.MULTILINE)
    if found is None:
        message = "Het magische getal van de bytecode is niet gevonden in Pyodide: deze versie van Pyodide is onbekend."
        raise BundleError(message)
    return int(found[1]).to_bytes(2, "little") + b"\r\n"


def _member(module: str, names: frozenset[str]) -> str:
    """Return the archive name of `module`, which is a module or a package."""
    path = module.replace(".", "/")
    for name in (f"{path}.py", f"{path}/__init__.py"):
        if name in names:
            return name
    message = f"Een lijst noemt {module}; Pyodide heeft die niet: draai `python -m aids.compiler.bundle_trace`."
    raise BundleError(message)
