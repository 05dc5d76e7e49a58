/**
 * Owns what a page with an aid may reach: from its first moment the aid's own files alone, and nothing once these are in.
 * A policy can only be added to; it holds for the page at once and for workers made afterwards. Used by `client.js`;
 * touches of the document only the policy's `<meta>`. Runs in the page.
 */

const NOTHING = "'none'";
/** A policy can name no other numbered address. */
const NUMBERED = /^(?:[\d.]+|\[.*\])$/;
/** What an address may hold as it is, and a policy may not. */
const SEPARATORS = /[;,]/g;
const OWN_MACHINE = "127.0.0.1";

/**
 * Refuse every connection but to these files.
 * @param {readonly URL[]} files
 * @returns {boolean} false when this host cannot be named in a policy: then nothing is refused
 */
export function limit(files) {
  if (files.some(({ hostname }) => hostname !== OWN_MACHINE && NUMBERED.test(hostname))) return false;
  add(files.map(({ href }) => href.replace(SEPARATORS, encodeURIComponent)).join(" "), "aidLimit");
  return true;
}

/** Refuse every connection. */
export function seal() {
  add(NOTHING, "aidSeal");
}

/**
 * Add this to the page's policy, once.
 * @param {string} sources
 * @param {"aidLimit" | "aidSeal"} name
 */
function add(sources, name) {
  const content = `connect-src ${sources}`;
  const metas = [...document.head.querySelectorAll("meta")];
  if (metas.some((meta) => meta.dataset[name] !== undefined && meta.content === content)) return;
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = content;
  meta.dataset[name] = "";
  document.head.append(meta);
}
