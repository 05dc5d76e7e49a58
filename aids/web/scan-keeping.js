/**
 * Owns what the page says and asks about keeping the scan: on this device after a yes, offered again on a later visit,
 * wiped with one press; and that a tab with something unsaved does not close by itself. Used by `scan.js`. Runs in the
 * page.
 */

/** @import { Saved } from "./types-scan" */
/** @import { Edition } from "./scan-saved.js" */

import { part, parts, say } from "./widget-dom.js";
import { Keep } from "./scan-keep.js";
import { isAnswered, isEmpty, now, ownDocument } from "./scan-saved.js";
import { NO_ROOM, keptFound, keptSince } from "./scan-words.js";

const WRITE_DELAY = 300;
const OFF = "alleen in dit venster";
const ON = "op dit apparaat";

/** Keeping, as the reader sees it. */
export class ScanKeeping {
  /** Whether something would be lost with this tab. */
  isDirty = false;
  #pending = 0;

  /**
   * @param {HTMLElement} root
   * @param {Edition} edition
   * @param {() => Saved} current
   */
  constructor(root, edition, current) {
    this.edition = edition;
    this.current = current;
    this.keep = new Keep(edition.tree);
    this.offer = part(root, "[data-scan-kept-offer]");
    this.offerSays = part(root, "[data-scan-kept-says]");
    this.state = part(root, "[data-scan-keep-state]");
    this.says = part(root, "[data-scan-keep-says]");
    this.how = part(root, "[data-scan-keep-how]");
    this.yes = part(root, "[data-aid-action=keep]");
    this.wipes = parts(root, "[data-aid-action=forget]");
    addEventListener("beforeunload", (event) => {
      this.flush();
      if (this.isDirty) event.preventDefault();
    });
    addEventListener("pagehide", () => this.flush());
    this.look();
  }

  /** Say what is kept, and offer what was found. */
  look() {
    const found = this.keep.found();
    const { isOn } = this.keep;
    const saved = found && ownDocument(found.saved, this.edition);
    this.offer.hidden = isOn || !saved;
    if (found && saved) {
      const done = Object.values(saved.answers).filter(isAnswered).length;
      say(this.offerSays, keptFound(found.since, saved.saved, done, Object.keys(this.edition.words).length));
    }
    say(this.state, isOn ? ON : OFF);
    say(this.says, isOn ? keptSince(this.keep.since) : "");
    this.how.hidden = isOn;
    this.yes.hidden = isOn || found !== null;
    for (const button of this.wipes) button.hidden = found === null;
  }

  /** @returns {Saved | null} what was kept */
  found() {
    return ownDocument(this.keep.found()?.saved, this.edition);
  }

  /** Go on keeping, since when it was. */
  goOn() {
    this.keep.begin(this.keep.found()?.since ?? now());
    this.#write();
    this.look();
  }

  /** Keep from now on: the reader said yes. */
  begin() {
    this.keep.begin(now());
    this.#write();
    if (this.isDirty) this.keep.isOn = false;
    this.look();
    if (this.isDirty) say(this.says, NO_ROOM);
  }

  /** Remove what is kept. What is on screen stays. */
  wipe() {
    clearTimeout(this.#pending);
    this.#pending = 0;
    if (this.keep.isOn) this.isDirty = !isEmpty(this.current());
    this.keep.wipe();
    this.look();
  }

  /** Something was filled in. */
  touch() {
    this.isDirty = true;
    if (!this.keep.isOn) return;
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => this.#write(), WRITE_DELAY);
  }

  /** Write what still waits. */
  flush() {
    if (this.#pending !== 0) this.#write();
  }

  #write() {
    clearTimeout(this.#pending);
    this.#pending = 0;
    this.current().saved = now();
    this.isDirty = !this.keep.write(this.current());
    if (this.isDirty) say(this.says, NO_ROOM);
  }
}
