/**
 * The shapes that page, worker and engine exchange. Types only: nothing of this file reaches the browser.
 * The View is what `aids.runtime.engine.consult` returns; its JSON Schema is published beside the site.
 */

export type Certainty = "certain" | "possible";
export type Urgency = "nu" | "vandaag" | "deze-week" | "plan";
export type DutyStanding = "open" | "done" | "later" | "not_done";

export interface GivenAdvice { id: string; certainty: Certainty; urgency: Urgency }

export interface OutcomeValue { decision: string; outcome: string; value: string }

/** A rule that gives an advice: its own condition (what makes it true), the row that fired, or an outcome. */
export type Reason =
  | { by: "when"; questions: string[]; outcomes: OutcomeValue[] }
  | { by: "row"; decision: string; row: string }
  | ({ by: "outcome" } & OutcomeValue);

export type Outcome = Record<string, string>;

export interface DecisionView {
  row: string | null;
  floors: string[];
  standing: Outcome | "nvt";
  certain: Outcome | null;
  possible: (Outcome | "nvt")[];
}

export interface DutyView { id: string; state: DutyStanding; reason: string | null; date: string | null; who: string | null }

export interface Bounds { min: number; max: number }

export interface ViewError { code: string; question: string | null; value: unknown; message: string }

export interface View {
  tree: string;
  version: string;
  rules: string;
  asked: string[];
  answered: string[];
  next: string | null;
  advice: GivenAdvice[];
  /** Per advice that stands now (unanswered read as `onbekend`) the rules that give it. */
  why: Record<string, Reason[]>;
  decisions: Record<string, DecisionView | "nvt">;
  duties: DutyView[];
  remaining: { decide: Bounds; duty: Bounds; exact: boolean };
  skipped: string[];
  dropped: string[];
  errors: ViewError[];
}

/** One of the smallest changes that add safety: the answers to give, and what then comes on top. `from` null: none yet. */
export interface Change {
  answers: { question: string; from: Answer | null; to: Answer }[];
  advice: string[];
  /** "decision.outcome" to the value that it would get, where that is a heavier one. */
  outcomes: Record<string, string>;
}

/** What would add to this advice, and which questions with `onbekend` are worth finding out first. */
export interface Changes { changes: Change[]; find_out: string[] }

export interface DutyAnswer { state: DutyStanding; reason?: string | null; date?: string | null; who?: string | null }

/** An answer id, ticked ids, a number, a date or text, a duty; null: left empty on purpose. */
export type Answer = string | string[] | number | DutyAnswer | null;

export type Answers = Record<string, Answer>;

/** Why an aid could not be started (the first four) or an answer could not be worked out (the last two). */
export type AidErrorCode = "fetch" | "wasm" | "timeout" | "boot" | "worker";

export interface AidClientOptions {
  /** Address of the immutable asset folder, with a slash at the end. */
  assets: URL;
  /** Id of the tree; `<id>.json` is in the folder. */
  tree: string;
  /** The file in the folder with the engine's code: a scan has its own. */
  engine?: string;
  /** How long a phase of starting may go without a sign of life, in milliseconds. */
  timeoutMs?: number;
  /** How long one consultation may take before its worker counts as dead, in milliseconds. */
  answerMs?: number;
  /** Called with 0 to 1 while the aid starts. */
  onProgress?: (fraction: number) => void;
}

/** What the page keeps of its one download, so that a worker can be made again without the network. */
export interface Kept {
  script: Blob;
  wasm: WebAssembly.Module;
  stdlib: ArrayBuffer;
  engine: ArrayBuffer;
  tree: string;
}

/** A compiled module, and how to end the worker that compiled it. */
export interface Compiled { module: WebAssembly.Module; end: () => void }

/** What the one download brought. */
export interface Fetched { kept: Kept; endCompiler: () => void }

/** The first message to a worker; every later one, both ways, is a JSON text. */
export interface BootMessage {
  type: "boot";
  assets: string;
  wasm: WebAssembly.Module;
  stdlib: ArrayBuffer;
  engine: ArrayBuffer;
  tree: string;
}

/** What the worker says, as JSON text. */
export type Reply =
  | { type: "progress"; fraction: number }
  | { type: "ready" }
  | { type: "failed"; code: "wasm" | "boot"; message: string }
  | { type: "dead"; message: string }
  | { type: "view"; seq: number; view: View }
  | { type: "ahead"; seq: number; view: View }
  | { type: "changes"; seq: number; changes: Change[]; find_out: string[] }
  | { type: "error"; seq: number | null; code: string; message: string };
