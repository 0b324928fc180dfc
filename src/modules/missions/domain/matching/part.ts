/** One part of the score: its points, each with a sentence and the passages of both sides that it rests on. */
import type { Passage } from './words.ts';

export const partNames = ['theme', 'help', 'place', 'time', 'language', 'record'] as const;
export type PartName = (typeof partNames)[number];

/** What the parts are called on pages. */
export const partLabels: Record<PartName, string> = {
  theme: 'Theme',
  help: 'Kind of help',
  place: 'Place',
  time: 'Time',
  language: 'Language',
  record: 'Track record',
};

export interface Reason {
  points: number;
  sentence: string;
  /** All passages that say it, the plainest first; empty where the other side alone gives the points. */
  need: Passage[];
  candidate: Passage[];
  /** Of a topic: whether it is at the core of both sides. */
  core?: boolean;
}

export interface Part {
  part: PartName;
  points: number;
  /** Its weight in the cycle. */
  most: number;
  reasons: Reason[];
  /** Points that nobody's words give: what is not known gets the middle, and it is said. */
  assumed: { points: number; why: string } | null;
}

/**
 * A part of its reasons: the strongest first, together never more than the weight. What goes beyond it keeps its
 * sentence and gives nothing.
 */
export function partOf(part: PartName, most: number, reasons: readonly Reason[]): Part {
  let left = most;
  const within = reasons
    .toSorted((a, b) => b.points - a.points)
    .map((reason) => {
      const points = Math.min(reason.points, left);
      left -= points;
      return { ...reason, points };
    });
  return { part, most, points: most - left, reasons: within, assumed: null };
}

/** A share of a weight in whole points, rounded down. */
export const share = (most: number, parts: number, of: number): number => Math.floor((most * parts) / of);
