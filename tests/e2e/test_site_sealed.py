"""Laws of every page of the site: nothing breaks the policy, nothing is asked of another host, nothing is kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.site_reader import SETTLED, pages_of, reading
from tests.e2e.watching import STORED, Site, Watch, wait_until

pytestmark = pytest.mark.e2e


def test_no_page_breaks_the_policy_or_asks_another_host(site: Site, watch: Watch) -> None:
    """On every page: no violation, no request elsewhere, no error, nothing missing, nothing stored."""
    for name in pages_of(site.folder):
        watch.page.goto(site.address + name)
        wait_until(watch.page, SETTLED)
        assert watch.violations() == [], name
        stored = watch.page.evaluate(STORED)
        assert {key: stored[key] for key in ("local", "session", "cookies", "databases", "caches")} == {
            "local": 0,
            "session": 0,
            "cookies": "",
            "databases": 0,
            "caches": 0,
        }
    assert watch.errors == []
    assert [url for url in watch.requests if not url.startswith((site.address, "blob:", "data:"))] == []
    assert len(watch.requests) > len(pages_of(site.folder))


def test_a_violation_would_be_heard(site: Site, watch: Watch) -> None:
    """What the test above listens to does sound: a style in the page is refused and noted."""
    watch.page.goto(site.address)
    watch.page.evaluate("document.body.setAttribute('style', 'color: red')")
    watch.page.evaluate("document.body.append(Object.assign(document.createElement('style'), {textContent: 'p{}'}))")
    assert watch.violations() != []


def test_every_page_carries_the_policy_itself(built_site: Path) -> None:
    """Also a host that sends no headers serves sealed pages, and no page holds code or styles of its own."""
    for name in pages_of(built_site):
        path = built_site / name
        text = (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")
        assert text.count('http-equiv="Content-Security-Policy"') == 1, name
        assert "<style" not in text, name
        assert "<script>" not in text, name


def test_the_site_is_readable_without_scripts(browser: Browser, site: Site) -> None:
    """Without JavaScript the menu is open, also on a phone, and no control is shown that does nothing."""
    with reading(browser, viewport={"width": 360, "height": 640}, java_script_enabled=False) as page:
        page.goto(site.address)
        assert page.get_by_role("link", name="Keuzehulpen").first.is_visible()
        assert page.locator("header button").count() > 0
        assert not any(button.is_visible() for button in page.locator("header button").all())
