/**
 * Owns which words look most like a mistyped one. Pure. Used by `query.js`. Runs in the page and in Node.
 */

const LONG = 8;
const FIRST_LETTER = 97;
const LETTERS = 26;

/** @type {Map<string, number>} */
const seenLetters = new Map();

/**
 * @param {string} word
 * @returns {number} which letters it has, a bit each: words that differ in many letters need not be compared
 */
function lettersOf(word) {
  let bits = 0;
  for (let place = 0; place < word.length; place += 1) {
    const letter = word.charCodeAt(place) - FIRST_LETTER;
    if (letter >= 0 && letter < LETTERS) bits |= 1 << letter;
  }
  return bits;
}

/**
 * @param {number} bits
 * @returns {number} how many are set
 */
function countOf(bits) {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** @param {string} word of the site */
function keptLetters(word) {
  let bits = seenLetters.get(word);
  if (bits === undefined) {
    bits = lettersOf(word);
    seenLetters.set(word, bits);
  }
  return bits;
}

/**
 * @param {string} word folded
 * @param {readonly string[]} words
 * @param {number} count
 * @param {number} [most] slips: one in a short word, two in a long one
 * @returns {string[]} the words nearest to it, best first
 */
export function nearestWords(word, words, count, most = word.length >= LONG ? 2 : 1) {
  /** @type {[string, number][]} */
  const found = [];
  const letters = lettersOf(word);
  for (const other of words) {
    if (Math.abs(other.length - word.length) > most || countOf(letters ^ keptLetters(other)) > 2 * most) continue;
    const slips = slipsBetween(word, other, most);
    if (slips <= most) found.push([other, slips + (other[0] === word[0] ? 0 : 0.5)]);
  }
  found.sort((one, other) => one[1] - other[1]);
  const best = found[0]?.[1] ?? 0;
  return found.filter(([, slips]) => slips <= best + 0.5).slice(0, count).map(([other]) => other);
}

/**
 * Letters to add, drop, change or swap with the next.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number} how many, or more than `most`
 */
export function slipsBetween(one, other, most) {
  let before = /** @type {number[]} */ ([]);
  let above = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let slips = Math.min(at(above, column) + 1, at(line, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        slips = Math.min(slips, at(before, column - 2) + 1);
      }
      line.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    before = above;
    above = line;
  }
  return at(above, other.length);
}

/** @param {number[]} line @param {number} place */
const at = (line, place) => line[place] ?? Infinity;
