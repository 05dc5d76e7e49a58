"""Owns where LibreOffice is found, how it is installed, and how it works out and rewrites workbooks. For the tests.

The one place that finds it. It runs with a profile of its own, so that it neither waits for an open window nor changes
anybody's settings, and reckons every workbook anew when it opens it: what it gives is never what we wrote as result.
Runs in the build.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from aids.browser import apt_commands

NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
APT_PACKAGES = ("libreoffice-calc-nogui",)
PATIENCE_SECONDS = 300
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
"""Reckon a workbook of Excel's form anew, always."""


class OfficeError(Exception):
    """LibreOffice did not do what was asked; the message holds what it said."""


def find_office() -> str | None:
    """Return the path of a LibreOffice that starts, or None."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Yield where it may be."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            yield path
    yield from (path for path in PLACES if Path(path).is_file())


def starts(path: str) -> bool:
    """Return whether it tells its version."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def install_office(say: Callable[[str], None]) -> bool:
    """Install it with the system's packages, where that can be done; return whether it starts."""
    for command in apt_commands(APT_PACKAGES):
        say(f"$ {' '.join(command)}")
        if subprocess.run(command, check=False, stdout=sys.stderr.fileno()).returncode != 0:
            break
    return find_office() is not None


def resaved(office: str, workbooks: Sequence[Path], folder: Path) -> list[Path]:
    """Return the workbooks as LibreOffice saves them, worked out anew, in `folder`; one start serves all.

    Raises:
        OfficeError: it failed, or left one out.
    """
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name)
        (profile / "user").mkdir()
        (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder)]
        done = subprocess.run(
            [*command, *map(str, workbooks)], capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
        )
    made = [folder / workbook.name for workbook in workbooks]
    missing = [path.name for path in made if not path.is_file()]
    if done.returncode != 0 or missing:
        raise OfficeError(f"{', '.join(missing)}: {done.stdout}{done.stderr}")
    return made
