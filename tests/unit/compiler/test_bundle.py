"""The browser's bundle: what is in it, that it depends on its content alone, and how it fails."""

import importlib.util
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from aids.compiler import bundle, bundle_scripts
from aids.compiler.bundle import SHARED_STYLES
from aids.compiler.bundle_engine import FOR_SCANS, engine_sources, engine_zip, scan_sources, scan_zip
from aids.compiler.bundle_pyc import BundleError, compiled
from aids.compiler.bundle_scripts import WEB, joined_scripts
from aids.compiler.bundle_stdlib import PYODIDE, SCAN_MODULES, listed_modules, runtime_magic
from aids.compiler.bundle_trace import traced_for_scans, traced_modules

MAGIC = importlib.util.MAGIC_NUMBER
TREES = {"proef": '{"id": "proef"}'}
SOURCES = {"a/__init__.py": b"X = 1\n", "a/b.py": b"def f(x):\n    assert x, 'kept'\n", "a/data.txt": b"data"}


def test_byte_code_is_that_of_the_runtime() -> None:
    """The host's magic is the one that Pyodide's own import system states: otherwise nothing would be bundled."""
    assert runtime_magic(PYODIDE) == MAGIC


def test_compiled_zip_depends_on_its_sources_alone(tmp_path: Path) -> None:
    """Made twice without a cache in between, in another order, the bytes are equal."""
    first = compiled(SOURCES, MAGIC, tmp_path / "one")
    second = compiled(dict(reversed(SOURCES.items())), MAGIC, tmp_path / "two")
    assert first == second


def test_compiled_members_are_stored_and_unchecked(tmp_path: Path) -> None:
    """Each module is a stored .pyc whose source hash is not looked at; other members stay as they are."""
    with zipfile.ZipFile(io.BytesIO(compiled(SOURCES, MAGIC, tmp_path))) as archive:
        assert archive.namelist() == ["a/__init__.pyc", "a/b.pyc", "a/data.txt"]
        assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.read("a/b.pyc")[:8] == MAGIC + (1).to_bytes(4, "little")
        assert b"kept" in archive.read("a/b.pyc")
        assert archive.read("a/data.txt") == b"data"


def test_other_byte_code_is_refused_with_a_remedy(tmp_path: Path) -> None:
    """A runtime of another magic gives one error that says which Python is wanted, and compiles nothing."""
    with pytest.raises(BundleError, match=r"CPython 3\.13"):
        compiled(SOURCES, b"\0\0\r\n", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_source_that_does_not_compile_is_told(tmp_path: Path) -> None:
    """A module with a syntax error is a BundleError that names it."""
    with pytest.raises(BundleError, match=r"broken\.py"):
        compiled({"broken.py": b"def"}, MAGIC, tmp_path)


def test_cache_holds_what_was_compiled(tmp_path: Path) -> None:
    """What was compiled once is read from the cache; other sources are another entry."""
    compiled(SOURCES, MAGIC, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"from the cache")
    assert compiled(SOURCES, MAGIC, tmp_path) == b"from the cache"
    assert compiled({"other.py": b""}, MAGIC, tmp_path) != b"from the cache"


def test_engine_is_runtime_only(tmp_path: Path) -> None:
    """The engine's zip holds `aids` and `aids.runtime` and nothing of compiler, site or texts."""
    with zipfile.ZipFile(io.BytesIO(engine_zip(MAGIC, tmp_path))) as archive:
        names = set(archive.namelist())
    assert "aids/runtime/bridge.pyc" in names
    assert {name for name in names if not name.startswith("aids/runtime/")} == {"aids/__init__.pyc"}
    assert len(names) == len(engine_sources())
    assert not any(name.startswith(FOR_SCANS) for name in names)


def test_engine_of_a_scan_holds_all_that_it_imports(tmp_path: Path) -> None:
    """It has the whole runtime, the exports, XlsxWriter with its licence, and its own part of the library: no more."""
    with zipfile.ZipFile(io.BytesIO(scan_zip(PYODIDE, tmp_path))) as archive:
        names = set(archive.namelist())
    library = names - {name.replace(".py", ".pyc") for name in scan_sources()}
    assert {"aids/runtime/scan/model.pyc", "aids/export/__init__.pyc", "xlsxwriter/workbook.pyc"} <= names
    assert "xlsxwriter/LICENSE.txt" in names
    assert set(engine_sources()) < set(scan_sources())
    assert len(library) == len(listed_modules(SCAN_MODULES))
    assert not any(name.startswith(("aids/compiler", "aids/site")) for name in names)


def test_listed_modules_are_those_that_tracing_finds() -> None:
    """The committed list is what tracing Pyodide and the engine gives: `bundle_trace` renews it."""
    assert listed_modules() == traced_modules()
    assert listed_modules(SCAN_MODULES) == traced_for_scans()


def test_the_engine_of_a_scan_is_made_for_a_scan(tmp_path: Path) -> None:
    """Without a scan that engine is not there, and the manifest says which tree is one."""
    manifest = bundle.build(tmp_path, {**TREES, "scan": '{"kind": "scan"}'})
    assert bundle.SCAN_ENGINE in manifest.files
    assert manifest.scans == {"scan"}
    assert bundle.SCAN_ENGINE not in bundle.build(tmp_path, TREES).files


def test_folder_is_named_by_its_content(tmp_path: Path) -> None:
    """Equal content gives the same folder and the same bytes; another tree gives another folder."""
    first = bundle.build(tmp_path / "one", TREES)
    again = bundle.build(tmp_path / "one", TREES)
    elsewhere = bundle.build(tmp_path / "two", TREES)
    other = bundle.build(tmp_path / "one", {"proef": "{}"})
    assert first == again == elsewhere
    assert other.folder != first.folder
    for name in first.files:
        assert (tmp_path / "one" / first.folder / name).read_bytes() == (
            tmp_path / "two" / first.folder / name
        ).read_bytes()


def test_manifest_names_what_is_there(tmp_path: Path) -> None:
    """Every file of the folder is in the manifest and is asked for by some page: nothing is published for nothing."""
    manifest = bundle.build(tmp_path, TREES)
    assert sorted(path.name for path in (tmp_path / manifest.folder).iterdir()) == list(manifest.files)
    pages = {manifest.start, manifest.script, manifest.scan_script, manifest.style, manifest.scan_style}
    assert {*bundle.RUNTIME_FILES, "proef.json", *pages} == set(manifest.files)


def test_no_file_that_is_kept_loads_from_a_cdn(tmp_path: Path) -> None:
    """The lock file names no package, and the worker gives Pyodide its own folder for the base of packages."""
    manifest = bundle.build(tmp_path, TREES)
    worker = (tmp_path / manifest.folder / "worker.js").read_text(encoding="utf-8")
    (lock,) = re.findall(r"^const PYODIDE_LOCK = (.*);$", worker, re.MULTILINE)
    assert json.loads(lock)["packages"] == {}
    assert "packageBaseUrl: boot.assets" in worker


def test_missing_pyodide_is_told_with_a_remedy(tmp_path: Path) -> None:
    """Without the npm package there is one error that says how to get it."""
    with pytest.raises(BundleError, match=r"build\.py"):
        bundle.build(tmp_path / "site", TREES, pyodide=tmp_path)


def test_a_page_loads_what_begins_one_script_and_one_sheet(tmp_path: Path) -> None:
    """What begins an aid imports nothing, a page's script only that; a sheet has all that its page needs."""
    manifest = bundle.build(tmp_path, TREES)
    for name, imported in ((manifest.start, set()), (manifest.script, {"start"}), (manifest.scan_script, {"start"})):
        script = (tmp_path / manifest.folder / name).read_text(encoding="utf-8")
        found = re.findall(r"^\s*(?:import|export)\b[^(\n]*from \"\./([\w-]+)\.js\"", script, re.MULTILINE)
        assert set(found) == imported
        assert len(found) == len(re.findall(r"^\s*(?:import|export)\b[^(\n]*\bfrom\b", script, re.MULTILINE))
    sheet = (tmp_path / manifest.folder / manifest.style).read_bytes()
    assert all(path.read_bytes() in sheet for path in WEB.glob("aid*.css"))


def test_a_flow_brings_nothing_of_a_scan(tmp_path: Path) -> None:
    """What an aid's page loads has no module or sheet of the scan; a scan's page has its own and what it shares."""
    manifest = bundle.build(tmp_path, TREES)
    joined = {name: (tmp_path / manifest.folder / name).read_bytes() for name in (manifest.style, manifest.scan_style)}
    assert not any(path.read_bytes() in joined[manifest.style] for path in WEB.glob("scan*.css"))
    assert all((WEB / name).read_bytes() in joined[manifest.scan_style] for name in (*SHARED_STYLES, "scan.css"))
    assert (WEB / "aid-diagram.css").read_bytes() not in joined[manifest.scan_style]
    flow, scan = (modules(tmp_path / manifest.folder / name) for name in (manifest.script, manifest.scan_script))
    assert {"widget-diagram.js", "widget.js"} <= flow
    assert [name for name in flow if name.startswith("scan")] == []
    assert {"scan-sheet.js", "scan-keys.js"} <= scan
    assert "widget-diagram.js" not in scan


def test_the_client_is_in_what_begins_and_nowhere_else(tmp_path: Path) -> None:
    """A page has one client: a second one would ask for the bytes again, and its errors would be other errors."""
    manifest = bundle.build(tmp_path, TREES)
    first, *others = (
        modules(tmp_path / manifest.folder / name) for name in (manifest.start, manifest.script, manifest.scan_script)
    )
    assert first == {path.name for path in WEB.glob("client*.js")} | {"start.js"}
    assert not any(first & other for other in others)


def modules(script: Path) -> set[str]:
    """Return the names of the modules that were joined in a script: each begins with its own."""
    return set(re.findall(r"^// (?:.*/)?([\w-]+\.js)$", script.read_text(encoding="utf-8"), re.MULTILINE))


def test_a_module_that_is_not_there_is_told(tmp_path: Path) -> None:
    """An import of nothing is one error that names it."""
    (tmp_path / "a.js").write_text('import { x } from "./nergens.js";\nx();\n', encoding="utf-8")
    with pytest.raises(BundleError, match=r"nergens\.js"):
        joined_scripts(("a.js",), tmp_path)


def test_a_missing_joiner_is_told_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without esbuild there is one error that says how to get it."""
    monkeypatch.setattr(bundle_scripts, "JOINER", tmp_path / "esbuild")
    with pytest.raises(BundleError, match=r"build\.py"):
        joined_scripts(("a.js",), tmp_path)


def test_joining_depends_on_what_is_written(tmp_path: Path) -> None:
    """The same modules give the same script; a changed one another, also in a process that stays."""
    (tmp_path / "a.js").write_text('import { x } from "./b.js";\nx();\n', encoding="utf-8")
    (tmp_path / "b.js").write_text("export const x = () => 1;\n", encoding="utf-8")
    first = joined_scripts(("a.js",), tmp_path)
    assert joined_scripts(("a.js",), tmp_path) == first
    (tmp_path / "b.js").write_text("export const x = () => 1234;\n", encoding="utf-8")
    assert b"1234" in joined_scripts(("a.js",), tmp_path)["a.js"]
