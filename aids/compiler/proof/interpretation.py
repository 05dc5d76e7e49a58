"""Owns what the rules of a tree say, in any two-valued terms: formulas of a solver, or the cases of a crowd as bits.

Made straight from the condition trees that the engine evaluates; `encoding` and `crowd` each bring their own meaning of
"and", "or", "not" and of an answer. It knows nothing of decision diagrams and shares no code with the engine.
Runs in the build only.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from aids.runtime.conditions import UNKNOWN, Condition
from aids.runtime.model import DECIDE, DUTY, DUTY_WORDS, Advice, Decision, Floor, Question, Row

NOT_APPLICABLE = "nvt"
MEASURED = ("number", "date")
"""Kinds of questions whose answer is compared, not named."""

type Key = tuple[str, ...]


class Interpretation[Truth](ABC):
    """The rules of one tree. What is asked for is worked out once and then kept."""

    def __init__(self, questions: Iterable[Question], advice: Iterable[Advice], decisions: Iterable[Decision]) -> None:
        """Take the rules."""
        self.questions = {question.id: question for question in questions}
        self.advices = {item.id: item for item in advice}
        self.decisions = {decision.id: decision for decision in decisions}
        self.kept: dict[Key, Truth] = {}

    @abstractmethod
    def constant(self, *, truth: bool) -> Truth:
        """Return what is always true, or never."""

    @abstractmethod
    def opposite(self, truth: Truth) -> Truth:
        """Return the contrary."""

    @abstractmethod
    def both(self, truths: Sequence[Truth]) -> Truth:
        """Return that all hold."""

    @abstractmethod
    def either(self, truths: Sequence[Truth]) -> Truth:
        """Return that at least one holds."""

    @abstractmethod
    def choice(self, ident: str, answer: str) -> Truth:
        """Return that the raw answer to a question is `answer` (any-of: it is among those ticked)."""

    @abstractmethod
    def compared(self, ident: str, sign: str, bound: object) -> Truth:
        """Return that the raw number or date compares so with `bound`; never true of `onbekend`."""

    def chosen(self, ident: str, values: Sequence[str]) -> Truth:
        """Return that the raw answer to a question is one of `values`."""
        return self.either([self.choice(ident, value) for value in values])

    # Questions -------------------------------------------------------------------------------------------------------

    def answers(self, ident: str, *, unfinished: bool = False) -> tuple[str, ...]:
        """Return the named answers of a question, exclusives included.

        With `unfinished` a decide question may always be `onbekend`: so it is read while it is unanswered.
        """
        question = self.questions[ident]
        if question.purpose == DUTY:
            return tuple(word for word in DUTY_WORDS.values() if word != "niet" or question.reasons)
        named = () if question.kind in MEASURED else question.answers
        with_unknown = question.unknown or (unfinished and question.purpose == DECIDE)
        return (*named, UNKNOWN) if with_unknown and UNKNOWN not in named else named

    def options(self, ident: str) -> tuple[str, ...]:
        """Return the answers of an any-of question that go together."""
        question = self.questions[ident]
        exclusive = question.answers if question.kind != "any" else (question.none, UNKNOWN)
        return tuple(answer for answer in question.answers if answer not in exclusive)

    def applies(self, ident: str) -> Truth:
        """Return that a question applies."""
        return self.keep(("question", ident), lambda: self.condition(self.questions[ident].when))

    # Conditions ------------------------------------------------------------------------------------------------------

    def condition(self, formula: Condition) -> Truth:
        """Return a condition of the rules, or a formula of a claim."""
        match formula:
            case ("const", truth):
                return self.constant(truth=bool(truth))
            case ("not", tuple(part)):
                return self.opposite(self.condition(part))
            case ("advice", str(ident)):
                return self.advice(ident)
            case ("all", tuple(parts)):
                return self.both([self.condition(part) for part in parts])
            case ("any", tuple(parts)):
                return self.either([self.condition(part) for part in parts])
            case ("in" | "cmp", str(), *_):
                return self._atom(formula)
        raise ValueError(formula)

    def _atom(self, atom: Condition) -> Truth:
        match atom:
            case ("in", str(name), tuple(values)) if "." in name:
                return self.either([self.outcome(name, str(value)) for value in values])
            case ("in", str(ident), tuple(values)):
                known = set(self.answers(ident, unfinished=True))
                return self.both([self.applies(ident), self.chosen(ident, [str(v) for v in values if v in known])])
            case (_, str(ident), str(sign), bound):
                return self.both([self.applies(ident), self.compared(ident, sign, bound)])
        raise ValueError(atom)

    # Advice ----------------------------------------------------------------------------------------------------------

    def advice(self, ident: str) -> Truth:
        """Return that advice is given: by its own condition, by a row that no floor changed, or by an outcome."""
        return self.keep(("advice", ident), lambda: self.either([truth for _, truth in self.givers(ident)]))

    def givers(self, ident: str) -> Iterator[tuple[Key, Truth]]:
        """Yield each way in which advice is given, with its name: ("when",), ("row", …) or ("outcome", …)."""
        yield ("when",), self.condition(self.advices[ident].when)
        for decision, row in self._spoken[0].get(ident, ()):
            yield ("row", decision.id, row.row), self._unchanged(decision, row)
        for decision_id, name, value in self._spoken[1].get(ident, ()):
            yield ("outcome", decision_id, name, value), self.outcome(f"{decision_id}.{name}", value)

    @cached_property
    def _spoken(self) -> tuple[dict[str, list[tuple[Decision, Row]]], dict[str, list[tuple[str, str, str]]]]:
        """Return per advice the rows and the outcome values that give it."""
        rows: dict[str, list[tuple[Decision, Row]]] = {}
        values: dict[str, list[tuple[str, str, str]]] = {}
        for decision in self.decisions.values():
            for row in (*decision.rows, decision.otherwise):
                for ident in row.advice:
                    rows.setdefault(ident, []).append((decision, row))
            for name, given in decision.advice.items():
                for value, idents in given.items():
                    for ident in idents:
                        values.setdefault(ident, []).append((decision.id, name, value))
        return rows, values

    def _unchanged(self, decision: Decision, row: Row) -> Truth:
        """Return that a row fires and that its outcomes still stand after the floors."""
        stands = [self.outcome(f"{decision.id}.{name}", value) for name, value in row.outcomes.items()]
        return self.both([self.row(decision.id, row.row), *stands])

    # Decisions -------------------------------------------------------------------------------------------------------

    def decides(self, ident: str) -> Truth:
        """Return that a decision applies."""
        return self.keep(("decision", ident), lambda: self.condition(self.decisions[ident].when))

    def row(self, decision: str, name: str) -> Truth:
        """Return that a row is the first that holds ("otherwise": that none does) in a decision that applies.

        Never, for a row that the decision does not have: in a mutant it may have been left out.
        """
        key = ("row", decision, name)
        if key not in self.kept:
            table = self.decisions[decision]
            open_still = self.decides(decision)
            for row in table.rows:
                when = self.condition(row.when)
                self.kept["row", decision, row.row] = self.both([open_still, when])
                open_still = self.both([open_still, self.opposite(when)])
            self.kept["row", decision, table.otherwise.row] = open_still
            self.kept.setdefault(key, self.constant(truth=False))
        return self.kept[key]

    def outcome(self, name: str, value: str) -> Truth:
        """Return that outcome `name` ("decision.outcome"), after the floors, is `value` ("nvt": does not apply)."""
        decision, _, outcome = name.partition(".")
        if value == NOT_APPLICABLE:
            return self.opposite(self.decides(decision))
        key = ("outcome", decision, outcome, value)
        if key not in self.kept:
            found = self._outcomes(self.decisions[decision], outcome)
            self.kept |= {("outcome", decision, outcome, each): truth for each, truth in found.items()}
        return self.kept[key]

    def _outcomes(self, decision: Decision, name: str) -> dict[str, Truth]:
        """Return per value of one outcome that it is the final one: rows first, then floor after floor."""
        rows = (*decision.rows, decision.otherwise)
        values = {
            value: self.either([self.row(decision.id, row.row) for row in rows if row.outcomes[name] == value])
            for value in decision.gives[name]
        }
        for floor in decision.floors:
            moves = {value: lifted(decision, floor, name, value) for value in values}
            if any(old != new for old, new in moves.items()):
                values = self._moved(values, moves, self.condition(floor.when))
        return values

    def _moved(self, values: dict[str, Truth], moves: dict[str, str], when: Truth) -> dict[str, Truth]:
        """Return the values after a floor that moves some of them where `when` holds."""
        unless = self.opposite(when)
        found = {}
        for value, truth in values.items():
            stays = truth if moves[value] == value else self.both([truth, unless])
            comes = [self.both([values[old], when]) for old, new in moves.items() if new == value != old]
            found[value] = self.either([stays, *comes])
        return found

    def raises(self, decision: str, ident: str) -> Truth:
        """Return that a floor holds and by itself changes what the row that fires gives."""
        table = self.decisions[decision]
        floor = next(floor for floor in table.floors if floor.id == ident)
        rows = [row for row in (*table.rows, table.otherwise) if changes(table, floor, row)]
        return self.both([self.condition(floor.when), self.either([self.row(decision, row.row) for row in rows])])

    def keep(self, key: Key, make: Callable[[], Truth]) -> Truth:
        """Return what is kept under `key`, made by `make` the first time."""
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]


def lifted(decision: Decision, floor: Floor, name: str, value: str) -> str:
    """Return what a floor makes of one value of one outcome: replaced first, then at least as bad."""
    ladder = decision.gives[name]
    replaced = floor.replace.get(name, {}).get(value, value)
    least = floor.at_least.get(name)
    return replaced if least is None or ladder.index(replaced) <= ladder.index(least) else least


def changes(decision: Decision, floor: Floor, row: Row) -> bool:
    """Return whether a floor by itself changes the outcomes of a row."""
    return any(lifted(decision, floor, name, value) != value for name, value in row.outcomes.items())
