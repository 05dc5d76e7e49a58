/** Shapes that the modules of the search share, and that `aids/site/search.py` writes as JSON. */

/** Word lists: those of docs/gegevens/zoeken.yml with the glossary's words among `phrases` and `synonyms`. */
export interface Lexicon {
  stops: string[];
  general: string[];
  parts: string[];
  whole: string[];
  forms: [string, string[]][];
  phrases: string[];
  /** What people type, and the words on the site that mean it, each with its weight. */
  synonyms: [string, [string, number][]][];
}

/** A place on the site. `where` and `status` are for the reader; `keys` are found and not shown. */
export interface Place {
  address: string;
  kind: "page" | "section" | "row" | "item" | "term" | "question" | "advice";
  title: string;
  where: string[];
  status: string;
  keys: string;
  text: string;
  weight: number;
}

/** A place as the index keeps it; `where` is the number of its line in `wheres`. */
export type KeptPlace = [address: string, title: string, where: number, status: string, kind: string, text: string, weight: number];

/** What the build makes and the page loads. */
export interface Kept {
  index: { index: [string, Record<string, Record<string, number>>][] } & Record<string, unknown>;
  lexicon: Lexicon;
  places: KeptPlace[];
  wheres: string[];
  words: string[];
}

/** One of the places found, best first. */
export interface Found {
  address: string;
  title: string;
  where: string;
  status: string;
  kind: string;
  text: string;
  score: number;
}

/** What a query found. `terms` are to be marked; `nearest` are words of the site when nothing was found. */
export interface Answer {
  found: Found[];
  terms: Set<string>;
  nearest: string[];
}
