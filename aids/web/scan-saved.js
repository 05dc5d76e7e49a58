/**
 * Owns the one document that is the whole state of a scan in the page: how it begins, each edit of it, and what is told
 * from it without Python. Edits change the document in place and leave nothing empty behind. Pure: no page, no storage.
 * Used by the other scan modules. Runs in the page.
 */

/** @import { Followup, Joint, LineAnswer, Note, NoteName, Saved } from "./types-scan" */

export const FORMAT = "veilig-in-de-wijk";
export const SCHEMA = 1;
export const LEFT_OUT = "nvt";
export const UNKNOWN = "onbekend";
const EQUAL = 1;

/** @typedef {{ tree: string, version: string, rules: string, words: Record<string, string> }} Edition of a scan */

/**
 * @param {Edition} edition
 * @returns {Saved} a scan in which nothing is filled in
 */
export function empty({ tree, version, rules, words }) {
  return {
    format: FORMAT,
    schema: SCHEMA,
    kind: "scan",
    tree,
    version,
    rules,
    saved: now(),
    by: { id: randomId(), role: "", organisation: "", recognisable: false },
    answers: {},
    notes: {},
    words: { ...words },
    weights: {},
    joint: {},
    followup: {},
    group: [],
  };
}

/**
 * Return a document that was read, with the parts that a file may leave out, as this edition of the scan.
 * @param {Partial<Saved>} read
 * @param {Edition} edition
 * @returns {Saved}
 */
export function complete(read, edition) {
  const fresh = empty(edition);
  return { ...fresh, ...read, ...edition, by: { ...fresh.by, ...read.by }, words: fresh.words };
}

/**
 * Return what was kept on this device, if it is a document of this scan.
 * @param {unknown} data
 * @param {Edition} edition
 * @returns {Saved | null}
 */
export function ownDocument(data, edition) {
  if (typeof data !== "object" || data === null) return null;
  const read = /** @type {Partial<Saved>} */ (data);
  const fits = read.format === FORMAT && read.kind === "scan" && read.tree === edition.tree;
  return fits && typeof read.answers === "object" ? complete(read, edition) : null;
}

/** @returns {string} this moment on this device, to the minute */
export function now() {
  const moment = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** @returns {string} 32 hexadecimal digits that tell this respondent from another, and nothing more */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {LineAnswer | undefined} answer
 * @returns {string} which of the choices it is; "" for none
 */
export function choiceOf(answer) {
  if (answer === undefined) return "";
  return typeof answer === "string" ? answer : answer.state;
}

/**
 * @param {LineAnswer | undefined} answer
 * @returns {string}
 */
export function reasonOf(answer) {
  return answer !== undefined && typeof answer !== "string" ? answer.reason : "";
}

/**
 * @param {LineAnswer | undefined} answer
 * @returns {boolean} whether it counts: left out counts only with a reason
 */
export function isAnswered(answer) {
  return choiceOf(answer) !== "" && (choiceOf(answer) !== LEFT_OUT || reasonOf(answer).trim() !== "");
}

/**
 * @param {Saved} saved
 * @param {string} line
 * @param {LineAnswer | undefined} answer
 */
export function setAnswer(saved, line, answer) {
  if (answer === undefined) delete saved.answers[line];
  else saved.answers[line] = answer;
}

/**
 * @param {Saved} saved
 * @param {string} line
 * @param {NoteName} name
 * @param {string} text
 */
export function setNote(saved, line, name, text) {
  /** @type {Note} */
  const note = { ...saved.notes[line] };
  if (text.trim() === "") delete note[name];
  else note[name] = text;
  if (Object.keys(note).length === 0) delete saved.notes[line];
  else saved.notes[line] = note;
}

/**
 * @param {Saved} saved
 * @param {string} criterion
 * @param {number} weight
 */
export function setWeight(saved, criterion, weight) {
  if (weight === EQUAL) delete saved.weights[criterion];
  else saved.weights[criterion] = weight;
}

/**
 * Note what the respondents agree on; nothing agreed leaves nothing.
 * @param {Saved} saved
 * @param {string} line
 * @param {Joint | null} joint
 */
export function setJoint(saved, line, joint) {
  if (joint === null) delete saved.joint[line];
  else saved.joint[line] = joint;
}

/**
 * @param {Saved} saved
 * @param {string} line
 * @param {Followup | null} followup
 */
export function setFollowup(saved, line, followup) {
  if (followup === null) delete saved.followup[line];
  else saved.followup[line] = followup;
}

/**
 * @param {Saved} saved
 * @returns {boolean} whether there is nothing in it that would be missed
 */
export function isEmpty(saved) {
  const { answers, notes, joint, followup, weights, group, by } = saved;
  const parts = [answers, notes, joint, followup, weights, group];
  return parts.every((part) => Object.keys(part).length === 0) && by.role === "" && by.organisation === "";
}

/**
 * @param {Saved} saved
 * @returns {Saved} one respondent's part of it, as it goes into a group
 */
export function alone(saved) {
  return { ...saved, group: [], joint: {}, followup: {}, weights: {} };
}

/**
 * Leave out the parts that are empty: a file says nothing that nobody said.
 * @param {Partial<Saved>} saved a member of a group may lack parts
 * @returns {object}
 */
export function slim(saved) {
  const { group = [], joint = {}, followup = {}, weights = {}, ...rest } = saved;
  const optional = Object.entries({ joint, followup, weights }).filter(([, part]) => Object.keys(part).length > 0);
  const several = group.length > 0 ? { group: group.map((member) => slim({ ...member, group: [] })) } : {};
  return { ...rest, ...Object.fromEntries(optional), ...several };
}
