/**
 * Owns the way from answers to their View: asked of the worker one at a time, the newest answers last. While a reader
 * reads, it also asks for the Views of what may be answered next, so that an answer and what follows from it come on
 * screen together. A View follows from answers and day alone, so one asked for ahead is the one that an answer gives; the
 * worker is asked all the same, and one that has died is noticed. Used by `widget.js`. Runs in the page.
 */

/** @import { AidClient } from "./client.js" */
/** @import { Answers, View } from "./types" */

/** @typedef {{ answers: Answers, today: string }} Situation */

/** The Views of one aid. */
export class Views {
  /** @type {Map<string, View>} what was asked for ahead, by situation */
  #ahead = new Map();
  /** @type {Map<string, Answers>} what is to be asked for ahead, by situation */
  #wanted = new Map();
  #shown = "";
  #busy = false;
  #stale = false;
  #round = 0;

  /**
   * @param {AidClient} client
   * @param {() => Situation} situation as it is now
   * @param {{ show: (view: View) => void, fail: (error: unknown) => void }} taker
   */
  constructor(client, situation, taker) {
    this.client = client;
    this.situation = situation;
    this.taker = taker;
  }

  /** @returns {boolean} whether the View that was shown last is of the answers as they are now */
  get isCurrent() {
    return this.#shown === keyOf(this.situation());
  }

  /** Show the View of the answers as they are, once: now when it is at hand, else when the worker gives it. */
  async ask() {
    this.#round += 1;
    this.#stale = true;
    this.#shown = "";
    try {
      const key = keyOf(this.situation());
      const ahead = this.#ahead.get(key);
      if (ahead) this.#show(key, ahead);
      if (this.#busy) return;
      this.#busy = true;
      await this.#newest().finally(() => (this.#busy = false));
    } catch (error) {
      this.taker.fail(error);
    }
  }

  async #newest() {
    while (this.#stale) {
      this.#stale = false;
      const { answers, today } = this.situation();
      const view = await this.client.consult(answers, today);
      if (!this.#stale) this.#show(keyOf({ answers, today }), view);
    }
  }

  /**
   * @param {string} key
   * @param {View} view
   */
  #show(key, view) {
    if (key === this.#shown) return;
    this.#shown = key;
    this.taker.show(view);
  }

  /**
   * Ask for the Views of these answers, one after another, until there is something else to ask. What was asked for ahead
   * and is not among them is let go.
   * @param {readonly Answers[]} candidates what may be answered next, the likeliest first
   */
  async look(candidates) {
    this.#round += 1;
    const round = this.#round;
    const { today } = this.situation();
    this.#wanted = new Map(candidates.map((answers) => [keyOf({ answers, today }), answers]));
    this.#ahead = new Map([...this.#ahead].filter(([key]) => this.#wanted.has(key)));
    try {
      for (const [key, answers] of this.#wanted) {
        if (this.#ahead.has(key)) continue;
        const view = await this.client.ahead(answers, today);
        if (this.#wanted.has(key)) this.#ahead.set(key, view);
        if (round !== this.#round) return;
      }
    } catch {
      // Nobody waits for it: the next answer asks the worker itself, and tells what is wrong.
    }
  }

  /** Let go of every View: the next one is shown whatever it is. */
  forget() {
    this.#round += 1;
    this.#wanted.clear();
    this.#ahead.clear();
    this.#shown = "";
  }
}

/**
 * @param {Situation} situation
 * @returns {string}
 */
function keyOf({ answers, today }) {
  return JSON.stringify([today, answers]);
}
