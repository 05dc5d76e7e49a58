"""Owns how a question's answers map to a diagram's variables. Used by the compiler (to build) and the engine (to read).

- one-of and duties: one variable, a value an answer.
- any-of: one head variable (`onbekend`, "geen van deze", or which option is the first that is ticked) and one bit for
  each later option. Every assignment stands for a possible answer, so what a diagram depends on is exact.
- number and date: one variable whose values are the cells between the bounds that conditions name. A date that is
  compared with `today` has cells for each bound *and* for before, on and after today; the day itself decides which
  of those can occur.
Runs in browser and build. Does not read answers (see `answers`).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from aids.runtime.conditions import TODAY, UNKNOWN, Value, compares
from aids.runtime.model import DUTY_WORDS, Question

type Cell = tuple[int, int]
"""Region among the sorted bounds (odd: on a bound, even: a gap) and place against today (-1, 0, 1; else 0)."""

type Fixed = tuple[tuple[int, tuple[int, ...]], ...]
"""(offset of a variable within the domain, values that it may take)."""


class Domain(NamedTuple):
    """The variables of one question. `bounds` are sorted; `today` tells whether a condition compares with today."""

    question: Question
    bounds: tuple[float | str, ...]
    today: bool

    @property
    def moves(self) -> bool:
        """Whether the cells that exist change with the day."""
        return self.today and bool(self.bounds)

    def options(self) -> tuple[str, ...]:
        """Return the options of an any-of question, exclusives left out."""
        return tuple(answer for answer in self.question.answers if answer not in (self.question.none, UNKNOWN))

    def heads(self) -> tuple[str, ...]:
        """Return what each value of the first variable stands for, for a question with named answers."""
        question = self.question
        if question.kind == "duty":
            return tuple(DUTY_WORDS.values())
        if question.kind == "any":
            return (*(a for a in question.answers if a in (question.none, UNKNOWN)), *self.options())
        return question.answers

    def cells(self) -> tuple[Cell, ...]:
        """Return the cells of a number or date, in order; a last value more stands for `onbekend` if allowed."""
        places = (-1, 0, 1) if self.today else (0,)
        return tuple((region, place) for region in range(2 * len(self.bounds) + 1) for place in places)

    def arities(self) -> tuple[int, ...]:
        """Return the number of values of each variable."""
        if self.question.kind in ("number", "date"):
            return (len(self.cells()) + self.question.unknown,)
        if self.question.kind == "any":
            return (len(self.heads()), *(2 for _ in self.options()[1:]))
        return (len(self.heads()),)

    def words(self) -> tuple[int, ...]:
        """Return the values that a duty may get once it is put: not done only where a reason can be given."""
        words = tuple(DUTY_WORDS)
        return tuple(place for place, word in enumerate(words) if word != "not_done" or self.question.reasons)

    def fix(self, value: Value, today: str) -> Fixed:
        """Return the restriction that the answer `value` gives on the day `today`."""
        if self.question.kind in ("number", "date"):
            if value == UNKNOWN:
                return ((0, (len(self.cells()),)),)
            place = _place(str(value), today) if self.today else 0
            return ((0, (self.cells().index((self._region(value), place)),)),)
        if isinstance(value, frozenset):
            options = self.options()
            ticked = [option for option in options if option in value]
            head = ticked[0] if ticked else next(iter(value))
            bits = ((i, (int(option in value),)) for i, option in enumerate(options[1:], 1))
            return ((0, (self.heads().index(head),)), *bits)
        return ((0, (self.heads().index(str(value)),)),)

    def free(self, today: str) -> Fixed:
        """Return the restriction that holds while the question is unanswered: the cells that exist on `today`."""
        if self.question.kind == "number":
            possible = [i for i, cell in enumerate(self.cells()) if self._number_in(cell) is not None]
        elif self.question.kind == "date":
            possible = [i for i, cell in enumerate(self.cells()) if self._day_exists(cell, today)]
        else:
            return ()
        if self.question.unknown:
            possible.append(len(self.cells()))
        return ((0, tuple(possible)),)

    def answer(self, fixed: Mapping[int, int], kept: frozenset[str], today: str) -> str | float | list[str]:
        """Return an answer, as JSON data, under which the variables (by offset) have the values in `fixed`.

        Of an any-of, options that `fixed` leaves free are ticked as in `kept`. A number or date is one out of its cell.
        """
        if self.question.kind == "any":
            head = self.heads()[fixed[0]]
            options = self.options()
            place = options.index(head) if head in options else len(options)
            later = enumerate(options[place + 1 :], place + 1)
            return [head, *(option for i, option in later if fixed.get(i, option in kept))]
        if self.question.kind not in ("number", "date"):
            return self.heads()[fixed[0]]
        if fixed[0] == len(self.cells()):
            return UNKNOWN
        cell = self.cells()[fixed[0]]
        if self.question.kind == "number":
            return self._number_in(cell) or 0
        first, last = self._days(cell, today)
        return date.fromordinal(min(max(first, date.fromisoformat(today).toordinal()), last)).isoformat()

    def satisfied(self, operator: str, bound: object) -> Iterator[bool]:
        """Yield per cell whether `value operator bound` holds there; for `onbekend` it never does."""
        for region, place in self.cells():
            if bound == TODAY:
                yield compares(place, operator, 0)
            else:
                position = 2 * self.bounds.index(bound) + 1
                yield compares(region, operator, position)
        if self.question.unknown:
            yield False

    def _region(self, value: object) -> int:
        below = sum(1 for bound in self.bounds if compares(value, ">", bound))
        return 2 * below + any(compares(value, "=", bound) for bound in self.bounds)

    def _number_in(self, cell: Cell) -> float | None:
        """Return a number within the question's range that lies in `cell`, whole if it can be; None where none does."""
        low, high = self.question.minimum, self.question.maximum
        bounds = [bound for bound in self.bounds if not isinstance(bound, str)]
        tries = [number for bound in bounds for number in (bound, bound + 1, bound - 1)]
        tries += [edge for edge in (low, high) if edge is not None]
        tries += [(above + below) / 2 for above, below in pairwise(bounds)]
        for number in (*tries, 0):
            if self._region(number) == cell[0] and (low is None or number >= low) and (high is None or number <= high):
                return number
        return None

    def _day_exists(self, cell: Cell, today: str) -> bool:
        """Return whether a calendar day lies in `cell` when the day is `today`."""
        first, last = self._days(cell, today)
        return first <= last

    def _days(self, cell: Cell, today: str) -> tuple[int, int]:
        """Return the first and last day in `cell` when the day is `today`; it is empty if the last comes first."""
        region, place = cell
        first, last = date.min.toordinal(), date.max.toordinal()
        days = [date.fromisoformat(str(bound)).toordinal() for bound in self.bounds]
        if region % 2:
            first = last = days[region // 2]
        else:
            first = days[region // 2 - 1] + 1 if region else first
            last = days[region // 2] - 1 if region // 2 < len(days) else last
        now = date.fromisoformat(today).toordinal()
        if self.today:
            first = max(first, (first, now, now + 1)[place + 1])
            last = min(last, (now - 1, now, last)[place + 1])
        return first, last


def _place(day: str, today: str) -> int:
    return (day > today) - (day < today)
