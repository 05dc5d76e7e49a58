"""Laws of `aids.site.markdown_kept`: a page that was read before comes out as if read anew, warnings and all."""

import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from aids.site import markdown, markdown_kept
from aids.site.library import load_library
from aids.site.markdown_kept import MEMORY

ROOT = Path(__file__).parents[3]
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc"]
OTHER_TREES = [path.name for path in (ROOT / "decision_trees").glob("*.yml") if path.stem != "meldcode"]
PAGE = """
# Titel met `code` & meer {#titel .groot}

Zie [hier][plek], [[wmo-2015#5.2.6]] en <abbr title="x">y</abbr>; bel [[contact:veilig-thuis]]. \\* **vet _en_ schuin**

[plek]: ga.md#x "Naam"

<div class="vw-grid" markdown>

## Kop &amp; staart

- een
- <b markdown="span">*twee*</b>

<div><p id="rauw">niet *gelezen*</p></div>

</div>

!!! note "Let op"
    Term
    :   Betekenis

| a | b | c |
|---|:-:|---|
| 1 | `2` | <br> |

<section><h2 id="ruw">HTML</h2></section>
"""


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    """Begin and end with an empty memory."""
    MEMORY.pages.clear()
    yield
    MEMORY.pages.clear()


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """Return a repository with the data, the trees and the settings of ours, to be changed."""
    shutil.copytree(ROOT / "docs/gegevens", tmp_path / "docs/gegevens")
    shutil.copytree(ROOT / "decision_trees", tmp_path / "decision_trees", ignore=shutil.ignore_patterns(*OTHER_TREES))
    front = "---\ntitle: Blad\nreviewed: 2026-11-20\nreview_by: 2027-11-20\nstatus: geldend\n---\n"
    (tmp_path / "docs/blad.md").write_text(f"{front}\n# Blad\n", encoding="utf-8")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    yield tmp_path
    load_library.cache_clear()


def reader(root: Path, extensions: list[str] = EXTENSIONS) -> Markdown:
    """Return what reads a page, as the engine makes it for each page in a build of its own."""
    load_library.cache_clear()
    return Markdown(extensions=[*extensions, markdown.makeExtension(root=str(root))])


def made(root: Path, text: str) -> tuple[str, object]:
    """Return the page and its contents."""
    md = reader(root)
    return md.convert(text), getattr(md, "toc_tokens", None)


@pytest.mark.parametrize("text", [PAGE, "", "tekst", "<!-- niets -->", PAGE * 2])
def test_a_page_comes_out_the_same_each_time(root: Path, text: str) -> None:
    """The page, its contents and its raw HTML are those of the first time, whatever was done with them since."""
    first = made(root, text)
    assert [made(root, text) for _ in range(3)] == [first] * 3
    assert len(MEMORY.pages) == (1 if text.strip() else 0)


def test_a_page_that_stays_the_same_is_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its marks are not looked up again; those of another page are."""
    seen: list[str] = []
    look_up = markdown.Inline.handleMatch

    def noted(self: markdown.Inline, m: re.Match[str], data: str) -> tuple[Element | str, int, int]:
        seen.append(m[1])
        return look_up(self, m, data)

    monkeypatch.setattr(markdown.Inline, "handleMatch", noted)
    for text in ("[[wmo-2015#5.2.6]]", "[[wmo-2015#5.2.6]]", "Ook [[wmo-2015#5.2.6]]"):
        made(root, text)
    assert len(seen) == 2


@pytest.mark.parametrize(
    "text", ["[[wmo-2015#bestaat-niet]]", "[[contact:niemand]]", "::: aid bestaat-niet", "::: figuur weg"]
)
def test_a_warning_is_heard_each_time(root: Path, caplog: pytest.LogCaptureFixture, text: str) -> None:
    """What is wrong in a page stays wrong until it is mended, in every build."""
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING, logger="mkdocs"):
            made(root, text)
        assert [record.name for record in caplog.records] == ["mkdocs.aids"]


@pytest.mark.parametrize(
    ("name", "before", "after", "text"),
    [
        ("docs/gegevens/contacten.yml", "0800-2000", "0800-2001", "[[contact:veilig-thuis]]"),
        ("docs/gegevens/bronnen.yml", "wmo-2015:", "wmo-2016:", "[[wmo-2015#5.2.6]]"),
        ("docs/gegevens/bronnen.yml", "Drie kansen voor het", "Drie kansen voor elk", "::: bronnen"),
        ("docs/gegevens/begrippen.yml", "Collega die het team", "Collega die elk team", "::: begrippen"),
        ("docs/gegevens/figuren.yml", "Directe veiligheid", "Andere veiligheid", "::: figuur fasen"),
        ("decision_trees/meldcode.yml", "Heeft u de kindcheck", "Is de kindcheck", "::: aid meldcode"),
        ("decision_trees/meldcode.yml", "Heeft u de kindcheck", "Is de kindcheck", "::: checklist meldcode"),
        ("docs/blad.md", "2027-11-20", "2027-11-19", "::: kalender"),
    ],
)
def test_a_change_of_what_a_page_shows_is_seen(root: Path, name: str, before: str, after: str, text: str) -> None:
    """What a mark or a block of ours shows in a page that did not change, changes with its file, and back."""
    path = root / name
    first = made(root, text)
    assert made(root, text) == first
    assert len(MEMORY.pages) == 1
    written = path.read_text(encoding="utf-8")
    assert before in written
    path.write_text(written.replace(before, after), encoding="utf-8")
    second = made(root, text)
    path.write_text(written, encoding="utf-8")
    assert first != second
    assert made(root, text) == first


def test_a_change_elsewhere_leaves_pages_without_our_blocks(root: Path) -> None:
    """They show nothing of the glossary, so they are not read again."""
    for text in (PAGE, "::: begrippen"):
        made(root, text)
    path = root / "docs/gegevens/begrippen.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Collega die het", "Collega die elk"), encoding="utf-8")
    reader(root)
    assert [PAGE.strip() in text for _, text in MEMORY.pages] == [True]


def test_other_settings_begin_anew(root: Path) -> None:
    """What the engine is told to read with may have changed with its file."""
    made(root, PAGE)
    path = root / "mkdocs.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n", encoding="utf-8")
    reader(root)
    assert not MEMORY.pages


def test_other_extensions_read_the_page_themselves(root: Path) -> None:
    """The elements that were read with tables are not those that are read without."""
    assert "<table>" in made(root, PAGE)[0]
    assert "<table>" not in reader(root, ["toc"]).convert(PAGE)


class Words(InlineProcessor):
    """A mark of another engine, that remembers what it met."""

    met = 0

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        """Count."""
        Words.met += 1
        return "!", m.start(0), m.end(0)


class Elements(Treeprocessor):
    """A step of another engine, that remembers how many elements a page has."""

    met = 0

    def run(self, root: Element) -> None:
        """Count."""
        Elements.met += len(root)


class Lines(Preprocessor):
    """A step of another engine that puts something aside before the text is read."""

    met = 0

    def run(self, lines: list[str]) -> list[str]:
        """Put it aside."""
        Lines.met += 1
        return [*lines, "", self.md.htmlStash.store(f"<p>{Lines.met}</p>")]


def test_what_another_engine_reads_it_reads_each_time(root: Path) -> None:
    """A step that is not Python-Markdown's or ours sees every page whole, wherever it stands."""
    for turn in (1, 2):
        md = reader(root)
        md.inlinePatterns.register(Words(r"\?\?", md), "words", 170)
        assert md.convert("a ?? b") == "<p>a ! b</p>"
        md = reader(root)
        md.treeprocessors.register(Elements(md), "before", 15)
        md.convert("a\n\nb")
        md = reader(root)
        md.preprocessors.register(Lines(md), "lines", 25)
        assert f"<p>{turn}</p>" in md.convert("a")
        md = reader(root)
        md.preprocessors.register(Lines(md), "lines", 5)
        assert "<p>a</p>" in md.convert("a")
        Lines.met = turn
        assert (Words.met, Elements.met) == (turn, 2 * turn)


def test_what_is_kept_does_not_grow_for_ever(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that was asked for longest ago goes first."""
    monkeypatch.setattr(markdown_kept, "LARGEST", 2)
    for text in ("a", "b", "a", "c"):
        made(root, text)
    assert [text.strip() for _, text in MEMORY.pages] == ["a", "c"]
