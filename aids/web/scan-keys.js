/**
 * Owns the keys of the worksheet: a digit answers and goes on, arrows and letters move. They work only while focus is on a
 * choice or a fold of a line, never in a text, and can be switched off (WCAG 2.1.4). Escape leads back from a text to the
 * choices. Used by `scan-sheet.js`. Runs in the page.
 */

/** @import { ScanLine } from "./scan-line.js" */
/** @import { ScanSheet } from "./scan-sheet.js" */

import { say } from "./widget-dom.js";
import { LEFT_OUT, UNKNOWN } from "./scan-saved.js";

const BESIDE = new Map([["0", LEFT_OUT], ["n", LEFT_OUT], ["9", UNKNOWN], ["?", UNKNOWN]]);
const MOVES = new Map([["ArrowDown", 1], ["j", 1], ["ArrowUp", -1], ["k", -1]]);
const NOTES = "e";

/** The keys. */
export class ScanKeys {
  isOn = true;

  /**
   * @param {ScanSheet} sheet
   * @param {HTMLElement} button switches them on and off
   */
  constructor(sheet, button) {
    this.sheet = sheet;
    this.button = button;
    button.addEventListener("click", () => this.turn(!this.isOn));
    for (const line of sheet.lines) line.fieldset.addEventListener("keydown", (event) => this.#onKey(line, event));
  }

  /** @param {boolean} isOn */
  turn(isOn) {
    this.isOn = isOn;
    this.button.setAttribute("aria-pressed", String(isOn));
    say(this.button, isOn ? "Sneltoetsen aan" : "Sneltoetsen uit");
  }

  /**
   * @param {ScanLine} line
   * @param {KeyboardEvent} event
   */
  #onKey(line, event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === "Enter" && event.target === line.reason) {
      event.preventDefault();
      this.#move(line, 1);
      return;
    }
    if (event.key === "Escape") {
      line.focus();
      return;
    }
    if (!this.isOn || isWriting(event.target)) return;
    if (!this.#act(line, event.key)) return;
    event.preventDefault();
  }

  /**
   * @param {ScanLine} line
   * @param {string} key
   * @returns {boolean} whether the key means something here
   */
  #act(line, key) {
    const name = key.length === 1 ? key.toLowerCase() : key;
    const step = MOVES.get(name);
    const value = this.#valueOf(line, name);
    if (step !== undefined) this.#move(line, step);
    else if (value !== undefined) this.#answer(line, value);
    else if (name === NOTES) line.openNotes();
    else return false;
    return true;
  }

  /**
   * @param {ScanLine} line
   * @param {string} key
   * @returns {string | undefined}
   */
  #valueOf(line, key) {
    const scale = line.radios.filter((radio) => radio.value !== LEFT_OUT && radio.value !== UNKNOWN);
    return BESIDE.get(key) ?? (/^[1-8]$/.test(key) ? scale[Number(key) - 1]?.value : undefined);
  }

  /**
   * @param {ScanLine} line
   * @param {string} value
   */
  #answer(line, value) {
    line.choose(value);
    if (value === LEFT_OUT) line.reason.focus();
    else this.#move(line, 1);
  }

  /**
   * @param {ScanLine} line
   * @param {number} step
   */
  #move(line, step) {
    const shown = this.sheet.shown;
    const next = shown[shown.indexOf(line) + step];
    (next ?? line).focus();
  }
}

/**
 * @param {EventTarget | null} target
 * @returns {boolean} whether what has focus takes text of its own
 */
function isWriting(target) {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && target.type !== "radio";
}
