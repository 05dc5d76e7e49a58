/**
 * Owns "waarom": for each advice and each decision the rules that give it, with the answers that they rest on. Closed until
 * a reader asks, and only filled then. The words and sources are those of the page. Fed by `widget.js`. Runs in the page.
 */

/** @import { Answers, OutcomeValue, Reason, View } from "./types" */
/** @import { AdviceList } from "./widget-advice.js" */
/** @import { DecisionPanel } from "./widget-decisions.js" */
/** @import { QuestionInputs } from "./widget-inputs.js" */

import { make, part, plainCopy } from "./widget-dom.js";

/**
 * @typedef {object} Fold
 * @property {HTMLDetailsElement} node
 * @property {HTMLElement} list
 * @property {(view: View) => boolean} isKnown whether there is something to say
 * @property {(view: View) => HTMLElement[]} items
 */

/** @typedef {{ joint: string, text: string, before: HTMLElement[], after: HTMLElement[] }} RuleWords what of a rule stands with its answers */

const SILENCE = "Wat u nog niet heeft beantwoord, telt hier als ‘weet ik nog niet’.";

/** All "waarom" of one aid. */
export class Reasons {
  /** @type {Fold[]} */
  #folds = [];
  /** @type {Answers} */
  #answers = {};
  /** @type {View | null} */
  #view = null;

  /**
   * @param {AdviceList} advice
   * @param {readonly DecisionPanel[]} panels
   * @param {ReadonlyMap<string, QuestionInputs>} questions
   */
  constructor(advice, panels, questions) {
    this.questions = questions;
    this.panels = new Map(panels.map((panel) => [panel.id, panel]));
    for (const { id, node } of advice.items) {
      const isKnown = (/** @type {View} */ view) => (view.why[id] ?? []).length > 0;
      const items = (/** @type {View} */ view) => this.#reasons(view.why[id] ?? [], view);
      part(node, ".aid-advice-fold").append(this.#fold("Waarom dit advies", isKnown, items));
    }
    for (const panel of panels) {
      const isKnown = (/** @type {View} */ view) => this.#row(panel, view) !== null;
      panel.standing.after(this.#fold("Waarom deze uitkomst", isKnown, (view) => this.#decision(panel, view, conditionOf)));
    }
  }

  /**
   * @param {string} summary
   * @param {Fold["isKnown"]} isKnown
   * @param {Fold["items"]} items
   * @returns {HTMLElement}
   */
  #fold(summary, isKnown, items) {
    const list = make("ul", { class: "aid-because-list" });
    const head = make("summary", { class: "aid-why-summary" }, summary);
    const fold = { node: make("details", { class: "aid-because", hidden: true }, head, list), list, isKnown, items };
    this.#folds.push(fold);
    fold.node.addEventListener("toggle", () => this.#fill(fold));
    return fold.node;
  }

  /** @param {Fold} fold */
  #fill({ node, list, items }) {
    list.replaceChildren(...(node.open && this.#view ? items(this.#view) : []));
  }

  /**
   * @param {Answers} answers
   * @param {View} view
   */
  show(answers, view) {
    this.#answers = answers;
    this.#view = view;
    for (const fold of this.#folds) {
      const isKnown = fold.isKnown(view);
      if (fold.node.hidden === isKnown) fold.node.hidden = !isKnown;
      if (fold.node.open) this.#fill(fold);
    }
  }

  /** Back to the page as it was. */
  reset() {
    this.#view = null;
    for (const { node, list } of this.#folds) {
      node.hidden = true;
      node.open = false;
      list.replaceChildren();
    }
  }

  /**
   * @param {readonly Reason[]} reasons
   * @param {View} view
   * @returns {HTMLElement[]} answers and outcomes, and then once the rules of each decision that they come from
   */
  #reasons(reasons, view) {
    const items = reasons.flatMap((reason) => {
      if (reason.by === "row") return [];
      if (reason.by === "outcome") return [make("li", {}, this.#outcome(reason))];
      const answers = reason.questions.map((id) => make("li", {}, this.#answer(id, view)));
      return [...answers, ...reason.outcomes.map((one) => make("li", {}, this.#outcome(one)))];
    });
    const decisions = new Set(reasons.flatMap((reason) => (reason.by === "when" ? [] : [reason.decision])));
    const panels = [...this.panels.values()].filter((panel) => decisions.has(panel.id));
    return [...items, ...panels.flatMap((panel) => this.#decision(panel, view, groundOf))];
  }

  /**
   * @param {DecisionPanel} panel
   * @param {View} view
   * @returns {HTMLElement | null} the row that stands
   */
  #row(panel, view) {
    const decision = view.decisions[panel.id];
    if (decision === undefined || decision === "nvt") return null;
    return panel.rows.find((row) => row.dataset["aidRow"] === decision.row) ?? null;
  }

  /**
   * @param {DecisionPanel} panel
   * @param {View} view
   * @param {(rule: HTMLElement) => RuleWords} told
   * @returns {HTMLElement[]} the row that stands, and the rules under the table that go before it
   */
  #decision(panel, view, told) {
    const row = this.#row(panel, view);
    const decision = view.decisions[panel.id];
    if (row === null || decision === undefined || decision === "nvt") return [];
    const name = part(row, ".aid-cell-row").textContent ?? "";
    const lead = row.dataset["aidRow"] === "otherwise" ? "Geen rij" : `Rij ${name}`;
    const floors = panel.floors.filter((floor) => decision.floors.includes(floor.dataset["aidFloor"] ?? ""));
    return [
      this.#rule(`${lead} van ‘${panel.title}’`, row, view, told),
      ...floors.map((floor) => this.#rule("Een regel die voorgaat op de rij", floor, view, told)),
    ];
  }

  /**
   * @param {string} lead
   * @param {HTMLElement} rule a row or a rule under the table
   * @param {View} view
   * @param {(rule: HTMLElement) => RuleWords} told
   * @returns {HTMLElement} what it says, and the answers that it looks at
   */
  #rule(lead, rule, view, told) {
    const names = (rule.dataset["aidAsks"] ?? "").split(" ");
    const asks = names.filter((id) => this.questions.has(id));
    const known = asks.filter((id) => view.answered.includes(id) || view.duties.some((duty) => duty.id === id));
    const lines = [...known.map((id) => this.#answer(id, view)), ...names.flatMap((name) => this.#standing(name, view))];
    const isOpen = view.next !== null && known.length < asks.length;
    const words = told(rule);
    return make(
      "li",
      {},
      make("p", {}, make("strong", {}, lead, words.joint), words.text),
      ...words.before,
      ...(lines.length ? [make("ul", {}, ...lines.map((line) => make("li", {}, line)))] : []),
      ...(isOpen ? [make("p", {}, SILENCE)] : []),
      ...words.after,
    );
  }

  /**
   * @param {string} id of a question
   * @param {View} view
   * @returns {string} what the reader said, or how silence counts
   */
  #answer(id, view) {
    const question = this.questions.get(id);
    if (!question) return id;
    const words = view.answered.includes(id) ? question.words(this.#answers[id]) : "";
    if (words) return `Uw antwoord bij ${question.short}: ${words}.`;
    if (question.kind === "duty") return `De plicht ${question.short} staat nog open.`;
    return `Bij ${question.short} is nog geen antwoord; dat telt als ‘weet ik nog niet’.`;
  }

  /**
   * @param {string} name "decision.outcome"; a question has no full stop in it
   * @param {View} view
   * @returns {string[]} how an outcome stands, where it does
   */
  #standing(name, view) {
    const [decision = "", outcome = ""] = name.split(".");
    const found = view.decisions[decision];
    if (!outcome || found === undefined || found === "nvt" || found.standing === "nvt") return [];
    return [this.#outcome({ decision, outcome, value: found.standing[outcome] ?? "" })];
  }

  /** @param {OutcomeValue} value @returns {string} */
  #outcome({ decision, outcome, value }) {
    const found = this.panels.get(decision)?.outcomes.get(outcome);
    return `‘${found?.label ?? outcome}’ is: ${found?.values.get(value)?.label ?? value}.`;
  }
}

/**
 * @param {HTMLElement} rule
 * @returns {RuleWords} what it means, and on what it rests
 */
function groundOf(rule) {
  return { joint: ": ", text: part(rule, ".aid-say").textContent ?? "", before: [], after: [plainCopy(part(rule, ".aid-ground"))] };
}

/**
 * @param {HTMLElement} rule
 * @returns {RuleWords} when it holds; what it means stands above already
 */
function conditionOf(rule) {
  const condition = plainCopy(part(rule, ".aid-condition, .aid-floor-when"));
  return { joint: " klopt:", text: "", before: [condition], after: [] };
}
