"""Laws of the commands with a scan: scores as JSON, a certificate, differences, and wrong use told in words."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aids import cli
from aids.commands.command import CLEAN, FINDINGS, WRONG_USE
from tests.unit.compiler.scan.scan_project import SOUND
from tests.unit.tooling.test_consult_command import TREE

ROOT = Path(__file__).resolve().parents[3]
VIEW = Draft202012Validator(json.loads((ROOT / "docs/schema/view.json").read_text(encoding="utf-8")))
GOOD = {"c1": "ja", "c2a": "onbekend", "c2b": {"state": "nvt", "reason": "Hebben wij niet."}}


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Return the file of a small scan."""
    path = tmp_path / "scan.yml"
    path.write_text(SOUND, encoding="utf-8")
    return path


def consult(capsysbinary: pytest.CaptureFixture[bytes], scan: Path, answers: object) -> tuple[int, dict[str, Any]]:
    """Return exit code and JSON of `consult`."""
    path = scan.parent / "antwoorden.json"
    path.write_text(answers if isinstance(answers, str) else json.dumps(answers), encoding="utf-8")
    code = cli.main(["consult", str(scan), str(path), "--today", "2026-11-22"])
    return code, json.loads(capsysbinary.readouterr().out)


def test_answers_give_scores(scan: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Bare answers, and the same in their wrapper, give a View that fits the published schema, with the scores."""
    code, view = consult(capsysbinary, scan, GOOD)
    assert (code, view["errors"]) == (CLEAN, [])
    assert view["scores"]["whole"] == {
        "low": 0.5,
        "high": 1.0,
        "known": 1,
        "unknown": 1,
        "left_out": 1,
        "levels": ["begin", "klaar"],
    }
    assert list(VIEW.iter_errors(view)) == []
    assert consult(capsysbinary, scan, {"tree": "scan", "answers": GOOD}) == (code, view)


def test_nothing_answered_is_a_view_too(scan: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without answers every score lies from 0 to the top."""
    assert cli.main(["consult", str(scan)]) == CLEAN
    view = json.loads(capsysbinary.readouterr().out)
    assert (view["scores"]["whole"]["low"], view["scores"]["whole"]["high"], view["next"]) == (0, 1, "c1")
    assert list(VIEW.iter_errors(view)) == []


def test_weights_stand_beside_the_answers(scan: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A criterion that counts three times weighs so in the whole; a weight that cannot be is an error."""
    answers = {"c1": "ja", "c2a": "nee", "c2b": "nee"}
    _, view = consult(capsysbinary, scan, {"tree": "scan", "answers": answers, "weights": {"c1": 3}})
    assert view["scores"]["whole"]["low"] == 0.75
    faulty: list[object] = [{"c1": 0}, {"c1": 6}, {"c1": 1.5}, {"c1": True}, {"c9": 2}, [], "x"]
    for weights in faulty:
        code, view = consult(capsysbinary, scan, {"tree": "scan", "answers": answers, "weights": weights})
        assert code == FINDINGS
        assert view["errors"]
        assert list(VIEW.iter_errors(view)) == []


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"c9": "ja"}, "onbekende-vraag"),
        ({"c1": "misschien"}, "onbekend-antwoord"),
        ({"c1": "nvt"}, "mist-reden"),
        ({"c1": ["ja"]}, "verkeerde-soort"),
        ({"tree": "scan", "answers": []}, "onleesbaar"),
        ({"tree": "meldcode", "answers": {}}, "andere-hulp"),
        ("[", "onleesbaar"),
        ("[]", "onleesbaar"),
    ],
)
def test_wrong_answers_are_errors(
    scan: Path, capsysbinary: pytest.CaptureFixture[bytes], answers: object, code: str
) -> None:
    """Whatever the file holds, the answer is JSON with errors and exit code 1."""
    exit_code, view = consult(capsysbinary, scan, answers)
    assert exit_code == FINDINGS
    assert [error["code"] for error in view["errors"]] == [code]


def test_a_scan_with_faults_is_not_consulted(scan: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """There is no View; the faults stand on stderr."""
    scan.write_text(SOUND.replace("criterion: c1\n", "criterion: c7\n"), encoding="utf-8")
    assert cli.main(["consult", str(scan)]) == FINDINGS
    told = capsysbinary.readouterr()
    assert json.loads(told.out)["errors"][0]["code"] == "hulp-onjuist"
    assert b"VW273" in told.err


def test_a_scan_is_proven(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The certificate comes on stdout and nothing is found."""
    assert cli.main(["prove", str(scan)]) == CLEAN
    certificate = json.loads(capsys.readouterr().out)
    assert (certificate["tree"], certificate["result"]) == ("scan", "proven")


def test_two_scans_are_compared(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same gives 0, other words 0, another line 1."""
    old = scan.parent / "oud.yml"
    old.write_text(SOUND, encoding="utf-8")
    assert cli.main(["diff", str(old), str(scan)]) == CLEAN
    scan.write_text(SOUND.replace("ask: Is er een opdracht?", "ask: Is er al een opdracht?"), encoding="utf-8")
    assert cli.main(["diff", str(old), str(scan)]) == CLEAN
    assert "anders is de vraag" in capsys.readouterr().out
    scan.write_text(SOUND.replace("id: c2b", "id: c2c"), encoding="utf-8")
    assert cli.main(["diff", str(old), str(scan)]) == FINDINGS
    assert "Nieuw: 2b ‘Deskundigen’ (c2c)." in capsys.readouterr().out


def test_a_scan_is_not_compared_with_a_flow(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They give nothing alike: that is wrong use, either way round."""
    flow = scan.parent / "hulp.yml"
    flow.write_text(TREE, encoding="utf-8")
    for words in ([str(flow), str(scan)], [str(scan), str(flow)]):
        assert cli.main(["diff", *words]) == WRONG_USE
        assert "niet te vergelijken" in capsys.readouterr().err
