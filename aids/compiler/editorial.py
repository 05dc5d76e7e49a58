"""Owns the editorial data that pages and aids share: sources with their sections, and contacts with their numbers.

Loaded from docs/gegevens/bronnen.yml and contacten.yml through `reading`; used by checks, pages, render and the site.
Whether a page or tree cites well is checked there, not here. Runs in the build only.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from pathlib import Path

from aids.compiler.diagnostics import Diagnostic, nearest, sort_diagnostics, with_excerpts
from aids.compiler.document import NOWHERE, STATUSES, Position, Status
from aids.compiler.kept import while_unchanged
from aids.compiler.loader_fields import FORMS, IDENT, Faults, Fields
from aids.compiler.reading import Mapping, Reading, Scalar, read

SOURCES_FILE = "gegevens/bronnen.yml"
CONTACTS_FILE = "gegevens/contacten.yml"
KINDS = ("handboek", "wet", "norm", "praktijk")
CERTAINTIES = ("zeker", "vrij-zeker", "waarschijnlijk", "vakoordeel")
SOURCE_KEYS = (
    "title",
    "publisher",
    "date",
    "status",
    "kind",
    "certainty",
    "bwb",
    "version",
    "read",
    "note",
    "sections",
)
SECTION_KEYS = ("title", "says", "page", "status", "certainty")
CONTACT_KEYS = ("label", "number", "tel", "note", "source", "certainty", "checked")
SECTION_ID = re.compile(r"[^\s#\[\]{},]+")
SOURCE_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|[0-9]{4} tot [0-9]{4}|ongedateerd")
REQUIRED_CONTACTS = ("alarm", "veilig-thuis")
NUMBER = re.compile(r"\+?[0-9][0-9 -]*")
REPORT_KEYS = ("organisation", "address")
ADDRESS = re.compile(r"[^\s@<>:/]+@[^\s@<>:/]+\.[a-z]+|https://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A place in a source. `ref` is `source#section`; `page` where our own pages treat it ("" if they do not)."""

    source: str
    source_title: str
    id: str
    title: str
    says: str
    page: str
    status: Status
    certainty: str
    at: Position = field(default=NOWHERE, compare=False)

    @property
    def ref(self) -> str:
        """How trees and pages cite it."""
        return f"{self.source}#{self.id}"


@dataclass(frozen=True, slots=True)
class Source:
    """A law, norm, handbook or our own judgement. `date` is a day, a month, a year or "ongedateerd"."""

    id: str
    title: str
    publisher: str
    date: str
    status: Status
    kind: str
    certainty: str
    bwb: str
    version: str
    read: str
    note: str
    sections: Map[str, Section]
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """A telephone number: `number` as shown, `tel` as dialled."""

    id: str
    label: str
    number: str
    tel: str
    note: str
    source: str
    certainty: str
    checked: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """Where readers report an error in a text: who placed the site, and an e-mail or https address; "" if not known."""

    organisation: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Editorial:
    """All sources and contacts by id, in file order, and where errors are reported."""

    sources: Map[str, Source]
    contacts: Map[str, Contact]
    report: Report = Report()

    def resolve(self, ref: str) -> Section | None:
        """Return the section that `source#section` names, or None."""
        source, _, section = ref.partition("#")
        found = self.sources.get(source)
        return found.sections.get(section) if found else None

    def nearest(self, ref: str) -> str | None:
        """Return the reference that looks most like `ref`: a section of the same source before any other."""
        source, _, section = ref.partition("#")
        if source in self.sources:
            close = nearest(section, self.sources[source].sections)
            return f"{source}#{close}" if close else None
        return nearest(ref, [item.ref for found in self.sources.values() for item in found.sections.values()])

    def numbers(self) -> frozenset[str]:
        """Return the digits of every number that may stand in a text."""
        written = [text for contact in self.contacts.values() for text in (contact.number, contact.tel)]
        return frozenset(re.sub(r"\D", "", text) for text in written)


def load_editorial(docs: Path, prefix: str | None = None) -> tuple[Editorial, list[Diagnostic]]:
    """Return the data under the folder `docs`, as far as it goes, and its faults.

    `prefix` is how diagnostics call that folder; its path as given by default.
    """
    editorial, found = _loaded(docs, str(docs) if prefix is None else prefix)
    return editorial, list(found)


@while_unchanged(lambda docs: [docs / SOURCES_FILE, docs / CONTACTS_FILE])
def _loaded(docs: Path, called: str) -> tuple[Editorial, list[Diagnostic]]:
    faults = Faults()
    sources = _read(docs, called, SOURCES_FILE, faults)
    contacts = _read(docs, called, CONTACTS_FILE, faults)
    extra = _extra(contacts, faults)
    editorial = Editorial(_sources(sources, faults), _contacts(extra, faults), _report(extra, faults))
    texts = {reading.name: reading.text for reading in (sources, contacts)}
    return editorial, with_excerpts(sort_diagnostics(faults.found), texts)


def _read(docs: Path, called: str, name: str, faults: Faults) -> Reading:
    reading = read(docs / name, f"{called}/{name}")
    faults.extend(reading.diagnostics)
    return reading


def _top(reading: Reading, faults: Faults, key: str) -> Fields | None:
    """Return the fields of the group that a file is."""
    if isinstance(reading.root, Mapping):
        return Fields(reading.root, faults, (key,))
    if reading.root is not None:
        found = FORMS[type(reading.root)]
        faults.add("VW203", reading.root.at, key=reading.name, expected="een groep (sleutel: waarde)", found=found)
    return None


def _named(group: Mapping | None, faults: Faults, keys: tuple[str, ...]) -> Iterator[tuple[Scalar, Fields]]:
    """Yield each name in `group` with the fields under it."""
    for entry in group.entries if group else ():
        if isinstance(entry.value, Mapping):
            yield entry.key, Fields(entry.value, faults, keys)
        else:
            expected, found = FORMS[Mapping], FORMS[type(entry.value)]
            faults.add("VW203", entry.key.at, key=entry.key.text, expected=expected, found=found)


def _check_id(name: Scalar, faults: Faults) -> str:
    if not IDENT.fullmatch(name.text):
        faults.add("VW205", name.at, id=name.text)
    return name.text


def _sources(reading: Reading, faults: Faults) -> dict[str, Source]:
    fields = _top(reading, faults, "sources")
    group = fields.group("sources") if fields else None
    return {name.text: _source(name, inner, faults) for name, inner in _named(group, faults, SOURCE_KEYS)}


def _source(name: Scalar, fields: Fields, faults: Faults) -> Source:
    ident, title = _check_id(name, faults), fields.text("title")
    status: Status = fields.choice("status", STATUSES, "denkkader")
    certainty = fields.choice("certainty", CERTAINTIES, "", required=False)
    day = fields.scalar("date")
    if day and not SOURCE_DATE.fullmatch(day.text):
        faults.add("VW503", day.at, value=day.text)
    whole = Source(
        id=ident,
        title=title,
        publisher=fields.text("publisher"),
        date=day.text if day else "",
        status=status,
        kind=fields.choice("kind", KINDS, "handboek"),
        certainty=certainty,
        bwb=fields.text("bwb", required=False),
        version=fields.text("version", required=False),
        read=fields.date("read", required=False),
        note=fields.text("note", required=False),
        sections={},
        at=name.at,
    )
    parts = _named(fields.group("sections"), faults, SECTION_KEYS)
    return replace(whole, sections={part.text: _section(part, inner, whole, faults) for part, inner in parts})


def _section(name: Scalar, fields: Fields, source: Source, faults: Faults) -> Section:
    """Return a section; status and certainty are those of the source unless it has its own."""
    if not SECTION_ID.fullmatch(name.text):
        faults.add("VW501", name.at, id=name.text)
    return Section(
        source=source.id,
        source_title=source.title,
        id=name.text,
        title=fields.text("title"),
        says=fields.text("says", required=False),
        page=fields.text("page", required=False),
        status=fields.choice("status", STATUSES, source.status, required=False),
        certainty=fields.choice("certainty", CERTAINTIES, source.certainty, required=False),
        at=name.at,
    )


def _extra(reading: Reading, faults: Faults) -> Fields | None:
    """Return the fields of contacten.yml; they stand where the site engine lets templates read them."""
    fields = _top(reading, faults, "extra")
    group = fields.group("extra") if fields else None
    return Fields(group, faults, ("contacts", "report")) if group else None


def _report(extra: Fields | None, faults: Faults) -> Report:
    """Return where errors are reported; the organisation that places the site may not have said it yet."""
    node = extra.node.get("report") if extra else None
    if extra is None or node is None or (isinstance(node, Scalar) and not node.text.strip()):
        return Report()
    group = extra.group("report")
    if group is None:
        return Report()
    fields = Fields(group, faults, REPORT_KEYS)
    address = fields.scalar("address", required=False)
    if address and not ADDRESS.fullmatch(address.text):
        faults.add("VW967", address.at, address=address.text)
    return Report(fields.text("organisation"), address.text if address else "")


def _contacts(extra: Fields | None, faults: Faults) -> dict[str, Contact]:
    group = extra.group("contacts") if extra else None
    found = {name.text: _contact(name, inner, faults) for name, inner in _named(group, faults, CONTACT_KEYS)}
    for ident in REQUIRED_CONTACTS:
        if group and ident not in found:
            faults.add("VW504", group.at, contact=ident)
    return found


def _contact(name: Scalar, fields: Fields, faults: Faults) -> Contact:
    number, tel = fields.text("number"), fields.scalar("tel")
    if tel and (not NUMBER.fullmatch(tel.text) or re.sub(r"\D", "", tel.text) != re.sub(r"\D", "", number)):
        faults.add("VW502", tel.at, tel=tel.text, number=number)
    return Contact(
        id=_check_id(name, faults),
        label=fields.text("label"),
        number=number,
        tel=tel.text if tel else "",
        note=fields.text("note", required=False),
        source=fields.text("source"),
        certainty=fields.choice("certainty", CERTAINTIES, "", required=False),
        checked=fields.date("checked"),
        at=name.at,
    )
