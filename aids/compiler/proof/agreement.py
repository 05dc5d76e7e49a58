"""Owns the check that three evaluators agree: the engine, the solver, and the oracle. Used by `proving`.

On a seeded sample of complete cases and on every witness of the proof. Runs in the build only.
"""

import random
from collections.abc import Iterator

from aids.compiler.proof.certificate import Check, Witness
from aids.compiler.proof.encoding import Case, true
from aids.compiler.proof.inquiry import Inquiry
from aids.compiler.proof.oracle import Said
from aids.compiler.proof.sampling import Sampler
from aids.compiler.proof.solving import UndecidedError
from aids.compiler.proof.terms import Truth, conjunction
from aids.runtime.engine import View, consult

SEED = 20261122
SAMPLE = 60
"""Random cases beside the witnesses."""


class DisagreementError(AssertionError):
    """One of the evaluators says something else than the oracle: a fault in this program, not in a tree."""

    def __init__(self, evaluator: str, witness: Witness) -> None:
        """Take which one differs and the case on which it does."""
        super().__init__(f"{evaluator}: {witness.given} on {witness.today}")
        self.evaluator = evaluator
        self.witness = witness


def agreement_check(inquiry: Inquiry) -> Check:
    """Return that the evaluators agree on the sample and on all witnesses so far; raises `DisagreementError`."""
    cases = _cases(inquiry)
    solver = inquiry.solver.fresh()
    still_open = []
    for raw, today in cases:
        given = inquiry.teller.given(raw, today)
        said = inquiry.teller.said(given, today)
        if not _engine_agrees(consult(inquiry.tree, given, today), said):
            raise DisagreementError("engine", inquiry.teller.witness(given, today))
        try:
            model = solver.find(*inquiry.encoding.fixed({**_open_duties(inquiry), **given}, today))
        except UndecidedError:
            still_open = ["evaluators-agree"]
            continue
        if model is None or not true(model, conjunction(list(_same(inquiry, said)))):
            raise DisagreementError("solver", inquiry.teller.witness(given, today))
    say = "Drie manieren van uitrekenen geven in elk van deze gevallen hetzelfde."
    return Check("evaluators-agree", say, len(cases), (), tuple(still_open))


def _cases(inquiry: Inquiry) -> list[tuple[Case, str]]:
    """Return the case of every question that the solver answered with one, and the sample."""
    chance = random.Random(SEED)  # noqa: S311  a sample that is the same each time
    sampler = Sampler(inquiry.tree, inquiry.document.reviewed, chance)
    return [*inquiry.witnesses, *sampler.cases(SAMPLE)]


def _engine_agrees(view: View, said: Said) -> bool:
    """Return whether the engine is certain of the same advice, rows and outcomes, and of nothing else."""
    certain = frozenset(item["id"] for item in view["advice"] if item["certainty"] == "certain")
    rows: dict[str, str | None] = {}
    outcomes: dict[str, str] = {}
    for ident, decision in view["decisions"].items():
        rows[ident] = None if decision == "nvt" else decision["row"]
        if decision != "nvt":
            if decision["certain"] is None or decision["certain"] != decision["standing"]:
                return False
            outcomes |= {f"{ident}.{name}": value for name, value in decision["certain"].items()}
    agrees = (certain, rows, outcomes) == (said.advice, said.rows, said.outcomes)
    return agrees and len(certain) == len(view["advice"]) and not view["errors"] and not view["dropped"]


def _same(inquiry: Inquiry, said: Said) -> Iterator[Truth]:
    """Yield that the solver's formulas say the same as the oracle."""
    encoding = inquiry.encoding
    for ident in encoding.advices:
        truth = encoding.advice(ident)
        yield truth if ident in said.advice else encoding.opposite(truth)
    for ident, row in said.rows.items():
        yield encoding.row(ident, row) if row else encoding.opposite(encoding.decides(ident))
    for name, value in said.outcomes.items():
        yield encoding.outcome(name, value)


def _open_duties(inquiry: Inquiry) -> Case:
    return {question.id: None for question in inquiry.tree.questions if question.purpose == "duty"}
