/**
 * Owns one aid's Python as the page sees it: fetches all its bytes, seals the page, starts the worker, asks it for Views.
 * Used by `start.js` and so by `widget.js`, which owns all that is seen. Sealing takes effect for workers made afterwards,
 * hence the order: fetch, seal, start. The page keeps its copy of the bytes, so that a dead worker is replaced without the
 * network. One aid a page: after sealing no other can fetch. Runs in the page.
 */

/** @import { AidClientOptions, Answers, Changes, Kept, Reply, View } from "./types" */

import { fetchAll, files } from "./client-bytes.js";
import { AidError } from "./client-errors.js";
import { limit, seal } from "./client-seal.js";
import { RunningWorker } from "./client-worker.js";

export { AidError };

/** How long what compiled may live while nothing is filled in, so that a browser keeps the code for a next visit. */
const KEEPING_MS = 6_000;

/** One worker for one tree, replaced when it dies. */
export class AidClient {
  /** @type {Required<AidClientOptions>} */
  #options;
  /** @type {Kept | null} */
  #kept = null;
  /** @type {Promise<RunningWorker> | null} */
  #running = null;
  /** @type {Promise<void> | null} */
  #starting = null;
  #endCompiler = () => {};
  #seq = 0;

  /** @param {AidClientOptions} options */
  constructor({ assets, tree, engine = "engine.zip", timeoutMs = 20_000, answerMs = 5_000, onProgress = () => {} }) {
    this.#options = { assets, tree, engine, timeoutMs, answerMs, onProgress };
  }

  /**
   * Fetch, seal and start; while that lasts, another call waits for the same. After a rejection it may be called again;
   * bytes that were fetched are not fetched again.
   * @returns {Promise<void>} rejects with an AidError
   */
  start() {
    this.#starting ??= this.#begin().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  /** @returns {Promise<void>} */
  async #begin() {
    if (this.#kept === null) {
      const isLimited = limit(Object.values(files(this.#options)));
      const { kept, endCompiler } = await fetchAll(this.#options);
      this.#kept = kept;
      this.#endCompiler = endCompiler;
      if (!isLimited) endCompiler();
    }
    seal();
    await this.#run(this.#kept).catch((error) => {
      this.#endCompiler();
      throw error;
    });
    setTimeout(this.#endCompiler, KEEPING_MS);
  }

  /**
   * Return the View for these answers.
   * @param {Answers} answers
   * @param {string} today ISO date
   * @returns {Promise<View>} rejects with an AidError
   */
  async consult(answers, today) {
    const reply = await this.ask("consult", { answers, today });
    if (reply.type !== "view") throw new AidError("worker", `unexpected reply: ${reply.type}`);
    return reply.view;
  }

  /**
   * Return the View for answers that nobody has given yet.
   * @param {Answers} answers
   * @param {string} today ISO date
   * @returns {Promise<View>} rejects with an AidError
   */
  async ahead(answers, today) {
    const reply = await this.ask("ahead", { answers, today });
    if (reply.type !== "ahead") throw new AidError("worker", `unexpected reply: ${reply.type}`);
    return reply.view;
  }

  /**
   * Return which other answers would add safety to the advice for these.
   * @param {Answers} answers
   * @param {string} today ISO date
   * @returns {Promise<Changes>} rejects with an AidError
   */
  async changes(answers, today) {
    const reply = await this.ask("changes", { answers, today });
    if (reply.type !== "changes") throw new AidError("worker", `unexpected reply: ${reply.type}`);
    return reply;
  }

  /**
   * Ask the worker. One that turns out to be dead is replaced once.
   * @param {string} type
   * @param {object} body the rest of the message
   * @returns {Promise<Reply>} rejects with an AidError
   */
  async ask(type, body) {
    const kept = this.#kept;
    if (kept === null) throw new AidError("worker", "asked before start() or after dispose()");
    if (isFilledIn(type, body)) this.#endCompiler();
    this.#seq += 1;
    const seq = this.#seq;
    const message = JSON.stringify({ type, seq, ...body });
    const first = await this.#run(kept);
    try {
      return await first.ask(seq, message);
    } catch (error) {
      if (!first.isDead || this.#kept === null) throw error;
      const second = await this.#run(kept);
      return await second.ask(seq, message);
    }
  }

  /** Stop the worker and let go of the bytes. What still waits for an answer is rejected. */
  dispose() {
    this.#running?.then((worker) => worker.stop(new AidError("worker", "disposed"))).catch(() => {});
    this.#running = null;
    this.#kept = null;
    this.#endCompiler();
  }

  /**
   * Return the living worker, or the one that is starting; a new one when there is none.
   * @param {Kept} kept
   * @returns {Promise<RunningWorker>}
   */
  #run(kept) {
    if (this.#running !== null) return this.#running;
    const forget = () => {
      if (this.#running === running) this.#running = null;
    };
    const running = RunningWorker.start(kept, this.#options, forget);
    running.catch(forget);
    this.#running = running;
    return running;
  }
}

/**
 * Return whether a question to Python brings along what a reader filled in.
 * @param {string} type
 * @param {object} body
 * @returns {boolean} also true for what cannot be told
 */
function isFilledIn(type, body) {
  if (type === "ahead") return false;
  return type !== "consult" || !("answers" in body) || Object.keys(body.answers ?? {}).length > 0;
}
