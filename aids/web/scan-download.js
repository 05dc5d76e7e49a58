/**
 * Owns how what was made leaves the page: as a download, or as text to paste. No network: a download is a blob of this
 * page, forgotten once the browser has it. Used by the modules of the scan. Runs in the page.
 */

import { make } from "./widget-dom.js";

const TAKEN_AFTER = 10_000;

/**
 * Offer bytes as a file.
 * @param {string} name
 * @param {string} media
 * @param {BlobPart} content
 */
export function download(name, media, content) {
  const address = URL.createObjectURL(new Blob([content], { type: media }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_AFTER);
}

/**
 * @param {string} base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  return bytes;
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {string}
 */
export function base64Of(buffer) {
  const bytes = new Uint8Array(buffer);
  const size = 0x8000;
  const pieces = [];
  for (let place = 0; place < bytes.length; place += size) {
    pieces.push(String.fromCharCode(...bytes.subarray(place, place + size)));
  }
  return btoa(pieces.join(""));
}

/**
 * Put a text on the clipboard; where the browser refuses, show it selected in `fallback`.
 * @param {string} text
 * @param {HTMLElement} fallback holds a textarea
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copy(text, fallback) {
  try {
    await navigator.clipboard.writeText(text);
    fallback.hidden = true;
    return true;
  } catch {
    const area = fallback.querySelector("textarea");
    fallback.hidden = false;
    if (area) {
      area.value = text;
      area.focus();
      area.select();
    }
    return false;
  }
}
