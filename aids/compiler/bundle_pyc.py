"""Owns the step from Python sources to one reproducible zip of byte code for the browser's CPython.

Fed by `bundle_stdlib` and `bundle_engine` with sources by archive name; the zip's bytes go to `bundle`. The work is
done by pyodide-build's `py-compile` on the host's CPython, so the host's byte-code magic must equal the runtime's:
that is verified, never assumed. Members are stored (the server's brotli does better on them than deflate would),
dated 1980 and in the order of their names; their headers hold a hash that the importer does not check. Results are
kept by the hash of everything that decides them. Runs in the build; knows nothing of which modules are wanted.
"""

import hashlib
import importlib.metadata
import importlib.util
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

UNCHECKED_HASH = (1).to_bytes(4, "little")
"""The flags of a .pyc whose source hash is not looked at (PEP 552)."""
EPOCH = (1980, 1, 1, 0, 0, 0)
REPOSITORY = Path(__file__).resolve().parents[2]
CACHE = REPOSITORY / ".cache" / "bundle"


class BundleError(Exception):
    """The browser's bundle cannot be made; the message (Dutch) says what is missing and what to do."""


def compiled(sources: Mapping[str, bytes], magic: bytes, cache: Path = CACHE) -> bytes:
    """Return a stored zip that holds a `.pyc` for every `.py` in `sources` and every other member as it is.

    Args:
        sources: archive name (`json/decoder.py`) to content.
        magic: the runtime's byte-code magic, four bytes.
        cache: folder in which results are kept by content.

    Raises:
        BundleError: the host's byte code is not the runtime's, or `py-compile` failed.
    """
    host = importlib.util.MAGIC_NUMBER
    if host != magic:
        message = (
            f"De bytecode van Python {sys.version.split()[0]} ({host.hex()}) past niet bij Pyodide ({magic.hex()}). "
            "Gebruik CPython 3.13: verwijder de map .venv en start `python3 build.py` opnieuw."
        )
        raise BundleError(message)
    kept = cache / f"{_key(sources, magic)}.zip"
    if kept.is_file():
        return kept.read_bytes()
    content = _reproducible(_py_compiled(sources))
    cache.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(kept)
    return content


def _key(sources: Mapping[str, bytes], magic: bytes) -> str:
    """Return the hash of all that decides the result: the sources, the magic, the compiler and this module."""
    digest = hashlib.sha256(magic)
    digest.update(importlib.metadata.version("pyodide-build").encode())
    digest.update(Path(__file__).read_bytes())
    for name in sorted(sources):
        digest.update(f"{name}\0{len(sources[name])}\0".encode())
        digest.update(sources[name])
    return digest.hexdigest()


def _py_compiled(sources: Mapping[str, bytes]) -> bytes:
    """Return the zip that `pyodide py-compile` makes of `sources`."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "sources.zip"
        archive.write_bytes(_stored(sources))
        # Isolated: this repository's build.py must not pass for the package `build`, nor PYTHONOPTIMIZE drop asserts.
        command = [sys.executable, "-I", "-m", "pyodide_cli", "py-compile", str(archive)]
        command += ["--compression-level", "0", "--no-keep", "--silent"]
        environment = os.environ | {"SOURCE_DATE_EPOCH": "315532800"}
        result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            message = f"`pyodide py-compile` is mislukt:\n{result.stdout}{result.stderr}"
            raise BundleError(message)
        return archive.read_bytes()


def _reproducible(archive: bytes) -> bytes:
    """Return the members of `archive` in a zip that depends on their content alone, hashes unchecked."""
    with zipfile.ZipFile(io.BytesIO(archive)) as made:
        members = {name: made.read(name) for name in made.namelist()}
    return _stored({name: _unchecked(data) if name.endswith(".pyc") else data for name, data in members.items()})


def _unchecked(pyc: bytes) -> bytes:
    """Return `pyc` with its hash marked as not to be checked."""
    return pyc[:4] + UNCHECKED_HASH + pyc[8:]


def _stored(members: Mapping[str, bytes]) -> bytes:
    """Return an uncompressed zip of `members`, in the order of their names, all of the same date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), members[name])
    return buffer.getvalue()
