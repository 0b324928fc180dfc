/**
 * Lays a clean text into the copy without marks: which of its lines stands in which line of the copy. The copy keeps
 * everything that the text has, in the order of the text, so the lines run side by side without crossing.
 */
import type { WitnessLine } from './lines.ts';
import { isContained } from './with-base.ts';

/** A line of the copy and the line of the text that stands in it. */
export interface Pair {
  copy: number;
  text: number;
  /** All characters of the line stand in the copy, in their order. */
  exact: boolean;
}

/** Of the lines that hold a common word those are looked at that stand about where the line should stand. */
const mostLinesOfWord = 80;
/** The part of a line's words that must stand in the line of the copy. */
const leastCover = 0.5;
/** The same where the characters are not all there: another print of the same words. */
const leastCoverOfPrint = 0.8;

/** The pairs that lay most of the text into the copy. */
export function align(copy: readonly WitnessLine[], text: readonly WitnessLine[]): Pair[] {
  return bestChain(candidates(copy, text), text.length);
}

interface Candidate extends Pair {
  worth: number;
}

const wordsIn = (words: string): string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function candidates(copy: readonly WitnessLine[], text: readonly WitnessLine[]): Candidate[] {
  const linesOfWord = new Map<string, number[]>();
  copy.forEach((line, index) => {
    for (const word of new Set(wordsIn(line.words))) {
      const lines = linesOfWord.get(word);
      if (lines === undefined) linesOfWord.set(word, [index]);
      else lines.push(index);
    }
  });
  return text.flatMap((line, index) => {
    const words = [...new Set(wordsIn(line.words))];
    const expected = (index / Math.max(1, text.length)) * copy.length;
    const shared = new Map<number, number>();
    for (const word of words) {
      for (const at of near(linesOfWord.get(word) ?? [], expected)) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    // Words may be fused with new ones, and common ones are not looked for everywhere.
    const known = words.filter((word) => (linesOfWord.get(word)?.length ?? 0) <= mostLinesOfWord).length;
    const least = Math.max(1, Math.floor(known * leastCover) - 1);
    const found: Candidate[] = [];
    for (const [at, count] of shared) {
      const other = copy[at];
      if (count < least || other === undefined) continue;
      const candidate = compare(other, line);
      // A heading may stand as a clause in the copy, which has no styles: then it has the same words.
      if (other.kind !== line.kind && other.words !== line.words) continue;
      if (candidate !== null) found.push({ copy: at, text: index, ...candidate });
    }
    return found;
  });
}

/** The lines of a rising list, or those around a place where they are many. */
function near(lines: readonly number[], place: number): readonly number[] {
  if (lines.length <= mostLinesOfWord) return lines;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const from = Math.min(Math.max(0, low - mostLinesOfWord / 2), lines.length - mostLinesOfWord);
  return lines.slice(from, from + mostLinesOfWord);
}

/** How well a line of the text fits into a line of the copy, or `null`. */
function compare(copy: WitnessLine, line: WitnessLine): { exact: boolean; worth: number } | null {
  const cover = coverOf(copy.words, line.words);
  if (cover < leastCover) return null;
  const exact = isContained(line.words, copy.words);
  if (!exact && cover < leastCoverOfPrint) return null;
  const excess = Math.max(0, copy.words.length - line.words.length) / Math.max(1, copy.words.length);
  const label = isLabelIn(line.label, copy.label) ? 0.1 : -0.1;
  const weight = 1 + Math.min(line.words.length, 200) / 200;
  return { exact, worth: Math.max(0.01, (cover - 0.4 * excess + label) * weight * (exact ? 1 : 0.6)) };
}

/** The part of the words of a line that stand in the copy one after another, whole or fused. */
export function coverOf(copy: string, line: string): number {
  const words = wordsIn(line);
  if (words.length === 0) return copy === line ? 1 : 0;
  const low = copy.toLowerCase();
  let at = 0;
  let found = 0;
  for (const word of words) {
    const place = low.indexOf(word, at);
    if (place < 0) continue;
    found++;
    at = place + word.length;
  }
  return found / words.length;
}

function isLabelIn(label: string, printed: string): boolean {
  let at = 0;
  for (const character of label) {
    at = printed.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The chain of pairs, both sides rising, that is worth most. */
function bestChain(all: readonly Candidate[], lines: number): Pair[] {
  const sorted = [...all].sort((one, other) => one.copy - other.copy || other.text - one.text);
  const best: ({ worth: number; at: number } | undefined)[] = [];
  const before: number[] = [];
  const upTo = (line: number): { worth: number; at: number } => {
    let most = { worth: 0, at: -1 };
    for (let index = line; index > 0; index -= index & -index) {
      const here = best[index];
      if (here !== undefined && here.worth > most.worth) most = here;
    }
    return most;
  };
  sorted.forEach((candidate, at) => {
    const { worth, at: previous } = upTo(candidate.text);
    before[at] = previous;
    const total = { worth: worth + candidate.worth, at };
    for (let index = candidate.text + 1; index <= lines; index += index & -index) {
      if ((best[index]?.worth ?? 0) < total.worth) best[index] = total;
    }
  });
  const chain: Pair[] = [];
  for (let at = upTo(lines).at; at >= 0; at = before[at] ?? -1) {
    const found = sorted[at];
    if (found === undefined) break;
    chain.push({ copy: found.copy, text: found.text, exact: found.exact });
  }
  return chain.reverse();
}
