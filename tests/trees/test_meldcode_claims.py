"""The claims that safety asks of the weighing: declared, proven, and broken as soon as their rule is planted wrong."""

from pathlib import Path

import pytest

from aids.compiler.wording import closing_words
from aids.runtime.conditions import atoms
from tests.trees.meldcode_cases import meldcode
from tests.trees.proven_trees import document, planted, verdicts

OF_THE_WEIGHING = {
    "gevaar-geeft-112",
    "gevaar-haalt-niets-weg",
    "onbekend-sluit-niet",
    "andere-twijfel-sluit-niet",
    "gevaar-van-ja-naar-onbekend",
    "acuut-van-ja-naar-onbekend",
    "structureel-van-ja-naar-onbekend",
    "onthulling-van-ja-naar-onbekend",
    "hulp-verlaagt-acuut-niet",
    "hulp-verlaagt-structureel-niet",
    "vermoeden-met-hulp-of-melding",
    "zonder-vermoeden-pas-na-de-stappen",
    "slechter-verlaagt-nooit",
    "toestemming-leeftijd-vorm",
    "toestemming-haalt-geen-norm-weg",
    "vlag-sluit-niet",
    "eigen-kader-verhoogt",
    "eigen-kader-verlaagt-niet",
    "veilig-thuis-verhoogt",
    "veilig-thuis-verlaagt-niet",
    "collega-eigen-route",
    "collega-onbekend-blijft",
    "een-vervolg",
}
"""What no later version of the weighing may drop."""

WAKES_ON = "        when: "
"""How the condition of a row or floor begins."""

PLANTED = [
    ("gevaar-geeft-112", "when: gevaar in {ja} or bijzondere", "when: gevaar in {nee} or bijzondere"),
    ("onbekend-sluit-niet", f"{WAKES_ON}gevaar in {{onbekend}}\n", f"{WAKES_ON}gevaar in {{ja}}\n"),
    ("gevaar-van-ja-naar-onbekend", f"{WAKES_ON}gevaar in {{onbekend}}\n", f"{WAKES_ON}gevaar in {{ja}}\n"),
    (
        "andere-twijfel-sluit-niet",
        f"{WAKES_ON}contact-veilig in {{nee, onbekend}}\n",
        f"{WAKES_ON}contact-veilig in {{nee}}\n",
    ),
    ("acuut-van-ja-naar-onbekend", f"{WAKES_ON}acuut in {{onbekend}} or structureel", f"{WAKES_ON}structureel"),
    (
        "structureel-van-ja-naar-onbekend",
        f"{WAKES_ON}acuut in {{onbekend}} or structureel in {{onbekend}} or",
        f"{WAKES_ON}acuut in {{onbekend}} or",
    ),
    (
        "onthulling-van-ja-naar-onbekend",
        "structureel in {onbekend} or onthulling in {onbekend}\n        melden",
        "structureel in {onbekend}\n        melden",
    ),
    (
        "hulp-verlaagt-acuut-niet",
        f"{WAKES_ON}acuut in {{ja}}\n",
        f"{WAKES_ON}acuut in {{ja}} and resultaat in {{nee}}\n",
    ),
    (
        "hulp-verlaagt-structureel-niet",
        f"{WAKES_ON}structureel in {{ja}}\n",
        f"{WAKES_ON}structureel in {{ja}} and aanvaarden in {{nee, deels, onbekend}}\n",
    ),
    (
        "vermoeden-met-hulp-of-melding",
        "resultaat-datum > today\n        melden: geen-norm\n        hulp: zelf",
        "resultaat-datum > today\n        melden: geen-norm\n        hulp: geen",
    ),
    (
        "zonder-vermoeden-pas-na-de-stappen",
        "overleg-collega in {gedaan} and gesprek in {gedaan, niet}\n        melden",
        "gesprek in {gedaan, niet}\n        melden",
    ),
    ("slechter-verlaagt-nooit", f"{WAKES_ON}aanvaarden in {{nee, deels}}\n", f"{WAKES_ON}aanvaarden in {{deels}}\n"),
    ("toestemming-leeftijd-vorm", f"{WAKES_ON}aanvaarden in {{nee, deels}}\n", f"{WAKES_ON}aanvaarden in {{deels}}\n"),
    ("vlag-sluit-niet", f"{WAKES_ON}rode-vlaggen in {{verwurging, wapen,", f"{WAKES_ON}rode-vlaggen in {{verwurging,"),
    (
        "eigen-kader-verhoogt",
        "eigen-kader in {melden}\n        melden: nodig",
        "eigen-kader in {melden}\n        melden: eerst-overleg",
    ),
    (
        "veilig-thuis-verhoogt",
        "advies-veilig-thuis in {melden}\n        melden: nodig",
        "advies-veilig-thuis in {melden}\n        melden: eerst-overleg",
    ),
    (
        "een-vervolg",
        "          eerst-overleg: [zo-vraagt-u-advies]\n",
        "          eerst-overleg: [zo-meldt-u, zo-vraagt-u-advies]\n",
    ),
]


@pytest.mark.parametrize("name", ["weging", "meldcode", "passende-zorg"])
def test_what_safety_claims_is_declared_and_proven_wherever_the_weighing_is_used(name: str) -> None:
    """Each claim of the weighing is among those of the part and of its hosts, and the solver proves it there."""
    found = verdicts(document(name))
    assert found.keys() >= OF_THE_WEIGHING
    assert set(found.values()) == {"proven"}


@pytest.mark.parametrize(("claim", "old", "new"), PLANTED, ids=[claim for claim, *_ in PLANTED])
def test_a_rule_planted_wrong_breaks_the_claim_that_it_upholds(claim: str, old: str, new: str, tmp_path: Path) -> None:
    """No claim stands idle: with one rule changed for the worse, the solver finds the claim broken."""
    assert verdicts(planted("weging", old, new, tmp_path))[claim] == "broken"


def test_one_exception_is_stated_to_a_worse_answer_never_lowers() -> None:
    """Only a suspicion that becomes certain, with all else settled, may lower reporting: from onbekend, or over it."""
    claim = next(claim for claim in document("weging").claims if claim.id == "slechter-verlaagt-nooit")
    assert [(item.question, item.old, item.new) for item in claim.exemptions] == [
        ("vermoeden", "onbekend", "ja"),
        ("vermoeden", "nee", "ja"),
    ]
    assert len({item.when for item in claim.exemptions}) == 1


def test_only_closing_outcomes_close() -> None:
    """Rows T6 and T10 are the only ones that close, and they name only known answers."""
    closing = [row for row in meldcode().decisions[0].rows if row.outcomes["melden"] == "geen-norm"]
    assert [row.row for row in closing] == ["T6", "T10"]
    for row in closing:
        assert not [atom for atom in atoms(row.when) if atom[0] == "in" and "onbekend" in atom[2]]  # type: ignore[operator]


@pytest.mark.parametrize("name", ["weging", "meldcode", "passende-zorg"])
def test_no_text_says_that_reporting_is_not_needed(name: str) -> None:
    """No text of a tree tells a reader that reporting or acting is unnecessary."""
    assert not [words for text in document(name).texts for words in closing_words(text.text)]
