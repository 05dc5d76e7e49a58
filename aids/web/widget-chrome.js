/**
 * Owns what the script adds around the question: next and back, what is left, what is already certain, and the sentence
 * when Python does not come. Used by `widget.js`; the actions themselves are there. Runs in the page.
 */

/** @import { View } from "./types" */
/** @import { AdviceList } from "./widget-advice.js" */

import { titleOf } from "./widget-advice.js";
import { actionButton, make, say } from "./widget-dom.js";
import { LOADING, remaining } from "./widget-words.js";

/** The bar with next and back, always in the same place. */
export class Bar {
  /** @param {(advice: HTMLElement) => void} onShow called with the advice that the reader wants to see */
  constructor(onShow) {
    this.left = make("p", { class: "aid-remaining" }, LOADING);
    this.nowTitle = make("button", { type: "button", class: "aid-button aid-button-link" });
    this.nowMore = make("span");
    this.now = make("p", { class: "aid-now" }, make("strong", {}, "Al zeker: "), this.nowTitle, this.nowMore);
    this.now.hidden = true;
    this.next = actionButton("next", "Verder", "aid-button-main");
    this.back = actionButton("back", "Terug", "aid-button-plain");
    this.node = make(
      "div",
      { class: "aid-bar" },
      make("div", { class: "aid-bar-lines" }, this.left, this.now),
      make("div", { class: "aid-buttons" }, this.next, this.back),
    );
    /** @type {HTMLElement | null} */
    this.first = null;
    this.nowTitle.addEventListener("click", () => this.first && onShow(this.first));
    this.clear();
  }

  /**
   * @param {View} view
   * @param {AdviceList} advice as it is on screen
   * @param {{ atResult: boolean, hasBefore: boolean }} place
   */
  show(view, advice, { atResult, hasBefore }) {
    const [first, ...others] = advice.certain;
    this.first = first?.node ?? null;
    this.now.hidden = !first;
    say(this.nowTitle, first ? titleOf(first) : "");
    say(this.nowMore, others.length ? ` en nog ${others.length}` : "");
    say(this.left, remaining(view));
    this.next.hidden = atResult;
    this.back.disabled = !hasBefore;
  }

  /** Before the first View. */
  clear() {
    this.now.hidden = true;
    this.next.hidden = false;
    this.back.disabled = true;
    say(this.left, LOADING);
  }
}

/** The notice that Python did not come, with a way to try again. */
export class FailureNotice {
  constructor() {
    this.text = make("p", {});
    this.retry = actionButton("retry", "Probeer opnieuw", "aid-button-main");
    this.node = make("div", { class: "aid-failed", role: "alert" }, this.text, this.retry);
  }
}
