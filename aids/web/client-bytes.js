/**
 * Owns the one download of an aid: everything that Python needs, all at once, before the page is sealed. WebAssembly is
 * compiled while it comes in. Used by `client.js`. A failure leaves nothing behind. Runs in the page.
 */

/** @import { AidClientOptions, AidErrorCode, Kept } from "./types" */

/** Of the whole of starting, the part that is done when all bytes are in. */
const FETCHED = 0.5;

/** Why an aid could not start or answer; `code` is for the program, `message` for who looks into it. */
export class AidError extends Error {
  /**
   * @param {AidErrorCode} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = "AidError";
    this.code = code;
  }
}

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
      this.#fetch("pyodide.asm.wasm", compiled),
      this.#fetch("stdlib.zip", (response) => response.arrayBuffer()),
      this.#fetch(code, (response) => response.arrayBuffer()),
      this.#fetch(`${tree}.json`, (response) => response.text()),
      this.#fetch("worker.js", (response) => response.blob()),
    ]);
    return { wasm, stdlib, engine, tree: rules, script: new Blob([script], { type: "text/javascript" }) };
  }

  /**
   * Fetch one file and count it when it is in. A connection that breaks gets a second chance: Chromium was seen to
   * break off a fetch that met its own unfinished preload.
   * @template T
   * @param {string} name
   * @param {(response: Response) => Promise<T>} read
   * @returns {Promise<T>}
   */
  async #fetch(name, read) {
    this.#expected += 1;
    const content = await this.#attempt(name, read).catch((error) => {
      if (!(error instanceof TypeError)) throw error;
      return this.#attempt(name, read);
    });
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
  async #attempt(name, read) {
    const response = await fetch(new URL(name, this.assets), { signal: this.#abort.signal });
    if (!response.ok) throw new AidError("fetch", `${name}: status ${response.status}`);
    this.#restartTimer();
    const content = await read(response);
    this.#restartTimer();
    return content;
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

/**
 * Return the module, compiled while it comes in.
 * @param {Response} response
 * @returns {Promise<WebAssembly.Module>} rejects with AidError "wasm" when this browser or page refuses to compile
 */
async function compiled(response) {
  const isDeclared = response.headers.get("Content-Type")?.startsWith("application/wasm");
  try {
    if (isDeclared) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) throw new AidError("wasm", error.message, error);
    throw error;
  }
}
