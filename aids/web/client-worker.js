/**
 * Owns one living worker: makes it from the bytes at hand, matches its replies to questions, notices when it is dead.
 * Used by `client.js`, after the page was sealed. Decides nothing about starting again. Runs in the page.
 */

/** @import { AidClientOptions, BootMessage, Kept, Reply } from "./types" */

import { AidError } from "./client-errors.js";

/** @typedef {{ resolve: (reply: Reply) => void, reject: (error: AidError) => void, timer: number }} Waiting */

const CREATED = 0.55;

export class RunningWorker {
  isDead = false;
  #worker;
  #answerMs;
  #onDeath;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();

  /**
   * @param {Worker} worker
   * @param {number} answerMs
   * @param {() => void} onDeath
   */
  constructor(worker, answerMs, onDeath) {
    this.#worker = worker;
    this.#answerMs = answerMs;
    this.#onDeath = onDeath;
  }

  /**
   * Make a worker and wait until its Python holds the tree.
   * @param {Kept} kept
   * @param {Required<AidClientOptions>} options
   * @param {() => void} onDeath called once, when the worker turns out to be dead
   * @returns {Promise<RunningWorker>} rejects with an AidError: "boot", "wasm" or "timeout"
   */
  static async start(kept, options, onDeath) {
    const address = URL.createObjectURL(kept.script);
    const worker = new Worker(address, { type: "module" });
    const running = new RunningWorker(worker, options.answerMs, onDeath);
    options.onProgress(CREATED);
    const started = running.#booted(options);
    const { script: _script, ...bytes } = kept;
    /** @type {BootMessage} */
    const boot = { type: "boot", assets: options.assets.href, ...bytes };
    worker.postMessage(boot);
    return await started.finally(() => URL.revokeObjectURL(address));
  }

  /**
   * Ask one question.
   * @param {number} seq
   * @param {string} message
   * @returns {Promise<Reply>} a View or changes; rejects with an AidError: "worker" or "timeout"
   */
  ask(seq, message) {
    return new Promise((resolve, reject) => {
      const silent = () => this.stop(new AidError("timeout", `no answer within ${this.#answerMs} ms`));
      this.#waiting.set(seq, { resolve, reject, timer: setTimeout(silent, this.#answerMs) });
      this.#worker.postMessage(message);
    });
  }

  /**
   * End the worker; whoever waits for it is rejected with `error`.
   * @param {AidError} error
   */
  stop(error) {
    if (this.isDead) return;
    this.isDead = true;
    this.#worker.terminate();
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waiting.clear();
    this.#onDeath();
  }

  /**
   * @param {Required<AidClientOptions>} options
   * @returns {Promise<RunningWorker>}
   */
  #booted({ timeoutMs, onProgress }) {
    return new Promise((resolve, reject) => {
      /** @param {AidError} error */
      const fail = (error) => {
        clearTimeout(timer);
        this.stop(error);
        reject(error);
      };
      const timer = setTimeout(() => fail(new AidError("timeout", `not started within ${timeoutMs} ms`)), timeoutMs);
      this.#worker.addEventListener("error", (event) => fail(new AidError("boot", event.message || "worker refused")));
      this.#worker.addEventListener("message", ({ data }) => {
        /** @type {Reply} */
        const reply = JSON.parse(data);
        if (reply.type === "progress") onProgress(reply.fraction);
        else if (reply.type === "failed") fail(new AidError(reply.code, reply.message));
        else if (reply.type === "ready") {
          clearTimeout(timer);
          onProgress(1);
          resolve(this);
        } else this.#settle(reply);
      });
    });
  }

  /** @param {Extract<Reply, { type: "view" | "ahead" | "changes" | "error" | "dead" }>} reply */
  #settle(reply) {
    if (reply.type === "dead") {
      this.stop(new AidError("worker", reply.message));
      return;
    }
    const waiting = reply.seq === null ? undefined : this.#waiting.get(reply.seq);
    if (reply.seq === null || waiting === undefined) return;
    this.#waiting.delete(reply.seq);
    clearTimeout(waiting.timer);
    if (reply.type === "error") waiting.reject(new AidError("worker", `${reply.code}: ${reply.message}`));
    else waiting.resolve(reply);
  }
}
