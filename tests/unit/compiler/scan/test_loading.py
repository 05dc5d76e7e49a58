"""Laws of reading a scan: every fault in one run, none that is not there, and a stand-in beside each."""

import random
from pathlib import Path

import pytest

from aids.compiler.loader import load_document, load_tree
from aids.compiler.loader_parts import FOLDER
from aids.compiler.scan.loading import ELSEWHERE
from tests.unit.compiler.samples import scan_text
from tests.unit.compiler.scan.scan_project import SOUND, codes, loaded, sound, with_sections


def test_a_sound_scan_is_read_whole(tmp_path: Path) -> None:
    """Everything in the file stands in the document, in order."""
    document = sound(tmp_path)
    assert (document.id, document.kind, document.top) == ("scan", "scan", 1)
    assert [step.id for step in document.scale] == ["nee", "ja"]
    assert (document.left_out, document.unknown) == ("Niet van toepassing", "Weet ik niet")
    assert [line.id for line in document.lines] == ["c1", "c2a", "c2b"]
    assert [line.id for line in document.lines_of("c2")] == ["c2a", "c2b"]
    assert [item.id for item in document.criteria_of("visie")] == ["c1", "c2"]
    assert [line.record for line in document.lines] == ["", "", "De regiovisie"]
    assert document.line("c2b").evidence == ("Een lijst",)
    assert len(list(document.cited())) == 6


def test_a_line_that_is_not_there_is_a_programmers_fault(tmp_path: Path) -> None:
    """Asking for a line by another id raises."""
    with pytest.raises(KeyError):
        sound(tmp_path).line("c9")


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """A file with a fault of every sort names each of them, in one run, with a place and the line."""
    text = (
        SOUND.replace("id: c2b", "id: c2a")
        .replace("criterion: c2,", "criterion: c3,")
        .replace("label: Nee", "label: ''")
        .replace("{id: ja,", "{id: onbekend,")
        .replace("below: 1}", "below: 0.5}")
        .replace("beside: {nvt: Niet van toepassing,", "beside: {")
    )
    document, found = loaded(tmp_path, text)
    assert document is None
    assert set(codes(found)) == {"VW202", "VW204", "VW206", "VW224", "VW273", "VW274", "VW279"}
    assert all(item.excerpt for item in found)


@pytest.mark.parametrize("key", ELSEWHERE)
def test_what_belongs_to_other_kinds_is_refused(key: str, tmp_path: Path) -> None:
    """Each section of a flow gives its own diagnostic, whatever stands in it."""
    for value in ("[]", "{}", "x", "[{id: x}]"):
        _, found = loaded(tmp_path, scan_text() + f"{key}: {value}\n")
        assert codes(found) == ["VW271"]
        assert key in found[0].message


@pytest.mark.parametrize("section", ["scale", "levels", "roles", "chapters", "criteria", "lines", "beside"])
@pytest.mark.parametrize("value", ["", " x", " []", " {}", " [x]", " [[x]]", " {x: y}"])
def test_a_section_of_another_form_never_breaks_the_reading(section: str, value: str, tmp_path: Path) -> None:
    """Whatever stands in a section, the answer is diagnostics."""
    document, found = loaded(tmp_path, with_sections(**{section: value}))
    assert document is None
    assert found


def test_an_empty_list_is_told(tmp_path: Path) -> None:
    """A scan without roles, chapters, criteria or lines is told so; one without steps or levels too."""
    for section in ("roles", "chapters", "criteria", "lines", "scale", "levels"):
        _, found = loaded(tmp_path, with_sections(**{section: " []"}))
        assert "VW204" in codes(found), section


def test_a_scale_of_one_step_is_no_scale(tmp_path: Path) -> None:
    """Fewer than two steps leave nothing to choose; the levels are then not judged."""
    _, found = loaded(tmp_path, with_sections(scale="\n  - {id: ja, label: Ja}"))
    assert codes(found) == ["VW226"]


def test_a_line_may_have_the_id_of_a_criterion(tmp_path: Path) -> None:
    """Lines, criteria, chapters, levels and roles each have their own names."""
    document = sound(tmp_path)
    assert document.lines[0].id == document.criteria[0].id == "c1"


def test_a_scan_is_no_shared_part(tmp_path: Path) -> None:
    """In the folder of the parts a scan is out of place."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    _, found = loaded(folder, scan_text())
    assert codes(found) == ["VW722"]


def test_who_asks_for_a_flow_gets_no_scan(tmp_path: Path) -> None:
    """`load_document` gives flows and checklists only; `load_tree` gives both."""
    sound(tmp_path)
    assert load_document(tmp_path / "scan.yml")[0] is None
    assert load_tree(tmp_path / "scan.yml")[0] is not None


def test_a_kind_that_looks_like_a_scan_is_corrected(tmp_path: Path) -> None:
    """A typing error in `kind` is told with the kind that was meant."""
    _, found = loaded(tmp_path, scan_text("kind: scann\n"))
    assert any(item.code == "VW207" and "‘scan’" in item.remedy for item in found)


def test_whatever_is_written_is_read_to_the_end(tmp_path: Path) -> None:
    """A scan with lines gone, doubled, cut or replaced by junk gives diagnostics or a scan, and never raises."""
    whole = (Path(__file__).parent / "alle-vormen.yml").read_text(encoding="utf-8").splitlines()
    dice = random.Random(2)  # noqa: S311  the same each time
    refused = 0
    for _ in range(300):
        lines = list(whole)
        for _ in range(dice.randint(1, 3)):
            place = dice.randrange(len(lines))
            line = lines[place]
            lines[place : place + 1] = dice.choice(
                [
                    [],
                    [line, line],
                    [line[: dice.randrange(len(line) + 1)]],
                    [line.replace(": ", ": [", 1)],
                    ["  - x"],
                    ["{"],
                ]
            )
        document, found = loaded(tmp_path, "\n".join(lines))
        refused += document is None
        assert document is not None or found
    assert refused > 200
