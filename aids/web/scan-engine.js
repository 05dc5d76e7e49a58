/**
 * Owns what the scan asks of Python, in the worker that `start.js` begins: panels, files read, groups, exports. Whoever
 * asks before it is ready waits. Used by the modules of the scan. Runs in the page.
 */

/** @import { View } from "./types" */
/** @import { Exported, Gathered, Panels, Read, Saved, ScanReply, Work } from "./types-scan" */

import { slim } from "./scan-saved.js";
import { AidError, SCAN, clientOf } from "./start.js";
import { today } from "./widget-words.js";

/** Python for one scan. */
export class ScanEngine {
  #client;
  /** @type {Promise<void>} */
  #started = Promise.reject(new AidError("worker", "not started"));

  /**
   * @param {URL} assets
   * @param {string} tree
   */
  constructor(assets, tree) {
    this.#client = clientOf({ assets, tree, ...SCAN });
    this.#started.catch(() => {});
  }

  /** @returns {Promise<void>} rejects with an AidError */
  start() {
    this.#started = this.#client.start();
    return this.#started;
  }

  /** Stop, and let go of everything. */
  dispose() {
    this.#client.dispose();
  }

  /**
   * @param {Saved} saved
   * @returns {Promise<View>}
   */
  async consult({ answers, weights }) {
    const reply = await this.#ask("consult", { answers, weights }, "view");
    return reply.view;
  }

  /**
   * @param {Work} work
   * @param {readonly string[]} names
   * @returns {Promise<Panels>}
   */
  async panels(work, names) {
    return this.#ask("panels", { work: lean(work), names }, "panels");
  }

  /**
   * @param {string} name of a file
   * @param {{ text: string } | { base64: string }} content
   * @returns {Promise<Read>}
   */
  async read(name, content) {
    return this.#ask("read", { name, ...content }, "read");
  }

  /**
   * @param {{ name: string, saved: Saved }[]} files
   * @param {boolean} region whether they are municipalities, of which each counts once
   * @returns {Promise<Gathered>}
   */
  async gather(files, region) {
    return this.#ask("gather", { files: files.map(({ name, saved }) => ({ name, saved: slim(saved) })), region }, "gather");
  }

  /**
   * @param {string} form
   * @param {Work} work
   * @returns {Promise<Exported>}
   */
  async export(form, work) {
    return this.#ask("export", { form, work: lean(work) }, "export");
  }

  /**
   * @template {(ScanReply | { type: "view", view: View })["type"]} Kind
   * @param {string} type
   * @param {object} body
   * @param {Kind} kind of the reply
   * @returns {Promise<Extract<ScanReply | { type: "view", view: View }, { type: Kind }>>} rejects with an AidError
   */
  async #ask(type, body, kind) {
    await this.#started;
    const reply = await this.#client.ask(type, { today: today(), ...body });
    if (reply.type !== kind) throw new AidError("worker", `unexpected reply: ${reply.type}`);
    return /** @type {Extract<ScanReply | { type: "view", view: View }, { type: Kind }>} */ (/** @type {unknown} */ (reply));
  }
}

/**
 * @param {Work} work
 * @returns {object} the same, without what is empty
 */
function lean({ saved, earlier }) {
  return { saved: slim(saved), earlier: earlier && slim(earlier) };
}
