/**
 * Owns the sentences with a number or a moment in them that the scan says; all others stand in the page. Pure. Used by the
 * other scan modules. Runs in the page.
 */

import { AidError } from "./start.js";
import { longDate } from "./widget-words.js";

export const TOO_LARGE = "is te groot: een bestand van deze scan is ten hoogste 5 MB.";
export const UNREADABLE = "dit bestand kon niet worden gelezen. Kies het opnieuw, of vraag het opnieuw op.";
export const ONE_FILE = "Kies hier één bestand. Bestanden van meer mensen samen geeft u bij ‘Samen’.";
export const NOT_READY = "Dit kan pas als het rekendeel klaar is. Probeer het zo opnieuw.";
export const NO_ENGINE = "Dit kan nu niet: het rekendeel is er niet. Probeer het opnieuw met de knop bovenaan.";
export const BROKEN = "Dit is niet gelukt. Uw antwoorden staan er nog. Probeer het opnieuw.";
export const NO_ROOM = "Deze browser nam het niet aan, of er is geen ruimte. Neem de scan mee als bestand.";
export const COPIED = "De tekst is gekopieerd. Plak hem waar u wilt.";
export const NOT_COPIED = "Kopiëren mocht niet van deze browser. De tekst staat hieronder klaar.";
export const FAILED_HERE = "Invullen kan gewoon. Uitkomst, samenvoegen en vergelijken kunnen nu niet. Meenemen kan als gegevens (.json).";

/**
 * @param {unknown} error
 * @returns {string} what Python refused, in its own sentence, or that it is not there; "" for what needs another sentence
 */
export function explained(error) {
  if (!(error instanceof AidError)) return "";
  if (error.code !== "worker") return NO_ENGINE;
  return /^[a-z-]+: (?<said>[^\n]+)$/.exec(error.message)?.groups?.["said"] ?? "";
}

/**
 * @param {string} moment as in a document: local time to the minute
 * @returns {string} "3 december 2026, 10.33 uur"
 */
export function momentInWords(moment) {
  const [day = "", time = ""] = moment.split("T");
  return time ? `${longDate(day)}, ${time.replace(":", ".")} uur` : longDate(day);
}

/**
 * @param {string} since
 * @returns {string}
 */
export function keptSince(since) {
  return `Elke wijziging wordt bewaard in deze browser op dit apparaat, sinds ${momentInWords(since)}. Wissen kan met één knop.`;
}

/**
 * @param {string} since
 * @param {string} saved
 * @param {number} done
 * @param {number} total
 * @returns {string}
 */
export function keptFound(since, saved, done, total) {
  return `In deze browser op dit apparaat staat een scan: ${done} van ${total} vragen beantwoord, laatst gewijzigd op ${momentInWords(saved)}, bewaard sinds ${momentInWords(since)}.`;
}

/**
 * @param {number} done
 * @param {number} total
 * @returns {string}
 */
export function reading(done, total) {
  return `Bestand ${done} van ${total} wordt gelezen.`;
}

/**
 * @param {string} name
 * @returns {string}
 */
export function opened(name) {
  return `${name} staat open. U kunt verder.`;
}

/**
 * @param {number} count
 * @returns {string}
 */
export function scansTogether(count) {
  return count === 1 ? "1 scan samengevoegd" : `${count} scans samengevoegd`;
}

/**
 * @param {string} name
 * @returns {string}
 */
export function taken(name) {
  return `${name} is gemaakt. U vindt het bij uw downloads.`;
}
