/**
 * Owns one line of the scan on screen: its radios, the reason that it does not apply, and its notes. Reads and writes its
 * own fields; holds no answers. Used by `scan-sheet.js`. Runs in the page.
 */

/** @import { LineAnswer, Note, NoteName } from "./types-scan" */

import { part, parts } from "./widget-dom.js";
import { LEFT_OUT, choiceOf, isAnswered, reasonOf } from "./scan-saved.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** A line. */
export class ScanLine {
  /** @param {HTMLElement} fieldset carries `data-question` */
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.id = fieldset.dataset["question"] ?? "";
    this.words = fieldset.dataset["scanWords"] ?? "";
    this.criterion = fieldset.dataset["scanCriterion"] ?? "";
    this.chapter = fieldset.closest("[data-scan-chapter]")?.getAttribute("data-scan-chapter") ?? "";
    this.radios = /** @type {HTMLInputElement[]} */ (parts(fieldset, "input[type=radio]"));
    this.reason = /** @type {HTMLInputElement} */ (part(fieldset, "[data-scan-reason]"));
    this.notes = /** @type {Field[]} */ (parts(fieldset, "[data-scan-note]"));
    this.noteFold = /** @type {HTMLDetailsElement} */ (part(fieldset, "[data-scan-fold=notes]"));
    this.noted = part(fieldset, "[data-scan-noted]");
  }

  /** @returns {LineAnswer | undefined} what is chosen on screen */
  read() {
    const chosen = this.radios.find((radio) => radio.checked)?.value;
    return chosen === LEFT_OUT ? { state: LEFT_OUT, reason: this.reason.value } : chosen;
  }

  /**
   * @param {LineAnswer | undefined} answer
   * @param {Note | undefined} note
   */
  write(answer, note) {
    const choice = choiceOf(answer);
    for (const radio of this.radios) radio.checked = radio.value === choice;
    this.reason.value = reasonOf(answer);
    for (const field of this.notes) field.value = note?.[nameOf(field)] ?? "";
    this.mark(answer, note);
  }

  /**
   * Show how the line stands, touching only what differs.
   * @param {LineAnswer | undefined} answer
   * @param {Note | undefined} note
   */
  mark(answer, note) {
    const state = isAnswered(answer) ? "answered" : "open";
    if (this.fieldset.dataset["questionState"] !== state) this.fieldset.dataset["questionState"] = state;
    this.noted.hidden = note === undefined;
  }

  /**
   * Choose an answer as a click would.
   * @param {string} value
   */
  choose(value) {
    const radio = this.radios.find((item) => item.value === value);
    if (!radio || radio.checked) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Put focus on its answer, or on the first of its choices. */
  focus() {
    const radio = this.radios.find((item) => item.checked) ?? this.radios[0];
    radio?.focus({ preventScroll: true });
    this.fieldset.scrollIntoView({ block: "nearest" });
  }

  /** Open the notes and go to the first. */
  openNotes() {
    this.noteFold.open = true;
    this.notes[0]?.focus();
  }
}

/**
 * @param {Field} field of a note
 * @returns {NoteName}
 */
export function nameOf(field) {
  return /** @type {NoteName} */ (field.dataset["scanNote"]);
}
