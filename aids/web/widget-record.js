/**
 * Owns the record: what was answered, decided, advised and done, for print and for the file of the case. Made anew from
 * answers, View and the texts of the page; copies carry no hooks. Keeps nothing and sends nothing. Runs in the page.
 */

/** @import { Answers, View } from "./types" */
/** @import { AdviceList } from "./widget-advice.js" */
/** @import { DecisionPanel } from "./widget-decisions.js" */
/** @import { Diagram } from "./widget-diagram.js" */
/** @import { QuestionInputs } from "./widget-inputs.js" */
/** @import { Practice } from "./widget-practice.js" */

import { REPORT_ANYWAY } from "./widget-decisions.js";
import { make, part, plainCopy } from "./widget-dom.js";
import { EXERCISE } from "./widget-practice.js";
import { DUTY, NOT_NEEDED, longDate, remaining, today } from "./widget-words.js";
import { titleOf } from "./widget-advice.js";

/**
 * @typedef {object} Material
 * @property {HTMLElement} root
 * @property {readonly QuestionInputs[]} questions
 * @property {AdviceList} advice
 * @property {readonly DecisionPanel[]} decisions
 * @property {Diagram} diagram
 * @property {Practice} practice
 */

const BLANKS = ["Nummer van het dossier", "Ingevuld door (functie)"];
const INTERIM = "Dit verslag is voorlopig.";
/** Not every browser tells when it is idle. */
const canIdle = typeof requestIdleCallback === "function";
const PATIENCE = 2_000;
const DELAY = 100;

/** The place of the record in the page. */
export class RecordSheet {
  #due = 0;

  /** @param {() => HTMLElement[]} content as it is now */
  constructor(content) {
    this.content = content;
    this.node = make("section", { class: "aid-record", "data-aid-record": true, "aria-label": "Verslag" });
  }

  /** Make it as it is now. */
  write() {
    this.#cancel();
    this.node.replaceChildren(...this.content());
  }

  /** Make it when the page has nothing else to do: nobody sees the record of a case in progress before it is printed. */
  writeLater() {
    this.#cancel();
    const write = () => this.write();
    this.#due = canIdle ? requestIdleCallback(write, { timeout: PATIENCE }) : setTimeout(write, DELAY);
  }

  /** Take everything out of it. */
  clear() {
    this.#cancel();
    this.node.replaceChildren();
  }

  #cancel() {
    if (canIdle) cancelIdleCallback(this.#due);
    else clearTimeout(this.#due);
  }
}

/**
 * @param {Material} material
 * @param {Answers} answers
 * @param {View} view
 * @returns {HTMLElement[]} the content of the record, top to bottom
 */
export function record(material, answers, view) {
  const { root } = material;
  const interim = view.next === null ? [] : [make("p", { class: "aid-record-interim" }, `${INTERIM} ${remaining(view)}`)];
  const overdue = root.querySelector("[data-aid-overdue]:not([hidden])");
  const exercise = material.practice.current;
  const certificate = root.querySelector("[data-aid-certificate]:not([hidden]) .aid-certificate-short");
  return [
    make("h2", { class: "aid-part-title" }, `Verslag: ${root.dataset["aidTitle"] ?? ""}`),
    ...(exercise ? [make("p", { class: "aid-exercise" }, make("strong", {}, EXERCISE), `: ${exercise.title}.`)] : []),
    plainCopy(part(root, ".aid-help")),
    make("p", {}, `Gemaakt op ${longDate(today())}. Dit blad bevat geen namen. Zet het in het dossier en bewaar het niet los.`),
    make("p", { class: "aid-record-blanks" }, ...BLANKS.map(blank)),
    plainCopy(part(root, ".aid-judgement")),
    ...(overdue ? [plainCopy(overdue)] : []),
    ...interim,
    ...adviceParts(material, view),
    ...decisionParts(material, view),
    ...dutyParts(material, answers, view),
    ...answerParts(material, answers, view),
    plainCopy(part(root, ".aid-status")),
    ...(certificate ? [plainCopy(certificate)] : []),
    ...material.diagram.copy(),
  ];
}

/** @param {string} label @returns {HTMLElement} */
function blank(label) {
  return make("span", { class: "aid-tick-item" }, `${label} `, make("span", { class: "aid-write" }));
}

/** @param {string} text @returns {HTMLElement} */
function heading(text) {
  return make("h3", { class: "aid-record-title" }, text);
}

/**
 * @param {Material} material
 * @param {View} view
 * @returns {HTMLElement[]}
 */
function adviceParts({ advice }, view) {
  if (advice.items.length === 0) return [];
  const shown = advice.visible.filter((item) => item.shown === "certain" || view.next !== null);
  const certain = shown.filter((item) => item.shown === "certain");
  const possible = shown.filter((item) => item.shown === "possible").map((item) => make("li", {}, titleOf(item)));
  const articles = certain.map((item) => {
    const urgency = part(item.node, ".aid-urgency").textContent ?? "";
    const head = make("h4", {}, `${urgency}: ${titleOf(item)}`);
    return make("div", { class: "aid-record-advice" }, head, plainCopy(part(item.node, ".aid-advice-body")));
  });
  return [
    heading("Advies"),
    ...(articles.length ? articles : [make("p", {}, "Er staat nog geen advies vast.")]),
    ...(possible.length ? [make("p", {}, "Dit kan er nog bij komen:"), make("ul", {}, ...possible)] : []),
  ];
}

/**
 * @param {Material} material
 * @param {View} view
 * @returns {HTMLElement[]}
 */
function decisionParts({ decisions }, view) {
  const found = decisions.flatMap((panel) => {
    const decision = view.decisions[panel.id];
    return decision === undefined ? [] : [heading(panel.title), ...panel.describe(decision, view.next === null)];
  });
  return found.length ? [...found, make("p", {}, REPORT_ANYWAY)] : [];
}

/**
 * Open duties are printed as open, with room to write.
 * @param {Material} material
 * @param {Answers} answers
 * @param {View} view
 * @returns {HTMLElement[]}
 */
function dutyParts({ questions }, answers, view) {
  const rows = view.duties.flatMap((duty) => {
    const question = questions.find((item) => item.id === duty.id);
    if (!question) return [];
    const words = question.words(answers[duty.id]) || DUTY[duty.state];
    return [row(question.ask, words, duty.state === "open")];
  });
  return rows.length ? [heading("Plichten"), table("Plicht", "Stand", rows)] : [];
}

/**
 * @param {Material} material
 * @param {Answers} answers
 * @param {View} view
 * @returns {HTMLElement[]}
 */
function answerParts({ questions }, answers, view) {
  /** @param {readonly string[]} idents */
  const named = (idents) => questions.filter((item) => idents.includes(item.id));
  const rows = named(view.answered)
    .filter((item) => item.kind !== "duty")
    .map((item) => row(item.ask, item.words(answers[item.id]), false));
  const dropped = named(view.dropped).map((item) => make("li", {}, `${item.short}: ${item.words(answers[item.id])}`));
  const skipped = named(view.skipped).map((item) => item.short);
  return [
    heading("Antwoorden"),
    rows.length ? table("Vraag", "Antwoord", rows) : make("p", {}, "Er is nog niets beantwoord."),
    ...(dropped.length ? [make("p", {}, "Deze antwoorden tellen niet meer mee:"), make("ul", {}, ...dropped)] : []),
    ...(skipped.length ? [make("p", {}, `${NOT_NEEDED} Het gaat om: ${skipped.join("; ")}.`)] : []),
  ];
}

/**
 * @param {string} first
 * @param {string} second
 * @param {HTMLElement[]} rows
 * @returns {HTMLElement}
 */
function table(first, second, rows) {
  const heads = [first, second].map((text) => make("th", { scope: "col" }, text));
  return make("table", { class: "aid-record-table" }, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
}

/**
 * @param {string} name
 * @param {string} value
 * @param {boolean} open
 * @returns {HTMLElement}
 */
function row(name, value, open) {
  const cell = make("td", {}, open ? make("strong", {}, value) : value);
  return make("tr", {}, make("th", { scope: "row" }, name), cell);
}
