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
/** After which part of that patience files of which nothing comes in are asked for again, once. */
const SILENT = 0.25;
/** What is asked for again does not wait in the browser's cache behind the request that was silent. */
const PAST_CACHE = "reload";
/** How often a file may be asked for: its connection may be silent, and may break. */
const ATTEMPTS = 3;

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

/** One download. It is broken off when nothing comes in for `timeoutMs`, or when one of its files fails. */
class Download {
  #compiling = new AbortController();
  #fetching = new AbortController();
  #askedAgain = false;
  #received = 0;
  #expected = 0;
  #silent = 0;
  #dead = 0;
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
    this.#hear();
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
   * Get one file and count it when it is in.
   * @template T
   * @param {() => Promise<T>} attempt rejects with a TypeError when its connection broke or was silent
   * @returns {Promise<T>}
   */
  async #counted(attempt) {
    this.#expected += 1;
    const content = await attempts(attempt, ATTEMPTS);
    this.#hear();
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
    const { signal } = this.#fetching;
    signal.throwIfAborted();
    try {
      const response = await fetch(place, { signal, priority: "low", cache: this.#askedAgain ? PAST_CACHE : "default" });
      if (!response.ok || !response.body) throw new AidError("fetch", `${place}: status ${response.status}`);
      this.#hear();
      return await read(new Response(response.body.pipeThrough(this.#listening())));
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  }

  /** @returns {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>} lets all pass, and hears it */
  #listening() {
    return new TransformStream({
      transform: (chunk, out) => {
        this.#hear();
        out.enqueue(chunk);
      },
    });
  }

  /**
   * @param {URL} place
   * @returns {Promise<WebAssembly.Module>}
   */
  async #compiled(place) {
    const wait = () => {
      this.#patience = LARGE;
      this.#hear();
    };
    const { module, end } = await compiled(place, this.#compiling.signal, wait);
    this.#patience = 1;
    this.endCompiler = end;
    return module;
  }

  /** Something came in: wait anew. */
  #hear() {
    this.#stopWaiting();
    const wait = this.timeoutMs * this.#patience;
    this.#dead = setTimeout(() => this.#stop(new AidError("timeout", `nothing came in for ${wait} ms`)), wait);
    if (!this.#askedAgain) this.#silent = setTimeout(() => this.#askAgain(), this.timeoutMs * SILENT);
  }

  #askAgain() {
    this.#askedAgain = true;
    const silent = this.#fetching;
    this.#fetching = new AbortController();
    silent.abort(new TypeError("nothing came in"));
  }

  #stopWaiting() {
    clearTimeout(this.#silent);
    clearTimeout(this.#dead);
  }

  /** @param {unknown} reason */
  #stop(reason) {
    this.#compiling.abort(reason);
    this.#fetching.abort(reason);
  }

  /** Stop the timers and whatever is still coming in. */
  end() {
    this.#stopWaiting();
    this.#stop(undefined);
  }
}

/**
 * @template T
 * @param {() => Promise<T>} attempt
 * @param {number} times how often it may be made
 * @returns {Promise<T>}
 */
async function attempts(attempt, times) {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof TypeError) || times === 1) throw error;
    return attempts(attempt, times - 1);
  }
}
