"""Laws of build.py: which Python it takes, what it says when something is missing, and when it installs."""

import ast
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import build

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
OLDEST = (3, 9)


def stand_in(folder: Path, name: str, script: str) -> str:
    """Return the path of a program that acts as an interpreter."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def facts(**changed: object) -> str:
    """Return the script of a stand-in that answers the probe with these facts."""
    answer = {"executable": "/python", "implementation": "CPython", "version": [3, 13, 1], "free_threaded": False}
    return f"echo '{json.dumps({**answer, 'missing': [], **changed})}'"


def test_it_parses_under_the_oldest_python() -> None:
    """build.py keeps to the grammar of Python 3.9, so that an old interpreter gets as far as our message."""
    ast.parse(Path(build.__file__).read_text(encoding="utf-8"), feature_version=OLDEST)


def test_it_needs_the_standard_library_only() -> None:
    """Before the environment is there build.py imports nothing but the standard library."""
    tree = ast.parse(Path(build.__file__).read_text(encoding="utf-8"))
    names = {
        alias.name if isinstance(node, ast.Import) else str(node.module)
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_the_probe_accepts_this_very_python() -> None:
    """The interpreter that runs these tests is a working CPython 3.13, and the probe says so with its real path."""
    assert build.probe([sys.executable]) == build.Probed(sys.executable, "")


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("echo 'pyenv: python3.13: command not found' >&2; exit 127", "start niet (eindigt met code 127)"),
        ("echo hello", "start niet (eindigt met code 0)"),
        ("echo '[]'", "start niet (eindigt met code 0)"),
        (facts(version=[3, 12, 9]), "is versie 3.12.9"),
        (facts(version=[3, 14, 0]), "is versie 3.14.0"),
        (facts(implementation="PyPy"), "is PyPy, geen CPython"),
        (facts(free_threaded=True), "is de uitgave zonder GIL"),
        (facts(missing=["ensurepip"]), "mist ensurepip"),
    ],
)
def test_a_candidate_is_judged_by_running_it(tmp_path: Path, script: str, fault: str) -> None:
    """A shim that refuses, a wrong version, a wrong kind and a crippled Python are refused, whatever their name."""
    assert build.probe([stand_in(tmp_path, "python3.13", script)]) == build.Probed("", fault)


def test_a_program_that_cannot_start_is_no_candidate(tmp_path: Path) -> None:
    """A path that is no program is refused, not fatal."""
    assert build.probe([str(tmp_path / "python3.13")]).python == ""


def surroundings(monkeypatch: pytest.MonkeyPatch, home: Path, path: Path) -> None:
    """Let build.py look in `home` and on `path` only, started by a Python that will not do."""
    for name in ("PYENV_ROOT", "UV_PYTHON_INSTALL_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(sys, "_base_executable", stand_in(home, "own", facts(version=[3, 11, 7])), raising=False)
    monkeypatch.setattr(build, "PREFIXES", ())


def test_a_python_that_pyenv_hides_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a shim on PATH that refuses, the interpreter in pyenv's versions folder is found and taken."""
    shims, real = tmp_path / "shims", tmp_path / ".pyenv/versions/3.13.0/bin"
    shims.mkdir()
    real.mkdir(parents=True)
    stand_in(shims, "python3.13", "exit 127")
    stand_in(real, "python3.13", facts(executable="/found"))
    surroundings(monkeypatch, tmp_path, shims)
    assert build.find_python() == "/found"


def test_a_python_of_uv_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interpreter that uv manages is found where uv keeps it."""
    real = tmp_path / ".local/share/uv/python/cpython-3.13.2-linux-x86_64-gnu/bin"
    real.mkdir(parents=True)
    stand_in(real, "python3.13", facts(executable="/of-uv"))
    surroundings(monkeypatch, tmp_path, tmp_path)
    assert build.find_python() == "/of-uv"


def test_without_a_python_it_says_what_was_tried_and_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With no working 3.13 the start ends with 2, each candidate with its fault, and a way to get one; no traceback."""
    surroundings(monkeypatch, tmp_path, tmp_path)
    stand_in(tmp_path, "python3.13", facts(missing=["ensurepip"]))
    monkeypatch.setattr(build, "VENV", tmp_path / ".venv")
    assert build.main() == build.CANNOT_START
    told = capsys.readouterr().err
    assert f"{tmp_path / 'python3.13'}: mist ensurepip" in told
    assert "is versie 3.11.7" in told
    assert "uv python install 3.13" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("output", "remedy"),
    [
        ("OSError: [Errno 28] No space left on device", build.DISK_FULL),
        ("npm error code ENOSPC", build.DISK_FULL),
        ("Failed to establish a new connection: [Errno 111] Connection refused", build.NO_REGISTRY),
        ("Could not find a version that satisfies the requirement x==1 (from versions: none)", build.NO_REGISTRY),
        ("npm error code ENOTFOUND", build.NO_REGISTRY),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", build.BAD_HASH),
        ("npm error code EINTEGRITY", build.BAD_HASH),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", build.BAD_CERTIFICATE),
        ("something else", build.ELSE),
    ],
)
def test_a_failing_step_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], output: str, remedy: str
) -> None:
    """A step that fails raises with the end of its own output and what to do about it, in Dutch."""
    command = [stand_in(tmp_path, "step", f"echo '{output}'; exit 1")]
    with pytest.raises(build.InstallError) as raised:
        build.run_shown("Ophalen", command, dict(os.environ))
    assert str(raised.value) == f"\nMislukt: Ophalen.\n  | {output}\n{remedy}"
    assert capsys.readouterr().err == "Ophalen …\n"


def test_a_full_disk_outside_a_step_is_told_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk while build.py itself writes gives the same sentence and no traceback."""

    def full() -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, "install", full)
    assert build.main() == build.CANNOT_START
    assert capsys.readouterr().err == build.DISK_FULL + "\n"


class Installer:
    """Stands in for the steps of the installation and counts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
        """Work in `root`, with two lock files."""
        self.root = root
        self.done: list[str] = []
        monkeypatch.setattr(build, "ROOT", root)
        monkeypatch.setattr(build, "VENV", root / ".venv")
        monkeypatch.setattr(build, "install_python_parts", self.python_parts)
        monkeypatch.setattr(build, "install_node_parts", self.node_parts)
        for name in (build.PYTHON_LOCK, build.NODE_LOCK):
            (root / name).write_text("1", encoding="utf-8")

    def python_parts(self, _environment: dict[str, str]) -> None:
        """Make the interpreter."""
        self.done.append("python")
        build.venv_python().parent.mkdir(parents=True, exist_ok=True)
        build.venv_python().touch()

    def node_parts(self, _environment: dict[str, str]) -> None:
        """Make the folder of Node parts."""
        self.done.append("node")
        (self.root / "node_modules").mkdir(exist_ok=True)


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installer:
    """Return a stand-in for the installation."""
    return Installer(monkeypatch, tmp_path)


def test_a_second_start_installs_nothing(installer: Installer) -> None:
    """After a whole installation the next start does nothing."""
    assert build.install()
    assert not build.install()
    assert installer.done == ["python", "node"]


@pytest.mark.parametrize(
    ("broken", "steps"),
    [
        (build.PYTHON_LOCK, ["python", "node"]),
        (build.NODE_LOCK, ["node"]),
        (".venv/stamp.json", ["python", "node"]),
        (".venv/bin/python", ["python", "node"]),
    ],
)
def test_what_changed_or_went_missing_is_made_anew(installer: Installer, broken: str, steps: list[str]) -> None:
    """A changed list, a stamp that cannot be read or an interpreter that is gone brings the installation back."""
    build.install()
    installer.done.clear()
    (installer.root / broken).write_text("2", encoding="utf-8")
    if broken.endswith("python"):
        (installer.root / broken).unlink()
    assert build.install()
    assert installer.done == steps


def test_lost_node_parts_are_fetched_again(installer: Installer) -> None:
    """Without node_modules only the Node parts are fetched."""
    build.install()
    installer.done.clear()
    (installer.root / "node_modules").rmdir()
    assert build.install()
    assert installer.done == ["node"]


def test_an_installation_that_broke_off_is_done_again(installer: Installer, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a step fails no stamp says otherwise: the next start begins with that step."""

    def fails(_environment: dict[str, str]) -> None:
        raise build.InstallError

    with monkeypatch.context() as context:
        context.setattr(build, "install_node_parts", fails)
        with pytest.raises(build.InstallError):
            build.install()
    installer.done.clear()
    assert build.install()
    assert installer.done == ["node"]


def test_a_start_waits_for_another_that_installs(
    installer: Installer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two first starts at once: the second says that it waits, and installs nothing that the first one did."""
    with build.only_one_at_a_time():
        waited = []

        def first_one_finishes(seconds: float) -> None:
            waited.append(seconds)
            installer.python_parts({})
            installer.node_parts({})
            build.write_stamp(build.wanted_stamp())
            installer.done.clear()
            monkeypatch.setattr(build, "is_ours", lambda _file: True)

        monkeypatch.setattr(time, "sleep", first_one_finishes)
        assert build.install()
    assert (len(waited), installer.done) == (1, [])
    assert capsys.readouterr().err.count("wacht tot dat klaar is") == 1


def test_a_failing_package_list_removes_the_old_stamp(
    installer: Installer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before `.venv` is touched its stamp goes, so that half an environment never passes for a whole one."""
    build.install()
    monkeypatch.undo()
    monkeypatch.setattr(build, "ROOT", installer.root)
    monkeypatch.setattr(build, "VENV", installer.root / ".venv")
    monkeypatch.setattr(build, "find_python", lambda: stand_in(tmp_path, "python", "exit 1"))
    (installer.root / build.PYTHON_LOCK).write_text("2", encoding="utf-8")
    with pytest.raises(build.InstallError):
        build.install()
    assert build.found_stamp().get(build.PYTHON_LOCK) is None


def test_the_runtime_needs_the_standard_library_only() -> None:
    """Every module of aids.runtime imports in a Python without site-packages, environment or user settings."""
    root = Path(build.__file__).parent
    modules = sorted(f"aids.runtime.{path.stem}" for path in (root / "aids/runtime").glob("[!_]*.py"))
    script = f"import sys; sys.path.insert(0, {str(root)!r}); " + "; ".join(f"import {module}" for module in modules)
    done = subprocess.run([sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert modules


def test_the_environment_knows_this_folder(tmp_path: Path) -> None:
    """A tool of the environment, such as the bare `mkdocs`, finds the Markdown extension wherever it is started."""
    script = "import aids.site.markdown as found; print(found.__file__)"
    command = [sys.executable, "-I", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == str(Path(build.__file__).parent / "aids" / "site" / "markdown.py"), done.stderr
