"""Laws of `aids.site.structure`: headings come in order, images and links can be told by name."""

from pathlib import Path

import pytest

from aids.site.links import read_pages
from aids.site.structure import structure_faults


def found_in(folder: Path, body: str) -> list[tuple[str, int]]:
    """Return code and line of what is found in a page of this text."""
    (folder / "index.html").write_text(body, encoding="utf-8")
    return [(item.code, item.at.line) for item in structure_faults(read_pages(folder).values())]


@pytest.mark.parametrize(
    "body",
    [
        "<html><h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2></html>",
        "<p>a piece of a page</p>",
        '<h1>a</h1><div aria-hidden="true"><h4>not told</h4><img src="x.png"><a href="/"></a></div>',
        '<img src="x.png" alt="">',
        '<svg aria-hidden="true"><path/></svg>',
        '<svg role="img" aria-label="Drie fasen"><path/></svg>',
        '<svg role="img"><title>Drie fasen</title></svg>',
        '<a href="/"><img src="x.png" alt="Start"></a>',
        '<a href="/" aria-label="Start"><svg aria-hidden="true"></svg></a>',
        '<a href="/"><svg role="img" aria-label="Start"></svg></a>',
        '<a id="plek"></a>',
        "<a href='/'><span> Start </span></a>",
    ],
)
def test_a_sound_structure_is_no_finding(tmp_path: Path, body: str) -> None:
    """Order, decoration that says that it is one, names by attribute, and bare anchors are fine."""
    assert found_in(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<html>\n<p>a</p></html>", [("VW949", 1)]),
        ("<h2>a</h2>", [("VW949", 1)]),
        ("<h1>a</h1>\n<h1>b</h1>", [("VW949", 2)]),
        ("<h1>a</h1>\n<h2>b</h2>\n<h4>c</h4>\n<h5>d</h5>", [("VW949", 3)]),
        ("<p>a\n<img src='x.png'>", [("VW950", 2)]),
        ("<svg><path/></svg>", [("VW950", 1)]),
        ("<svg role='img'><path/></svg>", [("VW950", 1)]),
        ("<svg aria-label='Drie fasen'></svg>", [("VW950", 1)]),
        ("<a href='/'>\n </a>", [("VW951", 1)]),
        ("<a href='/'><img src='x.png' alt=''></a>", [("VW951", 1)]),
        ("<a href='/'><svg aria-hidden='true'><title>x</title></svg></a>", [("VW951", 1)]),
    ],
)
def test_each_fault_is_found_on_its_line(tmp_path: Path, body: str, expected: list[tuple[str, int]]) -> None:
    """A skipped level, a second or missing title, an image or link that nobody hears: each where it begins."""
    assert found_in(tmp_path, body) == expected
