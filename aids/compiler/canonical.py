"""Owns the canonical JSON of a tree and the hashes taken over it. Used by `aids.compiler.compile` and by save files.

Canonical: keys sorted, no spaces, no positions, so that layout and comments of the YAML never change a hash.
Runs in the build only.
"""

import hashlib
import json
from dataclasses import fields, is_dataclass
from fractions import Fraction

from aids.compiler.document import Document
from aids.compiler.scan.document import ScanDocument

HASH_LENGTH = 16
"""Hexadecimal digits of a hash: 64 bits, to tell versions apart, not to withstand forgery."""


def canonical(document: Document | ScanDocument) -> str:
    """Return the canonical JSON text of rules and texts."""
    return dumped(_plain(document))


def dumped(data: object) -> str:
    """Return JSON data as canonical text."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hashed(text: str) -> str:
    """Return the short hash of a canonical text."""
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]


def _plain(value: object) -> object:
    """Return dataclasses as dictionaries of the fields that count for equality (no positions), tuples as lists.

    Fractions become text.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.compare}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Fraction):
        return str(value)
    return value
