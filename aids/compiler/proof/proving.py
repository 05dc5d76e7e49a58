"""Owns the proof of one tree: every check in turn, and the certificate that comes of it. Used by `prove` and the cache.

Runs in the build only.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import z3

from aids import runtime
from aids.compiler.canonical import HASH_LENGTH, dumped, hashed
from aids.compiler.catalogue import fault
from aids.compiler.diagnostics import Diagnostic, sort_diagnostics
from aids.compiler.document import Document
from aids.compiler.proof.agreement import agreement_check
from aids.compiler.proof.certificate import Certificate, Check, Mutants, Tried, Verdict
from aids.compiler.proof.counting import count_cases
from aids.compiler.proof.examples import tried_examples
from aids.compiler.proof.inquiry import open_inquiry
from aids.compiler.proof.judging import judge_mutants
from aids.compiler.proof.promises import claim_verdicts, policy_verdicts
from aids.compiler.proof.reach import reach_checks
from aids.compiler.proof.solving import SECONDS
from aids.runtime.model import rules_json
from aids.runtime.tree import Tree


def prove(document: Document, tree: Tree, *, mutants: bool = True, seconds: float = SECONDS) -> Certificate:
    """Return the certificate of a tree without findings in its form.

    Args:
        document: the tree with its texts, claims and examples.
        tree: the same, compiled.
        mutants: whether changed versions of the rules are made and judged too.
        seconds: time for one question to the solver; what takes longer is undecided.
    """
    inquiry = open_inquiry(document, tree, seconds)
    checks = list(reach_checks(inquiry))
    claims, policies = claim_verdicts(inquiry), policy_verdicts(inquiry)
    examples = tried_examples(inquiry)
    checks.append(agreement_check(inquiry))
    proven = frozenset(verdict.id for verdict in (*claims, *policies) if verdict.result == "proven")
    judged = judge_mutants(inquiry, proven) if mutants else None
    found = [*_faults(checks, claims, policies, examples), *(judged.faults if judged else ())]
    still_open = _undecided(checks, [*claims, *policies], judged)
    if still_open:
        found.append(fault("VW811", document.at, subjects=still_open))
    return Certificate(
        tree=tree.id,
        version=tree.version,
        rules=tree.rules,
        engine=engine_hash(),
        solver=z3.get_version_string(),
        counts=_counts(document, tree),
        checks=tuple(checks),
        claims=tuple(claims),
        policies=tuple(policies),
        examples=tuple(examples),
        agreement=next(check.count for check in checks if check.id == "evaluators-agree"),
        mutants=judged,
        parts=tuple(_parts(document, tree)),
        diagnostics=tuple(sort_diagnostics(found)),
    )


def engine_hash() -> str:
    """Return the hash of the engine's sources."""
    folder = Path(next(iter(runtime.__path__)))
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:HASH_LENGTH]


def _faults(
    checks: list[Check], claims: list[Verdict], policies: list[Verdict], examples: list[Tried]
) -> Iterator[Diagnostic]:
    for check in checks:
        yield from (finding.diagnostic for finding in check.findings)
    for tried in examples:
        yield from (finding.diagnostic for finding in tried.findings)
    yield from (verdict.finding.diagnostic for verdict in (*claims, *policies) if verdict.finding)


def _undecided(checks: list[Check], verdicts: list[Verdict], mutants: Mutants | None) -> list[str]:
    found = [subject for check in checks for subject in check.open]
    found += [verdict.id for verdict in verdicts if verdict.result == "undecided"]
    return found + list(mutants.open if mutants else ())


def _counts(document: Document, tree: Tree) -> dict[str, int | None]:
    kinds = [example.kind for example in document.examples]
    return {
        "cases": count_cases(tree, document.reviewed),
        "questions": len(document.questions),
        "advice": len(document.advice),
        "decisions": len(document.decisions),
        "rows": sum(len(decision.rows) for decision in document.decisions),
        "floors": sum(len(decision.floors) for decision in document.decisions),
        "claims": len(document.claims),
        "policies": len(document.policies),
        "vignettes": kinds.count("vignette"),
        "regressions": kinds.count("case"),
    }


def _parts(document: Document, tree: Tree) -> Iterator[tuple[str, str]]:
    """Yield each shared part with the hash of its rules, which is that of its own certificate."""
    for part in document.parts:
        questions = {item.id for item in document.questions if item.part == part}
        advice = {item.id for item in document.advice if item.part == part}
        decisions = {item.id for item in document.decisions if item.part == part}
        rules = rules_json(
            tuple(item for item in tree.questions if item.id in questions),
            tuple(item for item in tree.advice if item.id in advice),
            tuple(item for item in tree.decisions if item.id in decisions),
        )
        yield part, hashed(dumped(rules))
