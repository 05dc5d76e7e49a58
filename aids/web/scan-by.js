/**
 * Owns who fills the scan in, as far as that is told: a role, an organisation, and whether answers may be recognised.
 * Used by `scan.js`. Runs in the page.
 */

/** @import { By, Saved } from "./types-scan" */

import { parts } from "./widget-dom.js";

/** The fields of the respondent. */
export class ScanBy {
  /**
   * @param {HTMLElement} root
   * @param {() => Saved} current
   * @param {() => void} onEdit
   */
  constructor(root, current, onEdit) {
    this.current = current;
    this.fields = /** @type {HTMLInputElement[]} */ (parts(root, "[data-scan-by]"));
    for (const field of this.fields) {
      field.addEventListener("input", () => {
        this.readAll();
        onEdit();
      });
    }
  }

  /** Take in what the fields say. */
  readAll() {
    const { by } = this.current();
    for (const field of this.fields) {
      if (field.type === "radio") {
        if (field.checked) by.role = field.value;
      } else if (field.type === "checkbox") by.recognisable = field.checked;
      else by.organisation = field.value;
    }
  }

  /** Put the document on screen. */
  write() {
    const { by } = this.current();
    for (const field of this.fields) this.#fill(field, by);
  }

  /**
   * @param {HTMLInputElement} field
   * @param {By} by
   */
  #fill(field, by) {
    if (field.type === "radio") field.checked = field.value === by.role;
    else if (field.type === "checkbox") field.checked = by.recognisable;
    else field.value = by.organisation;
  }
}
