"""Owns where the trees are and how a user names one. Used by the commands. Runs in the build; reads no tree."""

from pathlib import Path

from aids.commands.command import ROOT, WrongUseError
from aids.compiler.diagnostics import nearest
from aids.compiler.project import PARTS, TREES


def tree_paths() -> list[Path]:
    """Return the files of all trees, in the order of their names."""
    return sorted((ROOT / TREES).glob("*.yml"))


def part_paths() -> list[Path]:
    """Return the files of all shared parts, in the order of their names."""
    return sorted((ROOT / PARTS).glob("*.yml"))


def tree_path(name: str) -> Path:
    """Return the file of the tree or shared part that `name` means: an id, or a path."""
    known = {path.stem: path for path in (*part_paths(), *tree_paths())}
    if name in known:
        return known[name]
    if Path(name).is_file():
        return Path(name)
    near = nearest(name, known)
    hint = f"Bedoelt u {near}?" if near else f"Er zijn: {', '.join(known) or 'nog geen'}."
    message = f"Er is geen keuzehulp en geen bestand met de naam {name}. {hint}"
    raise WrongUseError(message)


def shown_path(path: Path) -> str:
    """Return how findings call the file: from the folder of the repository if it is in there."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
