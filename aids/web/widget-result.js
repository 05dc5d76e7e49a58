/**
 * Owns the head of the result: the duties that stay open, and what would add to the advice. In view when no question is.
 * Used by `widget.js`; the advice itself is in `widget-advice.js`. Runs in the page.
 */

/** @import { Changes, View } from "./types" */
/** @import { Words } from "./widget-changes.js" */

import { ChangesFold } from "./widget-changes.js";
import { make, part } from "./widget-dom.js";

const OPEN_DUTIES = "Deze plichten staan nog open. Het advies wacht er niet op; ze staan als open in het verslag.";

/** The result of one aid. */
export class Result {
  /**
   * @param {HTMLElement} root of the aid
   * @param {Words} words
   * @param {() => Promise<Changes>} ask what would add to the advice
   */
  constructor(root, words, ask) {
    this.node = part(root, "[data-aid-done]");
    this.head = part(this.node, "h2");
    this.duties = part(this.node, "[data-aid-open-duties]");
    this.questions = words.questions;
    this.changes = new ChangesFold(words, ask);
  }

  /** The script is there: what only it can answer may be asked. */
  offer() {
    this.node.append(this.changes.node);
  }

  /** @param {View} view */
  show(view) {
    const open = view.duties.filter((duty) => duty.state === "open");
    const names = open.map((duty) => make("li", {}, this.questions.get(duty.id)?.short ?? ""));
    this.duties.replaceChildren(...(names.length ? [make("p", {}, OPEN_DUTIES), make("ul", {}, ...names)] : []));
  }

  /** Back to the page as it was. */
  reset() {
    this.node.hidden = true;
    this.changes.forget();
    this.changes.node.remove();
  }
}
