"""Owns what a check on a tree is. Used by each rule module and by the registry in `aids.compiler.checks`.

Holds no rule. Runs in the build only.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from aids.compiler.diagnostics import Diagnostic
from aids.compiler.document import Document, Position, SourceRef
from aids.compiler.editorial import Editorial

if TYPE_CHECKING:
    from aids.compiler.reading import Scalar


class Written(Protocol):
    """What trees of every kind have: texts as they stand in the file, references to sources, and dates of review."""

    @property
    def reviewed(self) -> str:
        """When it was reviewed (ISO)."""

    @property
    def review_by(self) -> str:
        """By when it must be again (ISO)."""

    @property
    def review_at(self) -> Position:
        """Where that stands."""

    @property
    def texts(self) -> tuple["Scalar", ...]:
        """Every value."""

    def cited(self) -> Iterable[SourceRef]:
        """Return every reference to a source."""


@dataclass(frozen=True, slots=True)
class Context[D: Written = Document]:
    """What a rule may look at: the tree, the editorial data, and today's date (ISO)."""

    document: D
    editorial: Editorial
    today: str


@dataclass(frozen=True, slots=True)
class Rule[D: Written = Document]:
    """One rule. With `whole` it draws conclusions from what is absent: only for a tree that was read without faults."""

    codes: tuple[str, ...]
    check: Callable[[Context[D]], Iterator[Diagnostic]]
    whole: bool = False
