"""Owns what becomes of each mutant: killed, equivalent to the rules, or surviving. Used by `proving`.

A mutant is killed by an example, claim or policy that it breaks. First a crowd of cases is asked, which is quick; what
the crowd cannot tell, the solver proves. Runs in the build only.
"""

import random
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from aids.compiler.catalogue import fault
from aids.compiler.diagrams import Rules
from aids.compiler.document import Claim, Policy
from aids.compiler.proof.certificate import Mutants, Survivor, Witness
from aids.compiler.proof.claims import case_breach, claim_breaches, orders_of, policy_breach
from aids.compiler.proof.crowd import Crowd, People
from aids.compiler.proof.encoding import Case, Encoding
from aids.compiler.proof.inquiry import Inquiry
from aids.compiler.proof.interpretation import Interpretation, Key
from aids.compiler.proof.mutation import Mutant, mutants
from aids.compiler.proof.sampling import Sampler
from aids.compiler.proof.solving import UndecidedError
from aids.compiler.proof.terms import FALSE, Truth, conjunction, differing, disjunction
from aids.compiler.proof.trials import Trials
from aids.compiler.words import in_words
from aids.runtime.conditions import Condition, decisions_of

if TYPE_CHECKING:
    from aids.compiler.diagnostics import Diagnostic

SEED = 20261122
AROUND = 6
"""Cases drawn around each witness."""
AT_RANDOM = 400
"""Cases drawn without a start."""


type Fate = Literal["killed", "equivalent", "surviving", "undecided"]


def judge_mutants(inquiry: Inquiry, proven: frozenset[str]) -> Mutants:
    """Return what became of all mutants; `proven` are the claims and policies that hold: others kill nothing."""
    judge = Judge(inquiry, proven)
    fates: Counter[str] = Counter()
    surviving: list[Survivor] = []
    faults: list[Diagnostic] = []
    still_open: list[str] = []
    for mutant in mutants(inquiry.document, inquiry.tree):
        fate = judge.fate(mutant)
        fates[fate] += 1
        if fate == "undecided":
            still_open.append(mutant.say)
        if fate == "equivalent" and mutant.term is not None:
            faults.append(fault("VW812", mutant.at, term=in_words(mutant.term, inquiry.document)))
        if fate == "surviving":
            surviving.append(Survivor(mutant.say, mutant.at.line, judge.proposal(mutant)))
            faults.append(fault("VW813", mutant.at, mutant=mutant.say))
    total = fates.total()
    return Mutants(total, fates["killed"], fates["equivalent"], tuple(surviving), tuple(faults), tuple(still_open))


class Judge:
    """Judges the mutants of one tree."""

    def __init__(self, inquiry: Inquiry, proven: frozenset[str]) -> None:
        """Take the inquiry, whose witnesses are where the crowd is drawn around, and the promises that hold."""
        self._inquiry = inquiry
        self._claims = [claim for claim in inquiry.document.claims if claim.id in proven]
        self._policies = [policy for policy in inquiry.document.policies if policy.id in proven]
        self._orders = orders_of(inquiry.document)
        tree = inquiry.tree
        self._own = Rules(tree.questions, tree.advice, tree.decisions)
        self._people = People(tree.questions, self._drawn())
        self._crowd = Crowd(*self._own, self._people)
        self._trials = Trials(inquiry)
        self._said = targets(self._crowd)
        self._formulas = targets(inquiry.encoding)
        self._proposed: list[Witness] = []
        self._readers = People(tree.questions)

    def fate(self, mutant: Mutant) -> Fate:
        """Return what becomes of a mutant."""
        try:
            return self._fate(mutant)
        except UndecidedError:
            return "undecided"

    def _fate(self, mutant: Mutant) -> Fate:
        if mutant.part == "urgency":
            return "killed" if self._trials.tell_urgency(mutant) else "surviving"
        if self._trials.tell(mutant.rules, self._kept(self._trials.crowd, mutant)):
            return "killed"
        crowd = Crowd(*mutant.rules, self._people)
        crowd.kept = self._kept(self._crowd, mutant)
        if self._breaks_one(crowd):
            return "killed"
        encoding = self._encoding(mutant)
        said = targets(crowd)
        told = any(said.get(key, 0) != cases for key, cases in self._said.items())
        changed = self._changed(encoding)
        differs = disjunction([differing(*pair) for pair in changed.values()])
        if not told and self._inquiry.solver.find(differs) is None:
            return "equivalent"
        return "killed" if self._is_broken(encoding, frozenset(map(_subject, changed))) else "surviving"

    def proposal(self, mutant: Mutant) -> Witness | None:
        """Return a case on which a mutant says something else, the same for many mutants; None if not found in time."""
        known = self._proposed_before(mutant)
        if known is not None:
            return known
        differs = self._inquiry.encoding.advice(mutant.ident) if mutant.part == "urgency" else None
        if differs is None:
            changed = self._changed(self._encoding(mutant))
            differs = disjunction([differing(*pair) for pair in changed.values()])
        try:
            found = self._inquiry.witness(differs)
        except UndecidedError:
            return None
        if found is not None:
            self._proposed.append(found)
            self._readers.join(found.given, found.today)
        return found

    def _proposed_before(self, mutant: Mutant) -> Witness | None:
        """Return the first case proposed before on which this mutant differs as well."""
        own = Crowd(*self._own, self._readers)
        if mutant.part == "urgency":
            differ = own.advice(mutant.ident)
        else:
            said = targets(Crowd(*mutant.rules, self._readers))
            differ = own.either([cases ^ said.get(key, 0) for key, cases in targets(own).items()])
        return self._proposed[(differ & -differ).bit_length() - 1] if differ else None

    def _encoding(self, mutant: Mutant) -> Encoding:
        encoding = Encoding(*mutant.rules)
        encoding.kept = self._kept(self._inquiry.encoding, mutant)
        return encoding

    def _kept[T](self, own: Interpretation[T], mutant: Mutant) -> dict[Key, T]:
        """Return what was worked out for the rules themselves and holds for the mutant too."""
        match mutant.part:
            case "advice":
                return {key: truth for key, truth in own.kept.items() if key != ("advice", mutant.ident)}
            case "decision" if not self._outcomes_are_named():
                return {key: truth for key, truth in own.kept.items() if key[0] == "question"}
        return {}

    def _outcomes_are_named(self) -> bool:
        """Return whether a question applies by the outcome of a decision."""
        return any(decisions_of(question.when) for question in self._own.questions)

    def _changed(self, encoding: Encoding) -> dict[Key, tuple[Truth, Truth]]:
        """Return what a mutant may say differently: each target with its formula in the rules and in the mutant."""
        theirs = targets(encoding)
        pairs = ((key, (truth, theirs.get(key, FALSE))) for key, truth in self._formulas.items())
        return {key: pair for key, pair in pairs if not pair[0].eq(pair[1])}

    def _breaks_one(self, crowd: Crowd) -> bool:
        """Return whether a case of the crowd breaks a claim on one case, or a policy."""
        claims = (case_breach(crowd, claim) for claim in self._claims if claim.form == "case")
        return any(claims) or any(policy_breach(crowd, policy) for policy in self._policies)

    def _is_broken(self, encoding: Encoding, changed: frozenset[Key]) -> bool:
        """Return whether the solver finds a case that breaks a claim or policy which names something that changed."""
        breaches = [policy_breach(encoding, policy) for policy in self._policies if _names(policy) & changed]
        for claim in self._claims:
            if _names(claim) & changed:
                found = claim_breaches(encoding, claim, self._orders)
                breaches += [conjunction(breach.truths) for breach in found]
        return bool(breaches) and self._inquiry.solver.find(disjunction(breaches)) is not None

    def _drawn(self) -> Iterator[tuple[Case, str]]:
        """Yield the crowd: the witnesses of the proof, cases around them, and cases at random."""
        chance = random.Random(SEED)  # noqa: S311  a crowd that is the same each time
        sampler = Sampler(self._inquiry.tree, self._inquiry.document.reviewed, chance)
        yield from sampler.cases(AT_RANDOM)
        for case, day in tuple(self._inquiry.witnesses):
            yield case, day
            yield from sampler.around(case, day, AROUND)


def targets[T](rules: Interpretation[T]) -> dict[Key, T]:
    """Return all that a reader notices: advice, rows, outcomes, and which questions apply."""
    found: dict[Key, T] = {("advice", ident): rules.advice(ident) for ident in rules.advices}
    found |= {("question", ident): rules.applies(ident) for ident in rules.questions}
    for decision in rules.decisions.values():
        found["decision", decision.id] = rules.decides(decision.id)
        for row in (*decision.rows, decision.otherwise):
            found["row", decision.id, row.row] = rules.row(decision.id, row.row)
        for name, ladder in decision.gives.items():
            for value in ladder:
                found["outcome", decision.id, name, value] = rules.outcome(f"{decision.id}.{name}", value)
    return found


def _subject(key: Key) -> Key:
    """Return the advice, question or outcome that a target is about; a decision that applies is about its outcomes."""
    return key[:3] if key[0] == "outcome" else key


def _names(promise: Claim | Policy) -> frozenset[Key]:
    """Return the targets on which a claim or policy rests by name."""
    if isinstance(promise, Policy):
        return _named(promise.when).union(("advice", ident) for ident in promise.advice)
    outcomes = [_named(("in", name, ("nvt",))) for name in promise.outcomes]
    questions = [_named(("in", ident, ())) for ident in promise.questions]
    exemptions = [_named(exemption.when) for exemption in promise.exemptions]
    return _named(promise.given).union(_named(promise.then), *outcomes, *questions, *exemptions)


def _named(formula: Condition) -> frozenset[Key]:
    match formula:
        case ("not", tuple(part)):
            return _named(part)
        case ("all" | "any", tuple(parts)):
            return frozenset(key for part in parts for key in _named(part))
        case ("advice", str(ident)):
            return frozenset({("advice", ident)})
        case ("in", str(name), _) if "." in name:
            return frozenset({("outcome", *name.split("."))})
        case ("in" | "cmp", str(ident), *_):
            return frozenset({("question", ident)})
    return frozenset()
