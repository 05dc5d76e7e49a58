/**
 * Owns what a query finds: the words typed become concepts, each with the terms that mean it, and places are ranked by how
 * many of the concepts they hold and how well. Fed with the index of `index.js`. Keeps nothing of a query. Pure but for
 * that index. Runs in the page, and in Node for the tests.
 */

/** @import { Answer, Found, Kept, KeptPlace } from "./types" */
/** @import MiniSearch from "minisearch" */
/** @import { Terms, Token } from "./terms.js" */

import { FIELDS, takeIndex } from "./index.js";
import { folded } from "./terms.js";
import { nearestWords } from "./nearest.js";

/**
 * One thing that the reader asks for: the terms that mean it, each with its weight.
 * @typedef {{ terms: Map<string, number>, importance: number }} Concept
 */

const BOOST = { title: 5, keys: 3, trail: 0.7, text: 1 };
const PART = 0.45;
const PHRASE_WORD = 0.3;
const GENERAL = 0.4;
const COMPLETED = 0.55;
const MISTYPED = 0.6;
const COMPLETIONS = 6;
const COVERAGE = 1;
const SAME_PAGE = 0.8;
const SAME_MEANING = 0.35;
const DAMPING = 0.7;
const BM25 = { k: 1.2, b: 0.6, d: 0.4 };
const LEAST_SHARE = 0.12;
const SHORTEST_PREFIX = 2;
const SHORTEST_MISTYPED = 4;
const LONGEST_MISTYPED = 40;
const SUGGESTIONS = 4;
/** Share of the letters of a word that may be wrong in what is suggested for it. */
const SUGGESTED = 0.4;

/** Finds places. Made once; may be asked at every keystroke. */
export class Search {
  #mini;
  #terms;
  #data;
  #occurs;
  #general;
  /** @type {Map<string, [string, number][]>} what is typed, as terms, to what means it */
  #synonyms = new Map();
  /** @type {Map<string, Map<number, number>>} of each term asked for so far, the places with it */
  #scored = new Map();

  /**
   * @param {Kept} data
   * @param {MiniSearch} mini
   * @param {Terms} terms
   * @param {(term: string) => boolean} occurs
   */
  constructor(data, mini, terms, occurs) {
    this.#data = data;
    this.#mini = mini;
    this.#terms = terms;
    this.#occurs = occurs;
    this.#general = new Set(data.lexicon.general.map((word) => this.#key(word)));
    for (const [typed, words] of data.lexicon.synonyms) {
      const key = this.#key(typed);
      const meant = words.map(([word, weight]) => /** @type {[string, number]} */ ([this.#key(word), weight]));
      this.#synonyms.set(key, [...(this.#synonyms.get(key) ?? []), ...meant]);
    }
  }

  /**
   * @param {Kept} data
   * @returns {Promise<Search>}
   */
  static async load(data) {
    const { mini, terms, occurs } = await takeIndex(data);
    return new Search(data, mini, terms, occurs);
  }

  /** The rules by which texts become terms, for marking what was found. */
  get terms() {
    return this.#terms;
  }

  /** Let go of what was asked for. */
  forget() {
    this.#scored.clear();
    this.#terms.forget();
  }

  /**
   * @param {string} words
   * @returns {string} the one term under which a word, or a word of several words, is kept
   */
  #key(words) {
    return this.#terms.tokens(words).map((token) => token.term).join("_");
  }

  /**
   * @param {string} query as typed
   * @param {number} limit
   * @returns {Answer}
   */
  ask(query, limit) {
    const concepts = this.#concepts(query);
    const found = concepts.length ? this.#ranked(concepts) : [];
    return {
      found: found.slice(0, limit).map(([id, score]) => this.#shown(id, score)),
      terms: new Set(concepts.flatMap((concept) => [...concept.terms.keys()])),
      nearest: found.length ? [] : this.#suggested(query),
    };

  }

  /**
   * @param {string} query for which nothing was found
   * @returns {string[]} words of the site that look somewhat like its words
   */
  #suggested(query) {
    const words = this.#terms.tokens(query).filter(({ word }) => word.length >= SHORTEST_MISTYPED && word.length <= LONGEST_MISTYPED);
    const near = words.flatMap(({ word }) => nearestWords(word, this.#vocabulary, SUGGESTIONS, Math.ceil(word.length * SUGGESTED)));
    return [...new Set(near)].slice(0, SUGGESTIONS);
  }

  /**
   * @param {number} id
   * @param {number} score
   * @returns {Found}
   */
  #shown(id, score) {
    const [address, title, where, status, kind, text] = /** @type {KeptPlace} */ (this.#data.places[id]);
    return { address, title, where: this.#data.wheres[where] ?? "", status, kind, text, score };
  }

  /**
   * @param {string} query
   * @returns {Concept[]} what the reader asks for
   */
  #concepts(query) {
    const tokens = this.#terms.tokens(query);
    const isTyping = /[\p{L}\p{N}]$/u.test(query);
    const inPhrase = new Set();
    /** @type {Concept[]} */
    const concepts = [];
    for (let place = 0; place < tokens.length; place += 1) {
      const phrase = this.#phraseAt(tokens, place);
      if (!phrase) continue;
      concepts.push({ terms: phrase.terms, importance: this.#saysLittle(tokens.slice(place, place + phrase.length)) ? GENERAL : 1 });
      for (let inner = place; inner < place + phrase.length; inner += 1) inPhrase.add(inner);
      place += phrase.length - 1;
    }
    const onlyStops = concepts.length === 0 && tokens.every((token) => token.isStop);
    tokens.forEach((token, place) => {
      if (token.isStop && !onlyStops) return;
      const isLast = isTyping && place === tokens.length - 1;
      concepts.push({ terms: this.#meaning(token, isLast), importance: (inPhrase.has(place) ? PHRASE_WORD : 1) * (this.#saysLittle([token]) ? GENERAL : 1) });
    });
    return concepts.filter(({ terms }) => terms.size > 0);
  }

  /**
   * @param {Token[]} tokens
   * @returns {boolean} whether they only say whom it is about, or what the whole site is about
   */
  #saysLittle(tokens) {
    return tokens.every(({ term }) => this.#general.has(term));
  }

  /**
   * @param {Token[]} tokens
   * @param {number} place
   * @returns {{ terms: Map<string, number>, length: number } | null} what a word of several words at a place means
   */
  #phraseAt(tokens, place) {
    const phrase = this.#terms.phraseAt(tokens, place);
    if (!phrase) return null;
    const terms = this.#withSynonyms(phrase.term);
    return { terms, length: phrase.length };
  }

  /**
   * @param {string} term
   * @returns {Map<string, number>} the term where it occurs, and what means the same
   */
  #withSynonyms(term) {
    /** @type {Map<string, number>} */
    const terms = new Map(this.#occurs(term) ? [[term, 1]] : []);
    for (const [other, weight] of this.#synonyms.get(term) ?? []) raise(terms, other, weight);
    return terms;
  }

  /**
   * @param {Token} token
   * @param {boolean} isLast whether it may still be growing
   * @returns {Map<string, number>} the terms that mean it
   */
  #meaning({ word, term }, isLast) {
    const terms = this.#withSynonyms(term);
    for (const part of this.#terms.parts(word)) {
      if (this.#occurs(part)) raise(terms, part, PART);
      for (const [other, weight] of this.#synonyms.get(part) ?? []) raise(terms, other, weight * PART);
    }
    if (isLast && word.length >= SHORTEST_PREFIX) {
      for (const full of this.#completions(word)) raise(terms, full, COMPLETED);
    }
    if (terms.size === 0 && word.length >= SHORTEST_MISTYPED && word.length <= LONGEST_MISTYPED) {
      for (const near of nearestWords(word, this.#vocabulary, 3)) {
        for (const [other, weight] of this.#withSynonyms(this.#terms.term(near))) raise(terms, other, weight * MISTYPED);
        for (const part of this.#terms.parts(near)) raise(terms, part, PART * MISTYPED);
      }
    }
    return terms;
  }

  /** @type {string[] | null} */
  #words = null;

  /** The words that a mistyped one may be: those of titles and keys, and what has synonyms. */
  get #vocabulary() {
    this.#words ??= [...new Set([...this.#data.words, ...this.#data.lexicon.synonyms.map(([typed]) => folded(typed))])]
      .filter((word) => !word.includes(" "));
    return this.#words;
  }

  /**
   * @param {string} word
   * @returns {Set<string>} terms of the words that begin with what is being typed
   */
  #completions(word) {
    const full = this.#vocabulary.filter((other) => other.startsWith(word) && other !== word);
    full.sort((one, other) => one.length - other.length);
    return new Set(full.slice(0, COMPLETIONS).map((other) => this.#terms.term(other)).filter(this.#occurs));
  }

  /**
   * @param {string} term
   * @returns {Map<number, number>} how well each place answers to a term
   */
  #scores(term) {
    const kept = this.#scored.get(term);
    if (kept) return kept;
    const options = { fields: FIELDS, boost: BOOST, bm25: BM25 };
    const made = new Map(this.#mini.search(term, options).map(({ id, score }) => [id, score]));
    this.#scored.set(term, made);
    return made;
  }

  /**
   * @param {Concept} concept
   * @returns {Map<number, number>} how well each place answers to it, the best of its terms counting most
   */
  #answers({ terms }) {
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const [term, weight] of terms) {
      for (const [id, score] of this.#scores(term)) {
        const own = score * weight;
        const before = best.get(id) ?? 0;
        best.set(id, Math.max(own, before) + SAME_MEANING * Math.min(own, before));
      }
    }
    return best;
  }

  /**
   * @param {Concept[]} concepts
   * @returns {[number, number][]} places with their scores, best first
   */
  #ranked(concepts) {
    /** @type {Map<number, { score: number, covered: number }>} */
    const places = new Map();
    let whole = 0;
    for (const concept of concepts) {
      const answers = this.#answers(concept);
      if (answers.size === 0) continue;
      const most = Math.max(...answers.values());
      const rarity = concept.importance * Math.log(1 + this.#data.places.length / answers.size);
      whole += rarity;
      for (const [id, score] of answers) {
        const place = places.get(id) ?? { score: 0, covered: 0 };
        const share = (score / most) ** DAMPING;
        place.score += rarity * share;
        place.covered += rarity * Math.min(1, share * 2);
        places.set(id, place);
      }
    }
    /** @type {[number, number][]} */
    const ranked = [...places].map(([id, { score, covered }]) => {
      return [id, score * (this.#data.places[id]?.[6] ?? 1) * (covered / whole) ** COVERAGE];
    });
    ranked.sort((one, other) => other[1] - one[1]);
    return this.#spread(ranked);
  }

  /**
   * No page fills the list by itself, and what is far below the best is left out.
   * @param {[number, number][]} scored best first
   * @returns {[number, number][]}
   */
  #spread(scored) {
    const least = (scored[0]?.[1] ?? 0) * LEAST_SHARE;
    /** @type {Map<string, number>} */
    const seen = new Map();
    const spread = scored.filter(([, score]) => score >= least).map(([id, score]) => {
      const page = this.#data.places[id]?.[0].split("#")[0] ?? "";
      const before = seen.get(page) ?? 0;
      seen.set(page, before + 1);
      return /** @type {[number, number]} */ ([id, score * SAME_PAGE ** Math.min(before, 4)]);
    });
    return spread.sort((one, other) => other[1] - one[1]);
  }
}

/**
 * @param {Map<string, number>} weights
 * @param {string} term
 * @param {number} weight
 */
function raise(weights, term, weight) {
  weights.set(term, Math.max(weights.get(term) ?? 0, weight));
}
