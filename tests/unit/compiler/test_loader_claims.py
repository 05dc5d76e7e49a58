"""Laws of claims, policies and outcomes in conditions: what they are read as, and where they may not stand."""

from pathlib import Path

import pytest

from aids.compiler.checks.example_answers_apply import dropped
from aids.compiler.compile import compile_tree
from aids.compiler.document import Claim, Document
from aids.compiler.loader_claims import is_step_down, ranks
from aids.compiler.project import load_project
from aids.runtime.conditions import ALWAYS, NEVER
from aids.runtime.engine import consult
from tests.unit.compiler.samples import TODAY, tree_text, write_project

WHOLE = Path(__file__).parent / "alle-vormen.yml"
DECISION = """\
decisions:
  - id: weging
    title: De weging
    gives: {melden: {label: Melden, values: {nu: Nu, overleg: Overleg, geen: Geen}, closing: [geen]}}
    rows: [{row: T0, when: nu-gevaar in {ja}, melden: nu, say: Nu., basis: norm, sources: [norm#1]}]
    otherwise: {melden: overleg, say: Overleg., basis: praktijk, sources: [norm#1]}
"""
ORDERED = """\
questions:
  - id: nu-gevaar
    step: gevaar
    ask: Is er nu gevaar?
    short: Gevaar nu
    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}
    order: [nee, onbekend, ja]
    sources: [norm#1]
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The tree that uses every form."""
    root = tmp_path_factory.mktemp("whole")
    write_project(root, WHOLE.read_text(encoding="utf-8"))
    project = load_project(root, today=TODAY)
    assert project.diagnostics == ()
    return project.documents[0]


def claim(whole: Document, ident: str) -> Claim:
    """The claim of this id."""
    return next(claim for claim in whole.claims if claim.id == ident)


def codes(tmp_path: Path, text: str) -> list[str]:
    """The codes found in a tree with these sections."""
    write_project(tmp_path, tree_text(text))
    return [item.code for item in load_project(tmp_path, today=TODAY).diagnostics]


def test_formulas_name_advice_and_outcomes(whole: Document) -> None:
    """A bare id is an advice; `not` is classical over advice and outcomes, and the known complement over questions."""
    found = claim(whole, "gevaar-112")
    unless = ("all", (("not", ("advice", "volgen")), ("not", ("in", "weging.melden", ("geen", "nvt")))))
    assert (found.form, found.given) == ("case", ("any", (("in", "nu-gevaar", ("ja",)), unless)))
    assert found.then == (
        "all",
        (("advice", "bel-112"), ("any", (("not", ("advice", "volgen")), ("in", "wond", ("ja",))))),
    )


def test_a_change_has_two_sides_and_never_is_the_contrary(whole: Document) -> None:
    """Each side is one answer or a list; `never` becomes the negation of the whole formula."""
    found = claim(whole, "onbekend-sluit-niet")
    assert (found.form, found.questions, found.old, found.new) == (
        "change",
        ("nu-gevaar",),
        ("ja",),
        ("onbekend", "nee"),
    )
    inner = ("any", (("in", "weging.melden", ("geen",)), ("not", ("advice", "overleg"))))
    assert (found.given, found.then) == (("not", ("advice", "bel-112")), ("not", inner))


def test_worse_answers_and_their_exceptions(whole: Document) -> None:
    """A claim on worse answers has its questions, outcomes, condition and exceptions, and asks nothing else."""
    found = claim(whole, "slechter-verlaagt-niet")
    assert (found.form, found.then) == ("worse", ALWAYS)
    assert found.questions == ("nu-gevaar", "wond", "rode-vlaggen")
    assert found.outcomes == ("weging.melden", "spoed.arts")
    assert [(item.question, item.old, item.new) for item in found.exemptions] == [
        ("nu-gevaar", "onbekend", "ja"),
        ("rode-vlaggen", "geen", "wapen"),
    ]
    assert found.exemptions[1].when == ALWAYS


def test_a_double_negation_is_no_negation(tmp_path: Path) -> None:
    """`never: not a` is `a`."""
    text = "claims:\n  - {id: altijd, say: Altijd 112, never: not bel-112, sources: [norm#1]}\n"
    write_project(tmp_path, tree_text(text))
    assert load_project(tmp_path, today=TODAY).documents[0].claims[0].then == ("advice", "bel-112")


def test_worse_is_as_the_author_orders_it(whole: Document) -> None:
    """One-of: the author's order. Any-of: none, then onbekend, then every tick alike."""
    danger, flags = whole.question("nu-gevaar"), whole.question("rode-vlaggen")
    assert ranks(danger) == {"nee": 0, "onbekend": 1, "ja": 2}
    assert ranks(flags) == {"geen": 0, "onbekend": 1, "wurgen": 2, "wapen": 2}
    assert is_step_down(flags, "onbekend", "wapen")
    assert not is_step_down(flags, "wurgen", "wapen")
    assert not is_step_down(danger, "ja", "nee")


def test_policies_are_read(whole: Document) -> None:
    """Each of the four rules, with its advice in order and its condition."""
    assert [(item.rule, len(item.advice), item.when) for item in whole.policies] == [
        ("exactly_one", 2, ("in", "wond", ("ja",))),
        ("at_least_one", 3, ALWAYS),
        ("at_most_one", 2, ALWAYS),
        ("any", 2, ALWAYS),
    ]


def test_otherwise_says_where_no_row_needs_to_hold(whole: Document) -> None:
    """Absent it is never reached; a `when` declares where it is."""
    assert {item.id: item.otherwise.when for item in whole.decisions} == {
        "spoed": ("in", "wond", ("ja", "onbekend")),
        "weging": ("in", "nu-gevaar", ("nee",)),
    }


def test_without_when_otherwise_is_declared_nowhere(tmp_path: Path) -> None:
    """No `when` under otherwise: the place where no row holds is not to be reached."""
    write_project(tmp_path, tree_text(DECISION))
    assert load_project(tmp_path, today=TODAY).documents[0].decisions[0].otherwise.when == NEVER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claims: [{id: a, say: A, if: bel-112 and nu-gevaar, then: bel-112, sources: [norm#1]}]\n", ["VW319"]),
        ("claims: [{id: a, say: A, then: bel-112 < 3, sources: [norm#1]}]\n", ["VW304"]),
        ("claims: [{id: a, say: A, then: bel-112 bel-112, sources: [norm#1]}]\n", ["VW301"]),
        ("claims: [{id: a, say: A, then: bel-112 and, sources: [norm#1]}]\n", ["VW302"]),
        (DECISION + "claims: [{id: a, say: A, then: weging in {nu}, sources: [norm#1]}]\n", ["VW304"]),
        (DECISION + "claims: [{id: a, say: A, then: weging.melden, sources: [norm#1]}]\n", ["VW319"]),
        (DECISION + "claims: [{id: a, say: A, then: weging.melden < 3, sources: [norm#1]}]\n", ["VW308"]),
        (DECISION + "claims: [{id: a, say: A, then: 'weging.melden in {nu, nu}', sources: [norm#1]}]\n", ["VW310"]),
        (DECISION + "claims: [{id: a, say: A, then: 'weging.melden in {nuu}', sources: [norm#1]}]\n", ["VW222"]),
        ("claims: [{id: a, say: A, change: [nu-gevaar], then: bel-112, sources: [norm#1]}]\n", ["VW203"]),
        ("claims: [{id: a, say: A, change: {gevaar: [ja, nee]}, then: bel-112, sources: [norm#1]}]\n", ["VW304"]),
        ("claims: [{id: a, say: A, change: {nu-gevaar: [ja, []]}, then: bel-112, sources: [norm#1]}]\n", ["VW204"]),
        ("claims: [{id: a, say: A, change: {nu-gevaar: [ja, nou]}, then: bel-112, sources: [norm#1]}]\n", ["VW306"]),
        ("claims: [{id: a, say: A, worse: [nu-gevaar], sources: [norm#1]}]\n", ["VW202", "VW238"]),
        (
            ORDERED + "claims: [{id: a, say: A, worse: [nu-gevaar], never_lowers: [x.y], sources: [norm#1]}]\n",
            ["VW313"],
        ),
        ("claims: [{say: A, then: bel-112, sources: [norm#1]}]\n", ["VW202"]),
        (ORDERED.replace("onbekend, ja]", "onbekend, ja, ja]"), ["VW310"]),
        (ORDERED.replace("onbekend, ja]", "onbekend, j]"), ["VW227", "VW306"]),
        (DECISION.replace("melden:", "mel.den:"), ["VW205"]),
        (DECISION.replace("geen: Geen", "nvt: Geen").replace("[geen]", "[nvt]"), ["VW224"]),
        (DECISION.replace("row: T0", "row: otherwise"), ["VW224"]),
        ("policies: [{id: p, say: P, any: [bel-112, bel-113], sources: [norm#1]}]\n", ["VW213"]),
        ("policies: [{id: p, say: P, sources: [norm#1]}]\n", ["VW240"]),
        ("policies: [{id: p, say: P, when: x in {y}, any: [bel-112], sources: [norm#1]}]\n", ["VW304", "VW241"]),
    ],
)
def test_each_fault_is_found_once(text: str, expected: list[str], tmp_path: Path) -> None:
    """One slip gives the codes of that slip and of what follows from it, and no other."""
    assert codes(tmp_path, text) == expected


def test_a_wrong_value_of_an_outcome_names_the_nearest(tmp_path: Path) -> None:
    """An outcome, a value, an advice and a question that do not exist each come with the name that is near."""
    write_project(
        tmp_path,
        tree_text(
            DECISION
            + "claims:\n  - {id: a, say: A, if: 'weging.melde in {nu}', then: bel-11, sources: [norm#1]}\n"
            + "cases:\n  - {id: b, why: B, given: {nu-gevaren: ja}, expect: {outcomes: {weging.melden: nuu}},\n"
            + "     sources: [norm#1]}\n"
        ),
    )
    remedies = [item.remedy for item in load_project(tmp_path, today=TODAY).diagnostics]
    assert [remedy.split("‘")[1].split("’")[0] for remedy in remedies] == [
        "weging.melden",
        "bel-112",
        "nu-gevaar",
        "nu",
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"nu-gevaar": "ja", "rode-vlaggen": ["wapen"]},
        {"nu-gevaar": "nee", "rode-vlaggen": ["wapen"], "pijn": "nee", "wond": "ja"},
        {"wond": "ja", "rode-vlaggen": ["geen"]},
        {"pijn": "ja", "wond": "nee", "opnieuw": "2026-12-01"},
        {"pijn": "nee", "wond": "nee", "nu-gevaar": "ja", "rode-vlaggen": ["onbekend"], "leeftijd": 3},
    ],
)
def test_what_the_check_calls_dropped_is_what_the_engine_drops(whole: Document, given: dict[str, object]) -> None:
    """The answers of an example that the check reports are those that `consult` leaves out."""
    listed = tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in given.items())
    example = type(whole.examples[0])(
        "proef", "case", "", "", "", listed, TODAY, whole.examples[0].expect, whole.examples[0].sources
    )
    assert list(dropped(whole, example, TODAY)) == consult(compile_tree(whole), given, TODAY)["dropped"]
