/**
 * Owns how files come in: a place to choose or drop them, their reading one after another, and what is said about them.
 * A file that is not right takes no other with it. Changes no document. Used by the views of the scan. Runs in the page.
 */

/** @import { Changed, Fault, Saved } from "./types-scan" */
/** @import { ScanEngine } from "./scan-engine.js" */

import { make, part, say } from "./widget-dom.js";
import { base64Of } from "./scan-download.js";
import { TOO_LARGE, UNREADABLE, explained, reading } from "./scan-words.js";

const LARGEST = 5_000_000;
const PATIENCE = 1_000;
const SPREADSHEET = /\.xlsx$/i;

/** @typedef {{ name: string, saved: Saved | null, faults: string[], changed: string[] }} ReadFile */

/** A place for files. */
export class FileDrop {
  /**
   * @param {HTMLElement} box carries `data-scan-drop`
   * @param {ScanEngine} engine
   * @param {(files: File[]) => Promise<void>} onFiles
   */
  constructor(box, engine, onFiles) {
    this.box = box;
    this.engine = engine;
    this.input = /** @type {HTMLInputElement} */ (part(box, "[data-scan-file]"));
    this.busy = part(box, "[data-scan-busy]");
    this.busySays = part(box, "[data-scan-busy-says]");
    this.bar = /** @type {HTMLProgressElement} */ (part(box, "progress"));
    this.said = part(box, "[data-scan-said]");
    this.input.addEventListener("change", () => {
      const files = [...(this.input.files ?? [])];
      this.input.value = "";
      if (files.length) void onFiles(files);
    });
    box.addEventListener("dragover", (event) => this.#over(event, true));
    box.addEventListener("dragleave", (event) => this.#over(event, false));
    box.addEventListener("drop", (event) => {
      this.#over(event, false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length) void onFiles(files);
    });
  }

  /**
   * Read files one by one; from a second on, say how far.
   * @param {File[]} files
   * @returns {Promise<ReadFile[]>}
   */
  async read(files) {
    /** @type {ReadFile[]} */
    const found = [];
    const timer = setTimeout(() => { this.busy.hidden = false; }, PATIENCE);
    for (const [place, file] of files.entries()) {
      this.bar.value = place / files.length;
      say(this.busySays, reading(place + 1, files.length));
      found.push(await readOne(this.engine, file));
    }
    clearTimeout(timer);
    this.busy.hidden = true;
    return found;
  }

  /** Open the fold in which it stands. */
  reveal() {
    const fold = this.box.closest("details");
    if (fold) fold.open = true;
  }

  /**
   * Say what came of it: lines of text, then lists under a sentence of their own.
   * @param {string[]} lines
   * @param {string[]} faults
   * @param {string[]} [changed]
   */
  tell(lines, faults, changed = []) {
    /** @type {HTMLElement[]} */
    const nodes = lines.map((line) => make("p", {}, line));
    if (faults.length) nodes.push(make("p", {}, make("strong", {}, "Niet gelukt of niet helemaal:")), list("scan-faults", faults));
    if (changed.length) nodes.push(make("p", {}, make("strong", {}, "De scan is veranderd sinds u bewaarde:")), list("scan-changed", changed));
    this.said.replaceChildren(...nodes);
  }

  /**
   * @param {DragEvent} event
   * @param {boolean} isOver
   */
  #over(event, isOver) {
    event.preventDefault();
    this.box.toggleAttribute("data-scan-over", isOver);
  }
}

/**
 * @param {string} look
 * @param {string[]} items
 * @returns {HTMLElement}
 */
function list(look, items) {
  return make("ul", { class: look }, ...items.map((item) => make("li", {}, item)));
}

/**
 * @param {ScanEngine} engine
 * @param {File} file
 * @returns {Promise<ReadFile>}
 */
async function readOne(engine, file) {
  const { name } = file;
  if (file.size > LARGEST) return { name, saved: null, faults: [`${name} ${TOO_LARGE}`], changed: [] };
  try {
    const content = SPREADSHEET.test(name) ? { base64: base64Of(await file.arrayBuffer()) } : { text: await file.text() };
    const { saved, faults, changed } = await engine.read(name, content);
    return { name, saved, faults: faults.map(messageOf), changed: changed.map(messageOf) };
  } catch (error) {
    console.warn("Een bestand kon niet worden gelezen:", error);
    return { name, saved: null, faults: [`${name}: ${explained(error) || UNREADABLE}`], changed: [] };
  }
}

/**
 * @param {Fault | Changed} item
 * @returns {string}
 */
export function messageOf(item) {
  return item.message;
}
