/**
 * Finds the questions of a form among the lines: by their own words, then by the vocabulary of the usual questions, and
 * where words do not help, by their order. The printed number is kept and decides nothing.
 */
import type { AnswerWay } from '../../answers.ts';
import type { Form, FormItem } from '../../form.ts';
import { applicationQuestions } from '../../../recognise/application/vocabulary.ts';
import { planFields } from '../../../recognise/assistance-plan/vocabulary.ts';
import { candidates, matchQuestions } from '../../../recognise/questions.ts';
import type { ReadLines } from './lines.ts';
import { tokensOf } from './similar.ts';

export interface AskedHere {
  key: string;
  /** Indices of its lines. */
  first: number;
  last: number;
  inline: string | null;
  how: AnswerWay;
  printed: { number: string | null; question: string };
}

/** How alike words have to be; questions of few words leave no room. */
const enough = (words: number): number => (words <= 3 ? 0.99 : words <= 6 ? 0.8 : 0.66);

/** @param free whether a line may be a question: not inside the control of an answer */
export function questionsIn(form: Form, read: ReadLines, free: (index: number) => boolean): AskedHere[] {
  const byWords = foundByWords(form, read, free);
  const byVocabulary = foundByVocabulary(form, read, free, byWords);
  const found = [...byWords, ...byVocabulary];
  return [...found, ...foundByOrder(form, read, free, found)].sort((one, other) => one.first - other.first);
}

function foundByWords({ items }: Form, read: ReadLines, free: (index: number) => boolean): AskedHere[] {
  const pairs = items.flatMap((item, order) => {
    const words = tokensOf(item.question);
    return read.lines.flatMap((line, index) => {
      const match = free(index) && !read.isPlaced(index) ? read.match(index, words, free) : null;
      if (match === null || match.like < enough(words.length)) return [];
      // A number or the look of a question tells it from an answer that repeats it.
      const look = line.label !== null || line.emphasis === 'all' ? 0.03 : 0;
      return [{ item, order, match, score: match.like + look }];
    });
  });
  // The same words twice: the first question takes the first place.
  pairs.sort((a, b) => b.score - a.score || a.order - b.order || a.match.first - b.match.first);
  const keys = new Set<string>();
  const taken = new Set<number>();
  return pairs.flatMap(({ item, match }): AskedHere[] => {
    const span = Array.from({ length: match.last - match.first + 1 }, (_, at) => match.first + at);
    if (keys.has(item.key) || span.some((index) => taken.has(index))) return [];
    keys.add(item.key);
    span.forEach((index) => taken.add(index));
    return [asked(read, item.key, match, 'question-words')];
  });
}

function asked(
  read: ReadLines,
  key: string,
  { first, last, inline }: { first: number; last: number; inline: string | null },
  how: AnswerWay,
): AskedHere {
  const lines = read.lines.slice(first, last + 1);
  const question = lines.map((line, at) => (at === 0 ? line.words : line.text)).join(' ');
  const own = inline === null ? question : question.slice(0, question.length - inline.length).trim();
  return { key, first, last, inline, how, printed: { number: lines[0]?.label ?? bareNumber(own), question: own } };
}

/** "3 List of experts": a number without a stop is no label elsewhere. */
const bareNumber = (question: string): string | null => /^\d{1,3}(?=\s+\p{Lu})/u.exec(question)?.[0] ?? null;

/** Usual questions that somebody worded anew are known by the vocabulary that calls are read with. */
function foundByVocabulary(
  form: Form,
  read: ReadLines,
  free: (index: number) => boolean,
  found: readonly AskedHere[],
): AskedHere[] {
  const missing = form.items.filter(({ key }) => !found.some((one) => one.key === key));
  const vocabularies = (form.kind === 'application' ? applicationQuestions : planFields).filter(({ key }) =>
    missing.some((item) => item.key === key),
  );
  if (vocabularies.length === 0) return [];
  const few = found.length * 2 < form.items.length;
  const inside = (index: number): boolean => found.some(({ first, last }) => first <= index && index <= last);
  const looks = candidates(read.lines, 0, read.lines.length).filter(
    ({ first, last, kind }) =>
      // A form of which few questions stand in their own words was retyped: what only looks like one may be one.
      (kind === 'asking' || few) && free(first) && !read.isPlaced(first) && !inside(first) && !inside(last),
  );
  const matched = matchQuestions<string>(looks, vocabularies);
  if (few && (found.length + matched.length) * 2 < form.items.length) return [];
  return matched.map((one) => asked(read, one.key, one, 'question-words'));
}

/** Between two questions that are known, as many numbered lines as questions are missing: these are they, in order. */
function foundByOrder(
  { items }: Form,
  read: ReadLines,
  free: (index: number) => boolean,
  found: readonly AskedHere[],
): AskedHere[] {
  const known = new Map(found.map((one) => [one.key, one]));
  const labels = found.filter(({ printed }) => printed.number !== null);
  if (labels.length * 2 < found.length || labels.length === 0) return [];
  const shapes = new Set(labels.map(({ printed }) => shapeOf(printed.number ?? '')));
  return gaps(items, known).flatMap(({ missing, after, before }): AskedHere[] => {
    const from = (after?.last ?? -1) + 1;
    const to = before?.first ?? (after === null ? 0 : read.lines.length);
    const lines: number[] = [];
    for (let index = from; index < to; index++) {
      const line = read.lines[index];
      if (line === undefined || line.blank || line.bullet || !free(index) || read.isPlaced(index)) continue;
      if (line.label !== null && shapes.has(shapeOf(line.label))) lines.push(index);
    }
    if (lines.length !== missing.length) return [];
    return missing.flatMap(({ key }, at): AskedHere[] => {
      const index = lines[at];
      return index === undefined ? [] : [asked(read, key, { first: index, last: index, inline: null }, 'order')];
    });
  });
}

interface Gap {
  missing: FormItem[];
  after: AskedHere | null;
  before: AskedHere | null;
}

/** Runs of questions that were not found, each with the found ones around it. */
function gaps(items: readonly FormItem[], known: ReadonlyMap<string, AskedHere>): Gap[] {
  const made: Gap[] = [];
  let open: Gap | null = null;
  let after: AskedHere | null = null;
  for (const item of items) {
    const here = known.get(item.key) ?? null;
    if (here === null) {
      open ??= { missing: [], after, before: null };
      open.missing.push(item);
      continue;
    }
    if (open !== null) made.push({ ...open, before: here });
    open = null;
    after = here;
  }
  if (open !== null) made.push(open);
  return made;
}

/** A label with its numbers and letters made alike. */
export const shapeOf = (label: string): string =>
  label
    .replace(/\d+/gu, '1')
    .replace(/[a-z]+/gu, 'a')
    .replace(/[A-Z]+/gu, 'A');
