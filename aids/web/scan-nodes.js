/**
 * Owns how a panel that Python made comes on the page: element by element from its data, by a list of what is allowed.
 * What is not on the list is left out, its text kept; text is only ever text. Used by `scan-panels.js`. Runs in the page.
 */

/** @import { NodeData } from "./types-scan" */

const SVG = "http://www.w3.org/2000/svg";

const HTML_TAGS = new Set([
  "abbr", "b", "br", "caption", "col", "colgroup", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption",
  "figure", "footer", "h2", "h3", "h4", "h5", "header", "hr", "i", "ins", "li", "ol", "p", "section", "small", "span",
  "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul", "a",
]);

const SVG_TAGS = new Set([
  "svg", "g", "rect", "line", "path", "circle", "ellipse", "polyline", "polygon", "text", "tspan", "title", "desc",
  "defs", "pattern", "use", "clipPath", "marker",
]);

const HTML_ATTRIBUTES = new Set([
  "class", "id", "lang", "title", "role", "scope", "colspan", "rowspan", "headers", "span", "datetime", "start", "value",
  "open", "tabindex", "href", "reversed",
]);

const SVG_ATTRIBUTES = new Set([
  "class", "id", "role", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d",
  "dx", "dy", "points", "transform", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray",
  "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity", "text-anchor", "dominant-baseline", "font-size",
  "font-weight", "font-family", "patternUnits", "patternContentUnits", "patternTransform", "preserveAspectRatio",
  "clip-path", "focusable", "href", "refX", "refY", "markerWidth", "markerHeight", "orient", "marker-end",
  "vector-effect", "shape-rendering",
]);

const HOOK = /^(data-scan-[a-z-]+|aria-[a-z]+)$/;
/** A place on this page or this site: no scheme, no other host. */
const LOCAL_ADDRESS = /^(#|\.{1,2}\/|[a-z0-9][a-z0-9-]*\/)[^:\\]*$/i;
const TELEPHONE = /^tel:[0-9+-]+$/;
const LOCAL_PAINT = /^url\(#[A-Za-z0-9_-]+\)$/;
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
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (isAllowed(name, String(value), isPicture)) element.setAttribute(name, String(value));
  }
  element.append(...inner);
  return [element];
}

/**
 * @param {string} name
 * @param {string} value
 * @param {boolean} inPicture
 * @returns {boolean}
 */
function isAllowed(name, value, inPicture) {
  if (HOOK.test(name)) return true;
  if (!(inPicture ? SVG_ATTRIBUTES : HTML_ATTRIBUTES).has(name)) return false;
  if (name === "href") return LOCAL_ADDRESS.test(value) || (!inPicture && TELEPHONE.test(value));
  return !/url\s*\(/i.test(value) || LOCAL_PAINT.test(value);
}
