"""Owns what a reader does to an aid in a browser: answer, go on, look. Polls with `evaluate`, as the policy demands.

Used by test_widget*.py and test_axe.py.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page

PATIENCE = 10.0
"""Seconds that a condition may take to come true."""

SET_ANSWERS = """answers => {
  const fire = (input, type) => input.dispatchEvent(new Event(type, { bubbles: true }));
  for (const [id, answer] of Object.entries(answers)) {
    const own = [...document.querySelectorAll(`[data-question="${id}"] input, [data-question="${id}"] textarea`)];
    const tick = value => { const box = own.find(one => one.value === value); box.checked = true; fire(box, "input"); };
    const fill = (type, value) => {
      const field = own.find(one => one.type === type); field.value = value; fire(field, "input"); };
    if (Array.isArray(answer)) answer.forEach(tick);
    else if (typeof answer === "object") {
      tick(answer.state);
      if (answer.date) fill("date", answer.date);
      if (answer.reason) tick(answer.reason);
      if (answer.who) tick(answer.who);
    }
    else if (own.some(one => one.value === answer)) tick(answer);
    else fill(typeof answer === "number" ? "number" : own.find(one => one.type !== "checkbox").type, String(answer));
  }
}"""


class Walk:
    """One reader on one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def aid(self) -> Locator:
        """The aid itself."""
        return self.page.locator("[data-aid]")

    @property
    def state(self) -> str:
        """How the aid stands: static, loading, ready or failed."""
        return str(self.page.evaluate("document.querySelector('[data-aid]').dataset.aidState"))

    @property
    def seq(self) -> int:
        """How many Views have been on screen."""
        return int(self.page.evaluate("document.querySelector('[data-aid]').dataset.aidSeq"))

    @property
    def current(self) -> str | None:
        """The question in view; None at the result."""
        found = "document.querySelector('[data-question-state=current]')?.dataset.question ?? null"
        current: str | None = self.page.evaluate(found)
        return current

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"still not so; {self.state=} {self.seq=} {self.current=}"
            time.sleep(0.01)

    def open(self, url: str, state: str = "ready") -> None:
        """Go to the page and wait for a state."""
        self.page.goto(url)
        self.until(lambda: self.state == state)

    def question(self, ident: str) -> Locator:
        """Return a question's group."""
        return self.page.locator(f"[data-question='{ident}']")

    def act(self, action: str) -> Locator:
        """Return the button of an action."""
        return self.page.locator(f"[data-aid-action='{action}']")

    def change(self, ident: str) -> None:
        """Ask for an earlier question again."""
        self.page.locator(f"[data-aid-action='change'][data-target='{ident}']").click()
        self.until(lambda: self.current == ident)

    def choose(self, ident: str, *values: str) -> None:
        """Tick answers of a question, and wait for the View."""
        for value in values:
            before = self.seq
            self.question(ident).locator(f"input[value='{value}']").first.check()
            self.until(lambda before=before: self.seq > before)  # type: ignore[misc]

    def fill(self, ident: str, selector: str, value: str) -> None:
        """Write in a field of a question, and wait for the View."""
        before = self.seq
        self.question(ident).locator(selector).fill(value)
        self.until(lambda: self.seq > before)

    def next(self) -> None:
        """Press "Verder" and wait for what comes."""
        before = self.current
        self.act("next").click()
        self.until(lambda: self.current != before)

    def set(self, answers: Mapping[str, Any]) -> None:
        """Give many answers at once, in whatever question is in view, and wait until the last of them counts."""
        before = self.seq
        self.page.evaluate(SET_ANSWERS, dict(answers))
        self.until(lambda: self.seq > before)
        self.settle()

    def settle(self) -> None:
        """Wait until no new View comes."""
        while True:
            before = self.seq
            time.sleep(0.15)
            if self.seq == before:
                return

    def text(self, selector: str) -> str:
        """Return the text that is on screen, with single spaces."""
        return " ".join(self.page.locator(selector).inner_text().split())

    def visible(self, attribute: str) -> list[str]:
        """Return the values of an attribute on the elements that are on screen."""
        found = self.page.locator(f"[{attribute}]").all()
        return [str(item.get_attribute(attribute)) for item in found if item.is_visible()]


def to_duty(walk: Walk) -> None:
    """Walk the small tree to its first duty."""
    walk.choose("brand", "nee")
    walk.next()
    walk.choose("gebreken", "geen")
    walk.next()
    assert walk.current == "melden-beheerder"


def to_result(walk: Walk) -> None:
    """Walk the small tree to the result with two duties left open and the last record empty."""
    to_duty(walk)
    walk.next()
    walk.fill("herstel", "input[type=date]", "2031-05-06")
    for _ in range(3):
        walk.next()


def tab_to(walk: Walk, selector: str) -> None:
    """Press Tab until the focus is on what `selector` names."""
    for _ in range(60):
        walk.page.keyboard.press("Tab")
        if walk.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")
