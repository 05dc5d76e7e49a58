/**
 * Owns "Dit advies wordt anders als ...": which other answers would add safety to the advice, and what to find out first.
 * Asked of the engine only when the reader opens it. It never shows how to lose an advice: the engine does not tell.
 * Used by `widget.js` at the result. Runs in the page.
 */

/** @import { Change, Changes } from "./types" */
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

/** More lines than this for one question are folded. */
const MANY = 3;

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
    const items = this.#grouped(changes.toSorted((one, other) => this.#urgency(one) - this.#urgency(other)));
    const unknown = find_out.flatMap((id) => this.#findOut(id));
    return [
      ...(unknown.length ? [make("p", {}, make("strong", {}, FIND_OUT)), make("ul", { class: "aid-changes-list" }, ...unknown)] : []),
      ...(items.length ? [make("p", {}, LEAD), make("ul", { class: "aid-changes-list" }, ...items)] : []),
      ...(items.length || unknown.length ? [] : [make("p", {}, NOTHING)]),
    ];
  }

  /**
   * @param {Change} change
   * @returns {number} the place of its most urgent advice; one that only makes an outcome heavier goes first
   */
  #urgency({ advice }) {
    const places = advice.map((id) => this.words.advice.items.findIndex((item) => item.id === id));
    return Math.min(...(places.length ? places : [-1]));
  }

  /**
   * @param {Change[]} changes
   * @returns {HTMLElement[]} an item for each question that they begin with, folded where many answers add something
   */
  #grouped(changes) {
    /** @type {Map<string, HTMLElement[]>} */
    const groups = new Map();
    for (const change of changes) {
      const question = change.answers[0]?.question ?? "";
      groups.set(question, [...(groups.get(question) ?? []), make("li", {}, this.#line(change))]);
    }
    return [...groups].map(([question, lines]) => {
      const list = make("ul", {}, ...lines);
      const summary = make("summary", { class: "aid-why-summary" }, `${lines.length} antwoorden voegen iets toe`);
      const shown = lines.length > MANY ? make("details", {}, summary, list) : list;
      return make("li", {}, make("strong", {}, this.#short(question)), " ", this.#link(question), shown);
    });
  }

  /**
   * @param {Change} change
   * @returns {string}
   */
  #line({ answers, advice, outcomes }) {
    const [first, ...others] = answers.map((one) => ({ words: this.#answer(one), short: this.#short(one.question) }));
    const conditions = [first?.words, ...others.map(({ words, short }) => `bij ${short} ${words}`)];
    const titles = advice.flatMap((id) => this.words.advice.items.filter((item) => item.id === id).map(titleOf));
    const added = titles.length ? [`komt erbij: ${titles.join("; ")}`] : [];
    const heavier = Object.entries(outcomes).map(([key, value]) => this.#outcome(key, value));
    return `Als u ${conditions.join(" en ")} antwoordt, ${[...added, ...heavier].join(". ")}.`;
  }

  /**
   * @param {string} key "decision.outcome"
   * @param {string} value
   * @returns {string}
   */
  #outcome(key, value) {
    const [decision, name] = key.split(".");
    const outcome = this.words.decisions.find((panel) => panel.id === decision)?.outcomes.get(name ?? "");
    return `‘${outcome?.label ?? key}’ wordt: ${outcome?.values.get(value)?.label ?? value}`;
  }

  /** @param {string} id @returns {HTMLElement[]} */
  #findOut(id) {
    return this.words.questions.has(id) ? [make("li", {}, make("strong", {}, this.#short(id)), " ", this.#link(id))] : [];
  }

  /** @param {string} id @returns {string} */
  #short(id) {
    return this.words.questions.get(id)?.short ?? id;
  }

  /**
   * @param {Change["answers"][number]} answer
   * @returns {string} the new answer; of ticks only what comes on top of those there are
   */
  #answer({ question, from, to }) {
    const before = Array.isArray(from) ? from : [];
    const isMore = Array.isArray(to) && before.length > 0 && before.every((tick) => to.includes(tick));
    const told = isMore ? to.filter((tick) => !before.includes(tick)) : to;
    return `${isMore ? "ook " : ""}‘${this.words.questions.get(question)?.words(told) ?? String(told)}’`;
  }

  /** @param {string} id @returns {HTMLElement} */
  #link(id) {
    const button = actionButton("change", "Bekijk deze vraag", "aid-button-link");
    button.dataset["target"] = id;
    button.append(make("span", { class: "aid-spoken" }, `: ${this.#short(id)}`));
    return button;
  }
}
