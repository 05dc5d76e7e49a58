/**
 * Owns how a panel that Python made comes on the page: element by element from its data, by the list of what is allowed in
 * `aids.runtime.scan.allowed` (a test compares). What is not on it is left out, its text kept; text is only ever text.
 * Used by `scan-panels.js`. Runs in the page.
 */

/** @import { NodeData } from "./types-scan" */

const SVG = "http://www.w3.org/2000/svg";

export const SVG_TAGS = new Set("svg title desc text path rect circle".split(" "));
export const HTML_TAGS = new Set(
  "div h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tr th td details summary strong span".split(" "),
);
export const HTML_ATTRIBUTES = new Set("class scope colspan role tabindex aria-label datetime open".split(" "));
export const SVG_ATTRIBUTES = new Set([
  ..."class role viewBox width height font-size font-weight fill stroke stroke-width".split(" "),
  ..."stroke-dasharray text-anchor d x y cx cy r".split(" "),
]);
export const HOOKS = new Set("data-scan-line data-scan-room data-scan-part".split(" "));

const DEEPEST = 60;

/**
 * @param {readonly NodeData[]} nodes
 * @returns {DocumentFragment}
 */
export function built(nodes) {
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes.flatMap((node) => made(node, false, 0)));
  return fragment;
}

/**
 * @param {NodeData} node
 * @param {boolean} inPicture
 * @param {number} depth
 * @returns {(Node | string)[]}
 */
function made(node, inPicture, depth) {
  if (typeof node === "string") return [node];
  if (!Array.isArray(node) || depth > DEEPEST) return [];
  const [tag, attributes, children] = node;
  const isPicture = inPicture || tag === "svg";
  const inner = (children ?? []).flatMap((child) => made(child, isPicture, depth + 1));
  if (!(isPicture ? SVG_TAGS : HTML_TAGS).has(tag)) return inner;
  const element = isPicture ? document.createElementNS(SVG, tag) : document.createElement(tag);
  const allowed = isPicture ? SVG_ATTRIBUTES : HTML_ATTRIBUTES;
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (allowed.has(name) || HOOKS.has(name)) element.setAttribute(name, String(value));
  }
  element.append(...inner);
  return [element];
}
