"""Laws of the editors' guide: who follows it step by step gets what it says."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from aids.compiler.compile import compile_tree
from aids.compiler.document import Document
from aids.compiler.pages import ROLES
from aids.compiler.project import load_project
from aids.compiler.proof import prove
from aids.compiler.starter import starter
from aids.runtime.bridge import consult_text
from tests.unit.compiler.samples import CONTACTS, PAGE

ROOT = Path(__file__).resolve().parents[3]
GUIDE = ROOT / "docs/redactie"
TODAY = "2026-11-22"
WRITING = (GUIDE / "keuzehulp-schrijven.md").read_text(encoding="utf-8")
BLOCKS: list[str] = re.findall(r"(?ms)^```yaml\n(.*?)^```$", WRITING)
ANSWERS: list[str] = re.findall(r"(?ms)^```json\n(.*?)^```$", WRITING)
MENU = next(block for block in BLOCKS if "keuzehulpen/" in block)
SCHEMA, QUESTION, ADVICE, SECOND, THIRD, OTHERWISE, VIGNETTE = (block for block in BLOCKS if block != MENU)


def follow() -> str:
    """Return the tree that comes of doing what the guide says, in its order."""
    text = starter("wapen-in-huis", date(2026, 11, 22))
    assert text.startswith(SCHEMA)
    text = _before(text, "  - id: zorgen\n", QUESTION)
    text = _before(text, "  - id: zoek-uit\n", ADVICE)
    for mark, block in (("      - row: R2\n", SECOND), ("      - row: R3\n", THIRD), ("    otherwise:\n", OTHERWISE)):
        old = text[text.index(mark) + len(mark) :].split("\n", 1)[0] + "\n"
        assert old.strip().startswith("when:")
        text = text.replace(mark + old, mark + block)
    text = re.sub(r"given: \{(.*)\}", r"given: {\1, wapen: nee}", text)
    return text + VIGNETTE


def _before(text: str, mark: str, block: str) -> str:
    assert text.count(mark) == 1
    return text.replace(mark, block + mark)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """Return the tree of the guide, once `check` has nothing to say about it."""
    sources = (ROOT / "docs/gegevens/bronnen.yml").read_text(encoding="utf-8")
    files = {
        "decision_trees/wapen-in-huis.yml": follow(),
        "docs/gegevens/bronnen.yml": re.sub(r"(?m)^ +page: .*\n", "", sources),
        "docs/gegevens/contacten.yml": CONTACTS,
        "docs/index.md": PAGE,
        "docs/keuzehulpen/wapen-in-huis.md": re.findall(r"(?ms)^```markdown\n(.*?)^```$", WRITING)[0],
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    project = load_project(tmp_path, today=TODAY)
    assert project.diagnostics == ()
    (found,) = project.documents
    return found


def test_the_tree_of_the_guide_gives_what_it_says(document: Document) -> None:
    """The answers of the guide give the advice that it wrote."""
    view = consult_text(compile_tree(document), ANSWERS[0], TODAY)
    assert view["errors"] == []
    assert "ga-niet-alleen" in {item["id"] for item in view["advice"] if item["certainty"] == "certain"}


def test_the_tree_of_the_guide_is_proven_but_for_what_it_names(document: Document) -> None:
    """`prove` finds no fault; it proposes cases, also about the answer that the guide says it wrote none for."""
    certificate = json.loads(json.dumps(prove(document, compile_tree(document)).to_json()))
    assert certificate["result"] == "proven"
    proposals = [item["proposal"]["given"] for item in certificate["mutants"]["surviving"]]
    assert {"onbekend"} < {given["wapen"] for given in proposals}


def test_the_start_of_an_author_is_proven_whole(tmp_path: Path) -> None:
    """What `new` makes has a complete proof: no finding, and no mutant that nothing notices."""
    path = tmp_path / "decision_trees/proef.yml"
    path.parent.mkdir()
    path.write_text(starter("proef", date(2026, 11, 22)), encoding="utf-8")
    for name, text in (("bronnen", (ROOT / "docs/gegevens/bronnen.yml").read_text("utf-8")), ("contacten", CONTACTS)):
        place = tmp_path / f"docs/gegevens/{name}.yml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (document,) = load_project(tmp_path, today=TODAY).documents
    certificate = prove(document, compile_tree(document)).to_json()
    assert certificate["result"] == "proven"
    assert certificate["mutants"]["surviving"] == []


def test_the_menu_of_the_guide_stands_as_in_mkdocs() -> None:
    """The line for the menu is indented as the others are."""
    assert re.match(r" {6}- .+: keuzehulpen/[a-z-]+\.md\n$", MENU)
    assert re.search(r"(?m)^ {6}- Meldcode: keuzehulpen/meldcode\.md$", (ROOT / "mkdocs.yml").read_text("utf-8"))


def test_every_role_of_a_second_reader_is_explained() -> None:
    """The page on reviewing lists exactly the roles that a page may name."""
    text = (GUIDE / "nakijken.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\| `([a-z-]+)` \|", text) == list(ROLES)


def test_every_page_of_the_guide_is_in_the_menu() -> None:
    """No page for editors can only be found by its address."""
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [path.name for path in GUIDE.glob("*.md") if f"redactie/{path.name}" not in menu] == []
