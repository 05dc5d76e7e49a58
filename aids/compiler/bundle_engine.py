"""Owns what of this repository runs in the browser's Python: the packages `aids` (its name only) and `aids.runtime`.

Fed by the source tree; used by `bundle` (as byte code) and `bundle_trace` (as text). Runs in the build.
"""

from pathlib import Path

from aids.compiler.bundle_pyc import CACHE, REPOSITORY, compiled


def engine_sources(repository: Path = REPOSITORY) -> dict[str, bytes]:
    """Return the engine's modules: archive name to source."""
    paths = [repository / "aids" / "__init__.py", *sorted((repository / "aids" / "runtime").rglob("*.py"))]
    return {path.relative_to(repository).as_posix(): path.read_bytes() for path in paths}


def engine_zip(magic: bytes, cache: Path = CACHE) -> bytes:
    """Return the stored zip of the engine's byte code for a runtime with this `magic`.

    Raises:
        BundleError: the byte code does not match the runtime, or a module does not compile.
    """
    return compiled(engine_sources(), magic, cache)
