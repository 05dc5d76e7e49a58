"""Fixtures of the browser tests: one browser, the site built once, a fresh page that notes all it does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from aids.bench.stage import BROWSER_FLAGS
from aids.browser import find_browser
from aids.compiler.diagnostics import has_errors
from aids.site.build import build_site
from tests.e2e.watching import Site, Watch, served

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser, as the commands find it."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=BROWSER_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole site, built from this repository once a session."""
    folder = tmp_path_factory.mktemp("site") / "site"
    said: list[str] = []
    findings = build_site(REPOSITORY, folder, said.append, folder.parent / "proofs")
    assert not has_errors(findings), [finding.code for finding in findings]
    return folder


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Site]:
    """The site behind the production server."""
    with served(built_site) as running:
        yield running


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    """A page in a context of its own, which notes all that it does."""
    context = browser.new_context()
    watched = Watch(context.new_page())
    watched.start()
    yield watched
    context.close()
