"""Owns the proof of claims and policies: what the author declares holds in every case.

On complete cases first, and then on unfinished ones as they are read: what is not answered counts as `onbekend`.

Used by `proving`. Runs in the build only.
"""

from collections.abc import Callable, Iterator

from aids.compiler.catalogue import fault
from aids.compiler.document import Claim, Policy, Position
from aids.compiler.proof.certificate import Evidence, Finding, Pair, Verdict, Witness
from aids.compiler.proof.claims import Breach, claim_breaches, orders_of, policy_breach
from aids.compiler.proof.inquiry import Inquiry
from aids.compiler.proof.solving import UndecidedError

type Breaches = Callable[[bool], Iterator[Breach]]

UNFINISHED = "alleen terwijl nog niet alles is beantwoord"


def claim_verdicts(inquiry: Inquiry) -> list[Verdict]:
    """Return the verdict on each claim."""
    orders = orders_of(inquiry.document)

    def breaches(claim: Claim) -> Breaches:
        return lambda unfinished: claim_breaches(inquiry.encoding, claim, orders, unfinished=unfinished)

    claims = inquiry.document.claims
    return [_verdict(inquiry, "VW808", claim.id, claim.say, claim.at, breaches(claim)) for claim in claims]


def policy_verdicts(inquiry: Inquiry) -> list[Verdict]:
    """Return the verdict on each policy."""

    def breaches(policy: Policy) -> Breaches:
        return lambda _: iter([Breach(None, (policy_breach(inquiry.encoding, policy),))])

    policies = inquiry.document.policies
    return [_verdict(inquiry, "VW809", policy.id, policy.say, policy.at, breaches(policy)) for policy in policies]


def _verdict(inquiry: Inquiry, code: str, ident: str, say: str, at: Position, breaches: Breaches) -> Verdict:
    """Return whether no breach can be found: in complete cases first, then in the reading of unfinished ones."""
    try:
        for unfinished in (False, True) if _may_be_unfinished(inquiry) else (False,):
            for breach in breaches(unfinished):
                witness = _found(inquiry, breach, unfinished=unfinished)
                if witness is not None:
                    where = f" ({UNFINISHED})" if unfinished else ""
                    words = list(_words(witness))
                    told = fault(code, at, say=say, where=where, words=words)
                    return Verdict(ident, say, "broken", Finding(ident, told, witness))
    except UndecidedError:
        return Verdict(ident, say, "undecided")
    return Verdict(ident, say, "proven")


def _may_be_unfinished(inquiry: Inquiry) -> bool:
    """Return whether reading an unanswered question as `onbekend` gives cases that no complete one is."""
    encoding = inquiry.encoding
    return any(encoding.answers(ident) != encoding.answers(ident, unfinished=True) for ident in encoding.questions)


def _found(inquiry: Inquiry, breach: Breach, *, unfinished: bool) -> Evidence:
    if breach.question is None:
        return inquiry.witness(*breach.truths, unfinished=unfinished)
    return inquiry.pair(breach.question, *breach.truths, unfinished=unfinished)


def _words(witness: Witness | Pair) -> Iterator[str]:
    """Yield a witness in few words: of two cases what differs between them."""
    if isinstance(witness, Witness):
        yield from witness.words
        return
    first, second = witness.first.words, witness.second.words
    yield from (word for word in first if word not in second)
    yield "en dan"
    yield from (word for word in second if word not in first)
