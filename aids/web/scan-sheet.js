/**
 * Owns the worksheet: all lines with their chapters, which of them are in sight, how far each chapter is, and the keys.
 * Shows the document it is given and tells of edits; holds no answers. Used by `scan.js`. Runs in the page.
 */

/** @import { Saved } from "./types-scan" */

import { part, parts, say } from "./widget-dom.js";
import { ScanKeys } from "./scan-keys.js";
import { ScanLine, nameOf } from "./scan-line.js";
import { UNKNOWN, choiceOf, isAnswered, setAnswer, setNote } from "./scan-saved.js";

const WHOLE = "whole";
/** How many steps from the bottom count as low. */
const LOW_STEPS = 2;

/** @type {Record<string, (saved: Saved, line: ScanLine) => boolean>} */
const FILTERS = {
  all: () => true,
  open: (saved, line) => !isAnswered(saved.answers[line.id]),
  low: (saved, line) => line.radios.slice(0, LOW_STEPS).some((radio) => radio.value === choiceOf(saved.answers[line.id])),
  unknown: (saved, line) => choiceOf(saved.answers[line.id]) === UNKNOWN,
  action: (saved, line) => Boolean(saved.notes[line.id]?.action),
};

/** The worksheet. */
export class ScanSheet {
  /**
   * @param {HTMLElement} root
   * @param {() => Saved} current the document as it is now
   * @param {() => void} onEdit called after each edit
   */
  constructor(root, current, onEdit) {
    this.root = root;
    this.current = current;
    this.onEdit = onEdit;
    this.lines = parts(root, "[data-question]").map((fieldset) => new ScanLine(fieldset));
    this.byId = new Map(this.lines.map((line) => [line.id, line]));
    this.groups = parts(root, "[data-scan-group], [data-scan-chapter]");
    this.buttons = parts(root, "[data-scan-filter]");
    this.none = part(root, "[data-scan-none]");
    this.counts = parts(root, "[data-scan-done]");
    this.bar = /** @type {HTMLProgressElement} */ (part(root, ".scan-guide .scan-progress"));
    this.keys = new ScanKeys(this, part(root, "[data-aid-action=keys]"));
    for (const line of this.lines) line.fieldset.addEventListener("input", (event) => this.#onInput(line, event));
    for (const button of this.buttons) {
      button.addEventListener("click", () => this.filter(button.dataset["scanFilter"] ?? "all"));
    }
  }

  /** @returns {Record<string, string>} the hash of each line's texts */
  get words() {
    return Object.fromEntries(this.lines.map((line) => [line.id, line.words]));
  }

  /** @returns {ScanLine[]} the lines in sight, in order */
  get shown() {
    return this.lines.filter((line) => !line.fieldset.hidden);
  }

  /** Take in what was filled in before the script ran. */
  readAll() {
    for (const line of this.lines) {
      setAnswer(this.current(), line.id, line.read());
      for (const field of line.notes) setNote(this.current(), line.id, nameOf(field), field.value);
    }
    this.mark();
  }

  /**
   * Return a document without answers and notes for which this edition of the scan has no place.
   * @param {Saved} saved
   * @returns {Saved}
   */
  fitted(saved) {
    const has = (/** @type {string} */ id, /** @type {string} */ choice) => this.byId.get(id)?.radios.some((radio) => radio.value === choice);
    saved.answers = Object.fromEntries(Object.entries(saved.answers).filter(([id, answer]) => has(id, choiceOf(answer))));
    saved.notes = Object.fromEntries(Object.entries(saved.notes).filter(([id]) => this.byId.has(id)));
    return saved;
  }

  /** Put the document on screen, with every line in sight. */
  write() {
    const saved = this.current();
    for (const line of this.lines) line.write(saved.answers[line.id], saved.notes[line.id]);
    this.filter("all");
    this.mark();
  }

  /** Show how far each chapter and the whole is. */
  mark() {
    const { answers } = this.current();
    for (const count of this.counts) {
      const name = count.dataset["scanDone"];
      const lines = name === WHOLE ? this.lines : this.lines.filter((line) => line.chapter === name);
      const done = lines.filter((line) => isAnswered(answers[line.id])).length;
      say(count, `${done} van ${lines.length}`);
      count.toggleAttribute("data-scan-complete", done === lines.length);
      if (name === WHOLE) this.bar.value = done;
    }
  }

  /**
   * Show the lines that a filter lets through. A line that no longer fits stays until a filter is chosen again: nothing
   * moves away under a finger, and focus is never lost.
   * @param {string} name
   */
  filter(name) {
    const fits = FILTERS[name] ?? (() => true);
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset["scanFilter"] === name));
    for (const line of this.lines) line.fieldset.hidden = !fits(this.current(), line);
    for (const group of this.groups) group.hidden = !group.querySelector("[data-question]:not([hidden])");
    this.none.hidden = this.shown.length > 0;
  }

  /**
   * @param {ScanLine} line
   * @param {Event} event
   */
  #onInput(line, event) {
    const field = event.target;
    const saved = this.current();
    if (field instanceof HTMLInputElement && (field.type === "radio" || field === line.reason)) {
      setAnswer(saved, line.id, line.read());
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      if (!field.validity.valid) return;
      setNote(saved, line.id, nameOf(field), field.value);
    }
    line.mark(saved.answers[line.id], saved.notes[line.id]);
    this.mark();
    this.onEdit();
  }
}
