"""Owns what was added, removed and reworded between two versions of a tree, and whether its list of changes says so.

Read off the two documents; what the rules give is compared by `difference`. Used by `difference_words`.
Runs in the build only.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import fields, is_dataclass

from aids.compiler.document import Change, Choice, Document, Question
from aids.compiler.words import listed, question_kind

RULES = frozenset(
    {
        "when",
        "outcomes",
        "at_least",
        "replace",
        "advice",
        "urgency",
        "closes",
        "closing",
        "order",
        "minimum",
        "maximum",
        "part",
    }
)
"""Fields that decide, bound or file: a change in them shows in what is given, not in the texts."""

PURPOSES = {"decide": "beslist", "duty": "moet gedaan worden", "record": "wordt alleen vastgelegd"}


def asked_otherwise(old: Document, new: Document, other: Collection[str]) -> list[str]:
    """Return a sentence for each question added, removed or with other answers.

    `other` are those that are no longer the same question, though they kept their id.
    """
    before = {question.id: question for question in old.questions}
    after = {question.id: question for question in new.questions}
    found = [f"Nieuw: {_called(after[ident])}." for ident in after if ident not in before]
    found += [f"Weg: {_called(before[ident])}." for ident in before if ident not in after]
    for ident in (each for each in after if each in before):
        found += _question(before[ident], after[ident], another=ident in other)
    return found


def reworded(old: Document, new: Document) -> list[str]:
    """Return the name of each part of the tree whose words or sources changed, and how much of what proves it."""
    found = [] if _head(old) == _head(new) else ["de kop van de hulp (titel, inleiding, status of datums)"]
    for what, items in PARTS.items():
        before, after = (_keyed(items(each)) for each in (old, new))
        found += [f"{what} ‘{ident}’" for ident in after if ident in before and not _alike(before[ident], after[ident])]
    for what, items in PROMISES.items():
        before, after = (_keyed(items(each)) for each in (old, new))
        counts = {
            "nieuw": len(after.keys() - before.keys()),
            "weg": len(before.keys() - after.keys()),
            "veranderd": sum(before[ident] != after[ident] for ident in before.keys() & after.keys()),
        }
        told = [f"{count} {word}" for word, count in counts.items() if count]
        found += [f"{what}: {', '.join(told)}"] if told else []
    return found


def unnamed(old: Document, new: Document, changed: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return which changed advice no newer entry of the list of changes names, and which it names for nothing."""
    newer = newer_changes(old, new)
    named = [ident for change in newer for ident in change.advice]
    return [ident for ident in changed if ident not in named], [ident for ident in named if ident not in changed]


def newer_changes(old: Document, new: Document) -> list[Change]:
    """Return the entries of the list of changes that only the new version has."""
    return [change for change in new.changes if change not in old.changes]


# Questions -----------------------------------------------------------------------------------------------------------


def _called(question: Question) -> str:
    return f"{question_kind(question)} ‘{question.short}’ ({question.id})"


def _question(old: Question, new: Question, *, another: bool) -> Iterator[str]:
    name = _called(new)
    if another:
        yield f"Een andere vraag onder dezelfde naam: {name}. In elke versie is het antwoord vrij."
        return
    if old.purpose != new.purpose:
        yield f"Een ander doel: {name}. Eerst: {PURPOSES[old.purpose]}; nu: {PURPOSES[new.purpose]}."
    for what, lists in CLOSED.items():
        before, after = ([choice.id for choice in lists(each)] for each in (old, new))
        labels = {choice.id: choice.label for each in (old, new) for choice in lists(each)}
        added = [f"‘{labels[ident]}’" for ident in after if ident not in before]
        removed = [f"‘{labels[ident]}’" for ident in before if ident not in after]
        if added:
            yield f"Bij {name} {what} erbij: {listed(added, 'en')}."
        if removed:
            yield f"Bij {name} {what} weg: {listed(removed, 'en')}."
    if bool(old.unknown) != bool(new.unknown):
        yield f"Bij {name} kan het antwoord onbekend {'nu' if new.unknown else 'niet meer'}."
    if (old.minimum, old.maximum) != (new.minimum, new.maximum):
        yield f"Bij {name} is het bereik anders: eerst {_range(old)}, nu {_range(new)}."


CLOSED: dict[str, Callable[[Question], tuple[Choice, ...]]] = {
    "als antwoord": lambda question: question.answers,
    "als reden": lambda question: question.reasons,
    "als persoon": lambda question: question.who,
}
"""The closed lists of a question."""


def _range(question: Question) -> str:
    low, high = ("onbegrensd" if bound is None else f"{bound:g}" for bound in (question.minimum, question.maximum))
    return f"{low} tot en met {high}"


# Words ---------------------------------------------------------------------------------------------------------------

type Items = Callable[[Document], tuple[object, ...]]

PARTS: dict[str, Items] = {
    "stap": lambda document: document.steps,
    "vraag": lambda document: document.questions,
    "advies": lambda document: document.advice,
    "beslissing": lambda document: document.decisions,
}
PROMISES: dict[str, Items] = {
    "afspraken": lambda document: document.policies,
    "beweringen": lambda document: document.claims,
    "gevallen": lambda document: document.examples,
}
KEYS = ("id", "row", "name")


def _head(document: Document) -> tuple[str, ...]:
    return (document.title, document.lead, document.status, document.reviewed, document.review_by)


def _alike(old: object, new: object) -> bool:
    """Return whether two versions of something say the same in words; what only one of them holds is left aside."""
    if is_dataclass(old) and not isinstance(old, type):
        names = (each.name for each in fields(old) if each.compare and each.name not in RULES)
        return type(old) is type(new) and all(_alike(getattr(old, name), getattr(new, name)) for name in names)
    if isinstance(old, tuple) and isinstance(new, tuple) and any(map(_key, (*old, *new))):
        before, after = _keyed(old), _keyed(new)
        return all(_alike(before[ident], after[ident]) for ident in before.keys() & after.keys())
    return old == new


def _keyed(items: tuple[object, ...]) -> dict[str, object]:
    return {_key(item): item for item in items}


def _key(item: object) -> str:
    """Return the name by which a part is known among its like; "" for what has none."""
    return next((str(getattr(item, name)) for name in KEYS if hasattr(item, name)), "")
