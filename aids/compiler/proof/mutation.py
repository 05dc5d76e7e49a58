"""Owns the mutants of a tree: its rules with one small fault planted, by a fixed list of operators.

Made from the rules that the engine runs; a place in the file and words come from the document. Used by `judging`.
A claim, policy or example that tells none of them apart guards less than it seems to. Runs in the build only.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from aids.compiler import document as doc
from aids.compiler.diagrams import Rules
from aids.compiler.document import Document, Position
from aids.runtime.conditions import ALWAYS, NEVER, UNKNOWN, Condition
from aids.runtime.model import URGENCIES, Advice, Decision, Floor, Question, Row
from aids.runtime.tree import Tree

type Part = Literal["question", "advice", "decision", "urgency"]

COMPARISONS = {"<": "<=", "<=": "<", "=": ">=", ">=": ">", ">": ">="}


class Mutant(NamedTuple):
    """One changed version: what was changed in words and where, the rules, the part that differs and its id.

    `term` is the condition's term that was dropped, if that is what was done.
    """

    say: str
    at: Position
    rules: Rules
    part: Part
    ident: str
    term: Condition | None = None


class Twist(NamedTuple):
    """A changed condition: what was done to it, and the term that was dropped, if any."""

    say: str
    condition: Condition
    term: Condition | None = None


def mutants(document: Document, tree: Tree) -> Iterator[Mutant]:
    """Yield every mutant of a tree, in file order."""
    maker = _Maker(document, tree)
    yield from maker.of_questions()
    yield from maker.of_advice()
    yield from maker.of_decisions()


def twists(condition: Condition, unknown: frozenset[str]) -> Iterator[Twist]:
    """Yield each way to change one thing in a condition; `unknown` are the questions that can be `onbekend`."""
    match condition:
        case (("all" | "any") as joint, tuple(parts)):
            yield from _joint_twists(joint, parts)
            for place, part in enumerate(parts):
                for twist in twists(part, unknown):
                    changed = (joint, (*parts[:place], twist.condition, *parts[place + 1 :]))
                    yield twist._replace(condition=changed)
        case ("in", str(ident), tuple(values)):
            if len(values) > 1:
                for value in values:
                    left = tuple(other for other in values if other != value)
                    yield Twist(f"{ident}: ‘{value}’ weggelaten", ("in", ident, left))
            if ident in unknown and UNKNOWN not in values:
                yield Twist(f"{ident}: ‘{UNKNOWN}’ erbij", ("in", ident, (*values, UNKNOWN)))
        case ("cmp", str(ident), str(sign), bound):
            other = COMPARISONS[sign]
            yield Twist(f"{ident}: {sign} werd {other}", ("cmp", ident, other, bound))


def _joint_twists(joint: str, parts: tuple[Condition, ...]) -> Iterator[Twist]:
    words = {"all": "en werd of", "any": "of werd en"}
    if len(parts) > 1:
        for place, part in enumerate(parts):
            left = (*parts[:place], *parts[place + 1 :])
            yield Twist("een voorwaarde weggelaten", left[0] if len(left) == 1 else (joint, left), part)
        yield Twist(words[joint], ("any" if joint == "all" else "all", parts))


class _Maker:
    """Makes the mutants of one tree."""

    def __init__(self, document: Document, tree: Tree) -> None:
        self._document = document
        self._rules = Rules(tree.questions, tree.advice, tree.decisions)
        self._unknown = frozenset(question.id for question in tree.questions if question.unknown)

    def of_questions(self) -> Iterator[Mutant]:
        for place, (told, question) in enumerate(zip(self._document.questions, self._rules.questions, strict=True)):
            for twist in twists(question.when, self._unknown):
                changed = question._replace(when=twist.condition)
                yield Mutant(
                    f"Vraag {question.id}, {twist.say}",
                    told.when_at,
                    self._rules._replace(questions=_put(self._rules.questions, place, changed)),
                    "question",
                    question.id,
                    twist.term,
                )

    def of_advice(self) -> Iterator[Mutant]:
        for place, (told, advice) in enumerate(zip(self._document.advice, self._rules.advice, strict=True)):
            name = f"Advies {advice.id}"
            for twist in twists(advice.when, self._unknown):
                rules = self._with_advice(place, advice._replace(when=twist.condition))
                yield Mutant(f"{name}, {twist.say}", told.when_at, rules, "advice", advice.id, twist.term)
            if advice.when != ALWAYS:
                rules = self._with_advice(place, advice._replace(when=ALWAYS))
                yield Mutant(f"{name} altijd gegeven", told.at, rules, "advice", advice.id)
            rules = self._with_advice(place, advice._replace(when=NEVER))
            silent = tuple(_silent(decision, advice.id) for decision in rules.decisions)
            yield Mutant(f"{name} nooit gegeven", told.at, rules._replace(decisions=silent), "advice", advice.id)
            step = URGENCIES.index(advice.urgency)
            urgency = URGENCIES[step + 1 if step + 1 < len(URGENCIES) else step - 1]
            rules = self._with_advice(place, advice._replace(urgency=urgency))
            yield Mutant(f"{name}: {advice.urgency} werd {urgency}", told.at, rules, "urgency", advice.id)

    def of_decisions(self) -> Iterator[Mutant]:
        for place, (told, decision) in enumerate(zip(self._document.decisions, self._rules.decisions, strict=True)):
            changes = [
                *((f"{twist.say}", told.when_at, decision._replace(when=twist.condition), twist.term)
                  for twist in twists(decision.when, self._unknown)),
                *self._row_changes(told.rows, decision),
                *self._floor_changes(told.floors, decision),
            ]  # fmt: skip
            for say, at, changed, term in changes:
                rules = self._rules._replace(decisions=_put(self._rules.decisions, place, changed))
                yield Mutant(f"Beslissing {decision.id}, {say}", at, rules, "decision", decision.id, term)

    def _row_changes(self, told: Sequence[doc.Row], decision: Decision) -> Iterator["_Change"]:
        places = [row.at for row in told]
        conditions = [row.when_at for row in told]
        for place, row in enumerate(decision.rows):
            name = f"rij {row.row}"
            for twist in twists(row.when, self._unknown):
                rows = _put(decision.rows, place, row._replace(when=twist.condition))
                yield f"{name}: {twist.say}", conditions[place], decision._replace(rows=rows), twist.term
            fewer = (*decision.rows[:place], *decision.rows[place + 1 :])
            yield f"{name} weggelaten", places[place], decision._replace(rows=fewer), None
            if place + 1 < len(decision.rows):
                following = decision.rows[place + 1]
                swapped = (*decision.rows[:place], following, row, *decision.rows[place + 2 :])
                say = f"{name} en {following.row} verwisseld"
                yield say, places[place], decision._replace(rows=swapped), None
            for outcome, ladder in decision.gives.items():
                value = _neighbour(ladder, row.outcomes[outcome])
                if value is not None:
                    rows = _put(decision.rows, place, row._replace(outcomes={**row.outcomes, outcome: value}))
                    say = f"{name}: {outcome} {row.outcomes[outcome]} werd {value}"
                    yield say, places[place], decision._replace(rows=rows), None

    def _floor_changes(self, told: Sequence[doc.Floor], decision: Decision) -> Iterator["_Change"]:
        for place, (source, floor) in enumerate(zip(told, decision.floors, strict=True)):
            name = f"ondergrens {floor.id}"
            at: Position = source.at
            for twist in twists(floor.when, self._unknown):
                floors = _put(decision.floors, place, floor._replace(when=twist.condition))
                when_at: Position = source.when_at
                yield f"{name}: {twist.say}", when_at, decision._replace(floors=floors), twist.term
            fewer = (*decision.floors[:place], *decision.floors[place + 1 :])
            yield f"{name} weggelaten", at, decision._replace(floors=fewer), None
            for say, weaker in _weaker(decision, floor):
                yield f"{name}: {say}", at, decision._replace(floors=_put(decision.floors, place, weaker)), None

    def _with_advice(self, place: int, advice: Advice) -> Rules:
        return self._rules._replace(advice=_put(self._rules.advice, place, advice))


type _Change = tuple[str, Position, Decision, Condition | None]


def _weaker(decision: Decision, floor: Floor) -> Iterator[tuple[str, Floor]]:
    """Yield the floor with one of its demands a step lighter or gone."""
    for outcome, value in floor.at_least.items():
        ladder = decision.gives[outcome]
        rest = {name: least for name, least in floor.at_least.items() if name != outcome}
        lighter = ladder[ladder.index(value) + 1 :]
        least = {outcome: lighter[0]} if lighter else {}
        yield f"{outcome} {value} zwakker", floor._replace(at_least={**rest, **least})
    for outcome, moves in floor.replace.items():
        for old in moves:
            kept = {value: new for value, new in moves.items() if value != old}
            yield f"{outcome} {old} blijft", floor._replace(replace={**floor.replace, outcome: kept})


def _neighbour(ladder: tuple[str, ...], value: str) -> str | None:
    """Return the next lighter value, or the next worse one of the lightest; None if there is no other."""
    place = ladder.index(value)
    others = ladder[place + 1 : place + 2] or ladder[max(0, place - 1) : place]
    return others[0] if others else None


def _silent(decision: Decision, ident: str) -> Decision:
    """Return the decision without one piece of advice."""

    def quiet(row: Row) -> Row:
        return row._replace(advice=tuple(other for other in row.advice if other != ident))

    given = {
        outcome: {value: tuple(other for other in advice if other != ident) for value, advice in by_value.items()}
        for outcome, by_value in decision.advice.items()
    }
    rows = tuple(quiet(row) for row in decision.rows)
    return decision._replace(rows=rows, otherwise=quiet(decision.otherwise), advice=given)


def _put[Item: Question | Advice | Decision | Row | Floor](
    items: tuple[Item, ...], place: int, item: Item
) -> tuple[Item, ...]:
    """Return `items` with another one at `place`."""
    return (*items[:place], item, *items[place + 1 :])
