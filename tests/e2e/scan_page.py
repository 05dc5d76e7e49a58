"""Owns a reader of the page of the scan for the browser tests: what it presses, what it sees, the files it gives.

The page is the built one behind the production server, with the real worker. Used by test_scan_*.py. Judges nothing.
"""

import json
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Download, FilePayload, Page

from aids.compiler.loader import load_tree
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.runtime.scan.model import Scan
from tests.e2e.site_reader import DESKTOP
from tests.e2e.watching import Site, Watch, wait_until
from tests.random_scans import random_saved

REPOSITORY = Path(__file__).parents[2]
ADDRESS = "zelfscan/invullen/"
BLANK = "zelfscan/papier/"
ROOT = "document.querySelector('[data-aid]')"
SETTLED = f"['ready', 'failed'].includes({ROOT}.dataset.aidState)"
VIEWS = ("invullen", "uitkomst", "samen", "vergelijken", "meenemen")

type Json = dict[str, Any]


@cache
def the_document() -> ScanDocument:
    """Return the scan of the site."""
    found, _ = load_tree(REPOSITORY / "decision_trees" / "zelfscan.yml")
    assert isinstance(found, ScanDocument)
    return found


@cache
def the_scan() -> Scan:
    """Return the same, as the browser reckons with it."""
    return compile_scan(the_document())


def some_saved(seed: int, *, role: str = "", gaps: float = 0.2) -> Json:
    """Return what a respondent saved, the same for the same seed."""
    saved = random_saved(random.Random(seed), the_scan(), gaps=gaps)  # noqa: S311  cases for a test, nothing secret
    saved["saved"] = f"2026-10-{seed % 28 + 1:02}T09:{seed % 60:02}"
    saved["by"]["role"] = role or the_scan().roles[seed % len(the_scan().roles)].id
    return saved


def as_file(name: str, content: Json | str) -> FilePayload:
    """Return a file to give to the page."""
    text = content if isinstance(content, str) else json.dumps(content)
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def files(count: int) -> list[FilePayload]:
    """Return the files of so many respondents."""
    return [as_file(f"scan-{seed}.json", some_saved(seed)) for seed in range(count)]


class ScanReader:
    """Someone at the page of the scan."""

    def __init__(self, watch: Watch, address: str) -> None:
        self.watch = watch
        self.page: Page = watch.page
        self.address = address
        self.asked: list[str] = []
        self.page.on("dialog", self._agree)

    def open(self) -> None:
        """Go to the page and wait until Python is there, or will not come."""
        self.page.goto(self.address)
        wait_until(self.page, SETTLED)
        if self.state == "ready":
            wait_until(self.page, f"{ROOT}.dataset.aidSeq !== '0'")

    def arrive(self) -> None:
        """Go to the page and wait until the script has taken over; filling in needs no Python."""
        self.page.goto(self.address)
        wait_until(self.page, f"{ROOT}.dataset.aidState !== 'static'")

    def begin_anew(self) -> None:
        """Make the page as it was at first, without asking for it again."""
        self.page.locator("[data-scan-open=meenemen]").click()
        self.act("restart")
        self.act("wipe")
        self.page.locator("[data-scan-filter=all]").click()
        if self.page.locator("[data-aid-action=keys]").get_attribute("aria-pressed") == "false":
            self.act("keys")
        self.asked.clear()

    @property
    def state(self) -> str:
        """How far the page is."""
        return str(self.page.evaluate(f"{ROOT}.dataset.aidState"))

    @property
    def seq(self) -> int:
        """How often a View came on screen."""
        return int(self.page.evaluate(f"{ROOT}.dataset.aidSeq"))

    @property
    def done(self) -> str:
        """How many lines are answered, as the page says."""
        return self.text("[data-scan-done=whole]")

    @property
    def focused(self) -> str:
        """The line that has focus."""
        found = "document.activeElement.closest('[data-question]')?.dataset.question ?? ''"
        return str(self.page.evaluate(found))

    def text(self, selector: str) -> str:
        """Return the text of the first element for a selector."""
        return self.page.locator(selector).first.inner_text()

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def act(self, action: str) -> None:
        """Press a button that is in sight."""
        self.page.locator(f"[data-aid-action={action}]:visible").first.click()

    def view(self, name: str) -> None:
        """Go to a view by keyboard, and wait for what is in it."""
        before = self.seq
        self.page.locator(f"[data-scan-open={name}]").press("Enter")
        if self.state == "ready":
            self.later(before)

    def later(self, seq: int) -> None:
        """Wait until something newer is on screen."""
        wait_until(self.page, f"{ROOT}.dataset.aidSeq > {seq}")

    def give(self, place: str, given: Sequence[FilePayload | Path]) -> None:
        """Give files, and wait until the page says what came of it."""
        self.page.evaluate(f"document.querySelector('[data-scan-drop={place}] [data-scan-said]').replaceChildren()")
        self.page.locator(f"[data-scan-file={place}]").set_input_files(list(given))  # type: ignore[arg-type]
        wait_until(self.page, f"document.querySelector('[data-scan-drop={place}] [data-scan-said]').childNodes.length")

    def drop(self, place: str, given: Sequence[FilePayload]) -> None:
        """Drop files on a place."""
        code = """([place, given]) => {
          const dataTransfer = new DataTransfer();
          for (const [name, text] of given) dataTransfer.items.add(new File([text], name));
          const box = document.querySelector(`[data-scan-drop=${place}]`);
          box.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        }"""
        self.page.evaluate(code, [place, [[file["name"], file["buffer"].decode()] for file in given]])

    def said(self, place: str) -> str:
        """Return what the page said of the files."""
        return self.page.locator(f"[data-scan-drop={place}] [data-scan-said]").text_content() or ""

    def taken(self, form: str, folder: Path) -> Path:
        """Take the scan along in a form; return the file."""
        with self.page.expect_download() as waiting:
            self.page.locator(f"[data-scan-export={form}]").click()
        download: Download = waiting.value
        place = folder / f"{form}-{download.suggested_filename}"
        download.save_as(place)
        return place

    def answers(self) -> dict[str, str]:
        """Return what is chosen on screen, by line."""
        code = """() => Object.fromEntries([...document.querySelectorAll("[data-question]")].flatMap((line) => {
          const chosen = line.querySelector("input[type=radio]:checked");
          return chosen ? [[line.dataset.question, chosen.value]] : [];
        }))"""
        found: dict[str, str] = self.page.evaluate(code)
        return found

    def _agree(self, dialog: Dialog) -> None:
        """Note that the browser asks whether the page may go, and let it."""
        self.asked.append(dialog.type)
        dialog.accept()

    def kept(self) -> int:
        """Return how much is in the storage of this device."""
        return int(self.page.evaluate("localStorage.length"))


@contextmanager
def scan_reader(browser: Browser, site: Site, **circumstances: Any) -> Iterator[ScanReader]:  # noqa: ANN401  Playwright's
    """Give a reader on a fresh page, which notes all that it does."""
    context = browser.new_context(**{"viewport": DESKTOP, "locale": "nl-NL", "accept_downloads": True, **circumstances})
    try:
        watch = Watch(context.new_page())
        watch.start()
        yield ScanReader(watch, site.address + ADDRESS)
    finally:
        context.close()
