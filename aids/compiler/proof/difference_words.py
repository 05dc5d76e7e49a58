"""Owns the report on two versions of a tree: what differs in sentences that a lawyer can read, each with its case.

Fed with what `difference` found and what `revision` reads off the documents; printed by `diff`. Runs in the build only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from aids.compiler.document import Document, Outcome
from aids.compiler.proof.difference import GIVEN, Difference, Instance, Sort, Version
from aids.compiler.proof.encoding import Case
from aids.compiler.proof.interpretation import NOT_APPLICABLE
from aids.compiler.proof.revision import asked_otherwise, newer_changes, reworded, unnamed
from aids.compiler.proof.telling import Teller
from aids.compiler.words import DUTY_WORDS, listed, long_date
from aids.runtime.conditions import TODAY

ADVICE = frozenset({"advice", "urgency", "closes"})
"""Differences in an advice: those that a tree's list of changes must name."""

URGENCIES = {"nu": "nu", "vandaag": "vandaag", "deze-week": "deze week", "plan": "in te plannen"}
CLOSES = {"True": "een advies dat afsluit", "False": "een advies dat niet afsluit"}
HEADS: dict[tuple[Sort, str], str] = {
    ("advice", GIVEN): "Advies dat de oude versie gaf en de nieuwe niet",
    ("advice", ""): "Advies dat de nieuwe versie geeft en de oude niet",
    ("outcome", ""): "Andere uitkomst van een beslissing",
    ("urgency", ""): "Advies met andere haast",
    ("closes", ""): "Advies dat nu wel of niet afsluit",
    ("duty", GIVEN): "Taak die de oude versie vroeg en de nieuwe niet",
    ("duty", ""): "Taak die de nieuwe versie vraagt en de oude niet",
}
"""The groups in the order of the report; "" stands for whatever is not named."""

SENTENCES = {
    (False, True): "gaf de oude versie dit advies; de nieuwe geeft het niet.",
    (False, False): "gaf de oude versie dit advies niet; de nieuwe geeft het wel.",
    (True, True): "vroeg de oude versie deze taak; de nieuwe vraagt haar niet.",
    (True, False): "vroeg de oude versie deze taak niet; de nieuwe vraagt haar wel.",
}
"""What changed in a duty (True) or an advice, that was given before (True) or is given now."""

WIDTH = 110
"""Columns of a sentence."""

READING = (
    "Bij elk verschil staat een geval; vragen die er niet bij staan, maken daarin niet uit. Vergeleken zijn alle\n"
    "volledige gevallen, met vragen en antwoorden die beide versies kennen; een vraag van één versie is daarin vrij."
)
NONE = "Geen verschil: in elk geval geven beide versies hetzelfde advies, dezelfde uitkomsten en dezelfde taken."


ONLY_WORDS = "Alleen woorden, bronnen of bewijs zijn anders"
OTHER_WORDS = "Ook andere woorden, bronnen of ander bewijs"


@dataclass(frozen=True, slots=True)
class Report:
    """The text, and whether the versions differ in anything but words."""

    text: str
    differs: bool


def report(old: Version, new: Version, found: list[Difference], changed: frozenset[str]) -> Report:
    """Return the report; `changed` are the questions that are another question under the same id."""
    asked = asked_otherwise(old.document, new.document, changed)
    words = reworded(old.document, new.document)
    differs = bool(found or asked)
    blocks = [
        f"Oud:   {old.name} (regels {old.tree.rules})\nNieuw: {new.name} (regels {new.tree.rules})",
        _block("Vragen", asked),
        *(_Writer(old, new, changed).groups(found) or [_no_difference(old, new, asked)]),
        READING if found else "",
        _block(OTHER_WORDS if differs else ONLY_WORDS, words),
        _changes(old.document, new.document, found),
    ]
    return Report("\n\n".join(filter(None, blocks)), differs)


def _no_difference(old: Version, new: Version, asked: list[str]) -> str:
    if old.tree.rules == new.tree.rules:
        return f"{NONE} De regels zijn gelijk."
    return NONE if asked else f"{NONE} De regels zijn wel anders opgeschreven."


def _block(head: str, lines: Iterable[str]) -> str:
    """Return the lines under their head; "" if there are none."""
    told = [f"  {line}" for line in lines]
    return "\n".join([head, *told]) if told else ""


def _changes(old: Document, new: Document, found: list[Difference]) -> str:
    """Return whether the tree's own list of changes names the advice that changed."""
    changed = list(dict.fromkeys(item.subject for item in found if item.sort in ADVICE))
    newer = newer_changes(old, new)
    missing, idle = unnamed(old, new, changed)
    lines = [f"{long_date(change.date)}: {change.say}" for change in newer]
    if missing:
        lines.append(f"Ontbreekt in de lijst: {listed(missing, 'en')}. Noem elk veranderd advies onder changes.")
    if idle:
        lines.append(f"Staat in de lijst, maar verandert niet: {listed(idle, 'en')}.")
    if newer and not missing and not idle:
        lines.append("De lijst noemt precies het advies dat verandert.")
    wrapped = (piece for line in lines for piece in wrap(line, WIDTH, subsequent_indent="  "))
    return _block("Lijst van veranderingen (changes)", wrapped)


class _Writer:
    """Tells differences of two versions."""

    def __init__(self, old: Version, new: Version, changed: frozenset[str]) -> None:
        self.old, self.new, self.changed = old, new, changed
        self.before = Teller(old.document, old.tree)
        self.after = Teller(new.document, new.tree)

    def groups(self, found: list[Difference]) -> list[str]:
        """Return a block for each group that has differences; what differs in more than one way is named once."""
        filed = sorted(found, key=lambda item: list(HEADS).index(_group(item)))
        return [_block(HEADS[group], self._items(items)) for group, items in groupby(filed, key=_group)]

    def _items(self, items: Iterable[Difference]) -> Iterator[str]:
        for subject, same in groupby(items, key=self._subject):
            yield subject
            for item in same:
                yield from wrap(
                    f"{self._case(item)} {self._sentence(item)}", WIDTH, initial_indent="  ", subsequent_indent="    "
                )

    def _sentence(self, item: Difference) -> str:
        if item.sort == "outcome":
            before, after = self._value(self.old, item, item.old), self._value(self.new, item, item.new)
            return f"gaf de oude versie {before}; de nieuwe geeft {after}."
        if item.sort == "urgency":
            return f"was dit advies {URGENCIES[item.old]}; het is in de nieuwe versie {URGENCIES[item.new]}."
        if item.sort == "closes":
            return f"was dit {CLOSES[item.old]}; in de nieuwe versie is het {CLOSES[item.new]}."
        return SENTENCES[item.sort == "duty", item.old == GIVEN]

    def _case(self, item: Difference) -> str:
        """Return "Bij …" with the answers that bring the difference about."""
        told = [self._answer(ident, item.instance) for ident in item.instance.because]
        return f"Bij {listed(told, 'en')}" if told else "In elk geval"

    def _answer(self, ident: str, instance: Instance) -> str:
        if ident == TODAY:
            return f"‘Vandaag is {long_date(instance.today)}’"
        before = _told(self.before, self.old, ident, instance.old)
        after = _told(self.after, self.new, ident, instance.new)
        if not before or not after:
            return f"‘{before or after}’ (alleen in de {'oude' if before else 'nieuwe'} versie)"
        if ident in self.changed:
            return f"‘{before}’ (oude versie) en ‘{after}’ (nieuwe versie)"
        return f"‘{after}’"

    def _subject(self, item: Difference) -> str:
        """Return what differs, by its title in the new version or else in the old one."""
        for version in (self.new, self.old):
            title = _title(version.document, item)
            if title:
                return f"{title} ({item.subject})"
        return item.subject

    def _value(self, version: Version, item: Difference, value: str) -> str:
        if value == NOT_APPLICABLE:
            return "geen uitkomst (de beslissing is niet van toepassing)"
        outcome = _outcome(version.document, item.subject)
        label = next((choice.label for choice in outcome.values if choice.id == value), value) if outcome else value
        return f"‘{label}’"


def _told(teller: Teller, version: Version, ident: str, case: Case) -> str:
    """Return an answer in words; "" if this version has no such question."""
    if ident not in case:
        return ""
    if case[ident] is None:
        return f"{version.document.question(ident).short}: {DUTY_WORDS[0]}"
    return teller.answer(ident, case[ident])


def _group(item: Difference) -> tuple[Sort, str]:
    return (item.sort, GIVEN) if (item.sort, item.old) in HEADS else (item.sort, "")


def _title(document: Document, item: Difference) -> str:
    if item.sort == "outcome":
        outcome = _outcome(document, item.subject)
        return outcome.label if outcome else ""
    if item.sort == "duty":
        return next((each.short for each in document.questions if each.id == item.subject), "")
    return next((each.title for each in document.advice if each.id == item.subject), "")


def _outcome(document: Document, subject: str) -> Outcome | None:
    decision, _, name = subject.partition(".")
    gives = (each.gives for each in document.decisions if each.id == decision)
    return next((outcome for outcomes in gives for outcome in outcomes if outcome.name == name), None)
