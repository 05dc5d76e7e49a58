/**
 * Owns the search on screen: what is typed is asked at every keystroke, what is found are links that arrow keys walk
 * through, and closing forgets all of it. Nothing of a query goes into the address, storage or a log. The dialog itself
 * stands in the page (overrides/partials/vw/search.html). Fed by `opener.js`. Runs in the page.
 */

/** @import { Answer, Found, Kept } from "./types" */
/** @import { Piece } from "./excerpt.js" */

import { excerpt, marked } from "./excerpt.js";
import { Search } from "./query.js";
import text from "./data.js";

const MOST = 10;
const PREPARING = "Zoeken wordt klaargezet.";
const SAY_AFTER = 300;
/** What words stand above a place, by its kind; a page has none. */
const KINDS = { question: "Vraag in de keuzehulp", advice: "Advies in de keuzehulp, als uw antwoorden daartoe leiden", term: "Begrip" };

/** @type {Promise<SearchDialog> | null} */
let started = null;

/**
 * Put the search to work in its dialog, once; every later opening begins empty.
 * @param {HTMLDialogElement} dialog
 * @param {URL} top of the site
 */
export async function start(dialog, top) {
  started ??= SearchDialog.make(dialog, top);
  (await started).begin();
}

class SearchDialog {
  /** @type {Set<Element>} */
  #scrolled = new Set();
  /** @type {number | undefined} */
  #saying;

  /**
   * @param {HTMLDialogElement} dialog
   * @param {URL} top
   * @param {Search} search
   */
  constructor(dialog, top, search) {
    this.dialog = dialog;
    this.top = top;
    this.search = search;
    this.input = /** @type {HTMLInputElement} */ (part(dialog, "input[type=search]"));
    this.status = part(dialog, "[data-vw-search-status]");
    this.list = part(dialog, "[data-vw-search-results]");
    this.none = part(dialog, "[data-vw-search-none]");
    dialog.addEventListener("scroll", ({ target }) => this.#scrolled.add(/** @type {Element} */ (target)), true);
    this.nearest = part(dialog, "[data-vw-search-nearest]");
    this.labels = /** @type {HTMLTemplateElement} */ (part(dialog, "template[data-vw-search-labels]"));
    this.input.addEventListener("input", () => this.ask());
    dialog.addEventListener("keydown", (event) => this.#onKey(event));
    dialog.addEventListener("click", (event) => this.#onClick(event));
    dialog.addEventListener("close", () => this.forget());
    addEventListener("pagehide", () => dialog.close());
  }

  /**
   * @param {HTMLDialogElement} dialog
   * @param {URL} top
   */
  static async make(dialog, top) {
    part(dialog, "[data-vw-search-status]").textContent = PREPARING;
    /** @type {Kept} */
    const kept = JSON.parse(text);
    return new SearchDialog(dialog, top, await Search.load(kept));
  }

  /** The dialog was opened; what was typed while this was loading counts. */
  begin() {
    this.ask();
  }

  /** Ask for what is typed now, and show what is found. */
  ask() {
    const query = this.input.value.trim() ? this.input.value : "";
    const answer = this.search.ask(query, MOST);
    this.list.replaceChildren(...answer.found.map((found, number) => this.#result(found, number, answer.terms)));
    this.#toTop();
    this.none.hidden = query === "" || answer.found.length > 0;
    this.list.hidden = answer.found.length === 0;
    this.nearest.replaceChildren(...answer.nearest.map((word) => element("li", "", tryWord(word))));
    part(this.none, "[data-vw-search-meant]").hidden = answer.nearest.length === 0;
    this.#say(query === "" ? "" : counted(answer));
  }

  /** New results begin on top; what was not scrolled is not touched, for that would lay out the page twice. */
  #toTop() {
    for (const scroller of this.#scrolled) scroller.scrollTop = 0;
    this.#scrolled.clear();
  }

  /** Nothing of a query outlives the dialog. */
  forget() {
    this.input.value = "";
    this.search.forget();
    this.ask();
  }

  /**
   * Told to a reader who does not see the list, once the typing rests.
   * @param {string} words
   */
  #say(words) {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      if (this.status.textContent !== words) this.status.textContent = words;
    }, words === "" ? 0 : SAY_AFTER);
  }

  /**
   * @param {Found} found
   * @param {number} number
   * @param {Set<string>} wanted
   * @returns {HTMLLIElement}
   */
  #result(found, number, wanted) {
    const { terms } = this.search;
    const link = element("a", "vw-found__link", ...written(marked(found.title, wanted, terms)));
    link.href = new URL(found.address, this.top).href;
    link.dataset["searchResult"] = "";
    const where = element("p", "vw-found__where", ...this.#label(found.status), wordsAbove(found));
    where.id = `vw-gevonden-${number}`;
    link.setAttribute("aria-describedby", where.id);
    return element("li", "vw-found", link, where, element("p", "vw-found__text", ...written(excerpt(found.text, wanted, terms))));
  }

  /**
   * @param {string} status
   * @returns {Node[]} the label that the page itself has, or none
   */
  #label(status) {
    const label = status ? this.labels.content.querySelector(`[data-vw-status="${status}"]`) : null;
    return label ? [label.cloneNode(true), document.createTextNode(" ")] : [];
  }

  /** @returns {HTMLAnchorElement[]} */
  get #links() {
    return [...this.list.querySelectorAll("a")];
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.dialog.close();
    } else if (event.key === "Enter" && event.target === this.input) {
      event.preventDefault();
      this.#links[0]?.click();
    } else if (["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) this.#walk(event);
  }

  /**
   * From the field down into the list, through it, and up into the field again.
   * @param {KeyboardEvent} event
   */
  #walk(event) {
    const links = this.#links;
    const place = links.indexOf(/** @type {HTMLAnchorElement} */ (event.target));
    const isInput = event.target === this.input;
    if ((place < 0 && !isInput) || (isInput && event.key !== "ArrowDown")) return;
    event.preventDefault();
    const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: links.length - 1 }[event.key] ?? 0;
    const target = next < 0 ? this.input : links[Math.min(next, links.length - 1)];
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const word = target.closest("[data-vw-search-try]");
    const link = target.closest("a[data-search-result]");
    if (target === this.dialog) this.dialog.close();
    else if (word) {
      this.input.value = word.textContent ?? "";
      this.ask();
      this.input.focus();
    } else if (link instanceof HTMLAnchorElement && isHere(link) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.dialog.close();
      land(link);
    }
  }
}

/**
 * @param {Answer} answer
 * @returns {string} how many places were found
 */
function counted({ found }) {
  if (found.length === 0) return "Niets gevonden.";
  if (found.length === MOST) return `De ${MOST} beste resultaten.`;
  return found.length === 1 ? "1 resultaat." : `${found.length} resultaten.`;
}

/**
 * @param {Found} found
 * @returns {string} in which handbook or aid, page and section it stands
 */
function wordsAbove({ kind, where }) {
  const own = KINDS[/** @type {keyof typeof KINDS} */ (kind)];
  return [own, where].filter(Boolean).join(" · ");
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {boolean} whether it leads to a place on this page
 */
function isHere(link) {
  return link.origin === location.origin && link.pathname === location.pathname;
}

/**
 * Go to a place on this page, as following a link does, and take the keyboard along.
 * @param {HTMLAnchorElement} link
 */
function land(link) {
  location.assign(link.href);
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? document.getElementById("inhoud");
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/**
 * @param {string} word
 * @returns {HTMLButtonElement} tries this word instead
 */
function tryWord(word) {
  const button = element("button", "vw-search__try", word);
  button.type = "button";
  button.dataset["vwSearchTry"] = "";
  return button;
}

/**
 * @param {Piece[]} pieces
 * @returns {(Node | string)[]}
 */
function written(pieces) {
  return pieces.map(({ text: piece, isMarked }) => (isMarked ? element("mark", "", piece) : piece));
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} look
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, look, ...children) {
  const node = document.createElement(name);
  if (look) node.className = look;
  node.append(...children);
  return node;
}

/**
 * @param {ParentNode} scope
 * @param {string} selector
 * @returns {HTMLElement} a part that the page always has
 */
function part(scope, selector) {
  const found = scope.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new Error(`the page lacks ${selector}`);
}
