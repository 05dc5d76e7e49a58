/**
 * Owns the compiling of Python's WebAssembly, in a worker that lives for that alone: a page that does it itself stands
 * still meanwhile. That worker is made before the page seals itself, and could reach the network: it is ended before its
 * outcome is handed over, and never hears of an answer. Used by `client-bytes.js`. Runs in the page.
 */

/** @typedef {{ came: true } | { module: WebAssembly.Module } | { code: "fetch" | "wasm" | "again", message: string }} Told */

import { AidError } from "./client-errors.js";

/**
 * Return the module at an address.
 * @param {URL} address
 * @param {AbortSignal} signal ends it
 * @param {() => void} onSign called now and then while bytes come in: a slow line is no silent one
 * @returns {Promise<WebAssembly.Module>} rejects with an AidError, or with a TypeError when the connection broke
 */
export async function compiled(address, signal, onSign) {
  signal.throwIfAborted();
  const source = URL.createObjectURL(new Blob([`onmessage = ({ data }) => (${fetchCompiled})(data);`], { type: "text/javascript" }));
  const worker = new Worker(source, { type: "module" });
  /** @type {Promise<WebAssembly.Module>} */
  const outcome = new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.addEventListener("error", ({ message }) => reject(new AidError("boot", message || "worker refused")));
    worker.addEventListener("message", ({ data }) => {
      const told = /** @type {Told} */ (data);
      if ("came" in told) onSign();
      else if ("module" in told) resolve(told.module);
      else reject(told.code === "again" ? new TypeError(told.message) : new AidError(told.code, told.message));
    });
  });
  worker.postMessage(address.href);
  return await outcome.finally(() => {
    worker.terminate();
    URL.revokeObjectURL(source);
  });
}

/**
 * Runs in that worker, which has nothing but this text: fetch a module, and compile it while it comes in.
 * @param {string} address
 */
async function fetchCompiled(address) {
  /** @param {Told} told */
  const tell = (told) => globalThis.postMessage(told);
  try {
    const response = await fetch(address, { priority: "low" });
    if (!response.ok) {
      tell({ code: "fetch", message: `${address}: status ${response.status}` });
      return;
    }
    let told = performance.now();
    tell({ came: true });
    const signs = new TransformStream({
      transform: (chunk, next) => {
        next.enqueue(chunk);
        if (performance.now() - told < 500) return;
        told = performance.now();
        tell({ came: true });
      },
    });
    const watched = new Response(response.body?.pipeThrough(signs), { headers: { "Content-Type": "application/wasm" } });
    tell({ module: await WebAssembly.compileStreaming(watched) });
  } catch (error) {
    tell({ code: error instanceof WebAssembly.CompileError ? "wasm" : "again", message: String(error) });
  }
}
