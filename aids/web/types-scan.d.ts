/**
 * The shapes of a self-scan in the page: the one document that is its whole state, what it asks of the worker, and what
 * comes back. Types only: nothing of this file reaches the browser.
 */

import type { View } from "./types";

export interface LeftOut { state: "nvt"; reason: string }

/** A step of the scale or `onbekend`; or left out, which counts only with a reason. */
export type LineAnswer = string | LeftOut;

export type NoteName = "evidence" | "note" | "action" | "owner" | "date";

export type Note = Partial<Record<NoteName, string>>;

export interface By { id: string; role: string; organisation: string; recognisable: boolean }

export interface Joint { answer: LineAnswer; reason: string }

export interface Followup { state: string; note: string }

/** What a file holds, and all that the page holds. */
export interface Saved {
  format: string;
  schema: number;
  kind: string;
  tree: string;
  version: string;
  rules: string;
  saved: string;
  by: By;
  answers: Record<string, LineAnswer>;
  notes: Record<string, Note>;
  words: Record<string, string>;
  weights: Record<string, number>;
  joint: Record<string, Joint>;
  followup: Record<string, Followup>;
  group: Saved[];
}

export interface Work { saved: Saved; earlier: Saved | null }

export interface Fault { code: string; file: string; place: string; message: string }

export interface Changed { kind: string; line: string; message: string }

/** A text, or tag, attributes and children. */
export type NodeData = string | [string, Record<string, string>, NodeData[]];

export interface Panels { panels: Record<string, NodeData[]>; view: View | null }

export interface Read { saved: Saved | null; faults: Fault[]; changed: Changed[] }

/** `agreed`: by place, what stands for a file with a group in a region. */
export interface Gathered { kept: number[]; faults: Fault[]; agreed: Record<string, Saved> }

export interface Exported { name: string; media: string; base64: string }

export type ScanReply =
  | ({ type: "panels"; seq: number } & Panels)
  | ({ type: "read"; seq: number } & Read)
  | ({ type: "gather"; seq: number } & Gathered)
  | ({ type: "export"; seq: number } & Exported);
