"""Owns a repository of git with one tree in it, for tests of commands that look into its history."""

import subprocess
from pathlib import Path


def git(root: Path, *words: str) -> None:
    """Run git in the repository of the test, with nobody's settings."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)  # noqa: S607


def tree_repository(root: Path, tree: str) -> Path:
    """Make a repository in the folder `root` with one commit, of the tree `proef` with this text."""
    (root / "decision_trees").mkdir()
    (root / "decision_trees/proef.yml").write_text(tree, encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "begin")
    return root
