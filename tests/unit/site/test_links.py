"""Laws of `aids.site.links`: what leads nowhere, loads from elsewhere or breaks the policy is found on its line."""

from pathlib import Path

import pytest

from aids.compiler.diagnostics import Diagnostic
from aids.site.links import page_faults, read_pages, target_name


def site(folder: Path, body: str) -> Path:
    """Make a site of three pages of which `a/index.html` holds `body`."""
    for name, text in {"index.html": "<p id='top'>", "a/index.html": body, "b/index.html": "<p id='plek één'>"}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "a" / "x.css").write_text("", encoding="utf-8")
    return folder


def site_faults(folder: Path) -> list[Diagnostic]:
    """Return what is found in a site."""
    return page_faults(folder, read_pages(folder))


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../b/#plek%20%C3%A9%C3%A9n">',
        '<a href="/b/">',
        '<a href="..">',
        '<a href="../b">',
        '<a href="#hier" id="hier">',
        '<a href="?vraag#hier" id="hier">',
        '<a href="tel:112">',
        '<a href="https://wetten.overheid.nl/">',
        '<link rel="stylesheet" href="x.css">',
        '<img src="data:image/gif;base64,AA" alt="">',
    ],
)
def test_a_good_link_is_no_finding(tmp_path: Path, link: str) -> None:
    """Links to pages, folders, places, telephones and other sites (to follow) are fine."""
    assert site_faults(site(tmp_path, link)) == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ('<a href="../c/">', "VW903"),
        ('<a href="/c/">', "VW903"),
        ('<script src="y.js"></script>', "VW903"),
        ('<a href="../b/#weg">', "VW904"),
        ('<a href="#weg">', "VW904"),
        ('<link rel="stylesheet" href="https://fonts.example/x.css">', "VW905"),
        ('<img src="//host.example/x.png" alt="">', "VW905"),
        ('<p style="color: red">', "VW906"),
        ('<button onclick="x()">', "VW906"),
    ],
)
def test_a_bad_link_is_found_on_its_line(tmp_path: Path, link: str, code: str) -> None:
    """Each fault has its code, its page and its line."""
    found = site_faults(site(tmp_path, f"<p>\n\n{link}"))
    assert [(item.code, item.at.file, item.at.line) for item in found] == [(code, "a/index.html", 3)]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("", "a/index.html"),
        ("./", "a/index.html"),
        ("x.css", "a/x.css"),
        ("../b/", "b/index.html"),
        ("..", "index.html"),
        ("/", "index.html"),
        ("/plek%20%C3%A9%C3%A9n/", "plek één/index.html"),
        ("../../b/", "../b/index.html"),
    ],
)
def test_an_address_stands_for_a_file(address: str, name: str) -> None:
    """An empty address is the page itself, a folder is its index, and what is above the site stays outside it."""
    assert target_name("a/index.html", address) == name


def test_what_stands_outside_the_site_is_no_target(tmp_path: Path) -> None:
    """A file beside the site is there on this machine only."""
    (tmp_path / "buiten.html").write_text("", encoding="utf-8")
    (tmp_path / "site").mkdir()
    found = site_faults(site(tmp_path / "site", '<a href="../../buiten.html">'))
    assert [item.code for item in found] == ["VW903"]


def test_a_link_is_judged_by_the_pages_as_they_are_now(tmp_path: Path) -> None:
    """A page that stays the same has a finding when the other page loses the place, and none when it is back."""
    folder = site(tmp_path, '<a href="../b/#plek%20%C3%A9%C3%A9n">')
    other = folder / "b" / "index.html"
    whole = other.read_text(encoding="utf-8")
    assert site_faults(folder) == []
    other.write_text("<p>", encoding="utf-8")
    assert [item.code for item in site_faults(folder)] == ["VW904"]
    other.unlink()
    assert [item.code for item in site_faults(folder)] == ["VW903"]
    other.write_text(whole, encoding="utf-8")
    assert site_faults(folder) == []
