"""Owns what differs between two versions of a scan, in sentences: lines, scale, levels, roles, what belongs to what.

Read off the two documents; printed by `diff`. What decides the scores and what changes how an earlier answer must be
read is told apart from other words. Runs in the build only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Protocol

from aids.compiler.document import Change, Choice
from aids.compiler.proof.difference_words import WIDTH, Report
from aids.compiler.scan.compile import words_hash
from aids.compiler.scan.document import Chapter, Criterion, Level, Line, ScanDocument
from aids.compiler.scan.levels import decimal
from aids.compiler.words import listed, long_date
from aids.runtime.scan.model import Scan

NONE = "Geen verschil: beide versies hebben dezelfde regels, schaal, niveaus, rollen en indeling, in dezelfde woorden."
NO_RULES = "Geen verschil in wat meetelt: regels, schaal, niveaus, rollen en indeling zijn gelijk."
REWORDED = "Regels met andere woorden: kijk of een ouder antwoord nog klopt"
OTHER_WORDS = "Andere woorden of bronnen"

LINE_TEXTS: dict[str, Callable[[Line], object]] = {
    "de korte tekst": lambda line: line.short,
    "de vraag": lambda line: line.ask,
    "het waarom": lambda line: line.why,
    "de voorbeelden van bewijs": lambda line: line.evidence,
    "waar de bron zegt dat u het vastlegt": lambda line: line.record,
    "het voorstel voor een plaats": lambda line: line.suggest,
}
"""What a respondent reads of a line: the same texts as its hash stands for."""


@dataclass(frozen=True, slots=True)
class ScanVersion:
    """A scan with its texts; `name` is how the user called it."""

    name: str
    document: ScanDocument
    scan: Scan


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Its id."""


def report_scans(old: ScanVersion, new: ScanVersion) -> Report:
    """Return the report on two versions of a scan; words alone are no difference."""
    before, after = old.document, new.document
    rules = {
        "Regels": [*_come_and_gone(before.lines, after.lines, _line), *_moved_lines(before, after)],
        "Schaal": list(_scale(before, after)),
        "Niveaus": list(_levels(before, after)),
        "Criteria en hoofdstukken": list(_layout(before, after)),
        "Rollen": list(_come_and_gone(before.roles, after.roles, _choice)),
    }
    reworded, others = list(_reworded(before, after)), list(_other_words(before, after))
    differs = any(rules.values())
    same = NO_RULES if reworded or others else NONE
    blocks = [
        f"Oud:   {old.name} (regels {old.scan.rules})\nNieuw: {new.name} (regels {new.scan.rules})",
        *(_block(head, lines) for head, lines in rules.items()),
        "" if differs else same,
        _kept(before, after) if differs else "",
        _block(REWORDED, reworded),
        _block(OTHER_WORDS, others),
        _changes(before, after),
    ]
    return Report("\n\n".join(filter(None, blocks)), differs)


def _block(head: str, lines: Iterable[str]) -> str:
    """Return the lines under their head; "" if there are none."""
    told = [piece for line in lines for piece in wrap(line, WIDTH, initial_indent="  ", subsequent_indent="    ")]
    return "\n".join([head, *told]) if told else ""


def _kept(old: ScanDocument, new: ScanDocument) -> str:
    """Return what becomes of an earlier file."""
    known = {line.id for line in new.lines}
    kept = sum(line.id in known for line in old.lines)
    told = f"Van de {len(old.lines)} regels van de oude versie staan er {kept} in de nieuwe."
    if {step.id for step in old.scale} <= {step.id for step in new.scale}:
        return f"{told} Een ouder bestand behoudt daarvan de antwoorden."
    return f"{told} Een antwoord op een stap die weg is, gaat verloren."


# What counts ---------------------------------------------------------------------------------------------------------


def _come_and_gone[T: Named](old: Sequence[T], new: Sequence[T], called: Callable[[T], str]) -> Iterator[str]:
    """Yield what is new, what is gone, and whether what stayed has another order."""
    before, after = ({item.id: item for item in items} for items in (old, new))
    yield from (f"Nieuw: {called(item)}." for item in new if item.id not in before)
    yield from (f"Weg: {called(item)}." for item in old if item.id not in after)
    if [item.id for item in old if item.id in after] != [item.id for item in new if item.id in before]:
        yield "De volgorde is anders."


def _moved_lines(old: ScanDocument, new: ScanDocument) -> Iterator[str]:
    before = {line.id: line for line in old.lines}
    for line in new.lines:
        if line.id in before and before[line.id].criterion != line.criterion:
            yield f"{_line(line)} hoort bij criterium {line.criterion}; eerst bij {before[line.id].criterion}."


def _scale(old: ScanDocument, new: ScanDocument) -> Iterator[str]:
    yield from _come_and_gone(old.scale, new.scale, _choice)
    after = {step.id: points for points, step in enumerate(new.scale)}
    for points, step in enumerate(old.scale):
        if after.get(step.id, points) != points:
            yield f"{_choice(step)} telt {_points(after[step.id])}; eerst {points}."


def _levels(old: ScanDocument, new: ScanDocument) -> Iterator[str]:
    yield from _come_and_gone(old.levels, new.levels, _level)
    before = {level.id: level for level in old.levels}
    for level in new.levels:
        if level.id in before and _range(before[level.id]) != _range(level):
            yield f"Niveau ‘{level.label}’ ({level.id}) geldt {_range(level)}; eerst {_range(before[level.id])}."


def _layout(old: ScanDocument, new: ScanDocument) -> Iterator[str]:
    yield from _come_and_gone(old.chapters, new.chapters, _titled)
    yield from _come_and_gone(old.criteria, new.criteria, _titled)
    before = {criterion.id: criterion.chapter for criterion in old.criteria}
    for criterion in new.criteria:
        if before.get(criterion.id, criterion.chapter) != criterion.chapter:
            yield f"{_titled(criterion)} hoort bij hoofdstuk {criterion.chapter}; eerst bij {before[criterion.id]}."


# Words ---------------------------------------------------------------------------------------------------------------


def _reworded(old: ScanDocument, new: ScanDocument) -> Iterator[str]:
    before = {line.id: line for line in old.lines}
    for line in new.lines:
        if line.id in before and words_hash(before[line.id]) != words_hash(line):
            changed = [name for name, text in LINE_TEXTS.items() if text(before[line.id]) != text(line)]
            yield f"{_line(line)}: anders is {listed(changed, 'en')}."


def _other_words(old: ScanDocument, new: ScanDocument) -> Iterator[str]:
    if _head(old) != _head(new):
        yield "de kop van de scan (titel, inleiding, uitleg, status of datums)"
    if (old.left_out, old.unknown) != (new.left_out, new.unknown):
        yield "de antwoorden naast de schaal"
    groups: dict[str, Callable[[ScanDocument], Sequence[Named]]] = {
        "stap": lambda document: document.scale,
        "niveau": lambda document: [_label(level) for level in document.levels],
        "rol": lambda document: document.roles,
        "hoofdstuk": lambda document: document.chapters,
        "criterium": lambda document: [_without_chapter(item) for item in document.criteria],
        "nummer, pagina of bronnen van regel": lambda document: [_Rest(line) for line in document.lines],
    }
    for what, items in groups.items():
        before = {item.id: item for item in items(old)}
        yield from (f"{what} ‘{item.id}’" for item in items(new) if item.id in before and before[item.id] != item)


class _Rest:
    """What of a line is neither its words nor where it belongs."""

    def __init__(self, line: Line) -> None:
        self.id = line.id
        self.said = (line.number, line.page, line.sources)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rest) and self.said == other.said

    def __hash__(self) -> int:
        return hash(self.said)


def _label(level: Level) -> Choice:
    return Choice(level.id, level.label)


def _without_chapter(criterion: Criterion) -> Chapter:
    title = f"{criterion.number} {criterion.title}"
    return Chapter(criterion.id, title, criterion.intro, criterion.sources)


def _head(document: ScanDocument) -> tuple[str, ...]:
    head = (document.title, document.lead, document.about, document.status)
    return (*head, document.reviewed, document.review_by)


# The list of changes -------------------------------------------------------------------------------------------------


def _changes(old: ScanDocument, new: ScanDocument) -> str:
    """Return what the scan's own list of changes says, and whether it names the lines that changed."""
    newer: list[Change] = [change for change in new.changes if change not in old.changes]
    named = [ident for change in newer for ident in change.advice]
    changed = _changed(old, new)
    missing = [ident for ident in changed if ident not in named]
    idle = [ident for ident in named if ident not in changed]
    lines = [f"{long_date(change.date)}: {change.say}" for change in newer]
    if missing:
        lines.append(f"Ontbreekt in de lijst: {listed(missing, 'en')}. Noem elke veranderde regel onder changes.")
    if idle:
        lines.append(f"Staat in de lijst, maar verandert niet: {listed(idle, 'en')}.")
    if newer and not missing and not idle:
        lines.append("De lijst noemt precies de regels die veranderen.")
    return _block("Lijst van veranderingen (changes)", lines)


def _changed(old: ScanDocument, new: ScanDocument) -> list[str]:
    """Return the lines that are new, gone, moved or reworded."""
    before, after = ({line.id: (line.criterion, words_hash(line)) for line in each.lines} for each in (old, new))
    return [ident for ident in {**before, **after} if before.get(ident) != after.get(ident)]


# Names ---------------------------------------------------------------------------------------------------------------


def _line(line: Line) -> str:
    return f"{line.number} ‘{line.short}’ ({line.id})"


def _choice(choice: Choice) -> str:
    return f"‘{choice.label}’ ({choice.id})"


def _level(level: Level) -> str:
    return f"niveau ‘{level.label}’ ({level.id}), {_range(level)}"


def _titled(item: Chapter | Criterion) -> str:
    sort = "criterium" if isinstance(item, Criterion) else "hoofdstuk"
    return f"{sort} ‘{item.title}’ ({item.id})"


def _range(level: Level) -> str:
    return f"van {decimal(level.start)} tot {'en met ' if level.closed else ''}{decimal(level.end)}"


def _points(points: int) -> str:
    return "1 punt" if points == 1 else f"{points} punten"
