"""Owns what of this repository runs in the browser's Python: `engine.zip` for an aid, `engine-scan.zip` for a scan.

An aid gets `aids` (its name only) and `aids.runtime`, without what only a scan or a saved file asks for. A scan gets
all of `aids.runtime`, the exports, XlsxWriter as its wheel has it, and the modules of the standard library that these
import beyond those in `stdlib.zip`. Fed by the source tree, read as data; used by `bundle` (as byte code) and
`bundle_trace` (as text). Runs in the build.
"""

from importlib.metadata import files
from pathlib import Path

from aids.compiler.bundle_pyc import CACHE, REPOSITORY, BundleError, compiled
from aids.compiler.bundle_stdlib import PYODIDE, SCAN_MODULES, library_sources, listed_modules, runtime_magic

FOR_SCANS = ("aids/runtime/scan/", "aids/runtime/saved", "aids/runtime/markup")
"""How the names of modules begin that no flow or checklist asks for: they would only weigh on its start."""
SPREADSHEETS = "xlsxwriter"


def engine_sources(repository: Path = REPOSITORY) -> dict[str, bytes]:
    """Return the modules of an aid: archive name to source."""
    return {name: data for name, data in _ours("runtime", repository).items() if not name.startswith(FOR_SCANS)}


def scan_sources(repository: Path = REPOSITORY) -> dict[str, bytes]:
    """Return the modules of a scan without those of the standard library: archive name to source.

    Raises:
        BundleError: XlsxWriter is not installed.
    """
    return _ours("runtime", repository) | _ours("export", repository) | _spreadsheets()


def engine_zip(magic: bytes, cache: Path = CACHE) -> bytes:
    """Return the stored zip of an aid's byte code for a runtime with this `magic`.

    Raises:
        BundleError: the byte code does not match the runtime, or a module does not compile.
    """
    return compiled(engine_sources(), magic, cache)


def scan_zip(pyodide: Path = PYODIDE, cache: Path = CACHE) -> bytes:
    """Return the stored zip of a scan's byte code, its part of the standard library included.

    Raises:
        BundleError: a part is missing, the byte code does not match the runtime, or a module does not compile.
    """
    library = library_sources(pyodide, listed_modules(SCAN_MODULES))
    return compiled(scan_sources() | library, runtime_magic(pyodide), cache)


def _ours(package: str, repository: Path) -> dict[str, bytes]:
    """Return the modules of `aids.<package>`, and of `aids` its name."""
    paths = [repository / "aids" / "__init__.py", *sorted((repository / "aids" / package).rglob("*.py"))]
    return {path.relative_to(repository).as_posix(): path.read_bytes() for path in paths}


def _spreadsheets() -> dict[str, bytes]:
    """Return XlsxWriter's modules and its licence, which asks to go with it."""
    found: dict[str, bytes] = {}
    for path in files(SPREADSHEETS) or ():
        if path.suffix == ".py" and path.parts[0] == SPREADSHEETS:
            found[path.as_posix()] = path.read_binary()
        elif path.name.startswith("LICENSE"):
            found[f"{SPREADSHEETS}/LICENSE.txt"] = path.read_binary()
    if f"{SPREADSHEETS}/__init__.py" not in found:
        message = "XlsxWriter ontbreekt: verwijder de map .venv en start `python3 build.py` opnieuw."
        raise BundleError(message)
    return found
