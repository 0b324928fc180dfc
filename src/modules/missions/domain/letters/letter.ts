/** A letter of the house: what it says, to whom, and the states that it goes through. */
import { z } from 'zod';
import { oneLine } from '#kernel/words.ts';
import { Audience } from './audience.ts';

export const LetterKind = z.enum(['survey', 'circulation', 'question', 'decision', 'agreement', 'reminder', 'other']);
export type LetterKind = z.infer<typeof LetterKind>;

export const letterKindNames: Record<LetterKind, string> = {
  survey: 'Survey of needs',
  circulation: 'Circulation of requests',
  question: 'Question',
  decision: 'Decision',
  agreement: 'Agreement',
  reminder: 'Reminder',
  other: 'Letter',
};

export const LetterState = z.enum(['draft', 'cleared', 'sent', 'withdrawn']);
export type LetterState = z.infer<typeof LetterState>;

export const letterStateNames: Record<LetterState, string> = {
  draft: 'Draft',
  cleared: 'Cleared',
  sent: 'Sent',
  withdrawn: 'Withdrawn',
};

/** A document that goes with a letter. */
export const Enclosure = z.object({
  title: z.string().trim().min(1, 'Enter the title of the enclosure.').max(200),
  /** Where the workbench makes it ("/missions/…"); `null`: it is on paper, or among the files attached. */
  address: z
    .string()
    .trim()
    .regex(/^\/(?!\/)[^\s\\]*$/, 'Enter an address within the workbench, such as /missions/….')
    .max(500)
    .nullable(),
});
export type Enclosure = z.infer<typeof Enclosure>;

export const LetterContent = z.object({
  reference: z.string().overwrite(oneLine).max(120),
  /** ISO day printed on it; `null`: the day on which it is sent. */
  date: z.iso.date('Enter a day, such as 2027-03-31.').nullable(),
  subject: z.string().overwrite(oneLine).min(1, 'Enter the subject.').max(300),
  /** Paragraphs with an empty line between them; **words** are bold; [1] refers to the first footnote. */
  body: z.string().trim().min(1, 'Enter the text of the letter.').max(50_000),
  footnotes: z.array(z.string().trim().min(1).max(2000)).max(50),
  signatory: z.string().overwrite(oneLine).min(1, 'Enter who signs.').max(200),
  /** "Secretary General". */
  role: z.string().overwrite(oneLine).max(200),
  to: z.array(Audience).min(1, 'Say to whom it goes.').max(20),
  cc: z.array(Audience).max(20),
  enclosures: z.array(Enclosure).max(40),
});
export type LetterContent = z.infer<typeof LetterContent>;

/** Words of a paragraph, with their looks. */
export interface LetterRun {
  text: string;
  bold: boolean;
  /** 1-based number of the footnote that stands here; the text is empty then. */
  footnote: number | null;
}

/** The paragraphs of a body; a mark without its footnote stays what it is. */
export function paragraphsOf({ body, footnotes }: Pick<LetterContent, 'body' | 'footnotes'>): LetterRun[][] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[\t \u00a0]*\n\s*/)
    .map((paragraph) => runsOf(paragraph.trim(), footnotes.length))
    .filter((runs) => runs.length > 0);
}

function runsOf(paragraph: string, footnotes: number): LetterRun[] {
  const runs: LetterRun[] = [];
  let bold = false;
  // Pairs only: stars without a partner stay what they are.
  const pieces = paragraph.split('**');
  const paired = pieces.length % 2 === 1 ? pieces : [...pieces.slice(0, -2), pieces.slice(-2).join('**')];
  for (const piece of paired) {
    let from = 0;
    for (const mark of piece.matchAll(/ ?\[(\d{1,2})\]/g)) {
      const number = Number(mark[1]);
      if (number < 1 || number > footnotes) continue;
      if (mark.index > from) runs.push({ text: piece.slice(from, mark.index), bold, footnote: null });
      runs.push({ text: '', bold: false, footnote: number });
      from = mark.index + mark[0].length;
    }
    if (from < piece.length) runs.push({ text: piece.slice(from), bold, footnote: null });
    bold = !bold;
  }
  return runs;
}

/** What is wrong between a text and its footnotes, in words: each has its mark once, and they come in order. */
export function footnoteProblem(content: Pick<LetterContent, 'body' | 'footnotes'>): string | null {
  const marks = paragraphsOf(content).flatMap((runs) => runs.flatMap(({ footnote }) => footnote ?? []));
  const missing = content.footnotes.findIndex((_, index) => !marks.includes(index + 1));
  if (missing >= 0)
    return `The text does not refer to footnote ${missing + 1}: write [${missing + 1}] where it belongs.`;
  return marks.every((mark, index) => mark === index + 1) ? null : 'The marks of the footnotes are not in order.';
}

/** The words of a letter without looks, for mail and search: its text, who signed it, its footnotes. */
export function plainLetter(content: Pick<LetterContent, 'body' | 'footnotes' | 'signatory' | 'role'>): string {
  const paragraphs = paragraphsOf(content).map((runs) =>
    runs.map(({ text, footnote }) => (footnote === null ? text : ` [${footnote}]`)).join(''),
  );
  const signature = [content.signatory, content.role].filter((words) => words !== '').join('\n');
  return [...paragraphs, signature, ...content.footnotes.map((words, index) => `[${index + 1}] ${words}`)].join('\n\n');
}
