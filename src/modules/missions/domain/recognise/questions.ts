/**
 * Finds the questions of a form by what they ask, never by their number: forms are renumbered, reordered and reworded
 * by the people who fill them. Which words speak for which question is data of the form's kind; the order in which
 * questions usually come only breaks ties.
 */
import type { FormLine } from './form-lines.ts';

/** Words that speak for one question. The weights of all that occur are added. */
export interface Vocabulary<K extends string> {
  key: K;
  /** What the form asks, as patterns on its words, each with its weight. */
  cues: readonly (readonly [pattern: RegExp, weight: number])[];
}

export interface Question<K extends string> {
  key: K;
  /** Indices of its first and last line in the lines given. */
  first: number;
  last: number;
  label: string | null;
  /** As printed, without the label; lines joined by a blank. */
  text: string;
  /** What stands behind a short label on the same line ("Timeline: June 2024"). */
  inline: string | null;
}

/** A line that asks for something, whether or not we know for what. */
export interface Candidate {
  first: number;
  last: number;
  label: string | null;
  text: string;
  inline: string | null;
  kind: CandidateKind;
}

/**
 * Why a line may ask: it begins like a request or ends like a question; it is the left cell of a row; it has a number, a
 * colon or the look of a heading; it is only short.
 */
type CandidateKind = 'asking' | 'cell' | 'label' | 'short';

/** How much the words must say for a line to be taken for a question; the less it looks like one, the more. */
const enough: Record<CandidateKind, number> = { asking: 3, cell: 3, label: 4, short: 5 };

const request =
  /^(?:please|kindly|what|which|who|whom|when|where|why|how|is|are|do|does|can|describe|indicate|identify|specify|list|name|choose|select|tick|mark|check|explain|state|provide|give|outline|summari[sz]e|briefly|clarify|attach|estimate)\b/iu;
const longestQuestion = 500;

/** Lines that may be questions, wrapped lines joined. */
export function candidates(lines: readonly FormLine[], from: number, to: number): Candidate[] {
  const found: Candidate[] = [];
  for (let at = from; at < to; at++) {
    const candidate = candidateAt(lines, at, to);
    if (candidate === null) continue;
    found.push(candidate);
    at = candidate.last;
  }
  return found;
}

function candidateAt(lines: readonly FormLine[], at: number, to: number): Candidate | null {
  const line = lines[at];
  if (line === undefined || line.blank || line.text.length > longestQuestion || isRow(line)) return null;
  // What a form says in brackets to explain a question may be long.
  const inline = /^([^:]{2,80}(?:\([^():]{1,120}\)\s?)?):\s+(\S.*)$/u.exec(line.words);
  const kind = kindOf(lines, at);
  if (kind === null) return null;
  // In a table the number may stand in a cell of its own.
  const numbered = numberBeside(lines, at);
  const first = numbered === null ? at : at - 1;
  const label = line.label ?? numbered;
  if (inline !== null && kind !== 'asking' && !request.test(inline[2] ?? '')) {
    return { first, last: at, label, text: inline[1] ?? '', inline: inline[2] ?? null, kind };
  }
  const last = lastLine(lines, at, to);
  const words = [line.words, ...lines.slice(at + 1, last + 1).map((one) => one.text)].join(' ');
  const split = kind === 'asking' ? answeredOnTheSameLine(words) : null;
  return { first, last, label, text: split?.question ?? words, inline: split?.answer ?? null, kind };
}

/** Several cells on a line, a number left aside, are a row of a table and ask for nothing. */
function isRow({ parts }: FormLine): boolean {
  const filled = parts.filter((part) => part !== '');
  return filled.length - (/^\(?[\dA-Z.]{1,4}[.)]?$/u.test(filled[0] ?? '') ? 1 : 0) > 2;
}

/** The number in the cell left of a question; `null` where there is none. */
function numberBeside(lines: readonly FormLine[], at: number): string | null {
  const own = lines[at]?.cell;
  const before = lines[at - 1];
  if (own?.first !== true || before?.cell?.table !== own.table || before.cell.row !== own.row) return null;
  return before.cell.column === own.column - 1 && /^\(?[\dA-Z]{1,2}[.)]?$/u.test(before.text) ? before.text : null;
}

function kindOf(lines: readonly FormLine[], at: number): CandidateKind | null {
  const line = lines[at];
  if (line === undefined) return null;
  if (request.test(line.words)) return 'asking';
  if (line.bullet && line.label === null) return null;
  if (/\?\W*$/u.test(line.words)) return 'asking';
  if (isFirstCell(lines, at)) return 'cell';
  const words = line.words.split(' ').length;
  const styled = words <= 9 && (line.heading || line.emphasis === 'all');
  if (
    line.label !== null ||
    numberBeside(lines, at) !== null ||
    styled ||
    /^[^:]{2,80}(?:\([^():]{1,120}\)\s?)?:(?:\s|$)/u.test(line.words)
  )
    return 'label';
  return words <= 5 && !/[.,;]$/u.test(line.words) ? 'short' : null;
}

/** "What is the period? June 2024" */
function answeredOnTheSameLine(words: string): { question: string; answer: string } | null {
  const [, question, answer] = /^([^?]{8,300}\?)\s+(?![([])(\S.*)$/u.exec(words) ?? [];
  if (question === undefined || answer === undefined) return null;
  return answer.endsWith('?') || request.test(answer) || explanation.test(answer) ? null : { question, answer };
}

/** What a form says behind a question to explain it: "No answer means that …", "If left blank, …". */
const explanation =
  /^(?:(?:circle|underline|highlight|delete|strike)\b|no (?:answer|entry|response|reply)|an? (?:empty|blank)|(?:if|where|when) (?:\w+ ){0,3}(?:blank|empty|nothing|not)|note\b|maximum|max\.|up to|at most|e\.g\.|for example)/iu;

/** The left column of a two-column form asks; what stands to its right, perhaps a table, answers. */
function isFirstCell(lines: readonly FormLine[], at: number): boolean {
  const own = lines[at]?.cell;
  if (own?.first !== true || own.column > 1) return false;
  for (const { cell } of lines.slice(at + 1, at + 12)) {
    if (cell === null || (cell.table === own.table && cell.row !== own.row)) return false;
    if (cell.depth > own.depth || (cell.table === own.table && cell.column > own.column)) return true;
  }
  return false;
}

/** A request that breaks off without a stop goes on in the next line, unless that begins an item or a cell of its own. */
function lastLine(lines: readonly FormLine[], at: number, to: number): number {
  let last = at;
  while (last + 1 < Math.min(to, at + 4)) {
    const line = lines[last];
    const next = lines[last + 1];
    if (line === undefined || next === undefined || next.blank || /[.?!:)]\W*$/u.test(line.text)) break;
    const ownItem = next.bullet || next.label !== null || next.cell?.first === true || next.controls.length > 0;
    if (ownItem || !/^\p{Ll}|^\(/u.test(next.words) || line.text.length < 40) break;
    last++;
  }
  return last;
}

/** How strongly the words speak for a key. A cue counts for more where hardly anything else is said ("Deliverables"). */
function score<K extends string>(text: string, vocabulary: Vocabulary<K>): number {
  let sum = 0;
  for (const [pattern, weight] of vocabulary.cues) if (pattern.test(text)) sum += weight;
  return sum >= 3 && text.split(' ').length <= 3 ? sum + 1 : sum;
}

interface Pair<K extends string> {
  candidate: Candidate;
  key: K;
  score: number;
  order: number;
}

function stronger(a: Pair<string>, b: Pair<string>): number {
  return b.score - a.score || a.order - b.order || a.candidate.first - b.candidate.first;
}

/**
 * The questions among candidates: each key at most once, each line for one key, strongest first. Keys in the order of
 * the vocabularies count as the usual order.
 */
export function matchQuestions<K extends string>(
  found: readonly Candidate[],
  vocabularies: readonly Vocabulary<K>[],
): Question<K>[] {
  const strong: Pair<K>[] = [];
  vocabularies.forEach((vocabulary, rank) => {
    const best: Pair<K>[] = [];
    found.forEach((candidate, position) => {
      const points = score(candidate.text, vocabulary);
      // The order counts only between equals.
      if (points < enough[candidate.kind]) return;
      best.push({ candidate, key: vocabulary.key, score: points, order: position === rank ? 0 : 1 });
      // No more than these can be taken by other keys.
      if (best.length > 100) best.sort(stronger).splice(vocabularies.length);
    });
    for (const pair of best.sort(stronger).slice(0, vocabularies.length)) strong.push(pair);
  });
  strong.sort(stronger);
  const taken = new Map<Candidate, K>();
  const keys = new Set<K>();
  for (const { candidate, key } of strong) {
    if (taken.has(candidate) || keys.has(key)) continue;
    taken.set(candidate, key);
    keys.add(key);
  }
  return [...taken]
    .map(([{ first, last, label, text, inline }, key]) => ({ key, first, last, label, text, inline }))
    .sort((a, b) => a.first - b.first);
}
