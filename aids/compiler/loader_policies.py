"""Owns the policies part of a tree file: nodes to `Policy`. Used by `aids.compiler.loader`. Runs in the build only.

Whether a policy is met is for the proof.
"""

from collections.abc import Iterable

from aids.compiler.document import NOWHERE, Policy, PolicyRule
from aids.compiler.loader_fields import Faults, Fields
from aids.compiler.reading import Mapping
from aids.compiler.syntax_types import Scope, condition_of
from aids.runtime.conditions import ALWAYS

RULES: tuple[PolicyRule, ...] = ("exactly_one", "at_least_one", "at_most_one", "any")
KEYS = ("id", "say", "when", "sources", *RULES)
FEWEST_ADVICE = 2


def load_policies(nodes: Iterable[Mapping], scope: Scope, advice: frozenset[str], faults: Faults) -> list[Policy]:
    """Return the policies in file order; they may name the ids in `advice`."""
    found: dict[str, Policy] = {}
    for node in nodes:
        policy = _policy(Fields(node, faults, KEYS), scope, advice, faults)
        if policy.id in found:
            faults.add("VW206", policy.at, id=policy.id, line=found[policy.id].at.line)
        elif policy.id:
            found[policy.id] = policy
    return list(found.values())


def _policy(fields: Fields, scope: Scope, advice: frozenset[str], faults: Faults) -> Policy:
    ident = fields.ident()
    at = ident.at if ident else fields.at
    when = fields.scalar("when", required=False)
    condition = ALWAYS
    if when:
        condition, wrong = condition_of(when, scope)
        faults.extend(wrong)
    rules = [rule for rule in RULES if rule in fields]
    if len(rules) != 1:
        faults.add("VW240", fields.key_at(rules[1]) if rules else at, rules=RULES)
    rule = rules[0] if rules else RULES[0]
    return Policy(
        id=ident.text if ident else "",
        say=fields.text("say"),
        rule=rule,
        when=condition,
        advice=_advice(fields, rule, advice, faults) if rules else (),
        sources=fields.sources(),
        at=at,
        when_at=when.at if when else NOWHERE,
    )


def _advice(fields: Fields, rule: str, known: frozenset[str], faults: Faults) -> tuple[str, ...]:
    """Return the advice that the policy is about: two or more, each once."""
    before = len(faults)
    named = fields.references(rule, known, required=True)
    found: dict[str, None] = {}
    for scalar in named:
        if scalar.text in found:
            faults.add("VW242", scalar.at, advice=scalar.text)
        found[scalar.text] = None
    if len(found) < FEWEST_ADVICE and len(faults) == before:
        faults.add("VW241", fields.key_at(rule))
    return tuple(found)
