"""Laws of claims, policies and examples: proven on every case, or broken with a case that anyone can check."""

import dataclasses
import json
from pathlib import Path

import pytest

from aids.compiler.proof import prove
from aids.compiler.proof.certificate import SENTENCE, Certificate, Pair, Verdict, Witness
from tests.unit.compiler.proof.proving_trees import YES_NO, advice, decision, load, proof, question, row

ANY = "any_of: {a: A, b: B}, none: {geen: Geen}, unknown: {onbekend: Weet ik niet}"
QUESTIONS = "questions:\n" + question("gevaar") + question("hulp") + question("soort", ANY)
ADVICE = "advice:\n" + advice("bel", "gevaar in {ja}", "nu") + advice("help", "hulp in {ja} and soort in {geen, a}")
ROWS = (
    row("T0", "gevaar in {ja}", "nu")
    + row("T1", "gevaar in {onbekend} or soort in {a, b}", "overleg")
    + row("T2", "hulp in {ja, onbekend}", "geen")
)
TREE = (QUESTIONS, ADVICE, decision(ROWS, otherwise="hulp in {nee}"))


def claim(text: str, ident: str = "bewering") -> str:
    """Return one claim of these lines of YAML."""
    return f"claims:\n  - {{id: {ident}, say: Een bewering, {text}, sources: [bron#1]}}\n"


def verdict(folder: Path, text: str, *tree: str) -> Verdict:
    """Return the verdict on one claim about the tree."""
    return proof(folder, *(tree or TREE), claim(text)).claims[0]


def evidence(found: Verdict) -> Witness | Pair | None:
    """Return the case that breaks it."""
    return found.finding.witness if found.finding else None


@pytest.mark.parametrize(
    "text",
    [
        "if: 'gevaar in {ja}', then: bel",
        "if: 'weging.melden in {geen}', then: 'not bel and gevaar in {nee}'",
        "if: 'gevaar in {ja}', never: 'weging.melden in {geen, overleg}'",
        "change: {gevaar: [nee, [ja, onbekend]]}, never: 'weging.melden in {geen}'",
        "worse: [gevaar, soort], never_lowers: [weging.melden]",
    ],
)
def test_a_claim_that_holds_is_proven(tmp_path: Path, text: str) -> None:
    """A claim of each form that the rules keep is proven, without a case."""
    found = verdict(tmp_path, text)
    assert (found.result, found.finding) == ("proven", None)


def test_a_broken_claim_on_one_case_has_a_plain_witness(tmp_path: Path) -> None:
    """The case breaks the claim, is as plain as can be, and is told by short names and labels with what it gives."""
    witness = evidence(verdict(tmp_path, "if: 'weging.melden in {nu}', then: help"))
    assert isinstance(witness, Witness)
    assert witness.given == {"gevaar": "ja", "hulp": "nee", "soort": ["geen"]}
    assert witness.words == ("gevaar: Ja", "hulp: Nee", "soort: Geen", "Melden: Nu", "Advies: bel")


def test_a_broken_claim_on_two_cases_shows_both(tmp_path: Path) -> None:
    """Two cases that differ in the answer named only; the message says what differs between them."""
    certificate = proof(tmp_path, *TREE, claim("worse: [hulp], never_lowers: [weging.melden]"))
    witness = evidence(certificate.claims[0])
    assert isinstance(witness, Pair)
    first, second = witness.first.given, witness.second.given
    assert {ident for ident in first if first[ident] != second[ident]} == {"hulp"}
    assert (first["hulp"], "Melden: Overleg" in witness.first.words) == ("nee", True)
    assert "Melden: Geen norm" in witness.second.words
    message = next(item.message for item in certificate.diagnostics if item.code == "VW808")
    assert "hulp: Nee, Melden: Overleg" in message
    assert "gevaar" not in message


def test_an_exemption_covers_its_step_only(tmp_path: Path) -> None:
    """What is exempted no longer breaks the claim; a step that is not named still does."""
    to_both = (
        "except: [{question: hulp, from: nee, to: onbekend, say: Zo.}, {question: hulp, from: nee, to: ja, say: Zo.}]"
    )
    worse = "worse: [hulp], never_lowers: [weging.melden]"
    assert verdict(tmp_path, f"{worse}, {to_both}").result == "proven"
    witness = evidence(verdict(tmp_path, f"{worse}, except: [{{question: hulp, from: nee, to: ja, say: Zo.}}]"))
    assert isinstance(witness, Pair)
    assert witness.second.given["hulp"] == "onbekend"
    narrow = to_both.replace("say: Zo.", "when: 'soort in {a}', say: Zo.")
    assert verdict(tmp_path, f"{worse}, {narrow}").result == "broken"


def test_more_ticks_are_worse_and_so_is_unknown(tmp_path: Path) -> None:
    """From none to unknown, from unknown to a tick, and from a tick to more: each is a step down."""
    for lighter, first, second in (
        ("soort in {onbekend}", ["geen"], ["onbekend"]),
        ("soort in {a} and soort in {b}", ["a"], ["a", "b"]),
    ):
        rows = row("L", lighter, "geen") + row("Z", "gevaar in {ja, nee, onbekend}", "nu")
        tree = (QUESTIONS, ADVICE, decision(rows))
        witness = evidence(verdict(tmp_path, "worse: [soort], never_lowers: [weging.melden]", *tree))
        assert isinstance(witness, Pair)
        assert len(witness.second.given["soort"]) >= len(witness.first.given["soort"])
        if lighter == "soort in {onbekend}":
            assert (witness.first.given["soort"], witness.second.given["soort"]) == (first, second)


def test_a_decision_that_no_longer_applies_counts_as_lighter(tmp_path: Path) -> None:
    """A worse answer that takes the whole decision away lowers what it said."""
    table = decision(row("T0", "hulp in {ja, nee, onbekend}", "nu")).replace(
        "    title: De weging\n", "    title: De weging\n    when: gevaar in {nee}\n"
    )
    found = verdict(tmp_path, "worse: [gevaar], never_lowers: [weging.melden]", QUESTIONS, ADVICE, table)
    witness = evidence(found)
    assert isinstance(witness, Pair)
    assert "De weging: niet van toepassing" in witness.second.words


def test_a_claim_that_only_an_unfinished_case_breaks_says_so(tmp_path: Path) -> None:
    """An unanswered question is read as `onbekend` even where that is no answer; such a witness leaves it out."""
    questions = "questions:\n" + question("gevaar", "answers: {ja: Ja, nee: Nee}") + question("hulp")
    given = "advice:\n" + advice("bel", "gevaar in {ja}") + advice("help", "hulp in {ja}")
    rows = row("T0", "gevaar in {ja}", "nu") + row("T1", "gevaar in {nee}", "geen")
    certificate = proof(
        tmp_path, questions, given, decision(rows), claim("if: 'not bel', then: 'weging.melden in {geen}'")
    )
    found = certificate.claims[0]
    assert found.result == "broken"
    witness = evidence(found)
    assert isinstance(witness, Witness)
    assert "gevaar" not in witness.given
    assert "gevaar: nog niet beantwoord" in witness.words
    message = next(item.message for item in certificate.diagnostics if item.code == "VW808")
    assert "alleen terwijl nog niet alles is beantwoord" in message


def test_a_date_is_read_against_any_day(tmp_path: Path) -> None:
    """A claim about a date is proven for every today; a witness says which day it is."""
    questions = "questions:\n" + question("dag", "date: {unknown: Weet ik niet}") + question("gevaar")
    given = "advice:\n" + advice("later", "dag > today") + advice("nu-doen", "dag <= today or gevaar in {ja}")
    certificate = proof(
        tmp_path,
        questions,
        given,
        claim("if: 'dag > 2027-01-01 and not later', then: nu-doen", "een")
        + claim("if: 'dag > 2027-01-01', then: later", "twee").partition("\n")[2],
    )
    assert [item.result for item in certificate.claims] == ["proven", "broken"]
    witness = evidence(certificate.claims[1])
    assert isinstance(witness, Witness)
    assert witness.given["dag"] <= witness.today
    assert any(word.startswith("Vandaag is ") for word in witness.words)


@pytest.mark.parametrize(
    ("rule", "result"),
    [("exactly_one", "broken"), ("at_least_one", "broken"), ("at_most_one", "broken"), ("any", "proven")],
)
def test_policies_count_advice_given_together(tmp_path: Path, rule: str, result: str) -> None:
    """Two kinds of advice that can both be absent and both be given break every policy but `any`."""
    policy = f"policies:\n  - {{id: p, say: Een afspraak, {rule}: [bel, help], sources: [bron#1]}}\n"
    assert proof(tmp_path, *TREE, policy).policies[0].result == result


def test_a_policy_holds_where_its_condition_does(tmp_path: Path) -> None:
    """A policy is asked only where its own condition holds."""
    policy = (
        "policies:\n  - {id: p, say: Een afspraak, when: 'gevaar in {ja} and hulp in {nee}', exactly_one: [bel, help],"
        " sources: [bron#1]}\n"
    )
    assert proof(tmp_path, *TREE, policy).policies[0].result == "proven"


def example(given: str, expect: str) -> str:
    """Return one regression case."""
    return f"cases:\n  - {{id: geval, why: Zo., given: {given}, expect: {expect}, sources: [bron#1]}}\n"


@pytest.mark.parametrize(
    ("given", "expect", "wrong"),
    [
        ("{gevaar: ja}", "{advice: [bel], outcomes: {weging.melden: nu}, rows: {weging: T0}, urgency: {bel: nu}}", ""),
        ("{gevaar: ja}", "{advice: [help]}", "help is niet zeker"),
        ("{gevaar: ja}", "{without: [help]}", "help is wel mogelijk"),
        ("{gevaar: ja, hulp: ja, soort: [geen]}", "{advice: [bel], exactly: true}", "ook help is zeker"),
        ("{gevaar: ja, hulp: nee, soort: [geen]}", "{advice: [bel], exactly: true}", ""),
        ("{gevaar: onbekend}", "{outcomes: {weging.melden: nu}}", "weging.melden is overleg, niet nu"),
        ("{gevaar: nee}", "{rows: {weging: T0}}", "in weging beslist T2, niet T0"),
        ("{gevaar: ja}", "{urgency: {bel: plan}}", "bel is nu, niet plan"),
        ("{gevaar: ja}", "{outcomes: {weging.melden: nvt}}", "weging.melden is nu, niet nvt"),
    ],
)
def test_examples_are_tried_by_the_engine(tmp_path: Path, given: str, expect: str, wrong: str) -> None:
    """What the engine gives is compared with each thing that the example expects, and named if it differs."""
    certificate = proof(tmp_path, *TREE, example(given, expect))
    found = [item.message for item in certificate.diagnostics if item.code == "VW810"]
    assert found == ([f"‘geval’ komt anders uit dan verwacht: {wrong}."] if wrong else [])
    assert certificate.examples[0].to_json()["result"] == ("broken" if wrong else "proven")


def test_the_certificate_is_the_same_each_time_and_holds_what_it_promises(tmp_path: Path) -> None:
    """Two proofs of one tree give the same text; counts, versions and the sentence about judgement are in it."""
    sections = (*TREE, claim("if: 'gevaar in {ja}', then: bel"), example("{gevaar: ja}", "{advice: [bel]}"))
    first = proof(tmp_path, *sections, mutants=True).to_json()
    second = proof(tmp_path, *sections, mutants=True).to_json()
    assert json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)
    assert first["counts"] == {
        "cases": 3 * 3 * 5,
        "questions": 3,
        "advice": 2,
        "decisions": 1,
        "rows": 3,
        "floors": 0,
        "claims": 1,
        "policies": 0,
        "vignettes": 0,
        "regressions": 1,
    }
    assert first["says"] == SENTENCE
    assert first["solver"]["name"] == "z3"
    assert first["agreement"]["evaluators"] == ["engine", "solver", "oracle"]
    assert first["agreement"]["cases"] > 60
    assert {check["result"] for check in first["checks"]} == {"proven"}
    made = first["mutants"]
    assert made["generated"] == made["killed"] + made["equivalent"] + len(made["surviving"])


def test_what_is_not_decided_in_time_is_never_called_proven(tmp_path: Path) -> None:
    """Without time everything is undecided: the certificate says so and names what is open."""
    document, tree = load(tmp_path, *TREE, claim("if: 'gevaar in {ja}', then: bel"))
    certificate = prove(document, tree, mutants=False, seconds=0)
    assert certificate.result == "undecided"
    assert [item.result for item in certificate.claims] == ["undecided"]
    assert {check.result for check in certificate.checks if check.count} == {"undecided"}
    assert [item.code for item in certificate.diagnostics] == ["VW811"]
    judged = prove(document, tree, seconds=0).mutants
    assert judged is not None
    assert (judged.killed, judged.equivalent) == (0, 0)


def test_a_certificate_without_findings_survives_json(tmp_path: Path) -> None:
    """What was proven is read back from its JSON as it was."""
    certificate = proof(tmp_path, *TREE)
    again = Certificate.from_json(json.loads(json.dumps(certificate.to_json())))
    assert again == dataclasses.replace(certificate)
    assert again.to_json() == certificate.to_json()


def test_numbers_are_said_with_their_unit(tmp_path: Path) -> None:
    """A witness may lie between two whole numbers, and is told with its unit."""
    questions = "questions:\n" + question("jaren", "number: {unit: jaar, min: 0, max: 4, unknown: Weet ik niet}")
    given = "advice:\n" + advice("jong", "jaren < 3") + advice("oud", "jaren >= 3")
    found = verdict(tmp_path, "if: 'jaren > 2', then: oud", questions + question("ja", YES_NO), given)
    witness = evidence(found)
    assert isinstance(witness, Witness)
    assert 2 < witness.given["jaren"] < 3
    assert any(word.startswith("jaren: 2") and word.endswith(" jaar") for word in witness.words)
