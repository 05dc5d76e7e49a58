/**
 * Owns the view that lays this scan beside an earlier one: which file that is, and what became of what was promised then.
 * Used by `scan.js`. Runs in the page.
 */

/** @import { ScanEngine } from "./scan-engine.js" */
/** @import { ScanPanels } from "./scan-panels.js" */
/** @import { Saved } from "./types-scan" */

import { part } from "./widget-dom.js";
import { FileDrop } from "./scan-files.js";
import { setFollowup } from "./scan-saved.js";
import { ONE_FILE, momentInWords } from "./scan-words.js";

/**
 * @typedef {object} Surroundings
 * @property {ScanEngine} engine
 * @property {ScanPanels} panels
 * @property {(id: string) => string} titleOf the words for a line
 * @property {() => Saved} current
 * @property {() => void} onEarlier called when another scan is compared with
 * @property {() => void} onFollowup called when something was said of a promise
 */

/** The comparison. */
export class ScanCompare {
  /** @type {Saved | null} */
  earlier = null;

  /**
   * @param {HTMLElement} root
   * @param {Surroundings} around
   */
  constructor(root, around) {
    this.around = around;
    this.drop = new FileDrop(part(root, "[data-scan-drop=earlier]"), around.engine, (files) => this.#read(files));
    this.place = part(root, "[data-scan-compared]");
    this.place.addEventListener("input", (event) => this.#note(event));
  }

  /** @returns {string[]} the panels to ask for */
  get names() {
    return this.earlier === null ? [] : ["compare"];
  }

  /** Let go of the earlier scan. */
  clear() {
    this.earlier = null;
    this.place.hidden = true;
    this.drop.tell([], []);
  }

  /** Put the form at each line for which something was promised. */
  attach() {
    const { followup } = this.around.current();
    const promised = this.earlier?.notes ?? {};
    /** @type {Set<string>} */
    const seen = new Set();
    this.around.panels.attach("compare", "followup", (line, form) => {
      if (!promised[line]?.action || seen.has(line)) return false;
      seen.add(line);
      form.setAttribute("aria-label", this.around.titleOf(line));
      const { state, note } = fieldsOf(form);
      state.value = followup[line]?.state ?? "";
      note.value = followup[line]?.note ?? "";
      note.disabled = state.value === "";
      return true;
    });
  }

  /** @param {File[]} files */
  async #read(files) {
    if (files.length !== 1) {
      this.drop.tell([], [ONE_FILE]);
      return;
    }
    const [read] = await this.drop.read(files);
    if (!read?.saved) {
      this.drop.tell([], read?.faults ?? []);
      return;
    }
    this.earlier = read.saved;
    this.place.hidden = false;
    this.drop.tell([`Vergeleken met ${read.name}, bewaard op ${momentInWords(read.saved.saved)}.`], read.faults, read.changed);
    this.around.onEarlier();
  }

  /** @param {Event} event */
  #note(event) {
    const field = event.target;
    const form = field instanceof Element ? field.closest("[data-scan-for]") : null;
    if (!(form instanceof HTMLElement)) return;
    const { state, note } = fieldsOf(form);
    note.disabled = state.value === "";
    const followup = state.value === "" ? null : { state: state.value, note: note.value };
    setFollowup(this.around.current(), form.dataset["scanFor"] ?? "", followup);
    this.around.onFollowup();
  }
}

/**
 * @param {HTMLElement} form
 * @returns {{ state: HTMLSelectElement, note: HTMLInputElement }}
 */
function fieldsOf(form) {
  return {
    state: /** @type {HTMLSelectElement} */ (part(form, "[data-scan-followup=state]")),
    note: /** @type {HTMLInputElement} */ (part(form, "[data-scan-followup=note]")),
  };
}
