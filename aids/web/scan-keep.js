/**
 * Owns what is kept on this device: one entry of the browser's storage, only after a yes, gone after one press. Nothing is
 * read into the page by itself: the page says what is there and asks. Used by `scan.js`. Runs in the page.
 */

/** @import { Saved } from "./types-scan" */

import { slim } from "./scan-saved.js";

/** @typedef {{ since: string, saved: unknown }} Kept since when it is kept, and the document */

/** The entry of one scan. */
export class Keep {
  /** Whether each edit is kept from now on. */
  isOn = false;
  since = "";

  /** @param {string} tree */
  constructor(tree) {
    this.key = `veilig-in-de-wijk:${tree}`;
  }

  /** @returns {Kept | null} what is there; what cannot be read counts as nothing */
  found() {
    try {
      const text = localStorage.getItem(this.key);
      const data = text === null ? null : JSON.parse(text);
      return data !== null && typeof data === "object" && typeof data.since === "string" ? data : null;
    } catch {
      return null;
    }
  }

  /**
   * Keep from now on.
   * @param {string} since
   */
  begin(since) {
    this.isOn = true;
    this.since = since;
  }

  /**
   * @param {Saved} saved
   * @returns {boolean} whether the device took it
   */
  write(saved) {
    if (!this.isOn) return false;
    try {
      localStorage.setItem(this.key, JSON.stringify({ since: this.since, saved: slim(saved) }));
      return true;
    } catch {
      return false;
    }
  }

  /** Remove it from this device, and keep nothing more. */
  wipe() {
    this.isOn = false;
    try {
      localStorage.removeItem(this.key);
    } catch {
      // A browser that refuses its storage kept nothing.
    }
  }
}
