/**
 * Owns practising: the buttons that fill in a vignette's answers, the question before that when there are answers, and the
 * notice that what is on screen is an exercise. Used by `widget.js`, which owns the answers. Runs in the page.
 */

/** @import { Answers } from "./types" */

import { make, parts } from "./widget-dom.js";
import { longDate } from "./widget-words.js";

export const EXERCISE = "Oefening met een verzonnen voorbeeld";
const FILL = "Vul dit voorbeeld in als oefening";
const SURE = "Er staan al antwoorden in de keuzehulp. Die gaan verloren. Print eerst als u ze wilt bewaren.";

/** @typedef {{ id: string, title: string, answers: Answers, today: string }} Vignette */

/** The exercises of one aid. */
export class Practice {
  /** @type {Vignette | null} what is being practised with */
  current = null;

  /**
   * @param {HTMLElement} root of the aid
   * @param {() => boolean} hasAnswers
   * @param {(vignette: Vignette) => void} onStart called when a vignette is to be filled in
   */
  constructor(root, hasAnswers, onStart) {
    this.hasAnswers = hasAnswers;
    this.onStart = onStart;
    this.text = make("p", {});
    this.notice = make("div", { class: "aid-exercise", role: "note", hidden: true }, this.text);
    for (const fold of parts(root, "[data-aid-vignette]")) this.#offer(fold);
  }

  /** @returns {string} the day on which the vignette is read, or "" for today */
  get today() {
    return this.current?.today ?? "";
  }

  /** @param {HTMLElement} fold of one vignette */
  #offer(fold) {
    const vignette = {
      id: fold.dataset["aidVignette"] ?? "",
      title: fold.dataset["aidTitle"] ?? "",
      answers: JSON.parse(fold.dataset["aidGiven"] ?? "{}"),
      today: fold.dataset["aidToday"] ?? "",
    };
    const fill = make("button", { type: "button", class: "aid-button" }, FILL);
    const sure = make("button", { type: "button", class: "aid-button" }, "Wis mijn antwoorden en oefen");
    const keep = make("button", { type: "button", class: "aid-button aid-button-plain" }, "Laat mijn antwoorden staan");
    const asking = make("div", { class: "aid-sure", role: "group", "aria-label": FILL, hidden: true }, make("p", {}, SURE), sure, keep);
    /** @param {boolean} isAsking */
    const ask = (isAsking) => {
      asking.hidden = !isAsking;
      fill.hidden = isAsking;
    };
    fill.addEventListener("click", () => {
      if (!this.hasAnswers()) return this.onStart(vignette);
      ask(true);
      return sure.focus();
    });
    keep.addEventListener("click", () => {
      ask(false);
      fill.focus();
    });
    sure.addEventListener("click", () => {
      ask(false);
      this.onStart(vignette);
    });
    fold.append(make("div", { class: "aid-practice-tools" }, fill, asking));
  }

  /**
   * From now on what is on screen is an exercise.
   * @param {Vignette} vignette
   */
  begin(vignette) {
    this.current = vignette;
    const day = vignette.today ? ` Het is daarin ${longDate(vignette.today)}.` : "";
    this.text.textContent = `${EXERCISE}: ${vignette.title}.${day} Begin opnieuw voordat u een echte situatie invult.`;
    this.notice.hidden = false;
  }

  /** The answers are gone, and so is the exercise. */
  end() {
    this.current = null;
    this.notice.hidden = true;
  }
}
