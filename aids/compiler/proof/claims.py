"""Owns what breaks a claim or a policy, in terms of a tree's rules. Used by `promises` and by the judging of mutants.

Each `Breach` is what must not be found: formulas over one case, or over two that differ in the answer to one question.
Runs in the build only.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from aids.compiler.document import Claim, Document, Policy
from aids.compiler.proof.encoding import Encoding
from aids.compiler.proof.interpretation import NOT_APPLICABLE, Interpretation
from aids.compiler.proof.terms import Truth
from aids.runtime.conditions import UNKNOWN


class Breach(NamedTuple):
    """Formulas that together break a promise; `question` is that in whose answer two cases differ (None: one case)."""

    question: str | None
    truths: tuple[Truth, ...]


type Orders = Mapping[str, tuple[str, ...]]
"""Per question its answers from best to worst; any-of questions have an order of their own."""


def orders_of(document: Document) -> Orders:
    """Return the declared orders of answers."""
    return {question.id: question.order for question in document.questions if question.order}


def claim_breaches(encoding: Encoding, claim: Claim, orders: Orders, *, unfinished: bool = False) -> Iterator[Breach]:
    """Yield what breaks a claim, one for each question that it compares."""
    match claim.form:
        case "case":
            yield Breach(None, (case_breach(encoding, claim),))
        case "change":
            yield Breach(claim.questions[0], tuple(_change(encoding, claim, unfinished=unfinished)))
        case "worse":
            for ident in claim.questions:
                down = _step_down(encoding, ident, orders.get(ident, ()))
                yield Breach(ident, (down, *_worse(encoding, claim, ident, unfinished=unfinished)))


def case_breach[Truth_](rules: Interpretation[Truth_], claim: Claim) -> Truth_:
    """Return that a claim on one case is broken: what is given holds and what follows does not."""
    return rules.both([rules.condition(claim.given), rules.opposite(rules.condition(claim.then))])


def policy_breach[Truth_](rules: Interpretation[Truth_], policy: Policy) -> Truth_:
    """Return that too few or too many pieces of advice are given together."""
    given = [rules.advice(ident) for ident in policy.advice]
    none = rules.opposite(rules.either(given))
    many = rules.either([rules.both(pair) for pair in combinations(given, 2)])
    wrong = {
        "exactly_one": [none, many],
        "at_least_one": [none],
        "at_most_one": [many],
        "any": [rules.constant(truth=False)],
    }
    return rules.both([rules.condition(policy.when), rules.either(wrong[policy.rule])])


def _change(encoding: Encoding, claim: Claim, *, unfinished: bool) -> Iterator[Truth]:
    """Yield: the first case has an old answer, the second a new one, and there the claim's consequence fails."""
    ident = claim.questions[0]
    yield encoding.applies(ident)
    yield encoding.either([encoding.choice(ident, answer) for answer in claim.old])
    yield encoding.condition(claim.given)
    new = encoding.either([encoding.choice(ident, answer) for answer in claim.new])
    fails = encoding.opposite(encoding.condition(claim.then))
    yield from encoding.apart(ident, [*encoding.answered(ident, unfinished=unfinished), new, fails])


def _worse(encoding: Encoding, claim: Claim, ident: str, *, unfinished: bool) -> Iterator[Truth]:
    """Yield: the second case has an answer, no exemption covers the step to it, and an outcome is lighter in it."""
    yield encoding.applies(ident)
    yield encoding.condition(claim.given)
    yield from encoding.apart(ident, encoding.answered(ident, unfinished=unfinished))
    for exemption in claim.exemptions:
        if exemption.question == ident:
            new = encoding.apart(ident, [encoding.choice(ident, exemption.new)])
            covered = [encoding.choice(ident, exemption.old), *new, encoding.condition(exemption.when)]
            yield encoding.opposite(encoding.both(covered))
    yield encoding.either([_lighter(encoding, ident, outcome) for outcome in claim.outcomes])


def _step_down(encoding: Encoding, ident: str, order: tuple[str, ...]) -> Truth:
    """Return that the second case has a worse answer to the question than the first."""
    if encoding.questions[ident].kind == "any":
        return _more_ticked(encoding, ident)
    first = [encoding.choice(ident, answer) for answer in order]
    second = encoding.apart(ident, first)
    return encoding.either([encoding.both([first[i], second[j]]) for i, j in combinations(range(len(order)), 2)])


def _more_ticked(encoding: Encoding, ident: str) -> Truth:
    """Return: from none to `onbekend` or any tick, from `onbekend` to any tick, or the same ticks and more."""
    options = [encoding.choice(ident, option) for option in encoding.options(ident)]
    none = encoding.choice(ident, encoding.questions[ident].none or "")
    unknown = encoding.choice(ident, UNKNOWN)
    later = encoding.apart(ident, options)
    unknown_later, none_later = encoding.apart(ident, [unknown, none])
    some, some_later = encoding.either(options), encoding.either(later)
    kept = [encoding.either([encoding.opposite(old), new]) for old, new in zip(options, later, strict=True)]
    more = [encoding.both([encoding.opposite(old), new]) for old, new in zip(options, later, strict=True)]
    return encoding.either(
        [
            encoding.both([none, encoding.opposite(none_later)]),
            encoding.both([unknown, encoding.opposite(unknown_later), some_later]),
            encoding.both([some, *kept, encoding.either(more)]),
        ]
    )


def _lighter(encoding: Encoding, ident: str, outcome: str) -> Truth:
    """Return that an outcome is lighter in the second case; not applicable is the lightest."""
    decision, _, name = outcome.partition(".")
    ladder = (*encoding.decisions[decision].gives[name], NOT_APPLICABLE)
    first = [encoding.outcome(outcome, value) for value in ladder]
    second = encoding.apart(ident, first)
    places = range(len(ladder))
    return encoding.either([encoding.both([first[i], second[j]]) for i, j in combinations(places, 2)])
