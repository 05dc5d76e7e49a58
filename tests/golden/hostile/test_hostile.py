"""Golden test of files that nobody should have to open: each gets its sentences, and what is good in it survives.

`files/` holds them as they might arrive, `expected.json` what is said of each: whether it is kept, with which answers,
the faults (code, place, sentence) and the kinds of change since. `RENEW_GOLDEN=1` writes the list anew; the difference
is then read by a person before it is committed. Files too large to keep are made here.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aids.runtime.bridge import dump
from aids.runtime.saved import json_text, read_saved
from aids.runtime.saved_faults import MOST
from aids.runtime.scan.bridge import ScanBridge
from tests.saved_sample import SCAN, respondent

HERE = Path(__file__).parent
FILES = sorted(path.name for path in (HERE / "files").iterdir())
LIST = HERE / "expected.json"
BRIDGE = ScanBridge(SCAN.to_json())
TODAY = "2026-11-22"
BEGIN = '<script type="application/json" id="veilig-in-de-wijk">'

type Told = dict[str, Any]


def told(name: str) -> Told:
    """Return what a page would say of a file; a browser reads its bytes as UTF-8, whatever they are."""
    text = (HERE / "files" / name).read_bytes().decode("utf-8", "replace")
    message = {"type": "read", "seq": 1, "today": TODAY, "name": name, "text": text}
    reply = json.loads(BRIDGE.handle(dump(message)))
    saved = reply["saved"]
    return {
        "kept": saved is not None,
        "answers": saved["answers"] if saved else {},
        "faults": [[fault["code"], fault["place"], fault["message"]] for fault in reply["faults"]],
        "changed": [change["kind"] for change in reply["changed"]],
    }


def expected() -> dict[str, Told]:
    """Return the list, made anew if asked."""
    if os.environ.get("RENEW_GOLDEN"):
        made = {name: told(name) for name in FILES}
        LIST.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    found: dict[str, Told] = json.loads(LIST.read_text(encoding="utf-8"))
    return found


EXPECTED = expected()


def test_there_are_fifty_and_each_is_expected() -> None:
    """No file is without its answer, and no answer without its file."""
    assert len(FILES) >= 50
    assert list(EXPECTED) == FILES


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_answered(name: str) -> None:
    """A file is kept or refused with these sentences; each names the file, and the place if there is one."""
    found = told(name)
    assert found == EXPECTED[name]
    for _, place, message in found["faults"]:
        assert message.startswith(f"{name}, bij {place}: " if place else f"{name}: ")
    assert found["kept"] or found["faults"]


def test_nothing_of_a_script_or_a_prototype_comes_through() -> None:
    """What is kept of a file holds no name that a page could trip over, and no character that nobody sees."""
    for name in FILES:
        text = (HERE / "files" / name).read_bytes().decode("utf-8", "replace")
        saved, _ = read_saved(text, name)
        if saved is not None:
            written = json_text(saved)
            assert "__proto__" not in written
            assert not any(mark in written for mark in "\0\x07\x1b\u202e\u2066\u2028\ud83d")


LARGE: dict[str, tuple[Callable[[], str], str]] = {
    "zes-megabyte.json": (lambda: json_text(respondent(notes={"c1": {"note": "x" * 6_000_000}})), "te-groot"),
    "zes-megabyte.html": (lambda: "<!doctype html>" + "<p>" * 2_000_000, "te-groot"),
    "aanhalingstekens.json": (lambda: '{"a":[' * 100 + '"' + '\\"' * 2_000_000, "te-diep"),
    "scripts.html": (lambda: "<!doctype html>" + "<script" * 600_000, "half"),
    "blokken.html": (lambda: "<!doctype html>" + BEGIN * 60_000, "dubbel"),
    "haken.json": (lambda: "[" * 4_000_000, "te-diep"),
    "lijsten.json": (lambda: "[" + "[]," * 1_000_000 + "[]]", "vreemd-bestand"),
}
KEPT: dict[str, tuple[Callable[[], dict[str, Any]], str]] = {
    "regels.json": (lambda: respondent(answers={f"c{n}": "volledig" for n in range(5_000)}), "te-veel"),
    "invullers.json": (lambda: respondent(group=[respondent()] * 501), "te-veel"),
    "delen.json": (lambda: respondent() | {f"x{n}": n for n in range(100_000)}, "vreemd-deel"),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_much_is_refused(name: str) -> None:
    """A file that is too large, or made to keep a reader busy, is refused with one sentence."""
    make, code = LARGE[name]
    saved, faults = read_saved(make(), name)
    assert saved is None
    assert [fault.code for fault in faults] == [code]


@pytest.mark.parametrize("name", KEPT)
def test_what_is_too_many_is_cut(name: str) -> None:
    """Of more than a document may hold the first part is read, and it is told; the list of faults stays short."""
    make, code = KEPT[name]
    saved, faults = read_saved(json.dumps(make()), name)
    assert saved is not None
    assert faults[0].code == code
    assert len(faults) <= MOST + 1
