"""The engine of a scan as readers get it: byte code and trimmed library, run by Pyodide in Node."""

import base64
import io
import json
import random
import re
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from aids.compiler.bundle_engine import scan_sources, scan_zip
from aids.compiler.bundle_pyc import REPOSITORY
from aids.compiler.bundle_scenarios import SCAN
from aids.compiler.bundle_scripts import WEB
from aids.compiler.bundle_stdlib import PYODIDE, SCAN_MODULES, listed_modules, trimmed_stdlib
from aids.compiler.node import NODE
from aids.export import MEDIA
from aids.export.xlsx_read import read_xlsx
from aids.runtime.bridge import Bridge
from tests.e2e.test_trimmed import RUN
from tests.random_scans import random_saved, real_shape

pytestmark = pytest.mark.e2e

TODAY = "2026-11-22"
START = (WEB / "worker.js").read_text(encoding="utf-8").split("FIND_ENGINE = `")[1].split("`")[0]
"""How the worker lets Python find the engine."""
NEEDS_MORE = re.compile(r"^(?:import pytest|from hypothesis|from html\.parser|from aids\.compiler)", re.MULTILINE)
"""What a test module imports that the browser does not have."""

OF_TESTS = re.compile(r"^from (tests\.[\w.]+) import", re.MULTILINE)

BOOT = """
import { loadPyodide } from "pyodide";
import { readFileSync } from "node:fs";
const given = JSON.parse(await new Response(process.stdin).text());
const { library, engine, start, tree, messages, scenario, tests, run } = given;
const loaded = "'xlsxwriter' in sys.modules or 'aids.export' in sys.modules";
try {
  const python = await loadPyodide({ stdLibURL: library });
  python.FS.writeFile("/engine.zip", readFileSync(engine));
  python.runPython(start);
  const handle = python.pyimport("aids.runtime.bridge").Bridge(tree).handle;
  const isLate = !python.runPython(loaded);
  const replies = messages.map((message) => JSON.parse(handle(message)));
  const walked = python.runPython(scenario);
  for (const [path, text] of Object.entries(tests)) {
    const full = `/trimmed/${path}`;
    python.FS.mkdirTree(full.slice(0, full.lastIndexOf("/")));
    python.FS.writeFile(full, text);
  }
  const names = Object.keys(tests).filter((path) => path.includes("/test_"));
  const modules = names.map((path) => path.replace(/\\.py$/, "").replaceAll("/", "."));
  const tested = JSON.parse(python.runPython(run)(JSON.stringify(modules)));
  process.stdout.write(JSON.stringify({ isLate, replies, walked, tested }));
} catch (error) {
  process.stderr.write(String(error.message).slice(-4000));
  process.exitCode = 1;
}
"""


def saved() -> tuple[dict[str, Any], str]:
    """Return a document of six respondents, and the scan as JSON text."""
    scan = real_shape()
    return random_saved(random.Random(4), scan, group=6), json.dumps(scan.to_json())  # noqa: S311  the same each time


def plain_tests() -> dict[str, str]:
    """Return the runtime's own tests of scans and saved files that need no pytest, and what they import, by path."""
    folders = (REPOSITORY / "tests" / "unit" / "runtime" / name for name in ("scan", "saved"))
    paths = [*(REPOSITORY / "tests").glob("*.py"), *(path for folder in folders for path in folder.glob("*.py"))]
    texts = {path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in sorted(paths)}
    texts = {path: text for path, text in texts.items() if not NEEDS_MORE.search(text)}
    while lacking := [path for path, text in texts.items() if set(OF_TESTS.findall(text)) - names_of(texts)]:
        texts = {path: text for path, text in texts.items() if path not in lacking}
    return texts


def names_of(paths: Iterable[str]) -> set[str]:
    """Return the dotted names of modules."""
    return {path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in paths}


def members(content: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook; how they are packed is the work of another library in the browser."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the browser's engine gives: each export of one document, and the walk of the tracing."""
    folder = tmp_path_factory.mktemp("engine")
    (folder / "stdlib.zip").write_bytes(trimmed_stdlib(PYODIDE))
    (folder / "engine-scan.zip").write_bytes(scan_zip())
    modules = sorted(names_of(name for name in scan_sources() if name.endswith(".py")))
    work, tree = saved()
    asked = [
        {"type": "export", "seq": number, "today": TODAY, "form": form, "work": {"saved": work, "earlier": None}}
        for number, form in enumerate(MEDIA)
    ]
    given = {
        "library": str(folder / "stdlib.zip"),
        "engine": str(folder / "engine-scan.zip"),
        "start": START.replace("${ENGINE_PATH}", "/engine.zip"),
        "tree": tree,
        "messages": [json.dumps(each) for each in asked],
        "scenario": f"{modules = }\n{SCAN}",
        "tests": plain_tests(),
        "run": RUN,
    }
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", BOOT],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_road_is_open_in_the_trimmed_library(answered: dict[str, Any]) -> None:
    """All that the tracing walks (panels, exports, hostile files) passes with nothing but what a page brings."""
    assert json.loads(answered["walked"])


def test_the_runtimes_own_tests_pass_there(answered: dict[str, Any]) -> None:
    """Every test of scans and saved files that needs no pytest passes in the trimmed library."""
    assert answered["tested"]["failures"] == []
    assert len(answered["tested"]["passed"]) > 40


def test_exports_wait_until_they_are_asked_for(answered: dict[str, Any]) -> None:
    """A scan that is ready has imported neither the exports nor XlsxWriter."""
    assert answered["isLate"] is True


def test_browser_and_build_give_the_same_files(answered: dict[str, Any]) -> None:
    """Each form holds what CPython gives for it, byte for byte; of a workbook every part of the archive."""
    work, tree = saved()
    bridge = Bridge(tree)
    for form, reply in zip(MEDIA, answered["replies"], strict=True):
        message = {"type": "export", "seq": reply["seq"], "today": TODAY, "form": form, "work": {"saved": work}}
        ours = json.loads(bridge.handle(json.dumps(message)))
        assert reply["type"] == "export", reply
        assert reply["name"] == ours["name"]
        theirs, here = (base64.b64decode(each["base64"]) for each in (reply, ours))
        assert len(theirs) > 500
        assert members(theirs) == members(here) if form == "xlsx" else theirs == here


def test_workbook_of_the_browser_is_read_without_a_fault(answered: dict[str, Any]) -> None:
    """The workbook that the browser makes reads back as the agreed answers; the one remark says whose they are."""
    reply = next(each for form, each in zip(MEDIA, answered["replies"], strict=True) if form == "xlsx")
    found, faults = read_xlsx(base64.b64decode(reply["base64"]), reply["name"])
    assert found is not None
    assert [fault.code for fault in faults] == ["samen"]
    assert found["answers"]


def test_engine_adds_to_no_package_of_the_library_but_encodings() -> None:
    """A package whose parts lie in two archives is only found whole where the worker says so."""
    own = {name.partition(".")[0] for name in listed_modules(SCAN_MODULES)}
    assert own & {name.partition(".")[0] for name in listed_modules()} <= {"encodings"}


def test_nothing_of_a_scan_weighs_on_an_aid() -> None:
    """The names that the two engines share are those of an aid, and its entry names no module of a scan at its top."""
    entry = (Path(REPOSITORY) / "aids" / "runtime" / "bridge.py").read_text(encoding="utf-8")
    assert "\nfrom aids.runtime.scan" not in entry
