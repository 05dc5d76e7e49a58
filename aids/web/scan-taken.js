/**
 * Owns the view in which the scan leaves the page: files, paper, text to paste. Used by `scan.js`. Runs in the page.
 */

/** @import { ScanEngine } from "./scan-engine.js" */
/** @import { ScanPanels } from "./scan-panels.js" */
/** @import { Work } from "./types-scan" */

import { part, parts, say } from "./widget-dom.js";
import { bytesOf, copy, download } from "./scan-download.js";
import { now, slim } from "./scan-saved.js";
import { BROKEN, COPIED, NOT_COPIED, NOT_READY, explained, taken } from "./scan-words.js";
import { today } from "./widget-words.js";

const PRINTING = "data-scan-printing";
/** The forms that come back whole. */
const WHOLE = ["html", "json"];

/**
 * @typedef {object} Surroundings
 * @property {ScanEngine} engine
 * @property {ScanPanels} panels
 * @property {() => Work} work
 * @property {() => boolean} isReady
 * @property {() => void} onSaved called when the whole document is in a file
 */

/** What can be taken along. */
export class ScanTaken {
  /**
   * @param {HTMLElement} root
   * @param {Surroundings} around
   */
  constructor(root, around) {
    this.root = root;
    this.around = around;
    this.said = part(root, "[data-scan-taken]");
    this.copied = part(root, "[data-scan-copied=copied]");
    for (const button of parts(root, "[data-scan-export]")) {
      button.addEventListener("click", () => void this.#try(() => this.#export(button.dataset["scanExport"] ?? "")));
    }
    addEventListener("afterprint", () => root.removeAttribute(PRINTING));
  }

  /** Print the report, and nothing else of the page. */
  print() {
    void this.#try(async () => {
      const { panels } = await this.around.engine.panels(this.#stamped(), ["report"]);
      this.around.panels.show(panels);
      this.root.setAttribute(PRINTING, "");
      say(this.said, "");
      print();
    });
  }

  /** Copy the scan as text. */
  copy() {
    void this.#try(async () => {
      const { base64 } = await this.around.engine.export("text", this.#stamped());
      await this.#paste(new TextDecoder().decode(bytesOf(base64)));
    });
  }

  /** Copy the text that invites others. */
  copyInvitation() {
    const panel = part(this.root, "[data-scan-panel=invitation]");
    void this.#try(() => this.#paste(panel.innerText));
  }

  /** @param {string} form */
  async #export(form) {
    const work = this.#stamped();
    if (form === "json" && !this.around.isReady()) {
      download(`werkblad-${today()}.json`, "application/json", JSON.stringify(slim(work.saved), null, 1));
      say(this.said, taken(`werkblad-${today()}.json`));
    } else {
      const { name, media, base64 } = await this.around.engine.export(form, work);
      download(name, media, bytesOf(base64));
      say(this.said, taken(name));
    }
    if (WHOLE.includes(form)) this.around.onSaved();
  }

  /** @returns {Work} as it is now, with this moment in it */
  #stamped() {
    const work = this.around.work();
    work.saved.saved = now();
    return work;
  }

  /** @param {string} text */
  async #paste(text) {
    say(this.said, (await copy(text, this.copied)) ? COPIED : NOT_COPIED);
  }

  /** @param {() => Promise<void>} act */
  async #try(act) {
    try {
      await act();
    } catch (error) {
      console.warn("Meenemen lukte niet:", error);
      say(this.said, explained(error) || (this.around.isReady() ? BROKEN : NOT_READY));
    }
  }
}
