/**
 * The law of what is written: all changes accepted give the proposed text, all rejected the base text, paragraph by
 * paragraph. Judged by our own reader, and by others who have no part in it: docxodus, pandoc, LibreOffice.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, sideParagraphs, sideParagraphsOf, type Side } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { documentOfText } from '#modules/texts/domain/publish/index.ts';
import { sideOfText } from '#modules/texts/domain/register/sides.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import { docxodusText } from './judges/docxodus.ts';
import { libreOffice, libreOfficeTexts } from './judges/libreoffice.ts';
import { pandoc, pandocText } from './judges/pandoc.ts';
import { faultsOf } from './valid-word.ts';
import { changedText, paragraphsOfText } from './published-texts.ts';

const sides: readonly Side[] = ['base', 'proposed'];
const by = { author: 'OCU', date: '2026-01-02T03:04:05Z' };
const written = (text: LegalText): Uint8Array => writeDocx(documentOfText(text, by));
const wanted = (text: LegalText, side: Side): string[] => paragraphsOfText(sideOfText(text, side)).map(fold);
const squeezed = (words: string): string => words.replace(/\s+/gu, '');

/** A sample that is the same each time, for judges that take a while. */
const sample = fc.sample(changedText, { numRuns: 40, seed: 3 });

describe('accepting and rejecting all changes of a written text', () => {
  test('our reader: exactly the paragraphs of each text, and its notes', () => {
    fc.assert(
      fc.property(changedText, (text) => {
        const document = readDocx(written(text), 'x.docx');
        expect(faultsOf(written(text))).toEqual([]);
        for (const side of sides) {
          expect(sideParagraphs(document, side).map((one) => fold(one.text))).toEqual(wanted(text, side));
          const notes = document.notes.map(({ blocks }) =>
            sideParagraphsOf(blocks, side)
              .map((one) => fold(one.text))
              .join(' '),
          );
          const clean = sideOfText(text, side).footnotes.map((note) => note.text);
          for (const note of clean) expect(notes).toContain(note);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('docxodus: exactly the paragraphs of each text', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(changedText, async (text) => {
        const bytes = written(text);
        for (const side of sides) {
          const theirs = await docxodusText(bytes, side);
          expect(theirs.body.map(squeezed)).toEqual(wanted(text, side).map(squeezed));
        }
      }),
      { numRuns: 100 },
    );
  });

  test.skipIf(pandoc === null)(
    `pandoc (${pandoc ?? 'not installed, not asked'}): the words of each text`,
    { timeout: 120_000 },
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'throughline-written-'));
      try {
        sample.forEach((text, index) => {
          const file = path.join(folder, `${index}.docx`);
          writeFileSync(file, written(text));
          for (const side of sides)
            expect(squeezed(pandocText(file, side))).toBe(squeezed(wanted(text, side).join('')));
        });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  test.skipIf(libreOffice === null)(
    `LibreOffice (${libreOffice ?? 'not installed, not asked'}): the paragraphs of each text`,
    { timeout: 240_000 },
    () => {
      // Its export prints the numbers of notes as words.
      const plain = sample.map((text) => ({ ...text, footnotes: [], droppedFootnotes: [] }));
      const texts = libreOfficeTexts(new Map(plain.map((text, index) => [String(index), written(text)])));
      sample.forEach((text, index) => {
        for (const side of sides) {
          const theirs = (texts.get(String(index))?.[side] ?? '')
            .split('\n')
            .map(squeezed)
            .filter((line) => line !== '');
          expect(theirs).toEqual(wanted(text, side).map(squeezed));
        }
      });
    },
  );
});
