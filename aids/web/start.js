/**
 * Owns the early start: the script that a page with an aid runs while the rest of the page is still being read. It begins
 * what takes longest, Python, and hands its client to whoever takes over the page later. It is published by itself, with
 * all of `client.js` in it, so that what comes later has the same client and not a second one. Runs in the page.
 */

/** @import { AidClientOptions } from "./types" */

import { AidClient, AidError } from "./client.js";

export { AidClient, AidError };

/** How a scan starts otherwise than a flow: with an engine of its own, and five hundred files at once may take time. */
export const SCAN = { engine: "engine-scan.zip", answerMs: 60_000 };
const EARLY = "script[data-aid-start]";

/** @type {Map<string, AidClient>} */
const begun = new Map();

/**
 * Return the client of an aid: the one that began already, or else a new one.
 * @param {AidClientOptions} options
 * @returns {AidClient} that may have been started; starting it again waits for the same
 */
export function clientOf(options) {
  return begun.get(options.tree) ?? new AidClient(options);
}

/** Begin the aid that the page's own first script names. Who takes over hears of a failure by starting again. */
function begin() {
  const script = document.querySelector(EARLY);
  if (!(script instanceof HTMLScriptElement)) return;
  const tree = script.dataset["aidStart"] ?? "";
  const kind = "aidScan" in script.dataset ? SCAN : {};
  const client = new AidClient({ assets: new URL("./", script.src), tree, ...kind });
  begun.set(tree, client);
  client.start().catch(() => {});
}

begin();
