"""The trimmed runtime: the engine's own unit tests, run by the browser's Python in the worker that readers get."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.e2e.test_sealed import client
from tests.e2e.watching import Site, Watch, python_worker

pytestmark = pytest.mark.e2e

REPOSITORY = Path(__file__).parents[2]
TESTS = sorted((REPOSITORY / "tests" / "unit" / "runtime").glob("*.py"))

EXPOSED = ("const python = await", "const python = globalThis.testedPython = await")
RUN = """
import importlib, json, sys

def run(texts):
    sys.path.insert(0, "/trimmed")
    passed, failures = [], []
    for name in json.loads(texts):
        module = importlib.import_module(name)
        for test in [value for key, value in vars(module).items() if key.startswith("test_")]:
            try:
                test()
            except BaseException as error:
                failures.append(f"{name}.{test.__name__}: {error!r} at line {error.__traceback__.tb_next.tb_lineno}")
            else:
                passed.append(f"{name}.{test.__name__}")
    return json.dumps({"passed": passed, "failures": failures})

run
"""
SHIP = """
([sources, names, code]) => {
  const python = globalThis.testedPython;
  for (const [path, text] of Object.entries(sources)) {
    const full = `/trimmed/${path}`;
    python.FS.mkdirTree(full.slice(0, full.lastIndexOf("/")));
    python.FS.writeFile(full, text);
  }
  return python.runPython(code)(JSON.stringify(names));
}
"""
JAVASCRIPT = ("js", "pyodide_js")
BROKEN = "def test_that_fails():\n    assert 1 == 2\n"


def run_in_worker(watch: Watch, site: Site, sources: dict[str, str]) -> dict[str, Any]:
    """Run every `test_*` function of `sources` (path to text) in a worker whose Python this test can reach."""

    def expose(route: Route) -> None:
        response = route.fetch()
        assert EXPOSED[0] in response.text()
        route.fulfill(response=response, body=response.text().replace(*EXPOSED))

    watch.page.route("**/worker.js", expose)
    assert client(watch, site) is None
    names = [path.removesuffix(".py").replace("/", ".") for path in sources if Path(path).name.startswith("test_")]
    outcome: dict[str, Any] = json.loads(python_worker(watch.page).evaluate(SHIP, [sources, names, RUN]))
    return outcome


def test_the_engines_tests_pass_in_the_browser(watch: Watch, site: Site) -> None:
    """Every unit test of the runtime passes in the trimmed Python: no module is missing on any path that they walk."""
    sources = {path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in TESTS}
    outcome = run_in_worker(watch, site, sources)
    assert outcome["failures"] == []
    expected = sum(text.count("\ndef test_") for text in sources.values())
    assert len(outcome["passed"]) == expected > 0


def test_a_failing_test_is_reported(watch: Watch, site: Site) -> None:
    """The test above can fail: a test that breaks in the browser comes back with what was wrong."""
    outcome = run_in_worker(watch, site, {"broken/test_broken.py": BROKEN})
    assert outcome["passed"] == []
    assert "AssertionError" in outcome["failures"][0]


def test_python_cannot_name_javascript(watch: Watch, site: Site) -> None:
    """The engine computes: what would lead to the page or the network has no name in its Python."""
    sources = {f"named/test_{name}.py": f"def test_it():\n    import {name}\n" for name in JAVASCRIPT}
    outcome = run_in_worker(watch, site, sources)
    assert outcome["passed"] == []
    assert len(outcome["failures"]) == len(JAVASCRIPT)
    assert all("ModuleNotFoundError" in failure for failure in outcome["failures"])
