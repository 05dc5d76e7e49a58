"""What safety asks of the choice of care: claims that stand and can fall, examples come out, history stays history."""

from pathlib import Path

import pytest

from aids.compiler.compile import compile_tree
from aids.compiler.proof.examples import tried_examples
from aids.compiler.proof.inquiry import open_inquiry
from tests.trees.meldcode_cases import ROOT
from tests.trees.proven_trees import document, planted, verdicts

OF_THE_CARE = {
    "gevaar-en-complex",
    "denkkader-verlaagt-niet",
    "specialist-nooit-alleen",
    "jaren-geweld-niet-alleen-bij-het-team",
    "ernstig-niet-alleen-bij-het-team",
    "geen-kind-verlaagt-niet",
    "slechter-geeft-nooit-lichtere-hulp",
    "team-en-netwerk-alleen-als-het-veilig-is",
    "netwerk-alleen-als-het-netwerk-veilig-is",
    "lichter-alleen-met-voorwaarden",
    "geen-crisis-is-geen-grond",
    "tijdens-melden-niet-lichter",
    "een-weg-voor-zorg",
}
"""What no later version of the aid may drop."""

PLANTED = [
    (
        "gevaar-en-complex",
        "when: complex in {psychiatrie, verslaving, beperking, kennis} or",
        "when: complex in {verslaving} or",
    ),
    (
        "denkkader-verlaagt-niet",
        "when: weging.melden in {eerst-overleg}\n",
        "when: weging.melden in {eerst-overleg} and schade in {ja}\n",
    ),
    (
        "jaren-geweld-niet-alleen-bij-het-team",
        " or patroon in {ja, onbekend}\n        wie",
        " or patroon in {onbekend}\n        wie",
    ),
    ("ernstig-niet-alleen-bij-het-team", "when: schade in {ja, onbekend} or", "when: schade in {ja} or"),
    ("geen-kind-verlaagt-niet", "when: afhankelijk in {ja} or netwerk", "when: kind-betrokken in {ja} or netwerk"),
    (
        "slechter-geeft-nooit-lichtere-hulp",
        "when: complex in {psychiatrie, verslaving, beperking, kennis, onbekend}",
        "when: complex in {onbekend}",
    ),
    ("team-en-netwerk-alleen-als-het-veilig-is", " or instemming in {nee, onbekend} or ieder", " or ieder"),
    ("netwerk-alleen-als-het-netwerk-veilig-is", "when: afhankelijk in {ja} or netwerk", "when: netwerk"),
    (
        "lichter-alleen-met-voorwaarden",
        "when: afschalen-grond in {afgesproken} and afschalen-grond in {weg-terug}",
        "when: afschalen-grond in {afgesproken}",
    ),
    (
        "geen-crisis-is-geen-grond",
        "politie-weg, niet-aangenomen, onbekend}\n        mag",
        "niet-aangenomen, onbekend}\n        mag",
    ),
    ("tijdens-melden-niet-lichter", "when: zorg.wie in {met-vt, overleg}", "when: zorg.wie in {overleg}"),
]


def test_what_safety_claims_is_declared_and_proven() -> None:
    """Each claim that the choice of care must keep is declared, and every claim and policy is proven."""
    found = verdicts(document("passende-zorg"))
    assert found.keys() >= OF_THE_CARE
    assert set(found.values()) == {"proven"}


@pytest.mark.parametrize(("claim", "old", "new"), PLANTED, ids=[claim for claim, *_ in PLANTED])
def test_a_rule_planted_wrong_breaks_the_claim_that_it_upholds(claim: str, old: str, new: str, tmp_path: Path) -> None:
    """No claim stands idle: with one rule changed for the worse, the solver finds the claim broken."""
    assert verdicts(planted("passende-zorg", old, new, tmp_path))[claim] == "broken"


@pytest.mark.parametrize("name", ["weging", "meldcode", "passende-zorg"])
def test_every_vignette_and_case_comes_out_as_written(name: str) -> None:
    """What was expected from the sources is what the rules give."""
    found = document(name)
    tried = tried_examples(open_inquiry(found, compile_tree(found)))
    assert len(tried) == len(found.examples)
    assert not [finding for example in tried for finding in example.findings]


@pytest.mark.parametrize(("name", "fewest"), [("meldcode", 8), ("passende-zorg", 6)])
def test_vignettes_are_said_to_be_invented(name: str, fewest: int) -> None:
    """There are cases enough to practise with, and each says first that it is invented."""
    stories = [example.story for example in document(name).examples if example.kind == "vignette"]
    assert len(stories) >= fewest
    assert all(story.startswith("Verzonnen.") for story in stories)


def test_the_points_of_one_city_are_history_and_decide_nothing() -> None:
    """No question, row, floor or outcome cites what Utrecht agreed in 2016; the page shows it as local history."""
    found = document("passende-zorg")
    cited = [question.sources for question in found.questions]
    for decision in found.decisions:
        cited += [
            decision.sources,
            *(row.sources for row in decision.rows),
            *(floor.sources for floor in decision.floors),
        ]
    city = {"erop-af#5-overdracht", "erop-af#3-veilig-thuis"}
    assert not city & {source.text for sources in cited for source in sources}
    page = (ROOT / "docs" / "keuzehulpen" / "passende-zorg.md").read_text(encoding="utf-8")
    then, _, now = page.partition('!!! toen "Lokaal en historisch')[2].partition('!!! nu "Wat nu geldt"')
    assert "[[erop-af#5-overdracht]]" in then
    assert "[[afwegingskader#normen]]" in now
