"""Laws of `aids.site.build`: a good repository gives a whole site; a fault leaves the last good one as it was."""

import gc
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from aids.compiler import bundle
from aids.compiler.bundle import Manifest
from aids.compiler.bundle_pyc import BundleError
from aids.compiler.catalogue import fault
from aids.compiler.document import Position
from aids.site import build
from aids.site.build import build_site
from aids.site.engine import build_pages_here
from aids.site.markdown_kept import MEMORY
from aids.site.search_index import SHELF
from aids.site.slices import slices

ROOT = Path(__file__).parents[3]
TOP = "{% block htmltitle %}"


def no_progress(_line: str) -> None:
    """Take progress and show nothing."""


def small_bundle(assets: Path, trees: Mapping[str, str]) -> Manifest:
    """Write a bundle of the right shape without Python in it."""
    folder = assets / "aid-0"
    folder.mkdir(parents=True)
    manifest = Manifest("aid-0", ())
    fetched = (*bundle.RUNTIME_FILES, *(f"{tree}.json" for tree in trees))
    pages = (manifest.start, manifest.style, manifest.script, manifest.scan_style, manifest.scan_script)
    for name in (*pages, *fetched):
        (folder / name).write_text("", encoding="utf-8")
    return manifest


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy what editors write; a fault is put in by the test."""
    for name in ("docs", "decision_trees", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "aids", tmp_path / "aids", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    for name in ("@fontsource-variable", "minisearch", "@orama/stemmers"):
        shutil.copytree(ROOT / "node_modules" / name, tmp_path / "node_modules" / name)
    monkeypatch.setattr(bundle, "build", small_bundle)
    monkeypatch.setattr(build, "certificates", lambda *_where: ({"meldcode": "<section>Bewezen</section>"}, []))
    last_good = tmp_path / "site"
    last_good.mkdir()
    (last_good / "index.html").write_text("vorige", encoding="utf-8")
    return tmp_path


def dead_link(root: Path) -> None:
    """Write a link to a page that does not exist."""
    page = root / "docs/over/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[weg](bestaat-niet.md)\n", encoding="utf-8")


def dead_anchor(root: Path) -> None:
    """Write a link to a place that its page does not have."""
    page = root / "docs/over/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[weg](privacy.md#bestaat-niet)\n", encoding="utf-8")


def dead_link_in_a_template(root: Path) -> None:
    """Write a link that the engine does not see."""
    template = root / "overrides/partials/vw/footer.html"
    template.write_text(template.read_text(encoding="utf-8").replace("over/privacy/", "over/priv/"), encoding="utf-8")


def unknown_source(root: Path) -> None:
    """Cite what does not exist."""
    page = root / "docs/over/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[[wmo-2015#0.0]]\n", encoding="utf-8")


def foreign_style(root: Path) -> None:
    """Load a style from another host."""
    template = root / "overrides/main.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace(TOP, '{% block analytics %}<link rel="stylesheet" href="https://cdn.example/x.css">'
                                          "{% endblock %}" + TOP), encoding="utf-8")  # fmt: skip


def no_font(root: Path) -> None:
    """Take away the Node part that holds the font."""
    shutil.rmtree(root / "node_modules/@fontsource-variable")


def no_search_part(root: Path) -> None:
    """Take away a Node part of the search."""
    shutil.rmtree(root / "node_modules/minisearch")


def broken_search(root: Path) -> None:
    """Break a module of which Node makes the index."""
    (root / "aids/web/search/terms.js").write_text("dit is geen script", encoding="utf-8")


def lost_place_of_words(root: Path) -> None:
    """Give words to a place that its page does not have."""
    words = root / "docs/gegevens/zoeken.yml"
    words.write_text(words.read_text(encoding="utf-8") + "  index.md#bestaat-niet: [start]\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("faults", "codes"),
    [
        ((dead_link, dead_anchor), ["VW901", "VW901"]),
        ((unknown_source,), ["VW401"]),
        ((no_font, no_search_part), ["VW908", "VW908"]),
        ((dead_link_in_a_template, lost_place_of_words), ["VW903", "VW934"]),
        ((foreign_style, broken_search), ["VW905", "VW936"]),
    ],
)
def test_a_fault_leaves_the_last_good_site(
    repository: Path, faults: tuple[Callable[[Path], None], ...], codes: list[str]
) -> None:
    """Whatever step finds it, a fault is a finding, beside others of that step, and the site stands as it stood."""
    for break_it in faults:
        break_it(repository)
    found = build_site(repository, repository / "site", no_progress, repository / "proofs")
    assert set(codes) <= {item.code for item in found}
    assert len({item.message for item in found if item.code in codes}) >= len(codes)
    assert (repository / "site" / "index.html").read_text(encoding="utf-8") == "vorige"
    assert [path.name for path in (repository / "site").iterdir()] == ["index.html"]


def test_a_bundle_that_cannot_be_made_is_a_finding(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the bundle says is passed on with a remedy."""

    def broken(_assets: Path, _trees: Mapping[str, str]) -> Manifest:
        raise BundleError("Pyodide ontbreekt")

    monkeypatch.setattr(bundle, "build", broken)
    found = build_site(repository, repository / "site", no_progress, repository / "proofs")
    assert [item.code for item in found] == ["VW907"]
    assert "‘Pyodide ontbreekt’" in found[0].message
    assert (repository / "site" / "index.html").read_text(encoding="utf-8") == "vorige"


def test_a_place_that_cannot_be_written_is_a_finding(repository: Path) -> None:
    """A destination under a file is said in words, not in a traceback."""
    (repository / "vol").write_text("", encoding="utf-8")
    found = build_site(repository, repository / "vol" / "site", no_progress, repository / "proofs")
    assert [item.code for item in found] == ["VW909"]


def test_a_proof_that_fails_keeps_the_last_good_site(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that are not proven are not published: the findings are told, and the site stays as it was."""
    broken = fault("VW909", Position("decision_trees/meldcode.yml"), reason="x")
    monkeypatch.setattr(build, "certificates", lambda *_where: ({}, [broken]))
    found = build_site(repository, repository / "site", no_progress, repository / "proofs")
    assert [finding.code for finding in found] == ["VW909"]
    assert (repository / "site" / "index.html").read_text(encoding="utf-8") == "vorige"


def whole(repository: Path) -> None:
    """Hold that all pages with their proofs, the headers, the font and the bundle are there, and nothing unused."""
    site = repository / "site"
    wanted = ("index.html", "404.html", "_headers", "keuzehulpen/meldcode/index.html", "assets/aid-0/widget.js")
    assert [name for name in wanted if not (site / name).is_file()] == []
    assert "<section>Bewezen</section>" in (site / "keuzehulpen/meldcode/index.html").read_text(encoding="utf-8")
    assert (site / "assets/fonts/atkinson-hyperlegible-next-licence.txt").is_file()
    assert not (site / "assets/javascripts").exists()
    assert not (site / "gegevens").exists()
    assert [path.name for path in repository.iterdir() if path.name.startswith(".site-")] == []


def files(site: Path) -> dict[str, bytes]:
    """Return all files of a site by name."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def forget() -> None:
    """Let go of all that was kept, as a new process has nothing."""
    SHELF.close()
    MEMORY.pages.clear()
    for item in gc.get_objects():
        if type(item) is type(slices):
            item.cache_clear()


def test_a_builder_that_stays_shows_what_was_written_last(repository: Path) -> None:
    """A good repository gives a whole site; then each change counts, wherever it is, as in a build by a new process.

    A fault is told in every build until it is mended; then nothing is left of it.
    """
    changes = {
        "docs/over/vakoordeel.md": ("# ", "# Gewijzigd: "),
        "docs/gegevens/bronnen.yml": ("Drie kansen voor het wijkteam", "Drie kansen voor elk team"),
        "docs/gegevens/begrippen.yml": ("Collega die het team helpt", "Collega die elk team helpt"),
        "docs/gegevens/zoeken.yml": ("algemeen: [man,", "algemeen: ["),
        "decision_trees/meldcode.yml": ("Heeft u de kindcheck gedaan?", "Is de kindcheck gedaan?"),
        "overrides/partials/vw/footer.html": ("Deze versie is van", "Gebouwd op"),
        "aids/web/search/excerpt.js": ("Owns", "Has"),
        "node_modules/minisearch/LICENSE.txt": ("Copyright", "(c)"),
    }
    destination = repository / "site"

    def rebuilt() -> list[str]:
        found = build_site(repository, destination, no_progress, repository / "proofs", build_pages_here)
        return [item.code for item in found]

    assert rebuilt() == []
    whole(repository)
    for name, (before, after) in changes.items():
        path = repository / name
        text = path.read_text(encoding="utf-8")
        assert before in text, name
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
    page = repository / "docs/over/index.md"
    good = page.read_text(encoding="utf-8")
    dead_link(repository)
    assert [rebuilt(), rebuilt()] == [["VW901"], ["VW901"]]
    page.write_text(good, encoding="utf-8")
    assert rebuilt() == []
    made = files(destination)
    shown = {
        "keuzehulpen/meldcode/index.html": "Is de kindcheck gedaan?",
        "over/bronnen/index.html": "Drie kansen voor elk team",
        "over/begrippen/index.html": "Collega die elk team helpt",
        "over/vakoordeel/index.html": "Gewijzigd: ",
        "404.html": "Gebouwd op",
    }
    assert [name for name, text in shown.items() if text not in made[name].decode()] == []
    forget()
    assert build_site(repository, repository / "nieuw", no_progress, repository / "proofs") == []
    assert made == files(repository / "nieuw")
