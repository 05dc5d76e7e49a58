/**
 * Owns a scan in the page: one document that is its whole state, and the views that show and edit it. All texts stand in
 * the page (made at build time); `scan-engine.js` asks Python, which makes results, files and pictures. Filling in, keys,
 * keeping and a plain file work without Python. Nothing goes into the address or a log. Runs in the page.
 */

/** @import { Saved, Work } from "./types-scan" */

import { ScanBy } from "./scan-by.js";
import { ScanCompare } from "./scan-compare.js";
import { ScanEngine } from "./scan-engine.js";
import { FileDrop } from "./scan-files.js";
import { ScanGroup } from "./scan-group.js";
import { ScanKeeping } from "./scan-keeping.js";
import { ScanPanels } from "./scan-panels.js";
import { alone, complete, empty, isEmpty, setWeight } from "./scan-saved.js";
import { ScanSheet } from "./scan-sheet.js";
import { ScanTaken } from "./scan-taken.js";
import { FILL_IN, ScanViews } from "./scan-views.js";
import { FAILED_HERE, ONE_FILE, opened } from "./scan-words.js";
import { actionButton, make, part, parts, say } from "./widget-dom.js";
import { bringSearch } from "./widget-search.js";
import { causeOf, today } from "./widget-words.js";

const NEUTRAL_PAGE = "about:blank";
/** The panels that say what was agreed on. */
const AGREED = ["together", "joint"];
/** Long enough that a key held down asks once. */
const ASK_DELAY = 120;

/** One scan. */
class ScanPage {
  /** What waits to be asked: nothing, what is agreed on, or all that is in sight. @type {"" | "agreed" | "all"} */
  #next = "";
  #busy = false;
  #seq = 0;
  #pending = 0;
  /** @type {(() => void) | null} */
  #waiting = null;

  /** @param {HTMLElement} root carries `data-aid` */
  constructor(root) {
    this.root = root;
    const { aid = "", scanVersion = "", scanRules = "", aidAssets = "" } = root.dataset;
    const words = Object.fromEntries(parts(root, "[data-question]").map(({ dataset }) => [dataset["question"], dataset["scanWords"]]));
    this.edition = { tree: aid, version: scanVersion, rules: scanRules, words: /** @type {Record<string, string>} */ (words) };
    /** @type {Saved} */
    this.saved = empty(this.edition);
    const current = () => this.saved;
    const edited = () => this.#edited();
    this.engine = new ScanEngine(new URL(aidAssets, document.baseURI), aid);
    this.panels = new ScanPanels(root);
    this.sheet = new ScanSheet(root, current, edited);
    this.by = new ScanBy(root, current, edited);
    this.keeping = new ScanKeeping(root, this.edition, current);
    this.weights = /** @type {HTMLSelectElement[]} */ (parts(root, "[data-scan-weight]"));
    this.replacing = part(root, "[data-scan-replacing]");
    this.wiping = part(root, "[data-scan-wiping]");
    this.failed = part(root, "[data-scan-failed]");
    this.noRole = part(root, "[data-scan-no-role]");
    this.live = part(root, "[data-aid-live]");
    this.own = new FileDrop(part(root, "[data-scan-drop=own]"), this.engine, (files) => this.#openFile(files));
    const around = { engine: this.engine, panels: this.panels, edition: this.edition, current, titleOf: (/** @type {string} */ id) => this.#titleOf(id) };
    this.group = new ScanGroup(root, { ...around, onGroup: edited, onJoint: () => this.#agreed() });
    this.compare = new ScanCompare(root, { ...around, onEarlier: () => void this.#refresh(), onFollowup: () => this.keeping.touch() });
    this.taken = new ScanTaken(root, {
      ...around,
      work: () => ({ saved: this.saved, earlier: this.compare.earlier }),
      isReady: () => root.dataset["aidState"] === "ready",
      onSaved: () => { this.keeping.isDirty = false; },
    });
    this.views = new ScanViews(root, () => this.#turn());
    for (const select of this.weights) select.addEventListener("input", () => this.#weigh(select));
    root.addEventListener("click", (event) => this.#onClick(event));
    // A file that lands beside its place would take the page away.
    for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
    addEventListener("pageshow", (event) => event.persisted && this.#write());
  }

  /** Take over the page and start Python. */
  async start() {
    this.#takeOver();
    await this.#run();
  }

  async #run() {
    this.failed.hidden = true;
    this.#setState("loading");
    try {
      await this.engine.start();
      await bringSearch();
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#setState("ready");
    await this.#refresh();
  }

  /** What was filled in before the script ran counts; what a browser put back by itself does not. */
  #takeOver() {
    const [visit] = performance.getEntriesByType("navigation");
    if (visit instanceof PerformanceNavigationTiming && visit.type !== "navigate") this.#write();
    this.by.readAll();
    this.sheet.readAll();
    if (!isEmpty(this.saved)) this.keeping.touch();
    const limit = this.root.dataset["aidReviewBy"];
    part(this.root, "[data-aid-overdue]").hidden = !limit || today() <= limit;
  }

  /** @param {"loading" | "ready" | "failed"} state */
  #setState(state) {
    this.root.dataset["aidState"] = state;
  }

  /** @param {unknown} error */
  #fail(error) {
    console.warn("Het rekendeel van de scan is niet gestart:", error);
    this.#setState("failed");
    this.failed.replaceChildren(make("p", {}, `${causeOf(error)} ${FAILED_HERE}`), actionButton("retry", "Probeer opnieuw", "aid-button-main"));
    this.failed.hidden = false;
  }

  /** Put the whole document on screen. */
  #write() {
    this.sheet.write();
    this.by.write();
    for (const select of this.weights) select.value = String(this.saved.weights[select.dataset["scanWeight"] ?? ""] ?? 1);
    this.group.show();
  }

  /** Another view came in sight. */
  #turn() {
    const { by, answers } = this.saved;
    this.noRole.hidden = by.role !== "" || Object.keys(answers).length === 0;
    void this.#refresh();
  }

  /** Something in the document changed. */
  #edited() {
    this.keeping.touch();
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => void this.#refresh(), ASK_DELAY);
  }

  /** @param {HTMLSelectElement} select */
  #weigh(select) {
    setWeight(this.saved, select.dataset["scanWeight"] ?? "", Number(select.value));
    this.#edited();
  }

  /** The agenda holds the forms in which this was said: it stays as it is. */
  #agreed() {
    this.keeping.touch();
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => void this.#refresh("agreed"), ASK_DELAY);
  }

  /**
   * Ask for what is in sight, of the document as it is; one question at a time, the newest last.
   * @param {"agreed" | "all"} what
   */
  async #refresh(what = "all") {
    clearTimeout(this.#pending);
    if (this.#next !== "all") this.#next = what;
    if (this.#busy || this.root.dataset["aidState"] !== "ready") return;
    this.#busy = true;
    try {
      while (this.#next) {
        const names = this.#next === "agreed" ? AGREED : this.#names();
        this.#next = "";
        await this.#ask(names);
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#busy = false;
    }
  }

  /** @param {string[]} names */
  async #ask(names) {
    const view = this.views.current;
    if (names.length === 0) await this.engine.consult(this.saved);
    else {
      const { panels } = await this.engine.panels(this.#work(view), names);
      if (view === this.views.current) this.#show(panels);
    }
    this.#seq += 1;
    this.root.dataset["aidSeq"] = String(this.#seq);
  }

  /** @param {Record<string, import("./types-scan").NodeData[]>} panels */
  #show(panels) {
    this.panels.show(panels);
    if (panels["agenda"]) this.group.attach();
    if (panels["compare"]) this.compare.attach();
  }

  /** @returns {string[]} the panels in sight */
  #names() {
    switch (this.views.current) {
      case "uitkomst": return ["result", "actions"];
      case "samen": return this.group.names;
      case "vergelijken": return this.compare.names;
      case "meenemen": return ["personal", "invitation"];
      default: return [];
    }
  }

  /**
   * @param {string} view
   * @returns {Work} what its panels are made of
   */
  #work(view) {
    const whole = view === "samen" || view === "vergelijken" || view === "meenemen";
    const saved = whole ? this.saved : { ...alone(this.saved), weights: this.saved.weights };
    return { saved, earlier: view === "vergelijken" ? this.compare.earlier : null };
  }

  /**
   * @param {string} id
   * @returns {string}
   */
  #titleOf(id) {
    const { scanNumber = "", scanShort = "" } = this.sheet.byId.get(id)?.fieldset.dataset ?? {};
    return `Vraag ${scanNumber}: ${scanShort}`;
  }

  /** @param {File[]} files */
  async #openFile(files) {
    if (files.length !== 1) {
      this.own.tell([], [ONE_FILE]);
      return;
    }
    const [read] = await this.own.read(files);
    const { saved } = read ?? {};
    this.own.tell([], read?.faults ?? []);
    if (!read || !saved) return;
    this.#replace(() => {
      this.#open(this.sheet.fitted(complete(saved, this.edition)));
      this.own.tell([opened(read.name)], read.faults, read.changed);
      this.keeping.isDirty = false;
      if (this.keeping.keep.isOn) this.keeping.touch();
    });
  }

  /** Open what is kept on this device, and go on keeping it. */
  #continue() {
    const kept = this.keeping.keep.found()?.saved;
    const saved = this.keeping.found();
    if (!saved) return;
    this.#replace(() => {
      this.#open(this.sheet.fitted(saved));
      this.keeping.goOn();
      this.sheet.lines[0]?.focus();
      void this.#tellChanges(kept);
    });
  }

  /**
   * Say what is different from the scan that was kept, when that was of another version.
   * @param {unknown} kept
   */
  async #tellChanges(kept) {
    const { version } = /** @type {Saved} */ (kept);
    if (version === this.edition.version) return;
    const [read] = await this.own.read([new File([JSON.stringify(kept)], "Bewaard op dit apparaat", { type: "application/json" })]);
    this.own.tell([], read?.faults ?? [], read?.changed);
    this.own.reveal();
  }

  /**
   * Do what replaces the document, after asking when something unsaved would go with it.
   * @param {() => void} act
   */
  #replace(act) {
    if (!this.keeping.isDirty && (!this.keeping.keep.isOn || isEmpty(this.saved))) {
      act();
      return;
    }
    this.#waiting = act;
    this.replacing.hidden = false;
    part(this.replacing, "[data-aid-action=stay]").focus();
  }

  /** @param {boolean} yes */
  #decide(yes) {
    this.replacing.hidden = true;
    const act = this.#waiting;
    this.#waiting = null;
    if (yes) act?.();
    this.views.open(FILL_IN);
  }

  /** @param {Saved} saved */
  #open(saved) {
    this.saved = saved;
    this.#write();
    void this.#refresh();
  }

  /** @param {Event} event */
  #onClick(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-aid-action]") : null;
    switch (button?.getAttribute("data-aid-action")) {
      case "continue": return this.#continue();
      case "keep": return this.keeping.begin();
      case "forget": return this.#forgetKept();
      case "replace": return this.#decide(true);
      case "stay": return this.#decide(false);
      case "join": return this.group.join();
      case "clear": return this.group.clear();
      case "uncompare": return this.compare.clear();
      case "print": return this.taken.print();
      case "copy": return this.taken.copy();
      case "copy-invitation": return this.taken.copyInvitation();
      case "restart": return this.#askWipe(true);
      case "unwipe": return this.#askWipe(false);
      case "wipe": return this.#wipe();
      case "retry": return void this.#run();
      case "leave": return this.#leave(event);
      default: return undefined;
    }
  }

  #forgetKept() {
    this.keeping.wipe();
    say(this.live, "Van dit apparaat gewist.");
    part(this.root, "[data-scan-keep] summary").focus();
  }

  /** @param {boolean} asking */
  #askWipe(asking) {
    this.wiping.hidden = !asking;
    part(this.root, asking ? "[data-aid-action=unwipe]" : "[data-aid-action=restart]").focus();
  }

  #wipe() {
    this.keeping.wipe();
    this.#forget();
    this.wiping.hidden = true;
    this.views.open(FILL_IN);
  }

  /** Let go of all that the page holds. */
  #forget() {
    clearTimeout(this.#pending);
    this.saved = empty(this.edition);
    this.compare.clear();
    this.group.reset();
    this.own.tell([], []);
    for (const name of this.panels.places.keys()) this.panels.clear(name);
    this.#write();
    clearTimeout(this.#pending);
    this.keeping.isDirty = false;
  }

  /** Wipe first, then go: what was filled in is gone before the browser can keep this page. @param {Event} event */
  #leave(event) {
    event.preventDefault();
    this.keeping.flush();
    this.keeping.keep.isOn = false;
    this.engine.dispose();
    this.#setState("failed");
    this.#forget();
    location.replace(NEUTRAL_PAGE);
  }
}

for (const root of parts(document, "[data-aid]")) {
  // Without assets the page was made to be read as it is: there is nothing to start.
  if (root.dataset["aidAssets"]) void new ScanPage(root).start();
}
