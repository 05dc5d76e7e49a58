/**
 * Owns "Dit advies wordt anders als ...": which other answers would add safety to the advice, and what to find out first.
 * Asked of the engine only when the reader opens it. It never shows how to lose an advice: the engine does not tell.
 * Used by `widget.js` at the result. Runs in the page.
 */

/** @import { Answer, Change, Changes } from "./types" */
/** @import { AdviceList } from "./widget-advice.js" */
/** @import { DecisionPanel } from "./widget-decisions.js" */
/** @import { QuestionInputs } from "./widget-inputs.js" */

import { titleOf } from "./widget-advice.js";
import { actionButton, make } from "./widget-dom.js";

/**
 * @typedef {object} Words
 * @property {ReadonlyMap<string, QuestionInputs>} questions
 * @property {AdviceList} advice
 * @property {readonly DecisionPanel[]} decisions
 */

const BUSY = "Wordt nagegaan …";
const FAILED = "Dit kon nu niet worden nagegaan. Uw advies hierboven blijft staan.";
const NOTHING =
  "Een ander antwoord op één of twee vragen voegt hier niets aan toe. Het advies hierboven blijft staan. Verandert de " +
  "situatie, loop de vragen dan opnieuw door. Overleggen en melden mag altijd.";
const LEAD = "Klopt een van deze antwoorden beter, of verandert de situatie? Dan komt er meer bij:";
const FIND_OUT = "Zoek eerst uit:";

/** The fold at the result. */
export class ChangesFold {
  #asked = 0;

  /**
   * @param {Words} words
   * @param {() => Promise<Changes>} ask
   */
  constructor(words, ask) {
    this.words = words;
    this.ask = ask;
    this.body = make("div", { class: "aid-changes-body" });
    const summary = make("summary", { class: "aid-why-summary" }, "Dit advies wordt anders als …");
    this.node = make("details", { class: "aid-changes", "data-aid-changes": true }, summary, this.body);
    this.node.addEventListener("toggle", () => void this.#toggle());
  }

  /** The answers have changed: what was said no longer counts. */
  forget() {
    this.#asked += 1;
    if (this.node.open) this.node.open = false;
    if (this.body.childElementCount) this.body.replaceChildren();
  }

  async #toggle() {
    if (!this.node.open || this.body.childElementCount) return;
    const asked = (this.#asked += 1);
    this.body.replaceChildren(make("p", { role: "status" }, BUSY));
    const content = await this.ask().then((found) => this.#content(found), () => [make("p", {}, FAILED)]);
    if (asked === this.#asked) this.body.replaceChildren(...content);
  }

  /**
   * @param {Changes} found
   * @returns {HTMLElement[]}
   */
  #content({ changes, find_out }) {
    const items = changes.map((change) => this.#change(change));
    const unknown = find_out.flatMap((id) => this.#findOut(id));
    return [
      ...(unknown.length ? [make("p", {}, make("strong", {}, FIND_OUT)), make("ul", { class: "aid-changes-list" }, ...unknown)] : []),
      ...(items.length ? [make("p", {}, LEAD), make("ul", { class: "aid-changes-list" }, ...items)] : []),
      ...(items.length || unknown.length ? [] : [make("p", {}, NOTHING)]),
    ];
  }

  /**
   * @param {Change} change
   * @returns {HTMLElement}
   */
  #change({ answers, advice, outcomes }) {
    const conditions = answers.map(({ question, to }) => `bij ${this.#short(question)} ‘${this.#answer(question, to)}’`);
    const titles = advice.flatMap((id) => this.words.advice.items.filter((item) => item.id === id).map(titleOf));
    const added = titles.length ? `, komt erbij: ${titles.join("; ")}.` : ":";
    const heavier = Object.entries(outcomes).map(([key, value]) => make("li", {}, this.#outcome(key, value)));
    return make(
      "li",
      {},
      make("p", {}, `Als u ${conditions.join(" en ")} antwoordt${added}`),
      ...(heavier.length ? [make("ul", {}, ...heavier)] : []),
      ...answers.map(({ question }) => this.#link(question)),
    );
  }

  /**
   * @param {string} key "decision.outcome"
   * @param {string} value
   * @returns {string}
   */
  #outcome(key, value) {
    const [decision, name] = key.split(".");
    const outcome = this.words.decisions.find((panel) => panel.id === decision)?.outcomes.get(name ?? "");
    return `${outcome?.label ?? key} wordt: ${outcome?.values.get(value)?.label ?? value}.`;
  }

  /** @param {string} id @returns {HTMLElement[]} */
  #findOut(id) {
    return this.words.questions.has(id) ? [make("li", {}, `${this.#short(id)}. `, this.#link(id))] : [];
  }

  /** @param {string} id @returns {string} */
  #short(id) {
    return this.words.questions.get(id)?.short ?? id;
  }

  /** @param {string} id @param {Answer} to @returns {string} */
  #answer(id, to) {
    return this.words.questions.get(id)?.words(to) ?? String(to);
  }

  /** @param {string} id @returns {HTMLElement} */
  #link(id) {
    const button = actionButton("change", "Bekijk deze vraag", "aid-button-link");
    button.dataset["target"] = id;
    button.append(make("span", { class: "aid-spoken" }, `: ${this.#short(id)}`));
    return button;
  }
}
