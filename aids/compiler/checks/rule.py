"""Owns what a check on a tree is. Used by each rule module and by the registry in `aids.compiler.checks`.

Holds no rule. Runs in the build only.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Document
from aids.compiler.editorial import Editorial


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at: the tree, the editorial data, and today's date (ISO)."""

    document: Document
    editorial: Editorial
    today: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. With `whole` it draws conclusions from what is absent: only for a tree that was read without faults."""

    codes: tuple[str, ...]
    check: Callable[[Context], Iterator[Diagnostic]]
    whole: bool = False
