"""Owns the typed form of a tree with its texts, as the loader makes it and checks, emit and render read it.

Built once by `aids.compiler.loader`, never changed. Positions are kept per element for diagnostics.
The rules without texts go to `aids.runtime.model`. Runs in the build only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from aids.runtime.conditions import Condition

if TYPE_CHECKING:
    from aids.compiler.reading import Scalar

type Status = Literal["geldend", "landelijk-kader", "lokaal", "denkkader", "historisch"]
type Purpose = Literal["decide", "duty", "record"]
type Kind = Literal["one", "any", "date", "number", "text", "duty"]
type Urgency = Literal["nu", "vandaag", "deze-week", "plan"]
type Formula = Condition
"""What a claim says of a complete case: a condition, with three more forms that no rule of a tree may use.

    ("advice", advice)          the advice is given
    ("not", formula)            classical, over advice and outcomes only
    ("in", "decision.outcome", (value, ...))    also allowed in the conditions of rules; "nvt" is a value here
"""

type PolicyRule = Literal["exactly_one", "at_least_one", "at_most_one", "any"]
type ClaimForm = Literal["case", "change", "worse"]

STATUSES: tuple[Status, ...] = ("geldend", "landelijk-kader", "lokaal", "denkkader", "historisch")
PURPOSES: tuple[Purpose, ...] = ("decide", "duty", "record")
URGENCIES: tuple[Urgency, ...] = ("nu", "vandaag", "deze-week", "plan")
DUTY_VALUES = ("open", "gedaan", "later", "niet")
"""What a condition may say of a duty; in answers and View these are open, done, later, not_done."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a source file: 1-based line and column; `length` characters are marked (at least one)."""

    file: str = ""
    line: int = 1
    column: int = 1
    length: int = 1


NOWHERE = Position()


@dataclass(frozen=True, slots=True)
class SourceRef:
    """`source#section`; `text` as written."""

    text: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """A titled group of questions. `number` is the step's own number in the norm (1 to 5 in the meldcode), if any."""

    id: str
    title: str
    number: int | None
    intro: str
    sources: tuple[SourceRef, ...]
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, a reason or a person to have spoken with: id, label, and a line of help under it."""

    id: str
    label: str
    hint: str = ""
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Consultation:
    """What makes a duty an "overleg": when (`moment`) and what to write down (`record`); with whom is its `who`."""

    moment: str
    record: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question or duty. `none` is the id of the exclusive "geen van deze" of an any-of question.

    `answers` holds every choice in order, exclusives and `onbekend` included. `unknown` is the label under which a date
    or number accepts `onbekend` ("" if it does not). `reasons` and `who` are the closed lists of a duty. `order` lists
    the answers from best to worst, for claims that compare ("" where no claim does). `part` is the shared part that the
    question comes from.
    """

    id: str
    step: str
    purpose: Purpose
    kind: Kind
    ask: str
    short: str
    help: str
    when: Condition
    answers: tuple[Choice, ...]
    none: str | None
    unknown: str
    unit: str
    minimum: float | None
    maximum: float | None
    reasons: tuple[Choice, ...]
    who: tuple[Choice, ...]
    sources: tuple[SourceRef, ...]
    order: tuple[str, ...] = ()
    consultation: Consultation | None = None
    part: str = ""
    at: Position = field(default=NOWHERE, compare=False)
    when_at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to do. `when` is NEVER for advice given only by rows or floors.

    `closes` marks advice that ends or lightens ("help within the team"): never shown as already certain.
    `do` are the steps; `record` what to write down; `by` until when.
    """

    id: str
    when: Condition
    urgency: Urgency
    title: str
    do: tuple[str, ...]
    record: str
    by: str
    closes: bool
    sources: tuple[SourceRef, ...]
    part: str = ""
    at: Position = field(default=NOWHERE, compare=False)
    when_at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a decision: outcomes by name, the advice it gives, and what it says in words."""

    row: str
    when: Condition
    outcomes: tuple[tuple[str, str], ...]
    advice: tuple[str, ...]
    say: str
    basis: str
    sources: tuple[SourceRef, ...]
    at: Position = field(default=NOWHERE, compare=False)
    when_at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Floor:
    """After the rows: `at_least` (outcome name, value) in the order worst first; `replace` (outcome name, from, to)."""

    id: str
    when: Condition
    at_least: tuple[tuple[str, str], ...]
    replace: tuple[tuple[str, str, str], ...]
    say: str
    basis: str
    sources: tuple[SourceRef, ...]
    at: Position = field(default=NOWHERE, compare=False)
    when_at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One named result of a decision ("melden"): a label and its values, worst first.

    `closing` are the values that close or lighten; `advice` the ids that each value gives, floors counted in.
    """

    name: str
    label: str
    values: tuple[Choice, ...]
    closing: tuple[str, ...]
    advice: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A row table read from the top. Where `when` does not hold its outcomes are `nvt`.

    `otherwise.when` declares where no row needs to hold: NEVER unless the author says so.
    """

    id: str
    title: str
    when: Condition
    gives: tuple[Outcome, ...]
    rows: tuple[Row, ...]
    otherwise: Row
    floors: tuple[Floor, ...]
    sources: tuple[SourceRef, ...]
    part: str = ""
    at: Position = field(default=NOWHERE, compare=False)
    when_at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Policy:
    """How many of `advice` are given together wherever `when` holds: exactly_one, at_least_one, at_most_one or any."""

    id: str
    say: str
    rule: PolicyRule
    when: Condition
    advice: tuple[str, ...]
    sources: tuple[SourceRef, ...]
    at: Position = field(default=NOWHERE, compare=False)
    when_at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Exemption:
    """A step from one answer to a worse one that may lower an outcome all the same, with the reason in `say`."""

    question: str
    old: str
    new: str
    when: Formula
    say: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that must hold on every complete case, or on every two that differ in one answer.

    form "case": where `given` holds, `then` holds.
    form "change": of two cases that differ in the answer to `questions[0]` (from one of `old` to one of `new`), where
    `given` holds on the first, `then` holds on the second.
    form "worse": a later answer in the question's `order` never makes one of `outcomes` ("decision.outcome") lighter,
    for each of `questions`, but for `exemptions`. Where `given` holds on the first case.
    Questions that apply in both cases keep their answers; one that only applies in the second may have any.
    """

    id: str
    say: str
    form: ClaimForm
    given: Formula
    then: Formula
    questions: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]
    outcomes: tuple[str, ...]
    exemptions: tuple[Exemption, ...]
    sources: tuple[SourceRef, ...]
    part: str = ""
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an example gives: advice that is certain, advice that is not even possible, outcomes, and rows.

    `outcomes`: ("decision.outcome", value), value "nvt" allowed. `rows`: (decision, row). `exactly` tells that `advice`
    is all that is certain. `urgency`: (advice, urgency) that it is given with.
    """

    advice: tuple[str, ...]
    without: tuple[str, ...]
    outcomes: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]
    exactly: bool
    urgency: tuple[tuple[str, Urgency], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A vignette (a fictitious case to practise with, told in `story`) or a regression case (with the reason in `why`).

    `given`: (question, answer as JSON data: id, tuple of ids, number, ISO date, text or a duty's mapping). `today` is
    the ISO date on which it is read ("" where no date matters).
    """

    id: str
    kind: Literal["vignette", "case"]
    title: str
    story: str
    why: str
    given: tuple[tuple[str, object], ...]
    today: str
    expect: Expectation
    sources: tuple[SourceRef, ...]
    part: str = ""
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """A line of a tree's own list of changes: since which version's rules (hash), what changed, and why.

    `advice` are the ids of what is given otherwise since; in a scan, of the lines that are asked otherwise.
    """

    date: str
    rules: str
    say: str
    advice: tuple[str, ...]
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole tree with its texts. `texts` holds every value as it stands in the file, for checks on wording."""

    schema: int
    id: str
    kind: str
    title: str
    lead: str
    status: Status
    reviewed: str
    review_by: str
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    advice: tuple[Advice, ...]
    decisions: tuple[Decision, ...]
    policies: tuple[Policy, ...] = ()
    claims: tuple[Claim, ...] = ()
    examples: tuple[Example, ...] = ()
    changes: tuple[Change, ...] = ()
    parts: tuple[str, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)
    review_at: Position = field(default=NOWHERE, compare=False)
    texts: tuple["Scalar", ...] = field(default=(), compare=False, repr=False)

    def cited(self) -> Iterator[SourceRef]:
        """Yield every reference to a source."""
        rules = (self.steps, self.questions, self.advice, self.decisions)
        for group in (*rules, self.policies, self.claims, self.examples):
            for item in group:
                yield from item.sources
        for decision in self.decisions:
            for rows in (decision.rows, (decision.otherwise,), decision.floors):
                for row in rows:
                    yield from row.sources

    def question(self, ident: str) -> Question:
        """Return the question `ident`; a KeyError is a programmer's fault."""
        for question in self.questions:
            if question.id == ident:
                return question
        raise KeyError(ident)
