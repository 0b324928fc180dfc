/** What a rule of screening sees, and what it says: to the secretariat, and politely to the applicant. */
import { comparable } from '../signs/names.ts';
import type { Head } from '../signs/summary.ts';
import type { Deadlines } from '../cycle/cycle.ts';
import type { ApplicationContent, GivenAnswer } from '../forms/answers.ts';
import type { Form, FormItem } from '../forms/form.ts';

/** Another request of the same cycle, as far as rules compare. */
export interface OtherRequest {
  id: string;
  organisation: string;
  /** Its organisation in the summary table, which may name it otherwise. */
  inSummary: string | null;
  title: string;
}

/** One request with all that rules look at. */
export interface Screened {
  id: string;
  content: ApplicationContent;
  /** The version of the form that it answers. */
  form: Form;
  /** Files that came with it. */
  attachments: number;
  deadlines: Deadlines;
  /** Its row of the summary table as shown; `null` before there is one. */
  row: Head | null;
  others: readonly OtherRequest[];
}

export interface ScreeningFinding {
  /** The same for the same words, so that an answer stays with its finding; another one once the words change. */
  key: string;
  /** Stable kebab-case name. */
  rule: string;
  level: 'info' | 'warning' | 'error';
  /** For the secretariat. */
  text: string;
  /** What the applicant is asked; `null` where there is nothing to ask. */
  ask: string | null;
  /** Keys of the answers concerned, or `country`, `organisation`, `title`. */
  fields: string[];
  /** The words in question, as they stand in the form. */
  words: string | null;
}

/** Rules read one request and answer what a person should look at. */
export type Rule = (request: Screened) => ScreeningFinding[];

/** A finding with its key. */
export function finding(found: Omit<ScreeningFinding, 'key'>): ScreeningFinding {
  const about = comparable(found.words ?? '').slice(0, 80);
  return { key: [found.rule, found.fields.join('+'), about].join('/'), ...found };
}

/** Words in quotation marks, shortened where they are long. */
export function quoted(words: string): string {
  const short = words.trim().replace(/\s+/gu, ' ');
  return `“${short.length > 120 ? `${short.slice(0, 117).trimEnd()} …` : short}”`;
}

/** The questions of the form with their answers; `undefined` where nothing was stored for one. */
export function answersOf({ form, content }: Screened): { item: FormItem; answer: GivenAnswer | undefined }[] {
  return form.items.map((item) => ({ item, answer: content.answers[item.key] }));
}

/** Lines that the applicant wrote, each with the key of its answer; printed options of a choice are not among them. */
export function linesOf(request: Screened): { field: string; text: string }[] {
  return [
    { field: 'title', text: request.content.title },
    ...answersOf(request)
      .filter(({ item }) => item.type !== 'choices')
      .flatMap(({ item, answer }) => (answer?.text ?? '').split('\n').map((text) => ({ field: item.key, text }))),
  ].filter(({ text }) => text.trim() !== '');
}
