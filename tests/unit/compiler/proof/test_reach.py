"""Laws of reachability: what can never happen is named, with a case that shows why."""

from pathlib import Path

from aids.compiler.proof.certificate import Witness
from tests.unit.compiler.proof.proving_trees import (
    YES_NO,
    advice,
    decision,
    floor,
    proof,
    question,
    row,
    subjects,
)

TWO = "questions:\n" + question("risico") + question("verboden")
ANY = "any_of: {a: A, b: B}, none: {geen: Geen}, unknown: {onbekend: Weet ik niet}"


def test_first_match_tables_show_what_they_hide(tmp_path: Path) -> None:
    """A tree of redirects: one rule is hidden by an earlier one and one contradicts itself; each is named.

    The first with a case in which it holds and another row decides, the second with the terms that exclude each other.
    """
    rows = (
        row("hoog", "risico in {ja, onbekend}", "nu")
        + row("hoog-en-verboden", "risico in {ja} and verboden in {ja}", "nu")
        + row("onmogelijk", "risico in {nee} and risico in {ja}", "nu")
        + row("laag", "risico in {nee}", "overleg")
    )
    given = "advice:\n" + advice("stop", "verboden in {ja} or weging.melden in {nu}")
    certificate = proof(tmp_path, TWO, given, decision(rows))
    assert certificate.result == "broken"
    found = subjects(certificate, "rows-fire")
    assert set(found) == {"weging.hoog-en-verboden", "weging.onmogelijk"}
    witness = found["weging.hoog-en-verboden"]
    assert isinstance(witness, Witness)
    assert witness.given == {"risico": "ja", "verboden": "ja"}
    assert witness.words[:2] == ("risico: Ja", "verboden: Ja")
    messages = {item.code: item.message for item in certificate.diagnostics}
    assert "(hoog)" in messages["VW805"]
    assert "vraag 1 risico: nee’ en ‘vraag 1 risico: ja" in messages["VW804"]


def test_results_that_depend_on_the_order_of_the_file_are_named(tmp_path: Path) -> None:
    """A tree whose rules overlap: the swap of two rows that nothing guards survives, with a case that shows the change.

    Said as a policy, the overlap itself is broken with a case.
    """
    rows = row("verboden", "verboden in {ja}", "geen") + row("hoog", "risico in {ja}", "nu")
    given = "advice:\n" + advice("stop", "verboden in {ja}") + advice("toets", "risico in {ja}")
    table = decision(rows, otherwise="verboden in {nee, onbekend} and risico in {nee, onbekend}")
    policy = "policies:\n  - {id: een, say: Een uitkomst, at_most_one: [stop, toets], sources: [bron#1]}\n"
    certificate = proof(tmp_path, TWO, given, table, policy, mutants=True)
    assert certificate.mutants is not None
    swapped = [item for item in certificate.mutants.surviving if "verboden en hoog verwisseld" in item.say]
    assert [item.proposal and item.proposal.given for item in swapped] == [{"risico": "ja", "verboden": "ja"}]
    verdict = certificate.policies[0]
    assert verdict.result == "broken"
    assert verdict.to_json()["witness"]["given"] == {"risico": "ja", "verboden": "ja"}


def test_every_answer_is_tried_and_each_tick_apart(tmp_path: Path) -> None:
    """An answer that changes nothing is named, of an any-of question each tick; one that makes a duty apply matters."""
    questions = (
        "questions:\n"
        + question("risico")
        + question("soort", ANY)
        + question("vorm", "answers: {x: X, y: Y, onbekend: Weet ik niet}")
        + question("taak", "purpose: duty, reasons: {nee: Nee}", "vorm in {x}")
    )
    certificate = proof(tmp_path, questions, "advice:\n" + advice("stop", "risico in {ja} or soort in {a, onbekend}"))
    assert set(subjects(certificate, "answers-matter")) == {"soort=b"}


def test_numbers_and_dates_matter_as_a_whole(tmp_path: Path) -> None:
    """A number or date that some comparison names matters, and its `onbekend` apart."""
    questions = (
        "questions:\n"
        + question("aantal", "number: {unit: jaar, min: 0, max: 17, unknown: Weet ik niet}")
        + question("dag", "date: {unknown: Weet ik niet}")
        + question("los", "date: {unknown: Weet ik niet}")
    )
    certificate = proof(tmp_path, questions, "advice:\n" + advice("stop", "aantal < 3 or dag > today"))
    assert set(subjects(certificate, "answers-matter")) == {"los=", "los=onbekend"}


def test_advice_of_a_row_that_a_floor_always_changes_is_never_given(tmp_path: Path) -> None:
    """A row's advice is given only where no floor changes its outcomes: always raised is never given."""
    rows = row("laag", "risico in {nee}", "geen", "sluiten") + row("hoog", "risico in {ja, onbekend}", "nu")
    given = "advice:\n" + advice("sluiten") + advice("stop", "verboden in {ja} and risico in {ja}")
    floors = floor("F1", "risico in {nee}", "overleg") + floor("F2", "risico in {ja}", "overleg")
    certificate = proof(tmp_path, TWO, given, decision(rows, floors=floors))
    assert set(subjects(certificate, "advice-given")) == {"sluiten"}
    assert set(subjects(certificate, "floors-raise")) == {"weging.F2"}
    witness = subjects(certificate, "floors-raise")["weging.F2"]
    assert isinstance(witness, Witness)
    assert witness.given["risico"] == "ja"


def test_otherwise_is_reached_only_where_it_is_declared(tmp_path: Path) -> None:
    """A case that no row covers is a finding unless it is declared; declaring what never happens is one as well."""
    given = "advice:\n" + advice("stop", "verboden in {ja}")
    rows = row("hoog", "risico in {ja}", "nu") + row("laag", "risico in {nee}", "overleg")
    open_place = proof(tmp_path, TWO, given, decision(rows))
    witness = subjects(open_place, "otherwise-declared")["weging"]
    assert isinstance(witness, Witness)
    assert witness.given["risico"] == "onbekend"
    declared = proof(tmp_path, TWO, given, decision(rows, otherwise="risico in {onbekend}"))
    assert subjects(declared, "otherwise-declared") == {}
    assert subjects(declared, "rows-fire") == {}
    wrong = proof(
        tmp_path, TWO, given, decision(rows + row("rest", "risico in {onbekend}", "nu"), otherwise="risico in {ja}")
    )
    assert set(subjects(wrong, "rows-fire")) == {"weging.otherwise"}


def test_a_question_hidden_by_its_own_condition_is_named(tmp_path: Path) -> None:
    """A question below one that must have two answers at once never applies."""
    questions = "questions:\n" + question("risico") + question("diep", YES_NO, "risico in {ja} and risico in {nee}")
    certificate = proof(tmp_path, questions, "advice:\n" + advice("stop", "risico in {ja} or diep in {ja}"))
    assert set(subjects(certificate, "questions-apply")) == {"diep"}
    assert set(subjects(certificate, "answers-matter")) == set()
