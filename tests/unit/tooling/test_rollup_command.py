"""Laws of `rollup` as a program: the good files count, the others are told, and the exit code says which there were."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from aids import cli
from aids.commands import rollup as command
from aids.commands.command import CLEAN, FINDINGS, WRONG_USE, WrongUseError
from aids.runtime.scan.model import Scan
from tests.random_scans import random_saved, real_shape

type Json = dict[str, Any]
SCAN = real_shape()
NAMED = command.scan_named


@pytest.fixture(autouse=True)
def _scan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `zelfscan` mean a random scan of the size of the framework."""

    def named(name: str) -> Scan:
        assert name == "zelfscan"
        return SCAN

    monkeypatch.setattr(command, "scan_named", named)


def saved(number: int, **parts: object) -> Json:
    """Return a file of municipality `number`."""
    found = random_saved(random.Random(number), SCAN, gaps=0.2)  # noqa: S311  the same files each time
    found["by"] |= {"organisation": f"Gemeente {number}", "recognisable": True}
    return {**found, "saved": "2026-11-20T10:00", **parts}


def write(folder: Path, **files: object) -> None:
    """Write files by name; text as it is, anything else as JSON."""
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def rolled(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, Json, str]:
    """Return exit code, data and what was told of a folder."""
    code = cli.main(["rollup", str(folder)])
    out, err = capsys.readouterr()
    return code, json.loads(out), err


def test_good_files_give_figures_and_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON alone on stdout, the table on stderr with every line of the scan, exit code 0."""
    write(tmp_path, **{f"g{number}_json": saved(number) for number in range(5)})
    code, data, err = rolled(tmp_path, capsys)
    assert (code, data["files"], data["refused"], data["replaced"]) == (CLEAN, 5, [], [])
    assert data["organisations"] == [f"Gemeente {number}" for number in range(5)]
    assert all(line.short in err for line in SCAN.lines)
    assert set(data["lines"]) == {line.id for line in SCAN.lines}
    assert data["whole"]["low"]["lower"] <= data["whole"]["low"]["median"] <= data["whole"]["low"]["upper"]


def test_refused_files_are_named_with_the_reason_and_the_others_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No file of ours, another tree, nothing answered, no UTF-8: each is told by name; the good one is rolled up."""
    write(tmp_path, goed_json=saved(1), vreemd_json="{}", pagina_html="<p>Hallo</p>", half_json='{"format": "vei')
    write(tmp_path, ander_json=saved(2, tree="iets-anders"), leeg_json=saved(3, answers={}))
    (tmp_path / "tekens.json").write_bytes(b'{"a": "\xff\xff"}')
    (tmp_path / "geen-scan.txt").write_text("telt niet mee", encoding="utf-8")
    code, data, err = rolled(tmp_path, capsys)
    assert (code, data["files"]) == (FINDINGS, 1)
    refused = {fault["file"]: fault["code"] for fault in data["refused"]}
    assert refused["ander.json"] == "andere-scan"
    assert refused["leeg.json"] == "leeg"
    assert refused["tekens.json"] == "tekenset"
    assert set(refused) == {"vreemd.json", "pagina.html", "half.json", "ander.json", "leeg.json", "tekens.json"}
    assert all(f"Geweigerd: {name}" in err for name in refused)


def test_a_file_that_cannot_be_opened_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk refuses is told as any other refusal."""
    write(tmp_path, goed_json=saved(1), dicht_json=saved(2))
    opened = Path.open

    def refusing(path: Path, *words: Any, **named: Any) -> Any:  # noqa: ANN401  as Path.open
        if path.name == "dicht.json":
            raise PermissionError(13, "Permission denied")
        return opened(path, *words, **named)

    monkeypatch.setattr(Path, "open", refusing)
    code, data, _ = rolled(tmp_path, capsys)
    assert (code, data["files"]) == (FINDINGS, 1)
    assert [(fault["file"], fault["code"]) for fault in data["refused"]] == [("dicht.json", "onleesbaar")]


def test_the_newest_file_of_an_organisation_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the order of the names; what is set aside is said and is no refusal."""
    first = SCAN.lines[0].id
    answers = [{first: SCAN.scale[place].id} for place in (0, 1, 2)]
    moments = ("2026-11-20T10:00", "2026-11-22T10:00", "2026-11-21T10:00")
    files = {f"g{n}_json": saved(1, answers=answers[n], saved=moments[n]) for n in range(3)}
    write(tmp_path, **files)
    code, data, err = rolled(tmp_path, capsys)
    assert (code, data["files"]) == (CLEAN, 1)
    assert data["lines"][first]["counts"][SCAN.scale[1].id] == 1
    assert sorted(each["file"] for each in data["replaced"]) == ["g0.json", "g2.json"]
    assert "Alleen dat telt mee" in err


def test_a_file_passed_on_to_another_organisation_is_another_scan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same id under two names: both count, and it is said. So is one name under two ids."""
    one, other = saved(1), saved(1)
    other["by"] = {**other["by"], "organisation": "Elders"}
    third = saved(3)
    third["by"] = {**third["by"], "organisation": "Elders"}
    write(tmp_path, a_json=one, b_json=other, c_json=third)
    code, data, err = rolled(tmp_path, capsys)
    assert (code, data["files"]) == (CLEAN, 3)
    assert "a.json, b.json: In elk staat hetzelfde kenmerk" in err
    assert "b.json, c.json: In elk staat dezelfde organisatie" in err


def test_files_without_an_id_count_once_if_they_are_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy of a file is no second scan; another file without an id is."""
    one, other = saved(1), saved(2)
    one["by"], other["by"] = {**one["by"], "id": ""}, {**other["by"], "id": ""}
    write(tmp_path, a_json=one, b_json=one, c_json=other)
    assert rolled(tmp_path, capsys)[1]["files"] == 2


def test_no_organisation_is_named_unless_all_agreed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that did not agree to be recognisable keeps every name out of the figures."""
    shy = saved(2)
    shy["by"] = {**shy["by"], "recognisable": False}
    write(tmp_path, a_json=saved(1), b_json=shy)
    assert rolled(tmp_path, capsys)[1]["organisations"] == []


def test_another_version_and_parts_that_are_lost_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of another version counts; so does one of which a part does not hold, and both are told."""
    write(tmp_path, oud_json=saved(1, version="0123456789abcdef"), half_json=saved(2, notes=5))
    code, data, err = rolled(tmp_path, capsys)
    assert (code, data["files"]) == (CLEAN, 2)
    assert "andere versie van de scan: 1 van 2" in err
    assert "half.json, bij notes" in err


def test_reading_for_long_shows_a_sign_of_life(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once its patience is over it tells how far it is; before that it is silent."""
    write(tmp_path, **{f"g{number}_json": saved(number) for number in range(4)})
    monkeypatch.setattr(command, "PATIENCE", 1e9)
    assert "gelezen" not in rolled(tmp_path, capsys)[2]
    monkeypatch.setattr(command, "PATIENCE", -1.0)
    assert "1 van 4 bestanden gelezen" in rolled(tmp_path, capsys)[2]


def test_no_folder_and_no_files_are_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each says what is missing."""
    assert cli.main(["rollup", str(tmp_path / "weg")]) == WRONG_USE
    assert "is geen map" in capsys.readouterr().err
    (tmp_path / "map.json").mkdir()
    assert cli.main(["rollup", str(tmp_path)]) == WRONG_USE
    assert "staan geen bestanden" in capsys.readouterr().err
    assert cli.main(["rollup"]) == WRONG_USE


def test_the_scan_comes_from_its_tree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scan is compiled; a tree of another kind is wrong use; faults in it are told and nothing is reckoned."""
    scan = NAMED("zelfscan")
    assert scan is not None
    assert scan.id == "zelfscan"
    with pytest.raises(WrongUseError, match="geen zelfscan"):
        NAMED("meldcode")
    faulty = tmp_path / "proef.yml"
    faulty.write_text("schema: 1\nkind: scan\n", encoding="utf-8")
    assert NAMED(str(faulty)) is None
    assert "VW" in capsys.readouterr().err
    write(tmp_path, goed_json=saved(1))
    monkeypatch.setattr(command, "scan_named", NAMED)
    assert cli.main(["rollup", str(tmp_path), "--tree", str(faulty)]) == FINDINGS
    assert json.loads(capsys.readouterr().out)["errors"][0]["code"] == "hulp-onjuist"
