"""Owns the trees of the measurement of scale: YAML texts of any number of questions, the same for the same seed.

Three answers a question, one in eight an any-of; a third of the questions depend on one above them. Four references in
five name one of the last few questions, the fifth any question above, as in trees that people write. A third as many
advices as questions, and a decision for every twenty-five. Used by `scale`. Runs on a developer's machine.
"""

import random
from collections.abc import Iterator

NEAR = 6
"""How far up a reference reaches, but for one in five."""
ANSWERS = ("ja", "nee", "onbekend")
OPTIONS = ("een", "twee", "drie", "vier")
SOURCE = "praktijk#onbekend"


class Generator:
    """Writes one tree of `size` questions."""

    def __init__(self, size: int, seed: int) -> None:
        """Draw the kinds of the questions."""
        self.size = size
        self.random = random.Random(seed * 1000 + size)  # noqa: S311  the same trees every time, no secrets
        self.any_of = [self.random.random() < 1 / 8 for _ in range(size)]

    def text(self) -> str:
        """Return the YAML of the tree."""
        return "\n".join(
            [
                *("schema: 1", f"id: {self.ident}", "kind: flow", "title: Gemaakt om te meten", "lead: Niet echt."),
                *("status: denkkader", "reviewed: 2026-11-22", "review_by: 2027-11-22", "steps:"),
                f"  - {{id: stap, title: Stap, sources: [{SOURCE}]}}",
                "questions:",
                *(line for number in range(self.size) for line in self._question(number)),
                "advice:",
                *(line for number in range(max(1, self.size // 3)) for line in self._advice(number)),
                "decisions:",
                *(line for number in range(max(1, self.size // 25)) for line in self._decision(number)),
                "claims:",
                *self._claim(),
                "",
            ]
        )

    @property
    def ident(self) -> str:
        """The id of the tree."""
        return f"gemaakt-{self.size}"

    def _question(self, number: int) -> Iterator[str]:
        yield f"  - id: v{number}"
        yield "    step: stap"
        yield f"    ask: Geldt punt {number}?"
        yield f"    short: Punt {number}"
        if number and self.random.random() < 1 / 3:
            yield f"    when: {self._atom(number)}"
        if self.any_of[number]:
            yield "    any_of: {" + ", ".join(f"{option}: Keuze {option}" for option in OPTIONS) + "}"
            yield "    none: {geen: Geen van deze}"
            yield "    unknown: {onbekend: Weet ik nog niet}"
        else:
            yield "    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}"
        yield f"    sources: [{SOURCE}]"

    def _advice(self, number: int) -> Iterator[str]:
        place = (number + 1) * self.size // max(1, self.size // 3)
        yield f"  - id: advies-{number}"
        yield f"    when: {self._condition(place)}"
        yield f"    urgency: {self.random.choice(('nu', 'vandaag', 'deze-week', 'plan'))}"
        yield f"    title: Doe punt {number}"
        yield "    do: [Doe dit.]"
        yield "    record: Noteer dit."
        yield f"    sources: [{SOURCE}]"

    def _decision(self, number: int) -> Iterator[str]:
        place = min(self.size, (number + 1) * 25)
        yield f"  - id: keuze-{number}"
        yield "    title: Keuze"
        yield "    gives:"
        yield "      uit: {label: Uitkomst, values: {zwaar: Zwaar, midden: Midden, licht: Licht}}"
        yield "    rows:"
        for row, value in enumerate(("zwaar", "midden", "zwaar", "midden", "licht")):
            yield f"      - row: R{row}"
            yield f"        when: {self._condition(place)}"
            yield from self._words(value)
        yield "    otherwise:"
        yield f"        when: v0 in {{{', '.join(self._named(0))}}}"
        yield from self._words("midden")

    def _words(self, value: str) -> Iterator[str]:
        yield f"        uit: {value}"
        yield "        say: Regel"
        yield "        basis: praktijk"
        yield f"        sources: [{SOURCE}]"

    def _claim(self) -> Iterator[str]:
        yield "  - id: waar"
        yield "    say: Wat twee keer geldt, geldt"
        yield f"    if: {self._atom(self.size)}"
        yield "    then: keuze-0.uit in {zwaar, midden, licht}"
        yield f"    sources: [{SOURCE}]"

    def _condition(self, place: int) -> str:
        first, second, third = (self._atom(place) for _ in range(3))
        joined = self.random.choice(("{} and {} or {}", "{} and ({} or {})", "{} or {}", "{} and {}"))
        return joined.format(first, second, third)

    def _atom(self, place: int) -> str:
        """Return an atom on one of the questions before `place`."""
        lowest = 0 if self.random.random() < 1 / 5 else max(0, place - NEAR)
        number = self.random.randrange(lowest, place)
        named = self._named(number)
        values = self.random.sample(named, self.random.randint(1, 2))
        return f"v{number} in {{{', '.join(values)}}}"

    def _named(self, number: int) -> tuple[str, ...]:
        return OPTIONS if self.any_of[number] else ANSWERS
