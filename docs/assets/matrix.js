/**
 * Owns the choice of what a table of two sides shows: one row, one column, or all. Loaded by site.js where a page has
 * [data-vw-matrix]; without it the table is whole. Shows and hides what stands in the page and writes no content of its
 * own but how much is shown, which is announced and printed. Sends and keeps nothing.
 */

const ALL = "";

/** @param {Element | null | undefined} cell @returns {string} its words on one line */
function wordsOf(cell) {
  return (cell?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** @param {HTMLTableCellElement | undefined} cell @returns {boolean} whether there is a mark in the cell */
function isFilled(cell) {
  return wordsOf(cell) !== "";
}

/**
 * @param {string} id of the choice
 * @param {string} words its label
 * @param {string} all what the choice of everything is called
 * @param {string[]} names
 * @returns {{ box: HTMLElement, select: HTMLSelectElement }}
 */
function choice(id, words, all, names) {
  const box = document.createElement("div");
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.id = id;
  label.htmlFor = id;
  label.textContent = words;
  select.append(new Option(all, ALL), ...names.map((name, place) => new Option(name, String(place))));
  box.append(label, select);
  return { box, select };
}

/** One table with its two choices. */
class Matrix {
  /**
   * @param {HTMLElement} box
   * @param {HTMLTableElement} table
   */
  constructor(box, table) {
    const [head, ...rest] = [...table.rows];
    this.heads = head ? [...head.cells].slice(1) : [];
    this.total = rest.at(-1);
    this.rows = rest.slice(0, -1);
    const parties = this.rows.map((row) => wordsOf(row.cells[0]));
    this.blocks = this.heads.map(wordsOf);
    this.row = choice("matrix-partij", "Partij", `Alle ${parties.length} partijen`, parties);
    this.column = choice("matrix-bouwsteen", "Bouwsteen", `Alle ${this.blocks.length} bouwstenen`, this.blocks);
    this.parties = parties;

    const choices = document.createElement("fieldset");
    choices.className = "vw-matrix__choices";
    choices.dataset["vwMatrixChoices"] = "";
    choices.setAttribute("aria-label", "Kies wat de tabel toont");
    this.told = document.createElement("p");
    this.told.className = "vw-matrix__told";
    this.told.setAttribute("role", "status");
    this.whole = document.createElement("button");
    this.whole.type = "button";
    this.whole.className = "vw-tool";
    this.whole.textContent = "Toon alles";
    choices.append(this.row.box, this.column.box, this.whole);
    box.prepend(choices, this.told);

    for (const select of [this.row.select, this.column.select]) {
      select.addEventListener("change", () => this.show());
    }
    this.whole.addEventListener("click", () => {
      this.row.select.value = ALL;
      this.column.select.value = ALL;
      this.show();
      this.row.select.focus();
    });
    this.show();
  }

  /** Shows what is chosen, and says how much that is. */
  show() {
    const row = this.row.select.value === ALL ? null : Number(this.row.select.value);
    const column = this.column.select.value === ALL ? null : Number(this.column.select.value);
    const columns = this.heads.map((_, place) => this.hasColumn(place, row, column));
    this.rows.forEach((line, place) => {
      line.hidden = row === null ? column !== null && !isFilled(line.cells[column + 1]) : place !== row;
    });
    if (this.total) {
      this.total.hidden = row !== null;
    }
    for (const line of [this.heads, ...[...this.rows, this.total].map((item) => [...(item?.cells ?? [])].slice(1))]) {
      line.forEach((cell, place) => {
        cell.hidden = !columns[place];
      });
    }
    this.whole.hidden = row === null && column === null;
    this.told.textContent = this.words(row, column);
  }

  /**
   * @param {number} place
   * @param {number | null} row
   * @param {number | null} column
   * @returns {boolean} whether this column is shown: the chosen one, those with a mark in the chosen row, or all
   */
  hasColumn(place, row, column) {
    if (column !== null) {
      return place === column;
    }
    return row === null || isFilled(this.rows[row]?.cells[place + 1]);
  }

  /**
   * @param {number | null} row
   * @param {number | null} column
   * @returns {string} how much is shown
   */
  words(row, column) {
    const party = row === null ? "" : this.parties[row];
    const block = column === null ? "" : `bouwsteen ${this.blocks[column]}`;
    if (row !== null && column !== null) {
      const mark = wordsOf(this.rows[row]?.cells[column + 1]) || "geen kruisje; dat zegt niets over melden";
      return `${party} bij ${block}: ${mark}.`;
    }
    if (row !== null) {
      const count = this.heads.filter((head) => !head.hidden).length;
      return `${party}: ${count} van de ${this.heads.length} bouwstenen.`;
    }
    const count = this.rows.filter((line) => !line.hidden).length;
    if (column !== null) {
      return `${block[0]?.toUpperCase()}${block.slice(1)}: ${count} van de ${this.rows.length} partijen.`;
    }
    return `Alle ${this.rows.length} partijen en alle ${this.heads.length} bouwstenen.`;
  }
}

/** Gives every table of two sides on this page its choices. */
export function startMatrices() {
  for (const box of document.querySelectorAll("[data-vw-matrix]")) {
    const table = box.querySelector("table");
    if (box instanceof HTMLElement && table) {
      new Matrix(box, table);
    }
  }
}
