"""Laws of links to outside: only listed addresses, each with a day on which it was right or the reason why not."""

from pathlib import Path

import pytest

from aids.compiler.outside_links import addresses, outside_links
from aids.compiler.page_texts import page_texts

ROOT = Path(__file__).resolve().parents[3]
FRONT = "---\ntitle: Blad\nreviewed: 2026-01-01\nreview_by: 2099-01-01\n---\n"
LIST = """\
links:
  - {address: "https://wet.example/a", seen: 2026-11-22}
  - {address: "https://b.example", reason: niet nagegaan}
"""


def found_in(root: Path, body: str, listed: str | None = LIST, template: str = "") -> list[tuple[str, str, int, int]]:
    """Return code, file, line and column of what is found."""
    files = {"docs/blad.md": FRONT + body, "overrides/a.html": template}
    if listed is not None:
        files["docs/gegevens/links.yml"] = listed
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    found = outside_links(page_texts(root / "docs", "docs"), root / "docs", "docs", root / "overrides")
    assert all(item.excerpt for item in found)
    return [(item.code, Path(item.at.file).name, item.at.line, item.at.column) for item in found]


def test_a_listed_address_may_stand_anywhere(tmp_path: Path) -> None:
    """In a link, in text, at the end of a sentence; what is code or hidden is no link."""
    assert found_in(tmp_path, "[a](https://wet.example/a) <https://b.example>, https://wet.example/a.") == []
    assert found_in(tmp_path, "`https://c.example` <!-- //d.example -->\n") == []
    assert found_in(tmp_path, "Zie [start](index.md) en a//b.\n", listed=None) == []


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("Zie [de wet](https://wet.example/b).\n", 14),
        ("Zie https://wet.example.\n", 5),
        ("[x](//wet.example/a)\n", 5),
        ("[x](HTTP://wet.example/a)\n", 5),
        ('<a href="https://oud.example/files">x</a>\n', 10),
        ("[x]: https://oud.example\n", 6),
    ],
)
def test_any_other_address_is_found_in_place(tmp_path: Path, body: str, column: int) -> None:
    """However it is written, an address that nobody looked at is a fault; without a list every one is."""
    assert found_in(tmp_path, body) == [("VW952", "blad.md", 6, column)]
    assert found_in(tmp_path, body, listed=None) == [("VW952", "blad.md", 6, column)]


def test_a_template_links_by_the_same_list(tmp_path: Path) -> None:
    """A link that every page shows is looked at too; what a template loads is for the check of the built page."""
    template = '<link href="https://c.example">\n<p><a class="x" href="https://c.example">https://d.example</a></p>'
    assert found_in(tmp_path, "", template=template) == [("VW952", "a.html", 2, 23)]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ('links:\n  - {address: "https://a.example"}\n', [("VW202", "links.yml", 2, 5)]),
        ("links:\n  - {seen: 2026-11-22}\n", [("VW202", "links.yml", 2, 5)]),
        ('links:\n  - {address: "https://a.example", seen: ooit, reason: x}\n', [("VW208", "links.yml", 2, 42)]),
        ("- a\n", [("VW203", "links.yml", 1, 1)]),
        ("links: []\n", []),
    ],
)
def test_the_list_itself_is_checked(tmp_path: Path, listed: str, expected: list[tuple[str, str, int, int]]) -> None:
    """An entry has an address, and a day or a reason."""
    assert found_in(tmp_path, "", listed=listed) == expected


def test_this_site_links_only_to_what_is_listed() -> None:
    """No page or template of this repository leads to an address that nobody looked at."""
    pages = page_texts(ROOT / "docs", "docs")
    assert outside_links(pages, ROOT / "docs", "docs", ROOT / "overrides") == []


def test_an_address_ends_where_the_sentence_does() -> None:
    """Marks that close a sentence are no part of an address."""
    assert [found for _, _, found in addresses("(https://a.example/b?c=d), https://e.example/f.")] == [
        "https://a.example/b?c=d",
        "https://e.example/f",
    ]
