/**
 * Owns which advice is in view and how sure it is: what holds with these answers first, what may still hold after it.
 * Fed with Views by `widget.js`. The texts are those of the page; nothing is computed here. Runs in the page.
 */

/** @import { GivenAdvice, View } from "./types" */

import { arrange, make, part, parts, say } from "./widget-dom.js";

/**
 * @typedef {object} Item
 * @property {string} id
 * @property {HTMLElement} node
 * @property {HTMLDetailsElement} fold
 * @property {HTMLElement} badge
 * @property {boolean} closes
 * @property {string} shown certainty on screen, "" when hidden
 */

const NONE_YET = "Nog geen advies dat vaststaat. Beantwoord de vragen; wat zeker is, komt hier meteen te staan.";

/** The advice of one aid. */
export class AdviceList {
  /** @param {HTMLElement} root of the aid */
  constructor(root) {
    this.section = part(root, "[data-aid-advices]");
    this.list = part(this.section, "[data-aid-advice-list]");
    this.none = make("p", { class: "aid-none" }, NONE_YET);
    this.laterList = make("div", { class: "aid-advice-list" });
    this.later = make("section", { class: "aid-later" }, make("h2", { class: "aid-part-title" }, "Kan nog komen"), this.laterList);
    /** @type {Item[]} */
    this.items = parts(this.section, "[data-advice]").map((node) => ({
      id: node.dataset["advice"] ?? "",
      node,
      fold: /** @type {HTMLDetailsElement} */ (part(node, "details")),
      badge: part(node, "[data-aid-certainty]"),
      closes: node.hasAttribute("data-closes"),
      shown: "static",
    }));
  }

  /**
   * Show the advice of a View.
   * @param {View} view
   * @returns {Item[]} advice to act on that has now become certain
   */
  show(view) {
    const given = new Map(view.advice.map((advice) => [advice.id, advice]));
    const fresh = this.items.filter((item) => this.#update(item, given.get(item.id), view.next === null));
    const certain = this.items.filter((item) => item.shown === "certain");
    arrange(this.list, certain.length ? certain.map((item) => item.node) : [this.none]);
    const rest = this.items.filter((item) => item.shown !== "certain");
    arrange(this.laterList, rest.map((item) => item.node));
    this.later.hidden = rest.every((item) => item.shown === "");
    return fresh.filter((item) => !item.closes);
  }

  /**
   * @param {Item} item
   * @param {GivenAdvice | undefined} given
   * @param {boolean} atEnd
   * @returns {boolean} whether it has become certain
   */
  #update(item, given, atEnd) {
    const certainty = given?.certainty ?? "";
    say(item.badge, given ? badge(item, certainty, atEnd) : "");
    if (item.shown === certainty) return false;
    item.shown = certainty;
    item.node.hidden = certainty === "";
    if (certainty === "") item.node.removeAttribute("data-certainty");
    else item.node.setAttribute("data-certainty", certainty);
    item.fold.open = certainty === "certain";
    return certainty === "certain";
  }

  /** @returns {Item[]} what is certain and to act on, most urgent first */
  get certain() {
    return this.items.filter((item) => item.shown === "certain" && !item.closes);
  }

  /** @returns {Item[]} all that holds or may hold */
  get visible() {
    return this.items.filter((item) => item.shown === "certain" || item.shown === "possible");
  }

  /** Back to the page as it was: all advice, open, in its own order. */
  reset() {
    for (const item of this.items) {
      item.shown = "static";
      item.node.hidden = false;
      item.node.removeAttribute("data-certainty");
      item.fold.open = true;
      say(item.badge, "");
    }
    arrange(this.list, this.items.map((item) => item.node));
  }

  /** Before the first View: nothing is known, so nothing is said to hold. */
  clear() {
    for (const item of this.items) this.#update(item, undefined, false);
    arrange(this.list, [this.none, ...this.items.map((item) => item.node)]);
    this.later.hidden = true;
  }
}

/**
 * Advice that ends or lightens something is never called certain while it may still change, and reporting stays possible.
 * @param {Item} item
 * @param {string} certainty
 * @param {boolean} atEnd
 * @returns {string}
 */
function badge(item, certainty, atEnd) {
  if (certainty === "possible") return "Mogelijk";
  if (item.closes) return atEnd ? "Met deze antwoorden" : "Voorlopig";
  return atEnd ? "" : "Al zeker";
}

/** @param {Item} item @returns {string} its title */
export function titleOf(item) {
  return part(item.node, ".aid-advice-title").textContent ?? "";
}
