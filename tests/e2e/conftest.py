"""Fixtures of the browser tests: one browser, the site built once, a fresh page that notes all it does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from aids.bench.stage import BROWSER_FLAGS
from aids.browser import find_browser
from aids.compiler.diagnostics import has_errors
from aids.site.build import build_site
from tests.e2e.watching import Site, Watch
from tests.e2e.watching import served as serving
from tests.e2e.widget_page import WidgetPage
from tests.e2e.widget_walk import Walk

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
    with serving(built_site) as running:
        yield running


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    """A page in a context of its own, which notes all that it does."""
    context = browser.new_context()
    watched = Watch(context.new_page())
    watched.start()
    yield watched
    context.close()


@pytest.fixture(name="page")
def fixture_page(browser: Browser, served: WidgetPage) -> Iterator[Page]:
    """A page for the module's own `served` aid; an error or a refused load in it fails the test."""
    served.reset()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()
    assert not faults


@pytest.fixture(name="walk")
def fixture_walk(page: Page, served: WidgetPage) -> Walk:
    """A reader on that page, ready to answer."""
    walk = Walk(page)
    walk.open(served.url)
    return walk
