"""Owns the written form of a condition: from the text of a YAML scalar to an expression with offsets.

    expression := term ("or" term)*          term := factor ("and" factor)*
    factor     := "not"* (atom | "(" expression ")")
    atom       := name "in" "{" answer ("," answer)* "}" | question ("<" "<=" "=" ">=" ">") bound
    name       := question | decision "." outcome
    bound      := number | ISO date | "today"

In a claim an atom may also be the bare id of an advice. Fed by `aids.compiler.loader` with scalars of `reading`;
`syntax_types` gives the expression its meaning. Knows no questions. Total and finite: no evaluation, bounded depth.
Runs in the build only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic
from aids.compiler.reading import Scalar

MAXIMUM_DEPTH = 20
WORDS = frozenset({"and", "or", "not", "in", "today"})
"""Words of the language: no question may be called so."""

OPERATORS = frozenset({"<", "<=", "=", ">=", ">"})
TOKEN = re.compile(r"\s*(==|!=|&&|\|\||<=|>=|[<>={}(),!&|;]|[^\s<>={}(),!&|;]+)")
MISTAKEN = {
    "==": "=",
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "!=": "not … =",
    "en": "and",
    "of": "or",
    "niet": "not",
    ";": ",",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign, and where it stands in the scalar's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Membership:
    """`question in {values}`."""

    question: Token
    values: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`question operator bound`."""

    question: Token
    operator: Token
    bound: Token


@dataclass(frozen=True, slots=True)
class Given:
    """`advice`: a bare id, in claims only."""

    advice: Token


@dataclass(frozen=True, slots=True)
class Negation:
    """`not part`."""

    part: "Expression"


@dataclass(frozen=True, slots=True)
class Junction:
    """Parts joined by `and` (every) or `or`."""

    every: bool
    parts: tuple["Expression", ...]


type Expression = Membership | Comparison | Given | Negation | Junction


class _Stop(Exception):  # noqa: N818 - never leaves this module: it ends the parse at the first fault
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def parse(scalar: Scalar, *, bare: bool = False) -> Expression | Diagnostic:
    """Return the expression that `scalar` writes, or the first fault in its form; `bare` ids are for claims."""
    try:
        return _Parser(scalar, bare=bare).whole()
    except _Stop as stop:
        return stop.diagnostic


def tokens(text: str) -> Iterator[Token]:
    """Yield the words and signs of `text`."""
    for match in TOKEN.finditer(text):
        yield Token(match.group(1), *match.span(1))


class _Parser:
    """Walks the tokens once, from left to right."""

    def __init__(self, scalar: Scalar, *, bare: bool) -> None:
        self.scalar = scalar
        self.bare = bare
        self.tokens = list(tokens(scalar.text))
        self.index = 0
        self.depth = 0

    def whole(self) -> Expression:
        expression = self.junction(every=False)
        if self.index < len(self.tokens):
            self.stop("and, or of het einde van de voorwaarde")
        return expression

    def junction(self, *, every: bool) -> Expression:
        """Read parts joined by `or`, each of parts joined by `and`."""
        word = "and" if every else "or"
        parts = [self.part(every=every)]
        while self.peek() == word:
            self.index += 1
            parts.append(self.part(every=every))
        return parts[0] if len(parts) == 1 else Junction(every, tuple(parts))

    def part(self, *, every: bool) -> Expression:
        return self.factor() if every else self.junction(every=True)

    def factor(self) -> Expression:
        negated = False
        while self.peek() == "not":
            self.index += 1
            negated = not negated
        expression = self.group() if self.peek() == "(" else self.atom()
        return Negation(expression) if negated else expression

    def group(self) -> Expression:
        token = self.tokens[self.index]
        self.depth += 1
        if self.depth > MAXIMUM_DEPTH:
            raise _Stop(fault("VW303", self.scalar.place(token.start, token.end), limit=MAXIMUM_DEPTH))
        self.index += 1
        expression = self.junction(every=False)
        self.expect(")")
        self.depth -= 1
        return expression

    def atom(self) -> Expression:
        question = self.word("de naam van een advies, vraag of uitkomst" if self.bare else "de naam van een vraag")
        if self.peek() in OPERATORS:
            self.index += 1
            return Comparison(question, self.tokens[self.index - 1], self.word("een getal, een datum of today"))
        if self.bare and self.peek() in {None, "and", "or", ")"}:
            return Given(question)
        if self.peek() != "in":
            self.stop("in of een vergelijking zoals < of >=")
        self.index += 1
        self.expect("{")
        values = [self.word("een antwoord")]
        while self.peek() == ",":
            self.index += 1
            values.append(self.word("een antwoord"))
        self.expect("}", "een komma of }")
        return Membership(question, tuple(values))

    def word(self, wanted: str) -> Token:
        text = self.peek()
        special = text is not None and (TOKEN_SIGN.fullmatch(text) is not None or (text in WORDS and text != "today"))
        if text is None or special:
            self.stop(wanted)
        self.index += 1
        return self.tokens[self.index - 1]

    def expect(self, sign: str, wanted: str | None = None) -> None:
        if self.peek() != sign:
            self.stop(wanted or sign)
        self.index += 1

    def peek(self) -> str | None:
        return self.tokens[self.index].text if self.index < len(self.tokens) else None

    def stop(self, wanted: str) -> None:
        """End the parse: something else than `wanted` stands here."""
        if self.index == len(self.tokens):
            end = len(self.scalar.text.rstrip())
            raise _Stop(fault("VW302", self.scalar.place(max(0, end - 1), end), wanted=wanted))
        token = self.tokens[self.index]
        near = MISTAKEN.get(token.text.lower())
        if near is None and token.text.lower() in WORDS and token.text not in WORDS:
            near = token.text.lower()
        place = self.scalar.place(token.start, token.end)
        raise _Stop(fault("VW301", place, near=near, found=token.text, wanted=wanted))


TOKEN_SIGN = re.compile(r"==|!=|&&|\|\||<=|>=|[<>={}(),!&|;]")
