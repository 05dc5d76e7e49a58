/**
 * Owns where the reader is in the picture of the tree: which questions are answered, which row stands, which advice holds.
 * The picture is in the page; only the marks that differ are touched. Fed with Views by `widget.js`. Runs in the page.
 */

/** @import { View } from "./types" */

import { make, parts, say } from "./widget-dom.js";

/** The picture of one aid. */
export class Diagram {
  /** @type {Map<Element, string>} */
  #shown = new Map();
  /** @type {Element | null} */
  #plain = null;
  /** @type {Map<Element, number>} */
  #places = new Map();

  /** @param {HTMLElement} root of the aid */
  constructor(root) {
    this.fold = root.querySelector("[data-aid-diagram]");
    this.picture = this.fold?.querySelector("[data-diagram-picture]") ?? null;
    this.path = parts(root, "[data-diagram-path]")[0] ?? make("p");
    this.questions = this.#found("data-diagram-question");
    this.advice = this.#found("data-diagram-advice");
    this.decisions = this.#found("data-diagram-decision").map(({ id, node }) => ({
      id,
      rows: this.#found("data-diagram-row", node),
      floors: this.#found("data-diagram-floor", node),
    }));
  }

  /**
   * @param {string} attribute
   * @param {Element | null} within
   */
  #found(attribute, within = this.picture) {
    const nodes = [...(within?.querySelectorAll(`[${attribute}]`) ?? [])];
    return nodes.map((node) => ({ id: node.getAttribute(attribute) ?? "", node }));
  }

  /**
   * @param {View} view
   * @param {string | null} current question in view
   */
  show(view, current) {
    const open = new Set(view.duties.filter((duty) => duty.state === "open").map((duty) => duty.id));
    const answered = new Set(view.answered.filter((id) => !open.has(id)));
    const skipped = new Set(view.skipped);
    for (const { id, node } of this.questions) {
      this.#mark(node, id === current ? "current" : answered.has(id) ? "answered" : skipped.has(id) ? "skipped" : "");
    }
    const given = new Map(view.advice.map(({ id, certainty }) => [id, certainty]));
    for (const { id, node } of this.advice) this.#mark(node, given.get(id) ?? "");
    for (const { id, rows, floors } of this.decisions) {
      const decision = view.decisions[id];
      const standing = decision === undefined || decision === "nvt" || decision.standing === "nvt" ? null : decision;
      for (const { id: row, node } of rows) this.#mark(node, row === standing?.row ? "standing" : "");
      for (const { id: floor, node } of floors) this.#mark(node, standing?.floors.includes(floor) ? "standing" : "");
    }
    this.path.hidden = false;
    say(this.path, this.#words(view, answered.size));
  }

  /**
   * @param {Element} node
   * @param {string} state "" takes the mark away
   */
  #mark(node, state) {
    if ((this.#shown.get(node) ?? "") === state) return;
    this.#shown.set(node, state);
    if (state) node.setAttribute("data-diagram-state", state);
    else node.removeAttribute("data-diagram-state");
  }

  /**
   * @param {View} view
   * @param {number} answered
   * @returns {string} the marks in words
   */
  #words(view, answered) {
    const rows = Object.values(view.decisions).flatMap((one) => (one === "nvt" || one.row === null ? [] : [one.row]));
    const weighing = rows.map((row) => (row === "otherwise" ? "geen rij klopt" : `rij ${row}`)).join(" en ");
    const certain = view.advice.filter(({ certainty }) => certainty === "certain").length;
    const path = `Uw weg: ${answered} van de ${this.questions.length} vragen en plichten gedaan of beantwoord`;
    const advice = certain === 1 ? "1 advies geldt" : `${certain} adviezen gelden`;
    return `${path}${weighing ? `; in de weging ${weighing}` : ""}; ${advice}.`;
  }

  /** Back to the page as it was. */
  reset() {
    for (const node of this.#shown.keys()) this.#mark(node, "");
    this.path.hidden = true;
  }

  /** @returns {HTMLElement[]} the picture with the reader's path, without hooks, for the record */
  copy() {
    if (!this.picture) return [];
    const picture = /** @type {Element} */ (this.#bare(this.picture).cloneNode(true));
    const nodes = everyNode(picture);
    for (const [node, state] of this.#shown) {
      if (state) nodes[this.#places.get(node) ?? -1]?.classList.add(`aid-dia-${state}`);
    }
    const title = make("h3", { class: "aid-record-title" }, "Plattegrond met uw weg");
    const words = make("p", {}, this.path.textContent ?? "");
    return [make("section", { class: "aid-record-diagram aid-dia" }, title, words, picture)];
  }

  /**
   * Make the picture without hooks once: it is the same each time but for the marks.
   * @param {Element} picture
   * @returns {Element}
   */
  #bare(picture) {
    if (this.#plain === null) {
      this.#places = new Map(everyNode(picture).map((node, place) => [node, place]));
      this.#plain = /** @type {Element} */ (picture.cloneNode(true));
      for (const node of everyNode(this.#plain)) {
        for (const { name } of [...node.attributes]) {
          if (name === "aria-describedby" || name.startsWith("data-")) node.removeAttribute(name);
        }
      }
    }
    return this.#plain;
  }
}

/**
 * @param {Element} picture
 * @returns {Element[]} it and all in it, in the order of the page
 */
function everyNode(picture) {
  return [picture, ...picture.querySelectorAll("*")];
}
