"""Fixtures of the tests of the search: the index of the real site, made once, asked through the modules of the page."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aids.compiler.diagnostics import Diagnostic
from aids.compiler.editorial import load_editorial
from aids.compiler.glossary import load_glossary
from aids.compiler.node import NODE
from aids.compiler.search_words import load_search_words
from aids.site.engine import build_pages
from aids.site.search import make_search

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [folder, script] = process.argv.slice(1);
const load = (name) => import(pathToFileURL(`${folder}/${name}`).href);
const given = JSON.parse(readFileSync(0, "utf8"));
const [{ Search }, { default: text }, nearest, excerpts] = await Promise.all(
  ["query.js", "data.js", "nearest.js", "excerpt.js"].map(load),
);
const data = JSON.parse(text);
const search = await Search.load(data);
const parts = { search, data, given, ...nearest, ...excerpts };
const made = new Function(...Object.keys(parts), script)(...Object.values(parts));
process.stdout.write(JSON.stringify(made));
"""

type Ask = Callable[[str, object], Any]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Diagnostic]]:
    """The folder of the search of the real site, and what was found in making it."""
    site = tmp_path_factory.mktemp("search") / "site"
    assert build_pages(ROOT, site) == []
    words, faults = load_search_words(ROOT / "docs", "docs")
    editorial, _ = load_editorial(ROOT / "docs")
    found = [*faults, *make_search(ROOT, site, words, editorial, load_glossary(ROOT / "docs", editorial)[0])]
    (folder,) = (site / "assets").glob("search-*")
    return folder, found


@pytest.fixture(scope="session")
def ask(made: tuple[Path, list[Diagnostic]]) -> Ask:
    """Run a script in Node with the real `search`, its `data`, its helpers and what is `given`; return its outcome."""

    def run(script: str, given: object) -> Any:  # noqa: ANN401  whatever the script makes
        command = [NODE, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--input-type=module", "--eval", RUN]
        done = subprocess.run(
            [*command, str(made[0]), script],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
