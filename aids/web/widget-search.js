/**
 * Owns where the search and an aid meet: the search is in before the aid says that it is ready, and a reader who comes from
 * it to a question or an advice that is not on screen yet is told where it is, and can read it. Changes no answer; the
 * address names a question, never an answer. Used by `widget.js`. Runs in the page.
 */

import { actionButton, make, part, plainCopy, say } from "./widget-dom.js";

const OPENER = "script[data-vw-search-opener]";
/** A search that does not come does not hold up an aid. */
const PATIENCE = 5_000;

/** @type {Promise<unknown> | null} */
let coming = null;

/**
 * Bring in the search of the page, if it has one: after the first View, which it must not slow, and before the aid says
 * that it is ready. Never rejects.
 * @returns {Promise<unknown>}
 */
export function bringSearch() {
  const opener = document.querySelector(OPENER);
  if (coming === null && opener instanceof HTMLScriptElement) {
    const loaded = import(opener.src).then((search) => search.load()).catch(() => {});
    coming = Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }
  return coming ?? Promise.resolve();
}

/** The notice for who comes to a part of the aid that is not on screen. */
export class Arrival {
  /** @param {HTMLElement} root of the aid */
  constructor(root) {
    this.root = root;
    this.line = make("p", { class: "aid-arrival-line" });
    this.fold = make("details", { class: "aid-arrival-fold" });
    this.node = make("div", { class: "aid-arrival", role: "note", tabindex: "-1", hidden: true }, this.line, this.fold);
    addEventListener("hashchange", () => this.look());
  }

  /** Tell where the part is that the address names; say nothing when it is on screen, or is no question or advice. */
  look() {
    this.node.hidden = true;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !this.root.contains(target)) return;
    // Which advice can hold is known when the aid is ready; which question is in view when its script has taken over.
    if (target.matches("[data-advice]")) void this.#isReady().then(() => this.#tell(target));
    else requestAnimationFrame(() => this.#tell(target));
  }

  /** @returns {Promise<void>} once the aid is ready */
  #isReady() {
    return new Promise((resolve) => {
      const watch = new MutationObserver(() => settle());
      const settle = () => {
        if (this.root.dataset["aidState"] !== "ready") return;
        watch.disconnect();
        requestAnimationFrame(() => resolve());
      };
      watch.observe(this.root, { attributeFilter: ["data-aid-state"] });
      settle();
    });
  }

  /**
   * @param {HTMLElement} target
   * @returns {void}
   */
  #tell(target) {
    const isQuestion = target.matches("[data-question]");
    if (!(isQuestion || target.matches("[data-advice]"))) return;
    if (target.checkVisibility()) return isQuestion ? undefined : land(target);
    if (isQuestion) this.#tellQuestion(target);
    else this.#tellAdvice(target);
    this.node.hidden = false;
    part(this.root, ".aid-sheet").scrollIntoView({ block: "start" });
    this.node.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} question */
  #tellQuestion(question) {
    const step = question.closest("[data-aid-step]");
    const place = step ? `${words(part(step, ".aid-place"))}: ${words(part(step, ".aid-step-name"))}` : "";
    const isAnswered = question.dataset["questionState"] === "answered";
    const when = isAnswered ? "Die heeft u beantwoord." : "Begin hieronder: die vraag komt aan de beurt als zij nodig is.";
    say(this.line, `U zocht ‘${words(part(question, ".aid-ask-text"))}’ (${place}). ${when}`);
    const change = actionButton("change", "Ga naar die vraag");
    change.dataset["target"] = question.dataset["question"] ?? "";
    const condition = [...question.querySelectorAll(".aid-when")].map(asRead);
    const labels = question.dataset["aidKind"] === "duty" ? [] : [...question.querySelectorAll(":scope > .aid-choices .aid-choice-label")];
    const answers = labels.map((label) => make("li", {}, words(label)));
    const why = [...question.querySelectorAll(".aid-why > :not(summary)")].map(asRead);
    this.#fill("Lees die vraag nu", [...condition, ...(answers.length ? [make("ul", {}, ...answers)] : []), ...why, ...(isAnswered ? [change] : [])]);
  }

  /** @param {HTMLElement} advice */
  #tellAdvice(advice) {
    say(this.line, `U zocht het advies ‘${words(part(advice, ".aid-advice-title"))}’. Begin hieronder: het komt in beeld zodra het bij uw antwoorden kan horen.`);
    this.#fill("Lees dat advies nu", [...part(advice, ".aid-advice-body").children].map(asRead));
  }

  /**
   * @param {string} summary
   * @param {Element[]} content
   */
  #fill(summary, content) {
    this.fold.open = false;
    this.fold.replaceChildren(make("summary", { class: "aid-arrival-summary" }, summary), ...content);
  }
}

/**
 * Take the reader to an advice that is on screen, and open it.
 * @param {HTMLElement} advice
 */
function land(advice) {
  part(advice, "details").setAttribute("open", "");
  const summary = part(advice, "summary");
  summary.scrollIntoView({ block: "center" });
  summary.focus({ preventScroll: true });
}

/**
 * @param {Element} node
 * @returns {string} its text on one line
 */
function words(node) {
  return (node.textContent ?? "").replace(/\s+/g, " ").trim();
}

/**
 * A copy to read: also the condition, which the aid itself hides because it keeps it.
 * @param {Element} node
 * @returns {HTMLElement}
 */
function asRead(node) {
  const copy = plainCopy(node);
  copy.classList.remove("aid-when", "aid-holds");
  return copy;
}
