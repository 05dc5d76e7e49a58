/**
 * Owns the way into the search: its buttons, the key `/`, and when its parts are fetched. Loaded by every page and kept
 * small; the rest comes when a reader reaches for it, and on the page of an aid before that page is sealed (`widget.js`
 * asks for it). Without this script the buttons stay hidden and the page "Ik zoek iets op" is there. Runs in the page.
 */

/** @typedef {typeof import("./dialog.js")} SearchDialog */

const FOLDER = "./search/";
/** All at once, so that nothing is asked for later; `dialog.js` first. */
const MODULES = [
  "dialog.js", "excerpt.js", "query.js", "index.js", "terms.js", "nearest.js", "minisearch.js", "stemmer.js", "data.js",
];
const KEY = "/";
const SWITCH = "vw-search-key";
const OFF = "off";
const FAILED = "Zoeken lukt nu niet. Bekijk alle pagina’s, of probeer het straks opnieuw.";

/** @type {Promise<SearchDialog> | null} */
let loading = null;

/**
 * Fetch the parts of the search, once; after a failure it may be asked again.
 * @returns {Promise<SearchDialog>}
 */
export function load() {
  loading ??= Promise.all(MODULES.map((name) => import(new URL(FOLDER + name, import.meta.url).href))).then(
    ([dialog]) => dialog,
    (error) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** @returns {boolean} whether `/` opens the search; this tab remembers only that it does not */
function keyOpens() {
  try {
    return sessionStorage.getItem(SWITCH) !== OFF;
  } catch {
    return true;
  }
}

/** @param {boolean} opens */
function letKeyOpen(opens) {
  try {
    if (opens) sessionStorage.removeItem(SWITCH);
    else sessionStorage.setItem(SWITCH, OFF);
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

/** @param {HTMLDialogElement} dialog */
async function open(dialog) {
  if (dialog.open) return;
  dialog.showModal();
  try {
    const search = await load();
    await search.start(dialog, new URL("../", import.meta.url));
  } catch (error) {
    console.warn("Het zoeken is niet gestart:", error);
    const status = dialog.querySelector("[data-vw-search-status]");
    if (status) status.textContent = FAILED;
  }
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether it is the key alone, not a letter of what is being written
 */
function isKey(event) {
  const { target } = event;
  const isWriting = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  return event.key === KEY && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
}

function begin() {
  const dialog = document.querySelector("dialog[data-vw-search-dialog]");
  if (!(dialog instanceof HTMLDialogElement) || typeof dialog.showModal !== "function") return;
  const warm = () => void load().catch(() => {});
  for (const button of document.querySelectorAll("button[data-vw-search]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => void open(dialog));
    button.addEventListener("pointerenter", warm);
    button.addEventListener("focus", warm);
  }
  const key = dialog.querySelector("input[data-vw-search-key]");
  if (key instanceof HTMLInputElement) {
    key.checked = keyOpens();
    key.addEventListener("change", () => letKeyOpen(key.checked));
  }
  dialog.querySelector("[data-vw-search-close]")?.addEventListener("click", () => dialog.close());
  document.addEventListener("keydown", (event) => {
    if (!isKey(event) || !keyOpens()) return;
    event.preventDefault();
    void open(dialog);
  });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
