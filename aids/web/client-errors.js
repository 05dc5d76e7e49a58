/** Owns what can go wrong with an aid's Python, as one kind of error. Used by the modules of the client. Runs in the page. */

/** @import { AidErrorCode } from "./types" */

/** Why an aid could not start or answer; `code` is for the program, `message` for who looks into it. */
export class AidError extends Error {
  /**
   * @param {AidErrorCode} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = "AidError";
    this.code = code;
  }
}
