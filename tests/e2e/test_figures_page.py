"""Laws of figures and of the table to filter, in a real browser: they fit, they can be read, they print whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.e2e.site_reader import DESKTOP, PHONE, pages_of, put_on_paper, reading
from tests.e2e.watching import Site

pytestmark = pytest.mark.e2e

PAPER = {"width": 672, "height": 1000}
"""What is left of A4 within margins of 16 mm, in CSS pixels."""

MATRIX = "handboeken/bouwstenen-preventie/partijen/"
OUTSIDE = """figure => {
  const edge = figure.getBoundingClientRect();
  return [...figure.querySelectorAll("p, li, h2, h3, text, svg, figcaption")]
    .filter((part) => {
      const box = part.getBoundingClientRect();
      return box.width && (box.left < edge.left - 1 || box.right > edge.right + 1);
    })
    .map((part) => part.outerHTML.slice(0, 80));
}"""
SMALLEST = """figure => {
  const parts = [...figure.querySelectorAll("p, li, h2, h3, text, figcaption")];
  return Math.min(...parts.map((part) => parseFloat(getComputedStyle(part).fontSize)));
}"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
BODY = "parseFloat(getComputedStyle(document.body).fontSize)"


def with_figures(folder: Path) -> list[str]:
    """Return the addresses of the pages that have a figure."""
    return [name for name in pages_of(folder) if "data-vw-figure=" in _text(folder, name)]


def _text(folder: Path, name: str) -> str:
    path = folder / name
    return (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")


def figures(page: Page, site: Site) -> Iterator[tuple[str, Locator]]:
    """Open each page with figures and yield each of them with its name."""
    for name in with_figures(site.folder):
        page.goto(site.address + name)
        for figure in page.locator("[data-vw-figure]").all():
            yield f"{name} {figure.get_attribute('data-vw-figure')}", figure


def test_there_are_five_figures_each_named_and_with_a_source(browser: Browser, site: Site) -> None:
    """Phases, who does what, two lists, the ban in time, prevention: each has a name, a status and a reference."""
    found = set()
    with reading(browser, viewport=DESKTOP) as page:
        for name, figure in figures(page, site):
            found.add(name.rpartition(" ")[2])
            title = page.locator(f"#{figure.get_attribute('aria-labelledby')}")
            assert title.inner_text().strip(), name
            caption = figure.locator("figcaption")
            assert "Status: " in caption.inner_text(), name
            assert caption.locator(".vw-cite").count(), name
            assert figure.locator("[style]").count() == 0, name
            shapes = figure.locator("svg").all()
            assert all(shape.get_attribute("aria-hidden") or shape.locator("title").count() for shape in shapes), name
    assert found == {"fasen", "wie-doet-wat", "balansmodel", "huisverbod", "preventie"}


@pytest.mark.parametrize("width", [320, PHONE["width"], 768, DESKTOP["width"]])
def test_a_figure_fits_and_is_as_large_as_the_text(browser: Browser, site: Site, width: int) -> None:
    """Nothing of a figure sticks out at any width; on a phone its words are no smaller than those of the page."""
    with reading(browser, viewport={"width": width, "height": 800}) as page:
        for name, figure in figures(page, site):
            assert figure.evaluate(OUTSIDE) == [], name
            if width <= PHONE["width"]:
                assert figure.evaluate(SMALLEST) >= page.evaluate(BODY), name


def test_a_figure_prints_whole(browser: Browser, site: Site) -> None:
    """On paper a figure is not cut: it fits between the margins, is asked not to break, and no word is under 9 pt."""
    with reading(browser, viewport=PAPER, color_scheme="dark") as page:
        for name in with_figures(site.folder):
            page.goto(site.address + name)
            put_on_paper(page)
            for figure in page.locator("[data-vw-figure]").all():
                assert figure.evaluate(OUTSIDE) == [], name
                assert figure.evaluate("e => e.getBoundingClientRect().height") < PAPER["height"], name
                assert figure.evaluate("e => getComputedStyle(e).breakInside") == "avoid", name
                assert figure.evaluate(SMALLEST) >= 9 * 96 / 72, name


def shown(page: Page) -> tuple[list[str], list[str]]:
    """Return the heads of the rows and of the columns of the table that are in sight, without the first column."""
    rows = page.locator("[data-vw-matrix] tbody tr:visible th").all_inner_texts()
    return rows, page.locator("[data-vw-matrix] thead th:visible").all_inner_texts()[1:]


def test_the_table_can_be_filtered_by_party_and_by_block(browser: Browser, site: Site) -> None:
    """A party shows its blocks, a block its parties, both one cell; what is shown is told, and all can come back."""
    with reading(browser, viewport=DESKTOP) as page:
        page.goto(site.address + MATRIX)
        choices = page.locator("[data-vw-matrix] fieldset")
        choices.wait_for()
        party, block = page.get_by_label("Partij", exact=True), page.get_by_label("Bouwsteen", exact=True)
        told = page.locator("[data-vw-matrix] [role=status]")
        assert told.inner_text() == "Alle 11 partijen en alle 7 bouwstenen."
        assert page.get_by_role("button", name="Toon alles").count() == 0

        party.select_option(label="Politie")
        assert shown(page) == (["Politie"], ["2 vertrouwen", "5 opgroeien"])
        assert told.inner_text() == "Politie: 2 van de 7 bouwstenen."

        block.select_option(label="4 armoede")
        assert shown(page) == (["Politie"], ["4 armoede"])
        assert "geen kruisje" in told.inner_text()
        assert "niets over melden" in told.inner_text()

        party.select_option(index=0)
        rows, columns = shown(page)
        assert (len(rows), rows[-1], columns) == (6, "Aantal partijen", ["4 armoede"])
        assert told.inner_text() == "Bouwsteen 4 armoede: 5 van de 11 partijen."

        page.get_by_role("button", name="Toon alles").click()
        assert [len(side) for side in shown(page)] == [12, 7]
        assert party.evaluate("e => e === document.activeElement")


def test_the_counts_of_the_table_are_those_of_its_marks(browser: Browser, site: Site) -> None:
    """For each block the number of rows that the filter leaves is the number that stands below the column."""
    with reading(browser, viewport=DESKTOP) as page:
        page.goto(site.address + MATRIX)
        page.locator("[data-vw-matrix] fieldset").wait_for()
        block = page.get_by_label("Bouwsteen", exact=True)
        totals = page.locator("[data-vw-matrix] tbody tr").last.locator("td").all_inner_texts()
        assert len(totals) == 7
        for place, total in enumerate(totals, 1):
            block.select_option(index=place)
            assert len(shown(page)[0]) == int(total) + 1


def test_the_table_is_worked_by_keyboard_alone(browser: Browser, site: Site) -> None:
    """Arrow keys in the native choice filter at once; focus stays where it was."""
    with reading(browser, viewport=DESKTOP) as page:
        page.goto(site.address + MATRIX)
        page.locator("[data-vw-matrix] fieldset").wait_for()
        page.get_by_label("Partij", exact=True).focus()
        page.keyboard.press("ArrowDown")
        assert shown(page)[0] == ["Toegang"]
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert len(shown(page)[0]) == 12


def test_the_table_prints_as_it_is_shown(browser: Browser, site: Site) -> None:
    """On paper: the chosen rows and how much that is, no controls, within the margins."""
    with reading(browser, viewport=PAPER) as page:
        page.goto(site.address + MATRIX)
        page.locator("[data-vw-matrix] fieldset").wait_for()
        box = page.locator("[data-vw-matrix] .vw-table")
        put_on_paper(page)
        assert box.evaluate("e => e.scrollWidth <= e.clientWidth")
        page.get_by_label("Bouwsteen", exact=True).evaluate(
            "e => { e.value = '2'; e.dispatchEvent(new Event('change')); }"
        )
        assert len(shown(page)[0]) == 6
        assert page.locator("[data-vw-matrix] [role=status]").is_visible()
        assert not page.locator("[data-vw-matrix] fieldset").is_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_choices_fit(browser: Browser, site: Site, width: int) -> None:
    """With the choices on it, also the longest, the page scrolls sideways at no width, and neither does the table."""
    with reading(browser, viewport={"width": width, "height": 800}) as page:
        page.goto(site.address + MATRIX)
        page.locator("[data-vw-matrix] fieldset").wait_for()
        page.get_by_label("Partij", exact=True).select_option(index=7)
        assert page.evaluate(SIDEWAYS) <= 0
        page.get_by_label("Partij", exact=True).select_option(index=0)
        assert page.evaluate(SIDEWAYS) <= 0
        assert page.locator("[data-vw-matrix] .vw-table").evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_table_fits_and_is_whole_without_script(browser: Browser, site: Site, width: int) -> None:
    """Without script all rows and columns stand there and nothing promises a filter; nothing scrolls sideways."""
    view = {"width": width, "height": 800}
    with reading(browser, viewport=view, java_script_enabled=False) as page:
        page.goto(site.address + MATRIX)
        assert page.locator("[data-vw-matrix] tbody tr").count() == 12
        assert page.locator("[data-vw-matrix] select").count() == 0
        assert page.locator("[data-vw-matrix] tbody th[scope=row]").count() == 12
        assert page.locator("[data-vw-matrix] .vw-table").evaluate("e => e.scrollWidth <= e.clientWidth")
