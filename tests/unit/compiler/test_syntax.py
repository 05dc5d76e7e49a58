"""Laws of conditions: how they read, what they mean, where their faults stand, and what `not` leaves."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aids.compiler.diagnostics import Diagnostic
from aids.compiler.loader import load_document
from aids.compiler.reading import Mapping as Group
from aids.compiler.reading import Scalar, read_text
from aids.compiler.syntax import parse
from aids.compiler.syntax_types import Scope, complement, condition_of
from aids.runtime.conditions import UNKNOWN, Condition, Value, holds

SAMPLE = Path(__file__).parent / "passende-zorg.yml"
TODAY = "2026-11-22"
type Case = dict[str, Value]


def scope() -> Scope:
    """The questions of the tree that uses every form; the text question and an unsure one among them."""
    document, _ = load_document(SAMPLE)
    assert document is not None
    return Scope({question.id: question for question in document.questions}, frozenset({"later"}), frozenset({"stuk"}))


SCOPE = scope()


def written(text: str) -> Scalar:
    """The scalar of a YAML file `when: text`."""
    root = read_text(f"when: {text}\n", "voorbeeld.yml").root
    assert isinstance(root, Group)
    scalar = root.get("when")
    assert isinstance(scalar, Scalar)
    return scalar


def condition(text: str) -> Condition:
    """The condition that `text` writes; it has no faults."""
    found, faults = condition_of(written(text), SCOPE)
    assert faults == []
    return found


def faults_of(text: str) -> list[tuple[str, int, int, int]]:
    """Code, line, column and length of each fault in `text`, the columns within the text itself."""
    _, faults = condition_of(written(text), SCOPE)
    return [(item.code, item.at.line, item.at.column - 6, item.at.length) for item in faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nu-gevaar in {nee, ja}", ("in", "nu-gevaar", ("ja", "nee"))),
        ("leeftijd < 3", ("cmp", "leeftijd", "<", 3)),
        ("leeftijd = 2.5", ("cmp", "leeftijd", "=", 2.5)),
        ("opnieuw >= 2026-01-01", ("cmp", "opnieuw", ">=", "2026-01-01")),
        ("opnieuw in {onbekend}", ("in", "opnieuw", ("onbekend",))),
        (
            "nu-gevaar in {ja} or leeftijd < 3 and gesprek in {open}",
            (
                "any",
                (("in", "nu-gevaar", ("ja",)), ("all", (("cmp", "leeftijd", "<", 3), ("in", "gesprek", ("open",))))),
            ),
        ),
        (
            "(nu-gevaar in {ja} or leeftijd < 3) and gesprek in {open}",
            (
                "all",
                (("any", (("in", "nu-gevaar", ("ja",)), ("cmp", "leeftijd", "<", 3))), ("in", "gesprek", ("open",))),
            ),
        ),
        (
            "not nu-gevaar in {ja} and leeftijd < 3",
            ("all", (("in", "nu-gevaar", ("nee",)), ("cmp", "leeftijd", "<", 3))),
        ),
        ("not not nu-gevaar in {ja}", ("in", "nu-gevaar", ("ja",))),
    ],
)
def test_precedence_and_form(text: str, expected: Condition) -> None:
    """`not` binds tighter than `and`, `and` tighter than `or`; answers come in the order of the question."""
    assert condition(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not nu-gevaar in {ja}", ("in", "nu-gevaar", ("nee",))),
        ("not nu-gevaar in {onbekend}", ("in", "nu-gevaar", ("ja", "nee"))),
        ("not nu-gevaar in {onbekend, ja}", ("in", "nu-gevaar", ("nee",))),
        ("not gesprek in {open}", ("in", "gesprek", ("gedaan", "later", "niet"))),
        ("not gesprek in {gedaan}", ("in", "gesprek", ("later", "niet"))),
        ("not rode-vlaggen in {wapen}", ("in", "rode-vlaggen", ("geen",))),
        ("not rode-vlaggen in {geen}", ("in", "rode-vlaggen", ("wurgen", "wapen"))),
        ("not rode-vlaggen in {onbekend}", ("in", "rode-vlaggen", ("wurgen", "wapen", "geen"))),
        ("not rode-vlaggen in {onbekend, wapen}", ("in", "rode-vlaggen", ("geen",))),
        ("not leeftijd < 3", ("cmp", "leeftijd", ">=", 3)),
        ("not leeftijd = 3", ("any", (("cmp", "leeftijd", "<", 3), ("cmp", "leeftijd", ">", 3)))),
        ("not opnieuw > today", ("cmp", "opnieuw", "<=", "today")),
        ("not opnieuw in {onbekend}", ("any", (("cmp", "opnieuw", "<", "today"), ("cmp", "opnieuw", ">=", "today")))),
    ],
)
def test_complement_holds_only_known_answers(text: str, expected: Condition) -> None:
    """What `not` leaves of an atom never holds onbekend, open or not-applicable."""
    assert condition(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nu-gevaar == ja", [("VW301", 1, 11, 2)]),
        ("nu-gevaar in {ja} && gesprek in {open}", [("VW301", 1, 19, 2)]),
        ("nu-gevaar in {ja} en gesprek in {open}", [("VW301", 1, 19, 2)]),
        ("nu-gevaar not in {ja}", [("VW301", 1, 11, 3)]),
        ("nu-gevaar in ja", [("VW301", 1, 14, 2)]),
        ("nu-gevaar in {}", [("VW301", 1, 15, 1)]),
        ("nu-gevaar in {ja,}", [("VW301", 1, 18, 1)]),
        ("nu-gevaar", [("VW302", 1, 9, 1)]),
        ("(nu-gevaar in {ja}", [("VW302", 1, 18, 1)]),
        ("nu-gevaar in {ja})", [("VW301", 1, 18, 1)]),
        ("nu-gevaren in {ja} or leeftijd in {3}", [("VW304", 1, 1, 10), ("VW308", 1, 36, 1)]),
        ("later in {ja}", [("VW305", 1, 1, 5)]),
        ("stuk in {ja}", []),
        ("nu-gevaar in {jaa, neen}", [("VW306", 1, 15, 3), ("VW306", 1, 20, 4)]),
        ("toelichting in {ja}", [("VW307", 1, 1, 11)]),
        ("gesprek < 3", [("VW308", 1, 9, 1)]),
        ("leeftijd < 2026-01-01", [("VW309", 1, 12, 10)]),
        ("opnieuw < 3", [("VW309", 1, 11, 1)]),
        ("opnieuw < 2026-02-30", [("VW309", 1, 11, 10)]),
        ("leeftijd < today", [("VW309", 1, 12, 5)]),
        ("nu-gevaar in {ja, ja}", [("VW310", 1, 19, 2)]),
        ("not nu-gevaar in {ja, nee}", [("VW311", 1, 5, 9)]),
        ("not rode-vlaggen in {geen, wapen}", [("VW311", 1, 5, 12)]),
        ("not gesprek in {gedaan, later, niet}", [("VW311", 1, 5, 7)]),
        ("leeftijd > 18", [("VW312", 1, 12, 2)]),
    ],
)
def test_faults_stand_where_they_are(text: str, expected: list[tuple[str, int, int, int]]) -> None:
    """Each fault of form or meaning has its code, at the word that is wrong; faults of meaning come all at once."""
    assert faults_of(text) == expected


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("when: nu-gevaar in {jaa}\n", (1, 21)),
        ("when: 'nu-gevaar in {jaa}'\n", (1, 22)),
        ('when: "nu-gevaar\\x20in {jaa}"\n', (1, 25)),
        ("when: nu-gevaar\n  in {jaa}\n", (2, 7)),
        ("when: |\n  nu-gevaar in {ja}\n  or nu-gevaar in {jaa}\n", (3, 20)),
        ("when: >- # omdat\n\n  nu-gevaar in {ja}\n    or nu-gevaar in {jaa}\n", (4, 22)),
        ('when: "nu-gevaar in {ja}\n  \\\n  or nu-gevaar in {jaa}"\n', (3, 20)),
        ("{a: b, when: nu-gevaar in {jaa}, c: d}\n", (1, 28)),
        ("when: nu-gevaar in {ja} and toch-ë in {jaa}\n", (1, 29)),
    ],
)
def test_place_within_every_kind_of_scalar(yaml: str, place: tuple[int, int]) -> None:
    """In plain, quoted, escaped, folded, literal and inline scalars a fault is marked where its word stands."""
    root = read_text(yaml, "voorbeeld.yml").root
    assert isinstance(root, Group)
    scalar = root.get("when")
    assert isinstance(scalar, Scalar)
    _, faults = condition_of(scalar, SCOPE)
    assert [(item.at.line, item.at.column) for item in faults] == [place]


def test_deep_and_long_conditions_do_not_break() -> None:
    """Thousands of brackets, `not`s or parts end in an answer or a fault, not in an exception."""
    assert isinstance(parse(written('"' + "(" * 5000 + '"')), Diagnostic)
    assert condition("not " * 2000 + "nu-gevaar in {ja}") == ("in", "nu-gevaar", ("ja",))
    assert len(condition('"' + " and ".join(["nu-gevaar in {ja}"] * 3000) + '"')[1]) == 3000  # type: ignore[arg-type]


# --- The laws of `not`, by brute force ---
# `not e` holds exactly where e is known to be false, in the three values true, false and unknown. The atoms' values are
# written out here per kind of question; `and`, `or` and `not` follow Kleene. Nothing of the compiler is used for them.

type Tree = tuple[str, object, object] | tuple[str, object]
TEXT_AGES: tuple[Value, ...] = (0, 3, 4, UNKNOWN)
TEXT_DAYS: tuple[Value, ...] = ("2026-11-21", TODAY, "2026-11-23", UNKNOWN)
VALUES: dict[str, tuple[Value, ...]] = {
    "nu-gevaar": ("ja", "nee", UNKNOWN),
    "rode-vlaggen": tuple(
        frozenset(ticked) for ticked in ({"wurgen"}, {"wapen"}, {"wurgen", "wapen"}, {"geen"}, {UNKNOWN})
    ),
    "leeftijd": TEXT_AGES,
    "opnieuw": TEXT_DAYS,
    "gesprek": ("open", "gedaan", "later", "niet"),
}


def cases() -> Iterator[Case]:
    """Every case over the five questions; each may also not apply, but for the duty."""
    names = list(VALUES)
    for values in itertools.product(*[(None, *VALUES[name]) for name in names]):
        yield {name: value for name, value in zip(names, values, strict=True) if value is not None}


CASES = list(cases())


def truth(tree: Tree, case: Mapping[str, Value]) -> bool | None:
    """The value of a written condition on a case: true, false, or None for unknown."""
    match tree:
        case ("not", tuple(part)):
            inner = truth(part, case)
            return None if inner is None else not inner
        case ("and" | "or" as word, tuple(left), tuple(right)):
            both = [truth(left, case), truth(right, case)]
            settles = word == "or"
            return settles if settles in both else None if None in both else not settles
        case ("in", str(question), tuple(values)):
            return membership(case.get(question), frozenset(values))
        case ("cmp", (str(question), str(operator)), bound):
            return comparison(case.get(question), operator, bound)
    raise ValueError(tree)


def membership(value: Value, values: frozenset[str]) -> bool | None:
    """Whether `value` is among `values`; unknown where it is not and the answer leaves it open."""
    if isinstance(value, frozenset):
        if value & values:
            return True
        if value == {"geen"}:
            return False
        return False if UNKNOWN not in value and not values & {"wurgen", "wapen"} else None
    if value in values:
        return True
    return None if value in (None, UNKNOWN, "open") else False


def comparison(value: Value, operator: str, bound: object) -> bool | None:
    """Whether the comparison holds; unknown where there is no value to compare."""
    if value is None or value == UNKNOWN:
        return None
    pair = (value, TODAY if bound == "today" else bound)
    less, same = pair[0] < pair[1], pair[0] == pair[1]  # type: ignore[operator]
    return {"<": less, "<=": less or same, "=": same, ">=": not less, ">": not (less or same)}[operator]


def text_of(tree: Tree) -> str:
    """The condition as an author writes it."""
    match tree:
        case ("not", tuple(part)):
            return f"not ({text_of(part)})"
        case ("and" | "or" as word, tuple(left), tuple(right)):
            return f"({text_of(left)}) {word} ({text_of(right)})"
        case ("in", str(question), tuple(values)):
            return f"{question} in {{{', '.join(values)}}}"
        case ("cmp", (str(question), str(operator)), bound):
            return f"{question} {operator} {bound}"
    raise ValueError(tree)


ANSWERS = {
    "nu-gevaar": ("ja", "nee", UNKNOWN),
    "rode-vlaggen": ("wurgen", "wapen", "geen", UNKNOWN),
    "leeftijd": (UNKNOWN,),
    "opnieuw": (UNKNOWN,),
    "gesprek": ("open", "gedaan", "later", "niet"),
}
MEMBERSHIPS = st.sampled_from(sorted(ANSWERS)).flatmap(
    lambda name: st.sets(st.sampled_from(ANSWERS[name]), min_size=1).map(
        lambda found: ("in", name, tuple(sorted(found)))
    )
)
OPERATORS = st.sampled_from(["<", "<=", "=", ">=", ">"])
COMPARISONS = st.one_of(
    st.tuples(st.just("cmp"), st.tuples(st.just("leeftijd"), OPERATORS), st.sampled_from([3, 4])),
    st.tuples(st.just("cmp"), st.tuples(st.just("opnieuw"), OPERATORS), st.sampled_from(["today", "2026-11-21"])),
)
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.one_of(MEMBERSHIPS, COMPARISONS),
    lambda inner: st.one_of(st.tuples(st.just("not"), inner), st.tuples(st.sampled_from(["and", "or"]), inner, inner)),
    max_leaves=5,
)


@settings(max_examples=60, deadline=None)
@given(tree=TREES)
def test_a_condition_holds_exactly_where_it_is_known_to_be_true(tree: Tree) -> None:
    """On every case a condition holds exactly where it is known to be true; so `not e` where e is known to be false."""
    compiled, faults = condition_of(written(f'"{text_of(tree)}"'), SCOPE)
    assume(not faults)
    for case in CASES:
        assert holds(compiled, case, TODAY) == (truth(tree, case) is True)


@settings(max_examples=60, deadline=None)
@given(left=TREES, right=TREES)
def test_de_morgan_and_double_negation(left: Tree, right: Tree) -> None:
    """`not (a and b)` is `not a or not b`, `not (a or b)` is `not a and not b`, and `not not a` is a."""
    pairs: list[tuple[Tree, Tree]] = [
        (("not", ("and", left, right)), ("or", ("not", left), ("not", right))),
        (("not", ("or", left, right)), ("and", ("not", left), ("not", right))),
        (("not", ("not", left)), left),
    ]
    for one, other in pairs:
        compiled = [condition_of(written(f'"{text_of(tree)}"'), SCOPE) for tree in (one, other)]
        assert len(compiled[0][1]) == len(compiled[1][1])
        assert compiled[0][0] == compiled[1][0]


@pytest.mark.parametrize("name", ["nu-gevaar", "rode-vlaggen", "gesprek"])
def test_every_set_of_answers_and_its_complement(name: str) -> None:
    """For each set of answers the complement holds exactly where the set is known not to."""
    question = SCOPE.questions[name]
    for size in range(1, len(ANSWERS[name]) + 1):
        for values in itertools.combinations(ANSWERS[name], size):
            left = complement(question, frozenset(values))
            false_on = [value for value in VALUES[name] if membership(value, frozenset(values)) is False]
            true_on = [value for value in VALUES[name] if membership(value, frozenset(left)) is True] if left else []
            assert true_on == false_on


def test_a_question_without_unknown_has_none_to_name() -> None:
    """`q in {onbekend}` is a fault for a number or date that does not accept it."""
    question = replace(SCOPE.questions["leeftijd"], unknown="")
    _, faults = condition_of(written("leeftijd in {onbekend}"), Scope({"leeftijd": question}))
    assert [item.code for item in faults] == ["VW306"]
