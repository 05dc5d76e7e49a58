/**
 * Owns the standing outcome of each decision above its table: "voorlopig" until it is certain, never certain when it closes.
 * Fed with Views by `widget.js`. The words are those of the table in the page. Runs in the page.
 */

/** @import { DecisionView, Outcome, View } from "./types" */

import { make, part, parts, plainCopy } from "./widget-dom.js";

export const REPORT_ANYWAY = "Melden mag altijd.";

/**
 * @typedef {object} Value
 * @property {string} label
 * @property {boolean} closes
 */

/** One decision of the page. */
export class DecisionPanel {
  /** @param {HTMLElement} section carries `data-aid-decision` */
  constructor(section) {
    this.section = section;
    this.id = section.dataset["aidDecision"] ?? "";
    this.title = part(section, ".aid-decision-title").textContent ?? "";
    this.standing = part(section, "[data-aid-standing]");
    this.fold = /** @type {HTMLDetailsElement} */ (part(section, "details"));
    this.rows = parts(section, "[data-aid-row]");
    this.floors = parts(section, "[data-aid-floor]");
    this.shown = "";
    /** @type {Map<string, { label: string, values: Map<string, Value> }>} */
    this.outcomes = new Map();
    for (const item of parts(section, "[data-aid-ladder]")) this.#learn(item);
  }

  /** @param {HTMLElement} item one value of one outcome, from the page */
  #learn(item) {
    const name = item.dataset["aidLadder"] ?? "";
    const label = item.closest("[data-aid-label]")?.getAttribute("data-aid-label") ?? name;
    const outcome = this.outcomes.get(name) ?? { label, values: new Map() };
    const text = part(item, ".aid-value").textContent ?? "";
    outcome.values.set(item.dataset["aidValue"] ?? "", { label: text, closes: item.hasAttribute("data-closes") });
    this.outcomes.set(name, outcome);
  }

  /** @param {View} view */
  show(view) {
    const decision = view.decisions[this.id];
    if (decision === undefined) return;
    const key = JSON.stringify([decision, view.next === null]);
    if (key === this.shown) return;
    if (this.shown === "") this.fold.open = false;
    this.shown = key;
    this.standing.hidden = false;
    this.standing.replaceChildren(...this.describe(decision, view.next === null));
    const row = decision === "nvt" ? null : decision.row;
    for (const item of this.rows) item.toggleAttribute("data-aid-standing-row", item.dataset["aidRow"] === row);
  }

  /**
   * @param {DecisionView | "nvt"} decision
   * @param {boolean} atEnd
   * @returns {HTMLElement[]} the standing outcome with its words, without hooks
   */
  describe(decision, atEnd) {
    if (decision === "nvt") return [make("p", { class: "aid-say" }, "Deze weging geldt niet bij deze antwoorden.")];
    const { standing } = decision;
    if (standing === "nvt") return [make("p", { class: "aid-say" }, "Voorlopig geldt deze weging niet.")];
    const verdicts = Object.keys(standing).map((name) => this.#verdict(name, standing, decision.certain, atEnd));
    return [make("dl", { class: "aid-verdicts" }, ...verdicts), ...this.#ground(decision.row, decision.floors)];
  }

  /**
   * @param {string} name
   * @param {Outcome} standing
   * @param {Outcome | null} certain
   * @param {boolean} atEnd
   * @returns {HTMLElement}
   */
  #verdict(name, standing, certain, atEnd) {
    const outcome = this.outcomes.get(name);
    const value = outcome?.values.get(standing[name] ?? "") ?? { label: standing[name] ?? "", closes: false };
    const settled = certain?.[name] !== undefined;
    const mark = verdictMark(value, settled, atEnd);
    return make(
      "div",
      { class: "aid-verdict" },
      make("dt", {}, outcome?.label ?? name),
      make("dd", {}, make("strong", {}, value.label), ...(mark ? [" ", make("span", { class: "aid-certainty" }, mark)] : [])),
    );
  }

  /**
   * @param {string | null} ident of the standing row
   * @param {string[]} raising ids of the lines under the table that go before it
   * @returns {HTMLElement[]} why: the words of the row, or of the lines that go before it
   */
  #ground(ident, raising) {
    const row = this.rows.find((item) => item.dataset["aidRow"] === ident);
    if (!row) return [];
    const name = part(row, ".aid-cell-row").textContent;
    const causes = this.floors.filter((floor) => raising.includes(floor.dataset["aidFloor"] ?? ""));
    if (causes.length) {
      const lead = causes.length > 1 ? "Deze regels gaan" : "Deze regel gaat";
      const items = causes.map((floor) => make("li", {}, part(floor, ".aid-say").textContent ?? ""));
      return [make("p", { class: "aid-row-name" }, `${lead} voor op rij ${name}:`), make("ul", { class: "aid-causes" }, ...items)];
    }
    const words = [part(row, ".aid-say"), part(row, ".aid-ground")].map(plainCopy);
    return [make("p", { class: "aid-row-name" }, `Rij ${name}`), ...words];
  }

  /** Back to the page as it was. */
  reset() {
    this.shown = "";
    this.standing.hidden = true;
    this.standing.replaceChildren();
    this.fold.open = true;
    for (const item of this.rows) item.removeAttribute("data-aid-standing-row");
  }
}

/**
 * @param {Value} value
 * @param {boolean} settled
 * @param {boolean} atEnd
 * @returns {string}
 */
function verdictMark(value, settled, atEnd) {
  if (value.closes && settled && atEnd) return `met deze antwoorden. ${REPORT_ANYWAY}`;
  if (!settled || value.closes) return "voorlopig";
  return atEnd ? "" : "al zeker";
}
