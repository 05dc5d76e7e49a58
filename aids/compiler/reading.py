"""Owns the step from bytes to positioned nodes: Mapping, Sequence and Scalar. The only importer of yaml.

Every scalar stays text, so `no`, `1.10` and `2026-01-01` mean what they say. Fed by the loader, the editorial data and
the pages' front matter. Refuses what a reader cannot see (anchors, merge keys, tags, invisible characters, duplicate
keys). It never raises, whatever the bytes, and knows nothing of trees. Runs in the build only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, nearest
from aids.compiler.document import Position
from aids.compiler.reading_faults import syntax_fault
from aids.compiler.reading_text import Source, decode

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 20
PARSED_AS = str.maketrans({"\t": " ", "?": "\ue000"})
SET = re.compile(r"""\bin[ ]*\{[^{}:"'#\[\]]{0,2000}\}""")
SET_AS = str.maketrans({"{": "\ue001", "}": "\ue002", ",": "\ue003"})
PARSED_BACK = str.maketrans({"\ue000": "?", "\ue001": "{", "\ue002": "}", "\ue003": ","})
"""The parser is given stand-ins of the same length for what stays text; `decode` lets no private characters through.

PyYAML, unlike YAML 1.2, ends a text within {...} at a question mark; complex keys, its other use, are refused anyway.
And `in {a, b}` is part of a condition, also in a row that is written as {row: ..., when: ...}.
"""

__all__ = ["Entry", "Mapping", "Node", "Reading", "Scalar", "Sequence", "load_file", "read", "read_text", "scalars"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as YAML means it. `style` is "" (plain), "'", '"', "|" or ">"; `in_flow` is within [...] or {...}."""

    text: str
    at: Position
    style: str = ""
    in_flow: bool = False
    source: Source = field(default_factory=Source, compare=False, repr=False)
    span: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)

    def place(self, start: int, end: int) -> Position:
        """Return where the characters `start` to `end` of `text` stand in the file."""
        return self.source.inside(self.text, self.span, self.style, (start, end))


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in file order, each once."""

    entries: tuple[Entry, ...]
    at: Position

    def get(self, key: str) -> "Node | None":
        """Return the value of `key`, or None."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in file order."""

    items: tuple["Node", ...]
    at: Position


type Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: its root (None if it cannot be told), the text as read, and the faults found on the way."""

    name: str
    text: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...]


LATEST: dict[str, Reading] = {}
"""The last reading of each file: shared parts and data are read for more than one check, and parsing is most of it."""


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield every value (not the keys) under `node` in file order."""
    stack = [node]
    while stack:
        match stack.pop():
            case Scalar() as scalar:
                yield scalar
            case Mapping(entries=entries):
                stack.extend(entry.value for entry in reversed(entries))
            case Sequence(items=items):
                stack.extend(reversed(items))
            case None:
                pass


def load_file(path: Path, name: str) -> tuple[bytes | None, list[Diagnostic]]:
    """Return the bytes of `path`, or None and why it cannot be opened or is refused."""
    start = Position(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = _reason(error)
        close = nearest(path.name, _siblings(path)) if isinstance(error, FileNotFoundError) else None
        return None, [fault("VW102", start, near=close, reason=reason)]
    except ValueError:
        return None, [fault("VW102", start, reason="de naam bevat een teken dat niet kan")]
    if len(data) > MAXIMUM_BYTES:
        return None, [fault("VW101", start, size=len(data), limit=MAXIMUM_BYTES)]
    return data, []


def _siblings(path: Path) -> list[str]:
    try:
        return sorted(item.name for item in path.parent.iterdir())
    except OSError:
        return []


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "het bestaat niet"
        case IsADirectoryError():
            return "het is een map"
        case PermissionError():
            return "u mag het niet lezen"
        case _:
            return "het systeem weigert het"


def read(path: Path, name: str) -> Reading:
    """Return what the YAML file `path` holds; `name` is how it is called in diagnostics."""
    data, found = load_file(path, name)
    if data is None:
        return Reading(name, "", None, tuple(found))
    text, odd = decode(data, name)
    reading = read_text(text, name) if text is not None else Reading(name, "", None, ())
    return Reading(name, reading.text, reading.root, (*odd, *reading.diagnostics))


def read_text(text: str, name: str) -> Reading:
    """Return what the YAML `text` (as `decode` returns it) of the file `name` holds."""
    latest = LATEST.get(name)
    if latest is None or latest.text != text:
        latest = LATEST[name] = _read_text(text, name)
    return latest


def _read_text(text: str, name: str) -> Reading:
    source = Source(name, text)
    tabs = source.tabs()
    found = [fault("VW105", at) for at in tabs]
    if source.has_tab_indent():
        return Reading(name, text, None, tuple(found))
    builder = _Builder(source)
    root: Node | None = None
    try:
        root = builder.build(SET.sub(lambda match: match.group().translate(SET_AS), text).translate(PARSED_AS))
    except yaml.MarkedYAMLError as error:
        builder.faults.append(_stumble(error, source))
    except (yaml.YAMLError, ValueError):
        builder.faults.append(fault("VW107", source.position(0, 0), problem="het bestand is niet te ontleden"))
    return Reading(name, text, root, (*found, *builder.faults))


def _stumble(error: yaml.MarkedYAMLError, source: Source) -> Diagnostic:
    """Return the diagnostic for what stopped the parser."""
    mark = error.problem_mark or error.context_mark
    index = min(mark.index, len(source.text)) if mark else 0
    opened = error.context_mark.index if error.context_mark else index
    return syntax_fault(source, error.problem or "", error.context or "", index, opened)


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not been seen: the nodes in it so far."""

    mapping: bool
    flow: bool
    at: Position
    nodes: list[Node] = field(default_factory=list)


class _TooDeepError(yaml.YAMLError):
    """More levels than `MAXIMUM_DEPTH`; the fault itself has been noted."""


class _Builder:
    """Builds nodes from the events of the YAML parser without recursion, and notes what may not be used."""

    def __init__(self, source: Source) -> None:
        """Take the text that the positions refer to."""
        self.source = source
        self.faults: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.documents = 0
        self.root: Node | None = None

    def build(self, text: str) -> Node | None:
        """Return the root of `text`; raises yaml.YAMLError where the form breaks."""
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if event.version or event.tags:
                    self.faults.append(fault("VW114", self._at(event, 1)))
            if self.documents > 1:
                self.faults.append(fault("VW115", self._at(event, 3)))
                return self.root
            try:
                self._take(event)
            except _TooDeepError:
                return None
        empty = self.root is None or (isinstance(self.root, Scalar) and not self.root.text and not self.root.style)
        if empty and not self.faults:
            self.faults.append(fault("VW118", self.source.position(0, 1)))
        return None if empty else self.root

    def _at(self, event: yaml.Event, length: int | None = None) -> Position:
        start = _start(event)
        end = _end(event) if length is None else start + length
        return self.source.position(start, end)

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._properties(event, event.tag)
                self._add(self._scalar(event))
            case yaml.CollectionStartEvent():
                self._properties(event, event.tag)
                self._open(event)
            case yaml.CollectionEndEvent():
                self._close()
            case yaml.AliasEvent():
                self.faults.append(fault("VW112", self._at(event)))
                self._add(Scalar("", self._at(event), "*", self._in_flow()))

    def _properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, tag: str | None) -> None:
        """Note an anchor or tag before the node."""
        start = _start(event)
        for word, offset in _properties_in(self.source.text[start : _line_end(self.source.text, start)]):
            place = self.source.position(start + offset, start + offset + len(word))
            if event.anchor and word.startswith("&"):
                self.faults.append(fault("VW112", place))
            elif tag and word.startswith("!"):
                self.faults.append(fault("VW114", place))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _start(event), _end(event)
        last = min(end, _line_end(self.source.text, start))
        at = self.source.position(start, last)
        return Scalar(
            event.value.translate(PARSED_BACK), at, event.style or "", self._in_flow(), self.source, (start, end)
        )

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        at = self._at(event, 1)
        if len(self.stack) >= MAXIMUM_DEPTH:
            self.faults.append(fault("VW116", at, limit=MAXIMUM_DEPTH))
            raise _TooDeepError
        self.stack.append(_Open(isinstance(event, yaml.MappingStartEvent), bool(event.flow_style), at))

    def _close(self) -> None:
        done = self.stack.pop()
        if done.mapping:
            self._add(Mapping(self._entries(done.nodes), done.at))
        else:
            self._add(Sequence(tuple(done.nodes), done.at))

    def _in_flow(self) -> bool:
        return bool(self.stack) and self.stack[-1].flow

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node

    def _entries(self, nodes: list[Node]) -> tuple[Entry, ...]:
        kept: dict[str, Entry] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.faults.append(fault("VW117", key.at))
            elif key.text == "<<" and not key.style:
                self.faults.append(fault("VW113", key.at))
            elif key.text in kept:
                line = kept[key.text].key.at.line
                self.faults.append(fault("VW111", key.at, key=key.text, line=line))
            else:
                kept[key.text] = Entry(key, value)
        return tuple(kept.values())


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _properties_in(written: str) -> Iterator[tuple[str, int]]:
    """Yield the words with & or ! before a node as written, each with its offset."""
    offset = 0
    for word in written.split():
        offset = written.index(word, offset)
        if word[0] not in "&!":
            return
        yield word, offset
        offset += len(word)


def _line_end(text: str, start: int) -> int:
    ends = [end for end in (text.find("\n", start), text.find("\r", start)) if end >= 0]
    return min(ends, default=len(text))
