"""Owns the order in which a site is made: check, prove, bundle, pages, finish, check the result, put it in place.

Used by the command `build`. Everything happens in a folder beside the destination, which takes its place in one move at
the end: after any fault the last good site is still there, whole. Decides nothing about content. Runs in the build.
"""

import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path, PurePosixPath

from aids.compiler import bundle
from aids.compiler.bundle_pyc import BundleError
from aids.compiler.catalogue import fault
from aids.compiler.compile import compile_tree
from aids.compiler.diagnostics import Diagnostic, has_errors, sort_diagnostics
from aids.compiler.document import Position
from aids.compiler.kept import the_same
from aids.compiler.project import load_project
from aids.compiler.scan.compile import compile_scan
from aids.runtime.bridge import dump
from aids.site.engine import Engine, build_pages, build_pages_here
from aids.site.glossary_notes import Notes
from aids.site.hosting import host_headers
from aids.site.lasting import ASSETS
from aids.site.ledger import place_faults
from aids.site.links import page_faults, read_pages
from aids.site.pages import FONT, Finished, Surroundings, finish_page
from aids.site.proofs import certificates
from aids.site.references import reference_label
from aids.site.search import OPENER_PLACE, make_search
from aids.site.structure import structure_faults

STAGING = "site"
FONT_PACKAGE = "node_modules/@fontsource-variable/atkinson-hyperlegible-next"
FONT_PARTS = {
    FONT: f"{FONT_PACKAGE}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    f"{FONT.removesuffix('.woff2')}-licence.txt": f"{FONT_PACKAGE}/LICENSE",
}
"""What is copied from the Node parts, by its place in the site."""

THEME_FOLDERS = ("javascripts", "stylesheets", "images")
"""What the theme brings into assets/ and no page of ours asks for."""

SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")
"""Only useful with the address of the site, which differs by host."""


def build_site(
    root: Path, destination: Path, progress: Callable[[str], None], kept: Path, engine: Engine = build_pages
) -> list[Diagnostic]:
    """Build the site of the repository at `root` into `destination`; return all findings, sorted.

    With an error among the findings `destination` is left as it was.

    Args:
        root: the folder of the repository.
        destination: where the site is put.
        progress: told what is being done.
        kept: the folder of proofs made before; with an empty one every tree is proven anew.
        engine: what makes the pages; one that works in this process takes its turn before the rest.
    """
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".site-", dir=destination.parent) as folder:
            found = _make(root, Path(folder), progress, kept, engine)
            if not has_errors(found):
                _put_in_place(Path(folder) / STAGING, destination, Path(folder) / "previous")
    except OSError as error:
        return [fault("VW909", Position(destination.name), reason=error.strerror or error)]
    return sort_diagnostics(found)


def _make(root: Path, folder: Path, progress: Callable[[str], None], kept: Path, engine: Engine) -> list[Diagnostic]:
    """Make the whole site in `folder`; an engine in its own process works while we check, prove and bundle."""
    staging = folder / STAGING
    with ThreadPoolExecutor(max_workers=1) as workers:
        progress("Keuzehulpen, gegevens en pagina's controleren …")
        pages = workers.submit(engine, root, staging)
        if engine is build_pages_here:
            pages.exception()
        project = load_project(root)
        found = list(project.diagnostics)
        if has_errors(found):
            return found
        progress("Bewijzen dat de regels van elke keuzehulp kloppen …")
        documents = [*project.parts, *project.documents]
        trees = {document.id: compile_tree(document) for document in documents}
        proofs, faults = certificates(documents, trees, root, kept, project.scans)
        found += faults
        if has_errors(found):
            return found
        progress("Python voor de browser en de pagina's maken …")
        try:
            bundled = {item.id: dump(trees[item.id].to_json()) for item in project.documents}
            bundled |= {item.id: dump(compile_scan(item).to_json()) for item in project.scans}
            manifest = bundle.build(folder, bundled)
        except BundleError as error:
            return [*found, fault("VW907", Position("aids/web"), message=error)]
        found += pages.result()
    if has_errors(found):
        return found
    progress("Pagina's afmaken en nakijken …")
    _prune(staging)
    (folder / manifest.folder).rename(staging / ASSETS / manifest.folder)
    found += _copy_font(root, staging)
    sections = [section for source in project.editorial.sources.values() for section in source.sections.values()]
    labels = {section.ref: reference_label(section.ref) for section in sections}
    assets = {
        path.name: path.read_text("utf-8") for path in (staging / ASSETS).iterdir() if path.suffix in {".css", ".js"}
    }
    around = Surroundings(manifest, labels, proofs, Notes(project.glossary), assets)
    _finish(staging, the_same(around, repr((manifest, labels, proofs, project.glossary, assets))))
    (staging / "_headers").write_text(host_headers(), encoding="utf-8")
    progress("Zoeken maken …")
    with ThreadPoolExecutor(max_workers=1) as workers:
        (staging / OPENER_PLACE).touch()  # every page names it already
        search = workers.submit(make_search, root, staging, project.words, project.editorial, project.glossary)
        built = read_pages(staging)
        found += [*page_faults(staging, built), *structure_faults(built.values())]
        found += [*place_faults(built.values(), project.inventory), *search.result()]
    return found


def _prune(staging: Path) -> None:
    """Leave out what the engine wrote and nothing uses."""
    for name in THEME_FOLDERS:
        shutil.rmtree(staging / ASSETS / name, ignore_errors=True)
    for name in SITEMAPS:
        (staging / name).unlink(missing_ok=True)


def _copy_font(root: Path, staging: Path) -> list[Diagnostic]:
    """Copy the font and its licence from the Node parts."""
    found = []
    for place, name in FONT_PARTS.items():
        target = staging / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_file():
            shutil.copyfile(root / name, target)
        else:
            found.append(fault("VW908", Position(name), name=name))
    return found


def _finish(staging: Path, around: Surroundings) -> None:
    """Finish every page, write what came out of them, and take away what that replaces."""
    replaced: set[str] = set()
    for path in sorted(staging.rglob("*.html")):
        page = PurePosixPath(path.relative_to(staging).as_posix())
        finished = _finished(path.read_text(encoding="utf-8"), page, around)
        path.write_text(finished.text, encoding="utf-8")
        replaced |= finished.replaced
        for name, content in finished.files.items():
            (staging / name).write_text(content, encoding="utf-8")
    for name in replaced:
        (staging / ASSETS / name).unlink()


@lru_cache(maxsize=512)
def _finished(text: str, page: PurePosixPath, around: Surroundings) -> Finished:
    """Finish a page, once for the same text and surroundings."""
    return finish_page(text, page, around)


def _put_in_place(staging: Path, destination: Path, previous: Path) -> None:
    """Move the new site to its place; when that fails, move the previous one back."""
    if not destination.exists():
        staging.rename(destination)
        return
    destination.rename(previous)
    try:
        staging.rename(destination)
    except OSError:
        previous.rename(destination)
        raise
