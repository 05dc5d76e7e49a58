"""Laws of `aids.site.engine`: what the site engine complains of becomes a diagnostic in Dutch, never a traceback."""

import sys
from pathlib import Path

import pytest

from aids.compiler.diagnostics import render
from aids.compiler.document import Position
from aids.site import engine
from aids.site.engine import Engine, build_pages, build_pages_here, complaints


def test_each_warning_is_a_finding_at_its_place(tmp_path: Path) -> None:
    """Warnings and errors are kept, each at what it names; notices and the closing count are not findings."""
    output = (
        "INFO    -  Building documentation\n"
        "WARNING -  Doc file 'over/index.md' contains a link 'weg.md', but the target is not found.\n"
        "ERROR   -  Config value 'nav': iets\n\nAborted with 2 warnings in strict mode!\n"
    )
    page = tmp_path / "docs/over/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Over\n\nweg.md is [weg](weg.md).\n", encoding="utf-8")
    found = complaints(output, tmp_path)
    places = [Position("docs/over/index.md", 3, 17, 6), Position("mkdocs.yml")]
    assert [(item.code, item.at) for item in found] == [("VW901", place) for place in places]
    assert found[0].excerpt == "weg.md is [weg](weg.md)."
    assert "weg.md" in found[0].message


def test_a_page_that_cannot_be_read_still_has_its_finding(tmp_path: Path) -> None:
    """Without its text the finding stands at the beginning of the page."""
    output = "WARNING -  Doc file 'weg.md' contains a link 'x.md', but the target is not found.\n"
    assert [item.at for item in complaints(output, tmp_path)] == [Position("docs/weg.md")]


def project(folder: Path, config: str, page: str) -> Path:
    """Make the least that the engine takes."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(page, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"site_name: x\nplugins: []\n{config}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("config", "page", "code"),
    [
        ("", "[a](weg.md)", "VW901"),
        ("nav: 3\n", "a", "VW901"),
        ("theme: {name: bestaat-niet}\n", "a", "VW901"),
        ("markdown_extensions: [bestaat.niet]\n", "a", "VW901"),
        ("theme: {name: null, custom_dir: kapot}\n", "a", "VW901"),
    ],
)
def test_a_fault_of_an_editor_is_a_finding(tmp_path: Path, config: str, page: str, code: str) -> None:
    """A dead link, a wrong setting or a broken template is said in our own form, without a traceback."""
    root = project(tmp_path, config, page)
    (root / "kapot").mkdir()
    (root / "kapot" / "main.html").write_text("{% block %}", encoding="utf-8")
    for build in (build_pages, build_pages_here):
        found = build(root, tmp_path / "site")
        assert code in {item.code for item in found}
        assert "Traceback" not in render(found)


@pytest.mark.parametrize("build", [build_pages, build_pages_here])
@pytest.mark.parametrize(("ends", "said"), [("print('kapot', file=sys.stderr) or 1", "kapot"), ("3", "code 3")])
def test_an_engine_that_stops_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: Engine, ends: str, said: str
) -> None:
    """An engine that ends badly without a word of complaint is still a finding, with its last words."""
    name = f"engine_{build.__name__}_{said[-1]}"
    (tmp_path / name).mkdir()
    stop = f"import sys\ndef main(**_): sys.exit({ends})\nclass cli: main = main\nif __name__ == '__main__': main()\n"
    (tmp_path / name / "__main__.py").write_text(stop, encoding="utf-8")
    monkeypatch.setattr(engine, "ENGINE", name)
    monkeypatch.syspath_prepend(str(tmp_path))
    found = build(tmp_path, tmp_path / "site")
    assert [item.code for item in found] == ["VW902"]
    assert said in found[0].message


def test_an_engine_that_is_not_there_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an interpreter to run it the build says so."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "geen-python"))
    assert [item.code for item in build_pages(tmp_path, tmp_path / "site")] == ["VW902"]


def test_a_good_project_has_pages_and_no_findings(tmp_path: Path) -> None:
    """Without faults the pages are there."""
    root = project(tmp_path, "theme: {name: material, font: false}\n", "# Goed")
    for build in (build_pages, build_pages_here):
        place = tmp_path / build.__name__
        assert build(root, place) == []
        assert (place / "index.html").is_file()
