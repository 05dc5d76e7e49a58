"""Laws of `consult` as a program: JSON on stdout and nothing else, and an exit code that says how it went."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from aids import cli
from aids.commands.command import CLEAN, FINDINGS
from aids.runtime.bridge import LARGEST

TREE = """\
schema: 1
id: proef
kind: flow
title: Proef
lead: Een proef.
status: denkkader
reviewed: 2026-11-21
review_by: 2027-11-21
steps:
  - {id: gevaar, title: Gevaar, sources: [bron#1]}
questions:
  - id: nu-gevaar
    step: gevaar
    ask: Is er nu gevaar?
    short: Gevaar nu
    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}
    sources: [bron#1]
  - id: wapen
    step: gevaar
    ask: Is er een wapen?
    short: Wapen
    when: nu-gevaar in {nee}
    answers: {ja: Ja, nee: Nee, onbekend: Weet ik nog niet}
    sources: [bron#1]
advice:
  - id: bel-112
    when: nu-gevaar in {ja} or wapen in {ja}
    urgency: nu
    title: Bel 112
    do: [Bel 112.]
    record: Noteer de tijd.
    sources: [bron#1]
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return the file of a small tree."""
    path = tmp_path / "proef.yml"
    path.write_text(TREE, encoding="utf-8")
    return path


def consult(
    capsysbinary: pytest.CaptureFixture[bytes], tree: Path, answers: object, *words: str
) -> tuple[int, dict[str, Any]]:
    """Return exit code and JSON of `consult` for answers that are given as text, bytes or data."""
    path = tree.parent / "antwoorden.json"
    data = answers if isinstance(answers, str | bytes) else json.dumps(answers)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    code = cli.main(["consult", str(tree), str(path), *words])
    return code, json.loads(capsysbinary.readouterr().out)


def codes(view: dict[str, Any]) -> list[tuple[str, object]]:
    """Return code and question of each error."""
    return [(error["code"], error["question"]) for error in view["errors"]]


def test_good_answers_give_a_view(tree: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Bare answers, and the same in their wrapper, give the same View and exit code 0."""
    given = {"nu-gevaar": "ja"}
    code, view = consult(capsysbinary, tree, given)
    assert code == CLEAN
    assert view["advice"] == [{"id": "bel-112", "certainty": "certain", "urgency": "nu"}]
    wrapped = {"tree": "proef", "version": view["version"], "answers": given, "notes": {}}
    assert consult(capsysbinary, tree, wrapped) == (CLEAN, view)


def test_without_answers_the_first_question_is_next(tree: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`consult TREE` alone is a case in which nothing is answered."""
    assert cli.main(["consult", str(tree)]) == CLEAN
    assert json.loads(capsysbinary.readouterr().out)["next"] == "nu-gevaar"


def test_answers_may_come_from_stdin(
    tree: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` reads standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"nu-gevaar": "nee"}')))
    assert cli.main(["consult", str(tree), "-"]) == CLEAN
    assert json.loads(capsysbinary.readouterr().out)["next"] == "wapen"


def test_an_answer_that_no_longer_applies_is_dropped(tree: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """It is named and is no error."""
    code, view = consult(capsysbinary, tree, {"nu-gevaar": "ja", "wapen": "ja"})
    assert (code, view["dropped"], view["errors"]) == (CLEAN, ["wapen"], [])


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        ({"onzin": "ja"}, "onzin"),
        ({"nu-gevaar": "misschien"}, "nu-gevaar"),
        ({"nu-gevaar": 1}, "nu-gevaar"),
        ({"nu-gevaar": ["ja"]}, "nu-gevaar"),
        ({"nu-gevaar": None}, "nu-gevaar"),
        ({"nu-gevaar": {"state": "done"}}, "nu-gevaar"),
    ],
)
def test_a_faulty_answer_is_a_view_with_errors(
    tree: Path, capsysbinary: pytest.CaptureFixture[bytes], answers: dict[str, object], question: str
) -> None:
    """An unknown id or a wrong type gives a whole View that names the question, and exit code 1."""
    code, view = consult(capsysbinary, tree, answers)
    assert code == FINDINGS
    assert [name for _, name in codes(view)] == [question]
    assert view["next"] == "nu-gevaar"


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "{",
        "[]",
        "null",
        '"tekst"',
        "NaN",
        '{"a": NaN}',
        "[" * 100_000,
        "x" * 1_000_000,
        '{"nu-gevaar": "' + "x" * LARGEST + '"}',
        b"\xff\xfe\x00",
        bytes(1_000_000),
        '{"tree": "proef", "answers": 3}',
    ],
    ids=lambda junk: f"{junk[:12]!r}-{len(junk)}",
)
def test_junk_gives_errors_alone(tree: Path, capsysbinary: pytest.CaptureFixture[bytes], junk: str | bytes) -> None:
    """What is no JSON object of reasonable size gives {"errors": [...]} with a code, exit code 1, and no traceback."""
    code, view = consult(capsysbinary, tree, junk)
    assert code == FINDINGS
    assert list(view) == ["errors"]
    assert [set(error) for error in view["errors"]] == [{"code", "question", "value", "message"}]


def test_a_megabyte_of_unknown_ids_is_answered(tree: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Valid JSON that names thousands of strange questions gives a View with an error for each."""
    code, view = consult(capsysbinary, tree, {f"vraag-{number}": "ja" for number in range(40_000)})
    assert code == FINDINGS
    assert len(view["errors"]) == 40_000


def test_a_tree_with_faults_gives_errors_and_its_findings(
    tree: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A tree that does not load leaves stdout JSON; its findings are on stderr with their place."""
    tree.write_text(TREE.replace("status: denkkader", "status: onzin"), encoding="utf-8")
    assert cli.main(["consult", str(tree)]) == FINDINGS
    told = capsysbinary.readouterr()
    assert codes(json.loads(told.out)) == [("hulp-onjuist", None)]
    assert b"proef.yml:6:" in told.err


def test_a_mark_at_the_start_of_the_file_is_no_fault(tree: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Answers that an editor saved with a byte order mark are read."""
    assert consult(capsysbinary, tree, b'\xef\xbb\xbf{"nu-gevaar": "ja"}')[0] == CLEAN
