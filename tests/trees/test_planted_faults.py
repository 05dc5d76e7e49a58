"""Faults planted in a copy of the meldcode: every one is found, in its place or with a case that shows it.

They are of the kinds that other trees were published with: gaps, overlaps, shadowed rows, rules moved by an
indentation, negations that swallow "weet ik nog niet".
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import Diagnostic, has_errors
from aids.compiler.document import Document
from aids.compiler.project import load_project
from aids.compiler.proof import Certificate, prove

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"
TREE, PART = "decision_trees/meldcode.yml", "decision_trees/delen/weging.yml"


class Plant(NamedTuple):
    """A fault: in `file` the one place of `old` becomes `new`; found as `code` on the line that holds `mark`."""

    name: str
    file: str
    old: str
    new: str
    code: str
    mark: str


IN_THE_TEXT = [
    Plant("a source that is not there", TREE, "[praktijk#tolk]", "[praktijk#tolken]", "VW401", "praktijk#tolken"),
    Plant("a key that stands twice", TREE, "short: Tolk\n", "short: Tolk\n    short: De tolk\n", "VW111", "De tolk"),
    Plant(
        "an indentation that moves a rule into the line above",
        TREE,
        "    purpose: duty\n    when: collega in {ja}\n    ask: Heeft u de leiding",
        "    purpose: duty\n      when: collega in {ja}\n    ask: Heeft u de leiding",
        "VW108",
        "      when: collega in {ja}",
    ),
    Plant(
        "an indentation that moves a row out of its table",
        PART,
        "      - row: T9'\n",
        "    - row: T9'\n",
        "VW110",
        "    - row: T9'",
    ),
    Plant(
        "a comma too many",
        TREE,
        "given: {gevaar: nee, acuut: ja, contact-veilig: ja, collega: ja}",
        "given: {gevaar: nee, nee, acuut: ja, contact-veilig: ja, collega: ja}",
        "VW251",
        "gevaar: nee, nee",
    ),
    Plant(
        "an answer that is not there",
        TREE,
        "when: collega in {ja}\n    ask: Heeft de aanbieder",
        "when: collega in {jaa}\n    ask: Heeft de aanbieder",
        "VW306",
        "{jaa}",
    ),
    Plant(
        "a negation that leaves nothing but what is unknown",
        TREE,
        "when: collega in {ja}\n    ask: Heeft de aanbieder",
        "when: not collega in {ja, nee}\n    ask: Heeft de aanbieder",
        "VW311",
        "not collega",
    ),
    Plant(
        "a question that waits for a later one",
        TREE,
        "when: collega in {ja}\n    ask: Heeft de aanbieder",
        "when: vermoeden in {ja}\n    ask: Heeft de aanbieder",
        "VW305",
        "when: vermoeden",
    ),
    Plant(
        "advice that is not there",
        PART,
        "        advice: [meld-acuut]\n        sources: [afwegingskader#2",
        "        advice: [meld-acut]\n        sources: [afwegingskader#2",
        "VW213",
        "[meld-acut]",
    ),
    Plant(
        "advice that nothing gives",
        PART,
        "        advice: [meld-acuut]\n        sources: [afwegingskader#2",
        "        sources: [afwegingskader#2",
        "VW406",
        "id: meld-acuut",
    ),
    Plant(
        "a table that closes where no row fits",
        PART,
        "    otherwise:\n      melden: eerst-overleg\n      hulp: open\n",
        "    otherwise:\n      melden: geen-norm\n      hulp: open\n",
        "VW402",
        "melden: geen-norm",
    ),
    Plant(
        "a floor that lowers",
        PART,
        "hulp: {zelf: open, geen: open}\n        say: U weet niet of er nu",
        "hulp: {open: zelf, geen: open}\n        say: U weet niet of er nu",
        "VW403",
        "floor: gevaar-onbekend",
    ),
    Plant(
        "words that talk a report away",
        TREE,
        "title: Samen aan de slag",
        "title: U hoeft niet te melden",
        "VW413",
        "title: U hoeft niet te melden",
    ),
    Plant("a number of its own", TREE, "title: Samen aan de slag", "title: Bel 030-1234567", "VW412", "030-1234567"),
    Plant("an id that is taken", TREE, "- id: tolk\n", "- id: letsel\n", "VW206", "- id: letsel"),
]
"""Faults that `check` finds in the text itself."""

IN_THE_RULES = [
    Plant(
        "advice that no case gives",
        PART,
        "\nadvice:\n",
        "\nadvice:\n  - id: dood\n    when: gevaar in {ja} and gevaar in {nee}\n    urgency: plan\n    title: Dood\n"
        "    do: [Doe dit.]\n    sources: [praktijk#gevaar]\n",
        "VW803",
        "id: dood",
    ),
    Plant(
        "a duty that never applies",
        TREE,
        "when: collega in {nee, onbekend}\n    ask: Heeft een deskundige",
        "when: collega in {nee} and client in {pleger} and collega in {ja}\n    ask: Heeft een deskundige",
        "VW801",
        "id: letsel",
    ),
    Plant(
        "a row in the shadow of the rows above",
        PART,
        "      - row: T2\n",
        "      - {row: S, when: 'gevaar in {ja} or acuut in {ja}', melden: nodig, hulp: open, say: Zo., basis: norm,\n"
        "         sources: [praktijk#gevaar]}\n      - row: T2\n",
        "VW805",
        "row: S",
    ),
    Plant(
        "a row that can never hold",
        PART,
        "      - row: T3\n",
        "      - {row: N, when: 'resultaat in {ja} and resultaat in {nee}', melden: nodig, hulp: open, say: Zo.,\n"
        "         basis: norm, sources: [praktijk#gevaar]}\n      - row: T3\n",
        "VW804",
        "row: N",
    ),
    Plant(
        "a gap: a case that no row fits",
        PART,
        "        when: resultaat in {ja} or resultaat-datum > today\n",
        "        when: resultaat in {ja} and contact-veilig in {ja} or resultaat-datum > today\n",
        "VW806",
        "      melden: eerst-overleg",
    ),
    Plant(
        "a date that falls between two rows",
        PART,
        "resultaat in {onbekend} or resultaat-datum <= today or",
        "resultaat in {onbekend} or resultaat-datum < today or",
        "VW806",
        "      melden: eerst-overleg",
    ),
    Plant(
        "a floor that never raises",
        PART,
        "    floors:\n",
        "    floors:\n      - {floor: leeg, when: 'gevaar in {ja}', melden: eerst-overleg, say: Zo., basis: norm,\n"
        "         sources: [praktijk#gevaar]}\n",
        "VW807",
        "floor: leeg",
    ),
    Plant(
        "a negation that swallows what is unknown",
        TREE,
        "when: collega in {nee, onbekend}\n    ask: Heeft u de kindcheck",
        "when: not collega in {ja}\n    ask: Heeft u de kindcheck",
        "VW808",
        "id: geen-antwoord-haalt-een-plicht-weg",
    ),
    Plant(
        "a claim that does not hold",
        TREE,
        "\nclaims:\n",
        "\nclaims:\n  - {id: kapot, say: Acuut geeft altijd 112., if: acuut in {ja}, then: bel-112,\n"
        "     sources: [praktijk#gevaar]}\n",
        "VW808",
        "id: kapot",
    ),
    Plant(
        "an overlap: two advices that exclude each other",
        TREE,
        "\nclaims:\n",
        "\npolicies:\n  - {id: een-weg, say: Nooit allebei tegelijk., at_most_one: [bel-112, zo-meldt-u],\n"
        "     sources: [praktijk#gevaar]}\nclaims:\n",
        "VW809",
        "id: een-weg",
    ),
    Plant(
        "a vignette that comes out otherwise",
        TREE,
        "      advice: [meld-acuut, zo-meldt-u, pleger-client, kind-spreken]\n",
        "      advice: [tegenspraak, meld-acuut, zo-meldt-u, pleger-client, kind-spreken]\n",
        "VW810",
        "id: lege-koelkast",
    ),
    Plant(
        "an answer that makes no difference",
        PART,
        "\nquestions:\n",
        "\nquestions:\n  - id: huisdier\n    step: nu\n    ask: Is er een huisdier?\n    short: Huisdier\n"
        "    answers: {ja: Huisdier, nee: Nee, onbekend: Weet ik nog niet}\n    sources: [praktijk#gevaar]\n",
        "VW802",
        "{ja: Huisdier,",
    ),
]
"""Faults of the rules themselves, that only the proof finds."""

TOGETHER = [plant for plant in IN_THE_RULES if plant.name != "a date that falls between two rows"]
"""Those that do not hide one another; the gap of the date has a copy of its own."""

WITH_A_CASE = {"VW806", "VW808", "VW809"}
"""Codes whose finding comes with a concrete case; the others say in words why there is no such case."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the meldcode with its shared part and its sources."""
    return copied(tmp_path)


def copied(root: Path) -> Path:
    """Copy the meldcode with its shared part and its sources into `root`."""
    for name in (TREE, PART, "docs/gegevens/bronnen.yml", "docs/gegevens/contacten.yml"):
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, place)
    sources = root / "docs/gegevens/bronnen.yml"
    sources.write_text(re.sub(r"(?m)^ +page: .*\n", "", sources.read_text(encoding="utf-8")), encoding="utf-8")
    return root


def put_in(root: Path, plant: Plant) -> None:
    """Plant a fault."""
    path = root / plant.file
    text = path.read_text(encoding="utf-8")
    assert text.count(plant.old) == 1, plant.name
    path.write_text(text.replace(plant.old, plant.new), encoding="utf-8")
    if plant.code == "VW802":  # a question of a part must be placed in the tree that uses it
        host = root / TREE
        text = host.read_text(encoding="utf-8")
        host.write_text(text.replace("questions: [gevaar,", "questions: [huisdier, gevaar,"), encoding="utf-8")


def found_in(root: Path) -> tuple[list[Diagnostic], list[Document]]:
    """Return what the checks find in the copy, and the documents that have no errors."""
    project = load_project(root, today=TODAY)
    return list(project.diagnostics), list(project.documents)


def line_of(root: Path, item: Diagnostic) -> str:
    """Return the line that a diagnostic points at."""
    return (root / item.at.file).read_text(encoding="utf-8").split("\n")[item.at.line - 1]


def proofs(root: Path) -> Iterator[Certificate]:
    """Yield the certificate of each tree in the copy."""
    found, documents = found_in(root)
    assert not has_errors(found), found
    assert documents
    for document in documents:
        yield prove(document, compile_tree(document), mutants=False)


def test_at_least_twenty_kinds_are_planted() -> None:
    """The faults are of many kinds, each with a name of its own."""
    planted = [*IN_THE_TEXT, *IN_THE_RULES]
    assert len({plant.name for plant in planted}) == len(planted) >= 20
    assert len({plant.code for plant in planted}) >= 20


def test_the_copy_itself_is_sound(copy: Path) -> None:
    """What is found is what is planted: without a fault there is no finding."""
    found, documents = found_in(copy)
    assert found == []
    assert [document.id for document in documents] == ["meldcode"]


@pytest.mark.parametrize("plant", IN_THE_TEXT, ids=lambda plant: plant.name)
def test_a_fault_in_the_text_is_found_in_its_place(copy: Path, plant: Plant) -> None:
    """The finding has its code and points at the line of the fault."""
    put_in(copy, plant)
    found, documents = found_in(copy)
    assert has_errors(found)
    assert documents == []
    assert any(item.code == plant.code and plant.mark in line_of(copy, item) for item in found), found


@pytest.fixture(scope="module")
def all_planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Certificate]:
    """Plant the faults of the rules together, and prove once."""
    root = copied(tmp_path_factory.mktemp("planted"))
    for plant in TOGETHER:
        put_in(root, plant)
    (certificate,) = proofs(root)
    return root, certificate


def confirm(root: Path, certificate: Certificate, plant: Plant) -> None:
    """Check that a certificate holds the finding of a planted fault, in its place, with its case."""
    assert certificate.result == "broken"
    mine = [i for i in certificate.diagnostics if i.code == plant.code and plant.mark in line_of(root, i)]
    assert mine, [(item.code, line_of(root, item)) for item in certificate.diagnostics]
    assert all("{" not in item.message and not item.message.endswith(": .") for item in mine)
    if plant.code in WITH_A_CASE:
        verdicts = (verdict.finding for verdict in (*certificate.claims, *certificate.policies) if verdict.finding)
        findings = [*(finding for check in certificate.checks for finding in check.findings), *verdicts]
        assert all(finding.witness for finding in findings if finding.diagnostic in mine)


@pytest.mark.slow
@pytest.mark.parametrize("plant", TOGETHER, ids=lambda plant: plant.name)
def test_a_fault_in_the_rules_is_found(all_planted: tuple[Path, Certificate], plant: Plant) -> None:
    """The proof names the fault where it stands, with a case or with the reason why there is none."""
    root, certificate = all_planted
    confirm(root, certificate, plant)


@pytest.mark.slow
def test_a_date_between_two_rows_is_found(copy: Path) -> None:
    """A gap of one single day is found."""
    (plant,) = (plant for plant in IN_THE_RULES if plant not in TOGETHER)
    put_in(copy, plant)
    (certificate,) = proofs(copy)
    confirm(copy, certificate, plant)
