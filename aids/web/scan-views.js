/**
 * Owns which of the views of the scan is in sight: one at a time, focus on its heading, nothing in the address. Used by
 * `scan.js`. Runs in the page.
 */

import { part, parts } from "./widget-dom.js";

export const FILL_IN = "invullen";

/** The views, with the buttons that open them. */
export class ScanViews {
  /**
   * @param {HTMLElement} root
   * @param {(name: string) => void} onOpen called when another view comes in sight
   */
  constructor(root, onOpen) {
    this.root = root;
    this.onOpen = onOpen;
    this.current = FILL_IN;
    this.sections = parts(root, "[data-scan-view]");
    this.buttons = parts(root, "[data-scan-open]");
    for (const button of this.buttons) {
      button.addEventListener("click", () => this.open(button.dataset["scanOpen"] ?? FILL_IN));
    }
    addEventListener("hashchange", () => this.#arrive());
  }

  /** @param {string} name */
  open(name) {
    this.#show(name);
    const head = part(this.#section(name), "h2");
    head.focus({ preventScroll: true });
    const { top } = head.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) part(this.root, ".scan-tabs").scrollIntoView({ block: "start" });
  }

  /** @param {string} name */
  #show(name) {
    this.current = name;
    for (const section of this.sections) section.hidden = section.dataset["scanView"] !== name;
    for (const button of this.buttons) {
      if (button.dataset["scanOpen"] === name) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    this.onOpen(name);
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #section(name) {
    return part(this.root, `[data-scan-view="${name}"]`);
  }

  /** Who follows a link to a line finds it, whatever is in sight. */
  #arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const view = target?.closest("[data-scan-view]")?.getAttribute("data-scan-view");
    if (!target || !view || view === this.current || !this.root.contains(target)) return;
    this.#show(view);
    target.scrollIntoView({ block: "start" });
  }
}
