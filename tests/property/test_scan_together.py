"""What respondents say together, against a second reckoning; and that nobody in a small role can be picked out."""

import itertools
import random
import statistics
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pytest

from aids.runtime.scan import together as module
from aids.runtime.scan.agenda import agenda
from aids.runtime.scan.model import LEFT_OUT, UNKNOWN, Scan
from aids.runtime.scan.results import LineTogether, Respondent, Together
from aids.runtime.scan.scores import scores_of
from aids.runtime.scan.together import shown_roles, together
from tests import scan_oracle
from tests.random_groups import random_group
from tests.random_scans import random_scan, random_weights, real_shape

GROUPS = 250
MINIMUM = 3
"""People that a figure must be about."""


def groups() -> list[tuple[random.Random, Scan, list[Respondent]]]:
    """Return random groups, from nobody to forty."""
    found = []
    for seed in range(GROUPS):
        rng = random.Random(seed)  # noqa: S311  the same groups each time
        scan = random_scan(rng) if seed % 25 else real_shape()
        size = rng.randint(0, 12) if seed % 25 else 40
        found.append((rng, scan, random_group(rng, scan, size, recognisable=1 if seed % 7 == 0 else 0.8)))
    return found


ALL = groups()


def said(group: Sequence[Respondent], line: str) -> list[str]:
    """Return what each says about a line."""
    return [person.answers.get(line, UNKNOWN) for person in group]


def points(scan: Scan, answers: Sequence[str]) -> list[int]:
    """Return the points of those that know."""
    return [place for answer in answers for place, step in enumerate(scan.scale) if step.id == answer]


def test_each_line_is_what_a_second_reckoning_gives() -> None:
    """Counts, middle, spread and difference of all, and counts and middle of each shown role, by lists of people."""
    for _, scan, group in ALL:
        result = together(scan, group, {})
        assert result.size == len(group)
        for line in scan.lines:
            found, answers = result.lines[line.id], said(group, line.id)
            known = points(scan, answers)
            assert {name: n for name, n in found.all.counts.items() if n} == Counter(answers)
            assert found.all.known == len(known)
            assert found.all.median == (statistics.median(map(Fraction, known)) if known else None)
            assert found.spread == ((min(known), max(known)) if known else None)
            assert float(found.difference) == pytest.approx(scan_oracle.difference(known))
            assert list(found.roles) == list(result.shown)
            for role, part in found.roles.items():
                own = said([person for person in group if person.role == role], line.id)
                middle = points(scan, own)
                assert {name: n for name, n in part.counts.items() if n} == Counter(own)
                assert part.median == (statistics.median(map(Fraction, middle)) if middle else None)
            check_between_roles(scan, found, group, line.id)


def check_between_roles(scan: Scan, found: LineTogether, group: list[Respondent], line: str) -> None:
    """Assert which roles differ, and which know what someone else does not."""
    pairs = itertools.combinations([role.id for role in scan.roles if role.id in found.roles], 2)
    middles = {role: part.median for role, part in found.roles.items()}
    assert found.apart == tuple(
        (one, other)
        for one, other in pairs
        if None not in (middles[one], middles[other]) and abs(middles[one] - middles[other]) >= 2  # type: ignore[operator]
    )
    knowing = {person.role for person in group if person.answers.get(line, UNKNOWN) != UNKNOWN}
    lacking = any(person.answers.get(line, UNKNOWN) == UNKNOWN for person in group)
    assert set(found.answerable) == (knowing & set(found.roles) if lacking else set())


def test_agreed_is_the_joint_answer_or_the_one_that_all_who_know_share() -> None:
    """A joint answer stands; without it one answer by all who know; else it is unknown. The profile scores those."""
    for rng, scan, group in ALL:
        steps = [*(step.id for step in scan.scale), LEFT_OUT, UNKNOWN]
        joint = {line.id: rng.choice(steps) for line in scan.lines if rng.random() < 0.3}
        weights = random_weights(rng, scan)
        result = together(scan, group, joint, weights)
        for line in scan.lines:
            shared = {*said(group, line.id)} - {UNKNOWN}
            rest = shared.pop() if len(shared) == 1 else UNKNOWN
            assert result.agreed[line.id] == joint.get(line.id, rest)
        assert result.profile == scores_of(scan, result.agreed, weights)


def test_the_agenda_is_ordered_by_difference_times_weight() -> None:
    """Every line on which people differ or someone does not know, and no other, each behind what is more pressing."""
    for rng, scan, group in ALL:
        weights = random_weights(rng, scan)
        items = agenda(scan, together(scan, group, {}), weights)
        order = [line.id for line in scan.lines]
        keys = [(-item.priority, -item.unknown, order.index(item.line)) for item in items]
        assert keys == sorted(keys)
        assert [item.line for item in items] == list(dict.fromkeys(item.line for item in items))
        criteria = {line.id: line.criterion for line in scan.lines}
        for item in items:
            answers = said(group, item.line)
            assert item.weight == weights.get(criteria[item.line], 1)
            assert float(item.priority) == pytest.approx(scan_oracle.difference(points(scan, answers)) * item.weight)
            assert item.unknown == answers.count(UNKNOWN)
        agreed = [ident for ident in order if len({*said(group, ident)}) <= 1 and UNKNOWN not in said(group, ident)]
        assert {item.line for item in items} == {*order} - {*agreed}


def exposed(size: int, sizes: Sequence[int]) -> list[int]:
    """Return the sizes under three of what can be derived: each shown role, and the totals less any shown roles."""
    subsets = [part for n in range(len(sizes) + 1) for part in itertools.combinations(sizes, n)]
    return [n for n in (*sizes, *(size - sum(part) for part in subsets)) if 0 < n < MINIMUM]


def test_no_figure_about_one_or_two_people_can_be_derived() -> None:
    """Totals, shown roles, and every difference between them are about nobody or about three people or more.

    Where all agreed to be recognisable, every role is shown.
    """
    hidden = 0
    for _, scan, group in ALL:
        result = together(scan, group, {})
        if group and all(person.recognisable for person in group):
            assert set(result.shown) == {person.role for person in group} & {role.id for role in scan.roles}
            assert result.recognisable
            continue
        if len(group) >= MINIMUM:  # smaller groups are shown as a whole only
            assert exposed(len(group), [sum(p.role == role for p in group) for role in result.shown]) == []
        else:
            assert result.shown == ()
        assert not result.recognisable
        hidden += bool(result.hidden)
    assert hidden > GROUPS / 4


def test_what_is_shown_does_not_change_when_those_in_hidden_roles_swap_answers() -> None:
    """Line by line, who of the rest said what leaves no trace: not in counts, agenda, agreed answers or knowing roles.

    The same holds within each role that is shown. And those who may have said it are three or more.
    """
    swapped = 0
    for rng, scan, group in ALL:
        result = together(scan, group, {})
        if result.recognisable:
            continue
        for role in (*result.shown, None):
            members = [n for n, p in enumerate(group) if (p.role == role if role else p.role not in result.shown)]
            other = [*group]
            for line in scan.lines:
                answers = said([group[n] for n in members], line.id)
                rng.shuffle(answers)
                for n, answer in zip(members, answers, strict=True):
                    other[n] = other[n]._replace(answers={**other[n].answers, line.id: answer})
            assert together(scan, other, {}) == result
            swapped += other != group
            assert len(members) == 0 or len(members) >= MINIMUM or len(group) < MINIMUM
    assert swapped > GROUPS / 2


def test_the_attack_finds_what_a_naive_rule_exposes(monkeypatch: pytest.MonkeyPatch) -> None:
    """With roles of one shown, or the rest forgotten, the two laws above would fail: they can."""
    assert exposed(5, [3]) == [2]
    assert exposed(7, [3, 3]) == [1]
    assert exposed(9, [3, 3]) == []
    monkeypatch.setattr(module, "ENOUGH", 1)
    found = [
        exposed(len(group), [sum(p.role == role for p in group) for role in shown_roles(scan, group)[0]])
        for _, scan, group in ALL
        if not all(person.recognisable for person in group)
    ]
    assert any(found)


def test_the_reason_for_hiding_is_told_exactly_where_something_is_hidden() -> None:
    """`hidden` is empty where every role that someone has is shown, and a sentence otherwise."""
    for _, scan, group in ALL:
        result: Together = together(scan, group, {})
        present = {person.role for person in group} & {role.id for role in scan.roles}
        assert bool(result.hidden) == (present != set(result.shown))
        assert sum(result.roles.values()) == len(group)
        assert {role.id for role in scan.roles} <= set(result.roles)
