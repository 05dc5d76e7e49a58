"""Laws of finding and installing LibreOffice, and of what is said when it fails."""

import subprocess
from pathlib import Path

import pytest

from aids import office


def script(folder: Path, name: str, body: str) -> str:
    """Return the path of a program."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_office_is_judged_by_running_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first that tells its version is taken; one that does not start is passed over."""
    script(tmp_path, "soffice", "exit 1")
    works = script(tmp_path, "libreoffice", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "PLACES", ())
    assert office.find_office() == works
    Path(works).unlink()
    assert office.find_office() is None


def test_office_comes_with_the_system_s_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is installed by the commands for its package, up to one that fails; success is seen, not assumed."""
    tried: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        tried.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(office, "apt_commands", lambda packages: [["apt", "update"], ["apt", "install", *packages]])
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(office, "find_office", lambda: None)
    assert not office.install_office(lambda _line: None)
    assert tried == [["apt", "update"], ["apt", "install", *office.APT_PACKAGES]]


def test_a_workbook_that_is_left_out_is_told(tmp_path: Path) -> None:
    """When LibreOffice gives no file back, the error names it and holds what was said."""
    program = script(tmp_path, "soffice", "echo kapot >&2")
    with pytest.raises(office.OfficeError, match=r"werkblad\.xlsx: kapot"):
        office.resaved(program, [tmp_path / "werkblad.xlsx"], tmp_path / "elders")
