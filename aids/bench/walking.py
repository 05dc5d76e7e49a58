"""Owns a seeded walk through an aid in the real page, by its public hooks: choose, wait for the View, go on, restart.

Used by the measurement of answers and by the browser tests, which look at what happens meanwhile. The script runs in
the page, so that nothing is waited for but the page itself. Runs on a developer's machine.
"""

from playwright.sync_api import Page

WALK = """
async ({ wanted, seed, pause }) => {
  const aid = document.querySelector("[data-aid]");
  const raised = (act) => new Promise((resolve) => {
    const start = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      document.body.getBoundingClientRect();
      resolve(performance.now() - start);
    });
    observer.observe(aid, { attributes: true, attributeFilter: ["data-aid-seq"] });
    act();
  });
  let random = seed;
  const draw = (count) => {
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
    return (random >> 8) % count;
  };
  const isVisible = (element) => element.getClientRects().length > 0;
  const press = (action) => {
    const buttons = [...aid.querySelectorAll(`[data-aid-action="${action}"]`)].filter(isVisible);
    if (buttons.length > 0) buttons[draw(buttons.length)].click();
    return buttons.length > 0;
  };
  const choose = (input) => {
    if (input.type === "radio" || input.type === "checkbox") {
      input.click();
      return;
    }
    input.value = input.type === "date" ? ["2031-01-01", "2020-01-01"][draw(2)] : String(1 + draw(9));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const times = [];
  for (let turn = 0; times.length < wanted && turn < wanted * 10; turn += 1) {
    const question = aid.querySelector('[data-question][data-question-state="current"]');
    const inputs = question ? [...question.querySelectorAll("input, textarea")].filter(isVisible) : [];
    const free = inputs.filter((input) => !input.checked);
    if (free.length > 0) {
      const input = free[draw(free.length)];
      times.push(await raised(() => choose(input)));
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    const turned = draw(20);
    if (turned === 0) press("change");
    else if (turned === 1) press("back");
    else if (question !== null) press("next");
    else if (press("restart") && press("wipe")) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
}
"""


def walk(page: Page, answers: int, seed: int, pause: int = 2) -> list[float]:
    """Give `answers` answers in the page's aid, which is ready, with `pause` ms between them.

    Return for each answer the milliseconds to its new View.
    """
    times: list[float] = page.evaluate(WALK, {"wanted": answers, "seed": seed, "pause": pause})
    return times
