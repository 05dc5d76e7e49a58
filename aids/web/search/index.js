/**
 * Owns the form of the index: which fields it has, how it is made of places, kept as data and taken back. Made in the
 * build by Node, taken back in the page; both use the same rules for terms. Ranks nothing.
 */

/** @import { Kept, KeptPlace, Lexicon, Place } from "./types" */

import MiniSearch from "minisearch";

import { Terms, mayBeStrong } from "./terms.js";

export const FIELDS = ["title", "keys", "trail", "text"];
const WHERE = " › ";
const SHORTEST_WORD = 4;

/**
 * Words are made into terms before they come here: what is between spaces is one term.
 * @param {string} text
 */
const asTerms = (text) => text.split(" ");

/** What the index is made with and taken back with. */
const OPTIONS = {
  idField: "id",
  fields: FIELDS,
  storeFields: [],
  tokenize: asTerms,
  processTerm: /** @param {string} term */ (term) => term || null,
  autoVacuum: false,
};

/**
 * @param {Place} place
 * @returns {string[]} all that is indexed of a place
 */
const textsOf = (place) => [place.title, place.keys, place.where.join(" "), place.text];

/**
 * @param {readonly Place[]} places
 * @param {Lexicon} lexicon
 * @returns {Terms} the rules, knowing what occurs in the places
 */
export function termsOf(places, lexicon) {
  const bare = bareTerms(lexicon);
  const known = new Set(places.flatMap(textsOf).flatMap(bare));
  for (const term of rootsOf(lexicon, bare)) known.add(term);
  return new Terms(lexicon, (term) => known.has(term));
}

/**
 * @param {Lexicon} lexicon
 * @returns {(text: string) => string[]} the stems of a text, before anything is known of what occurs
 */
function bareTerms(lexicon) {
  const bare = new Terms({ ...lexicon, phrases: [], parts: [] }, () => false);
  // "gezinnen" keeps its "gezin" because that occurs by itself; "geslagen" has no "geslag" beside it and is a verb.
  return (text) => bare.tokens(text).filter(({ word }) => !mayBeStrong(word)).map(({ term }) => term);
}

/**
 * @param {Lexicon} lexicon
 * @param {(text: string) => string[]} bare
 * @returns {string[]} the stems of the words that people type: "stalkt" is "stalken" though no page says so
 */
function rootsOf({ synonyms, forms }, bare) {
  return [...synonyms.map(([typed]) => typed), ...forms.map(([base]) => base)].flatMap(bare);
}

/**
 * Make the index.
 * @param {readonly Place[]} places
 * @param {Lexicon} lexicon
 * @returns {{ kept: Kept, unused: string[] }} the index as data, and the words of the lexicon that mean nothing on the site
 */
export function makeIndex(places, lexicon) {
  const terms = termsOf(places, lexicon);
  const mini = new MiniSearch(OPTIONS);
  places.forEach((place, id) => {
    const [title, keys, trail, text] = textsOf(place).map((part) => terms.indexed(part).join(" "));
    mini.add({ id, title, keys, trail, text });
  });
  const wheres = [...new Set(places.map((place) => place.where.join(WHERE)))];
  const numbers = new Map(wheres.map((where, number) => [where, number]));
  const index = /** @type {Kept["index"]} */ (JSON.parse(JSON.stringify(mini)));
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

/**
 * Take the index back.
 * @param {Kept} data
 * @returns {Promise<{ mini: MiniSearch, terms: Terms, occurs: (term: string) => boolean }>} index, rules, and what occurs on the site
 */
export async function takeIndex(data) {
  const known = new Set(data.index.index.map(([term]) => term));
  const mini = await MiniSearch.loadJSAsync(/** @type {any} */ (data.index), OPTIONS);
  const roots = new Set([...known, ...rootsOf(data.lexicon, bareTerms(data.lexicon))]);
  return { mini, terms: new Terms(data.lexicon, (term) => roots.has(term)), occurs: (term) => known.has(term) };
}
