"""Owns reading the keys of one group (a YAML mapping) with all its faults: missing, unknown, empty, of the wrong form.

Used by the `loader_*` modules and by `editorial` and `pages`; fed with nodes of `reading`. Every method returns a
stand-in beside a fault, so that one run finds all of them. Knows no trees. Runs in the build only.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, nearest
from aids.compiler.document import Choice, Position, SourceRef
from aids.compiler.reading import Entry, Mapping, Node, Scalar, Sequence
from aids.compiler.syntax_types import parse_date, parse_number

CHOICE_KEYS = ("label", "hint")
IDENT = re.compile(r"[a-z][a-z0-9-]*")
ROW_IDENT = re.compile(r"[A-Za-z0-9'-]+")
SOURCE_REF = re.compile(r"[a-z][a-z0-9-]*#[^\s#]+")
UNREADABLE = "*"
"""The style of a scalar that stands for a YAML alias: its fault has been noted while reading."""

FORMS = {Scalar: "tekst", Mapping: "een groep (sleutel: waarde)", Sequence: "een lijst"}


class Faults:
    """The diagnostics found so far."""

    def __init__(self) -> None:
        """Start with none."""
        self.found: list[Diagnostic] = []

    def add(self, code: str, at: Position, near: str | None = None, **values: object) -> None:
        """Note a fault."""
        self.found.append(fault(code, at, near=near, **values))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note faults found elsewhere."""
        self.found.extend(diagnostics)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.found)


class Fields:
    """The keys of one group. Reports unknown keys at once, the rest when a key is asked for."""

    def __init__(self, node: Mapping, faults: Faults, allowed: Collection[str]) -> None:
        """Take the group, where to report, and the keys it may have."""
        self.node = node
        self.at = node.at
        self.faults = faults
        absent = set(allowed) - {entry.key.text for entry in node.entries}
        for entry in node.entries:
            key = entry.key.text
            if key in allowed:
                continue
            if is_cut_off(entry):
                faults.add("VW217", entry.key.at, piece=key)
            else:
                near = nearest(key, absent)
                faults.add("VW201", entry.key.at, near, key=key, known=allowed)

    def __contains__(self, key: str) -> bool:
        """Return whether the group has `key`."""
        return self.node.get(key) is not None

    def key_at(self, key: str) -> Position:
        """Return where `key` itself stands, or else the group."""
        return next((entry.key.at for entry in self.node.entries if entry.key.text == key), self.at)

    def get(self, key: str, *, required: bool = True) -> Node | None:
        """Return the value of `key`; a missing one is a fault if `required`."""
        node = self.node.get(key)
        if node is None and required:
            self.faults.add("VW202", self.at, key=key)
        return node

    def scalar(self, key: str, *, required: bool = True) -> Scalar | None:
        """Return the text under `key` with its place, or None if there is none that can be used."""
        return filled(self.get(key, required=required), self.faults, self.key_at(key), key)

    def text(self, key: str, *, required: bool = True) -> str:
        """Return the text under `key`, or ""."""
        scalar = self.scalar(key, required=required)
        return scalar.text.strip() if scalar else ""

    def ident(self, key: str = "id", pattern: re.Pattern[str] = IDENT) -> Scalar | None:
        """Return the id under `key`; one of the wrong form is reported and returned."""
        scalar = self.scalar(key)
        if scalar and not pattern.fullmatch(scalar.text):
            self.faults.add("VW205", scalar.at, _slug(scalar.text, pattern), id=scalar.text)
        return scalar

    def choice[T: str](self, key: str, options: tuple[T, ...], default: T, *, required: bool = True) -> T:
        """Return the value under `key` out of a closed list."""
        scalar = self.scalar(key, required=required)
        if scalar is None:
            return default
        for option in options:
            if scalar.text == option:
                return option
        near = nearest(scalar.text, options)
        self.faults.add("VW207", scalar.at, near, key=key, value=scalar.text, options=options)
        return default

    def date(self, key: str, *, required: bool = True) -> str:
        """Return the ISO date under `key`, or ""."""
        scalar = self.scalar(key, required=required)
        if scalar is None:
            return ""
        day = parse_date(scalar.text)
        if day is None:
            self.faults.add("VW208", scalar.at, value=scalar.text)
        return day or ""

    def number(self, key: str, *, required: bool = True) -> int | float | None:
        """Return the number under `key`, or None."""
        scalar = self.scalar(key, required=required)
        if scalar is None:
            return None
        number = parse_number(scalar.text)
        if number is None:
            self.faults.add("VW209", scalar.at, value=scalar.text)
        return number

    def whole_number(self, key: str, *, required: bool = True) -> int | None:
        """Return the whole number above zero under `key`, or None."""
        number = self.number(key, required=required)
        if number is None:
            return None
        if not isinstance(number, int) or number < 1:
            scalar = self.scalar(key)
            self.faults.add("VW209", scalar.at if scalar else self.at, value=number)
            return None
        return number

    def flag(self, key: str) -> bool:
        """Return whether `key` says true; absent is false."""
        scalar = self.scalar(key, required=False)
        if scalar is None:
            return False
        if scalar.text not in {"true", "false"}:
            self.faults.add("VW210", scalar.at, value=scalar.text)
        return scalar.text == "true"

    def scalars(self, key: str, *, required: bool = True, may_be_empty: bool = False) -> tuple[Scalar, ...]:
        """Return the texts in the list under `key`."""
        node = self.get(key, required=required)
        if node is None or _is_unreadable(node):
            return ()
        if not isinstance(node, Sequence):
            self.faults.add("VW203", node.at, key=key, expected="een lijst", found=FORMS[type(node)])
            return ()
        if not node.items and not may_be_empty:
            self.faults.add("VW204", node.at, key=key)
        found = (filled(item, self.faults, item.at, key) for item in node.items)
        return tuple(scalar for scalar in found if scalar)

    def sentences(self, key: str) -> tuple[str, ...]:
        """Return the texts in the list under `key`; one that a comma cut in two is a fault."""
        found = self.scalars(key)
        for scalar in found[1:]:
            if scalar.in_flow and not scalar.style and scalar.text[:1].islower():
                self.faults.add("VW217", scalar.at, piece=scalar.text)
        return tuple(scalar.text.strip() for scalar in found)

    def sources(self, *, required: bool = True) -> tuple[SourceRef, ...]:
        """Return the references under `sources`; each has the form `source#section`."""
        found = self.scalars("sources", required=required)
        for scalar in found:
            if not SOURCE_REF.fullmatch(scalar.text):
                self.faults.add("VW214", scalar.at, ref=scalar.text)
        return tuple(SourceRef(scalar.text, scalar.at) for scalar in found)

    def references(self, key: str, known: Collection[str], *, required: bool = False) -> tuple[Scalar, ...]:
        """Return the ids of advice in the list under `key` that are `known`; others are reported."""
        found = self.scalars(key, required=required, may_be_empty=not required)
        for scalar in found:
            if scalar.text not in known:
                self.faults.add("VW213", scalar.at, nearest(scalar.text, known), advice=scalar.text)
        return tuple(scalar for scalar in found if scalar.text in known)

    def group(self, key: str, *, required: bool = True) -> Mapping | None:
        """Return the group under `key`."""
        node = self.get(key, required=required)
        if node is None or isinstance(node, Mapping) or _is_unreadable(node):
            return node if isinstance(node, Mapping) else None
        self.faults.add("VW203", node.at, key=key, expected=FORMS[Mapping], found=FORMS[type(node)])
        return None

    def groups(self, key: str, *, required: bool = True) -> Iterator[Mapping]:
        """Yield the groups in the list under `key`."""
        node = self.get(key, required=required)
        if node is None or _is_unreadable(node):
            return
        if not isinstance(node, Sequence):
            self.faults.add("VW203", node.at, key=key, expected="een lijst", found=FORMS[type(node)])
            return
        for item in node.items:
            if isinstance(item, Mapping):
                yield item
            elif not _is_unreadable(item):
                self.faults.add("VW203", item.at, key=key, expected=FORMS[Mapping], found=FORMS[type(item)])

    def some_groups(self, key: str) -> tuple[Mapping, ...]:
        """Return the groups in the list under `key`, of which there must be one at least."""
        node = self.node.get(key)
        if isinstance(node, Sequence) and not node.items:
            self.faults.add("VW204", node.at, key=key)
        return tuple(self.groups(key))

    def lists(self, key: str) -> Iterator[Mapping]:
        """Yield the groups in the list under `key`, which may be absent."""
        return self.groups(key, required=False)

    def choices(self, key: str, *, required: bool = True) -> tuple[Choice, ...]:
        """Return the choices under `key`: `id: label` or `id: {label: ..., hint: ...}`."""
        node = self.group(key, required=required)
        if node is None:
            return ()
        if not node.entries:
            self.faults.add("VW204", node.at, key=key)
        return tuple(choice for entry in node.entries if (choice := self._choice(entry)))

    def _choice(self, entry: Entry) -> Choice | None:
        if is_cut_off(entry):
            self.faults.add("VW217", entry.key.at, piece=entry.key.text)
            return None
        ident = entry.key.text
        if not IDENT.fullmatch(ident):
            self.faults.add("VW205", entry.key.at, _slug(ident, IDENT), id=ident)
        if isinstance(entry.value, Mapping):
            fields = Fields(entry.value, self.faults, CHOICE_KEYS)
            return Choice(ident, fields.text("label"), fields.text("hint", required=False), entry.key.at)
        label = filled(entry.value, self.faults, entry.key.at, ident)
        return Choice(ident, label.text.strip() if label else "", "", entry.key.at)


def filled(node: Node | None, faults: Faults, at: Position, key: str) -> Scalar | None:
    """Return `node` if it is a text that is not empty; anything else is reported and gives None."""
    match node:
        case None:
            return None
        case Scalar(style="*"):
            return None
        case Scalar() if node.text.strip():
            return node
        case Scalar():
            faults.add("VW204", at, key=key)
        case _:
            faults.add("VW203", node.at, key=key, expected="tekst", found=FORMS[type(node)])
    return None


def idents(nodes: Iterable[Mapping]) -> frozenset[str]:
    """Return the ids that the groups in a list give themselves, before they are read in full."""
    found = (node.get("id") for node in nodes)
    return frozenset(node.text for node in found if isinstance(node, Scalar) and node.text)


def with_ids(nodes: Iterable[Mapping], allowed: Collection[str], faults: Faults) -> Iterator[tuple[Fields, Scalar]]:
    """Yield the groups in a list with the id of each; one whose id was used before is reported and left out.

    A group without an id that can be used has an empty one, at the place of the group.
    """
    first: dict[str, Position] = {}
    for node in nodes:
        fields = Fields(node, faults, allowed)
        ident = fields.ident() or Scalar("", fields.at)
        if ident.text in first:
            faults.add("VW206", ident.at, id=ident.text, line=first[ident.text].line)
            continue
        if ident.text:
            first[ident.text] = ident.at
        yield fields, ident


def is_cut_off(entry: Entry) -> bool:
    """Return whether `entry` is a piece of text that a comma within {...} cut off: a key without its colon."""
    value = entry.value
    if not isinstance(value, Scalar) or value.text or value.style:
        return False
    return ":" not in value.source.text[entry.key.span[1] : value.span[0]]


def _is_unreadable(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style == UNREADABLE


def _slug(text: str, pattern: re.Pattern[str]) -> str | None:
    """Return the id nearest to `text` that has the right form, if there is one."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return slug if pattern.fullmatch(slug) and slug != text else None
