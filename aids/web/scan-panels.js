/**
 * Owns the panels of the scan: puts what Python made in their places, and a form at each line that needs one. Used by
 * `scan.js` and the views. Runs in the page.
 */

/** @import { NodeData } from "./types-scan" */

import { part, parts } from "./widget-dom.js";
import { built } from "./scan-nodes.js";

/** The panels of a page. */
export class ScanPanels {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.places = new Map(parts(root, "[data-scan-panel]").map((place) => [place.dataset["scanPanel"] ?? "", place]));
    this.waiting = new Map([...this.places].map(([name, place]) => [name, [...place.children]]));
  }

  /**
   * @param {Record<string, NodeData[]>} panels
   * @returns {void}
   */
  show(panels) {
    for (const [name, nodes] of Object.entries(panels)) this.places.get(name)?.replaceChildren(built(nodes));
  }

  /**
   * Put back what stood there before anything was made.
   * @param {string} name
   */
  clear(name) {
    this.places.get(name)?.replaceChildren(...(this.waiting.get(name) ?? []));
  }

  /**
   * Put a copy of a form in the room that a panel keeps at each line.
   * @param {string} name of the panel
   * @param {string} template
   * @param {(line: string, form: HTMLElement) => boolean} fill fills one in; false leaves it out
   */
  attach(name, template, fill) {
    const place = this.places.get(name);
    const source = part(this.root, `[data-scan-template=${template}]`);
    if (!place || !(source instanceof HTMLTemplateElement)) return;
    for (const item of parts(place, "[data-scan-line]")) {
      const form = /** @type {HTMLElement} */ (source.content.firstElementChild?.cloneNode(true));
      const line = item.dataset["scanLine"] ?? "";
      form.dataset["scanFor"] = line;
      if (fill(line, form)) item.querySelector("[data-scan-room]")?.replaceChildren(form);
    }
  }
}
