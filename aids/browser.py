"""Owns where a Chromium browser is found and how one is installed. Used by `test`, `bench` and the browser tests.

The one place that finds a browser. Starts none, but for asking its version. Runs in the build.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge", "chromium-browser")
MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_PROGRAMS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
PLAYWRIGHT_PATTERNS = (
    "chromium-*/chrome-*/chrome",
    "chromium-*/chrome-*/chrome.exe",
    "chromium-*/chrome-*/*.app/Contents/MacOS/*",
)
APT_PACKAGES = ("chromium", "fonts-liberation")


def find_browser() -> str | None:
    """Return the path of a Chromium, Chrome or Edge that starts, or None."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Yield where a browser may be: on PATH, where a desktop keeps its programs, where Playwright puts its own."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            yield path
    places = [Path(f"/Applications/{app}.app/Contents/MacOS/{app}") for app in MAC_APPS]
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        places += [Path(os.environ[variable]) / program for program in WINDOWS_PROGRAMS if variable in os.environ]
    yield from (str(path) for path in places if path.is_file())
    for pattern in PLAYWRIGHT_PATTERNS:
        yield from (str(path) for path in sorted(playwright_folder().glob(pattern), reverse=True))


def playwright_folder() -> Path:
    """Return the folder in which Playwright keeps its browsers."""
    if "PLAYWRIGHT_BROWSERS_PATH" in os.environ:
        return Path(os.environ["PLAYWRIGHT_BROWSERS_PATH"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "ms-playwright"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "ms-playwright"


def starts(path: str) -> bool:
    """Return whether the browser tells its version; on Windows, where that would open a window, whether it is there."""
    if sys.platform == "win32":
        return True
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def install_browser(say: Callable[[str], None]) -> bool:
    """Install Chromium with the system's packages if possible, else with Playwright; return whether one starts."""
    for commands in filter(None, (apt_commands(), playwright_commands())):
        for command in commands:
            say(f"$ {' '.join(command)}")
            if subprocess.run(command, check=False, stdout=sys.stderr.fileno()).returncode != 0:
                break
        if find_browser():
            return True
    return False


def apt_commands(packages: Sequence[str] = APT_PACKAGES) -> list[list[str]]:
    """Return the commands that install packages on Debian or Ubuntu; none elsewhere or without the rights."""
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    if sys.platform == "win32" or apt is None:
        return []
    if os.geteuid() == 0:
        rights = ["env", "DEBIAN_FRONTEND=noninteractive"]
    elif sudo is not None:
        rights = [sudo] if sys.stdin.isatty() else [sudo, "-n"]
    else:
        return []
    return [[*rights, apt, "update"], [*rights, apt, "install", "-y", "--no-install-recommends", *packages]]


def playwright_commands() -> list[list[str]]:
    """Return the command that installs Playwright's own Chromium for this user."""
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]
