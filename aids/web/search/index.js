/**
 * Owns the form of the index: which fields it has, how it is kept as data and taken back in the page. Made in the build
 * (`make.js`); both use the same rules for terms. Ranks nothing.
 */

/** @import { Kept, Lexicon } from "./types" */

import MiniSearch from "minisearch";

import { Terms, mayBeStrong } from "./terms.js";

export const FIELDS = ["title", "keys", "trail", "text"];

/**
 * Words are made into terms before they come here: what is between spaces is one term.
 * @param {string} text
 */
const asTerms = (text) => text.split(" ");

/** What the index is made with and taken back with. */
export const OPTIONS = {
  idField: "id",
  fields: FIELDS,
  storeFields: [],
  tokenize: asTerms,
  processTerm: /** @param {string} term */ (term) => term || null,
  autoVacuum: false,
};

/**
 * @param {Lexicon} lexicon
 * @returns {(text: string) => string[]} the stems of a text, before anything is known of what occurs
 */
export function bareTerms(lexicon) {
  const bare = new Terms({ ...lexicon, phrases: [], parts: [] }, () => false);
  // "gezinnen" keeps its "gezin" because that occurs by itself; "geslagen" has no "geslag" beside it and is a verb.
  return (text) => bare.tokens(text).filter(({ word }) => !mayBeStrong(word)).map(({ term }) => term);
}

/**
 * @param {Lexicon} lexicon
 * @param {(text: string) => string[]} bare
 * @returns {string[]} the stems of the words that people type: "stalkt" is "stalken" though no page says so
 */
export function rootsOf({ synonyms, forms }, bare) {
  return [...synonyms.map(([typed]) => typed), ...forms.map(([base]) => base)].flatMap(bare);
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
