"""Owns the form of a certificate: what was proven of a tree, how often, and what was found.

Made by `proving`. `Certificate.to_json` is what `prove` prints and the site publishes. It holds no date: the same rules
give the same text. Runs in the build only.
"""

from dataclasses import dataclass, field
from typing import Any, Literal, Self

from aids.compiler.diagnostics import Diagnostic

type Json = dict[str, Any]
type Result = Literal["proven", "broken", "undecided"]

SENTENCE = (
    "Dit bewijs gaat over de regels van deze hulp, niet over uw inschatting. "
    "U beslist, volgens de meldcode van uw organisatie."
)


@dataclass(frozen=True, slots=True)
class Witness:
    """A concrete case: answers as JSON data, the day, and both in Dutch words with what the rules then give."""

    given: Json
    today: str
    words: tuple[str, ...]

    def to_json(self) -> Json:
        """Return the case as JSON data."""
        return {"given": self.given, "today": self.today, "words": list(self.words)}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two concrete cases that differ in one answer."""

    first: Witness
    second: Witness

    def to_json(self) -> Json:
        """Return the cases as JSON data."""
        return {"first": self.first.to_json(), "second": self.second.to_json()}


type Evidence = Witness | Pair | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold: of what, the author's fault in words, and a case if there can be one."""

    subject: str
    diagnostic: Diagnostic
    witness: Evidence = None

    def to_json(self) -> Json:
        """Return the finding as JSON data."""
        return {
            "subject": self.subject,
            "say": self.diagnostic.message,
            "witness": evidence(self.witness),
            "line": self.diagnostic.at.line,
        }


@dataclass(frozen=True, slots=True)
class Check:
    """One law, tried on `count` things. `open`: subjects that were not decided."""

    id: str
    say: str
    count: int
    findings: tuple[Finding, ...]
    open: tuple[str, ...] = ()

    @property
    def result(self) -> Result:
        """Whether the law holds of everything."""
        return "broken" if self.findings else "undecided" if self.open else "proven"

    def to_json(self) -> Json:
        """Return the check as JSON data."""
        found = [finding.to_json() for finding in self.findings]
        return {"id": self.id, "say": self.say, "count": self.count, "result": self.result, "findings": found}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one claim or policy."""

    id: str
    say: str
    result: Result
    finding: Finding | None = None

    def to_json(self) -> Json:
        """Return the verdict as JSON data."""
        witness = evidence(self.finding.witness) if self.finding else None
        return {"id": self.id, "say": self.say, "result": self.result, "witness": witness}


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one example."""

    id: str
    kind: str
    findings: tuple[Finding, ...]

    def to_json(self) -> Json:
        """Return the result as JSON data."""
        return {"id": self.id, "kind": self.kind, "result": "broken" if self.findings else "proven"}


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that nothing tells from the rules, and a case for a person to judge: without its expected advice."""

    say: str
    line: int
    proposal: Witness | None

    def to_json(self) -> Json:
        """Return the mutant as JSON data."""
        return {"say": self.say, "line": self.line, "proposal": evidence(self.proposal)}

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """Return the survivor that `to_json` wrote."""
        case = data["proposal"]
        return cls(data["say"], data["line"], case and Witness(case["given"], case["today"], tuple(case["words"])))


@dataclass(frozen=True, slots=True)
class Mutants:
    """How many changed versions of the rules were made, and what became of them. `open`: those not decided.

    `faults` are the terms that turned out redundant and the survivors, as the author's faults.
    """

    generated: int
    killed: int
    equivalent: int
    surviving: tuple[Survivor, ...]
    faults: tuple[Diagnostic, ...] = field(default=(), compare=False)
    open: tuple[str, ...] = ()

    def to_json(self) -> Json:
        """Return the counts and the survivors as JSON data."""
        return {
            "generated": self.generated,
            "killed": self.killed,
            "equivalent": self.equivalent,
            "surviving": [survivor.to_json() for survivor in self.surviving],
        }

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """Return the mutants that `to_json` wrote, all of them decided."""
        surviving = tuple(Survivor.from_json(item) for item in data["surviving"])
        return cls(data["generated"], data["killed"], data["equivalent"], surviving)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Everything that was proven or found of one tree. `mutants` is None where none were made."""

    tree: str
    version: str
    rules: str
    engine: str
    solver: str
    counts: dict[str, int | None]
    checks: tuple[Check, ...]
    claims: tuple[Verdict, ...]
    policies: tuple[Verdict, ...]
    examples: tuple[Tried, ...]
    agreement: int
    mutants: Mutants | None
    parts: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)
    evaluators: tuple[str, ...] = ("engine", "solver", "oracle")
    says: str = SENTENCE

    @property
    def result(self) -> Result:
        """Whether everything holds: broken weighs more than undecided."""
        found = {check.result for check in self.checks}
        found |= {verdict.result for verdict in (*self.claims, *self.policies)}
        if "broken" in found or any(tried.findings for tried in self.examples):
            return "broken"
        still_open = self.mutants is not None and self.mutants.open
        return "undecided" if "undecided" in found or still_open else "proven"

    def to_json(self) -> Json:
        """Return the certificate as JSON data."""
        return {
            "tree": self.tree,
            "version": self.version,
            "rules": self.rules,
            "engine": self.engine,
            "result": self.result,
            "solver": {"name": "z3", "version": self.solver},
            "counts": self.counts,
            "checks": [check.to_json() for check in self.checks],
            "claims": [verdict.to_json() for verdict in self.claims],
            "policies": [verdict.to_json() for verdict in self.policies],
            "examples": [tried.to_json() for tried in self.examples],
            "agreement": {"evaluators": list(self.evaluators), "cases": self.agreement},
            "mutants": self.mutants.to_json() if self.mutants else None,
            "parts": [{"id": ident, "rules": rules} for ident, rules in self.parts],
            "says": self.says,
        }

    @classmethod
    def from_json(cls, data: Json) -> Self:
        """Return the certificate that `to_json` wrote of a tree of which everything was proven."""
        mutants = data["mutants"]
        return cls(
            tree=data["tree"],
            version=data["version"],
            rules=data["rules"],
            engine=data["engine"],
            solver=data["solver"]["version"],
            counts=data["counts"],
            checks=tuple(Check(item["id"], item["say"], item["count"], ()) for item in data["checks"]),
            claims=tuple(Verdict(item["id"], item["say"], item["result"]) for item in data["claims"]),
            policies=tuple(Verdict(item["id"], item["say"], item["result"]) for item in data["policies"]),
            examples=tuple(Tried(item["id"], item["kind"], ()) for item in data["examples"]),
            agreement=data["agreement"]["cases"],
            mutants=mutants and Mutants.from_json(mutants),
            parts=tuple((item["id"], item["rules"]) for item in data["parts"]),
            evaluators=tuple(data["agreement"]["evaluators"]),
            says=data["says"],
        )


def evidence(witness: Evidence) -> Json | None:
    """Return a witness as JSON data."""
    return None if witness is None else witness.to_json()
