/**
 * Owns the sentences that the widget makes itself; everything else it says stands in the page. Pure: no document, no state.
 * Used by the other widget modules. Runs in the page.
 */

/** @import { AidErrorCode, Bounds, DutyStanding, View } from "./types" */

export const LOADING = "De hulp wordt klaargezet. U kunt de eerste vraag al beantwoorden.";
export const WAITING = "Uw antwoord staat. De volgende vraag komt zodra de hulp klaar is.";
export const NOT_NEEDED = "Niet meer nodig: een antwoord verandert het advies niet meer.";
export const DROPPED = "Deze vragen gelden niet bij uw andere antwoorden. Uw antwoord blijft bewaard zolang dit blad open is.";
export const EMPTY = "Leeg gelaten";

/** @type {Record<DutyStanding, string>} */
export const DUTY = { open: "Nog open", done: "Gedaan", later: "Later", not_done: "Niet" };

/** @type {Record<AidErrorCode, string>} */
const FAILURES = {
  fetch: "De hulp kon niet worden opgehaald.",
  wasm: "Deze browser kan het rekenende deel van de hulp niet uitvoeren.",
  timeout: "De hulp was niet op tijd klaar.",
  boot: "De hulp kon niet starten.",
  worker: "De hulp is gestopt.",
};

/**
 * @param {unknown} error
 * @returns {string} what failed and what still works, in one sentence each
 */
export function failure(error) {
  return `${causeOf(error)} Alle vragen, de weging en het advies staan hieronder: lees en vul ze in zoals op papier.`;
}

/**
 * @param {unknown} error
 * @returns {string} what failed
 */
export function causeOf(error) {
  const code = /** @type {{ code?: AidErrorCode }} */ (error ?? {}).code;
  return (code && FAILURES[code]) || FAILURES.boot;
}

/**
 * @param {string} iso
 * @returns {string} a date in words, "3 december 2026"
 */
export function longDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  if (!year || !month || !day) return iso;
  const date = new Date(year, month - 1, day);
  return date.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
}

/** @returns {string} today on this device, as an ISO date */
export function today() {
  const now = new Date();
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${parts.join("-")}`;
}

/**
 * @param {View} view
 * @returns {string} how much is still to come
 */
export function remaining(view) {
  if (view.next === null) return "Alle nodige vragen zijn beantwoord.";
  const parts = [counted(view.remaining.decide, "vraag", "vragen"), counted(view.remaining.duty, "plicht", "plichten")];
  const words = parts.filter((part) => part !== "");
  return words.length ? `Nog ${words.join(", ")}.` : "Nog alleen gegevens voor het dossier.";
}

/**
 * @param {Bounds} bounds
 * @param {string} one
 * @param {string} more
 * @returns {string}
 */
function counted({ min, max }, one, more) {
  if (max === 0) return "";
  if (min === max) return `${max} ${max === 1 ? one : more}`;
  return min === 0 ? `hoogstens ${max} ${max === 1 ? one : more}` : `${min} tot ${max} ${more}`;
}

/**
 * @param {string} kind of a question
 * @param {string | null} unknown the label of its "weet ik nog niet", if it has one
 * @returns {string} what to do when nothing was chosen
 */
export function missing(kind, unknown) {
  const what = { any: "Kruis ten minste één antwoord aan.", date: "Kies een datum.", number: "Vul een getal in." }[kind];
  return `${what ?? "Kies een antwoord."}${unknown ? ` Weet u het niet, kies dan ‘${unknown}’.` : ""}`;
}

/**
 * @param {DutyStanding} state
 * @returns {string} what a duty still lacks
 */
export function unfinished(state) {
  return state === "later"
    ? "Kies de datum waarop u dit doet, of kies ‘Nog open’."
    : "Kies de reden waarom dit niet gebeurt, of kies ‘Nog open’.";
}

/**
 * @param {string} id of a question that is not in view
 * @param {View | null} view
 * @returns {string} how it stands
 */
export function standing(id, view) {
  if (view?.dropped.includes(id)) return "dropped";
  if (view?.answered.includes(id)) return "answered";
  return view?.skipped.includes(id) ? "skipped" : "open";
}
