"""Laws of the mutants: a fixed list of small faults, and what becomes of each."""

import dataclasses
from pathlib import Path

from aids.compiler.proof.cache import proven
from aids.compiler.proof.certificate import Mutants
from aids.compiler.proof.mutation import mutants, twists
from tests.unit.compiler.proof.proving_trees import YES_NO, advice, decision, floor, load, proof, question, row

QUESTIONS = "questions:\n" + question("gevaar") + question("diep", YES_NO, "gevaar in {nee, onbekend}")
ADVICE = "advice:\n" + advice("bel", "gevaar in {ja}", "nu") + advice("help", "diep in {ja}")
ROWS = row("T0", "gevaar in {ja}", "nu") + row("T1", "diep in {nee}", "geen", "help")
FLOORS = floor("F1", "gevaar in {onbekend}", "overleg")
TREE = (QUESTIONS, ADVICE, decision(ROWS, otherwise="diep in {ja, onbekend}", floors=FLOORS))


def judged(folder: Path, *sections: str) -> Mutants:
    """Return what became of the mutants of a tree."""
    found = proof(folder, *sections, mutants=True).mutants
    assert found is not None
    return found


def test_the_operators_on_a_condition() -> None:
    """Terms dropped, joints swapped, values dropped, `onbekend` added, comparisons shifted: each once."""
    condition = ("all", (("in", "a", ("ja", "nee")), ("any", (("cmp", "n", "<", 3), ("in", "b", ("x",))))))
    found = [twist.say for twist in twists(condition, frozenset({"a"}))]
    assert found == [
        "een voorwaarde weggelaten",
        "een voorwaarde weggelaten",
        "en werd of",
        "a: ‘ja’ weggelaten",
        "a: ‘nee’ weggelaten",
        "a: ‘onbekend’ erbij",
        "een voorwaarde weggelaten",
        "een voorwaarde weggelaten",
        "of werd en",
        "n: < werd <=",
    ]
    dropped = [twist.condition for twist in twists(condition, frozenset()) if twist.term is not None]
    assert dropped[0] == ("any", (("cmp", "n", "<", 3), ("in", "b", ("x",))))


def test_the_operators_on_a_tree(tmp_path: Path) -> None:
    """Rows are left out, swapped and changed; floors left out and weakened; advice always, never, less urgent."""
    said = [mutant.say for mutant in mutants(*load(tmp_path, *TREE))]
    for expected in (
        "Vraag diep, gevaar: ‘nee’ weggelaten",
        "Advies bel altijd gegeven",
        "Advies help nooit gegeven",
        "Advies bel: nu werd vandaag",
        "Advies help: plan werd deze-week",
        "Beslissing weging, rij T0 weggelaten",
        "Beslissing weging, rij T0 en T1 verwisseld",
        "Beslissing weging, rij T0: melden nu werd overleg",
        "Beslissing weging, rij T1: melden geen werd overleg",
        "Beslissing weging, ondergrens F1 weggelaten",
        "Beslissing weging, ondergrens F1: melden overleg zwakker",
    ):
        assert said.count(expected) == 1, expected


def test_a_mutant_stands_where_its_rule_does(tmp_path: Path) -> None:
    """Each mutant points at the line of the condition, row, floor or advice that it changes."""
    document, tree = load(tmp_path, *TREE)
    lines = (tmp_path / "proef.yml").read_text(encoding="utf-8").splitlines()
    for mutant in mutants(document, tree):
        line = lines[mutant.at.line - 1]
        assert mutant.ident in line or any(name in line for name in ("row: T", "floor: F")), mutant.say


def test_nothing_guards_a_tree_without_promises(tmp_path: Path) -> None:
    """Without examples, claims and policies every mutant that says something else survives, each with a case."""
    found = judged(tmp_path, *TREE)
    assert found.killed == 0
    assert len(found.surviving) + found.equivalent == found.generated
    assert all(survivor.proposal is not None for survivor in found.surviving)
    assert not any("advice" in survivor.to_json()["proposal"] for survivor in found.surviving)


def test_an_example_kills_what_it_sees(tmp_path: Path) -> None:
    """An example that expects an outcome, a row, advice and its urgency kills the mutants that change those."""
    cases = (
        "cases:\n  - {id: een, why: Zo., given: {gevaar: ja}, expect: {advice: [bel], urgency: {bel: nu},"
        " rows: {weging: T0}, outcomes: {weging.melden: nu}}, sources: [bron#1]}\n"
    )
    before = {survivor.say for survivor in judged(tmp_path, *TREE).surviving}
    after = {survivor.say for survivor in judged(tmp_path, *TREE, cases).surviving}
    assert before - after >= {
        "Advies bel nooit gegeven",
        "Advies bel: nu werd vandaag",
        "Beslissing weging, rij T0 weggelaten",
        "Beslissing weging, rij T0: melden nu werd overleg",
    }
    assert "Advies bel altijd gegeven" in after


def test_a_claim_on_two_cases_kills_as_well(tmp_path: Path) -> None:
    """A floor that only a comparing claim guards: leaving it out is found by the solver."""
    claim = (
        "claims:\n  - {id: k, say: Onbekend sluit niet, change: {gevaar: [nee, onbekend]},"
        " never: 'weging.melden in {geen}', sources: [bron#1]}\n"
    )
    after = {survivor.say for survivor in judged(tmp_path, *TREE, claim).surviving}
    assert "Beslissing weging, ondergrens F1 weggelaten" not in after
    assert "Beslissing weging, ondergrens F1: melden overleg zwakker" not in after


def test_a_claim_that_does_not_hold_kills_nothing(tmp_path: Path) -> None:
    """A claim that the rules themselves break tells no mutant from them."""
    claim = "claims:\n  - {id: k, say: Onwaar, if: 'gevaar in {nee}', then: bel, sources: [bron#1]}\n"
    assert judged(tmp_path, *TREE, claim).killed == 0


def test_a_certificate_is_kept_and_made_anew_when_something_changed(tmp_path: Path) -> None:
    """A proven tree is read back with its warnings and survivors; another tree or a broken file means a new proof."""
    document, tree = load(tmp_path, *TREE)
    folder = tmp_path / "kept"
    first = proven(document, tree, folder)
    files = list(folder.iterdir())
    assert first.result == "proven"
    assert len(files) == 1
    again = proven(document, tree, folder)
    assert again.to_json() == first.to_json()
    assert again.diagnostics == first.diagnostics != ()
    files[0].write_text("{", encoding="utf-8")
    assert proven(document, tree, folder).to_json() == first.to_json()
    other = dataclasses.replace(document, claims=(), examples=(), policies=(), lead="Anders.")
    proven(other, tree._replace(version="anders"), folder)
    assert len(list(folder.iterdir())) == 2


def test_a_tree_with_findings_is_never_kept(tmp_path: Path) -> None:
    """A broken tree is proven anew each time, so that its findings are told each time."""
    document, tree = load(tmp_path, QUESTIONS, ADVICE, decision(ROWS))
    assert proven(document, tree, tmp_path / "kept").result == "broken"
    assert not (tmp_path / "kept").exists()
