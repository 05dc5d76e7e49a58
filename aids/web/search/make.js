/**
 * Owns the making of the index out of the places of the site. Only for the build, where Node runs it (see
 * `aids/site/search_index.py`); no page gets it.
 */

/** @import { Kept, KeptPlace, Lexicon, Place } from "./types" */

import MiniSearch from "minisearch";

import { OPTIONS, bareTerms, rootsOf } from "./index.js";
import { Terms } from "./terms.js";

const WHERE = " › ";
const SHORTEST_WORD = 4;

/**
 * @param {Place} place
 * @returns {string[]} all that is indexed of a place
 */
const textsOf = (place) => [place.title, place.keys, place.where.join(" "), place.text];

/**
 * @param {Iterable<string>} texts
 * @param {Map<string, T>} before what was made of the texts of last time
 * @param {(text: string) => T} make
 * @returns {Map<string, T>} what is made of each text, and of no other
 * @template T
 */
function madeOf(texts, before, make) {
  const found = new Map();
  for (const text of texts) {
    if (!found.has(text)) found.set(text, before.get(text) ?? make(text));
  }
  return found;
}

/**
 * Makes one index after another. A text that was in the last one is not looked through again, as long as the word lists
 * are the same and the rules would be told the same of what occurs; the index is that which a new maker would make.
 */
export class Maker {
  #lists = "";
  /** @type {Map<string, string[]>} */
  #stems = new Map();
  /** @type {Set<string>} */
  #known = new Set();
  /** @type {Set<string>} what the rules asked whether it occurs: all that they depend on */
  #asked = new Set();
  /** @type {Terms | null} */
  #terms = null;
  /** @type {Map<string, string>} */
  #indexed = new Map();

  /**
   * @param {readonly Place[]} places
   * @param {Lexicon} lexicon
   * @returns {{ kept: Kept, unused: string[] }} the index as data, and the words of the lexicon that mean nothing on the site
   */
  make(places, lexicon) {
    const texts = places.map(textsOf);
    const terms = this.#rules(texts.flat(), lexicon);
    this.#indexed = madeOf(texts.flat(), this.#indexed, (text) => terms.indexed(text).join(" "));
    const mini = new MiniSearch(OPTIONS);
    texts.forEach((parts, id) => {
      const [title, keys, trail, text] = parts.map((part) => this.#indexed.get(part));
      mini.add({ id, title, keys, trail, text });
    });
    const wheres = [...new Set(places.map((place) => place.where.join(WHERE)))];
    const numbers = new Map(wheres.map((where, number) => [where, number]));
    const index = /** @type {Kept["index"]} */ (/** @type {unknown} */ (mini.toJSON()));
    return {
      kept: {
        index,
        lexicon,
        places: places.map((place) => kept(place, numbers.get(place.where.join(WHERE)) ?? 0)),
        wheres,
        words: displayed(places, terms),
      },
      unused: unusedWords(lexicon, terms, new Set(index.index.map(([term]) => term))),
    };
  }

  /**
   * @param {readonly string[]} texts
   * @param {Lexicon} lexicon
   * @returns {Terms} the rules, knowing what occurs in the texts
   */
  #rules(texts, lexicon) {
    const bare = bareTerms(lexicon);
    const lists = JSON.stringify(lexicon);
    const same = lists === this.#lists;
    this.#stems = madeOf(texts, same ? this.#stems : new Map(), bare);
    const known = new Set(rootsOf(lexicon, bare));
    for (const stems of this.#stems.values()) for (const stem of stems) known.add(stem);
    const before = this.#known;
    this.#known = known;
    if (this.#terms === null || !same || [...this.#asked].some((term) => known.has(term) !== before.has(term))) {
      this.#lists = lists;
      this.#asked = new Set();
      this.#indexed = new Map();
      this.#terms = new Terms(lexicon, (term) => this.#knows(term));
    }
    return this.#terms;
  }

  /** @param {string} term */
  #knows(term) {
    this.#asked.add(term);
    return this.#known.has(term);
  }
}

/**
 * @param {Place} place
 * @param {number} where
 * @returns {KeptPlace}
 */
function kept({ address, title, status, kind, text, weight }, where) {
  return [address, title, where, status, kind, text, weight];
}

/**
 * @param {readonly Place[]} places
 * @param {Terms} terms
 * @returns {string[]} the words of titles and keys, as people write them: to complete what is being typed
 */
function displayed(places, terms) {
  const words = places.flatMap(({ title, keys }) => terms.tokens(`${title} ${keys}`));
  const wanted = words.filter(({ word, isStop }) => !isStop && word.length >= SHORTEST_WORD && !/\p{N}/u.test(word));
  return [...new Set(wanted.map(({ word }) => word))].sort();
}

/**
 * @param {Lexicon} lexicon
 * @param {Terms} terms
 * @param {Set<string>} known
 * @returns {string[]} what synonyms lead to and no text of the site holds
 */
function unusedWords(lexicon, terms, known) {
  const targets = new Set(lexicon.synonyms.flatMap(([, words]) => words.map(([word]) => word)));
  return [...targets].filter((word) => !terms.indexed(word).some((term) => known.has(term)));
}
