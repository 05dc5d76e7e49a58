"""The law of the site engine: a fork of it, called by the same words, gives the same pages and anchors."""

import re
from pathlib import Path

import pytest

from aids.site import engine
from aids.site.engine import build_pages

ROOT = Path(__file__).parents[3]
GENERATOR = re.compile(r'<meta name="generator"[^>]*>')


def built(destination: Path) -> dict[str, str]:
    """Return the text of every page that the engine makes of this repository, without its own name in them."""
    assert build_pages(ROOT, destination) == []
    return {
        path.relative_to(destination).as_posix(): GENERATOR.sub("", path.read_text(encoding="utf-8"))
        for path in destination.rglob("*.html")
    }


def test_another_engine_gives_the_same_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of the site comes out the same, ids and all; only the engine's name differs."""
    ours = built(tmp_path / "ours")
    monkeypatch.setattr(engine, "ENGINE", "properdocs")
    theirs = built(tmp_path / "theirs")
    assert len(ours) > 80
    assert sorted(theirs) == sorted(ours)
    assert [name for name in ours if theirs[name] != ours[name]] == []
