"""The engine against the brute-force oracle on random trees."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aids.runtime.answers import read_answers
from aids.runtime.engine import consult
from aids.runtime.model import DUTY_WORDS
from aids.runtime.state import standing_case
from aids.runtime.tree import Tree
from aids.runtime.why import reasons
from tests import oracle
from tests.property.random_trees import DAYS, NUMBERS, TODAY, answers, trees


def fixed(tree: Tree, given_answers: dict[str, Any]) -> dict[str, object]:
    """Return the oracle's form of the answers: duties always have a value."""
    found: dict[str, object] = {}
    for question in tree.questions:
        value = given_answers.get(question.id)
        if question.purpose == "duty":
            value = value or {"state": "open"}
            missing = (value["state"], value.get("reason")) == ("not_done", None) or (
                (value["state"], value.get("date")) == ("later", None)
            )
            found[question.id] = {"open" if missing else DUTY_WORDS[value["state"]]}
        elif question.purpose == "decide" and value is not None:
            is_ids = question.kind in ("one", "any") or value == "onbekend"
            found[question.id] = set(value if isinstance(value, list) else [value]) if is_ids else value
    return found


def samples(tree: Tree) -> dict[str, list[object]]:
    """Return a value in every cell that a random condition can tell apart."""
    numbers = [n for n in NUMBERS if n not in (0, 10)] + [0.5, 8]
    days: list[object] = ["2025-12-31", "2026-11-01", "2026-12-24", "2027-06-01", "2028-06-01", *DAYS]
    return {q.id: numbers if q.kind == "number" else days for q in tree.questions}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_view_equals_every_completion(data: st.DataObject) -> None:
    """Certain holds in all completions, possible in some; needed is what something undecided still depends on."""
    tree = data.draw(trees())
    given_answers = data.draw(answers(tree))
    check_against_oracle(tree, given_answers, TODAY, samples(tree))


def check_against_oracle(
    tree: Tree, given_answers: dict[str, Any], today: str, sampled: dict[str, list[object]]
) -> bool:
    """Assert that the View is what the completions say; False where there are too many to try."""
    told = fixed(tree, given_answers)
    found = oracle.completions(tree, told, sampled, today)
    if found is None:
        return False
    view = consult(tree, given_answers, today)
    said = [oracle.says(tree, case, today) for _, case in found]
    assert {a["id"] for a in view["advice"]} == frozenset.union(*(advice for advice, _ in said))
    certain = {a["id"] for a in view["advice"] if a["certainty"] == "certain"}
    assert certain == frozenset.intersection(*(advice for advice, _ in said))
    for decision in tree.decisions:
        check_decision(view["decisions"][decision.id], {outcomes[decision.id] for _, outcomes in said})
    assert set(view["dropped"]) == {
        q.id
        for q in tree.questions
        if q.id in given_answers and not any(oracle.true(q.when, case, today) for _, case in found)
    }
    needed = needed_questions(tree, found, said, today)
    free = {q.id for q in tree.questions if q.purpose == "decide" and q.id not in told}
    assert set(view["skipped"]) == {q for q in free - needed if any(q in case for _, case in found)}
    due = [q.id for q in tree.questions if all(oracle.true(q.when, case, today) for _, case in found)]
    due = [ident for ident in due if not is_settled(tree, ident, given_answers) and ident not in free - needed]
    assert view["next"] == (due[0] if due else None)
    return True


def is_settled(tree: Tree, ident: str, given_answers: dict[str, Any]) -> bool:
    """Return whether a question has an answer, or a duty is settled or left open on purpose."""
    value = given_answers.get(ident)
    if tree.layout.questions[ident].purpose != "duty":
        return ident in given_answers
    return value is not None and (value["state"] in ("open", "done") or bool(value.get("reason") or value.get("date")))


def check_decision(shown: Any, possible: set[Any]) -> None:  # noqa: ANN401  part of a View
    """Assert that a decision shows exactly the outcomes that occur."""
    if shown == "nvt":
        assert possible == {"nvt"}
        return
    assert {o if o == "nvt" else tuple(o.items()) for o in shown["possible"]} == possible
    names = {name for outcomes in possible if outcomes != "nvt" for name, _ in outcomes}
    for name in names:
        values = {"nvt" if o == "nvt" else dict(o)[name] for o in possible}
        assert (shown["certain"] or {}).get(name) == (values.pop() if len(values) == 1 else None)


def needed_questions(tree: Tree, found: list[Any], said: list[Any], today: str) -> set[str]:
    """Return the questions whose answer alone can change something that must be settled."""
    free = [q for q in tree.questions if q.purpose == "decide"]
    settle = [q for q in tree.questions if q.purpose != "decide"]
    results = [
        (advice, tuple(outcomes.items()), tuple(oracle.true(q.when, case, today) for q in settle))
        for (_, case), (advice, outcomes) in zip(found, said, strict=True)
    ]
    needed = set()
    for place, question in enumerate(free):
        groups: dict[str, set[Any]] = {}
        for (picked, _), result in zip(found, results, strict=True):
            rest = repr([sorted(v) if isinstance(v, set) else v for v in (*picked[:place], *picked[place + 1 :])])
            groups.setdefault(rest, set()).add(result)
        if any(len(group) > 1 for group in groups.values()):
            needed.add(question.id)
    return needed


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_why_names_exactly_the_rules_that_give_what_stands(data: st.DataObject) -> None:
    """Advice has a reason where the standing case gives it; what `when` names is alone enough to make it true."""
    tree = data.draw(trees())
    read = read_answers(tree.layout.questions, data.draw(answers(tree)))
    case, standing = standing_case(tree.layout, read, TODAY)
    why = reasons(tree, case, standing, TODAY)
    told = {name: value if _is_amount(value) else _words(value) for name, value in case.items()}
    advice, _ = oracle.says(tree, told, TODAY)
    assert set(why) == advice
    for item in tree.advice:
        for reason in why.get(item.id, []):
            if reason["by"] == "when":
                named = [*reason["questions"], *(f"{o['decision']}.{o['outcome']}" for o in reason["outcomes"])]
                assert oracle.true(item.when, {name: told[name] for name in named}, TODAY)


def _is_amount(value: object) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and value[:2] == "20")


def _words(value: object) -> set[object]:
    return set(value) if isinstance(value, frozenset) else {value}
