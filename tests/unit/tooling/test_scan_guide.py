"""Laws of the guide for who writes a scan: its sample is whole, and gives what the guide says."""

import json
import re
from pathlib import Path

import pytest

from aids.commands.new import HELP
from aids.compiler.checks import check_scan
from aids.compiler.editorial import load_editorial
from aids.compiler.loader import load_tree
from aids.compiler.loader_head import KEYS as HEAD_KEYS
from aids.compiler.page_texts import page_texts
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.compiler.scan.loading import KEYS, LINE_KEYS
from aids.compiler.scan.pages import lost_pages, places
from aids.compiler.scan.proof import prove_scan
from aids.runtime.scan.view import consult_scan

ROOT = Path(__file__).resolve().parents[3]
PAGE = "docs/redactie/zelfscan-schrijven.md"
GUIDE = (ROOT / PAGE).read_text(encoding="utf-8")
SAMPLE, CHANGES = re.findall(r"(?ms)^```yaml\n(.*?)^```$", GUIDE)
(ANSWERS,) = (json.loads(block) for block in re.findall(r"(?ms)^```json\n(.*?)^```$", GUIDE))
TODAY = "2026-11-22"


def read(folder: Path, text: str) -> ScanDocument:
    """Return the scan of the guide, once neither reading nor checking has anything to say about it."""
    path = folder / "scholing.yml"
    path.write_text(text, encoding="utf-8")
    document, found = load_tree(path)
    assert found == []
    assert isinstance(document, ScanDocument)
    assert check_scan(document, load_editorial(ROOT / "docs")[0], today=TODAY) == []
    assert list(lost_pages(document, places(page_texts(ROOT / "docs", "docs")))) == []
    return document


def test_the_sample_is_a_whole_scan_and_proven(tmp_path: Path) -> None:
    """Who takes it over has a scan without findings."""
    document = read(tmp_path, SAMPLE)
    assert document.id == path_of(SAMPLE)
    assert prove_scan(document, compile_scan(document)).result == "proven"


def path_of(sample: str) -> str:
    """Return the name of the file that the guide gives its sample, which is the id in it."""
    found = re.search(r"`decision_trees/([a-z-]+)\.yml`", GUIDE)
    assert found
    assert f"id: {found[1]}\n" in sample
    return found[1]


def test_the_answers_of_the_guide_give_its_score(tmp_path: Path) -> None:
    """With one line known, one left out and one open the criterion scores from 1 to 2."""
    scan = compile_scan(read(tmp_path, SAMPLE))
    view = consult_scan(scan, ANSWERS["answers"], TODAY, ANSWERS["weights"])
    assert view["errors"] == []
    score = view["scores"]["criteria"]["c3"]
    assert (score["low"], score["high"]) == (1, 2)
    assert "scoort daarom van 1 tot 2" in GUIDE


def test_the_list_of_changes_of_the_guide_can_be_added(tmp_path: Path) -> None:
    """The block stands at the end of the file as it is written."""
    assert read(tmp_path, SAMPLE + CHANGES).changes[0].advice == ("c3b",)


@pytest.mark.parametrize("key", LINE_KEYS)
def test_every_key_of_a_line_is_explained(key: str) -> None:
    """The table of the guide names each, but the criterion that its text explains."""
    assert key == "criterion" or f"| `{key}` |" in GUIDE


def test_every_section_is_named() -> None:
    """No section of a scan is left for the reader to find out."""
    for key in set(KEYS) - set(HEAD_KEYS):
        assert f"{key}:" in SAMPLE + CHANGES


def test_new_sends_who_wants_a_scan_to_the_guide() -> None:
    """`new` makes no scan and says where one begins."""
    assert PAGE in HELP
