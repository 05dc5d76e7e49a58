/**
 * Owns the view in which the scans of several respondents lie side by side: which files are in, what is wrong with others,
 * what is agreed on, and whether they are respondents of one scan or municipalities of a region. The group itself is in
 * the document. Used by `scan.js`. Runs in the page.
 */

/** @import { ReadFile } from "./scan-files.js" */
/** @import { ScanEngine } from "./scan-engine.js" */
/** @import { ScanPanels } from "./scan-panels.js" */
/** @import { Edition } from "./scan-saved.js" */
/** @import { LineAnswer, Saved } from "./types-scan" */

import { make, part, say } from "./widget-dom.js";
import { FileDrop, messageOf } from "./scan-files.js";
import { LEFT_OUT, alone, choiceOf, now, setJoint } from "./scan-saved.js";
import { BROKEN, explained, momentInWords, scansTogether } from "./scan-words.js";

const OWN = "Mijn eigen antwoorden";

/** @typedef {{ name: string, saved: Saved }} Member */

/**
 * @typedef {object} Surroundings
 * @property {ScanEngine} engine
 * @property {ScanPanels} panels
 * @property {Edition} edition
 * @property {(id: string) => string} titleOf the words for a line
 * @property {() => Saved} current
 * @property {() => void} onGroup called when the group has changed
 * @property {() => void} onJoint called when something was agreed on
 */

/** The group. */
export class ScanGroup {
  /** @type {string[]} */
  #names = [];
  #busy = Promise.resolve();

  /**
   * @param {HTMLElement} root
   * @param {Surroundings} around
   */
  constructor(root, around) {
    this.around = around;
    this.drop = new FileDrop(part(root, "[data-scan-drop=group]"), around.engine, (files) => this.#line(() => this.#add(files)));
    this.files = part(root, "[data-scan-files]");
    this.fixed = part(root, "[data-scan-rollup-fixed]");
    this.count = part(root, "[data-scan-files-count]");
    this.list = part(root, "[data-scan-file-list]");
    this.several = part(root, "[data-scan-several]");
    this.region = part(root, "[data-scan-region]");
    this.rollup = /** @type {HTMLInputElement} */ (part(root, "[data-scan-rollup]"));
    this.rollup.addEventListener("change", () => {
      this.show();
      around.onGroup();
    });
    this.list.addEventListener("click", (event) => this.#remove(event));
    this.several.addEventListener("input", (event) => this.#agree(event));
  }

  /** @returns {string[]} the panels to ask for */
  get names() {
    if (this.around.current().group.length === 0) return [];
    return this.rollup.checked ? ["rollup"] : ["together", "agenda", "joint"];
  }

  /** Take the reader's own answers along, once. */
  join() {
    void this.#line(async () => {
      const own = { ...alone(this.around.current()), saved: now() };
      this.#drop((saved) => saved.by.id === own.by.id);
      await this.#gather([{ name: OWN, saved: structuredClone(own) }], [], []);
    });
  }

  /** Let go of all files. */
  clear() {
    this.#drop(() => true);
    this.drop.tell([], []);
    this.show();
    this.around.onGroup();
  }

  /** As it was at first. */
  reset() {
    this.rollup.checked = false;
    this.clear();
  }

  /** Show which files are in. */
  show() {
    const { group } = this.around.current();
    this.#names.length = group.length;
    this.files.hidden = group.length === 0;
    this.rollup.disabled = group.length > 0;
    this.fixed.hidden = group.length === 0;
    this.several.hidden = group.length === 0 || this.rollup.checked;
    this.region.hidden = group.length === 0 || !this.rollup.checked;
    say(this.count, scansTogether(group.length));
    this.list.replaceChildren(...group.map((saved, place) => this.#item(saved, place)));
  }

  /** Put the form for what is agreed on at each line of the agenda. */
  attach() {
    const { joint } = this.around.current();
    this.around.panels.attach("agenda", "joint", (line, form) => {
      form.setAttribute("aria-label", this.around.titleOf(line));
      const { answer, reason } = fieldsOf(form);
      const agreed = joint[line];
      answer.value = choiceOf(agreed?.answer);
      reason.value = agreed?.reason ?? "";
      reason.disabled = answer.value === "";
      return true;
    });
  }

  /**
   * One change of the group after another, whatever is dropped meanwhile.
   * @param {() => Promise<void>} change
   * @returns {Promise<void>}
   */
  #line(change) {
    this.#busy = this.#busy.then(change).catch((error) => {
      console.warn("De scans konden niet worden samengevoegd:", error);
      this.drop.tell([], [explained(error) || BROKEN]);
    });
    return this.#busy;
  }

  /** @param {File[]} files */
  async #add(files) {
    const read = await this.drop.read(files);
    const fresh = read.flatMap((file) => this.#membersOf(file));
    await this.#gather(fresh, read.flatMap((file) => file.faults), read.flatMap((file) => file.changed.map((line) => `${file.name}: ${line}`)));
  }

  /**
   * @param {ReadFile} file may hold several respondents
   * @returns {Member[]}
   */
  #membersOf({ name, saved }) {
    if (saved === null) return [];
    const { group = [] } = /** @type {Partial<Saved>} */ (saved);
    if (group.length === 0 || this.rollup.checked) return [{ name, saved }];
    return group.map((member, place) => ({ name: `${name}, nummer ${place + 1}`, saved: member }));
  }

  /**
   * Take in what can be taken in beside what is there; say what cannot.
   * @param {Member[]} fresh
   * @param {string[]} faults of reading
   * @param {string[]} changed
   */
  async #gather(fresh, faults, changed) {
    const saved = this.around.current();
    const there = saved.group.map((member, place) => ({ name: this.#names[place] ?? OWN, saved: member }));
    const all = [...there, ...fresh];
    const before = there.length;
    const { kept, faults: found, agreed } = await this.around.engine.gather(all, this.rollup.checked);
    const members = kept.flatMap((place) => all[place] ?? []).map((member, at) => standIn(member, agreed[String(kept[at])]));
    saved.group = members.map((member) => member.saved);
    this.#names = members.map((member) => member.name);
    const lines = fresh.length ? [`${scansTogether(members.length)}${members.length > before ? "." : "; er kwam niets bij."}`] : [];
    this.drop.tell(lines, [...faults, ...found.map(messageOf)], changed);
    this.show();
    this.around.onGroup();
  }

  /** @param {(saved: Saved) => boolean} goes */
  #drop(goes) {
    const saved = this.around.current();
    const stay = saved.group.flatMap((member, place) => (goes(member) ? [] : [place]));
    this.#names = stay.map((place) => this.#names[place] ?? OWN);
    saved.group = stay.flatMap((place) => saved.group[place] ?? []);
  }

  /**
   * @param {Saved} saved
   * @param {number} place
   * @returns {HTMLElement}
   */
  #item(saved, place) {
    const name = this.#names[place] ?? `Scan ${place + 1}`;
    const says = make("span", {}, `${name}, bewaard op ${momentInWords(saved.saved)}`);
    const button = make("button", { type: "button", class: "aid-button aid-button-link", "data-scan-remove": String(place) }, "Haal weg");
    button.append(make("span", { class: "aid-spoken" }, `: ${name}`));
    return make("li", {}, says, button);
  }

  /** @param {Event} event */
  #remove(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-scan-remove]") : null;
    if (!button) return;
    const place = Number(button.getAttribute("data-scan-remove"));
    const gone = this.around.current().group[place];
    this.#drop((saved) => saved === gone);
    this.show();
    part(this.files, "summary").focus();
    this.around.onGroup();
  }

  /** @param {Event} event */
  #agree(event) {
    const field = event.target;
    const form = field instanceof Element ? field.closest("[data-scan-for]") : null;
    if (!(form instanceof HTMLElement)) return;
    const { answer, reason } = fieldsOf(form);
    reason.disabled = answer.value === "";
    /** @type {LineAnswer} */
    const agreed = answer.value === LEFT_OUT ? { state: LEFT_OUT, reason: reason.value } : answer.value;
    const joint = answer.value === "" ? null : { answer: agreed, reason: reason.value };
    setJoint(this.around.current(), form.dataset["scanFor"] ?? "", joint);
    this.around.onJoint();
  }
}

/**
 * A municipality whose file holds a group counts as one scan: what the group agreed on.
 * @param {Member} member
 * @param {Saved | undefined} agreed
 * @returns {Member}
 */
function standIn(member, agreed) {
  return agreed === undefined ? member : { name: member.name, saved: agreed };
}

/**
 * @param {HTMLElement} form
 * @returns {{ answer: HTMLSelectElement, reason: HTMLTextAreaElement }}
 */
function fieldsOf(form) {
  return {
    answer: /** @type {HTMLSelectElement} */ (part(form, "[data-scan-joint=answer]")),
    reason: /** @type {HTMLTextAreaElement} */ (part(form, "[data-scan-joint=reason]")),
  };
}
