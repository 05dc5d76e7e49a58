"""What `bench` does in a browser works; what it measures is for a quiet machine."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from playwright.sync_api import Browser, Playwright

from aids.bench.generated import Generator
from aids.bench.scale import answered_in_browser
from aids.compiler.compile import compile_tree
from aids.compiler.loader import load_document
from tests.e2e.watching import Site

pytestmark = pytest.mark.e2e


def test_answers_of_a_made_tree_are_measured_in_the_browser(browser: Browser, site: Site, tmp_path: Path) -> None:
    """A tree that no page holds is answered by the worker of the built site."""
    path = tmp_path / "tree.yml"
    path.write_text(Generator(10, 1).text(), encoding="utf-8")
    document, _ = load_document(path)
    assert document is not None
    playwright = cast("Playwright", SimpleNamespace(chromium=browser.browser_type))
    assert answered_in_browser(playwright, site.folder, site.aid, compile_tree(document)) > 0
