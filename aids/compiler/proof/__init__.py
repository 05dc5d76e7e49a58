"""Owns the proof of a tree: its certificate, its mutants and their cache. Used by `prove`, `diff` and the site's build.

Runs in the build only.
"""

from aids.compiler.proof.cache import proven
from aids.compiler.proof.certificate import Certificate
from aids.compiler.proof.proving import prove

__all__ = ["Certificate", "prove", "proven"]
