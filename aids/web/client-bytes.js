/**
 * Owns the one download of an aid: everything that Python needs, all at once, before the page is sealed. On a slow line the
 * page itself goes first. Used by `client.js`. A failure leaves nothing behind. Runs in the page.
 */

/** @import { AidClientOptions, Kept } from "./types" */

import { AidError } from "./client-errors.js";
import { compiled } from "./client-wasm.js";

/** Of the whole of starting, the part that is done when all bytes are in. */
const FETCHED = 0.5;

/**
 * Fetch everything in parallel.
 * @param {Required<AidClientOptions>} options
 * @returns {Promise<Kept>} rejects with an AidError: "fetch", "wasm" or "timeout"
 */
export async function fetchAll({ assets, tree, engine, timeoutMs, onProgress }) {
  if (typeof WebAssembly !== "object") throw new AidError("wasm", "this browser has no WebAssembly");
  const download = new Download(assets, timeoutMs, onProgress);
  try {
    return await download.all(tree, engine);
  } catch (error) {
    throw error instanceof AidError ? error : new AidError("fetch", String(error), error);
  } finally {
    download.end();
  }
}

/** One attempt. It is broken off when nothing comes in for `timeoutMs`, or when one of its files fails. */
class Download {
  #abort = new AbortController();
  #received = 0;
  #expected = 0;
  #timer = 0;

  /**
   * @param {URL} assets
   * @param {number} timeoutMs
   * @param {(fraction: number) => void} onProgress
   */
  constructor(assets, timeoutMs, onProgress) {
    this.assets = assets;
    this.timeoutMs = timeoutMs;
    this.onProgress = onProgress;
  }

  /**
   * @param {string} tree
   * @param {string} code the engine's file
   * @returns {Promise<Kept>}
   */
  async all(tree, code) {
    this.#restartTimer();
    const [wasm, stdlib, engine, rules, script] = await Promise.all([
      this.#counted(() => this.#compiled("pyodide.asm.wasm")),
      this.#counted(() => this.#fetched("stdlib.zip", (response) => response.arrayBuffer())),
      this.#counted(() => this.#fetched(code, (response) => response.arrayBuffer())),
      this.#counted(() => this.#fetched(`${tree}.json`, (response) => response.text())),
      this.#counted(() => this.#fetched("worker.js", (response) => response.blob())),
    ]);
    return { wasm, stdlib, engine, tree: rules, script: new Blob([script], { type: "text/javascript" }) };
  }

  /**
   * Get one file and count it when it is in. A connection that breaks gets a second chance: Chromium was seen to break
   * off a fetch that met its own unfinished preload.
   * @template T
   * @param {() => Promise<T>} attempt
   * @returns {Promise<T>}
   */
  async #counted(attempt) {
    this.#expected += 1;
    const content = await attempt().catch((error) => {
      if (!(error instanceof TypeError)) throw error;
      return attempt();
    });
    this.#restartTimer();
    this.#received += 1;
    this.onProgress((FETCHED * this.#received) / this.#expected);
    return content;
  }

  /**
   * @template T
   * @param {string} name
   * @param {(response: Response) => Promise<T>} read
   * @returns {Promise<T>}
   */
  async #fetched(name, read) {
    const response = await fetch(new URL(name, this.assets), { signal: this.#abort.signal, priority: "low" });
    if (!response.ok) throw new AidError("fetch", `${name}: status ${response.status}`);
    this.#restartTimer();
    return await read(response);
  }

  /**
   * @param {string} name
   * @returns {Promise<WebAssembly.Module>}
   */
  #compiled(name) {
    return compiled(new URL(name, this.assets), this.#abort.signal, () => this.#restartTimer());
  }

  #restartTimer() {
    clearTimeout(this.#timer);
    const stalled = () => this.#abort.abort(new AidError("timeout", `nothing came in for ${this.timeoutMs} ms`));
    this.#timer = setTimeout(stalled, this.timeoutMs);
  }

  /** Stop the timer and whatever is still coming in. */
  end() {
    clearTimeout(this.#timer);
    this.#abort.abort();
  }
}
