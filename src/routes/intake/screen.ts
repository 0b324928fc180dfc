/** What the check screen makes of a reading: where to look, what was understood in numbers, and the map of the file. */
import type { Finding, Reading } from '#kernel/reading/index.ts';
import type { Element } from '#modules/intake/server/index.ts';

/** What a line, or a stretch of lines, needs: the most pressing first. */
export type Need = 'look' | 'doubt' | 'left-over' | 'none';

type Parts = Pick<Reading, 'findings' | 'unplaced'> & { elements: readonly Element[]; total: number };

/** Whether an element is shown as doubtful: its words are, or what changed in it was told apart by its signs. */
export function isDoubtful(element: Pick<Element, 'certainty' | 'status'>): boolean {
  return element.certainty === 'guess' || (element.certainty === 'likely' && element.status !== 'kept');
}

const isSerious = (finding: Finding): boolean => finding.level !== 'info';

/** Lines by what they need; lines that need nothing are not named. */
export function needs({ findings, unplaced, elements }: Parts): Map<number, Need> {
  const lines = new Map<number, Need>();
  for (const { line } of unplaced) lines.set(line, 'left-over');
  for (const element of elements) if (element.line !== null && isDoubtful(element)) lines.set(element.line, 'doubt');
  for (const finding of findings) if (finding.lines !== null && isSerious(finding)) lines.set(finding.lines[0], 'look');
  return lines;
}

/** A stretch of the file on the map. */
export interface Stretch {
  first: number;
  need: Need;
}

/** The file as a row of stretches of equal length, each with the most pressing need in it. */
export function mapOf(total: number, lines: ReadonlyMap<number, Need>, most = 90): Stretch[] {
  const length = Math.max(1, Math.ceil(total / most));
  const order: Need[] = ['none', 'left-over', 'doubt', 'look'];
  const stretches = Array.from({ length: Math.ceil(total / length) }, (_, index): Stretch => ({
    first: index * length + 1,
    need: 'none',
  }));
  for (const [line, need] of lines) {
    const stretch = stretches[Math.floor((line - 1) / length)];
    if (stretch !== undefined && order.indexOf(need) > order.indexOf(stretch.need)) stretch.need = need;
  }
  return stretches;
}

/** What was understood, in numbers: "Proposal" 6, "Clause" 190 of which 12 doubtful. */
export interface Tally {
  name: string;
  count: number;
  doubtful: number;
}

/** The elements by what they are, in the order they first come in. */
export function tallyOf(elements: readonly Element[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const element of elements) {
    if (!element.removable) continue;
    const name = element.name.replace(/ \d+$/, '');
    const tally = tallies.get(name) ?? { name, count: 0, doubtful: 0 };
    tally.count++;
    if (isDoubtful(element)) tally.doubtful++;
    tallies.set(name, tally);
  }
  return [...tallies.values()];
}

/** What part of a file the screen shows. */
export const shows = ['everything', 'doubtful', 'left-over'] as const;
export type Show = (typeof shows)[number];

/** Lines on one screen. */
export const linesOnScreen = 60;

export interface Screen {
  show: Show;
  /** Lines to fetch: a stretch, or single ones. */
  choice: { first: number; last: number } | { only: number[] };
  /** Addresses of the neighbouring screens, as questions. */
  before: string | null;
  after: string | null;
  /** "Lines 61–120 of 343", "1–60 of 75 lines". */
  said: string;
}

/** Which lines an address asks for. */
export function screenOf(asked: URLSearchParams, total: number, lines: ReadonlyMap<number, Need>): Screen {
  const show = shows.find((name) => name === asked.get('show')) ?? 'everything';
  const given = Number(asked.get('from') ?? 1);
  if (show === 'everything') {
    const first = Number.isInteger(given) && given > 0 && given <= total ? given : 1;
    const last = Math.min(first + linesOnScreen - 1, total);
    return {
      show,
      choice: { first, last },
      before: first > 1 ? `?from=${Math.max(1, first - linesOnScreen)}` : null,
      after: last < total ? `?from=${last + 1}` : null,
      said: total === 0 ? 'No lines' : `Lines ${first}–${last} of ${total}`,
    };
  }
  const wanted = [...lines]
    .filter(([, need]) => (show === 'left-over' ? need === 'left-over' : need === 'doubt' || need === 'look'))
    .map(([line]) => line)
    .sort((a, b) => a - b);
  const index = Number.isInteger(given) && given > 0 && given <= wanted.length ? given - 1 : 0;
  const only = wanted.slice(index, index + linesOnScreen);
  return {
    show,
    choice: { only },
    before: index > 0 ? `?show=${show}&from=${Math.max(1, index + 1 - linesOnScreen)}` : null,
    after: index + only.length < wanted.length ? `?show=${show}&from=${index + only.length + 1}` : null,
    said: wanted.length === 0 ? 'No lines' : `${index + 1}–${index + only.length} of ${wanted.length} lines`,
  };
}

/** The screen that shows a line among its neighbours. */
export function questionOf(line: number): string {
  return `?from=${Math.floor((line - 1) / linesOnScreen) * linesOnScreen + 1}#L${line}`;
}

/** A question that came back with a form; nothing else is taken. */
export function safeQuestion(question: string): string {
  return /^\?[\w=&-]{0,80}$/.test(question) ? question : '';
}
