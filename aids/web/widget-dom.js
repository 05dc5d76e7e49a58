/**
 * Owns the making of elements: text only ever as text. Used by the other widget modules. Runs in the page.
 */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | boolean>} attributes `true` stands alone, `false` is left out
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/**
 * @param {string} action
 * @param {string} label
 * @param {string} [look] a class beside `aid-button`
 * @returns {HTMLButtonElement}
 */
export function actionButton(action, label, look = "") {
  return make("button", { type: "button", class: `aid-button ${look}`.trim(), "data-aid-action": action }, label);
}

/**
 * Give `parent` exactly these children in this order, touching only what differs.
 * @param {Element} parent
 * @param {readonly Element[]} wanted
 */
export function arrange(parent, wanted) {
  for (const child of [...parent.children]) {
    if (!wanted.includes(child)) child.remove();
  }
  wanted.forEach((node, place) => {
    if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
  });
}

/**
 * Set a text only when it differs, so that nothing is announced or laid out again for nothing.
 * @param {Element} node
 * @param {string} text
 */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Return a copy without ids, hooks and inputs, for record and print.
 * @param {Element} source
 * @returns {HTMLElement}
 */
export function plainCopy(source) {
  const copy = /** @type {HTMLElement} */ (source.cloneNode(true));
  for (const node of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...node.attributes]) {
      if (name === "id" || name === "hidden" || name.startsWith("data-") || name.startsWith("aria-")) node.removeAttribute(name);
    }
  }
  return copy;
}

/**
 * @param {ParentNode} scope
 * @param {string} selector
 * @returns {HTMLElement} a part that the rendered page always has
 */
export function part(scope, selector) {
  const found = scope.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new Error(`the page lacks ${selector}`);
}

/**
 * @param {ParentNode} scope
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function parts(scope, selector) {
  return /** @type {HTMLElement[]} */ ([...scope.querySelectorAll(selector)]);
}
