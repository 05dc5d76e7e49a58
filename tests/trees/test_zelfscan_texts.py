"""What the texts of the self-scan must keep to: the framework's own lines and places, and words that judge nobody."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from aids.compiler.wording import closing_words

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs"
LETTERS = {"3": "abcde", "6": "abcde", "7": "abcdef", "8": "abcdefghij", "10": "abcdefg"}
"""The criteria with parts, and their last letter (Werken aan Veiligheid, 2019)."""

NUMBERS = [f"{number}{letter}" for number in map(str, range(1, 11)) for letter in LETTERS.get(number, [""])]
CHAPTERS = {"visie": "1 2", "signaleren": "3", "zicht": "4 5", "veiligheid": "6 7 8 9", "samenwerking": "10"}

PLACES = {
    "regiovisie": {"1", "2"},
    "opleiding": {"3a", "3b", "3d", "3e"},
    "ontwikkelopdracht": {"4", "5"},
    "samenwerkingsafspraken": {number for number in NUMBERS if number.startswith("10")},
}
"""A word of the place that the framework names, and for which lines; none for 6 to 9, nor for 3c (no training)."""

VERDICTS = re.compile(
    r"\b(?:on)?voldoende\b|\bgeslaagd\b|\bgezakt\b|\brapportcijfer|\bachterlop|\bfalen\b|\bfaalt\b|\bslecht(?:e|st)?\b|\brood\b"
    r"|\bgroen\b|\boranje\b|\bbeste gemeente|\bu hoeft niet\b",
    re.IGNORECASE,
)
"""Words by which a municipality would be judged or ranked, or a reader told that something can be left out."""


@cache
def scan() -> dict[str, Any]:
    """Return the tree of the self-scan as it is written."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "decision_trees/zelfscan.yml").read_text(encoding="utf-8"))
    return found


def texts(data: object) -> list[str]:
    """Return every text in `data`, at any depth."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        data = list(data.values())
    return [text for item in data for text in texts(item)] if isinstance(data, list) else []


def test_the_lines_are_those_of_the_framework() -> None:
    """Ten criteria and 33 parts make 38 lines, numbered and ordered as in the framework, each under its criterion."""
    assert [line["number"] for line in scan()["lines"]] == NUMBERS
    assert len(NUMBERS) == 38
    for line in scan()["lines"]:
        assert line["id"] == f"c{line['number']}"
        assert line["criterion"] == f"c{line['number'].rstrip('abcdefghij')}"


def test_the_chapters_hold_their_criteria() -> None:
    """Each criterion stands in the chapter where the framework has its paragraph."""
    found: dict[str, list[str]] = {chapter["id"]: [] for chapter in scan()["chapters"]}
    for criterion in scan()["criteria"]:
        found[criterion["chapter"]].append(criterion["number"])
    assert {chapter: " ".join(numbers) for chapter, numbers in found.items()} == CHAPTERS


def test_only_places_that_the_framework_names() -> None:
    """`record` stands only with a line for which the framework names a place, and names that one."""
    placed = {line["number"]: line["record"] for line in scan()["lines"] if "record" in line}
    assert set(placed) == set().union(*PLACES.values())
    for word, numbers in PLACES.items():
        assert [number for number in numbers if word not in placed[number].lower()] == []


def test_every_line_is_told_whole() -> None:
    """Each line asks one question, says why, and gives two to four examples of what one can show."""
    for line in scan()["lines"]:
        assert line["ask"].count("?") == 1, line["id"]
        assert line["ask"].endswith("?"), line["id"]
        assert line["why"].endswith("."), line["id"]
        assert 2 <= len(line["evidence"]) <= 4, line["id"]
        assert len(line["short"]) <= 60, line["id"]
    shorts = [line["short"] for line in scan()["lines"]]
    assert len(set(shorts)) == len(shorts)


@pytest.mark.parametrize("line", scan()["lines"], ids=lambda line: line["id"])
def test_handbook_and_scan_lead_to_each_other(line: dict[str, Any]) -> None:
    """The handbook has the place to which a line leads, and leads back from it to that line."""
    page, _, anchor = line["page"].partition("#")
    text = (PAGES / page).read_text(encoding="utf-8")
    assert anchor == line["id"]
    assert f"{{#{anchor}}}" in text
    back = f"](../../zelfscan/invullen.md#zelfscan-{line['id']})"
    assert text.count(back) == 1
    if anchor[-1].isalpha():
        row = next(row for row in text.splitlines() if f"{{#{anchor}}}" in row)
        assert row.startswith(f"| [{line['number']}{back}{{.vw-number}} ")


def test_each_line_names_its_criterion_as_a_source() -> None:
    """The first source of a line is the criterion itself; what else it says comes after."""
    for line in scan()["lines"]:
        assert line["sources"][0].endswith(f"criterium-{line['criterion'][1:]}"), line["id"]


def test_the_levels_and_steps_judge_nobody() -> None:
    """No text of the scan passes a verdict, ranks, or says that a report or an act can be left out."""
    for text in texts(scan()):
        assert not VERDICTS.search(text), text
        assert not closing_words(text), text


def test_it_says_what_it_is_not() -> None:
    """`about`, on page, file and report, tells that this is no scan of the VNG and no norm, and what goes first."""
    said = ("niet de zelfscan van de VNG", "2019", "2022", "december 2023", "geen norm", "ranglijst", "Wet", "zaken")
    assert [words for words in said if words not in scan()["about"]] == []


@pytest.mark.parametrize("page", sorted((PAGES / "zelfscan").glob("*.md")), ids=lambda page: page.stem)
def test_the_pages_leave_nothing_out(page: Path) -> None:
    """No page about the scan says that something can be left out, and each says where real cases do not belong."""
    text = page.read_text(encoding="utf-8")
    assert not closing_words(text)
    assert "u hoeft niet" not in text.lower()
    if page.stem != "uitkomsten":
        assert "zaken" in text
