/**
 * Owns the one download of an aid: everything that Python needs, all at once, before the page is sealed. On a slow line the
 * page itself goes first. Used by `client.js`. A failure leaves nothing behind. Runs in the page.
 */

/** @import { AidClientOptions, Fetched } from "./types" */

import { AidError } from "./client-errors.js";
import { compiled } from "./client-wasm.js";

/** Of the whole of starting, the part that is done when all bytes are in. */
const FETCHED = 0.5;
/** How much longer than anything else WebAssembly may take to come in: nothing tells how far a slow line is. */
const LARGE = 6;

/**
 * Return where each file of an aid is.
 * @param {Required<AidClientOptions>} options
 * @returns {Record<"wasm" | "stdlib" | "engine" | "tree" | "script", URL>}
 */
export function files({ assets, tree, engine }) {
  const at = (/** @type {string} */ name) => new URL(name, assets);
  const [wasm, stdlib, script] = [at("pyodide.asm.wasm"), at("stdlib.zip"), at("worker.js")];
  return { wasm, stdlib, engine: at(engine), tree: at(`${tree}.json`), script };
}

/**
 * Fetch everything in parallel.
 * @param {Required<AidClientOptions>} options
 * @returns {Promise<Fetched>} rejects with an AidError: "fetch", "wasm", "boot" or "timeout"
 */
export async function fetchAll(options) {
  if (typeof WebAssembly !== "object") throw new AidError("wasm", "this browser has no WebAssembly");
  const download = new Download(options.timeoutMs, options.onProgress);
  try {
    return await download.all(files(options));
  } catch (error) {
    download.endCompiler();
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
  #patience = 1;
  endCompiler = () => {};

  /**
   * @param {number} timeoutMs
   * @param {(fraction: number) => void} onProgress
   */
  constructor(timeoutMs, onProgress) {
    this.timeoutMs = timeoutMs;
    this.onProgress = onProgress;
  }

  /**
   * @param {ReturnType<typeof files>} places
   * @returns {Promise<Fetched>}
   */
  async all(places) {
    this.#restartTimer();
    const [wasm, stdlib, engine, rules, script] = await Promise.all([
      this.#counted(() => this.#compiled(places.wasm)),
      this.#counted(() => this.#fetched(places.stdlib, (response) => response.arrayBuffer())),
      this.#counted(() => this.#fetched(places.engine, (response) => response.arrayBuffer())),
      this.#counted(() => this.#fetched(places.tree, (response) => response.text())),
      this.#counted(() => this.#fetched(places.script, (response) => response.blob())),
    ]);
    const source = new Blob([script], { type: "text/javascript" });
    return { kept: { wasm, stdlib, engine, tree: rules, script: source }, endCompiler: this.endCompiler };
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
   * @param {URL} place
   * @param {(response: Response) => Promise<T>} read
   * @returns {Promise<T>}
   */
  async #fetched(place, read) {
    const response = await fetch(place, { signal: this.#abort.signal, priority: "low" });
    if (!response.ok) throw new AidError("fetch", `${place}: status ${response.status}`);
    this.#restartTimer();
    return await read(response);
  }

  /**
   * @param {URL} place
   * @returns {Promise<WebAssembly.Module>}
   */
  async #compiled(place) {
    const wait = () => {
      this.#patience = LARGE;
      this.#restartTimer();
    };
    const { module, end } = await compiled(place, this.#abort.signal, wait);
    this.#patience = 1;
    this.endCompiler = end;
    return module;
  }

  #restartTimer() {
    clearTimeout(this.#timer);
    const stalled = () => this.#abort.abort(new AidError("timeout", `nothing came in for ${this.timeoutMs} ms`));
    this.#timer = setTimeout(stalled, this.timeoutMs * this.#patience);
  }

  /** Stop the timer and whatever is still coming in. */
  end() {
    clearTimeout(this.#timer);
    this.#abort.abort();
  }
}
