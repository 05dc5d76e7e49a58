"""Laws of the place where readers report an error: an honest address, closed choices only, and every page named."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from aids.compiler.editorial import Report, load_editorial
from aids.compiler.pages import MADE
from aids.compiler.render import LEAVE, NEUTRAL_PAGE
from aids.compiler.reviews import Review
from aids.site import markdown
from aids.site.leave_button import leave_button
from aids.site.library import load_library
from aids.site.report_page import KINDS, NOWHERE, report_form
from aids.site.slices import slices
from tests.unit.compiler.samples import CONTACTS, write_project

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def html() -> str:
    """The address and the form as Markdown makes them, on the repository's own data."""
    return Markdown(extensions=[markdown.makeExtension(root=str(ROOT))]).convert("::: foutmelding")


def address(report: Report) -> str:
    """Return what the page says of where to report."""
    line = report_form(report, [])[0]
    assert not isinstance(line, str)
    link = line.find("a")
    target = f" <{link.attrib['href']}>" if link is not None else ""
    return "".join(line.itertext()) + target


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (Report(), NOWHERE),
        (Report("Gemeente X"), "Geef uw melding aan Gemeente X."),
        (Report("Gemeente X", "a@x.nl"), "Stuur uw melding naar Gemeente X: a@x.nl. <mailto:a@x.nl>"),
        (Report("X & Y", "https://x.nl/fout"), "Stuur uw melding naar X & Y: https://x.nl/fout. <https://x.nl/fout>"),
    ],
)
def test_the_page_says_where_to_report_as_far_as_it_is_known(report: Report, said: str) -> None:
    """Without an address the page says so; it invents none."""
    assert address(report) == said


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", Report()),
        ("  report:\n", Report()),
        ("  report: {organisation: Gemeente X}\n", Report("Gemeente X")),
        ("  report: {organisation: X, address: a@x.nl}\n", Report("X", "a@x.nl")),
    ],
)
def test_the_place_to_report_comes_from_the_contacts(tmp_path: Path, lines: str, expected: Report) -> None:
    """The organisation that places the site says it in the data; it may be left empty."""
    write_project(tmp_path)
    (tmp_path / "docs/gegevens/contacten.yml").write_text(CONTACTS + lines, encoding="utf-8")
    editorial, found = load_editorial(tmp_path / "docs")
    assert found == []
    assert editorial.report == expected


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("  report: tekst\n", ["VW203"]),
        ("  report: {address: a@x.nl}\n", ["VW202"]),
        ("  report: {organisation: X, email: a@x.nl}\n", ["VW201"]),
        ("  report: {organisation: X, address: 'javascript:alert(1)'}\n", ["VW967"]),
        ("  report: {organisation: X, address: 'http://x.nl'}\n", ["VW967"]),
        ("  report: {organisation: X, address: 'a@x.nl?bcc=b@y.nl'}\n", ["VW967"]),
    ],
)
def test_a_wrong_place_to_report_is_a_finding(tmp_path: Path, lines: str, codes: list[str]) -> None:
    """Only an e-mail address or an https address can be written; anything else is found where it stands."""
    write_project(tmp_path)
    (tmp_path / "docs/gegevens/contacten.yml").write_text(CONTACTS + lines, encoding="utf-8")
    _, found = load_editorial(tmp_path / "docs")
    assert [item.code for item in found] == codes


def test_nothing_can_be_typed_and_nothing_can_be_sent(html: str) -> None:
    """The form has choices from closed lists and plain buttons: no text field, no form that submits."""
    parts = slices(html)
    fields = [part for part in parts if part.name in {"input", "textarea", "form"}]
    assert {part.attributes["type"] for part in fields} == {"radio"}
    assert [part.attributes["value"] for part in fields] == list(KINDS)
    assert {part.attributes["type"] for part in parts if part.name == "button"} == {"button"}


def test_without_a_script_there_is_no_form(html: str) -> None:
    """All that needs the script is in a template, which shows nothing; the address is not."""
    parts = slices(html)
    (template,) = (part for part in parts if part.name == "template")
    acting = [part for part in parts if part.name in {"input", "select", "button", "fieldset"}]
    assert acting
    assert all(template.start < part.start < template.end for part in acting)
    assert html.index("<p>") < template.start


def test_every_page_can_be_named(html: str) -> None:
    """Each page of the site is a choice with its path as name, which is what the link at its foot puts after #."""
    options = [part.attributes for part in slices(html) if part.name == "option"]
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert {option["value"] for option in options} == pages | {""}
    assert all(option["id"] == option["value"] for option in options if option["value"])


def test_pages_are_called_by_title_and_part() -> None:
    """Two pages with one title can be told apart by the part that they belong to."""
    pages = [("Start", "index.md"), ("Thema’s", "themas/index.md"), ("Gemeente", "themas/gemeente.md")]
    reviews = [Review("2027-01-01", "2026-01-01", title, f"docs/{page}", page, "") for title, page in pages]
    form = str(report_form(Report(), reviews)[1])
    names = [form[part.inner_start : part.inner_end].strip() for part in slices(form) if part.name == "option"]
    assert names == ["Kies een pagina", "Gemeente (Thema’s)", "Start", "Thema’s"]


def test_every_made_block_is_known_to_the_checks() -> None:
    """What the extension can make is what the checks on pages let an editor write."""
    assert set(markdown.MAKERS) == set(MADE)


@pytest.fixture
def convert() -> Callable[[str], str]:
    """Return the conversion of Markdown with our extension, on the repository's own data."""
    return Markdown(extensions=[markdown.makeExtension(root=str(ROOT))]).convert


def test_the_button_to_leave_is_a_plain_link_to_the_empty_page(convert: Callable[[str], str]) -> None:
    """It goes where the aids go, says nothing of where it came from, and works before any script."""
    (link,) = leave_button()
    assert link.text == LEAVE
    assert link.attrib["href"] == NEUTRAL_PAGE
    assert link.attrib["rel"] == "nofollow noreferrer"
    assert f'href="{NEUTRAL_PAGE}" rel="nofollow noreferrer">{LEAVE}</a>' in convert("::: verlaat")


def test_the_page_for_victims_has_the_button() -> None:
    """Who reads about oneself can leave at once, and the page says what the button cannot do."""
    text = (ROOT / "docs/voordeur/voor-uzelf.md").read_text(encoding="utf-8")
    assert re.search(r"(?m)^::: verlaat$", text)
    assert "geschiedenis niet wissen" in text
    assert load_library(ROOT).editorial.contacts["kindertelefoon"].certainty == "vrij-zeker"
