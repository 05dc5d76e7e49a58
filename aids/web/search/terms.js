/**
 * Owns the step from text to terms: what the index holds and what a query asks for are made here, by the same rules.
 * Lower case without accents, Dutch stems, participles as their verb, compounds as their parts, words of several words as
 * one term. Fed with the word lists of docs/gegevens/zoeken.yml and the glossary. Pure. Runs in the build (Node) and in
 * the page.
 */

/** @import { Lexicon } from "./types" */

import { stemmer } from "@orama/stemmers/dutch";

/**
 * A word as it stands in a text: `term` is how it is indexed.
 * @typedef {{ start: number, end: number, word: string, term: string, isStop: boolean }} Token
 */

const WORD = /\p{N}+(?:\.\p{N}+)+\p{L}?|[\p{L}\p{M}\p{N}]+(?:['’`]\p{L}+)*/gu;
const MARKS = /[\p{M}'’`]/gu;
const SEPARABLE = "aan|achter|af|bij|door|in|mee|na|om|onder|op|over|rond|samen|tegen|terug|toe|uit|vast|voor|weg";
const PARTICIPLE = new RegExp(`^(${SEPARABLE})?ge(\\p{L}{2,}?)(d|t|en|de|te)$`, "u");
const LINKS = ["", "s", "en", "e", "n"];
const SHORTEST_PART = 3;
const SHORTEST_STEM = 4;
const JOINT = "_";

/**
 * @param {string} word
 * @returns {string} lower case, without accents and apostrophes: "Foto’s" is "fotos"
 */
export function folded(word) {
  return word.normalize("NFKD").replace(MARKS, "").toLowerCase();
}

/**
 * What the stemmer leaves: "huiz" and "huis", "verslav" and "verslaafd", "bell" and "bel" become one.
 * @param {string} word folded
 * @returns {string}
 */
function stem(word) {
  if (/\p{N}/u.test(word)) return word;
  return stemmer(word)
    .replace(/([aeou])\1(?=[^aeiou]{1,2}$)/u, "$1")
    .replace(/([^aeiou])\1$/u, "$1")
    .replace(/v(?=[dt]?$)/u, "f")
    .replace(/z(?=[dt]?$)/u, "s");
}

/**
 * @param {string} word folded
 * @returns {boolean} whether it may be a participle in -en, or else the plural of a word like "gezin"
 */
export function mayBeStrong(word) {
  return PARTICIPLE.exec(word)?.[3] === "en";
}

/** The rules with their word lists. `knows` tells which terms occur on the site. */
export class Terms {
  /** @type {Map<string, string>} */
  #kept = new Map();
  /** @type {Map<string, string[]>} */
  #split = new Map();
  /** @type {Map<string, { word: string, term: string, isStop: boolean }>} */
  #seen = new Map();
  /** @type {Map<string, Token[]>} */
  #texts = new Map();

  /**
   * @param {Lexicon} lexicon
   * @param {(term: string) => boolean} knows
   */
  constructor(lexicon, knows) {
    this.knows = knows;
    this.stops = new Set(lexicon.stops.map(folded));
    this.whole = new Set(lexicon.whole.map(folded));
    this.forms = new Map(lexicon.forms.flatMap(([base, forms]) => forms.map((form) => [folded(form), folded(base)])));
    this.heads = new Set(lexicon.parts.map(folded));
    this.tails = new Set(lexicon.parts.map((part) => this.term(folded(part))));
    /** @type {Map<string, string[][]>} first term of a phrase to all its phrases, the longest first */
    this.phrases = new Map();
    for (const phrase of lexicon.phrases) this.#addPhrase(phrase);
    for (const phrases of this.phrases.values()) phrases.sort((one, other) => other.length - one.length);
  }

  /** Let go of every word that was seen. */
  forget() {
    for (const words of [this.#kept, this.#split, this.#seen, this.#texts]) words.clear();
  }

  /** @param {string} phrase */
  #addPhrase(phrase) {
    const terms = this.tokens(phrase).map((token) => token.term);
    const [first] = terms;
    if (first !== undefined && terms.length > 1) this.phrases.set(first, [...(this.phrases.get(first) ?? []), terms]);
  }

  /**
   * @param {string} text
   * @returns {Token[]} every word of a text, in order
   */
  tokens(text) {
    const kept = this.#texts.get(text);
    if (kept) return kept;
    /** @type {Token[]} */
    const found = [];
    this.#texts.set(text, found);
    for (const match of text.matchAll(WORD)) {
      const end = match.index + match[0].length;
      found.push({ start: match.index, end, ...this.#read(match[0]) });
    }
    return found;
  }

  /**
   * @param {string} written
   * @returns {{ word: string, term: string, isStop: boolean }}
   */
  #read(written) {
    const before = this.#seen.get(written);
    if (before) return before;
    const word = folded(written);
    const made = { word, term: this.term(word), isStop: this.stops.has(word) };
    this.#seen.set(written, made);
    return made;
  }

  /**
   * @param {string} word folded
   * @returns {string} its term: the stem, or that of the verb or the base form
   */
  term(word) {
    const kept = this.#kept.get(word);
    if (kept !== undefined) return kept;
    const base = this.forms.get(word);
    const made = base !== undefined && base !== word ? this.term(base) : this.#derived(word);
    this.#kept.set(word, made);
    return made;
  }

  /** @param {string} word */
  #derived(word) {
    const own = stem(word);
    if (this.whole.has(word)) return own;
    return this.#verb(word, own) ?? this.#shorter(own);
  }

  /**
   * "gemeld" and "aangemeld" as the verb, where that occurs.
   * @param {string} word
   * @param {string} own
   */
  #verb(word, own) {
    const parts = PARTICIPLE.exec(word);
    if (parts === null || (parts[3] === "en" && this.knows(own))) return null;
    const [, prefix = "", middle = "", ending = ""] = parts;
    const candidates = ending === "en" ? [`${middle}en`] : [`${middle}${ending[0]}en`, `${middle}en`, `${middle}${ending[0]}`, middle];
    return candidates.map((candidate) => stem(prefix + candidate)).find((term) => term.length >= SHORTEST_PART && this.knows(term)) ?? null;
  }

  /**
   * "meldt", "melding" and "bedreigd" as the shorter stem, where that occurs.
   * @param {string} own
   * @returns {string}
   */
  #shorter(own) {
    for (const [ending, least] of /** @type {[string, number][]} */ ([["t", SHORTEST_PART], ["s", SHORTEST_PART], ["d", SHORTEST_STEM], ["ing", SHORTEST_STEM]])) {
      const rest = own.slice(0, -ending.length);
      if (own.endsWith(ending) && rest.length >= least && !this.stops.has(rest)) {
        const shorter = stem(rest);
        if (this.knows(shorter) && shorter !== own) return this.#shorter(shorter);
      }
    }
    return own;
  }

  /**
   * @param {string} word folded
   * @returns {string[]} the terms of the parts of a compound, or none
   */
  parts(word) {
    const kept = this.#split.get(word);
    if (kept !== undefined) return kept;
    const made = this.whole.has(word) ? [] : (this.#divided(word) ?? []).map((part) => this.term(part));
    this.#split.set(word, made);
    return made;
  }

  /**
   * @param {string} word
   * @returns {string[] | null}
   */
  #divided(word) {
    for (let place = word.length - SHORTEST_PART; place >= SHORTEST_PART; place -= 1) {
      const head = this.#head(word.slice(0, place));
      if (head === null) continue;
      const tail = word.slice(place);
      if (this.heads.has(tail) || this.tails.has(this.term(tail))) return [head, tail];
      const rest = this.#divided(tail);
      if (rest !== null) return [head, ...rest];
    }
    return null;
  }

  /**
   * @param {string} text
   * @returns {string | null} the part that it is, without what links it to the next
   */
  #head(text) {
    for (const link of LINKS) {
      const head = link ? text.slice(0, -link.length) : text;
      if (text.endsWith(link) && this.heads.has(head)) return head;
    }
    return null;
  }

  /**
   * @param {Token[]} tokens
   * @param {number} place
   * @returns {{ term: string, length: number } | null} the longest word of several words that begins there
   */
  phraseAt(tokens, place) {
    const first = tokens[place]?.term ?? "";
    for (const terms of this.phrases.get(first) ?? []) {
      if (terms.every((term, offset) => tokens[place + offset]?.term === term)) {
        return { term: terms.join(JOINT), length: terms.length };
      }
    }
    return null;
  }

  /**
   * @param {string} text
   * @returns {string[]} all terms under which a text is found
   */
  indexed(text) {
    const tokens = this.tokens(text);
    /** @type {string[]} */
    const found = [];
    tokens.forEach((token, place) => {
      const phrase = this.phraseAt(tokens, place);
      if (phrase) found.push(phrase.term);
      if (token.isStop) return;
      found.push(token.term, ...this.parts(token.word));
      const next = tokens[place + 1];
      if (next && next.start === token.end + 1 && text[token.end] === "-") found.push(this.term(token.word + next.word));
    });
    return found;
  }
}
