/**
 * Owns the compiling of Python's WebAssembly, in a worker of its own: a page that does it itself stands still meanwhile.
 * That worker is made before the page seals itself, but when it can reach the aid's own files alone (`client-seal.js`). It
 * is told an address and nothing else, and is ended before anything that was filled in goes to Python. Until then it is
 * let live: only so does a browser keep the compiled code for a next visit. Used by `client-bytes.js`. Runs in the page.
 */

/** @import { Compiled } from "./types" */

/** @typedef {{ came: true } | { module: WebAssembly.Module } | { code: "fetch" | "wasm" | "again", message: string }} Told */

import { AidError } from "./client-errors.js";

/**
 * Return the module at an address, and how to end the worker that compiled it.
 * @param {URL} address
 * @param {AbortSignal} signal breaks it off
 * @param {() => void} onCome called when the bytes begin to come in
 * @returns {Promise<Compiled>} rejects with an AidError, or with a TypeError when the connection broke
 */
export async function compiled(address, signal, onCome) {
  signal.throwIfAborted();
  const source = URL.createObjectURL(new Blob([`onmessage = ({ data }) => (${fetchCompiled})(data.address, data.port);`], { type: "text/javascript" }));
  const worker = new Worker(source, { type: "module" });
  const { port1: port, port2: far } = new MessageChannel();
  /** @type {Promise<WebAssembly.Module>} */
  const outcome = new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.addEventListener("error", ({ message }) => reject(new AidError("boot", message || "worker refused")));
    port.onmessage = ({ data }) => {
      const told = /** @type {Told} */ (data);
      if ("came" in told) onCome();
      else if ("module" in told) resolve(told.module);
      else reject(told.code === "again" ? new TypeError(told.message) : new AidError(told.code, told.message));
    };
  });
  worker.postMessage({ address: address.href, port: far }, [far]);
  const end = () => {
    worker.terminate();
    port.close();
  };
  try {
    return { module: await outcome, end };
  } catch (error) {
    end();
    throw error;
  } finally {
    URL.revokeObjectURL(source);
  }
}

/**
 * Runs in that worker, which has nothing but this text: fetch a module, and compile it while it comes in.
 * @param {string} address
 * @param {MessagePort} port takes what is told
 */
async function fetchCompiled(address, port) {
  /** @param {Told} told */
  const tell = (told) => port.postMessage(told);
  try {
    const response = await fetch(address, { priority: "low" });
    if (!response.ok) {
      tell({ code: "fetch", message: `${address}: status ${response.status}` });
      return;
    }
    tell({ came: true });
    const isDeclared = response.headers.get("Content-Type")?.startsWith("application/wasm");
    tell({ module: await (isDeclared ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())) });
  } catch (error) {
    tell({ code: error instanceof WebAssembly.CompileError ? "wasm" : "again", message: String(error) });
  }
}
