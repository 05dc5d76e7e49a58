"""Laws of `aids.site.markdown`: what each of our marks becomes, and that a name that does not exist is heard."""

import logging
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from aids.site import markdown
from aids.site.library import load_library
from aids.site.slices import slices

ROOT = Path(__file__).parents[3]


@pytest.fixture
def convert() -> Callable[[str], str]:
    """Return the conversion of Markdown with our extension, on the repository's own data."""
    extension = markdown.makeExtension(root=str(ROOT))
    return Markdown(extensions=["tables", "attr_list", "md_in_html", extension]).convert


def test_a_reference_is_a_link_to_its_place(convert: Callable[[str], str]) -> None:
    """The link goes to the page of sources from the top of docs/, which the engine makes relative and checks."""
    html = convert("Zo. [[wmo-2015#5.2.6]]")
    assert '<a class="vw-cite" href="/over/bronnen.md#wmo-2015-5.2.6">Wmo 2015 5.2.6</a>' in html


def test_a_contact_is_a_telephone_link(convert: Callable[[str], str]) -> None:
    """The number comes from the one data file."""
    contact = load_library(ROOT).editorial.contacts["veilig-thuis"]
    assert f'href="tel:{contact.tel}">{contact.number}</a>' in convert("Bel [[contact:veilig-thuis]].")


@pytest.mark.parametrize(
    "text", ["[[wmo-2015#bestaat-niet]]", "[[contact:niemand]]", "[[]]]", "::: aid bestaat-niet", "::: figuur weg"]
)
def test_an_unknown_name_is_a_warning_of_the_engine(
    convert: Callable[[str], str], caplog: pytest.LogCaptureFixture, text: str
) -> None:
    """Under `--strict` a warning below the engine's logger fails the build; nothing is invented in its place."""
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        html = convert(text)
    assert "href" not in html
    assert [record.name for record in caplog.records] == (["mkdocs.aids"] if text != "[[]]]" else [])


@pytest.mark.parametrize(("mark", "kind"), [("aid", "data-aid"), ("checklist", "aid-blank")])
def test_a_tree_stands_in_the_page_as_the_compiler_rendered_it(
    convert: Callable[[str], str], mark: str, kind: str
) -> None:
    """The aid and the blank sheet are put in whole, between the paragraphs around them."""
    html = convert(f"Voor.\n\n::: {mark} meldcode\n\nNa.")
    assert kind in html
    assert html.startswith("<p>Voor.</p>\n<div")
    assert html.endswith(("</div>\n\n<p>Na.</p>", "</div>\n<p>Na.</p>"))


@pytest.mark.parametrize(("mark", "kind"), [("aid", 'data-aid-kind="scan"'), ("checklist", "scan-form")])
def test_a_scan_stands_in_the_page_under_the_same_marks(convert: Callable[[str], str], mark: str, kind: str) -> None:
    """An editor need not know which kind of tree it is."""
    html = convert(f"Voor.\n\n::: {mark} zelfscan\n\nNa.")
    assert kind in html
    assert html.startswith("<p>Voor.</p>\n<div")


class Seen(Treeprocessor):
    """Stands where the engine looks for places in a page."""

    def run(self, root: Element) -> None:
        """Note the ids."""
        self.found = {element.get("id") for element in root.iter() if element.get("id")}


def test_the_engine_is_told_the_places_in_what_it_does_not_read() -> None:
    """Links to a line of a scan can be checked, and nothing of how that is told is left in the page."""
    md = Markdown(extensions=["tables", "attr_list", "md_in_html", markdown.makeExtension(root=str(ROOT))])
    seen = Seen(md)
    md.treeprocessors.register(seen, "seen", 5)
    html = md.convert("::: aid zelfscan")
    assert {"zelfscan-c1", "zelfscan-c10g"} <= seen.found
    assert html.count('id="zelfscan-c1"') == 1
    assert markdown.ANCHORS not in html


def test_the_list_of_sources_has_an_anchor_for_each_place(convert: Callable[[str], str]) -> None:
    """Every `source#section` that can be cited can be reached."""
    html = convert("::: bronnen")
    anchors = [part.attributes["id"] for part in slices(html) if "id" in part.attributes]
    sources = load_library(ROOT).editorial.sources.values()
    places = [f"{source.id}-{section}" for source in sources for section in source.sections]
    assert set(places) <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_a_table_is_boxed_and_named_by_its_heading(convert: Callable[[str], str]) -> None:
    """A wide table can scroll by itself under a name, and each cell carries its head for a narrow screen."""
    html = convert("## Toen\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n\n## Nu\n\n| a |\n|---|\n| 1 |")
    boxes = [part.attributes for part in slices(html) if part.has_class("vw-table")]
    assert [box["data-vw-table"] for box in boxes] == ["Tabel: Toen", "Tabel: Nu"]
    assert ["vw-table--stack" in box["class"] for box in boxes] == [True, False]
    assert '<td data-vw-head="b">2</td>' in html


def test_code_and_escapes_are_left_alone(convert: Callable[[str], str]) -> None:
    """What is written as code is shown, not followed."""
    assert "<code>[[wmo-2015#5.2.6]]</code>" in convert("`[[wmo-2015#5.2.6]]`")


def test_a_table_of_two_sides_names_both(convert: Callable[[str], str]) -> None:
    """In the box of a table to filter the first cell of a row is its head; elsewhere cells stay cells."""
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    html = convert(f"<div data-vw-matrix markdown>\n\n{table}\n\n</div>")
    assert '<th data-vw-head="a" scope="row">1</th>' in html
    assert html.count('scope="col"') == 2
    assert "scope" not in convert(table)


def test_a_figure_stands_where_a_page_names_it(convert: Callable[[str], str]) -> None:
    """Its words are converted like those of a page: sources and numbers become links."""
    html = convert("Voor.\n\n::: figuur huisverbod\n\nNa.")
    assert html.count('data-vw-figure="huisverbod"') == 1
    assert 'href="/over/bronnen.md#wet-tijdelijk-huisverbod-9"' in html
    assert 'href="tel:112"' in html
    assert "[[" not in html
