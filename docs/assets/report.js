/**
 * Owns the form on the page for reporting an error: takes it out of its template, chooses the page that the address
 * names after #, writes the report, and copies or prints it. All words come from the page itself: there is no free
 * text, nothing is sent and nothing is kept. Without this script the page is its instructions.
 */

const FILL_IN = ["Wat er nu staat:", "Wat er moet staan:", "Hoe ik dat weet (bron):"];
const NOT_YET = "nog niet gekozen";

/**
 * @template {HTMLElement} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
function part(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`${selector} is missing`);
  return found;
}

/** @returns {string} the path of a page that the address names; anything else is no choice and does nothing */
function namedPage() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** @param {HTMLElement} form */
function report(form) {
  const kind = form.querySelector("input:checked")?.closest("label")?.textContent?.trim();
  const page = part(form, "select", HTMLSelectElement).selectedOptions[0];
  const version = document.querySelector(".vw-footer__version time")?.textContent ?? "";
  return [
    "Er klopt iets niet op de site Veilig in de wijk.",
    "",
    `Wat: ${kind ?? NOT_YET}`,
    `Pagina: ${page?.value ? `${page.text}, docs/${page.value}` : NOT_YET}`,
    `Versie van: ${version}`,
    ...FILL_IN,
  ].join("\n");
}

/**
 * @param {HTMLElement} text
 * @returns {Promise<string>} what the reader is told
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
    return "De melding is gekopieerd. Plak haar in een bericht en vul de laatste regels aan.";
  } catch {
    getSelection()?.selectAllChildren(text);
    return "Kopiëren lukt hier niet vanzelf. De melding is geselecteerd: kopieer haar zelf, of print dit blad.";
  }
}

/** @param {HTMLTemplateElement} template */
function start(template) {
  const copy = document.importNode(template.content, true);
  const form = part(copy, ".vw-report", HTMLElement);
  const choice = part(form, "select", HTMLSelectElement);
  const text = part(form, "[data-vw-report-text]", HTMLElement);
  const status = part(form, "[data-vw-report-status]", HTMLElement);
  const write = () => {
    text.textContent = report(form);
    status.textContent = "";
  };
  const choose = () => {
    const named = namedPage();
    if ([...choice.options].some((option) => option.value === named)) choice.value = named;
    write();
  };
  // The names are for the link at the foot of a page; here they would be places to scroll to.
  for (const option of choice.options) option.removeAttribute("id");
  form.addEventListener("change", write);
  part(form, "[data-vw-report-action=copy]", HTMLButtonElement).addEventListener("click", async () => {
    status.textContent = await copied(text);
  });
  part(form, "[data-vw-report-action=print]", HTMLButtonElement).addEventListener("click", () => print());
  addEventListener("hashchange", choose);
  template.after(copy);
  choose();
}

const template = document.querySelector("template[data-vw-report]");
if (template instanceof HTMLTemplateElement) start(template);
