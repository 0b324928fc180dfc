/** A letter as a document in house layout: head, reference and date, to, subject, text, signature, enclosures, copies. */
import { plainRun, plainStyle, type Document, type Note, type Paragraph, type Run } from '#formats/document/index.ts';
import { houseTemplate, type HouseTemplate } from '#formats/docx/write/index.ts';
import { printedDay } from '#kernel/dates.ts';
import { documentOf, paragraphOf, plainParagraph } from '#modules/texts/index.ts';
import { paragraphsOf, type LetterContent } from './letter.ts';

/** The house's looks, and those that only letters have. */
export const letterLook: HouseTemplate = {
  ...houseTemplate,
  size: 22,
  styles: [
    ...houseTemplate.styles.map((style) => (style.id === 'Normal' ? { ...style, before: 0, after: 160 } : style)),
    {
      id: 'Letterhead',
      name: 'Letterhead',
      kind: 'paragraph',
      before: 0,
      after: 480,
      bold: true,
      size: 30,
      colour: '1F3864',
    },
    { id: 'LetterTo', name: 'Letter_to', kind: 'paragraph', before: 0, after: 40, keepNext: true },
    {
      id: 'LetterSubject',
      name: 'Letter_subject',
      kind: 'paragraph',
      before: 280,
      after: 240,
      bold: true,
      keepNext: true,
    },
    { id: 'LetterSignature', name: 'Letter_signature', kind: 'paragraph', before: 720, after: 0, keepNext: true },
    { id: 'LetterRole', name: 'Letter_role', kind: 'paragraph', before: 0, after: 240 },
    {
      id: 'LetterFoot',
      name: 'Letter_foot',
      kind: 'paragraph',
      before: 0,
      after: 40,
      size: 20,
      left: 1418,
      hanging: 1418,
    },
    {
      id: 'LetterFootMore',
      name: 'Letter_foot_more',
      kind: 'paragraph',
      before: 0,
      after: 40,
      size: 20,
      left: 1418,
    },
    { id: 'LetterDate', name: 'Letter_date', kind: 'paragraph', before: 0, after: 160, align: 'right' },
  ],
};

export interface LetterToPrint {
  /** Who writes: the organiser of the cycle. */
  house: string;
  /** ISO day. */
  date: string;
  content: LetterContent;
  /** Words of the letter that it replies to: its reference and date. */
  repliesTo: string | null;
  /** File name without ending. */
  name: string;
}

/** The letter as paragraphs and footnotes, for the writers of Word and PDF. */
export function letterDocument({ house, date, content, repliesTo, name }: LetterToPrint): Document {
  const notes: Note[] = content.footnotes.map((words, index) => ({
    kind: 'footnote',
    id: String(index + 1),
    mark: String(index + 1),
    blocks: [plainParagraph('FootnoteText', words)],
    line: null,
  }));
  const blocks: Paragraph[] = [
    paragraphOf('Letterhead', [bold(house)]),
    plainParagraph('LetterDate', printedDay(date)),
    ...(content.reference === '' ? [] : [plainParagraph('Normal', `Ref.: ${content.reference}`)]),
    ...(repliesTo === null ? [] : [plainParagraph('Normal', `In reply to: ${repliesTo}`)]),
    ...content.to.map(({ text }, index) => plainParagraph('LetterTo', index === 0 ? `To: ${text}` : text)),
    paragraphOf('LetterSubject', [bold(`Subject: ${content.subject}`)]),
    ...paragraphsOf(content).map((runs) =>
      paragraphOf(
        'Normal',
        runs.map((run): Run =>
          run.footnote === null ? (run.bold ? bold(run.text) : plainRun(run.text)) : mark(run.footnote),
        ),
      ),
    ),
    plainParagraph('LetterSignature', content.signatory),
    plainParagraph('LetterRole', content.role),
    ...listed(
      'Enclosed',
      content.enclosures.map(({ title }) => title),
    ),
    ...listed(
      'Copy to',
      content.cc.map(({ text }) => text),
    ),
  ];
  const used = new Set(blocks.flatMap(({ runs }) => runs.flatMap(({ note }) => (note === null ? [] : [note.id]))));
  const printed = { blocks, notes: notes.filter(({ id }) => used.has(id)) };
  return documentOf([printed], { name, properties: { title: content.subject, creator: house } });
}

const bold = (text: string): Run => ({ ...plainRun(text), style: { ...plainStyle, bold: true } });

const mark = (number: number): Run => ({
  ...plainRun(String(number)),
  style: { ...plainStyle, name: 'footnote reference', vertical: 'superscript' },
  note: { kind: 'footnote', id: String(number) },
});

/** "Enclosed:" with the first, the others below it. */
function listed(label: string, words: readonly string[]): Paragraph[] {
  return words.map((one, index) =>
    index === 0 ? plainParagraph('LetterFoot', `${label}:\t${one}`) : plainParagraph('LetterFootMore', one),
  );
}
