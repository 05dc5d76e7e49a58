"""Owns shared parts: the nodes of a part's file take their place among those of its host, before either is read.

Everything downstream sees one flat tree; the place of each element stays that in its own file. The host says where the
questions, the advice and the decisions stand; policies, claims and examples follow those of the host. Steps, texts
about the whole and the list of changes stay the part's own. Used by `aids.compiler.loader`. Runs in the build only.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from pathlib import Path

from aids.compiler.diagnostics import nearest
from aids.compiler.loader_fields import FORMS, Faults, Fields
from aids.compiler.reading import Entry, Mapping, Node, Reading, Scalar, Sequence, read

FOLDER = "delen"
KINDS = ("flow", "checklist", "scan", "part")
KIND = "part"
QUESTION_KEYS = ("part", "questions")
WHOLE_KEYS = ("part",)
WHOLE = ("advice", "decisions")
"""Sections that a host takes over whole, at the place it says."""

FOLLOWING = ("policies", "claims", "vignettes", "cases")
"""Sections that follow those of the host."""

SECTIONS = ("questions", *WHOLE, *FOLLOWING)


@dataclass(slots=True)
class _Part:
    """A part that was read, and what of it has been placed so far."""

    name: Scalar
    root: Mapping
    placed: dict[str, int] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    def items(self, section: str) -> tuple[Mapping, ...]:
        """Return the items of a section."""
        return tuple(items_of(self.root, section))


@dataclass(frozen=True, slots=True)
class Expanded:
    """A tree with its parts in place: the root, the parts' ids, and each file that it came from with part and text."""

    root: Mapping
    parts: tuple[str, ...] = ()
    files: Map[str, str] = field(default_factory=dict)
    texts: Map[str, str] = field(default_factory=dict)
    steps: frozenset[str] = frozenset()


def expand(root: Mapping, path: Path, name: str, faults: Faults) -> Expanded:
    """Return the tree `root`, of the file `path` that diagnostics call `name`, with its parts in place.

    `steps` are those that a part's questions name and the host lacks: reported, and to be taken as known.
    """
    silent = Fields(root, faults, [entry.key.text for entry in root.entries])
    kind = root.get("kind")
    inside = isinstance(kind, Scalar) and kind.text == KIND
    if isinstance(kind, Scalar) and kind.text in KINDS and inside != (path.parent.name == FOLDER):
        faults.add("VW722", kind.at, folder=FOLDER)
    if inside and "parts" in silent:
        faults.add("VW718", silent.key_at("parts"))
    named = () if inside else silent.scalars("parts", required=False)
    host = _Host(root, faults)
    texts: dict[str, str] = {}
    files: dict[str, str] = {}
    for scalar in named:
        reading = _read(scalar, path, name, host.parts, faults)
        if reading is None:
            continue
        texts[reading.name] = reading.text
        files[reading.name] = scalar.text
        if isinstance(reading.root, Mapping):
            host.parts[scalar.text] = _Part(scalar, reading.root)
        elif reading.root is not None:
            at, found = reading.root.at, FORMS[type(reading.root)]
            faults.add("VW203", at, key=reading.name, expected=FORMS[Mapping], found=found)
    told = isinstance(root.get("parts"), Sequence | None)
    listed = frozenset(scalar.text for scalar in named) if told else None
    return Expanded(host.expanded(listed), tuple(host.parts), files, texts, frozenset(host.steps))


def items_of(root: Mapping, section: str) -> Iterator[Mapping]:
    """Yield the groups in the list `section` of a tree."""
    node = root.get(section)
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Mapping))


def _read(scalar: Scalar, path: Path, name: str, known: Iterable[str], faults: Faults) -> Reading | None:
    """Return the file of the part that `scalar` names, or None where there is none."""
    folder = path.parent / FOLDER
    there = sorted(file.stem for file in folder.glob("*.yml"))
    if scalar.text in known:
        faults.add("VW721", scalar.at, part=scalar.text)
        return None
    if scalar.text not in there:
        faults.add("VW711", scalar.at, nearest(scalar.text, there), part=scalar.text, folder=FOLDER)
        return None
    file = f"{scalar.text}.yml"
    reading = read(folder / file, (Path(name).parent / FOLDER / file).as_posix())
    faults.extend(reading.diagnostics)
    return reading


class _Host:
    """Puts the nodes of parts among those of one host."""

    def __init__(self, root: Mapping, faults: Faults) -> None:
        """Take the host's root and where to report."""
        self.root = root
        self.faults = faults
        self.parts: dict[str, _Part] = {}
        self.own_steps = {item.text for item in map(_ident, items_of(root, "steps")) if item}
        self.steps: set[str] = set()

    def expanded(self, listed: frozenset[str] | None) -> Mapping:
        """Return the root with the parts in place; `listed` are the names under `parts`, if they can be told."""
        sections = {section: self.section(section, listed) for section in SECTIONS}
        for part in self.parts.values():
            self.report_missing(part)
        entries = [
            replace(entry, value=sections.pop(entry.key.text) or entry.value) if entry.key.text in sections else entry
            for entry in self.root.entries
        ]
        for section, node in sections.items():
            if node is not None:
                entries.append(Entry(Scalar(section, node.at), node))
        return Mapping(tuple(entries), self.root.at)

    def section(self, section: str, listed: frozenset[str] | None) -> Sequence | None:
        """Return the list `section` with the parts' items in place, or None where it stays as it is."""
        node = self.root.get(section)
        if not isinstance(node, Sequence | None):
            return None
        taken = {ident: part for part in self.parts.values() for ident in map(_text, part.items(section)) if ident}
        items: list[Node] = []
        for item in node.items if node else ():
            if isinstance(item, Mapping) and item.get("part") and section not in FOLLOWING:
                items += self.placed(section, item, listed)
            elif isinstance(item, Mapping) and (part := taken.get(_text(item))) and (ident := _ident(item)):
                self.faults.add("VW717", ident.at, id=ident.text, part=part.name.text)
            else:
                items.append(item)
        if section in FOLLOWING:
            items += [item for part in self.parts.values() for item in part.items(section)]
        return Sequence(tuple(items), node.at if node else self.root.at) if node or items else None

    def placed(self, section: str, item: Mapping, listed: frozenset[str] | None) -> Iterator[Mapping]:
        """Yield the items of a part that the host's `item` puts here."""
        fields = Fields(item, self.faults, QUESTION_KEYS if section == "questions" else WHOLE_KEYS)
        scalar = fields.scalar("part")
        if scalar is None:
            return
        part = self.parts.get(scalar.text)
        if part is None:
            if listed is not None and scalar.text not in listed:
                self.faults.add("VW712", scalar.at, nearest(scalar.text, listed), part=scalar.text)
        elif section == "questions":
            yield from self.questions(part, fields)
        elif section in part.whole:
            self.faults.add("VW721", scalar.at, part=scalar.text)
        else:
            part.whole.add(section)
            yield from part.items(section)

    def questions(self, part: _Part, fields: Fields) -> list[Mapping]:
        """Return the questions of `part` that are named here: each once, in the part's own order."""
        nodes = {_text(node): node for node in part.items("questions")}
        order = list(nodes)
        here = []
        for scalar in fields.scalars("questions"):
            name, node = scalar.text, nodes.get(scalar.text)
            if node is None:
                self.faults.add("VW719", scalar.at, nearest(name, nodes), question=name, part=part.name.text)
                continue
            if name in part.placed:
                self.faults.add("VW713", scalar.at, question=name, line=part.placed[name])
                continue
            later = [other for other in part.placed if order.index(other) > order.index(name)]
            if later:
                self.faults.add("VW715", scalar.at, question=name, later=later[0], part=part.name.text)
            part.placed[name] = scalar.at.line
            here.append(name)
            self.check_step(node, scalar)
        return [nodes[name] for name in sorted(here, key=order.index)]

    def check_step(self, node: Mapping, scalar: Scalar) -> None:
        """Report, once, a step that the question placed at `scalar` names and the host lacks."""
        step = node.get("step")
        if isinstance(step, Scalar) and step.text not in self.own_steps | self.steps:
            self.steps.add(step.text)
            near = nearest(step.text, self.own_steps)
            self.faults.add("VW716", scalar.at, near, question=scalar.text, step=step.text)

    def report_missing(self, part: _Part) -> None:
        """Report what of `part` was not placed."""
        missing = [name for name in map(_text, part.items("questions")) if name and name not in part.placed]
        if missing:
            self.faults.add("VW714", part.name.at, missing=missing, part=part.name.text)
        for section in WHOLE:
            if part.items(section) and section not in part.whole:
                self.faults.add("VW720", part.name.at, section=section, part=part.name.text)


def _ident(item: Mapping) -> Scalar | None:
    """Return the id that an item gives itself."""
    node = item.get("id")
    return node if isinstance(node, Scalar) and node.text else None


def _text(item: Mapping) -> str:
    ident = _ident(item)
    return ident.text if ident else ""
