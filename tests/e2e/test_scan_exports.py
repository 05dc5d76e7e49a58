"""The exports of the scan in the sealed worker: every form is made and read back with what came in before."""

import base64
import random
from typing import Any

import pytest
from playwright.sync_api import Page

from aids.compiler.loader import load_tree
from aids.compiler.project import TREES
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.export import MEDIA
from aids.export.xlsx_read import read_xlsx
from aids.runtime.saved import read_data
from aids.runtime.saved_faults import Faults
from tests.e2e.conftest import REPOSITORY
from tests.e2e.watching import Site, Watch
from tests.random_scans import random_saved

pytestmark = pytest.mark.e2e

START = """
async (assets) => {
  const { ScanEngine } = await import(assets + "scan-engine.js");
  window.engine = new ScanEngine(new URL(assets), "zelfscan");
  return window.engine.start().then(() => null, (error) => `${error.name} ${error.code} ${error.message}`);
}
"""
EXPORT = "([form, saved]) => window.engine.export(form, { saved, earlier: null })"
READ = "([name, base64]) => window.engine.read(name, { base64 })"


@pytest.fixture
def started(watch: Watch, site: Site) -> Watch:
    """A page without an aid in which the scan's Python is ready."""
    watch.page.goto(site.address)
    assert watch.page.evaluate(START, site.assets) is None
    return watch


def document() -> dict[str, Any]:
    """Return a document of the site's own scan, of one respondent, in normal form."""
    tree, _ = load_tree(REPOSITORY / TREES / "zelfscan.yml")
    assert isinstance(tree, ScanDocument)
    dice = random.Random(9)  # noqa: S311  the same each time
    saved = read_data(random_saved(dice, compile_scan(tree)), Faults("proef"))
    assert saved is not None
    return saved


def exported(page: Page, form: str, saved: dict[str, Any]) -> dict[str, str]:
    """Return the reply to an export."""
    reply: dict[str, str] = page.evaluate(EXPORT, [form, saved])
    return reply


def test_every_form_is_made_without_a_request(started: Watch) -> None:
    """Each form comes out whole and under a neutral name, while nothing is asked of any host and no rule is broken."""
    saved = document()
    before = len(started.requests)
    for form, media in MEDIA.items():
        reply = exported(started.page, form, saved)
        assert reply["media"] == media
        assert reply["name"].startswith("werkblad-")
        assert len(base64.b64decode(reply["base64"])) > 500
    assert started.requests[before:] == []
    assert started.violations() == []


def test_the_workbook_of_the_page_reads_back_there_and_here(started: Watch) -> None:
    """The page reads its own workbook as CPython does: the same answers and notes, and no fault."""
    saved = document()
    reply = exported(started.page, "xlsx", saved)
    found, faults = read_xlsx(base64.b64decode(reply["base64"]), reply["name"])
    assert found is not None
    assert faults == []
    assert found["answers"] == saved["answers"]
    read = started.page.evaluate(READ, [reply["name"], reply["base64"]])
    assert read["faults"] == []
    assert (read["saved"]["answers"], read["saved"]["notes"]) == (found["answers"], found["notes"])
