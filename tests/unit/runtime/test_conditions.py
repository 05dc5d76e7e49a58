"""What conditions mean on one case. Plain functions: the browser runs them too."""

from aids.runtime.conditions import NEVER, Condition, Value, atoms, compares, from_json, holds, questions_of

TODAY = "2026-11-22"


def test_atom_is_false_for_a_question_that_does_not_apply() -> None:
    """A question left out of the case makes every atom about it false, also `onbekend`."""
    for atom in (("in", "q", ("ja", "onbekend")), ("cmp", "q", "<", 3), ("cmp", "q", ">", "today")):
        assert not holds(atom, {}, TODAY)


def test_any_of_holds_when_at_least_one_is_ticked() -> None:
    """Of a ticked set one common id is enough."""
    case: dict[str, Value] = {"q": frozenset({"a", "b"})}
    assert holds(("in", "q", ("b", "c")), case, TODAY)
    assert not holds(("in", "q", ("c",)), case, TODAY)


def test_unknown_and_other_types_compare_false() -> None:
    """A comparison of an unknown, missing or differently typed value never holds, whatever the operator."""
    for operator in ("<", "<=", "=", ">=", ">"):
        for value, bound in (
            ("onbekend", 3),
            ("onbekend", "2026-01-01"),
            (None, 3),
            ("2026-01-01", 3),
            (3, "2026-01-01"),
        ):
            assert not compares(value, operator, bound)


def test_comparisons_follow_the_operator() -> None:
    """Each operator means what it means in arithmetic, for numbers and for days."""
    expected = {"<": (True, False, False), "<=": (True, True, False), "=": (False, True, False),
                ">=": (False, True, True), ">": (False, False, True)}  # fmt: skip
    for operator, results in expected.items():
        assert tuple(compares(value, operator, 3) for value in (2, 3, 4)) == results
        days = ("2026-11-21", "2026-11-22", "2026-11-23")
        assert tuple(holds(("cmp", "q", operator, "today"), {"q": day}, TODAY) for day in days) == results


def test_and_or_and_constants() -> None:
    """`all` asks every part, `any` one; the constants are themselves."""
    yes: Condition = ("const", True)
    assert holds(("all", (yes, yes)), {}, TODAY)
    assert not holds(("all", (yes, NEVER)), {}, TODAY)
    assert holds(("any", (NEVER, yes)), {}, TODAY)
    assert not holds(("any", ()), {}, TODAY)


def test_atoms_and_questions_are_found_at_every_depth() -> None:
    """Every atom is listed from left to right; constants name no question."""
    condition: Condition = ("any", (("in", "a", ("x",)), ("all", (("cmp", "b", "<", 3), ("const", True)))))
    assert list(atoms(condition)) == [("in", "a", ("x",)), ("cmp", "b", "<", 3)]
    assert questions_of(condition) == {"a", "b"}


def test_programmers_faults_raise() -> None:
    """A condition of no known form is a programmer's fault, not a reader's: it raises."""
    for wrong in (lambda: holds(("not", "a"), {}, TODAY), lambda: compares(1, "!", 1), lambda: from_json("x")):
        try:
            wrong()
        except (TypeError, ValueError):
            continue
        raise AssertionError(wrong)


def test_json_lists_become_tuples() -> None:
    """The JSON form reads back as the nested tuples it was written from."""
    assert from_json(["all", [["in", "q", ["a"]], ["const", True]]]) == ("all", (("in", "q", ("a",)), ("const", True)))
