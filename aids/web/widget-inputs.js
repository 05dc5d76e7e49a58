/**
 * Owns the native inputs of one question: what they say as an answer, which of them exclude each other, and clearing them.
 * Used by `widget.js`. Knows no View; an answer here is what `consult` takes. Runs in the page.
 */

/** @import { Answer, DutyAnswer, DutyStanding } from "./types" */

import { make, part, parts } from "./widget-dom.js";
import { DUTY, EMPTY, longDate } from "./widget-words.js";

const UNKNOWN = "onbekend";

/** One question or duty of the page. */
export class QuestionInputs {
  /** @param {HTMLElement} fieldset carries `data-question` */
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.id = fieldset.dataset["question"] ?? "";
    this.kind = fieldset.dataset["aidKind"] ?? "";
    this.purpose = fieldset.dataset["aidPurpose"] ?? "";
    this.short = fieldset.dataset["aidShort"] ?? "";
    this.ask = part(fieldset, ".aid-ask-text").textContent ?? "";
    this.count = part(fieldset, ".aid-count").textContent ?? "";
    this.legend = part(fieldset, ".aid-legend");
    this.inputs = /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ (parts(fieldset, "input, textarea"));
    this.own = this.inputs.filter((input) => !input.closest("[data-aid-part]"));
    this.duties = parts(fieldset, "[data-aid-part]");
    /** @type {HTMLElement | null} */
    this.error = null;
    this.legend.tabIndex = -1;
    for (const input of this.inputs) input.setAttribute("autocomplete", "off");
  }

  /** @returns {string | null} the label of "weet ik nog niet", if this question has it */
  get unknown() {
    const input = this.own.find((item) => item.value === UNKNOWN);
    return input ? label(input) : null;
  }

  /** @returns {Answer | undefined} undefined when nothing is chosen */
  read() {
    if (this.kind === "duty") return this.#readDuty();
    const chosen = this.own.filter(isChosen).map((input) => input.value);
    if (this.kind === "one") return chosen[0];
    if (this.kind === "any") return chosen.length ? chosen : undefined;
    if (chosen.includes(UNKNOWN)) return UNKNOWN;
    const field = this.own.find((input) => !isTick(input));
    if (!field || field.value === "") return undefined;
    return this.kind === "number" ? Number(field.value) : field.value;
  }

  /** @returns {DutyAnswer | undefined} */
  #readDuty() {
    const chosen = this.own.find(isChosen);
    return chosen && this.#duty(standingOf(chosen));
  }

  /**
   * @param {DutyStanding} state
   * @param {string | undefined} [detail] what is filled in about this state
   * @returns {DutyAnswer}
   */
  #duty(state, detail = this.#part(state)?.value) {
    if (!detail) return { state };
    if (state === "done") return { state, who: detail };
    return state === "later" ? { state, date: detail } : { state, reason: detail };
  }

  /** @returns {Answer[]} the answers that one press would give */
  choices() {
    const free = this.own.filter((input) => isTick(input) && (this.kind === "any" || !isChosen(input)));
    if (this.kind === "duty") return [...this.#details(), ...free.map((input) => this.#duty(standingOf(input)))];
    if (this.kind !== "any") return free.map((input) => input.value);
    return free.map((input) => this.#toggled(input)).filter((values) => values.length > 0);
  }

  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} pressed
   * @returns {string[]} what is ticked after this one is pressed
   */
  #toggled(pressed) {
    const alone = pressed.hasAttribute("data-aid-exclusive");
    const stays = (/** @type {Element} */ input) => !alone && !input.hasAttribute("data-aid-exclusive");
    const isTicked = (/** @type {HTMLInputElement | HTMLTextAreaElement} */ input) => {
      if (input === pressed) return !isChosen(input);
      return isChosen(input) && (isChosen(pressed) || stays(input));
    };
    return this.own.filter(isTicked).map((input) => input.value);
  }

  /** @returns {DutyAnswer[]} the duty as it stands, with each reason or person that one press would add */
  #details() {
    const chosen = this.own.find(isChosen);
    if (!chosen) return [];
    const state = standingOf(chosen);
    return this.#more(state).filter((input) => isTick(input) && !isChosen(input)).map((input) => this.#duty(state, input.value));
  }

  /**
   * @param {DutyStanding} state
   * @returns {(HTMLInputElement | HTMLTextAreaElement)[]} the inputs that say more about this state
   */
  #more(state) {
    const name = state === "done" ? "who" : state;
    return this.inputs.filter((input) => input.closest("[data-aid-part]")?.getAttribute("data-aid-part") === name);
  }

  /**
   * @param {DutyStanding} state
   * @returns {HTMLInputElement | HTMLTextAreaElement | undefined} of those the one that was filled in
   */
  #part(state) {
    return this.#more(state).find((input) => isTick(input) ? isChosen(input) : input.value !== "");
  }

  /**
   * @param {Answer | undefined} answer
   * @returns {string} the answer in the words of the page
   */
  words(answer) {
    if (answer === undefined) return "";
    if (answer === null) return EMPTY;
    if (Array.isArray(answer)) return answer.map((value) => this.#label(value)).join("; ");
    if (typeof answer === "object") return this.#dutyWords(answer);
    if (this.kind === "number" && answer !== UNKNOWN) return [answer, this.fieldset.dataset["aidUnit"]].filter(Boolean).join(" ");
    if (this.kind === "date" && answer !== UNKNOWN) return longDate(String(answer));
    return this.kind === "text" ? String(answer) : this.#label(String(answer));
  }

  /**
   * @param {DutyAnswer} duty
   * @returns {string}
   */
  #dutyWords({ state, who, date, reason }) {
    const name = DUTY[state];
    if (state === "done" && who) return `${name}, met: ${this.#label(who)}`;
    if (state === "later") return date ? `${name}: ${longDate(date)}` : `${DUTY.open}: later, nog zonder datum`;
    if (state === "not_done") return reason ? `${name}: ${this.#label(reason)}` : `${DUTY.open}: niet, nog zonder reden`;
    return name;
  }

  /**
   * @param {string} value
   * @returns {string} the label of the answer, or of the reason or person that says more about a duty
   */
  #label(value) {
    const among = this.kind === "duty" ? this.inputs.filter((input) => !this.own.includes(input)) : this.own;
    const input = among.find((item) => item.value === value && isTick(item));
    return input ? label(input) : value;
  }

  /**
   * Untick what cannot stand beside the input that just changed.
   * @param {HTMLInputElement | HTMLTextAreaElement} changed
   */
  settle(changed) {
    if (this.kind === "duty" || (isTick(changed) && !isChosen(changed)) || changed.type === "radio") return;
    const alone = changed.hasAttribute("data-aid-exclusive");
    for (const input of this.own) {
      if (input === changed || (!alone && !input.hasAttribute("data-aid-exclusive"))) continue;
      if (isTick(input)) /** @type {HTMLInputElement} */ (input).checked = false;
      else input.value = "";
    }
  }

  /** Show of a duty only the part that its state asks for. */
  foldParts() {
    const state = this.own.find(isChosen)?.value ?? "";
    for (const item of this.duties) item.hidden = item.dataset["aidPart"] !== (state === "done" ? "who" : state);
  }

  /** Show every part, as on paper. */
  unfoldParts() {
    for (const item of this.duties) item.hidden = false;
  }

  /**
   * Choose a duty's state, as a reader would.
   * @param {DutyStanding} state
   */
  choose(state) {
    const input = this.own.find((item) => item.value === state);
    if (input instanceof HTMLInputElement) input.checked = true;
  }

  /**
   * Fill in an answer, as a reader would.
   * @param {Answer} answer
   */
  write(answer) {
    const duty = typeof answer === "object" && answer !== null && !Array.isArray(answer) ? answer : null;
    const values = duty ? [duty.state, duty.reason, duty.who] : Array.isArray(answer) ? answer : [answer];
    const ticked = this.inputs.filter((input) => isTick(input) && values.includes(input.value));
    for (const input of ticked) /** @type {HTMLInputElement} */ (input).checked = true;
    const written = duty ? duty.date : answer;
    const field = this.inputs.find((input) => !isTick(input));
    if (field && written !== UNKNOWN) field.value = String(written ?? "");
  }

  /** Forget what was chosen. */
  clear() {
    for (const input of this.inputs) {
      if (isTick(input)) /** @type {HTMLInputElement} */ (input).checked = false;
      else input.value = "";
    }
    this.complain("");
  }

  /**
   * Show what is wrong with this answer, or take it away with an empty text.
   * @param {string} message
   */
  complain(message) {
    if (message === (this.error?.textContent ?? "")) return;
    this.error?.remove();
    this.error = null;
    this.fieldset.removeAttribute("aria-describedby");
    if (message === "") return;
    this.error = make("p", { class: "aid-error", id: `${this.fieldset.id}-fout`, role: "alert" }, message);
    this.legend.after(this.error);
    this.fieldset.setAttribute("aria-describedby", this.error.id);
  }
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @returns {boolean}
 */
function isTick(input) {
  return input.type === "radio" || input.type === "checkbox";
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input of a duty
 * @returns {DutyStanding}
 */
function standingOf(input) {
  return /** @type {DutyStanding} */ (input.value);
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @returns {boolean}
 */
function isChosen(input) {
  return isTick(input) && /** @type {HTMLInputElement} */ (input).checked;
}

/**
 * @param {Element} input
 * @returns {string}
 */
function label(input) {
  return input.closest(".aid-choice")?.querySelector(".aid-choice-label")?.textContent ?? "";
}
