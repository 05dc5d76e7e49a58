"""Laws of the scan that comes out: what changes its version, its rules and the words of a line, and what does not."""

from pathlib import Path

import pytest

from aids.compiler.scan.compile import compile_scan
from aids.runtime.scan.model import Scan
from tests.unit.compiler.scan.scan_project import SOUND, sound


def scan(folder: Path, old: str = "", new: str = "") -> Scan:
    """Return the small scan, with `new` where `old` stands once."""
    assert not old or SOUND.count(old) == 1
    return compile_scan(sound(folder, SOUND.replace(old, new) if old else SOUND))


def test_a_scan_is_what_its_file_says(tmp_path: Path) -> None:
    """Points follow from the order, the page is its address on the site, and JSON gives the same scan back."""
    made = scan(tmp_path)
    assert [(step.id, step.points) for step in made.scale] == [("nee", 0), ("ja", 1)]
    assert [(line.id, line.number, line.page) for line in made.lines] == [
        ("c1", "1", ""),
        ("c2a", "2a", ""),
        ("c2b", "2b", ""),
    ]
    assert made.lines[2].record == "De regiovisie"
    assert Scan.from_json(made.to_json()) == made


def test_a_page_becomes_its_address(tmp_path: Path) -> None:
    """`a/b.md#c` is published as `a/b/#c`."""
    text = SOUND.replace("page: index.md\n", "page: handboeken/criteria.md#c3a\n")
    assert compile_scan(sound(tmp_path, text)).lines[0].page == "handboeken/criteria/#c3a"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ask: Is er een opdracht?", "ask: Is er al een opdracht?"),
        ("short: Opdracht", "short: De opdracht"),
        ("evidence: [Een lijst]", "evidence: [Een lijst, Een naam]"),
        ("record: De regiovisie", "suggest: De regiovisie"),
    ],
)
def test_other_words_change_the_line_and_the_version_only(old: str, new: str, tmp_path: Path) -> None:
    """What a respondent reads differently shows in the hash of that line; the rules stay."""
    before, after = scan(tmp_path), scan(tmp_path, old, new)
    changed = [line.id for line, other in zip(before.lines, after.lines, strict=True) if line.words != other.words]
    assert changed == ["c2a" if "opdracht" in new else "c2b"]
    assert before.version != after.version
    assert before.rules == after.rules


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "  - {id: nee, label: Nee}\n  - {id: ja, label: Ja}\n",
            "  - {id: ja, label: Ja}\n  - {id: nee, label: Nee}\n",
        ),
        (
            "  - {id: begin, label: Begin, from: 0, below: 1}\n  - {id: klaar, label: Klaar, from: 1, to: 1}\n",
            "  - {id: begin, label: Begin, from: 0, below: 0.5}\n  - {id: klaar, label: Klaar, from: 0.5, to: 1}\n",
        ),
        ("id: c2b", "id: c2c"),
    ],
)
def test_what_decides_scores_changes_the_rules(old: str, new: str, tmp_path: Path) -> None:
    """Another order of steps, another bound or another line is another set of rules."""
    assert scan(tmp_path).rules != scan(tmp_path, old, new).rules


@pytest.mark.parametrize(("old", "new"), [("title: Opdracht", "title: De opdracht"), ("label: Begin", "label: Start")])
def test_titles_and_labels_change_the_version_only(old: str, new: str, tmp_path: Path) -> None:
    """Words of criteria and levels decide nothing, and no line is asked otherwise."""
    before, after = scan(tmp_path), scan(tmp_path, old, new)
    assert before.rules == after.rules
    assert before.version != after.version
    assert [line.words for line in before.lines] == [line.words for line in after.lines]


def test_layout_of_the_file_changes_nothing(tmp_path: Path) -> None:
    """Comments and places are no part of a version."""
    assert compile_scan(sound(tmp_path, "# Een opmerking\n" + SOUND)) == scan(tmp_path)
