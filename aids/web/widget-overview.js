/**
 * Owns the overview beside the question: what was answered, how the duties stand, what is not needed and what no longer
 * counts, each with a button to change it. Fed by `widget.js` with answers and View. Runs in the page.
 */

/** @import { Answers, View } from "./types" */
/** @import { QuestionInputs } from "./widget-inputs.js" */

import { actionButton, arrange, make, say } from "./widget-dom.js";
import { DROPPED, DUTY, NOT_NEEDED } from "./widget-words.js";

/**
 * @typedef {object} Line
 * @property {QuestionInputs} question
 * @property {HTMLElement} node
 * @property {HTMLElement} value
 * @property {HTMLElement} verb
 */

/** @typedef {{ node: HTMLElement, list: HTMLElement, lines: Line[] }} Part */

/** The overview of one aid. */
export class Overview {
  /** @param {readonly QuestionInputs[]} questions */
  constructor(questions) {
    this.lines = questions.map(newLine);
    this.answers = newPart("Uw antwoorden", "Nog geen antwoorden.");
    this.duties = newPart("Plichten", "Nog geen plichten die zeker gelden.");
    this.dropped = newPart("Deze antwoorden tellen niet meer mee", DROPPED);
    this.skipped = newPart("Niet meer nodig", NOT_NEEDED);
    this.count = make("span");
    const told = make("summary", { class: "aid-why-summary" }, this.count);
    this.skipped.node.append(make("details", {}, told, this.skipped.list));
    for (const { node } of [this.dropped, this.skipped]) node.classList.add("aid-overview-part-told");
    this.print = actionButton("print", "Print dit blad", "aid-button-plain");
    this.restart = actionButton("restart", "Begin opnieuw", "aid-button-plain");
    this.wipe = actionButton("wipe", "Wis alles en begin opnieuw");
    this.keep = make("button", { type: "button", class: "aid-button aid-button-plain" }, "Ga door met dit blad");
    this.sure = make(
      "div",
      { class: "aid-sure", role: "group", "aria-label": "Begin opnieuw", hidden: true },
      make("p", {}, "Alle antwoorden gaan verloren. Print eerst als u ze wilt bewaren."),
      this.wipe,
      this.keep,
    );
    const parts = [this.dropped, this.answers, this.duties, this.skipped].map(({ node }) => node);
    const tools = make("div", { class: "aid-tools" }, this.print, this.restart, this.sure);
    const title = make("h2", { class: "aid-part-title" }, "Overzicht");
    this.node = make("aside", { class: "aid-overview", "aria-label": "Overzicht" }, title, ...parts, tools);
    this.clear();
  }

  /**
   * @param {Answers} answers
   * @param {View} view
   * @param {string | null} current question in view
   */
  show(answers, view, current) {
    const answered = new Set(view.answered);
    const dropped = new Set(view.dropped);
    const skipped = new Set(view.skipped);
    const duties = new Map(view.duties.map((duty) => [duty.id, duty]));
    /** @param {Part} part @param {(line: Line) => string | null} words @param {string} verb */
    const fill = (part, words, verb) => {
      part.lines = this.lines.filter((line) => {
        const text = words(line);
        if (text === null) return false;
        say(line.value, text);
        say(line.verb, verb);
        line.node.toggleAttribute("data-aid-here", line.question.id === current);
        return true;
      });
      place(part);
    };
    fill(this.answers, ({ question }) => answered.has(question.id) && question.kind !== "duty" ? question.words(answers[question.id]) : null, "Wijzig");
    fill(this.duties, ({ question }) => {
      const duty = duties.get(question.id);
      return duty && !dropped.has(question.id) ? question.words(answers[question.id]) || DUTY[duty.state] : null;
    }, "Wijzig");
    fill(this.dropped, ({ question }) => dropped.has(question.id) ? question.words(answers[question.id]) : null, "Bekijk");
    fill(this.skipped, ({ question }) => skipped.has(question.id) ? "" : null, "Beantwoord toch");
    for (const part of [this.dropped, this.skipped]) part.node.hidden = part.lines.length === 0;
    say(this.count, this.skipped.lines.length === 1 ? "1 vraag" : `${this.skipped.lines.length} vragen`);
  }

  /** Before the first View. */
  clear() {
    for (const part of [this.answers, this.duties, this.dropped, this.skipped]) {
      part.lines = [];
      place(part);
    }
    for (const line of this.lines) say(line.value, "");
    for (const part of [this.dropped, this.skipped]) part.node.hidden = true;
    this.ask(false);
  }

  /** @param {boolean} asking whether the reader is asked to confirm that all answers may go */
  ask(asking) {
    this.sure.hidden = !asking;
    this.restart.hidden = asking;
  }
}

/** @param {Part} part */
function place(part) {
  arrange(part.list, part.lines.map((line) => line.node));
  part.node.toggleAttribute("data-aid-empty", part.lines.length === 0);
}

/**
 * @param {string} title
 * @param {string} note
 * @returns {Part}
 */
function newPart(title, note) {
  const list = make("ul", { class: "aid-lines" });
  const heading = make("h3", { class: "aid-overview-title" }, title);
  const node = make("section", { class: "aid-overview-part" }, heading, make("p", { class: "aid-overview-note" }, note), list);
  return { node, list, lines: [] };
}

/**
 * @param {QuestionInputs} question
 * @returns {Line}
 */
function newLine(question) {
  const value = make("span", { class: "aid-line-value" });
  const verb = make("span", {}, "Wijzig");
  const button = actionButton("change", "", "aid-button-link");
  button.dataset["target"] = question.id;
  button.append(verb, make("span", { class: "aid-spoken" }, ` ${question.short}`));
  const name = make("span", { class: "aid-line-name" }, question.short);
  return { question, value, verb, node: make("li", { class: "aid-line" }, name, value, button) };
}
