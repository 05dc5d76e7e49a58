"""Laws of the repository's own files: one command for everyone, and nothing fetched from elsewhere."""

import re
from pathlib import Path

import yaml

from aids import cli

ROOT = Path(__file__).resolve().parents[3]
TEST = "python3 build.py test"


def test_readme_ci_and_pre_commit_run_the_same_command() -> None:
    """What the README tells a person is what the build server and the commit hook run."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"(?m)^{TEST} --install\b", readme)
    assert re.search(r"(?m)^python3 build\.py serve\b", readme)
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1] == f"exec {TEST} --install"
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in hooks["repos"]] == ["local"]
    assert [hook["entry"] for hook in hooks["repos"][0]["hooks"]] == [TEST]


def test_readme_lists_every_command() -> None:
    """The README's table has a line for each command and none that is not there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\| `([a-z]+)", readme.split("## How it works")[0]) == list(cli.COMMANDS)


def test_readme_starts_in_dutch_for_municipalities() -> None:
    """The first paragraph is for municipal readers."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.split("\n\n")[1].startswith("*Voor gemeenten.*")


def test_what_is_made_is_not_committed() -> None:
    """Everything that commands make in the folder is ignored by git."""
    ignored = set((ROOT / ".gitignore").read_text(encoding="utf-8").split())
    assert {"/.venv/", "/node_modules/", "/site/", "/.cache/", "/.hypothesis/", "__pycache__/"} <= ignored


def test_no_source_is_ignored() -> None:
    """A name in .gitignore holds at the top only, so that no folder of sources is lost because of its name."""
    names = (ROOT / ".gitignore").read_text(encoding="utf-8").split("\n")
    folders = {name.strip("/") for name in names if name.endswith("/") and not name.startswith("/")}
    assert folders == {"__pycache__"}
    committed = ("aids/site/build.py", "aids/bench/report.py", "tests/unit/site", "docs/assets", "docs/gegevens")
    assert all((ROOT / name).exists() for name in committed)
