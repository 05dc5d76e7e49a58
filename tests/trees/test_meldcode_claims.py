"""The claims of the weighing, over every combination of the answers that it reads, one flag and one form at a time."""

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from aids.runtime.conditions import atoms
from aids.runtime.engine import standing_outcome
from tests.trees.meldcode_cases import ROOT, TODAY, meldcode

LATER, PAST = "2026-12-01", "2026-11-22"
JA_NEE = ("nee", "onbekend", "ja")
SPACE: dict[str, tuple[str, ...]] = {
    "gevaar": JA_NEE,
    "vermoeden": JA_NEE,
    "acuut": JA_NEE,
    "structureel": JA_NEE,
    "onthulling": JA_NEE,
    "zelf-helpen": ("ja", "onbekend", "nee"),
    "aanvaarden": ("ja", "onbekend", "deels", "nee"),
    "resultaat": ("ja", "nog-niet", "nog-niet-voorbij", "onbekend", "nee"),
    "vlag": ("geen", "onbekend", "stalking"),
    "steps": ("gedaan", "open"),
}
"""From best to worst. Flags and forms act through floors of the same shape; forms are varied in tests of their own."""

type Key = tuple[str, ...]
type Outcome = tuple[str, str]


def case_of(key: Key) -> dict[str, Any]:
    """Return the complete case of a combination."""
    values = dict(zip(SPACE, key, strict=True))
    steps, flag, result = values.pop("steps"), values.pop("vlag"), values["resultaat"]
    case: dict[str, Any] = {"collega": "nee", "eigen-kader": "niet-zwaarder", "advies-veilig-thuis": "anders", **values}
    case |= {"rode-vlaggen": frozenset({flag}), "bijzondere-vormen": frozenset({"geen"})}
    case |= dict.fromkeys(("signalen", "overleg-collega", "gesprek"), steps)
    if result.startswith("nog-niet"):
        case |= {"resultaat": "nog-niet", "resultaat-datum": LATER if result == "nog-niet" else PAST}
    return case


@cache
def outcomes() -> dict[Key, Outcome]:
    """Return (melden, hulp) of every combination."""
    decision = meldcode().decisions[0]
    found = {}
    for key in itertools.product(*SPACE.values()):
        outcome = standing_outcome(decision, case_of(key), TODAY).outcomes
        assert not isinstance(outcome, str)
        found[key] = (outcome["melden"], outcome["hulp"])
    return found


def rank(melden: str) -> int:
    """Return how urgent: 0 for geen-norm, 3 for nu."""
    return ("geen-norm", "eerst-overleg", "nodig", "nu").index(melden)


def neighbours(name: str) -> Iterator[tuple[Key, Key, str, str]]:
    """Yield every pair of combinations that differs in one answer, by one place worse."""
    place, ladder = list(SPACE).index(name), SPACE[name]
    for key in outcomes():
        worse = ladder.index(key[place]) + 1
        if worse < len(ladder):
            yield key, (*key[:place], ladder[worse], *key[place + 1 :]), key[place], ladder[worse]


def test_closing_help_never_stands_beside_an_unknown() -> None:
    """HULP zelf or geen never goes with weet-niet about danger, suspicion, unsafety, disclosure or a red flag."""
    watched = [
        list(SPACE).index(name) for name in ("gevaar", "vermoeden", "acuut", "structureel", "onthulling", "vlag")
    ]
    closed = [key for key, (_, hulp) in outcomes().items() if hulp in {"zelf", "geen"}]
    assert closed
    assert not [key for key in closed if any(key[place] == "onbekend" for place in watched)]


@pytest.mark.parametrize("name", ["gevaar", "acuut", "structureel", "onthulling"])
def test_from_yes_to_unknown_never_gives_no_norm(name: str) -> None:
    """Changing ja into weet-niet about danger or unsafety never ends in geen-norm."""
    for _, (key, worse, old, new) in enumerate(neighbours(name)):
        if (old, new) == ("onbekend", "ja"):
            assert outcomes()[key][0] != "geen-norm", (key, worse)


def test_help_never_lowers_danger_or_unsafety() -> None:
    """With danger, acute or structural unsafety or disclosure, the answers on help change nothing."""
    seen: dict[Key, Outcome] = {}
    for key, outcome in outcomes().items():
        if "ja" in (key[0], key[2], key[3], key[4]):
            rest = (*key[:5], *key[8:])
            assert seen.setdefault(rest, outcome) == outcome


@pytest.mark.parametrize("name", [name for name in SPACE if name != "steps"])
def test_a_worse_answer_never_lowers_reporting(name: str) -> None:
    """One answer worse never lowers MELDEN, but for the one stated exception: vermoeden from weet-niet to ja."""
    lowered = set()
    for key, worse, old, new in neighbours(name):
        if rank(outcomes()[worse][0]) < rank(outcomes()[key][0]):
            assert (name, old, new) == ("vermoeden", "onbekend", "ja"), (key, worse)
            assert outcomes()[worse][0] == "geen-norm"
            lowered.add(outcomes()[key][0])
    assert lowered == ({"eerst-overleg"} if name == "vermoeden" else set())


def test_suspicion_without_help_and_without_report_is_impossible() -> None:
    """With a suspicion, no norm is established only where one's own help stands."""
    for key, (melden, hulp) in outcomes().items():
        if key[1] == "ja" and melden == "geen-norm":
            assert hulp == "zelf", key


def test_consent_never_lowers() -> None:
    """Wherever help is accepted, refusing it never lowers MELDEN; unsafety with consent is reported all the same."""
    for key, (melden, _) in outcomes().items():
        if key[3] == "ja" and key[6] == "ja":
            assert rank(melden) >= rank("nodig"), key


def test_every_form_and_flag_raises_to_consultation_at_least() -> None:
    """Each red flag and special form, and not knowing, lifts the calm case to eerst-overleg today with help open."""
    tree = meldcode()
    calm = dict(zip(SPACE, ("nee", "ja", "nee", "nee", "nee", "ja", "ja", "ja", "geen", "gedaan"), strict=True))
    base = case_of(tuple(calm.values()))
    for question in (tree.layout.questions["rode-vlaggen"], tree.layout.questions["bijzondere-vormen"]):
        for answer in question.answers:
            outcome = standing_outcome(tree.decisions[0], {**base, question.id: frozenset({answer})}, TODAY).outcomes
            assert not isinstance(outcome, str)
            closes = outcome["melden"] == "geen-norm" or outcome["hulp"] in {"zelf", "geen"}
            assert closes == (answer == "geen"), answer


def test_own_framework_and_veilig_thuis_never_lower() -> None:
    """The framework of the own profession and the advice of Veilig Thuis raise, and never lower."""
    decision = meldcode().decisions[0]
    raising = (("eigen-kader", ("onbekend", "melden")), ("advies-veilig-thuis", ("niet-bereikt", "melden", "onbekend")))
    for key, (melden, _) in list(outcomes().items())[::7]:
        for question, answers in raising:
            for answer in answers:
                outcome = standing_outcome(decision, {**case_of(key), question: answer}, TODAY).outcomes
                assert not isinstance(outcome, str)
                assert rank(outcome["melden"]) >= rank(melden)


def test_only_closing_outcomes_close() -> None:
    """Rows T6 and T10 are the only ones that close, and they name only known answers."""
    closing = [row for row in meldcode().decisions[0].rows if row.outcomes["melden"] == "geen-norm"]
    assert [row.row for row in closing] == ["T6", "T10"]
    for row in closing:
        assert not [atom for atom in atoms(row.when) if atom[0] == "in" and "onbekend" in atom[2]]  # type: ignore[operator]


def test_no_text_says_that_reporting_is_not_needed() -> None:
    """No text of the tree tells a reader that reporting or acting is unnecessary."""
    text = (ROOT / "decision_trees" / "meldcode.yml").read_text(encoding="utf-8").lower()
    for phrase in ("hoeft niet te melden", "hoeft u niet te melden", "melden is niet nodig", "geen melding nodig"):
        assert phrase not in text
