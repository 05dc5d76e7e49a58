/**
 * Owns what is shown of a text that was found: the piece with most of the words asked for, and which words to mark. Pure.
 * Used by `dialog.js`. Runs in the page.
 */

/** @import { Terms } from "./terms.js" */

/**
 * A piece of text; `isMarked` when it is what the reader asked for.
 * @typedef {{ text: string, isMarked: boolean }} Piece
 */

const LENGTH = 190;
const BEFORE = 50;
const MORE = "…";

/**
 * @param {string} text
 * @param {ReadonlySet<string>} wanted terms
 * @param {Terms} terms
 * @returns {[number, number, string][]} where the wanted words stand, with their terms
 */
function marks(text, wanted, terms) {
  const tokens = terms.tokens(text);
  const hasPhrases = [...wanted].some((term) => term.includes("_"));
  /** @type {[number, number, string][]} */
  const found = [];
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place];
    if (!token) continue;
    const phrase = hasPhrases ? terms.phraseAt(tokens, place) : null;
    const last = phrase && wanted.has(phrase.term) ? tokens[place + phrase.length - 1] : undefined;
    if (phrase && last) {
      found.push([token.start, last.end, phrase.term]);
      place += phrase.length - 1;
    } else if (!token.isStop && (wanted.has(token.term) || terms.parts(token.word).some((part) => wanted.has(part)))) {
      found.push([token.start, token.end, token.term]);
    }
  }
  return found;
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} wanted
 * @param {Terms} terms
 * @returns {Piece[]} the whole text with its marks
 */
export function marked(text, wanted, terms) {
  return pieces(text, 0, text.length, marks(text, wanted, terms));
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} wanted
 * @param {Terms} terms
 * @returns {Piece[]} about two lines, from shortly before the words asked for
 */
export function excerpt(text, wanted, terms) {
  const found = marks(text, wanted, terms);
  let start = 0;
  let most = 0;
  for (const [from] of found) {
    const kinds = new Set(found.filter(([other]) => other >= from && other < from + LENGTH - BEFORE).map(([, , term]) => term)).size;
    if (kinds > most) {
      most = kinds;
      start = beginning(text, from);
    }
  }
  const end = ending(text, start + LENGTH);
  const shown = pieces(text, start, end, found);
  if (start > 0) shown.unshift({ text: `${MORE} `, isMarked: false });
  if (end < text.length) shown.push({ text: ` ${MORE}`, isMarked: false });
  return shown;
}

/**
 * @param {string} text
 * @param {number} place
 * @returns {number} the beginning of the sentence, or of a word, shortly before a place
 */
function beginning(text, place) {
  if (place <= BEFORE) return 0;
  const before = text.slice(place - BEFORE, place);
  const sentence = before.lastIndexOf(". ");
  if (sentence >= 0) return place - BEFORE + sentence + 2;
  return place - BEFORE + before.indexOf(" ") + 1;
}

/**
 * @param {string} text
 * @param {number} place
 * @returns {number} the end of a word at or before a place
 */
function ending(text, place) {
  if (place >= text.length) return text.length;
  const space = text.lastIndexOf(" ", place);
  return space > 0 ? space : place;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {[number, number, string][]} found
 * @returns {Piece[]}
 */
function pieces(text, start, end, found) {
  /** @type {Piece[]} */
  const made = [];
  let place = start;
  for (const [from, to] of found) {
    if (from < place || to > end) continue;
    if (from > place) made.push({ text: text.slice(place, from), isMarked: false });
    made.push({ text: text.slice(from, to), isMarked: true });
    place = to;
  }
  if (place < end) made.push({ text: text.slice(place, end), isMarked: false });
  return made;
}
