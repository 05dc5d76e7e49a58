"""Laws of the proof on random trees: whatever the prover says, the engine and the brute-force oracle confirm."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from aids.compiler.diagrams import Builder, Rules, every_condition
from aids.compiler.proof.agreement import DisagreementError
from aids.compiler.proof.certificate import Certificate, Pair, Witness
from aids.compiler.proof.counting import count_cases
from aids.compiler.proof.crowd import Crowd, People
from aids.compiler.proof.encoding import Case, named
from aids.compiler.proof.inquiry import open_inquiry
from aids.compiler.proof.judging import Judge
from aids.compiler.proof.mutation import mutants
from aids.compiler.proof.oracle import Oracle, Said
from aids.compiler.proof.proving import prove
from aids.compiler.proof.sampling import Sampler
from aids.runtime.conditions import Condition, atoms, is_outcome
from aids.runtime.diagram import Ref
from aids.runtime.engine import consult
from aids.runtime.model import Decision
from aids.runtime.tree import Tree
from tests import oracle
from tests.property.random_documents import documents
from tests.property.random_trees import TODAY, trees
from tests.property.test_engine_against_oracle import samples

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
FINDING = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
CASES = 12


def drawn(tree: Tree, seed: int, count: int = CASES) -> list[tuple[Case, str]]:
    """Return random raw cases of `tree`."""
    return list(Sampler(tree, TODAY, random.Random(seed)).cases(count))  # noqa: S311  the same cases each time


def said(tree: Tree, raw: Case, today: str = TODAY) -> Said:
    """Return what the oracle of the proof says."""
    return Oracle(tree.decisions, raw, today).says(tree.questions, tree.advice)


def reference(tree: Tree, raw: Case, today: str = TODAY) -> tuple[frozenset[str], dict[str, Any]]:
    """Return what the oracle of the tests says of the same case."""
    told = {}
    for question in tree.questions:
        value = raw.get(question.id)
        if question.purpose == "record":
            continue
        amount = question.kind in ("number", "date") and value != "onbekend"
        told[question.id] = value if amount else named(question, value)
    found = oracle.completions(tree, told, {}, today)
    assert found is not None
    assert len(found) == 1
    return oracle.says(tree, found[0][1], today)


@FEW
@given(trees(), st.integers(0, 1000))
def test_both_oracles_the_crowd_and_the_solver_say_the_same(tree: Tree, seed: int) -> None:
    """On random complete cases four evaluators that share no code give the same advice, rows and outcomes."""
    cases = drawn(tree, seed)
    crowd = Crowd(tree.questions, tree.advice, tree.decisions, People(tree.questions, cases))
    for place, (raw, today) in enumerate(cases):
        found = said(tree, raw, today)
        advice, outcomes = reference(tree, raw, today)
        assert found.advice == advice
        flat = {f"{ident}.{name}": v for ident, pairs in outcomes.items() if pairs != "nvt" for name, v in pairs}
        assert found.outcomes == flat
        assert found.advice == {ident for ident in crowd.advices if crowd.advice(ident) >> place & 1}
        for decision in tree.decisions:
            rows = [row.row for row in (*decision.rows, decision.otherwise)]
            fired = [row for row in rows if crowd.row(decision.id, row) >> place & 1]
            assert fired == [row for row in rows if row == found.rows[decision.id]][:1]


@FEW
@given(documents())
def test_what_is_proven_unreachable_is_nowhere_and_each_witness_is_confirmed(pair: tuple[Any, Tree]) -> None:
    """No completion has what the prover calls impossible; `prove` itself compares engine, solver and oracle."""
    document, tree = pair
    certificate = prove(document, tree, mutants=False)
    findings = {check.id: {finding.subject for finding in check.findings} for check in certificate.checks}
    cases = list(complete(tree))
    for raw, today in cases:
        found = said(tree, raw, today)
        assert not findings["advice-given"] & found.advice
        assert not findings["rows-fire"] & {f"{ident}.{row}" for ident, row in found.rows.items()}
        for name in (d.id for d in tree.decisions if d.id not in findings["otherwise-declared"]):
            assert found.rows[name] != "otherwise"
    assert_witnesses(tree, certificate)


def complete(tree: Tree) -> Iterator[tuple[Case, str]]:
    """Yield complete cases: all of them for a small tree, a sample for a larger one."""
    yield from drawn(tree, 7, 300)


def assert_witnesses(tree: Tree, certificate: Certificate) -> None:
    """Assert that on each complete witness of a broken claim the engine is certain of what the oracle says."""
    for verdict in certificate.claims:
        witness = verdict.finding.witness if verdict.finding else None
        for case in (witness.first, witness.second) if isinstance(witness, Pair) else (witness,):
            if isinstance(case, Witness) and not any("nog niet beantwoord" in word for word in case.words):
                advice = consult(tree, case.given, case.today)["advice"]
                certain = {item["id"] for item in advice if item["certainty"] == "certain"}
                assert certain == said(tree, case.given, case.today).advice


@FEW
@given(documents(), st.integers(0, 1000))
def test_a_proven_claim_holds_on_random_cases(pair: tuple[Any, Tree], seed: int) -> None:
    """No random case, and no two, break a claim that was proven; a broken one has a case that breaks it."""
    document, tree = pair
    certificate = prove(document, tree, mutants=False)
    results = {verdict.id: verdict for verdict in certificate.claims}
    for claim in document.claims:
        proven = results[claim.id].result == "proven"
        if claim.form == "case" and proven:
            assert not any(breaks(tree, claim, raw, today) for raw, today in drawn(tree, seed, 60))
        if claim.form == "case" and not proven:
            finding = results[claim.id].finding
            assert finding is not None
            assert isinstance(finding.witness, Witness)
            assert breaks(tree, claim, finding.witness.given, finding.witness.today)
        if claim.form == "worse":
            worse = [pair for raw, _ in drawn(tree, seed, 60) for pair in lowered(tree, claim, raw)]
            assert not (proven and worse)
            if not proven:
                witness = results[claim.id].finding.witness  # type: ignore[union-attr]
                assert isinstance(witness, Pair)
                values = [said(tree, w.given, w.today).outcomes for w in (witness.first, witness.second)]
                assert rank(tree, values[0]) < rank(tree, values[1])


def breaks(tree: Tree, claim: Any, raw: Case, today: str) -> bool:  # noqa: ANN401  a claim
    """Return whether a case breaks a claim of the form "case"."""
    found = said(tree, raw, today)
    name, values = claim.given[1], claim.given[2]
    held = found.outcomes.get(name) in values
    if claim.then[0] == "advice":
        return held and claim.then[1] not in found.advice
    return held


def rank(tree: Tree, outcomes: dict[str, str]) -> int:
    """Return how light the outcome about reporting is; a decision that does not apply is the lightest."""
    decision = tree.decisions[0]
    value = outcomes.get(f"{decision.id}.melden")
    return len(decision.gives["melden"]) if value is None else decision.gives["melden"].index(value)


def lowered(tree: Tree, claim: Any, raw: Case) -> Iterator[str]:  # noqa: ANN401  a claim
    """Yield the questions whose worse answer makes the outcome lighter than on `raw`."""
    for question in (q for q in tree.questions if q.id in claim.questions and q.kind == "one"):
        order = ("nee", "onbekend", "ja")
        holder = Oracle(tree.decisions, raw, TODAY)
        before = holder.says(tree.questions, tree.advice)
        for answer in order[order.index(raw[question.id]) + 1 :] if holder.holds(question.when) else ():
            after = said(tree, {**raw, question.id: answer})
            if rank(tree, before.outcomes) < rank(tree, after.outcomes):
                yield question.id


@FEW
@given(trees(4))
def test_the_count_of_complete_cases_is_exact(tree: Tree) -> None:
    """The count equals that of trying everything, numbers and days by their regions."""
    assert count_cases(tree, TODAY) == tried(tree)


def tried(tree: Tree) -> int:
    """Return the number of different complete cases, regions told apart by what every condition says of them."""
    sampled = samples(tree)
    bounds: dict[str, set[Any]] = {}
    for atom in every_comparison(tree):
        bounds.setdefault(atom[1], set()).add(TODAY if atom[3] == "today" else atom[3])
    seen = set()

    def region(ident: str, value: Any) -> tuple[bool, ...]:  # noqa: ANN401  a number or a day
        return tuple(sign for bound in sorted(bounds.get(ident, ())) for sign in (value < bound, value == bound))

    def walk(place: int, case: Case) -> None:
        if place == len(tree.questions):
            known = tuple(sorted((ident, key(ident, value)) for ident, value in case.items()))
            seen.add(known)
            return
        question = tree.questions[place]
        holder = Oracle(tree.decisions, case, TODAY)
        holder.says(tree.questions, ())
        if question.purpose == "record" or not holder.holds(question.when):
            walk(place + 1, case)
            return
        for value in choices(question):
            walk(place + 1, {**case, question.id: value})

    def key(ident: str, value: Any) -> str:  # noqa: ANN401  an answer
        kind = next(question.kind for question in tree.questions if question.id == ident)
        return repr(region(ident, value) if kind in ("number", "date") and value != "onbekend" else value)

    def choices(question: Any) -> list[Any]:  # noqa: ANN401  a question
        if question.purpose == "duty":
            states: list[Any] = [{"state": "done"}, {"state": "later", "date": TODAY}]
            return [None, *states, {"state": "not_done", "reason": question.reasons[0]}]
        return [
            sorted(value) if question.kind == "any" else next(iter(value)) if isinstance(value, set) else value
            for value in oracle.values_of(question, sampled)
        ]

    walk(0, {})
    return len(seen)


def every_comparison(tree: Tree) -> Iterator[Any]:
    """Yield every atom of the tree that compares."""
    for condition in every_condition(Rules(tree.questions, tree.advice, tree.decisions)):
        yield from (atom for atom in atoms(condition) if atom[0] == "cmp")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(3), st.integers(0, 1000))
def test_an_equivalent_mutant_says_the_same_and_a_survivor_has_a_case_that_differs(
    pair: tuple[Any, Tree], seed: int
) -> None:
    """What the judge calls equivalent differs on no random case; on each proposal the mutant does differ."""
    document, tree = pair
    inquiry = open_inquiry(document, tree)
    judge = Judge(inquiry, frozenset())
    for mutant in list(mutants(document, tree))[::3]:
        fate = judge.fate(mutant)
        changed = tree._replace(questions=mutant.rules.questions, decisions=mutant.rules.decisions)
        changed = changed._replace(advice=mutant.rules.advice)
        if fate == "equivalent":
            assert all(said(tree, raw) == said(changed, raw) for raw, _ in drawn(tree, seed))
        elif mutant.part != "urgency":
            proposal = judge.proposal(mutant)
            assert proposal is not None
            own, other = (noticed(each, proposal) for each in (tree, changed))
            assert own != other


def noticed(tree: Tree, witness: Witness) -> tuple[Said, list[str]]:
    """Return what a reader notices: what is said, and which questions apply."""
    holder = Oracle(tree.decisions, witness.given, witness.today)
    found = holder.says(tree.questions, tree.advice)
    return found, [question.id for question in tree.questions if holder.holds(question.when)]


def disagrees(pair: tuple[Any, Tree]) -> bool:
    """Return whether the proof of a tree stops because the evaluators do not agree."""
    try:
        prove(*pair, mutants=False)
    except DisagreementError:
        return True
    return False


def test_an_engine_that_forgets_its_floors_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the engine leaves floors out, there are random trees whose proof stops."""
    monkeypatch.setattr(Decision, "lifted", lambda _self, _floor, outcomes: outcomes)
    assert find(documents(), disagrees, settings=FINDING)


def test_an_engine_that_counts_what_does_not_apply_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once an answer counts though its question does not apply, there are random trees whose proof stops."""
    sound = Builder.condition

    def loose(self: Builder, condition: Condition) -> Ref:
        if condition[0] in ("in", "cmp") and not is_outcome(condition):
            return self._atom(condition)
        return sound(self, condition)

    monkeypatch.setattr(Builder, "condition", loose)
    assert find(documents(), disagrees, settings=FINDING)
