"""Laws of `aids.compiler.kept`: what is kept is what would be made again, and nothing older than its files."""

import os
from pathlib import Path

from aids.compiler.kept import LARGEST, for_these, the_same, while_unchanged


def test_what_is_read_is_kept_until_a_file_is_written(tmp_path: Path) -> None:
    """Reading twice gives the same object; after a change, a new or a removed file it is read again."""
    reads: list[str] = []

    @while_unchanged(lambda folder: folder.glob("*.yml"))
    def texts(folder: Path, name: str) -> list[str]:
        reads.append(name)
        return sorted(path.read_text(encoding="utf-8") for path in folder.glob("*.yml"))

    (tmp_path / "a.yml").write_text("een", encoding="utf-8")
    first = texts(tmp_path, "docs")
    assert texts(tmp_path, "docs") is first
    (tmp_path / "b.yml").write_text("twee", encoding="utf-8")
    assert texts(tmp_path, "docs") == ["een", "twee"]
    (tmp_path / "b.yml").unlink()
    assert texts(tmp_path, "docs") == ["een"]
    (tmp_path / "a.yml").write_text("elf", encoding="utf-8")
    os.utime(tmp_path / "a.yml", ns=(1, 1))
    assert texts(tmp_path, "docs") == ["elf"]
    assert texts(tmp_path, "elders") == ["elf"]
    assert len(reads) < 6


def test_what_is_made_is_kept_for_the_very_same_objects() -> None:
    """Equal arguments are not the same ones; how an argument is passed and every word of it count."""
    made: list[object] = []

    @for_these
    def make(part: list[int], word: str = "", *, whole: bool = True) -> int:
        made.append((part, word, whole))
        return len(made)

    one, other = [1], [1]
    assert make(one) == make(one) == 1
    assert make(other) == 2
    assert make(one, "x") == make(one, "x") == 3
    assert make(one, whole=False) == 4
    assert make(one, whole=True) == 5


def test_only_so_much_is_kept() -> None:
    """The oldest is forgotten first."""
    made: list[object] = []

    @for_these
    def make(part: str) -> int:
        made.append(part)
        return len(made)

    for number in range(LARGEST + 1):
        make(str(number))
    make(str(LARGEST))
    assert len(made) == LARGEST + 1
    make("0")
    assert len(made) == LARGEST + 2


def test_what_has_the_same_content_is_the_same_object() -> None:
    """Until the content changes, what was made first stands for all; afterwards the new one does."""
    first, second, third = object(), object(), object()
    assert the_same(first, "een") is first
    assert the_same(second, "een") is first
    assert the_same(third, "twee") is third
