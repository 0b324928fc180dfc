/**
 * Flattened copies with their recovered changes as real revisions: the Word file that comes out is read as the text was,
 * but now from marks. One real contribution is outside the repository; where it is absent its tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fold, linesOf, sideParagraphs, type Block, type Document, type Side } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { openDocument } from '#formats/readers.ts';
import type { Clause, LegalText, ProposalsRecord, Section } from '#kernel/reading/index.ts';
import { understand } from '#modules/intake/domain/understand.ts';
import { withRealRevisions } from '#modules/texts/index.ts';
import { docxodusText } from './judges/docxodus.ts';
import { libreOffice, libreOfficeTexts } from './judges/libreoffice.ts';

const real = '../shared/sources/003_e6762f12f0311554.txt';
const files = ['examples/files/NIC-12A1 flattened copy.txt', real].filter((file) => existsSync(file));

function proposalsIn(document: Document): ProposalsRecord {
  const { record } = understand(document);
  if (record === null || !('proposals' in record)) throw new Error('No proposals were found.');
  return record;
}

const words = (document: Document): string[] => linesOf(document).map((line) => fold(line.text));
const sides: readonly Side[] = ['base', 'proposed'];
/** Special hyphens are elements of their own in the file. */
const squeezed = (text: string): string => text.replace(/[\s\u2011\u00ad]+/gu, '');

function withoutNotes(document: Document): Document {
  const blocksOf = (blocks: readonly Block[]): Block[] =>
    blocks.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, runs: block.runs.filter(({ note }) => note === null) }
        : {
            ...block,
            rows: block.rows.map((row) => ({
              ...row,
              cells: row.cells.map((cell) => ({ ...cell, blocks: blocksOf(cell.blocks) })),
            })),
          },
    );
  return { ...document, blocks: blocksOf(document.blocks), notes: [] };
}

const saidOfClause = ({ label, status, before, after, runs, line }: Clause): unknown => ({
  label,
  status,
  before,
  after,
  runs,
  line,
});
const sectionsOf = (text: LegalText): Section[] => [
  ...text.sections,
  ...text.annexes.flatMap((annex) => annex.sections),
];
const flat = (clauses: readonly Clause[]): Clause[] => clauses.flatMap((clause) => [clause, ...flat(clause.children)]);
const clausesIn = ({ proposals }: ProposalsRecord): Clause[] =>
  proposals.flatMap(({ text }) => (text === null ? [] : sectionsOf(text).flatMap(({ clauses }) => flat(clauses))));

/** All that the record says but for how sure it is; a note without a mark is counted in Word. */
function saidOf({ document, proposals }: ProposalsRecord): unknown {
  return {
    document,
    proposals: proposals.map(({ plan: _plan, text, ...proposal }) => ({
      ...proposal,
      text:
        text === null
          ? null
          : {
              heading: text.heading,
              title: text.title,
              opening: text.opening,
              sections: sectionsOf(text).map(({ kind, heading, status, line }) => ({ kind, heading, status, line })),
              annexes: text.annexes.map(({ heading, title, line }) => ({ heading, title, line })),
              footnotes: text.footnotes.map((note) => ({ text: note.text, line: note.line })),
            },
    })),
  };
}

describe.each(files)('%s', async (file) => {
  const source = await openDocument(readFileSync(file), 'copy.txt');
  const record = proposalsIn(source);
  const marked = withRealRevisions(source, record);
  const written = readDocx(writeDocx(marked), 'copy.docx');

  test('every line stands where it stood, with the same words', () => {
    expect(words(written)).toEqual(words(source));
  });

  test('the file is read as the copy was: every clause the same', () => {
    const read = clausesIn(proposalsIn(written)).map(saidOfClause);
    const wanted = clausesIn(record).map(saidOfClause);
    expect(wanted.length).toBeGreaterThan(100);
    expect(read).toEqual(wanted);
  });

  test('and so are proposals, headings, titles, annexes and notes', () => {
    expect(saidOf(proposalsIn(written))).toEqual(saidOf(record));
  });

  test('what was recovered is marked as the proponent’s, without a date', () => {
    const marks = linesOf(written).flatMap(({ paragraph }) => [
      ...paragraph.runs.flatMap((run) => run.marks),
      ...paragraph.mark,
    ]);
    expect(new Set(marks.map(({ author, date }) => JSON.stringify([author, date])))).toEqual(
      new Set([JSON.stringify([record.document.proponent, null])]),
    );
    expect(marks.length).toBeGreaterThan(100);
  });

  test('rejecting all gives the clauses of the base text, accepting all those proposed', () => {
    for (const [side, field] of [
      ['base', 'before'],
      ['proposed', 'after'],
    ] as const) {
      const lines = new Set(sideParagraphs(written, side).map(({ text }) => fold(text).replace(/\s/gu, '')));
      for (const { text, action } of record.proposals) {
        if (text === null || action !== 'MOD') continue;
        for (const clause of sectionsOf(text).flatMap((section) => flat(section.clauses))) {
          const label = side === 'base' ? clause.label.before : clause.label.after;
          if (clause[field] !== null && label !== '')
            expect(lines).toContain(`${label ?? ''}${clause[field]}`.replace(/\s/gu, ''));
        }
      }
    }
  });

  describe('judged by others, without its notes', () => {
    // Others print the typed marks of notes as words.
    const bytes = writeDocx(withoutNotes(marked));
    const ours = (side: Side): string[] =>
      sideParagraphs(readDocx(bytes, 'x.docx'), side).map(({ text }) => squeezed(text));

    test('docxodus: the same paragraphs on both sides', { timeout: 60_000 }, async () => {
      for (const side of sides) expect((await docxodusText(bytes, side)).body.map(squeezed)).toEqual(ours(side));
    });

    test.skipIf(libreOffice === null)(
      `LibreOffice (${libreOffice ?? 'not installed, not asked'}): the same words on both sides`,
      { timeout: 120_000 },
      () => {
        const theirs = libreOfficeTexts(new Map([['x', bytes]])).get('x');
        for (const side of sides) expect(squeezed(theirs?.[side] ?? '')).toBe(ours(side).join(''));
      },
    );
  });
});
