/**
 * Owns what the frame of a page does beyond HTML and CSS: light or dark, the menu on a narrow screen, the notice of a
 * page past its review date, tables that can be scrolled by keyboard, and, where there is one, a table to filter. Runs
 * on every page, before first paint where the browser can wait for it. Sends nothing; the choice of light or dark lives
 * in this tab only and ends with it. The one single-key shortcut, `/` for searching, is that of `search.js` and can be
 * turned off there.
 */

const root = document.documentElement;
const THEME = "vw-theme";
const NARROW = matchMedia("(max-width: 47.99em)");
const DARK = matchMedia("(prefers-color-scheme: dark)");

/** @returns {"light" | "dark" | null} what this reader chose in this tab */
function chosenTheme() {
  try {
    const kept = sessionStorage.getItem(THEME);
    return kept === "light" || kept === "dark" ? kept : null;
  } catch {
    return null;
  }
}

/** @returns {boolean} whether the page is dark now */
function isDark() {
  const chosen = root.dataset["vwTheme"];
  return chosen ? chosen === "dark" : DARK.matches;
}

/** @param {HTMLButtonElement} button names what a press will do */
function nameTheme(button) {
  button.textContent = isDark() ? "Lichte weergave" : "Donkere weergave";
}

/** @param {HTMLButtonElement} button */
function startTheme(button) {
  button.hidden = false;
  nameTheme(button);
  DARK.addEventListener("change", () => nameTheme(button));
  button.addEventListener("click", () => {
    root.dataset["vwTheme"] = isDark() ? "light" : "dark";
    nameTheme(button);
    try {
      sessionStorage.setItem(THEME, root.dataset["vwTheme"]);
    } catch {
      // A browser that keeps nothing still shows the choice on this page.
    }
  });
}

/**
 * The menu folds on a narrow screen; Escape folds it and gives focus back to the button.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} menu
 */
function startMenu(button, menu) {
  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.toggleAttribute("data-vw-closed", !open);
  };
  button.hidden = false;
  show(false);
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  for (const part of [button, menu]) {
    part.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && NARROW.matches && button.getAttribute("aria-expanded") === "true") {
        show(false);
        button.focus();
      }
    });
  }
}

/** Shows the notice when today, on this device, is past the page's review date. */
function startReview() {
  const notice = document.querySelector("[data-vw-overdue]");
  const limit = notice?.querySelector("[data-vw-review-by]")?.getAttribute("datetime");
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  if (notice instanceof HTMLElement && limit && today > limit) {
    notice.hidden = false;
  }
}

/**
 * What is scrolled to stops below the emergency bar, also where its words take more lines than the sheet counts on. Only
 * then is the page told: telling it has the style of every element worked out again. What is counted on is read from the
 * root's scroll padding, which is that height and 1rem (`page.css`).
 */
function startAlarm() {
  const alarm = document.querySelector("[data-vw-alarm]");
  if (!alarm) {
    return;
  }
  const measure = () => {
    const { fontSize, scrollPaddingBlockStart } = getComputedStyle(root);
    const counted = parseFloat(scrollPaddingBlockStart) - parseFloat(fontSize);
    const { height } = alarm.getBoundingClientRect();
    if (!(Math.abs(height - counted) < 1)) {
      root.style.setProperty("--vw-alarm-size", `${height}px`);
    }
  };
  new ResizeObserver(measure).observe(alarm);
}

/** A table wider than the screen becomes a named region that takes focus, so that arrow keys scroll it. */
function startTables() {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth;
      const name = target.getAttribute("data-vw-table") ?? "";
      for (const [key, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": name })) {
        if (scrolls) {
          target.setAttribute(key, value);
        } else {
          target.removeAttribute(key);
        }
      }
    }
  });
  document.querySelectorAll("[data-vw-table]").forEach((table) => watch.observe(table));
}

function start() {
  const theme = document.querySelector("button[data-vw-theme]");
  const button = document.querySelector("button[data-vw-menu]");
  const menu = document.getElementById("hoofdmenu");
  if (theme instanceof HTMLButtonElement) {
    startTheme(theme);
  }
  if (button instanceof HTMLButtonElement && menu) {
    startMenu(button, menu);
  }
  startAlarm();
  startReview();
  startTables();
  if (document.querySelector("[data-vw-matrix]")) {
    void import("./matrix.js").then(({ startMatrices }) => startMatrices());
  }
}

const chosen = chosenTheme();
if (chosen) {
  root.dataset["vwTheme"] = chosen;
}
if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start);
} else {
  start();
}
